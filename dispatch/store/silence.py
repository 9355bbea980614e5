"""Sessions that fell silent in the middle of asking. Called by ``jobs.silence``."""

from datetime import timedelta

from dispatch.store.database import Database
from dispatch.store.sql import load

SQL = load("silence")


async def end_silent(database: Database, patience: timedelta) -> int:
    """End the login's sessions that have been silent for so long in the middle of a question; how many there were."""
    async with database.system() as tx:
        await tx.execute(SQL.as_login)
        return len(await tx.fetch(SQL.end_silent, patience))
