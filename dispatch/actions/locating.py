"""From the geocoder's match to the service's location: the one place where ``gis`` and ``domain`` meet."""

import math
from dataclasses import replace

from dispatch.actions.world import World
from dispatch.domain.location import Location, tile_key
from dispatch.domain.messages import Message
from gis.match import Match, Query

ZOOM = 14
PICKED = "由人工选定位置"
"""Stands where a pushed coordinate would be named as the reason."""
TOWN_CERTAIN = 0.99
"""From this P(town) on a ticket goes to the town even where its cell is not known."""


def locate(world: World, message: Message, datum: str) -> Location:
    """Where a message says it is: its coordinate in its own or the channel's datum, else its words."""
    query = Query(
        id=message.order_no,
        address=message.address,
        title=message.title,
        content=message.content,
        lon=message.lon,
        lat=message.lat,
        datum=message.datum or datum,
        village=message.village,
    )
    return location_of(world, world.locator.locate(query), message.lon, message.lat)


def locate_point(world: World, lon: float, lat: float, datum: str) -> Location:
    """Where a point is that a person picked: certain by definition, so without a probability."""
    match = world.locator.locate(Query(id="", lon=lon, lat=lat, datum=datum))
    found = location_of(world, match, lon, lat, picked=True)
    reasons = [PICKED, *match.reasons[1:]] if found.cell else list(match.reasons)
    return replace(found, p_cell=None, p_town=None, located={**found.located, "reasons": reasons})


def location_of(
    world: World, match: Match, raw_lon: float | None, raw_lat: float | None, *, picked: bool = False
) -> Location:
    """The service's location for a match; ``picked`` by a person needs no threshold."""
    placed = match.cell is not None and match.lon is not None and match.lat is not None
    return Location(
        lon=match.lon,
        lat=match.lat,
        raw_lon=raw_lon,
        raw_lat=raw_lat,
        datum=match.datum,
        level=match.level,
        radius_m=match.radius_m,
        p_cell=match.p_cell,
        p_town=match.p_town,
        edge_m=match.edge_m,
        near_edge=bool(match.near_edge),
        cell=match.cell,
        cell_kind=world.cell_kinds.get(match.cell or ""),
        village=match.village,
        town=match.town,
        police_grid=_police_grid(world, match.cell),
        boundary_version=match.boundary_version,
        auto=placed and (picked or match.auto),
        town_certain=match.town is not None and (picked or (match.p_town or 0.0) >= TOWN_CERTAIN),
        tile=tile_of(match.lon, match.lat) if match.lon is not None and match.lat is not None else None,
        located=_explained(match),
    )


def _explained(match: Match) -> dict[str, object]:
    given = match.to_dict()
    return {name: given[name] for name in ("level", "lon", "lat", "cell", "candidates", "reasons", "on_edge")}


def _police_grid(world: World, cell: str | None) -> str | None:
    found = world.locator.cells.cell(cell) if cell else None
    return found.police_grid or None if found else None


def tile_of(lon: float, lat: float) -> int:
    """The key of the map tile (zoom 14, Web Mercator) that holds a point."""
    scale = 1 << ZOOM
    x = int((lon + 180.0) / 360.0 * scale)
    y = int((1.0 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2.0 * scale)
    return tile_key(x, y)
