"""The table of clocks, written down once more: each runs in the states between its start and its stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dispatch.domain.access import HOTLINE, JOB
from dispatch.domain.clocks import ClockRule, steps
from dispatch.domain.clocks.texts import read as limits
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.ticket import Clock, State, Ticket
from tests.unit.domain import field
from tests.unit.domain.field import NOW, case

STARTS_ON_ENTERING = """
place   | unplaced
decide  | undecided
ruling  | returned
sign    | dispatched
contact | dispatched
inner   | assigned in_progress
review  | answered
signoff | reviewed
"""
RUNS_ON_IN = """
place   | unplaced returned suspended merged
decide  | undecided returned suspended merged
ruling  | returned suspended merged
sign    | dispatched returned suspended merged unplaced undecided
inner   | assigned in_progress returned suspended merged unplaced undecided reviewed
review  | answered returned suspended merged unplaced undecided
signoff | reviewed returned suspended merged unplaced undecided dispatched signed assigned in_progress
contact | unplaced undecided dispatched signed assigned in_progress answered reviewed returned suspended merged
reply   | unplaced undecided dispatched signed assigned in_progress answered reviewed returned suspended merged
redo    | unplaced undecided dispatched signed assigned in_progress answered reviewed returned suspended merged
"""
"""States that a running clock lives through; entering any other stops it."""


def table(text: str) -> dict[str, set[str]]:
    """Clock → states."""
    pairs = (line.split("|") for line in text.strip().splitlines())
    return {kind.strip(): set(states.split()) for kind, states in pairs}


def test_each_clock_starts_where_the_field_says() -> None:
    found = {
        kind: {state.value for state, (_, begun) in steps._ENTER.items() if kind in begun}
        for kind in table(STARTS_ON_ENTERING)
    }
    assert found == table(STARTS_ON_ENTERING)


@pytest.mark.parametrize(
    "kind", ["place", "decide", "ruling", "sign", "inner", "review", "contact", "reply", "redo"]
)
def test_each_clock_stops_where_the_field_says(kind: str) -> None:
    stopping = {state.value for state, (stopped, _) in steps._ENTER.items() if kind in stopped}
    ending = {"closed", "cancelled", "rejected", "handed_back"}
    begun = {
        state.value
        for state, (stopped, started) in steps._ENTER.items()
        if kind in stopped and kind in started
    }
    lives = {state.value for state in State} - stopping - ending | begun
    wanted = table(RUNS_ON_IN)[kind] | begun
    assert wanted <= lives
    # what stops it at the latest: the step that the table names, and every end
    last = {
        "place": "undecided dispatched signed",
        "decide": "dispatched",
        "ruling": "dispatched signed",
        "sign": "signed dispatched",
        "inner": "answered signed replied",
        "review": "reviewed replied in_progress signed",
        "contact": "replied",
        "reply": "replied",
        "redo": "replied",
    }[kind]
    assert set(last.split()) <= stopping


def rest(kinds: str, **more: Any) -> tuple[Clock, ...]:
    """Clocks that have run for an hour of four."""
    since = NOW - timedelta(hours=1)
    return tuple(Clock(kind, since, since + timedelta(hours=4), **more) for kind in kinds.split())


ALL = "contact inner halt reply redo"


@pytest.mark.parametrize(
    ("state", "command", "actor", "fields", "more", "stops"),
    [
        (State.SIGNED, Command.RETURN, field.IN_A, {"reason": "wrong_place", "basis": "不在本镇"}, {}, set()),
        (State.IN_PROGRESS, Command.ARRIVE, field.WORKER_A, {}, {}, {"halt"}),
        (
            State.IN_PROGRESS,
            Command.ANSWER,
            field.WORKER_A,
            {"done": "已停工", "how_closed": "solved"},
            {},
            {"inner", "halt"},
        ),
        (State.IN_PROGRESS, Command.DECLINE, field.WORKER_A, {"reason": "不归我管"}, {}, {"inner", "halt"}),
    ],
)
def test_what_a_step_stops(
    state: State, command: Command, actor: Any, fields: dict[str, Any], more: dict[str, Any], stops: set[str]
) -> None:
    ticket = field.ticket(
        state,
        lead_unit=field.STATION_A,
        lead_person=4,
        assignments=(field.lead(field.STATION_A, 4),),
        clocks=rest(ALL),
        **more,
    )
    assert decide(case(ticket, command, actor, fields)).clocks.stop == stops


def change(ticket: Ticket, command: Command, state: State, **more: Any) -> steps.Changes:
    """What a step does, by the table of clocks alone."""
    subject = case(ticket, command, JOB).subject(ticket)
    return steps.step(
        ticket, command, state, NOW, field.TIMETABLE, subject, outer_due=ticket.outer_due, **more
    )


def test_suspension_lets_the_handlers_and_the_reply_clocks_rest_and_stops_nothing() -> None:
    ticket = field.ticket(State.IN_PROGRESS, clocks=rest(f"{ALL} review"))
    changes = change(ticket, Command.SUSPEND, State.SUSPENDED)
    assert (changes.stop, changes.start) == (set(), ())
    assert changes.pause == {"inner", "halt", "reply", "redo"}


def test_resumed_they_are_later_by_the_pause() -> None:
    paused = rest("inner reply", paused_at=NOW - timedelta(minutes=30))
    going_on = rest("contact")
    changes = change(
        field.ticket(State.SUSPENDED, prior=State.IN_PROGRESS, clocks=paused + going_on),
        Command.RESUME,
        State.IN_PROGRESS,
    )
    assert (changes.stop, changes.start, changes.pause) == (set(), (), set())
    later = {each.start.kind: each.start.due_at - each.was_due_at for each in changes.move}
    assert later == {"inner": timedelta(minutes=30), "reply": timedelta(minutes=30)}
    assert all(each.paused_at is None for each in changes.move)


@pytest.mark.parametrize(
    ("command", "source", "state"),
    [
        (Command.MERGE, State.ASSIGNED, State.MERGED),
        (Command.UNMERGE, State.MERGED, State.DISPATCHED),
        (Command.UNMERGE, State.MERGED, State.ASSIGNED),
    ],
)
def test_merging_and_parting_stop_and_start_nothing(command: Command, source: State, state: State) -> None:
    changes = change(field.ticket(source, clocks=rest("sign contact inner reply")), command, state)
    assert (changes.stop, changes.start, changes.pause, changes.move) == (set(), (), set(), ())


def test_followed_a_merged_ticket_has_no_clock_left() -> None:
    changes = change(
        field.ticket(State.MERGED, clocks=rest("contact inner reply")), Command.FOLLOW, State.REPLIED
    )
    assert changes.stop == {"contact", "inner", "reply"}


def test_a_ticket_that_comes_back_to_life_is_signed_and_its_caller_contacted_anew() -> None:
    redone = decide(case(field.ticket(State.CANCELLED), Command.REDO, HOTLINE, {"reason": "重办"}))
    assert {each.kind for each in redone.clocks.start} == {"sign", "contact", "redo"}


def test_halting_the_harm_is_a_limit_of_its_own_before_the_handlers() -> None:
    rule = ClockRule(ordinal=1, clock="inner", limits=limits("2紧急工作时制止，4小时"), reason="施工扰民")
    timetable = replace(field.TIMETABLE, rules=(rule, *field.CLOCK_RULES))
    tables = replace(field.TABLES, timetable=timetable)
    taken = decide(case(field.ticket(State.SIGNED), Command.TAKE, field.IN_A, tables=tables))
    begun = {each.kind: each.due_at - each.started_at for each in taken.clocks.start}
    assert begun == {"halt": timedelta(hours=2), "inner": timedelta(hours=4)}
