"""Looking for tickets across all of them, judged by the reader's units. Called by ``reads.search`` alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("search")


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for; what is None is not looked for. Indexes are blind indexes of callers."""

    words: str | None = None
    number_end: str | None = None
    number: str | None = None
    phone_index: bytes | None = None
    tail_index: bytes | None = None
    name_index: bytes | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of tickets the reader may see, newest first, and how many more there are that the reader may not."""

    mine: list[int]
    elsewhere: int


async def matching(tx: Tx, readers: Iterable[str], question: Question, most: int) -> Found:
    """Look. Needs the system's scope: row security would keep words and names from every index."""
    row = await tx.fetchrow(
        SQL.matching,
        sorted(readers),
        question.words,
        question.number_end,
        question.number,
        question.phone_index,
        question.tail_index,
        question.name_index,
        most,
    )
    assert row is not None
    return Found(list(row["mine"]), row["elsewhere"])
