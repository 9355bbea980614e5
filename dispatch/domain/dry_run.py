"""What a draft of the rules would have done with past tickets, beside the rules in force. Pure; run by ``actions``.

Every ticket is asked of both as if it came now: at its own time of day and day of the week, so many weeks later.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from dispatch.domain.routing import Route, send
from dispatch.domain.rule import Matter, RuleSet
from dispatch.domain.ticket import Placement
from dispatch.domain.units import Units
from dispatch.saying import say

MOST_LISTED = 500
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Past:
    """A past ticket as rules see it."""

    id: int
    number: str
    placement: Placement
    matter: Matter


def as_of(at: datetime, day: datetime) -> datetime:
    """The same weekday and time of day as ``at``, in the first week from ``day`` on."""
    weeks = max(0, -((at - day) // _WEEK))
    return at + weeks * _WEEK


def dry_run(
    past: Sequence[Past], rules: RuleSet, draft: RuleSet, units: Units, day: datetime
) -> dict[str, Any]:
    """How many would go elsewhere, by from → to; which, with both rules; and how many each rule of the draft took."""
    placed = [each for each in past if each.placement in (Placement.PLACED, Placement.NOT_NEEDED)]
    pairs: Counter[tuple[int | None, int | None]] = Counter()
    taken: Counter[int | None] = Counter()
    listed: list[dict[str, Any]] = []
    for each in placed:
        matter = replace(each.matter, at=as_of(each.matter.at, day))
        now = send(matter, each.placement, rules, units)
        then = send(matter, each.placement, draft, units)
        taken[then.rule] += 1
        if now.unit == then.unit:
            continue
        pairs[now.unit, then.unit] += 1
        if len(listed) < MOST_LISTED:
            listed.append(_line(each, now, then, units))
    return {
        "asked": len(past),
        "routed": len(placed),
        "moved": sum(pairs.values()),
        "pairs": [
            {"former": _unit(before, units), "proposed": _unit(after, units), "tickets": count}
            for (before, after), count in pairs.most_common()
        ],
        "rules": {
            str(ordinal): count for ordinal, count in sorted(taken.items(), key=lambda one: one[0] or 0)
        },
        "listed": listed,
    }


def _unit(unit: int | None, units: Units) -> dict[str, Any]:
    """A unit by name; none is the district's own judgement."""
    return {"id": unit, "name": units.name(unit) or say("区中心研判")}


def _line(each: Past, now: Route, then: Route, units: Units) -> dict[str, Any]:
    return {
        "ticket": each.id,
        "number": each.number,
        "path": each.matter.path,
        "former": _unit(now.unit, units),
        "proposed": _unit(then.unit, units),
        "former_reason": now.reason,
        "reason": then.reason,
    }
