"""Creates many tickets at once: rows, callers, clocks, journal, status reports. Called by intake and 手工建单."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from dispatch.actions.outcome import Outcome
from dispatch.actions.record import report_up, work_of
from dispatch.actions.world import World
from dispatch.domain.access import HOTLINE, UNIT_HANDLERS, Actor
from dispatch.domain.location import Location
from dispatch.domain.messages import Message
from dispatch.domain.privacy import mask_name, mask_phone
from dispatch.domain.receive import Received, receive
from dispatch.domain.ticket import HOTLINE_NAMES, State
from dispatch.ports.sealing import Sealer, caller_label
from dispatch.store import telling, tickets
from dispatch.store.database import Tx


@dataclass(frozen=True, slots=True)
class Created:
    """One ticket to make: its id, where it comes from, what it says, and where that is."""

    ticket: int
    source: str
    message: Message
    location: Location
    own: bool = False
    """Made by hand: no order above, nothing to report."""
    reporter: tuple[int, int] | None = None
    """The person who saw it on patrol, and their unit."""


async def create(
    tx: Tx,
    made: Sequence[Created],
    world: World,
    sealer: Sealer,
    now: datetime,
    *,
    actor: Actor = HOTLINE,
    unit: int | None = None,
    operation: UUID | None = None,
) -> tuple[list[Outcome], list[dict[str, Any]]]:
    """Write the tickets and all that belongs to them; answers outcomes in order, and entries to publish last."""
    received = [_received(one, world, now) for one in made]
    new = tickets.New(
        rows=[each.row for each in received],
        clocks=[(each.id, clock) for each in received for clock in each.clocks],
        reports=[
            _report(each, now, world) for each, one in zip(received, made, strict=True) if _is_reported(one)
        ],
        callers=[_caller(one, sealer) for one in made],
    )
    await tickets.receive(tx, new, actor.name, actor.person, unit, operation)
    await _tell(tx, received, world, now, actor.person)
    outcomes = [_outcome(one, each) for one, each in zip(made, received, strict=True)]
    return outcomes, [_entry(each) for each in received]


def _received(one: Created, world: World, now: datetime) -> Received:
    order_no = None if one.own else one.message.order_no
    given = (one.ticket, one.message, one.location, one.source, order_no, world.tables, now)
    return receive(*given, reporter=one.reporter)


async def _tell(tx: Tx, received: Sequence[Received], world: World, now: datetime, actor: int | None) -> None:
    """Messages to units without a desk that tickets were sent to at once."""
    sent = [
        work_of(each.id, each.row["urgency"], each.route.unit)
        for each in received
        if each.row["state"] is State.DISPATCHED and world.tables.units.has_no_desk(each.route.unit)
    ]
    if sent:
        await telling.notify(tx, sent, now, actor, sorted(UNIT_HANDLERS))


def _is_reported(one: Created) -> bool:
    """Whether the hotline above hears of it: of its own orders, as long as they have not ended there already."""
    return not one.own and one.message.ended_at is None


def _outcome(one: Created, received: Received) -> Outcome:
    return Outcome(
        "created",
        one.message.order_no,
        ticket=received.row["number"],
        state=received.row["state"],
        note=received.route.reason,
        warnings=(*one.message.warnings, *received.warnings),
    )


def _entry(received: Received) -> dict[str, Any]:
    return {
        "stream": received.route.stream,
        "ticket": received.id,
        "version": 1,
        "event": "ticket.received",
        "before": [],
        "after": received.row["audience"],
    }


def _report(received: Received, now: datetime, world: World) -> Mapping[str, Any]:
    body = {
        "order_no": received.row["order_no"],
        "status": HOTLINE_NAMES[received.route.state],
        "event": "ticket.received",
        "at": now.isoformat(),
        "version": 1,
        "unit": world.tables.units.name(received.route.unit),
    }
    return report_up(received.row["source"], received.id, 1, body, now, timedelta(0))


def _caller(one: Created, sealer: Sealer) -> tuple[Any, ...]:
    """Who asked, sealed with the message as it came; what stays readable is masked."""
    message = one.message
    name, phone = message.caller.get("name"), message.caller.get("phone")
    sealed = sealer.seal(
        {**message.caller, "raw": message.raw, "unknown": message.unknown}, caller_label(one.ticket)
    )
    return (
        one.ticket,
        sealer.key_id,
        sealed,
        mask_name(name),
        mask_phone(phone),
        sealer.phone_index(phone) if phone else None,
        sealer.tail_index(phone) if phone else None,
        sealer.name_index(name) if name else None,
    )
