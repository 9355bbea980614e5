"""Periods of look-back, what they were drawn from, and the tickets to be looked at again.

Called by ``actions.look_back``, ``reads.look_back`` and the command line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import asyncpg

from dispatch.domain.sampling import Member, Plan, stratum_of
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("look_back")
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Period:
    """A period: its plan and commitment, the seed under seal, and in clear once the sample is drawn."""

    id: int
    plan: Plan
    commitment: str
    seed: str | None
    key: int
    sealed: bytes
    is_drawn: bool
    is_over: bool


async def overlapping(tx: Tx, since: datetime, until: datetime) -> bool:
    """Whether another period shares time with this one."""
    found: bool = await tx.fetchval(SQL.overlapping, since, until)
    return found


async def add_period(tx: Tx, plan: Plan, commitment: str, key: int, sealed: bytes, person: int | None) -> int:
    """A new period; its number."""
    number: int = await tx.fetchval(
        SQL.add_period,
        *(plan.name, plan.since, plan.until, plan.method, plan.share, plan.least),
        *(commitment, key, sealed, person),
    )
    return number


async def periods(tx: Tx) -> list[Json]:
    """All periods, the newest first."""
    return [row[0] for row in await tx.fetch(SQL.periods)]


async def lock_period(tx: Tx, number: int) -> Period | None:
    """One period, locked until the transaction ends."""
    row = await tx.fetchrow(SQL.lock_period, number)
    if row is None:
        return None
    return Period(
        id=row["id"],
        plan=_plan(row),
        commitment=row["commitment"],
        seed=row["seed"],
        key=row["key"],
        sealed=row["sealed"],
        is_drawn=row["drawn_at"] is not None,
        is_over=row["is_over"],
    )


def _plan(row: asyncpg.Record) -> Plan:
    return Plan(row["name"], row["since"], row["until"], row["method"], row["share"], row["least"])


async def published(tx: Tx, number: int) -> tuple[Plan, str, str | None] | None:
    """A period's plan, commitment and seed (None before it is drawn), as anybody may know them."""
    row = await tx.fetchrow(SQL.plan, number)
    return None if row is None else (_plan(row), row["commitment"], row["seed"])


async def population(tx: Tx, plan: Plan) -> list[Member]:
    """The tickets replied in a period, each with its stratum."""
    return [
        Member(stratum_of(plan.method, row["town"], row["path"]), row["number"], row["id"])
        for row in await tx.fetch(SQL.population, plan.since, plan.until)
    ]


async def keep(
    tx: Tx, number: int, members: Sequence[Member], drawn: Sequence[Member], due: datetime
) -> None:
    """What a sample was drawn from, and what was drawn."""
    await tx.execute(
        SQL.keep_population,
        number,
        [each.ticket for each in members],
        [each.number for each in members],
        [each.stratum for each in members],
    )
    await tx.execute(
        SQL.keep_sample, number, [each.ticket for each in drawn], [each.stratum for each in drawn], due
    )


async def reveal(tx: Tx, number: int, seed: str, counts: Mapping[str, int], person: int | None) -> None:
    """The seed is known to everybody from now on."""
    await tx.execute(SQL.drawn, number, seed, dict(counts), person)


async def kept_population(tx: Tx, number: int) -> list[Member]:
    """What a period's sample was drawn from."""
    return [
        Member(row["stratum"], row["number"], row["ticket"])
        for row in await tx.fetch(SQL.kept_population, number)
    ]


async def replied_in(tx: Tx, plan: Plan) -> set[int]:
    """The tickets whose reply went out in the period, as the journal tells."""
    return {row["ticket"] for row in await tx.fetch(SQL.replied_in, plan.since, plan.until)}


async def kept_sample(tx: Tx, number: int) -> set[int]:
    """The tickets that were drawn in a period."""
    return {row["ticket"] for row in await tx.fetch(SQL.kept_sample, number)}


async def keep_stages(tx: Tx, most: int) -> int:
    """Look-backs for stages whose next date has come; how many were made."""
    return len(await tx.fetch(SQL.keep_stages, most))


async def tasks(tx: Tx, is_open: bool, period: int | None, most: int) -> list[Json]:
    """Look-backs of tickets that the reader sees."""
    return [row[0] for row in await tx.fetch(SQL.tasks, is_open, period, most)]


async def lock_task(tx: Tx, number: int) -> asyncpg.Record | None:
    """One look-back, locked until the transaction ends: id, ticket, kind, done_at."""
    return await tx.fetchrow(SQL.lock_task, number)


async def judged(
    tx: Tx, number: int, result: str, reason: str | None, now: datetime, person: int | None
) -> None:
    """What was found."""
    await tx.execute(SQL.judged, number, result, reason, now, person)
