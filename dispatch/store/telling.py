"""Messages, their receipts and links, escalations, and what a district sets about telling people, as rows.

Called by ``actions.record`` (assignments notify), ``actions.telling``, ``actions.links`` and the jobs that send.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import orjson

from dispatch.domain.telling import Kind, Limits, Template
from dispatch.domain.ticket import Urgency
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("telling")
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Center:
    """Whom to ring up about a ticket, and the database's time when that was asked."""

    name: str
    phone: str | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """A claimed message with everything its words may name."""

    id: UUID
    ticket: int | None
    person: int
    unit_id: int
    kind: Kind
    template: Template
    urgency: Urgency
    attempts: int
    params: Mapping[str, Any]
    phone: str
    unit: str
    number: str | None
    category: str | None
    words: str
    gateway_template: str
    owed: bool
    due: datetime | None
    sent_today: int
    bundled: int

    @property
    def wording(self) -> Template:
        """Whose words it has: a call is spoken in those of a call, whatever it is about."""
        return Template.UNOPENED if self.kind is Kind.VOICE else self.template


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a claimed message at its attempt; ``waited``: it was not tried, so the try does not count."""

    id: UUID
    attempts: int
    state: str
    error: str | None = None
    params: Mapping[str, Any] | None = None
    next_at: datetime | None = None
    check_at: datetime | None = None
    waited: bool = False
    bundle: UUID | None = None


@dataclass(frozen=True, slots=True)
class Unopened:
    """A message whose time to be opened is over; ``owed``: it was not, and is still waited for."""

    id: UUID
    ticket: int | None
    person: int
    unit: int
    kind: Kind
    template: Template
    urgency: Urgency
    state: str
    owed: bool


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A critical ticket nobody has signed, and the steps taken for this sending."""

    ticket: int
    started_at: datetime
    taken: Sequence[str]


@dataclass(frozen=True, slots=True)
class Link:
    """A one-use link that is followed, and whom to ring up where it does not open."""

    notification: UUID
    ticket: int
    person: int
    expires_at: datetime
    session: bytes | None
    expired: bool
    active: bool
    center_name: str
    center_phone: str | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """How the messages stand."""

    due: int
    late_seconds: float
    failed: int


async def notify(
    tx: Tx,
    parts: Sequence[Mapping[str, Any]],
    now: datetime,
    actor: int | None,
    roles: Sequence[str],
) -> None:
    """Messages about work that was given.

    ``parts`` name ticket, urgency, unit, person and template; ``roles`` do a unit's.
    """
    await tx.execute(SQL.notify, _json(parts), now, actor, list(roles))


async def notify_critical(
    tx: Tx, ticket: int, persons: Sequence[int], unit: int, params: Mapping[str, Any], now: datetime
) -> None:
    """Text and voice to people about a critical ticket nobody signs."""
    await tx.execute(SQL.notify_critical, ticket, list(persons), unit, _json(params), now)


async def claim(tx: Tx, most: int, day: datetime) -> list[Due]:
    """Due messages, leased for a minute; ``day``: since when a person's messages of today count."""
    return [
        Due(
            **{
                **dict(row),
                "kind": Kind(row["kind"]),
                "template": Template(row["template"]),
                "urgency": Urgency(row["urgency"]),
            }
        )
        for row in await tx.fetch(SQL.claim, most, day)
    ]


async def settle(tx: Tx, settled: Sequence[Settled]) -> None:
    """Keep what became of claimed messages."""
    rows = [{name: getattr(each, name) for name in Settled.__slots__} for each in settled]
    await tx.execute(SQL.settle, _json(rows))


async def bundle(tx: Tx, person: int, unit: int, at: datetime) -> UUID:
    """The message that tells a person of the rest of their day."""
    found: UUID = await tx.fetchval(SQL.bundle, person, unit, at)
    return found


async def unopened(tx: Tx, most: int) -> list[Unopened]:
    """Messages whose time to be opened is over, locked."""
    return [
        Unopened(
            **{
                **dict(row),
                "kind": Kind(row["kind"]),
                "template": Template(row["template"]),
                "urgency": Urgency(row["urgency"]),
            }
        )
        for row in await tx.fetch(SQL.unopened, most)
    ]


async def follow_up(tx: Tx, seen: Sequence[UUID], call: Sequence[UUID], listed: Sequence[UUID]) -> None:
    """What follows messages that were looked at: nothing, a voice call, or a line on the center's call list."""
    await tx.execute(SQL.checked, list(seen))
    if call:
        await tx.execute(SQL.follow, list(call))
    if listed:
        await tx.execute(SQL.list_calls, list(listed))


async def receipt(
    tx: Tx, message: UUID, status: str, at: datetime, reason: str | None, chosen: Limits
) -> bool | None:
    """Keep a receipt: True where it is news, False where it was known, None where no such message was sent."""
    if await tx.fetchval(SQL.receipt, message, status, at, reason) is not None:
        waits = chosen.unopened_minutes, chosen.call_minutes
        await tx.execute(SQL.received, message, status, at, reason, *waits)
        return True
    return False if await tx.fetchval(SQL.known_message, message) else None


async def opened(tx: Tx, ticket: int, person: int) -> None:
    """A person has seen a ticket."""
    await tx.execute(SQL.opened, ticket, person)


async def calls(tx: Tx, streams: Sequence[int]) -> list[Json]:
    """Whom the centers of some streams have to ring up."""
    return [each[0] for each in await tx.fetch(SQL.calls, list(streams))]


async def called(tx: Tx, message: UUID, person: int, result: str, again_at: datetime | None) -> Json | None:
    """Note that somebody rang up; (ticket, stream, unit), or None where it is not on the list."""
    row = await tx.fetchrow(SQL.called, message, person, result, again_at)
    return dict(row) if row else None


async def of_ticket(tx: Tx, ticket: int) -> list[Json]:
    """The messages about a ticket."""
    return [each[0] for each in await tx.fetch(SQL.of_ticket, ticket)]


async def unsigned(tx: Tx, before: datetime, last: str) -> list[Unsigned]:
    """Critical tickets that nobody has signed since before an instant, and whose last step was not taken."""
    return [Unsigned(**dict(row)) for row in await tx.fetch(SQL.unsigned, before, last)]


async def unsigned_count(tx: Tx, streams: Sequence[int], spans: Sequence[timedelta]) -> Json:
    """How many critical tickets wait unsigned beyond the first of some spans, and since when it last rang."""
    row = await tx.fetchrow(SQL.unsigned_count, list(streams), list(spans))
    assert row is not None
    return dict(row)


async def escalate(tx: Tx, ticket: int, started_at: datetime, step: str, told: Sequence[int]) -> bool:
    """Take a step of an escalation; False where it was taken already."""
    return await tx.fetchval(SQL.escalate, ticket, started_at, step, list(told)) is not None


async def limits(tx: Tx) -> tuple[int, Limits]:
    """The limits in force and their version."""
    row = await tx.fetchrow(SQL.limits)
    assert row is not None
    return row["version"], Limits.read(row["limits"])


async def limit_history(tx: Tx) -> list[Json]:
    """The last versions of the limits."""
    return [each[0] for each in await tx.fetch(SQL.limit_history)]


async def set_limits(tx: Tx, chosen: Limits, note: str, person: int | None) -> int:
    """The next version of the limits."""
    return int(await tx.fetchval(SQL.set_limits, _json(chosen.to_dict()), note, person))


async def templates(tx: Tx) -> list[Json]:
    """The words of each kind of message in force."""
    return [each[0] for each in await tx.fetch(SQL.templates)]


async def set_template(tx: Tx, code: str, gateway_template: str, words: str, person: int | None) -> int:
    """The next version of a message's words."""
    return int(await tx.fetchval(SQL.set_template, code, gateway_template, words, person))


async def link(tx: Tx, digest: bytes, message: UUID, ticket: int, person: int, hours: int) -> None:
    """Make a link good."""
    await tx.execute(SQL.link, digest, message, ticket, person, hours)


async def follow_link(tx: Tx, digest: bytes) -> Link | None:
    """A link, locked; None where there is none."""
    row = await tx.fetchrow(SQL.follow_link, digest)
    return Link(**dict(row)) if row else None


async def bind_link(tx: Tx, digest: bytes, session: bytes) -> bool:
    """Bind a link to the session of the device that followed it first."""
    return await tx.fetchval(SQL.bind_link, digest, session) is not None


async def center_of(tx: Tx, ticket: int) -> Center | None:
    """The center of a ticket; None where the reader does not see it."""
    row = await tx.fetchrow(SQL.center_of, ticket)
    return Center(**dict(row)) if row else None


async def backlog(tx: Tx) -> Backlog:
    """How the messages stand."""
    row = await tx.fetchrow(SQL.backlog)
    assert row is not None
    return Backlog(**dict(row))


def _json(value: object) -> str:
    return orjson.dumps(value, default=str).decode()
