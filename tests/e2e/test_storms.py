"""The line breaks again and again while tickets come and are acted on: the desk says so, and ends up with the truth."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.cable import Cable
from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import PATIENCE_SECONDS, Service
from tests.e2e.story import Elsewhere, elsewhere, order_at, spot_of

CUTS = 6
LINES = """
() => Object.fromEntries([...document.querySelectorAll(".duty-states [data-duty]")].map((duty) =>
  [duty.dataset.duty, Number(duty.querySelector(".duty-count").textContent)]))
"""
REMEMBER = """
window.lineStates = [];
new MutationObserver(() => {
  const now = document.querySelector("[data-connection]")?.dataset.connection;
  if (now && now !== window.lineStates.at(-1)) window.lineStates.push(now);
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-connection"] });
"""
"""Remembers what the page said about its line, one word after another."""
HELD = "SELECT CASE state WHEN 'assigned' THEN 'in_progress' ELSE state END, array_agg(id) FROM ticket GROUP BY 1"


@pytest.fixture
def cable(service: Service) -> Iterator[Cable]:
    """What people reach the service by."""
    with contextlib.closing(Cable(service.port)) as made:
        service.stop()
        service.public_url = made.url
        service.start()
        yield made


@pytest.fixture
def people(cable: Cable, service: Service, browser: Browser, tmp_path: Path) -> Iterator[People]:
    """People at the other end of the cable."""
    gathered = People(browser, cable.url, service.district.users, tmp_path)
    yield gathered
    gathered.leave()


class Weather(threading.Thread):
    """What happens meanwhile: an order after another, most of them acted on; each goes by another line."""

    def __init__(self, service: Service, hotline: Hotline, people: People) -> None:
        super().__init__()
        self._service, self._hotline, self._people = service, hotline, people
        self._place = spot_of(service, "wjy-wangge")
        self._calm = threading.Event()
        self._befell = threading.Condition()
        self.orders = 0
        self.failed: BaseException | None = None

    def run(self) -> None:
        """Go on until it is calm."""
        try:
            while not self._calm.is_set():
                self.befall()
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            self.failed = error

    def befall(self) -> None:
        """One order, and what becomes of it: nothing, signed, or in hand."""
        self.orders += 1
        number = f"E2E-STORM-{self.orders}"
        self._hotline.push(order_at(self._place, number, f"围墙开裂{self.orders}", "市容环卫/围墙"))
        ((ticket,),) = self._service.rows("SELECT id FROM ticket WHERE order_no = %s", number)
        if self.orders % 3:
            with elsewhere(self._service, self._people, "wjy-daiban", ticket) as leader:
                self.act(leader)
        with self._befell:
            self._befell.notify_all()

    def act(self, leader: Elsewhere) -> None:
        """Sign it, and perhaps take it."""
        leader.give("sign")
        if self.orders % 3 == 2:
            leader.give("take")

    def await_next(self) -> None:
        """Something has happened since."""
        known = self.orders
        with self._befell:
            assert self._befell.wait_for(lambda: self.orders > known or self.failed, PATIENCE_SECONDS)

    def calm(self) -> None:
        """It ends."""
        self._calm.set()
        self.join(PATIENCE_SECONDS)
        if self.failed is not None:
            raise self.failed


def shown(page: Page) -> dict[str, list[int]]:
    """What each list shows, in no order."""
    lists: dict[str, list[int]] = {}
    for duty in page.evaluate(LINES):
        page.locator(f'[data-duty="{duty}"]').click()
        expect(page.locator(f'[data-duty="{duty}"][aria-current="true"]')).to_be_visible()
        lines = page.locator("[data-ticket]").evaluate_all(
            "all => all.map((one) => Number(one.dataset.ticket))"
        )
        lists[duty] = sorted(lines)
    return lists


def is_live(page: Page) -> None:
    """The desk says that it hears the service."""
    expect(page.locator('[data-connection="live"]')).to_be_visible()


def test_a_line_that_breaks_again_and_again_loses_and_doubles_nothing(
    service: Service, hotline: Hotline, cable: Cable, people: People
) -> None:
    person = people.at_desk("wjy-zhiban")
    page = person.page
    page.set_viewport_size({"width": 1366, "height": 6_000})  # long enough to draw every line of a list
    person.context.add_init_script(REMEMBER)
    page.reload()
    is_live(page)
    weather = Weather(service, hotline, people)
    weather.start()
    try:
        for _ in range(CUTS):
            before = page.evaluate("window.lineStates.length")
            assert cable.cut() > 0
            weather.await_next()
            page.wait_for_function(
                "before => window.lineStates.slice(before).includes('offline')", arg=before
            )
            is_live(page)
        cable.pull()
        expect(page.locator('[data-connection="offline"]')).to_contain_text("离线自")
    finally:
        weather.calm()
    known = page.evaluate(LINES)
    weather.befall()
    expect(page.locator('[data-connection="offline"]')).to_be_visible()
    assert page.evaluate(LINES) == known  # no line, no news
    cable.put_in()
    page.evaluate("dispatchEvent(new Event('online'))")  # as browsers say when a cable is in again
    is_live(page)
    held = {state: sorted(tickets) for state, tickets in service.rows(HELD)}
    assert sum(map(len, held.values())) == weather.orders > CUTS
    for duty, tickets in held.items():
        expect(page.locator(f'[data-duty="{duty}"] .duty-count')).to_have_text(str(len(tickets)))
    found = shown(page)
    assert {duty: tickets for duty, tickets in found.items() if tickets} == held
    assert {duty: len(tickets) for duty, tickets in found.items()} == page.evaluate(LINES)
    assert person.complaints == []
