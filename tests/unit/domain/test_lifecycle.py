"""Every state × command × party against the table of the field, written down here once more and independently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dispatch.domain.commands import LABELS, Command
from dispatch.domain.decide import decide
from dispatch.domain.events import EVENTS as EVENT_NAMES
from dispatch.domain.forms import FIELDS
from dispatch.domain.lifecycle import TABLE, Party, Target
from dispatch.domain.ticket import DESK_NAMES, HOTLINE_NAMES, OPEN, Flag, State, Ticket
from dispatch.domain.upward import Request, RequestState
from dispatch.errors import Forbidden, Refused
from tests.unit.domain import field, joint_field

HANDLED = "dispatched signed assigned in_progress answered"
OPEN_STATES = f"unplaced undecided {HANDLED} reviewed replied returned suspended"
MOVES = f"""
unplaced                           | place           | routed      | center district
unplaced                           | ask_caller      | same        | center
unplaced                           | declare_outside | undecided   | district
unplaced                           | hand_up         | same        | center
undecided                          | decide          | dispatched  | district
dispatched                         | sign            | signed      | unit
signed                             | undo_sign       | dispatched  | signer
dispatched signed                  | return          | returned    | unit
returned                           | take_back       | prior       | returner
returned                           | grant           | dispatched  | district
returned                           | force           | signed      | district
dispatched                         | self_handle     | answered    | reporter
unplaced undecided dispatched signed | link          | merged      | center district
signed                             | assign          | assigned    | center unit
signed                             | take            | in_progress | unit
signed                             | answer          | answered    | unit
assigned                           | accept          | in_progress | handler
assigned in_progress               | decline         | signed      | handler
assigned in_progress               | recall          | signed      | center
assigned in_progress               | reassign        | assigned    | center
in_progress                        | answer          | answered    | handler
answered                           | send_back       | desk        | center
answered                           | review          | review      | center
reviewed                           | refuse_signoff  | answered    | leader
reviewed                           | sign_off        | replied     | leader
replied closed                     | redo            | signed      | hotline
replied closed                     | reopen          | signed      | supervisor
replied                            | conclude        | closed      | hotline center job
{HANDLED}                          | relocate        | same        | center district
unplaced undecided                 | classify        | routed      | center district
{HANDLED} reviewed replied returned suspended | classify | same    | center district
unplaced undecided                 | retype          | routed      | center district
{HANDLED} reviewed replied returned suspended | retype | same      | center district
{OPEN_STATES}                      | rezone          | same        | job
{OPEN_STATES}                      | cancel          | cancelled   | hotline center
merged                             | cancel          | cancelled   | hotline
cancelled rejected handed_back     | redo            | dispatched  | hotline
signed assigned in_progress answered | suspend       | suspended   | hotline
suspended                          | resume          | prior       | job
signed assigned in_progress answered reviewed | close_as | replied  | hotline
{OPEN_STATES}                      | reject          | rejected    | district
{OPEN_STATES}                      | hand_back       | handed_back | hotline
unplaced undecided {HANDLED}       | merge           | merged      | center hotline job
merged                             | unmerge         | prior       | center job
merged                             | follow          | replied     | job
dispatched signed                  | hand_to_police  | dispatched  | center unit
dispatched signed                  | hand_from_police | dispatched | unit
dispatched signed                  | decline_handover | signed     | unit
"""
EVENTS = {
    "arrive": "handler co_handler",
    "contact": "center unit first_unit handler",
    "note": "center district unit first_unit handler co_handler leader supervisor reporter",
    "urge": "hotline center district supervisor",
    "supplement": "hotline",
    "call_back": "hotline",
    "co_reply": "co_handler",
    "hand_down": "handler",
    "add_cohandler": "center",
    "release": "center district",
    "pre_callback": "center",
    "add_evidence": "center unit handler co_handler reporter",
    "answer_supervision": "center unit handler",
    "lift_supervision": "district supervisor",
    **dict.fromkeys(("flag", "unflag"), "center district"),
    "attach": "center district",
    "warn": "job",
    "ping_pong": "job",
    "recompute": "job",
    "relieve": "job",
    "escalate": "job",
    "supervise": "district supervisor hotline",
    "request_up": "center",
    "sign_request": "leader district",
    "refuse_request": "leader district",
    "drop_request": "center",
    "grant_request": "hotline",
    "deny_request": "hotline",
    "mark_unanswered": "job",
    "change_due": "hotline",
    "exempt": "hotline",
    "hear": "hotline",
    "whistle": "center",
    "report_in": "co_handler",
    "dual": "center district",
    "transfer_out": "center unit",
    "record_outside": "center unit",
    "report_danger": "center district unit handler co_handler",
    "refer_case": "center unit handler",
    "file_case": "center handler co_handler",
    "refuse_case": "center handler co_handler",
    "record_case": "center handler co_handler",
    "close_case": "center handler co_handler",
    "join": "job",
    "part": "job",
}
EVEN_ENDED = {
    "supplement": "hotline",
    "call_back": "hotline",
    "contact": "center",
    "note": "center district unit first_unit handler co_handler leader supervisor reporter",
    "urge": "hotline",
    "warn": "job",
    "recompute": "job",
    "supervise": "hotline",
    "answer_supervision": "center",
    "lift_supervision": "district supervisor",
    "request_up": "center",
    "sign_request": "leader district",
    "refuse_request": "leader district",
    "drop_request": "center",
    "grant_request": "hotline",
    "deny_request": "hotline",
    "mark_unanswered": "job",
    "change_due": "hotline",
    "exempt": "hotline",
    "hear": "hotline",
    **dict.fromkeys(("record_outside", "report_danger"), "center"),
    **dict.fromkeys(("file_case", "refuse_case", "record_case", "close_case"), "center"),
    "part": "job",
}
CALLING = {"whistle", "dual"}
AT_WORK = {"hand_down", "add_cohandler"}
WORDS: dict[str, Any] = {
    "reason": "理由",
    "text": "说明",
    "neighbour": "清江浦区",
    "category": "0201",
    "type": "help",
    "flag": "difficult",
    "basis": "依据",
    "done": "已修好",
    "how_closed": "solved",
    "result": "reached",
    "unit": field.DEPARTMENT,
    "assignment": 2,
    "lead": {"unit": field.STATION_A, "person": None},
    "colleague": {"unit": field.STATION_A, "person": 4},
    "level": "3",
    "requirement": "三日内修好并反馈",
    "hours": 72,
    "co": [{"unit": field.DEPARTMENT, "person": None}],
    "kind": "exempt",
    "ground_exempt": "weather",
    "request": "1",
    **joint_field.WORDS,
}
SAID: dict[Command, dict[str, Any]] = {
    Command.SUSPEND: {"until": field.NOW + timedelta(days=30)},
    Command.CLOSE_AS: {"ground": "诉求人失联", "reply": "三次联系未果"},
    Command.CHANGE_DUE: {"due": field.NOW + timedelta(days=9)},
    Command.HAND_BACK: {"reason": "上级同意"},
    Command.MARK_UNANSWERED: {"request": "1"},
    Command.REZONE: {"version": 2, "town": None, "settled": False},
}
"""What machines say with a command that people have no form for."""
DRAFTS = {"sign_request", "refuse_request"}
REQUESTED = {*DRAFTS, "request_up", "drop_request", "grant_request", "deny_request", "mark_unanswered"}


NOT_GIVEN = {"list_item"}
"""What is left out where nothing is chosen."""


def lines(text: str) -> Iterator[tuple[State, Command, str, set[Party]]]:
    """The lines of a table, one for each source state."""
    for line in text.strip().splitlines():
        sources, command, target, parties = (part.strip() for part in line.split("|"))
        for source in sources.split():
            yield State(source), Command(command), target, {Party(each) for each in parties.split()}


def ready(state: State, *, replied: bool = True) -> Ticket:
    """A ticket in a state with nothing that would shut a step."""
    return field.ticket(
        state,
        order_no=None,
        prior=State.SIGNED,
        signed_by=99,
        returned={"unit": field.CENTER_A},
        answer={"person": 77, "at_desk": False},
        lead_unit=field.STATION_A,
        supervised=1,
        assignments=(field.lead(field.STATION_A), field.co(field.POLICE_A, replied=replied)),
    )


def attempt(ticket: Ticket, command: Command, party: Party) -> State:
    """Decide as a party; the state it leads to."""
    given = {each.name: WORDS.get(each.name) for each in FIELDS.get(command, ())}
    if command is Command.LINK:
        ticket, given = replace(ticket, order_no="JY1"), {"ticket": 2, "number": "261124-000002"}
    if command is Command.ATTACH:
        given = {"source": "huaian-12345", "order_no": "JY1", "outer_due": None, "number": "261124-000001"}
    given |= SAID.get(command, {})
    if command is Command.RETYPE:
        ticket = replace(ticket, category="0201")
    if command is Command.UNFLAG:
        ticket = replace(ticket, flags=frozenset({Flag.DIFFICULT}))
    if command.value in REQUESTED:
        ticket = replace(ticket, order_no="JY1")
    given = {name: value for name, value in given.items() if value is not None or name not in NOT_GIVEN}
    given |= joint_field.given(command)
    actor = field.person(50, *((held.role, held.unit) for held in field.POLICE.memberships))
    more = {"location": field.at(field.TOWN_A), "tables": joint_field.TABLES, **joint_field.more(command)}
    more |= {"requests": _requests(command), "grounds": field.GROUNDS}
    decided = decide(field.case(ticket, command, actor, given, parties={party}, **more))
    assert decided.event == EVENT_NAMES[command]
    assert decided.after.version == ticket.version + 1
    return decided.after.state


def _requests(command: Command) -> tuple[Request, ...]:
    """A request in the state in which the command is about it."""
    if command is Command.REQUEST_UP:
        return ()
    state = RequestState.DRAFTED if command.value in DRAFTS else RequestState.SENT
    return (field.request("extend", state),)


def expected(target: str, ticket: Ticket) -> State:
    """The state a written target means for the ticket of these tests."""
    meant = {
        "same": ticket.state,
        "prior": ticket.prior or ticket.state,
        "routed": State.DISPATCHED,
        "desk": State.IN_PROGRESS,
        "review": State.REPLIED,
    }
    return meant[target] if target in meant else State(target)


def test_every_state_and_command_is_spoken_of() -> None:
    told = {command for _, command, _, _ in lines(MOVES)}
    events = {Command(name) for name in EVENTS}
    assert told | events | {Command.RECEIVE} == set(Command)
    assert {state for state, *_ in lines(MOVES)} == set(State)
    assert {State(name) for name in OPEN_STATES.split()} == OPEN
    for names in (DESK_NAMES, HOTLINE_NAMES):
        assert set(names) == set(State)
    assert set(LABELS) == set(EVENT_NAMES) == set(Command)


def test_the_table_is_the_fields_table() -> None:
    written = {(source, command): parties for source, command, _, parties in lines(MOVES)}
    coded = {(edge.source, edge.command): set(edge.by) for edge in TABLE if edge.source is not None}
    assert coded == written


def test_no_step_stands_twice_in_the_table() -> None:
    pairs = [(edge.source, edge.command) for edge in TABLE]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("state", State)
def test_only_the_tables_steps_are_taken_and_only_by_whom_it_says(state: State) -> None:
    steps = {command: (target, by) for source, command, target, by in lines(MOVES) if source is state}
    for command in Command:
        ticket = joint_field.dressed(ready(state), command)
        for party in Party:
            if command.value in EVENTS:
                continue
            if command in steps and party in steps[command][1]:
                assert attempt(ticket, command, party) is expected(steps[command][0], ticket), command
            else:
                with pytest.raises(Forbidden if command in steps else Refused):
                    attempt(ticket, command, party)


@pytest.mark.parametrize("state", State)
def test_events_move_nothing_and_end_with_the_ticket(state: State) -> None:
    for name, by in EVENTS.items():
        command, parties = Command(name), {Party(each) for each in by.split()}
        ticket = joint_field.dressed(ready(state, replied=name != "co_reply"), command)
        after_the_end = {Party(each) for each in EVEN_ENDED.get(name, "").split()}
        is_early = name in AT_WORK and state not in (State.ASSIGNED, State.IN_PROGRESS)
        is_early |= name in CALLING and state not in (State.SIGNED, State.ASSIGNED, State.IN_PROGRESS)
        is_early |= name == "pre_callback" and state is not State.ANSWERED
        is_early |= name == "request_up" and state not in OPEN and state is not State.CLOSED
        is_early |= name == "contact" and state not in OPEN and state is not State.MERGED
        for party in Party:
            is_over = state not in OPEN and party not in after_the_end
            is_over |= name in DRAFTS and party is Party.DISTRICT  # a town's own leader signs
            if is_over or (is_early and party in parties):
                with pytest.raises(Refused):
                    attempt(ticket, command, party)
            elif party in parties:
                assert attempt(ticket, command, party) is state
            else:
                with pytest.raises(Forbidden):
                    attempt(ticket, command, party)


def test_a_refusal_names_the_state_and_the_command() -> None:
    with pytest.raises(Refused, match=r"待签收.*审核通过"):
        attempt(ready(State.DISPATCHED), Command.REVIEW, Party.CENTER)


def test_the_two_ways_back_from_an_answer() -> None:
    at_desk = field.ticket(State.ANSWERED, answer={"person": 2, "at_desk": True})
    on_site = field.ticket(State.ANSWERED, answer={"person": 4, "at_desk": False})
    told = {"reason": "再核实"}
    for ticket, state in ((at_desk, State.SIGNED), (on_site, State.IN_PROGRESS)):
        assert decide(field.case(ticket, Command.SEND_BACK, field.IN_A, told)).after.state is state


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, State.REPLIED),
        ({"urgency": "critical"}, State.REVIEWED),
        ({"category": "0301"}, State.REVIEWED),
    ],
)
def test_a_leader_signs_off_where_the_rule_asks(more: dict[str, Any], state: State) -> None:
    ticket = field.ticket(State.ANSWERED, answer={"person": 4, "at_desk": False}, **more)
    assert decide(field.case(ticket, Command.REVIEW, field.IN_A)).after.state is state


def test_every_target_of_the_table_is_reached_by_these_tests() -> None:
    names = {edge.target for edge in TABLE if edge.source is not None}
    written = {target for _, _, target, _ in lines(MOVES)}
    assert written == {target.value for target in names}
    assert {Target.SAME, Target.PRIOR, Target.ROUTED, Target.DESK, Target.REVIEW} <= names
