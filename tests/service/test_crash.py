"""The service is killed in the middle of a batch, started again, and the hotline sends the same delivery again."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.databases import Database
from tests.e2e.service import Service as Killable
from tests.service.conftest import Hotline, order
from tests.service.gate import Gate, Point, gate_to
from tests.waiting import patient

COUNT = 40


@dataclass
class Mortal:
    """A service that can be killed, and the gate it reaches its database through."""

    service: Killable
    gate: Gate

    async def push(self, body: Any, identity: str) -> httpx.Response:
        """One signed delivery."""
        async with httpx.AsyncClient(base_url=self.service.url, timeout=30) as client:
            return await Hotline(client).push(body, identity=identity)

    async def restart(self) -> None:
        """Kill it without warning and start it again, the gate open."""
        self.service.kill()
        self.gate.open()
        await asyncio.to_thread(self.service.start)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.service.rows(f"SELECT count(*) FROM {table}")[0][0])


@pytest.fixture
async def mortal(
    hotline_district: Database, redis_url: str, tmp_path: Path, port: int
) -> AsyncIterator[Mortal]:
    """The service as a process, its database behind a gate."""
    async with gate_to(hotline_district.url) as (gate, url):
        through = dataclasses.replace(hotline_district, url=url)
        service = Killable(through, redis_url, "127.0.0.1:9", tmp_path, port)
        await asyncio.to_thread(service.start)
        yield Mortal(service, gate)
        service.kill()


@pytest.mark.parametrize("point", list(Point))
async def test_a_batch_cut_by_a_crash_is_whole_after_the_retry(mortal: Mortal, point: Point) -> None:
    batch = {"messages": [order(f"CRASH{number}") for number in range(COUNT)]}
    mortal.gate.close_at(point, "CRASH7")
    pushing = asyncio.create_task(mortal.push(batch, "msg_crash"))
    async with patient():
        await mortal.gate.held.wait()
    committed = point is Point.AFTER_COMMIT
    assert mortal.count("ticket") == (COUNT if committed else 0)
    await mortal.restart()
    with suppress(httpx.TransportError):
        await pushing
    answer = await mortal.push(batch, "msg_crash")
    assert answer.status_code == 200, answer.text
    assert [each["status"] for each in answer.json()["results"]] == ["created"] * COUNT
    for table in ("ticket", "hotline_order", "caller", "journal", "callback", "stream_entry"):
        assert mortal.count(table) == COUNT, table
    assert mortal.service.rows("SELECT max(seq) FROM stream_entry") == [(COUNT,)]
    again = await mortal.push(batch, "msg_crash")
    assert again.content == answer.content


async def test_what_was_under_way_beside_it_is_safe_to_send_again(mortal: Mortal) -> None:
    """Singles that were never answered: each one again, each ticket once."""
    mortal.gate.close_at(Point.BEFORE_COMMIT, "CRASH0")
    bodies = {f"msg_{number}": order(f"CRASH{number}") for number in range(30)}
    pushing = [asyncio.create_task(mortal.push(body, identity)) for identity, body in bodies.items()]
    async with patient():
        await mortal.gate.held.wait()
    await mortal.restart()
    outcomes = await asyncio.gather(*pushing, return_exceptions=True)
    taken = {
        identity for identity, each in zip(bodies, outcomes, strict=True) if isinstance(each, httpx.Response)
    }
    assert len(taken) < len(bodies)
    answers = await asyncio.gather(*(mortal.push(body, identity) for identity, body in bodies.items()))
    assert {each.status_code for each in answers} == {201}
    assert mortal.count("ticket") == len(bodies)
    assert mortal.service.rows("SELECT max(seq), count(*) FROM stream_entry") == [(30, 30)]
