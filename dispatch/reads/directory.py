"""Whom one may name, choose and call: units, people, places' names, categories. Asked by desk and phone."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.privacy import mask_phone
from dispatch.domain.units import Units
from dispatch.reads.reach import reach
from dispatch.store import directory as store
from dispatch.store.database import Database


async def directory(database: Database, units: Units, actor: Actor) -> dict[str, Any]:
    """What the person's work needs: their own centers' units and people, for the district everybody's."""
    assert actor.person is not None
    mine = reach(actor.memberships, units)
    centers = None if mine.everywhere else mine.centers
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        return {
            "units": await store.units(tx, centers),
            "people": [_masked(each) for each in await store.people(tx, centers)],
            "towns": await store.towns(tx),
            "villages": await store.villages(tx, None if mine.everywhere else mine.towns),
            "categories": await store.categories(tx),
        }


def _masked(person: dict[str, Any]) -> dict[str, Any]:
    phone = person.pop("phone")
    return person | {"phone_masked": mask_phone(phone) or ""}
