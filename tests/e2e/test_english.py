"""A desk in English is told in English, by the service too: what is shut, why a clock is due, what is refused."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import DESK, People
from tests.e2e.story import order
from tests.e2e.untold import Known, shown, strange, untold

pytestmark = pytest.mark.shares
HAN = re.compile(r"[\u3400-\u9fff]")


def english_desk(people: People, username: str) -> Page:
    """Somebody at the desk who reads English."""
    person = people.stranger(DESK)
    person.context.add_init_script("localStorage.setItem('dispatch.language', 'en')")
    person.page.goto("/?view=desk")
    people.sign_in(person.page, username)
    expect(person.page.locator('[data-connection="live"]')).to_be_visible()
    return person.page


def opened(page: Page, duty: str, title: str) -> None:
    """A ticket of a list, opened."""
    page.locator(f'[data-duty="{duty}"]').click()
    page.locator("[data-ticket]", has_text=title).click()
    expect(page.locator("[data-actions]")).to_be_visible()


def test_a_shut_button_a_clock_and_a_field(hotline: Hotline, people: People) -> None:
    hotline.push(order("E2E-EN1", "路灯不亮", 诉求地址="王家营街道东方华庭3号楼"))
    page = english_desk(people, "wjy-zhiban")
    opened(page, "dispatched", "路灯不亮")
    page.keyboard.press(".")  # everything else
    shut = page.locator('[data-command="cancel"]')
    expect(shut).to_have_attribute("title", re.compile("^A ticket of the hotline's is closed or cancelled"))
    page.locator("[data-why]").click()
    sign = page.locator('[data-why-of="sign"]')
    expect(sign).to_contain_text("So it falls due at")
    assert not HAN.search(re.sub("“.*?”", "", sign.inner_text())), sign.inner_text()
    page.locator('[data-command="contact"]').first.click()
    form = page.locator('[data-form="contact"]')
    form.get_by_text("agreed on later").click()
    form.locator('input[type="datetime-local"]').fill("2026-01-01T08:00")
    page.locator('[data-send="contact"]').click()
    expect(form).to_contain_text("The time that was agreed on has to lie ahead.")


def test_a_refusal(people: People) -> None:
    page = people.stranger(DESK).page
    page.add_init_script("localStorage.setItem('dispatch.language', 'en')")
    page.goto("/")
    page.locator("input[name=username]").fill("wjy-zhiban")
    page.locator("input[name=password]").fill("nobody-has-this")
    page.locator("button[type=submit]").click()
    expect(page.get_by_role("alert")).to_have_text(
        "The user name or the password is wrong. Please check both."
    )


def test_what_was_kept_is_told_too(hotline: Hotline, people: People) -> None:
    """Why the ticket lies where it does, with whom it is, and what happened: kept in Chinese, told in English."""
    hotline.push(order("E2E-EN2", "井盖松动", 诉求地址="王家营街道长安路旁的某某小区"))
    hotline.push(order("E2E-EN3", "井盖又松", 诉求地址="王家营街道东方华庭3号楼"))
    page = english_desk(people, "qu-zhiban")
    opened(page, "unplaced", "井盖松动")
    expect(page.locator("[data-routed]")).to_contain_text("The place is not sure")
    expect(page.locator('[data-section="place"]')).to_contain_text("Please")
    assert untold(page) == []
    town = english_desk(people, "wjy-zhiban")
    opened(town, "dispatched", "井盖又松")
    expect(town.locator("[data-routed]")).to_contain_text("Rule ")
    expect(town.locator('[data-section="place"]')).to_contain_text("is on record")
    assert untold(town) == []


def test_the_faults_of_an_import(people: People) -> None:
    page = people.stranger().page
    page.add_init_script("localStorage.setItem('dispatch.language', 'en')")
    page.goto("/admin?at=places&tab=import")
    people.sign_in(page, "xitong")
    heading = "名称,类别,所属村居,经度,纬度"
    rows = f"{heading}\n幸福超市,地点,小桥村委会,1.5,2\n,地点,小桥村委会,118.87,33.69\n好店,店,乌有村,118.87,33.69\n"
    page.locator("[data-import-places] input[type=file]").set_input_files(
        {"name": "地名.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    page.locator('[data-list-send="try"]').click()
    tried = page.locator('[data-list-result="tried"]')
    expect(tried).to_contain_text("The name is empty. Please fill it in")
    expect(tried).to_contain_text("The kind “店” is not known")
    assert untold(page) == []


def test_a_sentence_of_ours_is_found_on_an_english_page(people: People) -> None:
    """The judge of this folder, judged."""
    page = people.stranger().page
    page.set_content(
        "<html lang='en'><p>镇街可以确定，网格请镇街中心选定</p><p>路灯不亮</p><p lang='zh-CN'>Why: 没有地址文字</p>"
        "<p lang='zh-CN'>请稍候再看</p><p translate='no'>没有地址文字</p></html>"
    )
    ours = ["镇街可以确定，网格请镇街中心选定", "Why: 没有地址文字"]
    assert untold(page) == [f"said in Chinese: {words}" for words in ours]
    known = Known(["东街路灯不亮", *ours])
    seen = dict.fromkeys(shown(page), "here")
    assert strange(seen, known) == [("here", "Chinese that is no data: 请稍候再看")]
