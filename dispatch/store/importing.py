"""A file's rows beside the places there are: compared and taken over in tables of one session."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from dispatch.saying import say
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("importing")
COLUMNS = (
    *("row", "external", "kind", "name", "said", "home", "lon", "lat", "radius_m", "village", "town"),
    *("pinyin", "initials", "line"),
)
"""Columns of a row of the file, in the order of its CSV."""
NAME_COLUMNS = ("row", "name", "kind", "pinyin", "initials")
_PATIENCE_SECONDS = 1800
_MOST_GENERATIONS = 12


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of the file are what."""

    added: int
    changed: int
    same: int
    gone: int
    bad: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What comparing found wrong with a row: a code, what it is about, another row or a number."""

    row: int
    fault: str
    about: str | None
    other: int | None


@dataclass(frozen=True, slots=True)
class Area:
    """A village with its town, or a town."""

    kind: str
    code: str
    name: str
    town: str | None


async def areas(tx: Tx) -> list[Area]:
    """The villages and towns of the district."""
    return [Area(**dict(row)) for row in await tx.fetch(SQL.areas_known)]


async def begin(session: Tx) -> bool:
    """Prepare a session for an import; false where another one is under way."""
    if not await session.fetchval(SQL.alone):
        return False
    await session.execute(SQL.unhurried)
    await session.execute(SQL.make)
    return True


async def take(session: Tx, rows: bytes, names: bytes) -> None:
    """Rows of the file and the other names in them, as CSV."""
    for table, columns, content in (("listed", COLUMNS, rows), ("listed_name", NAME_COLUMNS, names)):
        if content:
            await session.copy_to_table(
                table, source=BytesIO(content), columns=columns, format="csv", timeout=_PATIENCE_SECONDS
            )


async def hold(session: Tx) -> None:
    """Let nobody else change the gazetteer until the session ends."""
    await session.execute(SQL.hold)


async def compare(session: Tx, source: str, parents: Sequence[tuple[str, str]]) -> Counts:
    """Find out which place each row is, and which row belongs to which. ``parents``: (kind, kind it may lie in)."""
    may = [child for child, _ in parents], [parent for _, parent in parents]
    await session.execute(SQL.look)
    await session.execute(SQL.twins_by_number)
    await session.execute(SQL.numbered, source)
    await session.execute(SQL.parents_of_file, *may)
    await session.execute(SQL.parents_of_source, *may, source)
    await session.execute(SQL.parents_of_gazetteer, *may)
    await session.execute(SQL.parents_by_name, *may)
    await session.execute(SQL.parents_found)
    await session.execute(SQL.parents_lost)
    for step in (SQL.homes, SQL.areas, SQL.twins_at_home, SQL.at_home, SQL.fresh_at_home):
        await session.execute(step)
    for generation in range(_MOST_GENERATIONS):
        told = await session.execute(SQL.step)
        if generation and told == "UPDATE 0":
            break
        for step in (SQL.twins_below, SQL.below, SQL.fresh_below):
            await session.execute(step)
    for step in (SQL.orphans, SQL.claimed_twice):
        await session.execute(step)
    await session.execute(SQL.changes, source)
    await session.execute(SQL.look)
    row = await session.fetchrow(SQL.counts)
    assert row is not None
    return Counts(**dict(row))


async def faults(session: Tx, most: int) -> list[Fault]:
    """What comparing found, in the order of the rows."""
    return [Fault(**dict(row)) for row in await session.fetch(SQL.faults, most)]


async def new_names(session: Tx) -> int:
    """How many other names the file would add."""
    count: int = await session.fetchval(SQL.new_names)
    return count


async def apply(tx: Tx, source: str, person: int | None, radii: dict[str, float]) -> int:
    """Take the rows over; how many other names came with them."""
    await tx.execute(SQL.unhurried_here)
    await tx.execute(SQL.add, source, list(radii), list(radii.values()))
    await tx.execute(SQL.change, source)
    told: Any = await tx.execute(SQL.name, say("随“{source}”导入", source=source), person)
    return int(told.rsplit(" ", 1)[1])
