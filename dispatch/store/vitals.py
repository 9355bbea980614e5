"""What monitors count, and when jobs last ran, as rows. Needs the system's scope; counts alone leave it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dispatch.store import outbox, streams
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("vitals")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the database, and how far its streams and jobs are."""

    callbacks_due: int
    callbacks_late: float
    callbacks_dead: int
    notifications: Mapping[str, int]
    messages: int
    messages_dead: int
    tops: Mapping[int, int]
    jobs: Mapping[str, float]


async def waiting(tx: Tx) -> Waiting:
    """All of it, of one transaction."""
    backlog = await outbox.backlog(tx)
    messages = {row["state"]: row["n"] for row in await tx.fetch(SQL.messages)}
    _, tops = await streams.position(tx)
    return Waiting(
        callbacks_due=backlog.due,
        callbacks_late=max(0.0, backlog.late_seconds),
        callbacks_dead=backlog.dead,
        notifications={row["state"]: row["n"] for row in await tx.fetch(SQL.notifications)},
        messages=messages.get("waiting", 0),
        messages_dead=messages.get("dead", 0),
        tops=tops,
        jobs=await jobs(tx),
    )


async def ran(tx: Tx, ages: Mapping[str, float]) -> None:
    """Note when jobs of this process last ran: name → seconds ago."""
    await tx.execute(SQL.ran, list(ages), list(ages.values()))


async def jobs(tx: Tx) -> dict[str, float]:
    """Job → seconds since it last ran anywhere."""
    return {row["job"]: row["age"] for row in await tx.fetch(SQL.jobs)}
