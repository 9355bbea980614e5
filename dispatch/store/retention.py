"""What is old goes: entries, deliveries, sessions, settled reports, messages, links. Called by ``jobs.retention``.

How old, and that neither journal nor audit is touched, stands in the database's ``forget_old``, ``forget_messages``
and ``forget_pushed``: the application role deletes none of it by itself. How long messages are kept is a district's
own (``keep_days``).
"""

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("retention")


async def forget(tx: Tx) -> bool:
    """Forget a bounded run of what is old; whether more may wait."""
    return bool(await tx.fetchval(SQL.forget))
