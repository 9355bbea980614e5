"""Ends sessions of the database whose process fell silent in the middle of a question, and so keeps rows locked.

A line that dies between two packets leaves one behind. PostgreSQL ends sessions that are idle in a transaction, and
statements that take too long; it waits for ever for the rest of a question. Found by the fault run (network_database).
"""

from datetime import timedelta

import structlog

from dispatch.store.database import Database
from dispatch.store.silence import end_silent

log = structlog.get_logger(__name__)
EVERY_SECONDS = 10.0
PATIENCE = timedelta(seconds=60)
"""As long as a session may be idle in a transaction; twice what a statement may take."""


class Silence:
    """Looks for such sessions, of whichever process."""

    def __init__(self, database: Database, patience: timedelta = PATIENCE) -> None:
        self._database = database
        self._patience = patience

    async def end(self) -> bool:
        """One look. Never asks for another at once."""
        ended = await end_silent(self._database, self._patience)
        if ended:
            log.warning("sessions.silent", ended=ended)
        return False
