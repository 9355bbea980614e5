"""Constructs the parts of the service from its settings, each closed by a stack. Called by ``app``."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import urlsplit

from dispatch.actions.channels import Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.actions.intake import Intake
from dispatch.actions.links import Links
from dispatch.actions.passwords import Passwords
from dispatch.actions.tickets import Tickets
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.app.service import Service
from dispatch.jobs import maps, sealing
from dispatch.jobs.leases import Leases
from dispatch.live.frames import Entry
from dispatch.live.hub import Hub
from dispatch.live.relay import Relay, Source
from dispatch.ports.apart import Apart
from dispatch.ports.gateway import Gateway, HttpGateway, NoGateway, Outbox
from dispatch.ports.heads import Heads, HeadsKey
from dispatch.ports.hints import Hints
from dispatch.ports.limits import Limits
from dispatch.ports.outbound import Outbound
from dispatch.ports.sealing import Sealer, new_data_key
from dispatch.settings import Settings
from dispatch.store import streams as stream_store
from dispatch.store import world as world_store
from dispatch.store.database import Database
from dispatch.web.draining import Draining


async def compose(
    settings: Settings, passwords: Passwords, draining: Draining, stack: AsyncExitStack
) -> Service:
    """Construct the service, each part closed by the stack."""
    stack.callback(passwords.close)
    database = await Database.open(settings.database_url, size=settings.pool_size)
    stack.push_async_callback(database.close)
    sealer = await _sealer(settings, database)
    worlds = Worlds(database)
    await worlds.refresh()
    channels = Channels(database, sealer)
    await channels.refresh()
    clock = DatabaseTime(database)
    await clock.sample()
    hub = Hub()
    relay = Relay(_source(database, clock), hub)
    await relay.step()
    await maps.Maps(database, worlds, hub).tell()
    stack.callback(hub.close)
    hints, limits = Hints(settings.redis_url), Limits(settings.redis_url)
    for each in (hints, limits):
        stack.push_async_callback(each.close)
    wake = _wake(relay, hints)
    intake = Intake(database, worlds, sealer, wake)
    stack.push_async_callback(intake.drain)
    works, apart, outbound = Works(database), Apart(), Outbound()
    stack.callback(apart.close)
    stack.push_async_callback(works.close)
    stack.push_async_callback(outbound.close)
    return Service(
        *(settings, database, sealer, worlds, channels, clock, hub, relay, hints, outbound, wake, intake),
        *(Tickets(database, worlds, sealer, wake), passwords, works, apart, limits),
        gateway=_gateway(settings, outbound, clock),
        links=Links(settings.master_key, settings.public_url, limits),
        sealing=sealing.Sealing(database, Heads(settings.heads_dir, HeadsKey(settings.master_key))),
        leases=Leases(database),
        draining=draining,
    )


def _gateway(settings: Settings, outbound: Outbound, clock: DatabaseTime) -> Gateway:
    """What messages leave through: a gateway, the local outbox, or nothing."""
    url = urlsplit(settings.gateway_url)
    if url.scheme == "file":
        return Outbox(Path(url.path), lambda: clock.now().isoformat())
    if not url.scheme:
        return NoGateway()
    return HttpGateway(
        outbound,
        settings.gateway_name,
        settings.gateway_url,
        settings.gateway_key,
        settings.gateway_hosts,
        clock.timestamp,
    )


def _wake(relay: Relay, hints: Hints) -> Callable[[Sequence[int]], Awaitable[None]]:
    """What tells of a commit: this process at once, the others through Redis without waiting for it."""
    telling: set[asyncio.Task[None]] = set()

    async def wake(streams: Sequence[int]) -> None:
        relay.wake(streams)
        task = asyncio.create_task(hints.publish(streams))
        telling.add(task)
        task.add_done_callback(telling.discard)

    return wake


def _source(database: Database, clock: DatabaseTime) -> Source:
    async def position() -> tuple[str, dict[int, int]]:
        async with database.system() as tx:
            return await stream_store.position(tx)

    async def entries(cursors: dict[int, int]) -> Sequence[Entry]:
        async with database.system() as tx:
            return [Entry(*row) for row in await stream_store.entries_after(tx, cursors)]

    return Source(position, entries, clock.timestamp)


async def _sealer(settings: Settings, database: Database) -> Sealer:
    """The sealer over the stored data keys; the very first start makes the first of them."""
    async with database.system() as tx:
        keys = await world_store.data_keys(tx)
        if not keys:
            await world_store.add_data_key(tx, 1, new_data_key(settings.master_key, 1))
            keys = await world_store.data_keys(tx)
    return Sealer(settings.master_key, settings.index_key, keys)
