"""New boundaries (网格换版): who answers for an open ticket now, and that nobody loses work in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dispatch.domain import access
from dispatch.domain.access import JOB
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.lifecycle import Party
from dispatch.domain.location import Location
from dispatch.domain.ticket import Clock, Placement, PlaceNeed, State, Ticket, Type
from dispatch.domain.units import Unit
from dispatch.errors import Refused
from tests.unit.domain import field as the

VERSION = 2
IN_HAND = (
    *(State.SIGNED, State.ASSIGNED, State.IN_PROGRESS, State.ANSWERED),
    *(State.REVIEWED, State.REPLIED, State.SUSPENDED),
)


def now_in(town: str | None, **more: Any) -> Location:
    """A location in the new version."""
    return replace(the.at(town, **more), boundary_version=VERSION)


def rezoned(
    ticket: Ticket, location: Location | None, *, town: str | None = None, settled: bool = False
) -> Decision:
    """The ticket after the change."""
    given = {"version": VERSION, "town": town, "settled": settled}
    return decide(the.case(ticket, Command.REZONE, JOB, given, parties={Party.JOB}, location=location))


def standing(ticket: Ticket) -> Ticket:
    """The ticket with what follows from the rest as decisions leave it: who owes it, who sees it."""
    noted = decide(
        the.case(ticket, Command.NOTE, the.AT_DISTRICT, {"text": "说明"}, parties={Party.DISTRICT})
    )
    return replace(noted.after, version=ticket.version)


def unplaced(stream: int, **more: Any) -> Ticket:
    """A ticket that waits to be placed."""
    town = the.TOWN_A if stream == the.CENTER_A else None
    values = {"cell": None, "village": None, "police_grid": None, "unit": None, "town": town}
    return the.ticket(
        State.UNPLACED,
        **{**values, "placement": Placement.UNPLACED, "stream": stream, "owed_by": stream, **more},
    )


def needs_no_place(state: State = State.SIGNED, **more: Any) -> Ticket:
    """An inquiry that went to its town without a point."""
    values = {"cell": None, "village": None, "police_grid": None, "placement": Placement.NOT_NEEDED}
    return the.ticket(
        state, **{**values, "type": Type.INQUIRY, "place_need": PlaceNeed.NONE, "category": "0201", **more}
    )


@pytest.mark.parametrize("state", [State.DISPATCHED, State.RETURNED, *IN_HAND])
def test_within_its_center_only_the_place_changes(state: State) -> None:
    ticket = standing(the.ticket(state, prior=State.SIGNED if state is State.RETURNED else None))
    where = now_in(the.TOWN_A, cell="320804001001002", police_grid=None, edge_m=3.0, near_edge=True)
    made = rezoned(ticket, where)
    assert set(made.changes) == {
        "version",
        "boundary_version",
        "cell",
        "police_grid",
        "edge_m",
        "near_edge",
        "audience",
    }
    assert (made.after.cell, made.after.boundary_version) == ("320804001001002", VERSION)
    assert made.event == "ticket.rezoned"
    assert made.detail == {
        "former_version": 1,
        "version": VERSION,
        "former_cell": the.CELL_A,
        "cell": "320804001001002",
    }
    assert (made.clocks.start, made.clocks.stop, made.report) == ((), frozenset(), None)


def test_dispatched_goes_to_the_new_center_and_the_time_to_sign_begins_anew() -> None:
    started = the.NOW
    ticket = the.ticket(clocks=(Clock("sign", started, started), Clock("reply", started, started)))
    made = rezoned(ticket, now_in(the.TOWN_B))
    after = made.after
    assert (after.state, after.unit, after.stream, after.owed_by) == (
        State.DISPATCHED,
        *(the.CENTER_B, the.CENTER_B, the.CENTER_B),
    )
    assert (after.hops, after.sent_at, after.former_centers) == (ticket.hops, the.NOW, None)
    assert (made.clocks.stop, [each.kind for each in made.clocks.start]) == (frozenset({"sign"}), ["sign"])
    assert made.changes["routing_reason"].startswith("网格换版：原派王家营")
    assert (made.detail["from"], made.detail["to"]) == (the.CENTER_A, the.CENTER_B)
    assert made.report is None


def test_dispatched_to_a_unit_of_the_town_it_goes_to_the_same_kind_of_unit() -> None:
    window = Unit(20, "service_center", "渔沟镇为民服务中心", the.CENTER_B, the.TOWN_B, None, None, None)
    units = replace(
        the.UNITS,
        by_id={**the.UNITS.by_id, 20: window},
        of_town={**the.UNITS.of_town, (the.TOWN_B, "service_center"): 20},
    )
    given = {"version": VERSION, "town": the.TOWN_B, "settled": False}
    ticket = needs_no_place(State.DISPATCHED, unit=the.WINDOW_A)
    case = the.case(ticket, Command.REZONE, JOB, given, parties={Party.JOB})
    with_window = decide(replace(case, tables=replace(case.tables, units=units)))
    assert (with_window.after.unit, with_window.after.stream) == (20, the.CENTER_B)
    assert decide(case).after.unit == the.CENTER_B


@pytest.mark.parametrize("state", IN_HAND)
def test_work_in_hand_stays_in_the_hands_it_is_in(state: State) -> None:
    ticket = the.ticket(
        state,
        signed_by=2,
        lead_unit=the.STATION_A,
        lead_person=4,
        assignments=(the.lead(the.STATION_A, 4), the.co(the.POLICE_A)),
    )
    made = rezoned(ticket, now_in(the.TOWN_B))
    after = made.after
    assert (after.state, after.assignments, after.lead_person) == (state, ticket.assignments, 4)
    assert (after.stream, after.unit) == (the.CENTER_B, the.CENTER_B)
    assert (made.clocks.start, made.clocks.stop) == ((), frozenset())
    assert after.former_centers == {the.CENTER_A}
    assert access.streams_of(after, the.UNITS) == {the.CENTER_A, the.CENTER_B}
    assert {"person:4", f"unit:{the.CENTER_B}", f"unit:{the.POLICE_A}"} <= after.audience
    assert f"unit:{the.CENTER_A}" not in after.audience


def test_a_unit_that_is_not_the_center_itself_keeps_what_it_signed() -> None:
    made = rezoned(needs_no_place(unit=the.WINDOW_A, owed_by=the.WINDOW_A), None, town=the.TOWN_B)
    assert (made.after.unit, made.after.stream, made.after.owed_by) == (
        *(the.WINDOW_A, the.CENTER_B, the.WINDOW_A),
    )
    assert made.after.former_centers == {the.CENTER_A}


def test_the_former_center_hears_no_more_once_none_of_its_units_is_at_work() -> None:
    ticket = the.ticket(State.ASSIGNED, lead_unit=the.STATION_A, assignments=(the.lead(the.STATION_A),))
    moved = rezoned(ticket, now_in(the.TOWN_B)).after
    recalled = decide(
        the.case(moved, Command.RECALL, the.IN_B, {"reason": "改由本镇办理"}, parties={Party.CENTER})
    ).after
    assert (recalled.state, recalled.unit, recalled.former_centers) == (State.SIGNED, the.CENTER_B, None)
    assert access.streams_of(recalled, the.UNITS) == {the.CENTER_B}


def test_back_and_forth_is_as_it_was() -> None:
    lead = the.lead(the.STATION_A)
    ticket = standing(the.ticket(State.ASSIGNED, lead_unit=the.STATION_A, assignments=(lead,)))
    there = rezoned(ticket, now_in(the.TOWN_B)).after
    back = rezoned(there, replace(now_in(the.TOWN_A), boundary_version=3)).after
    assert replace(back, version=ticket.version, boundary_version=1) == ticket


def test_who_signed_cannot_undo_it_for_another_center() -> None:
    ticket = the.ticket(State.SIGNED, signed_by=2)
    assert rezoned(ticket, now_in(the.TOWN_A)).after.signed_by == 2
    assert rezoned(ticket, now_in(the.TOWN_B)).after.signed_by is None


def test_a_return_waits_for_its_ruling_which_alone_can_move_it_on() -> None:
    ticket = the.ticket(State.RETURNED, prior=State.SIGNED, returned={"unit": the.CENTER_A, "person": 2})
    after = rezoned(ticket, now_in(the.TOWN_B)).after
    assert (after.state, after.prior, after.unit, after.stream) == (
        *(State.RETURNED, State.SIGNED, the.CENTER_A, the.CENTER_B),
    )
    assert after.former_centers == {the.CENTER_A}
    for actor, command, given in (
        (the.IN_A, Command.TAKE_BACK, {}),
        (the.AT_DISTRICT, Command.FORCE, {"reason": "请办理"}),
    ):
        with pytest.raises(Refused, match="网格换版后这里归渔沟镇社会治理指挥中心"):
            decide(the.case(after, command, actor, given))
    granted = decide(the.case(after, Command.GRANT, the.AT_DISTRICT, {"unit": the.CENTER_B}))
    assert (granted.after.state, granted.after.unit, granted.after.first_unit) == (
        *(State.DISPATCHED, the.CENTER_B, the.CENTER_A),
    )


@pytest.mark.parametrize(
    ("state", "unit"),
    [(State.UNDECIDED, None), (State.DISPATCHED, the.DEPARTMENT), (State.SIGNED, the.DISTRICT)],
)
def test_what_the_district_answers_for_stays_with_it(state: State, unit: int | None) -> None:
    ticket = the.ticket(state, unit=unit, stream=the.DISTRICT, owed_by=unit or the.DISTRICT)
    made = rezoned(ticket, now_in(the.TOWN_B))
    assert (made.after.stream, made.after.unit, made.after.town) == (the.DISTRICT, unit, the.TOWN_B)
    assert (made.clocks.start, made.report) == ((), None)


def test_the_first_unit_leads_on_until_another_signs() -> None:
    ticket = the.ticket(unit=the.CENTER_A, first_unit=the.STATION_B, hops=1)
    assert rezoned(ticket, now_in(the.TOWN_B)).after.first_unit == the.STATION_B
    own = the.ticket(unit=the.CENTER_A, first_unit=the.CENTER_B, hops=1)
    assert rezoned(own, now_in(the.TOWN_B)).after.first_unit is None


def test_a_point_outside_every_cell_leaves_the_ticket_where_it_is() -> None:
    with pytest.raises(Refused, match="不在新版任何网格里"):
        rezoned(the.ticket(State.SIGNED), now_in(None))


def test_a_town_without_a_center_leaves_the_ticket_where_it_is() -> None:
    with pytest.raises(Refused, match="320804999 还没有社会治理指挥中心"):
        rezoned(the.ticket(State.SIGNED), replace(now_in(the.TOWN_B), town="320804999"))


def test_without_a_point_words_decide_then_what_the_town_became() -> None:
    sure = now_in(the.TOWN_B, auto=False)
    assert rezoned(needs_no_place(), sure, town=the.TOWN_A).after.town == the.TOWN_B
    unsure = now_in(the.TOWN_B, auto=False, town_certain=False)
    assert rezoned(needs_no_place(), unsure, town=the.TOWN_A).after.town == the.TOWN_A
    with pytest.raises(Refused, match="原镇街已拆分"):
        rezoned(needs_no_place(), unsure)


def test_without_a_town_only_the_version_is_raised() -> None:
    ticket = standing(needs_no_place(town=None, stream=the.DISTRICT, unit=the.DEPARTMENT))
    assert set(rezoned(ticket, None).changes) == {"version", "boundary_version"}


def test_what_waits_to_be_placed_is_located_again() -> None:
    made = rezoned(unplaced(the.DISTRICT), now_in(the.TOWN_B))
    assert (made.after.state, made.after.unit, made.after.placement) == (
        *(State.DISPATCHED, the.CENTER_B, Placement.PLACED),
    )
    assert made.report is not None
    assert made.report.status == "已派单"


@pytest.mark.parametrize(
    ("stream", "town_certain", "became", "expected"),
    [
        (the.CENTER_A, True, the.TOWN_A, the.CENTER_B),
        (the.CENTER_A, False, the.TOWN_A, the.CENTER_A),
        (the.CENTER_A, False, None, the.DISTRICT),
        (the.DISTRICT, True, None, the.DISTRICT),
    ],
)
def test_whoever_places_it_may_be_another(
    stream: int, town_certain: bool, became: str | None, expected: int
) -> None:
    where = now_in(the.TOWN_B, auto=False, town_certain=town_certain)
    made = rezoned(unplaced(stream), where, town=became)
    assert (made.after.state, made.after.stream, made.after.owed_by) == (State.UNPLACED, expected, expected)
    assert made.changes["located"] == {"reasons": ["按地名"]}
    assert made.changes.get("cell") is None


def test_what_a_person_has_settled_is_not_placed_by_itself() -> None:
    for ticket, settled in (
        (unplaced(the.DISTRICT), True),
        (unplaced(the.CENTER_A, placement=Placement.NEEDS_CALLER), True),
    ):
        assert rezoned(ticket, now_in(the.TOWN_A), settled=settled).after.state is State.UNPLACED


def test_nobody_gives_this_command_by_hand() -> None:
    for actor in the.PEOPLE:
        assert Command.REZONE not in {
            each.command for each in allowed(the.case(the.ticket(), Command.NOTE, actor))
        }
