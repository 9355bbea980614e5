"""Findings against the real thing, and how they are told: once when they begin, once when they end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from dispatch.actions import keys
from dispatch.actions.keys import Keys
from dispatch.actions.world import Worlds
from dispatch.domain.keys import Scope
from dispatch.errors import DatabaseAway
from dispatch.jobs.health import Rounds
from dispatch.live.hub import Client, Hub
from dispatch.ports.limits import Limits
from dispatch.reads import health
from dispatch.reads.health import (
    Status,
    jobs_check,
    jobs_finding,
    pool_finding,
    readiness,
    room_check,
    room_finding,
)
from dispatch.store import vitals
from dispatch.store.database import Database
from dispatch.web import assemble
from tests import databases
from tests.web import towns

GIB = 1024**3


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is, nothing counts as hanging."""
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 300.0)
    monkeypatch.setattr(health, "QUICK_SECONDS", 300.0)


@contextmanager
def shut(database: databases.Database) -> Iterator[None]:
    """The database lets nobody in, and has thrown out whoever was."""
    with psycopg.connect(database.owner_url, autocommit=True) as owner:
        (name,) = owner.execute("SELECT current_database()").fetchone() or ("",)
        owner.execute(f'ALTER DATABASE "{name}" CONNECTION LIMIT 0')
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        yield
        owner.execute(f'ALTER DATABASE "{name}" CONNECTION LIMIT -1')


class Screen:
    """A client that keeps what it is told of how the service is."""

    def __init__(self, hub: Hub) -> None:
        self._client = Client(1, "甲", b"", frozenset())
        hub.enter(self._client)

    async def told(self) -> list[tuple[str, list[str]]]:
        """Status and findings of each message since the last question."""
        self._client.put('{"end":true}')
        found: list[tuple[str, list[str]]] = []
        while True:
            message: dict[str, Any] = json.loads(await self._client.take() or "")
            if "end" in message:
                return found
            found.append((message["status"], [each["name"] for each in message["findings"]]))


async def test_trouble_is_told_once_when_it_begins_and_once_when_it_ends(
    store: Database, worlds: Worlds, two_towns: databases.Database
) -> None:
    hub = Hub()
    screen, rounds = Screen(hub), Rounds(store, hub, lambda: assemble.checks(worlds, store))
    await rounds.look()
    assert await screen.told() == []
    ticket = towns.add_ticket(two_towns.owner_url, 501, towns.IN_A)
    towns.add_callback(two_towns.owner_url, ticket, "dead")
    for _ in range(4):
        await rounds.look()
    assert await screen.told() == [("degraded", ["callbacks"])]
    late = Screen(hub)
    assert json.loads(hub.health)["status"] == "degraded"  # what a page that opens now is told
    assert await late.told() == []
    with psycopg.connect(two_towns.owner_url) as owner:
        owner.execute("UPDATE callback SET state = 'withdrawn'")
    for _ in range(2):
        await rounds.look()
    assert await screen.told() == [("ok", [])]


async def test_the_database_is_told_of_alone_and_at_once(
    store: Database, worlds: Worlds, two_towns: databases.Database
) -> None:
    hub = Hub()
    screen, rounds = Screen(hub), Rounds(store, hub, lambda: assemble.checks(worlds, store))
    with shut(two_towns):
        for _ in range(2):
            with suppress(DatabaseAway):  # nor can it be noted which jobs ran
                await rounds.look()
        assert await screen.told() == [("down", ["database"])]
    async with asyncio.timeout(60):
        while json.loads(hub.health)["status"] == "down":  # it is asked anew after a moment
            with suppress(DatabaseAway):
                await rounds.look()
    assert await screen.told() == [("ok", [])]


async def test_a_job_that_runs_nowhere_is_a_finding(store: Database) -> None:
    look = jobs_check(store, lambda: {"clocks": 0.5, "retention": 3600.0}, since=float("-inf"))
    async with store.system() as tx:
        await vitals.ran(tx, {"clocks": 400.0, "retention": 400.0})
    found = await look()
    assert (found.status, "clocks" in found.detail, "retention" in found.detail) == (
        Status.DEGRADED,
        True,
        False,
    )
    async with store.system() as tx:
        await vitals.ran(tx, {"clocks": 900.0, "retention": 900.0})  # another process, where it ran earlier
        await vitals.ran(tx, {"clocks": 1.0})
    assert (await look()).status is Status.OK


def test_a_process_that_has_just_begun_misses_no_job() -> None:
    assert jobs_finding({"clocks": 0.5}, {}, up=10.0).status is Status.OK
    assert jobs_finding({"clocks": 0.5}, {}, up=400.0).status is Status.DEGRADED


@pytest.mark.parametrize(
    ("free", "status"), [(50 * GIB, "ok"), (2 * GIB, "degraded"), (GIB // 2, "degraded")]
)
def test_little_room_for_pictures_degrades(free: int, status: str) -> None:
    assert room_finding(free, 100 * GIB).status == status


async def test_room_is_looked_at_where_pictures_will_lie(tmp_path: Path) -> None:
    assert "GiB" in (await room_check(tmp_path / "not" / "yet")()).detail


def test_a_queue_for_connections_that_does_not_move_degrades() -> None:
    assert [pool_finding(seconds).status.value for seconds in (0.0, 1.9, 2.0)] == ["ok", "ok", "degraded"]


def test_a_process_is_ready_unless_it_stops_or_lacks_its_database() -> None:
    assert readiness(draining=False, lag_seconds=9.0).status is Status.OK
    assert readiness(draining=True, lag_seconds=0.0).status is Status.DOWN
    assert readiness(draining=False, lag_seconds=11.0).status is Status.DOWN


async def test_a_monitors_key_outlives_the_database_and_no_other_does(
    store: Database, two_towns: databases.Database, redis_url: str
) -> None:
    limits = Limits(redis_url)
    now = 0.0
    known = Keys(store, limits, lambda: now)
    monitor, _ = await keys.create(store, None, name="监控", scope=Scope.METRICS)
    reader, _ = await keys.create(store, None, name="地图", scope=Scope.FEATURES)
    before = await known.recognise(monitor, Scope.METRICS)
    await known.recognise(reader, Scope.FEATURES)
    with shut(two_towns):
        assert await known.recognise(monitor, Scope.METRICS) == before
        for token, scope in ((reader, Scope.FEATURES), (reader, Scope.METRICS), (monitor, Scope.FEATURES)):
            with pytest.raises(DatabaseAway):
                await known.recognise(token, scope)
        now = 901.0
        with pytest.raises(DatabaseAway):
            await known.recognise(monitor, Scope.METRICS)
    await limits.close()
