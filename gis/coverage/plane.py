"""The plane in which coverages are measured, EPSG:4549 metres, and the layers of a draft laid out on it.

Used by the checks, by `gis.repair` and by `gis.crosswalk`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Area, Draft, Layer
from gis.coverage.fault import Fault, FaultKind, RepairKind, Severity, Tolerances
from gis.crs import Datum, from_wgs84_many, to_wgs84_many
from gis.ellipsoid import FLATTENING, SEMI_MAJOR_M

Geometries = NDArray[np.object_]
Coordinates = NDArray[np.float64]

PLANE: Final[Datum] = "cgcs2000_gk_cm120"
NOWHERE: Final = shapely.Polygon()
_POLYGON, _MULTIPOLYGON = 3, 6
_ALIKE: Final = 0.98  # of the outline; less has lost a hairline


def projected(xy: Coordinates) -> Coordinates:
    """Rows of WGS 84 lon, lat to rows of metres east, north."""
    return np.column_stack(from_wgs84_many(xy[:, 0], xy[:, 1], PLANE))


def unprojected(xy: Coordinates) -> Coordinates:
    """Rows of metres east, north to rows of WGS 84 lon, lat."""
    return np.column_stack(to_wgs84_many(xy[:, 0], xy[:, 1], PLANE))


def array_of(shapes: Any) -> Geometries:
    """Geometries as an array of objects, also when there is none or one."""
    listed = list(shapes)
    array = np.empty(len(listed), dtype=object)
    array[:] = listed
    return array


def metres(shapes: Geometries) -> Geometries:
    """WGS 84 degrees to metres; None and what has no area or no numbers becomes empty, Z and M are dropped."""
    kept = numeric(shapes)
    return np.asarray(shapely.transform(kept, projected), dtype=object) if len(kept) else kept


def numeric(shapes: Geometries) -> Geometries:
    """The polygons among shapes; what has no area, or a corner that is no number, becomes empty."""
    kept = array_of(shapes)
    kept[~np.isin(shapely.get_type_id(shapes), (_POLYGON, _MULTIPOLYGON))] = NOWHERE
    xy, owners = shapely.get_coordinates(kept, return_index=True)
    kept[np.unique(owners[~np.isfinite(xy).all(axis=1)])] = NOWHERE
    return kept


def ground_m2(shapes: Geometries) -> NDArray[np.float64]:
    """Square metres of WGS 84 shapes on the ellipsoid, straight lines being straight in degrees.

    Area in degrees times the scale at the middle: right to 1 in a million for shapes up to 0.3° high.
    """
    middle = np.radians(np.nan_to_num(shapely.get_y(shapely.centroid(shapes))))
    squared = FLATTENING * (2 - FLATTENING)
    scale = SEMI_MAJOR_M**2 * (1 - squared) / (1 - squared * np.sin(middle) ** 2) ** 2 * np.cos(middle)
    return np.asarray(shapely.area(shapes) * scale * np.radians(1) ** 2)


def laid(shapes: Geometries) -> Geometries:
    """Geometries of any type, WGS 84 degrees to metres."""
    return np.asarray(shapely.transform(shapes, projected), dtype=object) if len(shapes) else shapes


def degrees(shape: BaseGeometry) -> BaseGeometry:
    """Metres to WGS 84 degrees."""
    return shapely.transform(shape, unprojected)


def width(shape: BaseGeometry) -> float:
    """Mean width of a polygon in metres: 2 × area / perimeter."""
    return float(2 * shape.area / shape.length) if shape.length else 0.0


class Piece(NamedTuple):
    """A faulty piece of ground, metres.

    core: what is told, without the hairlines that hang on it where a border has a corner that the border above lacks.
    whole: what a repair hands over, its corners the very numbers of the areas it was cut from.
    """

    core: BaseGeometry
    whole: BaseGeometry


def pieces(shape: BaseGeometry, tolerances: Tolerances) -> Iterator[Piece]:
    """The areal parts of an overlay's result that are large and wide enough to be more than rounding."""
    for part in shapely.get_parts(areal(shape)):
        if part.area > tolerances.area_m2:
            yield from _without_hairlines(part, tolerances)


def _without_hairlines(part: BaseGeometry, tolerances: Tolerances) -> Iterator[Piece]:
    """The wide pieces of a polygon; a hairline of some millimetres may link several."""
    half = tolerances.snap_m / 2
    cores = [core for core in shapely.get_parts(part.buffer(-half, join_style="mitre")) if not core.is_empty]
    grown = [core.buffer(half, join_style="mitre") for core in cores]
    if len(grown) == 1 and grown[0].length > part.length * _ALIKE:
        yield Piece(part, part)
        return
    for piece in grown:
        exact = shapely.snap(piece, part, half)
        for core in shapely.get_parts(areal(shapely.intersection(exact if exact.is_valid else piece, part))):
            if core.area > tolerances.area_m2:
                yield Piece(core, part if len(grown) == 1 else core)


def areal(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry, as one (Multi)Polygon."""
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    parts = [areal(part) for part in shapely.get_parts(shape) if part.geom_type not in _THIN]
    polygons = [polygon for part in parts for polygon in shapely.get_parts(part)]
    return shapely.MultiPolygon(polygons) if polygons else NOWHERE


_THIN: Final = ("Point", "MultiPoint", "LineString", "MultiLineString", "LinearRing")


@dataclass(frozen=True)
class Level:
    """One layer of a draft on the plane. shapes: as drawn, metres. valid: which of them are valid polygons.

    sound: the shapes with stand-ins for those that are not, so that a broken ring is not told again as a gap.
    """

    layer: Layer
    areas: tuple[Area, ...]
    shapes: Geometries
    valid: NDArray[np.bool_]
    sound: Geometries

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Index over the sound shapes."""
        return shapely.STRtree(self.sound)

    @cached_property
    def by_code(self) -> dict[str, int]:
        """Place of each area by code; the first one where a code occurs twice."""
        places: dict[str, int] = {}
        for place, area in enumerate(self.areas):
            places.setdefault(area.code, place)
        return places

    @cached_property
    def whole(self) -> dict[str, BaseGeometry]:
        """Sound shape by code, joined where a code occurs twice."""
        found: dict[str, BaseGeometry] = {}
        for area, shape in zip(self.areas, self.sound, strict=True):
            former = found.get(area.code)
            found[area.code] = shape if former is None else shapely.union(former, shape)
        return found


def level(draft: Draft, layer: Layer) -> Level:
    """One layer of a draft, laid out on the plane."""
    areas = draft.layer(layer)
    shapes = metres(array_of(area.geometry for area in areas))
    valid, stand_ins = sound(shapes)
    return Level(layer, areas, shapes, valid, stand_ins)


def sound(shapes: Geometries) -> tuple[NDArray[np.bool_], Geometries]:
    """Which shapes are valid, and the shapes with the nearest valid (Multi)Polygon for those that are not."""
    valid = np.asarray(shapely.is_valid(shapes), dtype=bool)
    mended = array_of(shapes)
    for place in np.flatnonzero(~valid).tolist():
        mended[place] = areal(shapely.make_valid(shapes[place], method="structure", keep_collapsed=False))
    return valid, mended


def gravity(layer: Layer) -> Severity:
    """How grave a fault of drawing is. Police grids are told only: cells and links decide who owns a ticket."""
    return "warning" if layer == "police_grid" else "blocking"


def ground_fault(
    kind: FaultKind, layer: Layer, codes: tuple[str, ...], part: BaseGeometry, says: str,
    repair: RepairKind | None = None,
) -> Fault:  # fmt: skip
    """A fault that is a piece of ground; `part` in metres."""
    return Fault(
        kind, gravity(layer), layer, codes, degrees(part), float(part.area), width(part), says, repair
    )
