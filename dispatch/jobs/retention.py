"""Forgets what is old, hour by hour: a stream reaches back 7 days, a delivery is remembered for 30."""

from dispatch.store import retention
from dispatch.store.database import Database

EVERY_SECONDS = 3_600.0


class Retention:
    """Forgets in bounded runs, each a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def forget(self) -> bool:
        """One run; True where it was full, so that more may wait."""
        async with self._database.system() as tx:
            return await retention.forget(tx)
