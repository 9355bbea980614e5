"""One event, many callers: what rests, what goes on, what follows; in any order nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dispatch.domain.access import HOTLINE, JOB, Actor, parties
from dispatch.domain.clocks import Changes
from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.merging import Consequence, consequences
from dispatch.domain.ticket import Clock, State, Ticket
from dispatch.errors import BadInput, DispatchError, Refused
from tests.unit.domain import field, joint_field

PARENT = field.ticket(State.IN_PROGRESS, id=9, number="261124-000009", lead_unit=field.STATION_A)
REASON = "同一处爆管"


def working(number: int = 1, **more: Any) -> Ticket:
    """A ticket that the worker leads with the police beside, the police having reported in."""
    parts = (
        field.lead(field.STATION_A, 4, number * 10),
        replace(joint_field.whistled(reported_in_at=field.NOW), id=number * 10 + 1),
    )
    values = {"lead_unit": field.STATION_A, "lead_person": 4, "owed_by": field.STATION_A}
    values |= {"assignments": parts, **more}
    return field.ticket(State.IN_PROGRESS, id=number, number=f"261124-00000{number}", **values)


def merged(ticket: Ticket, parent: Ticket = PARENT, actor: Actor = field.IN_A) -> Decision:
    """The decision to merge."""
    given = {"parent": parent.id, "reason": REASON}
    return decide(field.case(ticket, Command.MERGE, actor, given, other=parent))


def split(ticket: Ticket, **more: Any) -> Decision:
    """The decision to unmerge."""
    return decide(field.case(ticket, Command.UNMERGE, field.IN_A, {"reason": "不是一件事"}, **more))


def following(
    decided: Decision, reply: tuple[str | None, str | None] = ("已修好", "solved")
) -> list[Consequence]:
    """What follows for relatives."""
    return consequences(decided.case, decided.after, reply)


def test_what_hangs_on_a_child_rests_and_comes_back_as_it_was() -> None:
    ticket = working()
    rested = merged(ticket)
    assert (rested.after.state, rested.after.lead_person, rested.after.assignments) == (
        State.MERGED,
        None,
        (),
    )
    assert rested.clocks == Changes(field.NOW)
    assert f"person:{field.WORKER_A.person}" not in rested.after.audience
    back = split(rested.after)
    lost = {"version", "state_since", "first_sent"}
    for name in Ticket.__dataclass_fields__:
        if name not in lost:
            assert getattr(back.after, name) == getattr(ticket, name), name
    assert back.clocks == Changes(field.NOW)


def test_who_has_left_the_unit_comes_back_as_the_unit() -> None:
    back = split(merged(working()).after, members={}).after
    assert (back.lead_unit, back.lead_person) == (field.STATION_A, None)
    assert [each.person for each in back.assignments] == [None, None]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": 1}, "不能并入自己"),
        ({"stream": field.CENTER_B}, "本中心"),
        ({"state": State.MERGED, "merged_into": 5}, "主单"),
        ({"state": State.REPLIED}, "不能再作主单"),
        ({"state": State.CANCELLED}, "不能再作主单"),
    ],
)
def test_not_every_ticket_is_a_parent(change: dict[str, Any], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        merged(working(), replace(PARENT, **change))


def test_a_parent_is_no_child() -> None:
    with pytest.raises(Refused, match="本身是主单"):
        merged(working(children=(5,)))
    case = field.case(working(), Command.MERGE, field.IN_A, {"parent": 99, "reason": REASON})
    with pytest.raises(BadInput, match="没有这张工单"):
        decide(case)


def test_merging_is_told_at_the_parent_and_so_is_what_the_hotline_says() -> None:
    child = merged(working())
    told = {"child": 1, "number": "261124-000001"}
    assert following(child) == [Consequence(9, Command.JOIN, {**told, "callers": 1})]
    for command in (Command.URGE, Command.SUPPLEMENT):
        heard = decide(field.case(child.after, command, HOTLINE, {"text": "还没来水"}))
        assert following(heard) == [Consequence(9, command, {"text": "还没来水", **told})]
    assert following(split(child.after)) == [Consequence(9, Command.PART, {**told, "callers": 1})]
    gone = decide(field.case(child.after, Command.CANCEL, HOTLINE, {"reason": "撤回"}))
    assert following(gone) == [Consequence(9, Command.PART, {**told, "callers": 1})]


def test_children_are_answered_with_their_parent() -> None:
    answer = {"person": 4, "unit": field.STATION_A, "done": "已修好", "at_desk": False}
    parent = replace(PARENT, state=State.ANSWERED, answer=answer, children=(1, 2), callers=3)
    replied = decide(field.case(parent, Command.REVIEW, field.IN_A))
    follows = following(replied)
    assert [(each.ticket, each.command) for each in follows] == [(1, Command.FOLLOW), (2, Command.FOLLOW)]
    child = replace(merged(working()).after, clocks=(Clock("reply", field.NOW, field.NOW + timedelta(1)),))
    done = decide(field.case(child, Command.FOLLOW, JOB, follows[0].fields))
    assert (done.after.state, done.after.answer, done.after.rested) == (
        State.REPLIED,
        replied.after.answer,
        None,
    )
    assert done.report is not None
    assert done.report.status == "已办结"
    assert done.clocks.stop == {"reply"}
    assert done.changes["reply"] == "已修好"


@pytest.mark.parametrize(
    ("command", "given"), [(Command.CANCEL, {"reason": "撤回"}), (Command.HAND_UP, {"reason": "不是本镇街"})]
)
def test_a_parent_that_ends_or_leaves_lets_its_children_go(command: Command, given: dict[str, Any]) -> None:
    state = State.UNPLACED if command is Command.HAND_UP else State.SIGNED
    actor = HOTLINE if command is Command.CANCEL else field.IN_A
    parent = field.ticket(state, id=9, children=(1,), callers=2)
    gone = decide(field.case(parent, command, actor, given))
    let_go, alone = following(gone)
    assert decide(field.case(gone.after, Command.PART, JOB, alone.fields)).after.callers == 1
    assert (let_go.ticket, let_go.command) == (1, Command.UNMERGE)
    back = decide(field.case(merged(working()).after, Command.UNMERGE, JOB, let_go.fields))
    assert back.after.state is State.IN_PROGRESS
    assert following(back) == []


def test_a_merged_tickets_caller_is_still_called_and_the_clock_for_it_stops() -> None:
    contact = Clock("contact", field.NOW, field.NOW + timedelta(hours=4))
    child = replace(merged(working(clocks=(contact,))).after, clocks=(contact,))
    assert Command.CONTACT in {each.command for each in allowed(field.case(child, Command.NOTE, field.IN_A))}
    called = decide(field.case(child, Command.CONTACT, field.IN_A, {"result": "reached"}))
    assert (called.after.state, called.clocks.stop) == (State.MERGED, {"contact"})
    for state in (State.CLOSED, State.CANCELLED):
        with pytest.raises(Refused, match="不再记录联系"):
            decide(field.case(field.ticket(state), Command.CONTACT, field.IN_A, {"result": "reached"}))


class Families(RuleBasedStateMachine):
    """Three tickets merged, unmerged, urged, answered and cancelled in any order; carried out as ``actions`` does."""

    @initialize()
    def begin(self) -> None:
        self.tickets = {number: working(number) for number in (1, 2, 3)}
        self.followed: set[int] = set()

    def give(
        self, number: int, command: Command, actor: Actor, given: dict[str, Any], other: int = 0
    ) -> None:
        """One command and all that follows; a refusal changes nothing."""
        before = dict(self.tickets)
        try:
            decided = self.decide(number, command, actor, given, other)
            for each in following(decided):
                heard = (
                    actor if actor is HOTLINE and each.command in (Command.URGE, Command.SUPPLEMENT) else JOB
                )
                self.decide(each.ticket, each.command, heard, dict(each.fields))
        except DispatchError:
            self.tickets = before

    def decide(
        self, number: int, command: Command, actor: Actor, given: dict[str, Any], other: int = 0
    ) -> Decision:
        """One decision, kept."""
        ticket = self.tickets[number]
        decided = decide(field.case(ticket, command, actor, given, other=self.tickets.get(other)))
        if command is Command.FOLLOW:
            self.followed.add(number)
        self.tickets[number] = decided.after
        for each, held in self.tickets.items():
            children = tuple(
                child
                for child, one in self.tickets.items()
                if one.merged_into == each and one.state is State.MERGED
            )
            self.tickets[each] = replace(held, children=children)
        return decided

    @rule(child=st.integers(1, 3), parent=st.integers(1, 3))
    def merge(self, child: int, parent: int) -> None:
        self.give(child, Command.MERGE, field.IN_A, {"parent": parent, "reason": REASON}, parent)

    @rule(child=st.integers(1, 3))
    def unmerge(self, child: int) -> None:
        self.give(child, Command.UNMERGE, field.IN_A, {"reason": "不是一件事"})

    @rule(ticket=st.integers(1, 3))
    def urge(self, ticket: int) -> None:
        self.give(ticket, Command.URGE, HOTLINE, {"text": "快"})

    @rule(ticket=st.integers(1, 3))
    def cancel(self, ticket: int) -> None:
        self.give(ticket, Command.CANCEL, HOTLINE, {"reason": "撤回"})

    @rule(ticket=st.integers(1, 3))
    def answer(self, ticket: int) -> None:
        self.give(ticket, Command.NOTE, field.IN_A, {"text": "看过"})
        if self.tickets[ticket].state is State.IN_PROGRESS:
            answered = {"person": 4, "unit": field.STATION_A, "done": "已修好", "at_desk": False}
            self.tickets[ticket] = replace(self.tickets[ticket], state=State.ANSWERED, answer=answered)
            self.give(ticket, Command.REVIEW, field.IN_A, {})

    def counts(self, ticket: Ticket) -> bool:
        """Whether a caller speaks through the parent: merged now, or answered with it."""
        return ticket.state is State.MERGED or ticket.id in self.followed

    @invariant()
    def nothing_is_lost(self) -> None:
        for number, ticket in getattr(self, "tickets", {}).items():
            assert ticket.callers == 1 + sum(
                1 for one in self.tickets.values() if one.merged_into == number and self.counts(one)
            ), number
            assert parties(ticket, field.IN_A, field.UNITS)
            if ticket.state is State.IN_PROGRESS:
                assert [replace(each, replied=False) for each in ticket.assignments] == list(
                    working(number).assignments
                )
                assert (ticket.lead_unit, ticket.lead_person) == (field.STATION_A, 4)
            if ticket.state is State.MERGED:
                parent = self.tickets[ticket.merged_into or 0]
                assert parent.state not in (State.MERGED, State.CANCELLED, State.REPLIED)
                assert ticket.prior is State.IN_PROGRESS
                assert len((ticket.rested or {})["assignments"]) == 2


TestFamilies = Families.TestCase
TestFamilies.settings = settings(max_examples=60, stateful_step_count=25)
