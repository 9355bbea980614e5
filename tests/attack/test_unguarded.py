"""The same floods against the same application with its guard and without: what is shown elsewhere could fail."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis

from deploy.bootstrap.servers import TEST
from tests.attack.bare import FILES, be_bare, be_guarded
from tests.attack.ground import standing
from tests.attack.raw import connected
from tests.attack.test_floods import HALF_BODY, HALF_HEAD, silent
from tests.databases import Template
from tests.e2e.service import Service

LIVE = b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
SLOW = (HALF_HEAD, HALF_BODY)
UNANSWERED_SECONDS = 0.5
"""How long an answer is waited for that cannot come: whoever is slow to fail is no danger to the test."""


@pytest.fixture
def standing_as(
    keeper: psycopg.Connection[Any], founded_template: Template, redis_number: int, tmp_path: Path
) -> Iterator[Callable[[Callable[[Mapping[str, str], int, Path], None]], Service]]:
    """Starts the service as one or the other."""
    url = TEST.redis_url(redis_number)
    with contextlib.closing(redis.Redis.from_url(url)) as connection:
        connection.flushdb()
    with contextlib.ExitStack() as stack:
        yield lambda being: stack.enter_context(standing(keeper, founded_template, url, tmp_path, being))


async def after(service: Service, said: bytes, seconds: float | None) -> str:
    """What a newcomer hears after more clients than there is room for said something and then nothing.

    ``seconds``: how long the newcomer waits. None: until answered, and comes when all the silent were let go, none of
    whom ever hangs up.
    """
    async with AsyncExitStack() as stack:
        raws = [await silent(stack, service.port, said) for _ in range(FILES)]
        if seconds is None:
            await asyncio.gather(*(raw.rest() for raw in raws))
        return await newcomer(service.port, seconds)


async def newcomer(port: int, seconds: float | None) -> str:
    """What somebody hears who asks whether the service lives."""
    async with connected(port) as raw:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await raw.send(LIVE)
                return (await raw.rest()).decode()
    return ""


async def test_the_silent_are_let_go_and_a_newcomer_is_answered(standing_as: Callable[..., Service]) -> None:
    service = standing_as(be_guarded)
    answers = [await after(service, said, None) for said in SLOW]
    assert all(each.startswith("HTTP/1.1 200 ") for each in answers), answers


async def test_without_the_guard_they_stay_and_nobody_is_answered(
    standing_as: Callable[..., Service],
) -> None:
    service = standing_as(be_bare)
    assert await newcomer(service.port, None)
    assert [await after(service, said, UNANSWERED_SECONDS) for said in SLOW] == [""] * len(SLOW)
