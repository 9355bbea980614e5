"""What follows from a decision on whose a ticket is, in its transaction: the ruling kept, precedents counted and made,
an alarm for what is passed on too often. Called by ``actions.tickets`` after the decision is saved.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dispatch.actions.record import save
from dispatch.domain import precedent as precedents
from dispatch.domain.access import JOB, Actor, parties
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.forms import RETURN_REASONS
from dispatch.domain.precedent import NO, PLACE, Fit, Ground
from dispatch.saying import say, together
from dispatch.store import precedents as store
from dispatch.store import tickets
from dispatch.store.database import Tx
from dispatch.store.precedents import Setting

RULED = frozenset({Command.DECIDE, Command.GRANT, Command.FORCE})
SEEN = RULED | {Command.RETURN}
"""Commands that a precedent speaks to."""
SUPERSEDED = say("被新的裁定取代")


async def seen(tx: Tx, case: Case) -> Case:
    """The case with what an earlier decision says of it, where its command is one that a precedent speaks to."""
    if case.command not in SEEN:
        return case
    ground, known = await _known(tx, case.ticket.id, await store.setting(tx))
    if ground is None or not known:
        return case
    best = known[0]
    name = case.tables.units.name(best.precedent.unit)
    told = {"id": best.precedent.id, "unit": best.precedent.unit, "says": precedents.says(best, name)}
    return replace(case, precedent=told)


def are_about(decision: Decision) -> bool:
    """Whether a decision is one on whose a ticket is, or hands it on: then more follows from it."""
    return decision.command in RULED or decision.after.hops > decision.before.hops


async def follow(tx: Tx, case: Case, decision: Decision, actor: Actor) -> list[dict[str, Any]]:
    """Keep what a decision means beyond its ticket; answers the entries of the alarm it may raise."""
    if not are_about(decision):
        return []
    setting = await store.setting(tx)
    if case.command in RULED:
        await _rule(tx, case, decision, actor, setting)
    if decision.after.hops > case.ticket.hops:
        return await _watch(tx, case, decision, setting)
    return []


async def _known(tx: Tx, ticket: int, setting: Setting) -> tuple[Ground | None, list[Fit]]:
    ground = await store.ground(tx, ticket)
    if ground is None:
        return None, []
    return ground, precedents.fits(ground, await store.around(tx, ground, setting.near_m), setting.near_m)


async def _rule(tx: Tx, case: Case, decision: Decision, actor: Actor, setting: Setting) -> None:
    ground, known = await _known(tx, case.ticket.id, setting)
    unit = decision.after.unit
    if ground is None or unit is None:
        return
    best = known[0].precedent if known else None
    followed = best.id if best is not None and best.unit == unit else None
    against = best.id if best is not None and best.unit != unit else None
    if best is not None:
        await store.count(tx, best.id, used=followed is not None, contradicted=against is not None)
    if followed is None:
        followed = await _keep(tx, case, unit, actor, ground, known)
    await store.insert_ruling(
        tx,
        case.ticket.id,
        case.now,
        case.command.value,
        from_unit=case.ticket.unit,
        unit=unit,
        person=actor.person,
        reason=case.fields.get("reason"),
        returned=case.ticket.returned,
        place=ground.place,
        precedent=followed,
        against=against,
    )


async def _keep(tx: Tx, case: Case, unit: int, actor: Actor, ground: Ground, known: list[Fit]) -> int | None:
    """Make a precedent of a decision, unless it was left out; one of the same ground and category gives way to it."""
    kept = precedents.kept_as(case.fields.get("precedent"), ground)
    if kept == NO or ground.path is None:
        return None
    place, cell = (ground.place, None) if kept == PLACE else (None, ground.cell)
    former = next(
        (
            fit.precedent.id
            for fit in known
            if (fit.precedent.place, fit.precedent.cell, fit.precedent.category) == (place, cell, ground.path)
        ),
        None,
    )
    if former is not None:
        await store.end(tx, former, actor.person, SUPERSEDED)
    return await store.insert(
        tx,
        place=place,
        cell=cell,
        name=(ground.place_name if kept == PLACE else await store.cell(tx, cell or "")) or cell or "",
        category=ground.path,
        unit=unit,
        reason=_reason(case),
        ticket=case.ticket.id,
        replaces=former,
        person=actor.person,
    )


def _reason(case: Case) -> str:
    """Why, as the district said; where it said nothing, what it decided about."""
    if case.fields.get("reason"):
        return str(case.fields["reason"])
    returned: Mapping[str, Any] = case.ticket.returned or {}
    words = dict(RETURN_REASONS).get(returned.get("reason", ""), "")
    return together([words, returned["basis"]], "：") if words else say("区中心研判")


async def _watch(tx: Tx, case: Case, decision: Decision, setting: Setting) -> list[dict[str, Any]]:
    """Raise an alarm where a ticket came back or was passed on too often: a record, and an event on the ticket."""
    trail = await store.trail(tx, case.ticket.id)
    first = decision.after.first_sent
    if first is not None and trail[:1] != [first]:
        trail = [first, *trail]
    why = precedents.alarm(trail, decision.after.hops, setting.alarm_hops)
    if why is None:
        return []
    await store.raise_alarm(tx, case.ticket.id, case.now, decision.after.hops, trail, why)
    units = case.tables.units
    ticket = await tickets.read(tx, case.ticket.id)
    if ticket is None:
        return []
    told = {"why": why, "hops": decision.after.hops, "trail": [units.name(unit) for unit in trail]}
    alarmed = decide(
        Case(
            ticket=ticket,
            command=Command.PING_PONG,
            actor=JOB,
            parties=parties(ticket, JOB, units),
            fields=told,
            now=case.now,
            tables=case.tables,
        )
    )
    return await save(tx, alarmed, JOB, case.now, units)
