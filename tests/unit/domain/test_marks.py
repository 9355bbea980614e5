"""Chinese marks and those of a Latin keyboard are read alike: people paste and type both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dispatch.domain import duty, moments, pasting, reply_checks, sensitive, spoken
from dispatch.domain.clocks import calendar, notice, texts
from scripts.punctuation import MARKS, mended

WIDE = str.maketrans(MARKS)
NARROW = str.maketrans({wide: narrow for narrow, wide in MARKS.items()})


def places(words: str) -> list[tuple[int, int]]:
    """Where a sensitive word stands."""
    return [(each.start, each.end) for each in sensitive.find(words, ("上访",))]


def read_2026(words: str) -> list[Any]:
    """The days of a notice that is of 2026."""
    return list(notice.read_notice(words, 2026))


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (pasting.read, "诉求人:张建国\n联系电话:13912345678\n地址:承德北路12号;反映内容:路灯不亮,夜里看不清路"),
        (pasting.read, "我叫李明,电话13912345678,长安华庭门口的窨井盖没了!请快来"),
        (pasting.read, "阳光宝贝:小区的电梯又坏了,老人上不去\n客服:请问您的电话?\n阳光宝贝:13912345678"),
        (read_2026, "元旦:1月1日(周四)至3日(周六)放假调休,共3天;1月4日(周日)上班。"),
        (texts.read, "2紧急工作时制止,4小时"),
        (calendar.read_hours, "08:30-12:00,14:00-17:30"),
        (moments.moment_of, "2026年1月4日 8:30"),
        (spoken.written, "已清理,见语音;"),
        (places, "有人上访,已来访"),
    ],
)  # fmt: skip
def test_both_are_read_alike(read: Callable[[str], Any], said: str) -> None:
    told = read(said)
    assert told
    assert shown(read(said.translate(WIDE))) == shown(told)


def shown(told: object) -> str:
    """What was read, whichever marks stand in it."""
    return str(told).translate(NARROW)


def test_a_sensitive_word_does_not_go_on_beyond_a_sentence() -> None:
    assert places("同上;访客已走") == places("同上\uff1b访客已走") == []


def test_digits_of_a_chinese_keyboard_are_digits() -> None:
    assert texts.read("\uff12\uff14小时") == texts.read("24小时")
    assert calendar.read_hours("\uff10\uff18\uff1a\uff13\uff10\uff5e12:00") == calendar.read_hours(
        "08:30-12:00"
    )


@pytest.mark.parametrize("between", [",", "\uff0c", "\t"])
def test_columns_stand_apart_by_either_comma_or_a_tab(between: str) -> None:
    shift = between.join(("日期", "岗位", "姓名", "开始", "结束")) + "\n"
    shift += between.join(("2026-12-01", "值班员", "张三", "08:00", "20:00"))
    shifts, faults = duty.table(2, shift, {"张三": [7]})
    assert ([each.person for each in shifts], faults) == ([7], [])
    days = between.join(("2027-01-01", "放假", "元旦"))
    assert [each.name for each in notice.read_table(days)] == ["元旦"]


def test_a_gap_is_known_by_either_colon() -> None:
    for reply in ("您好,【缺:办理情况】", "您好\uff0c【缺\uff1a办理情况】"):
        assert reply_checks.GAP.search(reply)


def test_a_holiday_is_read_as_the_notice_of_the_state_council_is_printed() -> None:
    printed = "一、元旦\uff1a1月1日\uff08周四\uff09至3日\uff08周六\uff09放假调休\uff0c共3天。"
    assert next(iter(read_2026(printed))).day == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("请核对,再提交;谢谢!", "请核对\uff0c再提交\uff1b谢谢\uff01"),
        ("{name}({unit}):15:49 到", "{name}\uff08{unit}\uff09\uff1a15:49 到"),
        ("坐标 119.02,33.62 在 https://a.cn/?a=1", "坐标 119.02,33.62 在 https://a.cn/?a=1"),
        ("PDF(ASCII) only, please", "PDF(ASCII) only, please"),
        ("Look-back samples (回头看), drawn", "Look-back samples (回头看), drawn"),
        ("SELECT ('网格', 1)", "SELECT ('网格', 1)"),
        ("(?:村民)?小组", "(?:村民)?小组"),
    ],
)  # fmt: skip
def test_only_the_marks_of_chinese_words_are_chinese(written: str, meant: str) -> None:
    assert mended(written) == meant
    assert mended(meant) == meant
