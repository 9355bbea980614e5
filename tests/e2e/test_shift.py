"""A ticket from the hotline's webhook to closure, with keys alone at the desk: after sign-in no mouse, no address."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.day import SIGNER, TOWN, WORKER
from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order, photograph

ORDER, TITLE = "E2E-SHIFT", "村口窨井盖破损"
ADDRESS = "王家营街道"
"""The town is certain, the cell is not: the town's center places it."""
WORDS = "王家营街道营东社区村口窨井盖破损,夜间有人绊倒,请尽快处理。"
REPLY = "您好，窨井盖已更换,周边已复查,谢谢您及时反映。"
STATE = "SELECT 1 FROM ticket WHERE order_no = %s AND state = %s"

SIGNS_IN = """
UPDATE account SET person = d.person FROM cell_duty d JOIN ticket t ON t.cell = d.cell
WHERE d.duty = 'worker' AND username = %s AND t.order_no = %s
"""
"""The demo's worker who can sign in looks after the cell that the ticket was placed in."""


class Keys:
    """Somebody's keyboard at a desk. The page is looked at, and touched by nothing else."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self._page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Write words where the cursor is."""
        self._page.keyboard.insert_text(words)

    def to_list(self, duty: str) -> None:
        """→ until a list is in hand that holds something."""
        button = self._page.locator(f'[data-duty="{duty}"]')
        expect(button.locator(".duty-count")).not_to_have_text("0")
        for _ in range(12):
            if button.get_attribute("aria-current"):
                return
            self.press("ArrowRight")
        raise AssertionError(f"→ does not lead to {duty}")

    def open_first(self, command: str) -> None:
        """The first ticket of the list in hand, and into its panel, which offers what is to be done."""
        expect(self._page.locator("[data-ticket]", has_text=TITLE)).to_be_visible()
        self.press("ArrowDown", "Enter")
        expect(self._page.locator(f'[data-open] [data-actions] [data-command="{command}"]')).to_be_visible()


def comes_to(service: Service, state: str) -> None:
    """The database holds the ticket in this state."""
    service.await_rows(STATE, ORDER, state)


def place(keys: Keys, page: Page) -> None:
    """The candidate whose number is pressed; the card says whose it would be, Enter takes it."""
    keys.to_list("unplaced")
    keys.open_first("place")
    expect(page.locator('[data-candidate="1"]')).to_be_visible()
    keys.press("1")
    expect(page.locator('[data-owner][aria-busy="false"]')).to_be_visible()
    keys.press("Enter")


def sign_and_assign(keys: Keys, page: Page) -> None:
    """A, and Enter on the worker who is named with the reason."""
    keys.to_list("dispatched")
    keys.open_first("sign-assign")
    keys.press("a")
    expect(page.locator('[data-form="assign"] [data-chosen="lead"]')).to_be_visible()
    expect(page.locator('[data-send="assign"]')).to_be_focused()
    keys.press("Enter")


def answer(page: Page) -> None:
    """The worker's way, by taps: 收到, a photo, done."""
    page.locator("[data-ticket]", has_text=TITLE).click()
    for command in ("accept", "arrive"):
        page.locator(f'[data-command="{command}"]').click()
    photograph(page)
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.locator('[data-submit="answer"]').click()
    expect(page.locator("[data-outbox]")).to_have_count(0)


def call_back_first(keys: Keys, page: Page) -> None:
    """预回访, by its name: reached, not solved, not content. So a leader signs for the reply."""
    keys.to_list("answered")
    keys.open_first("review")
    keys.press("Control+k")
    expect(page.locator("[data-palette] input")).to_be_focused()
    keys.write("预回访")
    expect(page.locator('[data-palette] [aria-selected="true"]')).to_contain_text("预回访")
    keys.press("Enter")
    expect(page.locator('[data-form="pre_callback"] input[name="contacted"]').first).to_be_focused()
    for field, moves in (
        ("contacted", ()),
        ("solved", ("ArrowDown",)),
        ("satisfied", ("ArrowDown", "ArrowDown")),
    ):
        expect(page.locator(f'[data-field="{field}"] input:focus')).to_have_count(1)
        keys.press("Space", *moves, "Tab")
    keys.press("Control+Enter")
    expect(page.locator("[data-early-warning]")).to_be_visible()


def review(keys: Keys, page: Page) -> None:
    """P opens the reply in its first gap; it is written anew and sent."""
    keys.press("p")
    reply = page.locator('textarea[name="reply"]')
    expect(reply).to_be_focused()
    keys.press("Control+a")
    keys.write(REPLY)
    expect(reply).to_have_value(REPLY)
    keys.press("Control+Enter")


def sign_off(keys: Keys, page: Page) -> None:
    """The leader reads what goes out, and signs for it."""
    keys.to_list("reviewed")
    keys.open_first("sign_off")
    keys.press("p")


def conclude(hotline: Hotline) -> None:
    """The city asks the caller, who is content, and closes the order."""
    content = {"是否联系": "是", "是否解决": "已解决", "满意度": "满意"}
    hotline.push({"推送类型": "回访结果", "工单编号": ORDER, **content})
    hotline.push({"推送类型": "结案", "工单编号": ORDER})


def test_a_shift_needs_no_mouse_from_the_webhook_to_the_closed_ticket(
    service: Service, hotline: Hotline, receiver: Receiver, people: People
) -> None:
    page = people.at_desk(TOWN, at="/").page
    pushed = hotline.push(order(ORDER, TITLE, 诉求地址=ADDRESS, 诉求内容=WORDS))
    assert pushed["state"] == "unplaced"
    place(Keys(page), page)
    comes_to(service, "dispatched")
    service.change(SIGNS_IN, WORKER, ORDER)
    phone = people.with_phone(WORKER).page
    sign_and_assign(Keys(page), page)
    comes_to(service, "assigned")
    answer(phone)
    comes_to(service, "answered")
    call_back_first(Keys(page), page)
    review(Keys(page), page)
    comes_to(service, "reviewed")
    leader = people.at_desk(SIGNER, at="/").page
    sign_off(Keys(leader), leader)
    receiver.await_status(ORDER, "已办结")
    conclude(hotline)
    receiver.await_status(ORDER, "已结案")
    assert receiver.statuses(ORDER) == ["受理中", "已派单", "已签收", "办理中", "已办结", "已结案"]
    expect(page.locator("[data-open] [data-section=journey]")).to_contain_text(re.compile("结案"))
