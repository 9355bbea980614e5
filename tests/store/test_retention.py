"""What is old is forgotten, hour by hour and in bounded runs; what is young, or for ever, stays."""

from __future__ import annotations

from typing import Any

import asyncpg
import psycopg
import pytest

from dispatch.jobs.retention import Retention
from dispatch.store import streams
from dispatch.store.database import Database as Store
from tests.databases import Database

MOST = 5_000
ROWS = {
    "stream_entry": "SELECT count(*) FROM stream_entry",
    "delivery": "SELECT count(*) FROM delivery",
    "session": "SELECT count(*) FROM session",
    "socket_ticket": "SELECT count(*) FROM socket_ticket",
    "callback": "SELECT count(*) FROM callback",
    "work": "SELECT count(*) FROM work",
    "journal": "SELECT count(*) FROM journal",
    "audit": "SELECT count(*) FROM audit",
}
OF_TWO_AGES = [
    "INSERT INTO delivery SELECT 's', 'w' || d, '', 201, '{}', now() - make_interval(days => d) "
    "FROM unnest(ARRAY[29, 31]) d",
    "INSERT INTO session (digest, person, created_at, seen_at, expires_at, ended_at) VALUES "
    "('over', 1, now(), now(), now() - interval '31 days', NULL), "
    "('left', 1, now(), now(), now(), now() - interval '31 days'), "
    "('late', 1, now(), now(), now() - interval '29 days', NULL), "
    "('here', 1, now(), now(), now() + interval '1 day', NULL)",
    "INSERT INTO work (kind, says, state, started_at) "
    "SELECT 'k', 's', 'done', now() - make_interval(days => d) FROM unnest(ARRAY[29, 31]) d",
    "INSERT INTO socket_ticket VALUES ('old', 'over', now() - interval '31 days'), ('new', 'here', now())",
    "INSERT INTO audit (at, action, subject) VALUES (now() - interval '3 years', 'a', 's')",
    "UPDATE journal SET at = now() - interval '3 years'",
    "INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at) "
    "SELECT gen_random_uuid(), 's', 1, 1, '已签收', '{}', state, now() - make_interval(days => d), now() "
    "FROM unnest(ARRAY['sent', 'withdrawn', 'dead', 'pending']) state, unnest(ARRAY[179, 181]) d",
]


def enter(connection: psycopg.Connection[Any], stream: int, ages: list[tuple[int, int]]) -> None:
    """Entries of a stream: (how many, how many days old), in order."""
    for count, days in ages:
        connection.execute(
            "INSERT INTO stream_entry SELECT %(s)s, n + (SELECT count(*) FROM stream_entry WHERE stream = %(s)s), "
            "1, 1, 'e', '{}', '{}', '{}', now() - make_interval(days => %(d)s) FROM generate_series(1, %(n)s) n",
            {"s": stream, "d": days, "n": count},
        )


def left(database: Database, stream: int) -> tuple[int | None, int]:
    """The oldest number a stream holds, and how many entries."""
    with psycopg.connect(database.owner_url) as connection:
        row = connection.execute(
            "SELECT min(seq), count(*) FROM stream_entry WHERE stream = %s", (stream,)
        ).fetchone()
    assert row is not None
    return row[0], row[1]


async def test_the_old_go_and_the_young_stay(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        for statement in OF_TWO_AGES:
            connection.execute(statement)
        enter(connection, 1, [(3, 8), (2, 6)])
        enter(connection, 2, [(4, 8)])
    assert await Retention(service).forget() is False
    with psycopg.connect(two_towns.owner_url) as connection:
        counts = {table: (connection.execute(asked).fetchone() or (0,))[0] for table, asked in ROWS.items()}
        sessions = connection.execute("SELECT digest FROM session ORDER BY digest").fetchall()
        reports = connection.execute("SELECT state FROM callback ORDER BY created_at, state").fetchall()
    assert counts == dict(zip(ROWS, (2, 1, 2, 1, 6, 1, 2, 1), strict=True))
    assert sessions == [(b"here",), (b"late",)]
    assert [state for (state,) in reports] == ["dead", "pending", "dead", "pending", "sent", "withdrawn"]
    assert (left(two_towns, 1), left(two_towns, 2)) == ((4, 2), (None, 0))


async def test_a_full_run_says_that_more_waits(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        enter(connection, 1, [(MOST + 2, 8), (1, 1)])
    assert await Retention(service).forget() is True
    assert left(two_towns, 1) == (MOST + 1, 3)
    assert await Retention(service).forget() is False
    assert left(two_towns, 1) == (MOST + 3, 1)


async def test_what_is_left_of_a_stream_has_no_gap(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        enter(connection, 1, [(2, 8), (1, 6), (2, 8), (1, 6)])
    await Retention(service).forget()
    assert left(two_towns, 1) == (3, 4)


async def test_two_at_once_do_it_once(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        enter(connection, 1, [(3, 8)])
        connection.commit()
        connection.execute("SELECT forget_old()")
        assert await Retention(service).forget() is False
        connection.rollback()
    assert left(two_towns, 1) == (1, 3)
    await Retention(service).forget()
    assert left(two_towns, 1) == (None, 0)


async def test_a_position_before_the_oldest_entry_is_told_to_fetch_again(
    service: Store, two_towns: Database
) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        enter(connection, 1, [(3, 8), (2, 6)])
    await Retention(service).forget()
    async with service.system() as tx:
        assert [row[1] for row in await streams.entries_after(tx, {1: 1})] == [4, 5], "2 is not followed by 3"
        assert [row[1] for row in await streams.entries_after(tx, {1: 3})] == [4, 5]


@pytest.mark.parametrize(
    "table",
    [
        *(
            "stream_entry",
            "delivery",
            "session",
            "callback",
            "journal",
            "audit",
            "notification",
            "one_use_link",
        ),
        "pushed_item",
    ],
)
async def test_the_application_deletes_nothing_by_itself(service: Store, table: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with service.system() as tx:
            await tx.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("function", ["forget_old", "forget_messages", "forget_pushed"])
def test_nobody_else_may_let_it_forget(two_towns: Database, function: str) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        granted = connection.execute(
            "SELECT proacl::text FROM pg_proc WHERE proname = %s", (function,)
        ).fetchone()
    assert granted is not None
    assert "dispatch_app=X" in granted[0]
    assert "{=X" not in granted[0]
    assert ",=X" not in granted[0]


MESSAGES = """
INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, next_at,
    follows, listed_at)
SELECT ('00000000-0000-0000-0000-' || lpad(m.n::text, 12, '0'))::uuid, 1, 1, 1, 'sms', m.template, '{}', 'normal',
    m.state, now() - make_interval(days => m.days), now(),
    ('00000000-0000-0000-0000-' || lpad(m.follows::text, 12, '0'))::uuid, m.listed
FROM (VALUES
    (1, 'assigned', 'opened', 181, NULL, NULL), (2, 'assigned', 'opened', 179, NULL, NULL),
    (3, 'assigned', 'pending', 300, NULL, NULL), (4, 'assigned', 'sent', 181, NULL, NULL),
    (5, 'unopened', 'sent', 179, 4, NULL), (6, 'unopened', 'failed', 300, NULL, now())
) AS m(n, template, state, days, follows, listed)
"""
THE_REST = [
    "INSERT INTO notification_receipt (notification, status, at) SELECT id, 'delivered', now() FROM notification",
    "INSERT INTO one_use_link (digest, notification, ticket, person, expires_at) "
    "SELECT convert_to(d::text, 'UTF8'), ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 1, 1, "
    "now() - make_interval(days => d) FROM (VALUES (2, 31), (3, 29), (1, 28)) AS l(n, d)",
    "UPDATE clock SET kind = 'sign', started_at = now() - interval '190 days' WHERE ticket = 1",
    "INSERT INTO escalation (ticket, started_at, step, at, told) "
    "VALUES (1, now() - interval '190 days', 'operator', now() - interval '190 days', '{}')",
    "INSERT INTO escalation (ticket, started_at, step, at, told) "
    "VALUES (1, now() - interval '200 days', 'leader', now() - interval '200 days', '{}')",
]


def messages_left(connection: psycopg.Connection[Any]) -> list[int]:
    """The numbers of the messages that are kept."""
    rows = connection.execute("SELECT right(id::text, 2)::int FROM notification ORDER BY id").fetchall()
    return [number for (number,) in rows]


async def test_messages_go_after_their_days_with_receipts_and_links_but_not_what_still_waits(
    service: Store, two_towns: Database
) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'dispatched', unit = 1 WHERE id = 1")
        connection.execute(MESSAGES)
        for statement in THE_REST:
            connection.execute(statement.encode())
    assert await Retention(service).forget() is False
    with psycopg.connect(two_towns.owner_url) as connection:
        assert messages_left(connection) == [2, 3, 5, 6]
        links = connection.execute("SELECT convert_from(digest, 'UTF8') FROM one_use_link").fetchall()
        assert links == [("29",)], "31 days after its end; 28, but its message is gone"
        assert connection.execute("SELECT count(*) FROM notification_receipt").fetchone() == (4,)
        steps = connection.execute("SELECT step FROM escalation").fetchall()
        assert steps == [("operator",)], "a signature is still waited for: it is not escalated twice"


async def test_how_long_messages_are_kept_is_a_districts_own(service: Store, two_towns: Database) -> None:
    longer = "INSERT INTO telling_limit (limits, note) SELECT limits || '{\"keep_days\": 400}', 't' FROM telling_limit"
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(MESSAGES)
        connection.execute(longer)
    await Retention(service).forget()
    with psycopg.connect(two_towns.owner_url) as connection:
        assert messages_left(connection) == [1, 2, 3, 4, 5, 6]


GRIEVANCES = """
INSERT INTO grievance (id, person, unit, named, words, said_at, answer, answered_at, answered_by)
SELECT ('00000000-0000-0000-0000-' || lpad(g.n::text, 12, '0'))::uuid, 1, 1, true, 'w',
    now() - make_interval(days => 900), g.answer, now() - make_interval(days => g.days), g.by
FROM (VALUES (1, 'a', 366, 2), (2, 'a', 364, 2), (3, NULL, NULL, NULL)) AS g(n, answer, days, by)
"""
SET_DAYS = """
INSERT INTO telling_limit (limits, note)
SELECT limits || jsonb_build_object('grievance_days', %s::int), 't' FROM telling_limit
"""


@pytest.mark.parametrize(
    ("days", "left"), [(None, [2, 3]), (900, [1, 2, 3]), (30, [3])], ids=["usual", "longer", "shorter"]
)
async def test_what_was_said_goes_after_its_answer_and_never_before_it(
    service: Store, two_towns: Database, days: int | None, left: list[int]
) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(GRIEVANCES)
        if days is not None:
            connection.execute(SET_DAYS, (days,))
    assert await Retention(service).forget() is False
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute("SELECT right(id::text, 2)::int FROM grievance ORDER BY id").fetchall()
    assert [number for (number,) in rows] == left
