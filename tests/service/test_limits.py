"""Limits over a real Redis: processes count together; without Redis each counts for itself, and comes back."""

from __future__ import annotations

import contextlib

import redis

from dispatch.ports.limits import MINUTE_SECONDS, Limits

NOWHERE = "redis://127.0.0.1:1/0"


class Clock:
    """A steady clock that tests set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_processes_count_together(redis_url: str) -> None:
    one, other = Limits(redis_url), Limits(redis_url)
    taken = [await each.take("api_key:1", 3) for each in (one, other, one, other)]
    assert taken[:3] == [None, None, None]
    assert taken[3] is not None
    assert 0 < taken[3] <= MINUTE_SECONDS
    assert await one.take("api_key:2", 3) is None
    await one.close()
    await other.close()


async def test_a_count_is_forgotten_after_a_minute_even_if_nobody_asks_again(redis_url: str) -> None:
    limits = Limits(redis_url)
    for _ in range(3):
        await limits.take("api_key:1", 1)
    with contextlib.closing(redis.Redis.from_url(redis_url)) as connection:
        (name,) = connection.keys("*")
        assert 0 < connection.pttl(name) <= MINUTE_SECONDS * 1000
        connection.pexpire(name, 0)
    assert await limits.take("api_key:1", 1) is None
    await limits.close()


async def test_without_redis_each_process_counts_for_itself() -> None:
    clock = Clock()
    one, other = Limits(NOWHERE, clock), Limits(NOWHERE, clock)
    assert [await one.take("a", 2) for _ in range(3)] == [None, None, MINUTE_SECONDS]
    assert await other.take("a", 2) is None
    assert not one.shared
    clock.now += 45
    assert await one.take("a", 2) == 15
    clock.now += 15
    assert await one.take("a", 2) is None
    await one.close()
    await other.close()


async def test_redis_counts_again_when_it_is_back(redis_url: str) -> None:
    clock = Clock()
    limits = Limits(redis_url, clock)
    await limits.take("a", 9)
    there, limits._redis = limits._redis, Limits(NOWHERE)._redis
    await limits.take("a", 9)
    assert not limits.shared
    await limits._redis.aclose()
    limits._redis = there
    await limits.take("a", 9)
    assert not limits.shared  # it rests, and nobody waits for it
    clock.now += 10
    await limits.take("a", 9)
    assert limits.shared
    await limits.close()
