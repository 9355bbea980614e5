"""Handling together in real browsers: one event with two callers, a whistle, a sheet for a company, the police, a case.

One service and one desk for the module; every test has tickets of its own.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import psycopg
import pytest
import redis
from playwright.sync_api import Browser, Page, expect

from deploy.bootstrap.servers import TEST
from tests import databases
from tests.databases import WEBHOOK_SECRET, Template
from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import Spot, elsewhere, open_panel, order_at, spot_of
from tests.ports import reserved

LIGHTS = "市政设施/路灯"


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """The hotline's ear."""
    with contextlib.closing(Receiver(WEBHOOK_SECRET)) as heard:
        yield heard


@pytest.fixture(scope="module")
def service(
    keeper: psycopg.Connection[object],
    district_template: Template,
    redis_number: int,
    receiver: Receiver,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """The running service, whose status reports go to the receiver."""
    url = TEST.redis_url(redis_number)
    with databases.clone(keeper, district_template) as made, reserved() as port:
        with psycopg.connect(made.owner_url) as connection:
            address = f"http://{receiver.address}/callbacks"
            connection.execute("UPDATE source SET callback_url = %s WHERE platform = 'hotline'", (address,))
        running = Service(made, url, receiver.address, tmp_path_factory.mktemp("joint"), port)
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
def desk(people: People) -> Page:
    """The town's desk."""
    return people.at_desk("wjy-zhiban").page


@pytest.fixture(scope="module")
def place(service: Service) -> Spot:
    """Where the demo's worker works."""
    return spot_of(service, "wjy-wangge")


def ticket_of(service: Service, order_no: str) -> int:
    """The ticket of an order."""
    return int(service.rows("SELECT id FROM ticket WHERE order_no = %s", order_no)[0][0])


def state(service: Service, ticket: int) -> str:
    """A ticket's state."""
    return str(service.rows("SELECT state FROM ticket WHERE id = %s", ticket)[0][0])


def look_at(desk: Page, ticket: int) -> None:
    """Open a ticket at the desk."""
    desk.goto(f"/?ticket={ticket}")
    expect(desk.locator("[data-actions]")).to_be_visible()


def begin(page: Page, command: str) -> None:
    """Open the form of a command; the rarer ones stand behind 更多."""
    button, more = page.locator(f'[data-command="{command}"]'), page.locator("[data-more]")
    expect(button.or_(more).first).to_be_visible()
    if button.count() == 0:
        more.click()
    button.click()
    expect(page.locator(f'[data-form="{command}"]')).to_be_visible()


def send(page: Page, command: str) -> None:
    """Send the form of a command, and see it taken."""
    page.locator(f'[data-send="{command}"]').click()
    expect(page.locator(f'[data-form="{command}"]')).to_have_count(0)


def choose(page: Page, field: str, typed: str) -> None:
    """Choose by typing part of a name."""
    page.locator(f'[data-field="{field}"] input').fill(typed)
    page.locator(f'[data-field="{field}"] [data-option]', has_text=typed).first.click()


def write(page: Page, field: str, words: str) -> None:
    """Fill in a field of the form."""
    page.locator(f'[data-field="{field}"]').locator("textarea, input").first.fill(words)


def test_two_callers_of_one_event_are_merged_parted_and_both_answered(
    desk: Page, people: People, service: Service, hotline: Hotline, receiver: Receiver, place: Spot
) -> None:
    first = order_at(place, "E2E-J1", "小区门口自来水爆管", LIGHTS)
    again = order_at(place, "E2E-J2", "路口水管爆了", LIGHTS)
    hotline.push(first | {"诉求内容": "小区门口自来水管爆裂,路面积水,请尽快抢修。"})
    hotline.push(
        again | {"诉求内容": "门口自来水管爆裂,家里停水。", "诉求人": "赵敏", "联系电话": "13900001234"}
    )
    parent, child = ticket_of(service, "E2E-J1"), ticket_of(service, "E2E-J2")
    with elsewhere(service, people, "wjy-zhiban", child) as center:
        center.give("sign")
        center.give("assign", lead={"unit": place.station, "person": place.person})
    look_at(desk, child)
    suggested = desk.locator(f'[data-similar="{parent}"]')
    expect(suggested).to_contain_text("都说到「门口自来水管爆裂」")
    expect(suggested).to_contain_text("同一地点")
    assert state(service, child) == "assigned"  # suggested, never done by itself
    merge(desk, parent)
    expect(desk.locator(f'[data-relative="{parent}"]')).to_contain_text("小区门口自来水爆管")
    begin(desk, "unmerge")
    write(desk, "reason", "另一处也在漏水")
    send(desk, "unmerge")
    expect(desk.locator('[data-section="assignments"]')).to_contain_text(place.worker)
    assert state(service, child) == "assigned"
    merge(desk, parent)
    with elsewhere(service, people, "wjy-zhiban", parent) as center:
        for command in ("sign", "take"):
            center.give(command)
        center.photograph()
        center.give("answer", done="已更换水管并恢复供水,现场积水已清理", how_closed="solved")
    look_at(desk, parent)
    expect(desk.locator('[data-section="family"]')).to_contain_text("共 2 位诉求人")
    with elsewhere(service, people, "wjy-daiban", parent) as leader:
        leader.give("review", reply="您反映的水管已更换并恢复供水,现场积水已清理,感谢您的反映。")
    for number in ("E2E-J1", "E2E-J2"):
        receiver.await_status(number, "已办结")
    assert [state(service, each) for each in (parent, child)] == ["replied", "replied"]


def merge(desk: Page, parent: int) -> None:
    """Merge the open ticket into a suggested one, with the reasons as they are told."""
    desk.locator(f'[data-merge-into="{parent}"]').click()
    expect(desk.locator('[data-form="merge"] textarea')).to_have_value(
        re.compile(r"同一地点、同类诉求、内容相近 \d+%：都说到「门口自来水管爆裂」、前后不到 1 小时")
    )
    send(desk, "merge")
    expect(desk.locator('[data-open][data-state="merged"]')).to_be_visible()


def test_a_called_department_reports_in_and_replies_by_phone(
    desk: Page, people: People, service: Service, hotline: Hotline, place: Spot
) -> None:
    hotline.push(order_at(place, "E2E-J3", "消防通道被占", LIGHTS))
    ticket = ticket_of(service, "E2E-J3")
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
        center.give("assign", lead={"unit": place.station, "person": place.person})
    look_at(desk, ticket)
    begin(desk, "whistle")
    expect(desk.locator('[data-field="report_in_minutes"] input')).to_have_value("30")
    choose(desk, "co", "区住房和城乡建设局")
    write(desk, "note", "请到现场会商消防通道")
    send(desk, "whistle")
    begin(desk, "dual")
    choose(desk, "co", "王家营派出所")
    write(desk, "note", "属地与行业同时办理")
    send(desk, "dual")
    handlers = desk.locator('[data-section="assignments"]')
    expect(handlers).to_contain_text("双交办")
    phone = people.with_phone("bumen").page
    card = phone.locator('[data-group="co"] [data-ticket]')
    expect(card).to_contain_text("吹哨请您到场：请到现场会商消防通道")
    expect(card.locator('[data-called="awaited"]')).to_contain_text("报到")
    card.click()
    expect(phone.locator('[data-part="owed"]')).to_contain_text("到场后请先「报到」")
    phone.locator('[data-command="report_in"]').click()
    phone.locator("#field-text").fill("李工两人")
    phone.locator('[data-submit="report_in"]').click()
    phone.locator('[data-command="co_reply"]').click()
    phone.locator("#field-text").fill("已会商,通道由物业清理")
    phone.locator('[data-submit="co_reply"]').click()
    expect(handlers).to_contain_text("已会商,通道由物业清理")
    led = "SELECT lead_unit, (SELECT count(*) FROM assignment a WHERE a.ticket = t.id AND reply IS NULL "
    led += "AND part = 'co' AND closed_at IS NULL) FROM ticket t WHERE id = %s"
    assert service.rows(led, ticket) == [(place.station, 1)]  # the lead leads; the police still owe a reply
    open_panel(desk, "joint")
    expect(desk.locator('[data-section="called"]')).to_contain_text("王家营派出所")
    expect(desk.locator('[data-section="called"]')).not_to_contain_text("住房")


def test_a_sheet_goes_to_a_company_without_the_caller_and_is_closed(
    desk: Page, service: Service, hotline: Hotline, place: Spot
) -> None:
    hotline.push(order_at(place, "E2E-J4", "王建国家门口路灯不亮", LIGHTS))
    ticket = ticket_of(service, "E2E-J4")
    look_at(desk, ticket)
    begin(desk, "transfer_out")
    desk.locator('[data-field="body"] select').select_option(label="供电 · 淮阴供电公司")
    write(desk, "matter", "请到王建国家门口检修路灯")
    desk.locator('[data-send="transfer_out"]').click()
    expect(desk.locator('[data-form="transfer_out"]')).to_contain_text("第 3 个字起是诉求人姓名「王建国」")
    write(desk, "matter", "请检修小区门口路灯")
    send(desk, "transfer_out")
    with desk.expect_popup() as opened:
        desk.locator('[data-section="outside"] a').click()
    sheet = opened.value
    expect(sheet.locator("[data-paper]")).to_contain_text("诉求人家门口路灯不亮")
    expect(sheet.locator("[data-paper]")).to_contain_text("王家营街道 营东居委会")
    assert "王建国" not in sheet.content()
    sheet.close()
    begin(desk, "record_outside")
    write(desk, "text", "已更换灯具")
    send(desk, "record_outside")
    expect(desk.locator('[data-section="outside"]')).to_contain_text("已更换灯具")
    answered = "SELECT answer FROM outside_transfer WHERE ticket = %s AND answered_at IS NOT NULL"
    assert service.rows(answered, ticket) == [("已更换灯具",)]


def test_danger_is_logged_and_a_matter_of_the_police_goes_to_them(
    desk: Page, people: People, service: Service, hotline: Hotline, place: Spot
) -> None:
    hotline.push(order_at(place, "E2E-J5", "楼下聚众赌博", LIGHTS))
    ticket = ticket_of(service, "E2E-J5")
    look_at(desk, ticket)
    danger = desk.locator('[data-section="danger"]')
    expect(danger).to_contain_text("请拨 110")
    danger.locator("[data-danger]").click()
    write(desk, "what", "现场有人持棍")
    write(desk, "whom", "王家营派出所")
    write(desk, "result", "已出警")
    send(desk, "report_danger")
    expect(danger).to_contain_text("现场有人持棍")
    begin(desk, "hand_to_police")
    desk.locator('[data-field="police_unit"] select').select_option(label="王家营派出所")
    items = desk.locator('[data-field="list_item"] select')
    items.select_option(index=1)
    matter = items.locator("option").nth(1).inner_text()
    write(desk, "reason", "属公安管辖")
    send(desk, "hand_to_police")
    expect(desk.locator("[data-police]")).to_contain_text(matter)
    phone = people.with_phone("wjy-minjing").page
    phone.locator('[data-group="new"] [data-ticket]', has_text="楼下聚众赌博").click()
    phone.locator('[data-command="sign"]').click()
    expect(phone.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "signed")
    expect(phone.locator("[data-outbox]")).to_have_count(0)
    kept = service.rows("SELECT phone, result FROM police_handover WHERE ticket = %s", ticket)
    assert kept == [("110", "已出警")]
    assert state(service, ticket) == "signed"


def test_a_clue_is_filed_by_two_officers_and_the_caller_hears_when_to_expect_more(
    desk: Page, people: People, service: Service, hotline: Hotline, receiver: Receiver, place: Spot
) -> None:
    hotline.push(order_at(place, "E2E-J6", "占道经营屡劝不改", LIGHTS))
    ticket = ticket_of(service, "E2E-J6")
    look_at(desk, ticket)
    begin(desk, "refer_case")
    desk.locator('[data-field="case_unit"] select').select_option(label="王家营街道综合执法局")
    write(desk, "clue", "无证占道经营")
    send(desk, "refer_case")
    expect(desk.locator('[data-case="referred"]')).to_contain_text("无证占道经营")
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
    phone = people.with_phone("wjy-zhifa").page
    phone.locator('[data-group="co"] [data-ticket]', has_text="占道经营").click()
    phone.locator('[data-command="file_case"]').click()
    phone.locator('[data-field="case"] [data-choice]').click()
    for field, words in (
        ("case_no", "淮阴综执〔2026〕1号"),
        ("officer", "赵一"),
        ("second_officer", "赵一"),
        ("reply", "已立案调查,有进展即告知您"),
        ("next_on", "2099-12-01"),
    ):
        phone.locator(f"#field-{field}").fill(words)
    phone.locator('[data-submit="file_case"]').click()
    expect(phone.locator('[data-status="refused"]')).to_contain_text("不能是同一个人")
    case = "SELECT state, case_no, officers FROM enforcement_case WHERE ticket = %s"
    assert service.rows(case, ticket) == [("referred", None, None)]
    with elsewhere(service, people, "wjy-zhifa", ticket) as officer:
        (number,) = service.rows("SELECT id FROM enforcement_case WHERE ticket = %s", ticket)[0]
        filed = {"case_no": "淮阴综执〔2026〕1号", "officer": "赵一", "second_officer": "钱二"}
        words = "已立案调查,有进展即告知您"
        officer.give("file_case", case=str(number), **filed, reply=words, next_on="2099-12-01")
    expect(desk.locator('[data-case="filed"]')).to_contain_text("赵一、钱二")
    expect(desk.locator('[data-section="cases"]')).to_contain_text("下一步答复")
    assert service.rows(case, ticket) == [("filed", "淮阴综执〔2026〕1号", ["赵一", "钱二"])]
    receiver.await_interim("E2E-J6", words)
