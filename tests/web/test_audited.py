"""Nothing is read, changed or refused past the audit: every route is accounted for, and so is every look at callers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fastapi import FastAPI

from dispatch.actions.readings import AGAIN_SECONDS, Readings
from dispatch.actions.refusals import MOST_A_MINUTE, Refusals, source_of
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Membership, Role
from dispatch.store.database import Database as Store
from dispatch.web.assemble import describe
from tests.databases import Database
from tests.web import towns
from tests.web.audited import CHANGING, EXCUSED, PERSONAL, PLAIN, READS, Route, owes
from tests.web.conftest import Browser, SignIn

SQL = Path(__file__).resolve().parents[2] / "dispatch" / "store" / "sql"
CALLERS = {
    ("callers", "sealed"): "opened by reveal, a row; compared, left out of papers, shown to nobody",
    ("papers", "subject"): "masked, on papers: paper.printed",
    ("day_report", "sealed"): "opened to be left out of what is listed, shown to nobody",
    ("reading", "ticket"): "masked, for the panel: ticket.viewed",
    ("search", "matching"): "ids only; a search by caller is a row",
    ("doors", "alike"): "whether it is the same caller: ticket.compared",
    ("joint", "similar"): "whether it is the same caller: ticket.compared",
    ("joint", "similar_elsewhere"): "a number: ticket.compared",
    (
        "profiles",
        "pushed_orders",
    ): "opened, read again beside a draft; what differs is told masked, words by length",
    ("tickets", "receive"): "writes",
}
"""Every SQL block that asks the table of callers, and what becomes of it."""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return describe()


def operations(document: dict[str, Any]) -> Iterator[tuple[Route, dict[str, Any]]]:
    """Every route of the API."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield (method.upper(), path), operation


def fields(document: dict[str, Any], schema: Any, seen: frozenset[str] = frozenset()) -> set[str]:
    """The names of all properties of a schema, however deep."""
    if isinstance(schema, list):
        return set().union(*(fields(document, each, seen) for each in schema))
    if not isinstance(schema, dict):
        return set()
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    if name:
        known = document["components"]["schemas"]
        return set() if name in seen else fields(document, known[name], seen | {name})
    return set(schema.get("properties", ())).union(
        *(fields(document, each, seen) for each in schema.values())
    )


def answers(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas of what a route answers when all is well."""
    return [
        content.get("schema", {})
        for status, answer in operation["responses"].items()
        if status.startswith("2")
        for content in answer.get("content", {}).values()
    ]


def test_what_is_said_of_routes_is_said_of_routes_that_are(document: dict[str, Any]) -> None:
    known = {route for route, _ in operations(document)}
    assert known >= {*READS, *EXCUSED, *PLAIN}
    assert not {*READS} & {*EXCUSED}
    assert {method for method, _ in EXCUSED} <= CHANGING


def test_no_route_shows_a_caller_past_the_audit(document: dict[str, Any]) -> None:
    showing = {
        route
        for route, operation in operations(document)
        if any(fields(document, schema) & PERSONAL for schema in answers(operation))
    }
    assert ("GET", "/api/tickets/{ticket}") in showing
    assert showing <= {*READS}


def test_what_is_handed_out_as_a_file_is_accounted_for(document: dict[str, Any]) -> None:
    unmodelled = {
        route
        for route, operation in operations(document)
        if route[0] == "GET"
        and not route[1].startswith("/ogc")
        and not any(schema for schema in answers(operation))
        and "204" not in operation["responses"]
    }
    assert unmodelled - {*READS} == {*PLAIN}


def test_every_question_to_the_table_of_callers_is_accounted_for() -> None:
    found = set()
    for path in SQL.glob("*.sql"):
        blocks = re.split(r"^-- name: (\w+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        for name, text in zip(blocks[::2], blocks[1::2], strict=True):
            words = re.sub(r"--[^\n]*", "", text)
            if re.search(r"\b(FROM|JOIN|INTO|UPDATE)\s+caller\b", words):
                found.add((path.stem, name))
    assert found == {*CALLERS}


def rows(database: Database, action: str) -> list[tuple[Any, ...]]:
    """Rows of an action: who, for which unit, what about, details."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(
            "SELECT person, unit, subject, detail FROM audit WHERE action LIKE %s ORDER BY id", (action,)
        ).fetchall()


async def test_opening_a_ticket_is_a_row_before_anything_is_shown(
    sign_in: SignIn, two_towns: Database
) -> None:
    ticket = towns.add_ticket(two_towns.owner_url, 301, towns.IN_A, name="张三丰", phone="13812345678")
    town = await sign_in("towna")
    for _ in range(3):
        assert (await town.get(f"/api/tickets/{ticket}")).status_code == 200
    assert rows(two_towns, "ticket.viewed") == [(2, towns.CENTER_A, "ticket:301", None)]
    district = await sign_in("district")
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("REVOKE INSERT ON audit FROM dispatch_app")
    answer = await district.get(f"/api/tickets/{ticket}")
    assert answer.status_code == 500
    assert "张" not in answer.text


REFUSED: list[tuple[str, str, Callable[[Browser], Any]]] = [
    ("refused.forbidden", "GET /api/people", lambda made: made.get("/api/people")),
    ("refused.not-found", "GET /api/tickets/301", lambda made: made.get("/api/tickets/301")),
    (
        "refused.forbidden",
        "POST /api/search",
        lambda made: made.post("/api/search", json={"text": "x"}, headers={"Origin": "http://evil.test"}),
    ),
    (
        "refused.wrong-password",
        "POST /api/session",
        lambda made: made.post("/api/session", json={"username": "nobody", "password": "x"}),
    ),
]


@pytest.mark.parametrize(("action", "asked", "ask"), REFUSED)
async def test_who_is_turned_away_is_counted(
    sign_in: SignIn, app: FastAPI, store: Store, two_towns: Database, action: str, asked: str, ask: Any
) -> None:
    towns.add_ticket(two_towns.owner_url, 301, towns.IN_A)
    made = await sign_in("townb")
    for _ in range(3):
        assert (await ask(made)).status_code in (401, 403, 404)
    await app.state.refusals.flush(store)
    await app.state.refusals.flush(store)
    assert [(subject, detail) for _, _, subject, detail in rows(two_towns, action)] == [
        ("address:127.0.0.1", {"count": 3, "asked": [asked]})
    ]


class Clock:
    """A steady clock that tests set."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


async def test_a_flood_of_refusals_fills_no_disk(store: Store, two_towns: Database) -> None:
    clock = Clock()
    refusals = Refusals(clock)
    for minute in range(3):
        for number in range(5_000):
            refusals.note("forbidden", f"10.{minute}.{number >> 8}.{number & 255}", "GET /api/people")
        await refusals.flush(store)
        clock.now += AGAIN_SECONDS
        await refusals.flush(store)
    written = rows(two_towns, "refused.forbidden")
    assert len(written) <= 4 * MOST_A_MINUTE
    clock.now += AGAIN_SECONDS
    await refusals.flush(store)
    assert sum(detail["count"] for *_, detail in rows(two_towns, "refused.forbidden")) == 15_000


async def test_one_who_keeps_knocking_is_a_row_a_minute(store: Store, two_towns: Database) -> None:
    clock = Clock()
    refusals = Refusals(clock)
    for _ in range(120):
        refusals.note("forbidden", "2001:db8::1", "GET /a", 7)
        refusals.note("forbidden", "2001:db8::2", "GET /b", 7)
        await refusals.flush(store)
        clock.now += 1.0
    clock.now += AGAIN_SECONDS
    await refusals.flush(store)
    written = rows(two_towns, "refused.forbidden")
    assert {(person, subject) for person, _, subject, _ in written} == {(7, "address:2001:db8::/64")}
    assert len(written) == 3
    assert sum(detail["count"] for *_, detail in written) == 240


def test_a_source_is_an_address_or_its_network() -> None:
    assert source_of("198.51.100.7") == "198.51.100.7"
    assert source_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64"
    assert source_of(None) == source_of("unix") == "unknown"


async def test_many_readers_at_once_share_a_commit_and_lose_no_row(store: Store, two_towns: Database) -> None:
    readings = Readings(store)

    def person(number: int) -> SignedIn:
        held = frozenset({Membership(Role.TOWN_OPERATOR, towns.CENTER_A)})
        return SignedIn(b"%d" % number, number, "甲", "", "a", held, locked=False)

    await asyncio.gather(
        *(readings.note(person(each), "ticket.viewed", f"ticket:{each}") for each in range(1, 101))
    )
    with psycopg.connect(two_towns.owner_url) as connection:
        found = connection.execute(
            "SELECT count(*), count(DISTINCT at) FROM audit WHERE action = 'ticket.viewed'"
        ).fetchone()
    assert found is not None
    assert found[0] == 100
    assert found[1] < 10


def test_a_new_route_that_changes_something_owes_a_row() -> None:
    assert owes(("POST", "/api/something/new"))
    assert not owes(("GET", "/api/something/new"))
