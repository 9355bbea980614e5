"""Back from the plane to degrees, so that a corner that did not move is the very same number afterwards.

A roundtrip through metres moves a corner by a nanometre, which is enough to part two neighbours.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.coverage.plane import Coordinates, Level, array_of, unprojected

_PAIR = np.dtype([("east", np.float64), ("north", np.float64)])


class Ledger:
    """The corners of some levels: metres, and the degrees they came from."""

    def __init__(self, *levels: Level) -> None:
        drawn = [
            (area.geometry, shape)
            for level in levels
            for area, shape in zip(level.areas, level.shapes, strict=True)
            if not shape.is_empty
        ]
        metres = shapely.get_coordinates(array_of(shape for _, shape in drawn))
        self._metres, first = np.unique(_pairs(metres), return_index=True)
        self._degrees = shapely.get_coordinates(array_of(geometry for geometry, _ in drawn))[first]

    def degrees(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in metres → WGS 84 degrees; known corners exactly as they were."""
        return shapely.transform(shape, self._back)

    def _back(self, xy: Coordinates) -> Coordinates:
        back = unprojected(xy)
        if len(self._metres):
            wanted = _pairs(xy)
            places = np.minimum(np.searchsorted(self._metres, wanted), len(self._metres) - 1)
            known = self._metres[places] == wanted
            back[known] = self._degrees[places[known]]
        return back


def _pairs(xy: Coordinates) -> NDArray[np.void]:
    pairs: NDArray[np.void] = np.ascontiguousarray(xy).view(_PAIR).ravel()
    return pairs
