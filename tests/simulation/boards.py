"""The world of boards: readers who come, go, fall silent and change posts; entries, restores, and a store in trouble.

Talk, session, hub, relay, the look at rights, the reader and its board are the service's own.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import httpx
from websockets.exceptions import ConnectionClosed

from dispatch.actions.sockets import Past, Sockets
from dispatch.client import stream as reading
from dispatch.client.board import Board
from dispatch.client.stream import StreamReader
from dispatch.domain import access
from dispatch.errors import SOCKET_CODES, DatabaseAway
from dispatch.jobs.rights import Rights
from dispatch.live import hub as hubs
from dispatch.live import relay as relays
from dispatch.live import ring as rings
from dispatch.live.frames import Entry
from dispatch.live.hub import Hub
from dispatch.live.relay import Relay, Source
from dispatch.reads import snapshots as reads
from dispatch.reads.snapshots import Snapshots
from dispatch.store import streams
from dispatch.web import stream as edge
from tests.simulation.line import Dialled, Line, Served
from tests.simulation.loop import Broken, SeededLoop
from tests.simulation.script import Script, Session, Store, units

MAILBOX_BYTES = 500
LATEST_SECONDS = 30
"""How long after the last trouble everybody has to hold the truth: several beacons."""
MOST_REFETCHES = 25
"""Of one connection: until the relay has looked, a reader of a restored district may be told so some times."""
URL = "http://here"
REQUEST = httpx.Request("GET", URL)
UNITS = units()
told: Counter[str] = Counter()
"""What happened in all schedules so far: a simulation in which nothing happens proves nothing."""


class District:
    """One schedule's service and its readers."""

    relay_class: type[Relay] = Relay
    hub_class: type[Hub] = Hub
    rights_class: type[Rights] = Rights
    snapshots_class: type[Snapshots] = Snapshots

    def __init__(self, random: Random) -> None:
        self.random = random
        self.script = Script(random)
        self.store: Any = Store(self.script)
        self.snapshots = self.snapshots_class(self.store, lambda: UNITS)
        self.asked = Asking(self.store)
        self.hub = self.hub_class()
        self.relay = self.relay_class(Source(self._position, self._entries), self.hub)
        self.rights = self.rights_class(self.store, self.hub)
        self.tabs: list[tuple[Session, StreamReader]] = []
        self.lines: list[Line] = []
        self.talks: dict[asyncio.Task[None], None] = {}
        """In the order they began: a set's would depend on where they lie in memory."""
        self.refetched: Counter[edge.Client] = Counter()
        self.broken: Broken | None = None

    async def _position(self) -> tuple[str, dict[int, int]]:
        async with self.store.system() as tx:
            return await streams.position(tx)

    async def _entries(self, cursors: dict[int, int]) -> Sequence[Entry]:
        async with self.store.system() as tx:
            return [Entry(*row) for row in await streams.entries_after(tx, cursors)]

    def dial(self) -> Dialled:
        """A new connection, served until it ends."""
        line = Line()
        self.lines.append(line)
        task = asyncio.get_running_loop().create_task(self._serve(line))
        self.talks[task] = None
        task.add_done_callback(lambda ended: (self.talks.pop(ended), line.cut()))
        return Dialled(line)

    async def _serve(self, line: Line) -> None:
        served: Any = Served(line, lambda text: self._see(talk, text))
        talk = edge.Talk(served, self.store, self.asked, self.hub, lambda: UNITS, lambda: "now")
        try:
            await talk.run(URL)
        except Broken as broken:
            self.broken = self.broken or broken
        finally:
            if talk._client is not None and talk._client.closing is not None:
                code = talk._client.closing
                told[f"closed {code}"] += 1
                if code in (SOCKET_CODES["too-many"], SOCKET_CODES["bad-message"]):
                    self.broken = self.broken or Broken(f"an honest reader was closed with {code}")

    def _see(self, talk: edge.Talk, text: str) -> None:
        """What leaves for a reader was written so, in that epoch, and is theirs to see."""
        message = json.loads(text)
        if message["type"] != "frame" or talk._client is None:
            told[message["type"]] += 1
            self._count(talk, message["type"])
            return
        written = self.script.written[message["epoch"]][message["stream"]]
        first, last, readers = message["from"], message["to"], talk._client.readers
        if last > len(written) or any(not first <= each["seq"] <= last for each in message["entries"]):
            raise Broken("a frame says numbers that nobody wrote, or that it does not cover")
        for each in message["entries"]:
            entry = written[each["seq"] - 1]
            if "row" in each:
                told["row"] += 1
                fine = readers & entry.after and each["row"] == self.script.rows[entry.row]
            else:
                told["leave"] += 1
                past = [
                    one for one in written[max(first, 1) - 1 : each["seq"]] if one.ticket == each["ticket"]
                ]
                heard = entry.before.union(*(one.before | one.after for one in past))
                fine = readers & heard and not readers & entry.after
            if not fine or entry.ticket != each["ticket"]:
                raise Broken(f"{sorted(readers)} hears what is not so, or not theirs: {entry}")

    def _count(self, talk: edge.Talk, kind: str) -> None:
        """Nobody is sent to fetch again and again what is refused again and again."""
        if kind == "refetch" and talk._client is not None:
            self.refetched[talk._client] += 1
            if self.refetched[talk._client] > MOST_REFETCHES:
                raise Broken("a reader is sent round in circles")

    def holds(self, board: Board) -> bool:
        """Whether a board is what was true at its position."""
        readers = self.script.readers[board.rights]
        return board.tickets == self.script.truth(board.epoch, board.stream, board.seq, readers)

    def look(self, at: int) -> None:
        """What must hold at any moment: a tab's boards true at their positions, mailboxes within their bound."""
        if self.broken is not None:
            raise self.broken
        for client in self.hub._clients:
            mail = [len(text.encode()) for text in client._mail]
            if len(mail) > 1 and sum(mail) > MAILBOX_BYTES:
                raise Broken(f"a mailbox of {sum(mail)} bytes")
        for _, reader in self.tabs:
            for board in reader.boards.values():
                if not self.holds(board):
                    raise Broken(
                        f"stream {board.stream} at {board.seq} of {board.epoch} is not what was true then"
                    )

    async def follow(self, session: Session, at: int) -> None:
        """One tab: follows, and signs in again when it is told that its rights ended."""
        while True:
            _, reader = self.tabs[at]
            try:
                await reader.follow(lambda _: self.look(at))
            except (ConnectionClosed, httpx.HTTPStatusError):
                told["signed in again"] += 1
            session.lives = True
            again = self.open(session)
            if self.random.random() < 0.5:
                again.boards = reader.boards
            self.tabs[at] = session, again
            await asyncio.sleep(0.05)

    def open(self, session: Session) -> StreamReader:
        """A reader of a session."""
        asked: Any = Asked(self, session)
        return StreamReader(asked, URL)

    def late(self) -> str | None:
        """Who does not hold the truth of now, or None."""
        for session, reader in self.tabs:
            theirs = access.streams(session.memberships, UNITS)
            if not reader.connected.is_set() or set(reader.boards) != set(theirs):
                return f"person {session.person} has boards {sorted(reader.boards)}, not {theirs}"
            for stream, board in reader.boards.items():
                now = (self.script.epoch, self.script.tops()[stream], session.rights)
                if (board.epoch, board.seq, board.rights) != now:
                    return f"person {session.person}, stream {stream}: {board.position}, not {now}"
        if any(
            client.readers != self.script.sessions[client.session].readers for client in self.hub._clients
        ):
            return "a socket reads with rights that ended"
        return None


class Asking(Sockets):
    """Counts how often what a ring does not hold is read again."""

    async def entries(self, stream: int, seq: int) -> Past:
        """From the script."""
        told["recalled"] += 1
        return await super().entries(stream, seq)


class Asked:
    """The routes that a reader asks over HTTP: a ticket for the socket, and snapshots."""

    def __init__(self, district: District, session: Session) -> None:
        self._district = district
        self._script = district.script
        self._session = session

    async def post(self, url: str) -> httpx.Response:
        """A one-use ticket."""
        status = 200 if self._session.lives else 401
        ticket = f"{len(self._script.tickets)}-{self._script.random.random()}"
        self._script.tickets[hashlib.sha256(ticket.encode()).digest()] = self._session.digest
        return httpx.Response(status, json={"ticket": ticket}, request=REQUEST)

    async def get(self, url: str) -> httpx.Response:
        """A snapshot, for the rights of the moment that it is asked for."""
        session, stream = self._session, int(url.split("/")[3])
        rights = session.rights
        if stream not in access.streams(session.memberships, UNITS):
            return httpx.Response(404, request=REQUEST)
        try:
            made = await self._district.snapshots.of(stream, session.readers, self._district.hub.epoch)
        except DatabaseAway:
            return httpx.Response(503, request=REQUEST)
        return httpx.Response(200, content=gzip.decompress(made.body(rights)), request=REQUEST)


@contextmanager
def _small(loop: SeededLoop, dial: Callable[..., Dialled]) -> Iterator[None]:
    """The invented clock, the wire, and bounds small enough to be met."""
    clock = SimpleNamespace(monotonic=loop.time)
    numbers = count()

    class Numbered(edge.Client):
        """A client whose place in a set does not depend on where it lies in memory."""

        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            self._number = next(numbers)

        def __hash__(self) -> int:
            return self._number

    changes: list[tuple[object, str, Any]] = [
        (hubs, "MAILBOX_BYTES", MAILBOX_BYTES),
        (rings, "RING", 10),
        (hubs, "RECALLED", 10),
        (relays, "time", clock),
        (relays, "log", SimpleNamespace(warning=lambda *_, **__: told.update(["relay late"]))),
        (relays, "BEACON_SECONDS", 0.5),
        (relays, "EPOCH_SECONDS", 0.7),
        (reads, "time", clock),
        (reads, "SHARED_SECONDS", 0.6),
        (edge, "time", clock),
        (edge, "Client", Numbered),
        (reading, "connect", dial),
        (reading, "_LONGEST_PAUSE_SECONDS", 0.4),
    ]
    with ExitStack() as stack:
        for where, name, value in changes:
            stack.enter_context(patch.object(where, name, value))
        yield


def world(made: type[District] = District) -> Callable[[Random, SeededLoop], Any]:
    """A schedule of this world; ``made`` is a district with a planted bug where a test wants one."""

    async def played(random: Random, loop: SeededLoop) -> None:
        with _small(loop, lambda *_, **__: district.dial()):
            district = made(random)
            await _play(district)

    return played


async def _play(district: District) -> None:
    """Trouble, then calm: everybody has to hold the truth; then everybody leaves."""
    random, script = district.random, district.script
    script.calm = True
    await district.relay.step()  # as the service does before it lets anybody in
    script.calm = False
    for person in range(1, random.randint(2, 4)):
        session = script.join(person)
        district.tabs += [(session, district.open(session)) for _ in range(random.choice((1, 2, 2)))]
    jobs = [asyncio.create_task(district.relay.run()), asyncio.create_task(_look_at_rights(district))]
    people = [asyncio.create_task(district.follow(tab[0], at)) for at, tab in enumerate(district.tabs)]
    trouble = asyncio.create_task(_trouble(district))
    try:
        await asyncio.wait([trouble, *jobs, *people], return_when=asyncio.FIRST_COMPLETED)
        await _calm(district, [*jobs, *people])
        trouble.result()
    finally:
        for task in (trouble, *jobs, *people):
            task.cancel()
        ends = await asyncio.gather(trouble, *jobs, *people, return_exceptions=True)
        district.hub.close()
        for line in district.lines:
            line.cut()
        talks = await asyncio.gather(*district.talks, return_exceptions=True)
        await asyncio.gather(*district.snapshots._made.values(), return_exceptions=True)
    for end in (*ends, *talks):
        if isinstance(end, Exception):
            raise end
    if district.hub.clients or any(state.groups for state in district.hub._streams.values()):
        raise Broken("the hub remembers clients that are gone")


async def _calm(district: District, running: Sequence[asyncio.Task[Any]]) -> None:
    """Nothing goes wrong any more: wait until everybody holds the truth of now."""
    district.script.calm = True
    district.script.away = False
    for line in district.lines:
        line.reads.set()
    for _ in range(LATEST_SECONDS * 5):
        for task in running:
            if task.done():
                task.result()
                raise Broken("somebody went home early")
        for at in range(len(district.tabs)):
            district.look(at)
        late = district.late()
        if late is None:
            return
        await asyncio.sleep(0.2)
    raise Broken(f"late: {late}")


async def _look_at_rights(district: District) -> None:
    while True:
        await asyncio.sleep(0.3)
        try:
            await district.rights.end_changed()
        except DatabaseAway:
            told["rights without store"] += 1


async def _trouble(district: District) -> None:
    """What happens in the district, one thing after another."""
    random, script = district.random, district.script
    for _ in range(random.randint(3, 10)):
        await asyncio.sleep(random.choice((0, 0, 0.02, 0.1, 0.3)))
        match random.randrange(13):
            case 0 | 7:
                script.move()
            case 1:
                _of(random, list(district.lines), Line.cut)
            case 2:
                _of(random, list(district.lines), lambda line: line.reads.clear())
            case 3:
                told["talk cancelled"] += len(district.talks) > 0
                _of(random, list(district.talks), asyncio.Task.cancel)
            case 4:
                await _away(district, restored=random.random() < 0.5)
            case 5:
                script.forget(district.hub.cursors)
            case 8:
                _begin_again(district)
            case 6:
                random.choice(list(script.sessions.values())).lives = False
            case _:
                for _ in range(random.choice((1, 2, 5))):
                    script.write()
                if random.random() < 0.5:
                    district.relay.wake()


def _begin_again(district: District) -> None:
    """What a process that was started again has: nobody is connected, and its rings are empty."""
    for line in district.lines:
        line.cut()
    for state in district.hub._streams.values():
        state.ring = rings.Ring(state.ring.last)


async def _away(district: District, *, restored: bool) -> None:
    """The database is away for a moment, and perhaps comes back as an earlier one."""
    district.script.away = True
    await asyncio.sleep(0.3)
    if restored:
        told["restored"] += 1
        district.script.restore()
    district.script.away = False
    for _ in range(district.random.choice((0, 5))):
        district.script.write()


def _of(random: Random, among: Sequence[Any], do: Callable[[Any], object]) -> None:
    if among:
        do(random.choice(among))
