"""Ground in hexagons of one width: which of them a point lies in, and where their corners are.

Used by the service's heat map: the database counts by the formula of `hexagon_of`, pages draw by that of `corners`. The
plane is equirectangular about a district, its degrees as long as they are on the ellipsoid at one parallel: within a
district of a degree the width is true to one per cent, and a point's hexagon needs arithmetic on its degrees alone,
which no index, row security or parallel worker stands in the way of.

Hexagons stand on a corner, in rows: in each second row they are shifted by half a width. So their middles are two
rectangular lattices, and the nearest of each is found by rounding.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from gis.ellipsoid import FLATTENING, SEMI_MAJOR_M

ROW: Final = math.sqrt(3) / 2
"""Rows are this much of a width apart."""
_SQUARED_ECCENTRICITY: Final = FLATTENING * (2 - FLATTENING)


class Lattice(NamedTuple):
    """Where hexagons are counted from (WGS 84 degrees), and how many metres a degree there is long."""

    lon: float
    lat: float
    east_m: float
    north_m: float


class Hexagon(NamedTuple):
    """One of them: half widths east and rows north of the lattice's origin; both are even, or both are odd."""

    east: int
    north: int


def lattice_about(lon: float, lat: float) -> Lattice:
    """The lattice of a district whose middle (WGS 84 degrees) lies at a point.

    Its parallel is the middle's to half a degree, its origin a whole one: borders that move a little move no hexagon.
    """
    parallel = math.radians(round(lat * 2) / 2)
    curved = 1 - _SQUARED_ECCENTRICITY * math.sin(parallel) ** 2
    degree = math.radians(1)
    return Lattice(
        float(math.floor(lon)),
        float(math.floor(lat)),
        SEMI_MAJOR_M * math.cos(parallel) / math.sqrt(curved) * degree,
        SEMI_MAJOR_M * (1 - _SQUARED_ECCENTRICITY) / curved**1.5 * degree,
    )


def hexagon_of(lattice: Lattice, width_m: float, lon: float, lat: float) -> Hexagon:
    """The hexagon a point (WGS 84 degrees) lies in."""
    x = (lon - lattice.lon) * lattice.east_m / width_m
    y = (lat - lattice.lat) * lattice.north_m / width_m / ROW
    even = (math.floor(x + 0.5), 2 * math.floor(y / 2 + 0.5))
    odd = (math.floor(x) + 0.5, 2 * math.floor(y / 2) + 1)
    across, up = min((even, odd), key=lambda middle: _apart(x - middle[0], y - middle[1]))
    return Hexagon(round(2 * across), up)


def corners(lattice: Lattice, width_m: float, hexagon: Hexagon) -> list[tuple[float, float]]:
    """Its six corners (WGS 84 degrees), the northern first, clockwise."""
    x, y = hexagon.east / 2 * width_m, hexagon.north * ROW * width_m
    radius = width_m / math.sqrt(3)
    around = [math.radians(60 * corner) for corner in range(6)]
    return [
        (
            lattice.lon + (x + radius * math.sin(angle)) / lattice.east_m,
            lattice.lat + (y + radius * math.cos(angle)) / lattice.north_m,
        )
        for angle in around
    ]


def _apart(across: float, up: float) -> float:
    """The square of a distance in widths; rows are nearer to one another than middles within a row."""
    return across**2 + (up * ROW) ** 2
