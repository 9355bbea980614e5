"""A file of who looks after which cell speaks for what it names, and takes nobody off where it cannot be read."""

from __future__ import annotations

from collections.abc import Mapping

from dispatch.domain.cell_people import Duty, Moves, Row, Somebody, moves

TOWNS = {"c1": "t1", "c2": "t2"}
PEOPLE = [
    Somebody(1, "张三", "111", frozenset({"t1"})),
    Somebody(2, "李四", "222", frozenset({"t1"})),
    Somebody(3, "李四", "333", frozenset({"t2"})),
    Somebody(4, "王五", "444", frozenset({"t1"})),
    Somebody(5, "王五", "555", frozenset({"t1"})),
]
WORKER, HEAD = Duty("c1", "worker"), Duty("c1", "head")


def took(now: Mapping[Duty, Mapping[int, bool]], *rows: tuple[str, ...]) -> Moves:
    """What a file comes to; a row: cell, duty, name, phone, full time."""
    fields = ("cell", "duty", "name", "phone", "full_time")
    read = [
        Row(number, dict.fromkeys(fields, "") | dict(zip(fields, row, strict=False)), None)
        for number, row in enumerate(rows, 2)
    ]
    return moves(read, TOWNS, PEOPLE, now)


def test_it_begins_changes_and_ends_for_what_it_names() -> None:
    made = took(
        {WORKER: {1: True, 4: True}, HEAD: {1: True}},
        ("c1", "网格员", "李四", "", "兼职"),
        ("c1", "网格员", "张三", "111", "兼职"),
        ("c2", "网格长", "李四"),
    )
    assert made.begin == {(WORKER, 2): False, (Duty("c2", "head"), 3): True}
    assert (made.change, made.end) == ({(WORKER, 1): False}, [(WORKER, 4)])
    assert (made.same, made.faults) == (0, [])


def test_the_same_again_changes_nothing() -> None:
    made = took({WORKER: {1: True}}, ("c1", "worker", "张 三", "111", "专职"))
    assert (made.begin, made.change, made.end, made.same) == ({}, {}, [], 1)


def test_a_duty_without_a_name_says_nothing() -> None:
    made = took({WORKER: {1: True}}, ("c1", "网格员", ""))
    assert (made.begin, made.end, made.faults) == ({}, [], [])


def test_where_a_row_cannot_be_read_nobody_is_taken_off() -> None:
    made = took({WORKER: {1: True}}, ("c1", "网格员", "赵六"), ("c1", "网格员", "李四", "222"))
    assert (made.begin, made.end) == ({(WORKER, 2): True}, [])
    assert [(fault.row, fault.field) for fault in made.faults] == [(2, "姓名")]


def test_faults_name_the_row_the_column_and_the_way_out() -> None:
    made = took(
        {},
        ("c9", "网格员", "张三"),
        ("c1", "院长", "张三"),
        ("c1", "网格员", "王五"),
        ("c1", "网格员", "张三", "999"),
        ("c1", "网格员", "张三", "", "半天"),
        ("c1", "网格长", "张三"),
        ("c1", "网格长", "张三"),
    )
    assert [(fault.row, fault.field) for fault in made.faults] == [
        *((2, "网格编码"), (3, "职责"), (4, "电话"), (5, "姓名"), (6, "专职或兼职"), (8, "姓名")),
    ]
    assert "写上电话" in made.faults[2].says
    assert made.begin == {(HEAD, 1): True}
