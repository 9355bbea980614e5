"""What a socket said and nobody has read yet; and the turn a busy process takes before it calls somebody silent.

Used by ``web.connections`` and ``web.stream``.
"""

import asyncio

from uvicorn._types import ASGIReceiveEvent

TURNS = 2
"""After so many turns a loop has looked at its sockets: asyncio looks before it runs what is due, uvloop after it.

A loop that was busy finds what is due before it has looked, and who spoke in time must not count as silent.
"""


class Unread(asyncio.Queue[ASGIReceiveEvent]):
    """What a socket said and nobody has read yet; one reader. A common queue has four deques, half a KiB each."""

    def __init__(self) -> None:
        self._said: list[ASGIReceiveEvent] = []
        self._reader: asyncio.Future[None] | None = None

    def qsize(self) -> int:
        """How many messages wait."""
        return len(self._said)

    def empty(self) -> bool:
        """Whether all was read."""
        return not self._said

    def put_nowait(self, item: ASGIReceiveEvent) -> None:
        """Something was said."""
        self._said.append(item)
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    async def get(self) -> ASGIReceiveEvent:
        """The next message, waited for."""
        while not self._said:
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        return self._said.pop(0)


async def looked() -> None:
    """Until the loop has read what lay at its sockets when this was called."""
    for _ in range(TURNS):
        await asyncio.sleep(0)
