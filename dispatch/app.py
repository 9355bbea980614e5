"""The composition root: nothing else constructs pools, clients, hubs. ``create_app`` is what the server runs."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from dispatch import tracing
from dispatch.actions import concluding, leaving, memory
from dispatch.actions.channels import Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.actions.duty import Duty
from dispatch.actions.evidence import Evidence
from dispatch.actions.exports import Exports
from dispatch.actions.intake import Intake
from dispatch.actions.keys import Keys
from dispatch.actions.links import Links
from dispatch.actions.look_back import STAGES_EVERY_SECONDS, LookBacks
from dispatch.actions.passwords import Passwords
from dispatch.actions.people import People
from dispatch.actions.people_list import PeopleList
from dispatch.actions.publishing import Publishing
from dispatch.actions.recomputing import Recomputing
from dispatch.actions.reconciling import Reconciling
from dispatch.actions.refusals import EVERY_SECONDS as REFUSALS_SECONDS
from dispatch.actions.resettling import EVERY_SECONDS as RESETTLING_SECONDS
from dispatch.actions.resettling import Resettling
from dispatch.actions.rezoning import Rezoning
from dispatch.actions.rules import Rules
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.telling import Escalations
from dispatch.actions.tickets import Tickets
from dispatch.actions.units import UnitKeeping
from dispatch.actions.upward import EVERY_SECONDS as UPWARD_SECONDS
from dispatch.actions.upward import Upward
from dispatch.actions.warning import Warnings
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.units import Units
from dispatch.jobs import channels, maps, retention, rezoning, rights, sealing, silence, supervising, telling
from dispatch.jobs.callbacks import Callbacks
from dispatch.jobs.health import EVERY_SECONDS as HEALTH_SECONDS
from dispatch.jobs.leases import EVERY_SECONDS as LEASES_SECONDS
from dispatch.jobs.leases import Leases
from dispatch.jobs.loop import end, every
from dispatch.jobs.presence import EVERY_SECONDS as PRESENCE_SECONDS
from dispatch.jobs.presence import Presence
from dispatch.jobs.retention import Retention
from dispatch.jobs.rights import Rights
from dispatch.live.frames import Entry
from dispatch.live.hub import Hub
from dispatch.live.relay import Relay, Source
from dispatch.logs import configure
from dispatch.ports.apart import Apart
from dispatch.ports.evidence import EvidenceFiles
from dispatch.ports.gateway import Gateway, HttpGateway, NoGateway, Outbox
from dispatch.ports.heads import Heads, HeadsKey
from dispatch.ports.hints import Hints
from dispatch.ports.limits import Limits
from dispatch.ports.outbound import Outbound
from dispatch.ports.sealing import Sealer, new_data_key
from dispatch.reads.features import Features
from dispatch.reads.health import Check, Finding
from dispatch.reads.restoring import archive_check
from dispatch.reads.restoring import check as restore_check
from dispatch.reads.telling import finding as telling_finding
from dispatch.settings import Settings, read
from dispatch.starting import once_it_answers
from dispatch.store import intake as intake_store
from dispatch.store import streams as stream_store
from dispatch.store import world as world_store
from dispatch.store.database import Database
from dispatch.watch import Watch, process_name
from dispatch.web import assemble, exports, features, hotline, look_back, people_list, reconciling, stream
from dispatch.web import duty as duty_routes
from dispatch.web import gateway as gateway_routes
from dispatch.web import links as links_routes
from dispatch.web import metrics as metrics_routes
from dispatch.web import people as people_routes
from dispatch.web import telling as telling_routes
from dispatch.web.draining import Draining
from dispatch.web.guard import Guard


def create_app(
    settings: Settings | None = None,
    passwords: Callable[[], Passwords] = Passwords,
    draining: Draining | None = None,
) -> FastAPI:
    """The service. Its parts are made when the server starts it, and ended in reverse when it stops.

    ``passwords`` makes what hashes them: who signs in a thousand times, as tests do, may choose a cheaper hash.
    ``draining`` is how the server says that it is about to stop.
    """
    chosen = settings or read(os.environ)
    configure()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if chosen.traces_url:
                stack.callback(tracing.begin(chosen.traces_url, chosen.traces_share, process_name()))

            async def compose(opened: AsyncExitStack) -> Service:
                return await _compose(chosen, passwords(), draining or Draining(), opened)

            service = await once_it_answers(compose, stack)
            assemble.fill(app, service.parts())
            memory.spare_collector()
            stack.push_async_callback(service.leases.release)
            stack.push_async_callback(app.state.refusals.flush_last, service.database)
            telling_refusals = partial(app.state.refusals.flush, service.database)
            for job in [*service.jobs(), every(REFUSALS_SECONDS, "refusals", telling_refusals)]:
                stack.push_async_callback(end, asyncio.create_task(job))
            yield

    app = assemble.frame(chosen.public_url, lifespan, chosen.features_origins, chosen.base_map)
    if chosen.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(chosen.trusted_proxies))
    return app


@dataclass(slots=True)
class Service:
    """Everything that was constructed, the routes' parts made of it, and the loops that keep it going."""

    settings: Settings
    database: Database
    sealer: Sealer
    worlds: Worlds
    channels: Channels
    clock: DatabaseTime
    hub: Hub
    relay: Relay
    hints: Hints
    outbound: Outbound
    wake: Callable[[Sequence[int]], Awaitable[None]]
    intake: Intake
    tickets: Tickets
    passwords: Passwords
    works: Works
    apart: Apart
    limits: Limits
    gateway: Gateway
    links: Links
    sealing: sealing.Sealing
    leases: Leases
    draining: Draining
    watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        """What watches the parts, once they stand."""
        self.watch = Watch(
            self.database,
            (self.hub, self.relay),
            (self.hints, self.limits),
            self.clock,
            self.settings.evidence_dir,
            self._checks,
            lambda: self.draining.on,
        )

    def _checks(self) -> dict[str, Check]:
        """What is checked beside the parts that are watched anyway; findings show on desks, in /health and /metrics."""
        return assemble.checks(self.worlds, self.database) | {
            "telling": self.told,
            "backup": archive_check(self.database),
            "restore": restore_check(self.database),
            "audit": self.sealing.finding,
        }

    def jobs(self) -> list[Coroutine[None, None, None]]:
        """The loops; each runs until it is cancelled."""
        return [*self._own(), *self._shared()]

    def _own(self) -> list[Coroutine[None, None, None]]:
        """What every process does for itself."""
        presence = Presence(self.hub, self.hints)
        return [
            self.relay.run(),
            self.hints.listen(self.relay.wake, presence.hear),
            every(PRESENCE_SECONDS, "presence", presence.tell),
            self.send_away(),
            every(LEASES_SECONDS, "leases", self.leases.keep),
            every(HEALTH_SECONDS, "health", self.watch.rounds.look),
            every(maps.EVERY_SECONDS, "maps", maps.Maps(self.database, self.worlds, self.hub).tell),
            every(rights.EVERY_SECONDS, "rights", Rights(self.database, self.hub).end_changed),
            every(5.0, "upkeep", self.upkeep),
            every(1.0, "names", self.follow_names),
            every(memory.EVERY_SECONDS, "memory", self._tidying().step),
            every(sealing.EVERY_SECONDS, "sealing", self.sealing.step),
        ]

    def _shared(self) -> list[Coroutine[None, None, None]]:
        """What is done once, whichever process does it. What sees to that in each: docs/processes.md."""
        only = self.leases.only
        callbacks = Callbacks(
            self.database, self.channels, self.clock, self.outbound, self.settings.callback_hosts
        )
        boundaries = self._boundaries()
        looking = telling.Looking(self.database, Escalations(self.database, self.worlds, self.wake))
        sending = telling.Sending(self.database, self.gateway, self.links)
        return [
            every(0.5, "clocks", Warnings(self.database, self.worlds, self.wake).fire_due),
            every(1.0, "timetable", Recomputing(self.database, self.worlds, self.wake).follow),
            every(0.5, "callbacks", callbacks.send_due),
            every(concluding.EVERY_SECONDS, "concluding", self._concluding().conclude_due),
            every(STAGES_EVERY_SECONDS, "stages", self._look_backs().follow_stages),
            every(
                retention.EVERY_SECONDS, "retention", only("retention", lambda held: Retention(held).forget())
            ),
            every(telling.SEND_EVERY_SECONDS, "messages", sending.send_due),
            every(telling.LOOK_EVERY_SECONDS, "unopened", looking.follow_up),
            every(telling.LOOK_EVERY_SECONDS, "escalations", looking.escalate),
            every(leaving.EVERY_SECONDS, "leaving", self.leaving().hand_on),
            every(supervising.EVERY_SECONDS, "supervisions", self._supervisions().tell_overdue),
            every(2.0, "waiting", self.intake.catch_up),
            every(silence.EVERY_SECONDS, "silence", silence.Silence(self.database).end),
            every(UPWARD_SECONDS, "upward", Upward(self.database, self.worlds, self.wake).follow),
            every(
                channels.EVERY_SECONDS,
                "channels",
                only("channels", lambda held: channels.Watch(held, self.worlds).look()),
            ),
            every(
                RESETTLING_SECONDS,
                "places",
                only("places", lambda held: Resettling(held, self.worlds).follow()),
            ),
            every(rezoning.PUBLISH_EVERY_SECONDS, "publishing", boundaries.publish_due),
            every(rezoning.MOVE_EVERY_SECONDS, "rezoning", boundaries.move_tickets),
            *self._dated(),
        ]

    def _dated(self) -> list[Coroutine[None, None, None]]:
        """What begins or ends on a day somebody set."""
        return [
            every(2.0, "rules", Rules(self.database, self.worlds, self.works).activate_due),
            every(5.0, "units", UnitKeeping(self.database, self.worlds).end_due),
        ]

    def _boundaries(self) -> rezoning.Boundaries:
        return rezoning.Boundaries(
            Publishing(self.database, self.works, self.apart, self.worlds.refresh),
            Rezoning(self.database, self.worlds, self.wake),
        )

    def _supervisions(self) -> supervising.Supervisions:
        return supervising.Supervisions(self.database, self.worlds, self.wake)

    def _look_backs(self) -> LookBacks:
        return LookBacks(self.database, self.worlds, self.sealer, self.wake)

    def _tidying(self) -> memory.Tidying:
        return memory.Tidying(
            self.clock.now, lambda: self.worlds.current.names.version, self.settings.tidy_at
        )

    def _concluding(self) -> concluding.Concluding:
        return concluding.Concluding(self.database, self.worlds, self.wake)

    def _exports(self) -> Exports:
        return Exports(self.database, self.works, self.channels.get, self.intake.submit)

    async def upkeep(self) -> bool:
        """Sample the database's clock, follow new versions and hotlines, give up on messages nobody waited for."""
        await self.clock.sample()
        await self.channels.refresh()
        async with self.database.system() as tx:
            await intake_store.bury_waiting(tx)
            versions = await intake_store.versions(tx)
        if versions and versions[0] != self.worlds.current.versions:
            await self.worlds.refresh()
        await self.worlds.refresh_setting()
        await self.worlds.refresh_timetable()
        await self.worlds.refresh_joint()
        return False

    async def send_away(self) -> None:
        """Once this process is asked to stop, its sockets go to others."""
        await self.draining.begun()
        self.hub.close()

    async def follow_names(self) -> bool:
        """Take a changed gazetteer, whichever process changed it."""
        await self.worlds.refresh_names()
        return False

    async def told(self) -> Finding:
        """How messages go out."""
        return await telling_finding(self.database, self.gateway.name)

    def parts(self) -> assemble.Parts:
        """What the routes work with."""
        guard = Guard(self.database, self.settings.public_url, self.limits)
        files = EvidenceFiles(self.settings.evidence_dir)

        async def ended(person: SignedIn) -> None:
            self.hub.end(session=person.session)

        return assemble.Parts(
            guard=guard,
            passwords=self.passwords,
            worlds=self.worlds,
            tickets=self.tickets,
            works=self.works,
            apart=self.apart,
            evidence=Evidence(self.database, files, lambda: self.worlds.current.tables, self.wake),
            files=files,
            sealer=self.sealer,
            frontend_dir=self.settings.frontend_dir,
            demo=self.settings.demo,
            checks=self.watch.checks(),
            ready=self.watch.ready,
            ended=ended,
            further=self._further(guard),
            base_map=self.settings.base_map,
            callback_hosts=self.settings.callback_hosts,
        )

    def _further(self, guard: Guard) -> list[APIRouter]:
        """The hotline, the streams, and what other programs read."""

        def units() -> Units:
            return self.worlds.current.tables.units

        def now() -> str:
            return self.clock.now().isoformat()

        url = self.settings.public_url
        lists = Reconciling(self.database, self.channels)
        keys = Keys(self.database, self.limits)
        return [
            hotline.router(self.channels, self.clock, self.intake.submit, self.limits.here),
            exports.router(guard, self._exports(), self.channels.all),
            hotline.lists(self.channels, self.clock, lists),
            reconciling.router(guard, lists, units),
            stream.router(guard, self.hub, units, url, now),
            features.router(guard, keys, Features(self.database), url),
            metrics_routes.router(guard, keys, self.watch.figures),
            look_back.router(guard, self._look_backs()),
            gateway_routes.router(self.database, self.gateway, self.clock),
            links_routes.router(guard, self.links),
            telling_routes.router(guard, self.gateway, units, demo=self.settings.demo),
            duty_routes.router(guard, Duty(self.database, units, self.passwords), units),
            people_routes.router(guard, People(self.database, self.passwords, self.leaving().hand_on)),
            people_list.router(guard, PeopleList(self.database, self.passwords, self.leaving().hand_on)),
        ]

    def leaving(self) -> leaving.Leaving:
        """What hands on the work of whoever left."""
        return leaving.Leaving(self.database, self.worlds, self.wake)


async def _compose(
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
