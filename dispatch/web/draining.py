"""Whether this process is on its way out: it still answers, but nothing new should come to it. Made by the server.

``cli.serving`` says when it begins, ``/health/ready`` turns proxies away, ``app`` sends the sockets to other processes.
"""

import asyncio


class Draining:
    """One process's way out."""

    def __init__(self) -> None:
        self._begun = asyncio.Event()

    @property
    def on(self) -> bool:
        """Whether it has begun; there is no way back."""
        return self._begun.is_set()

    def begin(self) -> None:
        """The process was asked to stop."""
        self._begun.set()

    async def begun(self) -> None:
        """Wait until it begins."""
        await self._begun.wait()
