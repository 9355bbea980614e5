"""Versions of the routing rules, powers, police lists, and what was changed, as rows. Called by ``actions``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import asyncpg

from dispatch.domain import doors
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.rule import Rule
from dispatch.domain.rule_faults import Known
from dispatch.domain.units import Units
from dispatch.store import intake
from dispatch.store.database import Tx
from dispatch.store.sql import load
from dispatch.store.world import rule_of

SQL = load("routing")
OWN_SOURCES = frozenset({doors.DESK, doors.PATROL, doors.POLICE})
"""Doors of our own, which are no hotlines."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the rules, held by whoever changes it."""

    version: int
    active: bool
    revision: int
    proposed: Sequence[Mapping[str, Any]] | None
    tried_revision: int | None
    starts_at: datetime | None
    activated_at: datetime | None
    retired_at: datetime | None
    discarded_at: datetime | None
    note: str

    @property
    def is_draft(self) -> bool:
        """Whether it was never in force and was not given up."""
        return self.proposed is not None and self.activated_at is None and self.discarded_at is None


async def versions(tx: Tx, version: int | None = None) -> list[dict[str, Any]]:
    """Versions as people see them, the newest first; one of them where it is named."""
    return [dict(row) for row in await tx.fetch(SQL.versions, version)]


async def lock(tx: Tx, version: int) -> Version | None:
    """One version, held until the transaction ends."""
    row = await tx.fetchrow(SQL.lock, version)
    return None if row is None else Version(**dict(row))


async def rules(tx: Tx, version: int) -> list[Rule]:
    """The rules of a version that is or was in force."""
    return [rule_of(row) for row in await tx.fetch(SQL.rules, version)]


async def draft(tx: Tx, version: int) -> asyncpg.Record | None:
    """What a version was drafted as, and what it was tried on."""
    return await tx.fetchrow(SQL.proposed, version)


async def in_force(tx: Tx) -> int | None:
    """The version in force; None in a new installation. Nobody begins another before the transaction ends."""
    await tx.execute(SQL.one_at_a_time)
    version: int | None = await tx.fetchval(SQL.in_force)
    return version


async def insert_draft(
    tx: Tx, note: str, rules: Sequence[Mapping[str, Any]], based_on: int | None, person: int | None
) -> int:
    """A new draft; its number."""
    await tx.execute(SQL.one_at_a_time)
    version: int = await tx.fetchval(SQL.insert_draft, note, rules, based_on, person)
    return version


async def save_draft(tx: Tx, version: int, rules: Sequence[Mapping[str, Any]], note: str) -> int:
    """Keep a draft's rules; its new revision."""
    revision: int = await tx.fetchval(SQL.save_draft, version, rules, note)
    return revision


async def discard(tx: Tx, version: int) -> None:
    """Give a draft up."""
    await tx.execute(SQL.discard, version)


async def keep_tried(tx: Tx, version: int, tried: Mapping[str, Any], revision: int) -> bool:
    """Keep what a draft came to, unless it has been changed meanwhile."""
    done: str = await tx.execute(SQL.keep_tried, version, tried, revision)
    return done == "UPDATE 1"


async def schedule(tx: Tx, version: int, at: datetime | None, person: int | None) -> None:
    """Let a draft come in force at a time, or no more."""
    await tx.execute(SQL.schedule, version, at, person)


async def hold_back(tx: Tx, version: int, why: str) -> None:
    """A draft that was to come in force stays a draft."""
    await tx.execute(SQL.hold_back, version, why)


async def is_due(tx: Tx, version: int) -> bool:
    """Whether a draft, locked already, is still to come in force now."""
    return bool(await tx.fetchval(SQL.is_due, version))


async def due(tx: Tx) -> list[tuple[int, int | None]]:
    """Drafts whose time has come, with who wanted it."""
    return [(row["version"], row["activated_by"]) for row in await tx.fetch(SQL.due)]


async def activate(tx: Tx, version: int, rules: Sequence[Mapping[str, Any]], person: int | None) -> None:
    """A draft comes in force: prepared while everybody works, then a moment in which nobody decides."""
    await tx.execute(SQL.insert_rules, version, rules)
    await tx.execute(SQL.patience)
    await tx.execute(SQL.stand_still)
    await tx.execute(SQL.retire)
    await tx.execute(SQL.activate, version, person)


async def grounds_changed(tx: Tx) -> None:
    """Whoever decides by the former powers and lists begins again; waits for those who are at it."""
    await tx.execute(SQL.patience)
    await tx.execute(SQL.stand_still)
    await tx.execute(SQL.grounds_changed)


async def past(tx: Tx, most: int) -> Sequence[asyncpg.Record]:
    """The last tickets with all that rules look at."""
    rows: Sequence[asyncpg.Record] = await tx.fetch(SQL.past, most)
    return rows


async def sources(tx: Tx) -> list[dict[str, Any]]:
    """The hotlines that may push."""
    return [dict(row) for row in await tx.fetch(SQL.sources)]


async def categories(tx: Tx) -> list[dict[str, Any]]:
    """Every category that is not over."""
    return [dict(row) for row in await tx.fetch(SQL.categories)]


async def channels(tx: Tx) -> list[str]:
    """The channels that tickets came through lately."""
    return [row["channel"] for row in await tx.fetch(SQL.channels)]


async def known(tx: Tx, units: Units) -> Known:
    """What rules may name today."""
    paths = frozenset(each["path"] for each in await categories(tx))
    pushing = frozenset(each["id"] for each in await sources(tx)) | OWN_SOURCES
    today = (await intake.clock(tx)).astimezone(SHANGHAI).date()
    return Known(units, paths, pushing, today)


async def towns(tx: Tx) -> list[dict[str, Any]]:
    """Every town."""
    return [dict(row) for row in await tx.fetch(SQL.towns)]


async def listed(tx: Tx, table: str) -> list[dict[str, Any]]:
    """``powers`` or ``matters``, as people see them."""
    return [dict(row) for row in await tx.fetch(SQL.powers if table == "powers" else SQL.matters)]


async def one(tx: Tx, table: str, identity: int) -> dict[str, Any] | None:
    """A power or a matter, held until the transaction ends."""
    row = await tx.fetchrow(SQL.power if table == "powers" else SQL.matter, identity)
    return None if row is None else dict(row)


async def add(tx: Tx, table: str, values: Sequence[Any]) -> int:
    """A new power or matter; its number."""
    identity: int = await tx.fetchval(SQL.add_power if table == "powers" else SQL.add_matter, *values)
    return identity


async def change(tx: Tx, table: str, identity: int, values: Sequence[Any]) -> None:
    """A power or a matter becomes another."""
    await tx.execute(SQL.change_power if table == "powers" else SQL.change_matter, identity, *values)


async def note_change(
    tx: Tx,
    person: int | None,
    subject: str,
    what: str,
    *,
    before: Any = None,
    after: Any = None,
    reason: str | None = None,
) -> None:
    """Keep who changed what, and why; ``subject`` is like ``power:12``."""
    await tx.execute(SQL.note_change, person, subject, what, before, after, reason)


async def changes(tx: Tx, subjects: str, most: int) -> list[dict[str, Any]]:
    """What was changed of subjects that begin so, the newest first."""
    return [dict(row) for row in await tx.fetch(SQL.changes, subjects + "%", most)]
