"""Hotlines and platforms that push to us, as rows; what each pushed lately. Called by ``actions`` and ``reads``."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("sources")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """A source, held by whoever changes it."""

    id: str
    name: str
    datum: str
    platform: str | None
    active: bool
    profile: str
    callback_url: str | None
    signs_reports: bool


@dataclass(frozen=True, slots=True)
class New:
    """A source to be: its secrets are sealed already."""

    id: str
    name: str
    datum: str
    profile: str
    secrets: list[bytes]
    callback_url: str | None
    callback_secret: bytes | None
    platform: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """A delivery and what it was answered."""

    webhook_id: str
    received_at: datetime
    status: int
    answer: str


async def listed(tx: Tx) -> list[Json]:
    """Every source, those that may push first."""
    return [dict(row) for row in await tx.fetch(SQL.listed)]


async def day(tx: Tx) -> dict[str, Json]:
    """What each source pushed within a day: deliveries, accepted, refused."""
    return {row["source"]: dict(row) for row in await tx.fetch(SQL.day)}


async def deliveries(tx: Tx, source: str, most: int, *, refused: bool) -> list[Delivered]:
    """The last deliveries of a source; ``refused``: those with a refusal alone."""
    return [Delivered(**dict(row)) for row in await tx.fetch(SQL.deliveries, source, refused, most)]


async def lock(tx: Tx, source: str) -> Source | None:
    """One source, held until the transaction ends."""
    row = await tx.fetchrow(SQL.lock, source)
    return None if row is None else Source(**dict(row))


async def add(tx: Tx, new: New) -> bool:
    """A new source; False where the id is taken."""
    values = (new.id, new.name, new.datum, new.profile, new.secrets, new.callback_url, new.callback_secret)
    return await tx.fetchval(SQL.add, *values, new.platform) is not None


async def change(tx: Tx, source: str, name: str, callback_url: str | None) -> None:
    """What a source is called, and where reports go."""
    await tx.execute(SQL.change, source, name, callback_url)


async def sign(tx: Tx, source: str, secret: bytes) -> None:
    """The first secret that signs reports, sealed."""
    await tx.execute(SQL.sign, source, secret)


async def rest(tx: Tx, source: str, *, active: bool) -> None:
    """A source may push, or no more."""
    await tx.execute(SQL.rest, source, active)
