"""What earlier decisions say of a ticket, what a decision is kept as, and a ticket's way from unit to unit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.precedent import Ground, Precedent, alarm, came_back, fits, kept_as, says
from dispatch.domain.ticket import State
from dispatch.errors import BadInput
from tests.unit.domain import field
from tests.unit.domain.field import AT_DISTRICT, CENTER_A, CENTER_B, IN_A, STATION_B, TOWN_B

LAMP = "市政设施/路灯"
HERE = Ground(LAMP, 7, "淮海路", field.CELL_A, "营东社区第一网格", 119.05, 33.65)
SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def precedent(number: int, **more: Any) -> Precedent:
    """A precedent of another place for lamps."""
    values = {"place": 99, "cell": None, "name": f"先例{number}", "category": LAMP, "unit": CENTER_A, **more}
    return Precedent(id=number, **{"reason": "依据", "valid_from": SINCE, "metres": None, **values})


def found(*known: Precedent, ground: Ground = HERE, near_m: float = 100) -> list[int]:
    """The numbers of those that speak of a ground, the one that says most first."""
    return [fit.precedent.id for fit in fits(ground, known, near_m)]


def test_the_same_place_says_more_than_what_is_near_and_that_more_than_the_cell() -> None:
    by_cell = precedent(1, place=None, cell=field.CELL_A)
    near, same = precedent(2, metres=40.0), precedent(3, place=7, metres=0.0)
    assert found(by_cell, near, same) == [3, 2, 1]


def test_the_closer_category_then_the_nearer_then_the_newer_comes_first() -> None:
    theme, lamp = precedent(1, metres=0.0, category="市政设施"), precedent(2, metres=90.0)
    assert found(theme, lamp) == [2, 1]
    assert found(precedent(3, metres=60.0), precedent(4, metres=20.0)) == [4, 3]
    newer = precedent(6, metres=20.0, valid_from=SINCE + timedelta(days=1))
    assert found(precedent(5, metres=20.0), newer) == [6, 5]


@pytest.mark.parametrize(
    "other",
    [
        precedent(1, metres=101.0),
        precedent(1, place=None, cell=field.CELL_B, metres=0.0),
        precedent(1, place=7, category="市政设施/路灯杆"),
        precedent(1, place=7, category="公共安全"),
        precedent(1),
    ],
)
def test_what_is_elsewhere_or_of_something_else_says_nothing(other: Precedent) -> None:
    assert found(other) == []


def test_a_ticket_of_no_category_is_spoken_of_by_nobody() -> None:
    assert found(precedent(1, place=7), ground=Ground(None, 7, "淮海路", None, None, None, None)) == []


def test_a_precedent_is_said_in_one_sentence() -> None:
    (fit,) = fits(HERE, [precedent(1, place=7, name="淮海路", metres=0.0)], 100)
    assert says(fit, "区住建局") == "已有先例（同一地点「淮海路」）：市政设施/路灯由区住建局办理。依据：依据"


@pytest.mark.parametrize(
    ("choice", "ground", "kept"),
    [
        (None, HERE, "place"),
        ("place", HERE, "place"),
        ("cell", HERE, "cell"),
        ("no", HERE, "no"),
        (None, Ground(LAMP, None, None, field.CELL_A, "第一网格", None, None), "cell"),
        ("place", Ground(LAMP, None, None, field.CELL_A, "第一网格", None, None), "cell"),
        (None, Ground(LAMP, None, None, None, None, None, None), "no"),
        (None, Ground(None, 7, "淮海路", field.CELL_A, "第一网格", None, None), "no"),
    ],
)
def test_a_decision_is_kept_on_the_narrowest_ground_that_is_known(
    choice: str | None, ground: Ground, kept: str
) -> None:
    assert kept_as(choice, ground) == kept


@given(st.lists(st.integers(1, 4), max_size=6))
def test_a_trail_came_back_where_its_last_unit_had_the_ticket_before(trail: list[int]) -> None:
    way = [unit for at, unit in enumerate(trail) if at == 0 or trail[at - 1] != unit]
    assert came_back(way) == (way[-1:] != [] and way.index(way[-1]) < len(way) - 1)


def test_an_alarm_says_the_graver_reason() -> None:
    assert alarm([1, 2], 1, 2) is None
    assert alarm([1, 2, 3], 2, 2) == "hops"
    assert alarm([1, 2, 1], 2, 3) == "came_back"


MOVED: dict[str, Any] = {
    "reason": "wrong_place",
    "basis": "在渔沟镇",
    "point": {"lon": 119.15, "lat": 33.65, "datum": "wgs84"},
}


class TestReturnsWithAPoint:
    def test_the_point_names_the_proposed_owner(self) -> None:
        case = field.case(field.ticket(), Command.RETURN, IN_A, MOVED, location=field.at(TOWN_B))
        returned = decide(case).after.returned
        assert returned is not None
        assert (returned["proposed"], returned["point"]) == (CENTER_B, MOVED["point"])

    def test_what_the_unit_proposes_itself_goes_before(self) -> None:
        fields = {**MOVED, "proposed": STATION_B}
        case = field.case(field.ticket(), Command.RETURN, IN_A, fields, location=field.at(TOWN_B))
        assert (decide(case).after.returned or {})["proposed"] == STATION_B

    def test_a_point_in_the_own_town_is_no_such_return(self) -> None:
        case = field.case(field.ticket(), Command.RETURN, IN_A, MOVED, location=field.at(field.TOWN_A))
        with pytest.raises(BadInput, match="改位置"):
            decide(case)

    def test_a_precedent_answers_a_return_that_contradicts_it_and_no_other(self) -> None:
        fields = {"reason": "beyond_duty", "basis": "不归我们"}
        for unit, answered in ((CENTER_A, True), (CENTER_B, False)):
            told = {"id": 5, "unit": unit, "says": "已有先例"}
            case = field.case(field.ticket(), Command.RETURN, IN_A, fields, precedent=told)
            assert ("precedent_says" in (decide(case).after.returned or {})) == answered

    def test_a_grant_moves_the_ticket_to_the_new_place(self) -> None:
        ticket = field.ticket(State.RETURNED, prior=State.DISPATCHED, returned={"unit": CENTER_A})
        fields = {"unit": CENTER_B, "point": MOVED["point"]}
        case = field.case(ticket, Command.GRANT, AT_DISTRICT, fields, location=field.at(TOWN_B))
        after = decide(case).after
        assert (after.cell, after.town, after.stream) == (field.CELL_B, TOWN_B, CENTER_B)

    @pytest.mark.parametrize("where", [field.at(field.TOWN_A), field.at(None), None])
    def test_a_grant_to_a_unit_of_another_town_than_the_point_is_refused(self, where: Any) -> None:
        ticket = field.ticket(State.RETURNED, prior=State.DISPATCHED, returned={"unit": CENTER_A})
        fields = {"unit": CENTER_B, "point": MOVED["point"]}
        with pytest.raises(BadInput, match=r"新位置|不在本区"):
            decide(field.case(ticket, Command.GRANT, AT_DISTRICT, fields, location=where))
