"""An upgrade takes the former build's parts away under an open page: it comes back once, and loses no word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from deploy.bootstrap.place import BUILT
from tests.e2e.people import People
from tests.e2e.service import Service

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
