"""One clock: PostgreSQL's. A job samples it; signatures are measured with it.

Between two samples this machine's steady clock counts, never its time of day, which somebody may set.
"""

import time
from datetime import UTC, datetime

from dispatch.store import intake as store
from dispatch.store.database import Database


class DatabaseTime:
    """Now, as the database says it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ahead = 0.0
        """Of the steady clock, in seconds since 1970."""

    async def sample(self) -> None:
        """Ask the database; half of the round trip counts for each way."""
        before = time.monotonic()
        async with self._database.system() as tx:
            there = await store.clock(tx)
        self._ahead = there.timestamp() - (before + time.monotonic()) / 2

    def now(self) -> datetime:
        """The database's clock now, to within a sample."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def timestamp(self) -> float:
        """The same in seconds since 1970."""
        return time.monotonic() + self._ahead
