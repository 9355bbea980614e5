"""Wall screens and pairing codes as rows: digests, never what opens anything. Called by ``actions.walls``."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("walls")


@dataclass(frozen=True, slots=True)
class Held:
    """The screen that holds a secret."""

    id: int
    unit: int
    name: str
    shows: str
    theme: str
    ended: bool
    stale: bool


async def ask(tx: Tx, code: bytes, device: bytes, minutes: int) -> datetime:
    """Keep a code for a screen; until when it is good. Codes that are over go."""
    await tx.execute(SQL.drop_pairings)
    until: datetime = await tx.fetchval(SQL.ask, code, device, minutes)
    return until


async def use(tx: Tx, code: bytes) -> bytes | None:
    """The digest of the screen that shows a code, which is used up by that."""
    device: bytes | None = await tx.fetchval(SQL.use, code)
    return device


async def add(tx: Tx, digest: bytes, person: int, *, name: str, unit: int, shows: str, theme: str) -> int:
    """Write a new screen; its number."""
    identity: int = await tx.fetchval(SQL.add, digest, name, unit, shows, person, theme)
    return identity


async def held(tx: Tx, digest: bytes) -> Held | None:
    """The screen of a secret's digest, or None."""
    row = await tx.fetchrow(SQL.held, digest)
    return Held(**dict(row)) if row else None


async def seen(tx: Tx, wall: int) -> None:
    """Note that a screen asked."""
    await tx.execute(SQL.seen, wall)


async def listed(tx: Tx, wall: int | None = None) -> list[dict[str, Any]]:
    """Every screen as it is shown, or one of them."""
    return [dict(row) for row in await tx.fetch(SQL.listed, wall)]


async def standing(tx: Tx, wall: int) -> dict[str, str] | None:
    """What of a screen in use may be changed, held until the transaction ends; None where there is none."""
    row = await tx.fetchrow(SQL.standing, wall)
    return dict(row) if row else None


async def change(tx: Tx, wall: int, *, name: str, shows: str, theme: str) -> None:
    """A screen is called so and shows this, dark or light."""
    await tx.execute(SQL.change, wall, name, shows, theme)


async def end(tx: Tx, wall: int, person: int) -> bool:
    """End a screen; false where it was ended before."""
    return await tx.fetchval(SQL.end, wall, person) is not None


async def units(tx: Tx) -> list[dict[str, Any]]:
    """The units a screen may be of, by number and name."""
    return [dict(row) for row in await tx.fetch(SQL.units)]
