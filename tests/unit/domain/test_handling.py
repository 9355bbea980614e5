"""Who handles a ticket: several together, handed on within a unit, what an answer has to say and who reviews it."""

from __future__ import annotations

from typing import Any

import pytest

from dispatch.domain.access import HOTLINE
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.ticket import State, Ticket
from dispatch.errors import BadInput
from tests.unit.domain import field
from tests.unit.domain.deciding import DONE, offered, refusal, step
from tests.unit.domain.field import DEPARTMENT, POLICE_A, STATION_A, STATION_B, case


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
