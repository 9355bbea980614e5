"""The schema in the files is the schema in the database: the dump, the declared tables, the words of the domain."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

import migrations
from dispatch.domain.access import Role
from dispatch.domain.clocks.why import CLOCK_NAMES
from dispatch.domain.ticket import OPEN, Placement, PlaceNeed, State, Type, Urgency
from migrations.__main__ import main
from migrations.runner import at_head, engine_of, upgrade
from migrations.schema import COMMITTED, normalised, structure
from migrations.tables import metadata
from tests.databases import Database
from tests.migrations.conftest import Connection

VERSIONS = Path(migrations.__file__).parent / "versions"
FOREIGN = {"spatial_ref_sys", "alembic_version"}
"""Tables that PostGIS and Alembic bring along."""


def test_an_upgraded_empty_database_is_exactly_the_committed_schema(migrated: Database) -> None:
    told = "the schema has changed: python -m migrations schema > migrations/schema.sql"
    assert structure(migrated.owner_url) == COMMITTED.read_text(encoding="utf-8"), told


def test_a_dump_is_normalised_to_what_does_not_change_by_itself() -> None:
    dump = "--\n-- PostgreSQL\n--\n\n\\restrict aB3\n\nSET x = 1;\nCREATE TABLE a (\n    b int\n);\n\n\n"
    dump += "\\unrestrict aB3\n"
    assert normalised(dump) == "CREATE TABLE a (\n    b int\n);\n"


@pytest.mark.parametrize("name", ["ticket_row", "ticket_clocks", "supervision_clocks"])
def test_what_each_entry_asks_keeps_its_plan(owner: Connection, name: str) -> None:
    """A function in SQL that asks a table is planned anew by every statement that calls it: half a millisecond."""
    language = "SELECT l.lanname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.proname = %s"
    assert owner.execute(language, (name,)).fetchall() == [("plpgsql",)]


def test_upgrading_again_changes_nothing(
    migrated: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    upgrade(migrated.owner_url)
    assert at_head(migrated.owner_url)
    monkeypatch.setenv("DATABASE_URL", migrated.owner_url)
    assert main(["check"]) == 0
    assert main(["schema"]) == 0
    assert "CREATE TABLE public.ticket (" in capsys.readouterr().out


def test_the_declared_tables_are_the_databases(migrated: Database) -> None:
    def ours(name: str | None, kind: str, _parents: Any) -> bool:
        return kind != "table" or name not in FOREIGN

    with engine_of(migrated.owner_url).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_name": ours},
        )
        assert compare_metadata(context, metadata) == []


def literals(text: str) -> list[str]:
    """The quoted words of a condition."""
    return sorted(re.findall(r"'([^']*)'", text))


def test_the_declared_checks_are_the_databases(migrated: Database) -> None:
    engine = engine_of(migrated.owner_url)
    inspector = inspect(engine)
    for name, table in metadata.tables.items():
        declared = {
            str(each.name): literals(str(each.sqltext))
            for each in table.constraints
            if isinstance(each, CheckConstraint)
        }
        found = {
            str(each["name"]): literals(each["sqltext"]) for each in inspector.get_check_constraints(name)
        }
        assert found == declared, name
    engine.dispose()


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("ticket_state_check", State),
        ("ticket_type_check", Type),
        ("ticket_urgency_check", Urgency),
        ("ticket_place_need_check", PlaceNeed),
        ("category_place_need_check", PlaceNeed),
        ("ticket_placement_check", Placement),
        ("membership_role_check", Role),
        ("clock_kind_check", CLOCK_NAMES.keys() - {"return"}),
        ("clock_rule_clock_check", CLOCK_NAMES.keys() - {"halt"}),
    ],
)
def test_the_database_knows_the_domains_words(owner: Connection, check: str, words: Any) -> None:
    row = owner.execute(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s", (check,)
    ).fetchone()
    assert row is not None
    assert set(literals(row[0])) == {str(each) for each in words}


def test_state_is_text_and_open_means_the_same_everywhere(owner: Connection) -> None:
    kinds = owner.execute(
        "SELECT data_type FROM information_schema.columns WHERE table_name = 'ticket' AND column_name = 'state'"
    ).fetchall()
    assert kinds == [("text",)]
    (condition,) = owner.execute(
        "SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indexrelid = 'ticket_stream_open_idx'::regclass"
    ).fetchone() or ("",)
    assert set(literals(condition)) == {state.value for state in State} - {state.value for state in OPEN}


def test_a_limit_written_in_minutes_by_the_former_program_is_a_text_afterwards(owner: Connection) -> None:
    text = (VERSIONS / "0018_clock_minutes.sql").read_text(encoding="utf-8")
    owner.execute("ALTER TABLE clock_rule ADD minutes INTEGER, ALTER limit_text DROP NOT NULL")
    owner.execute(
        "INSERT INTO clock_rule (version, ordinal, clock, minutes, limit_text, reason) "
        "VALUES (1, 1, 'sign', 90, NULL, '签收'), (1, 2, 'reply', NULL, '5工作日', '办结')"
    )
    owner.execute(text.encode())
    found = owner.execute("SELECT limit_text FROM clock_rule ORDER BY ordinal").fetchall()
    assert found == [("90分钟",), ("5工作日",)]
