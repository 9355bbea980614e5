"""Rates of a window, and the tickets behind each figure. Asked by the page 考核与统计; read as the person.

A person gets the units of their own centers (of the district: all; of a department: itself, by unit). Both questions
read the same rows (``rate_fact`` in the database, what was kept of it once a period is locked), so a figure and its
list cannot differ.
"""

from dataclasses import dataclass
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.figures import figures, formulas
from dispatch.domain.rates import BY_CODE
from dispatch.domain.units import CENTERS, Units
from dispatch.domain.windows import Cut, Window
from dispatch.errors import BadInput, NotFound
from dispatch.reads.reach import reach
from dispatch.saying import say
from dispatch.store import rates as store
from dispatch.store import scores as periods
from dispatch.store.database import Database
from dispatch.store.rates import Asked, Behind

PAGE = 50


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: whose (None: of all the person may open together), of which rate, and which part of it."""

    unit: int | None
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
        counted = await store.counted(tx, rules, Asked(window, by_center and _sees_centers(units, actor)))
    mine = within(units, actor, kinds)
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
    behind = _behind(units, actor, figure)
    async with database.reader(_readers(actor)) as tx:
        rules = await store.rules(tx)
        asked = Asked(window, by_center and _sees_centers(units, actor))
        return _page(await store.tickets(tx, rules, asked, behind))


async def of_period(
    database: Database, units: Units, actor: Actor, period: int, figure: Figure, *, by_center: bool
) -> dict[str, Any]:
    """The tickets behind a figure of a score period: as they count now, or as they did when it was locked.

    Raises:
        NotFound: there is no such period, or the unit is beyond the person's reach.
        BadInput: there is no such rate.
    """
    behind = _behind(units, actor, figure)
    async with database.reader(_readers(actor)) as tx:
        found = await periods.period(tx, period)
        if found is None:
            raise NotFound
        rules = await store.rules(tx, found["setting"])
        window = Window(found["since"], found["until"])
        asked = Asked(window, by_center, period, kept=found["figures"] is not None)
        return _page(await store.tickets(tx, rules, asked, behind))


def within(units: Units, actor: Actor, kinds: frozenset[str] = frozenset()) -> frozenset[int]:
    """The units whose figures a person may open; ``kinds``: of which kinds, empty for all."""
    mine = reach(actor.memberships, units)
    own = frozenset(each.unit for each in actor.memberships)
    sees_centers = _sees_centers(units, actor)
    return frozenset(
        unit.id
        for unit in units.by_id.values()
        if (mine.everywhere or unit.id in own or (sees_centers and unit.center in mine.centers))
        and (not kinds or unit.kind in kinds)
    )


def _sees_centers(units: Units, actor: Actor) -> bool:
    """Whether somebody works for a center; a department sees its own tickets only, which are no center's figure."""
    return any(
        units.by_id[each.unit].kind in CENTERS for each in actor.memberships if each.unit in units.by_id
    )


def _behind(units: Units, actor: Actor, figure: Figure) -> Behind:
    if figure.rate not in BY_CODE:
        raise BadInput(say("没有这项指标，请刷新页面。"), field="rate")
    mine = within(units, actor)
    if figure.unit is not None and figure.unit not in mine:
        raise NotFound
    chosen = sorted(mine) if figure.unit is None else [figure.unit]
    return Behind(figure.rate, chosen, figure.hits, figure.before, PAGE + 1)


def _page(found: list[dict[str, Any]]) -> dict[str, Any]:
    page = found[:PAGE]
    more = len(found) > PAGE
    return {"tickets": page, "next": page[-1]["row"]["id"] if more else None}


def _readers(actor: Actor) -> frozenset[str]:
    assert actor.person is not None
    return access.readers(actor.person, actor.memberships)
