"""Thousands who come back at once ask the database a few questions together, and each is answered for themselves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import pytest

from dispatch.actions.sign_in import SignedIn, digest_of, recognise_together
from dispatch.actions.sockets import Sockets
from dispatch.errors import NotSignedIn
from tests.simulation.script import Script, Session, Store, Transaction


class Counted(Store):
    """Knows how many transactions there were."""

    begun = 0

    @asynccontextmanager
    async def system(self) -> AsyncIterator[Transaction]:
        """As any other."""
        self.begun += 1
        async with super().system() as tx:
            yield tx


class Token(Session):
    """A session whose token is a number."""

    @property
    def digest(self) -> bytes:
        """Of the token."""
        return digest_of(f"token{self.person}")


async def test_a_crowd_is_recognised_in_a_few_questions() -> None:
    script = Script(Random(1), calm=True)
    for person in range(1, 1_001):
        made = Token(person, script.join(person).memberships, lives=person % 10 != 0)
        script.sessions[made.digest] = made
    store: Any = Counted(script)
    crowd = Sockets(store).of_session
    found = await asyncio.gather(
        *(recognise_together(crowd, f"token{person}", even_locked=True) for person in range(1, 1_001)),
        return_exceptions=True,
    )
    assert store.begun <= 4
    for person, each in enumerate(found, 1):
        assert isinstance(each, NotSignedIn) if person % 10 == 0 else isinstance(each, SignedIn)
        assert getattr(each, "person", person) == person


async def test_who_has_no_token_is_nobody() -> None:
    store: Any = Counted(Script(Random(1), calm=True))
    with pytest.raises(NotSignedIn):
        await recognise_together(Sockets(store).of_session, None, even_locked=True)
    assert store.begun == 0
