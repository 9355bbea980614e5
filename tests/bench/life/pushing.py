"""Intake as the service composes it, in the bench's own process: a body in, an answer out. Called by ``__main__``."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Sequence

import orjson

from dispatch.actions.channels import Channel, Channels
from dispatch.actions.intake import Intake
from dispatch.actions.world import Worlds
from dispatch.ports.sealing import Sealer, new_data_key
from dispatch.store import world
from dispatch.store.database import Database
from dispatch.web.hotline import _delivery
from tests.bench.orders import Orders, orders
from tests.databases import SECRETS

SOURCE = "huaian-12345"


class Pushing:
    """Delivers orders that nobody has seen."""

    def __init__(self, intake: Intake, channel: Channel, made: Orders) -> None:
        self._intake, self._channel, self._orders = intake, channel, made
        self._run = uuid.uuid4().hex[:8]

    @classmethod
    async def begin(cls, database: Database, worlds: Worlds, owner_url: str) -> Pushing:
        """With the data key that the service's first start makes."""
        master, index = (base64.b64decode(SECRETS[f"DISPATCH_{name}_KEY"]) for name in ("MASTER", "INDEX"))
        async with database.system() as tx:
            keys = await world.data_keys(tx)
            if not keys:
                await world.add_data_key(tx, 1, new_data_key(master, 1))
                keys = await world.data_keys(tx)
        sealer = Sealer(master, index, keys)
        channels = Channels(database, sealer)
        await channels.refresh()
        channel = channels.get(SOURCE)
        assert channel is not None
        return cls(Intake(database, worlds, sealer, _nobody), channel, orders(owner_url))

    async def deliver(self, count: int) -> None:
        """One delivery of so many new orders."""
        bodies = [{**each, "工单编号": f"{self._run}{each['工单编号']}"} for each in self._orders.take(count)]
        body = orjson.dumps(bodies[0] if count == 1 else {"messages": bodies})
        answer = await self._intake.submit(_delivery(self._channel, uuid.uuid4().hex, body))
        if answer.status not in (200, 201, 207):
            raise RuntimeError(f"a delivery of the bench was answered {answer.status}: {answer.body[:200]}")


async def _nobody(_: Sequence[int]) -> None:
    return
