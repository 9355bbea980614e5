"""A real service over the demo district, a real hotline, and Debian's Chromium with a browser for each person."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from deploy.bootstrap.place import LOCAL
from deploy.bootstrap.servers import TEST
from tests.databases import WEBHOOK_SECRET
from tests.databases import Database as TestDatabase
from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import PATIENCE_MS, People
from tests.e2e.service import Service
from tests.ports import reserved

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A microphone that beeps, and nobody to ask.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
expect.set_options(timeout=PATIENCE_MS)
FAILED = pytest.StashKey[bool]()
PICTURES = LOCAL / "reports" / "e2e"


def chosen(request: pytest.FixtureRequest, name: str) -> Any:
    """A fixture of the test's own, or the one of its module where the tests of that are marked ``shares``."""
    is_shared = request.node.get_closest_marker("shares") is not None
    return request.getfixturevalue(f"shared_{name}" if is_shared else f"own_{name}")


@pytest.fixture
def own_receiver() -> Iterator[Receiver]:
    """The hotline's ear, for one test."""
    with contextlib.closing(Receiver(WEBHOOK_SECRET)) as heard:
        yield heard


@pytest.fixture(scope="module")
def shared_receiver() -> Iterator[Receiver]:
    """The hotline's ear, for all tests of a module."""
    with contextlib.closing(Receiver(WEBHOOK_SECRET)) as heard:
        yield heard


@pytest.fixture
def receiver(request: pytest.FixtureRequest) -> Receiver:
    """The hotline's ear."""
    heard: Receiver = chosen(request, "receiver")
    return heard


@contextlib.contextmanager
def running(district: TestDatabase, redis_url: str, receiver: Receiver, folder: Path) -> Iterator[Service]:
    """A service that runs for as long as this lasts; the receiver hears its status reports."""
    with psycopg.connect(district.owner_url) as connection:
        connection.execute("UPDATE source SET callback_url = %s", (f"http://{receiver.address}/callbacks",))
    with reserved() as port:
        made = Service(district, redis_url, receiver.address, folder, port)
        made.start()
        yield made
        made.stop()


@pytest.fixture
def own_service(
    district: TestDatabase, redis_url: str, own_receiver: Receiver, tmp_path: Path
) -> Iterator[Service]:
    """A service for one test."""
    with running(district, redis_url, own_receiver, tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def shared_service(
    shared_district: TestDatabase,
    redis_number: int,
    shared_receiver: Receiver,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """A service for all tests of a module, which costs less than one for each."""
    url = TEST.redis_url(redis_number)
    with contextlib.closing(redis.Redis.from_url(url)) as hints:
        hints.flushdb()
        with running(shared_district, url, shared_receiver, tmp_path_factory.mktemp("shared")) as made:
            yield made
        hints.flushdb()


@pytest.fixture
def service(request: pytest.FixtureRequest) -> Service:
    """The running service."""
    made: Service = chosen(request, "service")
    return made


@pytest.fixture
def hotline(service: Service) -> Hotline:
    """The hotline's mouth."""
    return Hotline(service.url, WEBHOOK_SECRET)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """What drives the browser. It ends with its module, for its event loop runs in this thread and keeps out others."""
    with sync_playwright() as driver:
        yield driver


def launch(playwright: Playwright, *arguments: str) -> Browser:
    """Debian's Chromium."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *arguments])


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws nothing in three dimensions, far quicker: every duty works from the lists."""
    launched = launch(playwright, "--disable-3d-apis")
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def drawing(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws maps, in software, and all else as on any machine without a graphics card."""
    launched = launch(playwright, "--enable-unsafe-swiftshader")
    yield launched
    launched.close()


@pytest.fixture
def people(service: Service, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[People]:
    """People with their browsers, each with a context of their own; maps are drawn where a test is marked ``drawn``.

    A failed test leaves a picture of each page in .local/reports/e2e.
    """
    is_drawn = request.node.get_closest_marker("drawn") is not None
    launched = request.getfixturevalue("drawing" if is_drawn else "browser")
    gathered = People(launched, service.url, service.district.users, tmp_path)
    yield gathered
    if request.node.stash.get(FAILED, False):
        PICTURES.mkdir(parents=True, exist_ok=True)
        gathered.photograph(PICTURES, request.node.name)
    gathered.leave()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Remember on the test that it failed, for the fixture that takes the pictures."""
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and let it begin: where several run tests, the long ones first leave no long end."""
    here = os.fspath(Path(__file__).parent)
    for item in items:
        if os.fspath(item.path).startswith(here):
            item.add_marker(pytest.mark.e2e)
    items.sort(key=lambda item: item.get_closest_marker("e2e") is None)
