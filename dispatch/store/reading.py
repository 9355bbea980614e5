"""One ticket as screens show it. Called by ``reads.ticket`` and ``reads.search`` on a reader's connection."""

from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("reading")
Json: TypeAlias = dict[str, Any]


async def row(tx: Tx, ticket: int) -> Json | None:
    """The public row of a ticket, or None when the reader may not see it."""
    found: Json | None = await tx.fetchval(SQL.row, ticket)
    return found


async def rows(tx: Tx, tickets: list[int]) -> list[Json]:
    """The public rows of those tickets the reader may see, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.rows, tickets)]


async def ticket(tx: Tx, ticket: int) -> Json | None:
    """A ticket's row, words, masked caller and answers, or None when the reader may not see it."""
    found = await tx.fetchrow(SQL.ticket, ticket)
    return dict(found) if found else None


async def assignments(tx: Tx, ticket: int) -> list[Json]:
    """Whom a ticket was given to, in order."""
    return [each[0] for each in await tx.fetch(SQL.assignments, ticket)]


async def likely_lead(tx: Tx, ticket: int) -> Json | None:
    """Who would lead a ticket at once, or None where nobody is known."""
    found = await tx.fetchrow(SQL.likely_lead, ticket)
    return dict(found) if found else None


async def co_handled(tx: Tx, tickets: list[int], person: int, units: list[int]) -> list[Json]:
    """Of these tickets, those where the person, or one of the units, owes a co-handler's part, and which."""
    return [dict(each) for each in await tx.fetch(SQL.co_handled, tickets, person, units)]


async def journey(tx: Tx, ticket: int) -> list[Json]:
    """What happened to a ticket, in order."""
    return [each[0] for each in await tx.fetch(SQL.journey, ticket)]


async def clocks(tx: Tx, ticket: int) -> list[Json]:
    """All clocks of a ticket."""
    return [each[0] for each in await tx.fetch(SQL.clocks, ticket)]


async def clock_grounds(tx: Tx, ticket: int) -> list[Json]:
    """All clocks of a ticket with what they were reckoned from, the running ones first."""
    return [dict(each) for each in await tx.fetch(SQL.clock_grounds, ticket)]


async def evidence(tx: Tx, ticket: int) -> list[Json]:
    """The pictures of a ticket."""
    return [each[0] for each in await tx.fetch(SQL.evidence, ticket)]


async def deliveries(tx: Tx, ticket: int) -> list[Json]:
    """What was reported to the hotline about a ticket."""
    return [each[0] for each in await tx.fetch(SQL.deliveries, ticket)]
