"""The cable between browsers and the service: it can be cut for a moment, or pulled out until it is put in again."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from random import Random
from typing import Any, TypeVar

from tests.chaos.proxy.backends import Backend, Backends
from tests.chaos.proxy.link import HOST, Link
from tests.chaos.proxy.toxics import Toxics
from tests.e2e.service import PATIENCE_SECONDS

T = TypeVar("T")


class Cable:
    """A link of the fault runs' proxy, in a thread with a loop of its own."""

    def __init__(self, port: int) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._link = Link(Backends([Backend((HOST, port))]), Random(1))
        self._await(self._link.open())

    @property
    def url(self) -> str:
        """Where browsers find the service."""
        host, port = self._link.address
        return f"http://{host}:{port}"

    def cut(self) -> int:
        """Every connection breaks, and may be made again at once; how many there were."""
        return self._await(self._cut())

    def pull(self) -> None:
        """Every connection breaks, and nobody gets through any more."""
        self._await(self._link.poison(Toxics(refuse=True)))
        self.cut()

    def put_in(self) -> None:
        """It is whole again."""
        self._await(self._link.poison(Toxics()))

    def close(self) -> None:
        """Nobody needs it any more."""
        self._await(self._link.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE_SECONDS)
        self._loop.close()

    async def _cut(self) -> int:
        return self._link.cut()

    def _await(self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(PATIENCE_SECONDS)
