"""``units``: the district's units from a file, as the page 单位 takes them. The second step of an installation.

Towns and villages come with the boundaries: import those layers into a draft first.
"""

import sys
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from dispatch.actions.gazetteer import somebody
from dispatch.actions.units import UnitKeeping
from dispatch.cli import ground
from dispatch.domain.access import Actor
from dispatch.domain.unit_register import KIND_NAMES
from dispatch.store.database import Database

commands = typer.Typer(help="Units of the district.", no_args_is_help=True)
_NOBODY = Actor("命令行")
_Json = Annotated[bool, typer.Option("--json", help="JSON instead of a table")]


@commands.command("list")
def listed(as_json: _Json = False) -> None:
    """List the units, with how many people work there and how many open tickets they have."""

    async def work(database: Database) -> list[dict[str, Any]]:
        units: list[dict[str, Any]] = (await UnitKeeping(database).listed())["units"]
        return units

    found = ground.run(work)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n")
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("编号", "类别", "名称", "人员", "在办"):
        table.add_column(title, no_wrap=title != "名称")
    for each in found:
        name = each["name"] + ("" if each["active"] else "（已停用）")
        table.add_row(
            *(str(each["id"]), KIND_NAMES[each["kind"]], name, str(each["people"]), str(each["tickets"]))
        )
    Console().print(table)


@commands.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="CSV or xlsx; `units template` writes the columns")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="say what would come of it, write nothing")
    ] = False,
    by: Annotated[str | None, typer.Option(help="username of whoever does it, for the record")] = None,
    as_json: _Json = False,
) -> None:
    """Take units from a file. Rows that are wrong are told and left out; the same file again changes nothing."""
    path = ground.existing(file)

    async def work(database: Database) -> dict[str, Any]:
        actor = await somebody(database, by) if by else _NOBODY
        return await UnitKeeping(database).take(actor, path, path.name, dry_run=dry_run)

    told = ground.run(work)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    else:
        for row in told["rows"]:
            print(f"第 {row['row']} 行 {row['field']}：{row['says']}")
    done = "试导入，没有写入" if told["dry_run"] else "已导入"
    print(
        f"{done}：新增 {told['added']}，修改 {told['changed']}，没有变化 {told['same']}，有问题 {told['bad']}",
        file=sys.stderr,
    )
    if told["bad"]:
        raise typer.Exit(1)


@commands.command()
def template(file: Annotated[Path, typer.Argument(help="xlsx to write")]) -> None:
    """Write the units there are as a workbook that `import` takes again; with none, its columns alone."""
    file.write_bytes(ground.run(lambda database: UnitKeeping(database).sheet("单位名册")))
