"""An upgrade takes the former build's parts away under an open page: it comes back once, and loses no word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from deploy.bootstrap.place import BUILT
from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import leave_the_network, photograph
from tests.e2e.test_phone import handed, state

OPERATOR = "wjy-zhiban"
LOADS = """
sessionStorage.setItem("loads", Number(sessionStorage.getItem("loads") ?? 0) + 1);
"""


def rename(build: Path, mark: str) -> None:
    """Give every asset another name, wherever one is named: the same pages as another build of them."""
    names = sorted(each.name for each in (build / "assets").iterdir())
    named = re.compile(rf"(?<=[/\"'`])({'|'.join(map(re.escape, names))})(?=[\"'`?])")
    for each in [*(build / "assets").iterdir(), *build.glob("*.html")]:
        words = named.sub(lambda found: mark + found[0], each.read_text(encoding="utf-8"))
        each.write_text(words, encoding="utf-8")
    for name in names:
        (build / "assets" / name).rename(build / "assets" / (mark + name))


@pytest.fixture
def build(service: Service, tmp_path: Path) -> Path:
    """The pages that the service of this test gives, which may be exchanged."""
    copied = shutil.copytree(BUILT, tmp_path / "built")
    service.stop()
    service.more = {"DISPATCH_FRONTEND_DIR": str(copied)}
    service.start()
    return copied


def upgrade(service: Service, build: Path, without: str = "") -> None:
    """Another build, perhaps an incomplete one, and a service that knows no other."""
    service.stop()
    rename(build, "n")
    for each in (build / "assets").glob(f"n{without}-*") if without else []:
        each.unlink()
    service.start()


def loads(page: Page) -> int:
    """How often this tab was loaded."""
    return int(page.evaluate("sessionStorage.getItem('loads')"))


def desk_before(people: People) -> Page:
    """A town's desk that has not opened a panel yet, live."""
    person = people.at_desk(OPERATOR)
    person.context.add_init_script(LOADS)
    person.page.reload()
    expect(person.page.locator('[data-connection="live"]')).to_be_visible()
    return person.page


def test_a_part_that_is_gone_brings_the_new_page(build: Path, service: Service, people: People) -> None:
    desk = desk_before(people)
    upgrade(service, build)
    expect(desk.locator('[data-connection="live"]')).to_be_visible()
    desk.keyboard.press("j")
    expect(desk.get_by_role("heading", name="交接记录")).to_be_visible()
    assert loads(desk) == 2


def test_what_was_typed_stays_until_its_writer_says(build: Path, service: Service, people: People) -> None:
    desk = desk_before(people)
    desk.keyboard.press("/")
    desk.keyboard.insert_text("长安华庭")
    upgrade(service, build)
    expect(desk.locator('[data-connection="live"]')).to_be_visible()
    desk.keyboard.press("Control+k")
    again = desk.locator("[data-renew]")
    expect(again).to_be_visible()
    expect(desk.locator("input[type=search]")).to_have_value("长安华庭")
    assert loads(desk) == 1
    again.click()
    expect(again).to_have_count(0)
    expect(desk.locator('[data-connection="live"]')).to_be_visible()
    assert loads(desk) == 2


def test_a_part_that_stays_away_is_asked_for_once(build: Path, service: Service, people: People) -> None:
    """The part is missing in the new build too: whoever opens it is told so, and the list goes on."""
    desk = desk_before(people)
    upgrade(service, build, without="DutyPanel")
    expect(desk.locator('[data-connection="live"]')).to_be_visible()
    desk.keyboard.press("j")
    expect(desk.get_by_text("这一块没有取到")).to_be_visible()
    expect(desk.locator('[data-duty="dispatched"]')).to_be_visible()
    assert loads(desk) == 2


def loaded(page: Page) -> str:
    """The name of the script that this page runs."""
    return str(page.evaluate("document.querySelector('script[src*=\"/assets/\"]').src"))


def test_a_phone_in_the_middle_of_its_work_sends_it_and_comes_back_as_the_new_page(
    build: Path, service: Service, hotline: Hotline, people: People
) -> None:
    """Acts of the former page wait, and a form is half written, while the service is exchanged."""
    task = handed(service, hotline, people)
    page = task.page
    task.line.click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(page, f"ticket/{task.ticket}")
    former = loaded(page)
    page.locator('[data-command="accept"]').click()
    photograph(page)
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "2")
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    upgrade(service, build)
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert state(service, task.ticket) == ("in_progress", 2)
    assert loaded(page) == former, "nobody is interrupted"
    page.locator('[data-choice="solved"]').click()
    page.reload()
    expect(page.locator('[data-choice="solved"]')).to_have_attribute("aria-checked", "true")
    assert loaded(page) != former
    page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert state(service, task.ticket) == ("answered", 3)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
