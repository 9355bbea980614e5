"""Where all connections are taken, people and hotlines are told when to come again; and it recovers."""

from __future__ import annotations

import asyncio

import psycopg
import pytest

from dispatch.store import database
from tests.service.conftest import Hotline, Service, SignIn, order
from tests.web import towns

POOL, ASKING = 8, 40
AT_THE_LOCK = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def test_who_finds_no_free_connection_is_told_to_come_again(
    service: Service, hotline: Hotline, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await sign_in("towna")
    path = f"/api/streams/{towns.CENTER_A}/snapshot"
    with psycopg.connect(service.owner_url) as owner:
        owner.execute("LOCK TABLE session IN ACCESS EXCLUSIVE MODE")
        waiting = [asyncio.create_task(desk.client.get(path)) for _ in range(POOL)]
        await service.until(AT_THE_LOCK, told=[(POOL,)])
        with monkeypatch.context() as hurried:
            hurried.setattr(database, "FREE_SECONDS", 0.3)
            more = [desk.client.get(path) for _ in range(ASKING - POOL)]
            turned_away = await asyncio.gather(hotline.push(order("JY1")), *more)
        owner.rollback()
    for answer in turned_away:
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    late = [each.status_code for each in await asyncio.gather(*waiting)]
    assert late == [200] * POOL, "who had a connection is answered"
    assert (await hotline.push(order("JY1"))).status_code == 201
    assert service.rows("SELECT count(*) FROM ticket") == [(1,)]
