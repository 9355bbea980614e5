"""An answer that needs a photo: said at once where it is known, mended with the words kept where it was refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.judging import THUMB
from tests.e2e.service import Service
from tests.e2e.story import leave_the_network, photograph
from tests.e2e.test_phone import Task, task

__all__ = ["task"]
pytestmark = pytest.mark.shares
ASKED = """
INSERT INTO evidence_rule (ordinal, category, category_asks, how_closed, kinds, least, reason)
VALUES (1, '水利防汛', false, null, '{}', 1, '积水要看得到退了')
"""


@pytest.fixture(autouse=True)
def nothing_asked(service: Service) -> None:
    """Nothing needs a photo, until a test wants one."""
    service.change("DELETE FROM evidence_rule")


@pytest.fixture
def asked(nothing_asked: None, service: Service) -> None:
    """Flooding is answered with a photo."""
    service.change(ASKED)


def fill(page: Page) -> None:
    """Fill in the answer, as far as it goes."""
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("accepted", ["before", "offline"])
def test_without_network_an_answer_that_needs_a_photo_waits_for_it_on_the_phone(
    task: Task, service: Service, accepted: str
) -> None:
    page = task.page
    task.line.click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    if accepted == "offline":
        leave_the_network(page, f"ticket/{task.ticket}")
    page.locator('[data-command="accept"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "in_progress")
    if accepted == "before":
        expect(page.locator("[data-outbox]")).to_have_count(0)
        leave_the_network(page, f"ticket/{task.ticket}")
    fill(page)
    expect(page.get_by_role("alert")).to_contain_text("请先拍照上传")
    expect(page.locator('[data-submit="answer"]')).to_be_disabled()
    photograph(page)
    page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    expect(page.locator("[data-refusal]")).to_have_count(0)
    assert service.rows("SELECT state FROM ticket WHERE id = %s", task.ticket) == [("answered",)]


@pytest.mark.parametrize("by", ["mend", "answer"])
def test_refused_by_a_rule_of_meanwhile_it_is_taken_back_with_its_words_and_handed_in_with_one(
    task: Task, service: Service, by: str
) -> None:
    page, ticket = task
    task.line.click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(page, f"ticket/{ticket}")
    page.locator('[data-command="accept"]').click()
    fill(page)
    page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    service.change(ASKED)
    page.context.set_offline(False)
    refused = page.locator("[data-refusal]")
    expect(refused).to_contain_text("请先拍照上传")
    expect(refused).to_contain_text("拍一张照片再提交")
    expect(refused).not_to_contain_text("在别处变了")
    expect(page.locator(".refused-words")).to_be_in_viewport(ratio=1)
    for command in ("mend", "drop"):
        button = page.locator(f'[data-command="{command}"]')
        expect(button).to_be_in_viewport(ratio=1)
        assert (button.bounding_box() or {"height": 0})["height"] >= THUMB
    page.locator(f'[data-command="{by}"]').click()
    expect(page.locator('[data-screen="form"]')).to_contain_text("请先拍照上传")
    expect(page.locator('[data-field="done"] textarea')).to_have_value("已清理")
    expect(page.locator('[data-choice="solved"]')).to_have_attribute("aria-checked", "true")
    photograph(page)
    page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert service.rows("SELECT state, answer ->> 'done' FROM ticket WHERE id = %s", ticket) == [
        ("answered", "已清理")
    ]
