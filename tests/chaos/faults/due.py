"""Bugs of what goes out by itself: status reports and warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from dispatch.domain.commands import Command
from tests.chaos.faults.fault import Fault
from tests.chaos.history import History
from tests.chaos.journal import Heard
from tests.chaos.observed import Report


def a_report_is_swallowed(made: History) -> None:
    """Marked as sent before it went out, and then the process died."""
    lost = made.random.choice(made.reports)
    made.written = [each for each in made.written if not (isinstance(each, Heard) and each.id == lost.id)]


def a_report_gets_another_id(made: History) -> None:
    """A report was sent once more under a fresh id."""
    heard = made.random.choice([each for each in made.written if isinstance(each, Heard)])
    made.written.append(replace(heard, id="report-fresh"))


def a_report_changes(made: History) -> None:
    """The same id was sent with other words."""
    heard = made.random.choice([each for each in made.written if isinstance(each, Heard)])
    made.written.append(replace(heard, status="已受理"))


def reports_overtake(made: History) -> None:
    """Two reports of one ticket were under way at a time, and the later one came first."""
    order = made.orders[0]
    both = [
        Report(f"report-{number}", order.ticket, order.order_no, 100 + number, "办理中", "sent", made.now)
        for number in (1, 2)
    ]
    made.reports += both
    made.written += [
        Heard(client="ear", id=each.id, order_no=each.order_no, version=each.version, status=each.status)
        for each in reversed(both)
    ]


def a_warning_is_told_twice(made: History) -> None:
    """Two processes found the same clock due, and both told of it."""
    warning = made.random.choice([each for each in made.journal if each.command == "warn"])
    made.save(warning.ticket, Command.WARN, {}, dict(warning.detail))


def a_mark_fires_twice(made: History) -> None:
    """A restart forgot that the mark had fired."""
    clock = made.clocks[0]
    made.clocks[0] = replace(clock, fired=(*clock.fired, clock.fired[0]))


def a_mark_is_told_to_nobody(made: History) -> None:
    """The mark was kept, its event was not."""
    made.receive("JY-silent")
    made.clocks[-1] = replace(made.clocks[-1], fired=("half",))


def a_report_waits_on(made: History) -> None:
    """The sender stopped after the last fault: what is due waits on."""
    order = made.orders[0]
    waiting = ("report-waiting", order.ticket, order.order_no, 200, "办理中", "pending")
    made.reports.append(Report(*waiting, made.now))


def a_clock_does_not_warn(made: History) -> None:
    """Nobody looks after a clock since the last fault."""
    made.clocks[0] = replace(made.clocks[0], next_at=made.now - timedelta(minutes=1))


FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "report_heard": (a_report_is_swallowed,),
    "report_id_constant": (
        a_report_gets_another_id,
        a_report_changes,
    ),
    "reports_in_order": (reports_overtake,),
    "warned_once": (
        a_warning_is_told_twice,
        a_mark_fires_twice,
        a_mark_is_told_to_nobody,
    ),
    "nothing_left": (
        a_report_waits_on,
        a_clock_does_not_warn,
    ),
}
