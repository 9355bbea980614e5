"""What saving a ticket's decisions would leave behind, told by what they say to store. Used by lives."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from dispatch.domain.clocks import Changes, Start
from dispatch.domain.decide import Decision
from dispatch.domain.joint import Records
from dispatch.domain.receive import Received
from dispatch.domain.ticket import Assignment, Clock, Ticket
from dispatch.domain.upward import WAITING, Request, RequestChange, RequestKind, RequestState
from tests.unit.domain.kept_records import after

REQUEST_COLUMNS = {each.name for each in fields(Request)}


@dataclass
class Kept:
    """One clock as a row would keep it."""

    clock: Start
    runs: bool = True


@dataclass
class Rows:
    """What saving the decisions would leave behind: the replayed journal, assignments, clocks."""

    row: dict[str, Any]
    journal: int = 1
    assignments: list[Assignment] = field(default_factory=list)
    clocks: list[Kept] = field(default_factory=list)
    numbers: int = 0
    requests: dict[int, Request] = field(default_factory=dict)
    records: Records = field(default_factory=Records)

    def save(self, decided: Decision) -> None:
        """Apply a decision by what it says to store, not by the ticket it computed."""
        effect = decided.effect
        self.row |= decided.changes
        self.journal += 1
        if effect.end or effect.end_one:
            self.assignments = [
                each
                for each in self.assignments
                if (each.id in effect.keep if effect.end else each.id != effect.end_one)
            ]
        if effect.replied:
            self.assignments = [
                replace(each, replied=each.replied or each.id == effect.replied[0])
                for each in self.assignments
            ]
        for opened in effect.open:
            self.numbers += 1
            part, unit, person, by = opened.part, opened.unit, opened.person, opened.report_in_by
            made = Assignment(
                self.numbers, part, unit, person, replied=False, kind=opened.kind, report_in_by=by
            )
            self.assignments.append(made)
        if effect.reported_in:
            self.assignments = [
                replace(each, reported_in_at=decided.case.moment) if each.id == effect.reported_in else each
                for each in self.assignments
            ]
        self.keep_clocks(decided.clocks)
        if effect.request:
            self.keep_request(effect.request)
        for number, record in enumerate(effect.records):
            self.records = after(self.records, record, decided.case, 10 * self.journal + number)

    def keep_clocks(self, moved: Changes) -> None:
        """Clocks stop, run again as they were, and start."""
        for kept in self.clocks:
            if kept.clock.kind in moved.stop:
                kept.runs = False
        for kind in moved.resume:
            max(
                (kept for kept in self.clocks if kept.clock.kind == kind),
                key=lambda kept: kept.clock.started_at,
            ).runs = True
        self.clocks.extend(Kept(each) for each in moved.start)

    def keep_request(self, change: RequestChange) -> None:
        """A request as its row would hold it; one that has come to its end is not open any more."""
        said = {name: value for name, value in change.values.items() if name in REQUEST_COLUMNS}
        state = RequestState(said.pop("state"))
        if change.id is None:
            made = Request(id=self.journal, kind=RequestKind(said.pop("kind")), state=state, **said)
            assert made.kind not in {each.kind for each in self.requests.values()}
        else:
            made = replace(self.requests.pop(change.id), state=state)
        if state in WAITING | {RequestState.DRAFTED}:
            self.requests[made.id] = made

    @property
    def running(self) -> tuple[Clock, ...]:
        """The clocks that run."""
        held = [kept.clock for kept in self.clocks if kept.runs]
        return tuple(Clock(each.kind, each.started_at, each.due_at) for each in held)


def first_ticket(received: Received, rows: Rows) -> Ticket:
    """The ticket of a new row."""
    names = [
        each.name
        for each in fields(Ticket)
        if each.name not in ("assignments", "clocks", "audience", "children")
    ]
    values = {name: received.row[name] for name in names}
    values |= {name: frozenset(received.row[name]) for name in ("audience", "flags")}
    return Ticket(**values, clocks=rows.running)
