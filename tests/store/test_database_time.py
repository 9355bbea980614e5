"""The one clock: PostgreSQL's, kept between two samples whatever somebody does to the machine's time of day."""

from __future__ import annotations

import time
from datetime import timedelta

import psycopg
import pytest

from dispatch.actions.database_time import DatabaseTime
from dispatch.store.database import Database as Store
from tests.databases import Database


@pytest.mark.parametrize("minutes", [10, -10])
async def test_a_step_of_the_machines_clock_moves_no_signature(
    service: Store, two_towns: Database, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    clock = DatabaseTime(service)
    await clock.sample()
    stepped = time.time() + minutes * 60
    monkeypatch.setattr(time, "time", lambda: stepped)
    with psycopg.connect(two_towns.owner_url) as connection:
        row = connection.execute("SELECT clock_timestamp()").fetchone()
    assert row is not None
    assert abs(clock.now() - row[0]) < timedelta(minutes=1)
    assert abs(clock.timestamp() - row[0].timestamp()) < 60
