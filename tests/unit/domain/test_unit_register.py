"""The register of units: what each kind needs, what there is one of, what stays, and what a row of a file means."""

from __future__ import annotations

import pytest

from dispatch.domain.unit_register import Area, Entry, Ground, Kept, Register, read
from dispatch.errors import BadInput

GROUND = Ground(
    towns={"t1": "甲镇", "t2": "乙镇"},
    villages={"v1": Area("东村", "t1"), "v2": Area("东村", "t2"), "v3": Area("西村", "t1")},
    police_grids={"g1": Area("甲01警格", "t1"), "g2": Area("乙01警格", "t2")},
)


def register() -> Register:
    """A district center, a department, two towns' centers, and of town 1 a police station and a station."""
    units = [
        Kept("district_center", "区中心", id=1, center=1),
        Kept("department", "区公安分局", parent=1, id=2, center=1),
        Kept("town_center", "甲镇中心", parent=1, town="t1", id=3, center=3),
        Kept("town_center", "乙镇中心", parent=1, town="t2", id=4, center=4),
        Kept("police_station", "甲派出所", parent=2, town="t1", id=5, center=3),
        Kept("station", "东村工作站", parent=3, town="t1", village="v1", id=6, center=3),
    ]
    return Register(units, GROUND, 9)


def refusal(entry: Entry, number: int | None = None) -> tuple[str | None, str]:
    """Which field a unit is refused for, and the words."""
    with pytest.raises(BadInput) as refused:
        register().checked(entry, number)
    return refused.value.field, refused.value.detail


def test_where_a_unit_is_says_what_it_belongs_to() -> None:
    made = register()
    station = made.checked(Entry("station", " 西村  工作站 ", village="v3", phone=""))
    assert station == Kept("station", "西村 工作站", parent=3, town="t1", village="v3", id=10, center=3)
    outpost = made.checked(Entry("outpost", "西村前哨", parent=5, station=10, police_grid="g1"))
    assert (outpost.town, outpost.village, outpost.center, outpost.parent, outpost.id) == (
        "t1",
        "v3",
        3,
        5,
        11,
    )
    agency = made.checked(Entry("agency", "甲司法所", parent=2, town="t1"))
    assert (agency.parent, agency.center) == (2, 3)
    department = made.checked(Entry("department", "区住建局", town="t1", village="v1"))
    assert (department.parent, department.center, department.town, department.village) == (1, 1, None, None)


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (Entry("castle", "城堡"), "kind"),
        (Entry("department", "  "), "name"),
        (Entry("department", "长" * 61), "name"),
        (Entry("department", "区公安分局"), "name"),
        (Entry("district_center", "又一个区中心"), "kind"),
        (Entry("town_center", "甲镇又一个中心", town="t1"), "town"),
        (Entry("enforcement", "甲镇执法局", town="t9"), "town"),
        (Entry("station", "无村工作站"), "village"),
        (Entry("station", "东村第二工作站", village="v1"), "village"),
        (Entry("outpost", "东村前哨", police_grid="g1"), "station"),
        (Entry("outpost", "东村前哨", station=6), "police_grid"),
        (Entry("outpost", "东村前哨", station=6, police_grid="g2"), "police_grid"),
        (Entry("agency", "甲市监所", town="t1"), "parent"),
        (Entry("agency", "甲市监所", town="t1", parent=5), "parent"),
        (Entry("police_station", "乙派出所", town="t2", parent=3), "parent"),
        (Entry("department", "区水利局", phone="1" * 31), "phone"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(entry: Entry, field: str) -> None:
    assert refusal(entry)[0] == field


def test_a_unit_stays_where_it_is() -> None:
    assert refusal(Entry("enforcement", "甲派出所", town="t1"), 5)[0] == "kind"
    assert refusal(Entry("police_station", "甲派出所", town="t2"), 5)[0] == "town"
    assert refusal(Entry("station", "东村工作站", village="v3"), 6)[0] == "village"
    changed = register().checked(Entry("station", "东村社区工作站", village="v1", phone="0517-1"), 6)
    assert (changed.id, changed.name, changed.phone, changed.center) == (6, "东村社区工作站", "0517-1", 3)


def test_a_town_without_a_center_takes_no_units() -> None:
    bare = Register([Kept("district_center", "区中心", id=1, center=1)], GROUND, 1)
    with pytest.raises(BadInput, match="先登记"):
        bare.checked(Entry("enforcement", "甲镇执法局", town="t1"))
    assert bare.checked(Entry("town_center", "甲镇中心", town="t1")).center == 2


def test_a_row_names_what_there_is_and_finds_its_unit() -> None:
    made = register()
    entry, number = read(
        {"kind": "村居工作站", "name": "东村工作站", "town": "甲镇", "village": "东村"}, made
    )
    assert (entry.village, number) == ("v1", 6)
    assert read({"kind": "station", "name": "东村工作站", "town": "乙镇", "village": "东村"}, made) == (
        Entry("station", "东村工作站", None, "t2", "v2"),
        None,
    )
    outpost, _ = read(
        {"kind": "平安前哨", "name": "前哨", "station": "东村工作站", "police_grid": "g1"}, made
    )
    assert (outpost.station, outpost.police_grid) == (6, "g1")


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"kind": "城堡", "name": "x"}, "kind"),
        ({"kind": "综合执法局", "name": "x", "town": "丙镇"}, "town"),
        ({"kind": "村居工作站", "name": "x", "village": "东村"}, "village"),
        ({"kind": "派驻机构", "name": "x", "town": "甲镇", "parent": "区没有局"}, "parent"),
        ({"kind": "平安前哨", "name": "x", "station": "没有站", "police_grid": "g1"}, "station"),
    ],
)
def test_a_row_that_names_nothing_there_is_is_refused(row: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(row, register())
    assert refused.value.field == field
