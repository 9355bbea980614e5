"""The commands, one file a theme. Called by ``__main__``.

Answers go to standard output, everything else to standard error; a refusal is one sentence and the status 2.
"""

import sys
from collections.abc import Sequence

import typer

from dispatch.cli import (
    audit,
    backup,
    categories,
    cells,
    gazetteer,
    keys,
    locate,
    locating,
    look_back,
    people,
    restore,
    rules,
    service,
    sources,
    timetable,
    units,
    webhook_secrets,
)
from dispatch.errors import DispatchError
from dispatch.settings import SettingsError
from dispatch.store.world import NoDistrict
from gis.errors import GisError

commands = typer.Typer(
    name="python -m dispatch",
    help="The dispatch service and its tools.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
service.join(commands)
restore.join(commands)
commands.command("locate")(locate.locate)
commands.add_typer(backup.commands, name="backup")
commands.add_typer(gazetteer.commands, name="gazetteer")
commands.add_typer(locating.commands, name="locating")
commands.add_typer(cells.commands, name="cells")
commands.add_typer(keys.commands, name="keys")
commands.add_typer(sources.commands, name="sources")
commands.add_typer(webhook_secrets.commands, name="secrets")
commands.add_typer(rules.commands, name="rules")
commands.add_typer(people.commands, name="people")
commands.add_typer(units.commands, name="units")
commands.add_typer(categories.commands, name="categories")
commands.add_typer(look_back.commands, name="lookback")
commands.add_typer(timetable.commands, name="timetable")
commands.add_typer(audit.commands, name="audit")


def run(words: Sequence[str]) -> int:
    """Run one command; the exit status."""
    try:
        commands(list(words), prog_name="python -m dispatch")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except NoDistrict:
        print("数据库里还没有已发布的网格边界和规则；请先导入并发布", file=sys.stderr)
        return 2
    except (DispatchError, GisError, SettingsError, FileNotFoundError) as refusal:
        print(str(refusal), file=sys.stderr)
        return 2
    return 0
