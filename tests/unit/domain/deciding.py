"""A command, decided in the field: the ticket after it, why it is refused, who is offered what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dispatch.domain.access import Actor
from dispatch.domain.commands import Command
from dispatch.domain.decide import allowed, decide
from dispatch.domain.ticket import Ticket
from dispatch.errors import Refused
from tests.unit.domain import field
from tests.unit.domain.field import case

DONE = {"done": "已更换灯泡", "how_closed": "solved"}


def step(ticket: Ticket, command: Command, actor: Actor, **fields: Any) -> Ticket:
    """The ticket after a command, its new assignments numbered as the store would."""
    after = decide(case(ticket, command, actor, fields, location=field.at(ticket.town))).after
    numbered = tuple(replace(each, id=each.id or 10 + at) for at, each in enumerate(after.assignments))
    return replace(after, assignments=numbered)


def refusal(ticket: Ticket, command: Command, actor: Actor, **fields: Any) -> str:
    """The sentence a command is refused with."""
    with pytest.raises(Refused) as refused:
        decide(case(ticket, command, actor, fields, location=field.at(ticket.town)))
    return refused.value.detail


def offered(ticket: Ticket, actor: Actor) -> set[Command]:
    """The commands an actor has a button for."""
    return {offer.command for offer in allowed(case(ticket, Command.NOTE, actor))}
