"""回头看: periods whose sample is drawn from a seed committed beforehand, and what supervisors find.

A look-back that fails reopens its ticket in the same transaction. Stages get one when their next date has come.
"""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dispatch.actions.record import carry_out
from dispatch.actions.world import VersionsMoved, Worlds, fit
from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.privacy import scrub, storable
from dispatch.domain.sampling import METHODS, Plan, commitment, sample
from dispatch.errors import BadInput, Conflict, DatabaseAway, NotFound, Refused
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import audit, intake, tickets
from dispatch.store import look_back as store
from dispatch.store.database import Database, Tx

STAGES_EVERY_SECONDS = 60.0
AT_ONCE = 200
LOOKED_AT_WITHIN = timedelta(days=14)
"""How long supervisors have for a sample."""
_LONGEST_REASON = 500


def _label(commitment: str) -> bytes:
    return b"look-back:" + commitment.encode()


@dataclass(frozen=True, slots=True)
class LookBacks:
    """The verbs of look-back."""

    database: Database
    worlds: Worlds
    sealer: Sealer
    wake: Callable[[Sequence[int]], Awaitable[None]]

    async def plan(self, actor: Actor, plan: Plan) -> int:
        """Publish a period's commitment before it begins; its number.

        Raises:
            BadInput: the plan cannot be; names what.
            Conflict: another period shares time with it.
        """
        _possible(plan)
        async with self.database.system() as tx:
            if plan.since <= await intake.clock(tx):
                raise BadInput(
                    say("开始时间已过：抽样承诺必须在周期开始之前公布，请改为今后的时间。"), field="since"
                )
            if await store.overlapping(tx, plan.since, plan.until):
                raise Conflict(say("与已有周期的时间重叠，请调整起止时间。"), field="since")
            seed = secrets.token_hex(32)
            told = commitment(plan, seed)
            sealed = self.sealer.seal({"seed": seed}, _label(told))
            number = await store.add_period(tx, plan, told, self.sealer.key_id, sealed, actor.person)
            await _note(tx, actor, "look_back.planned", number, {"commitment": told})
        return number

    async def draw(self, actor: Actor, number: int) -> dict[str, int]:
        """Draw a period's sample once it is over, and tell its seed; how many there were and were drawn.

        Raises:
            NotFound: no such period.
            Refused: it is not over yet, or its sample is drawn already.
        """
        async with self.database.system() as tx:
            period = await store.lock_period(tx, number)
            if period is None:
                raise NotFound(say("没有这个回头看周期，请刷新。"))
            if period.is_drawn:
                raise Refused(say("这个周期已经抽取，不能再抽。"))
            if not period.is_over:
                raise Refused(say("周期还没有结束，结束后才能抽取。"))
            seed = self.sealer.open(period.key, period.sealed, _label(period.commitment))["seed"]
            members = await store.population(tx, period.plan)
            drawn = sample(period.plan, seed, members)
            counts = {"population": len(members), "drawn": len(drawn)}
            due = await intake.clock(tx) + LOOKED_AT_WITHIN
            await store.keep(tx, number, members, drawn, due)
            await store.reveal(tx, number, seed, counts, actor.person)
            await _note(tx, actor, "look_back.drawn", number, counts)
        return counts

    async def judge(self, actor: Actor, task: int, passed: bool, reason: str) -> None:
        """What was found; a ticket that did not pass is reopened with the reason.

        Raises:
            NotFound: no such look-back.
            Conflict: somebody else judged it meanwhile.
            BadInput: it failed without a reason.
            Refused, Forbidden: the ticket cannot be reopened now, or not by the actor.
        """
        said = _reason(reason, passed)
        for _ in range(3):
            try:
                return await self._judge(actor, task, passed, said)
            except VersionsMoved as moved:
                await self.worlds.refresh(unless=moved.versions)
        raise DatabaseAway(say("网格边界正在换版，没有保存，请稍后再办。"))

    async def _judge(self, actor: Actor, task: int, passed: bool, reason: str) -> None:
        touched: Sequence[int] = ()
        async with self.database.system() as tx:
            found = await store.lock_task(tx, task)
            if found is None:
                raise NotFound(say("没有这条回头看任务，请刷新。"))
            if found["done_at"] is not None:
                raise Conflict(say("这条回头看已由他人办结，请刷新。"))
            now = await intake.clock(tx)
            if not passed:
                touched = await self._reopen(tx, actor, found["ticket"], reason)
            result = "passed" if passed else "failed"
            await store.judged(tx, task, result, reason or None, now, actor.person)
            await _note(tx, actor, f"look_back.{result}", task, {"ticket": found["ticket"], "reason": reason})
        if touched:
            await self.wake(touched)

    async def _reopen(self, tx: Tx, actor: Actor, number: int, reason: str) -> Sequence[int]:
        world = self.worlds.current
        units = world.tables.units
        ticket = await tickets.lock(tx, number)
        if ticket is None:
            raise NotFound
        await fit(tx, world, ticket)
        now = await intake.clock(tx)
        case = Case(
            ticket=ticket,
            command=Command.REOPEN,
            actor=actor,
            parties=access.parties(ticket, actor, units),
            fields={"reason": say("回头看：{reason}", reason=reason)},
            now=now,
            tables=world.tables,
        )
        _, touched = await carry_out(tx, decide(case), actor, now, units)
        return touched

    async def follow_stages(self) -> bool:
        """Make look-backs for stages whose next date has come; True where more may be due."""
        async with self.database.system() as tx:
            return await store.keep_stages(tx, AT_ONCE) == AT_ONCE


def _possible(plan: Plan) -> None:
    if not plan.name.strip() or len(plan.name) > 60 or "\n" in plan.name or not storable(plan.name):
        raise BadInput(say("名称要写 1 到 60 个字。"), field="name")
    if plan.method not in METHODS:
        raise BadInput(say("抽样方法只能按镇街、或按镇街和诉求大类分层。"), field="method")
    if not 0 < plan.share <= 1:
        raise BadInput(say("抽取比例在 0 到 100% 之间。"), field="share")
    if not 0 <= plan.least <= 100:
        raise BadInput(say("每层最少件数在 0 到 100 之间。"), field="least")
    if not timedelta(hours=1) <= plan.until - plan.since <= timedelta(days=366):
        raise BadInput(say("周期在一小时到一年之间。"), field="until")


def _reason(reason: str, passed: bool) -> str:
    said = reason.strip()
    if not passed and not said:
        raise BadInput(say("不通过要写明原因，工单将据此重启。"), field="reason")
    if len(said) > _LONGEST_REASON or not storable(said):
        raise BadInput(say("原因最多 {most} 字。", most=_LONGEST_REASON), field="reason")
    return scrub(said)


async def _note(tx: Tx, actor: Actor, action: str, number: int, detail: dict[str, Any]) -> None:
    kind = "look_back_period" if action in ("look_back.planned", "look_back.drawn") else "look_back"
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=f"{kind}:{number}",
        reason=detail.get("reason"),
        detail=detail,
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; ``faults`` is empty where everything holds."""

    period: int
    name: str
    population: int
    drawn: int
    faults: tuple[str, ...]


async def verify(database: Database, number: int) -> Verdict:
    """Draw a period's sample again from its published seed, and compare it with what was kept.

    Raises:
        NotFound: no such period.
        Refused: it is not drawn yet, so its seed is not published.
    """
    async with database.system(frozen=True) as tx:
        told = await store.published(tx, number)
        if told is None:
            raise NotFound(say("没有这个回头看周期。"))
        plan, committed, seed = told
        if seed is None:
            raise Refused(say("这个周期还没有抽取，种子尚未公布。"))
        members = await store.kept_population(tx, number)
        replied, kept = await store.replied_in(tx, plan), await store.kept_sample(tx, number)
    again = {each.ticket for each in sample(plan, seed, members)}
    faults = (
        say("种子与事先公布的承诺对不上") if commitment(plan, seed) != committed else "",
        say("抽样总体与流转记录不符") if {each.ticket for each in members} != replied else "",
        say("重新抽取的结果与登记的不同") if again != kept else "",
    )
    return Verdict(number, plan.name, len(members), len(kept), tuple(each for each in faults if each))
