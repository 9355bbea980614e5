"""Who finds what in the administration, and keys for other programs."""

from __future__ import annotations

import re

import httpx
from playwright.sync_api import expect

from tests.e2e.people import People
from tests.e2e.service import Service


def test_everybody_finds_the_pages_that_are_theirs(people: People) -> None:
    keeper = people.stranger().page
    keeper.goto("/")
    people.sign_in(keeper, "xitong")
    expect(keeper).to_have_url(re.compile("/admin"))
    expect(keeper.locator("[data-new-draft]")).to_be_visible()
    reader = people.stranger().page
    reader.goto("/admin")
    people.sign_in(reader, "wjy-zhiban")
    expect(reader.locator('[data-version-state="published"]')).to_be_visible()
    expect(reader.locator("[data-new-draft]")).to_have_count(0)
    expect(reader.locator('[data-at="keys"]')).to_have_count(0)
    auditor = people.stranger().page
    auditor.goto("/admin")
    people.sign_in(auditor, "shenji")
    expect(auditor.get_by_text("这个账号没有管理页面的权限")).to_be_visible()


def test_a_key_is_shown_once_and_ends_when_it_is_revoked(people: People, service: Service) -> None:
    page = people.stranger().page
    page.goto("/admin?at=keys")
    people.sign_in(page, "xitong")
    page.locator("[data-make-key]").click()
    page.locator('dialog [name="name"]').fill("区自然资源局 QGIS")
    page.locator("[data-confirm]").click()
    token = page.locator("[data-secret]").input_value()

    def answered() -> int:
        headers = {"X-API-Key": token}
        return httpx.get(f"{service.url}/ogc/collections", headers=headers, timeout=30).status_code

    assert answered() == 200
    page.locator("[data-done]").click()
    expect(page.get_by_text(token)).to_have_count(0)
    page.locator("[data-revoke]").click()
    page.locator("dialog [data-confirm]").click()
    expect(page.locator('[data-key-state="revoked"]')).to_be_visible()
    assert answered() == 401
