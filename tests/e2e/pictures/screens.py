"""The screens that are compared: whose each is, how large and in which light, how a page comes there, what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page, StorageState, expect

from tests.e2e.day import DISTRICT, TOWN, WORKER, Day
from tests.e2e.judging import SETTLED, UNDERWAY, loading_words
from tests.e2e.people import PATIENCE_MS

Light = Literal["light", "dark"]
WALL, DESK, PHONE, A4 = (1920, 1080), (1366, 768), (360, 640), (794, 1123)
STEADY = """
delete window.SharedWorker;
window.AudioContext = class extends AudioContext { get state() { return "running"; } };
"""
"""A page's own socket can be answered; and it may sound at once, which browsers decide a moment after they open."""
STOOD = "pane => pane.dataset.view ?? pane.dataset.drawn"
"""A map says what it shows once it stands still."""


@dataclass(frozen=True)
class Look:
    """A screen in one size, by day or by night."""

    size: tuple[int, int]
    light: Light

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]}-{self.light}"


def looks(*sizes: tuple[int, int], lights: tuple[Light, ...] = ("light", "dark")) -> tuple[Look, ...]:
    """Each size in each light."""
    return tuple(Look(size, light) for size in sizes for light in lights)


def nothing(page: Page) -> None:
    """The page comes there by its address alone."""


@dataclass(frozen=True)
class Screen:
    """One screen; ``before`` is what happens before it is recorded, ``then`` what a hand does once it is open."""

    name: str
    looks: tuple[Look, ...]
    there: tuple[str, ...]
    username: str = ""
    path: str | Callable[[Day], str] = "/"
    before: Callable[[Day, Page], None] = lambda day, page: None
    then: Callable[[Page], None] = nothing
    map: str = ""
    """The map, where one is drawn."""

    def __str__(self) -> str:
        return self.name

    def page(self, browser: Browser, origin: str, look: Look, state: StorageState | None = None) -> Page:
        """An empty page for it, whose questions are counted; perhaps of somebody who has signed in before."""
        width, height = look.size
        context = browser.new_context(
            base_url=origin,
            storage_state=state,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": height},
            color_scheme=look.light,
            reduced_motion="reduce",
            service_workers="block",
            is_mobile=look.size == PHONE,
            has_touch=look.size == PHONE,
        )
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(UNDERWAY + STEADY)
        return context.new_page()

    def open(self, page: Page, path: str) -> None:
        """Go there, and do what a hand does."""
        page.goto(path)
        self.await_rest(page, *self.there[:1])
        self.then(page)
        self.await_rest(page, *self.there)

    def await_rest(self, page: Page, *there: str) -> None:
        """Return once all is there, nothing is on its way, and a map stands still."""
        for each in there:
            expect(page.locator(each).first).to_be_visible()
        page.wait_for_function(SETTLED, arg=loading_words())
        if self.map:
            page.wait_for_function(STOOD, arg=page.locator(self.map).element_handle())


def lock(day: Day, page: Page) -> None:
    """The person goes away from their desk."""
    headers = {"X-Requested-With": "dispatch", "Origin": day.service.url}
    assert page.request.post("/api/session/lock", headers=headers).ok


def pair(day: Day, page: Page) -> None:
    """Somebody who keeps walls types the code that the screen shows."""
    page.goto("/wall")
    code = page.locator("[data-code]:not([data-code=''])")
    expect(code).to_be_visible()
    day.pair_wall(code.get_attribute("data-code") or "", town=False, shows="now")
    expect(page.locator('[data-wall="picture"]')).to_be_visible()


LIVE = '[data-connection="live"]'
SCREENS = (
    Screen(
        "town-desk",
        (Look(WALL, "light"), Look(DESK, "dark")),
        (LIVE, "[data-open] [data-actions]", '[data-map="ready"]'),
        TOWN,
        lambda day: f"/?view=desk&duty=in_progress&ticket={day.ticket('DAY-WORKED')}",
        map=".map-box",
    ),
    Screen(
        "review",
        (Look(DESK, "light"), Look(DESK, "dark")),
        (LIVE, ".panel.wide", "[data-actions]"),
        TOWN,
        lambda day: f"/?view=desk&duty=answered&ticket={day.ticket('DAY-ANSWERED')}",
        map=".map-box",
    ),
    Screen("towns", looks(DESK), (LIVE, "[data-town]"), DISTRICT),
    Screen(
        "ruling",
        looks(DESK, lights=("light",)),
        ('[data-view-shown="ruling"]', "[data-case]", '[data-command="grant"]', '[data-map="ready"]'),
        DISTRICT,
        "/?view=ruling",
        then=lambda page: page.keyboard.press("ArrowDown"),
        map=".map-box",
    ),
    Screen(
        "heat",
        (Look(WALL, "light"), Look(DESK, "dark")),
        ('[data-view-shown="heat"]', '[data-map="ready"]'),
        DISTRICT,
        "/?view=heat",
        map=".heat-pane .map-box",
    ),
    Screen("wall", looks(WALL, lights=("light",)), ('[data-wall="picture"]',), path="/wall", before=pair),
    Screen("sign-in", looks(DESK), ("input[name=username]",), path="/signin"),
    Screen("lock", looks(DESK, lights=("light",)), (".lock",), TOWN, "/?view=desk", before=lock),
    Screen("phone-list", looks(PHONE), ("[data-screen=list] [data-ticket]",), WORKER, "/m"),
    Screen(
        "phone-ticket",
        looks(PHONE),
        ("[data-screen] [data-command]",),
        WORKER,
        lambda day: f"/m?ticket={day.ticket('DAY-UNOPENED')}",
    ),
    Screen(
        "link",
        looks(PHONE, lights=("light",)),
        ("[data-screen=link]",),
        path=lambda day: "/t/" + day.link("DAY-LINK-zh-day").rpartition("/")[2],
    ),
    Screen("rules", looks(DESK), ("main table",), DISTRICT, "/admin?at=rules"),
)
PAPER = Screen(
    "paper",
    looks(A4, lights=("light",)),
    ("[data-paper]",),
    TOWN,
    lambda day: f"/print?ticket={day.ticket('DAY-WORKED')}&paper=assignment",
)
"""What comes out of a printer, not what a page shows."""
