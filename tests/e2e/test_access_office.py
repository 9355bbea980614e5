"""The judges look at what an administration has after some weeks: histories with content, periods, drafts, several
roles in one person; and at what stands beside the desk: windows with drawn maps, copied text, a wall that takes turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import WEBHOOK_SECRET
from tests.e2e.day import DISTRICT, SUPERVISOR, TOWN, Day, spent
from tests.e2e.hotline import Hotline
from tests.e2e.judging import Looks, own_words
from tests.e2e.office import HOTLINE, MANY, SYSTEM, kept
from tests.e2e.people import People, has_said
from tests.e2e.service import PATIENCE_SECONDS, Service
from tests.e2e.walking import DESK, FACES, WALL, Walker, live

pytestmark = pytest.mark.shares
CHOSEN = "Right-horse-9"
SENTENCE = re.compile("[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){3,}")


@pytest.fixture(scope="module")
def day(shared_service: Service, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """A day, and some weeks of administration before it."""
    people = People(
        browser, shared_service.url, shared_service.district.users, tmp_path_factory.mktemp("day")
    )
    made = spent(shared_service, Hotline(shared_service.url, WEBHOOK_SECRET), people)
    passwords = kept(made)
    choose(shared_service, MANY, passwords[MANY])
    yield made
    people.leave()


def choose(service: Service, username: str, given: str) -> None:
    """Somebody new chooses a password of their own."""
    headers = {"X-Requested-With": "dispatch", "Origin": service.url}
    with httpx.Client(base_url=service.url, headers=headers, timeout=PATIENCE_SECONDS) as client:
        client.post("/api/session", json={"username": username, "password": given}).raise_for_status()
        client.put("/api/session/password", json={"former": given, "password": CHOSEN}).raise_for_status()


@pytest.fixture(params=FACES)
def walker(request: pytest.FixtureRequest, people: People, day: Day) -> Walker:
    """A walker for each face."""
    people.passwords[MANY] = CHOSEN
    return Walker(people, day, request.param, request.node.originalname.removeprefix("test_"))


def open_all(page: Page) -> None:
    """Everything that folds away is opened, and has come."""
    shut = page.locator("main details:not([open]) > summary:visible")
    while shut.count():
        shut.first.click()


HISTORIES = {
    DISTRICT: (
        *("closing", "closing&tab=signoff", "closing&tab=texts", "closing&tab=words", "joint", "desksetting"),
        *(
            "telling",
            "timetable&tab=history",
            "upward&tab=grounds",
            "upward&tab=limits",
            "owning&tab=settings",
        ),
        *("rules&tab=changes", "quality&tab=settings", "scores&tab=setting", "scores&tab=cards", "walls"),
        *("scores&tab=periods", f"intake&tab=profiles&profile={HOTLINE}&version=2", "places&tab=state"),
    ),
    SYSTEM: ("people", "sources", "intake", "keys"),
    TOWN: ("duty", "scores&tab=periods", "scores&tab=cards"),
    SUPERVISOR: ("lookback&tab=periods", "lookback&tab=done"),
    "shenji": ("audit",),
}
"""Whose pages keep what, and show who changed it from what to what."""


@pytest.mark.parametrize("username", HISTORIES)
def test_what_was_kept(walker: Walker, username: str) -> None:
    looks = walker.enter(DESK, f"/admin?at={HISTORIES[username][0]}", username)
    for section in HISTORIES[username]:
        looks.page.goto(f"/admin?at={section}")
        looks.at(f"{username}-{section}", looks.page.locator("main"))
        open_all(looks.page)
        looks.at(f"{username}-{section}-opened", looks.page.locator("main"))
    looks.are_good()


def test_a_score_period_to_its_announcement(walker: Walker) -> None:
    looks = walker.enter(DESK, "/admin?at=scores&tab=periods", DISTRICT)
    page = looks.page
    for state in ("checking", "published"):
        page.goto("/admin?at=scores&tab=periods")
        name = "又一个考核月" if state == "checking" else "考核月"
        page.get_by_role("button", name=name, exact=True).click()
        looks.at(state, page.locator(f'[data-period-state="{state}"]'))
    looks.are_good()


def test_a_boundary_draft(walker: Walker) -> None:
    looks = walker.enter(DESK, "/admin?at=boundaries", DISTRICT)
    page = looks.page
    for version, state in ((3, "draft"), (2, "published"), (1, "retired")):
        page.goto(f"/admin?at=boundaries&version={version}")
        looks.at(f"{state}", page.locator(f'[data-version-open="{version}"]'))
        for tab in [each.get_attribute("data-tab") for each in page.locator("[data-tab]").all()]:
            page.goto(f"/admin?at=boundaries&version={version}&tab={tab}")
            looks.at(f"{state}-{tab}", page.locator(f'[data-tab="{tab}"][aria-selected="true"]'))
    looks.are_good()


def test_several_roles_in_one_person(walker: Walker) -> None:
    looks = walker.enter(DESK, "/admin", MANY)
    page = looks.page
    expect(page.locator("[data-at]").first).to_be_visible()
    sections = [each.get_attribute("data-at") for each in page.locator("[data-at]").all()]
    assert {"duty", "scores"} <= set(sections)
    for section in sections:
        page.goto(f"/admin?at={section}")
        looks.at(str(section), page.locator("main, .face"))
    looks.are_good()


def test_a_wall_whose_maps_take_turns(walker: Walker) -> None:
    looks = walker.enter(WALL, "/wall")
    page = looks.page
    code = page.locator("[data-code]:not([data-code=''])")
    expect(code).to_be_visible()
    walker.day.pair_wall(code.get_attribute("data-code") or "", False, "both")
    looks.at("now", page.locator('[data-wall="picture"]'))
    page.clock.install()
    page.reload()
    for step in ("whole", "6"):
        turn = page.locator(f'[data-heat-step="{step}"]')
        while not turn.is_visible():
            page.clock.run_for(1_000)
        looks.at(f"heat-{step}", turn)
    looks.are_good()


@pytest.mark.drawn
def test_windows_beside_the_desk(walker: Walker) -> None:
    looks = walker.enter(DESK, "/?view=desk", TOWN)
    desk = live(looks)
    ticket = walker.day.ticket("DAY-WORKED")
    faults = []
    for part in ("map", "ticket"):
        desk.locator("[data-menu]").click()
        with desk.expect_popup() as opened:
            desk.locator(f'[data-detach="{part}"]').click()
        window = Looks(opened.value, f"{looks.walk}-{part}")
        live(window)
        if part == "map":
            window.at("map", opened.value.locator('[data-map="ready"]'))
        else:
            desk.locator('[data-duty="working"], [data-duty="in_progress"]').first.click()
            desk.locator(f'[data-ticket="{ticket}"]').first.click()
            window.at("ticket", opened.value.locator(f'[data-open="{ticket}"]'))
        faults += window.faults
    looks.at("desk", desk.locator("[data-away]"))
    looks.faults += faults
    looks.are_good()


def test_copied_text(walker: Walker) -> None:
    looks = walker.enter(DESK, f"/?view=desk&ticket={walker.day.ticket('DAY-WORKED')}", TOWN)
    page = live(looks)
    page.context.grant_permissions(["clipboard-read"])
    expect(page.locator("[data-actions]")).to_be_visible()
    page.keyboard.press("Control+Shift+KeyC")
    looks.at("said", page.locator("[data-actions]"))
    has_said(page, "已复制" if walker.face.startswith("zh") else "Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "138****5678" in copied
    assert "王建国" not in copied
    if walker.face.startswith("zh"):
        assert not SENTENCE.search(copied), copied
    else:
        assert [word for word in re.findall("[一-鿿]+", copied) if word in own_words()] == [], copied
    looks.are_good()
