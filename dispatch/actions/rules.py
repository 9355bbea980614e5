"""Versions of the routing rules: drafted, tried, in force now or on a day, brought back. Called by web and a job.

A version comes in force whole, under a table lock of a few milliseconds, so that each ticket is routed by exactly one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from dispatch.actions.work import Progress, Works
from dispatch.actions.world import World, Worlds
from dispatch.domain.access import Actor
from dispatch.domain.dry_run import Past, dry_run
from dispatch.domain.privacy import scrub, storable
from dispatch.domain.routing import need_of
from dispatch.domain.rule import Matter, Rule
from dispatch.domain.rule_faults import Fault, faults_of, record_of, renumbered, rules_of, told
from dispatch.domain.ticket import Placement, Type
from dispatch.errors import BadInput, Collision, Conflict, DatabaseAway, DispatchError, NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit, intake
from dispatch.store import routing as store
from dispatch.store.database import Database, Tx
from dispatch.store.routing import Version

log = structlog.get_logger(__name__)
TRIED_ON = 1000
MOST_TRIED_ON = 50_000
LONGEST_NOTE = 300
_TRIES = 20


class Rules:
    """The district's verbs about its rules."""

    def __init__(self, database: Database, worlds: Worlds, works: Works) -> None:
        self._database = database
        self._worlds = worlds
        self._works = works

    async def begin(self, actor: Actor, note: str, based_on: int | None) -> int:
        """A new draft that begins as a version stands, the one in force where none is named; its number.

        Raises:
            NotFound: there is no such version.
        """
        note = noted(note)
        async with self._database.system() as tx:
            base = based_on or self._worlds.current.tables.rules.version
            rules = [record_of(rule) for rule in await rules_in(tx, base)]
            version = await store.insert_draft(tx, note, rules, base, actor.person)
            await tell(tx, actor, version, "drafted", reason=note, after={"based_on": base})
        return version

    async def adopt(self, actor: Actor, path: str, unit: int, towns: Sequence[str]) -> int:
        """A draft with a rule that decisions speak for, before all that might take its tickets; its number.

        Raises:
            BadInput: the rule names what is not there.
        """
        tables = self._worlds.current.tables
        name = f"{path.split('/')[-1]}到{tables.units.name(unit)}"[:60]
        rule = Rule(
            ordinal=0,
            name=name,
            types=None,
            categories=(path,),
            place_needs=None,
            cell_kinds=None,
            target_kind="unit",
            target_unit=unit,
            reason=say("历次裁定均由该单位办理"),
            towns=frozenset(towns),
        )
        async with self._database.system() as tx:
            base = tables.rules.version
            rules = renumbered([rule, *await rules_in(tx, base)])
            refuse_broken(faults_of(rules, await store.known(tx, tables.units)))
            note = say("由先例建议：{name}", name=name)
            kept = [record_of(each) for each in rules]
            version = await store.insert_draft(tx, note, kept, base, actor.person)
            await tell(tx, actor, version, "drafted", reason=note, after={"based_on": base})
        return version

    async def save(
        self, actor: Actor, version: int, revision: int, given: Sequence[Mapping[str, Any]], note: str
    ) -> dict[str, Any]:
        """Keep the rules of a draft in their order; its new revision, and what should be looked at.

        Raises:
            NotFound, Refused: it is no draft. Conflict: somebody else has changed it.
            BadInput: a rule is broken; ``faults`` names each.
        """
        note = noted(note)
        rules, unread = rules_of(given)
        async with self._database.system() as tx:
            draft = await _draft(tx, version, revision)
            faults = [*unread, *faults_of(rules, await store.known(tx, self._worlds.current.tables.units))]
            refuse_broken(faults)
            kept = [record_of(rule) for rule in rules]
            revised = await store.save_draft(tx, version, kept, note)
            before = {"rules": draft.proposed}
            await tell(tx, actor, version, "saved", before=before, after={"rules": kept}, reason=note)
        return {"version": version, "revision": revised, "faults": told(faults)}

    async def discard(self, actor: Actor, version: int, revision: int) -> None:
        """Give a draft up."""
        async with self._database.system() as tx:
            await _draft(tx, version, revision)
            await store.discard(tx, version)
            await tell(tx, actor, version, "discarded")

    async def start_trying(self, actor: Actor, version: int, most: int = TRIED_ON) -> dict[str, Any]:
        """Try a draft on the last tickets, as work; what it comes to is kept with the draft."""
        if not 1 <= most <= MOST_TRIED_ON:
            raise BadInput(
                say("试算的工单数应在 1 到 {most} 之间。", most=MOST_TRIED_ON),
                field="tickets",
            )

        async def run(progress: Progress) -> dict[str, Any]:
            return await self.try_out(version, most, progress)

        return await self._works.start(
            "rules.tried",
            actor.person,
            run,
            subject=f"rule_set:{version}",
            says=say("第 {version} 版试算", version=version),
        )

    async def try_out(self, version: int, most: int, progress: Progress) -> dict[str, Any]:
        """The last tickets through the draft and the rules in force, side by side; a summary.

        Raises:
            NotFound: there is no such draft. Conflict: it was changed meanwhile.
        """
        progress(0, 3, say("读取最近的工单"))
        world = self._worlds.current
        async with self._database.system(frozen=True) as tx:
            draft = await store.draft(tx, version)
            if draft is None or draft["proposed"] is None:
                raise NotFound
            past = [_past(row, world) for row in await store.past(tx, most)]
            now = await intake.clock(tx)
        progress(1, 3, say("试算 {count} 张工单", count=len(past)))
        rules, _ = rules_of(draft["proposed"])
        tables = world.tables
        proposal = replace(tables.rules, version=version, rules=tuple(rules))
        found = dry_run(past, tables.rules, proposal, tables.units, now)
        progress(2, 3, say("保存试算结果"))
        tried = {**found, "at": now.isoformat(), "against": tables.rules.version}
        async with self._database.system() as tx:
            if not await store.keep_tried(tx, version, tried, draft["revision"]):
                raise Conflict(say("第 {version} 版草稿在试算期间有改动，请重新试算。", version=version))
        progress(3, 3, say("试算完成"))
        return {"version": version} | {name: tried[name] for name in ("asked", "routed", "moved")}

    async def activate(self, actor: Actor, version: int, revision: int, at: datetime | None) -> str:
        """Bring a draft in force: now, or at a time; ``active`` or ``scheduled``.

        Raises:
            Refused: it was never tried as it stands, or a rule is broken. Conflict: somebody else has changed it.
            Collision: whoever decides by the rules in force did not come to an end.
        """
        async with self._database.system() as tx:
            draft = await _draft(tx, version, revision)
            await _refuse_unready(tx, draft, self._worlds.current)
            if at is not None and at > await intake.clock(tx):
                await store.schedule(tx, version, at, actor.person)
                await tell(tx, actor, version, "scheduled", after={"starts_at": at})
                return "scheduled"
        await self._flip(actor, version, revision)
        return "active"

    async def unschedule(self, actor: Actor, version: int, revision: int) -> None:
        """A draft that waits for its time waits no more."""
        async with self._database.system() as tx:
            draft = await _draft(tx, version, revision)
            if draft.starts_at is None:
                raise Refused(say("第 {version} 版没有定时启用。", version=version))
            await store.schedule(tx, version, None, None)
            await tell(tx, actor, version, "unscheduled")

    async def activate_due(self) -> bool:
        """Bring in force what is due; what cannot be is a draft again, and says why. Called by a job."""
        async with self._database.system() as tx:
            due = await store.due(tx)
        for version, person in due:
            try:
                await self._flip(Actor("定时启用", person), version, None, if_due=True)
            except (Collision, DatabaseAway):
                log.info("rules.again", version=version)
            except DispatchError as refused:
                async with self._database.system() as tx:
                    await store.hold_back(tx, version, refused.detail)
                log.warning("rules.held_back", version=version, why=refused.code)
        return False

    async def bring_back(self, actor: Actor, version: int, note: str) -> int:
        """A version that was in force before comes in force again, under a number of its own.

        Raises:
            Refused: it never was in force, is so now, or names what is there no more.
        """
        async with self._database.system() as tx:
            held = await store.lock(tx, version)
            if held is None:
                raise NotFound
            if held.active or held.activated_at is None:
                raise Refused(say("只能回到曾经启用过、现在已停用的版本。"))
            rules = [record_of(rule) for rule in await store.rules(tx, version)]
            said = say("回到第 {version} 版：{note}", version=version, note=noted(note))
            made = await store.insert_draft(tx, said, rules, version, actor.person)
            await tell(tx, actor, made, "brought_back", reason=said, after={"based_on": version})
        await self._flip(actor, made, None, untried=True)
        return made

    async def _flip(
        self, actor: Actor, version: int, revision: int | None, *, untried: bool = False, if_due: bool = False
    ) -> None:
        for attempt in range(_TRIES):
            try:
                await self._flip_once(actor, version, revision, untried=untried, if_due=if_due)
            except Collision:
                if attempt == _TRIES - 1:
                    raise
            else:
                await self._worlds.refresh()
                return

    async def _flip_once(
        self, actor: Actor, version: int, revision: int | None, *, untried: bool, if_due: bool
    ) -> None:
        """``if_due``: nothing happens where somebody was faster, or it is to come in force at another time now."""
        async with self._database.system() as tx:
            if if_due and (await store.lock(tx, version) is None or not await store.is_due(tx, version)):
                return
            draft = await _draft(tx, version, revision)
            rules = await _refuse_unready(tx, draft, self._worlds.current, untried=untried)
            former = self._worlds.current.tables.rules.version
            await tell(tx, actor, version, "activated", before={"version": former})
            await store.activate(tx, version, [record_of(rule) for rule in rules], actor.person)


async def rules_in(tx: Tx, version: int) -> Sequence[Rule]:
    """The rules of a version, in force or proposed.

    Raises:
        NotFound: there is no such version.
    """
    draft = await store.draft(tx, version)
    if draft is None:
        raise NotFound
    if draft["proposed"] is not None:
        return rules_of(draft["proposed"])[0]
    return renumbered(await store.rules(tx, version))


def noted(note: str) -> str:
    """Why something is changed, in words that may be kept.

    Raises:
        BadInput: there are none, or too many.
    """
    said = note.strip()
    if not said or len(said) > LONGEST_NOTE or not storable(said):
        raise BadInput(say("请写明改了什么、为什么，最多 {most} 字。", most=LONGEST_NOTE), field="note")
    return scrub(said)


async def _draft(tx: Tx, version: int, revision: int | None) -> Version:
    draft = await store.lock(tx, version)
    if draft is None:
        raise NotFound
    if not draft.is_draft:
        raise Refused(say("第 {version} 版已不是草稿，不能再改；请另起草稿。", version=version))
    if revision is not None and draft.revision != revision:
        raise Conflict(
            say("第 {version} 版草稿已有人改过，请刷新后在新内容上修改。", version=version), field="revision"
        )
    return draft


async def _refuse_unready(tx: Tx, draft: Version, world: World, *, untried: bool = False) -> Sequence[Rule]:
    """The rules of a draft that may come in force."""
    rules, _ = rules_of(draft.proposed or ())
    refuse_broken(faults_of(rules, await store.known(tx, world.tables.units)))
    if not untried and draft.tried_revision != draft.revision:
        raise Refused(
            say(
                "第 {version} 版草稿还没有试算，或试算后又有改动；请先试算，看清会改派多少再启用。",
                version=draft.version,
            )
        )
    return rules


def refuse_broken(faults: Sequence[Fault]) -> None:
    """Refuse rules of which one may not be saved.

    Raises:
        BadInput: names the first, and each in ``errors``.
    """
    broken = [each for each in faults if each.blocking]
    if broken:
        first = broken[0]
        errors = [{"field": f"{each.ordinal}.{each.field}", "detail": each.says} for each in broken]
        says = say("{fault}。", fault=first.says)
        if first.ordinal:
            says = say(
                "规则 {ordinal}「{name}」：{fault}。",
                ordinal=first.ordinal,
                name=first.name,
                fault=first.says,
            )
        raise BadInput(says, field=first.field, errors=errors)


def _past(row: Mapping[str, Any], world: World) -> Past:
    category = world.tables.categories.get(row["category"] or "")
    matter = Matter(
        type=row["type"],
        urgency=row["urgency"],
        path=category.path if category else "",
        need=need_of(Type(row["type"]), category),
        source=row["source"],
        channel=row["channel"],
        at=row["received_at"],
        town=row["town"],
        village=row["village"],
        police_grid=row["police_grid"],
        cell_kind=world.cell_kinds.get(row["cell"] or ""),
    )
    return Past(row["id"], row["number"], Placement(row["placement"]), matter)


async def tell(
    tx: Tx, actor: Actor, version: int, what: str, *, reason: str | None = None, **more: Any
) -> None:
    """Both records of a change: the one people look through, and the audit's."""
    subject = f"rule_set:{version}"
    await store.note_change(tx, actor.person, subject, what, reason=reason, **more)
    await audit.write(
        tx, person=actor.person, unit=actor.home, action=f"rules.{what}", subject=subject, reason=reason
    )
