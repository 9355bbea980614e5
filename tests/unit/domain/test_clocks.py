"""Clocks: how long by which rule, what starts and stops them, when a warning falls, half of the reply time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain import clocks
from dispatch.domain.access import HOTLINE
from dispatch.domain.clocks import ClockRule, Facts, Timetable, half_of_reply_passed, limit, start
from dispatch.domain.clocks.calendar import local_day
from dispatch.domain.clocks.texts import read as limits
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, decide
from dispatch.domain.ticket import Clock, State, Ticket
from dispatch.errors import BadInput
from tests.unit.domain import field
from tests.unit.domain.field import NOW, case

TODAY = local_day(NOW)
HELP = Facts("help", "normal")

RULES = (
    ClockRule(
        ordinal=1, clock="sign", urgencies=frozenset({"critical"}), limits=limits("15分钟"), reason="特急"
    ),
    ClockRule(ordinal=2, clock="sign", types=frozenset({"inquiry"}), limits=limits("2小时"), reason="咨询"),
    ClockRule(ordinal=3, clock="sign", limits=limits("1小时"), reason="一般"),
)
WORKER = {"unit": field.STATION_A, "person": 4}


def running(*kinds: str) -> tuple[Clock, ...]:
    """Clocks that have run for an hour."""
    since = NOW - timedelta(hours=1)
    return tuple(Clock(kind, since, since + timedelta(hours=100)) for kind in kinds)


def moved(ticket: Ticket, command: Command, actor: Any, **fields: Any) -> clocks.Changes:
    """What a command does to the clocks."""
    return decided(ticket, command, actor, **fields).clocks


def decided(ticket: Ticket, command: Command, actor: Any, **fields: Any) -> Decision:
    """A decision about a place in the ticket's own town."""
    return decide(case(ticket, command, actor, fields, location=field.at(field.TOWN_A)))


@pytest.mark.parametrize(
    ("type_", "urgency", "ordinal"),
    [("help", "normal", 3), ("inquiry", "normal", 2), ("inquiry", "critical", 1)],
)
def test_the_first_rule_that_fits_decides(type_: str, urgency: str, ordinal: int) -> None:
    found = limit("sign", Facts(type_, urgency), TODAY, RULES)
    assert found is not None
    assert found.ordinal == ordinal


def test_no_rule_no_clock() -> None:
    assert limit("reply", HELP, TODAY, RULES) is None
    assert start("reply", NOW, HELP, Timetable(1, RULES)) is None


def test_an_outer_limit_that_lies_behind_us_is_none() -> None:
    late = start("reply", NOW, HELP, field.TIMETABLE, outer_due=NOW - timedelta(hours=1))
    assert late is not None
    assert late.due_at > NOW


@given(st.integers(1, 525_600))
def test_a_warning_falls_between_start_and_due(minutes: int) -> None:
    begun = start("inner", NOW, HELP, field.TIMETABLE, agreed=minutes)
    assert begun is not None
    assert NOW < begun.next_at < begun.due_at == NOW + timedelta(minutes=minutes)


STEPS: list[tuple[Ticket, Command, Any, dict[str, Any], set[str], set[str]]] = [
    (field.ticket(clocks=running("sign", "reply")), Command.SIGN, field.IN_A, {}, {"sign"}, set()),
    (
        field.ticket(State.SIGNED, clocks=running("reply")),
        Command.ASSIGN,
        field.IN_A,
        {"lead": WORKER},
        set(),
        {"inner"},
    ),
    (
        field.ticket(State.ASSIGNED, lead_unit=4, clocks=running("inner", "reply")),
        Command.REASSIGN,
        field.IN_A,
        {"lead": WORKER},
        set(),
        set(),
    ),
    (
        field.ticket(State.ASSIGNED, lead_unit=4, clocks=running("inner", "reply")),
        Command.RECALL,
        field.IN_A,
        {"reason": "x"},
        {"inner"},
        set(),
    ),
    (
        field.ticket(State.ANSWERED, answer={"person": 4}, clocks=running("review", "reply", "contact")),
        Command.REVIEW,
        field.IN_A,
        {},
        {"review", "reply", "contact"},
        set(),
    ),
    (
        field.ticket(State.SIGNED, clocks=running("contact", "reply")),
        Command.RETURN,
        field.IN_A,
        {"reason": "wrong_place", "basis": "x"},
        set(),
        {"ruling"},
    ),
    (
        field.ticket(State.RETURNED, clocks=running("ruling", "sign", "reply")),
        Command.GRANT,
        field.AT_DISTRICT,
        {"unit": field.CENTER_B},
        {"ruling", "sign"},
        {"sign"},
    ),
    (
        field.ticket(State.RETURNED, clocks=running("ruling", "sign", "reply")),
        Command.FORCE,
        field.AT_DISTRICT,
        {"reason": "x"},
        {"ruling", "sign"},
        set(),
    ),
    (
        field.ticket(State.REPLIED),
        Command.REDO,
        HOTLINE,
        {"reason": "x"},
        set(),
        {"redo"},
    ),
    (
        field.ticket(State.IN_PROGRESS, clocks=running("inner", "reply", "contact", "redo")),
        Command.CANCEL,
        HOTLINE,
        {"reason": "x"},
        {"inner", "reply", "contact", "redo"},
        set(),
    ),
    (
        field.ticket(clocks=running("sign", "contact", "reply")),
        Command.RELOCATE,
        field.IN_A,
        {"reason": "x"},
        set(),
        set(),
    ),
]


@pytest.mark.parametrize(("ticket", "command", "actor", "fields", "stops", "starts"), STEPS)
def test_what_a_step_stops_and_starts(
    ticket: Ticket, command: Command, actor: Any, fields: dict[str, Any], stops: set[str], starts: set[str]
) -> None:
    changes = moved(ticket, command, actor, **fields)
    assert changes.stop == stops
    assert {each.kind for each in changes.start} == starts


def test_a_move_to_another_center_starts_the_sign_clock_anew_and_lets_the_reply_clock_go_on() -> None:
    ticket = field.ticket(State.IN_PROGRESS, lead_unit=4, clocks=running("inner", "contact", "reply"))
    over = field.at(field.TOWN_B)
    changes = decide(case(ticket, Command.RELOCATE, field.AT_DISTRICT, {"reason": "x"}, location=over)).clocks
    assert (changes.stop, [each.kind for each in changes.start]) == ({"inner"}, ["sign"])


def test_an_agreed_limit_overrides_the_rule() -> None:
    changes = moved(field.ticket(State.SIGNED), Command.ASSIGN, field.IN_A, lead=WORKER, inner_minutes=90)
    assert [each.due_at - each.started_at for each in changes.start] == [timedelta(minutes=90)]


@pytest.mark.parametrize(("minutes", "taken"), [(90, True), (120, True), (121, False)])
def test_an_agreed_limit_lies_within_the_hotlines(minutes: int, taken: bool) -> None:
    ticket = field.ticket(State.SIGNED, outer_due=NOW + timedelta(hours=2))
    if taken:
        assert moved(ticket, Command.ASSIGN, field.IN_A, lead=WORKER, inner_minutes=minutes).start
        return
    with pytest.raises(BadInput, match="还有 120 分钟") as refused:
        moved(ticket, Command.ASSIGN, field.IN_A, lead=WORKER, inner_minutes=minutes)
    assert refused.value.field == "inner_minutes"


def test_what_is_late_already_may_be_agreed_anew() -> None:
    late = field.ticket(State.SIGNED, outer_due=NOW - timedelta(hours=2))
    assert moved(late, Command.ASSIGN, field.IN_A, lead=WORKER, inner_minutes=240).start


def test_an_undone_signing_leaves_the_sign_clock_as_it_was() -> None:
    signed = field.ticket(State.SIGNED, signed_by=2, clocks=running("contact", "reply"))
    changes = moved(signed, Command.UNDO_SIGN, field.IN_A)
    assert (changes.stop, changes.start, changes.resume) == (frozenset(), (), {"sign"})


@pytest.mark.parametrize(
    ("result", "failed", "stops"),
    [
        ("reached", 0, {"contact"}),
        ("later", 0, {"contact"}),
        ("no_answer", 0, set()),
        ("no_answer", 1, {"contact"}),
        ("dead_number", 2, {"contact"}),
    ],
)
def test_the_contact_clock_stops_when_the_caller_was_reached_or_missed_twice(
    result: str, failed: int, stops: set[str]
) -> None:
    ticket = field.ticket(State.SIGNED, clocks=running("contact", "reply"))
    given = case(ticket, Command.CONTACT, field.IN_A, {"result": result}, failed_contacts=failed)
    assert decide(given).clocks.stop == stops
    silent = field.ticket(State.SIGNED, clocks=running("reply"))
    assert decide(replace(given, ticket=silent)).clocks.stop == set()


@given(st.integers(0, 200))
def test_half_is_half(hours: int) -> None:
    since = NOW - timedelta(hours=hours)
    ticket = field.ticket(clocks=(Clock("reply", since, since + timedelta(hours=100)),))
    assert half_of_reply_passed(ticket, NOW) == (hours > 50)
    assert not half_of_reply_passed(field.ticket(), NOW)


def test_a_pause_is_no_time_that_a_return_loses() -> None:
    since = NOW - timedelta(hours=40)
    rests = Clock("reply", since, since + timedelta(hours=100), paused_at=NOW - timedelta(hours=1))
    assert not half_of_reply_passed(field.ticket(clocks=(rests,)), NOW + timedelta(days=30))
    late = replace(rests, paused_at=since + timedelta(hours=51))
    assert half_of_reply_passed(field.ticket(clocks=(late,)), NOW + timedelta(days=30))


def test_of_a_later_round_half_of_its_own_time_counts() -> None:
    since = NOW - timedelta(hours=6)
    again = field.ticket(clocks=(Clock("redo", since, since + timedelta(hours=10)),))
    assert half_of_reply_passed(again, NOW)
    assert not half_of_reply_passed(again, NOW - timedelta(hours=2))


class TestDoneEarlier:
    """An act done offline: rights are those of now, clocks take the time done."""

    def accepted(self, done: timedelta) -> Decision:
        """A worker's 收到, an hour after the ticket was assigned, done so long before now."""
        ticket = field.ticket(
            State.ASSIGNED,
            lead_unit=field.STATION_A,
            lead_person=4,
            assignments=(field.lead(field.STATION_A, 4),),
            clocks=running("inner", "contact", "reply"),
            state_since=NOW - timedelta(hours=1),
        )
        return decide(case(ticket, Command.ACCEPT, field.WORKER_A, done_at=NOW - done))

    @pytest.mark.parametrize(
        ("ago", "counts"),
        [
            (timedelta(minutes=30), timedelta(minutes=30)),
            (timedelta(hours=2), timedelta(hours=1)),
            (timedelta(minutes=-3), timedelta(0)),
        ],
    )
    def test_it_counts_from_when_it_was_done_but_not_before_its_state_began_nor_later_than_now(
        self, ago: timedelta, counts: timedelta
    ) -> None:
        accepted = self.accepted(ago)
        assert accepted.clocks.at == NOW - counts
        assert accepted.after.state_since == NOW - counts

    def test_a_clock_that_starts_then_starts_when_it_was_done(self) -> None:
        ticket = self.accepted(timedelta(minutes=30)).after
        done = {"done": "已修好", "how_closed": "solved"}
        answered = decide(
            case(ticket, Command.ANSWER, field.WORKER_A, done, done_at=NOW - timedelta(minutes=10))
        )
        assert answered.clocks.stop == {"inner"}
        assert [(each.kind, each.started_at) for each in answered.clocks.start] == [
            ("review", NOW - timedelta(minutes=10))
        ]

    def test_what_is_yet_to_come_was_not_done(self) -> None:
        with pytest.raises(BadInput, match="办理时间") as refused:
            self.accepted(timedelta(minutes=-6))
        assert refused.value.field == "done_at"
