"""``gazetteer``: places and their other names, out of the database and into it. The same acts as on the page."""

import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from dispatch.actions.gazetteer import Gazetteer, somebody
from dispatch.actions.importing import import_places
from dispatch.actions.lists import Options
from dispatch.actions.world import Worlds, read_areas
from dispatch.cli import ground
from dispatch.domain.access import Actor
from dispatch.errors import BadInput, Refused
from dispatch.reads import gazetteer as reads
from dispatch.store import gazetteer as names
from dispatch.store import world as store
from dispatch.store.database import Database
from gis.exchange import alias_line, place_line
from gis.gazetteer import Alias, Place
from gis.names import Kind
from gis.register import ALIAS_KIND_NAMES, KIND_NAMES

commands = typer.Typer(help="Places and their other names.", no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="JSON instead of a table")]
_By = Annotated[str, typer.Option(help="username of whoever does it, with their rights")]
_SHOWN = 20
"""Rows with problems that are printed; ``--json`` has all of them."""


@commands.command()
def export() -> None:
    """Write every place and approved alias as JSON lines, places first."""
    ground.run(_export)


async def _export(database: Database) -> None:
    async with database.system() as tx:
        places, aliases = await store.gazetteer(tx)
        numbers = await store.alias_ids(tx)
    known = {}
    with ground.quietly():
        for row in places:
            place = Place(*row)
            known[place.id] = place
            _line(place_line(place))
        for identity, row in zip(numbers, aliases, strict=True):
            alias = Alias(*row)
            _line(alias_line(identity, alias, known[alias.place]))
        sys.stdout.buffer.flush()


@commands.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="CSV, a workbook, or an extract of OpenStreetMap")],
    source: Annotated[
        str, typer.Option(help="where the list comes from; with its numbers it names each place")
    ],
    datum: Annotated[str, typer.Option(help="datum of its coordinates, like gcj02 or EPSG:4549")] = "wgs84",
    column: Annotated[
        list[str] | None, typer.Option(help="field=name of its column, where it is not as usual")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="kind of the rows, where no column says it")] = None,
    encoding: Annotated[str | None, typer.Option(help="utf-8, gb18030 or utf-16; found out without")] = None,
    mode: Annotated[str, typer.Option(help="good: take the good rows; all: take all rows or none")] = "good",
    dry_run: Annotated[bool, typer.Option(help="say what would happen, and write nothing")] = False,
    by: Annotated[str | None, typer.Option(help="username of whoever imports, for the record")] = None,
    as_json: _Json = False,
) -> None:
    """Import a list of places. The same list again changes nothing."""
    options = Options(
        source, datum, _mapping(column or []), encoding, _kind(kind), _mode(mode), dry_run=dry_run
    )

    async def work(database: Database) -> dict[str, Any]:
        actor = await somebody(database, by) if by else None
        return await _imported(database, actor, ground.existing(file), options)

    try:
        result = ground.run(work)
    except Refused as refusal:
        if "rows" in refusal.more:
            _tell(dict(refusal.more), as_json)
        raise
    _tell(result, as_json)


async def _imported(database: Database, actor: Actor | None, path: Path, options: Options) -> dict[str, Any]:
    """The import, with a bar on standard error."""
    areas = await read_areas(database)
    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("准备中", total=100)

        def progress(done: int, total: int, says: str = "") -> None:
            shown.update(task, completed=done, total=total, description=says or None)

        return await import_places(database, areas, actor, path, path.name, options, progress)


def _mapping(columns: list[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in columns]
    wrong = next((field for field, sign, _ in pairs if not sign), None)
    if wrong is not None:
        raise BadInput(f"--column 要写成 字段=列名，这一个不是：{wrong}")
    return {field: name for field, _, name in pairs}


def _kind(text: str | None) -> Kind | None:
    found = next((kind for kind in KIND_NAMES if kind == text), None)
    if text is not None and found is None:
        raise BadInput(f"不认识类别“{text}”；可用：{'、'.join(KIND_NAMES)}")
    return found


def _mode(text: str) -> Literal["all", "good"]:
    if text not in ("all", "good"):
        raise BadInput("--mode 只能是 all 或 good")
    return "all" if text == "all" else "good"


def _tell(result: dict[str, Any], as_json: bool) -> None:
    """What came of an import: counts, and the rows with problems."""
    if as_json:
        _line(result)
        sys.stdout.buffer.flush()
        return
    console = Console()
    said = "试导入，什么也没有写：" if result["dry_run"] else ""
    console.print(
        f"{said}读 {result['rows_read']} 行，新增 {result['added']}，更新 {result['changed']}，"
        f"不变 {result['same']}，有问题 {result['bad']}；别名 {result['names']}"
        + (f"；区外 {result['outside']}" if result["outside"] else "")
    )
    if not result["rows"]:
        return
    table = Table("行", "字段", "问题")
    for row in result["rows"][:_SHOWN]:
        table.add_row(str(row["row"]), row["field"], row["says"])
    console.print(table)
    more = len(result["rows"]) - _SHOWN + result["problems_left_out"]
    if more > 0:
        console.print(f"还有 {more} 条；加 --json 可得全部")


@commands.command()
def search(
    text: Annotated[str, typer.Argument(help="a name, how it begins, its pinyin or initials")],
    kind: Annotated[str | None, typer.Option(help="only of this kind")] = None,
    town: Annotated[str | None, typer.Option(help="only in the town of this code")] = None,
    as_json: _Json = False,
) -> None:
    """Look places up as operators do."""
    of_kind = _kind(kind)

    async def work(database: Database) -> dict[str, Any]:
        return await reads.places(database, (), text, of_kind, town, "")

    found = ground.run(work)["places"]
    if as_json:
        with ground.quietly():
            for place in found:
                _line(place)
            sys.stdout.buffer.flush()
        return
    table = Table("编号", "类别", "名称", "上级", "村居", "镇街", "别名")
    for place in found:
        also = "、".join(each["name"] for each in place["aliases"] if each["state"] == "approved")
        area = place["village_name"] or "", place["town_name"] or ""
        of_kind = place["kind"]
        table.add_row(
            str(place["id"]), KIND_NAMES[of_kind], place["name"], place["parent_name"] or "", *area, also
        )
    Console().print(table)


@commands.command()
def proposals(as_json: _Json = False) -> None:
    """List the names that wait for a second person."""

    async def work(database: Database) -> dict[str, Any]:
        return await reads.proposals(database, (), None, "proposed", None)

    found = ground.run(work)["proposals"]
    if as_json:
        with ground.quietly():
            for each in found:
                _line(each)
            sys.stdout.buffer.flush()
        return
    table = Table("编号", "别名", "类别", "地名", "镇街", "理由", "提出人", "另外")
    for each in found:
        place = each["place"]
        table.add_row(
            str(each["id"]), each["name"], ALIAS_KIND_NAMES[each["kind"]], place["name"],
            place["town_name"] or "", each["reason"] or "", each["proposed_by"] or "", each["says"],
        )  # fmt: skip
    Console().print(table)


@commands.command()
def approve(
    proposal: Annotated[int, typer.Argument(help="number of the proposal")],
    by: _By,
    refuse: Annotated[str | None, typer.Option(help="refuse it, for this reason")] = None,
) -> None:
    """Approve a name that somebody else proposed, or refuse it."""
    ground.run(lambda database: _decided(database, proposal, by, refuse))
    print("已核准" if refuse is None else "已退回", file=sys.stderr)


async def _decided(database: Database, proposal: int, by: str, refuse: str | None) -> None:
    actor = await somebody(database, by)
    worlds = Worlds(database)
    await worlds.refresh()
    await Gazetteer(database, worlds).decide(actor, proposal, approve=refuse is None, reason=refuse)


@commands.command()
def state(
    build: Annotated[bool, typer.Option(help="build the index here, and say what it takes")] = False,
    as_json: _Json = False,
) -> None:
    """Say how many places and names there are, and which version they are."""
    told = ground.run(lambda database: _state(database, build))
    if as_json:
        _line(told)
        sys.stdout.buffer.flush()
        return
    table = Table("项", "值")
    for name, value in told.items():
        table.add_row(name, f"{value:,.1f}" if isinstance(value, float) else str(value))
    Console().print(table)


async def _state(database: Database, build: bool) -> dict[str, Any]:
    async with database.system() as tx:
        latest, counts = await names.latest(tx), await names.counts(tx)
    told: dict[str, Any] = {"version": latest["id"], "checksum": latest["checksum"], "since": latest["at"]}
    told |= {f"{row['what']}.{row['sort']}": row["count"] for row in counts}
    if build:
        index = (await Worlds(database).refresh()).names
        millions = max(1, len(index.gazetteer)) / 1e6
        told |= {
            "index.places": len(index.gazetteer),
            "index.names": index.gazetteer.names,
            "index.checksum": index.gazetteer.checksum,
            "index.seconds": index.built.seconds,
            "index.seconds_per_million": index.built.seconds / millions,
            "index.bytes": index.built.memory_bytes,
            "index.bytes_per_million": int(index.built.memory_bytes / millions),
            "index.longest_stall_ms": index.built.longest_stall_ms,
        }
    return told


def _line(told: object) -> None:
    sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
