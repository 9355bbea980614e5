"""Steps of journeys about telling people and duty: somebody leaves their post, nobody signs a critical ticket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import psycopg

from dispatch.actions.leaving import Leaving
from dispatch.actions.telling import Escalations

if TYPE_CHECKING:
    from tests.journeys.walking import Walk


async def taken(walk: Walk, step: dict[str, Any]) -> bool:
    """Take a step of these kinds; false where it is of another."""
    if "leaves" in step:
        await left(walk, step["leaves"], step.get("successor"))
    elif "unsigned_minutes" in step:
        await unsigned(walk, step["unsigned_minutes"])
    else:
        return False
    return True


async def nobody(_streams: Sequence[int]) -> None:
    """Nobody is waiting to be woken."""


async def left(walk: Walk, who: str, successor: str | None) -> None:
    """Somebody's posts end; what is open in their name goes to a successor, or back to the unit."""
    person = walk.people[who].person
    heir = walk.people[successor].person if successor else None
    with psycopg.connect(walk.owner_url) as connection:
        connection.execute(
            "WITH ended AS (UPDATE membership SET valid = tstzrange(lower(valid), now()) WHERE person = %s "
            "RETURNING person, unit, role) INSERT INTO post_end (person, unit, role, ends_at, successor, reason) "
            "SELECT person, unit, role, now(), %s, '调动' FROM ended",
            (person, heir),
        )
    await Leaving(walk.store, walk.worlds, nobody).hand_on()


async def unsigned(walk: Walk, minutes: int) -> None:
    """A critical ticket has waited for so many minutes more, at this very sending."""
    moved = "started_at = started_at - make_interval(mins => %s)"
    with psycopg.connect(walk.owner_url) as connection:
        connection.execute(f"UPDATE clock SET {moved} WHERE kind = 'sign'", (minutes,))
        connection.execute(f"UPDATE escalation SET {moved}", (minutes,))
    await Escalations(walk.store, walk.worlds, nobody).take_due()
