"""Rates of a window, and the tickets behind each figure. Asked by the page 考核与统计; read as the person.

A person gets the units of their own centers (of the district: all). Both questions read the same rows
(``rate_fact`` in the database), so a figure and its list cannot differ.
"""

from dataclasses import dataclass
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.figures import figures, formulas
from dispatch.domain.rates import BY_CODE
from dispatch.domain.units import Units
from dispatch.domain.windows import Cut, Window
from dispatch.errors import BadInput, NotFound
from dispatch.reads.reach import reach
from dispatch.store import rates as store
from dispatch.store.database import Database
from dispatch.store.rates import Asked

PAGE = 50


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: whose, of which rate, and which part of it."""

    unit: int
    rate: str
    hits: bool | None
    before: int | None


async def cut(database: Database, actor: Actor) -> Cut:
    """How days and months are cut now."""
    async with database.reader(_readers(actor)) as tx:
        return (await store.rules(tx)).cut


async def rates(
    database: Database, units: Units, actor: Actor, window: Window, *, by_center: bool, kinds: frozenset[str]
) -> dict[str, Any]:
    """Every rate of every unit in the person's reach, with numerator, denominator, formulas and window.

    ``kinds``: of which kinds of units; empty for all.
    """
    async with database.reader(_readers(actor)) as tx:
        rules = await store.rules(tx)
        counted = await store.counted(tx, rules, Asked(window, by_center))
    mine = _within(units, actor, kinds)
    found = [(unit, each) for unit, each in counted if unit in mine]
    told = figures(found, {unit: units.name(unit) for unit, _ in found}, rules.setting, window)
    return told | {"formulas": formulas(rules.setting.weights)}


async def tickets(
    database: Database, units: Units, actor: Actor, window: Window, figure: Figure, *, by_center: bool
) -> dict[str, Any]:
    """The tickets behind a figure, the newest first; ``next`` is where the next page begins.

    Raises:
        NotFound: a unit beyond the person's reach.
        BadInput: there is no such rate.
    """
    if figure.rate not in BY_CODE:
        raise BadInput("没有这项指标,请刷新页面。", field="rate")
    if figure.unit not in _within(units, actor, frozenset()):
        raise NotFound
    async with database.reader(_readers(actor)) as tx:
        rules = await store.rules(tx)
        found = await store.tickets(
            tx,
            rules,
            Asked(window, by_center),
            rate=figure.rate,
            unit=figure.unit,
            hits=figure.hits,
            before=figure.before,
            most=PAGE + 1,
        )
    page = found[:PAGE]
    more = len(found) > PAGE
    return {"tickets": page, "next": page[-1]["row"]["id"] if more else None}


def _readers(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)


def _within(units: Units, actor: Actor, kinds: frozenset[str]) -> frozenset[int]:
    mine = reach(actor.memberships, units)
    return frozenset(
        unit.id
        for unit in units.by_id.values()
        if (mine.everywhere or unit.center in mine.centers) and (not kinds or unit.kind in kinds)
    )
