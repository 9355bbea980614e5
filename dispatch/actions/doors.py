"""The doors beside the hotline's push: 手工建单 at a desk, 巡查上报 by a grid worker. Called by the web edge.

They end where a push ends: located, routed and created by the same functions, in one transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from dispatch.actions.creating import Created, create
from dispatch.actions.locating import locate, locate_point
from dispatch.actions.record import publish_one
from dispatch.actions.tickets import Done, Tickets, again, applied
from dispatch.actions.world import World, hold_versions
from dispatch.domain import access
from dispatch.domain.access import Actor, Role
from dispatch.domain.commands import Command
from dispatch.domain.doors import CHANNELS, Door, source_of
from dispatch.domain.location import Location
from dispatch.domain.messages import Message, parse
from dispatch.domain.profile import Profile
from dispatch.errors import BadInput, Forbidden
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import doors as store
from dispatch.store import intake as orders
from dispatch.store.database import Database

_FIELDS = (
    *("order_no", "type", "channel", "urgency", "category", "title", "content", "address", "village"),
    *("caller_name", "caller_phone", "confidential", "lon", "lat", "called_at"),
)
_BY_HAND = Profile({name: name for name in _FIELDS}, {})
_STANDS_IN = {"order_no": "手工"}
"""Stands where a hotline's number would; it is kept nowhere."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A ticket to make: what it says, where that is, through which door, for which unit, and who reported it."""

    message: Message
    door: Door
    unit: int
    where: Callable[[World], Location]
    reporter: tuple[int, int] | None = None


class Doors:
    """Makes tickets that no hotline pushed."""

    def __init__(self, tickets: Tickets, database: Database, sealer: Sealer) -> None:
        self._tickets = tickets
        self._database = database
        self._sealer = sealer

    async def receive_by_hand(
        self, actor: Actor, given: Mapping[str, Any], operation: UUID, *, door: Door = Door.CALL
    ) -> Done:
        """手工建单: a ticket without an order above, for the actor's own center.

        Raises:
            Forbidden: the actor works no desk.
            BadInput: a field is missing or too long.
            Conflict: the operation id was used for something else.
        """
        message = _message(given, door)

        async def act(world: World) -> tuple[Done, tuple[int, ...]]:
            made = _Made(message, door, _desk(actor, world), lambda now: locate(now, message, "wgs84"))
            return await self._receive(world, actor, made, operation)

        return await self._tickets.until_done(act)

    async def report(
        self, actor: Actor, given: Mapping[str, Any], operation: UUID, *, cell: str | None = None
    ) -> Done:
        """巡查上报: what a worker saw, where they stand, or in which cell.

        Raises:
            Forbidden: the actor patrols no cell.
            BadInput: neither position nor cell, or one outside the district.
            Conflict: the operation id was used for something else.
        """
        reporter = _patrolling(actor)
        message = _message(given, Door.PATROL)
        middle = None if cell is None else await self._middle(cell)

        def where(world: World) -> Location:
            return _standing(world, message, middle)

        async def act(world: World) -> tuple[Done, tuple[int, ...]]:
            made = _Made(message, Door.PATROL, reporter[1], where, reporter)
            return await self._receive(world, actor, made, operation)

        return await self._tickets.until_done(act)

    async def _middle(self, cell: str) -> tuple[float, float]:
        async with self._database.system() as tx:
            found = await store.middle(tx, cell)
        if found is None:
            raise BadInput(say("没有这个网格，请重新选择。"), field="cell")
        return found

    async def _receive(
        self, world: World, actor: Actor, made: _Made, operation: UUID
    ) -> tuple[Done, tuple[int, ...]]:
        location = made.where(world)
        async with self._database.system() as tx:
            now = await hold_versions(tx, world)
            before = await applied(tx, operation, actor, Command.RECEIVE)
            if before is not None:
                return await again(tx, actor, before), ()
            one = Created(
                await orders.next_ticket(tx),
                source_of(made.door),
                _seen_by(made.message, now),
                location,
                own=True,
                reporter=made.reporter,
            )
            _, entries = await create(
                tx, [one], world, self._sealer, now, actor=actor, unit=made.unit, operation=operation
            )
            row, touched = await publish_one(tx, entries, now)
            return Done(row, "ticket.received"), touched


def _seen_by(message: Message, now: datetime) -> Message:
    """The message, heard or seen not later than now: a phone's clock may be ahead."""
    at = message.called_at
    return message if at is None or at <= now else replace(message, called_at=now)


def _standing(world: World, message: Message, middle: tuple[float, float] | None) -> Location:
    """Where a worker stands, certain to the cell; with a cell only, the cell without a point in it."""
    if message.lon is not None and message.lat is not None:
        found = locate_point(world, message.lon, message.lat, "wgs84")
    elif middle is not None:
        found = replace(locate_point(world, *middle, "wgs84"), lon=None, lat=None, tile=None, level="village")
    else:
        raise BadInput(say("请打开手机定位，或选择所在网格。"), field="cell")
    if found.cell is None:
        raise BadInput(say("您现在的位置不在本区任何网格里，请选择所在网格。"), field="cell")
    return found


def _desk(actor: Actor, world: World) -> int:
    units = world.tables.units
    desks = sorted(
        each.unit
        for each in actor.memberships
        if access.operates(actor, each.unit) and units.center(each.unit) == each.unit
    )
    if not desks:
        raise Forbidden(say("只有指挥中心值班员可以手工建单。"))
    return desks[0]


def _patrolling(actor: Actor) -> tuple[int, int]:
    """The person and the unit they patrol for."""
    units = actor.units({Role.GRID_WORKER, Role.POLICE_OFFICER, Role.STATION_CLERK, Role.ENFORCEMENT_OFFICER})
    if actor.person is None or not units:
        raise Forbidden(say("巡查上报由网格员、社区民警、执法人员或工作站专员办理。"))
    return actor.person, min(units)


def _message(given: Mapping[str, Any], door: Door) -> Message:
    """A form read like a push, through the same checks."""
    read = parse({**given, **_STANDS_IN, "channel": CHANNELS[door]}, _BY_HAND)
    if isinstance(read, Message):
        return read
    first = read.faults[0]
    raise BadInput(first.reason, field=first.field)
