"""When a ticket came how far, as rates count it: signed, replied, called back, closed, overdue. Pure.

Columns of the ticket's row that no decision reads; ``decide`` adds them to what changes, so that the journal tells
them too. What begins again (重办) is counted as rework: neither its signing nor its reply counts anew. A reply is in
time by the hotline's own limit (上级时限); our inner one, a share of it, judges where the hotline named none.
"""

from typing import Any

from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.ticket import State, Ticket

_HEARD = ("contacted", "solved", "satisfied")
"""What a call-back has to say at least one of to be valid (有效回访)."""


def milestones(case: Case, after: Ticket) -> dict[str, Any]:
    """The columns that this step reaches, by name."""
    reached = _closed(case, after) | _by_command(case)
    if after.state is State.REPLIED and case.ticket.state is not State.REPLIED and not case.ticket.rework:
        reached |= {"replied_at": case.moment, "reply_due": case.ticket.outer_due or _due(case, "reply")}
    return reached


def _by_command(case: Case) -> dict[str, Any]:
    match case.command:
        case Command.SIGN:
            return {} if case.ticket.rework else {"signed_at": case.moment, "sign_due": _due(case, "sign")}
        case Command.UNDO_SIGN:
            return {} if case.ticket.rework else {"signed_at": None, "sign_due": None}
        case Command.CALL_BACK if any(case.fields.get(name) is not None for name in _HEARD):
            return {"called_back_at": case.now}
        case Command.WARN if case.fields.get("clock") == "reply" and case.fields.get("warned") == "overdue":
            return {"overdue_at": case.now}
        case _:
            return {}


def _closed(case: Case, after: Ticket) -> dict[str, Any]:
    """Who had it when it was closed; nobody any more where it begins again."""
    if after.state is State.CLOSED and case.ticket.state is not State.CLOSED:
        return {"closed_at": case.moment, "closed_unit": after.unit}
    if case.ticket.state is State.CLOSED and after.state is not State.CLOSED:
        return {"closed_at": None, "closed_unit": None}
    return {}


def _due(case: Case, kind: str) -> Any:
    clock = case.ticket.clock(kind)
    return clock.due_at if clock else None
