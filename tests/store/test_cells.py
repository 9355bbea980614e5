"""PostGIS and the index in memory name the same cell for every point: within, on borders, on corners, outside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import psycopg
import pytest
import shapely

from dispatch.store import world
from dispatch.store.database import Database as Store
from gis.cells import CellIndex
from tests.databases import Database

COVERING = """
SELECT (SELECT min(c.code) FROM cell c WHERE c.boundary_version = %s AND ST_Intersects(c.geom, p.geom))
FROM unnest(%s::float8[], %s::float8[]) WITH ORDINALITY AS g(lon, lat, n),
LATERAL (SELECT ST_SetSRID(ST_MakePoint(g.lon, g.lat), 4326) AS geom) p ORDER BY g.n
"""


@pytest.fixture
async def cells(shared_district: Database) -> CellIndex:
    """The index as the service builds it."""
    store = await Store.open(shared_district.url, size=1)
    async with store.system() as tx:
        version, rows = await world.cells(tx)
    await store.close()
    return CellIndex.from_rows(((row[0], row[1], row[2], row[3], row[5]) for row in rows), version)


def by_postgis(district: Database, version: int, points: np.ndarray) -> list[str | None]:
    """The cells as PostGIS names them."""
    with psycopg.connect(district.owner_url) as connection:
        rows = connection.execute(
            COVERING, (version, points[:, 0].tolist(), points[:, 1].tolist())
        ).fetchall()
    return [code for (code,) in rows]


def by_index(cells: CellIndex, points: np.ndarray) -> list[str | None]:
    """The cells as the index names them."""
    numbers: Sequence[int] = cells.find_many(points[:, 0], points[:, 1]).tolist()
    return [None if number < 0 else cells.cells[number].code for number in numbers]


async def test_random_points_lie_in_the_same_cell(shared_district: Database, cells: CellIndex) -> None:
    west, south, east, north = shapely.total_bounds(np.asarray(cells.geometries))
    chance = np.random.default_rng(20_261_124)
    points = chance.uniform((west - 0.01, south - 0.01), (east + 0.01, north + 0.01), (50_000, 2))
    named = by_index(cells, points)
    assert by_postgis(shared_district, cells.boundary_version, points) == named
    assert 10_000 < sum(code is not None for code in named) < 50_000


async def test_every_corner_and_points_beside_it_lie_in_the_same_cell(
    shared_district: Database, cells: CellIndex
) -> None:
    lines = shapely.boundary(np.asarray(cells.geometries))
    corners = np.unique(shapely.get_coordinates(lines), axis=0)
    chance = np.random.default_rng(1)
    beside = corners[:5_000] + chance.choice([-1e-9, 1e-9], (5_000, 2))
    points = np.concatenate([corners, beside])
    named = by_index(cells, points)
    assert by_postgis(shared_district, cells.boundary_version, points) == named
    assert all(code is not None for code in named[: len(corners)])
