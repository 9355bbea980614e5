"""Streams to clients: a ring of recent entries per stream, groups of equal readers, a bounded mailbox per client.

A frame is rendered once for each group and shared by its clients. No I/O but waking the task that empties a mailbox.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from dispatch import metrics
from dispatch.errors import SOCKET_CODES
from dispatch.live.frames import (
    Entry,
    Framed,
    Readers,
    Told,
    folded,
    frame,
    health,
    hears,
    refetch,
    versions,
    visible,
)
from dispatch.live.ring import RECALLED, Ring

MAILBOX_BYTES = 256 * 1024
Looks = Mapping[int, Mapping[int, str]]


class Client:
    """One socket's side of the hub: what it reads as, and its mailbox."""

    __slots__ = (
        *("kind", "person", "name", "session", "readers", "closing", "looks_at", "over"),
        *("_mail", "_bytes", "_filled"),
    )

    def __init__(self, person: int, name: str, session: bytes, readers: Readers, kind: str = "desk") -> None:
        self.kind = kind
        self.person = person
        self.name = name
        self.session = session
        self.readers = readers
        self.closing: int | None = None
        self.looks_at: int | None = None
        self._mail: list[str] = []  # as a deque it takes half a KiB when it is empty
        self._bytes = 0
        self._filled: asyncio.Future[None] | None = None
        """What ``take`` waits for: a future, made when it waits; an event takes 800 bytes."""
        self.over: Callable[[], None] = unheard
        """Called when the client is to be closed, also while a text cannot leave because nobody reads it."""

    def put(self, text: str) -> None:
        """Post a text; a mailbox over its bound ends the client, who resumes later."""
        if self.closing is not None:
            return
        self._bytes += size(text)
        if self._bytes > MAILBOX_BYTES and self._mail:
            self.close(SOCKET_CODES["mailbox-full"])
            return
        self._mail.append(text)
        _done(self._filled)

    def close(self, code: int) -> None:
        """End the client: what is in the mailbox is dropped."""
        if self.closing is None:
            self.closing = code
        metrics.FRAMES_DROPPED.inc(len(self._mail))
        self._mail.clear()
        _done(self._filled)
        self.over()

    async def take(self) -> str | None:
        """The next text, waited for; None when the client is to be closed."""
        while not self._mail:
            if self.closing is not None:
                return None
            self._filled = asyncio.get_running_loop().create_future()
            await self._filled
        return self._mail.pop(0)

    def sent(self, text: str) -> None:
        """A text has left through the socket: its bytes no longer count."""
        self._bytes -= size(text)


@dataclass(slots=True)
class _Group:
    """Clients that read the same: what one sees of a stream, all see."""

    covered: int
    clients: set[Client] = field(default_factory=set)


@dataclass(slots=True)
class _Stream:
    """One stream here: its recent entries, up to the number up to which it was relayed, and its groups.

    ``reading``: by audience token, the groups that read it. Thousands of workers hear of few entries each, so an entry
    looks up whom it concerns, and not everybody whether it does.
    """

    ring: Ring
    groups: dict[Readers, _Group] = field(default_factory=dict)
    reading: dict[str, dict[Readers, None]] = field(default_factory=dict)

    def group(self, readers: Readers) -> _Group:
        """The group of these readers, begun where there is none."""
        if readers not in self.groups:
            self.groups[readers] = _Group(self.ring.last)
            for token in readers:
                self.reading.setdefault(token, {})[readers] = None
        return self.groups[readers]

    def end(self, readers: Readers) -> None:
        """A group of whom nobody is left."""
        del self.groups[readers]
        for token in readers:
            del self.reading[token][readers]
            if not self.reading[token]:
                del self.reading[token]

    def concerned(self, entries: Iterable[Entry]) -> list[tuple[Readers, _Group]]:
        """The groups that may hear of some of these entries, in an order that hangs on nothing but what happened."""
        tokens = sorted(frozenset().union(*(entry.before | entry.after for entry in entries)))
        found = dict.fromkeys(readers for token in tokens for readers in self.reading.get(token, ()))
        return [(readers, self.groups[readers]) for readers in found]


class Hub:
    """All clients of this process."""

    def __init__(self) -> None:
        self.epoch = ""
        self._streams: dict[int, _Stream] = {}
        self._clients: set[Client] = set()
        self._windows: Counter[int] = Counter()
        self._closed = False
        self._frames: dict[tuple[int, tuple[tuple[int, bool], ...]], Told] = {}
        """Frames of the stream that is being told: groups that hear the same from the same number share one."""
        self._elsewhere: dict[str, Looks] = {}
        self.maps: tuple[int, int] | None = None
        """The boundary version and the gazetteer's that maps show now; None until they were looked up."""
        self.health = ""
        """What clients are told of how the service is; empty until somebody looked."""

    @property
    def clients(self) -> int:
        """How many clients are connected."""
        return len(self._clients)

    @property
    def kinds(self) -> Counter[str]:
        """How many clients of each kind are connected."""
        return Counter(client.kind for client in self._clients)

    @property
    def readers(self) -> dict[bytes, set[Readers]]:
        """Session → what its clients read as: several, where rights changed between one window and the next."""
        read: dict[bytes, set[Readers]] = {}
        for client in self._clients:
            read.setdefault(client.session, set()).add(client.readers)
        return read

    @property
    def cursors(self) -> dict[int, int]:
        """Stream → the number up to which it was relayed."""
        return {stream: state.ring.last for stream, state in self._streams.items()}

    def start(self, epoch: str, tops: dict[int, int]) -> None:
        """Begin (again) at these tops; clients of another epoch are told to fetch snapshots.

        In the same epoch only streams that are new here begin: those of centers added meanwhile.
        """
        if epoch == self.epoch:
            for stream, top in tops.items():
                self._streams.setdefault(stream, _Stream(Ring(top)))
            return
        told = [(stream, client) for stream, state in self._streams.items() for client in _all(state)]
        self.epoch = epoch
        self._streams = {stream: _Stream(Ring(top)) for stream, top in tops.items()}
        for stream, client in told:
            client.put(refetch(stream, "epoch"))

    def publish(self, entries: Iterable[Entry]) -> None:
        """Entries newer than what was relayed, by stream and number: one frame per stream and group."""
        fresh: dict[int, list[Entry]] = {}
        for entry in entries:
            state = self._streams.get(entry.stream)
            if state is None:
                state = self._streams[entry.stream] = _Stream(Ring(entry.seq - 1))
            if entry.seq > state.ring.last:
                fresh.setdefault(entry.stream, []).append(entry)
        for stream, listed in fresh.items():
            state = self._streams[stream]
            state.ring.add(listed)
            short = folded(listed)
            self._frames.clear()
            told = 0
            for readers, group in state.concerned(short):
                told += self._tell(stream, state, readers, group, short)
            metrics.ENTRIES_RELAYED.inc(len(listed))
            metrics.ENTRIES_FOLDED.inc(len(listed) - len(short))
            metrics.ENTRIES_SENT.inc(told)

    def _tell(
        self, stream: int, state: _Stream, readers: Readers, group: _Group, entries: Sequence[Entry]
    ) -> int:
        """Put what a group may see into its mailboxes; how many entries that was, over all of them."""
        heard = tuple((entry.seq, how) for entry in entries if (how := hears(entry, readers)) is not None)
        if not heard:
            return 0
        key = (group.covered, heard)
        text = self._frames.get(key)
        if text is None:
            said = [said for entry in entries if (said := visible(entry, readers)) is not None]
            traces = [entry.trace for entry in entries if entry.trace is not None]
            text = Told(frame(stream, self.epoch, group.covered + 1, state.ring.last, said), traces)
            self._frames[key] = text
        group.covered = state.ring.last
        for client in list(group.clients):
            client.put(text)
        return len(heard) * len(group.clients)

    def beacon(self) -> None:
        """An empty frame to everybody: covers what they may not see, and shows that the line is alive."""
        for stream, state in self._streams.items():
            for group in state.groups.values():
                text = Told(frame(stream, self.epoch, group.covered + 1, state.ring.last, ()))
                group.covered = state.ring.last
                for client in list(group.clients):
                    client.put(text)

    def windows(self, person: int) -> int:
        """How many clients a person has here."""
        return self._windows[person]

    def enter(self, client: Client) -> None:
        """A client is connected; it hears of a stream once it has joined it."""
        self._clients.add(client)
        self._windows[client.person] += 1
        if self._closed:
            client.close(SOCKET_CODES["restart"])

    def show(self, boundary: int, gazetteer: int) -> None:
        """Maps show these versions now: everybody hears of it, unless it is what they know."""
        if (boundary, gazetteer) == self.maps:
            return
        self.maps = boundary, gazetteer
        text = versions(boundary, gazetteer)
        for client in list(self._clients):
            client.put(text)

    def show_health(self, status: str, findings: Sequence[tuple[str, str, str]]) -> None:
        """The service is well, degraded or down: everybody hears of it, also who comes later."""
        self.health = health(status, findings)
        for client in list(self._clients):
            client.put(self.health)

    def join(self, client: Client, stream: int, seq: int) -> bool:
        """Continue a stream after ``seq`` from the ring; False where the ring no longer reaches back so far."""
        state = self._streams.get(stream)
        if state is None or seq < state.ring.first - 1:
            return False
        missed = state.ring.since(seq)
        if missed:
            client.put(self._missed(stream, state.ring, client.readers, seq))
        state.group(client.readers).clients.add(client)
        return True

    def _missed(self, stream: int, ring: Ring, readers: Readers, seq: int) -> Framed:
        """The frame of what came after a number; those who come back to the same place and hear the same share it."""
        heard = tuple(
            (entry.seq, how) for entry in ring.since(seq) if (how := hears(entry, readers)) is not None
        )
        made = ring.frames.get((seq, heard))
        if made is None:
            said = [text for entry in ring.since(seq) if (text := visible(entry, readers)) is not None]
            made = ring.frames[seq, heard] = Framed(frame(stream, self.epoch, seq + 1, ring.last, said))
        return made

    def may_recall(self, stream: int, seq: int) -> bool:
        """Whether what came after a number is worth reading again: this process began later, or its ring is full."""
        state = self._streams.get(stream)
        return state is not None and 0 < state.ring.last - seq <= RECALLED

    def recall(self, epoch: str, stream: int, entries: Sequence[Entry]) -> None:
        """Take entries from before its ring into a stream, unless the database has come back as another moment."""
        state = self._streams.get(stream)
        if state is not None and epoch == self.epoch:
            state.ring.recall(entries)

    def leave(self, client: Client) -> None:
        """A client is gone from everywhere."""
        if client in self._clients:
            self._clients.discard(client)
            self._windows[client.person] -= 1
            if not self._windows[client.person]:
                del self._windows[client.person]
        for stream in list(self._streams):
            self.part(client, stream)
        if client.looks_at is not None:
            seen, client.looks_at = client.looks_at, None
            self._tell_presence(seen)

    def part(self, client: Client, stream: int) -> None:
        """A client no longer hears of one stream; an earlier moment that came back may not know it."""
        state = self._streams.get(stream)
        group = state and state.groups.get(client.readers)
        if state and group:
            group.clients.discard(client)
            if not group.clients:
                state.end(client.readers)

    def end(
        self, *, session: bytes | None = None, person: int | None = None, but: Readers | None = None
    ) -> None:
        """Close the sockets of a session or person: signed out, disabled, moved. Those that read as ``but`` stay."""
        for client in list(self._clients):
            if (client.session == session or client.person == person) and client.readers != but:
                client.close(SOCKET_CODES["rights-ended"])

    def close(self) -> None:
        """Close every socket, and those that still come: this process stops. Their clients come back to another."""
        self._closed = True
        for client in list(self._clients):
            client.close(SOCKET_CODES["restart"])

    def look(self, client: Client, ticket: int | None) -> None:
        """A person looks at a ticket they may see; whoever else looks at it is told, here and (by a job) elsewhere."""
        before, client.looks_at = client.looks_at, ticket
        for each in {each for each in (before, ticket) if each is not None}:
            self._tell_presence(each)

    @property
    def looks(self) -> Looks:
        """Ticket → who looks at it in this process, by name."""
        seen: dict[int, dict[int, str]] = {}
        for client in self._clients:
            if client.looks_at is not None:
                seen.setdefault(client.looks_at, {})[client.person] = client.name
        return seen

    def looks_elsewhere(self, process: str, looks: Looks) -> None:
        """Who looks at what in another process, from now on; whoever looks at the same here is told of a change."""
        former = self._elsewhere.pop(process, {})
        if looks:
            self._elsewhere[process] = looks
        for ticket in former.keys() | looks.keys():
            if former.get(ticket) != looks.get(ticket):
                self._tell_presence(ticket)

    def _tell_presence(self, ticket: int) -> None:
        looking = [client for client in self._clients if client.looks_at == ticket]
        people = {client.person: client.name for client in looking}
        for looks in self._elsewhere.values():
            people |= looks.get(ticket, {})
        told = {
            "type": "ephemeral",
            "kind": "presence",
            "ticket": ticket,
            "people": [{"id": person, "name": name} for person, name in sorted(people.items())],
        }
        text = orjson.dumps(told).decode()
        for client in looking:
            client.put(text)


def unheard() -> None:
    """Nobody has to hear of an end yet."""


def _done(waited: "asyncio.Future[None] | None") -> None:
    """Whoever waits goes on."""
    if waited is not None and not waited.done():
        waited.set_result(None)


def size(text: str) -> int:
    """Bytes of a text on the wire."""
    if isinstance(text, Framed):
        return len(text.octets)
    return len(text) if text.isascii() else len(text.encode())


def _all(state: _Stream) -> list[Client]:
    return [client for group in state.groups.values() for client in group.clients]
