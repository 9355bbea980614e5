"""Who am I here: person, roles, streams, the town to look at. Asked by every page when it opens."""

from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor
from dispatch.domain.units import Units
from dispatch.reads.reach import reach
from dispatch.store import directory, tiles
from dispatch.store.database import Database


async def me(database: Database, units: Units, actor: Actor, post: str) -> dict[str, Any]:
    """The signed-in person as the pages know them."""
    assert actor.person is not None
    home = reach(actor.memberships, units).home
    town = home.town if home else None
    async with database.reader(access.readers(actor.person, actor.memberships)) as tx:
        version = await directory.published(tx)
        bounds = await directory.bounds(tx, version, town) if version is not None else None
        names = (await tiles.versions(tx)).gazetteer
    joined = access.streams(actor.memberships, units)
    return {
        "person": {"id": actor.person, "name": actor.name, "post": post},
        "memberships": _memberships(actor, units),
        "handles": sorted(access.handled_units(actor)),
        "rights": access.rights_revision(actor.person, actor.memberships),
        "streams": [{"id": stream, "name": units.name(stream)} for stream in joined],
        "home": {"unit": home.id if home else None, "town": town, "bounds": bounds},
        "boundary_version": version,
        "gazetteer_version": names,
        "text": {"district_name": units.name(units.district)},
    }


def _memberships(actor: Actor, units: Units) -> list[dict[str, Any]]:
    return [
        {
            "role": each.role,
            "unit": each.unit,
            "unit_name": units.name(each.unit),
            "of": each.of or None,
        }
        for each in sorted(actor.memberships)
    ]
