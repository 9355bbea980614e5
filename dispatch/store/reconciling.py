"""Comparisons with the hotline's list, as rows. Called by ``actions.reconciling`` and ``reads.reconciling``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import orjson

from dispatch.domain.reconciling import Difference, Held
from dispatch.domain.ticket import HOTLINE_NAMES, State
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("reconciling")
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A run to be written. ``person`` uploaded a file, or the hotline pushed under ``webhook_id``."""

    source: str
    webhook_id: str | None
    digest: bytes
    since: datetime
    until: datetime
    person: int | None
    file_name: str | None
    listed: int
    held: int
    equal: int


async def held(tx: Tx, source: str, since: datetime, until: datetime, numbers: Sequence[str]) -> list[Held]:
    """Our orders of a time, and those named."""
    rows = await tx.fetch(SQL.held, source, since, until, list(numbers))
    return [
        Held(
            row["order_no"],
            row["ticket"],
            HOTLINE_NAMES[State(row["state"])],
            row["outer_due"],
            row["told"],
            row["expected"],
        )
        for row in rows
    ]


async def known(tx: Tx, source: str, webhook_id: str) -> tuple[int, bytes] | None:
    """(run, digest) of a list that came under an id before."""
    row = await tx.fetchrow(SQL.known, source, webhook_id)
    return (row["id"], row["digest"]) if row else None


async def add(tx: Tx, run: Run, rows: Sequence[Difference]) -> int:
    """Write a run with what differed; its number."""
    identity: int = await tx.fetchval(
        SQL.add,
        *(run.source, run.webhook_id, run.digest, run.since, run.until, run.person, run.file_name),
        *(run.listed, run.held, run.equal),
    )
    await tx.execute(SQL.add_rows, identity, orjson.dumps([_columns(each) for each in rows]).decode())
    return identity


def _columns(row: Difference) -> Json:
    return {
        "difference": row.kind,
        "order_no": row.order_no,
        "ticket": row.ticket,
        "their_status": row.their_status,
        "our_status": row.our_status,
        "their_due": row.their_due,
        "our_due": row.our_due,
    }


async def runs(tx: Tx, run: int | None = None) -> list[Json]:
    """The last sixty runs, or one of them."""
    return [row[0] for row in await tx.fetch(SQL.runs, run)]


async def rows(tx: Tx, run: int) -> list[Json]:
    """What differed in a run."""
    return [row[0] for row in await tx.fetch(SQL.rows, run)]
