"""What a message of the hotline means for its ticket now: the commands that follow. Pure; called by ``following``.

Messages come in any order and more than once, and none is refused because of the state: what moves nothing is heard,
with the reason. Counts add up, levels take the highest, and of what replaces (due time, course of life) the newest word
counts where the hotline says when it said it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import edge
from dispatch.domain.messages import Message, unhappy
from dispatch.domain.requesting import follows
from dispatch.domain.ticket import DESK_NAMES, ENDED, State, Ticket
from dispatch.domain.upward import MARKS, MOVES, Request, RequestKind, answerable, possible
from dispatch.saying import say

Step: TypeAlias = tuple[Command, Mapping[str, Any]]
LIFE = frozenset({"withdraw", "rework", "callback_result", "concluded"})
"""Kinds that decide on the course of the ticket's life: the newest word counts."""
DUE = frozenset({"due_changed", "request_granted"})
"""Kinds that may name the due time: the newest word counts."""
SUPERVISED_HOURS = 24
"""Within how many hours the hotline wants to hear of what it supervises, where it does not say."""
ANSWERS = frozenset({"request_granted", "request_refused"})
GROUPS = (LIFE, DUE)
_ENDS = {"withdraw": (State.CANCELLED, Command.CANCEL), "concluded": (State.CLOSED, Command.CONCLUDE)}
_REASONS = {"withdraw": say("诉求人撤回"), "concluded": say("热线结案"), "rework": say("热线要求重办")}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The commands to give, in order; ``keep``: the message waits until its time has come; ``note`` for the hotline."""

    steps: Sequence[Step] = ()
    keep: bool = False
    note: str | None = None
    merge: Request | None = None
    """A merge that was granted: into the ticket of its order."""

    @property
    def moves(self) -> bool:
        """Whether the ticket goes anywhere by it."""
        return any(command not in (Command.HEAR, Command.CALL_BACK) for command, _ in self.steps)


@dataclass(frozen=True, slots=True)
class Age:
    """How a message stands to what was said before.

    ``late`` after a newer word that decides on the same, ``stale`` after a newer one of its own kind.
    """

    late: bool = False
    stale: bool = False


NEWEST = Age()


def group_of(kind: str) -> frozenset[str]:
    """The kinds among which the newest word counts; the kind alone where all of them count."""
    return next((group for group in GROUPS if kind in group), frozenset({kind}))


def occasion(message: Message, ticket: Ticket, requests: Sequence[Request]) -> int:
    """On which occasion it was said: the same words on another one are heard anew.

    The round of work for what decides on its life, the request for an answer; all else is said once for ever.
    """
    if message.kind in LIFE:
        return ticket.rework
    if message.kind in ANSWERS:
        request = answerable(requests, message.request)
        return request.id if request else 0
    return 0


def meaning(message: Message, ticket: Ticket, requests: Sequence[Request], age: Age = NEWEST) -> Meaning:
    """The commands a message stands for, however old it is."""
    match message.kind:
        case "create":
            return Meaning([(Command.SUPPLEMENT, {"text": message.content})])
        case "supplement":
            return Meaning([(Command.SUPPLEMENT, {"text": message.text})])
        case "urge":
            return Meaning([(Command.URGE, {"text": message.text})])
        case "supervise":
            return Meaning([(Command.SUPERVISE, _supervision(message))])
        case "request_granted" | "request_refused":
            return _answer(message, ticket, requests, late=age.late)
        case "callback_result" if not age.stale:
            return _call_back(message, ticket, late=age.late)
        case _ if age.late or age.stale:
            return _heard(message, say("比已收到的消息更早，以较新的为准"))
        case "due_changed":
            return Meaning([(Command.CHANGE_DUE, {"due": message.due_at, "text": message.text})])
        case "rework":
            return _rework(message, ticket)
        case _:
            return _end(message, ticket)


def _supervision(message: Message) -> Mapping[str, Any]:
    wanted = message.text or say("热线督办")
    return {"level": str(message.level or 1), "requirement": wanted, "hours": SUPERVISED_HOURS}


def _heard(message: Message, why: str, *, keep: bool = False) -> Meaning:
    told = {"kind": message.kind, "text": message.text or None, "why": why}
    return Meaning([(Command.HEAR, told)], keep=keep, note=why)


def _answer(message: Message, ticket: Ticket, requests: Sequence[Request], *, late: bool) -> Meaning:
    request = answerable(requests, message.request)
    if request is None:
        return _heard(message, say("没有等待答复的申请，已记下"))
    about = {"request": str(request.id), "text": message.text or None}
    if message.kind == "request_refused":
        return Meaning([(Command.DENY_REQUEST, about)])
    steps: list[Step] = [(Command.GRANT_REQUEST, {**about, "due": message.due_at})]
    outdated = late and request.kind is RequestKind.EXTEND
    if possible(request.kind, ticket) and not outdated and request.kind is not RequestKind.MERGE:
        command = MOVES.get(request.kind) or MARKS[request.kind]
        steps.append((command, follows(request, message.due_at or request.until)))
    return Meaning(steps, merge=request if request.kind is RequestKind.MERGE else None)


def _call_back(message: Message, ticket: Ticket, *, late: bool) -> Meaning:
    """What was heard is kept in any case; whether it begins again, the newest word decides."""
    steps: list[Step] = [(Command.CALL_BACK, {**message.result, "text": message.text})]
    if unhappy(message.result) and not late and edge(ticket.state, Command.REDO):
        steps.append((Command.REDO, {"reason": message.text or say("回访不满意")}))
    return Meaning(steps)


def _rework(message: Message, ticket: Ticket) -> Meaning:
    if edge(ticket.state, Command.REDO):
        return Meaning([(Command.REDO, {"reason": message.text or _REASONS["rework"]})])
    return _heard(message, say("工单{state}，不用再转重办，已记下", state=DESK_NAMES[ticket.state]))


def _end(message: Message, ticket: Ticket) -> Meaning:
    """Withdrawn or concluded: at once, kept until the reply where it is early, or heard only."""
    state, command = _ENDS[message.kind]
    if ticket.state is state:
        return Meaning()
    if edge(ticket.state, command):
        return Meaning([(command, {"reason": message.text or _REASONS[message.kind]})])
    if message.kind == "concluded" and ticket.state not in ENDED:
        return _heard(message, say("工单还没有答复，结案先保留，答复后自动结案"), keep=True)
    return _heard(message, say("工单{state}，已记下", state=DESK_NAMES[ticket.state]))
