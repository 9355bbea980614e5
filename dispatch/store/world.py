"""Reads what decisions and the locator need, whole: units, rules, categories, cells, places. Called by ``app``."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

import asyncpg

from dispatch.domain.case import Tables
from dispatch.domain.clocks import ClockRule
from dispatch.domain.routing import Category, Rule, RuleSet
from dispatch.domain.ticket import PlaceNeed
from dispatch.domain.units import DISTRICT_CENTER, TOWN_CENTER, Unit, Units
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("world")
Rows = Sequence[Sequence[Any]]
"""Rows as the index builders take them."""


class NoDistrict(Exception):
    """No district is loaded: no boundary version is published or no rules are active."""


async def tables(tx: Tx) -> Tables:
    """What a district edits, as decisions read it.

    Raises:
        NoDistrict: nothing is loaded yet.
    """
    version = await tx.fetchval(SQL.active_version)
    if version is None:
        raise NoDistrict
    rules = [_rule(row) for row in await tx.fetch(SQL.active_rules)]
    return Tables(
        units=await units(tx),
        rules=RuleSet(version, tuple(rules)),
        clock_rules=tuple(_clock_rule(row) for row in await tx.fetch(SQL.active_clock_rules)),
        categories={row["code"]: _category(row) for row in await tx.fetch(SQL.categories)},
    )


async def units(tx: Tx) -> Units:
    """All units and the ways to look them up.

    Raises:
        NoDistrict: there is no district center.
    """
    listed = [Unit(**dict(row)) for row in await tx.fetch(SQL.units)]
    district = next((unit.id for unit in listed if unit.kind == DISTRICT_CENTER), None)
    if district is None:
        raise NoDistrict
    of_town: dict[tuple[str, str], int] = {}
    for unit in listed:
        if unit.town is not None:
            of_town.setdefault((unit.town, unit.kind), unit.id)
    stations = await tx.fetch(SQL.police_stations)
    return Units(
        by_id={unit.id: unit for unit in listed},
        district=district,
        center_of_town={unit.town: unit.id for unit in listed if unit.kind == TOWN_CENTER and unit.town},
        station_of_village={
            unit.village: unit.id for unit in listed if unit.kind == "station" and unit.village
        },
        of_town=of_town,
        police_station_of_grid={row["code"]: row["police_station"] for row in stations},
    )


async def cells(tx: Tx) -> tuple[int, Rows]:
    """The published boundary version and its cells.

    Each is (code, village, town, police grid, kind, WKB in EPSG:4326, name).

    Raises:
        NoDistrict: nothing is published.
    """
    published = await tx.fetchrow(SQL.published)
    if published is None:
        raise NoDistrict
    return published["id"], await tx.fetch(SQL.cells)


async def published(tx: Tx) -> tuple[int, int]:
    """The boundary version in force and its revision.

    Raises:
        NoDistrict: nothing is published.
    """
    found = await tx.fetchrow(SQL.published)
    if found is None:
        raise NoDistrict
    return found["id"], found["revision"]


async def links(tx: Tx) -> str:
    """A digest of the cells' police grids in force."""
    digest: str = await tx.fetchval(SQL.links)
    return digest


async def gazetteer_version(tx: Tx) -> int:
    """The version of the places and their names; 0 before anything was loaded."""
    version: int = await tx.fetchval(SQL.gazetteer_version)
    return version


async def in_slices(tx: Tx, question: str, size: int) -> AsyncIterator[Rows]:
    """The rows of a long answer, ``size`` at a time, so that reading them keeps nobody else waiting."""
    cursor = await tx.cursor(question)
    while rows := await cursor.fetch(size):
        yield rows


async def gazetteer(
    tx: Tx,
) -> tuple[Rows, Rows]:
    """The places and their approved aliases."""
    return await tx.fetch(SQL.places), await tx.fetch(SQL.aliases)


async def area_names(tx: Tx) -> dict[str, dict[str, str]]:
    """Names by code, of "village", "town" and "police_grid"."""
    names: dict[str, dict[str, str]] = {"village": {}, "town": {}, "police_grid": {}}
    for row in await tx.fetch(SQL.area_names):
        names[row["kind"]][row["code"]] = row["name"]
    return names


async def alias_ids(tx: Tx) -> list[int]:
    """The ids of the approved aliases, in the order of ``gazetteer``."""
    return [row["id"] for row in await tx.fetch(SQL.alias_ids)]


async def cells_named(tx: Tx) -> tuple[int, Sequence[asyncpg.Record]]:
    """The published boundary version and its cells with every name: what other programs are given.

    Raises:
        NoDistrict: nothing is published.
    """
    published = await tx.fetchrow(SQL.published)
    if published is None:
        raise NoDistrict
    return published["id"], await tx.fetch(SQL.cells_named)


async def extent(tx: Tx) -> tuple[float, float, float, float]:
    """The district's bounds in degrees: west, south, east, north."""
    west, south, east, north = await tx.fetchrow(SQL.extent)
    return west, south, east, north


async def data_keys(tx: Tx) -> dict[int, bytes]:
    """The wrapped data keys by number."""
    return {row["id"]: row["wrapped"] for row in await tx.fetch(SQL.data_keys)}


async def add_data_key(tx: Tx, key_id: int, wrapped: bytes) -> None:
    """Keep a wrapped data key; the first to write one wins."""
    await tx.execute(SQL.insert_data_key, key_id, wrapped)


def _category(row: asyncpg.Record) -> Category:
    return Category(
        row["code"],
        row["path"],
        PlaceNeed(row["place_need"]),
        row["evidence_required"],
        row["signoff_required"],
    )


def _any_of(values: list[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


def _rule(row: asyncpg.Record) -> Rule:
    return Rule(
        ordinal=row["ordinal"],
        name=row["name"],
        types=_any_of(row["types"]),
        categories=None if row["categories"] is None else tuple(row["categories"]),
        place_needs=_any_of(row["place_needs"]),
        cell_kinds=_any_of(row["cell_kinds"]),
        target_kind=row["target_kind"],
        target_unit=row["target_unit"],
        reason=row["reason"],
    )


def _clock_rule(row: asyncpg.Record) -> ClockRule:
    return ClockRule(
        row["ordinal"],
        row["clock"],
        _any_of(row["types"]),
        _any_of(row["urgencies"]),
        row["minutes"],
        row["reason"],
    )
