"""Where a ticket is, as the service keeps it: one resolved location, or the honest lack of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dispatch.domain.messages import Fault

_METRES_TO_TILE_ZOOM = 14


@dataclass(frozen=True, slots=True)
class Location:
    """A ticket's place: lon, lat in EPSG:4326 degrees, with the level it is known to and how surely.

    ``radius_m`` holds 95 % of the error; ``p_cell`` and ``p_town`` are probabilities; ``auto`` says that it is sure
    enough to send by. ``located`` explains itself: datum as given, candidates, reasons.
    """

    lon: float | None
    lat: float | None
    raw_lon: float | None
    raw_lat: float | None
    datum: str | None
    level: str
    radius_m: float | None
    p_cell: float | None
    p_town: float | None
    edge_m: float | None
    near_edge: bool
    cell: str | None
    cell_kind: str | None
    village: str | None
    town: str | None
    police_grid: str | None
    boundary_version: int
    auto: bool
    town_certain: bool
    tile: int | None
    located: Mapping[str, Any]
    warnings: tuple[Fault, ...] = ()
    """What is wrong with a coordinate that was pushed, for whoever pushed it."""


def tile_key(x: int, y: int) -> int:
    """A map tile of zoom 14 as one integer: what tickets are found by under row security."""
    return x << _METRES_TO_TILE_ZOOM | y


def columns(location: Location, *, placed: bool) -> dict[str, Any]:
    """The ticket's columns for a location; what is not sure enough stays among the candidates unless ``placed``."""
    kept = location if placed else None
    return {
        "lon": location.lon if kept else None,
        "lat": location.lat if kept else None,
        "level": location.level,
        "radius_m": location.radius_m,
        "p_cell": location.p_cell,
        "p_town": location.p_town,
        "edge_m": location.edge_m if kept else None,
        "near_edge": location.near_edge,
        "cell": location.cell if kept else None,
        "village": location.village if kept else None,
        "police_grid": location.police_grid if kept else None,
        "boundary_version": location.boundary_version,
        "tile": location.tile if kept else None,
        "located": dict(location.located),
    }


def areas(location: Location) -> dict[str, Any]:
    """What a decision sees of a location."""
    return {
        "town": location.town,
        "cell": location.cell,
        "village": location.village,
        "police_grid": location.police_grid,
        "boundary_version": location.boundary_version,
    }


def pushed(location: Location) -> dict[str, Any]:
    """The columns of a coordinate as it came, which stay whatever is found out about the place later."""
    return {"raw_lon": location.raw_lon, "raw_lat": location.raw_lat, "datum": location.datum}
