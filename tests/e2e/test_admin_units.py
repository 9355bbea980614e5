"""Units, cells' people, people, secrets and what desks are warned of, in one shift of an administrator."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dispatch.domain.people_list import LABELS
from tests.e2e.people import People
from tests.workbooks import workbook

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


PRINTED = """() => {
  window.print = () => {
    window.printed = document.querySelector("[data-slips]").textContent;
    setTimeout(() => window.dispatchEvent(new Event("afterprint")));
  };
}"""


def come_from_a_file(page: Page) -> None:
    """A file is tried, a wrong row told, the rest taken; whoever is new gets a slip, printed this once."""
    page.locator('[data-at="people"]').click()
    units = page.evaluate("fetch('/api/people/posts').then((answer) => answer.json())")["units"]
    station = next(each["name"] for each in units if each["kind"] == "station")
    rows = [
        [*LABELS.values()],
        ["新来的人", "13900123456", "专职网格员", station, "网格员", "", "", ""],
        ["写错的人", "", "", "没有这个单位", "网格员", "", "", ""],
    ]
    page.locator("[data-take-list]").click()
    page.locator("dialog input[type=file]").set_input_files(
        {"name": "名册.xlsx", "mimeType": "application/octet-stream", "buffer": workbook(rows)}
    )
    page.locator("input[name=accounts]").check()
    expect(page.locator("[data-taken=tried]")).to_contain_text("开账号 1")
    expect(page.locator("dialog tbody tr")).to_have_count(1)
    page.locator("[data-confirm]").click()
    expect(page.locator("[data-taken=done]")).to_be_visible()
    confirmed(page)
    page.locator("main input[type=search]").fill("新来的人")
    expect(page.locator("tr[data-person]")).to_have_count(1)
    page.locator("[data-look-person]").click()
    expect(page.locator("dialog [data-change=person_added]")).to_contain_text("13900123456")
    confirmed(page)
    page.evaluate(PRINTED)
    page.locator("[data-slips-open]").click()
    expect(page.locator("dialog select[name=unit]")).to_be_visible()
    page.locator("[data-confirm]").click()
    expect(page.locator("[data-slips-made]")).to_have_attribute("data-slips-made", "1")
    expect(page.locator("[data-slips]")).to_have_count(0)
    printed = page.evaluate("window.printed")
    assert all(words in printed for words in ("13900123456", "（含当天）")), "whose it is, and its last day"
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def are_warned_of_other_words(page: Page) -> None:
    """Danger words are tried on past tickets and saved; the history says which came."""
    page.locator('[data-at="desksetting"]').click()
    words = page.locator("textarea[name=danger_words]")
    words.fill(f"{words.input_value()}\n路灯")
    page.locator("[data-try]").click()
    expect(page.locator("[data-flagged]")).to_be_visible()
    page.locator("form input[name=note]").fill("演练")
    page.locator("form[data-form=desk-setting] [data-save]").click()
    expect(page.locator("form input[name=note]")).to_have_value("")
    page.locator("[data-history] summary").click()
    expect(page.locator("[data-change=changed] ins")).to_have_text("路灯")


def test_an_administrator_keeps_units_people_secrets_and_warnings_in_one_shift(people: People) -> None:
    page = people.stranger().page
    page.goto("/admin?at=units")
    people.sign_in(page, "xitong")
    comes_and_goes(page)
    gets_somebody(page)
    gets_a_successor(page)
    come_from_a_file(page)
    are_warned_of_other_words(page)
