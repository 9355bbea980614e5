"""Small healthy worlds, made from a seed: tickets that go legal ways, and clients that write down what they are told.

Whoever tries the checker takes a world, breaks one thing of it (``faults``) and sees what is said. Frames are made by
the service's own ``live.frames`` and folded by its own ``client.board``, so that a healthy view is a real one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from dispatch.client.board import Board
from dispatch.domain.commands import Command
from dispatch.domain.events import EVENTS as EVENT_NAMES
from dispatch.domain.lifecycle import BY_STEP, Edge, Target
from dispatch.domain.ticket import ENDED, HOTLINE_NAMES, State
from dispatch.live.frames import Entry, folded, frame, visible
from tests.chaos.journal import Acted, Heard, Pushed, Record, Saw, said, shown
from tests.chaos.observed import (
    Assigned,
    Clock,
    Delivery,
    Observed,
    Order,
    Report,
    Step,
    StreamEntry,
    TicketRow,
)
from tests.chaos.sealed import Audit, healthy

EPOCH, SOURCE = "e-00000001", "12345"
DISTRICT, CENTERS = 1, (2, 3)
RETIRED, PUBLISHED = 1, 2
BORDER = {RETIRED: 119.1, PUBLISHED: 119.2}
BEGIN = datetime(2026, 11, 25, 1, tzinfo=UTC)
PERSON = 71
PUBLIC = ("id", "version", "state", "stream", "cell", "urged", "boundary_version")
_KEPT_BACK = frozenset({Command.MERGE, Command.LINK, Command.FOLLOW, Command.UNMERGE})
"""Take two tickets."""


def cell_of(lon: float, lat: float, version: int) -> str | None:
    """West or east of a border that moved between the versions."""
    if not 33 <= lat <= 34:
        return None
    return "HY-W-01" if lon < BORDER[version] else "HY-E-01"


def token(unit: int) -> str:
    """The audience token of a unit."""
    return f"unit:{unit}"


@dataclass
class Reader:
    """A client of one stream: as whom it reads, and the board it holds."""

    client: str
    stream: int
    unit: int
    board: Board | None = None

    @property
    def readers(self) -> frozenset[str]:
        """The audience tokens it reads as."""
        return frozenset({token(self.unit)})


@dataclass
class History:
    """A world in the making: rows as the database would hold them, records as clients would write them."""

    random: Random
    now: datetime = BEGIN
    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    journal: list[Step] = field(default_factory=list)
    assignments: list[Assigned] = field(default_factory=list)
    tops: dict[int, int] = field(default_factory=lambda: dict.fromkeys(CENTERS, 0))
    entries: list[StreamEntry] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    written: list[Record] = field(default_factory=list)
    audit: Audit = field(default_factory=healthy)
    numbers: int = 0

    def __post_init__(self) -> None:
        desks = [Reader(f"desk-{center}", center, center) for center in CENTERS]
        self.clients = [*desks, *(Reader(f"district-{each}", each, DISTRICT) for each in CENTERS)]

    def number(self) -> int:
        """A number that was not given before; a second passes."""
        self.numbers += 1
        self.now += timedelta(seconds=1)
        return self.numbers

    def observed(self) -> Observed:
        """What the database holds now."""
        return Observed(
            epoch=EPOCH,
            due_by=self.now,
            tickets=tuple(TicketRow(dict(row), public(row)) for row in self.rows.values()),
            journal=tuple(self.journal),
            assignments=tuple(self.assignments),
            tops=dict(self.tops),
            entries=tuple(self.entries),
            orders=tuple(self.orders),
            deliveries=tuple(self.deliveries),
            reports=tuple(self.reports),
            clocks=tuple(self.clocks),
            boundaries={RETIRED: "retired", PUBLISHED: "published"},
            audit=self.audit,
        )

    def push(self, order: str, *statuses: int | None, arrives: bool = True) -> int | None:
        """An order under one delivery, attempted with these answers; its ticket where it ``arrives``."""
        delivery = f"msg_{self.number()}"
        self.written += [
            Pushed(client="hotline", source=SOURCE, delivery=delivery, orders=(order,), status=status)
            for status in statuses
        ]
        if not arrives:
            return None
        self.deliveries.append(Delivery(SOURCE, delivery, 200))
        return self.receive(order)

    def receive(self, order: str) -> int:
        """A new ticket, with its order, its clock and what is told of it."""
        ticket, lon = self.number(), self.random.uniform(119.0, 119.3)
        cell = cell_of(lon, 33.5, PUBLISHED)
        center = CENTERS[0] if cell == "HY-W-01" else CENTERS[1]
        row = {
            "id": ticket,
            "version": 1,
            "state": "dispatched",
            "prior": None,
            "stream": center,
            "urged": 0,
            "source": SOURCE,
            "order_no": order,
            "lon": lon,
            "lat": 33.5,
            "cell": cell,
            "boundary_version": PUBLISHED,
            "state_since": self.now.isoformat(),
            "audience": [token(DISTRICT), token(center)],
        }
        self.orders.append(Order(SOURCE, order, ticket))
        self.clocks.append(Clock(ticket, "reply", self.now, True, self.now + timedelta(days=1), ()))
        self.save(ticket, Command.RECEIVE, row, {})
        return ticket

    def act(self, ticket: int, *statuses: int | None) -> None:
        """A person's legal step on a ticket, attempted with these answers under one operation."""
        edge = self.random.choice(self._ways(ticket))
        operation = f"operation-{self.number()}"
        self.step(ticket, edge, operation=operation)
        self.note_act(operation, ticket, edge.command, *statuses)

    def note_act(self, operation: str, ticket: int, command: str, *statuses: int | None) -> None:
        """Attempts at an act as the person's client writes them down."""
        self.written += [
            Acted(client="desk", operation=operation, ticket=ticket, command=command, status=status)
            for status in statuses
        ]

    def urge(self, ticket: int) -> None:
        """The hotline urges, wherever the ticket stands; nobody's operation."""
        self.save(ticket, Command.URGE, {"urged": self.rows[ticket]["urged"] + 1}, {})

    def warn(self, ticket: int) -> None:
        """The ticket's clock fires its next mark."""
        at = next(i for i, each in enumerate(self.clocks) if each.ticket == ticket)
        clock, mark = (
            self.clocks[at],
            ("half", "soon", "two_hours", "overdue")[len(self.clocks[at].fired) % 4],
        )
        if mark in clock.fired:
            return
        rest = None if mark == "overdue" else clock.next_at
        self.clocks[at] = Clock(
            clock.ticket, clock.kind, clock.started_at, clock.is_running, rest, (*clock.fired, mark)
        )
        self.save(ticket, Command.WARN, {}, {"clock": clock.kind, "mark": mark, "marks": [mark]})

    def _ways(self, ticket: int) -> list[Edge]:
        state = State(self.rows[ticket]["state"])
        return [
            edge
            for (source, command), edge in BY_STEP.items()
            if source is state and command not in _KEPT_BACK
        ]

    def step(self, ticket: int, edge: Edge, operation: str | None = None) -> None:
        """Take an edge of the lifecycle; a relocation goes to the other center."""
        row = self.rows[ticket]
        state = self._target(edge, row)
        changes: dict[str, Any] = {"state": state, "state_since": self.now.isoformat()}
        changes["prior"] = row["state"] if state in (State.RETURNED, State.SUSPENDED) else None
        if edge.command is Command.RELOCATE:
            changes |= self._elsewhere(row)
        if state is State.ASSIGNED:
            self.assignments = [
                Assigned(each.id, each.ticket, each.part, each.is_open and each.ticket != ticket)
                for each in self.assignments
            ]
            self.assignments.append(Assigned(self.number(), ticket, "lead", True))
        self.save(ticket, edge.command, changes, {}, operation)

    def _elsewhere(self, row: dict[str, Any]) -> dict[str, Any]:
        center = CENTERS[1 - CENTERS.index(row["stream"])]
        lon = 119.15 if center == CENTERS[0] else 119.25
        return {
            "lon": lon,
            "cell": cell_of(lon, 33.5, PUBLISHED),
            "stream": center,
            "state": "dispatched",
            "audience": [token(DISTRICT), token(center)],
        }

    def _target(self, edge: Edge, row: dict[str, Any]) -> str:
        if isinstance(edge.target, State):
            return edge.target.value
        if edge.target is Target.PRIOR:
            return str(row["prior"])
        fixed = {Target.ROUTED: "dispatched", Target.DESK: "in_progress", Target.REVIEW: "reviewed"}
        return fixed.get(edge.target, str(row["state"]))

    def save(
        self,
        ticket: int,
        command: Command,
        changes: dict[str, Any],
        detail: dict[str, Any],
        operation: str | None = None,
    ) -> None:
        """Row, journal, entries and report of one step, as one transaction would leave them."""
        before = self.rows.get(ticket)
        version = before["version"] + 1 if before else 1
        after = {**(before or {}), **changes, "version": version}
        self.rows[ticket] = after
        source = before["state"] if before else None
        person = PERSON if operation else None
        self.journal.append(
            Step(
                *(ticket, version, EVENT_NAMES[command], command.value, person, operation, source),
                *(str(after["state"]), {**changes, "version": version}, detail),
            )
        )
        self._tell(before, after)
        self._report(before, after)

    def _tell(self, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        streams = {after["stream"], before["stream"] if before else after["stream"]}
        for stream in sorted(streams):
            self.tops[stream] += 1
            heard = frozenset(after["audience"]) if stream == after["stream"] else frozenset[str]()
            saw = frozenset(before["audience"] if before else ())
            self.entries.append(
                StreamEntry(
                    stream, self.tops[stream], after["id"], after["version"], saw, heard, public(after)
                )
            )

    def _report(self, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        """A change of the hotline's word for the state goes up, and is heard there; now and then twice."""
        was, word = (HOTLINE_NAMES[State(row["state"])] if row else None for row in (before, after))
        if was == word or word is None:
            return
        made = Report(
            *(f"report-{self.number()}", after["id"], after["order_no"], after["version"], word, "sent"),
            self.now,
        )
        self.reports.append(made)
        heard = Heard(
            client="ear", id=made.id, order_no=made.order_no, version=made.version, status=made.status
        )
        self.written += [heard] * self.random.choice((1, 1, 2))

    def look(self, reader: Reader, *, anew: bool = False) -> None:
        """A client catches up: a snapshot where it has none, else a frame; it writes down what it holds then."""
        top = self.tops[reader.stream]
        if reader.board is None or anew:
            rows = self._snapshot(reader)
            told = {"stream": reader.stream, "epoch": EPOCH, "seq": top, "rights": "r", "tickets": rows}
            reader.board = Board.of_snapshot(told)
            self._write(reader, "snapshot", 0, top, shown(rows))
        elif reader.board.seq < top:
            message = self._frame(reader, reader.board.seq + 1, top)
            reader.board.take(message)
            self._write(reader, "frame", message["from"], top, said(message))
        self._write(reader, "view", 0, top, shown(reader.board.tickets.values()))

    def _snapshot(self, reader: Reader) -> list[dict[str, Any]]:
        return [
            public(row)
            for row in self.rows.values()
            if row["stream"] == reader.stream
            and reader.readers & set(row["audience"])
            and row["state"] not in ENDED
        ]

    def _frame(self, reader: Reader, first: int, last: int) -> dict[str, Any]:
        passed = [
            Entry(
                *(each.stream, each.seq, each.ticket, each.version, "ticket.noted", each.before, each.after),
                json.dumps(each.row),
            )
            for each in self.entries
            if each.stream == reader.stream and first <= each.seq <= last
        ]
        texts = [visible(each, reader.readers) for each in folded(passed)]
        told: dict[str, Any] = json.loads(
            frame(reader.stream, EPOCH, first, last, [text for text in texts if text is not None])
        )
        return told

    def _write(self, reader: Reader, where: str, first: int, last: int, told: Sequence[Any]) -> None:
        self.written.append(
            Saw(
                client=reader.client,
                where=where,
                readers=reader.readers,
                tickets=tuple(told),
                stream=reader.stream,
                epoch=EPOCH,
                first=first,
                last=last,
            )
        )


def public(row: dict[str, Any]) -> dict[str, Any]:
    """The public row of a ticket."""
    return {name: row[name] for name in PUBLIC}


def history(seed: int, steps: int = 30) -> History:
    """A healthy world: something of everything first, then so many random steps, with clients looking in between."""
    made = History(Random(seed))
    first = made.push("JY-1", None, 200)
    made.push("JY-2", 200)
    made.push("JY-3", 503)
    made.push("JY-4", None, arrives=False)
    made.push("JY-5", 400, arrives=False)
    assert first is not None
    for reader in made.clients:
        made.look(reader)
    made.step(first, BY_STEP[State.DISPATCHED, Command.SIGN])
    made.step(first, BY_STEP[State.SIGNED, Command.ASSIGN])
    made.act(first, None, 200)
    made.note_act("operation-refused", first, "review", 409)
    made.urge(first)
    made.warn(first)
    for _ in range(steps):
        _random_step(made)
    for reader in made.clients:
        made.look(reader)
    return made


def _random_step(made: History) -> None:
    ticket = made.random.choice(list(made.rows))
    match made.random.randrange(8):
        case 0:
            made.push(f"JY-{made.number()}", *made.random.choice(((200,), (None, 503, 200), (None,))))
        case 1:
            made.look(made.random.choice(made.clients), anew=made.random.random() < 0.3)
        case 2:
            made.warn(ticket)
        case 3 if State(made.rows[ticket]["state"]) not in ENDED:
            made.urge(ticket)
        case _ if State(made.rows[ticket]["state"]) not in ENDED:
            made.act(ticket, *made.random.choice(((200,), (None,), (503, 200))))
        case _:
            made.look(made.random.choice(made.clients))
