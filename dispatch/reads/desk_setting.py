"""What desks are warned of, as its page shows it."""

from typing import Any

from dispatch.store import desk_setting as store
from dispatch.store.database import Database


async def in_force(database: Database) -> dict[str, Any]:
    """The version in force, with who saved it."""
    async with database.reader(frozenset()) as tx:
        return await store.in_force(tx)
