"""What the database holds of each ticket: row, journal, assignments, place, all of one piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import BY_STEP, EVEN_ENDED, EVENTS, Target
from dispatch.domain.ticket import ENDED, OPEN, State
from tests.chaos.observed import Step
from tests.chaos.verdict import Evidence, Finding

_FIRST = frozenset({State.UNPLACED, State.UNDECIDED, State.DISPATCHED, State.CLOSED})
"""What a ticket may begin as; closed where it ended before it came here."""
_LEADS_TO: Mapping[Target, frozenset[State]] = {
    Target.ROUTED: frozenset({State.DISPATCHED, State.UNDECIDED}),
    Target.DESK: frozenset({State.IN_PROGRESS, State.SIGNED}),
    Target.REVIEW: frozenset({State.REVIEWED, State.REPLIED}),
}
_SENT_ANEW: Mapping[Command, frozenset[State]] = {
    Command.RELOCATE: frozenset({State.DISPATCHED}),
    Command.REZONE: _LEADS_TO[Target.ROUTED],
}
"""Where a step that keeps the state may lead too: dispatched anew at another center, or placed at last."""
_WAITS_ON: Mapping[Command, frozenset[State]] = {Command.CLASSIFY: frozenset({State.UNPLACED})}
"""Where a routed step may lead too: it has to be placed first."""


def settled(value: Any) -> Any:
    """A JSON value in one form: instants are instants, however they are written."""
    if isinstance(value, Mapping):
        return {name: settled(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [settled(each) for each in value]
    if isinstance(value, str) and len(value) >= 19 and value[4:5] == "-" and value[10:11] in "T ":
        try:
            instant = datetime.fromisoformat(value)
        except ValueError:
            return value
        return instant.astimezone(UTC) if instant.tzinfo else value
    return value


def replayed(steps: Sequence[Step]) -> dict[str, Any]:
    """What a journal comes to; later changes replace earlier ones."""
    row: dict[str, Any] = {}
    for step in steps:
        row |= step.changes
    return row


def journal_replays(evidence: Evidence) -> Iterator[Finding]:
    """A ticket's journal, replayed, is its row; each step says the state that its changes lead to."""
    for ticket in evidence.found.tickets:
        row = replayed(evidence.found.steps.get(ticket.id, ()))
        for name, value in ticket.row.items():
            if settled(row.get(name)) != settled(value):
                yield f"ticket {ticket.id}", f"{name} is {value!r}, replayed {row.get(name)!r}"
    for each, steps in evidence.found.steps.items():
        state = None
        for step in steps:
            state = step.changes.get("state", state)
            if step.state_to != state:
                yield (
                    f"ticket {each} version {step.version}",
                    f"says {step.state_to}, its changes lead to {state}",
                )


def versions_counted(evidence: Evidence) -> Iterator[Finding]:
    """A ticket's version is the count of its journal rows, which are numbered from 1; none is of no ticket."""
    held = {each.id: each.row["version"] for each in evidence.found.tickets}
    for ticket in held.keys() | evidence.found.steps.keys():
        versions = [step.version for step in evidence.found.steps.get(ticket, ())]
        if versions != list(range(1, held.get(ticket, 0) + 1)):
            yield f"ticket {ticket}", f"version {held.get(ticket)}, its journal has {versions}"


def edges_legal(evidence: Evidence) -> Iterator[Finding]:
    """Every step is one of the lifecycle's table, and begins where the one before it ended."""
    for ticket, steps in evidence.found.steps.items():
        row: dict[str, Any] = {}
        state: str | None = None
        for step in steps:
            wrong = _wrong(step, state, row.get("prior"))
            if wrong:
                yield f"ticket {ticket} version {step.version}", wrong
            state = step.state_to
            row |= step.changes


def _wrong(step: Step, state: str | None, prior: str | None) -> str | None:
    """Why a step from a state is not legal, or None."""
    if step.state_from != state:
        return f"begins at {step.state_from}, and the one before ended at {state}"
    command, source = Command(step.command), None if state is None else State(state)
    if command in EVENTS:
        if source is None or step.state_to != state:
            return f"{command} moves nothing, and went from {state} to {step.state_to}"
        if source in ENDED and command not in EVEN_ENDED:
            return f"{command} after the end ({state})"
        return None
    edge = BY_STEP.get((source, command))
    if edge is None:
        return f"no {command} out of {state}"
    if step.state_to not in _targets(edge.target, source, prior, command):
        return f"{command} does not lead from {state} to {step.state_to}"
    return None


def _targets(
    target: State | Target, source: State | None, prior: str | None, command: Command
) -> frozenset[str]:
    """Where an edge may lead."""
    if isinstance(target, State):
        return frozenset({target})
    if source is None:
        return frozenset(_FIRST)
    if target is Target.SAME:
        return frozenset({source}) | _SENT_ANEW.get(command, frozenset())
    if target is Target.PRIOR:
        return frozenset({prior} if prior else ())
    return _LEADS_TO[target] | _WAITS_ON.get(command, frozenset())


def one_lead(evidence: Evidence) -> Iterator[Finding]:
    """A ticket has at most one open assignment that leads."""
    leads = Counter(
        each.ticket for each in evidence.found.assignments if each.is_open and each.part == "lead"
    )
    for ticket, count in leads.items():
        if count > 1:
            yield f"ticket {ticket}", f"{count} open assignments lead"


def cell_recomputed(evidence: Evidence) -> Iterator[Finding]:
    """A ticket's cell is the one its point lies in at its boundary version, or a person said so."""
    for ticket in evidence.found.tickets:
        row = ticket.row
        lon, lat, cell = row["lon"], row["lat"], row["cell"]
        if cell is None or lon is None or lat is None:
            continue
        lies = evidence.cell_of(lon, lat, row["boundary_version"])
        setting = [step for step in evidence.found.steps.get(ticket.id, ()) if "cell" in step.changes]
        if lies != cell and not (setting and setting[-1].actor_person is not None):
            where = f"{lon}, {lat} at version {row['boundary_version']}"
            yield f"ticket {ticket.id}", f"cell {cell}, but {where} lies in {lies}, and nobody said otherwise"


def no_retired_version(evidence: Evidence) -> Iterator[Finding]:
    """No open ticket stands on boundaries that are not in force, but for those named as left behind."""
    for ticket in evidence.found.tickets:
        version, state = ticket.row["boundary_version"], ticket.row["state"]
        standing = evidence.found.boundaries.get(version)
        if state in OPEN and standing != "published" and ticket.id not in evidence.found.left_behind:
            yield f"ticket {ticket.id}", f"is {state} on boundary version {version}, which is {standing}"
