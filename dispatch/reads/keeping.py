"""What was changed of what a district keeps by hand. Asked by the administration's pages."""

from typing import Any

from dispatch.store import keeping
from dispatch.store.database import Database

MOST = 200


async def changes(database: Database, about: str) -> list[dict[str, Any]]:
    """The changes of a kind of thing (``unit``) or of one (``unit:12``), the newest first."""
    async with database.system() as tx:
        return await keeping.changes(tx, about, MOST)
