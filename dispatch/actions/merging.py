"""Merging one ticket into another: both locked at once, decided by ``domain.merging``. Called by ``tickets``, and by
whatever the hotline grants."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dispatch.actions.record import save
from dispatch.actions.world import World
from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.errors import Refused
from dispatch.saying import say
from dispatch.store import joint, tickets
from dispatch.store.database import Tx

_ABOUT_RECORDS = frozenset(
    {
        Command.RECORD_OUTSIDE,
        Command.FILE_CASE,
        Command.REFUSE_CASE,
        Command.RECORD_CASE,
        Command.CLOSE_CASE,
    }
)


def other_ends(checked: Mapping[str, Any]) -> list[int]:
    """The other end of a merging: locked together with the ticket, before either is read, in the order of their ids."""
    return [checked["parent"]] if "parent" in checked else []


async def named(tx: Tx, case: Case) -> dict[str, Any]:
    """What else a command names: the parent of a merging, if the actor may see it; the ticket's sheets and cases."""
    if case.command is Command.MERGE:
        parent = await tickets.read(tx, case.fields["parent"])
        return {"other": parent if parent is not None and _sees(case.actor, parent.audience) else None}
    if case.command in _ABOUT_RECORDS:
        return {"records": await joint.records(tx, case.ticket.id, case.fields.get("case_no"))}
    return {}


async def merge_in(
    tx: Tx, world: World, ticket: int, parent: int, actor: Actor, reason: str, now: datetime
) -> list[dict[str, Any]]:
    """Merge a ticket into another one, by a machine; answers the entries to publish.

    Raises:
        Refused, BadInput: one of them is not in a state for it; see ``domain.merging``.
    """
    await tickets.hold(tx, [ticket, parent])
    child = await tickets.lock(tx, ticket)
    if child is None:
        raise Refused(say("工单已不存在。"))
    case = Case(
        ticket=child,
        command=Command.MERGE,
        actor=actor,
        parties=access.parties(child, actor, world.tables.units),
        fields={"parent": parent, "reason": reason},
        now=now,
        tables=world.tables,
        other=await tickets.read(tx, parent),
    )
    return await save(tx, decide(case), actor, now, world.tables.units)


def _sees(actor: Actor, audience: frozenset[str]) -> bool:
    return actor.person is not None and bool(access.readers(actor.person, actor.memberships) & audience)
