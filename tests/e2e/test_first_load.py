"""A page's first view fetches what the budget weighs (frontend/scripts/budget.mjs): nothing more, nothing less."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from deploy.bootstrap.place import FRONTEND
from deploy.bootstrap.prepare import node_environment
from tests.e2e.people import People, Person
from tests.e2e.pointing import desk_map, plan_map, view

pytestmark = [pytest.mark.shares, pytest.mark.drawn]
SHARED = """
window.sharedWorkers = [];
window.SharedWorker = class extends SharedWorker {
  constructor(url, options) {
    super(url, options);
    window.sharedWorkers.push(String(url));
  }
};
"""
"""Remembers the shared workers that a page starts: what those fetch is no request of the page's."""
STARTED = """
[...performance.getEntriesByType("resource").map(({ name }) => name), ...window.sharedWorkers]
  .map((name) => new URL(name, location.href).pathname)
"""


@pytest.fixture(scope="module")
def weighed() -> dict[str, set[str]]:
    """The scripts and styles that the budget counts, by page."""
    words = ["node", "scripts/budget.mjs", "--files"]
    told = subprocess.run(
        words, cwd=FRONTEND, env=node_environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    return {page: {f"/{file}" for file in files} for page, files in json.loads(told.stdout).items()}


def fetched(person: Person, path: str, is_shown: Callable[[Page], object]) -> set[str]:
    """Open a page anew; the scripts and styles that it and its workers asked for until its first view stood."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append("/" + request.url.partition("?")[0].partition("//")[2].partition("/")[2])

    page = person.page
    person.context.add_init_script(SHARED)
    page.on("request", note)
    page.goto(path)
    is_shown(page)
    page.remove_listener("request", note)
    return {each for each in [*asked, *page.evaluate(STARTED)] if each.endswith((".js", ".mjs", ".css"))}


def is_a_desk(page: Page) -> None:
    """It is live, and its map is drawn."""
    expect(page.locator('[data-connection="live"]')).to_be_visible()
    view(desk_map(page))


def test_the_consoles_first_view(people: People, weighed: dict[str, set[str]]) -> None:
    person = people.at_desk("wjy-zhiban")  # a town's: the district begins with all towns, without a map
    assert fetched(person, "/", is_a_desk) == weighed["index.html"]


def test_the_administrations_first_view(people: People, weighed: dict[str, set[str]]) -> None:
    person = people.at_desk("qu-zhiban")
    assert fetched(person, "/admin", lambda page: view(plan_map(page))) == weighed["admin.html"]


def test_the_phones_first_view(people: People, weighed: dict[str, set[str]]) -> None:
    person = people.with_phone("wjy-wangge")
    found = fetched(person, "/m", lambda page: expect(page.get_by_text("现在没有任务")).to_be_visible())
    assert found - {"/phone-worker.js"} == weighed["m.html"]


def test_the_sign_ins_first_view(people: People, weighed: dict[str, set[str]]) -> None:
    found = fetched(
        people.stranger(),
        "/signin",
        lambda page: expect(page.locator("input[name=username]")).to_be_focused(),
    )
    assert found == weighed["signin.html"]
