"""The decision: one command on one ticket, by one actor, now → everything that follows, or a refusal in words.

``actions`` locks the ticket, calls ``decide`` and saves what it answers in the same transaction.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from dispatch.domain import access, clocks, closing, picking
from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.domain.commands import LABELS, Command
from dispatch.domain.effects import EFFECTS
from dispatch.domain.events import EVENTS as EVENT_NAMES
from dispatch.domain.forms import FIELDS as ASKED
from dispatch.domain.forms import Field
from dispatch.domain.guards import UNDO_WINDOW, lacking, why_not
from dispatch.domain.lifecycle import EVEN_ENDED, EVENTS, Edge, Target, edge
from dispatch.domain.milestones import milestones
from dispatch.domain.ticket import DESK_NAMES, ENDED, HOTLINE_NAMES, Assignment, State, Ticket
from dispatch.domain.units import Units
from dispatch.errors import BadInput, Forbidden, Refused
from dispatch.saying import say

AHEAD = timedelta(minutes=5)
"""How far ahead of ours the clock of whoever did something may be."""
_LOOSE = frozenset({"id", "number", "version", "assignments", "clocks", "audience", "children"})
_COLUMNS = tuple(each.name for each in fields(Ticket) if each.name not in _LOOSE)


@dataclass(frozen=True, slots=True)
class Report:
    """A status event for the hotline above; ``after`` says how long it may still be withdrawn."""

    status: str
    after: timedelta


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from a command. ``changes`` are the ticket's columns that differ; replaying them gives the row."""

    case: Case
    before: Ticket
    after: Ticket
    command: Command
    event: str
    changes: Mapping[str, Any]
    detail: Mapping[str, Any]
    clocks: clocks.Changes
    effect: Effect
    report: Report | None
    withdraw_report: bool

    @property
    def opens(self) -> tuple[NewAssignment, ...]:
        """Assignments to open."""
        return self.effect.open


def decide(case: Case) -> Decision:
    """Decide a command.

    Raises:
        Refused: the state has no such step now, or a condition shuts it; says why and what to do.
        Forbidden: the step exists but is not the actor's.
        BadInput: a field cannot be followed.
    """
    step = _step(case, case.command)
    if case.done_at is not None and case.done_at > case.now + AHEAD:
        raise BadInput(say("办理时间比现在还晚，请核对手机上的日期和时间后重新提交。"), field="done_at")
    shut = why_not(case)
    if shut:
        raise Refused(shut, field=lacking(case))
    effect = _let_go(case, EFFECTS[case.command](case) if case.command in EFFECTS else Effect())
    after = _after(case, step, effect)
    moved = clocks.step(
        case.ticket,
        case.command,
        after.state,
        case.moment,
        case.tables.timetable,
        case.subject(after),
        outer_due=after.outer_due,
        inner_minutes=effect.inner_minutes,
        anew=effect.anew,
    )
    return Decision(
        case=case,
        before=case.ticket,
        after=after,
        command=case.command,
        event=EVENT_NAMES[case.command],
        changes=_changes(case.ticket, after, {**effect.columns, **milestones(case, after)}),
        detail=_told(case, effect, moved),
        clocks=_contact_ended(case, moved),
        effect=effect,
        report=_report(case, after, effect),
        withdraw_report=case.command is Command.UNDO_SIGN,
    )


def _told(case: Case, effect: Effect, moved: clocks.Changes) -> dict[str, Any]:
    """What the journal tells; of another category or type, which clocks it moves too."""
    told = {name: value for name, value in effect.detail.items() if value is not None}
    if case.command in (Command.CLASSIFY, Command.RETYPE):
        told["clocks"] = [each.told() for each in moved.move if each.is_other]
    return told


def _step(case: Case, command: Command) -> Edge | None:
    """The edge of a move, None for an event; refuses what the table does not hold. ``case.command`` is ignored."""
    ticket = case.ticket
    if command in EVENTS:
        if ticket.state in ENDED and not EVEN_ENDED.get(command, frozenset()) & case.parties:
            raise Refused(
                say("工单{state}，不能再办「{step}」。", state=DESK_NAMES[ticket.state], step=LABELS[command])
            )
        if not EVENTS[command] & case.parties:
            raise Forbidden(say("您不能对这张工单办「{step}」。", step=LABELS[command]))
        return None
    found = edge(ticket.state, command)
    if found is None:
        raise Refused(
            say(
                "工单现在是「{state}」，不能办「{step}」；请按最新状态办理。",
                state=DESK_NAMES[ticket.state],
                step=LABELS[command],
            )
        )
    if not found.by & case.parties:
        raise Forbidden(say("这一步（{step}）不由您办理；请联系现在的责任单位。", step=LABELS[command]))
    return found


def _let_go(case: Case, effect: Effect) -> Effect:
    """A ticket that goes to another center leaves behind who was called there: they cannot hear of it any longer.

    Departments and whoever works for the new center stay. Where boundaries took it, who works goes on (``placing``).
    """
    units, ticket = case.tables.units, case.ticket
    center = effect.values.get("stream", ticket.stream)
    if center == ticket.stream or case.command is Command.REZONE or not ticket.assignments:
        return effect
    reaching = {each.id for each in ticket.assignments if units.center(each.unit) in (center, units.district)}
    keep = effect.keep & reaching if effect.end else frozenset(reaching)
    return replace(effect, end=effect.end or "left", keep=keep)


_BACK = frozenset({Command.UNDO_SIGN, Command.TAKE_BACK, Command.UNMERGE})
"""Steps back to dispatched that send the ticket nowhere."""


def _after(case: Case, step: Edge | None, effect: Effect) -> Ticket:
    ticket = case.ticket
    state = effect.state or _target(ticket, step)
    values = dict(effect.values)
    if state is not ticket.state or effect.anew:
        moved = {"state": state, "state_since": case.moment, "prior": _prior(ticket, state)}
        if state is State.DISPATCHED and case.command not in _BACK:
            moved["sent_at"] = case.moment
        values = {**_forgotten(case), **values, **moved}
    after = replace(ticket, version=ticket.version + 1, **values)
    after = _with(after, "first_sent", after.first_sent or after.unit)
    after = _with(after, "assignments", _assignments(after, effect, case.moment))
    after = _with(after, "former_centers", _former_centers(case, after))
    after = _with(after, "owed_by", _owed_by(after, case.tables.units))
    return _with(after, "audience", access.audience(after, case.tables.units))


def _with(ticket: Ticket, name: str, value: Any) -> Ticket:
    """A ticket with one other value: itself where the value is the same, because a copy has ninety to look at."""
    return ticket if getattr(ticket, name) == value else replace(ticket, **{name: value})


def _forgotten(case: Case) -> dict[str, None]:
    """Who signed, and who led before, are kept until the next move only: so long a signing can be undone."""
    undone = case.command is Command.UNDO_SIGN
    led = case.ticket.state is State.SIGNED and not undone
    return {"signed_by": None, "first_unit": None} if led else {"signed_by": None}


def _target(ticket: Ticket, step: Edge | None) -> State:
    if step is None or step.target is Target.SAME:
        return ticket.state
    if step.target is Target.PRIOR:
        if ticket.prior is None:
            raise Refused(say("没有可以回到的状态。"))
        return ticket.prior
    if isinstance(step.target, State):
        return step.target
    raise AssertionError(f"{step.command} must say its state")


def _prior(ticket: Ticket, state: State) -> State | None:
    """The state it left is kept where a way back exists."""
    return ticket.state if state in (State.RETURNED, State.SUSPENDED, State.MERGED) else None


def _assignments(after: Ticket, effect: Effect, moment: datetime) -> tuple[Assignment, ...]:
    kept = tuple(
        each
        for each in after.assignments
        if (each.id in effect.keep if effect.end else each.id != effect.end_one)
    )
    if effect.replied:
        kept = tuple(replace(each, replied=each.replied or each.id == effect.replied[0]) for each in kept)
    if effect.reported_in:
        kept = tuple(
            replace(each, reported_in_at=moment) if each.id == effect.reported_in else each for each in kept
        )
    opened = tuple(
        Assignment(0, each.part, each.unit, each.person, False, each.kind, each.report_in_by)
        for each in effect.open
    )
    return kept + opened + effect.reopen


def _former_centers(case: Case, after: Ticket) -> frozenset[int] | None:
    """Where new boundaries took it from, while a unit from there is still at work on it: its people go on hearing."""
    left = {case.ticket.stream} if case.command is Command.REZONE else set()
    units = case.tables.units
    working = {
        units.center(unit) for unit in (after.unit, *(each.unit for each in after.assignments)) if unit
    }
    kept = ((case.ticket.former_centers or frozenset()) | left) & working - {after.stream}
    return kept or None


def _owed_by(ticket: Ticket, units: Units) -> int | None:
    """The unit that owes the next step."""
    match ticket.state:
        case State.UNDECIDED | State.RETURNED:
            return units.district
        case State.DISPATCHED | State.SIGNED:
            return ticket.unit
        case State.ASSIGNED | State.IN_PROGRESS:
            return ticket.lead_unit
        case State.UNPLACED | State.ANSWERED | State.REVIEWED:
            return ticket.stream
        case _:
            return None


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, datetime) else value


def _changes(before: Ticket, after: Ticket, columns: Mapping[str, Any]) -> dict[str, Any]:
    changed = {
        name: getattr(after, name) for name in _COLUMNS if getattr(after, name) != getattr(before, name)
    }
    if after.audience != before.audience:
        changed["audience"] = after.audience
    changed = {**columns, **changed, "version": after.version}
    return {name: _plain(value) for name, value in changed.items()}


def _contact_ended(case: Case, moved: clocks.Changes) -> clocks.Changes:
    """The first contact that reached the caller stops the contact clock, and so does the second that failed."""
    if case.command is not Command.CONTACT:
        return moved
    if case.fields["result"] not in closing.REACHED and case.failed_contacts == 0:
        return moved
    return replace(moved, stop=moved.stop | ({"contact"} & {clock.kind for clock in case.ticket.clocks}))


def _report(case: Case, after: Ticket, effect: Effect) -> Report | None:
    """What goes up, for the hotline's own orders: a change of its word for the state, or what the caller is told."""
    if after.order_no is None or case.command is Command.UNDO_SIGN:
        return None
    if effect.told is None and HOTLINE_NAMES[after.state] == HOTLINE_NAMES[case.ticket.state]:
        return None
    wait = UNDO_WINDOW if case.command is Command.SIGN else timedelta(0)
    return Report(HOTLINE_NAMES[after.state], wait)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A command the actor may give now; ``why`` says what shuts it for the moment."""

    command: Command
    label: str
    primary: bool
    danger: bool
    fields: tuple[Field, ...]
    why: str | None


_ORDER = tuple(Command)
_PRIMARY = (
    Command.PLACE,
    Command.DECIDE,
    Command.SIGN,
    Command.ASSIGN,
    Command.ACCEPT,
    Command.GRANT,
    Command.ANSWER,
    Command.REVIEW,
    Command.SIGN_OFF,
    Command.CONCLUDE,
    Command.SIGN_REQUEST,
)
_DANGER = frozenset(
    {Command.RETURN, Command.CANCEL, Command.DECLINE, Command.FORCE, Command.HAND_UP, Command.REJECT}
)
_PASSING = frozenset(
    {
        Command.HAND_UP,
        Command.UNDO_SIGN,
        Command.RELEASE,
        Command.HAND_DOWN,
        Command.ADD_COHANDLER,
        Command.CONTACT,
        Command.CO_REPLY,
        Command.ANSWER_SUPERVISION,
        Command.LIFT_SUPERVISION,
        Command.FLAG,
        Command.UNFLAG,
        Command.REQUEST_UP,
        Command.SIGN_REQUEST,
        Command.REFUSE_REQUEST,
        Command.DROP_REQUEST,
        Command.WHISTLE,
        Command.DUAL,
        Command.REPORT_IN,
        Command.RECORD_OUTSIDE,
        Command.FILE_CASE,
        Command.REFUSE_CASE,
        Command.RECORD_CASE,
        Command.CLOSE_CASE,
        Command.HAND_TO_POLICE,
        Command.HAND_FROM_POLICE,
        Command.DECLINE_HANDOVER,
    }
)
"""Shut, these would only be noise: there is nothing to hand up, undo, release, hand down, reply to, flag or lift."""
_NOT_SHOWN = frozenset(
    {
        *(Command.ADD_EVIDENCE, Command.WARN, Command.SUPPLEMENT, Command.CALL_BACK, Command.REZONE),
        *(Command.PING_PONG, Command.RECOMPUTE),
        *(Command.RELIEVE, Command.ESCALATE),
        *(Command.LINK, Command.ATTACH),
        *(Command.GRANT_REQUEST, Command.DENY_REQUEST, Command.MARK_UNANSWERED, Command.CHANGE_DUE),
        *(Command.EXEMPT, Command.HEAR, Command.RESUME, Command.SUSPEND, Command.HAND_BACK, Command.CLOSE_AS),
    }
)


def allowed(case: Case) -> list[Allowed]:
    """Everything the actor of ``case`` may do with its ticket now, the next step first. ``case.command`` is ignored."""
    found = list(_open_to(case))
    primary = next((each.command for each in found if each.command in _PRIMARY and each.why is None), None)
    found.sort(key=lambda each: (each.command is not primary, _ORDER.index(each.command)))
    return [replace(each, primary=each.command is primary) for each in found]


def forms() -> list[Allowed]:
    """Every command with its name and fields, whoever may give it: what a page without network fills in ahead."""
    return [
        Allowed(command, LABELS[command], False, command in _DANGER, ASKED.get(command, ()), None)
        for command in _ORDER
        if command not in _NOT_SHOWN
    ]


def _open_to(case: Case) -> Iterator[Allowed]:
    for command in _ORDER:
        if command in _NOT_SHOWN:
            continue
        try:
            _step(case, command)
        except (Refused, Forbidden):
            continue
        why = why_not(replace(case, command=command))
        if why and command in _PASSING:
            continue
        asked = picking.filled(case, command, ASKED.get(command, ()))
        yield Allowed(command, LABELS[command], False, command in _DANGER, asked, why)
