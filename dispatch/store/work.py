"""Long work as rows: how far it is, what it came to. Called by ``actions.work``."""

from dataclasses import dataclass
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("work")


@dataclass(frozen=True, slots=True)
class Pace:
    """How far work is: ``done`` of ``total`` steps (0 where nobody knows), in words."""

    done: int
    total: int
    says: str


async def start(tx: Tx, kind: str, subject: str | None, person: int | None, says: str) -> int | None:
    """A new piece of work: its id, or None while other work runs on the subject."""
    await tx.execute(SQL.give_up, None, subject)
    identity: int | None = await tx.fetchval(SQL.start, kind, subject, person, says)
    return identity


async def running(tx: Tx, subject: str) -> str | None:
    """What the work that runs on a subject says, if some does."""
    says: str | None = await tx.fetchval(SQL.running, subject)
    return says


async def beat(tx: Tx, work: int, pace: Pace) -> bool:
    """Say that its process lives, and how far it is; False where it was given up meanwhile."""
    return await tx.fetchval(SQL.beat, work, pace.done, pace.total, pace.says) is not None


async def finish(
    tx: Tx,
    work: int,
    pace: Pace,
    *,
    result: dict[str, Any] | None,
    error: str | None,
    problems: bytes | None,
) -> None:
    """Keep what it came to: done, or failed where ``error`` says why."""
    state = "done" if error is None else "failed"
    await tx.execute(SQL.finish, work, state, result, error, problems, pace.done, pace.total, pace.says)


async def give_up(tx: Tx, work: int) -> None:
    """Let it have failed if its process gave no sign for half a minute."""
    await tx.execute(SQL.give_up, work, None)


async def one(tx: Tx, work: int) -> tuple[int | None, dict[str, Any]] | None:
    """Whose it is, and the work as they hear of it; None where there is none."""
    row = await tx.fetchrow(SQL.one, work)
    return None if row is None else (row["person"], row["told"])


async def problems(tx: Tx, work: int) -> tuple[int | None, bytes | None] | None:
    """Whose it is, and the rows that were not understood as gzipped CSV; None where there is no such work."""
    row = await tx.fetchrow(SQL.problems, work)
    return None if row is None else (row["person"], row["problems"])
