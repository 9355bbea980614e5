"""Bugs of what the database holds of a ticket: row, journal, assignments, place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from dispatch.domain.commands import Command
from tests.chaos.faults.fault import Fault
from tests.chaos.history import RETIRED, History, cell_of
from tests.chaos.observed import Assigned


def a_column_changes_by_itself(made: History) -> None:
    """A column changed without the journal."""
    made.rows[made.random.choice(list(made.rows))]["state_since"] = (made.now + timedelta(days=1)).isoformat()


def a_step_says_another_state(made: History) -> None:
    """A step names another state than its changes lead to; one that a ticket may begin with."""
    ticket = made.receive("JY-torn")
    made.journal[-1] = replace(made.journal[-1], state_to="undecided")
    assert made.journal[-1].ticket == ticket


def a_version_is_missing(made: History) -> None:
    """A journal row is missing between two others."""
    ticket = made.random.choice(list(made.rows))
    for _ in range(2):
        made.save(ticket, Command.NOTE, {}, {})
    del made.journal[-2]


def a_version_twice(made: History) -> None:
    """Two transactions wrote the same version."""
    ticket = made.random.choice(list(made.rows))
    made.save(ticket, Command.NOTE, {}, {})
    made.journal.append(made.journal[-1])


def a_journal_without_its_ticket(made: History) -> None:
    """A row was deleted, its journal cannot be."""
    del made.rows[made.receive("JY-deleted")]


def begun_in_the_middle(made: History) -> None:
    """A ticket was made by copying a row: it is signed before anybody has signed."""
    ticket = made.receive("JY-copied")
    made.save(ticket, Command.SIGN, {"state": "signed"}, {})
    made.journal[-2:] = [replace(made.journal[-2], command="sign"), made.journal[-1]]


def a_step_that_is_none(made: History) -> None:
    """A step that the lifecycle does not hold: signed off before anybody had accepted it."""
    at = next(i for i, each in enumerate(made.journal) if each.command == "assign")
    made.journal[at] = replace(made.journal[at], command="sign_off")


def an_event_moves(made: History) -> None:
    """A mark on a ticket took it to another state."""
    ticket = made.receive("JY-moved")
    made.save(ticket, Command.NOTE, {"state": "signed", "state_since": made.now.isoformat()}, {})


def an_event_after_the_end(made: History) -> None:
    """Something was done to a ticket that had ended."""
    ticket = made.receive("JY-ended")
    made.save(ticket, Command.CANCEL, {"state": "cancelled", "state_since": made.now.isoformat()}, {})
    made.save(ticket, Command.ARRIVE, {}, {})


def a_step_from_elsewhere(made: History) -> None:
    """A decision was saved over another one that it had not seen."""
    ticket = made.receive("JY-raced")
    made.save(ticket, Command.SIGN, {"state": "signed", "state_since": made.now.isoformat()}, {})
    made.save(ticket, Command.SIGN, {"state": "signed", "state_since": made.now.isoformat()}, {})
    made.journal[-1] = replace(made.journal[-1], state_from="dispatched")


def back_to_where_it_was_not(made: History) -> None:
    """A suspended ticket resumed into a state it had not left."""
    ticket = made.receive("JY-rested")
    for command, state, prior in (
        (Command.SIGN, "signed", None),
        (Command.SUSPEND, "suspended", "signed"),
        (Command.RESUME, "in_progress", None),
    ):
        made.save(ticket, command, {"state": state, "prior": prior}, {})


def two_lead(made: History) -> None:
    """Two assignments of one moment both lead."""
    ticket = made.random.choice(list(made.rows))
    made.assignments += [Assigned(made.number(), ticket, "lead", True) for _ in range(2)]


def the_wrong_side_of_the_border(made: History) -> None:
    """Routed by the geometry of the wrong side of the border."""
    ticket = made.receive("JY-elsewhere")
    other = "HY-E-01" if made.rows[ticket]["cell"] == "HY-W-01" else "HY-W-01"
    made.save(ticket, Command.REZONE, {"cell": other}, {})


def left_on_retired_boundaries(made: History) -> None:
    """A ticket that came in while the boundaries changed stays on those that are retired."""
    ticket = made.receive("JY-late")
    row = made.rows[ticket]
    place = {"cell": cell_of(row["lon"], row["lat"], RETIRED), "boundary_version": RETIRED}
    made.save(ticket, Command.REZONE, place, {})


FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "journal_replays": (
        a_column_changes_by_itself,
        a_step_says_another_state,
    ),
    "versions_counted": (
        a_version_is_missing,
        a_version_twice,
        a_journal_without_its_ticket,
    ),
    "edges_legal": (
        a_step_that_is_none,
        begun_in_the_middle,
        an_event_moves,
        an_event_after_the_end,
        a_step_from_elsewhere,
        back_to_where_it_was_not,
    ),
    "one_lead": (two_lead,),
    "cell_recomputed": (the_wrong_side_of_the_border,),
    "no_retired_version": (left_on_retired_boundaries,),
}
