"""The small district's index and locator, built once."""

from __future__ import annotations

import pytest

from gis.cells import CellIndex
from gis.geocode import Locator
from tests.unit.gis import district


@pytest.fixture(scope="session")
def where() -> Locator:
    return district.locator()


@pytest.fixture(scope="session")
def cells(where: Locator) -> CellIndex:
    return where.cells
