"""Cards, score periods and objections as rows. Called by ``actions.scores`` and ``reads.scores``."""

from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("scores")


async def give_card(
    tx: Tx, unit: int, color: str, reason: str, tickets: list[int], person: int
) -> int | None:
    """A card for a unit; None where the unit does not exist."""
    made: int | None = await tx.fetchval(SQL.give_card, unit, color, reason, tickets, person)
    return made


async def revoke_card(tx: Tx, card: int, reason: str, person: int) -> bool:
    """Take a card back, once."""
    return await tx.fetchval(SQL.revoke_card, card, reason, person) is not None


async def card_unit(tx: Tx, card: int) -> int | None:
    """Whose a card is; it is locked until the transaction ends."""
    unit: int | None = await tx.fetchval(SQL.card_unit, card)
    return unit


async def answer_card(tx: Tx, card: int, answer: str, person: int) -> bool:
    """What the unit says to its card, once, as long as it stands."""
    return await tx.fetchval(SQL.answer_card, card, answer, person) is not None


async def cards(tx: Tx, before: int | None, most: int) -> list[dict[str, Any]]:
    """The cards of units the reader hears of, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.cards, before, most)]


async def missing(tx: Tx, tickets: list[int]) -> list[int]:
    """Which of these tickets there are not."""
    return [each[0] for each in await tx.fetch(SQL.missing, tickets)]


async def open_period(
    tx: Tx, name: str, since: datetime, until: datetime, setting: int, objections_until: datetime, person: int
) -> int:
    """A new score period, shown to be checked."""
    made: int = await tx.fetchval(SQL.open_period, name, since, until, setting, objections_until, person)
    return made


async def lock(tx: Tx, period: int) -> dict[str, Any] | None:
    """A period, locked until the transaction ends."""
    row = await tx.fetchrow(SQL.lock_period, period)
    return None if row is None else dict(row)


async def period(tx: Tx, identity: int) -> dict[str, Any] | None:
    """A period as it stands."""
    row = await tx.fetchrow(SQL.period, identity)
    return None if row is None else dict(row)


async def periods(tx: Tx) -> list[dict[str, Any]]:
    """Every period, the newest first, without figures."""
    return [each[0] for each in await tx.fetch(SQL.periods)]


async def go_on(tx: Tx, period: int, state: str, person: int, figures: dict[str, Any] | None) -> None:
    """A period goes on; ``figures`` come with locking."""
    await tx.execute(SQL.go_on, period, state, person, figures)


async def raise_objection(
    tx: Tx, period: int, unit: int, rate: str, ticket: int, reason: str, person: int
) -> int | None:
    """An objection; None where the same was raised before."""
    made: int | None = await tx.fetchval(SQL.raise_objection, period, unit, rate, ticket, reason, person)
    return made


async def rule_objection(tx: Tx, objection: int, state: str, ruling: str, person: int) -> int | None:
    """Rule on an open objection: its period, or None where it is ruled on already."""
    of: int | None = await tx.fetchval(SQL.rule_objection, objection, state, ruling, person)
    return of


async def objections(tx: Tx, period: int) -> list[dict[str, Any]]:
    """The objections of units the reader hears of, the newest first."""
    return [each[0] for each in await tx.fetch(SQL.objections, period)]


async def open_objections(tx: Tx, period: int) -> int:
    """How many objections wait for a ruling."""
    return int(await tx.fetchval(SQL.open_objections, period))
