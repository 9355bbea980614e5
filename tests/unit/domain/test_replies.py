"""Replies before a citizen reads them: drafted from facts with gaps, flagged, and look-back drawn from a seed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.closing import Earlier, ReplySetting, SensitiveWord
from dispatch.domain.drafting import Facts, draft, filled
from dispatch.domain.privacy import personal, scrub
from dispatch.domain.reply_checks import flags, likeness, masked, safety
from dispatch.domain.sampling import Member, Plan, commitment, sample, stratum_of
from dispatch.domain.sensitive import find

AT = datetime(2026, 11, 24, 1, 5, tzinfo=UTC)
KNOWN = Facts(
    title="路灯不亮",
    type="complaint",
    center="王家营街道社会治理指挥中心",
    handler="营东社区工作站",
    at_desk=False,
    goes_to_place=True,
    confidential=False,
    reached_at=(AT,),
    missed_at=(),
    attempts=2,
    arrived_at=AT + timedelta(hours=1),
    found_true="yes",
    done="已更换灯泡两只,恢复照明。",
    co_replies=(("区住建局", "已补充灯具"),),
    pictures=3,
    how_closed="solved",
    ground=None,
    reference=None,
    next_at=None,
    opinion={"contacted": "yes", "satisfied": "satisfied", "text": "很快"},
)
SETTING = ReplySetting()


def kinds(reply: str, asked: str = "", earlier: tuple[Earlier, ...] = ()) -> set[str]:
    """The flags of a reply."""
    return {each.kind for each in flags(reply, asked, earlier, SETTING)}


# drafting


def test_a_draft_says_who_did_what_when() -> None:
    said = draft(KNOWN)
    for part in (
        "11月24日 9时05分",
        "共联系 2 次",
        "10时05分到现场",
        "情况属实",
        "办理情况：已更换灯泡两只",
        "区住建局协助",
        "3 张",
    ):
        assert part in said
    assert "满意" in said
    assert "【缺" not in said


def test_what_nobody_knows_is_a_gap_and_nothing_is_invented() -> None:
    unknown = replace(
        KNOWN, reached_at=(), attempts=1, arrived_at=None, found_true=None, done=None, opinion=None
    )
    said = draft(replace(unknown, pictures=0, co_replies=(), handler=None))
    for gap in ("联系诉求人时间", "到场时间", "诉求是否属实", "办理情况", "承办单位"):
        assert f"【缺：{gap}】" in said
    assert "拍照" not in said
    assert "满意" not in said


def test_a_confidential_caller_was_not_called_and_a_desk_went_nowhere() -> None:
    said = draft(replace(KNOWN, confidential=True, at_desk=True, reached_at=()))
    assert "联系" not in said.replace("联系 2", "")
    assert "到现场" not in said


def test_two_attempts_in_vain_are_told_and_one_is_a_gap() -> None:
    twice = draft(replace(KNOWN, reached_at=(), missed_at=(AT, AT + timedelta(minutes=25))))
    assert "于11月24日 9时05分、11月24日 9时30分共 2 次与您联系，均未联系上。" in twice
    assert "联系诉求人时间" not in twice
    assert "联系诉求人时间" in draft(replace(KNOWN, reached_at=(), missed_at=(AT,)))


@pytest.mark.parametrize(
    ("type_", "opening"),
    [("inquiry", "您咨询的“路灯不亮”"), ("suggestion", "您建议的“路灯不亮”"), ("help", "您反映的“路灯不亮”")],
)
def test_what_was_asked_or_proposed_is_neither_true_nor_untrue(type_: str, opening: str) -> None:
    said = draft(replace(KNOWN, type=type_, found_true=None))
    assert opening in said
    assert ("诉求是否属实" in said) is (type_ == "help")
    assert "情况属实" in draft(replace(KNOWN, type=type_))


def test_an_unhappy_opinion_wants_an_answer() -> None:
    said = draft(replace(KNOWN, opinion={"contacted": "yes", "satisfied": "dissatisfied", "text": "又灭了"}))
    assert "又灭了" in said
    assert "【缺：对诉求人意见的回应】" in said


@pytest.mark.parametrize(
    ("how", "more", "word"),
    [
        ("ground", {"ground": "无法律政策依据"}, "无法律政策依据"),
        ("ground", {}, "【缺：应予办结依据】"),
        ("referred", {"reference": "区信访局"}, "区信访局"),
        ("stage", {"next_at": AT}, "11月24日"),
        ("partly", {}, "【缺：未解决的部分及原因】"),
    ],
)
def test_a_draft_says_how_it_was_closed(how: str, more: dict[str, Any], word: str) -> None:
    assert word in draft(replace(KNOWN, how_closed=how, **more))


def test_a_standard_text_is_filled_from_the_facts() -> None:
    said = filled("关于“{标题}”：{承办单位}已办，{下一步时间}再告知。{答复日期}", KNOWN, AT)
    assert said == "关于“路灯不亮”：营东社区工作站已办，【缺：下一步时间】再告知。2026-11-24"


# flags


def test_over_brief_replies_are_flagged() -> None:
    assert "brief" in kinds("已修好。")
    assert "brief" not in kinds("已更换路灯灯泡两只,当晚恢复照明。")


@pytest.mark.parametrize(
    ("reply", "flagged"),
    [
        ("我们将尽快安排人员处理,请您耐心等待。", True),
        ("已安排人员,会尽快处理您反映的问题。", True),
        ("已转相关部门,将持续关注进展情况。", True),
        ("灯泡已更换,我们将加强巡查,防止再次损坏。", False),
        ("路灯恢复照明,下一步将列入改造计划。", False),
    ],
)
def test_promises_without_a_deed_are_flagged(reply: str, flagged: bool) -> None:
    assert ("promise" in kinds(reply)) is flagged


def test_copied_replies_are_flagged_with_the_number() -> None:
    same = "经社区工作人员现场查看,已联系物业清理楼道杂物,恢复通行。"
    earlier = (Earlier("261120-000012", same), Earlier("261121-000001", "已更换灯泡,恢复照明。"))
    found = flags(same.replace("楼道", "楼梯"), "", earlier, replace(SETTING, alike=0.7))
    assert [each.kind for each in found] == ["copied"]
    assert "261120-000012" in found[0].detail
    assert "copied" not in kinds("已疏通下水道,地面冲洗干净,请您放心。", "", earlier)


def test_a_reply_beside_the_question_is_flagged_carefully() -> None:
    asked = "富丽花园门口路灯不亮三天,请尽快维修。"
    assert "beside" in kinds("低保金每月十日发放到账户。", asked)
    assert "beside" not in kinds("富丽花园灯泡换好了。", asked)
    assert "beside" not in kinds("低保金每月十日发放。", "咨询")


@given(st.text(alphabet="路灯不亮已修好,。", max_size=20), st.text(alphabet="路灯不亮已修好", max_size=20))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1


# personal data


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("13912345678", "手机号码"),
        ("320804199001011234", "身份证号"),
        ("0517-84912345", "固定电话"),
        ("苏HA1234B", "车牌号"),
        ("6222021234567890128", "银行卡号"),
        ("zhang@example.com", "邮箱"),
        ("张三丰", "诉求人姓名"),
    ],
)
def test_personal_data_are_found_where_they_stand(said: str, what: str) -> None:
    found = personal(f"请与{said}联系", "张三丰")
    assert [(each.what, each.start) for each in found] == [(what, 2)]


def test_long_numbers_that_are_no_cards_are_left_alone() -> None:
    assert personal("工单编号 2026112400000123") == []


@given(st.lists(st.sampled_from(["13912345678", "苏HA1234B", "张三丰", "已修好", "a@b.cn", ","]), max_size=8))
def test_what_was_masked_holds_nothing_personal(parts: list[str]) -> None:
    said = masked(" ".join(parts), "张三丰")
    assert safety(said, "张三丰", ()) == []
    assert scrub(said) == said


@pytest.mark.parametrize("name", ["市民", "匿名", "热心市民", "王先生", "李女士", "保密", "业主"])
def test_what_a_seat_writes_where_no_name_was_given_keeps_no_reply_in(name: str) -> None:
    assert personal(f"感谢{name}反映,保密信息已核实", name) == []


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("王 建国", "诉求人姓名"),
        ("王·建国", "诉求人姓名"),
        ("320804 19900101 1234", "身份证号"),
        ("320804-19900101-123X", "身份证号"),
        ("139 1234 5678", "手机号码"),
        ("139-1234-5678", "手机号码"),
        ("13912345678", "手机号码"),
    ],
)
def test_personal_data_in_pieces_are_found_and_masked_whole(said: str, what: str) -> None:
    found = personal(f"请与{said}联系", "王建国")
    assert [(each.what, each.start, each.end) for each in found] == [(what, 2, 2 + len(said))]
    assert personal(masked(f"请与{said}联系", "王建国"), "王建国") == []


# sensitive words


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("已劝离上访户", ["上访"]),
        ("已劝离上 访户", ["上访"]),
        ("已劝离上-*-访户", ["上访"]),
        ("已劝离上\u200b访户", ["上访"]),
        ("不可越级上访", ["越级上访"]),
        ("上访谈话", ["上访", "访谈"]),
        ("關於維權的答覆", ["维权"]),
        ("内部vip处理", ["VIP"]),
        ("内部VIP处理", ["VIP"]),
        ("收vipx文件", []),
        ("v ip", []),
        ("已送上。访民已回", []),
        ("路灯已修好", []),
        ("维权,上访", ["维权", "上访"]),
    ],
)
def test_a_listed_word_is_found_however_it_is_written(said: str, found: list[str]) -> None:
    listed = ("上访", "越级上访", "访谈", "维权", "VIP")
    assert [each.word for each in find(said, listed)] == found


def test_a_sensitive_word_is_told_with_its_place_and_as_it_is_written() -> None:
    told = safety("已劝离上 訪人员", None, (SensitiveWord("上访", "来访", "用语不当"),))
    assert [(each.start, each.end, each.asks) for each in told] == [(3, 6, True)]
    assert told[0].detail == "第 4 个字起是敏感词「上访」（写作「上 訪」）：用语不当，建议改为「来访」"


@given(
    st.lists(st.text("上访维权路灯修", min_size=1, max_size=3), max_size=6),
    st.text("上访维权路灯修 。*", max_size=30),
)
def test_words_are_found_wherever_a_plain_look_finds_them(listed: list[str], said: str) -> None:
    plain = {word for word in listed if word in said}
    found = find(said, listed)
    assert all(any(word in each.word for each in found) for word in plain)
    assert [(each.start, each.end) for each in found] == sorted((each.start, each.end) for each in found)


# look-back

PLAN = Plan("十一月", AT - timedelta(days=30), AT, "town_category", 0.1, 2)
POPULATION = [
    Member(stratum_of("town_category", town, "市政设施/路灯"), f"2611{at:02d}-{town}", at)
    for town in ("王家营街道", "渔沟镇")
    for at in range(40)
]


def test_a_sample_is_the_same_whoever_draws_it() -> None:
    drawn = sample(PLAN, "a" * 64, POPULATION)
    assert drawn == sample(PLAN, "a" * 64, list(reversed(POPULATION)))
    assert len(drawn) == 8
    assert drawn != sample(PLAN, "b" * 64, POPULATION)


def test_small_strata_are_not_forgotten() -> None:
    few = [*POPULATION[:40], Member("南陈集镇/市政设施", "2611-1", 99)]
    assert [each.number for each in sample(PLAN, "a" * 64, few)].count("2611-1") == 1


def test_the_commitment_binds_seed_and_method() -> None:
    told = commitment(PLAN, "a" * 64)
    assert told == commitment(replace(PLAN), "a" * 64)
    for other in (replace(PLAN, share=0.2), replace(PLAN, least=3), replace(PLAN, method="town")):
        assert commitment(other, "a" * 64) != told
    assert commitment(PLAN, "b" * 64) != told
