"""Which tickets may speak of the same event (相似诉求): of the reader's own center by name, of others a number only.

Starts in the system's scope, because callers and words have no index under row security; what it answers is judged by
the reader's units in the same statement.
"""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.joint import JointSetting
from dispatch.domain.similar import LEAST, MOST, Likeness, Traits, Wording, likeness, wordings
from dispatch.errors import NotFound
from dispatch.store import joint as store
from dispatch.store import reading
from dispatch.store.database import Database

_LOOKED_AT = 1_000
"""At most so many open tickets of the center are compared, the newest first."""


async def similar(database: Database, actor: Actor, ticket: int, setting: JointSetting) -> dict[str, Any]:
    """Tickets that may be merged with this one, the likeliest first, and how many more other centers have.

    Raises:
        NotFound: no such ticket, or the person may not see it.
    """
    assert actor.person is not None
    readers = access.readers(actor.person, actor.memberships)
    async with database.reader(readers) as tx:
        if await reading.row(tx, ticket) is None:
            raise NotFound
    async with database.system() as tx:
        rows = await store.similar(tx, ticket, readers, setting.within_days, _LOOKED_AT)
        elsewhere = await store.similar_elsewhere(tx, ticket, readers, setting.within_days)
    said = wordings(rows[0]["mine"], [row["words"] for row in rows]) if rows else []
    told = [(_likeness(row, words, setting), row) for row, words in zip(rows, said, strict=True)]
    found = sorted(
        ((alike, row) for alike, row in told if alike.share >= LEAST), key=lambda each: -each[0].share
    )
    return {"similar": [_told(alike, row) for alike, row in found[:MOST]], "elsewhere": elsewhere}


def _likeness(row: Any, words: Wording, setting: JointSetting) -> Likeness:
    traits = Traits(
        said=row["said"],
        same_caller=row["same_caller"],
        metres=row["metres"],
        same_category=row["same_category"],
        near_category=row["near_category"],
        hours=float(row["hours"]),
        words=words.share,
        phrases=words.phrases,
    )
    return likeness(traits, setting)


def _told(alike: Likeness, row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "number": row["number"],
        "title": row["title"],
        "excerpt": row["excerpt"],
        "address": row["address"],
        "state": row["state"],
        "received_at": row["received_at"],
        "callers": row["callers"] or 1,
        "share": alike.share,
        "reasons": list(alike.reasons),
    }
