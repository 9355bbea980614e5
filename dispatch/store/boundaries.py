"""Boundary versions as rows: drafts, their areas, what a check found. Called by the boundary actions and reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

import asyncpg

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("boundaries")
Level = Literal["town", "village", "cell", "police_grid"]
LEVELS: tuple[Level, ...] = ("town", "village", "cell", "police_grid")
JOINT = chr(31)
"""Between the codes of one row on their way in."""
_SLICE = 250
"""Rows that are read before others have their turn."""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """What decisions read of a boundary version."""

    id: int
    state: str
    note: str
    based_on: int | None
    revision: int
    publish_at: datetime | None
    checked: Json | None


class AreaRow(NamedTuple):
    """One part of an area of any level; geometries are WKB in EPSG:4326.

    ``parent``: the village of a cell, the town of a village or police grid. ``kind`` and ``police_grid`` are a cell's,
    ``police_station`` is a police grid's.
    """

    code: str
    part: int
    parent: str | None
    name: str
    kind: str | None
    police_grid: str | None
    police_station: int | None
    geom: bytes
    label: bytes | None


async def listed(tx: Tx, version: int | None = None) -> list[Json]:
    """Versions as people see them, the newest first; one of them where it is named."""
    return [row[0] for row in await tx.fetch(SQL.listed, version)]


async def version(tx: Tx, identity: int) -> Version | None:
    """A version, or None where there is none."""
    return _version(await tx.fetchrow(SQL.version, identity))


async def lock(tx: Tx, identity: int) -> Version | None:
    """A version, locked until the transaction ends."""
    return _version(await tx.fetchrow(SQL.lock, identity))


def _version(row: asyncpg.Record | None) -> Version | None:
    return None if row is None else Version(**dict(row))


async def published(tx: Tx) -> int | None:
    """The version in force, if one is."""
    found: int | None = await tx.fetchval(SQL.published)
    return found


async def bounds(tx: Tx, identity: int) -> list[float] | None:
    """West, south, east, north of a version's towns in degrees; None of nothing."""
    found: list[float] | None = await tx.fetchval(SQL.bounds, identity)
    return found


async def create(tx: Tx, note: str, based_on: int | None, person: int | None) -> int:
    """A new draft that holds what ``based_on`` holds; its number."""
    made = int(await tx.fetchval(SQL.create, note, based_on, person))
    if based_on is not None:
        for statement in (SQL.copy_towns, SQL.copy_villages, SQL.copy_cells, SQL.copy_police_grids):
            await tx.execute(statement, based_on, made)
    return made


async def set_note(tx: Tx, identity: int, note: str) -> None:
    """Say what a version is for."""
    await tx.execute(SQL.set_note, identity, note)


async def raise_revision(tx: Tx, identity: int) -> int:
    """Say that a draft has changed; its revision now."""
    return int(await tx.fetchval(SQL.raise_revision, identity))


async def has_children(tx: Tx, identity: int) -> bool:
    """Whether another version began from this one."""
    return bool(await tx.fetchval(SQL.has_children, identity))


async def remove(tx: Tx, identity: int) -> None:
    """Remove a draft with everything in it."""
    for level in LEVELS:
        await remove_areas(tx, identity, level, None)
    await tx.execute(SQL.remove, identity)


async def areas(tx: Tx, identity: int, level: Level) -> list[AreaRow]:
    """The areas of a level, in order of their codes; others have their turn while they are read."""
    rows = tx.cursor(getattr(SQL, f"areas_{level}"), identity, prefetch=_SLICE)
    return [AreaRow(*row) async for row in rows]


async def remove_areas(tx: Tx, identity: int, level: Level, codes: Sequence[str] | None) -> None:
    """Remove areas of a draft: those of some codes, or all."""
    await tx.execute(getattr(SQL, f"remove_{level}"), identity, None if codes is None else list(codes))


async def insert_areas(tx: Tx, identity: int, level: Level, rows: Sequence[AreaRow]) -> None:
    """Put areas into a draft."""
    statement = getattr(SQL, f"insert_{level}")
    for at in range(0, len(rows), _SLICE):
        columns = [list(column) for column in zip(*rows[at : at + _SLICE], strict=True)]
        await tx.execute(statement, identity, *columns)


async def settle_towns(tx: Tx, identity: int) -> None:
    """Let every cell of a draft lie in the town of its village."""
    await tx.execute(SQL.settle_towns, identity)


async def set_cell(
    tx: Tx, identity: int, code: str, name: str | None, kind: str | None, link: tuple[str | None] | None
) -> str | None:
    """Change a cell's own values; ``link`` holds its new police grid. Answers its town, or None for no such cell."""
    grid = link[0] if link else None
    town: str | None = await tx.fetchval(SQL.set_cell, identity, code, name, kind, link is not None, grid)
    return town


async def cell_town(tx: Tx, identity: int, code: str) -> tuple[str, str | None] | None:
    """The town of a cell of a version and its police grid in force, or None for no such cell."""
    row = await tx.fetchrow(SQL.cell_town, identity, code)
    return None if row is None else (row["town"], row["police_grid"])


async def police_grid_town(tx: Tx, identity: int, code: str) -> str | None:
    """The town of a police grid of a version, or None for no such police grid."""
    town: str | None = await tx.fetchval(SQL.police_grid_town, identity, code)
    return town


async def police_stations(tx: Tx) -> dict[str, int]:
    """The police stations by name."""
    return {row["name"]: row["id"] for row in await tx.fetch(SQL.police_stations)}


async def keep_check(
    tx: Tx,
    identity: int,
    faults: Sequence[Sequence[Any]],
    repairs: Sequence[Sequence[Any]],
    counts: tuple[int, int],
) -> None:
    """Keep what a check found and what is offered; ``counts``: blocking faults and warnings."""
    await tx.execute(SQL.forget_faults, identity)
    await tx.execute(SQL.forget_repairs, identity)
    for statement, rows in ((SQL.insert_faults, faults), (SQL.insert_repairs, repairs)):
        for at in range(0, len(rows), _SLICE):
            columns = [list(column) for column in zip(*rows[at : at + _SLICE], strict=True)]
            await tx.execute(statement, identity, *columns)
    await tx.execute(SQL.set_checked, identity, *counts)


async def faults(tx: Tx, identity: int) -> list[Json]:
    """What the last check found."""
    return [row[0] for row in await tx.fetch(SQL.faults, identity)]


async def repairs(tx: Tx, identity: int) -> list[Json]:
    """What is offered."""
    return [row[0] for row in await tx.fetch(SQL.repairs, identity)]


async def drawn(tx: Tx, identity: int, level: Level) -> list[str]:
    """The areas of a level as GeoJSON features, each the text that PostgreSQL wrote."""
    rows = tx.cursor(getattr(SQL, f"drawn_{level}"), identity, prefetch=_SLICE)
    return [row[0] async for row in rows]


async def names(tx: Tx, version: int, level: Level) -> dict[str, str]:
    """What the areas of a version are called, by code; a cell after its village."""
    return dict(await tx.fetch(getattr(SQL, f"names_{level}"), version))
