"""The ten most frequent tasks of a town's desk, by keys alone; docs/screens.md says how many each takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from deploy.bootstrap.place import ROOT
from tests.e2e.hotline import Hotline
from tests.e2e.people import People, has_said
from tests.e2e.service import Service
from tests.e2e.story import Spot, elsewhere, order_at, spot_of

pytestmark = pytest.mark.shares
CATEGORY = "市容环卫/围墙"
"""None of ours, so that no rule asks for photos."""
TABLE = re.compile(r"^\| (?P<task>[^|]+?) \| [^|]+ \| (?P<keys>\d+) \|$", re.MULTILINE)


def promised() -> dict[str, int]:
    """Task → keys, as the document says."""
    words = (ROOT / "docs" / "screens.md").read_text(encoding="utf-8")
    return {each["task"]: int(each["keys"]) for each in TABLE.finditer(words)}


@dataclass
class Hands:
    """Somebody's hands on the keyboard. Every key of a task is counted, but for the words of a sentence."""

    page: Page
    counted: dict[str, int] = field(default_factory=dict)
    task: str = ""

    @contextmanager
    def at(self, task: str) -> Iterator[None]:
        """What is pressed meanwhile is this task's."""
        self.task, self.counted[task] = task, 0
        yield
        self.task = ""

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            if self.task:
                self.counted[self.task] += 1

    def write(self, words: str) -> None:
        """Write a sentence: its length is the writer's."""
        self.page.keyboard.insert_text(words)


@dataclass
class Town:
    """The town's desk in this story, and what it is told."""

    service: Service
    hotline: Hotline
    people: People
    place: Spot
    page: Page
    hands: Hands

    def push(self, number: str, title: str, **more: object) -> int:
        """A new order in the worker's cell; the ticket's id."""
        self.hotline.push(order_at(self.place, number, title, CATEGORY) | more)
        return int(self.service.rows("SELECT id FROM ticket WHERE order_no = %s", number)[0][0])

    def select(self, duty: str, ticket: int) -> None:
        """Where a task begins: the ticket is open."""
        self.page.locator(f'[data-duty="{duty}"]').click()
        self.page.locator(f'[data-ticket="{ticket}"]').click()
        self.is_open(ticket)

    def is_open(self, ticket: int) -> None:
        """The panel shows a ticket, with what may be done."""
        expect(self.page.locator(f'[data-open="{ticket}"] [data-actions]')).to_be_visible()

    def comes_to(self, ticket: int, state: str) -> None:
        """The database holds it in this state."""
        self.service.await_rows("SELECT 1 FROM ticket WHERE id = %s AND state = %s", ticket, state)


@pytest.fixture
def town(service: Service, hotline: Hotline, people: People) -> Town:
    """王家营's operator at the desk."""
    page = people.at_desk("wjy-zhiban").page
    return Town(service, hotline, people, spot_of(service, "wjy-wangge"), page, Hands(page))


def reads(town: Town, ticket: int) -> None:
    """Down to the ticket, into its panel, wide and narrow again."""
    page, hands = town.page, town.hands
    page.locator('[data-duty="dispatched"]').click()
    expect(page.locator("[data-ticket]").first).to_be_visible()
    with hands.at("看一件"):
        hands.press("ArrowDown", "Enter", "]")
    expect(page.locator(".panel.wide [data-panel-body]")).to_be_focused()
    hands.press("]")
    expect(page.locator(".panel.wide")).to_have_count(0)
    town.is_open(ticket)


def signs_all(town: Town, ordinary: list[int], urgent: int) -> None:
    """The heap in two keys; the urgent one by its own; what was signed at once is undone at once."""
    page, hands = town.page, town.hands
    hands.press("Shift+S")
    expect(page.locator(f'[data-sign-one="{urgent}"]')).to_be_visible()
    hands.press("1")
    town.comes_to(urgent, "signed")
    hands.press("Escape")
    with hands.at("签收全部"):
        hands.press("Shift+S")
        expect(page.locator("[data-sign-normal]")).to_contain_text("2")
        hands.press("Enter")
    has_said(page, "已签收 2 件")
    hands.press("z")  # within ten seconds
    has_said(page, "已撤销 2 件")
    for ticket in ordinary:
        town.comes_to(ticket, "dispatched")


def signs_and_hands_over(town: Town, first: int, second: int) -> None:
    """One is signed, the next comes by itself; that goes to the cell's worker, who is named with the reason."""
    page, hands = town.page, town.hands
    town.select("dispatched", first)
    expect(page.locator('[data-command="sign-assign"]')).to_contain_text(town.place.worker)
    with hands.at("签收并下一件"):
        hands.press("s")
    town.comes_to(first, "signed")
    town.is_open(second)
    with hands.at("签收并交办"):
        hands.press("a")
        card = page.locator('[data-form="assign"] [data-chosen="lead"]')
        expect(card).to_contain_text("本网格网格员")
        expect(page.locator('[data-send="assign"]')).to_be_focused()
        town.comes_to(second, "dispatched")  # until it is confirmed, nothing is signed
        hands.press("Enter")
    town.comes_to(second, "assigned")
    led = "SELECT lead_person FROM ticket WHERE id = %s"
    assert town.service.rows(led, second) == [(town.place.person,)]


def calls(town: Town, ticket: int) -> None:
    """The number with a reason that is usual here, and what came of the call."""
    page, hands = town.page, town.hands
    town.select("signed", ticket)
    with hands.at("打电话并记结果"):
        hands.press("c")
        expect(page.locator("[data-log]")).to_be_visible()
        expect(page.locator(".caller-number")).to_have_text("13812345678")
        hands.press("1")
    results = "SELECT detail->>'result' FROM journal WHERE ticket = %s AND event = 'ticket.contacted'"
    assert town.service.await_rows(results, ticket) == [("reached",)]
    expect(page.locator(".caller-number")).to_have_count(0)


def chases(town: Town, ticket: int) -> None:
    """Who holds it and since when; a second time within two hours has to be meant."""
    page, hands = town.page, town.hands
    town.select("in_progress", ticket)
    urged = "SELECT urged FROM ticket WHERE id = %s AND urged > 0"
    with hands.at("催办"):
        hands.press("g")
        expect(page.locator("[data-chase]")).to_contain_text(town.place.worker)
        expect(page.locator("[data-chase]")).to_contain_text("还没有催过")
        hands.press("u")
    assert town.service.await_rows(urged, ticket) == [(1,)]
    expect(page.locator("[data-chase]")).to_have_count(0)
    expect(page.locator('[data-section="journey"]')).to_contain_text("催办")
    hands.press("g", "u")
    expect(page.locator("[data-repeat]")).to_contain_text("刚催过")
    assert town.service.rows(urged, ticket) == [(1,)]
    hands.press("Escape")


def looks_up_and_returns(town: Town, ticket: int) -> None:
    """我那个单子: by the last four digits; and it is not ours."""
    page, hands = town.page, town.hands
    with hands.at("查“我那个单子”"):
        hands.press("/", *"9876", "Enter")
    town.is_open(ticket)
    hands.press("/")
    compose(page, "yi jing")
    expect(page.locator(".search input")).to_be_focused()  # the Enter that confirmed pinyin went nowhere
    hands.press("Escape")
    with hands.at("退单"):
        hands.press("r")
        expect(page.locator('[data-form="return"] input[type="radio"]').first).to_be_focused()
        hands.press("Space", "Tab")
        hands.write("不在本镇")
        hands.press("Control+Enter")
    town.comes_to(ticket, "returned")


def compose(page: Page, pinyin: str) -> None:
    """Type pinyin, and confirm it with Enter as an input method does."""
    keyboard = page.context.new_cdp_session(page)
    at = len(pinyin)
    keyboard.send("Input.imeSetComposition", {"text": pinyin, "selectionStart": at, "selectionEnd": at})
    for kind in ("rawKeyDown", "keyUp"):
        event = {"type": kind, "key": "Enter", "windowsVirtualKeyCode": 229, "modifiers": 2}
        keyboard.send("Input.dispatchKeyEvent", event)
    keyboard.send("Input.insertText", {"text": "已经"})


def answered(town: Town, number: str, title: str, *, is_known: bool) -> int:
    """A ticket that the leader answered at their desk; of a known one all is on record that a reply says."""
    ticket = town.push(number, title)
    with elsewhere(town.service, town.people, "wjy-daiban", ticket) as leader:
        leader.give("sign")
        found = {"found_true": "yes"} if is_known else {}
        if is_known:
            leader.give("contact", result="reached")
        leader.give("answer", done="围墙已加固,警示牌已设置。", how_closed="solved", **found)
    return ticket


def reviews_and_writes(town: Town, whole: int, gapped: int) -> None:
    """Three columns by themselves, passed, and the next; there Tab walks the gaps of the drafted reply."""
    page, hands = town.page, town.hands
    town.select("answered", whole)
    expect(page.locator('.panel.wide [data-section="review"]')).to_be_visible()
    with hands.at("审核通过"):
        hands.press("p")
        expect(page.locator('[data-send="review"]')).to_be_focused()
        hands.press("Enter")
    town.comes_to(whole, "replied")
    town.is_open(gapped)
    with hands.at("写答复"):
        hands.press("p")
        expect(page.locator('textarea[name="reply"]')).to_be_focused()
        compose(page, "yi jing")
        expect(page.locator('[data-form="review"]')).to_be_visible()
        hands.press("Tab")
        hands.write("情况属实")
        hands.press("Control+Enter")
    town.comes_to(gapped, "replied")
    ((reply,),) = town.service.rows("SELECT reply FROM ticket WHERE id = %s", gapped)
    assert "已经与您联系" in reply
    assert "反映的情况属实" in reply
    assert "【缺" not in reply


def asks_for_more_time(town: Town, ticket: int) -> None:
    """延期 begins with its kind and its new due time; a ground and a reason are the person's."""
    page, hands = town.page, town.hands
    town.select("signed", ticket)
    with hands.at("申请延期"):
        hands.press("y")
        expect(page.locator('select[name="ground_extend"]')).to_be_focused()
        hands.press("ArrowDown", "Tab")
        expect(page.locator('textarea[name="reason"]')).to_be_focused()
        hands.write("墙体须由厂家加固,材料周五到")
        hands.press("Control+Enter")
    asked = "SELECT kind, until > now() + interval '1 hour' FROM upward_request WHERE ticket = %s"
    assert town.service.await_rows(asked, ticket) == [("extend", True)]


def gives_over(town: Town) -> None:
    """The day's report, and the shift to whom the table of duty names next."""
    page, hands = town.page, town.hands
    with hands.at("日报"):
        hands.press("j")
        expect(page.locator("[data-day-report=docx]")).to_be_visible()
        with page.expect_download() as report:
            hands.press("w")
    assert report.value.suggested_filename.endswith(".docx")
    hands.press("Escape")
    with hands.at("交班"):
        hands.press("j")
        expect(page.locator('select[name="taking"]')).not_to_have_value("")
        hands.press("s", "h")
        expect(page.get_by_label("听到了提示音")).to_be_checked()
        hands.press("F2")
    expect(page.locator('[data-section="to-take-over"] [data-take-over]')).to_be_visible()
    assert town.service.rows("SELECT sound_heard FROM handover") == [(True,)]


def test_the_ten_tasks_take_the_keys_that_the_table_says(town: Town) -> None:
    first, second = town.push("E2E-K1", "围墙开裂"), town.push("E2E-K2", "围墙倾斜")
    urgent = town.push("E2E-K3", "围墙将倒", 紧急程度="紧急")
    reads(town, urgent)
    signs_all(town, [first, second], urgent)
    signs_and_hands_over(town, first, second)
    calls(town, first)
    chases(town, second)
    other = town.push("E2E-K4", "邻镇围墙", 联系电话="13900009876")
    looks_up_and_returns(town, other)
    asks_for_more_time(town, first)
    whole = answered(town, "E2E-K5", "旧围墙", is_known=True)
    gapped = answered(town, "E2E-K6", "新围墙", is_known=False)
    reviews_and_writes(town, whole, gapped)
    gives_over(town)
    assert town.hands.counted == promised()


def test_lists_of_calls_and_of_dead_reports_have_keys_that_the_help_tells(town: Town) -> None:
    page, hands = town.page, town.hands
    hands.press("?")
    told = page.locator(".keys-help")
    for key, what in (("V", "待电话通知"), ("W", "没有送到热线的状态")):
        expect(
            told.locator("dl > div", has=page.locator("kbd", has_text=re.compile(f"^{key}$")))
        ).to_have_text(re.compile(what))
    hands.press("Escape")
    expect(told).to_have_count(0)
    for key, side in (("v", "call-list"), ("w", "dead")):
        hands.press(key)
        expect(page.locator(f'[data-side="{side}"]')).to_be_focused()
        hands.press("Escape")
        expect(page.locator(f'[data-side="{side}"]')).to_have_count(0)
