"""Signing in through the page, as people do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order

pytestmark = pytest.mark.shares


def pushed(service: Service, hotline: Hotline, number: str) -> int:
    """A new order in the town; the ticket's id."""
    hotline.push(order(number, "楼道灯坏了", 诉求地址="王家营街道东方华庭3号楼"))
    return int(service.rows("SELECT id FROM ticket WHERE order_no = %s", number)[0][0])


def test_a_wrong_password_is_told_in_words(people: People) -> None:
    page = people.stranger().page
    page.goto("/signin")
    page.get_by_label("用户名").fill("wjy-zhiban")
    page.get_by_label("密码", exact=True).fill("wrong")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("密码不对")


def test_a_link_leads_to_its_ticket(service: Service, hotline: Hotline, people: People) -> None:
    page = people.stranger().page
    page.goto(f"/?ticket={pushed(service, hotline, 'E2E-L1')}")
    people.sign_in(page, "wjy-zhiban")
    expect(page.locator("aside")).to_contain_text("市民反映：楼道灯坏了")


def test_what_was_typed_outlives_the_session(service: Service, hotline: Hotline, people: People) -> None:
    page = people.at_desk("wjy-zhiban").page
    page.goto(f"/?ticket={pushed(service, hotline, 'E2E-L2')}")
    expect(page.locator("[data-actions]")).to_be_visible()
    page.keyboard.press("n")
    box = page.locator('[data-form="note"] textarea')
    box.fill("已约明早九点上门")
    page.context.clear_cookies()
    page.keyboard.press("Control+Enter")
    people.sign_in(page, "wjy-zhiban")
    expect(box).to_have_value("已约明早九点上门")
    page.locator('[data-send="note"]').click()
    expect(page.locator('[data-section="journey"]')).to_contain_text("备注")


def test_without_a_session_every_page_leads_to_the_sign_in(people: People) -> None:
    page = people.stranger().page
    for path in ("/", "/m", "/admin"):
        page.goto(path)
        expect(page).to_have_url(re.compile("/signin"))
