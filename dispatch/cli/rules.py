"""``rules``: the routing rules of a new installation from a file; later ones become a draft for the page 派单规则."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dispatch.actions.first_rules import BroughtIn, bring_in
from dispatch.actions.gazetteer import somebody
from dispatch.cli import files, ground
from dispatch.domain.access import Actor
from dispatch.store.database import Database

commands = typer.Typer(help="Routing rules.", no_args_is_help=True)
_NOBODY = Actor("命令行")


@commands.callback()
def group() -> None:
    """Routing rules."""


@commands.command("import")
def take(
    file: Annotated[Path, typer.Argument(help="TOML, like deploy/first/rules.toml")],
    by: Annotated[str | None, typer.Option(help="username of whoever does it, for the record")] = None,
) -> None:
    """Take rules from a file: in force at once where there are none yet, else a draft to be tried on the page."""
    given = files.read(file)
    rules, note = files.part(given, "rules", list, file), files.part(given, "note", str, file)

    async def work(database: Database) -> BroughtIn:
        actor = await somebody(database, by) if by else _NOBODY
        return await bring_in(database, actor, rules, note)

    made = ground.run(work)
    for fault in made.faults:
        print(f"规则「{fault['name']}」：{fault['says']}")
    became = "已启用" if made.active else "是草稿，请在「派单规则」页试算后启用"
    print(f"派单规则第 {made.version} 版（{made.rules} 条）{became}", file=sys.stderr)
