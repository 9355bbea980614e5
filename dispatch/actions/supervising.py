"""督办: its record beside the ticket's event, written in the same transaction. Called by ``actions.record``."""

from datetime import datetime

from dispatch.domain.access import Actor
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision
from dispatch.store import supervising as store
from dispatch.store.database import Tx


async def keep(tx: Tx, decision: Decision, actor: Actor, now: datetime) -> None:
    """Write what a decision means for the records of supervision; most mean nothing."""
    ticket, told = decision.after.id, decision.detail
    match decision.command:
        case Command.SUPERVISE:
            await store.ask(
                tx,
                ticket,
                level=told["level"],
                requirement=told["requirement"],
                due_at=datetime.fromisoformat(told["due_at"]),
                asked_of=told["asked_of"],
                person=actor.person,
                now=now,
            )
        case Command.ANSWER_SUPERVISION:
            await store.answer(tx, ticket, told["text"], actor.person, now)
        case Command.LIFT_SUPERVISION:
            await store.lift(tx, ticket, told["reason"], actor.person, now)
