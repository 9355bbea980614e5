"""Versions of intake profiles: drafted, tried on what was pushed lately, in force, brought back. Called by web and cli.

Every process reads profiles anew within five seconds (``actions.channels``). A message is read by one version, whole.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from dispatch.actions import pushed
from dispatch.actions.rules import noted
from dispatch.actions.work import Progress, Works
from dispatch.domain.access import Actor
from dispatch.domain.intake_profile import Fault, changed, faults_of, record_of
from dispatch.domain.profile import profile as read_profile
from dispatch.domain.rereading import Pushed, reread
from dispatch.errors import BadInput, Conflict, NotFound, Refused
from dispatch.ports.sealing import Sealer
from dispatch.saying import say
from dispatch.store import audit, intake, keeping
from dispatch.store import profiles as store
from dispatch.store.database import Database, Tx
from dispatch.store.profiles import InForce, Version
from gis.crs import datum_named
from gis.errors import DatumError

TRIED_ON, MOST_TRIED_ON = 200, 2000
Json = dict[str, Any]


class Profiles:
    """The district's verbs about how hotlines are read."""

    def __init__(self, database: Database, sealer: Sealer, works: Works) -> None:
        self._database = database
        self._sealer = sealer
        self._works = works

    async def begin(self, actor: Actor, profile: str, note: str, based_on: int | None) -> int:
        """A new draft that begins as a version stands, the one in force where none is named; its number.

        Raises:
            NotFound: there is no such profile, or version of it.
        """
        note = noted(note)
        async with self._database.system() as tx:
            current = await _in_force(tx, profile)
            base = based_on or current.version
            mapping = (await _version(tx, profile, base)).mapping
            version = await store.insert_draft(tx, profile, note, mapping, base, actor.person)
            await _tell(tx, actor, profile, "drafted", note)
        return version

    async def save(
        self, actor: Actor, profile: str, version: int, revision: int, mapping: Mapping[str, Any], note: str
    ) -> Json:
        """Keep a draft's mapping; its new revision, and what should be looked at.

        Raises:
            NotFound, Refused: it is no draft. Conflict: somebody else has changed it.
            BadInput: something is broken; ``errors`` names each field.
        """
        note, kept = noted(note), sound(mapping)
        async with self._database.system() as tx:
            draft = await _draft(tx, profile, version, revision)
            revised = await store.save_draft(tx, profile, version, kept, note)
            before, after = changed(draft.mapping, kept)
            await _tell(tx, actor, profile, "saved", note, before, after)
        return {"version": version, "revision": revised, "faults": told(doubts_of(kept))}

    async def discard(self, actor: Actor, profile: str, version: int, revision: int) -> None:
        """Give a draft up."""
        async with self._database.system() as tx:
            draft = await _draft(tx, profile, version, revision)
            await store.discard(tx, profile, version)
            await _tell(tx, actor, profile, "discarded", draft.note)

    async def start_trying(self, actor: Actor, profile: str, version: int, most: int = TRIED_ON) -> Json:
        """Read the last messages by a draft, as work; what it comes to is kept with the draft."""
        if not 1 <= most <= MOST_TRIED_ON:
            raise BadInput(
                say("试读的消息数应在 1 到 {most} 之间。", most=MOST_TRIED_ON),
                field="messages",
            )

        async def run(progress: Progress) -> Json:
            return await self.try_out(profile, version, most, progress)

        subject = f"profile_version:{profile}:{version}"
        says = say("接入配置第 {version} 版试读", version=version)
        return await self._works.start("profile.tried", actor.person, run, subject=subject, says=says)

    async def try_out(self, profile: str, version: int, most: int, progress: Progress) -> Json:
        """The last messages through the draft and the version in force, side by side; a summary.

        Raises:
            NotFound: there is no such draft. Conflict: it was changed meanwhile.
        """
        progress(0, 3, say("读取最近的推送"))
        async with self._database.system() as tx:
            current = await _in_force(tx, profile)
            draft = await _version(tx, profile, version)
            sources = await store.sources_of(tx, profile)
            sealed = await pushed.lately(tx, sources, most)
            now = await intake.clock(tx)
        progress(1, 3, say("试读 {count} 条消息", count=len(sealed)))
        found = await asyncio.to_thread(self._compared, sealed, current.mapping, draft.mapping)
        tried = {**found, "at": now.isoformat(), "against": current.version}
        progress(2, 3, say("保存试读结果"))
        async with self._database.system() as tx:
            if not await store.keep_tried(tx, profile, version, tried, draft.revision):
                raise Conflict(say("第 {version} 版草稿在试读期间有改动，请重新试读。", version=version))
        progress(3, 3, say("试读完成"))
        counts = ("asked", "same", "different", "refused", "accepted", "still_refused")
        return {"version": version} | {name: tried[name] for name in counts}

    def _compared(self, sealed: Sequence[store.Sealed], former: Json, proposed: Json) -> Json:
        opened: list[Pushed] = pushed.opened(self._sealer, sealed)
        return reread(opened, read_profile(former), read_profile(proposed))

    async def activate(self, actor: Actor, profile: str, version: int, revision: int) -> None:
        """Bring a draft in force.

        Raises:
            Refused: it was not tried as it stands beside the version in force. Conflict: somebody else changed it.
        """
        async with self._database.system() as tx:
            current = await _in_force(tx, profile)
            draft = await _draft(tx, profile, version, revision)
            if draft.tried is None or draft.tried_revision != draft.revision:
                says = say("还没有试读，或试读后又有改动；请先试读，看清有没有消息会被拒收再启用")
                raise Refused(say("第 {version} 版草稿{says}。", version=version, says=says))
            if draft.tried["against"] != current.version:
                raise Refused(
                    say("试读之后启用过第 {version} 版，请与它对照再试读一次。", version=current.version)
                )
            await self._flip(tx, actor, profile, current, draft, "activated", draft.note)

    async def bring_back(self, actor: Actor, profile: str, version: int, note: str) -> int:
        """A version that was in force before comes in force again, under a number of its own.

        Raises:
            Refused: it never was in force, or is so now.
        """
        async with self._database.system() as tx:
            current = await _in_force(tx, profile)
            held = await _version(tx, profile, version)
            if not held.used or version == current.version:
                raise Refused(say("只能回到曾经启用过、现在已停用的版本。"))
            said = say("回到第 {version} 版：{note}", version=version, note=noted(note))
            made = await store.insert_draft(tx, profile, said, held.mapping, version, actor.person)
            draft = await _draft(tx, profile, made, None)
            await self._flip(tx, actor, profile, current, draft, "brought_back", said)
        return made

    async def _flip(
        self, tx: Tx, actor: Actor, profile: str, current: InForce, draft: Version, what: str, note: str
    ) -> None:
        mapping = sound(draft.mapping)
        await store.activate(tx, profile, current.version, draft.version, mapping, actor.person)
        before, after = changed(current.mapping, mapping)
        was, now = {"version": current.version, **before}, {"version": draft.version, **after}
        await _tell(tx, actor, profile, what, note, was, now)


def sound(mapping: Mapping[str, Any]) -> Json:
    """A mapping as it is kept.

    Raises:
        BadInput: something is broken; the first is said, ``errors`` names each field.
    """
    kept = record_of(mapping)
    broken = [each for each in faults_of(kept, is_datum) if each.blocking]
    if broken:
        errors = [{"field": each.field, "detail": each.says} for each in broken]
        raise BadInput(f"{broken[0].says}。", field=broken[0].field, errors=errors)
    return kept


def doubts_of(kept: Mapping[str, Any]) -> list[Fault]:
    """What should be looked at in a mapping that may be saved."""
    return [each for each in faults_of(kept, is_datum) if not each.blocking]


def told(faults: Sequence[Fault]) -> list[Json]:
    """Faults as a page shows them."""
    return [{"field": each.field, "says": each.says} for each in faults]


def is_datum(text: str) -> bool:
    """Whether coordinates of a datum called so can be used."""
    try:
        datum_named(text)
    except DatumError:
        return False
    return True


async def _in_force(tx: Tx, profile: str) -> InForce:
    current = await store.in_force(tx, profile)
    if current is None:
        raise NotFound(say("没有这个接入配置，请刷新后再选。"))
    return current


async def _version(tx: Tx, profile: str, version: int) -> Version:
    found = await store.lock(tx, profile, version)
    if found is None or found.discarded_at is not None:
        raise NotFound(say("没有这一版接入配置，请刷新后再选。"))
    return found


async def _draft(tx: Tx, profile: str, version: int, revision: int | None) -> Version:
    draft = await _version(tx, profile, version)
    if not draft.is_draft:
        raise Refused(say("第 {version} 版已不是草稿，不能再改；请另起草稿。", version=version))
    if revision is not None and draft.revision != revision:
        raise Conflict(
            say("第 {version} 版草稿已有人改过，请刷新后在新内容上修改。", version=version), field="revision"
        )
    return draft


async def _tell(
    tx: Tx,
    actor: Actor,
    profile: str,
    what: str,
    reason: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Both records of a change: the one people look through, and the audit's."""
    subject = f"intake_profile:{profile}"
    await keeping.note(tx, actor.person, subject, what, before, after, reason)
    await audit.write(
        tx, person=actor.person, unit=actor.home, action=f"profile.{what}", subject=subject, reason=reason
    )
