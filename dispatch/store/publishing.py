"""Putting a version in force, as rows: previews, the change itself, crosswalks. Called by ``actions.publishing``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import asyncpg

from dispatch.errors import DatabaseAway
from dispatch.saying import say
from dispatch.store.boundaries import Level
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("publishing")
_SLICE = 500
Json = dict[str, Any]


class OpenTicket(NamedTuple):
    """An open ticket as a preview reads it. lon, lat in EPSG:4326 degrees."""

    id: int
    number: str
    state: str
    placement: str
    lon: float | None
    lat: float | None
    cell: str | None
    village: str | None
    town: str | None
    police_grid: str | None
    stream: int
    unit: int | None
    boundary_version: int


class NamedUnit(NamedTuple):
    """An active unit and what it belongs to."""

    id: int
    kind: str
    name: str
    town: str | None
    village: str | None
    police_grid: str | None


class Duty(NamedTuple):
    """Somebody who looks after a cell."""

    cell: str
    person: int
    name: str


class Shared(NamedTuple):
    """Ground that areas of two versions share; a code is None where it is nobody's."""

    from_code: str | None
    to_code: str | None
    area_m2: float
    share: float
    back_share: float


@dataclass(frozen=True, slots=True)
class InForce:
    """The version in force; its revision rises when a link is changed."""

    id: int
    revision: int


async def open_tickets(tx: Tx) -> list[OpenTicket]:
    """Every open ticket; others have their turn while they are read."""
    return [OpenTicket(*row) async for row in tx.cursor(SQL.open_tickets, prefetch=_SLICE)]


async def duties(tx: Tx) -> list[Duty]:
    """Who looks after which cell today."""
    return [Duty(*row) for row in await tx.fetch(SQL.duties)]


async def units(tx: Tx) -> list[NamedUnit]:
    """The active units."""
    return [NamedUnit(*row) for row in await tx.fetch(SQL.named_units)]


async def links(tx: Tx) -> dict[str, str]:
    """The police grid of each cell in force."""
    return {row["cell"]: row["police_grid"] for row in await tx.fetch(SQL.links)}


async def keep_preview(tx: Tx, version: int, revision: int, against: int | None, told: Json) -> None:
    """Keep what publishing would move."""
    await tx.execute(SQL.keep_preview, version, revision, against, told)


async def preview(tx: Tx, version: int) -> Json | None:
    """What was last seen, or None."""
    told: Json | None = await tx.fetchval(SQL.preview, version)
    return told


async def in_force(tx: Tx) -> InForce | None:
    """The version in force, if one is."""
    row = await tx.fetchrow(SQL.in_force)
    return None if row is None else InForce(row["id"], row["revision"])


async def former(tx: Tx) -> int | None:
    """The version that was in force before, if one was."""
    found: int | None = await tx.fetchval(SQL.former)
    return found


async def schedule(tx: Tx, version: int, at: datetime, person: int | None) -> None:
    """Let a draft wait for its time."""
    await tx.execute(SQL.schedule, version, at, person)


async def unschedule(tx: Tx, version: int, why: str | None) -> bool:
    """Make a draft of it again; whether it was waiting."""
    return await tx.fetchval(SQL.unschedule, version, why) is not None


async def due(tx: Tx) -> list[tuple[int, int | None]]:
    """Versions whose time has come, with who wanted it."""
    return [(row["id"], row["published_by"]) for row in await tx.fetch(SQL.due)]


async def rebase(tx: Tx, version: int, based_on: int) -> None:
    """Note that a draft was looked over against another version."""
    await tx.execute(SQL.rebase, version, based_on)


async def prepare(tx: Tx, version: int) -> datetime:
    """Bring registers and links to what a version says, while everybody still works; the instant of the change."""
    at: datetime = await tx.fetchval(SQL.instant)
    await tx.execute(SQL.upsert_towns, version)
    await tx.execute(SQL.upsert_villages, version)
    await tx.execute(SQL.close_links, version, at)
    await tx.execute(SQL.open_links, version, at)
    return at


async def one_at_a_time(tx: Tx) -> None:
    """Wait until no other change of the version in force is under way."""
    await tx.execute(SQL.one_at_a_time)


async def stand_still(tx: Tx) -> None:
    """From here to the commit nobody decides by a boundary version.

    Raises:
        DatabaseAway: somebody who decides by one does not come to an end; nothing has changed.
    """
    await tx.execute(SQL.patience)
    try:
        await tx.execute(SQL.stand_still)
    except asyncpg.LockNotAvailableError as error:
        raise DatabaseAway(say("有工单正在处理，没有等到换版的时机，什么都没有改；请稍后再发布。")) from error


async def publish(tx: Tx, version: int, at: datetime, person: int | None) -> int:
    """Put a version in force in place of the one that is; how many open tickets are to be moved."""
    await tx.execute(SQL.retire, at)
    await tx.execute(SQL.publish, version, at, person)
    await tx.execute(SQL.overtake, version, at)
    return int(await tx.fetchval(SQL.begin_rezoning, version, at))


async def keep_crosswalk(tx: Tx, former: int, version: int, level: Level, rows: Sequence[Shared]) -> None:
    """Keep what became of the areas of a version in another."""
    for at in range(0, len(rows), _SLICE):
        part = rows[at : at + _SLICE]
        columns = [list(column) for column in zip(*part, strict=True)]
        ordinals = list(range(at, at + len(part)))
        await tx.execute(SQL.insert_crosswalk, former, version, level, ordinals, *columns)


async def crosswalk(tx: Tx, former: int, version: int, level: Level) -> list[Shared]:
    """What is kept of what became of the areas of a version in another."""
    return [Shared(*row) for row in await tx.fetch(SQL.crosswalk, former, version, level)]
