"""Hotlines' secrets as rows: sealed in ``source``, what is known of each beside. For ``actions.webhook_secrets``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("webhook_secrets")


class Source(NamedTuple):
    """A source and its secrets, still sealed."""

    id: str
    name: str
    active: bool
    secrets: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a secret beside itself."""

    source: str
    fingerprint: str
    added_at: datetime | None = None
    added_by: str | None = None
    ends_at: datetime | None = None
    ended_by: str | None = None
    over: bool = False


async def sources(tx: Tx) -> list[Source]:
    """Every source."""
    return [Source(*row) for row in await tx.fetch(SQL.sources)]


async def lock(tx: Tx, source: str) -> list[bytes] | None:
    """The sealed secrets of a source, which nobody else changes until the transaction ends; None without one."""
    found: list[bytes] | None = await tx.fetchval(SQL.lock, source)
    return found


async def facts(tx: Tx) -> dict[tuple[str, str], Fact]:
    """What is known of secrets, by source and fingerprint."""
    found = [Fact(**dict(row)) for row in await tx.fetch(SQL.facts)]
    return {(fact.source, fact.fingerprint): fact for fact in found}


async def ended(tx: Tx) -> frozenset[tuple[str, str]]:
    """Source and fingerprint of secrets that open nothing any more."""
    return frozenset((row["source"], row["fingerprint"]) for row in await tx.fetch(SQL.ended))


async def keep(tx: Tx, source: str, secrets: Sequence[bytes]) -> None:
    """The sealed secrets of a source from now on."""
    await tx.execute(SQL.keep, source, secrets)


async def add(tx: Tx, source: str, fingerprint: str, person: int | None) -> None:
    """Note a new secret."""
    await tx.execute(SQL.add, source, fingerprint, person)


async def end(tx: Tx, source: str, fingerprint: str, hours: int, person: int | None) -> None:
    """Let a secret end in so many hours."""
    await tx.execute(SQL.end, source, fingerprint, hours, person)
