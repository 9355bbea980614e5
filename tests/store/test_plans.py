"""Plans as the application role makes them, with enough rows to make reading whole tables look tempting."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import psycopg
import pytest

from dispatch.store import reading, search, streams, tiles
from dispatch.store.database import Database as Store
from tests import databases
from tests.databases import Database, Template
from tests.web import towns

TICKETS, PLACES = 12_000, 30_000
MANY = f"""
SET session_replication_role = replica; -- the references hold, looking each up would take half a minute
INSERT INTO ticket SELECT (jsonb_populate_record(t, jsonb_build_object(
    'id', n, 'number', 'N' || n, 'order_no', 'O' || n, 'state', CASE WHEN n % 40 = 0 THEN 'signed' ELSE 'closed' END,
    'stream', 2 + n % 2, 'audience', ARRAY['unit:1', 'unit:' || 2 + n % 2]
))).* FROM ticket t, generate_series(1000, {1000 + TICKETS}) n WHERE t.id = 1;
INSERT INTO caller SELECT n, 1, '', '张*', '138****5678', sha256(('p' || n)::bytea), sha256(('t' || n % 9000)::bytea),
    sha256(('n' || n % 9000)::bytea) FROM generate_series(1000, {1000 + TICKETS}) n;
INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes)
SELECT n, 1, now(), 'e', 'c', 'a', 'signed', '{{}}' FROM generate_series(1000, {1000 + TICKETS}) n;
INSERT INTO stream_entry SELECT 2, n, n, 1, 'e', '{{}}', '{{unit:2}}', '{{}}', now()
FROM generate_series(1000, {1000 + TICKETS}) n;
INSERT INTO place (kind, name, lon, lat, radius_m, source)
SELECT 'house', n || '号', 119 + (n % 200) / 1000.0, 33.5 + (n / 200) / 1000.0, 20, 't'
FROM generate_series(1, {PLACES}) n;
"""
Plan = dict[str, Any]


@pytest.fixture(scope="module")
def many(keeper: psycopg.Connection[Any], migrated_template: Template) -> Iterator[Database]:
    """Two towns with many tickets, most of them ended, and many places."""
    with databases.clone(keeper, migrated_template) as made:
        towns.found(made.owner_url)
        towns.add_ticket(made.owner_url, 1, towns.IN_A)
        with psycopg.connect(made.owner_url, autocommit=True) as connection:
            connection.execute(MANY.encode())
            connection.execute("VACUUM ANALYZE")
        yield made


@pytest.fixture
async def service(many: Database) -> AsyncIterator[Store]:
    """The service's pool."""
    opened = await Store.open(many.url, size=2)
    yield opened
    await opened.close()


async def plan(tx: Any, question: str, *values: Any) -> list[Plan]:
    """Every node of a query's plan."""
    told = await tx.fetchval(f"EXPLAIN (FORMAT JSON) {question}", *values)
    nodes: list[Plan] = []

    def visit(node: Plan) -> None:
        nodes.append(node)
        for child in node.get("Plans", ()):
            visit(child)

    visit((json.loads(told) if isinstance(told, str) else told)[0]["Plan"])
    return nodes


def read_whole(nodes: list[Plan]) -> set[str]:
    """The large tables that a plan reads from end to end."""
    large = {"ticket", "caller", "journal", "stream_entry", "place"}
    return {node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"} & large


def indexes(nodes: list[Plan]) -> set[str]:
    """The indexes a plan uses."""
    return {node["Index Name"] for node in nodes if "Index Name" in node}


async def test_a_board_comes_from_the_open_tickets_index(service: Store) -> None:
    async with service.reader(("unit:2",)) as tx:
        nodes = await plan(tx, streams.SQL.snapshot, 2, [2, 4])
    assert read_whole(nodes) == set()
    assert "ticket_stream_open_idx" in indexes(nodes)


async def test_one_ticket_and_its_journey_come_by_key(service: Store) -> None:
    async with service.reader(("unit:2",)) as tx:
        for question in (reading.SQL.row, reading.SQL.ticket, reading.SQL.journey, reading.SQL.clocks):
            assert read_whole(await plan(tx, question, 1000)) == set()


async def test_a_caller_is_found_by_blind_index(service: Store) -> None:
    for at, index in (
        (5, "caller_phone_index_idx"),
        (6, "caller_tail_index_idx"),
        (7, "caller_name_index_idx"),
    ):
        values: list[Any] = [["unit:2"], *[None] * 6, 50]
        values[at - 1] = b"x" * 32
        async with service.system() as tx:
            nodes = await plan(tx, search.SQL.matching, *values)
        assert read_whole(nodes) == set()
        assert index in indexes(nodes)


async def test_words_and_places_are_looked_for_in_open_tickets_alone(service: Store) -> None:
    async with service.system() as tx:
        nodes = await plan(tx, search.SQL.matching, ["unit:2"], "富丽", None, None, None, None, None, 50)
    assert read_whole(nodes) == set()
    assert "ticket_stream_open_idx" in indexes(nodes)


async def test_a_number_is_found_by_its_index(service: Store) -> None:
    async with service.system() as tx:
        nodes = await plan(tx, search.SQL.matching, ["unit:2"], None, None, "N2000", None, None, None, 50)
    assert read_whole(nodes) == set()
    assert {"ticket_number_idx", "hotline_order_pkey"} <= indexes(nodes)


async def test_what_follows_a_number_comes_by_key(service: Store) -> None:
    async with service.system() as tx:
        nodes = await plan(tx, streams.SQL.entries_after, [2], [1000 + TICKETS - 5], 2_000)
    assert read_whole(nodes) == set()


async def test_a_tile_reads_the_places_within_it(service: Store) -> None:
    async with service.reader(()) as tx:
        nodes = await plan(tx, tiles.SQL.names, 17, 108_890, 52_700)
    assert read_whole(nodes) == set()
    assert "place_lon_lat_idx" in indexes(nodes)
