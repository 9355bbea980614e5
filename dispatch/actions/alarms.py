"""Alarms about channels that push another datum than they declare: raised and ended by a job, settled by a person.

An alarm ends by itself when the last votes fit the declared datum again. A person who acknowledges it, or declares the
datum anew, starts the watch afresh: only tickets after that vote. Where nothing was put right, it is raised again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.access import Actor
from dispatch.domain.privacy import scrub, storable
from dispatch.errors import BadInput, NotFound
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import channels as store
from dispatch.store.channels import PHONES
from dispatch.store.database import Database, Tx
from gis.crs import Datum, datum_named
from gis.errors import DatumError

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """What the votes of one channel come to; ``datum`` is None while they fit the declared one."""

    source: str
    declared: str
    datum: Datum | None
    since: datetime | None
    votes: int
    share: float | None
    east_m: float | None
    north_m: float | None


async def settle(database: Database, seen: Sequence[Seen]) -> None:
    """Raise, go on with and end alarms by what was seen of every channel; does nothing while another process does."""
    async with database.system() as tx:
        if not await store.may_settle(tx):
            return
        standing = {(row["source"], row["declared"]): row for row in await store.standing(tx)}
        for each in seen:
            await _settle(tx, each, standing.pop((each.source, each.declared), None))
        for row in standing.values():
            await store.end(tx, row["id"], "behaved")


async def _settle(tx: Tx, each: Seen, alarm: Mapping[str, Any] | None) -> None:
    figures = (each.votes, each.share, each.east_m, each.north_m)
    if alarm is not None and alarm["seen"] == each.datum:
        await store.go_on(tx, alarm["id"], *figures)
        return
    if alarm is not None:
        await store.end(tx, alarm["id"], "behaved")
    if each.datum is not None:
        await store.insert(tx, each.source, each.declared, each.datum, each.since, *figures)


async def acknowledge(database: Database, actor: Actor, source: str, declared: str | None, note: str) -> None:
    """A person has seen to the alarms of a channel (of one declared datum, or all): they end, the watch begins anew.

    Raises:
        NotFound: no alarm stands about it.
        BadInput: the note cannot be kept.
    """
    said = _noted(note)
    async with database.system() as tx:
        ended = await _end(tx, source, declared, "acknowledged", actor, said)
        if not ended:
            raise NotFound(say("这个渠道现在没有坐标系告警，请刷新后再看。"))
        await _audit(tx, actor, "channel.acknowledged", source, said)


async def declare(database: Database, actor: Actor, source: str, datum: str, note: str) -> str:
    """A hotline's coordinates are taken in another datum from now on; its alarms end. Answers the datum's name here.

    Raises:
        NotFound: there is no such hotline.
        BadInput: nobody knows the datum, or it cannot be converted (Xi'an 80, Beijing 54).
    """
    said = _noted(note)
    try:
        named = datum_named(datum)
    except DatumError as error:
        raise BadInput(f"{error}。", field="datum") from error
    async with database.system() as tx:
        former = await store.lock_source(tx, source)
        if former is None or source == PHONES:
            raise NotFound(say("没有这个推送渠道，请刷新后再选。"))
        await store.declare(tx, source, named)
        await _end(tx, source, None, "declared", actor, said)
        await _audit(tx, actor, "channel.declared", source, said, former=former, datum=named)
    return named


async def _end(tx: Tx, source: str, declared: str | None, how: str, actor: Actor, note: str) -> int:
    alarms = [
        row
        for row in await store.standing(tx)
        if row["source"] == source and declared in (None, row["declared"])
    ]
    for row in alarms:
        await store.end(tx, row["id"], how, actor.person, note)
    return len(alarms)


async def _audit(tx: Tx, actor: Actor, action: str, source: str, note: str, **detail: str) -> None:
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=f"channel:{source}",
        reason=note,
        detail=detail or None,
    )


def _noted(note: str) -> str:
    said = note.strip()
    if not said or len(said) > LONGEST_NOTE or not storable(said):
        raise BadInput(say("请写明核对的情况，最多 {most} 字。", most=LONGEST_NOTE), field="note")
    return scrub(said)
