"""Upward requests, their grounds and limits, and what was heard of an order, as rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

import orjson

from dispatch.domain.upward import Ground, Request, RequestKind, RequestState
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("upward")
Json: TypeAlias = dict[str, Any]
USUAL_MINUTES = 24 * 60
"""How long the hotline may take where the district sets no limit."""
_LISTED = 500


@dataclass(frozen=True, slots=True)
class Heard:
    """Whether something was said for the first time; the newest times of its group, of its own kind, said before."""

    fresh: bool
    newest: datetime | None
    own: datetime | None


async def open_requests(tx: Tx, ticket: int) -> tuple[Request, ...]:
    """The requests of a ticket that have no end yet."""
    rows = await tx.fetch(SQL.open_requests, ticket)
    return tuple(
        Request(**{**dict(row), "kind": RequestKind(row["kind"]), "state": RequestState(row["state"])})
        for row in rows
    )


async def grounds(tx: Tx) -> tuple[Ground, ...]:
    """The grounds in force."""
    rows = await tx.fetch(SQL.grounds)
    return tuple(Ground(RequestKind(row["kind"]), row["code"], row["name"]) for row in rows)


async def usual_ground(tx: Tx, category: str | None) -> str | None:
    """On which ground an extension was granted last, lately and for a category."""
    found: str | None = await tx.fetchval(SQL.usual_ground, category)
    return found


async def hears(tx: Tx, source: str) -> bool:
    """Whether anything can be asked of a source: it gave an address."""
    return bool(await tx.fetchval(SQL.hears, source))


async def draft(tx: Tx, ticket: int, values: Mapping[str, Any]) -> None:
    """A new request."""
    await tx.execute(SQL.draft, _json({**values, "ticket": ticket}))


async def change(tx: Tx, request: int, values: Mapping[str, Any]) -> None:
    """Columns of one request that change."""
    await tx.execute(SQL.change, request, _json(values))


async def unsend(tx: Tx, request: int) -> bool:
    """Keep a request's message from going up; false where it was tried already, or there is none."""
    return await tx.fetchval(SQL.unsend, request) is not None


async def end_open(tx: Tx, ticket: int, now: datetime, *, closed: bool) -> None:
    """Withdraw what a ticket that has ended still asks; a ``closed`` one may go on asking to be left out."""
    await tx.execute(SQL.end_open, ticket, now, closed)


async def sent(tx: Tx, callbacks: Sequence[UUID]) -> None:
    """Requests whose messages arrived."""
    if callbacks:
        await tx.execute(SQL.sent, list(callbacks), USUAL_MINUTES)


async def overdue(tx: Tx, most: int) -> list[tuple[int, int]]:
    """(request, ticket) of those whose answer is overdue."""
    return [(row["id"], row["ticket"]) for row in await tx.fetch(SQL.overdue, most)]


async def rested(tx: Tx, most: int) -> list[tuple[int, bool]]:
    """(ticket, whether the hotline named a due time meanwhile) of suspended ones whose date has come."""
    return [(row["id"], row["due_named"]) for row in await tx.fetch(SQL.rested, most)]


async def hear(
    tx: Tx,
    order: tuple[str, str],
    digest: bytes,
    occasion: int,
    kind: str,
    group: Collection[str],
    said_at: datetime | None,
    now: datetime,
) -> Heard:
    """Remember that something was said of an order, on an occasion."""
    row = await tx.fetchrow(SQL.hear, *order, digest, occasion, kind, sorted(group), said_at, now)
    assert row is not None
    return Heard(row["fresh"], row["newest"], row["own"])


async def heard_before(tx: Tx, order: tuple[str, str], digest: bytes) -> bool:
    """Whether the very same was said of an order before, on any occasion."""
    return bool(await tx.fetchval(SQL.heard_before, *order, digest))


async def of_ticket(tx: Tx, ticket: int) -> list[Json]:
    """Every request of a ticket, the newest first."""
    return [row[0] for row in await tx.fetch(SQL.of_ticket, ticket)]


async def listed(tx: Tx, states: Sequence[str]) -> list[Json]:
    """Requests in some states that the reader may see."""
    return [row[0] for row in await tx.fetch(SQL.listed, list(states), _LISTED)]


async def all_grounds(tx: Tx) -> list[Json]:
    """Every ground there is or was."""
    return [row[0] for row in await tx.fetch(SQL.all_grounds)]


async def add_ground(tx: Tx, kind: str, code: str | None, name: str, person: int | None) -> str | None:
    """A ground in force from now on: its code, or None where the code or the words are taken."""
    made: str | None = await tx.fetchval(SQL.add_ground, kind, code, name, person)
    return made


async def end_ground(tx: Tx, ground: int, person: int | None) -> tuple[str, str] | None:
    """End a ground: its kind and code, or None where it is not in force."""
    row = await tx.fetchrow(SQL.end_ground, ground, person)
    return (row["kind"], row["code"]) if row else None


async def limits(tx: Tx) -> dict[str, int]:
    """Minutes the hotline may take, by kind; the usual ones where nothing is set."""
    set_ = {row["kind"]: row["answer_minutes"] for row in await tx.fetch(SQL.limits)}
    return {kind.value: set_.get(kind.value, USUAL_MINUTES) for kind in RequestKind}


async def limit_history(tx: Tx) -> list[Json]:
    """The last hundred limits that were set."""
    return [row[0] for row in await tx.fetch(SQL.limit_history)]


async def set_limit(tx: Tx, kind: str, minutes: int, person: int | None) -> None:
    """Another limit for a kind."""
    await tx.execute(SQL.set_limit, kind, minutes, person)


def _json(values: Mapping[str, Any]) -> str:
    return orjson.dumps(dict(values), default=str).decode()
