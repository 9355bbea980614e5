"""What is old goes: entries, deliveries, sessions, settled reports. Called by ``jobs.retention``.

How old, and that neither journal nor audit is touched, stands in the database's ``forget_old``: the application role
deletes none of it by itself.
"""

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("retention")


async def forget(tx: Tx) -> bool:
    """Forget a bounded run of what is old; whether more may wait."""
    return bool(await tx.fetchval(SQL.forget))
