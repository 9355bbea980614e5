"""The lifecycle: state × command → state, who may, and on odd edges why. The one table; nothing else moves a ticket.

``decide`` reads it; screens get their buttons from it; the diagram in the documents is drawn from it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dispatch.domain.commands import Command
from dispatch.domain.ticket import OPEN, State


class Party(StrEnum):
    """How somebody stands to a ticket; ``access.parties`` says which of these an actor is."""

    INTAKE = "intake"
    CENTER = "center"
    DISTRICT = "district"
    UNIT = "unit"
    FIRST_UNIT = "first_unit"
    SIGNER = "signer"
    RETURNER = "returner"
    HANDLER = "handler"
    CO_HANDLER = "co_handler"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    REPORTER = "reporter"
    HOTLINE = "hotline"
    JOB = "job"


class Target(StrEnum):
    """Targets that depend on the ticket."""

    SAME = "same"
    PRIOR = "prior"
    ROUTED = "routed"
    """Where routing sends it: dispatched or undecided."""
    DESK = "desk"
    """in_progress; signed when it was answered at the desk."""
    REVIEW = "review"
    """reviewed where the sign-off rule asks, else replied."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One legal step."""

    source: State | None
    command: Command
    target: State | Target
    by: frozenset[Party]
    why: str = ""


def _edges(
    sources: Iterable[State],
    command: Command,
    target: State | Target,
    *by: Party,
    why: str = "",
) -> list[Edge]:
    return [Edge(source, command, target, frozenset(by), why) for source in sources]


_S, _C, _P = State, Command, Party
_HANDLED = (_S.DISPATCHED, _S.SIGNED, _S.ASSIGNED, _S.IN_PROGRESS, _S.ANSWERED)
_OPEN = tuple(state for state in State if state in OPEN)
_WORK = (_S.ASSIGNED, _S.IN_PROGRESS)
_CONSENT = "by a granted upward request"

TABLE: tuple[Edge, ...] = (
    Edge(None, _C.RECEIVE, Target.ROUTED, frozenset({_P.INTAKE}), "unplaced, undecided or dispatched"),
    *_edges([_S.UNPLACED], _C.PLACE, Target.ROUTED, _P.CENTER, _P.DISTRICT),
    *_edges(
        [_S.UNPLACED],
        _C.ASK_CALLER,
        Target.SAME,
        _P.CENTER,
        why="a mark: it stays owed until the place is known",
    ),
    *_edges([_S.UNPLACED], _C.DECLARE_OUTSIDE, _S.UNDECIDED, _P.DISTRICT),
    *_edges(
        [_S.UNPLACED],
        _C.HAND_UP,
        Target.SAME,
        _P.CENTER,
        why="a town says it is not theirs: the district owes it",
    ),
    *_edges([_S.UNDECIDED], _C.DECIDE, _S.DISPATCHED, _P.DISTRICT),
    *_edges([_S.DISPATCHED], _C.SIGN, _S.SIGNED, _P.UNIT),
    *_edges([_S.SIGNED], _C.UNDO_SIGN, _S.DISPATCHED, _P.SIGNER, why="a slip of the finger, within 10 s"),
    *_edges([_S.DISPATCHED, _S.SIGNED], _C.RETURN, _S.RETURNED, _P.UNIT),
    *_edges([_S.RETURNED], _C.TAKE_BACK, Target.PRIOR, _P.RETURNER),
    *_edges([_S.RETURNED], _C.GRANT, _S.DISPATCHED, _P.DISTRICT),
    *_edges([_S.RETURNED], _C.FORCE, _S.SIGNED, _P.DISTRICT, why="不得再退: no second return"),
    *_edges(
        [_S.DISPATCHED],
        _C.SELF_HANDLE,
        _S.ANSWERED,
        _P.REPORTER,
        why="即报即办: who saw it on patrol put it right at once; the center reviews it like any answer",
    ),
    *_edges(
        [_S.UNPLACED, _S.UNDECIDED, _S.DISPATCHED, _S.SIGNED],
        _C.LINK,
        _S.MERGED,
        _P.CENTER,
        _P.DISTRICT,
        why="the order belongs to a ticket made here before it came, and goes there",
    ),
    *_edges([_S.SIGNED], _C.ASSIGN, _S.ASSIGNED, _P.CENTER, _P.UNIT),
    *_edges([_S.SIGNED], _C.TAKE, _S.IN_PROGRESS, _P.UNIT),
    *_edges(
        [_S.SIGNED], _C.ANSWER, _S.ANSWERED, _P.UNIT, why="inquiries are answered at the desk or the window"
    ),
    *_edges([_S.ASSIGNED], _C.ACCEPT, _S.IN_PROGRESS, _P.HANDLER),
    *_edges(
        _WORK, _C.DECLINE, _S.SIGNED, _P.HANDLER, why="不归我管 goes to the center, never back to the hotline"
    ),
    *_edges(_WORK, _C.RECALL, _S.SIGNED, _P.CENTER),
    *_edges(_WORK, _C.REASSIGN, _S.ASSIGNED, _P.CENTER),
    *_edges([_S.IN_PROGRESS], _C.ANSWER, _S.ANSWERED, _P.HANDLER),
    *_edges([_S.ANSWERED], _C.SEND_BACK, Target.DESK, _P.CENTER),
    *_edges([_S.ANSWERED], _C.REVIEW, Target.REVIEW, _P.CENTER),
    *_edges([_S.REVIEWED], _C.REFUSE_SIGNOFF, _S.ANSWERED, _P.LEADER),
    *_edges([_S.REVIEWED], _C.SIGN_OFF, _S.REPLIED, _P.LEADER),
    *_edges(
        [_S.REPLIED, _S.CLOSED], _C.REDO, _S.SIGNED, _P.HOTLINE, why="the city's call-back found it not done"
    ),
    *_edges([_S.REPLIED, _S.CLOSED], _C.REOPEN, _S.SIGNED, _P.SUPERVISOR, why="回头看 failed"),
    *_edges(
        [_S.REPLIED],
        _C.CONCLUDE,
        _S.CLOSED,
        _P.HOTLINE,
        _P.CENTER,
        _P.JOB,
        why="the center only where there is no order; the job when nobody called back in time",
    ),
    *_edges(
        _HANDLED, _C.RELOCATE, Target.SAME, _P.CENTER, _P.DISTRICT, why="to another center: dispatched anew"
    ),
    *_edges(
        [_S.UNPLACED, _S.UNDECIDED],
        _C.CLASSIFY,
        Target.ROUTED,
        _P.CENTER,
        _P.DISTRICT,
        why="the rules send on what nobody was sent yet; unplaced, while its place is needed and not known",
    ),
    *_edges(
        [state for state in _OPEN if state not in (_S.UNPLACED, _S.UNDECIDED)],
        _C.CLASSIFY,
        Target.SAME,
        _P.CENTER,
        _P.DISTRICT,
        why="what was sent stays with its unit",
    ),
    *_edges(
        [_S.UNPLACED, _S.UNDECIDED],
        _C.RETYPE,
        Target.ROUTED,
        _P.CENTER,
        _P.DISTRICT,
        why="as of another category",
    ),
    *_edges(
        [state for state in _OPEN if state not in (_S.UNPLACED, _S.UNDECIDED)],
        _C.RETYPE,
        Target.SAME,
        _P.CENTER,
        _P.DISTRICT,
        why="what was sent stays with its unit",
    ),
    *_edges(
        _OPEN,
        _C.REZONE,
        Target.SAME,
        _P.JOB,
        why="the boundaries changed: what nobody has signed is dispatched anew at another center, work in hand stays",
    ),
    *_edges(
        _OPEN, _C.CANCEL, _S.CANCELLED, _P.HOTLINE, _P.CENTER, why="the center only where there is no order"
    ),
    *_edges([_S.MERGED], _C.CANCEL, _S.CANCELLED, _P.HOTLINE),
    *_edges(
        [_S.CANCELLED, _S.REJECTED, _S.HANDED_BACK],
        _C.REDO,
        _S.DISPATCHED,
        _P.HOTLINE,
        why="it came back to life above",
    ),
    *_edges(_HANDLED[1:], _C.SUSPEND, _S.SUSPENDED, _P.HOTLINE, why=_CONSENT),
    *_edges([_S.SUSPENDED], _C.RESUME, Target.PRIOR, _P.JOB, why="on its date"),
    *_edges(
        [*_HANDLED[1:], _S.REVIEWED],
        _C.CLOSE_AS,
        _S.REPLIED,
        _P.HOTLINE,
        why="应予办结, by a granted upward request: its ground goes up as the reply; the hotline closes it",
    ),
    *_edges(_OPEN, _C.REJECT, _S.REJECTED, _P.DISTRICT, why="不予受理, with its reason"),
    *_edges(_OPEN, _C.HAND_BACK, _S.HANDED_BACK, _P.HOTLINE, why=_CONSENT),
    *_edges(
        [_S.UNPLACED, _S.UNDECIDED, *_HANDLED],
        _C.MERGE,
        _S.MERGED,
        _P.CENTER,
        _P.HOTLINE,
        _P.JOB,
        why="one event, another caller: what hangs on it rests; its clocks go on",
    ),
    *_edges(
        [_S.MERGED],
        _C.UNMERGE,
        Target.PRIOR,
        _P.CENTER,
        _P.JOB,
        why="the job where the parent is cancelled, rejected, handed back or leaves the center",
    ),
    *_edges([_S.MERGED], _C.FOLLOW, _S.REPLIED, _P.JOB, why="its parent was answered"),
    *_edges(
        [_S.DISPATCHED, _S.SIGNED],
        _C.HAND_TO_POLICE,
        _S.DISPATCHED,
        _P.CENTER,
        _P.UNIT,
        why="a matter of the police: on the published list, or with a reason",
    ),
    *_edges(
        [_S.DISPATCHED, _S.SIGNED],
        _C.HAND_FROM_POLICE,
        _S.DISPATCHED,
        _P.UNIT,
        why="no matter of the police, says their unit",
    ),
    *_edges(
        [_S.DISPATCHED, _S.SIGNED],
        _C.DECLINE_HANDOVER,
        _S.SIGNED,
        _P.UNIT,
        why="not on a list, and both decline: the platform that heard it first handles it",
    ),
)

BY_STEP: Mapping[tuple[State | None, Command], Edge] = {(edge.source, edge.command): edge for edge in TABLE}

EVENTS: Mapping[Command, frozenset[Party]] = {
    _C.ARRIVE: frozenset({_P.HANDLER, _P.CO_HANDLER}),
    _C.CONTACT: frozenset({_P.CENTER, _P.UNIT, _P.FIRST_UNIT, _P.HANDLER}),
    _C.NOTE: frozenset(
        {
            *(_P.CENTER, _P.DISTRICT, _P.UNIT, _P.FIRST_UNIT),
            *(_P.HANDLER, _P.CO_HANDLER, _P.LEADER, _P.SUPERVISOR, _P.REPORTER),
        }
    ),
    _C.URGE: frozenset({_P.HOTLINE, _P.CENTER, _P.DISTRICT, _P.SUPERVISOR}),
    _C.SUPPLEMENT: frozenset({_P.HOTLINE}),
    _C.CALL_BACK: frozenset({_P.HOTLINE}),
    _C.CO_REPLY: frozenset({_P.CO_HANDLER}),
    _C.HAND_DOWN: frozenset({_P.HANDLER}),
    _C.ADD_COHANDLER: frozenset({_P.CENTER}),
    _C.RELEASE: frozenset({_P.CENTER, _P.DISTRICT}),
    _C.PRE_CALLBACK: frozenset({_P.CENTER}),
    **dict.fromkeys((_C.FLAG, _C.UNFLAG), frozenset({_P.CENTER, _P.DISTRICT})),
    _C.SUPERVISE: frozenset({_P.DISTRICT, _P.SUPERVISOR, _P.HOTLINE}),
    _C.ANSWER_SUPERVISION: frozenset({_P.CENTER, _P.UNIT, _P.HANDLER}),
    _C.LIFT_SUPERVISION: frozenset({_P.DISTRICT, _P.SUPERVISOR}),
    _C.ATTACH: frozenset({_P.CENTER, _P.DISTRICT}),
    _C.ADD_EVIDENCE: frozenset({_P.CENTER, _P.UNIT, _P.HANDLER, _P.CO_HANDLER, _P.REPORTER}),
    _C.WARN: frozenset({_P.JOB}),
    _C.PING_PONG: frozenset({_P.JOB}),
    _C.RECOMPUTE: frozenset({_P.JOB}),
    _C.RELIEVE: frozenset({_P.JOB}),
    _C.ESCALATE: frozenset({_P.JOB}),
    _C.REQUEST_UP: frozenset({_P.CENTER}),
    _C.SIGN_REQUEST: frozenset({_P.LEADER, _P.DISTRICT}),
    _C.REFUSE_REQUEST: frozenset({_P.LEADER, _P.DISTRICT}),
    _C.DROP_REQUEST: frozenset({_P.CENTER}),
    _C.GRANT_REQUEST: frozenset({_P.HOTLINE}),
    _C.DENY_REQUEST: frozenset({_P.HOTLINE}),
    _C.MARK_UNANSWERED: frozenset({_P.JOB}),
    _C.CHANGE_DUE: frozenset({_P.HOTLINE}),
    _C.EXEMPT: frozenset({_P.HOTLINE}),
    _C.HEAR: frozenset({_P.HOTLINE}),
    _C.WHISTLE: frozenset({_P.CENTER}),
    _C.REPORT_IN: frozenset({_P.CO_HANDLER}),
    _C.DUAL: frozenset({_P.CENTER, _P.DISTRICT}),
    _C.TRANSFER_OUT: frozenset({_P.CENTER, _P.UNIT}),
    _C.RECORD_OUTSIDE: frozenset({_P.CENTER, _P.UNIT}),
    _C.REPORT_DANGER: frozenset({_P.CENTER, _P.DISTRICT, _P.UNIT, _P.HANDLER, _P.CO_HANDLER}),
    _C.REFER_CASE: frozenset({_P.CENTER, _P.UNIT, _P.HANDLER}),
    **dict.fromkeys(
        (_C.FILE_CASE, _C.REFUSE_CASE, _C.RECORD_CASE, _C.CLOSE_CASE),
        frozenset({_P.CENTER, _P.HANDLER, _P.CO_HANDLER}),
    ),
    _C.JOIN: frozenset({_P.JOB}),
    _C.PART: frozenset({_P.JOB}),
}
"""Commands that move nothing: who may, in any open state."""

EVEN_ENDED: Mapping[Command, frozenset[Party]] = {
    _C.SUPPLEMENT: frozenset({_P.HOTLINE}),
    _C.CALL_BACK: frozenset({_P.HOTLINE}),
    _C.NOTE: EVENTS[_C.NOTE],
    _C.CONTACT: frozenset({_P.CENTER}),
    _C.URGE: frozenset({_P.HOTLINE}),
    _C.WARN: frozenset({_P.JOB}),
    _C.RECOMPUTE: frozenset({_P.JOB}),
    _C.SUPERVISE: frozenset({_P.HOTLINE}),
    _C.ANSWER_SUPERVISION: frozenset({_P.CENTER}),
    _C.LIFT_SUPERVISION: EVENTS[_C.LIFT_SUPERVISION],
    **{
        each: EVENTS[each]
        for each in (
            *(_C.REQUEST_UP, _C.SIGN_REQUEST, _C.REFUSE_REQUEST, _C.DROP_REQUEST, _C.GRANT_REQUEST),
            *(_C.DENY_REQUEST, _C.MARK_UNANSWERED, _C.CHANGE_DUE, _C.EXEMPT, _C.HEAR),
        )
    },
    _C.RECORD_OUTSIDE: frozenset({_P.CENTER}),
    _C.REPORT_DANGER: frozenset({_P.CENTER}),
    **dict.fromkeys((_C.FILE_CASE, _C.REFUSE_CASE, _C.RECORD_CASE, _C.CLOSE_CASE), frozenset({_P.CENTER})),
    _C.PART: frozenset({_P.JOB}),
}
"""Events that are taken after the end too, and from whom."""


def edge(state: State, command: Command) -> Edge | None:
    """The step out of a state by a command, or None where there is none."""
    return BY_STEP.get((state, command))
