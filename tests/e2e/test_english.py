"""A desk in English is told in English, by the service too: what is shut, why a clock is due, what is refused."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import DESK, People
from tests.e2e.story import order

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
