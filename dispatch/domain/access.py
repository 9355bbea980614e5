"""Who may see and do what: roles × unit → parties, audiences, readers, streams. Nothing is allowed unless stated.

Used by actions (before each decision), by the live streams and by row security, which all share audience tokens
such as ``unit:12`` and ``person:345``.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dispatch.domain.lifecycle import Party
from dispatch.domain.ticket import Assignment, Ticket
from dispatch.domain.units import Units
from dispatch.saying import say


class Role(StrEnum):
    """What a person may be for a unit (岗位角色)."""

    DISTRICT_OPERATOR = "district_operator"
    SUPERVISOR = "supervisor"
    TOWN_OPERATOR = "town_operator"
    DUTY_LEADER = "duty_leader"
    SIGNING_LEADER = "signing_leader"
    STATION_CLERK = "station_clerk"
    GRID_WORKER = "grid_worker"
    POLICE_OFFICER = "police_officer"
    ENFORCEMENT_OFFICER = "enforcement_officer"
    WINDOW_CLERK = "window_clerk"
    AGENCY_CLERK = "agency_clerk"
    DEPARTMENT_LIAISON = "department_liaison"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"


ROLE_NAMES = {
    Role.DISTRICT_OPERATOR: say("区中心值班员"),
    Role.SUPERVISOR: say("督查员"),
    Role.TOWN_OPERATOR: say("值班员"),
    Role.DUTY_LEADER: say("带班领导"),
    Role.SIGNING_LEADER: say("分管领导"),
    Role.STATION_CLERK: say("工作站专员"),
    Role.GRID_WORKER: say("网格员"),
    Role.POLICE_OFFICER: say("社区民警"),
    Role.ENFORCEMENT_OFFICER: say("执法人员"),
    Role.WINDOW_CLERK: say("全科窗口人员"),
    Role.AGENCY_CLERK: say("派驻机构人员"),
    Role.DEPARTMENT_LIAISON: say("部门联络员"),
    Role.SYSTEM_ADMIN: say("系统管理员"),
    Role.SECURITY_ADMIN: say("安全管理员"),
    Role.AUDIT_ADMIN: say("审计管理员"),
}

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
_OPERATORS = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER})
KEEPERS = frozenset({Role.DISTRICT_OPERATOR, Role.SYSTEM_ADMIN})
"""May change boundaries, places and how tickets are located."""
NAME_PROPOSERS = _OPERATORS
"""May propose another name of a place."""
NAME_DECIDERS = frozenset({Role.DISTRICT_OPERATOR, Role.DUTY_LEADER, Role.SYSTEM_ADMIN})
"""May decide on a name that somebody else proposed; a duty leader in their own town."""
_UNIT_HANDLERS = _OPERATORS | {
    Role.STATION_CLERK,
    Role.POLICE_OFFICER,
    Role.ENFORCEMENT_OFFICER,
    Role.WINDOW_CLERK,
    Role.AGENCY_CLERK,
    Role.DEPARTMENT_LIAISON,
}
UNIT_HANDLERS = _UNIT_HANDLERS
"""Do a unit's work where nobody is named, and are told of it."""
_UNIT_READERS = _UNIT_HANDLERS | {Role.SUPERVISOR, Role.SIGNING_LEADER}


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """A person's role for a unit, in force now; ``of`` names the person whose work it is where they stand in (AB岗)."""

    role: Role
    unit: int
    of: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a signed-in person, or a machine (``machine`` names the party it is)."""

    name: str
    person: int | None = None
    memberships: frozenset[Membership] = frozenset()
    machine: Party | None = None

    def units(self, roles: Iterable[Role]) -> frozenset[int]:
        """The units for which the actor has one of the roles."""
        wanted = frozenset(roles)
        return frozenset(each.unit for each in self.memberships if each.role in wanted)

    @property
    def persons(self) -> frozenset[int | None]:
        """The actor, and whom they stand in for: work in these names is theirs."""
        return frozenset({self.person} | {each.of for each in self.memberships if each.of})

    @property
    def home(self) -> int | None:
        """The unit the actor works for; of several, the one with the lowest number."""
        return min((each.unit for each in self.memberships), default=None)


HOTLINE = Actor(say("12345 热线"), machine=Party.HOTLINE)
JOB = Actor(say("系统"), machine=Party.JOB)
MACHINE_NAMES: Mapping[str, str] = {each.name: each.name for each in (HOTLINE, JOB)}
"""How the journal knows machines → the same as a word that has other languages."""


def unit_token(unit: int) -> str:
    """The audience token of a unit."""
    return f"unit:{unit}"


def person_token(person: int) -> str:
    """The audience token of a person."""
    return f"person:{person}"


def readers(person: int, memberships: Iterable[Membership]) -> frozenset[str]:
    """The audience tokens a person reads as.

    A grid worker reads as a person only, an administrator of the system reads no ticket at all; a stand-in reads as
    the absent person too.
    """
    held = list(memberships)
    if all(each.role in ADMINISTRATORS for each in held):
        return frozenset()
    tokens = {unit_token(each.unit) for each in held if each.role in _UNIT_READERS}
    absent = {person_token(each.of) for each in held if each.of}
    return frozenset(tokens | absent | {person_token(person)})


def streams(memberships: Iterable[Membership], units: Units) -> tuple[int, ...]:
    """The streams a person joins: those of the centers they work for; people of district units work for all."""
    held = [each for each in memberships if each.role not in ADMINISTRATORS and each.unit in units.by_id]
    centers = {units.center(each.unit) for each in held}
    if units.district in centers:
        centers |= set(units.center_of_town.values())
    return tuple(sorted(centers))


def rights_revision(person: int, memberships: Iterable[Membership]) -> str:
    """A short digest that changes when a person's rights do; part of a client's position."""
    listed = ",".join(
        f"{each.role}@{each.unit}" + (f"~{each.of}" if each.of else "") for each in sorted(memberships)
    )
    return hashlib.sha256(f"{person}:{listed}".encode()).hexdigest()[:12]


def operates(actor: Actor, center: int) -> bool:
    """Whether the actor works the desk of a center."""
    return center in actor.units(_OPERATORS)


def handled_units(actor: Actor) -> frozenset[int]:
    """The units whose work is the actor's where nobody is named."""
    return actor.units(_UNIT_HANDLERS)


def parties(ticket: Ticket, actor: Actor, units: Units) -> frozenset[Party]:
    """How the actor stands to the ticket now."""
    if actor.machine is not None:
        return frozenset({actor.machine})
    handled = handled_units(actor)
    found = {
        Party.CENTER: ticket.stream in actor.units(_OPERATORS),
        Party.DISTRICT: units.district in actor.units({Role.DISTRICT_OPERATOR}),
        Party.UNIT: ticket.unit in handled,
        Party.FIRST_UNIT: ticket.leading is not None and ticket.leading in handled,
        Party.SIGNER: ticket.signed_by is not None and ticket.signed_by == actor.person,
        Party.RETURNER: ticket.returned is not None and ticket.returned.get("unit") in handled,
        Party.HANDLER: _works(actor, handled, ticket.lead_unit, ticket.lead_person),
        Party.CO_HANDLER: any(each.part == "co" and holds(actor, each) for each in ticket.assignments),
        Party.LEADER: ticket.stream in actor.units({_signer(ticket)}),
        Party.SUPERVISOR: bool(actor.units({Role.SUPERVISOR})),
        Party.REPORTER: actor.person is not None
        and person_token(actor.person)
        in reporting(ticket.reporter, ticket.reporter_unit, ticket.stream, units),
    }
    return frozenset(party for party, is_so in found.items() if is_so)


def _signer(ticket: Ticket) -> Role:
    """Whose signature the sign-off rule asked for when the reply was reviewed."""
    return Role((ticket.answer or {}).get("signer") or Role.SIGNING_LEADER)


def holds(actor: Actor, assignment: Assignment) -> bool:
    """Whether an open assignment is the actor's."""
    return _works(actor, handled_units(actor), assignment.unit, assignment.person)


def _works(actor: Actor, handled: frozenset[int], unit: int | None, person: int | None) -> bool:
    """Whether a piece of work is the actor's: theirs by name, or their unit's where nobody is named."""
    if person is not None:
        return person in actor.persons
    return unit is not None and unit in handled


def audience(ticket: Ticket, units: Units) -> frozenset[str]:
    """The units and persons who may see the ticket now.

    Those of ``first_audience``, the first unit until another has signed, whoever holds an open assignment, and who
    reported it on patrol.
    """
    tokens = set(first_audience(ticket.stream, ticket.unit, ticket.police_grid, ticket.confidential, units))
    if ticket.leading is not None:
        tokens.add(unit_token(ticket.leading))
    for each in ticket.assignments:
        tokens.add(unit_token(each.unit))
        if each.person is not None:
            tokens.add(person_token(each.person))
    return frozenset(tokens | reporting(ticket.reporter, ticket.reporter_unit, ticket.stream, units))


def reporting(reporter: int | None, unit: int | None, stream: int, units: Units) -> frozenset[str]:
    """Who reported it on patrol, as long as the center they work for has it: whoever hears nothing sees nothing."""
    if reporter is None or unit is None or unit not in units.by_id or units.center(unit) != stream:
        return frozenset()
    return frozenset({person_token(reporter)})


def first_audience(
    stream: int, unit: int | None, police_grid: str | None, confidential: bool, units: Units
) -> frozenset[str]:
    """The audience of a ticket nobody holds yet.

    Its center and the district's, the unit it was sent to, and the police station of its police grid (both sides
    of a link see the ticket) as long as the station's own town has it; a confidential ticket leaves it out.
    """
    tokens = {unit_token(units.district), unit_token(stream)}
    if unit is not None:
        tokens.add(unit_token(unit))
    station = units.by_id.get(units.police_station_of_grid.get(police_grid or "", 0))
    if station is not None and station.center == stream and not confidential:
        tokens.add(unit_token(station.id))
    return frozenset(tokens)


def streams_of(ticket: Ticket, units: Units) -> frozenset[int]:
    """The streams whose boards hold the ticket.

    Its center's, its first unit's until another has signed, and those of former centers whose units work on it.
    """
    first = set() if ticket.leading is None else {units.center(ticket.leading)}
    return frozenset(first | {ticket.stream} | (ticket.former_centers or frozenset()))
