"""Which cell, village and town a point lies in, by the finished geometry. Used while places are made."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from deploy.demo.district.model import Cell
from deploy.demo.district.plane import Floats


class Whereabouts:
    """All cells, ready to be asked; a point on a border belongs to the cell with the lowest code."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = sorted(cells, key=lambda cell: cell.code)
        self._tree = shapely.STRtree([cell.shape for cell in self.cells])

    def find_many(self, points: Floats) -> list[Cell | None]:
        """The cell of each row (longitude, latitude), None outside the district."""
        asked, found = self._tree.query(shapely.points(points), predicate="intersects")
        lowest = np.full(len(points), len(self.cells))
        np.minimum.at(lowest, asked, found)
        return [self.cells[number] if number < len(self.cells) else None for number in lowest.tolist()]

    def find(self, lon: float, lat: float) -> Cell | None:
        """The cell of one point."""
        return self.find_many(np.array([[lon, lat]]))[0]
