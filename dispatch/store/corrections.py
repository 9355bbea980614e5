"""What a correction is learnt from: a ticket's words, and the places around its point. Called by ``actions``."""

from dispatch.store.database import Tx
from dispatch.store.sql import load
from gis.gazetteer import Place
from gis.propose import Said

SQL = load("corrections")


async def words(tx: Tx, ticket: int) -> Said | None:
    """What was said of a ticket's place; None where it is confidential."""
    row = await tx.fetchrow(SQL.words, ticket)
    return None if row is None else Said(row["address"], row["title"], row["content"])


async def around(tx: Tx, west: float, east: float, south: float, north: float) -> list[Place]:
    """Estates and points of interest in a rectangle of degrees."""
    return [Place(*row) for row in await tx.fetch(SQL.around, west, east, south, north)]


async def known(tx: Tx, place: int, name: str) -> bool:
    """Whether the name was ever proposed for the place."""
    found: bool = await tx.fetchval(SQL.known, place, name)
    return found
