"""A signed-in person outside the system: comes back by themselves whenever the service does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from dispatch.domain.access import Membership, Role, readers
from tests.chaos.clients.again import pauses
from tests.chaos.world.world import World
from tests.serving import PLAIN

TIMEOUT_SECONDS = 12.0
SIGN_IN_SECONDS = 90.0
"""A password is hashed slowly on purpose; who gives up too early only adds to the queue."""


@dataclass(frozen=True, slots=True)
class Rights:
    """Who a person is, and as whom the scenario knows them to read."""

    person: int
    readers: frozenset[str]


def rights(world: World, username: str) -> Rights:
    """The rights of a person at this moment, read past the service."""
    rows = world.rows(
        "SELECT a.person, m.role, m.unit FROM account a LEFT JOIN membership m ON m.person = a.person"
        " AND m.valid @> now() WHERE a.username = %s",
        username,
    )
    held = [Membership(Role(role), unit) for _, role, unit in rows if role is not None]
    return Rights(rows[0][0], readers(rows[0][0], held))


@dataclass
class Person:
    """``rights`` is what the scenario knows; who changes them says so by ``learn``."""

    world: World
    username: str
    url: str = ""
    """Where this person finds the service: by the world's proxy unless said otherwise."""
    _cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def __post_init__(self) -> None:
        self.url = self.url or self.world.url
        self.rights = rights(self.world, self.username)
        self.dice = self.world.random(self.username)
        self._password = next(
            each["password"] for each in self.world.database.users if each["username"] == self.username
        )

    def learn(self) -> None:
        """The scenario changed the person's rights."""
        self.rights = rights(self.world, self.username)

    @asynccontextmanager
    async def online(self) -> AsyncIterator[httpx.AsyncClient]:
        """A browser of theirs; it may have to sign in first."""
        headers = {"X-Requested-With": "dispatch", "Origin": self.world.url, "Sec-Fetch-Site": "same-origin"}
        async with httpx.AsyncClient(
            base_url=self.url,
            headers=headers,
            cookies=self._cookies,
            timeout=TIMEOUT_SECONDS,
            verify=PLAIN,
            trust_env=False,
        ) as client:
            yield client
            self._cookies = client.cookies

    async def sign_in(self, client: httpx.AsyncClient) -> None:
        """Sign in, however long that takes.

        Raises:
            RuntimeError: the service says that the password is wrong.
        """
        async for _ in pauses(self.dice):
            try:
                answer = await client.post(
                    "/api/session",
                    json={"username": self.username, "password": self._password},
                    timeout=SIGN_IN_SECONDS,
                )
            except (httpx.HTTPError, OSError):
                continue
            if answer.is_success:
                return
            if answer.status_code in (401, 403):
                raise RuntimeError(f"{self.username} cannot sign in: {answer.text}")
