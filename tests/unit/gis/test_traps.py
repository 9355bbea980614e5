"""The traps of Huaiyin's names and of callers' habits, each on the demo district's real towns and villages."""

from __future__ import annotations

from collections import Counter

import pytest

from deploy.demo.district.generate import SEED, remembered
from gis.cells import Cell, CellIndex
from gis.crs import Extent, from_wgs84
from gis.gazetteer import Alias, Gazetteer, Place
from gis.geocode import Locator
from gis.match import Match, Query

REGION = ("江苏省", "淮安市", "淮阴区")
TWICE = ("杨庄", "新桥", "双庄", "镇北", "民主", "兴旺", "新园", "红星", "新河")
ROAD, NUMBER, TOWN = "长江西路", 382, "长江路街道"


@pytest.fixture(scope="module")
def where() -> Locator:
    """The demo district as the service knows it."""
    district = remembered(SEED)
    places = [
        Place(p.id, p.kind, p.name, p.parent, p.lon, p.lat, p.radius_m, p.village, p.town)  # type: ignore[arg-type]
        for p in district.places
    ]
    aliases = [Alias(each.place, each.name, each.kind) for each in district.aliases]  # type: ignore[arg-type]
    grids = {cell: grid.code for grid in district.police_grids for cell in grid.cells}
    rows = [(Cell(c.code, c.village, c.town, grids.get(c.code)), c.shape) for c in district.cells]
    cells = CellIndex([cell for cell, _ in rows], [shape for _, shape in rows], 1)
    west, south, east, north = cells.bounds
    extent = Extent(west - 0.02, south - 0.02, east + 0.02, north + 0.02)
    return Locator(Gazetteer(places, aliases, REGION), cells, extent)


def ask(where: Locator, address: str | None, **more: object) -> Match:
    """Locate an address."""
    return where.locate(Query.from_dict({"id": "1", "address": address, **more}))


def town(where: Locator, match: Match) -> str | None:
    """The name of the town of an answer."""
    place = where.gazetteer.town(match.town)
    return place.name if place else None


def names(match: Match) -> list[str]:
    """The candidates' names."""
    return [each.name for each in match.candidates]


@pytest.mark.parametrize("stem", TWICE)
def test_a_village_name_of_two_towns_is_asked(where: Locator, stem: str) -> None:
    villages = [
        place for place in where.gazetteer.places if place.kind == "village" and place.name.startswith(stem)
    ]
    homes = {place.town for place in villages if place.name.removeprefix(stem) in ("村委会", "居委会")}
    assert len(homes) == 2
    assert not ask(where, f"{stem}村").auto
    for code in homes:
        home = where.gazetteer.town(code)
        assert home is not None
        assert ask(where, f"{home.name}{stem}村").town == code


def test_nine_names_stand_in_two_towns(where: Locator) -> None:
    villages = [place for place in where.gazetteer.places if place.kind == "village"]
    stems = Counter(place.name.removesuffix("村委会").removesuffix("居委会") for place in villages)
    assert {name for name, count in stems.items() if count > 1} == {*TWICE, "码头"}


def test_a_town_by_another_first_character_and_its_two_villages_of_one_name(where: Locator) -> None:
    committee, villagers = ask(where, "马头镇码头居委会"), ask(where, "码头镇码头村委会三组")
    assert {town(where, committee), town(where, villagers)} == {"马头镇"}
    assert committee.candidates[0].name == "码头居委会"
    assert villagers.candidates[0].name == "码头村委会3组"


def test_a_village_without_the_usual_ending(where: Locator) -> None:
    assert ask(where, "原种厂生活区").candidates[0].name == "原种厂生活区"


def test_a_town_that_holds_a_village_of_its_name(where: Locator) -> None:
    assert ask(where, "刘老庄").level == "town"
    assert ask(where, "刘老庄镇刘老庄村").level == "village"
    assert ask(where, "刘老庄村4组").level == "group"


def test_natural_villages_are_known_by_their_alias_alone(where: Locator) -> None:
    district = remembered(SEED)
    official = {place.name for place in where.gazetteer.places}
    said = Counter(alias.name for alias in district.aliases)
    natural = next(
        alias
        for alias in district.aliases
        if alias.kind == "natural" and said[alias.name] == 1 and f"{alias.name}村委会" not in official
    )
    place = where.gazetteer.place(natural.place)
    assert place is not None
    assert ask(where, f"{natural.name}3组").village == place.village


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("吴集镇", "渔沟镇"), ("西宋集镇", "徐溜镇"), ("吴城镇", "马头镇"), ("赵集镇", "高家堰镇"),
        ("老张集乡", "淮高镇"), ("五里镇", "丁集镇"), ("凌桥乡", "马头镇"), ("袁集乡", "古清口街道"),
    ],
)  # fmt: skip
def test_callers_still_say_the_old_towns(where: Locator, old: str, new: str) -> None:
    match = ask(where, old)
    assert town(where, match) == new
    assert "旧称" in match.reasons[0]


def test_the_one_old_town_that_was_split_is_asked(where: Locator) -> None:
    match = ask(where, "王营镇")
    assert set(names(match)) == {"长江路街道", "王家营街道"}
    assert match.p_town < 0.99
    assert "请问清" in " ".join(match.reasons)


def house(where: Locator, address: str, **more: object) -> Match:
    """The answer to a way of saying the one house of these tests."""
    match = ask(where, address, **more)
    assert names(match)[:1] == [f"{ROAD}{NUMBER}号"], (address, match)
    return match


@pytest.mark.parametrize(
    "said",
    [
        f"{TOWN}{ROAD}{NUMBER}号",
        f"江苏省淮安市淮阴区{TOWN}{ROAD}{NUMBER}号",
        f"{ROAD}三百八十二号",
        f"{ROAD}三八二号",
        f"{ROAD}叁佰捌拾贰号",
        f"{ROAD}382号",
        f"{ROAD}NO.{NUMBER}",
        f"{ROAD}门牌号是{NUMBER}",
        f"{ROAD}({TOWN}){NUMBER}号",
        f"{NUMBER}号,{ROAD},{TOWN}",
        f"{ROAD}{NUMBER}号楼上漏水",
        f"{ROAD}{NUMBER}号,5号之前给我答复",
        f"{ROAD}{NUMBER}号,我是15号打的电话13812345678",
        f"我在淮海第一城上班,反映的是{ROAD}{NUMBER}号的问题",
        f"不是渔沟镇人民政府,是{ROAD}{NUMBER}号",
        f"来电人住渔沟镇人民政府,反映{ROAD}{NUMBER}号路灯不亮",
        f"【来电人地址】渔沟镇人民政府【事发地址】{ROAD}{NUMBER}号",
        f"从渔沟镇人民政府搬到{ROAD}{NUMBER}号",
    ],
)  # fmt: skip
def test_one_house_said_in_many_ways_is_placed(where: Locator, said: str) -> None:
    assert house(where, said).auto, said


@pytest.mark.parametrize("said", [f"长江西露{NUMBER}号", f"长将西路{NUMBER}号", f"CHANGJIANG西路{NUMBER}号"])
def test_a_slip_is_guessed_and_told(where: Locator, said: str) -> None:
    assert "可能是" in house(where, said).reasons[0]


def test_words_for_near_widen_and_do_not_move(where: Locator) -> None:
    exact = house(where, f"{ROAD}{NUMBER}号")
    for near in ("旁边", "对面", "附近", "往北50米", "东侧约100米"):
        match = house(where, f"{ROAD}{NUMBER}号{near}")
        assert (match.lon, match.lat) == (exact.lon, exact.lat)
        assert (match.radius_m or 0) > (exact.radius_m or 0) + 20, near


def test_a_neighbouring_town_subtracts_and_does_not_veto(where: Locator) -> None:
    match = house(where, f"王家营街道{ROAD}{NUMBER}号")
    assert town(where, match) == TOWN
    assert any("王家营街道" in reason for reason in match.reasons)


@pytest.mark.parametrize(
    "said",
    [
        "市民反映,路灯不亮", "村里的路没有修好", "小区里停车太乱", "东方航空机票怎么退", "南京市鼓楼区北京西路12号",
        "涟水县高沟镇人民路15号", "苏州工业园区星湖街328号", "淮安市生态文旅区渔塘路53号",
        "不是淮阴区的,是洪泽区三坝村四组13号",
        "", " ", "😀", "13812345678", "1" * 20_000,
    ],
)  # fmt: skip
def test_nothing_of_this_district_is_placed_nowhere(where: Locator, said: str) -> None:
    match = ask(where, said, content=said)
    assert not match.auto
    assert not match.matched


def test_a_place_elsewhere_is_told(where: Locator) -> None:
    assert any("区外" in reason for reason in ask(where, "南京市鼓楼区北京西路12号").reasons)


def test_one_short_name_of_several_estates_is_asked(where: Locator) -> None:
    match = ask(where, "运河3栋")
    assert len({name.removesuffix("3栋") for name in names(match)}) > 1
    assert not match.auto


def test_names_that_cross_are_cut_where_most_is_covered(where: Locator) -> None:
    assert names(ask(where, "南陈集镇西路45号"))[0] == "镇西路45号"


def test_numbers_alone_belong_to_the_stated_village(where: Locator) -> None:
    village = next(place for place in where.gazetteer.places if place.name == "高尚村委会")
    match = ask(where, "6组7号", village=village.village)
    assert (match.level, match.village) == ("house", village.village)
    assert ask(where, "6组7号").level == "none"


@pytest.mark.parametrize("read_as", ["wgs84", "gcj02", "bd09"])
@pytest.mark.parametrize("spoken", ["wgs84", "gcj02", "bd09"])
def test_a_sure_text_tells_the_datum_of_a_coordinate(where: Locator, spoken: str, read_as: str) -> None:
    exact = house(where, f"{ROAD}{NUMBER}号")
    assert exact.lon is not None
    assert exact.lat is not None
    lon, lat = from_wgs84(exact.lon, exact.lat, spoken)  # type: ignore[arg-type]
    match = ask(where, f"{ROAD}{NUMBER}号", lon=lon, lat=lat, datum=read_as)
    assert match.cell == exact.cell
    assert match.level == "coordinate"
    assert any("按" in reason and "解释" in reason for reason in match.reasons) == (spoken != read_as)


def test_a_coordinate_far_from_a_sure_text_is_asked(where: Locator) -> None:
    far = ask(where, "渔沟镇人民政府")
    match = ask(where, f"{ROAD}{NUMBER}号", lon=far.lon, lat=far.lat, datum="wgs84")
    assert not match.auto
    assert any("核实" in reason for reason in match.reasons)


def test_a_coordinate_that_declares_no_datum_is_not_sure_of_its_cell(where: Locator) -> None:
    exact = house(where, f"{ROAD}{NUMBER}号")
    alone = ask(where, None, lon=exact.lon, lat=exact.lat)
    assert not alone.auto
    assert ask(where, None, lon=exact.lon, lat=exact.lat, datum="wgs84").p_cell > alone.p_cell


@pytest.mark.parametrize(
    "said",
    [
        "徐溜镇代梨园村2组3号", "新马庄村3组", f"南{ROAD}{NUMBER}号", f"老{ROAD}{NUMBER}号", "渔沟镇东高尚村6组",
        "淮海第一城北苑名邸3栋", f"合作{ROAD}{NUMBER}号",
    ],
)  # fmt: skip
def test_a_longer_name_that_nobody_knows_is_not_the_one_inside_it(where: Locator, said: str) -> None:
    assert not ask(where, said).auto, said


@pytest.mark.parametrize(
    "before", ["", "地址在", "反映", "我家住", "就在", "淮阴区", "王女士反映", "今天早上路过", "那个"]
)
@pytest.mark.parametrize("behind", ["", "楼上", "路灯不亮", "的门口"])
def test_words_before_a_place_are_no_part_of_its_name(where: Locator, before: str, behind: str) -> None:
    assert house(where, f"{before}{ROAD}{NUMBER}号{behind}").auto


def test_the_unread_characters_are_told(where: Locator) -> None:
    match = ask(where, f"翠{ROAD}{NUMBER}号")
    assert any("“翠”没有认出" in reason for reason in match.reasons)


@pytest.mark.parametrize(
    "said", [f"长江中路{NUMBER}号", f"长江路西{NUMBER}号", f"黄江西路{NUMBER}号", "民族村3组", "镇西大路45号"]
)
def test_another_name_is_no_slip_of_the_known_one(where: Locator, said: str) -> None:
    assert not ask(where, said).auto, said


def test_a_slip_that_contradicts_the_town_is_asked(where: Locator) -> None:
    assert house(where, f"常江西路{NUMBER}号").auto
    assert not ask(where, f"渔沟镇常江西路{NUMBER}号").auto


def test_half_a_word_is_no_slip(where: Locator) -> None:
    known = next(p.name for p in where.gazetteer.places if p.kind == "poi" and p.name.endswith("中心小学"))
    stem = known.removesuffix("小学")
    for kind in ("卫生院", "敬老院", "幼师站"):
        assert not ask(where, f"{stem}{kind}").auto


def test_a_number_far_beyond_the_last_one_is_asked(where: Locator) -> None:
    match = ask(where, f"{TOWN}{ROAD}88888号")
    assert not match.auto
    assert any("只到" in reason for reason in match.reasons)


@pytest.mark.parametrize(
    "elsewhere",
    ["泗阳", "涟水", "清江浦", "洪泽", "盐城", "合肥", "在沭阳", "宿迁泗阳", "泗阳县王集镇", "沭阳钱集镇"],
)
def test_a_city_or_county_by_its_bare_name_is_elsewhere(where: Locator, elsewhere: str) -> None:
    match = ask(where, f"{elsewhere}{ROAD}{NUMBER}号")
    assert not match.matched
    assert any("区外" in reason for reason in match.reasons)


@pytest.mark.parametrize(
    "said",
    [
        f"徐州人,{ROAD}{NUMBER}号", f"户籍泗阳,在{ROAD}{NUMBER}号开店", f"{ROAD}{NUMBER}号有上海牌照的车",
        f"{ROAD}{NUMBER}号(南京板鸭店)",
        f"从洪泽搬来的,住{ROAD}{NUMBER}号", f"淮安{ROAD}{NUMBER}号",
    ],
)  # fmt: skip
def test_where_somebody_or_something_comes_from_is_not_where_it_is(where: Locator, said: str) -> None:
    assert house(where, said).auto


@pytest.mark.parametrize(
    "far", ["往东一公里", "以北三百米", "再往南走一里地", "西侧800M", "往西走", "约500米处"]
)
def test_what_is_far_from_a_place_is_asked(where: Locator, far: str) -> None:
    match = house(where, f"{ROAD}{NUMBER}号{far}")
    assert not match.auto
    assert (match.radius_m or 0) > 300


@pytest.mark.parametrize(
    "said",
    [
        "{road}12号写错了,应该是{number}号", "{road}12号改为{number}号", "{road}12号(更正为{number}号)",
        "{road}不是12号是{number}号",
        "登记的{road}12号有误，实为{number}号", "{road}{number}号,不是12号", "更正：{road}12号改为{road}{number}号",
        "原住{road}12号,现住{road}{number}号", "{road}12号写错了,正确地址{road}{number}号",
    ],
)  # fmt: skip
def test_of_a_correction_the_last_one_counts(where: Locator, said: str) -> None:
    assert house(where, said.format(road=ROAD, number=NUMBER)).auto


def test_two_numbers_of_one_road_are_asked_unless_they_share_a_cell(where: Locator) -> None:
    known = [ask(where, f"{ROAD}{number}号") for number in range(2, NUMBER, 20)]
    here = ask(where, f"{ROAD}{NUMBER}号")
    far = next(one for one in known if one.cell != here.cell and one.level == "house")
    match = ask(where, f"{ROAD}{NUMBER}号和{far.candidates[0].name.removeprefix(ROAD)}")
    assert not match.auto
    assert set(names(match)) >= {f"{ROAD}{NUMBER}号", far.candidates[0].name}


@pytest.mark.parametrize("said", ["三百八十二号", "3百82号", "382甲号", "叁佰捌拾贰號", "三八二号"])
def test_a_numeral_is_read_whole(where: Locator, said: str) -> None:
    assert house(where, f"{ROAD}{said}").auto


@pytest.mark.parametrize("said", ["万零八十二号", "念二号", "百零二号"])
def test_a_numeral_is_not_read_from_its_middle_on(where: Locator, said: str) -> None:
    assert ask(where, f"{ROAD}{said}").level == "road_village"


@pytest.mark.parametrize("behind", ["", ",路灯不亮", "门口", " 13812345678", "的"])
def test_a_bare_number_behind_a_road_is_its_house(where: Locator, behind: str) -> None:
    assert house(where, f"{ROAD}{NUMBER}{behind}").auto


def test_a_bare_number_behind_an_estate_is_its_building(where: Locator) -> None:
    assert ask(where, "淮海第一城3").level == "building"


@pytest.mark.parametrize(
    "said",
    [
        "{}({}口)",
        "{}近{}",
        "{}到{}拐弯处",
        "在{}上靠近{}路口",
        "{}路口{}上",
        "{}×{}",
        "{}交{}",
        "{}走到头拐到{}",
    ],
)
def test_two_roads_that_meet_are_a_crossing_however_they_are_joined(where: Locator, said: str) -> None:
    first, second = "长江西路", "淮海北路"
    corner = ask(where, f"{first}与{second}交叉口")
    assert corner.level == "intersection"
    assert names(ask(where, said.format(first, second)))[:1] == names(corner)[:1]


def test_a_committee_is_also_called_by_its_first_character(where: Locator) -> None:
    village = next(p for p in where.gazetteer.places if p.name == "徐溜居委会")
    assert ask(where, "徐溜居1组").village == village.village
    assert ask(where, "徐溜居民反映路灯不亮").level != "village"


@pytest.mark.parametrize(
    "said", ["3幢", "3/1/501", "3-2-501", "3楼2单元5层", "东区3栋", "小区里面3栋", "(商住楼)3#", "3"]
)
def test_a_building_however_it_is_written(where: Locator, said: str) -> None:
    assert names(ask(where, f"淮海第一城{said}"))[:1] == ["淮海第一城3栋"]


@pytest.mark.parametrize(
    "said", ["六组", "6#组", "第六村民小组", "村民小组第6组", "老六队", "六社", "那边六组"]
)
def test_a_group_however_it_is_written(where: Locator, said: str) -> None:
    assert names(ask(where, f"高尚村{said}"))[:1] == ["高尚村委会6组"]
