"""The index of places: forms of names, numbers, crossings, checksum, refused input."""

from __future__ import annotations

import random

import pytest

from gis.errors import GazetteerError
from gis.gazetteer import SHARD, Alias, Gazetteer, Place
from gis.names import forms
from gis.numbers import NumberBook, Numbered
from tests.unit.gis.district import REGION, gazetteer, register


@pytest.fixture(scope="module")
def index() -> Gazetteer:
    return gazetteer()


def meant(index: Gazetteer, text: str) -> set[tuple[str, str]]:
    """Names and trust of what a text's hits mean."""
    return {
        (index.places[one.place].name, one.trust)
        for hit in index.hits(text)
        for one in index.meanings(hit.name)
    }


def test_village_is_said_in_many_ways() -> None:
    said = dict(forms("village", "张桥村委会", "full"))
    assert said["张桥村"] == said["张桥村民委员会"] == "full"
    assert said["张桥社区"] == "loose"
    assert said["张桥"] == "bare"
    assert dict(forms("village", "码头居委会", "full"))["码头村"] == "loose"
    assert dict(forms("village", "原种厂生活区", "full")) == {"原种厂生活区": "full", "原种厂": "bare"}


def test_town_named_like_a_road_has_no_short_form() -> None:
    assert "长江路" not in dict(forms("town", "长江路街道", "full"))
    assert dict(forms("town", "渔沟镇", "full"))["渔沟"] == "bare"


def test_hits_overlap(index: Gazetteer) -> None:
    assert meant(index, "刘老庄镇") == {("刘老庄镇", "full"), ("刘老庄镇", "bare"), ("刘老庄村委会", "bare")}


def test_full_name_outranks_a_loose_form(index: Gazetteer) -> None:
    assert {("码头村委会", "full"), ("码头居委会", "loose")} <= meant(index, "码头村")


def test_region_comes_off_names(index: Gazetteer) -> None:
    assert ("淮安市淮阴区人民医院", "bare") in meant(index, "人民医院")
    assert ("淮安市淮阴区人民医院", "nickname") in meant(index, "县医院")


def test_numbers_are_no_names(index: Gazetteer) -> None:
    assert len(index) == len(register()[0])
    assert len(index.numbers) == 38 + 6 + 12
    assert index.hits("3栋") == []
    assert not any(place.kind == "house" for place in index.places)


def test_lookups(index: Gazetteer) -> None:
    town, village = index.town("320804110"), index.village("320804110227")
    assert town is not None
    assert village is not None
    assert (town.name, village.name) == ("渔沟镇", "民主村委会")
    assert index.place(town.id) == town
    assert index.town(None) is None
    assert index.village("nowhere") is None
    assert index.place(-1) is None


def test_crossing_in_either_order(index: Gazetteer) -> None:
    first, second = (next(p for p in index.places if p.name == name) for name in ("淮海路", "健康路"))
    assert [place.name for place in index.crossings(first, second)] == ["淮海路与健康路交叉口"]
    assert index.crossings(second, first) == index.crossings(first, second)


def test_checksum_follows_content_and_not_order() -> None:
    places, aliases = register()
    turned = random.Random(4).sample(places, len(places))
    same = Gazetteer(turned, aliases[::-1], REGION)
    assert same.checksum == gazetteer().checksum
    moved = [places[0]._replace(lon=places[0].lon + 1e-6), *places[1:]]
    assert Gazetteer(moved, aliases, REGION).checksum != same.checksum


def test_many_names_go_into_shards() -> None:
    rows = [
        (number, "poi", f"第{number}店铺", None, 119.0, 33.6, None, None, None) for number in range(SHARD + 5)
    ]
    index = Gazetteer.from_rows(rows, [(7, "老店", "old")])
    assert {hit.start for hit in index.hits("去第7店铺买第20003店铺的老店")} == {1, 6, 15}
    assert index.names == SHARD + 6


def test_empty_gazetteer_knows_nothing() -> None:
    index = Gazetteer([])
    assert index.hits("渔沟镇") == []
    assert index.named("渔沟镇") == ()
    assert len(index) == 0


def test_bad_rows_are_refused() -> None:
    place = Place(1, "poi", "好又多", None, 119.0, 33.6, None, None, None)
    with pytest.raises(GazetteerError, match="两次"):
        Gazetteer([place, place])
    with pytest.raises(GazetteerError, match="shop"):
        Gazetteer.from_rows([(1, "shop", "好又多", None, 119.0, 33.6, None, None, None)])
    with pytest.raises(GazetteerError, match="不存在"):
        Gazetteer([place], [Alias(2, "老店", "old")])
    with pytest.raises(GazetteerError, match="slang"):
        Gazetteer.from_rows([place], [(1, "老店", "slang")])


def house(number: int, lon: float, part: int = 0) -> Numbered:
    return Numbered(number * 10 + part, 5, "house", number, part, lon, 33.6, 15.0, "v", "t")


@pytest.fixture(scope="module")
def book() -> NumberBook:
    houses = [house(number, 119 + number * 1e-4) for number in (1, 3, 7, 2, 4, 8, 90)]
    return NumberBook.of(
        [*houses, house(7, 119.5, 2), Numbered(999, 5, "building", 7, 0, 120.0, 33.6, 15.0, None, None)]
    )


def test_exact_numbers(book: NumberBook) -> None:
    assert [one.id for one in book.find(5, "house", 7)] == [70]
    assert [one.id for one in book.find(5, "house", 7, 2)] == [72]
    assert [one.id for one in book.find(5, "house", 3, 9)] == [30]
    assert [one.id for one in book.find(5, "building", 7)] == [999]
    assert book.find(5, "house", 6) == []
    assert book.find(6, "house", 7) == []


def test_missing_number_lies_between_its_side(book: NumberBook) -> None:
    five, six = book.between(5, 5), book.between(5, 6)
    assert five is not None
    assert six is not None
    assert five.lon == pytest.approx(119.0005)
    assert six.lon == pytest.approx(119.0006)
    assert not five.exact
    assert five.radius_m == pytest.approx(18.5, abs=1)


@pytest.mark.parametrize("number", [0, 9, 50, 92, 10**6])
def test_far_numbers_are_not_guessed(book: NumberBook, number: int) -> None:
    assert book.between(5, number) is None


def test_stretch_of_a_road_in_a_village(book: NumberBook) -> None:
    stretch = book.along(5, "v")
    assert stretch is not None
    assert stretch[0] == pytest.approx(119 + 0.1 / 1.6, abs=0.01)
    assert book.along(5, "elsewhere") is None
