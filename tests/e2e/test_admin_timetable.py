"""Limits and the calendar in real browsers: a rule refused and saved, a notice imported, clocks that say why.

One service for the module, in a district that no year's notice has reached; every test has a ticket of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import psycopg
import pytest
import redis
from playwright.sync_api import Browser, Page, expect

from deploy.bootstrap.servers import TEST
from tests import databases
from tests.databases import WEBHOOK_SECRET, Template
from tests.e2e.hotline import Hotline
from tests.e2e.people import People, has_said
from tests.e2e.service import Service
from tests.e2e.story import order
from tests.ports import reserved

DUE = (
    "SELECT c.due_at FROM clock c JOIN ticket t ON t.id = c.ticket WHERE t.order_no = %s AND c.kind = 'reply'"
)
MOVED = "SELECT j.detail->'clocks' FROM journal j JOIN ticket t ON t.id = j.ticket WHERE t.order_no = %s " + (
    "AND j.event = 'ticket.clocks_recomputed' ORDER BY j.version"
)
VERSION = "SELECT max(version) FROM timetable"


@pytest.fixture(scope="module")
def service(
    keeper: psycopg.Connection[object],
    district_template: Template,
    redis_number: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """The running service; the holidays of this year and later ones are not announced."""
    url = TEST.redis_url(redis_number)
    with databases.clone(keeper, district_template) as made, reserved() as port:
        with psycopg.connect(made.owner_url) as connection:
            connection.execute("DELETE FROM calendar_year WHERE year >= extract(year FROM now())")
        running = Service(made, url, "127.0.0.1:9", tmp_path_factory.mktemp("timetable"), port)
        running.start()
        yield running
        running.stop()
        with contextlib.closing(redis.Redis.from_url(url)) as connection:
            connection.flushdb()


@pytest.fixture(scope="module")
def hotline(service: Service) -> Hotline:
    """The hotline's mouth."""
    return Hotline(service.url, WEBHOOK_SECRET)


@pytest.fixture(scope="module")
def people(browser: Browser, service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[People]:
    """People with their browsers."""
    gathered = People(browser, service.url, service.district.users, tmp_path_factory.mktemp("people"))
    yield gathered
    gathered.leave()


@pytest.fixture(scope="module")
def page(people: People) -> Page:
    """The district's operator, at a small screen."""
    seat = people.at_desk("qu-zhiban").page
    seat.set_viewport_size({"width": 1366, "height": 768})
    return seat


def due_day(service: Service, order_no: str) -> date:
    """The day on which an order's reply falls due."""
    due: datetime = service.rows(DUE, order_no)[0][0]
    return due.astimezone(ZoneInfo("Asia/Shanghai")).date()


def why(page: Page, service: Service, order_no: str) -> str:
    """What the reply clock of an order says at the desk: itself, and its reasons."""
    ticket = service.rows("SELECT id FROM ticket WHERE order_no = %s", order_no)[0][0]
    page.goto(f"/?ticket={ticket}")
    page.locator("[data-why]").click()
    reasons = page.locator('[data-why-of="reply"]')
    expect(reasons).to_contain_text("到期")
    clocks = page.locator('[data-section="clocks"] .clocks')
    return f"{clocks.inner_text()}\n{reasons.inner_text()}"


def followed(page: Page, version: int) -> None:
    """The history says that every running clock has followed a version."""
    page.locator('[data-tab="history"]').click()
    expect(page.locator(f'[data-version="{version}"] [data-followed="true"]')).to_be_visible()


def test_a_limit_is_refused_where_it_is_wrong_and_moves_what_runs_where_it_is_right(
    page: Page, hotline: Hotline, service: Service
) -> None:
    hotline.push(order("E2E-T1", "路灯不亮"))
    before, ((kept,),) = due_day(service, "E2E-T1"), service.rows(VERSION)
    made = kept + 1
    page.goto("/admin?at=timetable&tab=rules")
    last = page.locator("[data-rule]", has_text="5 个工作日办结")
    last.locator("[data-edit]").click()
    dialog = page.locator("dialog")
    dialog.locator("[name=limit_text]").fill("尽快")
    dialog.locator("[data-confirm]").click()
    page.locator(".rules-save [name=note]").fill("按省里的新规定")
    page.locator("[data-save-rules]").click()
    expect(page.locator(".rules-save [role=alert]")).to_contain_text("1 处要改")
    expect(last.locator(".problem")).to_contain_text("看不懂时限「尽快」")
    expect(last.locator(".problem")).to_contain_text("5个工作日")  # how it may be written
    expect(last.locator("[data-edit]")).to_be_focused()
    assert service.rows(VERSION) == [(kept,)]
    last.locator("[data-edit]").click()
    expect(dialog.locator("[name=limit_text]")).to_be_focused()
    dialog.locator("[name=limit_text]").fill("7 个工作日")
    dialog.locator("[data-confirm]").click()
    page.locator("[data-save-rules]").click()
    has_said(page, f"已保存为第 {made} 版")
    followed(page, made)
    expect(page.locator(f'[data-version="{made}"]')).to_contain_text("按省里的新规定")
    assert due_day(service, "E2E-T1") > before
    (moved,) = service.rows(MOVED, "E2E-T1")[0]
    assert [each["clock"] for each in moved] == ["reply"]
    said = why(page, service, "E2E-T1")
    assert f"时限规则第 {made} 版" in said
    assert "7工作日" in said
    assert "收到工单" in said
    step = page.locator('[data-section="journey"] .step', has_text="时限重算")
    expect(step).to_contain_text(f"→ {due_day(service, 'E2E-T1')}")


def test_a_notice_is_read_from_a_file_compared_saved_and_followed(
    page: Page, hotline: Hotline, service: Service
) -> None:
    hotline.push(order("E2E-T2", "井盖松动"))
    before = due_day(service, "E2E-T2")
    unknown = f"{before.year} 年的放假安排尚未公布"
    said = why(page, service, "E2E-T2")
    assert "含未公布放假安排的年份" in said
    assert unknown in said
    page.goto(f"/admin?at=timetable&tab=calendar&version={before.year}")
    expect(page.locator("[data-not-announced]")).to_contain_text(f"{before.year} 年的放假安排还没有录入")
    page.locator("[data-import-notice]").click()
    dialog = page.locator("dialog")
    for days, says in ((3, "共 3 天，读到 1 天"), (1, "")):
        text = f"一、元旦：{before.month}月{before.day}日放假，共{days}天。"
        dialog.locator("input[type=file]").set_input_files(
            {"name": "通知.txt", "mimeType": "text/plain", "buffer": text.encode("gb18030")}
        )
        expect(dialog.locator("[name=text]")).to_have_value(text)
        dialog.locator("[data-confirm]").click()
        if says:
            expect(dialog.locator(".problem")).to_contain_text(says)
    expect(dialog.locator("[data-read-days]")).to_contain_text(f"{before} 放假 · 元旦")
    dialog.locator("[name=note]").fill("国办发明电〔2026〕9号")
    dialog.locator("[data-confirm]").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-not-announced]")).to_have_count(0)
    expect(page.locator(f'[data-day="{before}"]')).to_have_attribute("data-kind", "off")
    followed(page, service.rows(VERSION)[0][0])
    assert due_day(service, "E2E-T2") > before
    said = why(page, service, "E2E-T2")
    assert unknown not in said
    assert "元旦" in said


def test_a_rule_is_tried_before_it_is_saved_with_its_earlier_limit(page: Page, service: Service) -> None:
    kept = service.rows(VERSION)
    page.goto("/admin?at=timetable&tab=rules")
    page.locator("[data-add-rule]").click()
    dialog = page.locator("dialog")
    dialog.locator("[name=clock]").select_option("inner")
    dialog.locator("[name=limit_text]").fill("1紧急工作时制止")
    dialog.locator("[name=reason]").fill("夜间施工一小时内制止")
    dialog.locator("[data-confirm]").click()
    added = page.locator("[data-rule]", has_text="夜间施工一小时内制止")
    expect(added).to_be_visible()
    for _ in range(page.locator("[data-rule]").count() - 1):
        added.get_by_title("上移").click()
    page.locator('[data-tab="trial"]').click()
    page.locator("[name=clock]").select_option("inner")
    page.locator("[name=since]").fill("2026-10-09T16:40")
    page.locator("[data-try]").click()
    found = page.locator("[data-tried]")
    expect(found).to_contain_text("制止 2026-10-09 17:40 到期")
    expect(found).to_contain_text("内部办理 2026-10-")
    assert service.rows(VERSION) == kept
