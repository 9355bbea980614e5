"""The day's report as a document and a workbook: its figures are the rates', it names its window, and no caller."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import docx
import psycopg
import pytest
from openpyxl import load_workbook

from dispatch.domain import windows
from dispatch.domain.windows import Cut
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

TODAY = windows.today(datetime.now(UTC), Cut(720, 19))
DAY = TODAY - timedelta(days=1)
WITHIN = (windows.day(DAY, Cut(720, 19)).since + timedelta(hours=1)).isoformat()


@pytest.fixture
def day(two_towns: Database) -> Database:
    """Three alike of one cell in town A, one of them late and supervised, one signed too late; one of town B."""
    url = two_towns.owner_url
    common = {"received_at": WITHIN, "signed_at": WITHIN, "sign_due": WITHIN, "reply_due": WITHIN}
    towns.add_ticket(
        url, 101, {**towns.IN_A, **common}, name="张三", phone="13812345678", title="=张三家路灯"
    )
    towns.add_ticket(url, 102, {**towns.IN_A, **common})
    towns.add_ticket(url, 103, {**towns.IN_A, **common, "sign_due": "2026-01-01T00:00:00Z"})
    towns.add_ticket(url, 104, {**towns.IN_B, **common})
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE clock SET due_at = now() - interval '3 hours' WHERE ticket = 101")
        connection.execute("UPDATE ticket SET supervised = 3 WHERE id = 101")
    return two_towns


async def workbook(browser: Browser, **asked: object) -> dict[str, list[list[object]]]:
    """A report's sheets by name, as they are read again."""
    answer = await browser.get("/api/day-report.xlsx", params=asked)
    assert answer.status_code == 200, answer.text
    book = load_workbook(io.BytesIO(answer.content))
    assert book.properties.creator == "甲值班 王家营街道社会治理指挥中心"
    for sheet in book.worksheets:
        assert "甲值班" in sheet.oddFooter.center.text
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return {
        sheet.title: [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def line(sheet: list[list[object]], first: str) -> list[object]:
    """The line of a sheet that begins so."""
    return next(row for row in sheet if row and row[0] == first)


async def test_a_towns_day_counts_as_the_rates_do(sign_in: SignIn, day: Database) -> None:
    desk = await sign_in("towna")
    sheets = await workbook(desk)
    figures = (await desk.get("/api/rates", params={"on": str(DAY)})).json()
    names = {each["code"]: each["name"] for each in figures["formulas"]}
    for rate in figures["total"]["rates"]:
        told = line(sheets["总体情况"], names[rate["code"]])
        said = 0.0 if rate["code"] == "hops" else rate["said"] or "—"  # a mean is a number, a share is said
        assert told[1:4] == [said, rate["numerator"], rate["denominator"]]
    assert line(sheets["总体情况"], "按时签收率")[1:4] == ["66.67%", 2, 3]
    window = windows.day(DAY, Cut(720, 19))
    local = [f"{at + timedelta(hours=8):%Y-%m-%d %H:%M}" for at in (window.since, window.until)]
    assert f"从 {local[0]} 起，到 {local[1]} 前" in str(sheets["口径说明"])
    assert f"指标口径第 {figures['formula']} 版" in str(sheets["口径说明"])
    assert line(sheets["在办工单"], "待签收")[1:] == [3, "3/3(100.00%)"]
    late = line(sheets["逾期清单"], "HY2026112400101")
    assert late[1:4] == ["=诉求人家路灯", "王家营街道社会治理指挥中心", "办结"]
    assert "1/3(33.33%)" in str(sheets["逾期清单"])
    assert any(
        row[-2:] == [3, "HY2026112400101、HY2026112400102、HY2026112400103"] for row in sheets["同类集中"]
    )
    assert line(sheets["重点关注"], "HY2026112400101")[2] == "3 级督办"
    assert "张三" not in str(sheets)
    assert "HY2026112400104" not in str(sheets)


async def test_the_document_says_the_same_and_who_took_it(sign_in: SignIn, day: Database) -> None:
    desk = await sign_in("towna")
    answer = await desk.get("/api/day-report.docx")
    assert f'filename="day-report-{DAY}.docx"' in answer.headers["content-disposition"]
    document = docx.Document(io.BytesIO(answer.content))
    text = "\n".join(each.text for each in document.paragraphs)
    assert f"王家营街道社会治理指挥中心工单日报（{DAY.year}年{DAY.month}月{DAY.day}日）" in text
    assert "受理 3 件" in text
    assert "2/3(66.67%)" in text
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "=诉求人家路灯" in cells
    assert not any("张三" in each for each in [text, *cells])
    assert "甲值班 王家营街道社会治理指挥中心" in document.sections[0].footer.paragraphs[0].text
    told = document.core_properties
    assert (told.author, told.title) == ("甲值班 王家营街道社会治理指挥中心", text.splitlines()[0])
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    with psycopg.connect(day.owner_url) as connection:
        rows = connection.execute("SELECT person, subject FROM audit WHERE action = 'day_report.exported'")
        assert rows.fetchall() == [(2, f"day_report:{DAY}:docx")]


async def test_the_district_has_every_town_and_a_town_itself_alone(sign_in: SignIn, day: Database) -> None:
    district, desk, worker = await sign_in("district"), await sign_in("towna"), await sign_in("workera")
    answer = await district.get("/api/day-report.xlsx")
    towns_sheet = load_workbook(io.BytesIO(answer.content))["各单位情况"]
    told = {row[0]: row[1] for row in towns_sheet.iter_rows(values_only=True)}
    assert (told["王家营街道"], told["渔沟镇"]) == (3, 1)
    one = await district.get("/api/day-report.xlsx", params={"unit": towns.CENTER_B})
    assert "各单位情况" not in load_workbook(io.BytesIO(one.content)).sheetnames
    assert (await desk.get("/api/day-report.xlsx", params={"unit": towns.CENTER_B})).status_code == 404
    assert (await desk.get("/api/day-report.xlsx", params={"unit": towns.STATION_A})).status_code == 404
    assert (await worker.get("/api/day-report.xlsx")).status_code == 403


async def test_a_day_without_anything_is_a_report_too(sign_in: SignIn, two_towns: Database) -> None:
    desk = await sign_in("towna")
    sheets = await workbook(desk, on="2026-01-05")
    assert line(sheets["总体情况"], "满意率")[1:4] == ["—", 0, 0]
    assert "无。" in str(sheets["诉求热点"])
    assert (await desk.get("/api/day-report.docx", params={"on": "2026-01-05"})).status_code == 200
