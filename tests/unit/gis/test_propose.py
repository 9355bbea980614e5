"""What a correction teaches: a name where there is one, and nothing rather than nonsense."""

from __future__ import annotations

import pytest

from gis.cells import CellIndex
from gis.gazetteer import Alias, Gazetteer, Place
from gis.geocode import Locator
from gis.propose import NEAR_M, Proposal, Said, propose
from tests.unit.gis import district

IN_MINZHU = district.at(0.7, 3.3)
"""In 民主村 of 渔沟镇."""
IN_CHANGAN = district.at(8.5, 0.5)
"""In 长安居委会, in the middle of 幸福花园小区."""


@pytest.fixture(scope="module")
def here() -> Locator:
    """The small district with an estate, a supermarket and a school more."""
    places, aliases = district.register()
    lon, lat = district.at(8.55, 0.55)
    places += [
        Place(9001, "estate", "东方明珠小区", None, *district.at(9.5, 0.5), 120, "320804001001", "320804001"),
        Place(9002, "poi", "苏果超市长安店", None, lon, lat, 30, "320804001001", "320804001"),
        Place(9003, "village", "小桥村委会", None, *district.at(3.5, 3.5), None, "320804109209", "320804109"),
    ]
    gazetteer = Gazetteer(places, [*aliases, Alias(9001, "明珠苑", "nickname")], district.REGION)
    return Locator(gazetteer, CellIndex.from_rows(district.cell_rows(), 7), district.EXTENT)


def taught(
    here: Locator, address: str, point: tuple[float, float], *, title: str = "", content: str = ""
) -> Proposal | None:
    """What placing a ticket with these words at a point proposes."""
    lon, lat = point
    near = [
        place
        for place in here.gazetteer.places
        if place.kind in ("estate", "poi") and abs(place.lon - lon) < 0.003 and abs(place.lat - lat) < 0.003
    ]
    return propose(Said(address, title, content), lon, lat, near, here)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("渔沟镇民主村小李庄", "小李庄"),
        ("江苏省淮安市淮阴区渔沟镇小李庄12号门口", "小李庄"),
        ("小李庄庄头路灯不亮", "小李庄"),
        ("渔沟小李庄村口", "小李庄"),
        ("渔沟镇大徐庄附近", "大徐庄"),
        ("民主村三组张家圩旁边", "张家圩"),
        ("渔沟镇陈老庄李某某家对面", "陈老庄"),
        ("徐庄水塘边", "徐庄"),
        ("渔沟镇仲圩", "仲圩"),
        ("渔沟镇薛园附近", "薛园"),
    ],
)
def test_a_hamlet_is_proposed_for_the_village_that_holds_the_point(
    here: Locator, address: str, name: str
) -> None:
    found = taught(here, address, IN_MINZHU)
    assert found is not None
    assert (found.name, found.kind, found.place.name) == (name, "natural", "民主村委会")
    assert name in found.why


def test_prose_teaches_only_what_it_says_to_be_the_place(here: Locator) -> None:
    content = "来电人反映家住小李庄,门口路灯三天不亮,希望处理。"
    found = taught(here, "", IN_MINZHU, content=content)
    assert found is not None
    assert found.name == "小李庄"
    assert taught(here, "", IN_MINZHU, content="小李庄的人说路灯不亮,村庄里没有人管") is None


def test_a_name_that_stands_elsewhere_too_is_told_with_it(here: Locator) -> None:
    found = taught(here, "徐庄水塘边", IN_MINZHU)
    assert found is not None
    assert "另有 1 处同名" in found.why


@pytest.mark.parametrize(
    ("address", "name", "kind", "place"),
    [
        ("二毛家园6号楼", "二毛家园", "nickname", "幸福花园小区"),
        ("苏果长安超市门前", "苏果长安超市", "short", "苏果超市长安店"),
    ],
)
def test_an_estate_or_shop_at_the_point_is_called_so(
    here: Locator, address: str, name: str, kind: str, place: str
) -> None:
    found = taught(here, address, IN_CHANGAN)
    assert found is not None
    assert (found.name, found.kind, found.place.name) == (name, kind, place)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "我家门口",
        "我们村庄头",
        "本村村口路灯不亮",
        "小区门口垃圾堆没人清理",
        "我们小区后花园",
        "老旧小区改造",
        "拆迁小区安置小区",
        "路边有人经营烧烤",
        "水洼一直没填",
        "桥墩裂了",
        "农村住宅旁边",
        "农贸市场附近",
        "王大爷家隔壁",
        "我叫李小明,电话139****5678",
        "张三家后面",
        "12345678",
        "…… !!! ???",
        "渔沟镇",
        "渔沟镇民主村",
        "民主村3组",
        "淮安市清江浦区某小区",
        "有人在进村的路上倒垃圾",
        "长安居委会要求尽快处理没有回复",
        "学校旁边的超市噪音扰民",
        "某某公司拖欠工资",
        "徐溜",
        "公园门口",
        "渔沟镇田园旁边",
    ],
)
def test_nothing_rather_than_nonsense(here: Locator, address: str) -> None:
    for point in (IN_MINZHU, IN_CHANGAN):
        assert taught(here, address, point) is None
        assert (
            taught(here, address, point, title=address[:30], content=f"来电反映：{address}。请处理") is None
        )


def test_what_was_understood_teaches_nothing(here: Locator) -> None:
    assert taught(here, "徐溜镇淮海路8号", district.at(2.26, 0.51)) is None
    assert taught(here, "东方明珠小区", district.at(9.5, 0.5)) is None


def test_a_name_of_another_place_is_no_alias(here: Locator) -> None:
    """The caller named a village and the operator picked another one: a contradiction, not a name."""
    assert taught(here, "小桥村", IN_MINZHU) is None
    assert taught(here, "东方明珠小区", IN_CHANGAN) is None


def test_an_unknown_shop_is_not_the_nearest_one(here: Locator) -> None:
    assert taught(here, "宏运五金超市", IN_CHANGAN) is None
    assert taught(here, "天天向上幼儿园", IN_CHANGAN) is None


def test_a_point_outside_teaches_nothing(here: Locator) -> None:
    assert taught(here, "渔沟镇小李庄", (118.95, 33.55)) is None


def test_estates_far_from_the_point_are_not_meant(here: Locator) -> None:
    lon, lat = IN_CHANGAN
    far = [Place(1, "estate", "二毛小区", None, lon + 0.003, lat, 50, None, None)]
    assert NEAR_M < 0.003 * 92_000
    assert propose(Said("二毛家园", "", ""), lon, lat, far, here) is None
