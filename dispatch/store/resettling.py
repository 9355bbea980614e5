"""Places and the areas they lie in, as rows. Called by ``actions.resettling``."""

from collections.abc import Sequence
from dataclasses import dataclass

import asyncpg

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("resettling")


@dataclass(frozen=True, slots=True)
class Area:
    """A town or village of a boundary version: a point on it in degrees, the radius in metres of a circle as large."""

    kind: str
    code: str
    town: str | None
    name: str
    lon: float
    lat: float
    radius_m: float


@dataclass(frozen=True, slots=True)
class Seat:
    """The place that is a town or village."""

    id: int
    kind: str
    code: str
    name: str
    lon: float
    lat: float
    town: str | None
    in_force: bool


async def unsettled(tx: Tx) -> int | None:
    """The version in force, where places have not been brought to it yet."""
    version: int | None = await tx.fetchval(SQL.unsettled)
    return version


async def points(tx: Tx, after: int, most: int) -> Sequence[asyncpg.Record]:
    """(id, lon, lat, village, town) of places at a point, after an id."""
    rows: Sequence[asyncpg.Record] = await tx.fetch(SQL.points, after, most)
    return rows


async def roads(tx: Tx) -> Sequence[asyncpg.Record]:
    """(id, lon, lat, village, town, line as WKB or None) of roads."""
    rows: Sequence[asyncpg.Record] = await tx.fetch(SQL.roads)
    return rows


async def move(tx: Tx, moved: Sequence[tuple[int, str | None, str | None]]) -> None:
    """Places lie in other villages and towns: (id, village, town)."""
    await tx.execute(SQL.move, *map(list, zip(*moved, strict=True)))


async def areas(tx: Tx, version: int) -> list[Area]:
    """Towns and villages of a boundary version."""
    return [Area(**dict(row)) for row in await tx.fetch(SQL.areas, version)]


async def seats(tx: Tx) -> list[Seat]:
    """The place of each town and village that has one or had one."""
    return [Seat(**dict(row)) for row in await tx.fetch(SQL.seats)]


async def add(tx: Tx, area: Area, source: str, spelling: tuple[str, str]) -> int:
    """A place for a town or village; its id."""
    village = area.code if area.kind == "village" else None
    town = area.town if area.kind == "village" else area.code
    identity: int = await tx.fetchval(
        SQL.add, area.kind, area.name, area.lon, area.lat, area.radius_m, village, town, source, *spelling
    )
    return identity


async def revive(tx: Tx, seat: int, name: str, town: str | None, spelling: tuple[str, str]) -> None:
    """A town or village is there again."""
    await tx.execute(SQL.revive, seat, name, town, *spelling)


async def rename(tx: Tx, seat: int, name: str, town: str | None, spelling: tuple[str, str]) -> None:
    """A town or village is called otherwise, or lies in another town."""
    await tx.execute(SQL.rename, seat, name, town, *spelling)


async def end(tx: Tx, seat: int) -> None:
    """A town or village is no more."""
    await tx.execute(SQL.end, seat)


async def remember(
    tx: Tx, place: int, name: str, of: int | None, reason: str, spelling: tuple[str, str]
) -> None:
    """A place is also called as what is no more, and as that was called besides."""
    await tx.execute(SQL.remember, place, name, of, reason, *spelling)


async def forget(tx: Tx, seat: int, name: str) -> None:
    """What is there again lends its names to nobody."""
    await tx.execute(SQL.forget, seat, name)


async def settle(tx: Tx, version: int, moved: int, added: int, ended: int) -> None:
    """Places have been brought to a version."""
    await tx.execute(SQL.settle, version, moved, added, ended)
