"""What goes wrong outdoors: a full phone, a photo that is none, a lock without network, 收到 in two windows."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.judging import SETTLED, THUMB, UNDERWAY, judge, loading_words
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import leave_the_network, photograph
from tests.e2e.test_phone import WORKER, Task, state, task
from tests.e2e.test_photo_asked import ASKED

__all__ = ["task"]
pytestmark = pytest.mark.shares
FULL = """
() => {
  IDBObjectStore.prototype.add = () => { throw new DOMException("full", "QuotaExceededError"); };
}
"""
"""A phone without room: nothing more can be kept."""

SLOW = """
() => {
  const encode = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (...given) { setTimeout(() => encode.apply(this, given), 4_000); };
}
"""
"""A phone that takes its time to make a photo small enough to send."""


def in_hand(task: Task) -> Page:
    """The ticket, accepted and open."""
    task.line.click()
    task.page.locator('[data-command="accept"]').click()
    expect(task.page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "in_progress")
    expect(task.page.locator("[data-outbox]")).to_have_count(0)
    return task.page


def test_what_the_phone_could_not_keep_is_said_beside_the_button_and_done_again_once_there_is_room(
    task: Task, service: Service
) -> None:
    page = in_hand(task)
    said = page.locator("footer.bottom [role=alert]")
    broken: FilePayload = {"name": "now.heic", "mimeType": "image/heic", "buffer": b"\0" * 5_000}
    page.locator('[data-command="photo"] input[type=file]').set_input_files(broken)
    expect(said).to_contain_text("读不出来")
    expect(said).to_be_in_viewport()
    page.evaluate(FULL)
    page.locator('[data-command="arrive"]').click()
    expect(said).to_contain_text("空间不够")
    assert state(service, task.ticket) == ("in_progress", 1)
    page.reload()
    page.locator('[data-command="arrive"]').click()
    expect(page.locator("[data-arrived]")).to_be_visible()
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert state(service, task.ticket) == ("in_progress", 2)


@pytest.mark.parametrize("is_asked", [True, False])
def test_an_answer_never_overtakes_the_photo_that_is_still_being_made_ready(
    task: Task, service: Service, is_asked: bool
) -> None:
    """Where the matter asks for a photo, it cannot be handed in before; where none is asked, it waits all the same."""
    service.change("DELETE FROM evidence_rule")
    if is_asked:
        service.change(ASKED)
    page = task.page
    task.line.click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(page, f"ticket/{task.ticket}")
    page.locator('[data-command="accept"]').click()
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.evaluate(SLOW)
    photograph(page)
    if not is_asked:
        page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-submit="answer"]')).to_be_disabled()
    if is_asked:
        page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert state(service, task.ticket) == ("answered", 3)


def test_accepted_in_two_windows_it_is_accepted_once_and_nothing_is_asked(
    task: Task, service: Service
) -> None:
    task.line.click()
    expect(task.page.locator('[data-command="accept"]')).to_be_visible()
    other = task.page.context.new_page()
    other.goto(f"/m?ticket={task.ticket}")
    expect(other.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(other, f"ticket/{task.ticket}")
    for page in (task.page, other):
        page.locator('[data-command="accept"]').click()
        expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "in_progress")
    task.page.context.set_offline(False)
    for page in (task.page, other):
        expect(page.locator("[data-outbox]")).to_have_count(0)
        expect(page.locator("[data-refusal]")).to_have_count(0)
    assert state(service, task.ticket) == ("in_progress", 1)


def test_a_report_says_what_it_lacks_and_signing_out_is_asked_once_more(people: People) -> None:
    page = people.with_phone(WORKER).page
    page.goto("/m?page=patrol")
    page.locator('[data-command="report"]').click()
    expect(page.get_by_role("alert")).to_contain_text("还要填：看到什么")
    expect(page.get_by_role("alert")).to_contain_text("在哪里")
    page.goto("/m?page=account")
    page.locator('[data-command="ask_sign_out"]').click()
    expect(page.locator('[data-part="sign_out"]')).to_contain_text("要输密码才能再进")
    page.locator('[data-command="stay"]').click()
    expect(page.locator('[data-command="sign_out"]')).to_have_count(0)
    page.locator('[data-command="ask_sign_out"]').click()
    page.context.set_offline(True)
    page.locator('[data-command="sign_out"]').click()
    expect(page.get_by_role("alert")).to_contain_text("现在不能退出")
    page.context.set_offline(False)
    page.locator('[data-command="sign_out"]').click()
    page.wait_for_url(lambda url: "/signin" in url)


LOCK = (
    "UPDATE session SET locked_at = now() WHERE ended_at IS NULL AND person = "
    "(SELECT person FROM account WHERE username = %s)"
)


def test_a_locked_screen_without_network_says_whom_to_call(
    task: Task, service: Service, people: People
) -> None:
    page = task.page
    leave_the_network(page)
    page.context.set_offline(False)
    service.change(LOCK, WORKER)
    page.reload()
    locked = page.locator('[data-face="locked"]')
    page.locator("input[name=password]").fill("not-it")
    page.locator("button[type=submit]").click()
    expect(locked.get_by_role("alert")).to_have_text("密码不对")
    page.context.set_offline(True)
    page.reload()
    expect(locked.get_by_role("alert")).to_contain_text("没有网络，打不开")
    expect(locked.locator('[data-command="call_center"]')).to_have_attribute("href", "tel:0517-80000003")
    page.context.set_offline(False)
    page.locator("input[name=password]").fill(people.passwords[WORKER])
    page.locator("button[type=submit]").click()
    expect(task.line).to_be_visible()


LARGE = """
addEventListener("DOMContentLoaded", () => document.documentElement.style.setProperty("text-size-adjust", "200%"));
"""
"""Letters twice as large, as a phone's own settings make them."""


def test_letters_twice_as_large_leave_everything_in_reach(task: Task) -> None:
    page = in_hand(task)
    page.context.add_init_script(UNDERWAY + LARGE)
    faults = []
    for where in ("", "?page=account", "?page=grievance", "?page=patrol", f"?ticket={task.ticket}"):
        page.goto(f"/m{where}")
        expect(page.locator("[data-screen]")).to_be_visible()
        page.wait_for_function(SETTLED, arg=loading_words())
        faults += [(where, fault) for fault in page.evaluate(judge("layout"), {"least": THUMB})]
    assert not faults, faults
