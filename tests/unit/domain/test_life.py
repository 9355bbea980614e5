"""Random lives of tickets: whatever anybody tries, only the table's steps happen and everything stays consistent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeAlias

import hypothesis.strategies as st
from hypothesis import Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dispatch.domain import access
from dispatch.domain.access import HOTLINE, JOB, Actor
from dispatch.domain.case import Case
from dispatch.domain.clocks import Start
from dispatch.domain.commands import Command
from dispatch.domain.decide import Allowed, Decision, allowed, decide
from dispatch.domain.forms import (
    ALARM_LINES,
    CONTACT_RESULTS,
    FIELDS,
    HOW_CLOSED,
    PRECEDENT_CHOICES,
    REQUEST_KINDS,
    RETURN_REASONS,
    SUPERVISION_LEVELS,
)
from dispatch.domain.lifecycle import Party
from dispatch.domain.location import Location
from dispatch.domain.receive import Received, receive
from dispatch.domain.ticket import ENDED, Assignment, Clock, Placement, State, Ticket, Type, Urgency
from dispatch.domain.upward import WAITING, Request, RequestChange, RequestKind, RequestState
from dispatch.errors import BadInput, Forbidden, Refused
from tests.unit.domain import field as the
from tests.unit.domain.test_lifecycle import EVENTS, MOVES, lines

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
REQUEST_COLUMNS = {each.name for each in fields(Request)}
Choose: TypeAlias = Callable[[Any], Any]
HOTLINES = (
    *(Command.REDO, Command.CONCLUDE, Command.REDO, Command.URGE, Command.CALL_BACK),
    *(Command.CHANGE_DUE, Command.EXEMPT, Command.HEAR, Command.GRANT_REQUEST, Command.DENY_REQUEST),
)
CONSENTS = (Command.CLOSE_AS, Command.CLOSE_AS, Command.HAND_BACK, Command.SUSPEND)
SAID: dict[Command, dict[str, Any]] = {
    Command.CHANGE_DUE: {"due": the.NOW + timedelta(days=9)},
    Command.CLOSE_AS: {"ground": "诉求人失联", "reply": "三次联系未果"},
    Command.HAND_BACK: {"reason": "上级同意"},
    Command.MARK_UNANSWERED: {"request": "3"},
    Command.SUSPEND: {"until": the.NOW + timedelta(days=30)},
}
"""What the hotline says with a command that people have no form for."""
CROSSING = {Command.HAND_TO_POLICE, Command.HAND_FROM_POLICE, Command.DECLINE_HANDOVER}
RARE = {
    *(Command.REJECT, Command.CANCEL, Command.RELOCATE, Command.CLASSIFY, Command.ASK_CALLER, Command.RETURN),
    *CROSSING,
}
ANYWHERE = {Command.REJECT, Command.CLASSIFY}
"""Open at nearly every moment: pressed as often as the others, they would leave no room for what is seldom open."""
GIVEN: dict[str, list[Any]] = {
    "text": ["说明"],
    "long_text": ["理由"],
    "number": [1, 60, 600],
    "unit": [*the.UNITS.by_id, 999],
    "assignment": list(range(1, 12)),
    "point": [{"lon": 119.05, "lat": 33.65}],
    "reply": [None, "已更换灯泡,恢复照明"],
    "category": [*the.CATEGORIES, "9999"],
    "pick": ["no_basis", "weather", *map(str, range(2, 12))],
    "date": ["2026-12-01"],
    "ticket": [9],
    "moment": [the.NOW + timedelta(days=30)],
    "order_no": ["JY1", "JY2"],
    "handler": [
        *({"unit": unit, "person": None} for unit in the.UNITS.by_id),
        {"unit": the.STATION_A, "person": 4},
        {"unit": the.STATION_A, "person": 3},
    ],
    "colleague": [{"unit": the.STATION_A, "person": 4}, {"unit": the.POLICE_A, "person": 9}],
    "handlers": [
        [],
        [{"unit": the.POLICE_A, "person": None}],
        [{"unit": the.DEPARTMENT, "person": None}, {"unit": the.POLICE_A, "person": None}],
    ],
}
CODES = {
    "police_unit": [str(the.POLICE_A)],
    "phone": [code for code, _ in ALARM_LINES],
    "listed": ["yes", "no"],
    "reason": [code for code, _ in RETURN_REASONS],
    "how_closed": [code for code, _ in HOW_CLOSED],
    "result": [code for code, _ in CONTACT_RESULTS],
    "found_true": ["yes", "no"],
    "contacted": ["yes", "no"],
    "solved": ["yes", "no"],
    "satisfied": ["satisfied", "dissatisfied"],
    "level": [code for code, _ in SUPERVISION_LEVELS],
    "precedent": [code for code, _ in PRECEDENT_CHOICES],
    "kind": [code for code, _ in REQUEST_KINDS],
}


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


@dataclass
class Kept:
    """One clock as a row would keep it."""

    clock: Start
    runs: bool = True


@dataclass
class Rows:
    """What saving the decisions would leave behind: the replayed journal, assignments, clocks."""

    row: dict[str, Any]
    journal: int = 1
    assignments: list[Assignment] = field(default_factory=list)
    clocks: list[Kept] = field(default_factory=list)
    numbers: int = 0
    requests: dict[int, Request] = field(default_factory=dict)

    def save(self, decided: Decision) -> None:
        """Apply a decision by what it says to store, not by the ticket it computed."""
        effect, moved = decided.effect, decided.clocks
        self.row |= decided.changes
        self.journal += 1
        if effect.end or effect.end_one:
            self.assignments = [
                each
                for each in self.assignments
                if (each.id in effect.keep if effect.end else each.id != effect.end_one)
            ]
        if effect.replied:
            self.assignments = [
                replace(each, replied=each.replied or each.id == effect.replied[0])
                for each in self.assignments
            ]
        for opened in effect.open:
            self.numbers += 1
            part, unit, person, by = opened.part, opened.unit, opened.person, opened.report_in_by
            made = Assignment(
                self.numbers, part, unit, person, replied=False, kind=opened.kind, report_in_by=by
            )
            self.assignments.append(made)
        if effect.reported_in:
            self.assignments = [
                replace(each, reported_in_at=decided.case.moment) if each.id == effect.reported_in else each
                for each in self.assignments
            ]
        for kept in self.clocks:
            if kept.clock.kind in moved.stop:
                kept.runs = False
        for kind in moved.resume:
            max(
                (kept for kept in self.clocks if kept.clock.kind == kind),
                key=lambda kept: kept.clock.started_at,
            ).runs = True
        self.clocks.extend(Kept(each) for each in moved.start)
        if effect.request:
            self.keep_request(effect.request)

    def keep_request(self, change: RequestChange) -> None:
        """A request as its row would hold it; one that has come to its end is not open any more."""
        said = {name: value for name, value in change.values.items() if name in REQUEST_COLUMNS}
        state = RequestState(said.pop("state"))
        if change.id is None:
            made = Request(id=self.journal, kind=RequestKind(said.pop("kind")), state=state, **said)
            assert made.kind not in {each.kind for each in self.requests.values()}
        else:
            made = replace(self.requests.pop(change.id), state=state)
        if state in WAITING | {RequestState.DRAFTED}:
            self.requests[made.id] = made

    @property
    def running(self) -> tuple[Clock, ...]:
        """The clocks that run."""
        held = [kept.clock for kept in self.clocks if kept.runs]
        return tuple(Clock(each.kind, each.started_at, each.due_at) for each in held)


def first_ticket(received: Received, rows: Rows) -> Ticket:
    """The ticket of a new row."""
    names = [
        each.name
        for each in fields(Ticket)
        if each.name not in ("assignments", "clocks", "audience", "children")
    ]
    values = {name: received.row[name] for name in names}
    return Ticket(**values, audience=frozenset(received.row["audience"]), clocks=rows.running)


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
            (actor, each.command)
            for actor in the.PEOPLE
            for each in allowed(self.case(actor, Command.NOTE))
            if each.why is None and wanted(each)
        ]
        if offered:
            self.give(*choose(offered), choose)

    def case(self, actor: Actor, command: Command, given: dict[str, Any] | None = None, **more: Any) -> Case:
        """A case on the ticket as it stands."""
        open_requests = tuple(self.rows.requests.values())
        more = {"closing": the.PHOTOGRAPHED, "requests": open_requests, "grounds": the.GROUNDS, **more}
        return the.case(self.ticket, command, actor, given, now=self.now, **more)

    def give(self, actor: Actor, command: Command, choose: Choose) -> None:
        """One command by one actor: a refusal changes nothing, a decision is saved."""
        asked = FIELDS.get(command, ())
        given = {
            each.name: choose(CODES[each.name] if each.name in CODES else GIVEN[each.kind])
            for each in asked
            if each.name != "list_item"
        }
        given |= SAID.get(command, {})
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
        if choose(range(12)) == 0:
            self.give(HOTLINE, choose(CONSENTS), choose)
        elif self.ticket.state is State.SUSPENDED:
            self.give(JOB, Command.RESUME, choose)

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
        if command is Command.CLASSIFY:
            self.judge_classified(decided)
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

    def judge_classified(self, decided: Decision) -> None:
        """Another category: only what nobody was sent yet goes anywhere by it."""
        before, after = decided.before, decided.after
        assert after.category in the.CATEGORIES
        assert after.category != before.category
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
        choose, lambda offer: offer.command.value not in JOINT and offer.command is not Command.CLASSIFY
    ),
    lambda life, choose: life.press(choose, lambda offer: offer.command.value in JOINT),
    lambda life, choose: life.press(choose, lambda offer: offer.command in CROSSING),
    lambda life, choose: life.give(HOTLINE, choose(HOTLINES), choose),
    lambda life, choose: life.give(choose([*the.PEOPLE, JOB]), choose(ALONE), choose),
    lambda life, choose: life.give(
        *choose([(JOB, Command.REZONE), (JOB, Command.REZONE), (the.IN_A, Command.CLASSIFY)]), choose
    ),
    lambda life, choose: life.consent(choose),
]
WAITS = [1, 5, 30, 3_600, 86_400]


class Lives(RuleBasedStateMachine):
    """Hypothesis looks for a life in which something does not hold."""

    life: Life

    @initialize(data=st.data())
    def receive(self, data: st.DataObject) -> None:
        self.life = Life(lambda options: data.draw(st.sampled_from(options)))

    @rule(data=st.data(), way=st.sampled_from(WAYS), seconds=st.sampled_from(WAITS))
    def go_on(self, data: st.DataObject, way: Callable[[Life, Choose], None], seconds: int) -> None:
        self.life.now += timedelta(seconds=seconds)
        way(self.life, lambda options: data.draw(st.sampled_from(options)))

    @invariant()
    def everything_holds(self) -> None:
        self.life.check()


TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=30,
    stateful_step_count=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)  # a life is read in full: making it shorter costs minutes


def test_seeded_lives() -> None:
    reached: set[State] = set()
    taken: set[Command] = set()
    for seed in range(110):
        chance = Random(seed)
        life = Life(chance.choice)
        for _ in range(30):
            life.now += timedelta(seconds=chance.choice(WAITS))
            chance.choice(WAYS)(life, chance.choice)
            try:
                life.check()
            except AssertionError as broken:
                broken.add_note(f"seed {seed}, version {life.ticket.version}")
                raise
            reached.add(life.ticket.state)
        taken |= life.taken
    between_two = BETWEEN_TWO  # see tests/store/test_linking.py, test_merging.py
    ended = {State.REPLIED, State.CLOSED, State.CANCELLED, State.REJECTED, State.HANDED_BACK}
    assert reached == {State(name) for name in RUNNING} | ended
    assert taken >= {command for _, command, *_ in lines(MOVES)} - between_two
