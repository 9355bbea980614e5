"""Entries as the streams hold them, and frames as the wire carries them. Rows stay JSON text, never parsed."""

import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

import orjson

from dispatch import metrics, tracing
from dispatch.saying import told
from dispatch.text import CATALOGUES

TIMED = 16
"""Of so many sockets one is timed: timing costs little, but there are thousands."""

Readers = frozenset[str]


class Entry(NamedTuple):
    """One numbered entry. ``row`` is the JSON text of the ticket's public row.

    ``trace``: the step of the trace it is part of, if any. ``at``: when its transaction began, in seconds since 1970.
    """

    stream: int
    seq: int
    ticket: int
    version: int
    event: str
    before: frozenset[str]
    after: frozenset[str]
    row: str
    trace: str | None = None
    at: float = 0.0


class Framed(str):
    """A frame's text with the WebSocket message that carries it (RFC 6455, 5.2), made once for all who hear it.

    What a server says has no mask, so ``octets`` are the same for everybody.
    """

    __slots__ = ("octets",)
    octets: bytes

    def __new__(cls, text: str) -> "Framed":
        """The same text."""
        framed = super().__new__(cls, text)
        framed.octets = _message(text.encode())
        return framed


class Told(Framed):
    """A frame of what happens now, on its way to sockets: knows since when, and which traces it is part of."""

    __slots__ = ("_began", "_sockets", "_traces")
    _began: int
    _sockets: int
    _traces: Sequence[str]

    def __new__(cls, text: str, traces: Sequence[str] = ()) -> "Told":
        """The same text."""
        told = cast(Told, super().__new__(cls, text))
        told._began, told._sockets, told._traces = time.time_ns(), 0, traces
        return told

    def sent(self) -> None:
        """It has left through one more socket."""
        if self._sockets % TIMED == 0:
            metrics.SOCKET_SECONDS.observe((time.time_ns() - self._began) / 1e9)
        if self._traces and self._sockets < tracing.SOCKETS:
            for parent in self._traces:
                tracing.told("socket", parent, self._began, bytes=len(self))
        self._sockets += 1


def _message(said: bytes) -> bytes:
    """One whole text message as a server sends it: final, opcode 1, the length in as few octets as it needs."""
    size = len(said)
    if size < 126:
        return bytes((0x81, size)) + said
    if size < 1 << 16:
        return b"\x81\x7e" + size.to_bytes(2, "big") + said
    return b"\x81\x7f" + size.to_bytes(8, "big") + said


def visible(entry: Entry, readers: Readers) -> str | None:
    """What a reader hears of an entry: the row, a leave, or nothing. In ``after`` → row; in ``before`` only → leave."""
    shown = hears(entry, readers)
    if shown is None:
        return None
    what = f'"row":{entry.row}' if shown else '"leave":true'
    return f'{{"seq":{entry.seq},"ticket":{entry.ticket},"version":{entry.version},"event":"{entry.event}",{what}}}'


def hears(entry: Entry, readers: Readers) -> bool | None:
    """Whether a reader hears of an entry: True of its row, False of its leaving, None of nothing."""
    if not readers.isdisjoint(entry.after):
        return True
    return None if readers.isdisjoint(entry.before) else False


def folded(entries: Iterable[Entry]) -> list[Entry]:
    """The last entry of each ticket, in order; earlier ones only lend it who saw the ticket before."""
    last: dict[int, Entry] = {}
    for entry in entries:
        earlier = last.pop(entry.ticket, None)
        if earlier is not None:
            entry = entry._replace(before=earlier.before | earlier.after | entry.before)
        last[entry.ticket] = entry
    return list(last.values())


def frame(stream: int, epoch: str, first: int, last: int, said: Sequence[str]) -> str:
    """A frame that covers the numbers ``first`` to ``last``."""
    entries = ",".join(said)
    return f'{{"type":"frame","stream":{stream},"epoch":"{epoch}","from":{first},"to":{last},"entries":[{entries}]}}'


def versions(boundary: int, gazetteer: int) -> str:
    """Tells a client which boundaries and names maps show now."""
    told = {"type": "versions", "boundary_version": boundary, "gazetteer_version": gazetteer}
    return orjson.dumps(told).decode()


def health(status: str, findings: Sequence[tuple[str, str, str]]) -> str:
    """Tells a client how the service is: each finding by name, status and sentence, the latter in every language.

    A frame is the same for all who get it, whatever language they read.
    """
    listed = [
        {"name": name, "status": state, "detail": says, "told": _in_other_languages(says)}
        for name, state, says in findings
    ]
    return orjson.dumps({"type": "health", "status": status, "findings": listed}).decode()


def _in_other_languages(says: str) -> dict[str, str]:
    return {language: told(says, words) for language, words in CATALOGUES.items()}


def refetch(stream: int, reason: str) -> str:
    """Tells a client that its position cannot be continued: fetch a snapshot again."""
    return orjson.dumps({"type": "refetch", "stream": stream, "reason": reason}).decode()
