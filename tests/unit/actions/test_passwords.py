"""Who waits for a hash: two at a time, in turn, nobody who has hung up, and not without end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from dispatch.actions.passwords import Passwords
from dispatch.errors import HungUp, TooMany
from tests.hashing import Held
from tests.web.towns import PASSWORD, password_hash

AT_ONCE, QUEUE = 2, 64


@pytest.fixture
def held() -> Held:
    """What hashes once it may."""
    return Held()


@pytest.fixture
async def passwords(held: Held) -> AsyncIterator[Passwords]:
    """What takes turns with it; it ends with nobody held."""
    made = Passwords(held)
    yield made
    held.may.set()
    made.close()


async def hung_up() -> bool:
    """Of whoever is gone."""
    return True


def asked(passwords: Passwords, times: int) -> list[asyncio.Task[bool]]:
    """So many who stay until they know whether their password is right."""
    return [asyncio.create_task(passwords.fits(password_hash(), PASSWORD)) for _ in range(times)]


async def test_nothing_is_hashed_for_who_has_hung_up(passwords: Passwords, held: Held) -> None:
    staying = asked(passwords, AT_ONCE)
    await asyncio.sleep(0)
    gone = [asyncio.create_task(passwords.fits(password_hash(), PASSWORD, hung_up)) for _ in range(20)]
    staying += asked(passwords, 1)
    await asyncio.sleep(0)
    held.may.set()
    assert {type(each) for each in await asyncio.gather(*gone, return_exceptions=True)} == {HungUp}
    assert await asyncio.gather(*staying) == [True] * 3
    assert held.begun == 3


async def test_a_long_queue_is_told_to_come_again(passwords: Passwords, held: Held) -> None:
    waiting = asked(passwords, QUEUE)
    await asyncio.sleep(0)
    for refused in (passwords.fits(password_hash(), PASSWORD), passwords.hash(PASSWORD)):
        with pytest.raises(TooMany) as told:
            await refused
        assert told.value.more == {"retry_after": 5}
    held.may.set()
    assert all(await asyncio.gather(*waiting))
    assert await passwords.fits(password_hash(), PASSWORD)
