"""Who would own a point, and where an address may be: asked at each click on the placing page, so nothing is opened.

The world in force holds all of it; nothing is decided or written here.
"""

from typing import Any

from dispatch.actions.world import World
from dispatch.errors import BadInput
from dispatch.saying import say
from gis.address import normalise
from gis.cells import Cell, Spot
from gis.coordinate import Coordinate, check
from gis.gazetteer import Place
from gis.match import Candidate, Query
from gis.spans import scan

NEIGHBOUR_M = 500.0
"""How far away a neighbouring cell is still told of."""


def owner_of(world: World, lon: float, lat: float, datum: str | None) -> dict[str, Any]:
    """Cell, police grid and center of a point, and who is beyond the nearest border.

    Raises:
        BadInput: the datum cannot be used.
    """
    read = check(lon, lat, datum, world.locator.extent)
    _refuse_datum(read)
    spot = None if read.lon is None or read.lat is None else world.locator.cells.find(read.lon, read.lat)
    where = {
        "lon": read.lon if read.lon is not None else lon,
        "lat": read.lat if read.lat is not None else lat,
    }
    reasons = [read.says] if read.says else []
    if spot is None:
        reasons.append(say("这个点不在本区任何网格里，请确认是否区外诉求"))
        return {**where, **_nobody(), "reasons": reasons}
    beyond = world.locator.cells.beyond(spot, where["lon"], where["lat"], NEIGHBOUR_M)
    return {
        **where,
        **_owner(world, spot.cell),
        **_edge(spot),
        "neighbour": None if beyond is None else _neighbour(world, *beyond),
        "reasons": reasons,
    }


def _nobody() -> dict[str, Any]:
    names = (
        "cell",
        "village",
        "village_name",
        "town",
        "town_name",
        "police_grid",
        "center",
        "edge_m",
        "neighbour",
    )
    return {**dict.fromkeys(names), "on_edge": False}


def _edge(spot: Spot) -> dict[str, Any]:
    return {"edge_m": round(spot.edge_m, 1), "on_edge": spot.on_edge}


def _owner(world: World, cell: Cell) -> dict[str, Any]:
    labels = world.areas.labels
    return {
        "cell": {
            "code": cell.code,
            "name": labels.cells.get(cell.code, cell.code),
            "kind": world.cell_kinds.get(cell.code),
        },
        **_home(world, cell.village, cell.town),
        "police_grid": _police_grid(world, cell),
        "center": _center(world, cell.town),
    }


def _home(world: World, village: str | None, town: str | None) -> dict[str, Any]:
    labels = world.areas.labels
    return {
        "village": village,
        "village_name": labels.villages.get(village or ""),
        "town": town,
        "town_name": labels.towns.get(town or ""),
    }


def _police_grid(world: World, cell: Cell) -> dict[str, Any] | None:
    if not cell.police_grid:
        return None
    units = world.tables.units
    station = units.police_station_of_grid.get(cell.police_grid)
    return {
        "code": cell.police_grid,
        "name": world.areas.labels.police_grids.get(cell.police_grid, cell.police_grid),
        "police_station": None if station is None else units.name(station),
    }


def _center(world: World, town: str | None) -> dict[str, Any] | None:
    units = world.tables.units
    center = units.center_of_town.get(town or "")
    return None if center is None else {"id": center, "name": units.name(center)}


def _neighbour(world: World, cell: Cell, metres: float) -> dict[str, Any]:
    home = _home(world, cell.village, cell.town)
    return {
        "cell": cell.code,
        "name": world.areas.labels.cells.get(cell.code, cell.code),
        "village_name": home["village_name"],
        "town_name": home["town_name"],
        "center": _center(world, cell.town),
        "metres": round(metres, 1),
    }


def match_of(world: World, query: Query) -> dict[str, Any]:
    """The geocoder's answer with every place named.

    Raises:
        BadInput: nothing is asked, or only a coordinate whose datum cannot be used.
    """
    texts = any(text and text.strip() for text in (query.address, query.title, query.content, query.village))
    if not texts and (query.lon is None or query.lat is None):
        raise BadInput(say("请给出地址，或经度和纬度。"), field="address")
    if not texts:
        _refuse_datum(check(query.lon, query.lat, query.datum, world.locator.extent))
    match = world.locator.locate(query)
    cell = world.locator.cells.cell(match.cell) if match.cell else None
    return {
        **match.to_dict(),
        **_home(world, match.village, match.town),
        "cell_name": world.areas.labels.cells.get(match.cell or ""),
        "police_grid": None if cell is None else _police_grid(world, cell),
        "center": _center(world, match.town),
        "candidates": [_candidate(world, each) for each in match.candidates],
        "names": _names(world, query),
    }


def _names(world: World, query: Query) -> list[str]:
    """The names that were recognised, as they stand in the texts: what the page marks in the citizen's words."""
    gazetteer = world.locator.gazetteer
    found: dict[str, None] = {}
    for text, is_address in ((query.address, True), (query.title, False), (query.content, False)):
        if text:
            read = scan(normalise(text, gazetteer.region), gazetteer, is_address)
            found.update(dict.fromkeys(each.text for each in read.mentions if each.text in text))
    return list(found)


def _candidate(world: World, candidate: Candidate) -> dict[str, Any]:
    cell = world.locator.cells.cell(candidate.cell) if candidate.cell else None
    home: Cell | Place | None = cell or world.locator.gazetteer.place(candidate.place)
    village, town = (home.village, home.town) if home is not None else (None, None)
    return {
        **candidate._asdict(),
        "reasons": list(candidate.reasons),
        "cell_name": world.areas.labels.cells.get(candidate.cell or ""),
        **_home(world, village, town),
        "center": _center(world, town),
    }


def _refuse_datum(read: Coordinate) -> None:
    if read.fault == "datum":
        raise BadInput(f"{read.says}。", field="datum")
