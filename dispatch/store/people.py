"""Persons, their accounts and posts as rows. Called by ``actions.people`` and ``actions.leaving``."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from dispatch.domain.access import Role
from dispatch.domain.people_list import Somebody
from dispatch.domain.posts import KINDS
from dispatch.domain.telling import DAYS
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("people")
NOTHING_FITS = "!"
"""What stands for the hash of an account that has no password yet: nothing fits it."""
Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An open ticket that names somebody without a post at the unit, and who is to take over."""

    ticket: int
    person: int
    unit: int
    successor: int | None


async def people(tx: Tx, words: str, unit: int | None, person: int | None = None) -> list[Json]:
    """A hundred people that fit: those with a misplaced post, then the newest."""
    return [each[0] for each in await tx.fetch(SQL.people, words, unit, person, json.dumps(KINDS))]


async def add_person(tx: Tx, name: str, phone: str, post: str) -> int:
    """A new person; their number."""
    await tx.execute(SQL.numbering)
    return int(await tx.fetchval(SQL.add_person, name, phone, post))


async def change_person(tx: Tx, person: int, name: str, phone: str, post: str) -> bool:
    """Change name, phone and post; False where there is no such person."""
    return await tx.fetchval(SQL.change_person, person, name, phone, post) is not None


async def username_taken(tx: Tx, username: str) -> bool:
    """Whether a username is somebody's."""
    return bool(await tx.fetchval(SQL.username_taken, username))


async def add_account(tx: Tx, person: int, username: str, password_hash: str, until: datetime | None) -> None:
    """An account with a one-time password; ``until``: when it ends, if it does."""
    await tx.execute(SQL.add_account, person, username, password_hash, until)


async def one_time_end(tx: Tx) -> datetime:
    """When a one-time password made now ends: after the days that a district has set, or the usual ones."""
    _, _, usual = DAYS["one_time_days"]
    until: datetime = await tx.fetchval(SQL.one_time_end, usual)
    return until


async def account(tx: Tx, person: int) -> Mapping[str, Any] | None:
    """Username, and whether the account is disabled; None without an account."""
    row = await tx.fetchrow(SQL.account, person)
    return dict(row) if row else None


async def reset_password(tx: Tx, person: int, password_hash: str, until: datetime) -> bool:
    """Put a one-time password in place, good until an instant; whoever is signed in is so no longer."""
    done = await tx.fetchval(SQL.reset_password, person, password_hash, until) is not None
    await tx.execute(SQL.end_sessions, person)
    return done


async def disable(tx: Tx, person: int, disabled: bool) -> bool:
    """Shut an account, or open it again; False where there is none."""
    return await tx.fetchval(SQL.disable, person, disabled) is not None


async def posts(tx: Tx, person: int) -> list[tuple[Role, int]]:
    """The posts of a person, of now and to come: roles for units."""
    return [(Role(row["role"]), row["unit"]) for row in await tx.fetch(SQL.posts, person)]


async def add_post(
    tx: Tx, person: int, role: str, unit: int, since: datetime, until: datetime | None
) -> None:
    """Give a post."""
    await tx.execute(SQL.add_post, person, role, unit, since, until)


async def end_post(tx: Tx, person: int, role: str, unit: int, at: datetime) -> bool:
    """End a post at an instant; False where there is none that lasts so long."""
    return await tx.fetchval(SQL.end_post, person, role, unit, at) is not None


async def note_end(
    tx: Tx,
    person: int,
    post: tuple[str, int],
    at: datetime,
    successor: int | None,
    reason: str,
    by: int | None,
) -> None:
    """Keep who takes over what is open; ``post`` is role and unit."""
    role, unit = post
    await tx.execute(SQL.note_end, person, unit, role, at, successor, reason, by)


async def open_work(tx: Tx, person: int, unit: int) -> list[Json]:
    """Open tickets that name a person at a unit."""
    return [dict(row) for row in await tx.fetch(SQL.open_work, person, unit)]


async def colleagues(tx: Tx, unit: int, person: int) -> list[Json]:
    """Who else works for a unit."""
    return [dict(row) for row in await tx.fetch(SQL.colleagues, unit, person)]


async def left_behind(tx: Tx, most: int) -> list[LeftBehind]:
    """Open tickets that name somebody without a post."""
    return [LeftBehind(**dict(row)) for row in await tx.fetch(SQL.left_behind, most)]


async def keep_still(tx: Tx) -> None:
    """Let nobody else add people until the transaction ends."""
    await tx.execute(SQL.numbering)


async def register(tx: Tx) -> list[Somebody]:
    """Everybody in office or with an account, with their posts of now and to come."""
    return [
        Somebody(
            *(row["id"], row["name"], row["phone"], row["post"], row["username"]),
            posts=frozenset(
                (Role(role), unit) for role, unit in zip(row["roles"], row["units"], strict=True)
            ),
        )
        for row in await tx.fetch(SQL.register)
    ]


async def without_password(tx: Tx, unit: int | None, persons: Sequence[int] | None) -> list[Json]:
    """Accounts in use whose holder has not chosen a password yet, of a unit or of some persons, by unit and name."""
    listed = None if persons is None else list(persons)
    return [each[0] for each in await tx.fetch(SQL.without_password, unit, listed)]


async def units(tx: Tx) -> list[Json]:
    """The units a post may be for."""
    return [dict(row) for row in await tx.fetch(SQL.units)]
