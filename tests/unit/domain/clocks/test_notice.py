"""The State Council's notice: read as it stands, and refused where it contradicts itself."""

from __future__ import annotations

from datetime import date

import pytest

from dispatch.domain.clocks import Day
from dispatch.domain.clocks.notice import read_notice, read_table
from dispatch.errors import BadInput
from dispatch.ports.holidays import official_days, official_years
from dispatch.saying import told
from dispatch.text import CATALOGUES
from tests.unit.domain.clocks.days import YEAR_2026

NOTICE = """国务院办公厅关于2026年部分节假日安排的通知
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。"""


def test_the_notice_of_2026_is_read_to_the_day() -> None:
    read = {each.day: Day(each.kind, each.name) for each in read_notice(NOTICE)}
    assert read == YEAR_2026.days


def test_the_package_knows_the_same_days() -> None:
    known = {each.day: Day(each.kind, each.name) for each in official_days() if each.day.year == 2026}
    assert known == YEAR_2026.days
    assert official_years() == list(range(2004, 2027))


def test_a_notice_in_one_line_with_the_year_given() -> None:
    text = "元旦：1月1日至3日放假调休，共3天，1月4日(周日）上班。"
    with pytest.raises(BadInput, match="哪一年"):
        read_notice(text)
    split = text.replace(",1月4日", "。1月4日")
    assert [(str(each.day), each.kind) for each in read_notice(split, 2026)] == [
        ("2026-01-01", "off"),
        ("2026-01-02", "off"),
        ("2026-01-03", "off"),
        ("2026-01-04", "work"),
    ]
    assert read_notice(text, 2026) == read_notice(split, 2026)


def test_a_holiday_may_begin_in_the_year_before() -> None:
    text = "元旦：2022年12月31日至2023年1月2日放假调休，共3天。"
    assert [each.day for each in read_notice(text, 2023)] == [
        date(2022, 12, 31),
        date(2023, 1, 1),
        date(2023, 1, 2),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("元旦:1月1日(周五)至3日放假。", "2026年1月1日是周四"),
        ("元旦：1月1日至3日放假调休，共4天。", "共 4 天，读到 3 天"),
        ("元旦：1月1日至3日放假。1月5日上班。", "本来就是工作日"),
        ("元旦:1月3日至1日放假。", "不像一个假期"),
        ("元旦:1月1日放假。春节:1月1日放假。", "写了两次"),
        ("清明节:2月30日放假。", "不是一个日期"),
        ("各地区、各部门要妥善安排好值班。", "没有读到放假安排"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_notice(text, 2026)


def test_a_weekday_that_is_not_the_days_is_named_in_english_too() -> None:
    with pytest.raises(BadInput) as refused:
        read_notice("元旦:1月1日(周五)至3日放假。", 2026)
    assert told(refused.value.detail, CATALOGUES["en"]).startswith(
        "2026-1-1 is a Thursday, while the notice says Friday."
    )


def test_a_table_is_read_line_by_line() -> None:
    table = "日期,类型,名称\n2027-01-01,放假,元旦\n2027/01/03,上班,元旦\n\n"
    assert [(str(each.day), each.kind, each.name) for each in read_table(table)] == [
        ("2027-01-01", "off", "元旦"),
        ("2027-01-03", "work", "元旦"),
    ]
    for wrong, says in (
        ("2027-13-01,放假,元旦", "第 1 行「2027-13-01」不是日期"),
        ("2027-01-01,休息,元旦", "第 1 行「休息」"),
        ("2027-01-01", "三列"),
        ("2027-01-01,off,元旦\n2027-01-01,off,元旦", "第 2 行 2027-01-01 写了两次"),
        ("日期,类型,名称", "没有读到"),
    ):
        with pytest.raises(BadInput, match=says):
            read_table(wrong)
