"""Who looks at which ticket, in whichever process: each tells the others of its people, and forgets those it misses.

Nothing is kept in Redis: what it forgets, or a process that dies, is gone from the screens after ``MISSED_SECONDS``.
"""

import time

import orjson

from dispatch.live.hub import Hub, Looks
from dispatch.ports.hints import Hints

EVERY_SECONDS = 0.5
AGAIN_SECONDS = 5.0
"""How often what has not changed is told again, for those who came meanwhile."""
MISSED_SECONDS = 15.0
"""How long a process may not be heard of until nobody in it looks at anything."""


class Presence:
    """What the others say, and what they were told last."""

    def __init__(self, hub: Hub, hints: Hints) -> None:
        self._hub = hub
        self._hints = hints
        self._told: Looks = {}
        self._told_at = 0.0
        self._heard: dict[str, float] = {}

    async def tell(self) -> bool:
        """Tell the others where something has changed, or now and then; forget whom nothing was heard of."""
        now = time.monotonic()
        looks = self._hub.looks
        if looks != self._told or (looks and now - self._told_at > AGAIN_SECONDS):
            said = [[ticket, person, name] for ticket, who in looks.items() for person, name in who.items()]
            await self._hints.publish_looks(orjson.dumps(said))
            self._told, self._told_at = looks, now
        for process in [each for each, at in self._heard.items() if now - at > MISSED_SECONDS]:
            del self._heard[process]
            self._hub.looks_elsewhere(process, {})
        return False

    def hear(self, process: str, said: bytes) -> None:
        """Who looks at what in another process."""
        looks: dict[int, dict[int, str]] = {}
        for ticket, person, name in orjson.loads(said):
            looks.setdefault(ticket, {})[person] = name
        self._heard[process] = time.monotonic()
        self._hub.looks_elsewhere(process, looks)
