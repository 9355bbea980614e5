"""The edge over a real database with two towns, and browsers that talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import httpx
import pytest
from fastapi import APIRouter, FastAPI

from dispatch.actions.duty import Duty
from dispatch.actions.evidence import Evidence
from dispatch.actions.leaving import Leaving
from dispatch.actions.links import Links
from dispatch.actions.passwords import Passwords
from dispatch.actions.people import People
from dispatch.actions.people_list import PeopleList
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.tickets import Tickets
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.units import Units
from dispatch.jobs.telling import Sending
from dispatch.ports.evidence import EvidenceFiles
from dispatch.ports.gateway import Outbox
from dispatch.ports.limits import Limits
from dispatch.reads.health import readiness
from dispatch.store.database import Database
from dispatch.web import assemble, people_list
from dispatch.web import duty as duty_routes
from dispatch.web import links as link_routes
from dispatch.web import people as people_routes
from dispatch.web import telling as telling_routes
from dispatch.web.guard import Guard
from tests.boundaries import APART
from tests.databases import Database as TestDatabase
from tests.web import towns, work_given
from tests.web.audited import Watched

PUBLIC_URL = "http://desk.test"
PAGES = (
    *("index.html", "m.html", "t.html", "admin.html", "print.html", "signin.html", "wall.html"),
    *("phone-worker.js", "assets/desk.js", "phone/manifest.webmanifest"),
)
Browser: TypeAlias = httpx.AsyncClient
SignIn: TypeAlias = Callable[[str], Awaitable[Browser]]


@pytest.fixture
def two_towns(founded: TestDatabase) -> TestDatabase:
    """A database of its own with the two towns."""
    return founded


@pytest.fixture
async def store(two_towns: TestDatabase) -> AsyncIterator[Database]:
    """The service's pool."""
    opened = await Database.open(two_towns.url, size=4)
    yield opened
    await opened.close()


@pytest.fixture
async def worlds(store: Database) -> Worlds:
    """Everything decisions read, from the database."""
    made = Worlds(store)
    await made.refresh()
    return made


@pytest.fixture
def woken() -> list[int]:
    """The streams whose listeners were woken, in order."""
    return []


@pytest.fixture
async def files(tmp_path: Path) -> AsyncIterator[EvidenceFiles]:
    """The folder of pictures."""
    made = EvidenceFiles(tmp_path / "evidence")
    yield made
    made.close()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The folder of built pages."""
    made = tmp_path / "pages"
    for folder in ("assets", "phone"):
        (made / folder).mkdir(parents=True)
    for name in PAGES:
        (made / name).write_text(f"<!-- {name} -->" * 100, encoding="utf-8")
    return made


@pytest.fixture
async def works(store: Database) -> AsyncIterator[Works]:
    """Long work, ended with the test."""
    made = Works(store)
    yield made
    await made.close()


@pytest.fixture
def edge_parts(
    store: Database,
    worlds: Worlds,
    works: Works,
    files: EvidenceFiles,
    pages: Path,
    woken: list[int],
    ended: list[SignedIn],
    outbox: Outbox,
    links: Links,
) -> assemble.Parts:
    """The parts as ``app`` makes them, without streams and hotline."""

    async def wake(streams: Sequence[int]) -> None:
        woken.extend(streams)

    async def end(person: SignedIn) -> None:
        ended.append(person)

    sealer, guard, passwords = towns.sealer(), Guard(store, PUBLIC_URL), towns.passwords()
    return assemble.Parts(
        guard=guard,
        passwords=passwords,
        worlds=worlds,
        tickets=Tickets(store, worlds, sealer, wake),
        works=works,
        apart=APART,
        evidence=Evidence(store, files, lambda: worlds.current.tables, wake),
        files=files,
        sealer=sealer,
        frontend_dir=pages,
        demo=True,
        checks=assemble.checks(worlds, store),
        ready=lambda: readiness(draining=False, lag_seconds=0.0),
        ended=end,
        further=telling_people(guard, worlds, passwords, outbox, links, wake),
    )


def telling_people(
    guard: Guard,
    worlds: Worlds,
    passwords: Passwords,
    outbox: Outbox,
    links: Links,
    wake: Callable[[Sequence[int]], Awaitable[None]],
) -> list[APIRouter]:
    """The routes about telling people and duty, as ``app`` makes them."""

    def units() -> Units:
        return worlds.current.tables.units

    database = guard.database
    hand_on = Leaving(database, worlds, wake).hand_on
    return [
        link_routes.router(guard, links),
        telling_routes.router(guard, outbox, units, demo=True),
        duty_routes.router(guard, Duty(database, units, passwords), units),
        people_routes.router(guard, People(database, passwords, hand_on)),
        people_list.router(guard, PeopleList(database, passwords, hand_on), PUBLIC_URL),
    ]


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    """Where messages go."""
    return Outbox(tmp_path / "outbox.jsonl", lambda: "2026-11-24T01:00:00+00:00")


@pytest.fixture
async def links(redis_url: str) -> AsyncIterator[Links]:
    """What makes and follows one-use links."""
    limits = Limits(redis_url)
    yield Links(b"m" * 32, PUBLIC_URL, limits)
    await limits.close()


@pytest.fixture
def sending(store: Database, outbox: Outbox, links: Links, two_towns: TestDatabase) -> Sending:
    """What sends messages, at any hour."""
    work_given.always_awake(two_towns)
    return Sending(store, outbox, links)


@pytest.fixture
def ended() -> list[SignedIn]:
    """Everybody whose session the edge reported as over."""
    return []


@pytest.fixture
async def app(
    edge_parts: assemble.Parts, two_towns: TestDatabase, remembered_fields: None
) -> AsyncIterator[FastAPI]:
    """The edge; whatever went well through it has left the audit rows it owes."""
    made = assemble.frame(PUBLIC_URL)
    assemble.fill(made, edge_parts)
    missing: list[str] = []
    made.add_middleware(Watched, edge=made, owner_url=two_towns.owner_url, missing=missing)
    yield made
    edge_parts.passwords.close()
    assert not missing, missing


@pytest.fixture
async def browser(app: FastAPI) -> AsyncIterator[Callable[[], Browser]]:
    """Makes browsers that nobody has signed in with."""
    made: list[Browser] = []

    def make() -> Browser:
        headers = {"X-Requested-With": "dispatch", "Origin": PUBLIC_URL, "Sec-Fetch-Site": "same-origin"}
        made.append(
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=PUBLIC_URL, headers=headers)
        )
        return made[-1]

    yield make
    for each in made:
        await each.aclose()


@pytest.fixture
def sign_in(browser: Callable[[], Browser]) -> SignIn:
    """Makes a browser in which somebody has signed in."""

    async def signed_in(username: str) -> Browser:
        made = browser()
        answer = await made.post("/api/session", json={"username": username, "password": towns.PASSWORD})
        assert answer.status_code == 200, answer.text
        return made

    return signed_in
