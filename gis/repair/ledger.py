"""Back from the plane to degrees, so that a corner that did not move is the very same number afterwards.

A roundtrip through metres moves a corner by a nanometre, which is enough to part two neighbours; the overlays of
`ground` work on a grid of a tenth of a millimetre, which is enough to part them too.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.coverage.plane import Coordinates, Level, array_of, unprojected

GRID_M: Final = 1e-4
_PAIR: Final = np.dtype([("east", np.int64), ("north", np.int64)])


class Ledger:
    """The corners of some levels: where each stands on the grid, and the degrees it came from."""

    def __init__(self, *levels: Level) -> None:
        drawn = [
            (area.geometry, shape)
            for level in levels
            for area, shape in zip(level.areas, level.shapes, strict=True)
            if not shape.is_empty
        ]
        metres = shapely.get_coordinates(array_of(shape for _, shape in drawn))
        self._corners, first = np.unique(_on_grid(metres), return_index=True)
        self._degrees = shapely.get_coordinates(array_of(geometry for geometry, _ in drawn))[first]

    def knows(self, xy: Coordinates) -> NDArray[np.bool_]:
        """Which rows (metres) are corners of these levels."""
        return self._found(xy)[1]

    def degrees(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in metres → WGS 84 degrees; known corners exactly as they were."""
        return shapely.transform(shape, self._back)

    def _back(self, xy: Coordinates) -> Coordinates:
        back = unprojected(xy)
        places, known = self._found(xy)
        back[known] = self._degrees[places[known]]
        return back

    def _found(self, xy: Coordinates) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Where each row stands in the ledger, and whether it does."""
        if not len(self._corners):
            return np.zeros(len(xy), dtype=np.int64), np.zeros(len(xy), dtype=bool)
        wanted = _on_grid(xy)
        places = np.minimum(np.searchsorted(self._corners, wanted), len(self._corners) - 1)
        return places, self._corners[places] == wanted


def _on_grid(xy: Coordinates) -> NDArray[np.void]:
    pairs: NDArray[np.void] = np.ascontiguousarray(np.rint(xy / GRID_M).astype(np.int64)).view(_PAIR).ravel()
    return pairs
