"""Boundaries change under a running service: tickets arrive, the process is killed, and nothing is lost."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from tests.boundaries import ORDER, Borders, border_at
from tests.databases import Database
from tests.e2e.service import Service as Killable
from tests.service.conftest import Desk, Hotline, Service, SignIn, order
from tests.service.gate import Point, gate_to
from tests.service.test_crash import Mortal
from tests.waiting import patient, until
from tests.web import towns
from tests.web.test_boundaries import collection

PUSHERS = 4
STRIP = {"lon": 119.11, "lat": 33.65, "datum": "wgs84", "address": "", "content": "路灯不亮三天,请尽快维修。"}
"""On ground that goes from town B to town A."""


async def done(desk: Desk, path: str, **given: Any) -> dict[str, Any]:
    """Begin work and wait for what it comes to."""
    answer = await desk.client.post(f"/api/boundaries/{path}", **given)
    assert answer.status_code == 202, answer.text
    begun = answer.json()["work"]

    async def state() -> dict[str, Any]:
        told: dict[str, Any] = (await desk.client.get(f"/api/work/{begun['id']}")).json()
        return told

    work = await until(state, lambda told: told["state"] != "running")
    assert work["state"] == "done", work
    result: dict[str, Any] = work["result"]
    return result


async def redrawn(desk: Desk, lon: float) -> tuple[int, int]:
    """A checked draft with the border elsewhere: its number and revision."""
    made = await desk.client.post("/api/boundaries", json={"note": "调整边界", "based_on": 1})
    version = int(made.json()["id"])
    for level, features in ((level, border_at(lon)[level]) for level in ORDER):
        files = {"file": (f"{level}.geojson", collection(features))}
        await done(desk, f"{version}/layers/{level}", files=files)
    checked = await done(desk, f"{version}/check")
    assert checked["blocking"] == 0
    return version, int(checked["revision"])


class Pushing:
    """Hotline lines that push one order after another, and how long each took."""

    def __init__(self, hotline: Hotline) -> None:
        self.hotline = hotline
        self.over, self._answered = asyncio.Event(), asyncio.Condition()
        self.took: list[tuple[float, float]] = []
        self._number = 0

    async def line(self) -> None:
        """One line: the next order goes when the last was answered."""
        while not self.over.is_set():
            self._number += 1
            began = time.perf_counter()
            answer = await self.hotline.push(order(f"RACE{self._number}", **STRIP))
            assert answer.status_code == 201, answer.text
            async with self._answered:
                self.took.append((began, time.perf_counter() - began))
                self._answered.notify_all()

    async def more(self, count: int) -> None:
        """Wait until so many more were answered."""
        wanted = len(self.took) + count
        async with self._answered:
            await self._answered.wait_for(lambda: len(self.took) >= wanted)


async def test_tickets_that_arrive_while_boundaries_change_are_located_by_one_version_each(
    service: Service, hotline: Hotline, sign_in: SignIn
) -> None:
    desk = await sign_in("district")
    version, revision = await redrawn(desk, 119.12)
    pushing = Pushing(hotline)
    lines = [asyncio.create_task(pushing.line()) for _ in range(PUSHERS)]
    await pushing.more(10)
    began = time.perf_counter()
    published = await done(desk, f"{version}/publish", json={"revision": revision, "confirm": True})
    ended = time.perf_counter()
    await pushing.more(10)
    pushing.over.set()
    await asyncio.gather(*lines)
    assert published["state"] == "published"
    await settled(service, version)
    first = service.rows(
        "SELECT (changes->>'boundary_version')::int, changes->>'town', changes->>'cell', count(*) FROM journal "
        "WHERE version = 1 GROUP BY 1, 2, 3 ORDER BY 1"
    )
    assert [row[:3] for row in first] == [
        (1, towns.TOWN_B, towns.CELL_B),
        (version, towns.TOWN_A, towns.CELL_A),
    ]
    assert (
        sum(row[3] for row in first) == len(pushing.took) == service.rows("SELECT count(*) FROM ticket")[0][0]
    )
    now = service.rows("SELECT DISTINCT boundary_version, town, cell, stream, police_grid FROM ticket")
    assert now == [(version, towns.TOWN_A, towns.CELL_A, towns.CENTER_A, "HY-WJY-01")]
    longest = max(took for at, took in pushing.took if began < at + took and at < ended)
    assert longest < 3.0, (
        f"one push waited {longest:.1f} s; the change itself took {published['still_ms']} ms"
    )


async def settled(service: Service, version: int) -> None:
    """Wait until no open ticket is behind."""
    question = "SELECT finished_at IS NOT NULL FROM rezoning WHERE boundary_version = %s"
    await service.until(question, version, told=[(True,)])


@pytest.fixture
async def published(hotline_district: Database, tmp_path: Path) -> AsyncIterator[int]:
    """New boundaries came in force while no service ran; thirty tickets are behind."""
    for ticket in range(1, 31):
        towns.add_ticket(hotline_district.owner_url, ticket, {**towns.IN_B, "lon": 119.11})
    store = await Store.open(hotline_district.url, size=4)
    worlds = Worlds(store)
    await worlds.refresh()
    borders = Borders(store, worlds, tmp_path)
    version = await borders.redrawn(119.12)
    await borders.publish(version)
    await borders.works.close()
    yield version
    await store.close()


@pytest.fixture
async def mortal(
    hotline_district: Database, redis_url: str, tmp_path: Path, port: int
) -> AsyncIterator[Mortal]:
    """A service that is not started yet, its database behind a gate."""
    async with gate_to(hotline_district.url) as (gate, url):
        through = dataclasses.replace(hotline_district, url=url)
        service = Killable(through, redis_url, "127.0.0.1:9", tmp_path, port)
        yield Mortal(service, gate)
        service.kill()


async def test_killed_while_tickets_are_moved_it_goes_on_and_moves_none_twice(
    published: int, mortal: Mortal
) -> None:
    mortal.gate.close_at(Point.BEFORE_COMMIT, '"ticket":20,"version":2')
    await asyncio.to_thread(mortal.service.start)
    async with patient():
        await mortal.gate.held.wait()
    mortal.service.kill()
    mortal.gate.open()
    behind = mortal.service.rows("SELECT count(*) FROM ticket WHERE boundary_version = 1")
    told = mortal.service.rows("SELECT done FROM rezoning")
    assert (behind, told) == ([(11,)], [(19,)])
    await asyncio.to_thread(mortal.service.start)
    question = "SELECT finished_at IS NOT NULL FROM rezoning"
    await until(partial(asyncio.to_thread, mortal.service.rows, question), [(True,)].__eq__)
    moved = mortal.service.rows(
        "SELECT count(*), count(DISTINCT ticket) FROM journal WHERE event = 'ticket.rezoned'"
    )
    assert moved == [(30, 30)]
    assert mortal.service.rows("SELECT total, done, moved, failed FROM rezoning") == [(30, 30, 30, 0)]
    assert mortal.service.rows("SELECT count(*) FROM ticket WHERE boundary_version = %s", published) == [
        (30,)
    ]
    gaps = "SELECT stream FROM stream_entry GROUP BY stream HAVING count(*) <> max(seq)"
    assert mortal.service.rows(gaps) == []
