"""What the database holds when a run is over, as plain values; the checker compares the clients' journals with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from tests.chaos.sealed import NOTHING_AUDITED, Audit


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket: every column by name as JSON tells it, and its public row as screens get it."""

    row: Mapping[str, Any]
    public: Mapping[str, Any]

    @property
    def id(self) -> int:
        """Its id."""
        return int(self.row["id"])


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a ticket's journal."""

    ticket: int
    version: int
    event: str
    command: str
    actor_person: int | None
    operation: str | None
    state_from: str | None
    state_to: str
    changes: Mapping[str, Any]
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment, open or ended."""

    id: int
    ticket: int
    part: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class StreamEntry:
    """One entry of a center's stream; ``row`` is the ticket's public row as it was then."""

    stream: int
    seq: int
    ticket: int
    version: int
    before: frozenset[str]
    after: frozenset[str]
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """A hotline order and its ticket."""

    source: str
    order_no: str
    ticket: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A remembered delivery and the status it was answered."""

    source: str
    webhook_id: str
    status: int


@dataclass(frozen=True, slots=True)
class Report:
    """A status report to the hotline; ``state`` is pending, sent, withdrawn or dead."""

    id: str
    ticket: int
    order_no: str
    version: int
    status: str
    state: str
    next_at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock of a ticket; ``next_at`` is when it warns next, none where it rests or has warned of everything."""

    ticket: int
    kind: str
    started_at: datetime
    is_running: bool
    next_at: datetime | None
    fired: tuple[str, ...]


@dataclass(frozen=True)
class Observed:
    """The whole of it, of one moment. What was due by ``due_by`` has to be done."""

    epoch: str
    due_by: datetime
    tickets: tuple[TicketRow, ...]
    journal: tuple[Step, ...]
    assignments: tuple[Assigned, ...]
    tops: Mapping[int, int]
    """Stream → the number of its last entry."""
    entries: tuple[StreamEntry, ...]
    orders: tuple[Order, ...]
    deliveries: tuple[Delivery, ...]
    reports: tuple[Report, ...]
    clocks: tuple[Clock, ...]
    boundaries: Mapping[int, str]
    """Boundary version → its state."""
    left_behind: frozenset[int] = frozenset()
    """Tickets that a publish could not move and named on screen."""
    audit: Audit = NOTHING_AUDITED

    @cached_property
    def steps(self) -> Mapping[int, tuple[Step, ...]]:
        """Ticket → its journal in order of the versions."""
        found: dict[int, list[Step]] = {}
        for step in sorted(self.journal, key=lambda each: each.version):
            found.setdefault(step.ticket, []).append(step)
        return {ticket: tuple(steps) for ticket, steps in found.items()}

    @cached_property
    def told(self) -> Mapping[int, tuple[StreamEntry, ...]]:
        """Stream → its entries in order."""
        found: dict[int, list[StreamEntry]] = {stream: [] for stream in self.tops}
        for entry in sorted(self.entries, key=lambda each: each.seq):
            found.setdefault(entry.stream, []).append(entry)
        return {stream: tuple(entries) for stream, entries in found.items()}
