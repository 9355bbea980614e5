"""The judge of pictures is judged, on screens as they are: it finds each planted fault, and nothing in letters that are
drawn a little otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser

from tests.e2e.pictures.judge import Picture, Pixels, differences
from tests.e2e.pictures.recording import ORIGIN, Player, Recording
from tests.e2e.pictures.screens import SCREENS
from tests.e2e.pictures.taking import picture_of

FAULTS = {
    "towns": {
        "a table moved aside": "table => table.style.transform = 'translateX(8px)'",
        "a table moved down": "table => table.style.transform = 'translateY(8px)'",
        "a column is wider": "table => table.querySelector('thead th:nth-child(3)').style.paddingRight = '16px'",
        "a row is lost": "table => table.querySelector('tbody tr:nth-child(4)').remove()",
        "a number is lost": "table => table.querySelector('tbody tr td:nth-child(4)').textContent = ''",
        "lines are lost": "() => root.setProperty('--line', 'transparent')",
        "the ground has another colour": "() => root.setProperty('--surface', '#f6f6f6')",
        "words are paler": "() => root.setProperty('--ink', '#6b7884')",
        "words are larger": "table => table.style.fontSize = '16px'",
        "the accent has another colour": "() => root.setProperty('--accent-text', '#8a5300')",
    },
    "phone-ticket": {
        "a button is lost": "button => button.remove()",
        "a button is hidden": "button => button.style.visibility = 'hidden'",
        "a button has the colour of the clock": "button => button.style.background = 'var(--soon)'",
        "a button is a little bluer": "button => button.style.background = '#1f67d2'",
        "a button is square": "button => button.style.borderRadius = '0'",
        "a button is lower": "button => button.style.minHeight = `${button.offsetHeight + 8}px`",
        "a line is broken": "() => document.querySelector('h1, h2').style.maxWidth = '60px'",
        "all is 8 pixels aside": "() => document.querySelector('#root').style.paddingLeft = '8px'",
    },
}
POINTED = {"towns": "table", "phone-ticket": '[data-command="accept"]'}
CASES = [(screen, fault) for screen, faults in FAULTS.items() for fault in faults]
OTHERWISE = {
    "letters set by their exact widths": "* { text-rendering: geometricPrecision }",
    "a flatter picture": "html { filter: contrast(.97) }",
}


AS_IT_WAS = """
(html) => {
  document.documentElement.removeAttribute("style");
  document.body.innerHTML = html;
  window.root = document.documentElement.style;
}
"""
"""What a page shows, and no program behind it that could change it."""


class Shown:
    """A screen as its recording has it, to be spoilt and made good again."""

    def __init__(self, name: str, browser: Browser) -> None:
        screen = next(each for each in SCREENS if each.name == name)
        self.page = screen.page(browser, ORIGIN, screen.looks[0])
        player = Player(self.page, Recording.read(name))
        screen.open(self.page, player.recording.path)
        self._html: str = self.page.evaluate("document.body.innerHTML")
        self.make_good()
        self.before = picture_of(self.page)

    def make_good(self) -> None:
        """Show what it showed."""
        self.page.evaluate(AS_IT_WAS, self._html)


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Callable[[str], Shown]]:
    """Screens, each opened once and given in good order."""
    held: dict[str, Shown] = {}

    def show(name: str) -> Shown:
        if name not in held:
            held[name] = Shown(name, browser)
        held[name].make_good()
        return held[name]

    yield show
    for each in held.values():
        each.page.context.close()


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_each_fault_is_found(shown: Callable[[str], Shown], name: str, fault: str) -> None:
    screen = shown(name)
    screen.page.locator(POINTED[name]).first.evaluate(FAULTS[name][fault])
    assert differences(screen.before, picture_of(screen.page))


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("style", OTHERWISE)
def test_letters_may_be_drawn_otherwise(shown: Callable[[str], Shown], name: str, style: str) -> None:
    screen = shown(name)
    screen.page.add_style_tag(content=OTHERWISE[style]).evaluate("style => document.body.append(style)")
    now = picture_of(screen.page)
    assert not np.array_equal(now.pixels, screen.before.pixels), "this changes nothing, and proves nothing"
    assert differences(screen.before, now) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_screen_made_good_shows_no_fault(shown: Callable[[str], Shown], name: str) -> None:
    screen = shown(name)
    assert differences(screen.before, picture_of(screen.page)) == []


def drawing(ground: int, first_road: int) -> Pixels:
    """A map of sorts: roads across a ground."""
    pixels = np.full((160, 160, 3), ground, dtype=np.uint8)
    pixels[first_road::20] = 90
    return pixels


def test_roads_of_a_map_may_lie_elsewhere_and_its_ground_may_not_go() -> None:
    everywhere = np.ones((160, 160), dtype=np.bool_)
    before = Picture(drawing(240, 0), everywhere)
    assert differences(before, Picture(drawing(240, 6), everywhere)) == []
    assert differences(before, Picture(drawing(180, 0), everywhere))
    assert differences(before, Picture(drawing(240, 6), ~everywhere)), "words where a map was are no map"


def test_a_picture_of_another_size_is_another() -> None:
    everywhere = np.ones((160, 160), dtype=np.bool_)
    half = Picture(drawing(240, 0)[:80], everywhere[:80])
    assert differences(Picture(drawing(240, 0), everywhere), half)
