"""Point → cell: agreement with shapely's covers, edges and ties, distances, probabilities, refused input."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gis.cells import Cell, CellIndex
from gis.ellipsoid import metres_per_degree
from gis.errors import CellsError
from gis.raster import NO_CELL
from tests.unit.gis.district import STEP, at, cell_rows

PLAIN = CellIndex.from_rows(cell_rows(), 1)
WIDTH_M = metres_per_degree(33.605)[0] * STEP


def irregular(count: int, seed: int) -> CellIndex:
    """Voronoi cells with wiggly borders, one of them with a hole that another fills, one in two parts."""
    random = np.random.default_rng(seed)
    frame = shapely.box(118.9, 33.5, 119.1, 33.7)
    points = shapely.MultiPoint(
        np.column_stack([random.uniform(118.9, 119.1, count), random.uniform(33.5, 33.7, count)])
    )
    parts = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=frame))
    shapes = [part for part in shapely.intersection(parts, frame) if not part.is_empty]
    middle = shapely.buffer(shapely.centroid(shapes[0]), 0.0005)
    shapes = [shapely.difference(shapes[0], middle), *shapes[1:-2], shapely.union_all(shapes[-2:]), middle]
    cells = [
        Cell(f"3208040011{number:05d}", f"v{number // 5}", f"t{number // 20}", None)
        for number in range(len(shapes))
    ]
    return CellIndex(cells, shapes, 1)


def covering(index: CellIndex, lon: float, lat: float) -> int:
    """The rule itself: the lowest code among the cells that cover the point."""
    covers = np.flatnonzero(shapely.covers(index.geometries, shapely.Point(lon, lat)))
    return int(covers[0]) if len(covers) else NO_CELL


def edge_points(index: CellIndex) -> np.ndarray:
    """Every vertex and the middle of every segment of every border."""
    vertices = shapely.get_coordinates(index.geometries)
    return np.vstack([vertices, (vertices[:-1] + vertices[1:]) / 2])


@pytest.fixture(scope="module")
def wiggly() -> CellIndex:
    return irregular(120, 5)


def test_random_points_agree_with_covers(wiggly: CellIndex) -> None:
    random = np.random.default_rng(11)
    lons, lats = random.uniform(118.89, 119.11, 3000), random.uniform(33.49, 33.71, 3000)
    numbers = wiggly.find_many(lons, lats)
    assert (numbers == NO_CELL).any()
    for lon, lat, number in zip(lons.tolist(), lats.tolist(), numbers.tolist(), strict=True):
        assert number == covering(wiggly, lon, lat)
        spot = wiggly.find(lon, lat)
        assert number == (NO_CELL if spot is None else spot.number)


def test_all_edge_points_agree_with_covers(wiggly: CellIndex) -> None:
    points = edge_points(wiggly)
    numbers = wiggly.find_many(points[:, 0], points[:, 1])
    for (lon, lat), number in zip(points.tolist(), numbers.tolist(), strict=True):
        assert number == covering(wiggly, lon, lat)
        spot = wiggly.find(lon, lat)
        assert number == (NO_CELL if spot is None else spot.number)


def test_shared_vertex_goes_to_the_lowest_code(cells: CellIndex) -> None:
    spot = cells.find(*at(2, 2))
    assert spot is not None
    assert spot.cell.code == "320804109201001"
    assert spot.on_edge
    assert spot.edge_m == 0


def test_edge_distance_is_metres_to_the_border(cells: CellIndex) -> None:
    spot = cells.find(*at(3.25, 0.5))
    assert spot is not None
    assert spot.cell == Cell("320804109201004", "320804109201", "320804109", "警格1")
    assert spot.edge_m == pytest.approx(WIDTH_M / 4, rel=1e-3)
    assert not spot.on_edge
    assert spot.near_edge(spot.edge_m + 1)
    assert not spot.near_edge(spot.edge_m - 1)


@pytest.mark.parametrize(
    "point", [at(-0.5, 1), at(12.5, 1), at(3, -0.01), at(3, 4.01), (0.0, 0.0), (-200.0, 95.0)]
)
def test_outside_every_cell(cells: CellIndex, point: tuple[float, float]) -> None:
    assert cells.find(*point) is None
    assert cells.find_many([point[0]], [point[1]]).tolist() == [NO_CELL]
    assert cells.chances(*point, 0).cells == ()


@given(st.floats(-0.2, 12.2), st.floats(-0.2, 4.2), st.floats(0, 3000))
def test_probabilities_are_probabilities(column: float, row: float, radius: float) -> None:
    chances = PLAIN.chances(*at(column, row), radius)
    total = sum(p for _, p in chances.cells)
    assert total == pytest.approx(sum(p for _, p in chances.towns))
    assert 0 <= total <= 1 + 1e-9
    assert [p for _, p in chances.cells] == sorted((p for _, p in chances.cells), reverse=True)


def test_middle_of_a_cell_is_certain(cells: CellIndex) -> None:
    assert cells.chances(*at(3.5, 0.5), 200).of_cell("320804109201004") == 1.0


def test_on_a_border_half_lies_on_either_side(cells: CellIndex) -> None:
    for radius in (20, 200):
        chances = cells.chances(*at(2, 0.5), radius)
        assert chances.of_cell("320804110001004") == pytest.approx(0.5, abs=0.06)
        assert chances.of_town("320804109") == pytest.approx(0.5, abs=0.06)


@pytest.mark.parametrize("radius", [20.0, 50.0, 100.0, 400.0])
@pytest.mark.parametrize("sigmas", [0.5, 1.0, 2.0])
def test_error_beyond_a_straight_border_follows_the_normal_law(
    cells: CellIndex, radius: float, sigmas: float
) -> None:
    sigma = radius / math.sqrt(-2 * math.log(0.05))
    chances = cells.chances(*at(2 + sigmas * sigma / WIDTH_M, 0.5), radius)
    expected = 0.5 * (1 + math.erf(sigmas / math.sqrt(2)))
    assert chances.of_town("320804109") == pytest.approx(expected, abs=0.035)


def test_village_shares_follow_area(cells: CellIndex) -> None:
    chances = cells.village_chances("320804109201")
    assert [code for code, _ in chances.cells] == [f"320804109201{number:03d}" for number in range(1, 5)]
    assert all(p == pytest.approx(0.25) for _, p in chances.cells)
    assert chances.of_town("320804109") == pytest.approx(1)
    assert cells.village_chances("nowhere").cells == ()


def test_rows_may_come_in_any_order() -> None:
    rows = cell_rows()
    turned = CellIndex.from_rows(rows[::-1], 3)
    assert turned.cells == CellIndex.from_rows(rows, 3).cells
    assert turned.boundary_version == 3
    assert turned.cell("320804109201004") == Cell("320804109201004", "320804109201", "320804109", "警格1")
    assert turned.town_of("no such cell") is None


def test_bad_cells_are_refused() -> None:
    rows = cell_rows()
    code, village, town, grid, _ = rows[0]
    line = shapely.to_wkb(shapely.LineString([(119, 33), (120, 34)]))
    empty = shapely.to_wkb(shapely.Polygon())
    with pytest.raises(CellsError, match="两次"):
        CellIndex.from_rows([rows[0], rows[0]], 1)
    with pytest.raises(CellsError, match="没有任何网格"):
        CellIndex.from_rows([], 1)
    for wkb in (line, empty):
        with pytest.raises(CellsError, match=code):
            CellIndex.from_rows([(code, village, town, grid, wkb), *rows[1:]], 1)
    with pytest.raises(CellsError, match="读不出来"):
        CellIndex.from_rows([(code, village, town, grid, b"\x01\x02")], 1)
