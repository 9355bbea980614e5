"""One clock: PostgreSQL's. Its offset from ours is sampled by a job; signatures and leases are measured with it."""

import time
from datetime import UTC, datetime

from dispatch.store import intake as store
from dispatch.store.database import Database

TOLERABLE_SECONDS = 2.0
"""A larger offset is a degraded state."""


class DatabaseTime:
    """Now, as the database says it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.offset_seconds = 0.0

    async def sample(self) -> None:
        """Measure the offset; half of the round trip counts for each way."""
        before = time.time()
        async with self._database.system() as tx:
            there = await store.clock(tx)
        self.offset_seconds = there.timestamp() - (before + time.time()) / 2

    def now(self) -> datetime:
        """The database's clock now, to within a sample."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def timestamp(self) -> float:
        """The same in seconds since 1970."""
        return time.time() + self.offset_seconds
