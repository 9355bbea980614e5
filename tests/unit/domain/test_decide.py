"""What follows from a command: who keeps the ticket, what shuts a step, what goes up, what the journal holds.

Who handles it: ``test_handling``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dispatch.domain import access
from dispatch.domain.access import HOTLINE, Actor
from dispatch.domain.clocks import ClockRule
from dispatch.domain.clocks.texts import read as limits
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.location import columns
from dispatch.domain.ticket import Clock, Placement, State, Ticket, Urgency
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field
from tests.unit.domain.deciding import DONE, offered, refusal, step
from tests.unit.domain.field import CENTER_A, CENTER_B, DEPARTMENT, STATION_A, case

ROOT = Path(__file__).resolve().parents[3]
BACK = {"reason": "wrong_place", "basis": "在渔沟镇", "proposed": CENTER_B}


def running(kind: str, since: datetime, *, hours: int) -> Clock:
    """A running clock."""
    return Clock(kind, since, since + timedelta(hours=hours))


class TestReturn:
    def test_the_first_unit_leads_until_another_has_signed(self) -> None:
        returned = step(field.ticket(), Command.RETURN, field.IN_A, **BACK)
        assert (returned.state, returned.owed_by) == (State.RETURNED, field.DISTRICT)
        granted = step(returned, Command.GRANT, field.AT_DISTRICT, unit=CENTER_B)
        assert (granted.stream, granted.first_unit, granted.hops) == (CENTER_B, CENTER_A, 1)
        assert {f"unit:{CENTER_A}", f"unit:{CENTER_B}"} <= granted.audience
        assert access.streams_of(granted, field.UNITS) == {CENTER_A, CENTER_B}
        signed = step(granted, Command.SIGN, field.IN_B)
        assert f"unit:{CENTER_A}" not in signed.audience
        assert access.streams_of(signed, field.UNITS) == {CENTER_B}

    def test_as_long_as_it_leads_its_people_may_call_and_note(self) -> None:
        returned = step(field.ticket(), Command.RETURN, field.IN_A, **BACK)
        granted = step(returned, Command.GRANT, field.AT_DISTRICT, unit=CENTER_B)
        assert offered(granted, field.IN_A) == {Command.CONTACT, Command.NOTE}
        assert step(granted, Command.CONTACT, field.IN_A, result="reached").version == granted.version + 1
        signed = step(granted, Command.SIGN, field.IN_B)
        assert offered(signed, field.IN_A) == set()

    def test_forced_back_the_second_unit_has_it_and_the_first_is_free(self) -> None:
        granted = step(
            step(field.ticket(), Command.RETURN, field.IN_A, **BACK),
            Command.GRANT,
            field.AT_DISTRICT,
            unit=CENTER_B,
        )
        again = step(granted, Command.RETURN, field.IN_B, reason="beyond_duty", basis="也不是")
        forced = step(again, Command.FORCE, field.AT_DISTRICT, reason="属渔沟镇")
        assert (forced.state, forced.unit, forced.no_return) == (State.SIGNED, CENTER_B, True)
        assert f"unit:{CENTER_A}" not in forced.audience
        assert access.streams_of(forced, field.UNITS) == {CENTER_B}

    def test_taken_back_it_is_where_it_was(self) -> None:
        signed = step(field.ticket(), Command.SIGN, field.IN_A)
        returned = step(signed, Command.RETURN, field.IN_A, **BACK)
        assert returned.prior is State.SIGNED
        again = step(returned, Command.TAKE_BACK, field.SECOND_A)
        assert (again.state, again.prior, again.returned) == (State.SIGNED, None, None)

    def test_not_after_half_of_the_reply_time(self) -> None:
        early = field.ticket(clocks=(running("reply", field.NOW - timedelta(hours=47), hours=96),))
        late = field.ticket(clocks=(running("reply", field.NOW - timedelta(hours=49), hours=96),))
        assert step(early, Command.RETURN, field.IN_A, **BACK).state is State.RETURNED
        assert "过半" in refusal(late, Command.RETURN, field.IN_A, **BACK)

    def test_not_after_the_window_that_the_district_sets(self) -> None:
        window = ClockRule(
            ordinal=5,
            clock="return",
            limits=limits("24小时"),
            urgencies=frozenset({"normal"}),
            reason="派单后 24 小时内可退单",
        )
        timetable = replace(field.TIMETABLE, rules=(window, *field.CLOCK_RULES))
        tables = replace(field.TABLES, timetable=timetable)
        sent = {hours: field.ticket(sent_at=field.NOW - timedelta(hours=hours)) for hours in (24, 25)}

        def returned(ticket: Ticket) -> Decision:
            return decide(case(ticket, Command.RETURN, field.IN_A, BACK, tables=tables))

        assert returned(sent[24]).after.state is State.RETURNED
        with pytest.raises(Refused, match=window.reason):
            returned(sent[25])
        assert returned(replace(sent[25], urgency=Urgency.URGENT)).after.state is State.RETURNED
        assert returned(replace(sent[25], sent_at=None)).after.state is State.RETURNED

    def test_the_window_opens_anew_for_whoever_it_is_sent_to_next(self) -> None:
        begun = field.ticket(sent_at=field.NOW - timedelta(days=2))
        returned = step(begun, Command.RETURN, field.IN_A, **BACK)
        assert step(returned, Command.TAKE_BACK, field.IN_A).sent_at == begun.sent_at
        granted = step(returned, Command.GRANT, field.AT_DISTRICT, unit=CENTER_B)
        assert granted.sent_at == field.NOW
        signed = step(begun, Command.SIGN, field.IN_A)
        assert step(signed, Command.UNDO_SIGN, field.IN_A).sent_at == begun.sent_at

    def test_granting_it_to_who_returned_it_is_no_grant(self) -> None:
        returned = step(field.ticket(), Command.RETURN, field.IN_A, **BACK)
        with pytest.raises(BadInput, match="不得再退"):
            step(returned, Command.GRANT, field.AT_DISTRICT, unit=CENTER_A)


class TestUndo:
    def test_a_slip_of_the_finger_is_undone_and_not_told(self) -> None:
        signed = step(field.ticket(), Command.SIGN, field.IN_A)
        undone = decide(case(signed, Command.UNDO_SIGN, field.IN_A))
        assert (undone.after.state, undone.withdraw_report, undone.report) == (State.DISPATCHED, True, None)

    def test_undone_the_first_unit_leads_again(self) -> None:
        granted = step(
            step(field.ticket(), Command.RETURN, field.IN_A, **BACK),
            Command.GRANT,
            field.AT_DISTRICT,
            unit=CENTER_B,
        )
        signed = step(granted, Command.SIGN, field.IN_B)
        undone = step(signed, Command.UNDO_SIGN, field.IN_B)
        assert undone.audience == granted.audience
        assert access.streams_of(undone, field.UNITS) == {CENTER_A, CENTER_B}
        later = step(signed, Command.RETURN, field.IN_B, reason="wrong_place", basis="不是")
        assert access.streams_of(later, field.UNITS) == {CENTER_B}
        assert f"unit:{CENTER_A}" not in later.audience

    def test_not_after_ten_seconds_and_not_by_another(self) -> None:
        signed = replace(
            step(field.ticket(), Command.SIGN, field.IN_A), state_since=field.NOW - timedelta(seconds=11)
        )
        assert "10 秒" in refusal(signed, Command.UNDO_SIGN, field.IN_A)
        assert offered(signed, field.SECOND_A).isdisjoint({Command.UNDO_SIGN})

    @pytest.mark.parametrize("way", ["take_back", "recall", "decline", "force", "send_back", "redo"])
    def test_only_the_signing_itself_is_undone_not_a_later_way_back_to_signed(self, way: str) -> None:
        signed = step(field.ticket(), Command.SIGN, field.IN_A)
        again = back_to_signed(signed, way)
        assert again.state is State.SIGNED
        assert Command.UNDO_SIGN not in offered(again, field.IN_A)


def back_to_signed(signed: Ticket, way: str) -> Ticket:
    """A ticket that left signed and came back."""
    worker = {"unit": STATION_A, "person": 4}
    if way in ("take_back", "force"):
        returned = step(signed, Command.RETURN, field.IN_A, **BACK)
        if way == "take_back":
            return step(returned, Command.TAKE_BACK, field.IN_A)
        return step(returned, Command.FORCE, field.AT_DISTRICT, reason="属本镇街")
    if way in ("recall", "decline"):
        assigned = step(signed, Command.ASSIGN, field.IN_A, lead=worker)
        if way == "recall":
            return step(assigned, Command.RECALL, field.IN_A, reason="重新安排")
        return step(assigned, Command.DECLINE, field.WORKER_A, reason="不是我的网格")
    answered = step(signed, Command.ANSWER, field.IN_A, **DONE)
    if way == "send_back":
        return step(answered, Command.SEND_BACK, field.SECOND_A, reason="再核实")
    replied = step(answered, Command.REVIEW, field.SECOND_A)
    return step(replied, Command.REDO, HOTLINE, reason="回访不满意")


class TestPlace:
    def test_a_move_within_the_center_is_an_event(self) -> None:
        ticket = field.ticket(State.ASSIGNED, lead_unit=STATION_A, assignments=(field.lead(STATION_A),))
        moved = step(ticket, Command.RELOCATE, field.IN_A, reason="看错门牌")
        assert (moved.state, moved.assignments, moved.hops) == (State.ASSIGNED, ticket.assignments, 0)

    def test_a_move_to_another_center_is_the_districts_and_starts_anew_there(self) -> None:
        ticket = field.ticket(State.ASSIGNED, lead_unit=STATION_A, assignments=(field.lead(STATION_A),))
        over = field.at(field.TOWN_B)
        with pytest.raises(Refused, match="属地不符"):
            decide(case(ticket, Command.RELOCATE, field.IN_A, {"reason": "错"}, location=over))
        moved = decide(
            case(ticket, Command.RELOCATE, field.AT_DISTRICT, {"reason": "错"}, location=over)
        ).after
        assert (moved.state, moved.stream, moved.unit, moved.hops) == (
            State.DISPATCHED,
            CENTER_B,
            CENTER_B,
            1,
        )
        assert (moved.assignments, moved.lead_unit) == ((), None)
        assert moved.audience == {f"unit:{field.DISTRICT}", f"unit:{CENTER_B}"}

    @pytest.mark.parametrize("state", [State.DISPATCHED, State.SIGNED, State.IN_PROGRESS])
    @pytest.mark.parametrize("town", [field.TOWN_A, field.TOWN_B])
    def test_a_corrected_pin_leaves_a_ticket_with_its_department(self, state: State, town: str) -> None:
        ticket = field.ticket(state, stream=field.DISTRICT, unit=DEPARTMENT, owed_by=DEPARTMENT)
        where = field.at(town)
        moved = decide(case(ticket, Command.RELOCATE, field.AT_DISTRICT, {"reason": "错"}, location=where))
        after = moved.after
        assert (after.state, after.stream, after.unit, after.hops) == (state, field.DISTRICT, DEPARTMENT, 0)
        assert (after.town, after.cell) == (town, where.cell)
        assert (moved.clocks.stop, moved.clocks.start) == (frozenset(), ())

    def test_a_point_outside_every_cell_is_refused(self) -> None:
        ticket = field.ticket(State.UNPLACED, unit=None, placement=Placement.UNPLACED)
        with pytest.raises(BadInput, match="不在本区任何网格"):
            decide(case(ticket, Command.PLACE, field.IN_A, location=field.at(None)))

    def test_not_ours_goes_to_the_district_which_cannot_hand_it_further_up(self) -> None:
        ticket = field.ticket(State.UNPLACED, unit=None, placement=Placement.UNPLACED, owed_by=CENTER_A)
        up = step(ticket, Command.HAND_UP, field.IN_A, reason="在别的镇")
        assert (up.stream, up.owed_by, up.state) == (field.DISTRICT, field.DISTRICT, State.UNPLACED)
        assert f"unit:{CENTER_A}" not in up.audience
        assert "区中心" in refusal(up, Command.HAND_UP, field.AT_DISTRICT, reason="不知道")
        assert Command.HAND_UP in offered(ticket, field.IN_A)
        assert Command.HAND_UP not in offered(up, field.AT_DISTRICT)


class TestHotline:
    def test_a_center_ends_only_what_has_no_order(self) -> None:
        for command, state in ((Command.CANCEL, State.ASSIGNED), (Command.CONCLUDE, State.REPLIED)):
            assert "热线工单" in refusal(field.ticket(state), command, field.IN_A, reason="不要了")
            own = field.ticket(state, order_no=None)
            assert step(own, command, field.IN_A, reason="不要了").owed_by is None

    def test_a_status_goes_up_where_the_hotlines_word_changes(self) -> None:
        def reported(ticket: Ticket, command: Command, actor: Actor, **fields: Any) -> str | None:
            report = decide(case(ticket, command, actor, fields)).report
            return report.status if report else None

        assert reported(field.ticket(), Command.SIGN, field.IN_A) == "已签收"
        assert reported(field.ticket(State.SIGNED), Command.TAKE, field.IN_A) == "办理中"
        answered = field.ticket(State.ANSWERED, answer={"person": 4})
        assert reported(answered, Command.SEND_BACK, field.IN_A, reason="再核实") is None
        assert reported(answered, Command.REVIEW, field.IN_A) == "已办结"
        assert reported(field.ticket(order_no=None), Command.SIGN, field.IN_A) is None

    def test_a_signing_goes_up_only_when_it_can_no_longer_be_undone(self) -> None:
        report = decide(case(field.ticket(), Command.SIGN, field.IN_A)).report
        assert report is not None
        assert report.after == timedelta(seconds=10)


class TestWords:
    def test_after_the_end_only_the_hotline_urges(self) -> None:
        for state in (State.CLOSED, State.CANCELLED):
            over = field.ticket(state)
            assert Command.URGE not in offered(over, field.AT_DISTRICT)
            assert "不能再办「催办」" in refusal(over, Command.URGE, field.IN_A)
            assert step(over, Command.URGE, HOTLINE).urged == 1
            assert Command.NOTE in offered(over, field.IN_A)

    def test_a_command_stands_in_quotes_whatever_it_is_called(self) -> None:
        assert "不能办「不归我管」" in refusal(field.ticket(), Command.DECLINE, field.IN_A, reason="x")
        assert "不能再办「已到现场」" in refusal(field.ticket(State.CLOSED), Command.ARRIVE, field.IN_A)
        with pytest.raises(Forbidden, match="办「已到现场」"):
            decide(case(field.ticket(), Command.ARRIVE, field.IN_A))


def every_decision() -> list[Decision]:
    """One decision of each command that changes more than state and version."""
    signed, working = field.ticket(State.SIGNED), field.ticket(State.IN_PROGRESS, lead_unit=CENTER_A)
    worker = {"lead": {"unit": STATION_A, "person": 4}}
    listed: list[tuple[Ticket, Command, Actor, dict[str, Any]]] = [
        (field.ticket(), Command.RELOCATE, field.AT_DISTRICT, {"reason": "错"}),
        (field.ticket(State.UNPLACED, unit=None), Command.PLACE, field.IN_A, {}),
        (field.ticket(), Command.RETURN, field.IN_A, BACK),
        (field.ticket(State.UNDECIDED), Command.DECIDE, field.AT_DISTRICT, {"unit": CENTER_B}),
        (signed, Command.ASSIGN, field.IN_A, worker),
        (working, Command.ANSWER, field.IN_A, DONE),
        (
            field.ticket(State.ANSWERED, answer={"person": 4}),
            Command.REVIEW,
            field.IN_A,
            {"reply": "已修好"},
        ),
        (field.ticket(State.REPLIED), Command.CALL_BACK, HOTLINE, {"solved": False}),
        (field.ticket(State.RETURNED), Command.GRANT, field.AT_DISTRICT, {"unit": CENTER_B}),
    ]
    return [
        decide(case(ticket, command, actor, fields, location=field.at(field.TOWN_A)))
        for ticket, command, actor, fields in listed
    ]


def test_the_store_writes_every_column_a_decision_changes() -> None:
    text = (ROOT / "migrations/schema.sql").read_text(encoding="utf-8")
    block = text.split("UPDATE ticket t SET ")[1]
    written = set(re.findall(r"\w+", block[block.index("(") : block.index(")")]))
    changed = {name for decided in every_decision() for name in decided.changes}
    assert changed | set(columns(field.at(field.TOWN_A), placed=True)) <= written


def test_what_the_journal_holds_is_plain() -> None:
    for decided in every_decision():
        assert decided.changes["version"] == decided.before.version + 1
        for value in decided.changes.values():
            assert isinstance(value, str | int | float | list | dict | None)
