"""Units, people, places' names and cells as rows. Called by ``reads.me``, ``reads.directory`` and ``reads.cell``."""

from collections.abc import Collection
from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("directory")
Json: TypeAlias = dict[str, Any]


async def units(tx: Tx, centers: Collection[int] | None) -> list[Json]:
    """Units of some centers (None: of all), with every center and department."""
    return [each[0] for each in await tx.fetch(SQL.units, _listed(centers))]


async def people(tx: Tx, centers: Collection[int] | None) -> list[Json]:
    """People with a post in units of some centers (None: of all), once per unit; phones in full."""
    return [each[0] for each in await tx.fetch(SQL.people, _listed(centers))]


async def towns(tx: Tx) -> list[Json]:
    """All towns."""
    return [each[0] for each in await tx.fetch(SQL.towns)]


async def villages(tx: Tx, towns: Collection[str] | None) -> list[Json]:
    """Villages of some towns (None: of all)."""
    return [each[0] for each in await tx.fetch(SQL.villages, _listed(towns))]


async def categories(tx: Tx) -> list[Json]:
    """All categories."""
    return [each[0] for each in await tx.fetch(SQL.categories)]


async def published(tx: Tx) -> int | None:
    """The boundary version in force; None before the first is published."""
    version: int | None = await tx.fetchval(SQL.published)
    return version


async def bounds(tx: Tx, version: int, town: str | None) -> list[float] | None:
    """West, south, east, north in degrees of a town, or of the district."""
    found: list[float] | None = await tx.fetchval(SQL.bounds, version, town)
    return found


async def cell(tx: Tx, code: str, version: int) -> Json | None:
    """A cell of a boundary version, or None."""
    found = await tx.fetchrow(SQL.cell, code, version)
    return dict(found) if found else None


async def cell_people(tx: Tx, code: str) -> list[Json]:
    """Who looks after a cell today, workers first; phones in full."""
    return [dict(each) for each in await tx.fetch(SQL.cell_people, code)]


def _listed(values: Collection[Any] | None) -> list[Any] | None:
    return None if values is None else sorted(values)
