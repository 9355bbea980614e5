"""Intake profiles and their versions as rows, and what was pushed lately. Called by ``actions`` and ``reads``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("profiles")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a profile, held by whoever changes it."""

    version: int
    revision: int
    mapping: Json
    tried: Json | None
    tried_revision: int | None
    discarded_at: datetime | None
    note: str
    used: bool
    """Whether it is or was in force."""

    @property
    def is_draft(self) -> bool:
        """Whether it was never in force and was not given up."""
        return not self.used and self.discarded_at is None


@dataclass(frozen=True, slots=True)
class InForce:
    """The version every process reads by."""

    version: int
    mapping: Json


@dataclass(frozen=True, slots=True)
class Sealed:
    """A message as it was pushed, sealed: a new order's with its ticket (``ticket``), another's by itself."""

    source: str
    received_at: datetime
    key: int
    sealed: bytes
    ticket: int | None = None
    webhook_id: str = ""
    place: int = 0


async def profiles(tx: Tx) -> list[Json]:
    """Every profile with its sources."""
    return [dict(row) for row in await tx.fetch(SQL.profiles)]


async def sources_of(tx: Tx, profile: str) -> list[str]:
    """Whose profile it is."""
    return [row["id"] for row in await tx.fetch(SQL.sources_of, profile)]


async def versions(tx: Tx, profile: str) -> list[Json]:
    """The versions of a profile, the newest first."""
    return [dict(row) for row in await tx.fetch(SQL.versions, profile)]


async def in_force(tx: Tx, profile: str) -> InForce | None:
    """The version in force, held until the transaction ends; it has a row among the versions from now on."""
    row = await tx.fetchrow(SQL.in_force, profile)
    if row is None:
        return None
    await tx.execute(SQL.keep_in_force, profile)
    return InForce(**dict(row))


async def lock(tx: Tx, profile: str, version: int) -> Version | None:
    """One version, held until the transaction ends."""
    row = await tx.fetchrow(SQL.lock, profile, version)
    return None if row is None else Version(**dict(row))


async def insert_draft(
    tx: Tx, profile: str, note: str, mapping: Json, based_on: int, person: int | None
) -> int:
    """A new draft; its number. ``in_force`` comes before."""
    return int(await tx.fetchval(SQL.insert_draft, profile, note, mapping, based_on, person))


async def save_draft(tx: Tx, profile: str, version: int, mapping: Json, note: str) -> int:
    """Keep a draft's mapping; its new revision."""
    return int(await tx.fetchval(SQL.save_draft, profile, version, mapping, note))


async def discard(tx: Tx, profile: str, version: int) -> None:
    """Give a draft up."""
    await tx.execute(SQL.discard, profile, version)


async def keep_tried(tx: Tx, profile: str, version: int, tried: Mapping[str, Any], revision: int) -> bool:
    """Keep what a draft came to, unless it has been changed meanwhile."""
    done: str = await tx.execute(SQL.keep_tried, profile, version, tried, revision)
    return done == "UPDATE 1"


async def activate(
    tx: Tx, profile: str, former: int, version: int, mapping: Json, person: int | None
) -> None:
    """A draft comes in force in place of the former version."""
    await tx.execute(SQL.retire, profile, former)
    await tx.execute(SQL.activate, profile, version, person)
    await tx.execute(SQL.put_in_force, profile, version, mapping)


async def add(tx: Tx, name: str, note: str, mapping: Json, person: int | None) -> bool:
    """A new profile, in force at once; False where the name is taken."""
    if await tx.fetchval(SQL.add, name, mapping) is None:
        return False
    await tx.execute(SQL.add_first, name, note, mapping, person)
    return True


async def keep_pushed(tx: Tx, rows: Sequence[Sequence[Any]]) -> None:
    """Keep pushed messages: (source, webhook-id, place in the delivery, key, sealed, received at)."""
    if rows:
        await tx.execute(SQL.keep_pushed, *[[row[at] for row in rows] for at in range(6)])


async def pushed(tx: Tx, sources: Sequence[str], most: int) -> list[Sealed]:
    """The last messages of sources, the newest first."""
    besides = [Sealed(**dict(row)) for row in await tx.fetch(SQL.pushed_besides, sources, most)]
    orders = [
        Sealed(row["source"], row["received_at"], row["key"], row["sealed"], ticket=row["id"])
        for row in await tx.fetch(SQL.pushed_orders, sources, most)
    ]
    return sorted([*besides, *orders], key=lambda each: each.received_at, reverse=True)[:most]
