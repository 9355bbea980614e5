"""Tells the open pages which boundaries and names maps show now, so that they take a newly published version at once.

Whichever process published it: each one looks for itself, and tells its own clients when it works by that version too.
"""

from dispatch.actions.world import Worlds
from dispatch.live.hub import Hub
from dispatch.reads import tiles
from dispatch.store.database import Database

EVERY_SECONDS = 1.0
"""How long a version may take to reach an open map, once this process works by it."""


class Maps:
    """Compares the versions there are with those that were told of."""

    def __init__(self, database: Database, worlds: Worlds, hub: Hub) -> None:
        self._database = database
        self._worlds = worlds
        self._hub = hub

    async def tell(self) -> bool:
        """One look at the versions; clients hear of it where something is new."""
        now = await tiles.versions(self._database)
        if now.published is not None and now.published == self._worlds.current.boundary_version:
            self._hub.show(now.published, now.gazetteer)
        return False
