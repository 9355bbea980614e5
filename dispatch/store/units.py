"""Units as rows: the register, what a unit holds, its beginning and its end. Called by ``actions.units``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias

from dispatch.domain.unit_register import Area, Ground, Kept
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("units")
Json: TypeAlias = dict[str, Any]


async def keep_still(tx: Tx) -> None:
    """Let nobody else change the register until the transaction ends."""
    await tx.execute(SQL.keep_still)


async def register(tx: Tx) -> tuple[list[Kept], Ground, int]:
    """The units in use, the areas they may be of, and the highest number ever given."""
    listed = [Kept(**dict(row)) for row in await tx.fetch(SQL.all)]
    return listed, await ground(tx), int(await tx.fetchval(SQL.last))


async def ground(tx: Tx) -> Ground:
    """Towns, villages and police grids by code: those in force, and those only a draft knows."""
    found: dict[str, dict[str, tuple[str, str]]] = {"town": {}, "village": {}, "police_grid": {}}
    for row in await tx.fetch(SQL.draft_areas):
        found[row["level"]][row["code"]] = (row["name"], row["town"])
    return Ground(
        {code: name for code, (name, _) in found["town"].items()},
        {code: Area(*area) for code, area in found["village"].items()},
        {code: Area(*area) for code, area in found["police_grid"].items()},
    )


async def add(tx: Tx, unit: Kept, known: Ground) -> None:
    """A new unit; town and village are known from now on, and a center has a stream."""
    if unit.town is not None:
        await tx.execute(SQL.know_town, unit.town, known.towns[unit.town])
    if unit.village is not None:
        village = known.villages[unit.village]
        await tx.execute(SQL.know_village, unit.village, village.town, village.name)
    await tx.execute(
        SQL.add,
        *(unit.id, unit.kind, unit.name, unit.parent, unit.center, unit.town, unit.village),
        *(unit.police_grid, unit.station, unit.phone),
    )
    if unit.center == unit.id:
        await tx.execute(SQL.add_stream, unit.id)


async def change(tx: Tx, unit: Kept) -> None:
    """A unit as it is from now on."""
    await tx.execute(SQL.change, unit.id, unit.name, unit.parent, unit.police_grid, unit.station, unit.phone)


async def listed(tx: Tx) -> list[Json]:
    """Every unit, those that have ended last, with people, open tickets and liaisons."""
    return [each[0] for each in await tx.fetch(SQL.listed)]


async def holds(tx: Tx, unit: int) -> dict[str, int]:
    """How much of what a unit still holds."""
    row = await tx.fetchrow(SQL.holds, unit)
    assert row is not None
    return dict(row)


async def one(tx: Tx, unit: int) -> Mapping[str, Any] | None:
    """A unit's kind, name and end, locked; None where there is none."""
    row = await tx.fetchrow(SQL.one, unit)
    return dict(row) if row else None


async def end(tx: Tx, unit: int, at: datetime | None, *, active: bool) -> None:
    """Let a unit end at an instant (None: it stays); ``active``: whether it is in use now."""
    await tx.execute(SQL.end, unit, at, active)


async def due(tx: Tx) -> list[int]:
    """Units in use whose end has come, locked."""
    return [row["id"] for row in await tx.fetch(SQL.due)]


async def grounds_changed(tx: Tx) -> None:
    """Every process reads the units again before its next decision."""
    await tx.execute(SQL.grounds_changed)
