"""Every screen is looked at by the judges: in Chinese by day, in English by night, as large as its people have it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import WEBHOOK_SECRET
from tests.e2e.day import DISTRICT, LEADER, SIGNER, SUPERVISOR, TOWN, WORKER, Day, spent
from tests.e2e.hotline import Hotline
from tests.e2e.judging import Looks
from tests.e2e.people import PHONE, People
from tests.e2e.service import Service
from tests.e2e.walking import DESK, FACES, WALL, Walker, live

pytestmark = pytest.mark.shares


@pytest.fixture(scope="module")
def day(shared_service: Service, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """A day that all walks find as it is."""
    folder = tmp_path_factory.mktemp("day")
    people = People(browser, shared_service.url, shared_service.district.users, folder)
    yield spent(shared_service, Hotline(shared_service.url, WEBHOOK_SECRET), people)
    people.leave()


@pytest.fixture(params=FACES)
def walker(request: pytest.FixtureRequest, people: People, day: Day) -> Walker:
    """A walker for each face."""
    walk = request.node.originalname.removeprefix("test_")
    return Walker(people, day, request.param, walk)


LINES = """
delete window.SharedWorker;
window.lines = [];
window.WebSocket = class extends WebSocket { constructor(...asked) { super(...asked); window.lines.push(this); } };
"""
"""A page's own sockets, to be cut: going offline leaves open ones alone."""


def test_lists_of_a_town(walker: Walker) -> None:
    looks = walker.enter(DESK, "/?view=desk", TOWN, LINES)
    page = live(looks)
    for duty in page.locator("[data-duty]").all():
        name = duty.get_attribute("data-duty")
        duty.click()
        looks.at(f"list-{name}", page.locator(f'[data-duty="{name}"][aria-current]'))
    page.locator('[data-clock="overdue"]').click()
    looks.at("none-overdue", page.locator('[data-clock="overdue"][aria-pressed="true"]'))
    page.locator('[data-clock="overdue"]').click()
    page.locator('[data-duty="dispatched"]').click()
    page.keyboard.press("Shift+S")
    looks.at("sign-all", page.locator("[data-sign-all]"))
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.insert_text("围墙")
    looks.at("search", page.locator(".clock-filter .clock-order"))
    page.keyboard.press("Escape")
    page.context.set_offline(True)
    page.evaluate("window.lines.forEach((line) => line.close())")
    looks.at("offline", page.locator('[data-connection="offline"]'))
    looks.are_good()


ORDERS = (
    *("CRITICAL", "LONG", "FRESH", "UNOPENED", "WORKED", "SIGNED"),
    *("ANSWERED", "WARNED", "REVIEWED", "REPLIED", "CLOSED", "RETURNED"),
)


def opened(page: Page, ticket: int) -> Page:
    """A ticket open at the desk, with what may be done."""
    page.goto(f"/?view=desk&ticket={ticket}")
    expect(page.locator(f'[data-open="{ticket}"] [data-actions]')).to_be_visible()
    return page


def test_tickets_of_a_town(walker: Walker) -> None:
    looks = walker.enter(DESK, "/?view=desk", TOWN)
    page = live(looks)
    for name in ORDERS:
        opened(page, walker.day.ticket(f"DAY-{name}"))
        looks.at(name.lower())
    page.keyboard.press("]")
    looks.at("wide", page.locator(".panel.wide"))
    page.goto("/?view=desk&ticket=999999")
    looks.at("not-ours", page.locator('[data-face="away"]'))
    looks.are_good()


FORMS = (
    *(("FRESH", "return"), ("FRESH", "sign-assign"), ("FRESH", "contact"), ("FRESH", "note")),
    *(("SIGNED", "reassign"), ("SIGNED", "recall"), ("ANSWERED", "review"), ("ANSWERED", "send_back")),
    *(("WORKED", "request_up"), ("UNOPENED", "urge")),
)


def test_forms_of_a_town(walker: Walker) -> None:
    looks = walker.enter(DESK, "/?view=desk", TOWN)
    page = live(looks)
    for order, command in FORMS:
        opened(page, walker.day.ticket(f"DAY-{order}"))
        page.locator(f'[data-actions] [data-command="{command}"]').click()
        looks.at(command, page.locator("[data-form], [data-chase]"))
        if command in ("return", "contact"):
            page.locator("[data-send]").click()
            looks.at(f"{command}-refused", page.locator("[data-form] [role=alert]:not(:empty)"))
        page.keyboard.press("Escape")
    opened(page, walker.day.ticket("DAY-SIGNED"))
    page.keyboard.press(".")
    looks.at("more", page.locator("[data-more-commands]"))
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    looks.at("caller", page.locator("[data-log]"))
    page.locator("[data-print-menu]").click()
    looks.at("papers", page.locator("[data-papers] a"))
    looks.are_good()


PANELS = ("new", "duty", "call-list", "calls", "joint", "upward", "dead")


def test_panels_of_a_town(walker: Walker) -> None:
    looks = walker.enter(DESK, "/?view=desk", LEADER)
    page = live(looks)
    looks.at("start")
    page.locator("[data-menu]").click()
    looks.at("menu", page.locator("[data-menu-list]"))
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    looks.at("keys", page.locator(".keys-help"))
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    looks.at("palette", page.locator("[data-palette] [role=option]"))
    page.keyboard.press("Escape")
    page.locator("header [data-alarm]").click()
    looks.at("alarms")
    for panel in PANELS:
        page.goto(f"/?view=desk&panel={panel}")
        looks.at(panel, page.locator(f"[data-side={panel}]"))
    page.locator("[data-lock]").click()
    looks.at("locked", page.locator(".lock"))
    looks.are_good()


def test_a_district(walker: Walker) -> None:
    looks = walker.enter(DESK, "/", DISTRICT)
    page = live(looks)
    looks.at("towns", page.locator("[data-town]"))
    page.locator('[data-town="all"] [data-number="open"]').click()
    looks.at("list", page.locator("[data-town-list]"))
    page.locator("[data-town-list] [data-ticket]").first.click()
    looks.at("ticket", page.locator("aside [data-holder]"))
    for view in ("supervision", "calls", "look-back", "upward", "reconciliation", "heat"):
        page.goto(f"/?view={view}")
        looks.at(view, page.locator(f'[data-view-shown="{view}"]'))
    page.locator('[data-number$=":whole"]').first.click()
    looks.at("heat-list", page.locator("[data-heat-list]"))
    page.goto("/?view=ruling")
    expect(page.locator('[data-view-shown="ruling"]')).to_have_attribute("data-count", "1")
    page.keyboard.press("ArrowDown")
    looks.at("ruling", page.locator("[data-case]"), page.locator('[data-command="grant"]'))
    page.keyboard.press("d")
    looks.at("ruling-form", page.locator('[data-form="grant"]'))
    opened(page, walker.day.ticket("DAY-NOWHERE"))
    looks.at("to-place", page.locator("[data-candidate]"))
    page.keyboard.press("1")
    looks.at("placing", page.locator('[data-owner][aria-busy="false"]'))
    looks.are_good()


OPENERS = ", ".join(
    f"main [data-{name}]"
    for name in (
        *(
            "add-person",
            "add-unit",
            "add-rule",
            "add-code",
            "add-secret",
            "add-power",
            "add-place",
            "add-category",
        ),
        *("add-stand-in", "add-precedent", "add", "edit", "edit-category", "edit-body", "plan", "pair-wall"),
        *("take-list", "take-people", "make", "lay", "paste", "slips-open", "change-settings"),
    )
)
"""What opens a form or a dialog, and does nothing else."""
SECTIONS = {
    "ground": (DISTRICT, ("boundaries", "places", "quality")),
    "matters": (DISTRICT, ("categories", "rules", "timetable", "owning")),
    "work": (DISTRICT, ("closing", "joint", "desksetting", "telling")),
    "hotline": (DISTRICT, ("intake", "upward", "orders", "scores")),
    "system": ("xitong", ("units", "people", "cellpeople", "sources", "keys", "walls")),
    "audit": ("shenji", ("audit", "boundaries")),
    "supervision": (SUPERVISOR, ("lookback", "scores", "owning")),
    "town": (TOWN, ("duty", "places", "keys")),
    "security": ("anquan", ("boundaries",)),
}
"""Who looks after what in the administration; the last of some is not theirs, and says so."""


@pytest.mark.parametrize("group", SECTIONS)
def test_administration(walker: Walker, group: str) -> None:
    username, sections = SECTIONS[group]
    looks = walker.enter(DESK, f"/admin?at={sections[0]}", username)
    page = looks.page
    for section in sections:
        page.goto(f"/admin?at={section}")
        looks.at(section, page.locator("main, .face"))
        see_what_opens(looks, section)
        for tab in [tab.get_attribute("data-tab") for tab in page.locator("[data-tab]").all()][1:]:
            page.goto(f"/admin?at={section}&tab={tab}")
            looks.at(f"{section}-{tab}", page.locator(f'[data-tab="{tab}"][aria-selected="true"]'))
            see_what_opens(looks, f"{section}-{tab}")
    looks.are_good()


def see_what_opens(looks: Looks, name: str) -> None:
    """The first dialog or form that a page opens."""
    opener = looks.page.locator(OPENERS)
    if opener.count() == 0:
        return
    opener.first.click()
    looks.at(f"{name}-opened", looks.page.locator("main"))


def test_papers(walker: Walker) -> None:
    looks = walker.enter(DESK, "/?view=desk", TOWN)
    page = live(looks)
    page.add_init_script("window.print = () => undefined")
    ticket = walker.day.ticket("DAY-WORKED")
    offered = page.evaluate(
        "(path) => fetch(path).then((answer) => answer.json())", f"/api/tickets/{ticket}/papers"
    )
    for paper, record in {each["kind"]: each["record"] for each in offered}.items():
        page.goto(f"/print?ticket={ticket}&paper={paper}" + (f"&record={record}" if record else ""))
        looks.at(paper, page.locator("[data-paper]"))
    page.goto("/print?handover=1")
    looks.at("handover", page.locator("[data-paper]"))
    page.goto("/print?ticket=1&paper=nothing")
    looks.at("no-paper", page.locator(".face"))
    looks.are_good()


def test_doors(walker: Walker) -> None:
    looks = walker.enter(DESK, "/")
    page = looks.page
    looks.at("sign-in", page.locator("input[name=username]"))
    page.locator("input[name=username]").fill(TOWN)
    page.locator("input[name=password]").fill("not the word")
    page.locator("button[type=submit]").click()
    looks.at("wrong", page.locator("[role=alert]:not(:empty)"))
    walker.people.sign_in(page, WORKER)
    page.goto("/")
    looks.at("no-desk", page.locator(".face"))
    page.goto("/t")
    looks.at("no-link", page.locator("[data-face]"))
    looks.are_good()


def test_phone(walker: Walker) -> None:
    looks = walker.enter(PHONE, "/m", WORKER)
    page = looks.page
    looks.at("list", page.locator("[data-screen=list] [data-ticket]"))
    for query in ("page=account", "page=patrol", "page=mine", "page=queue"):
        page.goto(f"/m?{query}")
        looks.at(query.removeprefix("page="), page.locator("[data-screen]"))
    new, worked = (walker.day.ticket(f"DAY-{name}") for name in ("UNOPENED", "WORKED"))
    for ticket, pages in (
        (new, ("", "call", "navigate", "decline")),
        (worked, ("", "more", "answer", "contact")),
    ):
        for name in pages:
            page.goto(f"/m?ticket={ticket}" + (f"&page={name}" if name else ""))
            looks.at(f"{ticket}-{name or 'ticket'}", page.locator("[data-screen]"))
    page.goto(f"/m?ticket={worked}&page=answer")
    page.locator("[data-submit]").click()
    looks.at("answer-refused", page.locator("[role=alert]:not(:empty)"))
    page.goto(f"/m?ticket={worked}")
    expect(page.locator('[data-command="arrive"], [data-command="answer"]').first).to_be_visible()
    page.context.set_offline(True)
    looks.at("offline", page.locator("[data-screen]"))
    looks.are_good()


def test_phone_of_a_leader(walker: Walker) -> None:
    looks = walker.enter(PHONE, "/m", SIGNER)
    page = looks.page
    looks.at("list", page.locator('[data-group="signoff"] [data-ticket]'))
    for order, name in (
        ("REVIEWED", ""),
        ("REVIEWED", "sign_off"),
        ("REVIEWED", "refuse_signoff"),
        ("SIGNED", ""),
    ):
        page.goto(f"/m?ticket={walker.day.ticket(f'DAY-{order}')}" + (f"&page={name}" if name else ""))
        looks.at(f"{order.lower()}-{name or 'ticket'}", page.locator("[data-screen]"))
    looks.are_good()


def test_wall(walker: Walker) -> None:
    faults = []
    for name, town, shows in (("district", False, "now"), ("town", True, "now"), ("heat", False, "heat")):
        looks = walker.enter(WALL, "/wall")
        code = looks.page.locator("[data-code]:not([data-code=''])")
        if name == "district":
            looks.at("code", code)
        expect(code).to_be_visible()
        walker.day.pair_wall(code.get_attribute("data-code") or "", town, shows)
        looks.at(name, looks.page.locator('[data-wall="picture"]'))
        faults += looks.faults
    looks.faults = faults
    looks.are_good()


def test_link(walker: Walker) -> None:
    looks = walker.enter(PHONE, walker.day.link(f"DAY-LINK-{walker.face}"))
    page = looks.page
    looks.at("ticket", page.locator("[data-screen=link]"))
    for command in ("accept", "answer", "decline"):
        button = page.locator(f'[data-command="{command}"]')
        if button.count():
            button.click()
            looks.at(command, page.locator("[data-screen]"))
            back = page.locator('[data-command="back"]')
            if back.count():
                back.click()
    looks.are_good()
