"""Seals of the audit as rows, and the audit's rows as they are sealed. Called by sealing and verifying."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from dispatch.domain.chain import Row, Seal
from dispatch.domain.merkle import DIGEST_BYTES
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("seals")


@dataclass(frozen=True, slots=True)
class Head:
    """A seal's head, and how many rows are sealed with it."""

    number: int
    at: datetime
    rows: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows that no seal holds yet, and since when the oldest of them waits."""

    rows: int
    since: datetime | None
    seconds: float


async def alone(tx: Tx) -> bool:
    """Whether this transaction is the one that seals, until it ends."""
    return bool(await tx.fetchval(SQL.alone))


async def last(tx: Tx) -> Seal | None:
    """The newest seal."""
    found = await tx.fetchrow(SQL.last)
    return None if found is None else _seal(found)


async def take(tx: Tx, most: int) -> tuple[list[Row], datetime | None]:
    """Rows that waited, in the order of their ids, and the instant at which they were taken from the list."""
    found = await tx.fetch(SQL.take, most)
    return [_row(each) for each in found], found[0]["now"] if found else None


async def add(tx: Tx, seal: Seal) -> None:
    """Write a seal."""
    await tx.execute(
        SQL.add,
        seal.number,
        seal.at,
        seal.first,
        list(seal.rows),
        b"".join(seal.leaves),
        seal.root,
        seal.head,
    )


async def after(tx: Tx, number: int, most: int) -> list[Seal]:
    """Seals after a number, in order."""
    return [_seal(each) for each in await tx.fetch(SQL.after, number, most)]


async def heads_after(tx: Tx, number: int, most: int) -> list[Head]:
    """Heads after a number, in order."""
    return [Head(**each) for each in await tx.fetch(SQL.heads_after, number, most)]


async def head(tx: Tx, number: int) -> Head | None:
    """The head of one seal."""
    found = await tx.fetchrow(SQL.head, number)
    return None if found is None else Head(**found)


async def top(tx: Tx) -> tuple[int, str]:
    """The number of the newest seal (0: none), and the epoch of the database."""
    found = await tx.fetchrow(SQL.top)
    assert found is not None
    return found["number"], found["epoch"] or ""


async def rows(tx: Tx, ids: Sequence[int]) -> dict[int, Row]:
    """Rows by their ids; those that are there."""
    return {each["id"]: _row(each) for each in await tx.fetch(SQL.rows, list(ids))}


async def ids_after(tx: Tx, identity: int, most: int) -> list[int]:
    """Ids of rows after one, in order."""
    return [each["id"] for each in await tx.fetch(SQL.ids_after, identity, most)]


async def accounted(tx: Tx, ids: Sequence[int], number: int) -> set[int]:
    """Which of these rows wait, or are sealed after a number."""
    return {each["id"] for each in await tx.fetch(SQL.accounted, list(ids), number)}


async def clock(tx: Tx) -> datetime:
    """The database's instant."""
    at: datetime = await tx.fetchval(SQL.clock)
    return at


async def waiting(tx: Tx) -> Waiting:
    """What waits to be sealed."""
    found = await tx.fetchrow(SQL.waiting)
    assert found is not None
    return Waiting(**found)


def _seal(found: Any) -> Seal:
    leaves = bytes(found["leaves"])
    return Seal(
        number=found["number"],
        at=found["at"],
        first=found["first"],
        rows=found["rows"],
        leaves=[leaves[at : at + DIGEST_BYTES] for at in range(0, len(leaves), DIGEST_BYTES)],
        root=bytes(found["root"]),
        head=bytes(found["head"]),
    )


def _row(found: Any) -> Row:
    detail = found["detail"]
    return Row(
        id=found["id"],
        at=found["at"],
        person=found["person"],
        unit=found["unit"],
        action=found["action"],
        subject=found["subject"],
        reason=found["reason"],
        detail=None if detail is None else json.loads(detail, parse_float=Decimal),
    )
