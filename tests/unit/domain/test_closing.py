"""Answering and closing: ways of closing, evidence that asks, who signs, the town's own call-back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from dispatch.domain import access
from dispatch.domain.closing import (
    Closing,
    Earlier,
    EvidenceRule,
    Piece,
    SensitiveWord,
    doubts,
    evidence_ahead,
    evidence_rule,
    lacking,
)
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.lifecycle import Party
from dispatch.domain.ticket import State, Ticket
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field

ANSWER = {"person": 4, "unit": field.STATION_A, "done": "已修好", "at_desk": False, "how_closed": "solved"}
HANDLED = field.ticket(
    State.IN_PROGRESS,
    lead_unit=field.STATION_A,
    lead_person=4,
    assignments=(field.lead(field.STATION_A, 4),),
)
STRICT = EvidenceRule(
    1, "市政设施", False, None, frozenset({"before", "after"}), 2, 200, 48, "路灯维修要有处置前后对比"
)
ANSWERED = field.ticket(State.ANSWERED, answer=ANSWER)


def answered(closing: Closing = field.CLOSING, **given: Any) -> Decision:
    """The worker answers."""
    fields = {"done": "已更换灯泡", "how_closed": "solved", **given}
    case = field.case(HANDLED, Command.ANSWER, field.WORKER_A, fields, closing=closing)
    return decide(case)


def reviewed(ticket: Ticket = ANSWERED, closing: Closing = field.CLOSING, **given: Any) -> Decision:
    """The center's operator reviews."""
    return decide(field.case(ticket, Command.REVIEW, field.IN_A, given, closing=closing))


def with_rules(**rules: Any) -> Closing:
    """The field's closing with other rules."""
    return Closing(replace(field.CLOSING_RULES, **rules))


def piece(
    kind: str | None = "after", *, metres: float | None = 10, hours: float = 1, gallery: bool = False
) -> Piece:
    """A picture taken so far away, so long ago."""
    taken = field.NOW - timedelta(hours=hours)
    return Piece(kind, field.NOW, taken, metres, metres is not None, gallery)


# how it is closed


def test_a_ground_is_one_of_those_published() -> None:
    decided = answered(how_closed="ground", ground="no_basis")
    assert decided.after.answer is not None
    assert decided.after.answer["ground_name"] == "无法律政策依据"
    with pytest.raises(BadInput) as refused:
        answered(how_closed="ground", ground="made_up")
    assert refused.value.field == "ground"


def test_a_referral_keeps_its_reference() -> None:
    decided = answered(how_closed="referred", reference="区信访局〔2026〕18号")
    assert decided.detail["reference"] == "区信访局〔2026〕18号"


def test_a_stage_says_when_its_next_step_comes() -> None:
    at = field.NOW + timedelta(days=30)
    assert answered(how_closed="stage", next_at=at).after.next_step_at == at
    for never in (field.NOW, field.NOW + timedelta(days=367)):
        with pytest.raises(BadInput) as refused:
            answered(how_closed="stage", next_at=never)
        assert refused.value.field == "next_at"


def test_another_answer_and_beginning_again_forget_the_next_step() -> None:
    soon = field.NOW + timedelta(days=3)
    ticket = replace(HANDLED, next_step_at=soon)
    case = field.case(ticket, Command.ANSWER, field.WORKER_A, {"done": "已修好", "how_closed": "solved"})
    assert decide(case).after.next_step_at is None
    staged = field.ticket(State.REPLIED, answer=ANSWER, next_step_at=soon)
    case = field.case(staged, Command.REOPEN, field.SUPERVISOR, {"reason": "没有进展"})
    assert decide(case).after.next_step_at is None


# evidence


def test_pictures_of_a_kind_are_waited_for_by_name() -> None:
    assert "处置前照片" in (lacking(STRICT, [piece("after"), piece(None)]) or "")
    assert lacking(STRICT, [piece("before"), piece(None)]) is None
    assert "现有 1 张" in (lacking(replace(STRICT, kinds=frozenset()), [piece()]) or "")


def test_what_is_missing_shuts_the_answer() -> None:
    closing = replace(with_rules(evidence=(STRICT,)), pieces=(piece("after"),))
    with pytest.raises(Refused, match="处置前照片") as refused:
        answered(closing)
    assert refused.value.field == "evidence"


def test_a_spoken_answer_leaves_the_reply_to_be_written() -> None:
    heard = replace(with_rules(), voices=1)
    assert answered(heard, done="见语音").changes["reply"] == "【缺：办理情况，听语音后写】"
    assert answered(heard, done="已清理,见语音。").changes["reply"] == "已清理"
    assert answered(heard, done="见语音", reply="路灯已更换").changes["reply"] == "路灯已更换"
    with pytest.raises(BadInput, match="还没有语音"):
        answered(done="见语音")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (piece(metres=820), "820 米"),
        (piece(metres=None), "没有拍摄位置"),
        (piece(hours=72), "72 小时前"),
        (piece(gallery=True), "相册"),
    ],
)
def test_place_and_time_ask_for_a_reason_and_never_shut(found: Piece, said: str) -> None:
    rule = replace(STRICT, kinds=frozenset(), least=1)
    closing = replace(with_rules(evidence=(rule,)), pieces=(found,))
    with pytest.raises(BadInput, match=said) as asked:
        answered(closing)
    assert asked.value.field == "evidence_reason"
    decided = answered(closing, evidence_reason="现场无信号,回到社区后补传")
    assert decided.after.state is State.ANSWERED
    assert decided.after.answer is not None
    assert said in decided.after.answer["evidence_doubts"][0]


def test_enough_pictures_beyond_doubt_ask_nothing() -> None:
    assert doubts(replace(STRICT, least=1), [piece(metres=900), piece()], field.NOW) == []


def test_a_rule_of_a_way_of_closing_waits_until_that_is_said() -> None:
    rule = replace(STRICT, how_closed=frozenset({"solved"}))
    assert evidence_rule([rule], "市政设施/路灯", False, None) is None
    assert evidence_rule([rule], "市政设施/路灯", False, "explained") is None
    assert evidence_rule([rule], "市政设施/路灯", False, "solved") is rule
    assert evidence_rule([rule], "市政设施x", False, "solved") is None


def test_what_may_be_asked_for_is_known_ahead_up_to_the_rule_that_always_decides() -> None:
    solved = replace(STRICT, id=2, how_closed=frozenset({"solved"}))
    wanted = replace(STRICT, id=3, category_asks=True)
    rules = [solved, wanted, STRICT, replace(STRICT, id=4)]
    assert evidence_ahead(rules, "市政设施/路灯", False) == (solved, STRICT)
    assert evidence_ahead(rules, "市政设施/路灯", True) == (solved, wanted)
    assert evidence_ahead(rules, "水利防汛", True) == ()


# who signs


@pytest.mark.parametrize(
    ("conditions", "more", "asks"),
    [
        ({"least_rework": 2}, {"rework": 2}, True),
        ({"least_rework": 2}, {"rework": 1}, False),
        ({"confidential": True}, {"confidential": True}, True),
        ({"category": "市政设施"}, {}, True),
        ({"category": "市政"}, {}, False),
        ({"types": frozenset({"report"})}, {}, False),
        ({"how_closed": frozenset({"ground"})}, {"answer": {**ANSWER, "how_closed": "ground"}}, True),
    ],
)
def test_the_sign_off_rule_is_data(conditions: dict[str, Any], more: dict[str, Any], asks: bool) -> None:
    ticket = field.ticket(State.ANSWERED, **{"answer": ANSWER, **more})
    decided = reviewed(ticket, with_rules(signoff=(field.signoff(1, **conditions),)))
    assert decided.after.state is (State.REVIEWED if asks else State.REPLIED)
    assert decided.detail["signoff"] is asks


def test_the_first_rule_that_fits_says_who_signs_and_nobody_else_may() -> None:
    rules = (field.signoff(1, "duty_leader", category="市政设施"), field.signoff(2))
    signed = reviewed(closing=with_rules(signoff=rules)).after
    assert Party.LEADER in access.parties(signed, field.SECOND_A, field.UNITS)
    assert decide(field.case(signed, Command.SIGN_OFF, field.SECOND_A)).after.state is State.REPLIED
    with pytest.raises(Forbidden):
        decide(field.case(signed, Command.SIGN_OFF, field.LEADER_A))


def test_who_reviewed_does_not_sign() -> None:
    rules = with_rules(signoff=(field.signoff(1, "duty_leader"),))
    signed = decide(field.case(ANSWERED, Command.REVIEW, field.SECOND_A, closing=rules)).after
    with pytest.raises(Refused, match="另一人签发"):
        decide(field.case(signed, Command.SIGN_OFF, field.SECOND_A))


# the town's own call-back


def called_back(ticket: Ticket = ANSWERED, **heard: Any) -> Decision:
    """The center calls before the reply goes up."""
    return decide(field.case(ticket, Command.PRE_CALLBACK, field.IN_A, {"contacted": "yes", **heard}))


@pytest.mark.parametrize(
    ("heard", "warned"),
    [
        ({"solved": "yes", "satisfied": "satisfied"}, False),
        ({"solved": "no", "satisfied": "mostly_satisfied"}, True),
        ({"solved": "yes", "satisfied": "dissatisfied"}, True),
    ],
)
def test_an_unhappy_caller_makes_an_early_warning_that_a_leader_signs(
    heard: dict[str, str], warned: bool
) -> None:
    told = called_back(**heard)
    assert told.after.state is State.ANSWERED
    assert told.detail.get("early_warning", False) is warned
    assert reviewed(told.after).after.state is (State.REVIEWED if warned else State.REPLIED)


def test_it_is_made_between_answer_and_reply_and_a_new_answer_forgets_it() -> None:
    with pytest.raises(Refused, match="待审核"):
        called_back(field.ticket(State.IN_PROGRESS))
    told = called_back(solved="no", satisfied="dissatisfied").after
    again = replace(HANDLED, answer=told.answer)
    case = field.case(again, Command.ANSWER, field.WORKER_A, {"done": "已再次修好", "how_closed": "solved"})
    answer = decide(case).after.answer
    assert answer is not None
    assert "pre_callback" not in answer


# what may go out


def test_a_gap_keeps_the_reply_in() -> None:
    with pytest.raises(BadInput, match="联系诉求人时间") as refused:
        reviewed(reply="工作人员于【缺：联系诉求人时间】联系您，已修好。")
    assert refused.value.field == "reply"


def test_personal_data_keep_the_reply_in_and_a_masked_one_is_offered() -> None:
    closing = replace(field.CLOSING, caller_name="张三丰")
    with pytest.raises(BadInput, match=r"手机号码.*诉求人姓名") as refused:
        reviewed(closing=closing, reply="已用13912345678联系张三丰,路灯已修好。")
    masked = refused.value.more["masked"]
    assert masked == "已用139****5678联系诉求人,路灯已修好。"
    assert reviewed(closing=closing, reply=masked).after.state is State.REPLIED


def test_the_handlers_own_reply_is_looked_at_too() -> None:
    closing = replace(field.CLOSING, reply="已与张三丰说明情况", caller_name="张三丰")
    with pytest.raises(BadInput, match="诉求人姓名"):
        reviewed(closing=closing)


def test_a_sensitive_word_goes_out_for_a_reason_only() -> None:
    closing = with_rules(words=(SensitiveWord("刁民", "群众", "不尊重诉求人"),))
    with pytest.raises(BadInput, match="建议改为「群众」") as asked:
        reviewed(closing=closing, reply="已劝离刁民,秩序恢复。")
    assert asked.value.field == "reason"
    decided = reviewed(closing=closing, reply="已劝离刁民,秩序恢复。", reason="引用诉求人原话")
    assert decided.detail["sensitive"]


def test_flags_are_kept_for_whoever_signs_and_shut_nothing() -> None:
    closing = replace(field.CLOSING, earlier=(Earlier("261101-000001", "已转相关部门,会尽快处理您的问题。"),))
    decided = reviewed(closing=closing, reply="已转相关部门,会尽快处理您的问题。")
    assert decided.after.state is State.REPLIED
    assert decided.after.answer is not None
    flags = decided.after.answer["flags"]
    assert ["261101-000001" in each for each in flags] == [True, False]
    assert "只有承诺" in flags[1]


# contact and promise


def test_a_promise_lies_ahead() -> None:
    given = {"result": "later", "again_at": field.NOW - timedelta(minutes=1)}
    with pytest.raises(BadInput) as refused:
        decide(field.case(HANDLED, Command.CONTACT, field.WORKER_A, given))
    assert refused.value.field == "again_at"
    given["again_at"] = field.NOW + timedelta(hours=3)
    told = decide(field.case(HANDLED, Command.CONTACT, field.WORKER_A, given)).detail
    assert datetime.fromisoformat(told["again_at"]) == given["again_at"]


def test_a_replied_ticket_is_concluded_by_the_job_though_it_has_an_order() -> None:
    replied = field.ticket(State.REPLIED, answer=ANSWER)
    case = field.case(replied, Command.CONCLUDE, access.JOB, {"reason": "期满"})
    assert decide(case).after.state is State.CLOSED
    with pytest.raises(Refused, match="12345"):
        decide(field.case(replied, Command.CONCLUDE, field.IN_A, {}))
