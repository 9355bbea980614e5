"""What a screen on a wall shows: counts, rates and outlines, nothing personal. One ``Walls`` per process.

A screen reads as its unit, through row security, and only columns that no caller's word gets into. Screens of one unit
share a picture for a second; where making one takes long (a district with tens of thousands of open tickets), for ten
times as long as that took. Rates count a whole period, so they are kept for a minute.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from dispatch.domain.access import unit_token
from dispatch.domain.figures import figures
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.rates import BY_CODE
from dispatch.domain.units import Units
from dispatch.domain.windows import Window, this_month
from dispatch.reads.shelf import Shelf
from dispatch.store import rates as counting
from dispatch.store import wall as store
from dispatch.store.database import Database, Tx
from dispatch.store.rates import Asked, Rules

FRESH_SECONDS, RATES_SECONDS = 1.0, 60.0
LONGEST_OVERDUE = 12
SHOWN = ("responded", "solved", "satisfied")
Picture = dict[str, Any]


class Walls:
    """Makes pictures of units."""

    def __init__(self, database: Database, units: Callable[[], Units], shelf: Shelf | None = None) -> None:
        self._database = database
        self._units = units
        self._shelf = shelf or Shelf()
        self._ground: dict[str | None, tuple[int, str]] = {}

    async def picture(self, unit: int) -> Picture:
        """All that a screen of a unit shows, but for the outlines of its map."""
        rates = await self._shelf.get(("rates", unit), RATES_SECONDS, lambda: self._rates(unit))
        standing: Picture = await self._shelf.get(("now", unit), FRESH_SECONDS, lambda: self._now(unit))
        return standing | {"rates": rates}

    async def ground(self, unit: int, boundary_version: int) -> str:
        """The outlines of a unit's map as JSON text: those in force where another version is asked for."""
        town = self._town(unit)
        kept = self._ground.get(town)
        if kept is None or kept[0] != boundary_version:
            async with self._database.reader([unit_token(unit)]) as tx:
                _, version = await store.moment(tx)
                kept = self._ground[town] = version, await store.ground(tx, version, town)
        return kept[1]

    async def _now(self, unit: int) -> Picture:
        streams, town = self._streams(unit), self._town(unit)
        async with self._database.reader([unit_token(unit)]) as tx:
            at, version = await store.moment(tx)
            standing = await store.standing(tx, streams, by_village=town is not None, most=LONGEST_OVERDUE)
            today = await store.flow(tx, streams, _midnight(at))
        return {
            "at": at,
            "unit_name": self._units().name(unit),
            "boundary_version": version,
            "today": today,
            **standing,
        }

    async def _rates(self, unit: int) -> Picture:
        """The rates of the call-backs in the period that runs, each with that of the period before."""
        async with self._database.reader([unit_token(unit)]) as tx:
            at, _ = await store.moment(tx)
            rules = await counting.rules(tx)
            window = this_month(at, rules.cut)
            former = this_month(window.since - timedelta(seconds=1), rules.cut)
            now, before = await self._of(tx, unit, rules, window), await self._of(tx, unit, rules, former)
        listed = [{"name": BY_CODE[code].name, **now[code], "before": before[code]["said"]} for code in SHOWN]
        return {"since": window.since, "until": window.until, "listed": listed}

    async def _of(self, tx: Tx, unit: int, rules: Rules, window: Window) -> Mapping[str, dict[str, Any]]:
        counted = await counting.counted(tx, rules, Asked(window, by_center=True))
        streams = set(self._streams(unit))
        mine = [(center, each) for center, each in counted if center in streams]
        return {each["code"]: each for each in figures(mine, {}, rules.setting, window)["total"]["rates"]}

    def _streams(self, unit: int) -> list[int]:
        """The centers whose tickets are counted: of the district's all, of a town's its own."""
        units = self._units()
        if unit != units.district:
            return [unit]
        return sorted({units.district, *units.center_of_town.values()})

    def _town(self, unit: int) -> str | None:
        """The town that a screen's map shows; None for the whole district."""
        return self._units().by_id[unit].town


def _midnight(at: datetime) -> datetime:
    """When the day began that an instant lies in."""
    return at.astimezone(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0)
