"""A clock's instant and why: shares of the hotline's time, marks, moves, sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.clocks import ClockRule, Facts, Start, Timetable, limit, start
from dispatch.domain.clocks.moving import Moved, outer_moved, recomputed, resumed
from dispatch.domain.clocks.texts import read as limits
from dispatch.domain.clocks.why import sentences
from dispatch.domain.ticket import Clock
from dispatch.saying import told
from dispatch.text import CATALOGUES
from tests.unit.domain.clocks.days import YEAR_2026, at

COMPLAINT = Facts("complaint", "normal", "生态环境/噪声/施工", 7, "station")
RULES = (
    ClockRule(ordinal=1, clock="reply", limits=limits("5工作日"), reason="5 个工作日办结", share=0.8),
    ClockRule(ordinal=2, clock="inner", limits=limits("3工作日"), reason="六成", share=0.6),
    ClockRule(ordinal=3, clock="review", limits=limits("4工作时"), reason="审核"),
    ClockRule(ordinal=4, clock="sign", limits=limits("1小时"), reason="签收"),
)
TIMETABLE = Timetable(3, RULES, YEAR_2026, 2)
EVE = at("2026-09-30T16:40")


def begun(kind: str, since: datetime = EVE, **more: Any) -> Start:
    """A clock that some rule holds for."""
    found = start(kind, since, COMPLAINT, more.pop("timetable", TIMETABLE), **more)
    assert found is not None
    return found


def clock(of: Start, **more: Any) -> Clock:
    """As it stands in the database."""
    return Clock(of.kind, of.started_at, of.due_at, marks=of.marks, basis=of.basis, **more)


def one(moved: tuple[Moved, ...]) -> Moved:
    """The only one."""
    assert len(moved) == 1
    return moved[0]


def test_a_share_is_of_the_hotlines_time_counted_in_office_hours() -> None:
    # two office days until the hotline's instant, 14 hours: 80 % are 11 hours and 12 minutes
    found = begun("reply", at("2026-10-12T08:30"), outer_due=at("2026-10-13T17:30"))
    assert found.due_at == at("2026-10-13T14:42")
    assert begun("inner", at("2026-10-12T08:30"), outer_due=at("2026-10-13T17:30")).due_at == at(
        "2026-10-13T09:54"
    )


def test_without_the_hotlines_instant_the_limit_itself_holds() -> None:
    assert begun("reply").due_at == at("2026-10-13T17:30")
    assert begun("reply", outer_due=EVE - timedelta(hours=1)).due_at == at("2026-10-13T17:30")


def test_a_share_of_a_night_is_a_share_of_the_clock_on_the_wall() -> None:
    found = begun("reply", at("2026-10-12T20:00"), outer_due=at("2026-10-12T22:00"))
    assert found.due_at == at("2026-10-12T21:36")


def test_marks_are_counted_as_the_clock_counts() -> None:
    half, soon, two_hours, overdue = begun("review", at("2026-10-12T17:00")).marks
    assert (half, soon, two_hours, overdue) == (
        at("2026-10-13T10:00"),
        at("2026-10-13T11:12"),
        at("2026-10-13T10:00"),
        at("2026-10-13T12:00"),
    )


def test_a_mark_that_is_not_after_the_start_is_skipped() -> None:
    half, soon, two_hours, overdue = begun("sign").marks
    assert (half, soon, two_hours, overdue) == (
        EVE + timedelta(minutes=30),
        EVE + timedelta(minutes=48),
        None,
        EVE + timedelta(hours=1),
    )
    exactly = Timetable(
        1, (ClockRule(ordinal=1, clock="sign", limits=limits("2小时"), reason="签收"),), YEAR_2026
    )
    assert begun("sign", timetable=exactly).marks[2] is None


@given(st.integers(0, 60 * 24 * 60), st.sampled_from(["reply", "inner", "review", "sign"]))
def test_marks_come_in_order_and_within_the_clock(minutes: int, kind: str) -> None:
    found = begun(kind, at("2026-01-05T00:00") + timedelta(minutes=minutes))
    half, soon, two_hours, overdue = found.marks
    assert overdue == found.due_at
    assert half is not None
    assert soon is not None
    assert found.started_at < half <= soon <= found.due_at
    assert two_hours is None or found.started_at < two_hours < found.due_at
    assert found.next_at == min(each for each in found.marks if each)


def test_the_hotlines_new_instant_moves_what_is_a_share_of_it() -> None:
    outer, later = at("2026-10-13T17:30"), at("2026-10-15T17:30")
    since = at("2026-10-12T08:30")
    clocks = [clock(begun(kind, since, outer_due=outer)) for kind in ("reply", "inner", "review")]
    moved = {each.start.kind: each.start.due_at for each in outer_moved(clocks, TIMETABLE, later, since)}
    assert moved == {
        "reply": begun("reply", since, outer_due=later).due_at,
        "inner": begun("inner", since, outer_due=later).due_at,
    }


PLAIN = Timetable(
    3, (ClockRule(ordinal=1, clock="inner", limits=limits("4小时,1小时制止"), reason="四小时"),), YEAR_2026
)


def test_a_limit_of_our_own_ends_with_the_hotlines_at_the_latest() -> None:
    outer = EVE + timedelta(minutes=40)
    inner = begun("inner", timetable=PLAIN, outer_due=outer)
    assert inner.due_at == outer
    assert begun("halt", timetable=PLAIN, outer_due=outer).due_at == outer
    assert inner.marks[-1] == outer
    said = sentences(clock(inner), inner.reason)
    assert "第 1 条「四小时」：4小时" in said[1]
    assert said[-2:] == ["不晚于上级时限，按 2026-09-30 17:20 计。", "因此 2026-09-30 17:20 到期。"]


def test_a_limit_of_our_own_that_ends_before_the_hotlines_is_its_own() -> None:
    inner = begun("inner", timetable=PLAIN, outer_due=EVE + timedelta(hours=9))
    assert inner.due_at == EVE + timedelta(hours=4)
    assert not any("上级时限" in each for each in sentences(clock(inner), inner.reason))
    late = begun("inner", timetable=PLAIN, outer_due=EVE - timedelta(hours=1))
    assert late.due_at == EVE + timedelta(hours=4)


def test_the_hotlines_new_instant_ends_a_limit_of_our_own_and_keeps_its_pauses() -> None:
    pause = (EVE + timedelta(hours=1), EVE + timedelta(hours=2))
    held = clock(
        begun("inner", timetable=PLAIN, outer_due=EVE + timedelta(hours=9), pauses=[pause]), pauses=(pause,)
    )
    assert held.due_at == EVE + timedelta(hours=5)
    sooner = one(outer_moved([held], PLAIN, EVE + timedelta(hours=3), pause[1]))
    assert (sooner.start.due_at, sooner.pauses) == (EVE + timedelta(hours=3), (pause,))
    later = one(outer_moved([clock(sooner.start, pauses=(pause,))], PLAIN, EVE + timedelta(days=9), pause[1]))
    assert later.start.due_at == EVE + timedelta(hours=5)


def test_an_agreed_limit_is_no_share_of_the_hotlines_and_ends_with_it_at_the_latest() -> None:
    agreed = clock(begun("inner", agreed=90))
    assert not one(outer_moved([agreed], TIMETABLE, at("2026-12-01T00:00"), EVE)).is_other
    assert one(
        outer_moved([agreed], TIMETABLE, EVE + timedelta(hours=1), EVE)
    ).start.due_at == EVE + timedelta(hours=1)
    again = one(recomputed([agreed], replace(TIMETABLE, version=9), None))
    assert (again.is_other, again.start.due_at) == (False, EVE + timedelta(minutes=90))


def test_resumed_a_clock_has_as_much_office_time_left_as_when_it_was_paused() -> None:
    since = at("2026-10-12T08:30")
    paused = clock(begun("review", since), paused_at=since + timedelta(hours=1))
    moved = one(resumed([paused], TIMETABLE, None, at("2026-10-13T16:30")))
    assert moved.start.due_at == at("2026-10-14T10:30")
    assert moved.pauses == ((since + timedelta(hours=1), at("2026-10-13T16:30")),)


def test_ours_is_never_later_than_the_hotlines() -> None:
    since, outer = at("2026-10-12T08:30"), at("2026-10-13T17:30")
    paused = clock(begun("reply", since, outer_due=outer), paused_at=since)
    moved = one(resumed([paused], TIMETABLE, outer, at("2026-10-13T12:00")))
    assert moved.start.due_at == outer
    granted = one(resumed([paused], TIMETABLE, at("2026-10-20T17:30"), at("2026-10-13T12:00")))
    assert granted.start.due_at == begun("reply", since, outer_due=at("2026-10-20T17:30")).due_at


def test_a_new_calendar_moves_a_clock_by_the_rule_of_its_day() -> None:
    worked = replace(YEAR_2026, days={day: kept for day, kept in YEAR_2026.days.items() if day.month != 10})
    before = clock(begun("reply", timetable=replace(TIMETABLE, calendar=worked)))
    moved = one(recomputed([before], TIMETABLE, None))
    assert (moved.is_other, moved.told()["clock"]) == (True, "reply")
    assert moved.start.due_at == at("2026-10-13T17:30")
    assert one(recomputed([clock(moved.start)], TIMETABLE, None)).is_other is False


def test_a_clock_that_the_hotlines_instant_cuts_short_warns_within_what_is_left_of_it() -> None:
    since, outer = at("2026-10-12T08:30"), at("2026-10-12T18:30")
    rests = (at("2026-10-12T09:30"), at("2026-10-12T15:30"))
    rule = ClockRule(ordinal=1, clock="reply", limits=limits("10小时"), reason="办结")
    cut = begun("reply", since, timetable=Timetable(1, (rule,), YEAR_2026), outer_due=outer, pauses=(rests,))
    # an hour before the pause and three after it are left of the ten
    assert cut.marks == (at("2026-10-12T16:30"), at("2026-10-12T17:42"), at("2026-10-12T16:30"), outer)


HALTING = (
    ClockRule(ordinal=1, clock="inner", limits=limits("1紧急工作时制止"), reason="施工扰民先制止"),
    ClockRule(ordinal=2, clock="inner", limits=limits("3工作日"), reason="六成", share=0.6),
)


def test_halting_the_harm_is_an_earlier_limit_of_its_own_beside_that_of_the_next_rule() -> None:
    timetable = Timetable(1, HALTING, YEAR_2026, 1)
    halt, inner = (begun(kind, timetable=timetable) for kind in ("halt", "inner"))
    assert (halt.due_at, halt.reason) == (EVE + timedelta(hours=1), "施工扰民先制止")
    assert (inner.due_at, inner.reason) == (at("2026-10-10T17:30"), "六成")
    assert halt.marks == (EVE + timedelta(minutes=30), EVE + timedelta(minutes=48), None, halt.due_at)
    shared = begun("inner", at("2026-10-12T08:30"), timetable=timetable, outer_due=at("2026-10-13T17:30"))
    assert shared.due_at == at("2026-10-13T09:54")
    alone = Timetable(1, HALTING[:1], YEAR_2026, 1)
    assert start("inner", EVE, COMPLAINT, alone) is None
    both = ClockRule(ordinal=1, clock="inner", limits=limits("2紧急工作时制止，4小时"), reason="扰民")
    ends = [begun(kind, timetable=Timetable(1, (both, *HALTING), YEAR_2026)) for kind in ("halt", "inner")]
    assert [each.due_at - EVE for each in ends] == [timedelta(hours=2), timedelta(hours=4)]


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        ({}, "热线派单；没有派单时间的，为收到工单"),
        ({"by_hotline": True}, "热线派单"),
        ({"by_hotline": False}, "收到工单"),
    ],
)
def test_a_reply_clock_says_what_it_began_with(begins: dict[str, bool], said: str) -> None:
    found = begun("reply")
    assert sentences(clock(found), found.reason, **begins)[0] == f"2026-09-30 16:40起算（{said}）。"
    other = begun("sign")
    assert sentences(clock(other), other.reason, **begins)[0] == "2026-09-30 16:40起算（派到单位）。"


def test_why_in_words() -> None:
    found = begun("reply")
    assert sentences(clock(found), found.reason) == [
        "2026-09-30 16:40起算（热线派单；没有派单时间的，为收到工单）。",
        "按时限规则第 2 版第 1 条「5 个工作日办结」：5工作日，收到当日不计，到最后一个工作日下班时为止。",
        "不计：10月1日至7日（国庆节）、10月11日（周日）。",
        "办公时间：冬令 08:30-12:00 14:00-17:30；夏令 08:30-12:00 14:30-18:00。",
        "因此 2026-10-13 17:30 到期。",
    ]


def test_why_in_english_holds_no_chinese_but_names_that_somebody_gave() -> None:
    found = begun("reply")
    assert sentences(clock(found), "")[2] == "不计：10月1日至7日（国庆节）、10月11日（周日）。"
    assert in_english(found)[2] == "Not counted: 10-1 to 7 (National Day), 10-11 (Sunday)."
    runs = [["2026-10-01", "2026-10-08", "国庆节、中秋节"], ["2026-10-09", "2026-10-10", "校庆"]]
    other = replace(found, basis={**found.basis, "skipped": runs})
    assert (
        in_english(other)[2]
        == "Not counted: 10-1 to 8 (National Day, Mid-Autumn Festival), 10-9 to 10 (校庆)."
    )


def in_english(found: Start) -> list[str]:
    """Why a clock falls due, as an English page has it."""
    return [told(each, CATALOGUES["en"]) for each in sentences(clock(found), "Five days")]


def test_why_names_the_year_without_a_notice_the_pause_and_the_end_of_a_day() -> None:
    late = begun("reply", at("2026-12-29T09:00"))
    assert late.unannounced
    assert "2027 年的放假安排尚未公布，暂按平常周末计算；公布后会重算。" in sentences(
        clock(late), late.reason
    )
    paused = clock(late, pauses=((at("2026-12-30T09:00"), at("2026-12-30T10:00")),))
    assert "2026-12-30 09:00至2026-12-30 10:00挂账，这段时间不计。" in sentences(paused, late.reason)
    days = Timetable(
        1, (ClockRule(ordinal=1, clock="reply", limits=limits("3天"), reason="三天"),), YEAR_2026
    )
    found = begun("reply", timetable=days)
    assert sentences(clock(found), found.reason)[-1] == "因此 2026-10-03 24:00 到期。"
    assert not found.unannounced


@pytest.mark.parametrize(
    ("share", "outer", "depends"),
    [
        (0.3, "2027-01-08T18:00", True),  # due in December, by a count of January's days too
        (0.3, "2026-12-31T17:30", False),
        (1.0, "2027-01-08T18:00", False),  # the hotline's own instant, whatever the days
        (0.8, "2027-01-03T20:00", True),  # no office is open until then, unless a day at work is announced
    ],
)
def test_a_share_of_the_hotlines_time_depends_on_all_the_years_until_then(
    share: float, outer: str, depends: bool
) -> None:
    since = at("2027-01-02T09:00") if outer == "2027-01-03T20:00" else at("2026-12-28T09:00")
    rule = ClockRule(ordinal=1, clock="inner", limits=limits("5工作日"), reason="内控", share=share)
    found = begun("inner", since, timetable=Timetable(1, (rule,), YEAR_2026), outer_due=at(outer))
    assert found.unannounced is depends
    assert ("unannounced" in found.basis) is depends


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({"categories": ("生态环境/噪声",)}, True),
        ({"categories": ("生态环境/噪",)}, False),
        ({"units": frozenset({7})}, True),
        ({"units": frozenset({8})}, False),
        ({"unit_kinds": frozenset({"station"})}, True),
        ({"unit_kinds": frozenset({"department"})}, False),
        ({"valid_from": date(2026, 9, 30)}, True),
        ({"valid_from": date(2026, 10, 1)}, False),
        ({"valid_until": date(2026, 9, 30)}, True),
        ({"valid_until": date(2026, 9, 29)}, False),
    ],
)
def test_a_rule_fits_by_all_it_asks_for(conditions: dict[str, Any], fits: bool) -> None:
    rule = ClockRule(ordinal=1, clock="sign", limits=limits("1小时"), reason="签收", **conditions)
    assert (limit("sign", COMPLAINT, date(2026, 9, 30), [rule]) is rule) is fits


def test_what_a_walk_found_is_remembered_for_others_and_is_the_same_as_walked_again() -> None:
    shared = Timetable(3, RULES, YEAR_2026, 2)
    instants = [EVE + timedelta(hours=hours) for hours in range(0, 400, 7)]
    for since, outer in [(each, due) for each in instants for due in (None, each + timedelta(days=9))]:
        for kind in ("reply", "inner", "review", "sign"):
            alone = start(kind, since, COMPLAINT, Timetable(3, RULES, YEAR_2026, 2), outer_due=outer)
            for unit in (7, 8):
                found = start(kind, since, replace(COMPLAINT, unit=unit), shared, outer_due=outer)
                assert found is not None
                assert alone is not None
                facts = {**alone.basis["facts"], "unit": unit}
                assert found == replace(alone, basis={**alone.basis, "facts": facts})
    assert len(shared.walks) == 6 * len(instants)  # reply and inner with and without the hotline's instant


def test_walks_and_office_hours_are_remembered_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dispatch.domain.clocks.reckoning._MOST_WALKS", 5)
    monkeypatch.setattr("dispatch.domain.clocks.calendar._MOST_KNOWN", 5)
    shared = Timetable(3, RULES, replace(YEAR_2026), 2)
    for hours in range(0, 400, 7):
        since = EVE + timedelta(hours=hours)
        assert begun("reply", since, timetable=shared) == begun("reply", since)
        assert len(shared.walks) <= 5
        assert len(shared.calendar._known) <= 5
