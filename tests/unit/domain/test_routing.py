"""Whose a new ticket is: the place its category needs, the first rule that fits, and a reason that says so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.location import Location
from dispatch.domain.receive import category_of, number_of, receive
from dispatch.domain.routing import Category, route
from dispatch.domain.rule import RuleSet
from dispatch.domain.ticket import Placement, State, Type
from tests.unit.domain import field
from tests.unit.domain.field import CATEGORIES, CENTER_A, CENTER_B, DEPARTMENT, DISTRICT, RULES, UNITS

LAMP, INSURANCE, HOUSE = CATEGORIES["0101"], CATEGORIES["0201"], CATEGORIES["0401"]


def test_a_sure_place_goes_to_its_town_and_says_by_which_rule() -> None:
    found = route(field.asked(Type.COMPLAINT, LAMP), field.at(field.TOWN_A), RULES, UNITS)
    assert (found.state, found.stream, found.unit, found.rule) == (State.DISPATCHED, CENTER_A, CENTER_A, 30)
    assert "规则 30 第 7 版" in found.reason


def test_a_certain_town_without_a_cell_waits_in_the_towns_own_queue() -> None:
    found = route(field.asked(Type.COMPLAINT, LAMP), field.at(field.TOWN_B, auto=False), RULES, UNITS)
    assert (found.state, found.placement) == (State.UNPLACED, Placement.UNPLACED)
    assert (found.stream, found.owed_by, found.unit) == (CENTER_B, CENTER_B, None)


@pytest.mark.parametrize("where", [field.at(None), field.at(field.TOWN_A, auto=False, town_certain=False)])
def test_anything_else_that_is_unsure_is_the_districts(where: Location) -> None:
    found = route(field.asked(Type.COMPLAINT, LAMP), where, RULES, UNITS)
    assert (found.state, found.stream, found.town) == (State.UNPLACED, DISTRICT, None)


def test_what_needs_no_place_never_waits_for_one() -> None:
    for where in (field.at(None), field.at(field.TOWN_A, auto=False)):
        found = route(field.asked(Type.INQUIRY, INSURANCE), where, RULES, UNITS)
        assert found.state is not State.UNPLACED
        assert found.placement is Placement.NOT_NEEDED


def test_an_inquiry_goes_to_the_towns_window_where_there_is_one() -> None:
    at_a = route(field.asked(Type.INQUIRY, INSURANCE), field.at(field.TOWN_A), RULES, UNITS)
    at_b = route(field.asked(Type.INQUIRY, INSURANCE), field.at(field.TOWN_B), RULES, UNITS)
    nowhere = route(field.asked(Type.INQUIRY, INSURANCE), field.at(None), RULES, UNITS)
    assert (at_a.unit, at_a.stream) == (field.WINDOW_A, CENTER_A)
    assert at_b.unit == CENTER_B
    assert (nowhere.state, nowhere.stream) == (State.UNDECIDED, DISTRICT)


def test_a_department_has_its_own_and_the_district_leads() -> None:
    found = route(field.asked(Type.COMPLAINT, HOUSE), field.at(field.TOWN_A), RULES, UNITS)
    assert (found.unit, found.stream, found.town) == (DEPARTMENT, DISTRICT, field.TOWN_A)


def test_a_rule_speaks_of_what_lies_below_its_path_and_not_of_a_longer_name() -> None:
    named = field.rule(1, "unit", categories=("房产",), target_unit=DEPARTMENT)
    rules = RuleSet(1, (named, field.rule(2, "town")))
    found = route(field.asked(Type.COMPLAINT, HOUSE), field.at(field.TOWN_A), rules, UNITS)
    assert found.rule == 2


def test_without_a_rule_the_district_decides() -> None:
    found = route(field.asked(Type.COMPLAINT, LAMP), field.at(field.TOWN_A), RuleSet(1, ()), UNITS)
    assert (found.state, found.rule, found.owed_by) == (State.UNDECIDED, None, DISTRICT)


@pytest.mark.parametrize("kind", [Type.WITHDRAWAL, Type.NUISANCE, Type.INVALID])
@pytest.mark.parametrize("where", [field.at(field.TOWN_A), field.at(None)])
def test_what_asks_for_nothing_needs_no_place_and_is_the_districts_to_judge(
    kind: Type, where: Location
) -> None:
    for category in (None, LAMP, HOUSE):
        found = route(field.asked(kind, category), where, RULES, UNITS)
        assert (found.state, found.placement) == (State.UNDECIDED, Placement.NOT_NEEDED)
        assert (found.stream, found.owed_by, found.unit) == (DISTRICT, DISTRICT, None)
    row = receive(1, field.message(type=kind), where, "s", "JY1", field.TABLES, field.NOW).row
    assert (row["place_need"], row["state"]) == ("none", State.UNDECIDED)


def test_a_rule_that_names_such_a_type_is_followed() -> None:
    named = field.rule(1, "town", types=frozenset({"nuisance"}))
    found = route(field.asked(Type.NUISANCE, LAMP), field.at(field.TOWN_A), RuleSet(1, (named,)), UNITS)
    assert (found.unit, found.rule) == (CENTER_A, 1)


@given(
    st.sampled_from(Type),
    st.sampled_from([None, *CATEGORIES.values()]),
    st.sampled_from([field.TOWN_A, field.TOWN_B, None]),
    st.booleans(),
    st.booleans(),
)
def test_a_route_always_says_where_and_why(
    kind: Type, category: Category | None, town: str | None, auto: bool, certain: bool
) -> None:
    where = field.at(town, auto=auto, town_certain=certain)
    found = route(field.asked(kind, category), where, RULES, UNITS)
    assert found.reason
    assert (found.unit is not None) == (found.state is State.DISPATCHED)
    assert found.stream == (UNITS.center(found.unit) if found.unit else found.owed_by)
    if found.state is State.UNPLACED:
        assert found.placement is Placement.UNPLACED


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        ("0101", "0101"),
        ("市政设施/路灯", "0101"),
        ("市政设施 > 路灯", "0101"),
        ("市政设施›路灯", "0101"),
        ("飞碟", None),
        (None, None),
        ("", None),
    ],
)
def test_a_category_is_known_by_code_or_path(given_: str | None, code: str | None) -> None:
    found = category_of(given_, field.TABLES, field.NOW)
    assert (found.code if found else None) == code


def test_a_number_names_the_local_day() -> None:
    assert number_of(42, datetime(2026, 11, 24, 16, 30, tzinfo=UTC)) == "261125-000042"


def test_a_new_tickets_words_hold_no_number_and_its_row_no_caller() -> None:
    told = field.message(
        title="联系13812345678", content="请打13812345678", address="苏H12345旁", caller={"name": "王强"}
    )
    made = receive(1, told, field.at(field.TOWN_A), "s", "JY1", field.TABLES, field.NOW)
    text = str(made.row)
    assert not re.search(r"13812345678|苏H12345|王强", text)
    assert made.row["audience"] == ["unit:1", "unit:2", "unit:5"]


def test_the_reply_clock_runs_from_the_hotlines_dispatching_to_its_own_due_time() -> None:
    sent, due = field.NOW - timedelta(hours=2), field.NOW + timedelta(hours=30)
    told = field.message(dispatched_at=sent, due_at=due)
    made = receive(1, told, field.at(field.TOWN_A), "s", "JY1", field.TABLES, field.NOW)
    reply = next(clock for clock in made.clocks if clock.kind == "reply")
    assert (reply.started_at, reply.due_at, reply.reason) == (sent, due, "上级时限")
    assert {clock.kind for clock in made.clocks} == {"sign", "contact", "reply"}


def test_an_unsure_place_is_not_written_as_a_place() -> None:
    unsure = replace(field.at(field.TOWN_A, auto=False), p_cell=0.4)
    row = receive(1, field.message(), unsure, "s", "JY1", field.TABLES, field.NOW).row
    assert (row["cell"], row["lon"], row["tile"], row["police_grid"]) == (None, None, None, None)
    assert (row["town"], row["p_cell"], row["state"]) == (field.TOWN_A, 0.4, State.UNPLACED)
