"""The demo's secrets: made once at random, kept in .local, handed on through the environment. Called by run."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import asdict, dataclass

from deploy.bootstrap.place import local


@dataclass(frozen=True)
class Keys:
    """Everything about the demo that nobody should guess."""

    master_key: str
    index_key: str
    webhook_secret: str
    password_seed: str


def base64_of(size: int) -> str:
    """Return that many random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(size)).decode("ascii")


def make() -> Keys:
    """Return new random secrets."""
    return Keys(base64_of(32), base64_of(32), f"whsec_{base64_of(32)}", secrets.token_hex(16))


def keep(name: str, content: object) -> None:
    """Write a JSON file in .local that only this user can read, whole or not at all."""
    path = local() / name
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)


def load() -> Keys:
    """Return the secrets of this checkout's demo; the first call makes them."""
    path = local() / "secrets.json"
    if not path.exists():
        keep(path.name, asdict(make()))
    return Keys(**json.loads(path.read_text(encoding="utf-8")))
