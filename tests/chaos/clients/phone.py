"""A grid worker's phone: without network most of the time; what was done meanwhile is sent later, in its order."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.chaos.clients.acting import Act, Acting, operation
from tests.chaos.clients.again import pauses, rest, while_not
from tests.chaos.clients.desk import Desk
from tests.chaos.clients.ok import Oks
from tests.chaos.world.world import World

Way = tuple[str, Mapping[str, Any]]
WAYS: Mapping[str, Sequence[Way]] = {
    "assigned": (("accept", {}), ("decline", {"reason": "不是我的网格"})),
    "in_progress": (
        ("arrive", {}),
        ("note", {"text": "现场已围挡,等待材料。"}),
        ("answer", {"done": "现场处理完毕。", "how_closed": "solved"}),
    ),
}
ONLINE_SECONDS, OFFLINE_SECONDS = 2.0, 1.0


class Phone(Desk):
    """Holds the board it saw last, and an outbox of acts on it."""

    def __init__(self, world: World, username: str, oks: Oks) -> None:
        super().__init__(world, username, oks, f"phone-{username}")
        self._acting = Acting(self.person, self.name, self.journal)
        self._acts = world.random(f"{self.name}/acts")
        self._outbox: list[Act] = []

    @property
    def worst_lag_ms(self) -> float | None:
        """None: a phone is without network most of the time."""
        return None

    async def run(self) -> None:
        """Sign in at the office, then in and out of the network until it is quiet."""
        async with self.person.online() as client:
            await while_not(self.world.quiet, self.person.sign_in(client))
        while not self.world.quiet.is_set():
            async with self.person.online() as client:
                await self._be_online(client)
            if await rest(self.world.quiet, self._acts.uniform(0, 2 * OFFLINE_SECONDS)):
                self._work()

    async def settle(self) -> None:
        """Send what was done, then look once more."""
        async with self.person.online() as client:
            await self._acting.finish(client)
            for act in self._outbox:
                await self._acting.act(client, act, lambda: False)
        self._outbox.clear()
        await super().settle()

    async def catch_up(self, client: httpx.AsyncClient) -> None:
        """Wait until it is connected again: of what is not for its eyes it hears by the beacon, and need not wait."""
        async for _ in pauses(self.dice):
            if self.connected:
                break
        self.write_views()

    async def _be_online(self, client: httpx.AsyncClient) -> None:
        async with asyncio.TaskGroup() as group:
            watching = group.create_task(self.watch(client))
            while self._outbox and not self.world.quiet.is_set():
                await self._acting.act(client, self._outbox.pop(0), self.world.quiet.is_set)
            await rest(self.world.quiet, self._acts.uniform(0, 2 * ONLINE_SECONDS))
            watching.cancel()

    def _work(self) -> None:
        """Do something with a ticket that is on the phone, and note when and what was seen."""
        rows = [row for board in self.boards.values() for row in board.tickets.values()]
        ready = [
            row for row in rows if row["state"] in WAYS and row["lead_person"] == self.person.rights.person
        ]
        if not ready:
            return
        row = self._acts.choice(ready)
        command, fields = self._acts.choice(WAYS[row["state"]])
        more = {
            "done_at": datetime.now(UTC).isoformat(),
            "state_seen": row["state"],
            "person": self.person.rights.person,
        }
        self._outbox.append(Act(operation(self._acts), row["id"], command, fields, more))
