"""The demo district of the seed that `make demo` uses, and what the hotline makes of it. Built once."""

from __future__ import annotations

import pytest

from deploy.demo import district
from deploy.demo.district import District
from deploy.demo.hotline.atlas import Atlas
from gis import CellIndex, Extent, Gazetteer, Locator

SEED = 20261124


@pytest.fixture(scope="session")
def made() -> District:
    """The generated district."""
    return district.remembered(SEED)


@pytest.fixture(scope="session")
def atlas(made: District) -> Atlas:
    """The places callers talk about."""
    rows = ((p.id, p.kind, p.name, p.parent, p.lon, p.lat, p.village, p.town) for p in made.places)
    return Atlas(rows, ((alias.place, alias.name, alias.kind) for alias in made.aliases))


@pytest.fixture(scope="session")
def locator(made: District) -> Locator:
    """The geocoder over the district, as the service builds it."""
    grids = {cell: grid.code for grid in made.police_grids for cell in grid.cells}
    cells = CellIndex.from_rows(
        ((c.code, c.village, c.town, grids[c.code], c.shape.wkb) for c in made.cells), 1
    )
    places = (
        (p.id, p.kind, p.name, p.parent, p.lon, p.lat, p.radius_m, p.village, p.town) for p in made.places
    )
    names = Gazetteer.from_rows(places, ((a.place, a.name, a.kind) for a in made.aliases))
    return Locator(names, cells, Extent(118.4, 33.2, 119.4, 34.2))
