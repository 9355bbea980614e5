"""``cells``: boundary versions from a surveyor's file to the day they are in force. The same acts as on the page.

Answers go to standard output, as tables or with ``--json`` as JSON; progress to standard error. A refusal is one
sentence and the status 2; a check that finds what forbids publishing ends with 1.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from dispatch.actions.boundaries import Boundaries
from dispatch.actions.checking import Checking
from dispatch.actions.crosswalks import crosswalk as crosswalk_of
from dispatch.actions.gazetteer import somebody
from dispatch.actions.layers import Layers, Options
from dispatch.actions.publishing import Publishing
from dispatch.actions.statistics import Statistics
from dispatch.actions.work import Works
from dispatch.cli import boundary_tables as tables
from dispatch.cli import ground
from dispatch.domain.access import Actor
from dispatch.errors import BadInput, Refused
from dispatch.ports.apart import Apart
from dispatch.reads import boundaries as reads
from dispatch.store.boundaries import LEVELS, Level
from dispatch.store.database import Database

_HERE = ZoneInfo("Asia/Shanghai")
_LOOK_SECONDS = 0.1
_NOBODY = Actor("命令行")
_Json = Annotated[bool, typer.Option("--json", help="JSON instead of tables")]
_By = Annotated[str | None, typer.Option(help="username of whoever does it, for the record")]
_Version = Annotated[int, typer.Argument(min=1, help="number of the version, as `cells versions` shows it")]
_Level = Annotated[str, typer.Option(help="town, village, cell or police_grid")]
_Yes = Annotated[bool, typer.Option("--yes", help="do not ask")]


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever types, with the verbs of boundaries over one database."""

    database: Database
    works: Works
    actor: Actor
    boundaries: Boundaries
    layers: Layers
    checking: Checking
    publishing: Publishing

    async def followed(self, work: dict[str, Any]) -> dict[str, Any]:
        """What work came to; how far it is stands on standard error meanwhile.

        Raises:
            Refused: it failed; what its record holds goes along.
        """
        columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
            task = shown.add_task(work["says"], total=None)
            while work["state"] == "running":
                shown.update(
                    task, description=work["says"], completed=work["done"], total=work["total"] or None
                )
                await asyncio.sleep(_LOOK_SECONDS)
                work = await self.works.one(work["id"])
        if work["state"] == "failed":
            raise Refused(work["error"], result=work["result"])
        result: dict[str, Any] = work["result"]
        return result | {"work": work["id"]}


def _run(by: str | None, act: Callable[[Hand], Coroutine[Any, Any, Any]]) -> Any:
    """Do one thing with the verbs of boundaries."""

    async def whole(database: Database) -> Any:
        async with _hand(database, by) as hand:
            return await act(hand)

    return ground.run(whole)


@asynccontextmanager
async def _hand(database: Database, by: str | None) -> AsyncIterator[Hand]:
    async def published() -> None:
        """A running service takes up by itself what is in force."""

    works, apart = Works(database), Apart()
    actor = await somebody(database, by) if by else _NOBODY
    try:
        yield Hand(
            *(database, works, actor, Boundaries(database, published), Layers(database, works, apart)),
            *(Checking(database, works, apart), Publishing(database, works, apart, published)),
        )
    finally:
        await works.close()
        apart.close()


def join(commands: typer.Typer) -> None:
    """Add these commands."""
    for name, command in (
        *(("versions", versions), ("draft", draft), ("drop", drop), ("inspect", inspect)),
        *(("import", bring_in), ("check", check), ("repair", repair), ("link", link), ("preview", preview)),
        *(("publish", publish), ("unschedule", unschedule), ("rollback", roll_back)),
        *(("crosswalk", crosswalk), ("statistics", statistics)),
    ):
        commands.command(name)(command)


def versions(as_json: _Json = False) -> None:
    """List every boundary version, the newest first."""
    tables.tell(_run(None, lambda hand: reads.versions(hand.database)), as_json, tables.versions)


def draft(
    note: Annotated[str, typer.Option(help="what it is for")],
    based_on: Annotated[
        int | None, typer.Option(help="version to begin from; the one in force without")
    ] = None,
    empty: Annotated[bool, typer.Option("--empty", help="begin from nothing")] = False,
    by: _By = None,
    as_json: _Json = False,
) -> None:
    """Make a draft and print its number."""

    async def act(hand: Hand) -> dict[str, Any]:
        known = await reads.versions(hand.database)
        base = None if empty else based_on or known["published"]
        return await hand.boundaries.create(hand.actor, note, base)

    made = _run(by, act)
    tables.tell(made, as_json, lambda told: print(told["id"]))


def drop(version: _Version, by: _By = None) -> None:
    """Remove a draft."""
    _run(by, lambda hand: hand.boundaries.remove(hand.actor, version))


def inspect(file: Annotated[Path, typer.Argument(help="file of boundaries")], as_json: _Json = False) -> None:
    """Say what a file holds and how it would be read."""
    path = ground.existing(file)
    tables.tell(_run(None, lambda hand: hand.layers.inspect(path)), as_json, tables.inspection)


def bring_in(
    file: Annotated[Path, typer.Argument(help="GeoJSON, Shapefile (.zip), GeoPackage, KML or DXF")],
    version: Annotated[int, typer.Option(help="draft to bring it into")],
    level: _Level,
    layer: Annotated[str | None, typer.Option(help="layer of the file, where it has several")] = None,
    datum: Annotated[str | None, typer.Option(help="like gcj02 or cgcs2000; guessed without")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="field=name of its column, where it is not as usual")
    ] = None,
    mode: Annotated[str, typer.Option(help="replace the layer, or merge by code")] = "replace",
    by: _By = None,
    as_json: _Json = False,
) -> None:
    """Bring a file into a layer of a draft. A file that cannot be used changes nothing."""
    path, into = ground.existing(file), _level(level)
    given = {"layer": layer, "datum": datum, "mapping": _columns(column or []), "mode": mode}
    options = Options.read({name: value for name, value in given.items() if value})

    async def act(hand: Hand) -> dict[str, Any]:
        result = await hand.followed(await hand.layers.start(hand.actor, version, into, path, options))
        if result.get("rows_total", 0) > len(result["rows"]):
            result["rows"] = await hand.works.rows(result["work"])
        return result

    tables.tell(_run(by, act), as_json, tables.imported)


def check(version: _Version, by: _By = None, as_json: _Json = False) -> None:
    """Look for faults; the status is 1 where some forbid publishing."""

    async def act(hand: Hand) -> dict[str, Any]:
        await hand.followed(await hand.checking.start_check(hand.actor, version))
        return await reads.faults(hand.database, version)

    found = _run(by, act)
    tables.tell(found, as_json, tables.faults)
    if any(fault["severity"] == "blocking" for fault in found["faults"]):
        raise typer.Exit(1)


def repair(
    version: _Version,
    identity: Annotated[list[str] | None, typer.Option("--id", help="one of those offered")] = None,
    everything: Annotated[bool, typer.Option("--all", help="all that is offered")] = False,
    by: _By = None,
    as_json: _Json = False,
) -> None:
    """List the safe repairs that are offered, or apply chosen ones and check again."""

    async def act(hand: Hand) -> dict[str, Any]:
        offered = await reads.repairs(hand.database, version)
        chosen = [each["id"] for each in offered["repairs"]] if everything else identity or []
        if not chosen:
            return offered
        return await hand.followed(await hand.checking.start_repairs(hand.actor, version, chosen))

    tables.tell(_run(by, act), as_json, tables.repairs)


def link(
    version: _Version,
    cell: Annotated[str, typer.Argument(help="code of the cell")],
    police_grid: Annotated[str, typer.Argument(help="code of the police grid it belongs to from now on")],
    by: _By = None,
) -> None:
    """Give a cell another police grid: in a draft, or at once in the version in force."""
    given = {"police_grid": police_grid}
    _run(by, lambda hand: hand.boundaries.edit_cell(hand.actor, version, cell, given))


def preview(version: _Version, by: _By = None, as_json: _Json = False) -> None:
    """Say what publishing would move, and what forbids it."""
    tables.tell(_run(by, lambda hand: _previewed(hand, version)), as_json, tables.preview)


async def _previewed(hand: Hand, version: int) -> dict[str, Any]:
    await hand.followed(await hand.publishing.start_preview(hand.actor, version))
    kept = await hand.publishing.kept_preview(version)
    assert kept is not None
    return kept


def publish(
    version: _Version,
    at: Annotated[
        datetime | None, typer.Option(help="when, like 2026-12-01T00:00:00 (Shanghai); at once without")
    ] = None,
    yes: _Yes = False,
    by: _By = None,
    as_json: _Json = False,
) -> None:
    """Put a version in force, at once or at a time, after showing what it moves."""
    when = at.replace(tzinfo=at.tzinfo or _HERE) if at else None

    async def act(hand: Hand) -> dict[str, Any]:
        return await _published(hand, version, when, yes, as_json)

    tables.tell(_run(by, act), as_json, tables.published)


async def _published(
    hand: Hand, version: int, at: datetime | None, yes: bool, as_json: bool
) -> dict[str, Any]:
    seen = await _previewed(hand, version)
    if not yes:
        _confirm(seen, as_json)
    return await hand.followed(await hand.publishing.start_publish(hand.actor, version, seen["revision"], at))


def _confirm(seen: dict[str, Any], as_json: bool) -> None:
    """Show what moves and ask; without a terminal only ``--yes`` will do."""
    if as_json or not sys.stdin.isatty():
        raise Refused("发布要确认：请先用 preview 看过，再加 --yes。")
    tables.preview(seen)
    typer.confirm("确认发布？", abort=True, err=True)


def unschedule(version: _Version, by: _By = None) -> None:
    """Take back the time of a version that waits to be published."""
    _run(by, lambda hand: hand.publishing.unschedule(hand.actor, version))


def roll_back(
    note: Annotated[str, typer.Option(help="why")],
    yes: _Yes = False,
    by: _By = None,
    as_json: _Json = False,
) -> None:
    """Publish the set that was in force before as a new version."""

    async def act(hand: Hand) -> dict[str, Any]:
        in_force = (await reads.versions(hand.database))["published"]
        if in_force is None:
            raise Refused("还没有发布过任何版本。")
        made = await hand.publishing.roll_back(hand.actor, in_force, note)
        await hand.followed(await hand.checking.start_check(hand.actor, made["id"]))
        return await _published(hand, made["id"], None, yes, as_json)

    tables.tell(_run(by, act), as_json, tables.published)


def crosswalk(
    former: Annotated[int, typer.Argument(min=1, help="from this version")],
    version: Annotated[int, typer.Argument(min=1, help="to this one")],
    level: _Level = "village",
    as_json: _Json = False,
) -> None:
    """Say what became of the areas of a version in another, with the shares of ground."""

    async def act(hand: Hand) -> dict[str, Any]:
        rows = await crosswalk_of(hand.database, former, version, _level(level))
        return {"rows": [{"from": row.from_code, "to": row.to_code, **_shares(row)} for row in rows]}

    tables.tell(_run(None, act), as_json, tables.crosswalk)


def _shares(row: Any) -> dict[str, float]:
    return {name: getattr(row, name) for name in ("area_m2", "share", "back_share")}


def statistics(
    version: _Version,
    level: _Level = "town",
    since: Annotated[datetime | None, typer.Option(help="from, like 2026-11-01 (Shanghai)")] = None,
    until: Annotated[datetime | None, typer.Option(help="until, not included")] = None,
    as_json: _Json = False,
) -> None:
    """Count the tickets of a period by the areas of a version, whichever they were located in."""
    begin, end = (
        None if each is None else each.replace(tzinfo=each.tzinfo or _HERE) for each in (since, until)
    )
    into = _level(level)
    told = _run(None, lambda hand: Statistics(hand.database).count(version, into, begin, end))
    tables.tell(told, as_json, tables.statistics)


def _level(text: str) -> Level:
    found = next((level for level in LEVELS if level == text), None)
    if found is None:
        raise BadInput(f"没有“{text}”这一层；可用：{'、'.join(LEVELS)}")
    return found


def _columns(given: list[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    wrong = next((field for field, sign, _ in pairs if not sign), None)
    if wrong is not None:
        raise BadInput(f"--column 要写成 字段=列名，这一个不是：{wrong}")
    return {field: name for field, _, name in pairs}
