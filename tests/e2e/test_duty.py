"""A shift gives over with two signatures; a stand-in works for somebody; whoever leaves is named no more."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import Spot, elsewhere, open_panel, order_at, spot_of
from tests.e2e.test_phone import WORKER, hand_over

DEPUTY = "wjy-gongzuozhan"
TITLE = "围墙开裂,行人绕行"
NAMES = "SELECT name FROM person p JOIN account a ON a.person = p.id WHERE username = %s"


def name_of(service: Service, username: str) -> str:
    """Somebody's name."""
    ((name,),) = service.rows(NAMES, username)
    return str(name)


def test_a_shift_gives_over_to_the_next_and_both_sign(
    service: Service, hotline: Hotline, people: People
) -> None:
    hotline.push(order_at(spot_of(service, WORKER), "E2E-D1", TITLE, "市容环卫/垃圾清运"))
    giving, taking = name_of(service, "wjy-zhiban"), name_of(service, "wjy-zhiban2")
    desk = people.at_desk("wjy-zhiban").page
    open_panel(desk, "duty")
    unread = desk.locator('[data-items="unread"]')
    expect(unread).to_contain_text("没签收、没打开的 1")
    unread.locator("summary").click()
    expect(unread).to_contain_text(TITLE)
    desk.get_by_role("button", name="响一下提示音").click()
    desk.get_by_label("听到了提示音").check()
    desk.get_by_label("交代事项").fill("东街积水点留意")
    desk.locator('select[name="taking"]').select_option(label=f"{taking} 值班员")
    desk.locator("[data-hand-over]").click()
    line = desk.locator("[data-handover]")
    expect(desk.locator('[data-section="to-take-over"]')).to_contain_text(giving)
    expect(line).to_contain_text(f"{giving} → {taking}")
    expect(line).to_contain_text("等接班人确认")
    line.get_by_label("密码", exact=True).fill(people.passwords["wjy-zhiban"])
    line.locator("[data-take-over]").click()
    expect(line.get_by_role("alert")).not_to_be_empty()
    line.get_by_label("密码", exact=True).fill(people.passwords["wjy-zhiban2"])
    line.locator("[data-take-over]").click()
    expect(line).to_contain_text("已确认")
    with desk.expect_popup() as opened:
        line.locator("[data-print]").click()
    sheet = opened.value.locator('[data-paper="handover"]')
    for words in (giving, taking, TITLE, "东街积水点留意", "正常", "没签收、没打开的（1 件）"):
        expect(sheet).to_contain_text(words)
    kept = "SELECT sound_heard, notes, confirmed_at IS NOT NULL FROM handover"
    assert service.rows(kept) == [(True, "东街积水点留意", True)]


def stands_in(service: Service, people: People, place: Spot) -> str:
    """The town's operator registers on the page of duty that the station's clerk stands in for the worker."""
    table = people.stranger().page
    table.goto("/admin?at=duty")
    people.sign_in(table, "wjy-zhiban")
    table.locator('select[name="unit"]').select_option(str(place.station))
    table.locator("[data-add-stand-in]").click()
    dialog = table.get_by_role("dialog")
    dialog.get_by_label("谁不在岗").select_option(str(place.person))
    ((deputy,),) = service.rows("SELECT person::text FROM account WHERE username = %s", DEPUTY)
    dialog.get_by_label("谁代岗").select_option(deputy)
    dialog.get_by_label("原因").fill("病假")
    dialog.locator("[data-confirm]").click()
    expect(table.locator("[data-stand-in]")).to_contain_text(f"{name_of(service, DEPUTY)} 代 {place.worker}")
    return str(deputy)


def test_a_stand_in_works_and_whoever_leaves_is_named_no_more(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, WORKER)
    hotline.push(order_at(place, "E2E-D2", TITLE, "市容环卫/垃圾清运"))
    hand_over(service, people, 1, place)
    with_post = (
        "SELECT 1 FROM membership m JOIN account a ON a.person = m.person WHERE username = %s AND unit = %s"
    )
    assert service.rows(with_post, DEPUTY, place.station), "the demo's clerk and worker share a station"
    deputy = stands_in(service, people, place)
    with elsewhere(service, people, DEPUTY, 1) as clerk:
        clerk.give("accept")
    assert service.rows("SELECT lead_person FROM ticket") == [(place.person,)], "the task stays whose it is"
    keeper = people.stranger().page
    keeper.goto("/admin?at=people")
    people.sign_in(keeper, "xitong")
    keeper.locator("main input[type=search]").fill(place.worker)
    line = keeper.locator(f'[data-person="{place.person}"]')
    line.get_by_role("button", name="结束岗位").first.click()
    leaving = keeper.get_by_role("dialog")
    expect(leaving.locator('[data-leaves="1"]')).to_be_visible()
    leaving.locator('select[name="successor"]').select_option(deputy)
    leaving.locator("[data-confirm]").click()
    expect(leaving).to_have_count(0)
    desk = people.at_desk("wjy-zhiban").page
    desk.goto("/?ticket=1")
    expect(desk.get_by_text("离岗移交")).to_be_visible()
    assert service.rows("SELECT lead_person::text FROM ticket") == [(deputy,)]
