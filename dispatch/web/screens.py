"""The rule of a route that only a paired screen on a wall may ask. Made by ``web.guard``."""

from fastapi import Request

from dispatch.actions.keys import Counts
from dispatch.actions.walls import Wall, recognise
from dispatch.store.database import Database
from dispatch.web.allowances import spend


class NeedsWall:
    """Gives the screen to the route, by the secret in its cookie."""

    def __init__(self, database: Database, cookie: str, counts: Counts | None) -> None:
        self._database = database
        self._cookie = cookie
        self._counts = counts

    async def __call__(self, request: Request) -> Wall:
        """The screen that asks.

        Raises:
            WallUnpaired, WallEnded: nobody has paired it, or somebody ended it.
            TooMany: it asks more often than a screen does.
        """
        wall = await recognise(self._database, request.cookies.get(self._cookie))
        await spend(self._counts, request, str(wall.id))
        return wall
