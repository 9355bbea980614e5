"""Units, who looks after which cell, and webhook secrets are kept on their pages, in one shift of an administrator."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import People

pytestmark = pytest.mark.shares


def confirmed(page: Page) -> None:
    """What the dialog asks is done."""
    page.locator("[data-confirm]").click()
    expect(page.locator("dialog")).to_have_count(0)


def comes_and_goes(page: Page) -> None:
    """A unit is added, found and ended; one that holds people says why it does not end."""
    page.locator("[data-add-unit]").click()
    page.locator("select[name=kind]").select_option("enforcement")
    page.locator("select[name=town]").select_option(index=1)
    page.locator("dialog input[name=name]").fill("第二综合执法局")
    confirmed(page)
    page.locator("main input[type=search]").fill("第二综合")
    expect(page.locator("[data-unit]")).to_have_count(1)
    page.locator("main input[type=search]").fill("指挥中心")
    page.locator('[data-town]:not([data-town="district"]) [data-end-unit]').first.click()
    expect(page.locator('[data-hold="people"]')).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("main input[type=search]").fill("第二综合")
    page.locator("[data-end-unit]").click()
    page.locator("dialog input[name=reason]").fill("并入")
    confirmed(page)
    expect(page.locator("[data-unit]")).to_have_count(0)
    page.locator("[data-history] summary").click()
    expect(page.locator("[data-change]").first).to_contain_text("第二综合执法局")


def gets_somebody(page: Page) -> None:
    """A cell gets one more grid worker."""
    page.locator('[data-at="cellpeople"]').click()
    cell = page.locator("[data-cell]").first
    expect(cell).to_be_visible()
    was = cell.locator('[data-duty="worker"] [data-person]').count()
    cell.locator('[data-duty="worker"] [data-put-person]').click()
    page.locator("select[name=person]").select_option(index=1)
    page.locator("select[name=former]").select_option("")
    confirmed(page)
    expect(cell.locator('[data-duty="worker"] [data-person]')).to_have_count(was + 1)


def gets_a_successor(page: Page) -> None:
    """A secret is shown once; the former ends."""
    page.locator('[data-at="sources"]').click()
    source = page.locator("[data-source]").first.locator("[data-way=push]")
    source.locator("[data-add-secret]").click()
    page.locator("[data-confirm]").click()
    shown = page.locator("input[data-secret]").input_value()
    assert shown.startswith("whsec_")
    page.locator("[data-done]").click()
    expect(source.locator("tr[data-secret]")).to_have_count(2)
    source.locator("[data-end-secret]").first.click()
    page.locator("input[name=hours]").fill("0")
    confirmed(page)
    expect(source.locator("tr[data-secret]")).to_have_count(1)
    assert shown not in page.content()


def test_a_unit_comes_and_goes_a_cell_gets_somebody_and_a_secret_its_successor(people: People) -> None:
    page = people.stranger().page
    page.goto("/admin?at=units")
    people.sign_in(page, "xitong")
    comes_and_goes(page)
    gets_somebody(page)
    gets_a_successor(page)
