"""What desks are warned of, as versions. Called by ``actions.desk_setting`` and two reads."""

from typing import Any, TypeAlias

import asyncpg

from dispatch.domain.desk_setting import DeskSetting, Said
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("desk_setting")
Json: TypeAlias = dict[str, Any]


async def setting(tx: Tx) -> DeskSetting:
    """What is in force."""
    return _setting(await tx.fetchrow(SQL.setting))


async def locked(tx: Tx) -> DeskSetting:
    """What is in force, which nobody else changes until the transaction ends."""
    return _setting(await tx.fetchrow(SQL.setting_locked))


def _setting(row: asyncpg.Record | None) -> DeskSetting:
    assert row is not None
    return DeskSetting(row["version"], tuple(row["danger_words"]), row["chase_minutes"])


async def add(tx: Tx, words: tuple[str, ...], minutes: int, note: str, person: int | None) -> int:
    """The next version, in force at once; its number."""
    await tx.execute(SQL.retire)
    return int(await tx.fetchval(SQL.add, list(words), minutes, note, person))


async def in_force(tx: Tx) -> Json:
    """What is in force, with who saved it when and why."""
    found: Json = await tx.fetchval(SQL.in_force)
    return found


async def past(tx: Tx, most: int) -> list[Said]:
    """What the last tickets say, the newest first."""
    return [Said(*row) for row in await tx.fetch(SQL.past, most)]
