"""Whoever walks through screens past the judges: in Chinese by day, in English by night."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.day import Day
from tests.e2e.judging import THUMB, UNDERWAY, Looks
from tests.e2e.people import PHONE, People
from tests.e2e.untold import data_of

FACES = {"zh-day": ("zh", "light"), "en-night": ("en", "dark")}
DESK: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}, "reduced_motion": "reduce"}
WALL: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}, "reduced_motion": "reduce"}


@dataclass
class Walker:
    """Whoever walks through screens in one language and light."""

    people: People
    day: Day
    face: str
    walk: str

    def enter(self, kind: dict[str, Any], path: str, username: str = "", script: str = "") -> Looks:
        """Open a page, signed in where somebody is named."""
        language, scheme = FACES[self.face]
        person = self.people.stranger({**kind, "color_scheme": scheme})
        person.context.add_init_script(UNDERWAY + script)
        person.context.add_init_script(f"localStorage.setItem('dispatch.language', '{language}')")
        person.page.goto(path)
        if username:
            self.people.sign_in(person.page, username)
        least = THUMB if kind is PHONE else 0
        known = partial(data_of, self.day.service)
        return Looks(person.page, f"{self.walk}-{self.face}", least, known)


def live(looks: Looks) -> Page:
    """The page, once it hears what happens."""
    expect(looks.page.locator('[data-connection="live"]')).to_be_visible()
    return looks.page
