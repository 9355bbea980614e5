"""Another category, said by a person: where the ticket goes by it, and what its clocks say then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dispatch.domain import clocks
from dispatch.domain.access import Actor
from dispatch.domain.clocks import ClockRule
from dispatch.domain.clocks.texts import read as limits
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.power import Span
from dispatch.domain.receive import receive
from dispatch.domain.ticket import Clock, Placement, PlaceNeed, State, Ticket, Type
from dispatch.errors import BadInput
from tests.unit.domain import field
from tests.unit.domain.life_rows import Kept, Rows, first_ticket

LAMP, MEDICARE, GAS, HOUSING = field.CATEGORIES


def classified(ticket: Ticket, code: str, actor: Actor = field.IN_A, **more: Any) -> Decision:
    """The decision of somebody who says what a ticket is about."""
    return decide(field.case(ticket, Command.CLASSIFY, actor, {"category": code}, **more))


def received(location: Any, **said: Any) -> Ticket:
    """A ticket as it came from the hotline."""
    found = receive(1, field.message(**said), location, "huaian-12345", "JY1", field.TABLES, field.NOW)
    return first_ticket(found, Rows(dict(found.row), clocks=[Kept(each) for each in found.clocks]))


def test_what_needs_no_place_goes_on_at_once() -> None:
    ticket = received(field.at(field.TOWN_A, auto=False), category="医保报销")
    assert (ticket.state, ticket.category, ticket.place_need) == (State.UNPLACED, None, PlaceNeed.CELL)
    after = classified(ticket, MEDICARE).after
    assert (after.state, after.unit, after.placement) == (
        State.DISPATCHED,
        field.CENTER_A,
        Placement.NOT_NEEDED,
    )
    assert (after.category, after.place_need, after.first_sent) == (
        MEDICARE,
        PlaceNeed.NONE,
        field.CENTER_A,
    )


def test_what_needs_its_place_goes_on_waiting_for_it() -> None:
    ticket = received(field.at(field.TOWN_A, auto=False), category="灯")
    decided = classified(ticket, GAS)
    assert decided.after.state is State.UNPLACED
    assert decided.after.place_need is PlaceNeed.POINT
    assert not decided.clocks.start
    assert not decided.clocks.stop


def test_the_rules_say_whose_an_undecided_one_is_now() -> None:
    ticket = field.ticket(
        State.UNDECIDED, unit=None, stream=field.DISTRICT, category=None, placement=Placement.PLACED
    )
    decided = classified(ticket, HOUSING, field.AT_DISTRICT)
    assert (decided.after.state, decided.after.unit) == (State.DISPATCHED, field.DEPARTMENT)
    assert decided.changes["routing_rule"] == 20
    assert "规则 20 第 7 版" in decided.changes["routing_reason"]


def test_an_undecided_one_that_needs_a_place_now_has_to_be_placed_first() -> None:
    ticket = received(field.at(None), category=MEDICARE)
    assert (ticket.state, ticket.placement) == (State.UNDECIDED, Placement.NOT_NEEDED)
    decided = classified(ticket, LAMP, field.AT_DISTRICT)
    assert (decided.after.state, decided.after.owed_by) == (State.UNPLACED, field.DISTRICT)
    assert {each.kind for each in decided.clocks.start} == {"place"}
    assert decided.clocks.stop == {"decide"}


def test_what_lies_outside_stays_with_the_district() -> None:
    ticket = field.ticket(
        State.UNDECIDED, unit=None, stream=field.DISTRICT, category=None, placement=Placement.OUTSIDE
    )
    decided = classified(ticket, HOUSING, field.AT_DISTRICT)
    assert (decided.after.state, decided.after.category) == (State.UNDECIDED, HOUSING)


@pytest.mark.parametrize("state", [State.DISPATCHED, State.SIGNED, State.IN_PROGRESS, State.RETURNED])
def test_what_was_sent_stays_with_its_unit(state: State) -> None:
    ticket = field.ticket(state, category=LAMP)
    decided = classified(ticket, HOUSING)
    after = decided.after
    assert (after.state, after.unit, after.category) == (state, ticket.unit, HOUSING)
    assert decided.detail["former"] == "市政设施/路灯"
    assert decided.report is None


def test_its_clocks_follow_the_rules_for_what_it_is() -> None:
    """Gas has a day, all else five: told in the journal, reckoned from where the clock began."""
    short = ClockRule(
        ordinal=1,
        clock="reply",
        limits=limits("24小时"),
        reason="燃气 24 小时",
        categories=("安全/燃气",),
    )
    timetable = replace(field.TIMETABLE, rules=(short, *field.CLOCK_RULES))
    since = field.NOW - timedelta(hours=3)
    begun = clocks.start(
        "reply", since, clocks.Facts("complaint", "normal", "市政设施/路灯", field.CENTER_A), timetable
    )
    assert begun is not None
    running = Clock("reply", begun.started_at, begun.due_at, marks=begun.marks, basis=begun.basis)
    ticket = replace(field.ticket(State.SIGNED, category=LAMP), clocks=(running,))
    decided = classified(ticket, GAS, tables=replace(field.TABLES, timetable=timetable))
    (moved,) = decided.clocks.move
    assert moved.start.due_at == since + timedelta(hours=24)
    assert moved.start.basis["facts"]["category"] == "安全/燃气"
    assert decided.detail["clocks"] == [
        {"clock": "reply", "from": begun.due_at.isoformat(), "to": moved.start.due_at.isoformat()}
    ]


def retyped(ticket: Ticket, type_: Type, actor: Actor = field.IN_A, **more: Any) -> Decision:
    """The decision of somebody who says which kind of request a ticket is."""
    fields = {"type": type_.value, "reason": "听录音核实"}
    return decide(field.case(ticket, Command.RETYPE, actor, fields, **more))


def test_another_type_is_told_with_its_reason_and_moves_the_clocks_that_hang_on_it() -> None:
    short = ClockRule(
        ordinal=1, clock="reply", limits=limits("24小时"), reason="咨询", types=frozenset({"inquiry"})
    )
    timetable = replace(field.TIMETABLE, rules=(short, *field.CLOCK_RULES))
    since = field.NOW - timedelta(hours=3)
    facts = clocks.Facts("complaint", "normal", "市政设施/路灯", field.CENTER_A)
    begun = clocks.start("reply", since, facts, timetable)
    assert begun is not None
    running = Clock("reply", begun.started_at, begun.due_at, marks=begun.marks, basis=begun.basis)
    ticket = replace(field.ticket(State.IN_PROGRESS, category=LAMP), clocks=(running,))
    decided = retyped(ticket, Type.INQUIRY, tables=replace(field.TABLES, timetable=timetable))
    assert (decided.after.type, decided.after.state, decided.event) == (
        Type.INQUIRY,
        State.IN_PROGRESS,
        "ticket.retyped",
    )
    (moved,) = decided.clocks.move
    assert moved.start.due_at == since + timedelta(hours=24)
    assert moved.start.basis["facts"]["category"] == "市政设施/路灯"
    assert {name: decided.detail[name] for name in ("type", "former", "reason")} == {
        "type": "inquiry",
        "former": "complaint",
        "reason": "听录音核实",
    }
    assert [each["clock"] for each in decided.detail["clocks"]] == ["reply"]


def test_what_asks_for_nothing_waits_for_no_place() -> None:
    ticket = received(field.at(field.TOWN_A, auto=False), category=LAMP)
    assert ticket.state is State.UNPLACED
    after = retyped(ticket, Type.NUISANCE).after
    assert (after.place_need, after.placement) == (PlaceNeed.NONE, Placement.NOT_NEEDED)
    assert after.state is not State.UNPLACED


def test_a_report_is_confidential_and_what_was_confidential_stays_so() -> None:
    report = retyped(field.ticket(State.SIGNED, category=LAMP), Type.REPORT).after
    assert report.confidential
    assert retyped(report, Type.COMPLAINT).after.confidential


def test_the_type_it_has_is_refused() -> None:
    ticket = field.ticket(category=LAMP)
    with pytest.raises(BadInput) as refused:
        retyped(ticket, ticket.type)
    assert refused.value.field == "type"


def test_the_form_begins_with_the_type_of_now() -> None:
    ticket = field.ticket(State.SIGNED, category=LAMP)
    offers = {each.command: each for each in allowed(field.case(ticket, Command.NOTE, field.IN_A))}
    type_, reason = offers[Command.RETYPE].fields
    assert (type_.value, len(type_.choices), reason.required) == (ticket.type, len(Type), True)


@pytest.mark.parametrize("code", ["9999", LAMP])
def test_a_category_nobody_knows_or_the_one_it_has_is_refused(code: str) -> None:
    with pytest.raises(BadInput) as refused:
        classified(field.ticket(category=LAMP), code)
    assert refused.value.field == "category"


def test_a_category_that_is_used_no_more_is_refused() -> None:
    over = replace(field.CATEGORIES[GAS], valid=Span(None, field.NOW.date()))
    tables = replace(field.TABLES, categories={**field.CATEGORIES, GAS: over})
    with pytest.raises(BadInput):
        classified(field.ticket(category=LAMP), GAS, tables=tables)


def test_it_is_for_whoever_answers_for_the_ticket() -> None:
    ticket = field.ticket(State.IN_PROGRESS, category=LAMP)
    for actor, may in (
        (field.IN_A, True),
        (field.AT_DISTRICT, True),
        (field.WORKER_A, False),
        (field.IN_B, False),
    ):
        offered = {each.command for each in allowed(field.case(ticket, Command.NOTE, actor))}
        assert (Command.CLASSIFY in offered) is may
