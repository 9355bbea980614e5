"""疑难 and 不合理诉求： said of a ticket with a reason, taken back with one, moving nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.ticket import Flag, State, Ticket
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field

HARD = frozenset({Flag.DIFFICULT})


def said(ticket: Ticket, command: Command, flag: Flag = Flag.DIFFICULT, actor: Any = field.IN_A) -> Decision:
    """The decision of somebody who flags a ticket."""
    return decide(field.case(ticket, command, actor, {"flag": flag.value, "reason": "多部门协调未果"}))


@pytest.mark.parametrize("state", [State.UNPLACED, State.IN_PROGRESS, State.ANSWERED, State.SUSPENDED])
def test_it_is_said_and_moves_nothing(state: State) -> None:
    ticket = field.ticket(state, prior=State.SIGNED if state is State.SUSPENDED else None)
    decided = said(ticket, Command.FLAG)
    assert decided.after.flags == HARD
    assert decided.changes["flags"] == ["difficult"]
    assert (decided.after.state, decided.after.exempt, decided.report) == (state, False, None)
    assert decided.detail == {"flag": "difficult", "reason": "多部门协调未果"}
    assert (decided.clocks.start, decided.clocks.stop, decided.clocks.move) == ((), frozenset(), ())


def test_it_is_taken_back_alone() -> None:
    both = replace(field.ticket(State.SIGNED), flags=frozenset(Flag))
    assert said(both, Command.UNFLAG, Flag.UNREASONABLE).after.flags == HARD


@pytest.mark.parametrize(("command", "flags"), [(Command.FLAG, HARD), (Command.UNFLAG, {Flag.UNREASONABLE})])
def test_what_stands_is_not_said_again_and_what_does_not_is_not_taken_back(
    command: Command, flags: Any
) -> None:
    with pytest.raises(BadInput, match="疑难") as refused:
        said(replace(field.ticket(State.SIGNED), flags=frozenset(flags)), command)
    assert refused.value.field == "flag"


@pytest.mark.parametrize(
    ("flags", "flag", "unflag"),
    [
        (frozenset(), ["difficult", "unreasonable"], None),
        (HARD, ["unreasonable"], ["difficult"]),
        (frozenset(Flag), None, ["difficult", "unreasonable"]),
    ],
)
def test_the_form_offers_what_is_left(flags: frozenset[Flag], flag: Any, unflag: Any) -> None:
    ticket = replace(field.ticket(State.SIGNED), flags=flags)
    offers = {each.command: each for each in allowed(field.case(ticket, Command.NOTE, field.IN_A))}
    for command, choices in ((Command.FLAG, flag), (Command.UNFLAG, unflag)):
        assert (command in offers) is (choices is not None)
        if choices is not None:
            assert [code for code, _ in offers[command].fields[0].choices] == choices


def test_it_is_for_whoever_answers_for_the_ticket_while_it_is_open() -> None:
    ticket = field.ticket(State.IN_PROGRESS)
    assert said(ticket, Command.FLAG, actor=field.AT_DISTRICT).after.flags == HARD
    with pytest.raises(Forbidden):
        said(ticket, Command.FLAG, actor=field.WORKER_A)
    with pytest.raises(Refused):
        said(field.ticket(State.CLOSED), Command.FLAG)
