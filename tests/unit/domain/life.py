"""One life of a ticket that anybody may try anything with, and what has to hold at every step of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeAlias

from dispatch.domain import access
from dispatch.domain.access import HOTLINE, JOB, Actor
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Allowed, Decision, allowed, decide
from dispatch.domain.forms import FIELDS, Field
from dispatch.domain.lifecycle import Party
from dispatch.domain.location import Location
from dispatch.domain.receive import receive
from dispatch.domain.ticket import ENDED, Placement, State, Ticket, Type, Urgency
from dispatch.domain.upward import RequestState
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field as the
from tests.unit.domain.kept_records import BODIES
from tests.unit.domain.life_rows import Kept, Rows, first_ticket
from tests.unit.domain.life_values import SAID, values_of
from tests.unit.domain.test_lifecycle import EVENTS, MOVES, lines

TABLES = replace(the.TABLES, joint=replace(the.TABLES.joint, bodies=BODIES))
STEPS = {(source, command): target for source, command, target, _ in lines(MOVES)}
MEANT = {
    "routed": {State.UNDECIDED, State.DISPATCHED},
    "desk": {State.SIGNED, State.IN_PROGRESS},
    "review": {State.REVIEWED, State.REPLIED},
}
LONG = {"contact", "reply", "redo"}
RUNNING: dict[State, tuple[set[str], set[str]]] = {
    State.UNPLACED: ({"place"}, {"reply"}),
    State.UNDECIDED: ({"decide"}, {"reply"}),
    State.DISPATCHED: ({"sign"}, LONG),
    State.SIGNED: (set(), LONG),
    State.ASSIGNED: ({"inner"}, LONG),
    State.IN_PROGRESS: ({"inner"}, LONG),
    State.ANSWERED: ({"review"}, LONG),
    State.REVIEWED: ({"signoff"}, LONG),
    State.RETURNED: ({"ruling"}, LONG | {"sign"}),
    State.SUSPENDED: (set(), LONG | {"inner", "review", "halt"}),
}
"""In a state: clocks that have to run, and those that may."""
Choose: TypeAlias = Callable[[Any], Any]
HOTLINES = (
    *(Command.REDO, Command.CONCLUDE, Command.REDO, Command.URGE, Command.CALL_BACK),
    *(Command.CHANGE_DUE, Command.EXEMPT, Command.HEAR, Command.GRANT_REQUEST, Command.DENY_REQUEST),
)
CONSENTS = (Command.CLOSE_AS, Command.CLOSE_AS, Command.HAND_BACK, Command.SUSPEND)
CROSSING = {Command.HAND_TO_POLICE, Command.HAND_FROM_POLICE, Command.DECLINE_HANDOVER}
RARE = {
    *(Command.REJECT, Command.CANCEL, Command.RELOCATE, Command.ASK_CALLER, Command.RETURN),
    *(Command.CLASSIFY, Command.RETYPE),
    *CROSSING,
}
SAID_OF_IT = (Command.CLASSIFY, Command.RETYPE)
ANYWHERE = {Command.REJECT, *SAID_OF_IT}
"""Open at nearly every moment: pressed as often as the others, they would leave no room for what is seldom open."""
OPENING = {
    *(Command.REQUEST_UP, Command.TRANSFER_OUT, Command.REFER_CASE, Command.SUPERVISE, Command.WHISTLE),
    *(Command.ADD_COHANDLER, Command.FLAG),
}
FOLLOWING = {
    *(Command.SIGN_REQUEST, Command.REFUSE_REQUEST, Command.DROP_REQUEST, Command.RECORD_OUTSIDE),
    *(Command.FILE_CASE, Command.REFUSE_CASE, Command.RECORD_CASE, Command.CLOSE_CASE, Command.CO_REPLY),
    *(Command.REPORT_IN, Command.HAND_DOWN, Command.RELEASE, Command.UNDO_SIGN, Command.HAND_UP),
    *(Command.ANSWER_SUPERVISION, Command.LIFT_SUPERVISION, Command.TAKE_BACK, Command.UNFLAG),
}
"""Open only once something came before: among all buttons they would never be pressed."""
BY_ITSELF = [
    (JOB, Command.WARN),
    (JOB, Command.ESCALATE),
    (JOB, Command.RELIEVE),
    (JOB, Command.RECOMPUTE),
    (JOB, Command.PING_PONG),
    (HOTLINE, Command.SUPPLEMENT),
]
LATE = (JOB, Command.MARK_UNANSWERED)
ANSWERS = [
    [LATE],
    [LATE, (HOTLINE, Command.GRANT_REQUEST)],
    [(HOTLINE, Command.GRANT_REQUEST)],
    [(HOTLINE, Command.DENY_REQUEST)],
]
"""How the hotline answers what it was asked."""
BETWEEN_TWO = {
    Command.LINK,
    Command.ATTACH,
    Command.MERGE,
    Command.UNMERGE,
    Command.FOLLOW,
    Command.JOIN,
    Command.PART,
}
JOINT = {
    *("whistle", "report_in", "dual", "transfer_out", "record_outside", "report_danger", "refer_case"),
    *("file_case", "refuse_case", "record_case", "close_case", "hand_to_police", "hand_from_police"),
    "decline_handover",
}
ALONE = [command for command in Command if command not in BETWEEN_TWO]


class Life:
    """One ticket, everybody who might touch it, and a clock that moves on. ``choose`` picks one of a list."""

    def __init__(self, choose: Choose) -> None:
        kind = choose([Type.COMPLAINT, Type.INQUIRY, Type.REPORT])
        told = the.message(
            type=kind,
            category=choose([*the.CATEGORIES, "无此分类"]),
            urgency=choose(list(Urgency)),
            confidential=kind is Type.REPORT,
        )
        self.taken: set[Command] = set()
        self.now = the.NOW
        where = the.at(choose([the.TOWN_A, the.TOWN_B, None]), auto=choose([True, True, False]))
        order, reporter = choose(
            [("JY1", None), (None, None), (None, (the.WORKER_A.person or 0, the.STATION_A))]
        )
        received = receive(1, told, where, "huaian-12345", order, the.TABLES, self.now, reporter=reporter)
        self.rows = Rows(dict(received.row), clocks=[Kept(each) for each in received.clocks])
        self.ticket = first_ticket(received, self.rows)

    def press(self, choose: Choose, wanted: Callable[[Allowed], bool]) -> None:
        """Somebody presses one of the buttons that are open to them."""
        offered = [
            (actor, each)
            for actor in the.PEOPLE
            for each in allowed(self.case(actor, Command.NOTE))
            if each.why is None and wanted(each)
        ]
        if offered:
            command = choose(sorted({button.command for _, button in offered}))
            actor, button = choose([each for each in offered if each[1].command is command])
            self.give(choose, actor, command, shown=button.fields)

    def case(self, actor: Actor, command: Command, given: dict[str, Any] | None = None, **more: Any) -> Case:
        """A case on the ticket as it stands."""
        open_requests = tuple(self.rows.requests.values())
        more = {"closing": the.PHOTOGRAPHED, "requests": open_requests, "grounds": the.GROUNDS, **more}
        more = {"records": self.rows.records, "tables": TABLES, **more}
        return the.case(self.ticket, command, actor, given, now=self.now, **more)

    def give(
        self, choose: Choose, actor: Actor, command: Command, *, shown: Sequence[Field] | None = None
    ) -> None:
        """One command by one actor, in its fields as ``shown``: a refusal changes nothing, a decision is saved."""
        given = {
            each.name: choose(values_of(each))
            for each in (FIELDS.get(command, ()) if shown is None else shown)
            if each.name != "list_item"
        }
        given |= SAID.get(command, {})
        if command is Command.MARK_UNANSWERED:
            waiting = [each.id for each in self.rows.requests.values() if each.state is RequestState.SENT]
            given["request"] = str(choose(waiting or [0]))
        where = the.at(choose([the.TOWN_A, the.TOWN_B])) if "point" in given else None
        if command is Command.REZONE:
            given, where = self.new_boundaries(choose)
        try:
            decided = decide(self.case(actor, command, given, location=where))
        except (Refused, Forbidden, BadInput):
            return
        self.judge(decided, actor)
        self.taken.add(command)
        self.rows.save(decided)
        saved = tuple(self.rows.assignments)
        unnumbered = [
            [replace(each, id=0) for each in listed] for listed in (decided.after.assignments, saved)
        ]
        assert unnumbered[0] == unnumbered[1]
        self.ticket = replace(decided.after, assignments=saved, clocks=self.rows.running)

    def consent(self, choose: Choose) -> None:
        """Now and then the hotline agrees to something that ends the work."""
        if choose(range(5)) == 0:
            self.give(choose, HOTLINE, choose(CONSENTS))
        elif self.ticket.state is State.SUSPENDED:
            self.give(choose, JOB, Command.RESUME)

    def arrive(self) -> None:
        """What was signed for the hotline has reached it, which then owes an answer."""
        held = self.rows.requests
        signed = [each for each in held.values() if each.state is RequestState.SIGNED_OFF]
        held.update({each.id: replace(each, state=RequestState.SENT) for each in signed})

    def end_a_wait(self, choose: Choose) -> None:
        """What was signed arrives, and is granted, refused, or not answered in time."""
        self.arrive()
        for actor, command in choose(ANSWERS):
            self.give(choose, actor, command)

    def new_boundaries(self, choose: Choose) -> tuple[dict[str, Any], Location | None]:
        """A newer version in which the ticket lies anywhere, and what its town became."""
        version = self.ticket.boundary_version + 1
        given = {
            "version": version,
            "town": choose([the.TOWN_A, the.TOWN_B, None]),
            "settled": choose([True, False]),
        }
        if self.ticket.placement is Placement.NOT_NEEDED and choose([True, False]):
            return given, None
        town = choose([the.TOWN_A, the.TOWN_B, None])
        where = the.at(town, auto=choose([True, False]), town_certain=choose([True, False]))
        return given, replace(where, boundary_version=version)

    def judge(self, decided: Decision, actor: Actor) -> None:
        """A step is the table's, or an event that moves nothing."""
        before, after, command = decided.before.state, decided.after.state, decided.command
        standing = access.parties(decided.before, actor, the.UNITS)
        if command.value in EVENTS:
            assert after is before
            assert standing & {Party(each) for each in EVENTS[command.value].split()}
            return
        target = STEPS[before, command]
        if command in SAID_OF_IT:
            self.judge_known_as(decided)
            return
        if target == "same":
            if command is Command.REZONE:
                self.judge_rezoned(decided)
                return
            moved_over = command is Command.RELOCATE and decided.after.stream != decided.before.stream
            assert after is (State.DISPATCHED if moved_over else before)
        elif target == "prior":
            assert after is decided.before.prior
        else:
            assert after in MEANT.get(target, {State(target)} if target not in MEANT else set())

    def judge_rezoned(self, decided: Decision) -> None:
        """New boundaries: only a placing of what was not placed moves it on; who works keeps it and hears of it."""
        before, after = decided.before, decided.after
        placed = before.state is State.UNPLACED and after.placement is not before.placement
        assert after.state is before.state or placed
        assert after.boundary_version == before.boundary_version + 1
        assert (after.hops, after.lead_unit, after.lead_person) == (
            before.hops,
            before.lead_unit,
            before.lead_person,
        )
        assert after.assignments == before.assignments
        assert decided.report is None or placed
        if before.stream == the.DISTRICT:
            assert placed or after.stream == the.DISTRICT
        if before.state not in (State.UNPLACED, State.DISPATCHED):
            assert not decided.clocks.start
            assert not decided.clocks.stop
        held = access.streams_of(after, the.UNITS)
        assert {the.UNITS.center(each.unit) for each in after.assignments} <= held | {the.DISTRICT}

    def judge_known_as(self, decided: Decision) -> None:
        """Another category or type: only what nobody was sent yet goes anywhere by it, a report is confidential."""
        before, after = decided.before, decided.after
        assert after.category in the.CATEGORIES or decided.command is Command.RETYPE
        assert (after.category, after.type) != (before.category, before.type)
        assert after.confidential == (before.confidential or after.type is Type.REPORT)
        if before.state not in (State.UNPLACED, State.UNDECIDED):
            assert (after.state, after.unit, after.stream) == (before.state, before.unit, before.stream)
            assert not decided.clocks.start
            assert not decided.clocks.stop
            assert decided.report is None

    def the_journal_is_the_row(self) -> None:
        assert self.ticket.version == self.rows.journal
        for each in fields(Ticket):
            if each.name in ("assignments", "clocks", "children"):
                continue
            held, replayed = getattr(self.ticket, each.name), self.rows.row[each.name]
            if isinstance(held, frozenset):
                assert sorted(held) == replayed
            elif isinstance(held, datetime):
                assert held == (datetime.fromisoformat(replayed) if isinstance(replayed, str) else replayed)
            else:
                assert held == replayed, each.name

    def one_leads_at_most(self) -> None:
        leads = [each for each in self.ticket.assignments if each.part == "lead"]
        assert len(leads) <= 1
        if self.ticket.state in (State.ASSIGNED, State.IN_PROGRESS):
            assert [(each.unit, each.person) for each in leads] == [
                (self.ticket.lead_unit, self.ticket.lead_person)
            ]
        if self.ticket.state in ENDED:
            assert not self.ticket.assignments

    def somebody_owes_what_is_open(self) -> None:
        over = self.ticket.state in ENDED or self.ticket.state in (State.REPLIED, State.SUSPENDED)
        assert (self.ticket.owed_by is None) == over
        resting = (State.RETURNED, State.SUSPENDED)
        assert (self.ticket.prior is not None) == (self.ticket.state in resting)

    def only_those_concerned_see_it(self) -> None:
        audience, ticket = self.ticket.audience, self.ticket
        assert audience == access.audience(ticket, the.UNITS)
        assert {f"unit:{the.DISTRICT}", f"unit:{ticket.stream}"} <= audience
        concerned = {
            ticket.stream,
            ticket.first_unit,
            ticket.unit,
            *(each.unit for each in ticket.assignments),
        }
        if f"unit:{the.CENTER_B}" in audience:
            assert the.CENTER_B in concerned
        if ticket.confidential and the.POLICE_A not in (ticket.unit, *concerned):
            assert f"unit:{the.POLICE_A}" not in audience
        assert not audience & access.readers(the.ADMIN.person or 0, the.ADMIN.memberships)
        if f"person:{the.WORKER_A.person}" in audience:
            assert the.WORKER_A.person in {ticket.reporter, *(each.person for each in ticket.assignments)}

    def who_sees_it_hears_of_it(self) -> None:
        held = access.streams_of(self.ticket, the.UNITS)
        for actor in the.PEOPLE:
            if access.readers(actor.person or 0, actor.memberships) & self.ticket.audience:
                assert held & set(access.streams(actor.memberships, the.UNITS)), actor

    def the_right_clocks_run(self) -> None:
        kinds = [clock.kind for clock in self.ticket.clocks]
        assert len(kinds) == len(set(kinds))
        required, possible = RUNNING.get(self.ticket.state, (set(), set()))
        assert required <= set(kinds) <= required | possible, (self.ticket.state, kinds)
        if self.ticket.state in RUNNING:
            assert {"reply", "redo"} & set(kinds)

    def check(self) -> None:
        """Everything that holds at every moment."""
        self.the_journal_is_the_row()
        self.one_leads_at_most()
        self.somebody_owes_what_is_open()
        self.only_those_concerned_see_it()
        self.who_sees_it_hears_of_it()
        self.the_right_clocks_run()


def a_step(offer: Allowed) -> bool:
    """A button that moves the ticket on its way, not out of it."""
    return offer.command.value not in EVENTS and offer.command not in RARE


WAYS: list[Callable[[Life, Choose], None]] = [
    lambda life, choose: life.press(choose, lambda offer: offer.primary),
    lambda life, choose: life.press(choose, lambda offer: offer.primary),
    lambda life, choose: life.press(choose, lambda offer: offer.primary),
    lambda life, choose: life.press(choose, a_step),
    lambda life, choose: life.press(
        choose, lambda offer: offer.command.value not in EVENTS and offer.command not in ANYWHERE
    ),
    lambda life, choose: life.press(
        choose, lambda offer: offer.command.value not in JOINT and offer.command not in SAID_OF_IT
    ),
    lambda life, choose: life.press(choose, lambda offer: offer.command.value in JOINT),
    lambda life, choose: life.press(choose, lambda offer: offer.command in CROSSING),
    lambda life, choose: life.give(choose, HOTLINE, choose(HOTLINES)),
    lambda life, choose: life.give(choose, choose([*the.PEOPLE, JOB]), choose(ALONE)),
    lambda life, choose: life.give(
        choose,
        *choose([(JOB, Command.REZONE), (JOB, Command.REZONE), *((the.IN_A, each) for each in SAID_OF_IT)]),
    ),
    lambda life, choose: life.consent(choose),
    lambda life, choose: life.press(choose, lambda offer: offer.command in OPENING),
    lambda life, choose: life.press(choose, lambda offer: offer.command in FOLLOWING),
    lambda life, choose: life.press(choose, lambda offer: offer.command in FOLLOWING),
    lambda life, choose: life.give(choose, *choose(BY_ITSELF)),
    lambda life, choose: life.end_a_wait(choose),
    lambda life, choose: life.end_a_wait(choose),
]
WAITS = [1, 5, 30, 3_600, 86_400]
