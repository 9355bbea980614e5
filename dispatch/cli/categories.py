"""``categories``: the tree of categories from a file, as the page 事项分类 takes it, and as a file again."""

import csv
import io
import sys
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from dispatch.actions.categories import CategoryKeeping
from dispatch.actions.gazetteer import somebody
from dispatch.cli import ground
from dispatch.domain.access import Actor
from dispatch.domain.category_register import LABELS, NEED_NAMES
from dispatch.ports.xlsx import workbook
from dispatch.store.database import Database

commands = typer.Typer(help="Categories of tickets.", no_args_is_help=True)
_NOBODY = Actor("命令行")
_STANDING = {"in_use": "", "later": "（未启用）", "over": "（已停用）"}
_WHATS = {"added": "新增", "changed": "修改", "ended": "停用"}
_Json = Annotated[bool, typer.Option("--json", help="JSON instead of a table")]


@commands.command("list")
def listed(as_json: _Json = False) -> None:
    """List the categories, and what hotlines call tickets that are of none; tickets of the last 90 days."""
    found = ground.run(lambda database: CategoryKeeping(database).listed())
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n")
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("编码", "分类", "定位要求", "近90天"):
        table.add_column(title, no_wrap=title != "分类")
    for each in found["categories"]:
        name = each["path"] + _STANDING[each["standing"]]
        table.add_row(each["code"], name, NEED_NAMES[each["place_need"]], str(each["tickets"]))
    for each in found["unknown"]:
        table.add_row("未识别", each["name"], "", str(each["tickets"]))
    Console().print(table)


@commands.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="CSV or xlsx; `categories export` writes the columns")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="say what would come of it, write nothing")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="the file is the whole tree: what is not in it ends today")
    ] = False,
    by: Annotated[str | None, typer.Option(help="username of whoever does it, for the record")] = None,
    as_json: _Json = False,
) -> None:
    """Take categories from a file. Rows that are wrong are told and left out; the same file again changes nothing."""
    path = ground.existing(file)

    async def work(database: Database) -> dict[str, Any]:
        actor = await somebody(database, by) if by else _NOBODY
        return await CategoryKeeping(database).take(actor, path, path.name, dry_run=dry_run, is_whole=whole)

    told = ground.run(work)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    else:
        _tell(told)
    if told["bad"]:
        raise typer.Exit(1)


def _tell(told: dict[str, Any]) -> None:
    for row in told["rows"]:
        print(f"第 {row['row']} 行 {row['field']}：{row['says']}")
    for each in told["changes"]:
        print(f"{_WHATS[each['what']]} {each['path']} {each['says']}".rstrip())
    counts = "新增 {added}，修改 {changed}，停用 {ended}，没有变化 {same}，有问题 {bad}".format(**told)
    print(f"{'试导入，没有写入' if told['dry_run'] else '已导入'}：{counts}", file=sys.stderr)
    if told["rest_kept"]:
        print("有问题的行改好之前，文件里没有的分类不停用", file=sys.stderr)


@commands.command()
def export(file: Annotated[Path, typer.Argument(help="xlsx to write, or csv")]) -> None:
    """Write the tree as a file that `import` takes again; while there is none, its columns alone."""
    lines = ground.run(lambda database: CategoryKeeping(database).lines())
    head = list(LABELS.values())
    if file.suffix.lower() != ".csv":
        file.write_bytes(workbook(head, lines, "事项分类表"))
        return
    written = io.StringIO(newline="")
    csv.writer(written).writerows([head, *lines])
    file.write_text(written.getvalue(), encoding="utf-8-sig", newline="")
