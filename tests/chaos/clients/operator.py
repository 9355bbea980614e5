"""An operator: watches the boards of a center, and does with the tickets on them what operators do."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from tests.chaos.clients.acting import Act, Acting, operation
from tests.chaos.clients.again import rest, while_not
from tests.chaos.clients.desk import Desk
from tests.chaos.clients.ok import Oks
from tests.chaos.world.world import World

Way = tuple[str, Mapping[str, Any]]
NOTE: Way = ("note", {"text": "已电话联系,稍后回复。"})
DONE: Way = ("answer", {"done": "已派人到现场处理完毕,恢复正常。", "how_closed": "solved"})
RETURN: Way = ("return", {"reason": "beyond_duty", "basis": "不在本镇街范围"})
OF_TOWN: Mapping[str, Sequence[Way]] = {
    "dispatched": (("sign", {}), ("sign", {}), ("sign", {}), NOTE, RETURN),
    "signed": (NOTE, DONE, ("undo_sign", {})),
    "assigned": (NOTE, ("recall", {"reason": "重新安排"})),
    "in_progress": (NOTE, DONE),
    "answered": (NOTE, ("send_back", {"reason": "请再核实"})),
    "returned": (("take_back", {}), NOTE),
}
OF_DISTRICT: Mapping[str, Sequence[Way]] = {
    "returned": (("force", {"reason": "属本镇街"}), NOTE),
    "dispatched": (NOTE,),
    "signed": (NOTE,),
}


class Operator(Desk):
    """``hands`` are those the center may assign to; the district has none. ``gap`` is the usual pause between acts."""

    def __init__(
        self, world: World, username: str, oks: Oks, hands: Sequence[Mapping[str, Any]] = (), gap: float = 0.2
    ) -> None:
        super().__init__(world, username, oks)
        self._hands = hands
        self._gap = gap
        self._acting = Acting(self.person, self.name, self.journal)
        self._acts = world.random(f"{self.name}/acts")

    async def run(self) -> None:
        """Watch and act until it is quiet."""
        async with self.person.online() as client, asyncio.TaskGroup() as group:
            group.create_task(while_not(self.world.quiet, self.watch(client)))
            group.create_task(self._act(client))

    async def settle(self) -> None:
        """Finish what is unknown, then catch up."""
        async with self.person.online() as client:
            await self._acting.finish(client)
        await super().settle()

    async def _act(self, client: httpx.AsyncClient) -> None:
        while await rest(self.world.quiet, self._acts.uniform(0, 2 * self._gap)):
            act = self._choice()
            if act is not None:
                await self._acting.act(client, act, self.world.quiet.is_set)

    def _choice(self) -> Act | None:
        rows = [row for board in self.boards.values() for row in board.tickets.values()]
        ways = OF_TOWN if self._hands else OF_DISTRICT
        ready = [row for row in rows if row["state"] in ways]
        if not ready:
            return None
        row = self._acts.choice(ready)
        command, fields = self._acts.choice(ways[row["state"]])
        if row["state"] == "signed" and self._hands and self._acts.random() < 0.5:
            command, fields = "assign", {"lead": self._acts.choice(self._hands)}
        return Act(operation(self._acts), row["id"], command, fields)
