"""Who is asked to stop leaves in good order; two processes are restarted under load, and nobody notices."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import signal
from collections.abc import AsyncIterator, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect

from tests.databases import Database
from tests.e2e.service import Service as Process
from tests.service.conftest import Following, Hotline, Service, SignIn, Watched, order
from tests.service.processes import Processes, behind_a_proxy
from tests.serving import PLAIN
from tests.web import towns

PUSHERS = 3


@pytest.fixture
async def service(hotline_district: Database, redis_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    """The service is two processes."""
    async with behind_a_proxy(hotline_district, redis_url, tmp_path, ready="/health/ready") as processes:
        yield processes


class Pushing:
    """A hotline that pushes one order after the other, and only knows how to connect again."""

    def __init__(self, url: str, numbers: Iterator[int]) -> None:
        self._url = url
        self._numbers = numbers
        self.answers: dict[str, int] = {}
        self.failures: list[str] = []
        self.stopped = asyncio.Event()

    async def push(self) -> None:
        """Push until it is stopped."""
        async with httpx.AsyncClient(base_url=self._url, timeout=30, verify=PLAIN) as client:
            while not self.stopped.is_set():
                name = f"ROLL{next(self._numbers)}"
                try:
                    answer = await self._pushed(Hotline(client), name)
                except httpx.TransportError as error:
                    self.failures.append(f"{name}: {error!r}")
                else:
                    self.answers[name] = answer.status_code

    async def _pushed(self, hotline: Hotline, name: str) -> httpx.Response:
        while True:
            try:
                return await hotline.push(order(name), identity=f"msg_{name}")
            except httpx.ConnectError:
                continue


def shows(watched: Watched, held: Mapping[int, Any]) -> bool:
    """Whether a client's board is what the service holds."""
    return watched.tickets(towns.CENTER_A) == held


async def test_a_rolling_restart_loses_no_request_and_no_entry(
    service: Processes, sign_in: SignIn, follow: Following
) -> None:
    desk = await sign_in("towna")
    boards = [await follow(desk) for _ in range(4)]
    pushing = Pushing(service.url, itertools.count())
    tasks = [asyncio.create_task(pushing.push()) for _ in range(PUSHERS)]
    for process in service.all:
        await service.restart(process)
    pushing.stopped.set()
    await asyncio.gather(*tasks)
    assert pushing.failures == []
    assert set(pushing.answers.values()) == {201}
    assert service.rows("SELECT count(*) FROM hotline_order") == [(len(pushing.answers),)]
    held = await desk.board(towns.CENTER_A)
    for watched in boards:
        await watched.until(partial(shows, watched, held))
        welcomes = [each for each in watched.heard if each["type"] == "welcome"]
        assert len(welcomes) > 1, "no process let go of it"


@pytest.fixture
def alone(hotline_district: Database, redis_url: str, tmp_path: Path, port: int) -> Iterator[Process]:
    """One process that takes its time to leave."""
    settings = {"DISPATCH_LEAVE_SECONDS": "60", "DISPATCH_LIMIT_SECONDS": "600"}
    process = Process(hotline_district, redis_url, "127.0.0.1:9", tmp_path, port, more=settings)
    process.start()
    yield process
    process.kill()


async def test_who_leaves_says_so_sends_sockets_away_and_answers_to_the_last(alone: Process) -> None:
    headers = {"X-Requested-With": "dispatch", "Origin": alone.url, "Sec-Fetch-Site": "same-origin"}
    async with httpx.AsyncClient(base_url=alone.url, headers=headers, verify=PLAIN, timeout=60) as client:
        signing_in = {"username": "towna", "password": towns.PASSWORD}
        assert (await client.post("/api/session", json=signing_in)).status_code == 200
        async with connect(
            f"{alone.url.replace('http', 'ws')}/api/stream", proxy=None, open_timeout=60
        ) as socket:
            ticket = (await client.post("/api/socket-ticket")).json()["ticket"]
            await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
            assert json.loads(await socket.recv())["type"] == "welcome"
            assert alone.process is not None
            assert alone.process.pid is not None
            os.kill(alone.process.pid, signal.SIGTERM)
            async with asyncio.timeout(60):
                await socket.wait_closed()
            assert socket.close_code == 1012
        answer = await Hotline(client).push(order("LAST"))
        assert (answer.status_code, answer.headers["connection"]) == (201, "close")
        assert (await client.get("/health/ready")).status_code == 503
    os.kill(alone.process.pid, signal.SIGTERM)
    await asyncio.to_thread(alone.process.join, 60)
    assert alone.process.exitcode == 70, "a second signal ends it as it stands"
