"""A person's command on a ticket: lock → decide → save → publish, in one transaction. Called by the web edge."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from dispatch.actions import closing, rulings
from dispatch.actions.asking import ABOUT, with_requests
from dispatch.actions.locating import locate_point
from dispatch.actions.merging import named, other_ends
from dispatch.actions.record import carry_out, publish_one, save
from dispatch.actions.world import VersionsMoved, World, Worlds, fit, hold_versions
from dispatch.domain import access, fields
from dispatch.domain.access import Actor
from dispatch.domain.ahead import once_signed, photos_asked
from dispatch.domain.case import Case
from dispatch.domain.closing import EvidenceRule
from dispatch.domain.commands import Command
from dispatch.domain.decide import Allowed, Decision, allowed, decide
from dispatch.domain.location import Location
from dispatch.domain.merging import resting_people
from dispatch.domain.ticket import Ticket
from dispatch.errors import Collision, Conflict, DatabaseAway, NotFound, Refused
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import joint, telling
from dispatch.store import tickets as store
from dispatch.store.database import Database, Tx

Wake = Callable[[Sequence[int]], Awaitable[None]]
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Done:
    """What a command came to: the ticket's public row now, and the event.

    An operation applied before has no event, and no row for whoever has lost sight of the ticket since.
    """

    row: Mapping[str, Any] | None
    event: str | None


@dataclass(frozen=True, slots=True)
class Offered:
    """What somebody may do with a ticket now, the next step first; what signing would open; what an answer asks for."""

    now: list[Allowed]
    once_signed: Allowed | None
    photos_asked: tuple[EvidenceRule, ...]


class Tickets:
    """The desk's and the handlers' verbs."""

    def __init__(self, database: Database, worlds: Worlds, sealer: Sealer, wake: Wake) -> None:
        self.database = database
        self._worlds = worlds
        self._sealer = sealer
        self._wake = wake

    async def perform(
        self,
        actor: Actor,
        ticket: int,
        command: Command,
        given: Mapping[str, Any],
        operation: UUID,
        *,
        done_at: datetime | None = None,
    ) -> Done:
        """Apply a command once; the same operation id again answers what it came to.

        Raises:
            NotFound: no such ticket, or it is not the actor's to see.
            Refused, Forbidden, BadInput: see ``domain.decide``; a refusal names what is possible now.
            Conflict: the operation id was used for something else.
        """
        checked = fields.read(command, given)

        async def act(world: World) -> tuple[Done, tuple[int, ...]]:
            return await self._perform(world, actor, ticket, command, checked, operation, done_at)

        return await self.until_done(act)

    async def until_done(self, act: Callable[[World], Awaitable[tuple[Done, tuple[int, ...]]]]) -> Done:
        """Act again after a collision, and in the world of now after a new version; then wake who listens."""
        for attempt in range(_TRIES):
            try:
                done, touched = await act(self._worlds.current)
            except Collision:
                if attempt == _TRIES - 1:
                    raise
            except VersionsMoved as moved:
                await self._worlds.refresh(unless=moved.versions)
            else:
                if touched:
                    await self._wake(touched)
                return done
        raise DatabaseAway(say("网格边界正在换版，没有保存，请稍后再办。"))

    async def _perform(
        self,
        world: World,
        actor: Actor,
        ticket: int,
        command: Command,
        checked: Mapping[str, Any],
        operation: UUID,
        done_at: datetime | None,
    ) -> tuple[Done, tuple[int, ...]]:
        location = _picked(world, checked)
        async with self.database.system() as tx:
            if location is not None:
                await hold_versions(tx, world)
            seen = await store.locked(tx, ticket, operation, also=other_ends(checked))
            if seen and is_applied(seen.done, actor, command, ticket):
                return await again(tx, actor, ticket), ()
            case = await case_of(tx, world, actor, seen, command)
            await fit(tx, world, case.ticket)
            members = await _members(tx, checked, case.ticket)
            case = replace(case, fields=checked, location=location, members=members, done_at=done_at)
            case = await closing.seen(tx, case, self._sealer)
            case = await rulings.seen(tx, case)
            case = replace(case, **await named(tx, case))
            try:
                decision = decide(case)
            except Refused as refused:
                raise Refused(refused.detail, field=refused.field, allowed=_names(allowed(case))) from None
            row, touched = await self._save(tx, decision, actor, operation, done_at)
            return Done(row, decision.event), touched

    async def _save(
        self, tx: Tx, decision: Decision, actor: Actor, operation: UUID, done_at: datetime | None
    ) -> tuple[Mapping[str, Any], tuple[int, ...]]:
        """Save a decision and tell of it: its ticket's public row, and the streams touched."""
        case = decision.case
        units = case.tables.units
        if not rulings.are_about(decision):
            return await carry_out(tx, decision, actor, case.now, units, operation=operation, done_at=done_at)
        entries = await save(tx, decision, actor, case.now, units, operation=operation, done_at=done_at)
        entries += await rulings.follow(tx, case, decision, actor)
        return await publish_one(tx, entries, case.now)

    async def offered(self, actor: Actor, ticket: int) -> Offered:
        """What the actor may do now, and what comes with it one step further."""
        async with self.database.system() as tx:
            seen = await store.look(tx, ticket)
            case = await case_of(tx, self._worlds.current, actor, seen, Command.NOTE, every=True)
            case = await closing.shown(tx, case)
            if actor.person is not None:
                await telling.opened(tx, ticket, actor.person)
            case = replace(case, records=await joint.records(tx, ticket))
        return Offered(allowed(case), once_signed(case), photos_asked(case))


async def again(tx: Tx, actor: Actor, ticket: int) -> Done:
    """The answer to an act that was applied before; nothing of what came after they lost sight of it."""
    found = await store.read(tx, ticket)
    sees = found is not None and _sees(actor, found)
    return Done(await store.row(tx, ticket) if sees else None, None)


def _names(offered: Sequence[Allowed]) -> list[str]:
    return [each.command.value for each in offered if each.why is None]


async def applied(
    tx: Tx, operation: UUID, actor: Actor, command: Command, ticket: int | None = None
) -> int | None:
    """The ticket to which this very act was applied before, or None.

    Raises:
        Conflict: the id stands for another act, another ticket's or another person's.
    """
    known = await store.operation(tx, operation)
    return int(known["ticket"]) if known and is_applied(known, actor, command, ticket) else None


def is_applied(
    known: Mapping[str, Any] | None, actor: Actor, command: Command, ticket: int | None = None
) -> bool:
    """Whether an operation is known, and by what it did is this very act.

    Raises:
        Conflict: the id stands for another act, another ticket's or another person's.
    """
    if known is None:
        return False
    same = (known["command"], known["actor_person"]) == (command.value, actor.person)
    if not same or ticket not in (None, known["ticket"]):
        raise Conflict(say("这个操作编号已用于别的操作，请重新提交。"), field="operation")
    return True


async def case_of(
    tx: Tx, world: World, actor: Actor, seen: store.Look | None, command: Command, *, every: bool = False
) -> Case:
    """The case of a ticket the actor may see; with what ``every`` command looks at, where all are asked about.

    Raises:
        NotFound: there is no such ticket, or it is not theirs to see.
    """
    if seen is None or not _sees(actor, seen.ticket):
        raise NotFound
    case = Case(
        ticket=seen.ticket,
        command=command,
        actor=actor,
        parties=access.parties(seen.ticket, actor, world.tables.units),
        fields={},
        now=seen.now,
        tables=world.tables,
        cell_kind=world.cell_kinds.get(seen.ticket.cell or ""),
    )
    return await with_requests(tx, case) if every or command in ABOUT else case


def _sees(actor: Actor, ticket: Ticket) -> bool:
    return actor.person is not None and bool(
        access.readers(actor.person, actor.memberships) & ticket.audience
    )


def _picked(world: World, checked: Mapping[str, Any]) -> Location | None:
    point = checked.get("point")
    return locate_point(world, point["lon"], point["lat"], point["datum"]) if point else None


async def _members(tx: Tx, checked: Mapping[str, Any], ticket: Ticket) -> dict[int, frozenset[int]]:
    """The units of the persons a command names, and of those whose work rests."""
    given = [checked.get("lead") or {}, checked.get("colleague") or {}, *(checked.get("co") or ())]
    persons = [each["person"] for each in given if each.get("person") is not None]
    persons += resting_people(ticket)
    return await store.members(tx, persons) if persons else {}
