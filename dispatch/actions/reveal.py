"""Showing a caller's name and number, for a reason, with an audit row. Called by ``web.caller`` and ``web.search``.

A number may be seen while the ticket is one's own: by the center that answers for it, the unit it was sent to (the
first one until another has signed), its handlers. A confidential caller is reached through the hotline's seat alone.
"""

from dataclasses import dataclass

from dispatch.actions.record import acting_unit
from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.lifecycle import Party
from dispatch.domain.ticket import ENDED, Ticket
from dispatch.domain.units import Units
from dispatch.errors import Forbidden, NotFound
from dispatch.ports.sealing import Sealer, caller_label
from dispatch.saying import say
from dispatch.store import audit, callers, tickets
from dispatch.store.database import Database

_MAY_SEE = frozenset(
    {Party.CENTER, Party.DISTRICT, Party.UNIT, Party.FIRST_UNIT, Party.HANDLER, Party.CO_HANDLER}
)
_CONFIDENTIAL = say("这张工单的诉求人要求保密，请通过 12345 话务席联系。")
_NOT_YOURS = say("这张工单现在不由您办理，不能查看诉求人电话；请联系现在的责任单位。")
_ENDED = say("工单已经结束，不再显示诉求人电话；确需联系请由指挥中心办理。")


@dataclass(frozen=True, slots=True)
class Caller:
    """A caller in clear."""

    name: str | None
    phone: str | None


async def reveal(
    database: Database, sealer: Sealer, units: Units, actor: Actor, ticket: int, reason: str
) -> Caller:
    """The caller of a ticket in clear; the reading is an audit row of the same transaction.

    Raises:
        NotFound: no such ticket, or the actor may not see it, or nobody is known to have called.
        Forbidden: the ticket is not the actor's now, it has ended, or its caller is confidential.
    """
    assert actor.person is not None
    async with database.system() as tx:
        found = await tickets.lock(tx, ticket)
        if found is None or not found.audience & access.readers(actor.person, actor.memberships):
            raise NotFound
        refused = _why_not(found, access.parties(found, actor, units))
        sealed = None if refused else await callers.sealed(tx, ticket)
        action = "caller.refused" if refused else "caller.revealed"
        await audit.write(
            tx,
            person=actor.person,
            unit=acting_unit(found, actor, units),
            action=action,
            subject=f"ticket:{ticket}",
            reason=reason,
        )
    if refused:
        raise Forbidden(refused)
    if sealed is None:
        raise NotFound(say("这张工单没有登记诉求人。"))
    opened = sealer.open(sealed.key, sealed.content, caller_label(ticket))
    return Caller(opened.get("name"), opened.get("phone"))


def _why_not(ticket: Ticket, parties: frozenset[Party]) -> str | None:
    if ticket.confidential:
        return _CONFIDENTIAL
    if not parties & _MAY_SEE:
        return _NOT_YOURS
    if ticket.state in ENDED and not parties & {Party.CENTER, Party.DISTRICT}:
        return _ENDED
    return None


async def note_search(database: Database, actor: Actor) -> None:
    """An audit row for a search by a caller's number or name; what was typed is not kept."""
    async with database.system() as tx:
        await audit.write(
            tx, person=actor.person, unit=actor.home, action="caller.searched", subject="search"
        )
