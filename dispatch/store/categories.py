"""Categories as rows, the rules that name them, and what hotlines call tickets. Called by ``actions.categories``."""

from datetime import date, datetime
from typing import Any, TypeAlias

from dispatch.domain.category_register import Kept
from dispatch.domain.category_uses import Naming, Uses, said
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("categories")
Json: TypeAlias = dict[str, Any]


async def keep_still(tx: Tx) -> None:
    """Let nobody else change the categories until the transaction ends."""
    await tx.execute(SQL.keep_still)


async def listed(tx: Tx) -> list[Kept]:
    """Every category, those that are over too, by code."""
    return [Kept(**{**row, "aliases": tuple(row["aliases"])}) for row in map(dict, await tx.fetch(SQL.all))]


async def uses(tx: Tx, today: date) -> Uses:
    """The rules in force that name paths."""
    rows = await tx.fetch(SQL.namings, today)
    return Uses(
        Naming(row["kind"], said(row["kind"], row["says"]), row["path"], row["times"], row["asks"])
        for row in rows
    )


async def tickets(tx: Tx, since: datetime) -> dict[str, int]:
    """How many tickets of each category came since a moment."""
    return {row["category"]: row["tickets"] for row in await tx.fetch(SQL.tickets, since)}


async def unknown(tx: Tx, since: datetime, longest: int) -> list[Json]:
    """What hotlines called tickets since a moment that are of no category, the most frequent first."""
    return [dict(row) for row in await tx.fetch(SQL.unknown, since, longest)]


async def add(tx: Tx, category: Kept) -> None:
    """A new category."""
    await tx.execute(SQL.add, *_values(category))


async def change(tx: Tx, category: Kept) -> None:
    """A category as it is from now on."""
    await tx.execute(SQL.change, *_values(category))


def _values(category: Kept) -> tuple[Any, ...]:
    return (
        *(category.code, category.path, category.place_need, category.evidence_required),
        *(category.signoff_required, list(category.aliases), category.valid_from, category.valid_until),
    )
