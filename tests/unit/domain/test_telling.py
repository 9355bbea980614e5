"""When messages go out: quiet hours, the day's cap, urgency; which steps of an escalation are due; words and names."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.domain.telling import (
    CHINA,
    Limits,
    Step,
    Template,
    check_words,
    day_start,
    due_steps,
    quiet_end,
    sending,
    words_of,
)
from dispatch.domain.ticket import Urgency
from dispatch.errors import BadInput

GIVEN: dict[str, Any] = {
    "first_kind": "sms",
    "unopened_minutes": 10,
    "call_minutes": 10,
    "quiet_from": "22:00",
    "quiet_until": "07:00",
    "daily_cap": 2,
    "bundle_minutes": 60,
    "operator_minutes": 5,
    "leader_minutes": 10,
    "district_minutes": 15,
    "keep_days": 180,
    "grievance_days": 365,
    "one_time_days": 14,
}
LIMITS = Limits.read(GIVEN)
INSTANTS = st.integers(0, 366 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0).strftime("%H:%M"))


def here(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026, by the clock on the wall in China."""
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (here(24, 21, 59), None),
        (here(24, 22), here(25, 7)),
        (here(25, 6, 59), here(25, 7)),
        (here(25, 7), None),
    ],
)
def test_quiet_hours_go_over_midnight(now: datetime, end: datetime | None) -> None:
    assert quiet_end(LIMITS, now) == end


def test_equal_ends_mean_no_quiet_hours() -> None:
    assert (
        quiet_end(Limits.read({**GIVEN, "quiet_from": "08:00", "quiet_until": "08:00"}), here(24, 8)) is None
    )


@given(INSTANTS, TIMES, TIMES)
def test_what_waits_for_the_end_of_quiet_hours_waits_less_than_a_day_and_not_again(
    now: datetime, start: str, end: str
) -> None:
    limits = Limits.read({**GIVEN, "quiet_from": start, "quiet_until": end})
    until = quiet_end(limits, now)
    if until is not None:
        assert now < until <= now + timedelta(days=1)
        assert quiet_end(limits, until) is None


def test_urgent_and_critical_pass_quiet_hours_and_the_cap() -> None:
    night = here(24, 23)
    for urgency in (Urgency.URGENT, Urgency.CRITICAL):
        assert sending(LIMITS, urgency, Template.ASSIGNED, 99, night) == sending(
            LIMITS, Urgency.NORMAL, Template.ASSIGNED, 0, here(24, 12)
        )
    assert sending(LIMITS, Urgency.NORMAL, Template.ASSIGNED, 0, night).until == here(25, 7)


def test_beyond_the_cap_a_message_is_bundled_and_the_bundle_itself_is_not() -> None:
    noon = here(24, 12)
    assert not sending(LIMITS, Urgency.NORMAL, Template.ASSIGNED, 1, noon).bundled
    assert sending(LIMITS, Urgency.NORMAL, Template.ASSIGNED, 2, noon).bundled
    assert not sending(LIMITS, Urgency.NORMAL, Template.BUNDLE, 2, noon).bundled


def test_the_day_of_the_cap_begins_at_midnight_in_china() -> None:
    assert day_start(here(24, 0)) == here(24, 0)
    assert day_start(here(24, 23, 59)) == here(24, 0)


@given(st.integers(0, 40), st.sets(st.sampled_from([step.value for step in Step])))
def test_a_step_is_due_once_its_time_has_come_and_never_twice(minutes: int, taken: set[str]) -> None:
    started = here(24, 12)
    due = due_steps(LIMITS, started, taken, started + timedelta(minutes=minutes))
    after = {Step.OPERATOR: 5, Step.LEADER: 10, Step.DISTRICT: 15}
    assert list(due) == [step for step in Step if after[step] <= minutes and step.value not in taken]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_kind", "voice"),
        ("unopened_minutes", 0),
        ("unopened_minutes", True),
        ("daily_cap", 1.5),
        ("quiet_from", "25:00"),
        ("leader_minutes", 5),
        ("district_minutes", 10),
        ("keep_days", 179),
        ("grievance_days", 29),
        ("one_time_days", 0),
        ("one_time_days", 91),
    ],
)
def test_limits_that_make_no_sense_are_refused_by_the_name_of_the_field(field: str, value: object) -> None:
    with pytest.raises(BadInput) as refused:
        Limits.read({**GIVEN, field: value})
    assert refused.value.field == ("leader_minutes" if field == "district_minutes" else field)


def test_limits_are_stored_as_they_are_read() -> None:
    assert LIMITS.to_dict() == GIVEN
    assert LIMITS.quiet_from == time(22)


def test_words_name_what_there_is_and_a_message_with_a_link_has_it() -> None:
    check_words(Template.ASSIGNED, "新工单 {number}:{link}")
    check_words(Template.UNOPENED, "工单 {number} 还没有打开")
    for bad in (
        "{number}",
        "{link} {phone}",
        "{link} {number.real}",
        "{link} {number!r}",
        "{link:>99}",
        "{link} {",
        "{}",
    ):
        with pytest.raises(BadInput):
            check_words(Template.ASSIGNED, bad)
    params = {"number": "HY1", "link": "https://x/t/1", "secret": "x"}
    assert words_of(Template.ASSIGNED, "{number} {unit}{link}", params) == "HY1 https://x/t/1"
