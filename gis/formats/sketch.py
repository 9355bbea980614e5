"""The ground a layer covers, drawn coarsely under each datum it may be in: which one fits is seen on a map at once.

Used by `inspection` only. Coarse on purpose: a wrong datum is hundreds of metres off, the sketch some ten.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.crs import Datum
from gis.formats.placed import guessed_datum, seen, shifted

_MOST_SHAPES: Final = 20_000  # of a larger layer its largest shapes
_MOST_VERTICES: Final = 1_500
_FINENESS: Final = 4_000  # the extent is this many of the coarse steps
_DEGREES: Final[tuple[Datum, ...]] = ("wgs84", "gcj02", "bd09")  # CGCS2000 is WGS 84 to the eye


def sketches(shapes: NDArray[np.object_]) -> dict[Datum, BaseGeometry]:
    """The outline of areal shapes in WGS 84, as each datum would have it; nothing where nothing makes sense."""
    look = seen(shapes)
    known = ~look.empty & ~look.wrong
    datum = guessed_datum(look, None)
    if datum is None:
        return {}
    outline = _outline(shapes[known])
    if outline.is_empty:
        return {}
    possible = _DEGREES if datum in _DEGREES else (datum,)
    swapped = bool(look.swapped[known].mean() > 0.5)
    drawn = np.array([outline], dtype=object)
    return {each: shifted(drawn, each, swapped)[0] for each in possible}


def _outline(shapes: NDArray[np.object_]) -> BaseGeometry:
    """The ground under all shapes, without the lines between them, in their own coordinates."""
    areas = shapes[shapely.get_dimensions(shapes) == 2]
    if not len(areas):
        return shapely.Polygon()
    if len(areas) > _MOST_SHAPES:
        areas = areas[np.argsort(shapely.area(areas))[-_MOST_SHAPES:]]
    west, south, east, north = shapely.total_bounds(areas)
    step = max(east - west, north - south) / _FINENESS
    # Grown by a step, neighbours that were drawn apart run together; then the ground shrinks back.
    coarse = shapely.buffer(shapely.simplify(areas, step), step, quad_segs=1, join_style="mitre")
    ground: BaseGeometry = shapely.buffer(shapely.union_all(coarse), -step, quad_segs=1, join_style="mitre")
    while shapely.get_num_coordinates(ground) > _MOST_VERTICES:
        step *= 2
        ground = shapely.simplify(ground, step)
    return ground
