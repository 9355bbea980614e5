"""Closes the sockets of whoever may no longer hear what they hear: session over, account disabled, person moved.

Whatever changed it, and in whichever process: the sessions that are connected here are asked for again and again.
"""

from dispatch.actions.sign_in import of_sessions
from dispatch.live.hub import Hub
from dispatch.store.database import Database

EVERY_SECONDS = 2.0
"""How long a change of rights may take to reach an open socket."""


class Rights:
    """Compares what sockets read as with what their sessions may read now."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    async def end_changed(self) -> bool:
        """One look at all connected sessions."""
        held = self._hub.readers
        if held:
            now = await of_sessions(self._database, list(held))
            for session, readers in held.items():
                person = now.get(session)
                reads = None if person is None else person.readers
                if readers != {reads}:
                    self._hub.end(session=session, but=reads)
        return False
