"""A file of people: who is new, who changes, who leaves; what is wrong is told, and a second time nothing changes."""

from __future__ import annotations

from dataclasses import replace

from dispatch.domain.access import Role
from dispatch.domain.cell_people import Row
from dispatch.domain.people_list import LABELS, Leaving, People, Somebody, Taken

WORKER, CLERK, OPERATOR = Role.GRID_WORKER, Role.STATION_CLERK, Role.TOWN_OPERATOR
UNITS = {
    "甲站": [("station", 4)],
    "甲中心": [("town_center", 2)],
    "区中心": [("district_center", 1)],
    "同名站": [("station", 8), ("station", 9)],
}
KNOWN = [
    Somebody(1, "张三", "13900000001", "网格员", "zhang", frozenset({(WORKER, 4)})),
    Somebody(2, "李四", "13900000002", "", None, frozenset({(WORKER, 4), (CLERK, 4)})),
    Somebody(3, "王五", "13900000003", "值班员", "wang", frozenset({(OPERATOR, 2)})),
    Somebody(5, "王五", "13900000005", "网格员", None, frozenset({(WORKER, 4)})),
]
FIELDS = tuple(LABELS)


def took(*rows: tuple[str, ...], accounts: bool = False, by: int | None = None) -> Taken:
    """What a file comes to; a row in the order of the columns."""
    read = [
        Row(number, dict.fromkeys(FIELDS, "") | dict(zip(FIELDS, row, strict=False)), None)
        for number, row in enumerate(rows, 2)
    ]
    return People(KNOWN, UNITS, accounts=accounts, by=by).take(read)


def faults(taken: Taken) -> list[tuple[int, str]]:
    """Rows and columns of what is wrong."""
    return [(each.row, each.field) for each in taken.faults]


def test_somebody_new_comes_with_several_posts_and_one_account() -> None:
    taken = took(
        ("赵 六", "139 0000 0006", "专职网格员", "甲站", "网格员", "zhao6"),
        ("赵六", "13900000006", "", "甲站", "工作站专员"),
    )
    (made,) = taken.persons
    assert (made.former, made.now.name, made.now.phone, made.opens) == (None, "赵六", "13900000006", "zhao6")
    assert (made.now.post, made.gives) == ("专职网格员", [(WORKER, 4), (CLERK, 4)])
    assert (taken.added, taken.changed, taken.accounts, taken.faults) == (1, 0, 1, [])


def test_who_is_known_is_known_by_username_by_phone_or_in_their_unit() -> None:
    taken = took(
        ("张三", "13911111111", "", "甲站", "网格员", "zhang"),
        ("李四", "13900000002", "组长", "甲站", "网格员"),
        ("王五", "", "", "甲中心", "值班员"),
        ("王五", "13900000005", "网格员", "甲站", "网格员"),
    )
    assert [(each.now.id, each.now.phone, each.now.post) for each in taken.persons] == [
        (1, "13911111111", "网格员"),
        (2, "13900000002", "组长"),
    ]
    assert (taken.same, taken.faults) == (2, [])


def test_everybody_may_get_an_account_by_their_mobile_number() -> None:
    rows = [
        ("李四", "13900000002", "", "甲站", "网格员"),
        ("李四", "13900000002", "", "甲站", "工作站专员"),
        ("张三", "13900000001", "", "甲站", "网格员"),
        ("赵六", "0517-1", "", "甲站", "网格员"),
        ("钱七", "", "", "甲站", "网格员"),
    ]
    taken = took(*rows, accounts=True)
    assert [(each.now.id, each.opens) for each in taken.persons] == [(2, "13900000002")]
    assert (taken.same, faults(taken)) == (2, [(5, "用户名"), (6, "用户名")])
    assert took(*rows[:3]).persons == []


def test_who_leaves_names_an_heir_of_the_same_unit_and_is_gone_the_second_time() -> None:
    taken = took(
        ("李四", "13900000002", "", "甲站", "网格员", "", "是", "张三"),
        ("李四", "13900000002", "", "甲站", "工作站专员", "", "是"),
        ("张三", "13900000001", "", "甲中心", "值班员", "", "是"),
    )
    assert taken.leaves == [Leaving(2, (WORKER, 4), 1), Leaving(2, (CLERK, 4), None)]
    assert (taken.same, taken.faults) == (1, [])
    wrong = took(
        ("李四", "13900000002", "", "甲站", "网格员", "", "明天", ""),
        ("张三", "13900000001", "", "甲站", "网格员", "", "是", "王五五"),
        ("没有人", "", "", "甲站", "网格员", "", "是"),
        ("王五", "13900000003", "", "甲中心", "值班员", "", "是"),
    )
    assert faults(wrong) == [(2, "离岗"), (3, "接手人"), (4, "姓名")]
    assert faults(took(("王五", "13900000003", "", "甲中心", "值班员", "", "是"), by=3)) == [(2, "离岗")]


def test_what_cannot_be_is_told_by_row_and_column() -> None:
    taken = took(
        ("", "1", "", "甲站", "网格员"),
        ("赵六", "电话", "", "甲站", "网格员"),
        ("赵六", "", "", "乙站", "网格员"),
        ("赵六", "", "", "同名站", "网格员"),
        ("赵六", "", "", "甲站", "队长"),
        ("赵六", "", "", "甲站", "系统管理员"),
        ("赵六", "13900000001", "", "甲站", "网格员"),
        ("赵六", "", "", "甲站", "网格员", "wang"),
        ("王五", "13900000005", "", "甲站", "网格员", "wang"),
        ("张三", "13900000001", "", "甲站", "网格员", "other"),
        ("赵六", "", "", "甲站", "网格员", "a b"),
        ("赵六", "", "", "甲站", "网格员"),
        ("赵六", "", "", "甲站", "网格员"),
    )
    assert faults(taken) == [
        *((2, "姓名"), (3, "电话"), (4, "单位"), (5, "单位"), (6, "角色"), (7, "角色"), (8, "电话")),
        *((9, "用户名"), (10, "用户名"), (11, "用户名"), (12, "用户名"), (14, "姓名")),
    ]
    assert faults(took(("张三", "13900000001", "", "甲站", "工作站专员"), by=1)) == [(2, "角色")]


def test_the_same_file_again_changes_nothing() -> None:
    rows = [
        ("赵六", "13900000006", "网格员", "甲站", "网格员", "zhao6"),
        ("张三", "13911111111", "网格员", "甲站", "网格员", "zhang"),
    ]
    first = took(*rows)
    people = [
        replace(each.now, id=each.now.id or 9, posts=frozenset({(WORKER, 4)})) for each in first.persons
    ]
    others = [each for each in KNOWN if each.id != 1]
    read = [
        Row(number, dict.fromkeys(FIELDS, "") | dict(zip(FIELDS, row, strict=False)), None)
        for number, row in enumerate(rows, 2)
    ]
    again = People([*others, *people], UNITS).take(read)
    assert (again.persons, again.leaves, again.same, again.faults) == ([], [], 2, [])


def test_a_role_is_given_where_it_belongs() -> None:
    taken = took(
        ("王五", "13900000003", "值班员", "甲中心", "督查员", "wang"),
        ("周七", "13900000007", "", "区中心", "督查员", "zhou7"),
    )
    assert [(each.row, each.field, str(each.says)) for each in taken.faults] == [
        (2, "单位", "督查员只能在区中心任职，请另选单位或角色"),
    ]
    assert [each.now.name for each in taken.persons] == ["周七"]
