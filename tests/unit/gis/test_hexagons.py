"""Hexagons of a plane: each point lies in the nearest one's, they leave no gap, and widths are true."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon

from gis.crs import from_wgs84
from gis.hexagons import Hexagon, corners, hexagon_of, lattice_about

LATTICE = lattice_about(119.0, 33.6)
lons = st.floats(118.6, 119.4)
lats = st.floats(33.2, 34.0)
widths = st.sampled_from((250, 500, 1000, 2000, 4000))


@given(lons, lats, widths)
def test_a_point_lies_within_its_hexagon(lon: float, lat: float, width: int) -> None:
    found = hexagon_of(LATTICE, width, lon, lat)
    outline = Polygon(corners(LATTICE, width, found))
    assert outline.distance(Point(lon, lat)) < 1e-9
    assert (found.east - found.north) % 2 == 0


@given(lons, lats, widths)
def test_the_middle_of_a_hexagon_lies_in_it(lon: float, lat: float, width: int) -> None:
    found = hexagon_of(LATTICE, width, lon, lat)
    middle = Polygon(corners(LATTICE, width, found)).centroid
    assert hexagon_of(LATTICE, width, middle.x, middle.y) == found


def test_neighbours_share_a_side_and_nothing_else() -> None:
    outline = Polygon(corners(LATTICE, 1000, Hexagon(20, 40)))
    around = [
        Hexagon(22, 40),
        Hexagon(21, 41),
        Hexagon(19, 41),
        Hexagon(18, 40),
        Hexagon(19, 39),
        Hexagon(21, 39),
    ]
    for each in around:
        other = Polygon(corners(LATTICE, 1000, each))
        assert outline.intersection(other).area < 1e-12
        assert outline.distance(other) < 1e-9


@pytest.mark.parametrize("lon", [118.6, 119.0, 119.4])
@pytest.mark.parametrize("lat", [33.25, 33.95])
def test_a_width_is_true_to_one_per_cent_all_over_the_district(lon: float, lat: float) -> None:
    found = hexagon_of(LATTICE, 1000, lon, lat)
    metres = [from_wgs84(*corner, "cgcs2000_gk_cm120") for corner in corners(LATTICE, 1000, found)]
    east, west = metres[1], metres[5]
    north, south = metres[0], metres[3]
    assert math.dist(east, west) == pytest.approx(1000, rel=0.01)
    assert math.dist(north, south) == pytest.approx(1000 * 2 / math.sqrt(3), rel=0.01)


def test_borders_that_move_a_little_move_no_hexagon() -> None:
    assert lattice_about(119.04, 33.55) == lattice_about(119.01, 33.6)
