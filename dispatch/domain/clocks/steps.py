"""Which clocks a step starts, stops, pauses and moves: the table of the field. Pure; read by ``decide``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dispatch.domain.clocks.calendar import local_day
from dispatch.domain.clocks.moving import PAUSED, Moved, known_as, outer_moved, recomputed, resumed
from dispatch.domain.clocks.reckoning import HALF_SHARE, HALT, Start, start
from dispatch.domain.clocks.rules import ClockRule, Facts, Timetable, limit
from dispatch.domain.clocks.walk import due
from dispatch.domain.commands import Command
from dispatch.domain.ticket import State, Ticket

_NONE: frozenset[str] = frozenset()
_HANDLERS = frozenset({"inner", HALT})
_ENTER: Mapping[State, tuple[frozenset[str], frozenset[str]]] = {
    State.UNPLACED: (frozenset({"decide"}), frozenset({"place"})),
    State.UNDECIDED: (frozenset({"place"}), frozenset({"decide"})),
    State.DISPATCHED: (
        frozenset({"place", "decide", "ruling", "sign", "review", *_HANDLERS}),
        frozenset({"sign", "contact"}),
    ),
    State.SIGNED: (frozenset({"sign", "ruling", "review", "place", *_HANDLERS}), _NONE),
    State.ASSIGNED: (_HANDLERS, _HANDLERS),
    State.IN_PROGRESS: (frozenset({"review"}), _HANDLERS),
    State.ANSWERED: (frozenset({"signoff", "sign", *_HANDLERS}), frozenset({"review"})),
    State.REVIEWED: (frozenset({"review"}), frozenset({"signoff"})),
    State.REPLIED: (frozenset({"review", "signoff", "reply", "redo", "contact", *_HANDLERS}), _NONE),
    State.RETURNED: (_NONE, frozenset({"ruling"})),
    State.SUSPENDED: (_NONE, _NONE),
    State.MERGED: (_NONE, _NONE),
}
"""On entering a state: kinds that stop, kinds that start (those that run go on unless they are stopped here)."""

_RESTARTS = frozenset({"sign", *_HANDLERS})
_CLOSING = frozenset({State.CLOSED, State.CANCELLED, State.REJECTED, State.HANDED_BACK})
_FRESH = _CLOSING | {State.UNPLACED, State.UNDECIDED}
"""From here a dispatched ticket's caller has to be contacted for the first time, or once more."""
_WAY_BACK = frozenset({Command.TAKE_BACK, Command.UNMERGE, Command.RESUME})
"""Back to the state it left, where everything went on meanwhile."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a step does to the clocks, ``at`` which instant. ``resume`` puts a stopped one back to running as it was.

    ``pause`` lets one rest until it is moved; ``move`` gives running ones another instant, or only other grounds.
    """

    at: datetime
    stop: frozenset[str] = _NONE
    start: tuple[Start, ...] = ()
    resume: frozenset[str] = _NONE
    pause: frozenset[str] = _NONE
    move: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at, for the clocks of the unit it was sent to and for those of its handler."""

    unit: Facts
    handler: Facts

    def of(self, kind: str) -> Facts:
        """The facts for a kind of clock: by whom it is owed."""
        return self.handler if kind in _HANDLERS else self.unit


def opening(
    state: State,
    facts: Facts,
    now: datetime,
    reply_since: datetime,
    outer_due: datetime | None,
    timetable: Timetable,
) -> tuple[Start, ...]:
    """The clocks of a new ticket: its first state's, and the reply clock from the hotline's dispatching."""
    wanted = [start(kind, now, facts, timetable) for kind in sorted(_ENTER[state][1])]
    wanted.append(start("reply", reply_since, facts, timetable, outer_due=outer_due))
    return tuple(each for each in wanted if each is not None)


def step(
    ticket: Ticket,
    command: Command,
    state: State,
    at: datetime,
    timetable: Timetable,
    subject: Subject,
    *,
    outer_due: datetime | None = None,
    inner_minutes: int | None = None,
    anew: bool = False,
) -> Changes:
    """What entering ``state`` by ``command`` does to the ticket's clocks; ``anew`` enters the state it is in again.

    ``outer_due`` is the hotline's instant after the step.
    """
    running = {clock.kind for clock in ticket.clocks}
    if state in _CLOSING:
        return Changes(at, stop=frozenset(running))
    stop, begin, pause = _kinds(ticket, command, state, running, anew=anew)
    going_on = [clock for clock in ticket.clocks if clock.kind not in stop]
    if command is Command.RESUME:
        move = resumed(going_on, timetable, outer_due, at)
    elif command is Command.RECOMPUTE:
        move = recomputed(going_on, timetable, outer_due)
    elif command in (Command.CLASSIFY, Command.RETYPE):
        move = known_as(going_on, timetable, outer_due, subject.unit)
    elif outer_due != ticket.outer_due:
        move = outer_moved(going_on, timetable, outer_due, at)
    else:
        move = ()
    agreed = {"inner": inner_minutes}
    started = (
        start(kind, at, subject.of(kind), timetable, outer_due=outer_due, agreed=agreed.get(kind))
        for kind in sorted(begin)
    )
    resume = frozenset({"sign"}) if command is Command.UNDO_SIGN else _NONE
    return Changes(at, stop, tuple(each for each in started if each is not None), resume, pause, move)


def _kinds(
    ticket: Ticket, command: Command, state: State, running: set[str], *, anew: bool
) -> tuple[frozenset[str], set[str], frozenset[str]]:
    """The kinds that stop, start and rest."""
    if command is Command.UNDO_SIGN:
        return _NONE, set(), _NONE
    if command is Command.FOLLOW:
        return frozenset(running), set(), _NONE
    if command in _WAY_BACK:
        return frozenset({"ruling"} & running), set(), _NONE
    if command is Command.ARRIVE:
        return frozenset({HALT} & running), set(), _NONE
    if state is ticket.state and not anew:
        return _NONE, set(), _NONE
    if state is State.SUSPENDED:
        return _NONE, set(), frozenset(PAUSED & running)
    stops, starts = _ENTER[state]
    stop = stops & running
    begin = {kind for kind in starts if kind not in running or (kind in stop and kind in _RESTARTS)}
    if ticket.state not in _FRESH:
        begin.discard("contact")
    if HALT not in running and command not in (Command.ASSIGN, Command.TAKE, Command.REASSIGN):
        begin.discard(HALT)
    if command in (Command.REDO, Command.REOPEN):
        begin.add("redo")
    return frozenset(stop), begin, _NONE


def closed_window(ticket: Ticket, now: datetime, timetable: Timetable, facts: Facts) -> ClockRule | None:
    """The rule by which it is too late to return a ticket: so long after it was sent to its unit; None while it is not.

    The limit of kind ``return`` runs as no clock: nobody owes a return, so nothing warns of it.
    """
    if ticket.sent_at is None:
        return None
    rule = limit("return", facts, local_day(ticket.sent_at), timetable.rules)
    if rule is None or rule.limits.main is None:
        return None
    ends = due(ticket.sent_at, rule.limits.main, timetable.calendar, counts_first_day=rule.counts_first_day)
    return rule if now > ends else None


def half_of_reply_passed(ticket: Ticket, now: datetime) -> bool:
    """Whether half of the reply time is over, of a later round half of its own: a return is no longer possible then.

    Pauses are no time of it: the mark lies behind them, and while a clock rests it stands where it was paused.
    """
    clock = ticket.clock("reply") or ticket.clock("redo")
    if clock is None:
        return False
    half = clock.marks[0] if clock.marks else None
    if half is None:
        half = clock.started_at + (clock.due_at - clock.started_at) * HALF_SHARE
    return (clock.paused_at or now) > half
