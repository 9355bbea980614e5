"""Signing in through the page, as people do."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.people import People


def test_a_wrong_password_is_told_in_words(people: People) -> None:
    page = people.stranger().page
    page.goto("/signin")
    page.get_by_label("账号").fill("wjy-zhiban")
    page.get_by_label("密码", exact=True).fill("wrong")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("密码不对")


def test_without_a_session_every_page_leads_to_the_sign_in(people: People) -> None:
    page = people.stranger().page
    for path in ("/", "/m"):
        page.goto(path)
        expect(page).to_have_url(re.compile("/signin"))
