"""What was constructed, held together: the parts of the routes, what is watched, what is followed."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from fastapi import APIRouter

from dispatch.actions import leaving
from dispatch.actions.channels import Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.actions.duty import Duty
from dispatch.actions.evidence import Evidence
from dispatch.actions.exports import Exports
from dispatch.actions.intake import Intake
from dispatch.actions.keys import Keys
from dispatch.actions.links import Links
from dispatch.actions.look_back import LookBacks
from dispatch.actions.passwords import Passwords
from dispatch.actions.people import People
from dispatch.actions.people_list import PeopleList
from dispatch.actions.reconciling import Reconciling
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.tickets import Tickets
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.units import Units
from dispatch.jobs import sealing
from dispatch.jobs.leases import Leases
from dispatch.live.hub import Hub
from dispatch.live.relay import Relay
from dispatch.ports.apart import Apart
from dispatch.ports.evidence import EvidenceFiles
from dispatch.ports.gateway import Gateway
from dispatch.ports.hints import Hints
from dispatch.ports.limits import Limits
from dispatch.ports.outbound import Outbound
from dispatch.ports.sealing import Sealer
from dispatch.reads.features import Features
from dispatch.reads.health import Check, Finding
from dispatch.reads.restoring import archive_check
from dispatch.reads.restoring import check as restore_check
from dispatch.reads.telling import finding as telling_finding
from dispatch.settings import Settings
from dispatch.store import intake as intake_store
from dispatch.store.database import Database
from dispatch.watch import Watch
from dispatch.web import assemble, exports, features, hotline, look_back, people_list, reconciling, stream
from dispatch.web import duty as duty_routes
from dispatch.web import gateway as gateway_routes
from dispatch.web import links as links_routes
from dispatch.web import metrics as metrics_routes
from dispatch.web import people as people_routes
from dispatch.web import telling as telling_routes
from dispatch.web.draining import Draining
from dispatch.web.guard import Guard


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
        downloads = Exports(self.database, self.works, self.channels.get, self.intake.submit)
        keys = Keys(self.database, self.limits)
        return [
            hotline.router(self.channels, self.clock, self.intake.submit, self.limits.here),
            exports.router(guard, downloads, self.channels.all),
            hotline.lists(self.channels, self.clock, lists),
            reconciling.router(guard, lists, units),
            stream.router(guard, self.hub, units, url, now),
            features.router(guard, keys, Features(self.database), url),
            metrics_routes.router(guard, keys, self.watch.figures),
            look_back.router(guard, self.look_backs()),
            gateway_routes.router(self.database, self.gateway, self.clock),
            links_routes.router(guard, self.links),
            telling_routes.router(guard, self.gateway, units, demo=self.settings.demo),
            duty_routes.router(guard, Duty(self.database, units, self.passwords), units),
            people_routes.router(guard, People(self.database, self.passwords, self.leaving().hand_on)),
            people_list.router(guard, PeopleList(self.database, self.passwords, self.leaving().hand_on), url),
        ]

    def leaving(self) -> leaving.Leaving:
        """What hands on the work of whoever left."""
        return leaving.Leaving(self.database, self.worlds, self.wake)

    def look_backs(self) -> LookBacks:
        """What draws closed tickets to be looked at again, and follows stages."""
        return LookBacks(self.database, self.worlds, self.sealer, self.wake)
