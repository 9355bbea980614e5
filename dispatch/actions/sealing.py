"""Seals the audit and keeps the heads of its chain outside the database. Called by ``jobs.sealing`` each second.

What waits is taken from the list and chained in one transaction. Two processes cannot fork the chain: one of them holds
the lock until it commits, and a seal's number exists once. A row that commits late waits in the list of its own
transaction, and is taken by a later seal.
"""

import asyncio
from dataclasses import dataclass

import structlog

from dispatch.domain.chain import BEFORE_ALL, Seal, seal_of
from dispatch.ports.heads import HeadLine, Heads, branch_of
from dispatch.store import seals
from dispatch.store.database import Database, Tx
from dispatch.store.seals import Head

MOST_ROWS = 2_000
"""Rows under one seal; more of them make more seals."""
MOST_HEADS = 1_000
log = structlog.get_logger(__name__)


class HeadsDisagree(Exception):
    """The database holds another chain than the one whose heads were kept, and no restore says why."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The newest head that is outside now, and whether more wait to be kept."""

    head: HeadLine | None
    more: bool


async def seal_next(database: Database, most: int = MOST_ROWS) -> Seal | None:
    """Seal what waits, at most so many rows; None where nothing waits, or another process is at it."""
    async with database.system() as tx:
        if not await seals.alone(tx):
            return None
        former = await seals.last(tx)
        rows, now = await seals.take(tx, most)
        if now is None:
            return None
        seal = seal_of(former, now, rows)
        await seals.add(tx, seal)
    return seal


async def keep_heads(database: Database, heads: Heads) -> Kept:
    """Keep the heads that the folder lacks, at most so many, in order.

    Raises:
        HeadsDisagree: what the folder holds is not of this chain; nothing is added to it then.
        OSError: the folder cannot be read or written.
    """
    kept = await asyncio.to_thread(heads.last)
    async with database.system() as tx:
        _, epoch = await seals.top(tx)
        known = None if kept is None else await _head(tx, kept.number)
        further = await seals.heads_after(tx, kept.number if kept else 0, MOST_HEADS)
    if kept is not None and (known is None or known.head.hex() != kept.head):
        return await _after_restore(database, heads, kept, epoch)
    lines = [_line(each, epoch) for each in further]
    if not lines or not await asyncio.to_thread(heads.keep, kept, lines):
        return Kept(kept, more=bool(lines))
    return Kept(lines[-1], more=len(further) == MOST_HEADS)


async def _after_restore(database: Database, heads: Heads, kept: HeadLine, epoch: str) -> Kept:
    """A restored database does not know the newest heads: it goes on from the last one that both know, and says so."""
    if epoch == kept.epoch:
        raise HeadsDisagree
    branch = branch_of(each for _, each in await asyncio.to_thread(lambda: list(heads.lines())))
    common = await _common(database, branch)
    line = _line(common, epoch, lost_to=kept.number)
    if await asyncio.to_thread(heads.keep, kept, [line]):
        log.warning("audit.restored", number=common.number, lost_to=kept.number)
    return Kept(line, more=True)


async def _common(database: Database, branch: dict[int, str]) -> Head:
    """The last head that the database and the folder both know, found by halving: one of them holds all before it."""
    numbers = sorted(branch)
    low, high = 0, len(numbers)
    found: Head | None = None
    while low < high:
        middle = (low + high) // 2
        async with database.system() as tx:
            head = await _head(tx, numbers[middle])
        if head is not None and head.head.hex() == branch[numbers[middle]]:
            found, low = head, middle + 1
        else:
            high = middle
    if found is None:
        async with database.system() as tx:
            return await _beginning(tx)
    return found


async def _head(tx: Tx, number: int) -> Head | None:
    """A seal's head; that of the beginning, which has no seal, is known to all."""
    return await seals.head(tx, number) if number else await _beginning(tx)


async def _beginning(tx: Tx) -> Head:
    return Head(0, await seals.clock(tx), 0, BEFORE_ALL)


def _line(head: Head, epoch: str, lost_to: int | None = None) -> HeadLine:
    return HeadLine(head.number, head.at.isoformat(), head.rows, head.head.hex(), epoch, lost_to)
