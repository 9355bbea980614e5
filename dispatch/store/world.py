"""Reads what decisions and the locator need, whole: units, rules, categories, cells, places. Called by ``app``."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import asyncpg

from dispatch.domain.case import Tables
from dispatch.domain.clocks.calendar import Calendar
from dispatch.domain.power import Grounds, Listed, Power, Span
from dispatch.domain.routing import Category
from dispatch.domain.rule import Rule, RuleSet
from dispatch.domain.ticket import PlaceNeed
from dispatch.domain.units import DISTRICT_CENTER, TOWN_CENTER, Unit, Units
from dispatch.store import joint
from dispatch.store.database import Tx
from dispatch.store.sql import load
from dispatch.store.timetable import active as timetable

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
    in_force = await tx.fetchrow(SQL.active_version)
    if in_force is None:
        raise NoDistrict
    rules = tuple(rule_of(row) for row in await tx.fetch(SQL.active_rules))
    clocked = await timetable(tx)
    looked_up = await grounds(tx, in_force["revision"], clocked.calendar)
    return Tables(
        units=await units(tx),
        rules=RuleSet(in_force["version"], rules, looked_up),
        timetable=clocked,
        categories={row["code"]: _category(row) for row in await tx.fetch(SQL.categories)},
        joint=await joint.tables(tx),
    )


async def grounds(tx: Tx, revision: int, calendar: Calendar) -> Grounds:
    """What rules look up: powers by town and date, the lists shared with the police, and which days are worked on."""
    powers = [
        Power(row["id"], row["power"], tuple(row["categories"]), row["town"], row["bureau"], _span(row))
        for row in await tx.fetch(SQL.powers)
    ]
    lists = [
        Listed(row["id"], row["list"], row["matter"], row["category"], _span(row))
        for row in await tx.fetch(SQL.police_lists)
    ]
    return Grounds(tuple(powers), tuple(lists), calendar.is_working, revision)


def _span(row: asyncpg.Record) -> Span:
    return Span(row["valid_from"], row["valid_until"])


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
    outposts: dict[str, int] = {}
    for unit in listed:
        if unit.kind == "outpost" and unit.police_grid is not None:
            outposts.setdefault(unit.police_grid, unit.id)
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
        outpost_of_grid=outposts,
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
        tuple(row["aliases"]),
        _span(row),
    )


def _any_of(values: list[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


def rule_of(row: Mapping[str, Any]) -> Rule:
    """A rule of its row, or of what a draft holds in the same names."""
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
        urgencies=_any_of(row["urgencies"]),
        towns=_any_of(row["towns"]),
        sources=_any_of(row["sources"]),
        channels=_any_of(row["channels"]),
        police_lists=_any_of(row["police_lists"]),
        power=row["power"],
        time_from=row["time_from"],
        time_until=row["time_until"],
        days=row["days"],
        valid=Span(row["valid_from"], row["valid_until"]),
        enabled=row["enabled"],
    )
