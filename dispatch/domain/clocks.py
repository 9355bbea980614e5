"""Clocks: which start and stop when a ticket enters a state, and when each falls due. Limits are rules as data.

First form: continuous minutes, nights and holidays count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dispatch.domain.commands import Command
from dispatch.domain.ticket import State, Ticket

SOON_SHARE = 0.8
"""A clock turns 临期 when this share of it has passed."""

_ENTER: Mapping[State, tuple[frozenset[str], frozenset[str]]] = {
    State.UNPLACED: (frozenset(), frozenset({"place"})),
    State.UNDECIDED: (frozenset({"place"}), frozenset({"decide"})),
    State.DISPATCHED: (
        frozenset({"place", "decide", "ruling", "sign", "inner", "review"}),
        frozenset({"sign", "contact"}),
    ),
    State.SIGNED: (frozenset({"sign", "ruling", "inner", "review", "place"}), frozenset()),
    State.ASSIGNED: (frozenset({"inner"}), frozenset({"inner"})),
    State.IN_PROGRESS: (frozenset({"review"}), frozenset({"inner"})),
    State.ANSWERED: (frozenset({"inner", "signoff", "sign"}), frozenset({"review"})),
    State.REVIEWED: (frozenset({"review"}), frozenset({"signoff"})),
    State.REPLIED: (
        frozenset({"review", "signoff", "reply", "redo", "contact", "inner"}),
        frozenset(),
    ),
    State.RETURNED: (frozenset(), frozenset({"ruling"})),
    State.SUSPENDED: (frozenset({"inner", "reply"}), frozenset()),
    State.MERGED: (frozenset(), frozenset()),
}
"""On entering a state: kinds that stop, kinds that start (those that run go on unless they are stopped here)."""

_RESTARTS = frozenset({"sign", "inner"})
_CLOSING = frozenset({State.CLOSED, State.CANCELLED, State.REJECTED, State.HANDED_BACK})


@dataclass(frozen=True, slots=True)
class ClockRule:
    """A limit: ``minutes`` for a kind of clock; ``None`` means any type or urgency. The first that fits decides."""

    ordinal: int
    clock: str
    types: frozenset[str] | None
    urgencies: frozenset[str] | None
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Start:
    """A clock to start: when it began, when it falls due, when to warn, and by which rule."""

    kind: str
    started_at: datetime
    due_at: datetime
    next_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a step does to the clocks, ``at`` which instant. ``resume`` puts a stopped one back to running as it was."""

    at: datetime
    stop: frozenset[str] = frozenset()
    start: tuple[Start, ...] = ()
    resume: frozenset[str] = frozenset()


def limit(kind: str, type_: str, urgency: str, rules: Sequence[ClockRule]) -> ClockRule | None:
    """The rule in force for a clock, or None where the district sets no such limit."""
    for rule in rules:
        if rule.clock != kind:
            continue
        if (rule.types is None or type_ in rule.types) and (
            rule.urgencies is None or urgency in rule.urgencies
        ):
            return rule
    return None


def start(
    kind: str,
    since: datetime,
    type_: str,
    urgency: str,
    rules: Sequence[ClockRule],
    *,
    minutes: int | None = None,
    outer_due: datetime | None = None,
) -> Start | None:
    """A clock of a kind from ``since``; ``minutes`` overrides the rule; ``outer_due`` is the hotline's own instant."""
    rule = limit(kind, type_, urgency, rules)
    if minutes is not None:
        due, reason = since + timedelta(minutes=minutes), "交办时约定"
    elif kind == "reply" and outer_due is not None and outer_due > since:
        due, reason = outer_due, "上级时限"
    elif rule is not None:
        due, reason = since + timedelta(minutes=rule.minutes), rule.reason
    else:
        return None
    return Start(kind, since, due, since + (due - since) * SOON_SHARE, reason)


def opening(
    state: State,
    type_: str,
    urgency: str,
    now: datetime,
    reply_since: datetime,
    outer_due: datetime | None,
    rules: Sequence[ClockRule],
) -> tuple[Start, ...]:
    """The clocks of a new ticket: its first state's, and the reply clock from the hotline's dispatching."""
    wanted = [start(kind, now, type_, urgency, rules) for kind in sorted(_ENTER[state][1])]
    wanted.append(start("reply", reply_since, type_, urgency, rules, outer_due=outer_due))
    return tuple(each for each in wanted if each is not None)


def step(
    ticket: Ticket,
    command: Command,
    state: State,
    at: datetime,
    rules: Sequence[ClockRule],
    *,
    inner_minutes: int | None = None,
    anew: bool = False,
) -> Changes:
    """What entering ``state`` by ``command`` does to the ticket's clocks; ``anew`` enters the state it is in again."""
    running = {clock.kind for clock in ticket.clocks}
    if state in _CLOSING:
        return Changes(at, stop=frozenset(running))
    if command is Command.TAKE_BACK:
        return Changes(at, stop=frozenset({"ruling"}) & running)
    if command is Command.UNDO_SIGN:
        return Changes(at, resume=frozenset({"sign"}))
    if state is ticket.state and not anew:
        return Changes(at)
    stops, starts = _ENTER.get(state, (frozenset(), frozenset()))
    stop = stops & running
    begin = {kind for kind in starts if kind not in running or (kind in stop and kind in _RESTARTS)}
    if "contact" in begin and ticket.state not in (State.UNPLACED, State.UNDECIDED):
        begin.discard("contact")
    if command in (Command.REDO, Command.REOPEN):
        begin.add("redo")
    started = [
        start(
            kind, at, ticket.type, ticket.urgency, rules, minutes=inner_minutes if kind == "inner" else None
        )
        for kind in sorted(begin)
    ]
    return Changes(at, frozenset(stop), tuple(each for each in started if each is not None))


def closed_window(ticket: Ticket, now: datetime, rules: Sequence[ClockRule]) -> ClockRule | None:
    """The rule by which it is too late to return a ticket: so long after it was sent to its unit; None while it is not.

    The limit of kind ``return`` runs as no clock: nobody owes a return, so nothing warns of it.
    """
    rule = limit("return", ticket.type, ticket.urgency, rules)
    if rule is None or ticket.sent_at is None or now - ticket.sent_at <= timedelta(minutes=rule.minutes):
        return None
    return rule


def half_of_reply_passed(ticket: Ticket, now: datetime) -> bool:
    """Whether half of the reply time is over: a return is no longer possible then."""
    clock = ticket.clock("reply")
    return clock is not None and now - clock.started_at > (clock.due_at - clock.started_at) / 2
