"""Micro-batches without a timer: what arrived while the previous ones committed goes together, two in flight.

A batch is whole deliveries, never a part of one; a delivery whose id is already under way waits for that one. What
comes in with the same turn of the event loop goes together, and beside a running batch a second one starts only when it
is no lighter: each costs the same dozen of round trips, however little it holds.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextvars import Context
from typing import Generic, Protocol, TypeVar

MOST_TICKETS = 500
IN_FLIGHT = 2


class Weighed(Protocol):
    """What can be batched: it has a key that may be under way once, and a weight in tickets."""

    @property
    def key(self) -> tuple[str, str]:
        """Source and webhook-id."""
        ...

    @property
    def weight(self) -> int:
        """How many tickets at most it makes."""
        ...


Item = TypeVar("Item", bound=Weighed)
Result = TypeVar("Result")


class Batches(Generic[Item, Result]):
    """Gathers items into batches and hands each to ``commit``, which answers one result per item."""

    def __init__(self, commit: Callable[[Sequence[Item]], Awaitable[Sequence[Result]]]) -> None:
        self._commit = commit
        self._queue: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        self._under_way: set[tuple[str, str]] = set()
        self._running: dict[asyncio.Task[None], int] = {}
        self._is_due = False

    async def submit(self, item: Item) -> Result:
        """Wait until the batch with this item is committed; its result, or the error that stopped the batch."""
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._queue.append((item, future))
        if not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_soon(self._pump)
        return await future

    async def drain(self) -> None:
        """Wait until nothing is under way; called at shutdown."""
        while self._running or self._queue:
            self._pump()
            await asyncio.wait(self._running)

    def _pump(self) -> None:
        """Start what may be started now."""
        self._is_due = False
        while self._may_start():
            batch = self._take()
            if not batch:
                return
            task = asyncio.create_task(self._run(batch), context=Context())  # of no request, but of several
            self._running[task] = sum(item.weight for item, _ in batch)

    def _may_start(self) -> bool:
        if not self._running:
            return True
        waiting = sum(item.weight for item, _ in self._queue)
        return len(self._running) < IN_FLIGHT and waiting >= max(self._running.values())

    def _take(self) -> list[tuple[Item, asyncio.Future[Result]]]:
        batch: list[tuple[Item, asyncio.Future[Result]]] = []
        later: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        weight = 0
        while self._queue and weight < MOST_TICKETS:
            item, future = self._queue.popleft()
            if item.key in self._under_way or (batch and weight + item.weight > MOST_TICKETS):
                later.append((item, future))
                if item.key not in self._under_way:
                    break
                continue
            self._under_way.add(item.key)
            weight += item.weight
            batch.append((item, future))
        self._queue.extendleft(reversed(later))
        return batch

    async def _run(self, batch: list[tuple[Item, asyncio.Future[Result]]]) -> None:
        task = asyncio.current_task()
        try:
            results = await self._commit([item for item, _ in batch])
            answered = list(zip(batch, results, strict=True))
        except BaseException as error:
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        else:
            for (_, future), result in answered:
                if not future.done():
                    future.set_result(result)
        finally:
            self._under_way -= {item.key for item, _ in batch}
            if task is not None:
                del self._running[task]
            self._pump()
