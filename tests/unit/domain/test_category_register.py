"""The tree of categories: what one needs, what a name means on which day, what a change leaves without a rule."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dispatch.domain.category_list import moves
from dispatch.domain.category_register import LABELS, Entry, Kept, Register, cells_of, read, spelled
from dispatch.domain.category_uses import Naming, Uses, said
from dispatch.domain.power import Span
from dispatch.domain.receive import category_of
from dispatch.domain.routing import Category
from dispatch.domain.ticket import PlaceNeed
from dispatch.errors import BadInput
from tests.unit.domain.field import TABLES

TODAY = date(2026, 11, 26)
LAMPS = Kept("市政设施/路灯", "point", evidence_required=True, code="0101")
ROADS = Kept("市政设施/路面", "cell", aliases=("道路/坑洼",), code="0102")
FORMER = Kept("公用/供水", "cell", valid_until=date(2026, 1, 1), code="0201")
NEXT = Kept("公用/供水", "point", valid_from=date(2027, 1, 1), code="0202")
USES = Uses(
    [
        Naming("routing", "30 市政", "市政设施"),
        Naming("clock", "办结 24小时", "市政设施/路灯"),
        Naming("precedent", "市政设施/路灯", "市政设施/路灯", 3),
        Naming("evidence", "要照片", None, asks=True),
    ]
)


@dataclass
class Row:
    """A row of a file."""

    number: int
    cells: dict[str, str]
    fault: str | None = field(default=None)


def register(*further: Kept) -> Register:
    """Two of a theme that rules name, one that is over and its like to come."""
    return Register([LAMPS, ROADS, FORMER, NEXT, *further], USES, TODAY)


def refused(entry: Entry, code: str | None = None, *, is_new: bool = True) -> tuple[str | None, str]:
    """The field a category is refused for, and the words."""
    with pytest.raises(BadInput) as refusal:
        register().checked(entry, code, is_new=is_new)
    return refusal.value.field, refusal.value.detail


@pytest.mark.parametrize(
    "given", ["市政设施 › 路灯", "市政设施>路灯", "/市政设施|路灯/", "市政设施→路灯", " 市政设施/路灯"]
)
def test_a_path_is_one_path_however_a_hotline_writes_it(given: str) -> None:
    assert spelled(given) == "市政设施/路灯"


def test_a_new_one_gets_a_code_that_no_other_has() -> None:
    held = register(Kept("甲", "none", code="L0007"))
    made = held.checked(
        Entry(" 噪音 › 广场舞 ", "cell", aliases=("社会噪音>跳舞", "噪音/广场舞", "")), is_new=True
    )
    assert made == Kept("噪音/广场舞", "cell", aliases=("社会噪音/跳舞",), code="L0008")
    assert held.checked(Entry("乙", "town"), "9.1", is_new=True).code == "9.1"


@pytest.mark.parametrize(
    ("entry", "code", "named"),
    [
        (Entry(" / ", "cell"), None, "path"),
        (Entry("一/二/三/四/五/六", "cell"), None, "path"),
        (Entry("长" * 41, "cell"), None, "path"),
        (Entry("新", "house"), None, "place_need"),
        (Entry("新", "cell"), "编码", "code"),
        (Entry("新", "cell"), "0101", "code"),
        (Entry("市政设施/路灯", "cell"), None, "path"),
        (Entry("公用/供水", "cell", valid_from=date(2025, 6, 1), valid_until=date(2026, 6, 1)), None, "path"),
        (Entry("公用/供水", "cell"), None, "path"),
        (Entry("道路/坑洼", "cell"), None, "path"),
        (Entry("新", "cell", aliases=("道路>坑洼",)), None, "aliases"),
        (Entry("新", "cell", aliases=("市政设施/路灯",)), None, "aliases"),
        (Entry("新", "cell", aliases=tuple(map(str, range(51)))), None, "aliases"),
        (Entry("新", "cell", valid_from=TODAY, valid_until=date(2026, 11, 25)), None, "valid_until"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(entry: Entry, code: str | None, named: str) -> None:
    where, says = refused(entry, code)
    assert (where, bool(says)) == (named, True)


def test_a_path_is_free_between_one_that_is_over_and_one_to_come() -> None:
    between = Entry("公用/供水", "cell", valid_from=date(2026, 1, 1), valid_until=date(2027, 1, 1))
    assert register().checked(between, is_new=True).code == "L0001"


def test_a_path_that_rules_name_is_not_changed_under_them() -> None:
    where, says = refused(replace(LAMPS, path="市政/路灯"), "0101", is_new=False)
    assert where == "path"
    assert says.startswith("还不能改路径，1 条时限规则、3 条先例是按")
    held = register()
    assert held.checked(Entry("市政/路面", "cell"), "0102", is_new=False).path == "市政/路面"
    assert held.left_alone("市政设施/路灯", "0101") == {"routing": 1, "clock": 1, "precedent": 3}


def test_rules_that_fit_are_told_kind_by_kind() -> None:
    assert [(each.kind, each.path) for each in USES.of(LAMPS)] == [
        ("routing", "市政设施"),
        ("clock", "市政设施/路灯"),
        ("evidence", None),
        ("precedent", "市政设施/路灯"),
    ]
    assert [each.kind for each in USES.of(ROADS)] == ["routing"]
    assert said("clock", "reply 24小时") == "办结 24小时"


def test_a_name_means_a_category_of_that_day() -> None:
    def of(kept: Kept) -> Category:
        asks = {"evidence_required": False, "signoff_required": False}
        return Category(
            kept.code, kept.path, PlaceNeed(kept.place_need), aliases=kept.aliases, valid=kept.span, **asks
        )

    ending = replace(LAMPS, valid_until=date(2027, 1, 1))
    heir = Kept("设施/照明", "point", aliases=("市政设施/路灯",), code="0103")
    tables = replace(TABLES, categories={each.code: of(each) for each in (ending, heir, ROADS, FORMER, NEXT)})

    def meant(given: str, on: str) -> str | None:
        found = category_of(given, tables, datetime.fromisoformat(on).replace(tzinfo=UTC))
        return found.code if found else None

    assert meant("道路 › 坑洼", "2026-11-26") == "0102"
    assert meant("0102", "2026-11-26") == "0102"
    assert [meant("公用/供水", day) for day in ("2025-12-31", "2026-11-26", "2026-12-31T16:00")] == [
        "0201",
        None,
        "0202",
    ]
    assert [meant("市政设施>路灯", day) for day in ("2026-12-31", "2027-01-01")] == ["0101", "0103"]
    assert (meant("0201", "2026-11-26"), meant("", "2026-11-26"), meant("没有", "2026-11-26")) == (
        None,
        None,
        None,
    )


def rows_of(held: Register) -> list[Row]:
    """The tree as a file, and as it is read again."""
    names = list(LABELS)
    listed = [each for code in ("0101", "0102", "0201", "0202") if (each := held.get(code))]
    return [
        Row(at, dict(zip(names, (cell or "" for cell in cells_of(each)), strict=True)))
        for at, each in enumerate(listed, 2)
    ]


def test_the_tree_as_a_file_changes_nothing() -> None:
    made = moves(rows_of(register()), register(), is_whole=True)
    assert (made.counts(), made.rest_kept) == (
        {"added": 0, "changed": 0, "ended": 0, "same": 4, "bad": 0},
        False,
    )


def test_a_file_says_what_is_new_what_changes_and_what_ends() -> None:
    given: list[dict[str, Any]] = [
        {"path": "市政设施/路灯", "place_need": "网格", "evidence_required": "否", "aliases": "灯;照明>路灯"},
        {"code": "0102", "path": "市政设施/路面", "place_need": "网格", "valid_until": "2026年12月1日"},
        {"path": "新的", "place_need": "到镇街", "valid_from": "46357"},
        {"path": "没写的", "place_need": ""},
        {"path": "新的", "place_need": "镇街"},
        {"path": "乱写", "place_need": "镇街", "signoff_required": "也许"},
        {"path": "乱写", "place_need": "镇街", "valid_until": "明年"},
    ]
    rows = [Row(at, each) for at, each in enumerate(given, 2)]
    made = moves([*rows, Row(9, {}, "有一格是公式错误")], register(), is_whole=True)
    assert [(each.told()["row"], each.what, each.told()["says"]) for each in made.listed] == [
        (3, "ended", "停用日期 空 → 2026-12-01"),
        (2, "changed", "热线叫法 空 → 灯;照明/路灯；定位要求 点位 → 网格；现场照片 是 → 否"),
        (4, "added", ""),
    ]
    assert made.listed[2].made.valid_from == date(2026, 12, 1)
    assert [(each["row"], each["field"]) for each in made.faults] == [
        (5, "定位要求"),
        (6, "分类路径"),
        (7, "领导签发"),
        (8, "停用日期"),
        (9, ""),
    ]
    assert made.rest_kept


def test_what_is_not_in_the_whole_tree_ends_today() -> None:
    made = moves([Row(2, {"path": "市政设施/路灯", "place_need": "point"})], register(), is_whole=True)
    assert [(each.made.code, each.made.valid_until, each.what) for each in made.listed] == [
        ("0102", TODAY, "ended"),
        ("0202", date(2027, 1, 1), "ended"),
    ]


def test_a_category_that_comes_and_goes_on_one_day_is_of_no_day() -> None:
    assert not Span(TODAY, TODAY).holds(TODAY)
    never = Kept("噪音", "cell", valid_from=TODAY, valid_until=TODAY, code="0301")
    assert register(never).checked(Entry("噪音", "cell"), is_new=True).path == "噪音"


def test_a_row_finds_the_category_of_its_path_that_is_not_over() -> None:
    _, code, is_new = read({"path": "公用›供水", "place_need": "point"}, register())
    assert (code, is_new) == ("0202", False)


def test_a_name_that_was_given_up_is_free_for_another() -> None:
    held = register()
    assert held.meant("道路 › 坑洼") == ROADS
    held.checked(replace(ROADS, aliases=()), "0102", is_new=False)
    assert held.meant("道路/坑洼") is None
    made = held.checked(Entry("交通/坑洼", "cell", aliases=("道路/坑洼",)), is_new=True)
    assert [held.meant(name) for name in ("道路>坑洼", "L0001", "交通/坑洼")] == [made, made, made]
    assert held.meant("0201") is None
