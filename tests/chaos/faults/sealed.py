"""Bugs of the audit's chain: rows skipped, changed, lost; seals that fork; a database that is older than its heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.chaos.faults.fault import Fault
from tests.chaos.history import History
from tests.chaos.sealed import without_row


def a_late_row_is_skipped(made: History) -> None:
    """Seals went by the highest id, and a row with a lower one committed afterwards."""
    late = replace(made.audit.rows[0], id=100)
    made.audit = replace(made.audit, rows=(*made.audit.rows, late))


def a_row_is_changed(made: History) -> None:
    """Somebody made a reading another person's."""
    first, *rest = made.audit.rows
    made.audit = replace(made.audit, rows=(replace(first, person=72), *rest))


def a_row_is_gone(made: History) -> None:
    """Retention took a row that it should have left."""
    made.audit = without_row(made.audit, 2)


def two_processes_fork_the_chain(made: History) -> None:
    """A paused process went on sealing after the one it had begun with."""
    *rest, last = made.audit.seals
    made.audit = replace(made.audit, seals=(*rest, replace(last, head=bytes(32))))


def a_row_is_sealed_twice(made: History) -> None:
    """What was taken from the list came back to it."""
    *rest, last = made.audit.seals
    made.audit = replace(made.audit, seals=(*rest, replace(last, rows=(1, *last.rows))))


def the_end_is_lost(made: History) -> None:
    """The database came back from a backup, and nobody said so."""
    made.audit = replace(
        made.audit, seals=made.audit.seals[:-1], rows=made.audit.rows[:3], waiting=frozenset()
    )


def a_head_outside_is_another(made: History) -> None:
    """The chain was made anew, and looks whole by itself."""
    made.audit = replace(made.audit, heads={**(made.audit.heads or {}), 2: "00" * 32})


FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "chain_verifies": (
        a_late_row_is_skipped,
        a_row_is_changed,
        a_row_is_gone,
        two_processes_fork_the_chain,
        a_row_is_sealed_twice,
        the_end_is_lost,
        a_head_outside_is_another,
    ),
}
