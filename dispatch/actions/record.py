"""Saves a decision: ticket, assignments, clocks, journal, status report, entries. Called by the other actions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from dispatch import tracing
from dispatch.actions import asking, supervising
from dispatch.actions.closing import promise, reply_words
from dispatch.actions.families import is_alone, relatives
from dispatch.domain import access
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, Report
from dispatch.domain.helping import WORKED_ON, awaited_replies
from dispatch.domain.telling import Template
from dispatch.domain.ticket import State, Ticket
from dispatch.domain.units import Units
from dispatch.store import joint, telling, tickets
from dispatch.store.database import Tx


async def carry_out(
    tx: Tx,
    decision: Decision,
    actor: access.Actor,
    now: datetime,
    units: Units,
    *,
    operation: UUID | None = None,
    done_at: datetime | None = None,
) -> tuple[dict[str, Any], tuple[int, ...]]:
    """``save`` and ``publish`` a decision from which nothing more follows: its public row, and the streams touched.

    Where it concerns no other ticket, row, journal, what follows and the entries are one statement, the last one.
    """
    if not is_alone(decision):
        entries = await save(tx, decision, actor, now, units, operation=operation, done_at=done_at)
        return await publish_one(tx, entries, now)
    journal = _journal(decision, actor, now, units, operation, done_at)
    told = tracing.stamped(_entries(decision, units))
    row = await _write(tx, decision, journal, actor, now, units, told)
    return row or {}, tuple(sorted({each["stream"] for each in told}))


async def save(
    tx: Tx,
    decision: Decision,
    actor: access.Actor,
    now: datetime,
    units: Units,
    *,
    operation: UUID | None = None,
    done_at: datetime | None = None,
) -> list[dict[str, Any]]:
    """Write everything that follows from a decision, for its ticket and for that one's relatives (``families``).

    Answers the entries, which ``publish`` writes last.
    """
    journal = _journal(decision, actor, now, units, operation, done_at)
    await _write(tx, decision, journal, actor, now, units)
    entries = _entries(decision, units)
    for each in await relatives(tx, decision, now):
        told = _journal(each, each.case.actor, now, units, None, None)
        await _write(tx, each, told, each.case.actor, now, units)
        entries += _entries(each, units)
    return entries


async def _write(
    tx: Tx,
    decision: Decision,
    journal: dict[str, Any],
    actor: access.Actor,
    now: datetime,
    units: Units,
    entries: Sequence[dict[str, Any]] | None = None,
) -> dict[str, Any] | None:
    """The rows beside the ticket first, so that entries tell of them; then the ticket and what is told with it."""
    after = decision.after
    await _let_go(tx, decision, now)
    if decision.withdraw_report:
        await tickets.withdraw_callbacks(tx, after.id, now)
    await _replies(tx, decision)
    await promise(tx, decision, journal["actor_unit"], actor.person, now)
    await _tell(tx, decision, actor, now, units)
    await supervising.keep(tx, decision, actor, now)
    for record in decision.effect.records:
        await joint.write(tx, after.id, record, decision.case.moment)
    await asking.keep(tx, decision, now, units)
    reports = await _reports(tx, decision, now, units)
    following = tickets.Following(decision.clocks, decision.effect.open, reports)
    return await tickets.step(tx, after.id, decision.changes, journal, now, following, entries)


async def _tell(tx: Tx, decision: Decision, actor: access.Actor, now: datetime, units: Units) -> None:
    """Messages to whoever got work by this decision: assignments it opened, a unit it was sent to that has no desk."""
    before, after = decision.before, decision.after
    told: list[tuple[int, int | None]] = [
        (each.unit, each.person)
        for each in decision.opens
        if each.person is None or each.person != actor.person
    ]
    if after.state is State.DISPATCHED and after.sent_at != before.sent_at and units.has_no_desk(after.unit):
        told.append((after.unit or 0, None))
    parts = [work_of(after.id, after.urgency, unit, person) for unit, person in told]
    again = _AGAIN.get(decision.command)
    if again is not None:
        parts += [
            work_of(after.id, after.urgency, unit, person, again)
            for unit, person in _who_owes(after, units, again)
        ]
    if parts:
        await telling.notify(tx, parts, now, actor.person, sorted(access.UNIT_HANDLERS))


_AGAIN = {
    Command.SEND_BACK: Template.SENT_BACK,
    Command.URGE: Template.URGED,
    Command.RESUME: Template.RESUMED,
}
"""What is said again to whoever owes work on it: 退回补办, 催办, 恢复办理."""


def _who_owes(ticket: Ticket, units: Units, said: Template) -> list[tuple[int | None, int | None]]:
    """Unit and person who have the work in hand, and whose part is still waited for; whoever has a desk sees it there.

    An answer that is sent back is the lead's alone: the others have replied.
    """
    is_theirs_too = said is not Template.SENT_BACK and ticket.state in WORKED_ON
    parts = awaited_replies(ticket.assignments) if is_theirs_too else []
    return [*_leads(ticket, units), *((each.unit, each.person) for each in parts)]


def _leads(ticket: Ticket, units: Units) -> list[tuple[int | None, int | None]]:
    match ticket.state:
        case State.ASSIGNED | State.IN_PROGRESS:
            return [(ticket.lead_unit, ticket.lead_person)]
        case State.DISPATCHED | State.SIGNED if units.has_no_desk(ticket.unit):
            return [(ticket.unit, None)]
        case _:
            return []


def work_of(
    ticket: int,
    urgency: str,
    unit: int | None,
    person: int | None = None,
    template: Template = Template.ASSIGNED,
) -> dict[str, Any]:
    """A piece of work that somebody is told of, in the words of a template."""
    return {
        "ticket": ticket,
        "urgency": str(urgency),
        "unit": unit,
        "person": person,
        "template": template.value,
    }


async def _let_go(tx: Tx, decision: Decision, now: datetime) -> None:
    """Who works on it no more; before others begin, because one alone leads."""
    effect = decision.effect
    if effect.end or effect.end_one:
        why = effect.end or decision.command.value
        await tickets.end_assignments(tx, decision.after.id, now, why, effect.end_one, effect.keep)


async def _replies(tx: Tx, decision: Decision) -> None:
    """Which of those who work on it replied, who came, and whose work rests no more."""
    effect = decision.effect
    if effect.replied:
        await tickets.reply_assignment(tx, *effect.replied)
    if effect.reported_in:
        await tickets.report_in(tx, effect.reported_in, decision.case.moment)
    await tickets.reopen_assignments(tx, decision.after.id, effect.reopen)


async def _reports(tx: Tx, decision: Decision, now: datetime, units: Units) -> list[dict[str, Any]]:
    """The status that goes up, if one does."""
    after = decision.after
    if not decision.report:
        return []
    replied = after.state is State.REPLIED
    words = await reply_words(tx, decision) if replied else (None, None)
    return [_callback(decision, decision.report, words, now, units)]


async def publish(tx: Tx, entries: Sequence[dict[str, Any]], now: datetime) -> tuple[int, ...]:
    """Append entries to their streams: the last act of a transaction, because it locks the counters."""
    return await tickets.append(tx, tracing.stamped(entries), now)


async def publish_one(
    tx: Tx, entries: Sequence[dict[str, Any]], now: datetime
) -> tuple[dict[str, Any], tuple[int, ...]]:
    """``publish`` for one ticket, perhaps with relatives: its public row, and the streams touched."""
    touched = await publish(tx, entries, now)
    return await tickets.row(tx, entries[0]["ticket"]), touched


def _entries(decision: Decision, units: Units) -> list[dict[str, Any]]:
    """One entry for each stream that must hear of it; a stream the ticket leaves has nobody in ``after``."""
    was = access.streams_of(decision.before, units)
    now = access.streams_of(decision.after, units)
    return [
        {
            "stream": stream,
            "ticket": decision.after.id,
            "version": decision.after.version,
            "event": decision.event,
            "before": sorted(decision.before.audience) if stream in was else [],
            "after": sorted(decision.after.audience) if stream in now else [],
        }
        for stream in sorted(was | now)
    ]


def _journal(
    decision: Decision,
    actor: access.Actor,
    now: datetime,
    units: Units,
    operation: UUID | None,
    done_at: datetime | None,
) -> dict[str, Any]:
    return {
        "version": decision.after.version,
        "at": now.isoformat(),
        "event": decision.event,
        "command": decision.command.value,
        "actor_person": actor.person,
        "actor_unit": acting_unit(decision.before, actor, units),
        "actor": actor.name,
        "operation": str(operation) if operation else None,
        "state_from": decision.before.state.value,
        "state_to": decision.after.state.value,
        "done_at": done_at.isoformat() if done_at else None,
        "detail": dict(decision.detail),
    }


def acting_unit(ticket: Ticket, actor: access.Actor, units: Units) -> int | None:
    """For which of their units a person acts: the one the ticket stands with, else their own center's, else any."""
    held = {each.unit for each in actor.memberships}
    for unit in (
        *(ticket.owed_by, ticket.unit, ticket.leading, ticket.lead_unit, ticket.stream),
        units.district,
    ):
        if unit in held:
            return unit
    return actor.home


def _callback(
    decision: Decision, report: Report, words: tuple[str | None, str | None], now: datetime, units: Units
) -> dict[str, Any]:
    after = decision.after
    return report_up(
        after.source,
        after.id,
        after.version,
        {
            "order_no": after.order_no,
            "status": report.status,
            "event": decision.event,
            "at": now.isoformat(),
            "version": after.version,
            "unit": units.name(after.unit),
            **(_closed(after, words) if after.state is State.REPLIED else {}),
            **({"reply": decision.effect.told, "interim": True} if decision.effect.told else {}),
        },
        now,
        report.after,
    )


def _closed(after: Ticket, words: tuple[str | None, str | None]) -> dict[str, Any]:
    """What the hotline is told of a reply: its words, how it was closed, and what that way of closing says."""
    answer = after.answer or {}
    further = {
        "ground": answer.get("ground"),
        "reference": answer.get("reference"),
        "next_at": answer.get("next_at"),
    }
    told = {name: value for name, value in further.items() if value is not None}
    return {"reply": words[0], "how_closed": words[1], **told}


def report_up(
    source: str, ticket: int, version: int, body: dict[str, Any], now: datetime, wait: timedelta
) -> dict[str, Any]:
    """A status event's row: it goes up after ``wait``, until when it can be withdrawn."""
    return {
        "id": str(uuid4()),
        "source": source,
        "ticket": ticket,
        "version": version,
        "status": body["status"],
        "body": body,
        "created_at": now.isoformat(),
        "next_at": (now + wait).isoformat(),
    }
