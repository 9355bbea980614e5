"""Whose a matter is in the demo district: powers by town and day, the lists of the police, the time of day."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

import pytest

from deploy.demo.district import District
from deploy.demo.district.powers import MAIN_CITY, MODEL
from deploy.demo.district.rules import ENFORCED
from dispatch.actions.world import Worlds
from dispatch.domain.case import Tables
from dispatch.domain.routing import Route, need_of, send
from dispatch.domain.rule import Matter
from dispatch.domain.ticket import Placement, Type
from dispatch.store.database import Database as Store
from tests.databases import Database

CITY, VILLAGE_TOWN = "320804001", "320804109"
MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


async def _tables(url: str) -> Tables:
    store = await Store.open(url, size=2)
    worlds = Worlds(store)
    await worlds.refresh()
    await store.close()
    return worlds.current.tables


@pytest.fixture(scope="module")
def tables(shared_district: Database) -> Tables:
    """The district's rules and units as the service reads them."""
    return asyncio.run(_tables(shared_district.url))


def sent(tables: Tables, type_: Type, path: str, town: str, at: datetime = MORNING) -> Route:
    """Where a matter of a town goes."""
    category = next(each for each in tables.categories.values() if each.path == path)
    matter = Matter(type_, "normal", path, need_of(type_, category), "huaian-12345", "", at, town=town)
    return send(matter, Placement.PLACED, tables.rules, tables.units)


def name(tables: Tables, route: Route) -> str:
    """Whom it goes to."""
    return tables.units.name(route.unit)


def test_about_forty_powers_by_four_bureaus_each_from_a_day_some_until_another(made: District) -> None:
    assert len({each.power for each in made.powers}) == 40
    assert len({each.bureau for each in made.powers}) == 4
    assert {each.town for each in made.powers} == {town.code for town in made.towns}
    paths = {each.path for each in made.categories}
    assert all(set(each.categories) <= paths for each in made.powers)
    assert set(ENFORCED) <= {path for each in made.powers for path in each.categories}
    today = date(2026, 11, 25)
    ended = {each.town for each in made.powers if each.valid_until is not None and each.valid_until <= today}
    assert ended == {town.code for town in made.towns} - set(MAIN_CITY)
    assert MODEL in ended


@pytest.mark.parametrize("type_", [Type.COMPLAINT, Type.REPORT])
def test_complaints_and_reports_follow_the_power_of_that_day(tables: Tables, type_: Type) -> None:
    vendors = sent(tables, type_, "市容环境/流动摊贩", VILLAGE_TOWN)
    assert name(tables, vendors).endswith("综合执法局")
    assert "处罚权「对占用城市道路、公共场地摆摊设点的处罚」" in vendors.reason
    noise = sent(tables, type_, "噪音扰民/施工噪音", VILLAGE_TOWN)
    assert (name(tables, noise), name(tables, sent(tables, type_, "噪音扰民/施工噪音", CITY))) == (
        "区住房和城乡建设局",
        "长江路街道综合执法局",
    )
    before = datetime(2025, 12, 31, 2, 0, tzinfo=UTC)
    temple = [sent(tables, type_, "民族宗教/宗教活动", VILLAGE_TOWN, at) for at in (before, MORNING)]
    assert [name(tables, each)[-5:] for each in temple] == ["综合执法局", "宗教事务局"]


def test_what_asks_for_a_repair_or_help_stays_with_the_town(tables: Tables) -> None:
    for type_, path in ((Type.COMPLAINT, "市政设施/路灯"), (Type.HELP, "市容环境/流动摊贩")):
        assert "社会治理指挥中心" in name(tables, sent(tables, type_, path, VILLAGE_TOWN))


def test_what_is_listed_for_the_police_names_its_entry(tables: Tables) -> None:
    route = sent(tables, Type.REPORT, "公共安全/治安隐患", CITY)
    assert "派出所" in name(tables, route)
    assert "清单事项「聚众赌博、卖淫嫖娼等违法线索」" in route.reason


def test_inquiries_go_to_the_window_by_day_and_to_the_center_by_night(tables: Tables) -> None:
    by_day, by_night = (sent(tables, Type.INQUIRY, "民政救助/低保", CITY, at) for at in (MORNING, NIGHT))
    assert (name(tables, by_day)[-6:], name(tables, by_night)[-8:]) == ("为民服务中心", "社会治理指挥中心")
