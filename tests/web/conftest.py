"""The edge over a real database with two towns, and browsers that talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import httpx
import pytest
from fastapi import FastAPI

from dispatch.actions.passwords import Passwords
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.units import Units
from dispatch.ports.evidence import EvidenceFiles
from dispatch.store import world
from dispatch.store.database import Database
from dispatch.web import assemble
from dispatch.web.guard import Guard
from tests.databases import Database as TestDatabase
from tests.web import towns

PUBLIC_URL = "http://desk.test"
Browser: TypeAlias = httpx.AsyncClient
SignIn: TypeAlias = Callable[[str], Awaitable[Browser]]


@pytest.fixture
def two_towns(database: TestDatabase) -> TestDatabase:
    """A database of its own with the two towns."""
    towns.found(database.owner_url)
    return database


@pytest.fixture
async def store(two_towns: TestDatabase) -> AsyncIterator[Database]:
    """The service's pool."""
    opened = await Database.open(two_towns.url, size=4)
    yield opened
    await opened.close()


@pytest.fixture
async def units(store: Database) -> Units:
    """The units in force."""
    async with store.system() as tx:
        return await world.units(tx)


@pytest.fixture
def ended() -> list[SignedIn]:
    """Everybody whose session the edge reported as over."""
    return []


@pytest.fixture
async def app(store: Database, units: Units, ended: list[SignedIn], tmp_path: Path) -> AsyncIterator[FastAPI]:
    """The edge, without streams and hotline."""

    async def end(person: SignedIn) -> None:
        ended.append(person)

    (tmp_path / "pages" / "assets").mkdir(parents=True)
    for name in ("index.html", "m.html", "signin.html", "assets/desk.js"):
        (tmp_path / "pages" / name).write_text(f"<!-- {name} -->", encoding="utf-8")
    passwords, files = Passwords(), EvidenceFiles(tmp_path / "evidence")
    made = assemble.frame(PUBLIC_URL)
    assemble.fill(
        made,
        assemble.Parts(
            guard=Guard(store, PUBLIC_URL),
            passwords=passwords,
            units=lambda: units,
            sealer=towns.sealer(),
            frontend_dir=tmp_path / "pages",
            demo=True,
            checks={},
            ended=end,
            further=(),
        ),
    )
    yield made
    passwords.close()
    files.close()


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
