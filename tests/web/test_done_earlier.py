"""What was done before it could be sent: rights are those of now, clocks take the time done, both are kept."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.test_evidence import photo, send


@pytest.fixture
def now(two_towns: Database) -> datetime:
    """The database's instant; ticket 501 was dispatched two hours before, and had an hour to be signed."""
    towns.add_ticket(two_towns.owner_url, 501, towns.IN_A)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state_since = now() - interval '2 hours'")
        connection.execute("DELETE FROM clock")
        connection.execute(
            "INSERT INTO clock (ticket, kind, started_at, due_at, reason) "
            "VALUES (501, 'sign', now() - interval '2 hours', now() - interval '1 hour', '时限')"
        )
        row = connection.execute("SELECT now()").fetchone()
    assert row is not None
    at: datetime = row[0]
    return at


async def sign(browser: Browser, done_at: datetime) -> tuple[int, dict[str, Any]]:
    body = {"operation": str(uuid.uuid4()), "done_at": done_at.isoformat()}
    answer = await browser.post("/api/tickets/501/commands/sign", json=body)
    return answer.status_code, answer.json()


async def test_clocks_stop_when_it_was_done_and_the_journal_keeps_both_times(
    sign_in: SignIn, now: datetime, two_towns: Database
) -> None:
    done = now - timedelta(minutes=90)
    assert (await sign(await sign_in("towna"), done))[0] == 200
    with psycopg.connect(two_towns.owner_url) as connection:
        stopped = connection.execute("SELECT stopped_at, stopped_at < due_at FROM clock").fetchone()
        kept = connection.execute("SELECT done_at, at > %s FROM journal WHERE version = 2", (now,)).fetchone()
    assert stopped == (done, True)
    assert kept == (done, True)


async def test_what_is_yet_to_come_is_refused_and_names_the_field(sign_in: SignIn, now: datetime) -> None:
    made = await sign_in("towna")
    status, told = await sign(made, now + timedelta(days=400))
    assert (status, told["field"]) == (422, "done_at")
    assert (await sign(made, now + timedelta(minutes=1)))[0] == 200


async def test_a_picture_by_a_wrong_clock_is_kept_without_its_time(sign_in: SignIn, now: datetime) -> None:
    later = (now + timedelta(days=400)).isoformat()
    status, added = await send(await sign_in("towna"), 501, photo(), taken_at=later)
    assert (status, added["taken_at"]) == (201, None)
