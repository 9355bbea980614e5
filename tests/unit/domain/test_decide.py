"""What follows from a command: who keeps the ticket, what shuts a step, what goes up, what the journal holds."""

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
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.location import columns
from dispatch.domain.ticket import Clock, Placement, State, Ticket, Urgency
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field
from tests.unit.domain.field import CENTER_A, CENTER_B, DEPARTMENT, POLICE_A, STATION_A, STATION_B, case

ROOT = Path(__file__).resolve().parents[3]
DONE = {"done": "已更换灯泡", "how_closed": "solved"}
BACK = {"reason": "wrong_place", "basis": "在渔沟镇", "proposed": CENTER_B}


def step(ticket: Ticket, command: Command, actor: Actor, **fields: Any) -> Ticket:
    """The ticket after a command, its new assignments numbered as the store would."""
    after = decide(case(ticket, command, actor, fields, location=field.at(ticket.town))).after
    numbered = tuple(replace(each, id=each.id or 10 + at) for at, each in enumerate(after.assignments))
    return replace(after, assignments=numbered)


def refusal(ticket: Ticket, command: Command, actor: Actor, **fields: Any) -> str:
    """The sentence a command is refused with."""
    with pytest.raises(Refused) as refused:
        decide(case(ticket, command, actor, fields, location=field.at(ticket.town)))
    return refused.value.detail


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


def offered(ticket: Ticket, actor: Actor) -> set[Command]:
    """The commands an actor has a button for."""
    return {offer.command for offer in allowed(case(ticket, Command.NOTE, actor))}


def running(kind: str, since: datetime, *, hours: int) -> Clock:
    """A running clock."""
    return Clock(kind, since, since + timedelta(hours=hours))


def joint(unit: int, person: int | None = None) -> list[dict[str, Any]]:
    """One co-handler as the form sends it."""
    return [{"unit": unit, "person": person}]


class TestJoint:
    def working(self, *parts: Any) -> Ticket:
        return field.ticket(
            State.IN_PROGRESS,
            lead_unit=STATION_A,
            lead_person=4,
            assignments=(field.lead(STATION_A, 4), *parts),
        )

    def test_a_reply_is_the_co_handlers_own(self) -> None:
        ticket = self.working(field.co(DEPARTMENT, number=2), field.co(POLICE_A, number=3))
        decided = decide(case(ticket, Command.CO_REPLY, field.POLICE, {"text": "已到场"}))
        assert decided.effect.replied == (3, "已到场")
        assert {each.id: each.replied for each in decided.after.assignments} == {1: False, 2: False, 3: True}

    def test_a_second_part_is_replied_after_the_first(self) -> None:
        ticket = self.working(field.co(POLICE_A, number=2, replied=True), field.co(POLICE_A, 9, number=3))
        decided = decide(case(ticket, Command.CO_REPLY, field.POLICE, {"text": "已到场"}))
        assert decided.effect.replied == (3, "已到场")

    def test_the_lead_answers_when_every_co_handler_has_replied_or_was_released(self) -> None:
        ticket = self.working(field.co(POLICE_A))
        assert "王营派出所" in refusal(ticket, Command.ANSWER, field.WORKER_A, **DONE)
        replied = step(ticket, Command.CO_REPLY, field.POLICE, text="已到场")
        released = step(ticket, Command.RELEASE, field.IN_A, assignment=2, reason="不需要")
        for free in (replied, released):
            assert step(free, Command.ANSWER, field.WORKER_A, **DONE).state is State.ANSWERED
        assert "person:9" not in released.audience

    def test_a_part_is_replied_to_once(self) -> None:
        ticket = self.working(field.co(POLICE_A, replied=True))
        assert "备注" in refusal(ticket, Command.CO_REPLY, field.POLICE, text="再补充")
        assert Command.CO_REPLY not in offered(ticket, field.POLICE)

    def test_a_co_handler_joins_while_work_goes_on(self) -> None:
        co = [{"unit": DEPARTMENT, "person": None}]
        joined = step(self.working(), Command.ADD_COHANDLER, field.IN_A, co=co)
        assert f"unit:{DEPARTMENT}" in joined.audience
        assert "区住建局" in refusal(joined, Command.ANSWER, field.WORKER_A, **DONE)
        with pytest.raises(BadInput):
            step(joined, Command.ADD_COHANDLER, field.IN_A, co=co)
        for twice in ([*joint(POLICE_A), *joint(POLICE_A)], joint(STATION_A, 4)):
            with pytest.raises(BadInput, match="只能有一份"):
                step(self.working(), Command.ADD_COHANDLER, field.IN_A, co=twice)

    def test_only_a_co_handler_is_released(self) -> None:
        with pytest.raises(BadInput):
            step(self.working(field.co(POLICE_A)), Command.RELEASE, field.IN_A, assignment=1, reason="错")

    def test_releasing_is_offered_where_there_is_a_co_handler(self) -> None:
        assert Command.RELEASE in offered(self.working(field.co(POLICE_A)), field.IN_A)
        assert Command.RELEASE not in offered(self.working(), field.IN_A)


class TestHandingDown:
    def held_by_the_station(self) -> Ticket:
        return field.ticket(State.ASSIGNED, lead_unit=STATION_A, assignments=(field.lead(STATION_A),))

    def test_a_station_hands_its_part_to_its_own_worker(self) -> None:
        ticket = self.held_by_the_station()
        given = {"unit": STATION_A, "person": 4}
        handed = step(ticket, Command.HAND_DOWN, field.CLERK_A, colleague=given, note="就在你那一片")
        assert (handed.state, handed.lead_unit, handed.lead_person) == (State.ASSIGNED, STATION_A, 4)
        assert [(each.part, each.person) for each in handed.assignments] == [("lead", 4)]
        assert {"person:4", f"unit:{STATION_A}"} <= handed.audience
        assert step(handed, Command.ACCEPT, field.WORKER_A).state is State.IN_PROGRESS
        assert Command.HAND_DOWN not in offered(handed, field.CLERK_A)

    @pytest.mark.parametrize(
        "stranger", [{"unit": POLICE_A, "person": 9}, {"unit": STATION_A, "person": 9}, {"unit": STATION_A}]
    )
    def test_nobody_outside_the_unit_is_handed_it(self, stranger: dict[str, Any]) -> None:
        with pytest.raises(BadInput):
            step(self.held_by_the_station(), Command.HAND_DOWN, field.CLERK_A, colleague=stranger)

    def test_a_worker_who_holds_it_hands_nothing_down(self) -> None:
        ticket = field.ticket(
            State.IN_PROGRESS, lead_unit=STATION_A, lead_person=4, assignments=(field.lead(STATION_A, 4),)
        )
        assert Command.HAND_DOWN not in offered(ticket, field.WORKER_A)


class TestHandling:
    def test_assigning_opens_one_lead_and_tells_the_worker(self) -> None:
        signed = field.ticket(State.SIGNED)
        co = [{"unit": POLICE_A, "person": None}]
        assigned = step(signed, Command.ASSIGN, field.IN_A, lead={"unit": STATION_A, "person": 4}, co=co)
        assert [(each.part, each.unit, each.person) for each in assigned.assignments] == [
            ("lead", STATION_A, 4),
            ("co", POLICE_A, None),
        ]
        assert {"person:4", f"unit:{STATION_A}", f"unit:{POLICE_A}"} <= assigned.audience
        assert assigned.owed_by == STATION_A

    @pytest.mark.parametrize(
        ("lead", "says"),
        [
            ({"unit": STATION_B, "person": None}, "不归本中心调度"),
            ({"unit": 999, "person": None}, "请选择"),
            ({"unit": STATION_A, "person": 3}, "不在该单位任职"),
        ],
    )
    def test_only_ones_own_units_and_people_are_assigned(self, lead: dict[str, Any], says: str) -> None:
        with pytest.raises(BadInput, match=says):
            step(field.ticket(State.SIGNED), Command.ASSIGN, field.IN_A, lead=lead)

    @pytest.mark.parametrize(
        "co",
        [
            [{"unit": STATION_A, "person": 4}],
            [{"unit": POLICE_A, "person": 4}],
            [{"unit": POLICE_A, "person": None}, {"unit": POLICE_A, "person": None}],
            [{"unit": POLICE_A, "person": 9}, {"unit": POLICE_A, "person": 9}],
        ],
    )
    def test_nobody_has_two_parts_in_one_ticket(self, co: list[dict[str, Any]]) -> None:
        both = {4: frozenset({STATION_A, POLICE_A}), 9: frozenset({POLICE_A})}
        fields = {"lead": {"unit": STATION_A, "person": 4}, "co": co}
        for state, command in ((State.SIGNED, Command.ASSIGN), (State.ASSIGNED, Command.REASSIGN)):
            with pytest.raises(BadInput, match="只能有一份") as refused:
                decide(case(field.ticket(state), command, field.IN_A, fields, members=both))
            assert refused.value.field == "co"

    def test_a_unit_leads_while_one_of_its_people_helps(self) -> None:
        co = [{"unit": STATION_A, "person": 4}]
        lead = {"unit": STATION_A, "person": None}
        assert (
            len(step(field.ticket(State.SIGNED), Command.ASSIGN, field.IN_A, lead=lead, co=co).assignments)
            == 2
        )

    def test_a_town_may_call_a_department(self) -> None:
        lead = {"unit": DEPARTMENT, "person": None}
        assert step(field.ticket(State.SIGNED), Command.ASSIGN, field.IN_A, lead=lead).lead_unit == DEPARTMENT

    def test_who_answered_neither_reviews_nor_signs_off(self) -> None:
        ticket = field.ticket(State.ANSWERED, answer={"person": 2, "at_desk": True})
        assert "另一人审核" in refusal(ticket, Command.REVIEW, field.IN_A)
        assert step(ticket, Command.REVIEW, field.SECOND_A).state is State.REPLIED
        mine = field.ticket(State.REVIEWED, answer={"person": 8, "at_desk": True})
        assert "另一人签发" in refusal(mine, Command.SIGN_OFF, field.LEADER_A)

    def test_a_category_may_ask_for_a_picture(self) -> None:
        ticket = field.ticket(
            State.IN_PROGRESS, category="0301", lead_unit=STATION_A, assignments=(field.lead(STATION_A),)
        )
        assert "照片" in refusal(ticket, Command.ANSWER, field.CLERK_A, **DONE)
        shown = case(ticket, Command.ANSWER, field.CLERK_A, DONE, closing=field.PHOTOGRAPHED)
        assert decide(shown).after.state is State.ANSWERED

    def test_rework_proposes_nobody_by_itself_but_keeps_who_answered(self) -> None:
        replied = field.ticket(State.REPLIED, lead_unit=STATION_A, answer={"person": 4, "unit": STATION_A})
        redone = step(replied, Command.REDO, HOTLINE, reason="没修好")
        assert (redone.state, redone.rework, redone.lead_unit) == (State.SIGNED, 1, None)
        assert redone.answer == {"person": 4, "unit": STATION_A}


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
