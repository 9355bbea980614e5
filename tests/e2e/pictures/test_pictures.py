"""Key screens look as they did. A real service's recorded answers, a clock that stands, nothing else that could differ.

``TAKE_PICTURES=1`` takes screens as they are now for the right ones; ``RECORD_SCREENS=1`` records the answers anew.
"""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Browser

from tests.e2e.pictures import album
from tests.e2e.pictures.conftest import record
from tests.e2e.pictures.recording import AGAIN, ORIGIN, Player, Recording
from tests.e2e.pictures.screens import PAPER, SCREENS, Look, Screen
from tests.e2e.pictures.taking import made_with, paper_of, picture_of

pytestmark = pytest.mark.shares
LARGEST = 2_500_000
"""Bytes of all kept pictures together."""


ALL = (*SCREENS, PAPER)
LOOKS = [(screen, look) for screen in ALL for look in screen.looks]


@pytest.fixture(scope="module", autouse=True)
def _recorded(drawing: Browser, request: pytest.FixtureRequest) -> None:
    """What screens are answered; recorded anew, all of it in one day, where that is asked for."""
    if os.environ.get("RECORD_SCREENS"):
        day = request.getfixturevalue("day")
        for screen in ALL:
            record(screen, drawing, day)


@pytest.mark.parametrize(("screen", "look"), LOOKS, ids=str)
def test_a_screen_looks_as_it_did(screen: Screen, look: Look, drawing: Browser) -> None:
    page = screen.page(drawing, ORIGIN, look)
    player = Player(page, Recording.read(screen.name))
    screen.open(page, player.recording.path)
    picture = paper_of(page) if screen is PAPER else picture_of(page)
    page.context.close()
    assert not player.missing, f"it asks what was not recorded: {sorted(set(player.missing))}\n  {AGAIN}"
    wrong = album.judged(screen.name, str(look), picture, made_with(drawing.version))
    assert not wrong, wrong


def test_the_pictures_are_those_of_the_screens_and_small() -> None:
    named = {f"{screen.name}-{look}.png" for screen, look in LOOKS}
    assert set(album.sizes()) == named, "a picture without a screen is deleted; one that lacks is taken"
    assert sum(album.sizes().values()) < LARGEST
