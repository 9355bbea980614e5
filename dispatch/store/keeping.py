"""What people changed of the district's own data, as rows. Called by what keeps units and the cells' people."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("keeping")
Json: TypeAlias = dict[str, Any]
Values: TypeAlias = Mapping[str, Any] | None


async def note(
    tx: Tx, person: int | None, subject: str, what: str, before: Values, after: Values, reason: str | None
) -> None:
    """Keep a change; ``subject`` is like ``unit:12``."""
    await tx.execute(SQL.note, person, subject, what, before, after, reason)
