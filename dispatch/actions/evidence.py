"""A picture or recorded words for a ticket: cleaned and on disk first, then row, journal, entries in one transaction.

Called by ``web.evidence``. The operation id makes it idempotent: sent again, the same piece is answered.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from dispatch.actions.record import acting_unit, publish, save
from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.case import Case, Tables
from dispatch.domain.closing import VOICE
from dispatch.domain.commands import Command
from dispatch.domain.decide import AHEAD, Decision, decide
from dispatch.errors import Forbidden, NotFound, TooMany
from dispatch.ports.evidence import EvidenceFiles, Picture
from dispatch.ports.voice import Voice
from dispatch.saying import say
from dispatch.store import evidence as store
from dispatch.store import tickets
from dispatch.store.database import Database, Tx

_OPERATIONS = UUID("6a5f6f0c-6d0f-4f0e-9f0b-3f5b3a1d7c21")
MOST = 30
"""Pictures of one ticket."""
MOST_VOICES = 10
"""Recordings of one ticket."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What the sender says of a piece. lon, lat in EPSG:4326 degrees; ``kind``: what it shows.

    ``seconds`` is how long a recording lasts, told for that kind alone.
    """

    from_gallery: bool
    at: datetime | None
    lon: float | None
    lat: float | None
    kind: str | None = None
    seconds: int | None = None


class Evidence:
    """The verb of adding evidence."""

    def __init__(
        self,
        database: Database,
        files: EvidenceFiles,
        tables: Callable[[], Tables],
        wake: Callable[[Sequence[int]], Awaitable[None]],
    ) -> None:
        self._database = database
        self._files = files
        self._tables = tables
        self._wake = wake

    async def add(
        self, actor: Actor, ticket: int, content: bytes, taken: Taken, operation: UUID
    ) -> dict[str, Any]:
        """Add a picture or a recording to a ticket, once per person, ticket and operation.

        Raises:
            NotFound: no such ticket, or it is not the actor's to see.
            Forbidden, Refused: adding evidence is not the actor's now.
            BadInput, TooLarge: no usable picture, no usable recording.
            TooMany: the ticket holds 30 pictures, or ten recordings.
        """
        identity = uuid5(_OPERATIONS, f"{actor.person}/{ticket}/{operation}")
        async with self._database.system() as tx:
            known = await store.one(tx, identity)
            if known is not None:
                return known
            await self._decide(tx, actor, ticket, identity, taken)
        piece = await self._cleaned(content, taken)
        name = await self._files.keep(identity.hex, piece)
        async with self._database.system() as tx:
            decision, case = await self._decide(tx, actor, ticket, identity, taken)
            known = await store.one(tx, identity)
            if known is not None:
                return known
            row = _row(identity, decision, case, name, piece, taken)
            touched = await self._save(tx, decision, case, row)
            added = await store.one(tx, identity)
        await self._wake(touched)
        assert added is not None
        return added

    async def _cleaned(self, content: bytes, taken: Taken) -> Picture | Voice:
        is_voice = taken.kind == VOICE
        return await (self._files.clean_voice(content) if is_voice else self._files.clean(content))

    async def _decide(
        self, tx: Tx, actor: Actor, ticket: int, identity: UUID, taken: Taken
    ) -> tuple[Decision, Case]:
        """Lock the ticket and decide whether the actor may add to it."""
        seen = await tickets.locked(tx, ticket)
        if seen is None or actor.person is None:
            raise NotFound
        if not seen.ticket.audience & access.readers(actor.person, actor.memberships):
            raise NotFound
        tables = self._tables()
        case = Case(
            ticket=seen.ticket,
            command=Command.ADD_EVIDENCE,
            actor=actor,
            parties=access.parties(seen.ticket, actor, tables.units),
            fields={"evidence": str(identity)},
            now=seen.now,
            tables=tables,
        )
        if taken.kind == VOICE:
            if await store.voices(tx, ticket) >= MOST_VOICES:
                raise TooMany(say("这张工单已有 {most} 段语音，请打电话联系指挥中心。", most=MOST_VOICES))
        elif await store.pictures(tx, ticket) >= MOST:
            raise TooMany(say("这张工单已有 {most} 张照片，请先联系指挥中心。", most=MOST))
        return decide(case), case

    async def _save(self, tx: Tx, decision: Decision, case: Case, row: store.Evidence) -> tuple[int, ...]:
        await store.insert(tx, row)
        units = case.tables.units
        entries = await save(
            tx, decision, case.actor, case.now, units, operation=row.id, done_at=row.taken_at
        )
        return await publish(tx, entries, case.now)


def _believed(at: datetime | None, now: datetime) -> datetime | None:
    """When a piece was taken; not known where its clock names a time yet to come. The piece counts all the same."""
    return at if at is None or at <= now + AHEAD else None


def _row(
    identity: UUID, decision: Decision, case: Case, name: str, piece: Picture | Voice, taken: Taken
) -> store.Evidence:
    unit = acting_unit(decision.before, case.actor, case.tables.units)
    if unit is None or case.actor.person is None:
        raise Forbidden
    return store.Evidence(
        id=identity,
        ticket=case.ticket.id,
        person=case.actor.person,
        unit=unit,
        name=name,
        mime=piece.mime,
        sha256=piece.sha256,
        size=len(piece.content),
        width=piece.width if isinstance(piece, Picture) else 0,
        height=piece.height if isinstance(piece, Picture) else 0,
        from_gallery=taken.from_gallery,
        taken_at=_believed(taken.at, case.now),
        lon=taken.lon,
        lat=taken.lat,
        kind=taken.kind,
        seconds=taken.seconds,
    )
