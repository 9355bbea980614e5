"""Audit rows: who did or read what, and why. Written by actions in the transaction of the deed; never changed."""

from collections.abc import Mapping
from typing import Any

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("audit")


async def write(
    tx: Tx,
    *,
    person: int | None,
    action: str,
    subject: str,
    unit: int | None = None,
    reason: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add an audit row; ``subject`` is like ``ticket:12`` or ``session``, and holds no personal data.

    ``unit`` is the one the person acted for; none where they sign in or out.
    """
    await tx.execute(SQL.write, person, unit, action, subject, reason, detail)
