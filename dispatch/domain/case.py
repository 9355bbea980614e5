"""A decision's values: the tables it reads, the case it decides, the effect a command has. No behaviour.

Made by ``actions``, read by ``decide``, ``effects`` and ``guards``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dispatch.domain.access import Actor
from dispatch.domain.clocks import Facts, Subject, Timetable
from dispatch.domain.closing import Closing
from dispatch.domain.commands import Command
from dispatch.domain.joint import JointTables, Records
from dispatch.domain.lifecycle import Party
from dispatch.domain.location import Location
from dispatch.domain.routing import Category
from dispatch.domain.rule import RuleSet
from dispatch.domain.ticket import Assignment, State, Ticket
from dispatch.domain.units import Units
from dispatch.domain.upward import Ground, Request, RequestChange
from dispatch.errors import BadInput
from dispatch.saying import say


@dataclass(frozen=True, slots=True)
class Tables:
    """What a district edits and decisions read."""

    units: Units
    rules: RuleSet
    timetable: Timetable
    categories: Mapping[str, Category]
    joint: JointTables = field(default_factory=JointTables)


@dataclass(frozen=True, slots=True)
class Case:
    """One command on one ticket, with everything its decision may look at."""

    ticket: Ticket
    command: Command
    actor: Actor
    parties: frozenset[Party]
    fields: Mapping[str, Any]
    now: datetime
    tables: Tables
    location: Location | None = None
    cell_kind: str | None = None
    """What kind of cell it lies in, where that is known."""
    members: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Persons named in the fields → the units they belong to now."""
    failed_contacts: int = 0
    """How many attempts did not reach the caller so far; told where a contact is recorded."""
    closing: Closing = field(default_factory=Closing)
    """What an answer, a review, a signature may look at; told where one of these is decided."""
    precedent: Mapping[str, Any] | None = None
    """What an earlier decision says of whose it is (``id``, ``unit``, ``says``); told where ownership is decided."""
    requests: tuple[Request, ...] = ()
    """Its upward requests that have no end yet; told where one of them is spoken of."""
    grounds: tuple[Ground, ...] = ()
    """The published grounds in force; told where a request is drafted."""
    usual_ground: str | None = None
    """On which ground an extension was granted last for its category; told where a request is drafted."""
    is_heard: bool = True
    """Whether the source above gave an address at which it hears; told where a request is drafted or signed."""
    done_at: datetime | None = None
    """When it was done, where it was done before it could be sent (offline)."""
    other: Ticket | None = None
    """The ticket at the other end of a merging."""
    records: Records = field(default_factory=Records)
    """What of its own records a command names; told where one of them does."""

    @property
    def moment(self) -> datetime:
        """The instant clocks count by: the time done, not before the ticket's state began and not later than now."""
        return max(self.ticket.state_since, min(self.done_at or self.now, self.now))

    def subject(self, ticket: Ticket) -> Subject:
        """What the rules of clocks look at: the ticket with its unit, and with its handler."""
        category = self.tables.categories.get(ticket.category or "")
        path = category.path if category else None
        by_id = self.tables.units.by_id
        held = (ticket.unit or ticket.stream, ticket.lead_unit or ticket.unit or ticket.stream)
        unit, handler = (
            Facts(ticket.type, ticket.urgency, path, each, by_id[each].kind if each in by_id else None)
            for each in held
        )
        return Subject(unit, handler)

    def picked(self, name: str) -> int:
        """The id that was chosen in a field of kind ``pick``.

        Raises:
            BadInput: it is none.
        """
        value = str(self.fields[name])
        if not value.isdecimal() or len(value) > 18:
            raise BadInput(say("请从列表中选择。"), field=name)
        return int(value)

    @property
    def category(self) -> Category | None:
        """The ticket's category."""
        return self.tables.categories.get(self.ticket.category or "")


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """An assignment to open."""

    part: str
    unit: int
    person: int | None
    note: str | None
    kind: str = "assigned"
    report_in_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table of its own that follows from a decision: ``store.joint`` writes it by name."""

    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Effect:
    """What changes besides state: ticket values, further columns, assignments, and what the journal tells."""

    values: Mapping[str, Any] = field(default_factory=dict)
    columns: Mapping[str, Any] = field(default_factory=dict)
    detail: Mapping[str, Any] = field(default_factory=dict)
    state: State | None = None
    anew: bool = False
    open: tuple[NewAssignment, ...] = ()
    end: str | None = None
    """Why every open assignment ends, if they do."""
    end_one: int | None = None
    replied: tuple[int, str] | None = None
    """A co-handler's assignment and reply."""
    keep: frozenset[int] = frozenset()
    """Open assignments that stay where the others end: those that nobody but who called them lets go."""
    reopen: tuple[Assignment, ...] = ()
    """Assignments that rested and come back."""
    reported_in: int | None = None
    """The assignment whose unit has come."""
    records: tuple[Record, ...] = ()
    told: str | None = None
    """What the caller is told meanwhile; it goes up while the state stays (阶段答复)."""
    inner_minutes: int | None = None
    request: RequestChange | None = None
    """What becomes of an upward request."""
