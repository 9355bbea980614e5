"""Upward requests as records: read for a decision, kept with it, sent up by the way of the status reports.

``record.save`` calls ``keep``; what people and the hotline do are commands on the ticket (``tickets``, ``following``).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision
from dispatch.domain.ticket import ENDED, State
from dispatch.domain.units import Units
from dispatch.domain.upward import RequestState
from dispatch.store import tickets
from dispatch.store import upward as store
from dispatch.store.database import Tx

ABOUT = frozenset(
    {
        *(Command.REQUEST_UP, Command.SIGN_REQUEST, Command.REFUSE_REQUEST, Command.DROP_REQUEST),
        *(Command.MARK_UNANSWERED, Command.GRANT_REQUEST, Command.DENY_REQUEST),
    }
)
"""Commands that look at a ticket's requests."""
_SUBJECTS = {"ticket.request": "上行申请", "ticket.request_withdrawn": "撤回申请"}


async def with_requests(tx: Tx, case: Case) -> Case:
    """A case that knows its ticket's open requests, and the grounds on which another may be drafted."""
    return replace(
        case,
        requests=await store.open_requests(tx, case.ticket.id),
        grounds=await store.grounds(tx),
        usual_ground=await store.usual_ground(tx, case.ticket.category),
        is_heard=await store.hears(tx, case.ticket.source),
    )


async def keep(tx: Tx, decision: Decision, now: datetime, units: Units) -> None:
    """Write what a decision makes of a request; a ticket that has ended asks for nothing any more."""
    change = decision.effect.request
    if change is not None and change.id is None:
        await store.draft(tx, decision.after.id, change.values)
    elif change is not None and change.id is not None:
        values = dict(change.values)
        is_taken_back = change.unsend and await store.unsend(tx, change.id)
        if change.told is not None and not is_taken_back:
            message = _message(decision, change.told, now, units)
            await tickets.insert_callbacks(tx, [message])
            if values["state"] == RequestState.SIGNED_OFF:
                values["callback"] = message["id"]
        await store.change(tx, change.id, values)
    after = decision.after.state
    if after in ENDED and decision.before.state not in ENDED:
        await store.end_open(tx, decision.after.id, now, closed=after is State.CLOSED)


def _message(decision: Decision, told: Mapping[str, Any], now: datetime, units: Units) -> dict[str, Any]:
    """What goes up about a request, as a row of the outbox; ``type`` tells it from a status."""
    ticket = decision.after
    return {
        "id": str(uuid4()),
        "source": ticket.source,
        "ticket": ticket.id,
        "version": ticket.version,
        "status": f"{_SUBJECTS[told['type']]}：{told['request_name']}",
        "body": {
            **told,
            "order_no": ticket.order_no,
            "at": now.isoformat(),
            "version": ticket.version,
            "unit": units.name(ticket.stream),
        },
        "created_at": now.isoformat(),
        "next_at": now.isoformat(),
    }
