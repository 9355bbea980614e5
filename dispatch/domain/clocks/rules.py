"""Which limit is in force for a clock: the first rule that fits type, urgency, category, unit and day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dispatch.domain.clocks.calendar import Calendar
from dispatch.domain.clocks.limits import Limits


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules look at. ``category`` is a path; ``unit`` is who owes what the clock measures."""

    type: str
    urgency: str
    category: str | None = None
    unit: int | None = None
    unit_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """A limit for a kind of clock; None means any. ``reason`` is how the rule is called where it is cited.

    ``share``: of the hotline's time, where the hotline set one; the limit itself holds where it did not. ``categories``
    are paths; one stands for all below it. ``valid_from`` and ``valid_until`` are days on which clocks start.
    """

    ordinal: int
    clock: str
    limits: Limits
    reason: str
    types: frozenset[str] | None = None
    urgencies: frozenset[str] | None = None
    categories: tuple[str, ...] | None = None
    units: frozenset[int] | None = None
    unit_kinds: frozenset[str] | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    counts_first_day: bool = False
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """Everything that decides when something falls due, of one version: the rules and the calendar."""

    version: int
    rules: tuple[ClockRule, ...]
    calendar: Calendar = field(default_factory=Calendar)
    rules_version: int = 0
    """The version that changed the rules last."""
    walks: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What ``reckoning`` found on its walks: the tickets of one batch begin at one instant and share a few limits."""


def limit(kind: str, facts: Facts, day: date, rules: Sequence[ClockRule]) -> ClockRule | None:
    """The rule in force for a clock that starts on a day, or None where the district sets no such limit."""
    return next((rule for rule in rules if rule.clock == kind and _fits(rule, facts, day)), None)


def _fits(rule: ClockRule, facts: Facts, day: date) -> bool:
    return (
        _has(rule.types, facts.type)
        and _has(rule.urgencies, facts.urgency)
        and _has(rule.units, facts.unit)
        and _has(rule.unit_kinds, facts.unit_kind)
        and (rule.categories is None or _below(facts.category, rule.categories))
        and (rule.valid_from is None or rule.valid_from <= day)
        and (rule.valid_until is None or day <= rule.valid_until)
    )


def _has(wanted: frozenset[Any] | None, given: Any) -> bool:
    return wanted is None or given in wanted


def _below(path: str | None, categories: Sequence[str]) -> bool:
    return path is not None and any(path == each or path.startswith(f"{each}/") for each in categories)
