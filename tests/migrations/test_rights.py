"""What the database holds by itself: rights of the application role, row security, what is unique."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors, sql

from dispatch.store import database as store
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.migrations.conftest import Connection
from tests.web import towns

ONLY_ADDED_TO = (
    "journal",
    "stream_entry",
    "audit",
    "audit_seal",
    "owning_change",
    "joint_change",
    "kept_change",
    "police_handover",
)
OPEN_TO_READERS = {
    *("town", "village", "unit", "boundary_version", "town_area", "village_area", "cell", "police_grid"),
    *("boundary_fault", "boundary_repair", "rezoning", "crosswalk"),
    *(
        "cell_police_grid",
        "road",
        "place",
        "alias",
        "gazetteer_version",
        "place_settlement",
        "category",
        "rule_set",
    ),
    *("routing_rule", "clock_rule", "intake_profile", "person", "membership", "cell_duty", "epoch", "stream"),
    *("locating_setting", "channel_alarm"),
    *("rate_setting", "score_period"),
    *("upward_ground", "upward_limit"),
    *("timetable", "office_hours", "calendar_day", "calendar_year"),
    *("enforcement_power", "police_list", "owning_setting", "precedent", "owning_change"),
    *("telling_limit", "notification_template", "shift", "stand_in"),
    *("outside_body", "joint_setting", "joint_change", "desk_setting"),
    *("evidence_rule", "signoff_rule", "standard_text", "sensitive_word", "reply_setting"),
}
"""What everybody signed in may know, or what the directory cuts down itself: no ticket, no caller, no secret."""
AREAS = {"town_area", "village_area", "cell", "police_grid"}
"""The areas of boundary versions: the service writes those of drafts, see `tests/store/test_boundaries.py`."""
OF_DRAFTS = {"boundary_fault", "boundary_repair", "boundary_preview"}
"""What was found out about a draft; it goes with the next look."""
CHANGES = {"INSERT", "UPDATE", "DELETE", "TRUNCATE"}


def rights(owner: Connection) -> dict[str, set[str]]:
    """Table → what the application role may do to it besides reading."""
    rows = owner.execute(
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants "
        "WHERE grantee = 'dispatch_app' AND table_schema = 'public'"
    ).fetchall()
    granted: dict[str, set[str]] = {}
    for table, right in rows:
        granted.setdefault(table, set()).add(right)
    return {table: held & CHANGES for table, held in granted.items()}


def test_journal_entries_and_audit_are_only_added_to(owner: Connection, application: Connection) -> None:
    for table in ONLY_ADDED_TO:
        assert rights(owner)[table] == {"INSERT"}
        for words in ("UPDATE {} SET at = now()", "DELETE FROM {}", "TRUNCATE {}"):
            with pytest.raises(errors.InsufficientPrivilege), application.transaction():
                application.execute(sql.SQL(words).format(sql.Identifier(table)))


def test_nothing_but_used_socket_tickets_what_was_sealed_and_drafts_is_deleted(owner: Connection) -> None:
    deleting = {table for table, held in rights(owner).items() if held & {"DELETE", "TRUNCATE"}}
    assert deleting == {
        "socket_ticket",
        "wall_pairing",
        "audit_waiting",
        "boundary_version",
        *AREAS,
        *OF_DRAFTS,
    }


def test_what_a_district_edits_is_not_the_services_to_write(owner: Connection) -> None:
    maintained = {
        "place",
        "alias",
        "gazetteer_version",
        "place_settlement",
    }  # by `actions.gazetteer`, two people a name
    maintained |= {"locating_setting", "channel_alarm"}  # by `actions.tuning` and the watch over channels
    maintained |= {"timetable", "clock_rule", "office_hours"}  # by `actions.timetable`
    maintained |= {"calendar_day", "calendar_year"}  # by `actions.calendar`
    maintained |= {"rate_setting", "score_period"}  # by `actions.scores`
    maintained |= {"upward_ground", "upward_limit"}  # by `actions.grounds`
    maintained |= {"routing_rule"}  # by `actions.rules`, whole versions
    maintained |= {"enforcement_power", "police_list"}  # by `actions.powers`
    maintained |= {"precedent", "owning_change", "owning_setting"}  # by `actions.precedents`
    maintained |= {"evidence_rule", "signoff_rule", "standard_text"}  # by `actions.closing_rules`
    maintained |= {"sensitive_word", "reply_setting"}  # likewise
    maintained |= {"person", "membership"}  # by `actions.people`
    maintained |= {"telling_limit", "notification_template"}  # by `actions.telling`
    maintained |= {"shift", "stand_in"}  # by `actions.duty`
    maintained |= {"outside_body", "joint_setting", "joint_change"}  # by `actions.joint`
    maintained |= {"desk_setting"}  # by `actions.desk_setting`
    maintained |= {"unit", "cell_duty"}  # by `actions.units` and `actions.cell_people`
    maintained |= {"intake_profile"}  # by `actions.profiles`
    maintained |= {"category"}  # by `actions.categories`
    versioned = {"boundary_version", "town", "village", "cell_police_grid", "rezoning", "crosswalk"}
    versioned |= {*AREAS, *OF_DRAFTS}  # by `actions.boundaries` and `actions.publishing`
    edited = OPEN_TO_READERS - {"epoch", "stream", "rule_set"} - maintained - versioned
    assert {table for table in edited if rights(owner)[table]} == set()


def test_every_table_is_under_row_security_or_open_on_purpose(owner: Connection) -> None:
    rows = owner.execute(
        "SELECT relname, relrowsecurity FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
        "AND relname NOT IN ('spatial_ref_sys', 'alembic_version')"
    ).fetchall()
    assert {table for table, secured in rows if not secured} == OPEN_TO_READERS


def test_the_application_role_is_bound_by_row_security(owner: Connection) -> None:
    row = owner.execute(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'dispatch_app'"
    ).fetchone()
    assert row == (False, False, False, False)


@contextmanager
def role(owner_url: str, options: str) -> Iterator[str]:
    """A role of its own for one test."""
    name = f"dispatch_test_{uuid4().hex[:8]}"
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} " + options).format(sql.Identifier(name)))
        try:
            yield name
        finally:
            connection.execute(sql.SQL("DROP OWNED BY {}").format(sql.Identifier(name)))
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))


@pytest.mark.parametrize("options", ["SUPERUSER", "BYPASSRLS"])
async def test_the_service_refuses_a_role_that_is_above_row_security(
    migrated: Database, monkeypatch: pytest.MonkeyPatch, options: str
) -> None:
    with role(migrated.owner_url, options) as mighty:
        monkeypatch.setattr(store, "_APPLICATION_ROLE", mighty)
        with pytest.raises(RuntimeError, match="row security would not bind it"):
            await Store.open(migrated.owner_url, size=1)


async def test_the_service_refuses_a_role_that_owns_its_tables(
    migrated: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with role(migrated.owner_url, "NOLOGIN") as owning:
        with psycopg.connect(migrated.owner_url) as connection:
            (former,) = connection.execute("SELECT current_user").fetchone() or ("",)
            connection.execute(sql.SQL("ALTER TABLE ticket OWNER TO {}").format(sql.Identifier(owning)))
        monkeypatch.setattr(store, "_APPLICATION_ROLE", owning)
        try:
            with pytest.raises(RuntimeError, match="owner"):
                await Store.open(migrated.owner_url, size=1)
        finally:
            with psycopg.connect(migrated.owner_url) as connection:
                connection.execute(sql.SQL("ALTER TABLE ticket OWNER TO {}").format(sql.Identifier(former)))


TWINS = [
    "INSERT INTO delivery VALUES ('huaian-12345', 'msg_1', '', 201, '{}', now())",
    "INSERT INTO hotline_order VALUES ('huaian-12345', 'JY000001', 5, '')",
    "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes) "
    "VALUES (1, 1, now(), 'e', 'c', 'a', 'signed', '{}')",
    "INSERT INTO stream_entry VALUES (2, 1, 1, 1, 'e', '{}', '{}', '{}', now())",
    "INSERT INTO assignment (ticket, part, unit, opened_at) VALUES (1, 'lead', 4, now())",
    "INSERT INTO clock VALUES (1, 'sign', '2026-11-24Z', now(), NULL, 'r')",
    "UPDATE boundary_version SET state = 'published' WHERE id = 2",
]


@pytest.fixture
def two_towns(founded: Database) -> Database:
    """Two towns with a ticket of town A."""
    towns.add_ticket(founded.owner_url, 1, towns.IN_A)
    return founded


def test_there_is_no_twin_of_what_is_one(two_towns: Database) -> None:
    first = {
        1: None,
        2: None,
        6: None,
    }  # the order, the journal row and the version in force are there already
    with psycopg.connect(two_towns.owner_url) as connection:
        for at, statement in enumerate(TWINS):
            if at not in first:
                connection.execute(statement)
            with pytest.raises(errors.UniqueViolation), connection.transaction():
                connection.execute(statement)


def test_a_second_lead_opens_only_after_the_first_has_ended(two_towns: Database) -> None:
    opening = "INSERT INTO assignment (ticket, part, unit, opened_at) VALUES (1, %s, 4, now())"
    with psycopg.connect(two_towns.owner_url) as connection:
        for part in ("lead", "co", "co"):
            connection.execute(opening, (part,))
        connection.execute("UPDATE assignment SET closed_at = now() WHERE part = 'lead'")
        connection.execute(opening, ("lead",))


def test_a_state_nobody_knows_cannot_be_written(two_towns: Database) -> None:
    with (
        psycopg.connect(two_towns.owner_url) as connection,
        pytest.raises(errors.CheckViolation, match="ticket_state_check"),
    ):
        connection.execute("UPDATE ticket SET state = 'lost'")


def test_an_operation_is_in_the_journal_once(two_towns: Database) -> None:
    row = (
        "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes, operation) "
        "VALUES (1, %s, now(), 'e', 'c', 'a', 'signed', '{}', %s)"
    )
    operation = uuid4()
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(row, (2, operation))
        with pytest.raises(errors.UniqueViolation, match="journal_operation_idx"):
            connection.execute(row, (3, operation))
