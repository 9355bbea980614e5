"""What a ticket is about, said at the desk: a category nobody knew, and what goes on by it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order

GIVEN, TITLE = "新口径/看病报销", "住院报销比例说法不一"
KEPT = "SELECT c.path, t.category_given, t.state, t.placement FROM ticket t LEFT JOIN category c ON c.code = t.category"


def test_a_category_nobody_knew_is_asked_for_and_the_ticket_goes_on(
    hotline: Hotline, people: People, service: Service
) -> None:
    pushed = hotline.push(order("E2E-G1", TITLE, 诉求类型="咨询", 事项分类=GIVEN, 诉求地址="王家营街道"))
    assert pushed["state"] == "unplaced"
    page = people.at_desk("wjy-zhiban").page
    page.locator('[data-duty="unplaced"]').click()
    page.locator("[data-ticket]", has_text=TITLE).click()
    marks = page.locator(".words-marks")
    expect(marks).to_contain_text(f"未分类（热线写「{GIVEN}」）")
    marks.locator("[data-classify]").click()
    form = page.locator('[data-form="classify"]')
    box = form.locator("[name=category]")
    expect(box).to_be_focused()
    box.fill("报销比例")
    expect(form.locator("[data-option]").first).to_contain_text("报销比例")
    box.press("Enter")
    expect(form.locator('[data-chosen="category"]')).to_contain_text("报销比例")
    form.locator('[data-send="classify"]').click()
    expect(page.locator('[data-open][data-state="dispatched"]')).to_be_visible()
    expect(marks).to_contain_text("医疗保障 › 报销比例")
    expect(marks.locator("[data-classify]")).to_have_count(0)
    expect(page.locator("[data-routed]")).to_contain_text("规则")
    expect(page.locator('[data-section="journey"]')).to_contain_text("改分类")
    ((path, given, state, placement),) = service.rows(KEPT)
    assert path.endswith("报销比例")
    assert (given, state, placement) == (GIVEN, "dispatched", "not_needed")
