"""Telling people: who gets a message about work they got, what follows an unopened one, and the critical escalation.

Messages are rows, written in the transaction of what they tell of; ``jobs.telling`` sends them.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, World, Worlds, fit
from dispatch.domain import access, telling
from dispatch.domain.access import JOB, Actor, Role, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.telling import Kind, Limits, Step, Template
from dispatch.domain.ticket import State, Ticket, Urgency
from dispatch.errors import NotFound
from dispatch.saying import say
from dispatch.store import audit, tickets
from dispatch.store import duty as shifts
from dispatch.store import intake as clock
from dispatch.store import telling as store
from dispatch.store.database import Database, Tx
from dispatch.store.telling import Unopened, Unsigned

AT_ONCE = 100
_ROLES: Mapping[Step, tuple[str, tuple[Role, ...]]] = {
    Step.OPERATOR: ("operator", (Role.TOWN_OPERATOR, Role.DISTRICT_OPERATOR)),
    Step.LEADER: ("leader", (Role.DUTY_LEADER,)),
    Step.DISTRICT: ("operator", (Role.DISTRICT_OPERATOR,)),
}
"""Who is told at a step: those on duty as this, else everybody with one of these roles."""


async def follow_up(database: Database) -> bool:
    """Look at messages whose time to be opened is over; True where more may wait."""
    async with database.system() as tx:
        found = await store.unopened(tx, AT_ONCE)
        owed = [each for each in found if each.owed]
        call = [each.id for each in owed if _is_called(each)]
        listed = [each.id for each in owed if not _is_called(each)]
        await store.follow_up(tx, [each.id for each in found], call, listed)
    return len(found) == AT_ONCE


def _is_called(message: Unopened) -> bool:
    """A voice call follows a first message that went out; everything else is a person's to ring up."""
    first = message.template in telling.FIRST and message.kind is not Kind.VOICE
    return first and message.state != "bundled"


@dataclass(frozen=True, slots=True)
class Escalations:
    """特急 unsigned: 值班员, then 带班领导, then the district; each step once for each sending, whatever restarts."""

    database: Database
    worlds: Worlds
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def take_due(self) -> bool:
        """Take every step that is due."""
        async with self.database.system() as tx:
            now = await clock.clock(tx)
            _, limits = await store.limits(tx)
            waiting = await store.unsigned(
                tx, now - timedelta(minutes=limits.operator_minutes), Step.DISTRICT
            )
        for each in waiting:
            for step in telling.due_steps(limits, each.started_at, each.taken, now):
                try:
                    await self._take(each, step, limits)
                except VersionsMoved as moved:
                    await self.worlds.refresh(unless=moved.versions)
                    return True
        return False

    async def _take(self, waiting: Unsigned, step: Step, limits: Limits) -> None:
        world = self.worlds.current
        async with self.database.system() as tx:
            ticket = await tickets.lock(tx, waiting.ticket)
            if ticket is None or not _waits(ticket, waiting.started_at):
                return
            await fit(tx, world, ticket)
            unit, told = await _whom(tx, world, ticket, step)
            if not await store.escalate(tx, ticket.id, waiting.started_at, step, told):
                return
            now = await clock.clock(tx)
            minutes = dict(limits.steps)[step] // timedelta(minutes=1)
            await store.notify_critical(tx, ticket.id, told, unit, {"minutes": minutes}, now)
            fields = {"step": step.value, "minutes": minutes, "told": len(told)}
            touched = await _record(tx, world, ticket, fields, now)
        await self.wake(touched)


def _waits(ticket: Ticket, started_at: datetime) -> bool:
    """Whether a critical ticket still waits for the signature it waited for when it was found."""
    sign = ticket.clock("sign")
    sent = ticket.state is State.DISPATCHED and ticket.urgency is Urgency.CRITICAL
    return sent and sign is not None and sign.started_at == started_at


async def _whom(tx: Tx, world: World, ticket: Ticket, step: Step) -> tuple[int, list[int]]:
    """The unit that is told, and its people: on duty there, else at its center, else whoever has the role.

    Where the center has nobody of the kind, the district's operators are told: somebody always is.
    """
    units = world.tables.units
    unit = ticket.unit if ticket.unit is not None else ticket.stream
    chain = (units.district,) if step is Step.DISTRICT else (unit, units.center(unit))
    duty, roles = _ROLES[step]
    for each in chain:
        found = await shifts.on_duty(tx, each, duty)
        if found:
            return each, found
    holders = await shifts.with_roles(tx, chain[-1], [role.value for role in roles])
    if holders or step is Step.DISTRICT:
        return chain[-1], holders
    return await _whom(tx, world, ticket, Step.DISTRICT)


async def _record(
    tx: Tx, world: World, ticket: Ticket, fields: Mapping[str, Any], now: datetime
) -> tuple[int, ...]:
    units = world.tables.units
    case = Case(
        ticket=ticket,
        command=Command.ESCALATE,
        actor=JOB,
        parties=parties(ticket, JOB, units),
        fields=fields,
        now=now,
        tables=world.tables,
    )
    _, touched = await carry_out(tx, decide(case), JOB, now, units)
    return touched


async def called(database: Database, actor: Actor, message: UUID, result: str) -> None:
    """Note that somebody at the desk rang up; where nobody answered, the line comes back after a while.

    Raises:
        NotFound: it is not on the list any more, or on another center's.
    """
    assert actor.person is not None
    async with database.system() as tx:
        now = await clock.clock(tx)
        _, limits = await store.limits(tx)
        again = now + timedelta(minutes=limits.call_minutes) if result == "no_answer" else None
        found = await store.called(tx, message, actor.person, result, again)
        if found is None or not _may_call(actor, found["stream"]):
            raise NotFound(say("这条已经不在待电话通知里，请刷新。"))
        await audit.write(
            tx,
            person=actor.person,
            action="notification.called",
            subject=f"ticket:{found['ticket']}",
            unit=found["stream"],
            detail={"message": str(message), "result": result},
        )


def _may_call(actor: Actor, stream: int) -> bool:
    """The center's own desk rings up, and the district's."""
    return access.operates(actor, stream) or bool(actor.units({Role.DISTRICT_OPERATOR}))


async def set_limits(database: Database, actor: Actor, given: Mapping[str, Any], note: str) -> int:
    """The next version of the limits, audited.

    Raises:
        BadInput: a value makes no sense.
    """
    chosen = Limits.read(given)
    async with database.system() as tx:
        version = await store.set_limits(tx, chosen, note.strip(), actor.person)
        await audit.write(
            tx,
            person=actor.person,
            action="telling.limits_set",
            subject=f"telling_limit:{version}",
            detail=chosen.to_dict(),
        )
    return version


async def set_template(
    database: Database, actor: Actor, template: Template, gateway_template: str, words: str
) -> int:
    """The next version of a message's words, audited.

    Raises:
        BadInput: the words name what there is not.
    """
    telling.check_words(template, words)
    async with database.system() as tx:
        version = await store.set_template(
            tx, template.value, gateway_template.strip(), words.strip(), actor.person
        )
        await audit.write(
            tx,
            person=actor.person,
            action="telling.template_set",
            subject=f"notification_template:{template}:{version}",
        )
    return version


async def receive(
    database: Database, receipts: Sequence[tuple[UUID, str, datetime, str | None]]
) -> dict[str, int]:
    """Keep a gateway's receipts: how many were news, known, or of messages that were never sent."""
    counts = {"taken": 0, "known": 0, "unknown": 0}
    async with database.system() as tx:
        _, limits = await store.limits(tx)
        for message, status, at, reason in sorted(receipts, key=lambda each: (str(each[0]), each[1])):
            news = await store.receipt(tx, message, status, at, reason, limits)
            counts["unknown" if news is None else "taken" if news else "known"] += 1
    return counts
