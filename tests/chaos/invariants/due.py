"""What goes out by itself: status reports at least once, in order, under one id; each warning of a clock once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.chaos.journal import Heard
from tests.chaos.verdict import Evidence, Finding


def report_heard(evidence: Evidence) -> Iterator[Finding]:
    """A report that counts as sent has reached the hotline's ear."""
    heard = {each.id for each in evidence.records(Heard)}
    for report in evidence.found.reports:
        if report.state == "sent" and report.id not in heard:
            yield (
                f"report {report.id}",
                f"{report.status} of ticket {report.ticket} counts as sent, nobody heard it",
            )


def report_id_constant(evidence: Evidence) -> Iterator[Finding]:
    """Whatever is heard is one of the reports, with the words it was made with."""
    held = {each.id: (each.order_no, each.version, each.status) for each in evidence.found.reports}
    for each in evidence.records(Heard):
        if held.get(each.id) != (each.order_no, each.version, each.status):
            said = (each.order_no, each.version, each.status)
            yield f"report {each.id}", f"heard as {said}, held as {held.get(each.id)}"


def reports_in_order(evidence: Evidence) -> Iterator[Finding]:
    """The reports of a ticket are first heard in the order of its versions; a repetition may come late."""
    tickets = {each.id: each.ticket for each in evidence.found.reports}
    latest: dict[int, int] = {}
    known: set[str] = set()
    for each in evidence.records(Heard):
        if each.id in known or each.id not in tickets:
            continue
        known.add(each.id)
        ticket = tickets[each.id]
        if each.version < latest.get(ticket, 0):
            yield f"ticket {ticket}", f"version {each.version} was heard after version {latest[ticket]}"
        latest[ticket] = max(latest.get(ticket, 0), each.version)


def warned_once(evidence: Evidence) -> Iterator[Finding]:
    """Each mark of a clock fires once, and each that fired is told in the ticket's journal, once."""
    fired = Counter(
        (clock.ticket, clock.kind, mark) for clock in evidence.found.clocks for mark in set(clock.fired)
    )
    told = Counter(
        (step.ticket, step.detail["clock"], mark)
        for step in evidence.found.journal
        if step.command == "warn"
        for mark in step.detail["marks"]
    )
    for key in sorted(fired.keys() | told.keys()):
        if fired[key] != told[key]:
            ticket, kind, mark = key
            yield (
                f"{kind} clock of ticket {ticket}",
                f"{mark} fired {fired[key]} times, was told {told[key]} times",
            )
    for clock in evidence.found.clocks:
        if len(clock.fired) != len(set(clock.fired)):
            yield f"{clock.kind} clock of ticket {clock.ticket}", f"a mark fired twice: {clock.fired}"


def nothing_left(evidence: Evidence) -> Iterator[Finding]:
    """What was due has been done: no report waits, no clock has failed to warn."""
    by = evidence.found.due_by
    for report in evidence.found.reports:
        if report.state == "pending" and report.next_at <= by:
            yield f"report {report.id}", f"was due {report.next_at}, and waits at {by}"
    for clock in evidence.found.clocks:
        if clock.is_running and clock.next_at is not None and clock.next_at <= by:
            yield (
                f"{clock.kind} clock of ticket {clock.ticket}",
                f"should have warned {clock.next_at}, it is {by}",
            )
