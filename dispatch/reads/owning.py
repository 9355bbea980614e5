"""Whose tickets are, as the desk asks: what earlier decisions say, what waits for a ruling, alarms, figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.case import Tables
from dispatch.domain.precedent import CELL, NO, PLACE, Fit, Ground, fits, says
from dispatch.domain.routing import need_of, send
from dispatch.domain.rule import Matter
from dispatch.domain.ticket import Placement, Type
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.store import owning as store
from dispatch.store import precedents as kept
from dispatch.store.database import Database, Tx
from dispatch.store.precedents import Setting

MOST_WAITING = 200
SHOWN_LIKE = 10
_LOOKED_BACK = timedelta(days=365)
_LIKE_M = 1000.0
"""How far away a decision is still a like case."""


async def offers(database: Database, units: Units, actor: Actor, ticket: int) -> dict[str, Any]:
    """What earlier decisions say of whose a ticket is: precedents that speak of it, and like cases.

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    async with database.reader(_tokens(actor)) as tx:
        return await _offers(tx, units, ticket, await kept.setting(tx))


async def _offers(tx: Tx, units: Units, ticket: int, setting: Setting) -> dict[str, Any]:
    ground = await kept.ground(tx, ticket)
    if ground is None:
        raise NotFound
    known = fits(ground, await kept.around(tx, ground, setting.near_m), setting.near_m)
    return {
        "precedents": [_fit(each, units) for each in known[:SHOWN_LIKE]],
        "like": _like(ground, await store.like(tx, ground, ticket), units),
        "place": ground.place_name,
        "cell": ground.cell_name,
        "path": ground.path,
    }


def _fit(fit: Fit, units: Units) -> dict[str, Any]:
    precedent, name = fit.precedent, units.name(fit.precedent.unit)
    return {
        "id": precedent.id,
        "name": precedent.name,
        "category": precedent.category,
        "unit": precedent.unit,
        "unit_name": name,
        "reason": precedent.reason,
        "why": fit.why,
        "says": says(fit, name),
    }


def _like(ground: Ground, rows: Sequence[Mapping[str, Any]], units: Units) -> list[dict[str, Any]]:
    """Like cases, the likest first: the same place before what is near, the same category before others."""

    def same(row: Mapping[str, Any], field: str, value: object) -> bool:
        return value is not None and row[field] == value

    def likeness(row: Mapping[str, Any]) -> tuple[bool, bool, float, float]:
        return (
            not same(row, "place", ground.place),
            not same(row, "path", ground.path),
            row["metres"] if row["metres"] is not None else _LIKE_M,
            -row["at"].timestamp(),
        )

    near = [
        row
        for row in rows
        if same(row, "place", ground.place) or row["metres"] is None or row["metres"] <= _LIKE_M
    ]
    return [_decision(row, units) for row in sorted(near, key=likeness)[:SHOWN_LIKE]]


def _decision(row: Mapping[str, Any], units: Units) -> dict[str, Any]:
    names = (
        "ticket",
        "number",
        "at",
        "command",
        "person",
        "reason",
        "return_reason",
        "basis",
        "path",
        "place_name",
    )
    return {
        **{name: row[name] for name in names},
        "unit": row["unit"],
        "unit_name": units.name(row["unit"]),
        "from_name": units.name(row["from_unit"]) or None,
        "metres": None if row["metres"] is None else round(row["metres"]),
    }


async def presets(
    database: Database, units: Units, actor: Actor, ticket: int, allowed: Sequence[Mapping[str, Any]]
) -> None:
    """Put into the forms of a decision, and of a return, what an earlier one says, and the point a return brought."""
    ruling = [each for each in allowed if each["command"] in ("decide", "grant", "force", "return")]
    if not ruling:
        return
    async with database.reader(_tokens(actor)) as tx:
        setting = await kept.setting(tx)
        ground = await kept.ground(tx, ticket)
        if ground is None:
            return
        known = fits(ground, await kept.around(tx, ground, setting.near_m), setting.near_m)
        waits = await kept.returned(tx, ticket)
        holder = await kept.holder(tx, ticket)
    values = _values(ground, known, waits or {}, units) | {"return": _returning(known, holder, units)}
    for offer in ruling:
        for field in offer["fields"]:
            field["value"] = values[offer["command"]].get(field["name"])


def _values(
    ground: Ground, known: Sequence[Fit], waits: Mapping[str, Any], units: Units
) -> dict[str, dict[str, Any]]:
    """What each form begins with. A decision that follows a precedent makes no other, whatever it is kept as."""
    keeps = {"precedent": PLACE if ground.place is not None else CELL if ground.cell is not None else NO}
    best = known[0] if known else None
    told = says(best, units.name(best.precedent.unit)) if best else None
    mine = best is not None and best.precedent.unit == waits.get("unit")
    owner = best.precedent.unit if best and not mine else None
    agrees = owner is not None and waits.get("proposed") in (None, owner)
    return {
        "decide": {"unit": best.precedent.unit if best else None, "reason": told, **keeps},
        "grant": {
            "unit": waits.get("proposed") or owner,
            "reason": told if agrees else None,
            "point": waits.get("point"),
            **keeps,
        },
        "force": {"reason": told if mine else None, **keeps},
    }


def _returning(known: Sequence[Fit], holder: int | None, units: Units) -> dict[str, Any]:
    """A return begins with the precedent that says another unit, where the best one does: whose it is, and why."""
    best = known[0] if known else None
    if best is None or best.precedent.unit == holder:
        return {}
    return {"proposed": best.precedent.unit, "basis": says(best, units.name(best.precedent.unit))}


async def queue(database: Database, units: Units, actor: Actor) -> list[dict[str, Any]]:
    """What waits for the district's word, each with what earlier decisions say of it."""
    async with database.reader(_tokens(actor)) as tx:
        setting = await kept.setting(tx)
        return [
            _waiting(row, units) | await _offers(tx, units, row["id"], setting)
            for row in await store.waiting(tx, MOST_WAITING)
        ]


def _waiting(row: Mapping[str, Any], units: Units) -> dict[str, Any]:
    returned = row["returned"] or {}
    names = (
        "id",
        "number",
        "title",
        "address",
        "state",
        "state_since",
        "type",
        "urgency",
        "hops",
        "returns",
        "due_at",
    )
    return {
        **{name: row[name] for name in names},
        "unit_name": units.name(row["unit"]) or None,
        "return_reason": returned.get("reason"),
        "basis": returned.get("basis"),
        "proposed_name": units.name(returned.get("proposed")) or None,
        "point": returned.get("point"),
        "precedent_says": returned.get("precedent_says"),
    }


async def alarms(database: Database, units: Units, actor: Actor) -> list[dict[str, Any]]:
    """Tickets that are passed to and fro, with their way from unit to unit."""
    async with database.reader(_tokens(actor)) as tx:
        rows = await store.alarms(tx)
    return [
        {**row, "trail": [units.name(unit) for unit in row["trail"]], "unit": units.name(row["unit"])}
        for row in rows
    ]


async def precedents(
    database: Database, actor: Actor, *, ended: bool, words: str | None
) -> list[dict[str, Any]]:
    """Precedents, the newest first."""
    async with database.reader(_tokens(actor)) as tx:
        return await store.precedents(tx, ended=ended, words=words)


async def drawn(database: Database, actor: Actor) -> dict[str, Any]:
    """Precedents in force, to be drawn on the map."""
    async with database.reader(_tokens(actor)) as tx:
        return {"type": "FeatureCollection", "features": await store.drawn(tx)}


async def settings(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """The versions of what is set about ownership, the newest first."""
    async with database.reader(_tokens(actor)) as tx:
        return await kept.settings(tx)


async def proposals(database: Database, tables: Tables, actor: Actor) -> list[dict[str, Any]]:
    """Rules that the last year's decisions speak for: one owner, often enough, against nobody, not so yet."""
    now = datetime.now(UTC)
    async with database.reader(_tokens(actor)) as tx:
        setting = await kept.setting(tx)
        rows = await store.decided(tx, now - _LOOKED_BACK)
    return proposed(rows, tables, setting.propose_after, now)


def proposed(
    rows: Sequence[Mapping[str, Any]], tables: Tables, least: int, now: datetime
) -> list[dict[str, Any]]:
    """Category and owner, with the towns in which it was decided so at least so often and never otherwise."""
    owners: dict[tuple[str, str], set[int]] = defaultdict(set)
    times: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        owners[row["path"], row["town"]].add(row["unit"])
        times[row["path"], row["town"]] += row["times"]
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for (path, town), units in owners.items():
        (owner, *others) = units
        if not others and times[path, town] >= least and not _is_so(path, town, owner, tables, now):
            found[path, owner].append(town)
    return [
        {
            "path": path,
            "unit": owner,
            "unit_name": tables.units.name(owner),
            "towns": sorted(towns),
            "times": sum(times[path, town] for town in towns),
        }
        for (path, owner), towns in sorted(found.items())
        if owner in tables.units.by_id
    ]


def _is_so(path: str, town: str, owner: int, tables: Tables, now: datetime) -> bool:
    """Whether the rules in force send such a complaint there already."""
    category = next((each for each in tables.categories.values() if each.path == path), None)
    need = need_of(Type.COMPLAINT, category)
    matter = Matter(Type.COMPLAINT, "normal", path, need, "", "", now, town=town)
    return send(matter, Placement.PLACED, tables.rules, tables.units).unit == owner


def _tokens(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)
