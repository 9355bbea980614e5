"""What became of one's own patrol reports, and which tickets of ours a pushed order may be."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.linking import Said, reasons
from dispatch.domain.ticket import DESK_NAMES, State
from dispatch.errors import NotFound
from dispatch.store import doors as store
from dispatch.store.database import Database

PAGE = 30
DAYS = 7
"""How long before the push a ticket may have been made here."""
_MOST = 200


async def reported(database: Database, actor: Actor, before: int | None) -> list[dict[str, Any]]:
    """我报的事: a person's own reports and what became of them, also where another town has them now."""
    assert actor.person is not None
    async with database.system() as tx:
        found = await store.reported(tx, actor.person, before, PAGE)
    return [each | {"state_name": DESK_NAMES[State(each["state"])]} for each in found]


async def cells(database: Database, actor: Actor) -> list[dict[str, Any]]:
    """The cells a person may report from without a position."""
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return await store.cells(tx, actor.person)


async def alike(database: Database, actor: Actor, order: int) -> list[dict[str, Any]]:
    """Tickets made here that an order may be, with why; none where nothing speaks for it.

    Raises:
        NotFound: no such ticket, or it is not the person's to see.
    """
    assert actor.person is not None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        pushed = await store.said(tx, order)
        if pushed is None:
            raise NotFound
        found = await store.alike(tx, order, DAYS, _MOST)
    told = [(each, reasons(_said(pushed), _said(each, same_caller=each["same_caller"]))) for each in found]
    return [
        {name: each[name] for name in ("id", "number", "title", "state", "received_at")} | {"reasons": why}
        for each, why in sorted(told, key=lambda one: -len(one[1]))
        if why
    ]


def _said(row: dict[str, Any], *, same_caller: bool = False) -> Said:
    return Said(f"{row['title']} {row['content']}", row["lon"], row["lat"], row["cell"], same_caller)
