"""Tickets of town A and whom they were given to, as its desk does it: what tests of messages begin with."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import psycopg

from tests.databases import Database
from tests.web import towns

if TYPE_CHECKING:
    from tests.web.conftest import Browser, SignIn

WORKER = 4


def ask(database: Database, words: str, *values: Any) -> list[tuple[Any, ...]]:
    """Rows as the owner sees them; changes are committed."""
    with psycopg.connect(database.owner_url) as connection:
        cursor = connection.execute(words.encode(), values)
        return cursor.fetchall() if cursor.description else []


def colleague(
    database: Database, person: int = 20, unit: int = towns.CENTER_A, role: str = "town_operator"
) -> int:
    """Another person with a post and an account."""
    ask(
        database,
        "INSERT INTO person (id, name, post, phone) VALUES (%s, '甲夜班', '值班员', '13900000020')",
        person,
    )
    ask(
        database,
        "INSERT INTO account (person, username, password_hash) VALUES (%s, 'night', %s)",
        person,
        towns.password_hash(),
    )
    ask(database, "INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", person, role, unit)
    return person


def always_awake(database: Database, **limits: Any) -> None:
    """Limits without quiet hours, so that tests pass at night too."""
    given = {"quiet_from": "00:00", "quiet_until": "00:00", **limits}
    pairs = ", ".join(f"'{name}', '{value}'::text" if isinstance(value, str) else f"'{name}', {value}"
                      for name, value in given.items())  # fmt: skip
    ask(
        database,
        "INSERT INTO telling_limit (limits, note) SELECT limits || jsonb_build_object("
        + pairs
        + "), 't' FROM telling_limit ORDER BY version DESC LIMIT 1",
    )


async def command(browser: Browser, ticket: int, name: str, **fields: Any) -> dict[str, Any]:
    """A command given by a browser, which succeeds."""
    body = {"operation": str(uuid.uuid4()), "fields": fields}
    answer = await browser.post(f"/api/tickets/{ticket}/commands/{name}", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def assigned(
    sign_in: SignIn, database: Database, ticket: int = 701, person: int | None = WORKER
) -> int:
    """A ticket of town A that its desk has assigned to a worker, or to the station."""
    towns.add_ticket(database.owner_url, ticket, towns.IN_A, name="张三", phone="13800005678")
    desk = await sign_in("towna")
    await command(desk, ticket, "sign")
    await command(desk, ticket, "assign", lead={"unit": towns.STATION_A, "person": person})
    return ticket


def critical(database: Database, minutes: int, ticket: int = 731) -> int:
    """A critical ticket that has waited for a signature for so many minutes."""
    towns.add_ticket(database.owner_url, ticket, towns.IN_A, urgency="critical")
    ask(
        database,
        "INSERT INTO clock (ticket, kind, started_at, due_at, reason) "
        "VALUES (%s, 'sign', now() - make_interval(mins => %s), now() + interval '1 hour', 't')",
        ticket,
        minutes,
    )
    return ticket
