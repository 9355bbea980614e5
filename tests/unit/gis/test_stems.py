"""What a name's stem alone may mean, and what settles a name that several places have."""

from __future__ import annotations

import pytest

from gis.cells import CellIndex
from gis.gazetteer import Gazetteer, Place
from gis.geocode import Locator
from tests.unit.gis.district import EXTENT, REGION, ask, at, cell_rows, register

VILLAGE, TOWN = "320804001001", "320804001"


@pytest.fixture(scope="module")
def where() -> Locator:
    """The small district with two estates called after a river, and one called after nothing else."""
    places, aliases = register()
    number = max(place.id for place in places)
    for name, column in (("清河小区", 8.3), ("清河公馆", 9.4), ("梧桐里小区", 8.6)):
        number += 1
        lon, lat = at(column, 0.5)
        places.append(Place(number, "estate", name, None, lon, lat, 100, VILLAGE, TOWN))
    return Locator(Gazetteer(places, aliases, REGION), CellIndex.from_rows(cell_rows(), 7), EXTENT)


@pytest.mark.parametrize(
    "said",
    [
        "{}里漂着垃圾",
        "{}边有人钓鱼",
        "{}堤坝塌方",
        "{}两岸",
        "{}大桥限高",
        "反映{}水质发黑",
        "{}牌白酒是假的",
    ],
)
def test_a_river_is_none_of_the_estates_called_after_it(where: Locator, said: str) -> None:
    assert not ask(where, said.format("清河")).auto


def test_a_stem_that_no_other_estate_shares_is_the_estate(where: Locator) -> None:
    assert ask(where, "梧桐里").candidates[0].name == "梧桐里小区"
    assert ask(where, "清河小区").candidates[0].name == "清河小区"


@pytest.mark.parametrize(("beside", "town"), [("渔沟中学", "320804110"), ("码头居委会", "320804115")])
def test_a_road_of_two_towns_is_settled_by_what_stands_beside_it(
    where: Locator, beside: str, town: str
) -> None:
    assert ask(where, f"人民路,靠近{beside}").town == town
