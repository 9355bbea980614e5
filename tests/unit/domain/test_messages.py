"""What a hotline pushes, read through its profile: what refuses a message, what only warns, what is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from deploy.demo.district.rules import FIELDS as DEMO_FIELDS
from deploy.demo.district.rules import VALUES as DEMO_VALUES
from dispatch.domain.messages import KINDS, Message, Refusal, parse, unhappy
from dispatch.domain.profile import FIELDS, Profile, profile
from dispatch.domain.ticket import Type, Urgency

PLAIN = Profile({name: name for name in FIELDS}, {})
CHINESE = profile({"fields": DEMO_FIELDS, "values": DEMO_VALUES})
ORDER = {"order_no": "JY1", "content": "路灯不亮三天"}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.just(10**400)
    | st.sampled_from(["\x00", "\ud800", "  ", "2026-11-24 08:30:00", "119.05", "是", "create"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def read(item: Any, by: Profile = PLAIN) -> Message:
    """A message that has to be taken."""
    message = parse(item, by)
    assert isinstance(message, Message), message
    return message


def faults(item: Any, by: Profile = PLAIN) -> list[str]:
    """The fields that refuse a message."""
    refused = parse(item, by)
    assert isinstance(refused, Refusal), refused
    assert refused.raw is item
    assert all(each.reason for each in refused.faults)
    return [each.field for each in refused.faults]


def warned(message: Message) -> list[str]:
    """The fields a taken message warns of."""
    return [each.field for each in message.warnings]


def test_chinese_names_and_codes_are_read_and_unknown_fields_kept() -> None:
    item = {
        "推送类型": "新工单",
        "12345工单编号": "HA1",
        "诉求类型": "投诉",
        "紧急程度": "特急",
        "诉求内容": "路灯不亮",
        "诉求人": "王强",
        "联系电话": 13812345678,
        "是否保密": "是",
        "来电时间": "2026/11/24 08:30:00",
        "经度": "119.05",
        "坐席工号": "1024",
    }
    message = read(item, CHINESE)
    assert (message.kind, message.order_no, message.type) == ("create", "HA1", Type.COMPLAINT)
    assert (message.urgency, message.confidential) == (Urgency.CRITICAL, True)
    assert message.called_at == datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
    assert (message.lon, message.caller) == (119.05, {"name": "王强", "phone": "13812345678"})
    assert message.unknown == {"坐席工号": "1024"}
    assert message.raw is item


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_that_is_taken_names_its_order(kind: str) -> None:
    assert read({**ORDER, "kind": kind, "due_at": "2026-12-01 09:00:00"}).kind == kind
    assert "order_no" in faults({"kind": kind, "content": "路灯"})


@pytest.mark.parametrize("kind", ["unheard-of", ["create"]])
def test_other_kinds_are_refused_in_words(kind: Any) -> None:
    assert faults({**ORDER, "kind": kind}) == ["kind"]


def test_an_unheard_kind_is_told_which_there_are_in_the_hotlines_own_codes() -> None:
    refused = parse({"12345工单编号": " HA1 ", "推送类型": "问候", "诉求内容": "路灯"}, CHINESE)
    assert isinstance(refused, Refusal)
    (fault,) = refused.faults
    known = "新工单、补充、催办、督办、撤单、时限变更、申请同意、申请不同意、回访结果、重办、结案"
    assert fault.reason == f"不认识「问候」，可用：{known}"
    assert refused.order_no == "HA1"
    refused = parse({"kind": "greeting"}, PLAIN)
    assert isinstance(refused, Refusal)
    assert "create、supplement" in refused.faults[0].reason


@pytest.mark.parametrize(
    ("number", "said"),
    [("JY1", "JY1"), (7, "7"), (" ", ""), ("J\x00", ""), ("9" * 65, ""), ({}, ""), (True, ""), (None, "")],
)
def test_a_refusal_names_the_order_where_its_number_can_be_said(number: Any, said: str) -> None:
    refused = parse({"order_no": number, "content": ""}, PLAIN)
    assert isinstance(refused, Refusal)
    assert refused.order_no == said


@pytest.mark.parametrize(
    ("item", "called"),
    [
        ({"诉求内容": ""}, "诉求内容"),
        ({"来电内容": ""}, "来电内容"),
        ({"诉求内容": "", "来电内容": " "}, "来电内容"),
        ({}, "诉求内容"),
        (None, "诉求内容"),
    ],
)
def test_a_field_is_called_as_it_came(item: Any, called: str) -> None:
    assert CHINESE.called("content", item) == called
    assert (CHINESE.called("", item), PLAIN.called("content", item)) == ("", "content")


@pytest.mark.parametrize("nothing", [None, "", "   ", "\u3000\n"])
@pytest.mark.parametrize("name", ["order_no", "content"])
def test_what_is_needed_is_not_made_of_spaces(name: str, nothing: Any) -> None:
    assert faults({**ORDER, name: nothing}) == [name]


def test_a_supplement_says_something() -> None:
    assert faults({"kind": "supplement", "order_no": "JY1", "text": " "}) == ["text"]


@pytest.mark.parametrize(("length", "taken"), [(20_000, True), (20_001, False)])
def test_the_words_of_a_citizen_are_at_most_twenty_thousand(length: int, taken: bool) -> None:
    item = {**ORDER, "content": "灯" * length}
    if taken:
        assert len(read(item).content) == length
    else:
        assert faults(item) == ["content"]


def test_emoji_and_rare_characters_are_words() -> None:
    words = "路灯又坏了😡👨‍👩‍👧 在𠮷祥小区"
    assert read({**ORDER, "content": words}).content == words


@pytest.mark.parametrize("strange", ["路\x00灯", "路\ud800灯"])
@pytest.mark.parametrize("name", ["content", "order_no", "address", "caller_name"])
def test_what_cannot_be_stored_is_refused_and_named(name: str, strange: str) -> None:
    assert faults({**ORDER, name: strange}) == [name]


@pytest.mark.parametrize("value", ["abc", [], True, float("nan"), float("inf"), 10**400, {"x": 1}])
def test_a_coordinate_that_is_no_number_only_warns(value: Any) -> None:
    message = read({**ORDER, "lon": value, "lat": "33.6"})
    assert (message.lon, message.lat, warned(message)) == (None, 33.6, ["lon"])


@pytest.mark.parametrize("name", ["type", "urgency"])
@pytest.mark.parametrize("value", ["无此代码", 5, [], {"code": 1}, True])
def test_an_unknown_code_only_warns(name: str, value: Any) -> None:
    message = read({**ORDER, name: value})
    assert warned(message) == [name]
    assert (message.type, message.urgency) == (Type.HELP, Urgency.NORMAL)


@pytest.mark.parametrize("value", ["昨天", "2026-13-01", "0001-01-01", 5, []])
def test_a_time_that_is_none_only_warns(value: Any) -> None:
    message = read({**ORDER, "due_at": value})
    assert (message.due_at, warned(message)) == (None, ["due_at"])


def test_a_report_is_always_confidential() -> None:
    assert read({**ORDER, "type": "report"}).confidential
    assert not read({**ORDER, "type": "help"}).confidential


def test_a_title_that_is_made_of_the_words_shows_no_number_cut_in_two() -> None:
    words = "请尽快联系我本人处理此事我的电话号码就是" + "13812345678" + "谢谢"
    title = read({**ORDER, "content": words}).title
    assert 0 < len(title) <= 30
    assert "138123" not in title


@pytest.mark.parametrize(
    ("told", "solved"),
    [("是", True), ("已解决", True), (1, True), ("否", False), ("未解决", False), (False, False), ("", None)],
)
def test_a_call_backs_yes_and_no(told: Any, solved: bool | None) -> None:
    message = read({"kind": "callback_result", "order_no": "JY1", "solved": told})
    assert message.result["solved"] is solved


def test_a_call_back_nobody_understands_is_neither_yes_nor_no() -> None:
    message = read({"kind": "callback_result", "order_no": "JY1", "solved": "拒绝评价"})
    assert (message.result["solved"], warned(message), unhappy(message.result)) == (None, ["solved"], False)


@pytest.mark.parametrize(
    ("said", "kept", "warns"),
    [
        ("不满意", "dissatisfied", []),
        ("非常满意", "非常满意", []),
        ("", None, []),
        ("一般般", "一般般", ["satisfied"]),
    ],
)
def test_a_satisfaction_nobody_knows_is_kept_as_said_with_a_warning(
    said: str, kept: str | None, warns: list[str]
) -> None:
    message = read({"推送类型": "回访结果", "工单编号": "JY1", "满意度": said}, CHINESE)
    assert (message.result["satisfied"], warned(message)) == (kept, warns)


@pytest.mark.parametrize(
    ("result", "asks_again"),
    [
        ({"solved": True, "satisfied": "满意"}, False),
        ({"solved": None, "satisfied": "基本满意"}, False),
        ({"solved": False, "satisfied": None}, True),
        ({"solved": True, "satisfied": "不满意"}, True),
        ({"solved": True, "satisfied": "非常不满意"}, True),
        ({"solved": True, "satisfied": "dissatisfied"}, True),
    ],
)
def test_an_unhappy_call_back_asks_for_rework(result: dict[str, Any], asks_again: bool) -> None:
    assert unhappy(result) is asks_again


def test_equal_content_has_an_equal_digest_whatever_its_order() -> None:
    one, other = dict(ORDER), dict(reversed(ORDER.items()))
    assert read(one).digest == read(other).digest != read({**ORDER, "title": "别的"}).digest


@pytest.mark.parametrize("fields", [{"nothing": ["x"]}, {"title": ["标题"], "content": ["标题"]}])
def test_a_profile_that_makes_no_sense_is_refused(fields: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="intake profile"):
        profile({"fields": fields})


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_whatever_is_pushed_is_taken_or_refused_by_field(item: dict[str, Any]) -> None:
    answer = parse(item, PLAIN)
    if isinstance(answer, Message):
        assert answer.order_no
        for words in (answer.title, answer.content, answer.address, answer.text, *answer.caller.values()):
            assert "\x00" not in words
            words.encode()
    else:
        assert answer


@given(JSON)
def test_an_item_that_is_no_object_is_refused(item: Any) -> None:
    if not isinstance(item, dict):
        assert faults(item) == [""]
