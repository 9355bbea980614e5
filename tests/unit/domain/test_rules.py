"""What rules ask for beside place and category, what is wrong with a draft, and what a trial counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.dry_run import Past, as_of, dry_run
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.power import Grounds, Listed, Power, Span
from dispatch.domain.routing import send
from dispatch.domain.rule import Matter, Rule, RuleSet
from dispatch.domain.rule_faults import Fault, Known, faults_of, record_of, rules_of
from dispatch.domain.ticket import Placement, State
from tests.unit.domain import field
from tests.unit.domain.field import (
    CENTER_A,
    DEPARTMENT,
    DISTRICT,
    POLICE_A,
    STATION_A,
    TOWN_A,
    UNITS,
    WINDOW_A,
)

LAMP = Matter(
    *("complaint", "normal", "市政设施/路灯", "cell", "huaian-12345", "12345"),
    at=datetime(2026, 11, 24, 1, 0, tzinfo=UTC),  # 09:00 on a Tuesday in Shanghai
    town=TOWN_A,
    village=field.VILLAGE_A,
    police_grid=field.GRID_A,
    cell_kind="general",
)
HELD = Power(
    1, "对损坏路灯的处罚", ("市政设施",), TOWN_A, DEPARTMENT, Span(date(2026, 1, 1), date(2026, 11, 25))
)
LISTED = Listed(1, "from_police", "市政设施损坏", "市政设施", Span(date(2026, 1, 1), None))
KNOWN = Known(
    UNITS,
    frozenset(each.path for each in field.CATEGORIES.values()),
    frozenset({"huaian-12345", "desk"}),
    date(2026, 11, 24),
)


def fits(matter: Matter, grounds: Grounds | None = None, **conditions: Any) -> bool:
    """Whether a rule of some conditions fits."""
    rules = RuleSet(1, (field.rule(1, "town", **conditions),), grounds or Grounds())
    return any(rule.fits(matter, rules.grounds) for rule in rules.speaking_of(matter))


def at(year: int, month: int, day: int, hour: int, minute: int) -> Matter:
    """The lamp at a local time in Shanghai."""
    return replace(LAMP, at=datetime(year, month, day, hour, minute, tzinfo=SHANGHAI))


class TestConditions:
    def test_a_rule_holds_from_its_first_day_to_before_its_last_in_shanghai(self) -> None:
        valid = Span(date(2026, 11, 24), date(2026, 11, 26))
        days = [
            at(2026, 11, 23, 23, 59),
            at(2026, 11, 24, 0, 0),
            at(2026, 11, 25, 23, 59),
            at(2026, 11, 26, 0, 0),
        ]
        assert [fits(each, valid=valid) for each in days] == [False, True, True, False]

    def test_a_power_is_the_towns_until_before_the_day_it_is_taken_back(self) -> None:
        grounds = Grounds(powers=(HELD,))
        last, after = at(2026, 11, 24, 23, 59), at(2026, 11, 25, 0, 0)
        assert [fits(each, grounds, power="held") for each in (last, after)] == [True, False]
        assert [fits(each, grounds, power="not_held") for each in (last, after)] == [False, True]

    def test_a_power_is_of_its_town_and_its_categories(self) -> None:
        grounds = Grounds(powers=(HELD,))
        elsewhere, other = replace(LAMP, town=field.TOWN_B), replace(LAMP, path="市政/路灯")
        assert not fits(elsewhere, grounds, power="held")
        assert fits(elsewhere, grounds, power="not_held")
        assert not fits(other, grounds, power="held")
        assert not fits(other, grounds, power="not_held")

    def test_a_list_stands_for_what_lies_below_its_category(self) -> None:
        grounds = Grounds(police_lists=(LISTED,))
        wanted = frozenset({"from_police"})
        assert fits(LAMP, grounds, police_lists=wanted)
        assert not fits(LAMP, grounds, police_lists=frozenset({"to_police"}))
        assert not fits(at(2025, 12, 31, 23, 59), grounds, police_lists=wanted)
        assert not fits(LAMP, Grounds(police_lists=(replace(LISTED, category=None),)), police_lists=wanted)

    @pytest.mark.parametrize(
        ("since", "until", "when"),
        [
            ("08:30", "17:30", [False, True, True, False]),
            ("17:30", "08:30", [True, False, False, True]),
            (None, "08:30", [True, False, False, False]),
            ("17:30", None, [False, False, False, True]),
        ],
    )
    def test_a_time_of_day_may_pass_midnight(
        self, since: str | None, until: str | None, when: list[bool]
    ) -> None:
        times = [
            at(2026, 11, 24, 8, 29),
            at(2026, 11, 24, 8, 30),
            at(2026, 11, 24, 17, 29),
            at(2026, 11, 24, 17, 30),
        ]
        assert [fits(each, time_from=since, time_until=until) for each in times] == when

    def test_working_days_are_the_calendars(self) -> None:
        saturday = at(2026, 11, 28, 9, 0)
        made_up = Grounds(is_working=lambda _: True)
        assert [fits(saturday, days="working"), fits(saturday, days="off")] == [False, True]
        assert fits(saturday, made_up, days="working")

    @pytest.mark.parametrize(
        ("condition", "other"),
        [
            ({"urgencies": frozenset({"normal"})}, {"urgency": "urgent"}),
            ({"towns": frozenset({TOWN_A})}, {"town": field.TOWN_B}),
            ({"sources": frozenset({"huaian-12345"})}, {"source": "desk"}),
            ({"channels": frozenset({"12345"})}, {"channel": "网络"}),
            ({"place_needs": frozenset({"cell"})}, {"need": "none"}),
            ({"cell_kinds": frozenset({"general"})}, {"cell_kind": "dedicated"}),
        ],
    )
    def test_each_further_condition_decides(self, condition: dict[str, Any], other: dict[str, Any]) -> None:
        assert fits(LAMP, **condition)
        assert not fits(replace(LAMP, **other), **condition)

    def test_a_rule_that_is_switched_off_speaks_of_nothing(self) -> None:
        assert not fits(LAMP, enabled=False)


class TestTargets:
    @pytest.mark.parametrize(
        ("kind", "unit"),
        [
            ("town", CENTER_A),
            ("station", STATION_A),
            ("police_station", POLICE_A),
            ("outpost", POLICE_A),
            ("service_center", WINDOW_A),
        ],
    )
    def test_the_place_names_the_unit(self, kind: str, unit: int) -> None:
        assert send(LAMP, Placement.PLACED, RuleSet(1, (field.rule(1, kind),)), UNITS).unit == unit

    def test_an_outpost_receives_where_the_police_grid_has_one(self) -> None:
        units = replace(UNITS, outpost_of_grid={field.GRID_A: STATION_A})
        assert send(LAMP, Placement.PLACED, RuleSet(1, (field.rule(1, "outpost"),)), units).unit == STATION_A

    def test_who_is_not_there_is_passed_by(self) -> None:
        rules = RuleSet(1, (field.rule(1, "enforcement"), field.rule(2, "town")))
        assert send(LAMP, Placement.PLACED, rules, UNITS).rule == 2

    def test_the_bureau_of_the_power_receives_what_no_town_may_punish_and_the_power_is_named(self) -> None:
        rule = field.rule(1, "bureau", power="not_held")
        rules = RuleSet(1, (rule,), Grounds(powers=(HELD,)))
        found = send(at(2026, 12, 1, 9, 0), Placement.PLACED, rules, UNITS)
        assert (found.unit, found.state) == (DEPARTMENT, State.DISPATCHED)
        assert "处罚权「对损坏路灯的处罚」" in found.reason

    def test_the_entry_of_a_list_is_named(self) -> None:
        rules = RuleSet(
            1,
            (field.rule(1, "town", police_lists=frozenset({"from_police"})),),
            Grounds(police_lists=(LISTED,)),
        )
        assert "清单事项「市政设施损坏」" in send(LAMP, Placement.PLACED, rules, UNITS).reason


def warnings(*rules: Rule) -> list[Fault]:
    """What is doubtful about some rules; nothing may be broken."""
    found = faults_of(rules, KNOWN)
    assert [each for each in found if each.blocking] == []
    return found


class TestFaults:
    def test_a_rule_that_an_earlier_one_swallows_is_told(self) -> None:
        wide = field.rule(10, "town", categories=("市政设施",))
        (found,) = warnings(wide, field.rule(20, "enforcement", categories=("市政设施/路灯",)))
        assert (found.ordinal, found.field) == (20, "ordinal")
        assert "规则 10" in found.says

    @pytest.mark.parametrize(
        "earlier",
        [
            field.rule(10, "town", categories=("政务",)),
            field.rule(10, "town", types=frozenset({"report"})),
            field.rule(10, "town", time_from="08:30"),
            field.rule(10, "town", power="held"),
            field.rule(10, "town", enabled=False),
            field.rule(10, "town", valid=Span(date(2027, 1, 1), None)),
            field.rule(10, "enforcement"),
        ],
    )
    def test_a_rule_that_may_still_fit_is_not(self, earlier: Rule) -> None:
        assert warnings(earlier, field.rule(20, "service_center")) == []

    def test_the_districts_own_rule_is_reached_where_no_town_is_known(self) -> None:
        assert warnings(field.rule(10, "town"), field.rule(20, "district")) == []
        assert len(warnings(field.rule(10, "district"), field.rule(20, "town"))) == 1

    def test_what_asks_for_nothing_is_not_swallowed_by_a_rule_for_requests(self) -> None:
        assert warnings(field.rule(10, "town"), field.rule(20, "town", types=frozenset({"nuisance"}))) == []

    def test_a_rule_whose_time_is_over_is_told(self) -> None:
        (found,) = warnings(field.rule(10, "town", valid=Span(None, date(2026, 11, 24))))
        assert "已过有效期" in found.says

    def test_no_rule_at_all_is_refused(self) -> None:
        assert [each.blocking for each in faults_of([], KNOWN)] == [True]

    def test_a_rule_survives_its_travel(self) -> None:
        rule = field.rule(
            10,
            "unit",
            target_unit=DEPARTMENT,
            types=frozenset({"report"}),
            categories=("市政设施/路灯",),
            valid=Span(date(2026, 1, 1), date(2027, 1, 1)),
            time_from="17:30",
            time_until="08:30",
            power="held",
        )
        (read,), faults = rules_of([record_of(rule)])
        assert (read, faults) == (rule, [])

    def test_a_day_that_is_none_is_told(self) -> None:
        _, (fault,) = rules_of([{**record_of(field.rule(10, "town")), "valid_from": "昨天"}])
        assert (fault.field, fault.blocking) == ("valid_from", True)


@given(
    st.integers(0, 1_500_000).map(
        lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.integers(0, 1_000_000),
)
def test_a_past_ticket_is_asked_at_its_weekday_and_time_in_the_first_week_from_the_day_on(
    moment: datetime, minutes: int
) -> None:
    day = moment + timedelta(minutes=minutes)
    asked = as_of(moment, day)
    assert day <= asked < day + timedelta(days=7)
    assert (asked.weekday(), asked.time()) == (moment.weekday(), moment.time())


def test_a_trial_counts_what_goes_elsewhere_and_leaves_out_what_has_no_place() -> None:
    past = [Past(number, f"N{number}", Placement.PLACED, LAMP) for number in range(3)]
    past += [
        Past(3, "N3", Placement.UNPLACED, LAMP),
        Past(4, "N4", Placement.PLACED, replace(LAMP, town=None)),
    ]
    now, then = RuleSet(1, (field.rule(10, "town"),)), RuleSet(2, (field.rule(10, "station"),))
    found = dry_run(past, now, then, UNITS, LAMP.at)
    assert (found["asked"], found["routed"], found["moved"]) == (5, 4, 4)
    pairs = {(each["former"]["id"], each["proposed"]["id"]): each["tickets"] for each in found["pairs"]}
    assert pairs == {(CENTER_A, STATION_A): 3, (None, STATION_A): 1}
    assert DISTRICT not in {each["proposed"]["id"] for each in found["pairs"]}
