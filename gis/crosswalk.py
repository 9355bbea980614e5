"""From the areas of one boundary version to those of another, by the ground they share.

Serves statistics across versions, the preview of a publication and the history of a cell. Works for any layer:
cells, villages, towns, police grids. Shapes are laid over one another in degrees, as they are stored: a corner that
one version has on a straight line of the other then lies on it exactly. Ground is square metres on the ellipsoid.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Area
from gis.coverage.plane import Geometries, array_of, ground_m2, numeric, sound

NEGLIGIBLE: Final = 1e-6  # a share of both areas below this is rounding of the overlay

Places = NDArray[np.int64]
Floats = NDArray[np.float64]


class CrosswalkRow(NamedTuple):
    """Ground that an old and a new area share. Shares are 0 to 1.

    new None: ground of the old area that no new area covers; old None: ground that no old area covered. The rows
    of one old area add up to a share_of_old of 1, those of one new area to a share_of_new of 1.
    """

    old: str | None
    new: str | None
    area_m2: float
    share_of_old: float
    share_of_new: float


def crosswalk(old: Iterable[Area], new: Iterable[Area]) -> list[CrosswalkRow]:
    """Rows between two sets of areas, each a coverage in WGS 84 degrees, by the old and the new code, None last.

    Several areas of one code count as one. Where areas of one side overlap one another, shares are taken so that
    they still add up to 1; a broken ring counts with the ground it encloses.
    """
    before, after = _Side(old), _Side(new)
    return _rows(before, after, _shared(before, after))


class _Side:
    """The areas of one version by ordered code."""

    def __init__(self, areas: Iterable[Area]) -> None:
        shapes: dict[str, list[BaseGeometry]] = {}
        for area in areas:
            shapes.setdefault(area.code, []).append(area.geometry)
        self.codes = sorted(shapes)
        drawn = array_of(
            shapes[code][0] if len(shapes[code]) == 1 else shapely.union_all(shapes[code])
            for code in self.codes
        )
        self.drawn: list[bytes] = shapely.to_wkb(drawn).tolist()
        self.shapes: Geometries = sound(numeric(drawn))[1]
        self.areas: Floats = shapely.area(self.shapes)
        self.areas_m2: Floats = ground_m2(self.shapes)


class _Shared(NamedTuple):
    """Pairs of places that share ground: in square degrees, as it is compared, and in square metres."""

    one: Places
    two: Places
    ground: Floats
    ground_m2: Floats


def _shared(before: _Side, after: _Side) -> _Shared:
    """All pairs. Areas drawn alike need no overlay."""
    same = {shape: place for place, shape in enumerate(after.drawn)}
    alike = [(place, same[shape]) for place, shape in enumerate(before.drawn) if shape in same]
    kept = np.ones(len(before.codes), dtype=bool)
    kept_after = np.ones(len(after.codes), dtype=bool)
    for place, twin in alike:
        kept[place] = kept_after[twin] = False
    overlaid = _overlaid(before, after, np.flatnonzero(kept), np.flatnonzero(kept_after))
    first = np.array([place for place, _ in alike], dtype=np.int64)
    second = np.array([twin for _, twin in alike], dtype=np.int64)
    whole = _Shared(first, second, before.areas[first], before.areas_m2[first])
    return _Shared(*(np.concatenate(both) for both in zip(whole, overlaid, strict=True)))


def _overlaid(before: _Side, after: _Side, places: Places, others: Places) -> _Shared:
    shapes, tree = before.shapes[places], shapely.STRtree(after.shapes[others])
    shapely.prepare(shapes)
    one, two = tree.query(shapes, predicate="intersects")
    first, second = places[one], others[two]
    pieces = shapely.intersection(before.shapes[first], after.shapes[second])
    ground = shapely.area(pieces)
    real = ground > NEGLIGIBLE * np.minimum(before.areas[first], after.areas[second])
    return _Shared(first[real], second[real], ground[real], ground_m2(pieces[real]))


def _rows(before: _Side, after: _Side, shared: _Shared) -> list[CrosswalkRow]:
    of_old, left = _shares(shared.one, shared, before)
    of_new, fresh = _shares(shared.two, shared, after)
    columns = (shared.one, shared.two, shared.ground_m2, of_old, of_new)
    rows = [
        CrosswalkRow(before.codes[one], after.codes[two], *figures)
        for one, two, *figures in zip(*(column.tolist() for column in columns), strict=True)
    ]
    for place in np.flatnonzero(left).tolist():
        area, share = float(before.areas_m2[place]), float(left[place])
        rows.append(CrosswalkRow(before.codes[place], None, share * area, share, 0.0))
    for place in np.flatnonzero(fresh).tolist():
        area, share = float(after.areas_m2[place]), float(fresh[place])
        rows.append(CrosswalkRow(None, after.codes[place], share * area, 0.0, share))
    return sorted(rows, key=lambda row: (row.old is None, row.old or "", row.new is None, row.new or ""))


def _shares(places: Places, shared: _Shared, side: _Side) -> tuple[Floats, Floats]:
    """Each pair's share of its area, and the share of each area that no pair has; together 1 for every area."""
    count, tiny = len(side.codes), np.finfo(float).tiny
    full = np.bincount(places, shared.ground, count) > side.areas * (1 - NEGLIGIBLE)
    covered = np.bincount(places, shared.ground_m2, count)
    whole = np.maximum(np.where(full, covered, np.maximum(side.areas_m2, covered)), tiny)
    left = np.where(full, 0.0, 1 - covered / whole)
    return shared.ground_m2 / whole[places], left
