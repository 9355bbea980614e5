"""Boundaries take effect: what was scheduled is published at its time, open tickets follow. Started by ``app``."""

from dispatch.actions.publishing import Publishing
from dispatch.actions.rezoning import Rezoning

PUBLISH_EVERY_SECONDS = 2.0
"""How late a scheduled version may come in force."""
MOVE_EVERY_SECONDS = 1.0
"""How soon tickets begin to follow, and how often reopened ones are looked for."""


class Boundaries:
    """What boundaries do by themselves."""

    def __init__(self, publishing: Publishing, rezoning: Rezoning) -> None:
        self._publishing = publishing
        self._rezoning = rezoning

    async def publish_due(self) -> bool:
        """Begin to publish what is due."""
        return await self._publishing.publish_due()

    async def move_tickets(self) -> bool:
        """Move a handful of open tickets; True where more may be behind."""
        return await self._rezoning.move_some()
