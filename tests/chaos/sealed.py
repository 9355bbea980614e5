"""The audit as it was found: rows, seals, heads kept outside; and a small healthy one, sealed by the service."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg.rows import namedtuple_row

from dispatch.domain import chain

ROWS: LiteralString = (
    "SELECT id, (extract(epoch FROM at) * 1000000)::bigint AS at, person, unit, action, subject, reason, "
    "detail::text AS detail FROM audit ORDER BY id"
)
SEALS: LiteralString = (
    "SELECT number, (extract(epoch FROM at) * 1000000)::bigint AS at, first, rows, root, head "
    "FROM audit_seal ORDER BY number"
)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row of the audit; ``at`` in microseconds since 1970, ``detail`` as JSON with exact numbers."""

    id: int
    at: int
    person: int | None
    unit: int | None
    action: str
    subject: str
    reason: str | None
    detail: Any


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal; ``at`` in microseconds since 1970, ``rows`` the ids it holds in order."""

    number: int
    at: int
    first: int
    rows: tuple[int, ...]
    root: bytes
    head: bytes


@dataclass(frozen=True, slots=True)
class Audit:
    """All of it. ``waiting``: rows that are in no seal yet. ``heads``: number → head, as they stand outside."""

    rows: tuple[AuditRow, ...] = ()
    seals: tuple[Sealed, ...] = ()
    waiting: frozenset[int] = frozenset()
    heads: Mapping[int, str] | None = None


NOTHING_AUDITED = Audit()


def found(connection: psycopg.Connection[Any], heads: Mapping[int, str] | None) -> Audit:
    """The audit of a database; ``heads`` were read before."""
    cursor = connection.cursor(row_factory=namedtuple_row)
    rows = [
        AuditRow(**each._asdict() | {"detail": each.detail and json.loads(each.detail, parse_float=Decimal)})
        for each in cursor.execute(ROWS).fetchall()
    ]
    seals = [
        Sealed(**each._asdict() | {"rows": tuple(each.rows)}) for each in cursor.execute(SEALS).fetchall()
    ]
    waiting = frozenset(each.id for each in cursor.execute("SELECT id FROM audit_waiting").fetchall())
    return Audit(tuple(rows), tuple(seals), waiting, heads)


def kept(folder: Path) -> dict[int, str]:
    """The heads that count: of lines that a restore gave up, none; of a line that a crash tore, nothing."""
    heads: dict[int, str] = {}
    for line in _lines(folder):
        if line.get("lost_to") is not None:
            heads = {number: head for number, head in heads.items() if number <= line["number"]}
        if line["number"]:
            heads[line["number"]] = line["head"]
    return heads


def _lines(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("heads-*.jsonl")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                continue


def healthy(rows: int = 7, at_once: int = 3) -> Audit:
    """A small audit, sealed by the service's own code, its heads outside, the last row still waiting."""
    at = datetime(2026, 11, 25, 1, tzinfo=UTC)
    made = [
        chain.Row(each, at + timedelta(seconds=each), 71, None, "ticket.viewed", f"ticket:{each}", None, {"n": each})
        for each in range(1, rows + 1)
    ]  # fmt: skip
    seals: list[chain.Seal] = []
    for first in range(0, rows - 1, at_once):
        run = made[first : min(first + at_once, rows - 1)]
        seals.append(chain.seal_of(seals[-1] if seals else None, run[-1].at, run))
    return Audit(
        tuple(
            AuditRow(
                *(each.id, chain.microseconds(each.at), each.person, each.unit),
                *(each.action, each.subject, each.reason, each.detail),
            )
            for each in made
        ),
        tuple(
            Sealed(each.number, chain.microseconds(each.at), each.first, tuple(each.rows), each.root, each.head)
            for each in seals
        ),
        frozenset({rows}),
        {each.number: each.head.hex() for each in seals},
    )  # fmt: skip


def without_row(audit: Audit, identity: int) -> Audit:
    """The same audit, a row taken out."""
    return replace(audit, rows=tuple(each for each in audit.rows if each.id != identity))
