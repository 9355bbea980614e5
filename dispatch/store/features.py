"""Areas of published boundary versions as GeoJSON text, built by PostgreSQL. Called by ``reads.features``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("features")
WANTED = ("name", "kind", "town", "village", "police_grid")
"""What features can be wanted by, in the order of the query's parameters."""


@dataclass(frozen=True, slots=True)
class Version:
    """A boundary version that is or was in force."""

    id: int
    in_force: bool
    illustrative: bool
    valid_from: datetime
    valid_until: datetime | None
    links: int
    """How often a cell was given a police grid; with ``relinked`` it tells whether the links are those of before."""
    relinked: datetime | None
    read_at: datetime
    """The database's clock when this was read."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many features there are, and their bounds in degrees: west, south, east, north; none of nothing."""

    count: int
    bounds: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class Area:
    """A wanted area: well-known text in a system of PostGIS."""

    text: str
    srid: int


@dataclass(frozen=True, slots=True)
class Source:
    """Which features: a collection of a boundary version, links as of an instant, perhaps of one town alone."""

    collection: str
    version: int
    at: datetime
    town: str | None


@dataclass(frozen=True, slots=True)
class System:
    """How coordinates are written."""

    srid: int
    decimals: int
    flipped: bool
    """Latitude or northing first."""


async def versions(tx: Tx) -> list[Version]:
    """Every version that is or was in force, the oldest first."""
    return [Version(**dict(row)) for row in await tx.fetch(SQL.versions)]


async def summary(tx: Tx, source: Source) -> Summary:
    """Count and bounds of a source."""
    row = await tx.fetchrow(_of(SQL.summary, source), source.version, source.at, source.town)
    assert row is not None
    if not row["count"]:
        return Summary(0, None)
    return Summary(row["count"], (row["west"], row["south"], row["east"], row["north"]))


async def page(
    tx: Tx,
    source: Source,
    *,
    wanted: Mapping[str, str] = MappingProxyType({}),
    area: Area | None = None,
    after: str | None = None,
    before: str | None = None,
    limit: int,
) -> tuple[int, list[str]]:
    """How many match, and the codes of a page, at most one more than ``limit``; nearest first before a code."""
    values: list[Any] = [wanted.get(name) for name in WANTED]
    row = await tx.fetchrow(
        _of(SQL.page, source),
        *(source.version, source.at, source.town),
        *values,
        *((area.text, area.srid) if area else (None, None)),
        *(after, before, limit),
    )
    assert row is not None
    return row["matched"], row["codes"]


async def features(tx: Tx, source: Source, codes: Sequence[str], system: System) -> list[str]:
    """The features of some codes as GeoJSON text, by code."""
    rows = await tx.fetch(
        _of(SQL.features, source),
        *(source.version, source.at, codes),
        *(system.srid, system.decimals, system.flipped, source.town),
    )
    return [row["feature"] for row in rows]


def _of(block: str, source: Source) -> str:
    """A block over the source of a collection."""
    return block.replace("{source}", getattr(SQL, source.collection))
