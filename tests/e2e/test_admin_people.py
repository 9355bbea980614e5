"""Who finds what in the administration, and keys for other programs."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.e2e.people import People
from tests.e2e.service import PATIENCE_SECONDS, Service

pytestmark = pytest.mark.shares


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
    reader.goto("/admin?at=keys")
    expect(reader.get_by_text("您没有这项权限")).to_be_visible()
    auditor = people.stranger().page
    auditor.goto("/admin")
    people.sign_in(auditor, "shenji")
    expect(auditor.locator('[data-page="audit"]')).to_be_visible()
    expect(auditor.locator("[data-at]")).to_have_count(1)
    expect(auditor.locator('[data-audit-action="session.begun"]').first).to_be_visible()


WIDTHS = "[document.documentElement.scrollWidth, document.querySelector('nav.sections').scrollWidth]"


def test_every_section_is_found_from_the_keyboard_and_fits_a_small_screen(people: People) -> None:
    page = people.stranger().page
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto("/admin?at=timetable&tab=hours")
    people.sign_in(page, "xitong")
    expect(page.locator('[data-at="timetable"]')).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("heading", name="规则与时限")).to_be_visible()
    last = page.locator('[data-at="keys"]')
    expect(last).to_be_in_viewport(ratio=1)
    page.locator('[data-at="boundaries"]').focus()
    sections = page.locator("[data-at]")
    for at in sections.evaluate_all("links => links.map((link) => link.dataset.at)"):
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"at={at}$"))
        expect(page.locator(f'[data-at="{at}"]')).to_have_attribute("aria-current", "page")
        whole, beside = page.evaluate(WIDTHS)
        assert (whole, beside <= 176) == (1366, True), at
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # what follows the last section folds them all
    expect(sections).to_have_count(0)
    page.reload()
    expect(page.locator("[data-fold]")).to_have_attribute("aria-expanded", "false")
    page.locator("[data-fold]").click()
    expect(page.locator('[data-at="people"]')).to_be_visible()


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
        return httpx.get(
            f"{service.url}/ogc/collections", headers=headers, timeout=PATIENCE_SECONDS
        ).status_code

    assert answered() == 200
    page.locator("[data-done]").click()
    expect(page.get_by_text(token)).to_have_count(0)
    line = page.locator("[data-key]", has_text="区自然资源局 QGIS")
    line.locator("[data-revoke]").click()
    page.locator("dialog [data-confirm]").click()
    expect(line).to_have_attribute("data-key-state", "revoked")
    assert answered() == 401


def test_a_monitors_key_opens_the_figures_and_no_map(people: People, service: Service) -> None:
    page = people.stranger().page
    page.goto("/admin?at=keys")
    people.sign_in(page, "xitong")
    page.locator("[data-make-key]").click()
    page.locator('dialog [name="name"]').fill("监控")
    page.locator('dialog [name="scope"]').nth(1).check()
    expect(page.locator('dialog [name="unit"]')).to_have_count(0)
    page.locator("[data-confirm]").click()
    headers = {"X-API-Key": page.locator("[data-secret]").input_value()}
    expect(page.locator(".example")).to_contain_text("/metrics")
    answers = [
        httpx.get(f"{service.url}{path}", headers=headers, timeout=PATIENCE_SECONDS).status_code
        for path in ("/metrics", "/ogc/collections")
    ]
    assert answers == [200, 403]
    page.locator("[data-done]").click()
    expect(page.locator('[data-key-state="valid"]', has_text="监控")).to_contain_text("运行指标")
