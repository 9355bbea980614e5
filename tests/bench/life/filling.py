"""Fills a database with tickets by SQL: 50,000 open ones over all towns, the others closed with four journal rows.

The triggers of the rows' constraints rest meanwhile; what is written is what intake and actions would have written.
Indexes that only search are taken away and built again at the end: kept while ten million rows come, those over hashes
touch every page of theirs again and again, and the disk is all that works.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final, LiteralString

import psycopg
from psycopg.sql import SQL, Identifier

OPEN: Final = 50_000
_THERE: Final = "SELECT coalesce(max(id), 0) FROM ticket"
_ARE_OPEN: Final = "SELECT count(*) FROM ticket WHERE state <> 'closed'"
_SEARCHING: Final = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid IN ('ticket'::regclass, 'journal'::regclass, 'clock'::regclass, 'caller'::regclass,
                       'hotline_order'::regclass) AND NOT indisunique ORDER BY 1
"""
_SLICE: Final = 100_000
_FILL: Final = Path(__file__).with_name("filling.sql").read_text(encoding="utf-8").split("-- next\n")


def fill(owner_url: str, count: int) -> None:
    """Bring a database to so many tickets; what is there stays, the newest become open ones until there are enough."""
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET synchronous_commit = off")
        connection.execute("SET maintenance_work_mem = '512MB'")
        there, are_open = _count(connection, _THERE), _count(connection, _ARE_OPEN)
        searching = connection.execute(_SEARCHING).fetchall()
        for name, _ in searching:
            connection.execute(SQL("DROP INDEX {}").format(Identifier(name)))
        for start in range(there, count, _SLICE):
            values = {
                "after": start,
                "until": min(start + _SLICE, count),
                "open_from": count - max(0, OPEN - are_open),
            }
            for statement in _FILL:
                connection.execute(statement, values)
            sys.stderr.write(f"\r  {min(start + _SLICE, count):,} 件已填")
        sys.stderr.write("\n")
        began = time.monotonic()
        for _, made in searching:
            connection.execute(made)
        sys.stderr.write(f"  {len(searching)} 个索引重建 {time.monotonic() - began:.0f} 秒\n")
        began = time.monotonic()
        connection.execute("SELECT setval('ticket_id_seq', (SELECT max(id) FROM ticket))")
        connection.execute("VACUUM ANALYZE ticket, journal, clock, caller, hotline_order")
        sys.stderr.write(f"  整理 {time.monotonic() - began:.0f} 秒\n")


def _count(connection: psycopg.Connection[object], question: LiteralString) -> int:
    row = connection.execute(question).fetchone()
    assert isinstance(row, tuple)
    return int(row[0])
