"""Who sees a ticket, who hears of it, and as what somebody stands to it."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain import access
from dispatch.domain.access import ADMINISTRATORS, Actor, Membership, Role
from dispatch.domain.lifecycle import Party
from dispatch.domain.ticket import State, Ticket
from tests.unit.domain import field
from tests.unit.domain.field import CENTER_A, CENTER_B, DEPARTMENT, DISTRICT, POLICE_A, STATION_A, UNITS

MEMBERSHIPS = st.frozensets(
    st.builds(Membership, st.sampled_from(Role), st.sampled_from(sorted(UNITS.by_id))), max_size=4
)
WORKING = [role for role in Role if role not in ADMINISTRATORS]


def sees(actor: Actor, ticket: Ticket) -> bool:
    """Whether an actor may see a ticket."""
    return bool(access.readers(actor.person or 0, actor.memberships) & ticket.audience)


def parties(actor: Actor, ticket: Ticket) -> frozenset[Party]:
    """How an actor stands to a ticket."""
    return access.parties(ticket, actor, UNITS)


@pytest.mark.parametrize("state", State)
def test_the_other_town_never_sees_it(state: State) -> None:
    ticket = field.ticket(
        state, assignments=(field.lead(STATION_A, 4), field.co(DEPARTMENT)), police_grid=None
    )
    assert not sees(field.IN_B, ticket)
    assert not sees(field.LEADER_B, ticket)
    assert sees(field.IN_A, ticket)
    assert sees(field.AT_DISTRICT, ticket)


def test_a_grid_worker_sees_only_what_names_them() -> None:
    assert not sees(field.WORKER_A, field.ticket(State.ASSIGNED, assignments=(field.lead(STATION_A),)))
    mine = field.ticket(State.ASSIGNED, assignments=(field.lead(STATION_A, 4),), lead_unit=STATION_A)
    assert sees(field.WORKER_A, mine)
    assert sees(field.CLERK_A, mine)


def test_administrators_see_nothing_and_stand_to_nothing() -> None:
    everything = field.ticket(State.IN_PROGRESS, unit=DISTRICT, stream=DISTRICT, signed_by=5)
    for role in ADMINISTRATORS:
        somebody = field.person(90, (role, DISTRICT), (role, CENTER_A))
        assert not sees(somebody, everything)
        assert not parties(somebody, everything)
        assert access.streams(somebody.memberships, UNITS) == ()


def test_the_police_of_the_grid_see_it_unless_it_is_confidential_or_another_towns() -> None:
    assert sees(field.POLICE, field.ticket())
    assert not sees(field.POLICE, field.ticket(confidential=True))
    assert not sees(field.POLICE, field.ticket(stream=CENTER_B, unit=CENTER_B))
    assert sees(field.POLICE, field.ticket(confidential=True, unit=POLICE_A))


def test_district_people_join_every_town_and_others_their_own() -> None:
    assert access.streams(field.AT_DISTRICT.memberships, UNITS) == (DISTRICT, CENTER_A, CENTER_B)
    assert access.streams(field.LIAISON.memberships, UNITS) == (DISTRICT, CENTER_A, CENTER_B)
    assert access.streams(field.WORKER_A.memberships, UNITS) == (CENTER_A,)
    assert access.streams(field.POLICE.memberships, UNITS) == (CENTER_A,)


@given(MEMBERSHIPS, MEMBERSHIPS)
def test_rights_have_a_revision_of_their_own(
    one: frozenset[Membership], other: frozenset[Membership]
) -> None:
    assert (access.rights_revision(7, one) == access.rights_revision(7, other)) == (one == other)
    assert access.rights_revision(7, one) != access.rights_revision(8, one)


@given(MEMBERSHIPS)
def test_nobody_reads_as_a_unit_they_do_not_work_for(held: frozenset[Membership]) -> None:
    tokens = access.readers(7, held) - {"person:7"}
    assert tokens <= {f"unit:{each.unit}" for each in held if each.role not in ADMINISTRATORS}


@pytest.mark.parametrize(
    ("actor", "more", "standing"),
    [
        (field.IN_A, {}, {Party.CENTER, Party.UNIT}),
        (field.SECOND_A, {"unit": STATION_A}, {Party.CENTER}),
        (field.IN_B, {}, set()),
        (field.AT_DISTRICT, {}, {Party.DISTRICT}),
        (field.AT_DISTRICT, {"stream": DISTRICT, "unit": DEPARTMENT}, {Party.DISTRICT, Party.CENTER}),
        (field.CLERK_A, {"unit": STATION_A}, {Party.UNIT}),
        (field.CLERK_A, {"lead_unit": STATION_A}, {Party.HANDLER}),
        (field.CLERK_A, {"lead_unit": STATION_A, "lead_person": 4}, set()),
        (field.WORKER_A, {"lead_unit": STATION_A, "lead_person": 4}, {Party.HANDLER}),
        (field.WORKER_A, {"lead_unit": STATION_A, "unit": STATION_A}, set()),
        (field.POLICE, {"assignments": (field.co(POLICE_A),)}, {Party.CO_HANDLER}),
        (field.POLICE, {"assignments": (field.co(DEPARTMENT),)}, set()),
        (field.LEADER_A, {}, {Party.LEADER}),
        (field.LEADER_B, {}, set()),
        (field.SUPERVISOR, {}, {Party.SUPERVISOR}),
        (field.SECOND_A, {"signed_by": 11}, {Party.CENTER, Party.UNIT, Party.SIGNER}),
        (field.CLERK_A, {"returned": {"unit": STATION_A}}, {Party.RETURNER}),
        (field.CLERK_A, {"first_unit": STATION_A}, {Party.FIRST_UNIT}),
        (field.CLERK_A, {"first_unit": STATION_A, "state": State.SIGNED}, set()),
    ],
)
def test_how_somebody_stands(actor: Actor, more: dict[str, object], standing: set[Party]) -> None:
    assert parties(actor, field.ticket(**more)) == standing


def test_machines_are_what_they_are() -> None:
    assert parties(access.HOTLINE, field.ticket()) == {Party.HOTLINE}
    assert parties(access.JOB, field.ticket()) == {Party.JOB}


@pytest.mark.parametrize("role", WORKING)
def test_no_role_of_town_b_stands_to_a_ticket_of_town_a(role: Role) -> None:
    foreign = field.person(70, (role, CENTER_B), (role, field.STATION_B))
    standing = parties(foreign, field.ticket(State.IN_PROGRESS, lead_unit=STATION_A))
    assert standing <= {Party.SUPERVISOR}
    assert not sees(foreign, field.ticket(State.IN_PROGRESS, lead_unit=STATION_A))
