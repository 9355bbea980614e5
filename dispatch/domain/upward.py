"""Upward requests (上行申请): what needs the consent of the hotline above, and how far each has come. Pure values.

Drafted by the center, signed off by its leader, sent, then granted, refused or unanswered. Only *granted* moves what
the hotline owns. ``requesting`` holds what the commands do; ``store.upward`` keeps the rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from dispatch.domain.commands import Command
from dispatch.domain.forms import REQUEST_KINDS
from dispatch.domain.lifecycle import edge
from dispatch.domain.ticket import ENDED, State, Ticket


class RequestKind(StrEnum):
    """What is asked for: 退回热线, 延期, 挂账, 不计入考核, 应予办结, 并单."""

    HAND_BACK = "hand_back"
    EXTEND = "extend"
    SUSPEND = "suspend"
    EXEMPT = "exempt"
    CLOSE_AS = "close_as"
    MERGE = "merge"


class RequestState(StrEnum):
    """How far a request has come."""

    DRAFTED = "drafted"
    SIGNED_OFF = "signed_off"
    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"


KIND_NAMES: Mapping[str, str] = dict(REQUEST_KINDS)
WAITING = frozenset({RequestState.SIGNED_OFF, RequestState.SENT, RequestState.UNANSWERED})
"""States in which the hotline may answer: its answer may overtake the receipt of the request."""
UNTIL = frozenset({RequestKind.EXTEND, RequestKind.SUSPEND})
"""Kinds that name an instant: the new due time, the end of the suspension."""
MOVES: Mapping[RequestKind, Command] = {
    RequestKind.HAND_BACK: Command.HAND_BACK,
    RequestKind.SUSPEND: Command.SUSPEND,
    RequestKind.CLOSE_AS: Command.CLOSE_AS,
    RequestKind.MERGE: Command.MERGE,
}
"""Kinds whose consent moves the ticket."""
MARKS: Mapping[RequestKind, Command] = {
    RequestKind.EXTEND: Command.CHANGE_DUE,
    RequestKind.EXEMPT: Command.EXEMPT,
}
"""Kinds whose consent changes the ticket where it stands."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A published ground on which consent may be asked."""

    kind: RequestKind
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Request:
    """A request of a ticket that has no end yet."""

    id: int
    kind: RequestKind
    state: RequestState
    ground: str
    ground_name: str
    reason: str
    until: datetime | None = None
    other: str | None = None
    """The order that a merge would follow."""
    drafted_by: int | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return KIND_NAMES[self.kind]


@dataclass(frozen=True, slots=True)
class RequestChange:
    """What a decision does to a request: ``id`` None makes one; ``values`` are its columns; ``told`` goes up."""

    id: int | None
    values: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] | None = None
    unsend: bool = False
    """Taken back before it was sent, where that is still possible; else ``told`` says so above."""


def possible(kind: RequestKind, ticket: Ticket) -> bool:
    """Whether consent of a kind would change anything where the ticket stands now."""
    if kind in MOVES:
        step = edge(ticket.state, MOVES[kind])
        return step is not None
    if kind is RequestKind.EXEMPT:
        return ticket.state not in ENDED or ticket.state is State.CLOSED
    return ticket.state not in ENDED and ticket.state is not State.REPLIED


def answerable(requests: Iterable[Request], wanted: str) -> Request | None:
    """The request that an answer of the hotline is about: by number, by kind, else the only one that waits."""
    waiting = [each for each in requests if each.state in WAITING]
    named = [each for each in waiting if wanted in (str(each.id), each.kind.value, each.name)]
    if named:
        return named[0]
    return waiting[0] if len(waiting) == 1 and not wanted else None
