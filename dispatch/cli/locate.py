"""``locate``: questions as JSON lines in, answers as JSON lines out, by the service's own geocoder."""

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from dispatch.actions.world import Worlds
from dispatch.cli import ground
from dispatch.store.database import Database
from gis.crs import Extent
from gis.exchange import read_cells, read_gazetteer
from gis.gazetteer import Gazetteer
from gis.geocode import Locator
from gis.match import Query

_MARGIN_DEGREES = 0.02
_MARK = codecs.BOM_UTF8


def locate(
    source: Annotated[
        Path | None, typer.Argument(help="file of questions; standard input without it")
    ] = None,
    gazetteer: Annotated[
        Path | None,
        typer.Option(help="places and aliases as `gazetteer export` writes them, instead of the database"),
    ] = None,
    cells: Annotated[
        Path | None, typer.Option(help="cells as `cells export` writes them; with --gazetteer")
    ] = None,
    region: Annotated[str, typer.Option(help="province,city,district that addresses begin with")] = "",
) -> None:
    """Locate addresses.

    One JSON object a line in: {id, address, title, content, lon, lat, datum, village}, all but id optional. One a
    line out, in the same order: {id, lon, lat, cell, village, town, level, radius_m, p_cell, p_town, auto, edge_m,
    on_edge, near_edge, datum, boundary_version, candidates, reasons}. A line that cannot be read answers {id, error}.
    """
    locator = _from_files(gazetteer, cells, region) if gazetteer or cells else ground.run(_from_database)
    if source is None:
        _write(answers(sys.stdin.buffer, locator))
    else:
        with ground.existing(source).open("rb") as opened:
            _write(answers(opened, locator))


def answers(source: Iterable[bytes], locator: Locator) -> Iterator[dict[str, Any]]:
    """The answer to each line that holds something; one that cannot be read says why and holds up nobody."""
    for number, line in ground.lines(source):
        question = _object(line.removeprefix(_MARK) if number == 1 else line)
        identity = question.get("id") if question is not None else None
        if question is None:
            yield {"id": None, "line": number, "error": f"第 {number} 行不是 JSON 对象；请逐行一个对象"}
        elif identity is None:
            yield {"id": None, "line": number, "error": f"第 {number} 行没有 id；请给每个问题一个 id"}
        else:
            yield {**locator.locate(Query.from_dict(question)).to_dict(), "id": identity}


def _object(line: bytes) -> dict[str, Any] | None:
    """The object of a line, NaN and Infinity let through for the geocoder to refuse; None for anything else."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _write(told: Iterable[dict[str, Any]]) -> None:
    with ground.quietly():
        for each in told:
            sys.stdout.buffer.write(orjson.dumps(each, option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.buffer.flush()


async def _from_database(database: Database) -> Locator:
    return (await Worlds(database).refresh()).locator


def _from_files(gazetteer: Path | None, cells: Path | None, region: str) -> Locator:
    if gazetteer is None or cells is None:
        raise typer.BadParameter(
            "--gazetteer and --cells go together: give both, or neither to use the database"
        )
    with ground.existing(cells).open("rb") as opened:
        index = read_cells(opened)
    with ground.existing(gazetteer).open("rb") as opened:
        places, aliases = read_gazetteer(ground.lines(opened))
    west, south, east, north = index.bounds
    extent = Extent(
        west - _MARGIN_DEGREES, south - _MARGIN_DEGREES, east + _MARGIN_DEGREES, north + _MARGIN_DEGREES
    )
    names = tuple(name for name in region.split(",") if name)
    return Locator(Gazetteer(places, aliases, names), index, extent)
