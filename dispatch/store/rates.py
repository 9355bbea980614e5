"""What rates count, as rows, and the settings they are weighed by. Called by ``reads.rates`` and ``actions.scores``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from dispatch.domain.figures import Setting, figures
from dispatch.domain.rates import Counted, Weights
from dispatch.domain.units import Units
from dispatch.domain.windows import Cut, Window
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("rates")
BOARD = 3
"""How many units a board names where a version of the settings is older than boards."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A version of the settings: weights, words of the call-back, how windows are cut."""

    setting: Setting
    cut: Cut
    satisfied_words: tuple[str, ...]
    partly_words: tuple[str, ...]
    board: int
    """How many units the 红榜 and the 黑榜 name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is counted: the window, by center or by unit, and for which score period (its upheld objections).

    ``kept``: the period is locked; what counted then is read, not what would count now.
    """

    window: Window
    by_center: bool
    period: int | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Behind:
    """Which tickets: of which rate and units; those that add something, add nothing, or (None) all; a page of them."""

    rate: str
    units: Sequence[int]
    hits: bool | None
    before: int | None
    most: int


async def rules(tx: Tx, version: int | None = None) -> Rules:
    """The settings in force, or a former version."""
    row = await tx.fetchrow(SQL.rules, version)
    assert row is not None
    weights = Weights(
        **{
            name: Decimal(str(row[name]))  # as it was typed, not as its bits are
            for name in ("responded", "solved", "satisfied", "partly")
        }
    )
    return Rules(
        Setting(row["version"], weights),
        Cut(row["day_starts"], row["month_starts"]),
        tuple(row["satisfied_words"]),
        tuple(row["partly_words"]),
        row["board"] or BOARD,
    )


async def counted(tx: Tx, by: Rules, asked: Asked) -> list[tuple[int, Counted]]:
    """What was counted, by unit and rate."""
    if asked.kept:
        rows = await tx.fetch(SQL.kept_counted, asked.period, asked.by_center)
    else:
        rows = await tx.fetch(SQL.counted, *_window(by, asked), asked.by_center, asked.period)
    return [
        (row["unit"], Counted(row["rate"], row["base"], row["full_amount"] or 0, row["part_amount"] or 0))
        for row in rows
    ]


async def keep_facts(tx: Tx, period: Mapping[str, Any]) -> None:
    """Keep for good what counts in a score period now, ticket by ticket: the lists behind its figures."""
    by = await rules(tx, period["setting"])
    asked = Asked(Window(period["since"], period["until"]), by_center=True, period=period["id"])
    await tx.execute(SQL.keep_facts, *_window(by, asked), asked.period)


async def figures_of(
    tx: Tx, units: Units, period: Mapping[str, Any], *, kept: bool = False
) -> dict[str, Any]:
    """The figures of a score period, by center and by unit: numbers, no ticket.

    ``kept``: of the facts that were kept; else as they count now.
    """
    by = await rules(tx, period["setting"])
    window = Window(period["since"], period["until"])
    told = {}
    for name, by_center in (("center", True), ("unit", False)):
        found = await counted(tx, by, Asked(window, by_center, period["id"], kept))
        told[name] = figures(found, {unit: units.name(unit) for unit, _ in found}, by.setting, window)
    return told


async def tickets(tx: Tx, by: Rules, asked: Asked, behind: Behind) -> list[dict[str, Any]]:
    """The tickets behind a figure, the newest first, with what each adds to the numerator."""
    which = (behind.rate, list(behind.units), behind.hits, behind.before, behind.most)
    if asked.kept:
        rows = await tx.fetch(SQL.kept_tickets, asked.period, asked.by_center, *which)
    else:
        rows = await tx.fetch(SQL.tickets, *_window(by, asked), asked.by_center, asked.period, *which)
    return [each[0] for each in rows]


async def versions(tx: Tx) -> list[dict[str, Any]]:
    """Every version of the settings, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.versions)]


async def add_version(tx: Tx, given: dict[str, Any], person: int | None) -> int:
    """A new version, in force at once; answers its number."""
    await tx.execute(SQL.retire)
    version: int = await tx.fetchval(SQL.add_version, given, person)
    return version


def _window(by: Rules, asked: Asked) -> tuple[datetime, datetime, list[str], list[str]]:
    return asked.window.since, asked.window.until, list(by.satisfied_words), list(by.partly_words)
