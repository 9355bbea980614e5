"""What an overlay leaves behind, swept up: crumbs, spikes, corners a hair apart; and the way back to degrees.

Only corners that the overlay computed go; those of the areas themselves stay the very numbers they were.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage.fault import Tolerances
from gis.coverage.plane import NOWHERE, Coordinates, areal, array_of, metres
from gis.repair.ledger import Ledger

_HAIR_M: Final = 0.001
_CRUMB_M2: Final = 1e-3


def tidy(shape: BaseGeometry, ledger: Ledger) -> BaseGeometry:
    """The polygons of an overlay's result (metres) without crumbs, spikes and doubled corners."""
    parts = [_polygon(part, ledger) for part in shapely.get_parts(areal(shape)) if part.area > _CRUMB_M2]
    polygons = [part for part in parts if part is not None]
    if not polygons:
        return NOWHERE
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def settled(shape: BaseGeometry, ledger: Ledger, tolerances: Tolerances) -> BaseGeometry | None:
    """A shape in metres → WGS 84 degrees, valid there and back on the plane; None where that would move ground."""
    back = ledger.degrees(shape)
    if _sound(back):
        return back
    mended = areal(shapely.make_valid(back, method="structure", keep_collapsed=False))
    area = metres(array_of([mended]))[0].area
    return mended if _sound(mended) and abs(area - shape.area) <= tolerances.area_m2 else None


def _sound(shape: BaseGeometry) -> bool:
    return not shape.is_empty and shape.is_valid and bool(metres(array_of([shape]))[0].is_valid)


def _polygon(polygon: BaseGeometry, ledger: Ledger) -> shapely.Polygon | None:
    rings = [_ring(shapely.get_coordinates(ring)[:-1], ledger) for ring in shapely.get_rings(polygon)]
    holes = [ring for ring in rings[1:] if len(ring) > 2]
    return shapely.Polygon(rings[0], holes) if len(rings[0]) > 2 else None


def _ring(ring: Coordinates, ledger: Ledger) -> Coordinates:
    """The corners of a ring, without spikes and without computed corners a hair from the next."""
    while len(ring) > 2:
        gone = _spike(ring)
        gone = _doubled(ring, ledger) if gone is None else gone
        if gone is None:
            break
        ring = np.delete(ring, gone, axis=0)
    return ring


def _spike(ring: Coordinates) -> int | None:
    """A corner from which the outline runs straight back: its two edges lie within a hair of one another."""
    before, after = np.roll(ring, 1, axis=0) - ring, np.roll(ring, -1, axis=0) - ring
    reach = np.maximum(np.hypot(*before.T), np.hypot(*after.T))
    apart = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) / np.maximum(reach, _HAIR_M)
    found = np.flatnonzero((apart < _HAIR_M) & ((before * after).sum(axis=1) >= 0))
    return int(found[0]) if len(found) else None


def _doubled(ring: Coordinates, ledger: Ledger) -> int | None:
    """A computed corner a hair from the one after it or before it."""
    near = np.hypot(*(np.roll(ring, -1, axis=0) - ring).T) < _HAIR_M
    beside = near | np.roll(near, 1)
    if not beside.any():
        return None
    computed = np.flatnonzero(beside & ~ledger.knows(ring))
    return int(computed[0]) if len(computed) else None
