"""``python -m dispatch people``: the first administrator of an installation."""

from __future__ import annotations

import asyncio

import psycopg
import pytest

from dispatch.actions.passwords import Passwords
from dispatch.cli import run
from tests.databases import Database


async def test_an_administrator_is_made_once_with_a_password_that_must_be_changed(
    founded: Database, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", founded.url)
    capfd.readouterr()
    assert await asyncio.to_thread(run, ["people", "administrator", "首位", "first", "--phone", "139"]) == 0
    password, said = capfd.readouterr()
    assert "首位（first）" in said
    with psycopg.connect(founded.owner_url) as connection:
        row = connection.execute(
            "SELECT m.role, m.unit, a.must_change, a.password_hash FROM account a "
            "JOIN membership m USING (person) WHERE a.username = 'first'"
        ).fetchone()
        audit = connection.execute("SELECT action, person FROM audit ORDER BY id").fetchall()
    assert row is not None
    assert row[:3] == ("system_admin", 1, True)
    passwords = Passwords()
    assert await passwords.fits(row[3], password.strip())
    passwords.close()
    assert audit == [("person.added", None), ("account.added", None), ("post.given", None)]
    assert await asyncio.to_thread(run, ["people", "administrator", "又一位", "first"]) == 2
    assert "换一个" in capfd.readouterr()[1]
