"""投诉建议 as rows: said once, answered once. Called by ``actions.grievances`` and ``reads.grievances``."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("grievances")
KEPT = timedelta(days=30)
"""A phone may be without a network for so long, and is believed when it says so."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said under an id, by whom, and when it was answered."""

    person: int
    named: bool
    words: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says, under the id that their phone gave it, and when by the phone's own clock."""

    id: UUID
    words: str
    named: bool
    done_at: datetime | None = None


async def say(tx: Tx, saying: Saying, person: int, unit: int) -> bool:
    """Write what somebody says; false where the id is known."""
    given = (saying.id, person, unit, saying.named, saying.words, saying.done_at, KEPT)
    return await tx.fetchval(SQL.say, *given) is not None


async def said(tx: Tx, identity: UUID) -> Said | None:
    """What was said under an id, held until the transaction ends."""
    row = await tx.fetchrow(SQL.said, identity)
    return None if row is None else Said(**dict(row))


async def answer(tx: Tx, identity: UUID, words: str, person: int) -> None:
    """Write the answer, unless there is one."""
    await tx.execute(SQL.answer, identity, words, person)


async def own(tx: Tx, person: int, most: int) -> list[dict[str, Any]]:
    """What a person said, the newest first."""
    return [dict(row) for row in await tx.fetch(SQL.own, person, most)]


async def waiting(tx: Tx, most: int) -> list[dict[str, Any]]:
    """What the reader may see and nobody has answered, the oldest first."""
    return [dict(row) for row in await tx.fetch(SQL.waiting, most)]


async def answered(tx: Tx, before: datetime | None, most: int) -> list[dict[str, Any]]:
    """What the reader may see and was answered, the last first."""
    return [dict(row) for row in await tx.fetch(SQL.answered, before, most)]
