"""Audit rows: who did or read what, and why. Written by actions in the transaction of the deed; never changed."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import asyncpg

from dispatch.store.sql import load

SQL = load("audit")
Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"


async def write(
    tx: Connection,
    *,
    person: int | None,
    action: str,
    subject: str,
    unit: int | None = None,
    reason: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add an audit row; ``subject`` is like ``ticket:12`` or ``session``, and holds no personal data."""
    await tx.execute(SQL.write, person, unit, action, subject, reason, detail)
