"""What is old goes: entries, deliveries, sessions, reports, messages, links, 投诉建议. Called by ``jobs.retention``.

How old, and that neither journal nor audit is touched, stands in the database's ``forget_old``, ``forget_messages``,
``forget_pushed`` and ``forget_grievances``: the application role deletes none of it by itself. How long messages and
answered 投诉建议 are kept is a district's own (``keep_days``, ``grievance_days``).
"""

from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("retention")


async def forget(tx: Tx) -> bool:
    """Forget a bounded run of what is old; whether more may wait."""
    return bool(await tx.fetchval(SQL.forget))
