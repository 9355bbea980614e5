"""Clocks that go on otherwise: paused and resumed, moved with the hotline's instant, reckoned anew. Pure.

Fired warnings stay fired through all of it; the store keeps them beside the clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dispatch.domain.clocks.reckoning import BY_OUTER, Start, facts_of, start
from dispatch.domain.clocks.rules import Facts, Timetable
from dispatch.domain.clocks.walk import Pause
from dispatch.domain.ticket import Clock

PAUSED = BY_OUTER
"""What 挂账 stops; redo is the reply of a later round, halt the beginning of the handler's part."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A running clock that was reckoned anew: what it is now, and what it was."""

    start: Start
    was_due_at: datetime
    pauses: tuple[Pause, ...] = ()
    paused_at: datetime | None = None

    @property
    def is_other(self) -> bool:
        """Whether its instant moved at all."""
        return self.start.due_at != self.was_due_at

    def told(self) -> dict[str, Any]:
        """How the journal says it."""
        return {
            "clock": self.start.kind,
            "from": self.was_due_at.isoformat(),
            "to": self.start.due_at.isoformat(),
        }


def anew(
    clock: Clock,
    timetable: Timetable,
    outer_due: datetime | None,
    pauses: tuple[Pause, ...] | None = None,
    facts: Facts | None = None,
) -> Moved | None:
    """A clock by the rules and the calendar of now; None where nothing is known that it could be reckoned from.

    The rule is the one in force for the day it started on. Where the rules no longer hold any, it stays as it is.
    ``facts``: what is known of the ticket now, where that is not what was known when it started.
    """
    facts = facts or facts_of(clock.basis)
    if facts is None:
        return None
    rested = clock.pauses if pauses is None else pauses
    agreed = clock.basis.get("agreed")
    found = start(
        clock.kind, clock.started_at, facts, timetable, outer_due=outer_due, agreed=agreed, pauses=rested
    )
    return None if found is None else Moved(found, clock.due_at, rested, clock.paused_at)


def recomputed(
    clocks: Iterable[Clock], timetable: Timetable, outer_due: datetime | None
) -> tuple[Moved, ...]:
    """Every clock that could be reckoned anew, also those whose instant stays."""
    found = (anew(each, timetable, outer_due) for each in clocks)
    return tuple(each for each in found if each is not None)


def known_as(
    clocks: Iterable[Clock], timetable: Timetable, outer_due: datetime | None, now: Facts
) -> tuple[Moved, ...]:
    """Every clock that could be reckoned anew, by the rules for what the ticket is known to be now."""
    known = ((each, facts_of(each.basis)) for each in clocks)
    found = (
        anew(clock, timetable, outer_due, facts=replace(facts, type=now.type, category=now.category))
        for clock, facts in known
        if facts is not None
    )
    return tuple(each for each in found if each is not None)


def outer_moved(
    clocks: Iterable[Clock], timetable: Timetable, outer_due: datetime | None, at: datetime
) -> tuple[Moved, ...]:
    """The clocks that follow the hotline's instant, now that it said another one.

    Of a share of its time, pauses that lie behind are in its new word already; one under way begins anew with it.
    A limit of our own that only ends with it keeps its pauses.
    """
    found = []
    for clock in clocks:
        pauses = () if _is_share(clock) else clock.pauses
        moved = anew(clock, timetable, outer_due, pauses) if clock.kind in BY_OUTER else None
        if moved is None or not (moved.start.basis.get("outer") or clock.basis.get("outer")):
            continue
        if _is_share(clock) and clock.paused_at is not None:
            moved = replace(moved, paused_at=max(clock.paused_at, at))
        found.append(moved)
    return tuple(found)


def _is_share(clock: Clock) -> bool:
    """Whether it is a share of the hotline's time, and not a limit of our own."""
    return "share" in clock.basis


def resumed(
    clocks: Iterable[Clock], timetable: Timetable, outer_due: datetime | None, at: datetime
) -> tuple[Moved, ...]:
    """Paused clocks go on: later by the pause."""
    found = []
    for clock in clocks:
        if clock.paused_at is None:
            continue
        pauses = (*clock.pauses, (clock.paused_at, at))
        if _is_share(clock) and clock.basis["outer"] != _iso(outer_due):
            pauses = ()  # the hotline's new instant holds the pause
        moved = anew(clock, timetable, outer_due, pauses)
        kept = moved.start if moved else _as_it_was(clock, at)
        found.append(Moved(kept, clock.due_at, pauses))
    return tuple(found)


def _as_it_was(clock: Clock, at: datetime) -> Start:
    """A clock that kept no grounds is later by the pause, night and day."""
    later = clock.due_at + (
        at - clock.paused_at if clock.paused_at and clock.due_at > clock.paused_at else at - at
    )
    return Start(clock.kind, clock.started_at, later, later, "", (None, None, None, later))


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def pauses_from(kept: Iterable[Mapping[str, str] | list[str]] | None) -> tuple[Pause, ...]:
    """Pauses as they are kept."""
    pairs = (tuple(each) for each in kept or ())
    return tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in pairs)
