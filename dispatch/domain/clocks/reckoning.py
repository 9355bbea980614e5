"""Reckons a clock: from its kind, its start and what is known of the ticket to the instant it falls due, and why. Pure.

Everything a clock was reckoned from is kept beside it (``basis``), so that it can say why, and be reckoned anew when
the calendar, the rules or the hotline's own instant change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from dispatch.domain.clocks.calendar import Calendar, local_day
from dispatch.domain.clocks.limits import Limit, LimitUnit
from dispatch.domain.clocks.rules import ClockRule, Facts, Timetable, limit
from dispatch.domain.clocks.texts import written
from dispatch.domain.clocks.walk import Pause, advance, counted, due, elapsed, shifted, skipped
from dispatch.saying import say

MARKS = ("half", "soon", "two_hours", "overdue")
"""When a clock warns: half of its time gone, 80 % of it, two hours before, and when it falls due."""
HALF_SHARE = 0.5
SOON_SHARE = 0.8
"""A clock turns 临期 when this share of it has passed."""
_LEFT = timedelta(hours=2)
_MOST_WALKS = 2_000
"""Walks that are remembered; then they are forgotten, and taken again."""
_OUTER = say("上级时限")
_AGREED = say("交办时约定")
HALT = "halt"
BY_OUTER = frozenset({"inner", HALT, "reply", "redo"})
"""Kinds that run while a ticket is handled: none of them ends after the hotline's own instant."""
_OF = {HALT: "inner"}
"""Kinds that take their limit from another's rule: 制止 stands in the text of the handler's limit."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What a clock is reckoned by. ``share`` is of the time until ``outer``, the hotline's instant, where it is set.

    Without a share, ``outer`` only ends it.
    """

    said: str
    limit: Limit | None
    facts: Facts
    rule: int | None = None
    first_day: bool = False
    share: float | None = None
    outer: datetime | None = None
    agreed: int | None = None
    """Minutes that were agreed when it was assigned; they override every rule."""


@dataclass(frozen=True, slots=True)
class Start:
    """A clock as reckoned: when it began, falls due and warns, by which rule, and what it follows from."""

    kind: str
    started_at: datetime
    due_at: datetime
    next_at: datetime
    reason: str
    marks: tuple[datetime | None, ...] = ()
    basis: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0
    unannounced: bool = False
    """It counts through a year whose holidays are not announced yet."""


def spec_for(
    kind: str,
    since: datetime,
    facts: Facts,
    timetable: Timetable,
    *,
    outer_due: datetime | None = None,
    agreed: int | None = None,
) -> Spec | None:
    """What a clock is reckoned by, or None where the district sets no such limit."""
    outer = outer_due if outer_due is not None and outer_due > since else None
    ends = outer if kind in BY_OUTER else None
    if agreed is not None:
        return Spec(_AGREED, Limit(agreed, LimitUnit.MINUTES), facts, outer=ends, agreed=agreed)
    rules: Sequence[ClockRule] = timetable.rules
    if kind == "inner":
        rules = [rule for rule in rules if _is_whole(rule, outer)]
    rule = limit(_OF.get(kind, kind), facts, local_day(since), rules)
    if rule is None:
        own = kind == "reply" and outer is not None
        return Spec(_OUTER, None, facts, share=1.0, outer=outer) if own else None
    if kind == HALT:
        halt = rule.limits.halt
        return Spec(rule.reason, halt, facts, rule.ordinal, outer=ends) if halt else None
    share = 1.0 if kind == "reply" and rule.share is None else rule.share
    if outer is not None and share is not None:
        said = _OUTER if share == 1.0 else rule.reason
        return Spec(said, rule.limits.main, facts, rule.ordinal, share=share, outer=outer)
    if rule.limits.main is None:
        return None
    return Spec(rule.reason, rule.limits.main, facts, rule.ordinal, rule.counts_first_day, outer=ends)


def _is_whole(rule: ClockRule, outer: datetime | None) -> bool:
    """Whether a rule says when a handler is done; one that only says 制止 leaves it to the next that fits."""
    return rule.limits.main is not None or (rule.share is not None and outer is not None)


def start(
    kind: str,
    since: datetime,
    facts: Facts,
    timetable: Timetable,
    *,
    outer_due: datetime | None = None,
    agreed: int | None = None,
    pauses: Sequence[Pause] = (),
) -> Start | None:
    """A clock from ``since``. ``agreed`` minutes override the rule; ``outer_due`` is the hotline's instant."""
    spec = spec_for(kind, since, facts, timetable, outer_due=outer_due, agreed=agreed)
    return None if spec is None else reckon(kind, since, spec, timetable, pauses)


def reckon(
    kind: str, since: datetime, spec: Spec, timetable: Timetable, pauses: Sequence[Pause] = ()
) -> Start:
    """The clock of a spec; later by the pauses, but never later than the hotline's own instant."""
    walk = _walk(since, spec, timetable, pauses) if pauses else _remembered(since, spec, timetable)
    basis = {**_grounds(spec, timetable), **walk.passed}
    return Start(
        *(kind, since, walk.due_at, walk.next_at, spec.said, walk.marks),
        basis={name: value for name, value in basis.items() if value is not None},
        version=timetable.version,
        unannounced="unannounced" in walk.passed,
    )


@dataclass(frozen=True, slots=True)
class _Walk:
    """What a limit comes to from an instant, whoever's it is: when it falls due and warns, and what lay on the way."""

    due_at: datetime
    next_at: datetime
    marks: tuple[datetime | None, ...]
    passed: Mapping[str, Any]
    """Parts of the basis: years without a notice, days off, office hours."""


def _remembered(since: datetime, spec: Spec, timetable: Timetable) -> _Walk:
    """A walk without pauses, taken once for all clocks of an instant and a limit."""
    key = (since, spec.limit, spec.first_day, spec.share, spec.outer)
    found: _Walk | None = timetable.walks.get(key)
    if found is None:
        if len(timetable.walks) >= _MOST_WALKS:
            timetable.walks.clear()
        found = timetable.walks[key] = _walk(since, spec, timetable, ())
    return found


def _walk(since: datetime, spec: Spec, timetable: Timetable, pauses: Sequence[Pause]) -> _Walk:
    calendar = timetable.calendar if spec.limit is not None and spec.limit.counts_office else None
    first_due, office = _first_due(since, spec, timetable.calendar, calendar)
    due_at = shifted(first_due, pauses, office)
    if spec.outer is not None:
        due_at = min(due_at, spec.outer)
    marks = _marks(since, due_at, pauses, office)
    passed = {**_unannounced(since, due_at, spec, calendar), **_passed(since, due_at, office)}
    return _Walk(due_at, min(each for each in marks if each), marks, passed)


def _first_due(
    since: datetime, spec: Spec, calendar: Calendar, office: Calendar | None
) -> tuple[datetime, Calendar | None]:
    """When it falls due without pauses, and the calendar that it counts by."""
    if spec.outer is None or spec.share is None:
        assert spec.limit is not None
        return due(since, spec.limit, calendar, counts_first_day=spec.first_day), office
    if spec.share == 1.0:
        return spec.outer, None
    if not counted(since, spec.outer, office):
        office = None  # between the start and the hotline's instant no office is open
    return advance(since, counted(since, spec.outer, office) * spec.share, office), office


def _marks(
    since: datetime, due_at: datetime, pauses: Sequence[Pause], office: Calendar | None
) -> tuple[datetime | None, ...]:
    """The instants of ``MARKS``, counted as the clock counts; one that is not after the start is left out."""
    total = elapsed(since, due_at, pauses, office)
    ahead = [total * HALF_SHARE, total * SOON_SHARE, total - _LEFT]
    found = [shifted(advance(since, each, office), pauses, office) for each in ahead]
    return (*(each if since < each < due_at else None for each in found), due_at)


def _grounds(spec: Spec, timetable: Timetable) -> dict[str, Any]:
    """The parts of the basis that do not hang on the walk; ``facts_of`` and ``why`` read them."""
    facts = spec.facts
    told = {
        "type": facts.type,
        "urgency": facts.urgency,
        "category": facts.category,
        "unit": facts.unit,
        "unit_kind": facts.unit_kind,
    }
    return {
        "version": timetable.rules_version,
        "rule": spec.rule,
        "limit": written(spec.limit) if spec.limit else None,
        "first_day": spec.first_day or None,
        "share": spec.share if spec.outer else None,
        "outer": spec.outer.isoformat() if spec.outer else None,
        "agreed": spec.agreed,
        "facts": {name: value for name, value in told.items() if value is not None},
    }


def _unannounced(
    since: datetime, due_at: datetime, spec: Spec, calendar: Calendar | None
) -> dict[str, list[int]]:
    """The years without a notice that it depends on; a share counts the days until the hotline's instant as well."""
    if calendar is None or (spec.outer is not None and spec.share == 1.0):
        return {}
    until = due_at if spec.outer is None or spec.share is None else max(due_at, spec.outer)
    years = list(calendar.unannounced(local_day(since), local_day(until)))
    return {"unannounced": years} if years else {}


def _passed(since: datetime, due_at: datetime, office: Calendar | None) -> dict[str, Any]:
    """What lay on the way of a clock that counts office hours: days off, and which hours."""
    if office is None:
        return {}
    runs = [
        [first.isoformat(), last.isoformat(), name] for first, last, name in skipped(since, due_at, office)
    ]
    seasons = {office.season(local_day(at)) for at in (since, due_at)}
    hours = sorted([each.name, each.hours_text] for each in seasons)
    told = {"skipped": runs, "hours": hours}
    return {name: value for name, value in told.items() if value}


def facts_of(basis: Mapping[str, Any]) -> Facts | None:
    """What was known of the ticket when a clock started; None of a clock that kept nothing."""
    return Facts(**basis["facts"]) if "facts" in basis else None
