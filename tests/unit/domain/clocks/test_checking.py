"""Rules of clocks and office hours before they are saved: whole ones are taken, a broken one says where it is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dispatch.domain.clocks.checking import Known, check_hours, check_rules
from dispatch.errors import BadInput

ROW: dict[str, Any] = {
    "types": None,
    "urgencies": None,
    "categories": None,
    "units": None,
    "unit_kinds": None,
    "valid_from": None,
    "valid_until": None,
    "counts_first_day": False,
    "share": None,
}
LAST = [
    {**ROW, "clock": "sign", "limit_text": "1小时", "reason": "签收"},
    {**ROW, "clock": "reply", "limit_text": "5工作日", "reason": "办结", "share": 0.8},
]
KNOWN = Known(frozenset({7}), frozenset({"station"}), frozenset({"生态环境/噪声/施工"}))


def test_whole_rules_are_taken() -> None:
    first = {
        **ROW,
        "clock": "inner",
        "limit_text": "1紧急工作时制止",
        "reason": "先制止",
        "types": ["complaint"],
        "categories": ["生态环境"],
        "units": [7],
        "unit_kinds": ["station"],
    }
    rules = check_rules([first, *LAST], KNOWN)
    assert [(rule.ordinal, rule.clock) for rule in rules] == [(1, "inner"), (2, "sign"), (3, "reply")]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"clock": "lunch"}, "没有「lunch」"),
        ({"limit_text": "尽快"}, "第 1 条：看不懂时限「尽快」"),
        ({"limit_text": "1小时制止"}, "制止"),
        ({"clock": "inner", "limit_text": "4紧急工作时制止,2小时"}, "早于"),
        ({"clock": "inner", "limit_text": "3天制止,3天"}, "早于"),
        ({"reason": " "}, "名称或依据"),
        ({"share": 0.5}, "比例只用于"),
        ({"types": ["gossip"]}, "没有「gossip」这个诉求类型"),
        ({"urgencies": ["soonish"]}, "紧急程度"),
        ({"units": [9]}, "没有「9」这个单位"),
        ({"unit_kinds": ["bakery"]}, "单位类别"),
        ({"categories": ["生态"]}, "没有「生态」这个分类"),
        ({"valid_from": date(2026, 2, 1), "valid_until": date(2026, 1, 1)}, "失效日期早于"),
        ({}, "永远轮不到"),
    ],
)
def test_a_broken_rule_is_refused_with_its_place(change: dict[str, Any], says: str) -> None:
    first = {**ROW, "clock": "sign", "limit_text": "1小时", "reason": "签收", **change}
    with pytest.raises(BadInput, match=says) as refused:
        check_rules([first, *LAST], KNOWN)
    broken = list(change)[-1:]
    assert refused.value.field == ".".join(["rules", "0" if broken else "1", *broken])


def test_every_ticket_has_to_have_the_clocks_that_count() -> None:
    with pytest.raises(BadInput, match="「办结」的最后一条"):
        check_rules([LAST[0], {**LAST[1], "types": ["complaint"]}], KNOWN)
    with pytest.raises(BadInput, match="1 到 500"):
        check_rules([], KNOWN)


def test_a_rule_that_only_halts_does_not_hide_the_one_behind_it() -> None:
    halting = {**ROW, "clock": "inner", "limit_text": "1紧急工作时制止", "reason": "先制止"}
    usual = {**ROW, "clock": "inner", "limit_text": "3工作日", "reason": "办理"}
    assert len(check_rules([halting, usual, *LAST], KNOWN)) == 4
    with pytest.raises(BadInput, match="永远轮不到"):
        check_rules([usual, halting, *LAST], KNOWN)


SEASON = {"name": "全年", "first_day": "01-01", "last_day": "12-31", "hours": "09:00-12:00 14:00-18:00"}


@pytest.mark.parametrize(
    ("seasons", "says"),
    [
        ([{**SEASON, "last_day": "12-30"}], "12月31日没有办公时间"),
        ([SEASON, {**SEASON, "name": "夏令"}], "1月1日有两套办公时间"),
        ([{**SEASON, "first_day": "02-30"}], "不是月日"),
        ([{**SEASON, "hours": "09:00"}], "09:00"),
        ([{**SEASON, "hours": "09:00-12:00 11:00-18:00"}], "不能重叠"),
        ([{**SEASON, "hours": "9点-12:00"}], "不是时刻"),
        ([{**SEASON, "hours": "09:00-24:30"}], "24:00"),
        ([{**SEASON, "name": ""}], "名称"),
        ([], "1月1日没有办公时间"),
    ],
)
def test_office_hours_hold_for_every_day_of_the_year(seasons: list[dict[str, Any]], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        check_hours(seasons)
