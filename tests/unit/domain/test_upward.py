"""Upward requests: what may be asked when, by whom it is signed, what a grant leads to, and what it never touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.domain.access import HOTLINE, JOB
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.inbound import Age, meaning, occasion
from dispatch.domain.messages import KINDS
from dispatch.domain.ticket import ENDED, State, Ticket
from dispatch.domain.upward import KIND_NAMES, RequestKind, RequestState, answerable, possible
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field

LATER = field.NOW + timedelta(days=9)
KIND_FIELDS: dict[str, dict[str, Any]] = {
    "extend": {"until": LATER},
    "suspend": {"until": LATER},
    "merge": {"other": "JY9"},
}


def ask(ticket: Ticket, kind: str, **more: Any) -> Decision:
    """Draft a request in the center."""
    given_fields = {
        "kind": kind,
        f"ground_{kind}": "weather",
        "reason": "理由",
        **KIND_FIELDS.get(kind, {}),
        **more,
    }
    return decide(field.case(ticket, Command.REQUEST_UP, field.IN_A, given_fields, grounds=field.GROUNDS))


@pytest.mark.parametrize("kind", RequestKind)
def test_a_draft_holds_what_was_asked_and_moves_nothing(kind: RequestKind) -> None:
    ticket = field.ticket(
        State.IN_PROGRESS,
        outer_due=field.NOW + timedelta(days=2),
        owed_by=field.STATION_A,
        lead_unit=field.STATION_A,
        first_sent=field.CENTER_A,
    )
    decided = ask(ticket, kind)
    change = decided.effect.request
    assert change is not None
    assert (change.id, change.values["kind"], change.values["state"]) == (None, kind, "drafted")
    assert (change.values["drafted_by"], change.told) == (2, None)
    assert set(decided.changes) == {"version"}


@pytest.mark.parametrize("state", State)
def test_what_would_change_nothing_is_not_asked_for(state: State) -> None:
    ticket = field.ticket(state, prior=State.SIGNED)
    for kind in RequestKind:
        if possible(kind, ticket):
            assert ask(ticket, kind).after.state is state
        else:
            with pytest.raises(Refused):
                ask(ticket, kind)
    assert possible(RequestKind.EXEMPT, ticket) == (state not in ENDED or state is State.CLOSED)


@pytest.mark.parametrize(
    ("kind", "more", "named"),
    [
        ("extend", {"until": field.NOW}, "until"),
        ("extend", {"until": field.NOW + timedelta(days=1)}, "until"),
        ("suspend", {"until": None}, "until"),
        ("merge", {"other": None}, "other"),
        ("merge", {"other": "JY1"}, "other"),
        ("exempt", {"ground_exempt": "made_up"}, "ground_exempt"),
    ],
)
def test_what_cannot_be_asked_names_its_field(kind: str, more: dict[str, Any], named: str) -> None:
    ticket = field.ticket(State.IN_PROGRESS, outer_due=field.NOW + timedelta(days=2))
    with pytest.raises(BadInput) as bad:
        ask(ticket, kind, **more)
    assert bad.value.field == named


def test_one_of_a_kind_is_open_and_only_what_the_hotline_gave_is_asked_of_it() -> None:
    ticket = field.ticket(State.SIGNED)
    fields = {"kind": "exempt", "ground_exempt": "weather", "reason": "理由"}
    held = {"grounds": field.GROUNDS, "requests": (field.request("exempt", RequestState.UNANSWERED),)}
    with pytest.raises(Refused, match="还没有结果"):
        decide(field.case(ticket, Command.REQUEST_UP, field.IN_A, fields, **held))
    own = replace(ticket, order_no=None)
    with pytest.raises(Refused, match="不是热线派来的"):
        decide(field.case(own, Command.REQUEST_UP, field.IN_A, fields, grounds=field.GROUNDS))
    assert Command.REQUEST_UP not in {
        each.command for each in allowed(field.case(own, Command.NOTE, field.IN_A))
    }


def test_nothing_is_asked_of_a_source_that_gave_no_address() -> None:
    ticket, drafted = field.ticket(State.SIGNED), field.request("extend", until=LATER)
    fields = {"kind": "exempt", "ground_exempt": "weather", "reason": "理由"}
    deaf: dict[str, Any] = {"grounds": field.GROUNDS, "is_heard": False}
    with pytest.raises(Refused, match="没有登记回传地址"):
        decide(field.case(ticket, Command.REQUEST_UP, field.IN_A, fields, **deaf))
    held = {**deaf, "fields": {"request": "1"}, "requests": (drafted,)}
    with pytest.raises(Refused, match="没有登记回传地址"):
        decide(field.case(ticket, Command.SIGN_REQUEST, field.LEADER_A, **held))


def test_a_towns_leader_signs_and_nobody_their_own() -> None:
    ticket, drafted = field.ticket(State.SIGNED), field.request("extend", until=LATER)
    held: dict[str, Any] = {"fields": {"request": "1"}, "requests": (drafted,)}
    signed = decide(field.case(ticket, Command.SIGN_REQUEST, field.LEADER_A, **held)).effect.request
    assert signed is not None
    assert signed.told is not None
    assert (signed.told["type"], signed.told["request_name"]) == ("ticket.request", "延期")
    with pytest.raises(Refused, match="该镇街分管领导"):
        decide(field.case(ticket, Command.SIGN_REQUEST, field.AT_DISTRICT, **held))
    with pytest.raises(Forbidden):
        decide(field.case(ticket, Command.SIGN_REQUEST, field.LEADER_B, **held))
    own = {**held, "requests": (replace(drafted, drafted_by=field.LEADER_A.person),)}
    with pytest.raises(Refused, match="另一人签发"):
        decide(field.case(ticket, Command.SIGN_REQUEST, field.LEADER_A, **own))
    ours = replace(ticket, stream=field.DISTRICT)
    assert decide(field.case(ours, Command.SIGN_REQUEST, field.AT_DISTRICT, **held)).after.state is ours.state


def test_signing_is_the_next_step_of_whoever_has_a_request_to_sign() -> None:
    ticket, drafted = field.ticket(State.SIGNED), field.request("extend", until=LATER)
    offered = allowed(field.case(ticket, Command.NOTE, field.LEADER_A, requests=(drafted,)))
    assert [each.command for each in offered if each.primary] == [Command.SIGN_REQUEST]


def test_only_a_grant_moves_the_outer_due_time() -> None:
    due = field.NOW + timedelta(days=2)
    ticket = field.ticket(State.IN_PROGRESS, outer_due=due)
    sent = field.request("extend", RequestState.SENT, until=LATER)
    for command in (Command.DENY_REQUEST, Command.GRANT_REQUEST):
        decided = decide(field.case(ticket, command, HOTLINE, {"request": "1"}, requests=(sent,)))
        assert decided.after.outer_due == due
    late = decide(field.case(ticket, Command.MARK_UNANSWERED, JOB, {"request": "1"}, requests=(sent,)))
    assert late.after.outer_due == due
    granted = field.message(kind="request_granted", request="延期", due_at=None)
    steps = meaning(granted, ticket, (sent,)).steps
    assert [command for command, _ in steps] == [Command.GRANT_REQUEST, Command.CHANGE_DUE]
    moved = decide(field.case(ticket, Command.CHANGE_DUE, HOTLINE, steps[1][1]))
    assert moved.after.outer_due == LATER
    assert [command for command, _ in meaning(granted, ticket, (sent,), Age(late=True)).steps] == [
        Command.GRANT_REQUEST
    ]


def test_a_rest_puts_the_due_time_off_by_as_long() -> None:
    due = field.NOW + timedelta(days=2)
    since = field.NOW - timedelta(days=3)
    resting = field.ticket(
        State.SUSPENDED, prior=State.ASSIGNED, outer_due=due, state_since=since, suspended_until=field.NOW
    )
    back = decide(field.case(resting, Command.RESUME, JOB, {"due_named": False}))
    assert (back.after.state, back.after.suspended_until) == (State.ASSIGNED, None)
    assert back.after.outer_due == due + timedelta(days=3)
    told = decide(field.case(resting, Command.RESUME, JOB, {"due_named": True}))
    assert told.after.outer_due == due


def test_an_answer_finds_its_request_by_number_by_kind_or_as_the_only_one() -> None:
    extend = field.request("extend", RequestState.SENT, id=4)
    exempt = field.request("exempt", RequestState.UNANSWERED, id=5)
    draft = field.request("merge", RequestState.DRAFTED, id=6)
    both = (extend, exempt, draft)
    assert (
        answerable(both, "5")
        is answerable(both, "exempt")
        is answerable(both, KIND_NAMES["exempt"])
        is exempt
    )
    assert answerable(both, "") is None
    assert answerable((extend, draft), "") is extend
    assert answerable((draft,), "6") is None


@given(
    st.sampled_from(KINDS),
    st.sampled_from(State),
    st.sampled_from([None, *RequestKind]),
    st.booleans(),
    st.booleans(),
)
def test_whatever_is_said_in_whatever_state_can_be_followed(
    kind: str, state: State, asked: RequestKind | None, late: bool, stale: bool
) -> None:
    ticket = field.ticket(state, prior=State.SIGNED, outer_due=field.NOW)
    requests = (field.request(asked, RequestState.SENT, until=LATER, other="JY9"),) if asked else ()
    said = field.message(kind=kind, text="说明", due_at=LATER, result={"solved": False}, level=3)
    assert occasion(said, ticket, requests) >= 0
    for command, fields in meaning(said, ticket, requests, Age(late, stale)).steps:
        current = decide(field.case(ticket, command, HOTLINE, fields, requests=requests))
        ticket, requests = current.after, () if current.effect.request else requests


def form(ticket: Ticket, **known: Any) -> dict[str, Any]:
    """What the form of a request begins with."""
    case = field.case(ticket, Command.NOTE, field.IN_A, {"text": "无"}, grounds=field.GROUNDS, **known)
    (offer,) = [each for each in allowed(case) if each.command is Command.REQUEST_UP]
    return {each.name: each.value for each in offer.fields if each.value is not None}


def test_an_extension_begins_with_as_long_again_and_the_ground_that_was_granted_last() -> None:
    due = field.NOW + timedelta(days=2)
    ticket = field.ticket(State.IN_PROGRESS, outer_due=due, lead_unit=field.STATION_A)
    begun = form(ticket, usual_ground="weather")
    assert (begun["kind"], begun["ground_extend"]) == ("extend", "weather")
    assert begun["until"] == due + timedelta(minutes=7_200)
    late = replace(ticket, outer_due=field.NOW - timedelta(days=2))
    assert form(late)["until"] == field.NOW + timedelta(minutes=7_200)
    decided = ask(ticket, "extend", until=begun["until"])
    assert decided.effect.request is not None


def test_an_extension_begins_with_nothing_that_does_not_hold() -> None:
    ticket = field.ticket(State.IN_PROGRESS, lead_unit=field.STATION_A)
    asked = field.request("extend", RequestState.SENT)
    assert form(ticket, usual_ground="was_once", requests=(asked,)) == {}
