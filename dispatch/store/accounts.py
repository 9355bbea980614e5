"""Accounts and sessions as rows. Called by ``actions.sign_in``, where how many tries and how long is decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.access import Membership, Role
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("accounts")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A counted try to sign in: whose, the hash to check, whether a failure now locks the account."""

    person: int
    password_hash: str
    last_try: bool
    is_over: bool
    """The password is a one-time one, and its days are over."""


@dataclass(frozen=True, slots=True)
class Session:
    """A living session with its person and the roles in force now."""

    digest: bytes
    person: int
    name: str
    post: str
    username: str
    locked: bool
    stale: bool
    memberships: frozenset[Membership]
    must_change: bool = False
    ticket: int | None = None
    """The one ticket a link's session reaches."""


async def attempt(tx: Tx, username: str, *, tries: int, rest_seconds: int) -> Attempt | None:
    """Count a try; None when the account rests, is disabled or unknown."""
    row = await tx.fetchrow(SQL.attempt, username, tries, float(rest_seconds))
    return Attempt(**dict(row)) if row else None


async def rest(tx: Tx, username: str) -> int | None:
    """Seconds an account still rests, or None."""
    seconds: int | None = await tx.fetchval(SQL.rest, username)
    return seconds


async def forgive(tx: Tx, person: int) -> None:
    """Forget the failures of an account."""
    await tx.execute(SQL.forgive, person)


async def keep_hash(tx: Tx, person: int, password_hash: str) -> None:
    """Replace the hash of a password by a stronger one."""
    await tx.execute(SQL.keep_hash, person, password_hash)


async def begin_session(tx: Tx, digest: bytes, person: int, seconds: int) -> None:
    """Write a new session that ends by itself after ``seconds``."""
    await tx.execute(SQL.begin_session, digest, person, float(seconds))


async def begin_bound_session(tx: Tx, digest: bytes, person: int, ticket: int, expires_at: datetime) -> None:
    """Write a link's session: it reaches one ticket, until an instant."""
    await tx.execute(SQL.begin_bound_session, digest, person, ticket, expires_at)


async def change_password(tx: Tx, person: int, password_hash: str, kept: bytes) -> None:
    """Keep a password of one's own choice; every session but the one at hand ends."""
    await tx.execute(SQL.change_password, person, password_hash)
    await tx.execute(SQL.end_other_sessions, person, kept)


async def session(tx: Tx, digest: bytes, idle_seconds: int) -> Session | None:
    """The living session of a digest, or None."""
    return next(iter(await sessions(tx, [digest], idle_seconds)), None)


async def sessions(tx: Tx, digests: Sequence[bytes], idle_seconds: int) -> list[Session]:
    """Those of some sessions that live."""
    rows = await tx.fetch(SQL.sessions, digests, float(idle_seconds))
    return [_session(dict(row)) for row in rows]


def _session(row: dict[str, Any]) -> Session:
    memberships = frozenset(_membership(text) for text in row.pop("memberships"))
    return Session(**row, memberships=memberships)


def _membership(text: str) -> Membership:
    role, unit, *of = text.split(" ")
    return Membership(Role(role), int(unit), *map(int, of))


async def touch(tx: Tx, digest: bytes, idle_seconds: int) -> None:
    """Note that somebody is at the screen."""
    await tx.execute(SQL.touch, digest, float(idle_seconds))


async def lock(tx: Tx, digest: bytes) -> None:
    """Lock the screen of a session."""
    await tx.execute(SQL.lock, digest)


async def unlock(tx: Tx, digest: bytes) -> None:
    """Open the screen of a session again."""
    await tx.execute(SQL.unlock, digest)


async def end_session(tx: Tx, digest: bytes) -> None:
    """End a session and its unused socket tickets."""
    await tx.execute(SQL.end_session, digest)
    await tx.execute(SQL.drop_socket_tickets, digest)
