"""What the store would say of streams and sessions: lists of entries with gapless numbers, and how it fails."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from dispatch.client.board import ENDED
from dispatch.domain import access
from dispatch.domain.access import Membership, Role
from dispatch.domain.units import Unit, Units
from dispatch.errors import DatabaseAway
from dispatch.live.frames import Entry
from dispatch.store import accounts, streams

DISTRICT, TOWNS = 1, (2, 3)
STREAMS = (DISTRICT, *TOWNS)
TOKENS = ("unit:1", "unit:2", "unit:3", "person:1", "person:2", "person:3")
POSTS = (
    (Membership(Role.DISTRICT_OPERATOR, DISTRICT),),
    (Membership(Role.TOWN_OPERATOR, 2),),
    (Membership(Role.TOWN_OPERATOR, 3),),
    (Membership(Role.GRID_WORKER, 2),),
    (Membership(Role.TOWN_OPERATOR, 2), Membership(Role.TOWN_OPERATOR, 3)),
)
KEPT_SECONDS = 0.7
STATES = ("dispatched",) * 5 + ("closed",)
Rows = dict[int, dict[str, Any]]


def units() -> Units:
    """A district and two towns."""
    known = {
        each: Unit(
            each,
            "town_center" if each in TOWNS else "district_center",
            f"{each}",
            each,
            None,
            None,
            None,
            None,
        )
        for each in STREAMS
    }
    return Units(known, DISTRICT, {str(town): town for town in TOWNS}, {}, {}, {})


@dataclass
class Session:
    """Somebody signed in: what they may do now, and every rights revision they ever had."""

    person: int
    memberships: tuple[Membership, ...]
    lives: bool = True

    @property
    def digest(self) -> bytes:
        """What the store knows the session by."""
        return b"session%d" % self.person

    @property
    def rights(self) -> str:
        """The revision of now."""
        return access.rights_revision(self.person, self.memberships)

    @property
    def readers(self) -> frozenset[str]:
        """The audience tokens of now."""
        return access.readers(self.person, self.memberships)


@dataclass
class Script:
    """The district's streams in every epoch, its sessions, and the store's moods."""

    random: Random
    epoch: str = "e0"
    written: dict[str, dict[int, list[Entry]]] = field(default_factory=dict)
    forgotten: dict[int, int] = field(default_factory=dict)
    sessions: dict[bytes, Session] = field(default_factory=dict)
    tickets: dict[bytes, bytes] = field(default_factory=dict)
    """Digests of one-use tickets → session."""
    readers: dict[str, frozenset[str]] = field(default_factory=dict)
    """Rights revision → what it reads as."""
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The JSON text of a row → the row."""
    at: dict[str, float] = field(default_factory=dict)
    """The JSON text of a row → when it was written."""
    _true: dict[tuple[str, int, int, frozenset[str]], Rows] = field(default_factory=dict)
    calm: bool = False
    away: bool = False

    def __post_init__(self) -> None:
        self.written[self.epoch] = {stream: [] for stream in STREAMS}
        for _ in range(self.random.randrange(6)):
            self.write()

    @property
    def now(self) -> dict[int, list[Entry]]:
        """The streams of this epoch."""
        return self.written[self.epoch]

    def tops(self) -> dict[int, int]:
        """The last number of each stream."""
        return {stream: len(entries) for stream, entries in self.now.items()}

    def write(self) -> None:
        """Commit one entry."""
        stream = self.random.choice(STREAMS)
        ticket = stream * 10 + self.random.randrange(3)
        entries = self.now[stream]
        last = next((each for each in reversed(entries) if each.ticket == ticket), None)
        version = last.version + 1 if last else 1
        row = {"id": ticket, "version": version, "state": self.random.choice(STATES)}
        row["title"] = f"{self.epoch} {len(entries)} " + "诉" * self.random.choice((0, 10, 300))
        after = frozenset(self.random.sample(TOKENS, self.random.randrange(4)))
        before = last.after if last else frozenset()
        text = json.dumps(row, ensure_ascii=False)
        self.rows[text] = row
        self.at[text] = asyncio.get_running_loop().time()
        entries.append(Entry(stream, len(entries) + 1, ticket, version, "ticket.noted", before, after, text))

    def restore(self) -> None:
        """An earlier moment comes back as a new epoch, and other things happen from there on."""
        kept = {stream: self.random.randint(0, len(entries)) for stream, entries in self.now.items()}
        former, self.epoch = self.now, f"e{len(self.written)}"
        self.written[self.epoch] = {stream: entries[: kept[stream]] for stream, entries in former.items()}
        self.forgotten.clear()

    def forget(self, relayed: Mapping[int, int]) -> None:
        """The front of a stream is no longer kept; it was relayed, and is older than any snapshot that is shared."""
        stream = self.random.choice(STREAMS)
        before = asyncio.get_running_loop().time() - KEPT_SECONDS
        old = sum(self.at[each.row] <= before for each in self.now[stream])
        least = min(relayed.get(stream, 0), old)
        self.forgotten[stream] = max(self.forgotten.get(stream, 0), self.random.randint(0, least))

    def join(self, person: int) -> Session:
        """Somebody signs in."""
        session = Session(person, self.random.choice(POSTS))
        self.sessions[session.digest] = session
        self.readers[session.rights] = session.readers
        return session

    def move(self) -> None:
        """Somebody's rights become others."""
        session = self.random.choice(list(self.sessions.values()))
        session.memberships = self.random.choice(POSTS)
        self.readers[session.rights] = session.readers

    def after(self, cursors: Mapping[int, int]) -> list[Entry]:
        """The entries after a number of each stream."""
        least = {stream: max(seq, self.forgotten.get(stream, 0)) for stream, seq in cursors.items()}
        return [each for stream in sorted(least) for each in self.now.get(stream, [])[least[stream] :]]

    def truth(self, epoch: str, stream: int, seq: int, readers: frozenset[str]) -> Rows:
        """What a reader's board shows after a number: the last entry of each ticket, where it is theirs and open."""
        asked = epoch, stream, seq, readers
        if asked not in self._true:
            last = {each.ticket: each for each in self.written[epoch][stream][:seq]}
            rows = {ticket: self.rows[each.row] for ticket, each in last.items() if readers & each.after}
            self._true[asked] = {ticket: row for ticket, row in rows.items() if row["state"] not in ENDED}
        return self._true[asked]

    async def late(self) -> None:
        """The store takes its time, and fails where it is away."""
        await asyncio.sleep(0.002 if self.calm else self.random.choice((0, 0.002, 0.01, 0.04)))
        if self.away or (not self.calm and self.random.random() < 0.03):
            raise DatabaseAway


class Store:
    """A database's two scopes, whose named blocks the script answers."""

    def __init__(self, script: Script) -> None:
        self._script = script

    @asynccontextmanager
    async def system(self) -> AsyncIterator[Transaction]:
        """A transaction; it does not outlive the epoch it began in."""
        await self._script.late()
        tx = Transaction(self._script)
        yield tx
        await tx.late()

    @asynccontextmanager
    async def reader(self, readers: frozenset[str]) -> AsyncIterator[Transaction]:
        """A transaction of one moment, which sees what these readers may see."""
        await self._script.late()
        tx = Transaction(self._script, readers)
        yield tx
        await tx.late()


class Transaction:
    """Answers the blocks that streams and sessions ask."""

    def __init__(self, script: Script, readers: frozenset[str] | None = None) -> None:
        self._script = script
        self._epoch = script.epoch
        self._readers = readers
        self._tops = None if readers is None else script.tops()

    async def late(self) -> None:
        """A round trip; in calm times the whole transaction is one."""
        if not self._script.calm:
            await self._script.late()
        if self._script.epoch != self._epoch:
            raise DatabaseAway

    async def fetch(self, block: str, *given: Any) -> Sequence[Any]:
        """Rows."""
        await self.late()
        script = self._script
        if block == streams.SQL.tops:
            tops = self._tops or script.tops()
            return [{"id": stream, "seq": top} for stream, top in tops.items()]
        if block == streams.SQL.entries_after:
            return [_Row(each) for each in script.after(dict(zip(given[0], given[1], strict=True)))]
        if block == streams.SQL.use_tickets:
            used = {digest: script.tickets.pop(digest, None) for digest in given[0]}
            return [{"digest": each, "session": by, "fresh": True} for each, by in used.items() if by]
        if block == accounts.SQL.sessions:
            held = [script.sessions[digest] for digest in given[0]]
            return [_session(each) for each in held if each.lives]
        raise AssertionError(f"the script has no answer to {block}")

    async def fetchval(self, block: str, *given: Any) -> Any:
        """A value."""
        await self.late()
        if block == streams.SQL.epoch:
            return self._script.epoch
        raise AssertionError(f"the script has no answer to {block}")

    async def fetchrow(self, block: str, *given: Any) -> Any:
        """A row, or nothing."""
        await self.late()
        if block == streams.SQL.snapshot and self._tops is not None and self._readers is not None:
            seq = self._tops[given[0]]
            rows = self._script.truth(self._epoch, given[0], seq, self._readers)
            return seq, json.dumps(list(rows.values()), ensure_ascii=False)
        raise AssertionError(f"the script has no answer to {block}")


class _Row(tuple[Any, ...]):
    """An entry as the driver gives it: by number and by name."""

    __slots__ = ()

    def __getitem__(self, at: Any) -> Any:
        return super().__getitem__(Entry._fields.index(at) if isinstance(at, str) else at)


def _session(session: Session) -> dict[str, Any]:
    told = [f"{each.role} {each.unit}" for each in session.memberships]
    return {
        "digest": session.digest,
        "person": session.person,
        "name": f"人员{session.person}",
        "post": "",
        "username": "",
        "locked": False,
        "stale": False,
        "memberships": told,
    }
