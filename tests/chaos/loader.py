"""Reads from a real database all that the checker compares: asked as the owner, past the service, of one moment.

Nothing of the service's own reads is used, so that a fault in them does not hide itself; but for the public row, which
the database builds for everybody (``ticket_row``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, LiteralString

import psycopg
from psycopg import IsolationLevel
from psycopg.rows import namedtuple_row

from tests.chaos import sealed
from tests.chaos.observed import (
    Assigned,
    Clock,
    Delivery,
    Observed,
    Order,
    Report,
    Step,
    StreamEntry,
    TicketRow,
)
from tests.chaos.verdict import CellOf

EPOCH = (
    "SELECT (SELECT id::text FROM epoch ORDER BY since DESC, id LIMIT 1) || '-' "
    "|| left(pg_walfile_name(pg_current_wal_lsn()), 8)"
)
TICKETS = "SELECT to_jsonb(t) AS row, ticket_row(t) AS public FROM ticket t ORDER BY id"
JOURNAL = (
    "SELECT ticket, version, event, command, actor_person, operation::text AS operation, state_from, state_to, "
    "changes, coalesce(detail, '{}') AS detail FROM journal ORDER BY ticket, version"
)
ASSIGNMENTS = "SELECT id, ticket, part, closed_at IS NULL AS is_open FROM assignment ORDER BY id"
ENTRIES = 'SELECT stream, seq, ticket, version, before, after, "row" FROM stream_entry ORDER BY stream, seq'
REPORTS = "SELECT id::text AS id, ticket, body->>'order_no' AS order_no, version, status, state, next_at FROM callback"
CLOCKS = (
    "SELECT ticket, kind, started_at, stopped_at IS NULL AND paused_at IS NULL AS is_running, next_at, fired "
    "FROM clock ORDER BY ticket, kind, started_at"
)
CELL = (
    "SELECT min(code) FROM cell WHERE boundary_version = %s "
    "AND ST_Covers(geom, ST_SetSRID(ST_Point(%s, %s), 4326))"
)
"""The cell that covers a point, edges included, the lowest code first; by PostGIS, where the service uses GEOS."""

Connection = psycopg.Connection[Any]


@contextmanager
def snapshot(database_url: str) -> Iterator[Connection]:
    """A connection whose first question fixes the moment that all others are answered of; it changes nothing."""
    with psycopg.connect(database_url) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        yield connection
        connection.rollback()


def observed(connection: Connection, due_by: datetime, heads: Mapping[int, str] | None = None) -> Observed:
    """What the database holds; ``due_by`` is when all that was due had to be done, ``heads`` were read before."""
    cursor = connection.cursor(row_factory=namedtuple_row)

    def rows(question: LiteralString) -> list[Any]:
        return cursor.execute(question).fetchall()

    return Observed(
        epoch=rows(EPOCH)[0][0],
        due_by=due_by,
        tickets=tuple(TicketRow(*each) for each in rows(TICKETS)),
        journal=tuple(Step(*each) for each in rows(JOURNAL)),
        assignments=tuple(Assigned(*each) for each in rows(ASSIGNMENTS)),
        tops=dict(rows("SELECT id, seq FROM stream")),
        entries=tuple(_entry(each) for each in rows(ENTRIES)),
        orders=tuple(Order(*each) for each in rows("SELECT source, order_no, ticket FROM hotline_order")),
        deliveries=tuple(Delivery(*each) for each in rows("SELECT source, webhook_id, status FROM delivery")),
        reports=tuple(Report(*each) for each in rows(REPORTS)),
        clocks=tuple(Clock(**each._asdict() | {"fired": tuple(each.fired)}) for each in rows(CLOCKS)),
        boundaries=dict(rows("SELECT id, state FROM boundary_version")),
        left_behind=frozenset(each.ticket for each in rows("SELECT ticket FROM rezoning_left")),
        audit=sealed.found(connection, heads),
    )


def _entry(row: Any) -> StreamEntry:
    told = row.stream, row.seq, row.ticket, row.version
    return StreamEntry(*told, frozenset(row.before), frozenset(row.after), row.row)


def geometry(connection: Connection) -> CellOf:
    """Where points lie, asked of PostGIS, each place once."""
    known: dict[tuple[float, float, int], str | None] = {}

    def cell_of(lon: float, lat: float, version: int) -> str | None:
        key = lon, lat, version
        if key not in known:
            row = connection.execute(CELL, (version, lon, lat)).fetchone()
            known[key] = row[0] if row else None
        return known[key]

    return cell_of
