"""Whistles and dual dispatch: who is called, by when, who is late, who is let go by whom, and what stays meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dispatch.domain.access import Actor
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.ticket import Assignment, State, Ticket
from dispatch.errors import BadInput, Refused
from tests.unit.domain import field, joint_field

CALL = {"co": [{"unit": field.DEPARTMENT, "person": None}], "note": "请到现场会商"}


def at_work(*more: Assignment, state: State = State.IN_PROGRESS) -> Ticket:
    """A ticket that the station leads."""
    parts = (field.lead(field.STATION_A), *more)
    return field.ticket(state, lead_unit=field.STATION_A, assignments=parts)


def case(
    ticket: Ticket, command: Command, actor: Actor, given: dict[str, Any] | None = None, **more: Any
) -> Case:
    """A case with what the district has set about handling together."""
    return field.case(ticket, command, actor, given, tables=joint_field.TABLES, **more)


def done(
    ticket: Ticket, command: Command, actor: Actor, given: dict[str, Any] | None = None, **more: Any
) -> Decision:
    """The decision."""
    return decide(case(ticket, command, actor, given, **more))


def test_a_whistle_calls_by_the_districts_time_unless_it_says_otherwise() -> None:
    usual = done(at_work(), Command.WHISTLE, field.IN_A, CALL)
    soon = done(at_work(), Command.WHISTLE, field.IN_A, {**CALL, "report_in_minutes": 10})
    called = [each for each in usual.after.assignments if each.kind == "whistle"]
    assert [(each.unit, each.report_in_by) for each in called] == [
        (field.DEPARTMENT, field.NOW + timedelta(minutes=30))
    ]
    assert soon.effect.open[0].report_in_by == field.NOW + timedelta(minutes=10)
    assert f"unit:{field.DEPARTMENT}" in usual.after.audience - at_work().audience


def test_whoever_was_called_reports_in_and_how_late_is_told() -> None:
    ticket = at_work(joint_field.whistled())
    early = done(ticket, Command.REPORT_IN, field.POLICE)
    late = done(ticket, Command.REPORT_IN, field.POLICE, now=field.NOW + timedelta(minutes=47))
    assert "late_minutes" not in early.detail
    assert late.detail["late_minutes"] == 17
    assert [each.reported_in_at for each in late.after.assignments if each.kind == "whistle"] == [
        field.NOW + timedelta(minutes=47)
    ]
    with pytest.raises(Refused, match="没有需要报到"):
        done(late.after, Command.REPORT_IN, field.POLICE)


def test_nobody_replies_before_they_reported_in() -> None:
    ticket = at_work(joint_field.whistled())
    with pytest.raises(Refused, match="请先报到"):
        done(ticket, Command.CO_REPLY, field.POLICE, {"text": "已处置"})
    come = done(ticket, Command.REPORT_IN, field.POLICE).after
    assert done(come, Command.CO_REPLY, field.POLICE, {"text": "已处置"}).after.assignments[1].replied


@pytest.mark.parametrize("command", [Command.REASSIGN, Command.RECALL, Command.DECLINE])
def test_a_whistle_and_a_dual_dispatch_stay_whoever_leads(command: Command) -> None:
    bound = replace(field.co(field.DEPARTMENT, number=3), kind="dual")
    ticket = at_work(joint_field.whistled(), bound, field.co(field.WINDOW_A, number=4))
    given = {"reason": "换人"} if command is not Command.REASSIGN else {}
    given |= {"lead": {"unit": field.STATION_A, "person": 4}} if command is Command.REASSIGN else {}
    actor = field.IN_A if command is not Command.DECLINE else field.CLERK_A
    after = done(ticket, command, actor, given).after
    kept = {each.unit: each.kind for each in after.assignments if each.part == "co"}
    assert kept == {field.POLICE_A: "whistle", field.DEPARTMENT: "dual"}


def test_an_answer_waits_for_whoever_was_called_but_not_for_a_clue() -> None:
    clue = replace(field.co(field.POLICE_A), kind="referral")
    given = {"done": "已修好路灯并复核亮灯", "how_closed": "solved"}
    with pytest.raises(Refused, match="王营派出所"):
        done(at_work(joint_field.whistled()), Command.ANSWER, field.CLERK_A, given)
    assert done(at_work(clue), Command.ANSWER, field.CLERK_A, given).after.state is State.ANSWERED


def test_the_second_unit_of_a_dual_dispatch_goes_by_the_district_alone() -> None:
    ticket = done(at_work(), Command.DUAL, field.AT_DISTRICT, CALL).after
    part = next(each for each in ticket.assignments if each.kind == "dual")
    numbered = replace(ticket, assignments=(field.lead(field.STATION_A), replace(part, id=7)))
    given = {"assignment": 7, "reason": "已会商"}
    with pytest.raises(Refused, match="同责"):
        done(numbered, Command.RELEASE, field.IN_A, given)
    assert len(done(numbered, Command.RELEASE, field.AT_DISTRICT, given).after.assignments) == 1
    both = replace(numbered, assignments=(*numbered.assignments, field.co(field.POLICE_A, number=8)))
    with pytest.raises(Refused, match="同责"):
        done(both, Command.RELEASE, field.IN_A, given)
    assert done(both, Command.RELEASE, field.IN_A, {**given, "assignment": 8}).after.assignments


@pytest.mark.parametrize("state", [State.DISPATCHED, State.ANSWERED, State.REPLIED])
def test_nobody_is_called_before_it_is_signed_or_after_the_answer(state: State) -> None:
    ticket = field.ticket(state)
    for command in (Command.WHISTLE, Command.DUAL):
        with pytest.raises(Refused, match="签收之后、答复之前"):
            done(ticket, command, field.IN_A, CALL)
        assert command not in {each.command for each in allowed(case(ticket, command, field.IN_A))}


def test_nobody_is_called_twice() -> None:
    with pytest.raises(BadInput, match="只能有一份"):
        done(
            at_work(joint_field.whistled()),
            Command.WHISTLE,
            field.IN_A,
            {**CALL, "co": [{"unit": field.POLICE_A, "person": None}]},
        )
