"""API keys as rows: digests, never the keys themselves. Called by ``actions.keys``."""

from dataclasses import dataclass
from typing import Any

from dispatch.domain.keys import Scope
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("keys")


@dataclass(frozen=True, slots=True)
class Held:
    """A key somebody holds: what it is for, whether it still opens anything."""

    id: int
    name: str
    scope: Scope
    unit: int | None
    town: str | None
    per_minute: int
    revoked: bool
    expired: bool
    stale: bool


async def add(
    tx: Tx,
    digest: bytes,
    *,
    tail: str,
    name: str,
    scope: Scope,
    unit: int | None,
    per_minute: int,
    days: int,
    person: int | None,
) -> int:
    """Write a new key; its number."""
    identity: int = await tx.fetchval(SQL.add, digest, tail, name, scope, unit, per_minute, days, person)
    return identity


async def held(tx: Tx, digest: bytes) -> Held | None:
    """The key of a digest, or None."""
    row = await tx.fetchrow(SQL.held, digest)
    return Held(**{**dict(row), "scope": Scope(row["scope"])}) if row else None


async def used(tx: Tx, key: int) -> None:
    """Note that a key was used."""
    await tx.execute(SQL.used, key)


async def listed(tx: Tx, key: int | None = None) -> list[dict[str, Any]]:
    """Every key as it is shown, or one of them."""
    return [dict(row) for row in await tx.fetch(SQL.listed, key)]


async def revoke(tx: Tx, key: int, person: int | None) -> bool:
    """Revoke a key; false where it was revoked before."""
    return await tx.fetchval(SQL.revoke, key, person) is not None


async def unit_exists(tx: Tx, unit: int) -> bool:
    """Whether a unit is there and works."""
    found: bool = await tx.fetchval(SQL.unit_exists, unit)
    return found


async def units(tx: Tx) -> list[dict[str, Any]]:
    """The units a key may be for, by number and name."""
    return [dict(row) for row in await tx.fetch(SQL.units)]
