"""The talk of one client, without I/O: texts in, requests out; what is out of turn ends with a close code.

``web.stream`` is the shell around it: it reads the socket, does what a request asks, and writes the hub's mailbox.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from dispatch.errors import SOCKET_CODES

MESSAGES_PER_MINUTE = 240
_INTEGER, _BIGINT = 2**31 - 1, 2**63 - 1


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message: a one-use ticket."""

    ticket: str


@dataclass(frozen=True, slots=True)
class Resume:
    """A client that holds a snapshot wants what came after its position."""

    stream: int
    epoch: str
    seq: int
    rights: str


@dataclass(frozen=True, slots=True)
class Presence:
    """Which ticket the person looks at, or none."""

    ticket: int | None


@dataclass(frozen=True, slots=True)
class Close:
    """The socket ends with a code of ours."""

    code: int


Request = Hello | Resume | Presence | Close


class Phase(Enum):
    """Before and after the first message."""

    HELLO = "hello"
    READY = "ready"


class Session:
    """Reads a client's messages in turn."""

    __slots__ = ("_count", "_minute", "phase")

    def __init__(self, now: float) -> None:
        self.phase = Phase.HELLO
        self._minute = now
        self._count = 0

    def receive(self, text: str, now: float) -> Request:
        """What a message asks for; ``now`` in seconds of any steady clock."""
        if self._too_many(now):
            return Close(SOCKET_CODES["too-many"])
        try:
            request = _read(json.loads(text))
        except (ValueError, TypeError, KeyError, RecursionError):
            return Close(SOCKET_CODES["bad-message"])
        if isinstance(request, Hello) != (self.phase is Phase.HELLO):
            return Close(SOCKET_CODES["bad-message"])
        self.phase = Phase.READY
        return request

    def _too_many(self, now: float) -> bool:
        if now - self._minute >= 60:
            self._minute, self._count = now, 0
        self._count += 1
        return self._count > MESSAGES_PER_MINUTE


def judge(request: Resume, *, streams: tuple[int, ...], epoch: str, rights: str, top: int) -> str | None:
    """Why a position cannot be continued (the reason of a refetch), or None where it can."""
    if request.stream not in streams or request.rights != rights:
        return "rights"
    if request.epoch != epoch:
        return "epoch"
    return "ahead" if request.seq > top else None


def _read(message: Mapping[str, Any]) -> Request:
    match message["type"]:
        case "hello":
            return Hello(_of(str, message["ticket"]))
        case "resume":
            position = message["position"]
            return Resume(
                _number(message["stream"], _INTEGER),
                _of(str, position["epoch"]),
                _number(position["seq"], _BIGINT),
                _of(str, position["rights"]),
            )
        case "presence":
            ticket = message["ticket"]
            return Presence(None if ticket is None else _number(ticket, _BIGINT))
        case other:
            raise ValueError(other)


def _number(value: object, largest: int) -> int:
    """A number that the database's column may hold."""
    number: int = _of(int, value)
    if not 0 <= number <= largest:
        raise ValueError(value)
    return number


def _of(kind: type[Any], value: object) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(value)
    if isinstance(value, str):
        value.encode()  # JSON can say half a character, which is nothing to look up or to send back
    return value
