"""考核: settings of rates, yellow and red cards, score periods from 核对公示 to 通报. Called by the web edge.

A period shows its figures to everybody, takes objections for a while, is ruled on, locked with a copy of its figures,
and announced. Locked figures never change: neither the program nor the database lets them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.access import Actor, readers
from dispatch.domain.objecting import OBJECTORS, speaks_for
from dispatch.domain.rates import BY_CODE
from dispatch.domain.units import Units
from dispatch.domain.windows import Window
from dispatch.errors import BadInput, Forbidden, NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit, rates, reading
from dispatch.store import intake as clock
from dispatch.store import scores as store
from dispatch.store.database import Database, Tx

STATES = ("checking", "ruling", "locked", "published")
STATE_NAMES = {
    "checking": say("核对公示"),
    "ruling": say("申诉裁定"),
    "locked": say("已锁定"),
    "published": say("已通报"),
}
_SUM = 1e-9


@dataclass(frozen=True, slots=True)
class NewPeriod:
    """A period to open: its name, its window, and until when objections are taken."""

    name: str
    window: Window
    objections_until: datetime


async def keep_setting(database: Database, actor: Actor, given: Mapping[str, Any]) -> int:
    """A new version of the settings, in force at once; its number.

    Raises:
        BadInput: the shares do not make one, or a word stands for two answers.
    """
    shares = given["responded"] + given["solved"] + given["satisfied"]
    if abs(shares - 1) > _SUM:
        raise BadInput(say("三项权重合计应是 1，现在是 {shares:g}。", shares=shares), field="satisfied")
    both = set(given["satisfied_words"]) & set(given["partly_words"])
    if both:
        raise BadInput(say("「{both}」不能同时算满意和基本满意。", both=sorted(both)), field="partly_words")
    if not given["satisfied_words"]:
        raise BadInput(say("请至少写一个算作满意的回访用语。"), field="satisfied_words")
    async with database.system() as tx:
        version = await rates.add_version(tx, dict(given), actor.person)
        await _note(tx, actor, "rate_setting.changed", f"rate_setting:{version}", dict(given))
    return version


async def give_card(
    database: Database, actor: Actor, unit: int, color: str, reason: str, tickets: list[int]
) -> int:
    """A yellow or red card for a unit.

    Raises:
        BadInput: no such unit or ticket.
    """
    async with database.system() as tx:
        if await store.missing(tx, tickets):
            raise BadInput(say("没有这张工单，请核对工单。"), field="tickets")
        card = await store.give_card(tx, unit, color, reason, tickets, _person(actor))
        if card is None:
            raise BadInput(say("没有这个单位，请从列表中选择。"), field="unit")
        detail = {"unit": unit, "color": color, "tickets": tickets}
        await _note(tx, actor, "card.given", f"card:{card}", detail, reason)
    return card


async def revoke_card(database: Database, actor: Actor, card: int, reason: str) -> None:
    """Take a card back; who gave it and why stays on record.

    Raises:
        NotFound: no such card, or it is taken back already.
    """
    async with database.system() as tx:
        if not await store.revoke_card(tx, card, reason, _person(actor)):
            raise NotFound(say("没有这张牌，或已经撤销。"))
        await _note(tx, actor, "card.revoked", f"card:{card}", {}, reason)


async def answer_card(database: Database, actor: Actor, units: Units, card: int, answer: str) -> None:
    """What a unit says to its card, once: what went wrong, and what it does about it.

    Raises:
        NotFound: no such card, or another unit's: who answers for other units does not hear that it exists.
        Refused: it is answered already, or was taken back.
    """
    async with database.system() as tx:
        unit = await store.card_unit(tx, card)
        if unit is None or not speaks_for(actor, units, unit):
            raise NotFound(say("没有这张牌，或不是发给本单位的：由被发牌的单位或其指挥中心说明整改情况。"))
        if not await store.answer_card(tx, card, answer, _person(actor)):
            raise Refused(say("这张牌已经说明过整改情况，或已经撤销。"))
        await _note(tx, actor, "card.answered", f"card:{card}", {"unit": unit}, answer)


async def open_period(database: Database, actor: Actor, new: NewPeriod) -> int:
    """Open a period by the settings of now; its id.

    Raises:
        BadInput: it is not over yet, or takes no objections.
        Refused: the name is taken.
    """
    async with database.system() as tx:
        now = await clock.clock(tx)
        if new.window.until > now:
            raise BadInput(say("考核周期还没有结束，结束后才能公示。"), field="until")
        if new.objections_until <= now:
            raise BadInput(say("申诉截止时间应晚于现在。"), field="objections_until")
        if any(each["name"] == new.name for each in await store.periods(tx)):
            raise Refused(say("已有名为「{name}」的考核周期，请换个名称。", name=new.name), field="name")
        rules = await rates.rules(tx)
        period = await store.open_period(
            tx,
            new.name,
            new.window.since,
            new.window.until,
            rules.setting.version,
            new.objections_until,
            _person(actor),
        )
        await _note(tx, actor, "score_period.opened", f"score_period:{period}", {"name": new.name})
    return period


async def go_on(database: Database, actor: Actor, units: Units, period: int, state: str) -> None:
    """Let a period go on to its next state; locking keeps its figures for good.

    Raises:
        NotFound: no such period.
        Refused: it is not its next state, objections are still taken, or wait for a ruling.
    """
    async with database.system() as tx:
        found = await _locked(tx, period)
        now = await clock.clock(tx)
        if STATES.index(state) != STATES.index(found["state"]) + 1:
            raise Refused(
                say(
                    "考核周期现在是「{state}」，不能直接转到「{state_2}」。",
                    state=STATE_NAMES[found["state"]],
                    state_2=STATE_NAMES[state],
                )
            )
        if state == "ruling" and now < found["objections_until"]:
            raise Refused(say("申诉期还没有结束，到期后再进入裁定。"))
        waiting = await store.open_objections(tx, period)
        if state == "locked" and waiting:
            raise Refused(say("还有 {waiting} 件申诉没有裁定，裁定后才能锁定。", waiting=waiting))
        kept = None
        if state == "locked":
            await rates.keep_facts(tx, found)
            kept = await rates.figures_of(tx, units, found, kept=True)
        await store.go_on(tx, period, state, _person(actor), kept)
        await _note(tx, actor, f"score_period.{state}", f"score_period:{period}", {"name": found["name"]})


async def raise_objection(
    database: Database, actor: Actor, units: Units, period: int, *, rate: str, ticket: int, reason: str
) -> int:
    """A unit objects that a ticket counts in a rate; its id.

    Raises:
        NotFound: no such period, or the ticket is not the person's to see.
        Refused: objections are not taken any more, or the same was raised before.
    """
    if rate not in BY_CODE:
        raise BadInput(say("没有这项指标，请重新选择。"), field="rate")
    async with database.reader(readers(_person(actor), actor.memberships)) as tx:
        row = await reading.row(tx, ticket)
    if row is None:
        raise NotFound
    unit = _objecting(actor, units, row)
    async with database.system() as tx:
        found = await _locked(tx, period)
        if found["state"] != "checking" or await clock.clock(tx) >= found["objections_until"]:
            raise Refused(say("申诉期已经结束，不再受理申诉。"))
        made = await store.raise_objection(tx, period, unit, rate, ticket, reason, _person(actor))
        if made is None:
            raise Refused(say("这张工单的这项指标已经申诉过，请等待裁定。"), field="ticket")
        detail = {"rate": rate, "ticket": ticket, "unit": unit}
        await _note(tx, actor, "objection.raised", f"objection:{made}", detail, reason)
    return made


async def rule_objection(
    database: Database, actor: Actor, objection: int, *, upheld: bool, ruling: str
) -> None:
    """Uphold an objection (the ticket is left out of that rate) or refuse it.

    Raises:
        NotFound: no such objection, or it was ruled on already.
        Refused: the period is locked.
    """
    async with database.system() as tx:
        state = "upheld" if upheld else "refused"
        period = await store.rule_objection(tx, objection, state, ruling, _person(actor))
        if period is None:
            raise NotFound(say("没有这件申诉，或已经裁定。"))
        found = await _locked(tx, period)
        if found["state"] not in ("checking", "ruling"):
            raise Refused(say("考核周期已锁定，不能再裁定。"))
        await _note(tx, actor, f"objection.{state}", f"objection:{objection}", {"period": period}, ruling)


def _objecting(actor: Actor, units: Units, row: Mapping[str, Any]) -> int:
    """For which unit the person objects: the ticket's own, else its center."""
    mine = actor.units(OBJECTORS)
    for unit in (row["lead_unit"], row["unit"], row["stream"], units.district):
        if unit in mine:
            return int(unit)
    raise Forbidden(say("只有承办单位或其指挥中心可以申诉。"))


async def _locked(tx: Tx, period: int) -> dict[str, Any]:
    found = await store.lock(tx, period)
    if found is None:
        raise NotFound
    return found


def _person(actor: Actor) -> int:
    if actor.person is None:
        raise Forbidden
    return actor.person


async def _note(
    tx: Tx, actor: Actor, action: str, subject: str, detail: dict[str, Any], reason: str | None = None
) -> None:
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=subject,
        reason=reason,
        detail=detail,
    )
