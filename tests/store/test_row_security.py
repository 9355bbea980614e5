"""A town's scope reads no row of another town's ticket in any table; without a scope nothing is read at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors, sql

from dispatch.store.database import Database as Store
from tests import databases
from tests.databases import Database, Template
from tests.web import towns

BY_TICKET = {
    "ticket": "id",
    "caller": "ticket",
    "assignment": "ticket",
    "clock": "ticket",
    "journal": "ticket",
    "evidence": "ticket",
    "callback": "ticket",
    "stream_entry": "ticket",
    "rezoning_left": "ticket",
    "outside_transfer": "ticket",
    "enforcement_case": "ticket",
    "police_handover": "ticket",
    "upward_request": "ticket",
    "ping_pong": "ticket",
    "ruling": "ticket",
    "promise": "ticket",
    "look_back": "ticket",
    "supervision": "ticket",
    "notification": "ticket",
    "objection": "ticket",
    "score_fact": "ticket",
    "card": "id",
}
"""Tables that hang on a ticket or belong to a center, and the column that says on which; here it is the ticket's id."""
CLOSED = (
    *("waiting_message", "delivery", "hotline_order", "audit", "audit_waiting", "audit_seal"),
    *("account", "session", "socket_ticket", "data_key", "source", "source_secret"),
    *("work", "boundary_preview", "api_key", "heard_message", "reconciliation", "reconciliation_row"),
    *("job_run", "lease", "kept_change", "wall", "wall_pairing"),
    *("report_secret", "pushed_item", "profile_version"),
    *(
        "look_back_period",
        "look_back_population",
        "notification_receipt",
        "one_use_link",
        "escalation",
        "post_end",
    ),
)
BY_OTHERS = ("handover", "grievance")
"""Tables that follow neither: each has a test of its own."""
HANG = [
    "INSERT INTO outside_transfer (ticket, body, matter, place, due_at, made_at) "
    "VALUES ({t}, 1, 'm', 'p', now(), now())",
    "INSERT INTO enforcement_case (ticket, state, unit, clue, referred_at) VALUES ({t}, 'referred', {u}, 'c', now())",
    "INSERT INTO police_handover (ticket, center, at, what, whom, phone, result) "
    "VALUES ({t}, {u}, now(), 'w', 'w', '110', 'r')",
    "INSERT INTO upward_request (ticket, kind, ground, ground_name, reason, state, drafted_at) "
    "VALUES ({t}, 'extend', 'g', 'n', 'r', 'drafted', now())",
    "INSERT INTO ping_pong (ticket, raised_at, hops, trail, why) VALUES ({t}, now(), 3, '{{1}}', 'hops')",
    "INSERT INTO ruling (ticket, version, at, command, unit, hops) VALUES ({t}, 2, now(), 'decide', {u}, 0)",
    "INSERT INTO promise (ticket, version, made_at) VALUES ({t}, 2, now())",
    "INSERT INTO look_back (ticket, kind, due_at) VALUES ({t}, 'stage', now())",
    "INSERT INTO supervision (ticket, level, requirement, due_at, asked_at, asked_of, state) "
    "VALUES ({t}, 1, 'r', now(), now(), {u}, 'asked')",
    "INSERT INTO notification (id, ticket, person, unit, kind, template, params, urgency, state, created_at, next_at) "
    "VALUES (gen_random_uuid(), {t}, 2, {u}, 'sms', 't', '{{}}', 'normal', 'pending', now(), now())",
    "INSERT INTO notification_receipt (notification, status, at) SELECT id, 'delivered', now() FROM notification "
    "WHERE ticket = {t}",
    "INSERT INTO one_use_link (digest, notification, ticket, person, expires_at) "
    "SELECT decode(md5(id::text), 'hex'), id, {t}, 2, now() FROM notification WHERE ticket = {t}",
    "INSERT INTO escalation (ticket, started_at, step, told) VALUES ({t}, now(), 'operator', '{{}}')",
    "INSERT INTO objection (period, unit, rate, ticket, reason, state, raised_by) "
    "VALUES (1, {u}, 'solved', {t}, 'r', 'open', 2)",
    "INSERT INTO score_fact VALUES (1, 'solved', {t}, {u}, {u}, 1, false)",
    "INSERT INTO card (id, unit, color, reason, tickets, given_by) OVERRIDING SYSTEM VALUE "
    "VALUES ({t}, {u}, 'yellow', 'r', '{{}}', 1)",
    "INSERT INTO handover (id, unit, from_person, to_person, items, sound_heard, notes) OVERRIDING SYSTEM VALUE "
    "VALUES ({t}, {u}, 2, 3, '[]', true, '')",
    "INSERT INTO grievance (id, person, unit, named, words) VALUES (gen_random_uuid(), {t} + 1, {u}, true, 'w')",
    "INSERT INTO assignment (ticket, part, unit, opened_at) VALUES ({t}, 'lead', {u}, now())",
    "INSERT INTO evidence (id, ticket, person, unit, name, mime, sha256, size, width, height, from_gallery) "
    "VALUES (gen_random_uuid(), {t}, 2, {u}, 'n', 'image/jpeg', 'x', 1, 1, 1, false)",
    "INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at) "
    "VALUES (gen_random_uuid(), 's', {t}, 1, '已签收', '{{}}', 'pending', now(), now())",
    "INSERT INTO stream_entry VALUES ({u}, 1, {t}, 1, 'e', '{{}}', ARRAY['unit:1', 'unit:{u}'], '{{}}', now())",
]
ONCE = [
    "INSERT INTO rezoning (boundary_version, total, started_at) VALUES (1, 1, now())",
    "INSERT INTO rezoning_left (boundary_version, ticket, why) SELECT 1, id, 'w' FROM ticket",
    "INSERT INTO waiting_message (source, order_no, kind, key, sealed, webhook_id, state, received_at, until) "
    "VALUES ('s', 'o', 'urge', 1, '', 'w', 'waiting', now(), now())",
    "INSERT INTO delivery VALUES ('s', 'w', '', 201, '{}', now())",
    "INSERT INTO audit (person, action, subject) VALUES (1, 'a', 'ticket:2')",
    "INSERT INTO audit_waiting SELECT id FROM audit",
    "INSERT INTO audit_seal VALUES (1, now(), 1, '{1}', '', '', '')",
    "INSERT INTO session VALUES ('d', 1, now(), now(), now())",
    "INSERT INTO socket_ticket VALUES ('t', 'd', now())",
    "INSERT INTO heard_message VALUES ('s', 'o', '', 0, 'urge', NULL, now())",
    "INSERT INTO reconciliation (source, digest, since, until, at, listed, held, equal) "
    "VALUES ('huaian-12345', '', now(), now(), now(), 1, 1, 0)",
    "INSERT INTO reconciliation_row (run, ordinal, difference, order_no) "
    "SELECT id, 1, 'missing', 'o' FROM reconciliation",
    "INSERT INTO look_back_period (id, name, since, until, method, share, least, commitment, key, sealed) "
    "OVERRIDING SYSTEM VALUE VALUES (1, 'p', now(), now(), 'town', 0.1, 1, 'c', 1, '')",
    "INSERT INTO look_back_population VALUES (1, 1, 'n', 's')",
    "INSERT INTO post_end (person, unit, role, ends_at, reason) VALUES (2, 2, 'town_operator', now(), 'r')",
    "INSERT INTO work (kind, says, state) VALUES ('import', 's', 'done')",
    "INSERT INTO job_run VALUES ('clocks', now())",
    "INSERT INTO lease (name) VALUES ('places')",
    "INSERT INTO boundary_preview (boundary_version, revision, told) VALUES (2, 1, '{}')",
    "INSERT INTO kept_change (subject, what) VALUES ('unit:1', 'add')",
    "INSERT INTO wall (digest, name, unit, created_by) VALUES ('d', 'n', 1, 1)",
    "INSERT INTO wall_pairing VALUES ('c', 'd', now())",
    "INSERT INTO source_secret (source, fingerprint) VALUES ('s', 'f')",
    "INSERT INTO report_secret (source, fingerprint) VALUES ('s', 'f')",
    "INSERT INTO pushed_item (source, webhook_id, place, key, sealed, received_at) "
    "VALUES ('s', 'w', 0, 1, '', now())",
    "INSERT INTO profile_version (profile, version, note, mapping) VALUES ('p', 1, 'n', '{}')",
    "INSERT INTO api_key (digest, tail, name, scope, per_minute, expires_at) "
    "VALUES ('d', 'tail', 'n', 'features', 600, now())",
]
Connection = psycopg.Connection[Any]


@pytest.fixture(scope="module")
def full(keeper: Connection, migrated_template: Template) -> Iterator[Database]:
    """Something in every table that hangs on a ticket, for both towns; each test takes back what it did."""
    with databases.clone(keeper, migrated_template) as made:
        towns.found(made.owner_url)
        towns.add_ticket(made.owner_url, 1, towns.IN_A, name="张三", phone="13812345678")
        towns.add_ticket(made.owner_url, 2, towns.IN_B, name="李四", phone="13887654321")
        with psycopg.connect(made.owner_url) as connection:
            connection.execute("INSERT INTO outside_body (id, kind, name) VALUES (1, 'water', 'w')")
            connection.execute(
                "SET session_replication_role = replica"
            )  # periods and grounds are not what is tried
            for ticket, unit in ((1, towns.CENTER_A), (2, towns.CENTER_B)):
                for statement in HANG:
                    connection.execute(sql.SQL(statement).format(t=sql.Literal(ticket), u=sql.Literal(unit)))
            for statement in ONCE:
                connection.execute(sql.SQL(statement))
        yield made


@pytest.fixture
def application(full: Database) -> Iterator[Connection]:
    """The application role with no scope set."""
    with psycopg.connect(full.url) as connection:
        connection.execute("SET ROLE dispatch_app")
        connection.commit()
        yield connection
        connection.rollback()


def scope(connection: Connection, *tokens: str) -> None:
    """Read as these tokens until the transaction ends."""
    connection.execute("SELECT set_config('dispatch.scope', 'unit', true)")
    connection.execute("SELECT set_config('dispatch.audience', %s, true)", (list(tokens),))


def tickets_in(connection: Connection, table: str) -> set[int]:
    """The tickets whose rows of a table can be read."""
    question = sql.SQL("SELECT {} FROM {}").format(sql.Identifier(BY_TICKET[table]), sql.Identifier(table))
    return {ticket for (ticket,) in connection.execute(question).fetchall()}


def test_every_table_under_row_security_is_tried_here(full: Database) -> None:
    with psycopg.connect(full.owner_url) as connection:
        rows = connection.execute("SELECT relname FROM pg_class WHERE relrowsecurity").fetchall()
        assert {table for (table,) in rows} == {*BY_TICKET, *CLOSED, *BY_OTHERS}
        for table in (*BY_TICKET, *CLOSED, *BY_OTHERS):
            held = connection.execute(sql.SQL("SELECT 1 FROM {}").format(sql.Identifier(table))).fetchone()
            assert held, table


@pytest.mark.parametrize("table", BY_TICKET)
def test_a_town_reads_its_own_and_the_district_both(application: Connection, table: str) -> None:
    for tokens, seen in (
        (["unit:2", "person:2"], {1}),
        (["unit:3"], {2}),
        (["unit:1"], {1, 2}),
        (["unit:4"], set()),
        (["unit:", "person:", "unit:2 ", "2"], set()),
        ([], set()),
    ):
        scope(application, *tokens)
        assert tickets_in(application, table) == seen, tokens
        application.rollback()


def test_a_hand_over_is_read_by_its_own_desk_alone(application: Connection) -> None:
    for tokens, seen in ((["unit:2"], [(1,)]), (["unit:3"], [(2,)]), (["unit:1"], []), (["person:2"], [])):
        scope(application, *tokens)
        assert application.execute("SELECT id FROM handover").fetchall() == seen, tokens
        application.rollback()


def test_a_grievance_is_read_by_whoever_said_it_and_the_district_and_by_no_center(
    application: Connection,
) -> None:
    for tokens, seen in (
        (["person:2"], [2]),
        (["person:3", "unit:2"], [3]),
        (["unit:1"], [2, 3]),
        (["unit:2", "unit:3"], []),
    ):
        scope(application, *tokens)
        found = application.execute("SELECT person FROM grievance ORDER BY person").fetchall()
        assert [person for (person,) in found] == seen, tokens
        application.rollback()


@pytest.mark.parametrize("table", [*BY_TICKET, *CLOSED, *BY_OTHERS])
def test_without_a_scope_nothing_is_read_nor_written(application: Connection, table: str) -> None:
    assert application.execute(sql.SQL("SELECT 1 FROM {}").format(sql.Identifier(table))).fetchall() == []


@pytest.mark.parametrize("table", CLOSED)
def test_what_is_nobodys_is_read_by_no_reader(application: Connection, table: str) -> None:
    scope(application, "unit:1", "unit:2", "person:1")
    assert application.execute(sql.SQL("SELECT 1 FROM {}").format(sql.Identifier(table))).fetchall() == []


def test_a_reader_changes_nothing(application: Connection) -> None:
    scope(application, "unit:1", "unit:2")
    assert application.execute("UPDATE ticket SET title = 'x'").rowcount == 0
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        application.execute(
            "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes) "
            "VALUES (1, 9, now(), 'e', 'c', 'a', 'signed', '{}')"
        )


def test_a_unit_keeps_what_it_did_on_a_ticket_it_handed_on(application: Connection) -> None:
    application.execute("SELECT set_config('dispatch.scope', 'system', true)")
    for version, unit in ((2, towns.CENTER_A), (3, towns.CENTER_B)):
        application.execute(
            "INSERT INTO journal (ticket, version, at, event, command, actor, actor_unit, state_to, changes) "
            "VALUES (2, %s, now(), 'e', 'c', 'a', %s, 'signed', '{}')",
            (version, unit),
        )
    scope(application, "unit:2")
    kept = application.execute("SELECT version FROM journal WHERE ticket = 2").fetchall()
    assert kept == [(2,)]


def test_who_is_only_left_does_not_read_where_it_went(application: Connection) -> None:
    application.execute("SELECT set_config('dispatch.scope', 'system', true)")
    application.execute(
        "INSERT INTO stream_entry VALUES (2, 7, 2, 2, 'ticket.relocated', ARRAY['unit:2'], ARRAY['unit:3'], '{}', "
        "now())"
    )
    for token, read in (("unit:2", []), ("unit:3", [(7,)])):
        scope(application, token)
        asked = "SELECT seq FROM stream_entry WHERE event = 'ticket.relocated'"
        assert application.execute(asked).fetchall() == read


async def test_a_scope_ends_with_its_transaction(service: Store) -> None:
    async def seen(connection: Any) -> int:
        return int(await connection.fetchval("SELECT count(*) FROM ticket"))

    for _ in range(20):
        async with service.system() as tx:
            assert await seen(tx) == 2
        async with service.reader(("unit:3",)) as tx:
            assert await seen(tx) == 1
        async with service._pool.acquire() as connection:
            assert await seen(connection) == 0
            assert await connection.fetchval("SELECT current_user") == "dispatch_app"
