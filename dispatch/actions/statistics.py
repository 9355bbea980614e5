"""Tickets counted in the areas of one version, whichever version they were located in. What is counted is conserved.

Tickets of the version itself count as they are; those of others by their point, exactly; and what has no point, by the
ground its area shares with those of the version. Called by the web edge and the command line.
"""

import asyncio
from collections import Counter, OrderedDict, defaultdict
from datetime import datetime, timedelta
from typing import Any

from dispatch.actions.crosswalks import crosswalk
from dispatch.actions.drafts import read_rows
from dispatch.actions.preview import index_of
from dispatch.errors import BadInput, NotFound
from dispatch.saying import say
from dispatch.store import intake
from dispatch.store import statistics as store
from dispatch.store.boundaries import Level
from dispatch.store.database import Database
from dispatch.store.statistics import Counted
from gis.cells import Cell, CellIndex

LONGEST = timedelta(days=3660)
USUAL = timedelta(days=30)
_KEPT = 4


class Statistics:
    """Counts, and keeps the indexes of the last versions: what was published never changes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._indexes: OrderedDict[int, tuple[CellIndex, dict[Level, dict[str, str]]]] = OrderedDict()

    async def count(
        self, version: int, level: Level, since: datetime | None, until: datetime | None
    ) -> dict[str, Any]:
        """Tickets received in a period, by the areas of a level of a version.

        Raises:
            NotFound: the version was never published.
            BadInput: the period ends before it begins, or is longer than ten years.
        """
        since, until = await self._period(since, until)
        index, names = await self._index(version)
        async with self._database.system(frozen=True) as tx:
            counted = await store.counted(tx, level, since, until, version)
            points = await store.points(tx, since, until, version)
        exact, apportioned = Counter[str | None](), defaultdict[str | None, float](float)
        numbers = await asyncio.to_thread(index.find_many, *points)
        for number, tickets in Counter(numbers.tolist()).items():
            exact[_area(index.cells[number], level) if number >= 0 else None] += tickets
        for each in counted:
            await self._add(each, version, level, exact, apportioned)
        rows = [
            _row(code, names[level].get(code or "", ""), exact[code], apportioned.get(code, 0.0))
            for code in [*names[level], *sorted(exact.keys() - names[level].keys(), key=str)]
        ]
        period = {"since": since.isoformat(), "until": until.isoformat()}
        return {"version": version, "level": level, **period, "rows": rows, "total": _total(rows)}

    async def _add(
        self,
        each: Counted,
        version: int,
        level: Level,
        exact: Counter[str | None],
        apportioned: dict[str | None, float],
    ) -> None:
        """What has no point: of this version as it is, of another by the ground that its area shares."""
        if each.version == version or each.code is None:
            exact[each.code if each.version == version else None] += each.tickets
            return
        shares = await crosswalk(self._database, each.version, version, level)
        own = [row for row in shares if row.from_code == each.code]
        if not own:
            exact[None] += each.tickets
        for row in own:
            apportioned[row.to_code] += each.tickets * row.share
            exact.setdefault(row.to_code, 0)

    async def _period(self, since: datetime | None, until: datetime | None) -> tuple[datetime, datetime]:
        if until is None:
            async with self._database.system() as tx:
                until = await intake.clock(tx)
        since = since or until - USUAL
        if since >= until:
            raise BadInput(say("开始时间要早于结束时间。"), field="since")
        if until - since > LONGEST:
            raise BadInput(say("一次最多统计十年，请缩短时间范围。"), field="since")
        return since, until

    async def _index(self, version: int) -> tuple[CellIndex, dict[Level, dict[str, str]]]:
        if version not in self._indexes:
            known, rows = await read_rows(self._database, version)
            if known.state not in ("published", "retired"):
                raise NotFound(say("第 {version} 版还没有发布过，不能按它统计。", version=version))
            index = await asyncio.to_thread(index_of, rows, version)
            names = {level: {row.code: row.name for row in listed} for level, listed in rows.items()}
            self._indexes[version] = index, names
            while len(self._indexes) > _KEPT:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(version)
        return self._indexes[version]


def _area(cell: Cell, level: Level) -> str:
    return {"cell": cell.code, "village": cell.village, "town": cell.town}[level]


def _row(code: str | None, name: str, exact: int, apportioned: float) -> dict[str, Any]:
    tickets = exact + apportioned
    return {"code": code, "name": name, "tickets": tickets, "exact": exact, "apportioned": apportioned}


def _total(rows: list[dict[str, Any]]) -> float:
    return float(sum(row["tickets"] for row in rows))
