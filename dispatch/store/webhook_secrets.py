"""Hotlines' secrets as rows: sealed in ``source``, what is known of each beside; one table for each way they sign.

Called by ``actions.webhook_secrets`` and ``actions.channels``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from dispatch.domain.signing import Way
from dispatch.store.database import Tx
from dispatch.store.sql import load

_SQL = {Way.PUSH: load("webhook_secrets"), Way.REPORT: load("report_secrets")}


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
    last_used_at: datetime | None = None
    over: bool = False


async def sources(tx: Tx, way: Way) -> list[Source]:
    """Every source."""
    return [Source(*row) for row in await tx.fetch(_SQL[way].sources)]


async def lock(tx: Tx, way: Way, source: str) -> list[bytes] | None:
    """The sealed secrets of a source, which nobody else changes until the transaction ends; None without one."""
    found: list[bytes] | None = await tx.fetchval(_SQL[way].lock, source)
    return found


async def facts(tx: Tx, way: Way) -> dict[tuple[str, str], Fact]:
    """What is known of secrets, by source and fingerprint."""
    found = [Fact(**dict(row)) for row in await tx.fetch(_SQL[way].facts)]
    return {(fact.source, fact.fingerprint): fact for fact in found}


async def ended(tx: Tx, way: Way) -> frozenset[tuple[str, str]]:
    """Source and fingerprint of secrets that open nothing any more."""
    return frozenset((row["source"], row["fingerprint"]) for row in await tx.fetch(_SQL[way].ended))


async def keep(tx: Tx, way: Way, source: str, secrets: Sequence[bytes]) -> None:
    """The sealed secrets of a source from now on."""
    await tx.execute(_SQL[way].keep, source, secrets)


async def add(tx: Tx, way: Way, source: str, fingerprint: str, person: int | None) -> None:
    """Note a new secret."""
    await tx.execute(_SQL[way].add, source, fingerprint, person)


async def end(tx: Tx, way: Way, source: str, fingerprint: str, hours: int, person: int | None) -> None:
    """Let a secret end in so many hours."""
    await tx.execute(_SQL[way].end, source, fingerprint, hours, person)


async def used(tx: Tx, way: Way, seconds: Mapping[tuple[str, str], float]) -> None:
    """When secrets were last used: seconds ago by source and fingerprint."""
    keys = sorted(seconds)
    columns = ([source for source, _ in keys], [name for _, name in keys], [seconds[key] for key in keys])
    await tx.execute(_SQL[way].used, *columns)
