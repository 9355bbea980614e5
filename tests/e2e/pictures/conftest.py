"""Where recordings are made anew: a day of the district behind a real service. Otherwise no service is started."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, StorageState

from tests.databases import WEBHOOK_SECRET
from tests.e2e import story
from tests.e2e.day import Day, spent
from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.pictures.recording import Recorder, Recording
from tests.e2e.pictures.screens import Screen
from tests.e2e.service import Service

LINGER_MS = 3_000
"""What a page fetches ahead, when it has nothing better to do, belongs to a recording too."""


def photo() -> bytes:
    """A photo that is small when it is kept, and looks the same in every recording: a wall under a grey sky."""
    made, drawn = Image.new("RGB", (400, 300), (168, 178, 188)), BytesIO()
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 120, 400, 240), (150, 96, 72))
    draw.rectangle((0, 240, 400, 300), (96, 100, 88))
    made.save(drawn, "JPEG")
    return drawn.getvalue()


@pytest.fixture(scope="module")
def day(shared_service: Service, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """A day of the district, up to now."""
    folder = tmp_path_factory.mktemp("day")
    people = People(browser, shared_service.url, shared_service.district.users, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story, "picture", photo)
        yield spent(shared_service, Hotline(shared_service.url, WEBHOOK_SECRET), people)
    people.leave()


def record(screen: Screen, browser: Browser, day: Day) -> None:
    """Open a screen over the real service, in all its looks, and keep what it was answered."""
    path = screen.path if isinstance(screen.path, str) else screen.path(day)
    recording = Recording(datetime.now(UTC).replace(microsecond=0).isoformat(), path)
    state = entered(screen, browser, day)
    for look in screen.looks:
        page = screen.page(browser, day.service.url, look, state)
        Recorder(page, recording)
        screen.open(page, path)
        page.wait_for_timeout(LINGER_MS)
        page.context.close()
    recording.write(screen.name)


def entered(screen: Screen, browser: Browser, day: Day) -> StorageState:
    """The session of whoever looks at a screen, once what comes before has happened."""
    page = screen.page(browser, day.service.url, screen.looks[0])
    if screen.username:
        headers = {"X-Requested-With": "dispatch", "Origin": day.service.url}
        account = {"username": screen.username, "password": day.people.passwords[screen.username]}
        assert page.request.post("/api/session", data=account, headers=headers).ok
    screen.before(day, page)
    state = page.context.storage_state()
    page.context.close()
    return state
