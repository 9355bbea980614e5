"""What a draft would make of pushed messages, beside the profile in force; nothing personal comes out of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dispatch.domain.profile import FIELDS, Profile
from dispatch.domain.rereading import MOST_LISTED, Pushed, reread

NAMES = {
    "推送类型": "kind",
    "工单编号": "order_no",
    "诉求类型": "type",
    "诉求内容": "content",
    "诉求地址": "address",
    "诉求人": "caller_name",
    "联系电话": "caller_phone",
    "经度": "lon",
    "办结时限": "due_at",
}
VALUES = {"kind": {"新工单": "create", "催办": "urge"}, "type": {"投诉": "complaint"}}
FORMER = Profile(NAMES, VALUES)
ORDER = {
    "工单编号": "HA20261124001234",
    "诉求类型": "投诉",
    "诉求内容": "富丽花园 3 栋张三家楼下路灯不亮,请回电 13912345678。",
    "诉求地址": "富丽花园 3 栋 502",
    "诉求人": "张三丰",
    "联系电话": "13912345678",
    "经度": "119.0412345",
    "办结时限": "2026-12-01 18:00",
}


def pushed(*items: object) -> list[Pushed]:
    """Messages of one morning."""
    return [Pushed("huaian-12345", datetime(2026, 11, 24, 1, tzinfo=UTC), item) for item in items]


def tried(proposed: Profile, *items: object) -> dict[str, Any]:
    """What they come to."""
    return reread(pushed(*items), FORMER, proposed)


def test_the_same_profile_reads_the_same() -> None:
    found = tried(FORMER, ORDER, {"推送类型": "催办", "工单编号": "1"}, {"工单编号": "2"}, "no object")
    assert [found[name] for name in ("asked", "same", "different", "refused", "accepted")] == [4, 4, 0, 0, 0]
    assert found["still_refused"] == 2
    assert (found["listed"], found["fields"]) == ([], [])
    assert {(each["field"], each["items"]) for each in found["reasons"]} == {("诉求内容", 1), ("", 1)}


def test_a_field_that_moves_is_shown_from_where_and_masked() -> None:
    names = {name: ours for name, ours in NAMES.items() if ours != "caller_name"} | {"诉求地址": "title"}
    found = tried(Profile(names, VALUES), ORDER)
    (line,) = found["listed"]
    assert (line["verdict"], line["order"], line["errors"]) == ("different", "…1234", [])
    rows = {row["field"]: (row["former"], row["proposed"]) for row in line["rows"]}
    assert rows["caller_name"] == ({"name": "诉求人", "shows": "张*"}, {"name": None, "shows": None})
    assert rows["address"] == ({"name": "诉求地址", "shows": "12 字"}, {"name": None, "shows": None})
    assert rows["unknown"][1] == {"name": None, "shows": "诉求人"}
    assert found["fields"][0]["items"] == 1
    assert found["unknown"] == [{"name": "诉求人", "items": 1}]


def test_what_would_be_refused_says_why_in_the_hotlines_words() -> None:
    names = {name: ours for name, ours in NAMES.items() if ours != "content"} | {"内容": "content"}
    found = tried(Profile(names, VALUES), ORDER, ORDER | {"内容": "路灯不亮"})
    assert [found[name] for name in ("refused", "different", "still_refused")] == [1, 1, 0]
    assert found["listed"][0]["errors"] == [{"field": "内容", "says": "缺少这一项，请补上再推送"}]
    assert found["reasons"] == [
        {"level": "refused", "field": "内容", "says": "缺少这一项，请补上再推送", "items": 1}
    ]
    back = reread(pushed(ORDER), Profile(names, VALUES), FORMER)
    assert (back["accepted"], back["listed"][0]["verdict"]) == (1, "accepted")


def test_codes_and_times_and_what_both_refuse() -> None:
    values = VALUES | {"type": {"投诉": "help"}}
    found = tried(Profile(NAMES, values), ORDER, {"诉求类型": "不知道", "工单编号": "7"})
    rows = {row["field"]: row["proposed"]["shows"] for row in found["listed"][0]["rows"]}
    assert rows == {"type": "help"}
    assert found["still_refused"] == 1
    moved = {name: ours for name, ours in NAMES.items() if ours != "due_at"} | {"办结时限": "called_at"}
    rows = {
        row["field"]: row["proposed"]["shows"]
        for row in tried(Profile(moved, VALUES), ORDER)["listed"][0]["rows"]
    }
    assert rows == {"due_at": None, "called_at": "2026-12-01 18:00:00"}


def test_only_the_first_are_listed() -> None:
    found = tried(Profile({"编号": "order_no"}, {}), *[ORDER] * (MOST_LISTED + 5))
    assert (found["refused"], len(found["listed"])) == (MOST_LISTED + 5, MOST_LISTED)


@given(st.permutations(list(FIELDS)))
def test_whatever_is_swapped_nothing_personal_comes_out(fields: list[str]) -> None:
    proposed = Profile(dict(zip(NAMES, fields, strict=False)), {})
    told = json.dumps(tried(proposed, ORDER), ensure_ascii=False)
    for secret in ("13912345678", "张三", "路灯", "502", "0412", "20261124"):
        assert secret not in told
