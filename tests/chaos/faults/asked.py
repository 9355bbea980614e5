"""Bugs of what was asked for: lost, doubled, or done although refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dispatch.domain.commands import Command
from tests.chaos.faults.fault import Fault
from tests.chaos.history import SOURCE, History
from tests.chaos.journal import Heard, Pushed
from tests.chaos.observed import Delivery


def an_order_is_lost(made: History) -> None:
    """Answered before the commit, which then failed: the delivery is remembered, its order is nowhere."""
    made.push("JY-lost", 200, arrives=False)
    made.deliveries.append(Delivery(SOURCE, f"msg_{made.numbers}", 200))


def a_ticket_is_gone(made: History) -> None:
    """The order outlived its ticket, as after a restore of some tables only."""
    made.push("JY-gone", 200)
    ticket = made.orders[-1].ticket
    _forget(made, ticket)


def an_order_makes_two_tickets(made: History) -> None:
    """A retry whose first attempt had been committed made a second ticket."""
    order = made.random.choice([each for each in made.orders if each.order_no in ("JY-1", "JY-2", "JY-3")])
    made.receive(order.order_no)


def two_rows_of_one_order(made: History) -> None:
    """The unique index was lost in a restore, and the order claimed twice."""
    made.orders.append(made.orders[0])


def a_refused_order_exists(made: History) -> None:
    """Refused for one field, and committed all the same."""
    made.receive("JY-5")


def a_delivery_is_forgotten(made: History) -> None:
    """The answer went out, its webhook-id was not kept: a repetition would be taken for a new one."""
    answered = {each.delivery for each in made.written if isinstance(each, Pushed) and each.status == 200}
    forgotten = made.random.choice(sorted(answered))
    made.deliveries = [each for each in made.deliveries if each.webhook_id != forgotten]


def another_status_than_remembered(made: History) -> None:
    """A repetition was answered otherwise than the first time."""
    made.deliveries[0] = replace(made.deliveries[0], status=207)


def an_act_is_lost(made: History) -> None:
    """Answered, and in no journal."""
    made.note_act("operation-lost", made.random.choice(list(made.rows)), "note", 503, 200)


def another_act_than_asked(made: History) -> None:
    """An operation id was taken for one that did something else."""
    made.save(made.orders[0].ticket, Command.NOTE, {}, {}, "operation-mixed")
    made.note_act("operation-mixed", made.orders[0].ticket, "urge", 200)


def an_act_is_applied_twice(made: History) -> None:
    """An act without answer was sent again, and applied again."""
    ticket = made.random.choice(list(made.rows))
    for _ in range(2):
        made.save(ticket, Command.NOTE, {}, {}, "operation-twice")
    made.note_act("operation-twice", ticket, "note", None, 200)


def a_refused_act_is_applied(made: History) -> None:
    """Refused after it had been saved."""
    ticket = made.random.choice(list(made.rows))
    made.save(ticket, Command.NOTE, {}, {}, "operation-refused")


def _forget(made: History, ticket: int) -> None:
    """Nothing but its order is left of the newest ticket, and of what was told of it."""
    del made.rows[ticket]
    made.journal = [each for each in made.journal if each.ticket != ticket]
    made.clocks = [each for each in made.clocks if each.ticket != ticket]
    last = made.entries.pop()
    made.tops[last.stream] -= 1
    gone = {each.id for each in made.reports if each.ticket == ticket}
    made.reports = [each for each in made.reports if each.ticket != ticket]
    made.written = [each for each in made.written if not (isinstance(each, Heard) and each.id in gone)]


FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "order_not_lost": (
        an_order_is_lost,
        a_ticket_is_gone,
    ),
    "order_once": (
        an_order_makes_two_tickets,
        two_rows_of_one_order,
    ),
    "refused_order_absent": (a_refused_order_exists,),
    "delivery_remembered": (
        a_delivery_is_forgotten,
        another_status_than_remembered,
    ),
    "act_not_lost": (
        an_act_is_lost,
        another_act_than_asked,
    ),
    "act_once": (an_act_is_applied_twice,),
    "refused_act_absent": (a_refused_act_is_applied,),
}
