"""Draws docs/lifecycle.md from the one lifecycle table: `python -m scripts.lifecycle > docs/lifecycle.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from dispatch.domain.commands import LABELS, Command
from dispatch.domain.lifecycle import EVEN_ENDED, EVENTS, TABLE, Edge, Party, Target
from dispatch.domain.ticket import DESK_NAMES, HOTLINE_NAMES, State

PARTY_NAMES = {
    Party.INTAKE: "intake",
    Party.CENTER: "center",
    Party.DISTRICT: "district",
    Party.UNIT: "the unit it was sent to",
    Party.FIRST_UNIT: "the first unit until another has signed",
    Party.SIGNER: "who signed",
    Party.RETURNER: "who returned",
    Party.HANDLER: "handler",
    Party.CO_HANDLER: "co-handler",
    Party.LEADER: "leader",
    Party.SUPERVISOR: "supervisor",
    Party.REPORTER: "who reported it on patrol",
    Party.HOTLINE: "hotline",
    Party.JOB: "job",
    Party.REPORTER: "who reported it",
}
TARGETS: dict[Target, tuple[State, ...]] = {
    Target.ROUTED: (State.DISPATCHED, State.UNDECIDED),
    Target.DESK: (State.IN_PROGRESS, State.SIGNED),
    Target.REVIEW: (State.REPLIED, State.REVIEWED),
}
HEAD = """# The lifecycle of a ticket

Drawn from `dispatch/domain/lifecycle.py` by `python -m scripts.lifecycle`; a test fails when the two differ. Nothing
else moves a ticket: screens get their buttons from this table, and so does whoever refuses a step.
"""


def drawn(edge: Edge) -> Iterator[str]:
    """Yield the arrows of an edge that lead from one state to another."""
    source = edge.source.value if edge.source else "[*]"
    targets = TARGETS.get(edge.target, ()) if isinstance(edge.target, Target) else (edge.target,)
    first = (State.UNPLACED,) if edge.source is None else ()
    for target in (*first, *targets):
        yield f"    {source} --> {target.value}: {edge.command.value}"


def diagram() -> Iterator[str]:
    """Yield the diagram; leaving from many states at once is in the table only."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    everywhere = {"cancel", "relocate"}
    for edge in TABLE:
        if edge.command.value not in everywhere:
            yield from drawn(edge)
    yield "```"


def states() -> Iterator[str]:
    """Yield the table of states and their names."""
    yield "| state | on the desk | reported to the hotline |"
    yield "|---|---|---|"
    for state in State:
        yield f"| `{state.value}` | {DESK_NAMES[state]} | {HOTLINE_NAMES[state]} |"


def steps() -> Iterator[str]:
    """Yield one line for the edges that differ in nothing but where they start."""
    yield "| from | command | | to | by | |"
    yield "|---|---|---|---|---|---|"
    alike: dict[tuple[object, ...], list[Edge]] = {}
    for edge in TABLE:
        alike.setdefault((edge.command, edge.target, edge.by, edge.why), []).append(edge)
    for edges in alike.values():
        edge = edges[0]
        sources = ", ".join(f"`{each.source.value}`" if each.source else "–" for each in edges)
        by = named(edge.by)
        notes = edge.why
        label = LABELS[edge.command]
        yield f"| {sources} | `{edge.command.value}` | {label} | `{edge.target.value}` | {by} | {notes} |"


def events() -> Iterator[str]:
    """Yield one line for each command that moves nothing."""
    yield "| command | | by | |"
    yield "|---|---|---|---|"
    for command, parties in EVENTS.items():
        note = after_the_end(command)
        yield f"| `{command.value}` | {LABELS[command]} | {named(parties)} | {note} |"


def named(parties: frozenset[Party]) -> str:
    """Return the names of parties in their order."""
    return ", ".join(PARTY_NAMES[party] for party in Party if party in parties)


def after_the_end(command: Command) -> str:
    """Return what is said of a command that is taken after the end too."""
    parties = EVEN_ENDED.get(command, frozenset())
    if not parties:
        return ""
    return "also after the end" if parties == EVENTS[command] else f"after the end: {named(parties)} only"


def document() -> str:
    """Return the whole document."""
    parts = [
        HEAD,
        "## States\n",
        *states(),
        "\n## The way of a ticket\n",
        "Without what can happen nearly everywhere: cancelling, and moving the place.\n",
        *diagram(),
        "\n## Steps\n",
        *steps(),
        "\n## Commands that move nothing\n",
        *events(),
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
