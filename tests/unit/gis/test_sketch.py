"""The sketch of a layer's ground: where it would lie under each datum it may be in."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from gis.crs import from_wgs84_many
from gis.formats.sketch import sketches

WEST, SOUTH, SIDE = 118.9, 33.4, 0.02


def squares(count: int) -> np.ndarray:
    """Squares side by side, in WGS 84."""
    return np.array(
        [
            shapely.box(WEST + i * SIDE, SOUTH + j * SIDE, WEST + (i + 1) * SIDE, SOUTH + (j + 1) * SIDE)
            for i in range(count)
            for j in range(count)
        ],
        dtype=object,
    )


def written_in(shapes: np.ndarray, datum: str) -> np.ndarray:
    """The same ground as a file of that datum would hold it."""
    return shapely.transform(shapes, lambda xy: np.column_stack(from_wgs84_many(xy[:, 0], xy[:, 1], datum)))


@pytest.mark.parametrize("datum", ["wgs84", "gcj02", "bd09", "cgcs2000_gk_cm120", "cgcs2000_gk_zone40"])
def test_the_right_datum_puts_the_ground_where_it_is(datum: str) -> None:
    ground = shapely.box(WEST, SOUTH, WEST + 10 * SIDE, SOUTH + 10 * SIDE)
    drawn = sketches(written_in(squares(10), datum))
    apart = {
        name: shapely.symmetric_difference(shape, ground).area / ground.area for name, shape in drawn.items()
    }
    assert apart[datum] < 0.003
    assert min(apart, key=lambda name: apart[name]) == datum
    assert all(apart[name] > 0.02 for name in apart if name != datum)


def test_lines_between_neighbours_are_not_drawn() -> None:
    (outline,) = {shape.wkb: shape for shape in [sketches(squares(10))["wgs84"]]}.values()
    assert outline.geom_type == "Polygon"
    assert len(outline.interiors) == 0


def test_latitude_first_is_turned_round() -> None:
    turned = shapely.transform(squares(3), lambda xy: xy[:, ::-1])
    assert sketches(turned)["wgs84"].bounds == pytest.approx(
        (WEST, SOUTH, WEST + 3 * SIDE, SOUTH + 3 * SIDE), abs=1e-4
    )


def test_metres_are_of_one_datum_only() -> None:
    assert set(sketches(written_in(squares(2), "cgcs2000_gk_cm120"))) == {"cgcs2000_gk_cm120"}


def test_nothing_that_makes_sense_has_no_sketch() -> None:
    nowhere = np.array([shapely.box(1, 1, 2, 2), None, shapely.Point(119, 33.5)], dtype=object)
    assert sketches(nowhere[:1]) == {}
    assert sketches(nowhere[2:]) == {}


def test_ragged_ground_stays_small() -> None:
    angles = np.linspace(0, 2 * np.pi, 60_000, endpoint=False)
    far = 0.2 + 0.02 * np.sin(angles * 900)
    ragged = shapely.Polygon(np.column_stack([119 + far * np.cos(angles), 33.6 + far * np.sin(angles)]))
    drawn = sketches(np.array([ragged], dtype=object))["wgs84"]
    assert shapely.get_num_coordinates(drawn) <= 1_500
