"""The flat plane the district is drawn on: metres east and north of 119.0° E, 33.65° N. Used by the generator only.

One scale per axis serves the whole district: a drawing needs no better, and equal vertices stay equal.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]

ORIGIN_LON = 119.0
ORIGIN_LAT = 33.65
METRES_PER_LON = 92_762.0  # of the ellipsoid at 33.65° N
METRES_PER_LAT = 110_917.0
DECIMALS = 7  # of a degree: one centimetre


def metres(lon: float, lat: float) -> Point:
    """A place in degrees → metres on the plane."""
    return (lon - ORIGIN_LON) * METRES_PER_LON, (lat - ORIGIN_LAT) * METRES_PER_LAT


def degrees(x: float, y: float) -> Point:
    """Metres on the plane → longitude, latitude, rounded to a centimetre."""
    return (
        round(ORIGIN_LON + x / METRES_PER_LON, DECIMALS),
        round(ORIGIN_LAT + y / METRES_PER_LAT, DECIMALS),
    )


def degrees_many(points: Floats) -> Floats:
    """Rows of metres → rows of degrees, rounded to a centimetre."""
    scaled = points / np.array([METRES_PER_LON, METRES_PER_LAT]) + np.array([ORIGIN_LON, ORIGIN_LAT])
    found: Floats = np.round(scaled, DECIMALS)
    return found


def metres_many(points: Floats) -> Floats:
    """Rows of degrees → rows of metres."""
    found: Floats = (points - np.array([ORIGIN_LON, ORIGIN_LAT])) * np.array([METRES_PER_LON, METRES_PER_LAT])
    return found
