"""The hotline above and the other doors in a real browser: requests from draft to answer, the daily comparison, an
export taken in, a pasted chat that meets its order, a patrol report made without network, what the police hand over."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
import redis
from playwright.sync_api import Browser, FilePayload, Page, expect
from python_calamine import CalamineWorkbook

from deploy.bootstrap.servers import TEST
from tests import workbooks
from tests.databases import WEBHOOK_SECRET, Database
from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, leave_the_network, open_panel, order, order_at, photograph, spot_of
from tests.ports import reserved

POTHOLE, LAMP, TREE = "路面塌陷需大修", "路灯杆要等订货", "行道树移栽须待春季"
STATE = "SELECT state FROM ticket WHERE order_no = %s"
DUE = "SELECT outer_due FROM ticket WHERE order_no = %s"
UNTIL = datetime(2099, 1, 1, 10, tzinfo=UTC)
LISTED = "工单编号,工单状态,办结时限"


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """The hotline's ear, for all these tests."""
    heard = Receiver(WEBHOOK_SECRET)
    yield heard
    heard.close()


@pytest.fixture(scope="module")
def service(
    shared_district: Database,
    redis_number: int,
    receiver: Receiver,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """One running service for all these tests; the hotline has an address, the police have none."""
    with psycopg.connect(shared_district.owner_url) as connection:
        url = f"http://{receiver.address}/callbacks"
        connection.execute("UPDATE source SET callback_url = %s WHERE platform = 'hotline'", (url,))
    redis_url = TEST.redis_url(redis_number)
    with reserved() as port, contextlib.closing(redis.Redis.from_url(redis_url)) as hints:
        hints.flushdb()
        folder = tmp_path_factory.mktemp("upward")
        made = Service(shared_district, redis_url, receiver.address, folder, port)
        made.start()
        yield made
        made.stop()
        hints.flushdb()


@pytest.fixture
def people(
    browser: Browser,
    service: Service,
    shared_district: Database,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[People]:
    """People with their browsers."""
    gathered = People(browser, service.url, shared_district.users, tmp_path_factory.mktemp("people"))
    yield gathered
    gathered.leave()


def signed(service: Service, hotline: Hotline, people: People, number: str, title: str) -> int:
    """A new order that its town has signed; the ticket's id."""
    hotline.push(order_at(spot_of(service, "wjy-wangge"), number, title, "水利防汛/内涝"))
    ticket = int(service.rows("SELECT id FROM ticket WHERE order_no = %s", number)[0][0])
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
    return ticket


def asked(service: Service, people: People, ticket: int, **fields: str) -> None:
    """A request that the center drafts and its leader signs, elsewhere."""
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("request_up", **fields)
    (identity,) = service.rows("SELECT max(id) FROM upward_request WHERE ticket = %s", ticket)[0]
    with elsewhere(service, people, "wjy-fenguan", ticket) as leader:
        leader.give("sign_request", request=str(identity))


def answer(hotline: Hotline, number: str, kind: str, **more: str) -> None:
    """What the hotline says to a request."""
    hotline.push({"推送类型": kind, "工单编号": number, "答复意见": "情况属实", **more})


def open_ticket(page: Page, ticket: int) -> None:
    """Go to a ticket by its link."""
    page.goto(f"/?ticket={ticket}")
    expect(page.locator("[data-actions]")).to_be_visible()


def test_an_extension_is_drafted_signed_on_the_phone_and_moves_the_due_time_when_granted(
    service: Service, hotline: Hotline, people: People, receiver: Receiver
) -> None:
    ticket = signed(service, hotline, people, "UP-1", POTHOLE)
    desk = people.at_desk("wjy-zhiban").page
    open_ticket(desk, ticket)
    before = service.rows(DUE, "UP-1")[0][0]
    desk.locator('[data-command="request_up"]').click()
    form = desk.locator('[data-form="request_up"]')
    form.locator('input[type="radio"][value="extend"]').check()
    form.locator('[data-field="ground_extend"] select').select_option(label="需订购材料或设备")
    form.locator('[data-field="reason"] textarea').fill("需要订购井盖,厂家十日到货")
    form.locator('[data-field="until"] input').fill("2099-01-01T18:00")
    desk.locator('[data-send="request_up"]').click()
    request = desk.locator('[data-section="upward"] [data-request]')
    expect(request).to_have_attribute("data-request-state", "drafted")
    leader = people.with_phone("wjy-fenguan").page
    leader.locator('[data-group="requests"] button', has_text=POTHOLE).click()
    leader.locator('[data-command="sign_request"]').click()
    leader.locator('[data-submit="sign_request"]').click()
    expect(request).to_have_attribute("data-request-state", "sent")
    assert service.rows(DUE, "UP-1") == [(before,)]
    requests = [each for each in receiver.reports if each["type"] == "ticket.request"]
    (told,) = [each for each in requests if each["order_no"] == "UP-1"]
    assert (told["request_kind"], told["ground_name"]) == ("extend", "需订购材料或设备")
    answer(hotline, "UP-1", "申请同意", 申请编号=str(told["request"]), 办结时限="2099-01-01 18:00:00")
    expect(request).to_have_attribute("data-request-state", "granted")
    expect(request).to_contain_text("情况属实")
    assert service.rows(DUE, "UP-1")[0][0] == UNTIL


def test_a_rest_is_seen_on_the_desk_a_refusal_too_and_consent_hands_back(
    service: Service, hotline: Hotline, people: People
) -> None:
    ticket = signed(service, hotline, people, "UP-2", TREE)
    asked(
        *(service, people, ticket),
        kind="suspend",
        ground_suspend="planting",
        until=UNTIL.isoformat(),
        reason="须待春季",
    )
    desk = people.at_desk("wjy-zhiban").page
    open_ticket(desk, ticket)
    answer(hotline, "UP-2", "申请同意", 申请编号="挂账")
    expect(desk.locator("aside")).to_contain_text("已挂账")
    expect(desk.locator("[data-open]")).to_contain_text("挂账到 2099-01-01 18:00")
    desk.locator('[data-duty="suspended"]').click()
    expect(desk.locator("[data-ticket]", has_text=TREE)).to_be_visible()
    assert service.rows(STATE, "UP-2") == [("suspended",)]
    other = signed(service, hotline, people, "UP-3", LAMP)
    give_back = {"kind": "hand_back", "ground_hand_back": "city_power", "reason": "属市级路灯管理处"}
    asked(service, people, other, **give_back)
    open_ticket(desk, other)
    request = desk.locator('[data-section="upward"] [data-request]')
    answer(hotline, "UP-3", "申请不同意", 申请编号="退回热线")
    expect(request).to_have_attribute("data-request-state", "refused")
    assert service.rows(STATE, "UP-3") == [("signed",)]
    asked(service, people, other, **give_back)
    answer(hotline, "UP-3", "申请同意", 申请编号="退回热线")
    expect(request.first).to_have_attribute("data-request-state", "granted")
    expect(desk.locator("aside")).to_contain_text("已退回热线")
    assert service.rows(STATE, "UP-3") == [("handed_back",)]
    open_panel(desk, "upward")
    expect(desk.locator('[data-section="upward-answered"]')).to_contain_text("热线不同意")


def at_admin(people: People, at: str) -> Page:
    """The district's operator on a page of the administration."""
    page = people.stranger().page
    page.goto(f"/admin?at={at}")
    people.sign_in(page, "qu-zhiban")
    return page


def test_a_list_is_uploaded_compared_and_taken_home(
    service: Service, hotline: Hotline, people: People
) -> None:
    hotline.push(order("UP-L1", "井盖响", 诉求地址="王家营街道东方华庭3号楼"))
    page = at_admin(people, "upward&tab=runs")
    expect(page.locator("[data-page=upward]")).to_contain_text("110 非警务移交没有登记回传地址")
    page.locator("[data-upload]").click()
    dialog = page.get_by_role("dialog")
    listed = [["热线每日清单"], LISTED.split(","), ["UP-L1"], ["UP-L9"], ["合计", "2"]]
    file = FilePayload(
        name="清单.xlsx", mimeType="application/vnd.ms-excel", buffer=workbooks.workbook(listed)
    )
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.locator('select[name="source"]').select_option(label="淮安市 12345 政务服务便民热线")
    dialog.locator("[data-confirm]").click()
    expect(page.locator("[data-list-faults]")).to_contain_text("第 5 行：「合计」是合计行")
    page.get_by_role("dialog").locator("[data-confirm]").click()
    expect(page.locator('[data-difference="missing"]')).to_contain_text("UP-L9")
    with page.expect_download() as taken:
        page.get_by_text("下载 Excel").click()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(taken.value.path().read_bytes())).get_sheet_by_index(0)
    assert ["热线有、本系统没有", "UP-L9"] in [row[:2] for row in sheet.to_python()]
    assert service.rows("SELECT uploaded_by IS NOT NULL, file_name FROM reconciliation") == [
        (True, "清单.xlsx")
    ]
    assert service.rows(STATE, "UP-L9") == []


def test_an_export_is_mapped_tried_taken_in_and_changes_nothing_again(
    service: Service, people: People
) -> None:
    page = at_admin(people, "orders")
    rows = "流水,诉求内容,事发地址,来电时间\nUP-E1,窨井盖松动,王家营街道东方华庭3号楼,2026/1/4 8:30\nUP-E2,,东方华庭,\n"
    file = FilePayload(name="导出.csv", mimeType="text/csv", buffer=rows.encode("gbk"))
    page.locator("[data-page=orders] input[type=file]").set_input_files(file)
    number = page.locator('[data-order-field="order_no"]')
    expect(page.locator('[data-orders-send="try"]')).to_have_attribute("aria-disabled", "true")
    number.locator("select").select_option("流水")
    expect(number).to_contain_text("UP-E1")
    page.locator('[data-orders-send="try"]').click()
    expect(page.locator('[data-orders-result="tried"]')).to_contain_text("缺少这一项")
    assert service.rows(STATE, "UP-E1") == []
    with page.expect_download() as taken:
        page.locator("[data-rows-csv]").click()
    assert "诉求内容,缺少这一项" in taken.value.path().read_text(encoding="utf-8-sig")
    page.locator('[data-orders-send="import"]').click()
    expect(page.locator('[data-orders-result="done"]')).to_be_visible()
    whole = "SELECT count(*), sum(version), max(called_at) FROM ticket WHERE order_no LIKE 'UP-E%%'"
    (before,) = service.rows(whole)
    assert (before[0], before[2]) == (1, datetime(2026, 1, 4, 0, 30, tzinfo=UTC))
    page.locator("[data-page=orders] input[type=file]").set_input_files(file)
    number.locator("select").select_option("流水")
    page.locator('[data-orders-send="try"]').click()
    page.locator('[data-orders-send="import"]').click()
    expect(page.locator('[data-orders-result="done"]')).to_contain_text("1")
    assert service.rows(whole) == [before]


def test_a_pasted_chat_is_placed_by_its_prose_and_meets_its_order_later(
    service: Service, hotline: Hotline, people: People
) -> None:
    desk = people.at_desk("wjy-zhiban").page
    desk.locator('[data-panel="new"]').click()
    desk.locator("[data-paste]").click()
    chat = "王建国 11月24日 9:05\n我是东方华庭的业主,王家营街道东方华庭3号楼楼下污水冒出来了,电话13812345678"
    desk.locator("#pasted").fill(chat)
    desk.locator("[data-read-pasted]").click()
    expect(desk.locator('input[name="callerPhone"]')).to_have_value("13812345678")
    expect(desk.locator("[data-located]")).not_to_have_attribute("data-located", "none")
    expect(desk.locator(".manual-guess")).to_contain_text("王家营街道")
    desk.locator('input[name="title"]').fill("楼下污水外溢")
    desk.locator('[data-send="receive"]').click()
    expect(desk.locator("[data-actions]")).to_be_visible()
    own, town, channel = service.rows("SELECT id, town, channel FROM ticket WHERE title = '楼下污水外溢'")[0]
    assert (town, channel) == ("320804002", "微信")
    pushed = order(
        "UP-M1", "污水冒出来", 诉求地址="王家营街道东方华庭3号楼", 诉求人="王建国", 联系电话="13812345678"
    )
    hotline.push(pushed)
    (later,) = service.rows("SELECT id FROM ticket WHERE order_no = 'UP-M1'")[0]
    open_ticket(desk, later)
    alike = desk.locator(f'[data-alike="{own}"]')
    alike.locator('[data-link="ask"]').click()
    alike.locator('[data-link="sure"]').click()
    expect(desk).to_have_url(re.compile(f"ticket={own}"))
    assert service.rows("SELECT id FROM ticket WHERE order_no = 'UP-M1'") == [(own,)]


def test_a_patrol_report_waits_for_network_with_its_photo_and_is_made_once(
    service: Service, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    person = people.with_phone("wjy-wangge")
    person.context.grant_permissions(["geolocation"])
    person.context.set_geolocation({"longitude": place.lon, "latitude": place.lat, "accuracy": 8})
    page = person.page
    page.locator('[data-command="patrol"]').click()
    leave_the_network(page)
    page.locator('textarea[name="content"]').fill("河边护栏缺了两根")
    page.locator('[data-command="position"]').click()
    expect(page.locator("[data-fix]")).to_be_visible()
    page.locator('[data-command="report"]').click()
    expect(page.locator('[data-patrol="kept"]')).to_contain_text("有网络就自动上报")
    photograph(page)
    expect(page.locator('[data-photo="waiting"]')).to_be_visible()
    page.reload()
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "2")
    made = "SELECT id, cell, called_at < received_at FROM ticket WHERE content = '河边护栏缺了两根'"
    assert service.rows(made) == []
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    ((ticket, cell, earlier),) = service.rows(made)
    assert (cell, earlier) == (place.cell, True)
    assert service.rows("SELECT kind FROM evidence WHERE ticket = %s", ticket) == [("before",)]
    page.goto("/m?page=mine")
    expect(page.locator(f'[data-reported="{ticket}"]')).to_contain_text("河边护栏")


def test_what_the_police_hand_over_is_work_and_owes_them_nothing(service: Service, people: People) -> None:
    police = Hotline(service.url, WEBHOOK_SECRET, "police-110")
    seen = datetime.now(UTC) - timedelta(minutes=5)
    police.push(
        {
            "移交单编号": "UP-110",
            "警情类别": "噪音扰民",
            "接警渠道": "110",
            "警情内容": "楼下烧烤店夜间吵闹",
            "警情地址": "王家营街道东方华庭3号楼",
            "报警时间": seen.isoformat(),
        }
    )
    (ticket,) = service.rows("SELECT id FROM ticket WHERE order_no = 'UP-110'")[0]
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
    desk = people.at_desk("wjy-zhiban").page
    open_ticket(desk, ticket)
    expect(desk.locator("aside")).to_contain_text("楼下烧烤店夜间吵闹")
    expect(desk.locator('[data-command="assign"]')).to_have_count(1)
    expect(desk.locator('[data-command="request_up"]')).to_have_count(0)
    assert service.rows("SELECT count(*) FROM callback WHERE ticket = %s", ticket) == [(0,)]
