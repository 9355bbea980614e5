"""What stands unread beside a name, and the other cities that stand before one."""

from __future__ import annotations

import pytest

from gis.beside import unread_before, unread_between, unread_branch
from gis.regions import before
from tests.unit.gis.district import REGION, ask, locator


@pytest.mark.parametrize(
    "said",
    [
        "",
        "在",
        "位于",
        "反映",
        "我家住",
        "3组",
        "12号",
        "淮阴区",
        "江苏淮安",
        "路灯,",
        "今天路过",
        "来电称",
        "那个",
        "靠近",
    ],
)
def test_a_border_stands_before_a_name(said: str) -> None:
    assert unread_before(f"{said}健康路", len(said), 0, REGION) == ""


@pytest.mark.parametrize("said", ["代", "老", "大", "北", "万科", "许楼", "高沟镇", "在新", "反映翠"])
def test_other_characters_belong_to_a_longer_name(said: str) -> None:
    assert unread_before(f"{said}健康路", len(said), 0, REGION)


def test_the_name_before_is_a_border_too() -> None:
    assert unread_before("渔沟镇健康路", 3, 3, REGION) == ""
    assert unread_before("渔沟镇代健康路", 4, 3, REGION) == "代"


@pytest.mark.parametrize(
    "said", ["", "小区", "东区", "二期", "住宅小区", "村民小组第", "里面", "的", "(商住楼)", "大概是"]
)
def test_words_between_a_name_and_its_number_leave_it_the_same(said: str) -> None:
    assert unread_between(f"幸福花园{said}3栋", 4, 4 + len(said)) == ""


@pytest.mark.parametrize("said", ["名邸", "二村", "北延", "辅路", "菜场东"])
def test_other_words_between_make_another_name(said: str) -> None:
    assert unread_between(f"幸福花园{said}3栋", 4, 4 + len(said)) == said


@pytest.mark.parametrize(
    ("said", "branch"), [("分院", "分院"), ("西校区", "西校区"), ("旁边", ""), ("东侧", ""), ("", "")]
)
def test_a_branch_is_a_place_of_its_own(said: str, branch: str) -> None:
    assert unread_branch(f"县医院{said}", 3) == branch


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("泗阳", "泗阳县"), ("在涟水", "涟水县"), ("宿迁泗阳", "泗阳县"), ("盐城的", "盐城市"),
        ("上海那边的", "上海市"),
        ("沭阳县城", "沭阳县"), ("泗阳王集镇", "泗阳县"), ("楚州", "楚州区"), ("山东", "山东省"),
    ],
)  # fmt: skip
def test_a_city_is_heard_by_its_bare_name(said: str, name: str) -> None:
    found = before(f"{said}健康路", len(said), REGION)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("said", ["", "淮安", "淮阴", "江苏", "新泗阳", "泗阳人", "渔沟镇", "城区"])
def test_here_is_nowhere_else(said: str) -> None:
    assert before(f"{said}健康路", len(said), REGION) is None


@pytest.mark.parametrize(
    "said", ["幸福花园小区二村3栋", "淮海路辅路6号", "渔沟中学分校", "泗阳的淮海路6号", "县医院分院"]
)
def test_none_of_these_is_acted_on(said: str) -> None:
    assert not ask(locator(), said).auto
