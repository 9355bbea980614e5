"""What the decision of an answer or a review looks at, and what a contact promises. Called by the other actions.

Rules are read in the transaction that decides by them: a change of them is in force with the next command.
"""

from dataclasses import replace
from datetime import datetime

from dispatch.domain.case import Case
from dispatch.domain.closing import REACHED
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision
from dispatch.domain.ticket import ENDED, State
from dispatch.ports.sealing import Sealer
from dispatch.store import callers, tickets
from dispatch.store import closing as store
from dispatch.store.database import Tx

_DECIDED = frozenset({Command.ANSWER, Command.REVIEW})
_GOES_OUT = frozenset({Command.TRANSFER_OUT, Command.FILE_CASE})
"""Commands with words for somebody outside the house."""
_OFFERED = frozenset({State.DISPATCHED, State.SIGNED, State.ASSIGNED, State.IN_PROGRESS})
"""States in which a button waits for evidence, or will once the step before it is taken."""


async def seen(tx: Tx, case: Case, sealer: Sealer) -> Case:
    """The case of a command with what its decision looks at."""
    if case.command in _GOES_OUT:
        name = await caller_name(tx, case.ticket.id, sealer)
        return replace(case, closing=replace(case.closing, caller_name=name))
    if case.command is Command.CONTACT:
        return replace(case, failed_contacts=await tickets.failed_contacts(tx, case.ticket.id))
    if case.command not in _DECIDED:
        return case
    found = await store.closing(tx, case.ticket.id)
    if case.command is Command.REVIEW:
        unit = (case.ticket.answer or {}).get("unit") or case.ticket.lead_unit
        most = found.rules.setting.compared
        earlier = await store.earlier(tx, unit, case.ticket.id, most) if unit else []
        name = await caller_name(tx, case.ticket.id, sealer)
        rules = replace(found.rules, words=await store.words(tx))
        found = replace(found, rules=rules, caller_name=name, earlier=tuple(earlier))
    return replace(case, closing=found)


async def shown(tx: Tx, case: Case) -> Case:
    """The case of all commands at once, with what shuts their buttons."""
    if case.ticket.state not in _OFFERED:
        return case
    return replace(case, closing=await store.closing(tx, case.ticket.id))


async def reply_words(tx: Tx, decision: Decision) -> tuple[str | None, str | None]:
    """What the caller is answered, and how it was closed, once a decision is saved."""
    words, how_closed = await tickets.reply(tx, decision.after.id)
    changes = decision.changes
    return changes.get("reply", words), changes.get("how_closed", how_closed)


async def caller_name(tx: Tx, ticket: int, sealer: Sealer) -> str | None:
    """A caller's name in clear, to be looked for in what goes out; shown to nobody."""
    sealed = await callers.sealed(tx, ticket)
    return sealer.caller_name(sealed.key, sealed.content, ticket) if sealed else None


async def promise(tx: Tx, decision: Decision, unit: int | None, person: int | None, now: datetime) -> None:
    """A contact keeps what was promised before, and may promise another; the end of a ticket ends its promises.

    An attempt in vain keeps only what was due by then: whoever was to be called tomorrow is called tomorrow.
    """
    after = decision.after
    if decision.command is Command.CONTACT:
        reached = decision.detail.get("result") in REACHED
        await store.keep_promises(tx, after.id, decision.clocks.at, whole=reached)
        if decision.detail.get("result") == "later":
            again = decision.detail.get("again_at")
            due = datetime.fromisoformat(again) if again else None
            words = decision.detail.get("text")
            await store.make_promise(tx, after.id, after.version, unit, person, now, due, words)
    elif after.state in ENDED and decision.before.state not in ENDED:
        await store.keep_promises(tx, after.id, now, whole=True)
