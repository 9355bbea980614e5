"""What was asked for and answered: every ok is there once, an info once or never, a fail never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tests.chaos.journal import Acted, Outcome, Pushed
from tests.chaos.observed import Step
from tests.chaos.verdict import Evidence, Finding

OrderKey: TypeAlias = tuple[str, str]
_RANK = tuple(Outcome)


def better(first: Outcome, second: Outcome) -> Outcome:
    """The better knowledge of two attempts at the same thing: one ok outweighs all, one unknown outweighs a refusal."""
    return max(first, second, key=_RANK.index)


def orders_asked(evidence: Evidence) -> dict[OrderKey, Outcome]:
    """Each order that was pushed, and what is known of it after all attempts."""
    known: dict[OrderKey, Outcome] = {}
    for each in evidence.records(Pushed):
        for order in each.orders:
            outcome = each.outcome_for(order)
            key = (each.source, order)
            known[key] = better(known.get(key, outcome), outcome)
    return known


def acts_asked(evidence: Evidence) -> dict[str, tuple[Acted, Outcome]]:
    """Each operation, and what is known of it after all attempts."""
    known: dict[str, tuple[Acted, Outcome]] = {}
    for each in evidence.records(Acted):
        before = known[each.operation][1] if each.operation in known else each.outcome
        known[each.operation] = each, better(before, each.outcome)
    return known


def _existing(evidence: Evidence) -> Mapping[OrderKey, int]:
    """How often an order exists: as an order, as a ticket that carries it, as a ticket that was made from it."""
    found = evidence.found
    kinds = (
        Counter((each.source, each.order_no) for each in found.orders),
        Counter((each.row["source"], each.row["order_no"]) for each in found.tickets if each.row["order_no"]),
        Counter(
            (step.changes["source"], step.changes["order_no"])
            for step in found.journal
            if step.command == "receive" and step.changes.get("order_no")
        ),
    )
    keys = {key for kind in kinds for key in kind}
    return {key: max(kind[key] for kind in kinds) for key in keys}


def order_not_lost(evidence: Evidence) -> Iterator[Finding]:
    """An order that was answered ok has its row, and that its ticket."""
    tickets = {each.id for each in evidence.found.tickets}
    held = {(each.source, each.order_no): each.ticket for each in evidence.found.orders}
    for key, outcome in orders_asked(evidence).items():
        if outcome is not Outcome.OK:
            continue
        if key not in held:
            yield _named(key), "was answered ok, and there is no such order"
        elif held[key] not in tickets:
            yield _named(key), f"was answered ok, and its ticket {held[key]} is not there"


def order_once(evidence: Evidence) -> Iterator[Finding]:
    """No order exists more than once, whatever was answered."""
    existing = _existing(evidence)
    for key in orders_asked(evidence):
        if existing.get(key, 0) > 1:
            yield _named(key), f"exists {existing[key]} times"


def refused_order_absent(evidence: Evidence) -> Iterator[Finding]:
    """An order that was only ever refused does not exist."""
    existing = _existing(evidence)
    for key, outcome in orders_asked(evidence).items():
        if outcome is Outcome.FAIL and key in existing:
            yield _named(key), "was refused, and exists"


def delivery_remembered(evidence: Evidence) -> Iterator[Finding]:
    """A delivery that was answered ok is remembered once, with the very status it was answered each time."""
    held = {(each.source, each.webhook_id): each.status for each in evidence.found.deliveries}
    for each in evidence.records(Pushed):
        if each.outcome is not Outcome.OK:
            continue
        status = held.get((each.source, each.delivery))
        if status != each.status:
            yield (
                f"delivery {each.source} {each.delivery}",
                f"was answered {each.status}, remembered is {status}",
            )


def act_not_lost(evidence: Evidence) -> Iterator[Finding]:
    """An act that was answered ok stands in the journal of its ticket, as the command it was."""
    held = _applied(evidence)
    for operation, (act, outcome) in acts_asked(evidence).items():
        if outcome is not Outcome.OK:
            continue
        steps = held.get(operation, [])
        if not any((step.ticket, step.command) == (act.ticket, act.command) for step in steps):
            there = [f"{step.command} on {step.ticket}" for step in steps] or "nothing"
            yield (
                f"operation {operation}",
                f"{act.command} on ticket {act.ticket} was ok, the journal has {there}",
            )


def act_once(evidence: Evidence) -> Iterator[Finding]:
    """No operation is applied more than once, whatever was answered."""
    for operation, steps in _applied(evidence).items():
        if len(steps) > 1:
            where = ", ".join(f"{step.ticket} version {step.version}" for step in steps)
            yield f"operation {operation}", f"was applied {len(steps)} times: {where}"


def refused_act_absent(evidence: Evidence) -> Iterator[Finding]:
    """An act that was only ever refused is in no journal."""
    held = _applied(evidence)
    for operation, (act, outcome) in acts_asked(evidence).items():
        if outcome is Outcome.FAIL and operation in held:
            yield f"operation {operation}", f"{act.command} was refused with {act.status}, and was applied"


def _applied(evidence: Evidence) -> dict[str, list[Step]]:
    """Operation → the journal rows that name it."""
    held: dict[str, list[Step]] = {}
    for step in evidence.found.journal:
        if step.operation is not None:
            held.setdefault(step.operation, []).append(step)
    return held


def _named(key: OrderKey) -> str:
    return f"order {key[0]} {key[1]}"
