"""A clue becomes a case or not; the caller hears meanwhile; what must stand before a case ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dispatch.domain.access import Actor
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.enforcement import missing
from dispatch.domain.joint import EnforcementCase, Records
from dispatch.domain.ticket import State, Ticket
from dispatch.errors import BadInput, Refused
from tests.unit.domain import field, joint_field

AT_WORK = field.ticket(
    State.IN_PROGRESS, lead_unit=field.STATION_A, assignments=(field.lead(field.STATION_A),)
)
FILED = {
    "case": "1",
    "case_no": "淮阴综执〔2026〕12号",
    "officer": "赵一",
    "second_officer": "钱二",
    "reply": "已立案调查,12月1日前再告知您进展",
    "next_on": "2026-12-01",
}


def done(
    command: Command, given: dict[str, Any], *cases: EnforcementCase, ticket: Ticket = AT_WORK, **more: Any
) -> Decision:
    """A decision about a ticket with these cases, by its center unless said otherwise."""
    actor: Actor = more.pop("actor", field.IN_A)
    records = Records(cases=cases, case_no_taken=more.pop("taken", False))
    return decide(field.case(ticket, command, actor, given, records=records, **more))


def test_a_clue_lets_its_unit_see_the_ticket_and_keeps_no_answer_waiting() -> None:
    referred = done(Command.REFER_CASE, {"case_unit": str(field.DEPARTMENT), "clue": "无证经营"})
    assert [each.kind for each in referred.after.assignments] == ["assigned", "referral"]
    assert f"unit:{field.DEPARTMENT}" in referred.after.audience
    given = {"done": "已劝离并移交线索", "how_closed": "solved"}
    answered = done(Command.ANSWER, given, ticket=referred.after, actor=field.CLERK_A)
    assert answered.after.state is State.ANSWERED
    with pytest.raises(BadInput, match="不能承接"):
        done(Command.REFER_CASE, {"case_unit": str(field.STATION_A), "clue": "无证经营"})


def test_filing_tells_the_caller_and_says_when_the_next_word_comes() -> None:
    filed = done(Command.FILE_CASE, FILED, joint_field.clue())
    assert filed.after.next_step_at == datetime(2026, 12, 1, 16, tzinfo=UTC)
    assert filed.report is not None
    assert filed.report.status == "办理中"
    assert filed.effect.told == FILED["reply"]
    assert filed.after.state is AT_WORK.state


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"second_officer": "赵一"}, "second_officer"),
        ({"next_on": "2026-11-20"}, "next_on"),
        ({"case": "5"}, "case"),
    ],
)
def test_a_case_is_filed_in_form(change: dict[str, Any], name: str) -> None:
    with pytest.raises(BadInput) as refused:
        done(Command.FILE_CASE, {**FILED, **change}, joint_field.clue())
    assert refused.value.field == name


def test_a_number_is_given_once() -> None:
    with pytest.raises(BadInput, match="已经登记"):
        done(Command.FILE_CASE, FILED, joint_field.clue(), taken=True)


def test_what_is_not_filed_says_why_and_needs_nothing_more() -> None:
    refused = done(Command.REFUSE_CASE, {"case": "1", "reason": "违法事实不成立"}, joint_field.clue())
    assert refused.effect.records[0].values["reason"] == "违法事实不成立"
    with pytest.raises(Refused, match="没有可以这样办理的案件"):
        done(Command.FILE_CASE, FILED, joint_field.clue("not_filed"))


LACKING = [
    ({"officers": ("赵一",)}, "两名执法人员"),
    ({"full_record": None}, "全过程记录"),
    ({"decision": None}, "处理决定"),
    ({"decision_on": None}, "处理决定日期"),
    ({"listed": None}, "是否须法制审核"),
    ({"listed": True, "legal_review": None}, "法制审核"),
    ({"published_on": None}, "公示日期"),
]


@pytest.mark.parametrize(("change", "what"), LACKING)
def test_a_case_ends_with_nothing_lacking(change: dict[str, Any], what: str) -> None:
    lacking = joint_field.whole(**change)
    assert missing(lacking) == [what]
    with pytest.raises(Refused, match=what):
        done(Command.CLOSE_CASE, {"case": "1"}, lacking)
    assert done(Command.CLOSE_CASE, {"case": "1"}, joint_field.whole()).event == "ticket.case_closed"


@pytest.mark.parametrize(
    ("stands", "given", "name"),
    [
        ({}, {"published_on": "2026-11-19"}, "published_on"),
        ({"published_on": date(2026, 11, 22)}, {"decision_on": "2026-11-23"}, "decision_on"),
        ({"published_on": None}, {"decision_on": "2026-11-22", "published_on": "2026-11-21"}, "published_on"),
        ({}, {"decision_on": "2030-01-01"}, "decision_on"),
    ],
)
def test_a_decision_is_made_before_it_is_made_public(
    stands: dict[str, Any], given: dict[str, str], name: str
) -> None:
    with pytest.raises(BadInput, match="处理决定日期") as refused:
        done(Command.RECORD_CASE, {"case": "1", **given}, joint_field.whole(**stands))
    assert refused.value.field == name


def test_a_decision_may_be_made_public_on_its_own_day() -> None:
    given = {"case": "1", "decision_on": "2026-11-21", "published_on": "2026-11-21"}
    (kept,) = done(Command.RECORD_CASE, given, joint_field.clue("filed")).effect.records
    assert (kept.values["decision_on"], kept.values["published_on"]) == ("2026-11-21", "2026-11-21")


def test_a_listed_decision_is_reviewed_by_lawyers() -> None:
    assert missing(joint_field.whole(listed=True, legal_review="法制员 孙三:同意")) == []


def test_only_the_unit_of_the_case_or_the_center_records_it() -> None:
    given = {"case": "1", "full_record": "记录仪 A12"}
    theirs = joint_field.clue("filed")
    helping = replace(AT_WORK, assignments=(*AT_WORK.assignments, field.co(field.POLICE_A)))
    assert done(Command.RECORD_CASE, given, theirs, ticket=helping, actor=field.POLICE).effect.records
    with pytest.raises(Refused, match="承接单位或指挥中心"):
        done(Command.RECORD_CASE, given, theirs, actor=field.CLERK_A)
    with pytest.raises(BadInput, match="至少登记一项"):
        done(Command.RECORD_CASE, {"case": "1"}, theirs)


def test_the_form_names_the_cases_a_step_takes_further() -> None:
    records = Records(cases=(joint_field.clue(), replace(joint_field.whole(), id=2)))
    offers = allowed(field.case(AT_WORK, Command.NOTE, field.IN_A, records=records))
    asked = {offer.command: each.choices for offer in offers for each in offer.fields if each.name == "case"}
    assert asked[Command.FILE_CASE] == (("1", "王营派出所 · 占道经营"),)
    assert asked[Command.CLOSE_CASE] == (("2", "王营派出所 · 12号"),)
    helping = replace(AT_WORK, assignments=(*AT_WORK.assignments, field.co(field.DEPARTMENT)))
    others = allowed(field.case(helping, Command.NOTE, field.LIAISON, records=records))
    assert not {Command.FILE_CASE, Command.CLOSE_CASE} & {offer.command for offer in others}


def test_the_center_goes_on_recording_a_case_whose_ticket_has_ended() -> None:
    ended = field.ticket(State.CLOSED)
    given = {"case": "1", "full_record": "记录仪 A12"}
    assert (
        done(Command.RECORD_CASE, given, joint_field.clue("filed"), ticket=ended).after.state is State.CLOSED
    )
