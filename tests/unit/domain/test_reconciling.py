"""The comparison with the hotline's list: each difference once, and what the list does not say is not compared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import given

from dispatch.domain.profile import Profile
from dispatch.domain.reconciling import Held, Listed, compare, read

DUE = datetime(2026, 12, 1, 9, tzinfo=UTC)
CHINESE = Profile(
    {"工单编号": "order_no", "工单状态": "status", "办结时限": "due_at"}, {"status": {"在办": "办理中"}}
)


def kinds(theirs: list[Listed], ours: list[Held]) -> list[tuple[str, str]]:
    return [(each.kind, each.order_no) for each in compare(theirs, ours)]


def test_a_list_is_read_through_the_hotlines_names_and_codes() -> None:
    items = [
        {"工单编号": " A1 ", "工单状态": "在办", "办结时限": "2026/12/01 17:00:00", "坐席": "7"},
        {"工单编号": "", "工单状态": "在办"},
        {"工单编号": "A2", "办结时限": "月底"},
        "A3",
    ]
    found, faults = read(items, CHINESE)
    assert found == [Listed("A1", "办理中", DUE), Listed("A2", None, None)]
    assert [each.field for each in faults] == ["orders[1]", "orders[2]", "orders[3]"]


def test_the_four_differences() -> None:
    theirs = [
        Listed("same", "办理中", DUE),
        Listed("missing", "已派单", DUE),
        Listed("state", "已结案", DUE),
        Listed("due", "办理中", DUE + timedelta(days=1)),
        Listed("both", "已结案", DUE + timedelta(days=1)),
    ]
    ours = [
        *(
            Held(number, place, "办理中", DUE)
            for place, number in enumerate(("same", "state", "due", "both"))
        ),
        Held("unknown", 9, "已签收", None),
        Held("older", 10, "已结案", None, expected=False),
    ]
    assert kinds(theirs, ours) == [
        ("missing", "missing"),
        ("unknown", "unknown"),
        ("state", "state"),
        ("state", "both"),
        ("due", "due"),
        ("due", "both"),
    ]


def test_what_is_on_its_way_up_and_what_is_not_said_do_not_differ() -> None:
    ours = [Held("A", 1, "已签收", DUE, told="已派单")]
    assert kinds([Listed("A", "已派单", DUE + timedelta(seconds=59))], ours) == []
    assert kinds([Listed("A", None, None)], ours) == []
    assert kinds([Listed("A", "已结案", None)], ours) == [("state", "A")]
    assert kinds([Listed("A", None, DUE)], [Held("A", 1, "已签收", None)]) == [("due", "A")]


@given(st.sets(st.sampled_from("abcdefgh")), st.sets(st.sampled_from("abcdefgh")))
def test_every_order_is_equal_or_named(theirs: set[str], ours: set[str]) -> None:
    rows = kinds(
        [Listed(each, "办理中", DUE) for each in theirs], [Held(each, 1, "办理中", DUE) for each in ours]
    )
    assert {number for kind, number in rows if kind == "missing"} == theirs - ours
    assert {number for kind, number in rows if kind == "unknown"} == ours - theirs
    assert len(rows) == len(theirs ^ ours)
