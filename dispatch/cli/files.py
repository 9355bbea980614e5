"""Files that commands read: TOML, written by people."""

import tomllib
from pathlib import Path
from typing import Any

from dispatch.cli import ground
from dispatch.errors import BadInput


def read(path: Path) -> dict[str, Any]:
    """What a TOML file holds.

    Raises:
        SettingsError: there is no such file.
        BadInput: it is no TOML, or not in UTF-8; says in which line.
    """
    try:
        return tomllib.loads(ground.existing(path).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} 不是 UTF-8 编码，请另存为 UTF-8。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} 不是有效的 TOML：{error}。") from error


def part(given: dict[str, Any], name: str, kind: type[Any], of: Path) -> Any:
    """A part that a file has to have.

    Raises:
        BadInput: it is missing, or of another kind.
    """
    found = given.get(name)
    if not isinstance(found, kind):
        raise BadInput(f"{of} 里缺少「{name}」，或写法不对；参见 deploy/first 里的样例。", field=name)
    return found
