"""What a decision means for the relatives of its ticket (并单): carried out with it, in the same transaction.

``record.save`` asks here after each decision. The relatives are locked already: whoever locks a ticket locks its family
(``store.tickets.lock``). ``domain.merging`` says what follows.
"""

from datetime import datetime

from dispatch.actions.closing import reply_words
from dispatch.domain.access import JOB, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.lifecycle import Party
from dispatch.domain.merging import Consequence, concludes, consequences, resting_people
from dispatch.errors import Collision
from dispatch.store import tickets
from dispatch.store.database import Tx


def is_alone(decision: Decision) -> bool:
    """Whether a decision means nothing for any other ticket."""
    before, after = decision.before, decision.after
    if before.children or concludes(before, after):
        return False
    return not consequences(decision.case, after, (None, None))


async def relatives(tx: Tx, decision: Decision, now: datetime) -> list[Decision]:
    """The decisions that follow for a parent or for children, in order of their ids."""
    reply = await reply_words(tx, decision) if decision.before.children else (None, None)
    closes = concludes(decision.before, decision.after)
    followers = await tickets.followers(tx, decision.after.id) if closes else ()
    found = consequences(decision.case, decision.after, reply, followers)
    return [await _follows(tx, decision.case, each, now) for each in found]


async def _follows(tx: Tx, cause: Case, consequence: Consequence, now: datetime) -> Decision:
    ticket = await tickets.read(tx, consequence.ticket)
    if ticket is None:
        raise Collision
    heard = Party.HOTLINE in cause.parties and consequence.command in (Command.URGE, Command.SUPPLEMENT)
    actor = cause.actor if heard else JOB
    people = resting_people(ticket) if consequence.command is Command.UNMERGE else []
    case = Case(
        ticket=ticket,
        command=consequence.command,
        actor=actor,
        parties=parties(ticket, actor, cause.tables.units),
        fields=consequence.fields,
        now=now,
        tables=cause.tables,
        members=await tickets.members(tx, people) if people else {},
    )
    return decide(case)
