"""A pushed order that is a ticket made here before: the order moves there, by a person's word. Called by the web edge.

Both tickets are locked in order of their ids, as every batch does, and saved in one transaction. A message of the
hotline that found the order's former ticket sees that it has lost its order, and looks again (``actions.following``).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from dispatch.actions.record import publish, report_up, save
from dispatch.actions.tickets import Done, Tickets, again, applied, case_of
from dispatch.actions.world import World, fit
from dispatch.domain.access import Actor
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.ticket import HOTLINE_NAMES, State
from dispatch.errors import BadInput
from dispatch.saying import say
from dispatch.store import doors as store
from dispatch.store import tickets
from dispatch.store.database import Database, Tx


class Linking:
    """Links an order to a ticket of ours."""

    def __init__(self, tickets: Tickets, database: Database) -> None:
        self._tickets = tickets
        self._database = database

    async def link(self, actor: Actor, order: int, own: int, operation: UUID) -> Done:
        """The order of one ticket moves to another; the answer is the row of that other one.

        Raises:
            NotFound: one of them is not the actor's to see.
            Refused, Forbidden: the order's ticket is worked on already, or ours has an order.
            Conflict: the operation id was used for something else.
        """
        if order == own:
            raise BadInput(say("不能并入它自己，请选择另一张工单。"), field="own")

        async def act(world: World) -> tuple[Done, tuple[int, ...]]:
            return await self._link(world, actor, order, own, operation)

        return await self._tickets.until_done(act)

    async def _link(
        self, world: World, actor: Actor, order: int, own: int, operation: UUID
    ) -> tuple[Done, tuple[int, ...]]:
        units = world.tables.units
        async with self._database.system() as tx:
            if await applied(tx, operation, actor, Command.ATTACH, own) is not None:
                return await again(tx, actor, own), ()
            given, taken = await _both(tx, world, actor, order, own)
            outer = await store.outer(tx, order)
            given = replace(given, fields={"ticket": own, "number": taken.ticket.number})
            taken = replace(taken, fields=_moved(given, outer))
            left, joined = decide(given), decide(taken)
            entries = await save(tx, left, actor, given.now, units)
            entries += await save(tx, joined, actor, taken.now, units, operation=operation)
            await store.give_order(tx, given.ticket.source, str(given.ticket.order_no), own)
            await store.hand_reply_clock(tx, order, own)
            await tickets.insert_callbacks(tx, [_report(joined, taken, units.name(joined.after.unit))])
            touched = await publish(tx, entries, taken.now)
            return Done(await tickets.row(tx, own), joined.event), touched


async def _both(tx: Tx, world: World, actor: Actor, order: int, own: int) -> tuple[Case, Case]:
    """The cases of both, locked in order of their ids."""
    commands = {order: Command.LINK, own: Command.ATTACH}
    cases = {
        each: await case_of(tx, world, actor, await tickets.locked(tx, each), commands[each])
        for each in sorted(commands)
    }
    for case in cases.values():
        await fit(tx, world, case.ticket)
    return cases[order], cases[own]


def _moved(given: Case, outer: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "source": given.ticket.source,
        "order_no": given.ticket.order_no,
        "outer_due": outer["outer_due"],
        "number": given.ticket.number,
    }


def _report(joined: Decision, taken: Case, unit: str) -> dict[str, Any]:
    """Where the order stands now, told to the hotline: further on than it last heard."""
    after = joined.after
    body = {
        "order_no": after.order_no,
        "status": HOTLINE_NAMES[State(after.state)],
        "event": joined.event,
        "at": taken.now.isoformat(),
        "version": after.version,
        "unit": unit,
    }
    return report_up(after.source, after.id, after.version, body, taken.now, timedelta(0))
