"""The day's report (日报) of a center or of the whole district. Read as the person, in one snapshot."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from dispatch.domain import access, windows
from dispatch.domain.access import Actor
from dispatch.domain.day_report import ALIKE, MOST_LISTED, Facts, Report, report
from dispatch.domain.figures import figures, formulas
from dispatch.domain.reply_checks import masked
from dispatch.domain.units import CENTERS, Units
from dispatch.domain.windows import Cut
from dispatch.errors import NotFound
from dispatch.ports.sealing import Sealer
from dispatch.reads.rates import within
from dispatch.saying import say
from dispatch.store import day_report as store
from dispatch.store import rates
from dispatch.store.database import Database, Tx


async def day_report(
    database: Database, sealer: Sealer, units: Units, actor: Actor, unit: int | None, on: date | None
) -> tuple[date, Report]:
    """The report of a day and a center (none: the person's own; of the district's: all), and which day that is.

    Without a day it is the last one whose window has ended.

    Raises:
        NotFound: no such center, or its figures are not the person's to open.
    """
    assert actor.person is not None
    center = _center(units, actor, unit)
    centers = _within(units, center)
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        by = await rates.rules(tx)
        now = await store.now(tx)
        day = on or last_ended(now, by.cut)
        window = windows.day(day, by.cut)
        counted = await rates.counted(tx, by, rates.Asked(window, by_center=True))
        told = [(each, one) for each, one in counted if each in centers]
        overdue, total = await store.overdue(tx, centers, MOST_LISTED)
        notable = await store.notable(tx, centers, MOST_LISTED)
        names = await _names(tx, sealer, [*overdue, *notable])
        facts = Facts(
            center=units.name(center),
            on=day,
            window=window,
            now=now,
            figures=figures(told, {each: units.name(each) for each, _ in told}, by.setting, window),
            formulas=formulas(by.setting.weights),
            in_hand=await store.in_hand(tx, centers),
            overdue=_unnamed(overdue, names),
            overdue_total=total,
            categories=await store.categories(tx, by, window, centers),
            alike=await store.alike(tx, by, window, centers, ALIKE),
            notable=_unnamed(notable, names),
        )
    return day, report(facts, actor.name, units.name(actor.home))


def last_ended(now: datetime, cut: Cut) -> date:
    """The last day whose window has ended."""
    return windows.today(now, cut) - timedelta(days=1)


def _center(units: Units, actor: Actor, unit: int | None) -> int:
    home = actor.home
    chosen = unit if unit is not None or home is None else units.center(home)
    found = units.by_id.get(chosen) if chosen is not None else None
    if found is None or found.kind not in CENTERS or found.id not in within(units, actor):
        raise NotFound(say("没有这个中心，或您看不到它的数字；请选本中心。"))
    return found.id


def _within(units: Units, center: int) -> list[int]:
    """The centers a report is of: of the district's all."""
    if center != units.district:
        return [center]
    return sorted(each.id for each in units.by_id.values() if each.kind in CENTERS)


async def _names(tx: Tx, sealer: Sealer, rows: Sequence[Mapping[str, Any]]) -> dict[int, str | None]:
    """What the callers of these tickets are called: to be left out."""
    found = await store.sealed(tx, sorted({row["id"] for row in rows}))
    return {ticket: sealer.caller_name(key, content, ticket) for ticket, key, content in found}


def _unnamed(rows: Sequence[dict[str, Any]], names: Mapping[int, str | None]) -> list[dict[str, Any]]:
    return [{**row, "title": masked(row["title"], names.get(row["id"]))} for row in rows]
