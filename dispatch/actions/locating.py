"""From the geocoder's match to the service's location: the one place where ``gis`` and ``domain`` meet."""

import math
from collections.abc import Collection
from dataclasses import replace

from dispatch.actions.world import World
from dispatch.domain.location import Location, tile_key
from dispatch.domain.messages import Fault, Message, quoted
from dispatch.saying import say
from gis.answer import says_where
from gis.channel import FINE, Vote, hypothesis_of, vote_of
from gis.geocode import Heard
from gis.match import Match, Query

ZOOM = 14
PICKED = say("由人工选定位置")
"""Stands where a pushed coordinate would be named as the reason."""
_SURE = 0.9
"""From this P(town) on the words are sure enough to test a coordinate by them."""
_LONGEST_DATUM = 20
_FARTHEST_M = 1_300.0
"""How far the same numbers may lie apart in two datums."""
_DOUBTED = say("这个渠道的坐标系有告警，坐标没有采用，请核对文字后在地图上确认")


def locate(world: World, message: Message, datum: str, *, doubted: Collection[str] = frozenset()) -> Location:
    """Where a message says it is: its coordinate in its own or the channel's datum, else its words.

    Where both are there, the words vote on the channel's datum (``gis.channel``); the vote is kept with the answer.
    ``doubted``: declared datums about which an alarm stands. Such a coordinate places nothing that no words confirm.
    """
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
    heard = world.locator.hear(query)
    found = location_of(world, heard.match, message.lon, message.lat)
    if message.lon is None and message.lat is None:
        return found
    return _with_coordinate(world, query, heard, found, doubted)


def locate_point(world: World, lon: float, lat: float, datum: str) -> Location:
    """Where a point is that a person picked: certain by definition, so without a probability."""
    match = world.locator.locate(Query(id="", lon=lon, lat=lat, datum=datum))
    found = location_of(world, match, lon, lat, picked=True)
    reasons = [PICKED, *match.reasons[1:]] if found.cell else list(match.reasons)
    located = {**found.located, "reasons": reasons, "picked": {"lon": lon, "lat": lat, "datum": datum}}
    return replace(found, p_cell=None, p_town=None, located=located)


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
        town_certain=match.town is not None and (picked or world.locator.thresholds.is_town_certain(match)),
        tile=tile_of(match.lon, match.lat) if match.lon is not None and match.lat is not None else None,
        located=_explained(world, match),
    )


def _explained(world: World, match: Match) -> dict[str, object]:
    """What the answer rests on: what a report and a refit learn from later, and the version of what was set."""
    given = match.to_dict()
    kept = ("level", "lon", "lat", "cell", "village", "town", "candidates", "reasons", "on_edge")
    told = {name: given[name] for name in kept} | {"setting": world.setting.version}
    if match.raw != (match.p_cell, match.p_town):
        told["raw"] = list(match.raw)
    return told


def _with_coordinate(
    world: World, query: Query, heard: Heard, found: Location, doubted: Collection[str]
) -> Location:
    """The location with what is to be said of the pushed coordinate: its vote, its faults, its datum as declared."""
    match, read = heard.match, heard.coordinate
    located = dict(found.located)
    cast = _vote(query, heard)
    if cast is not None:
        located["vote"] = cast.to_dict()
    if match.level == "coordinate" and match.datum != read.datum:
        located["taken_as"] = match.datum
    field = "datum" if read.fault == "datum" else "lon"
    warnings = (Fault(field, read.says),) if read.says else ()
    declared = read.datum or quoted(query.datum)[:_LONGEST_DATUM]
    told = replace(found, datum=declared, located=located, warnings=warnings)
    is_doubted = hypothesis_of(declared) in doubted and match.level == "coordinate"
    confirmed = cast is not None and match.datum is not None and cast.clear == hypothesis_of(match.datum)
    return _doubted(world, told) if is_doubted and not confirmed else told


def _doubted(world: World, found: Location) -> Location:
    """A coordinate of a channel with an alarm: shown, not acted on; its town only where no datum would change it."""
    reasons = [*found.located["reasons"], _DOUBTED]
    sure = False
    if found.lon is not None and found.lat is not None:
        reach = world.locator.cells.chances(found.lon, found.lat, _FARTHEST_M)
        sure = reach.of_town(found.town) >= world.locator.thresholds.town
    return replace(found, auto=False, town_certain=sure, located={**found.located, "reasons": reasons})


def _vote(query: Query, heard: Heard) -> Vote | None:
    """What a ticket says of its channel's datum, when its words name a place closely and surely enough."""
    verdict = heard.verdict
    if verdict is None or not says_where(verdict) or verdict.p_town < _SURE:
        return None
    said = verdict.option
    if said.level not in FINE:
        return None
    return vote_of(heard.coordinate, query.lon, query.lat, (said.lon, said.lat), said.radius_m)


def _police_grid(world: World, cell: str | None) -> str | None:
    found = world.locator.cells.cell(cell) if cell else None
    return found.police_grid or None if found else None


def tile_of(lon: float, lat: float) -> int:
    """The key of the map tile (zoom 14, Web Mercator) that holds a point."""
    scale = 1 << ZOOM
    x = int((lon + 180.0) / 360.0 * scale)
    y = int((1.0 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2.0 * scale)
    return tile_key(x, y)
