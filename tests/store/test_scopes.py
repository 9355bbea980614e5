"""Reads never run in the system's scope for a person, but for the queries that are named here with their reason."""

from __future__ import annotations

import ast
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from dispatch.actions.world import Worlds
from dispatch.domain import access
from dispatch.domain.access import Actor, Membership, Role
from dispatch.errors import NotFound
from dispatch.reads import directory, me, outbox, ticket
from dispatch.store.database import Database as Store
from tests.web import towns

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {
    (
        "search",
        "search",
    ): "words and names have no index under row security; answers ids by the reader's units",
    (
        "outbox",
        "waiting",
    ): "messages without a ticket are in nobody's audience; the district's desk alone asks",
    ("health", "callbacks"): "counts, no person's data",
    ("doors", "reported"): "a person's own patrol reports: number, title, state, reply",
    ("scores", "figures_now"): "counts of every unit, shown to everybody while a period is checked (公示)",
    ("channels", "channels"): "votes of tickets on a channel's datum: offsets in metres, no ticket",
    ("channels", "overview"): "alarms with counts",
    ("boundaries", "boundaries_finding"): "counts of tickets that did not follow their boundaries",
    ("channels", "channels_finding"): "names and datums of hotlines",
    ("quality", "report"): "counts of right and wrong answers, of the towns the reader works for",
    ("look_back", "periods"): "methods, commitments and counts; no ticket, and the sealed seed is not read",
    ("health", "messages"): "counts, no person's data",
    ("health", "jobs"): "when jobs last ran",
    ("restoring", "restored"): "when the database was restored, no person's data",
    ("restoring", "archived"): "how far the archive of the WAL is, no person's data",
    ("vitals", "vitals"): "counts for monitors, no person's data",
    ("reconciling", "runs"): "the hotline's lists; the district's desk alone asks",
    (
        "reconciling",
        "run",
    ): "what the hotline lists and we lack is in nobody's audience; the district alone asks",
    ("keeping", "changes"): "what was changed of units and people, for those who keep them; no ticket",
    ("intake", "overview"): "sources and counts of deliveries, for whoever keeps them; no ticket",
    ("intake", "deliveries"): "what was refused of a source's deliveries and why; no ticket",
    ("intake", "profile"): "versions of how a source is read",
    ("auditing", "entries"): "the audit is in nobody's audience; the auditor alone asks",
    ("auditing", "chain"): "the newest seal: numbers and a digest",
    ("verifying", "verify"): "seals of the audit; asked by command line",
    ("verifying", "_batches"): "seals and rows of the audit, compared and not shown",
    ("verifying", "_unsealed"): "numbers of audit rows",
    ("duty", "desks"): "whether somebody sits at a center's desk and since when not; nobody's name",
    ("telling", "finding"): "counts of messages, no person's data",
    (
        "similar",
        "similar",
    ): "callers and words have no index under row security; answers what the reader's units may see",
}
IN_A = Actor("甲值班", 2, frozenset({Membership(Role.TOWN_OPERATOR, towns.CENTER_A)}))


def system_calls(path: Path) -> set[tuple[str, str]]:
    """(module, function) of every `….system()` in a file, by the innermost function around it."""
    found: set[tuple[str, str]] = set()

    def visit(node: ast.AST, function: str) -> None:
        name = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else function
        if isinstance(node, ast.Attribute) and node.attr == "system":
            found.add((path.stem, name))
        for child in ast.iter_child_nodes(node):
            visit(child, name)

    visit(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def test_the_reads_that_use_the_systems_scope_are_named() -> None:
    files = sorted((ROOT / "dispatch" / "reads").glob("*.py"))
    assert len(files) > 5
    assert set().union(*map(system_calls, files)) == set(ALLOWED)


def test_the_edge_reads_nothing_by_itself() -> None:
    files = sorted((ROOT / "dispatch" / "web").glob("*.py"))
    assert len(files) > 50
    assert set().union(*map(system_calls, files)) == set()


def test_nothing_sets_a_scope_but_the_store() -> None:
    spoken = [
        path.name
        for path in (ROOT / "dispatch").rglob("*")
        if path.suffix in (".py", ".sql") and "dispatch.scope" in path.read_text(encoding="utf-8")
    ]
    assert spoken == ["database.sql"]


class Watched(Store):
    """A database that counts how often each scope is entered."""

    entered: list[str]

    @asynccontextmanager
    async def system(self) -> AsyncIterator[Any]:
        self.entered.append("system")
        async with super().system() as tx:
            yield tx

    @asynccontextmanager
    async def reader(self, audience: Any) -> AsyncIterator[Any]:
        self.entered.append(",".join(sorted(audience)))
        async with super().reader(audience) as tx:
            yield tx


async def test_whatever_a_person_reads_is_read_as_that_person(service: Store) -> None:
    worlds = Worlds(service)
    await worlds.refresh()
    units = worlds.current.tables.units
    watched = Watched(service._pool)
    watched.entered = []
    seen = await ticket.ticket(watched, units, IN_A, 1)
    assert seen["row"]["id"] == 1
    with pytest.raises(NotFound):
        await ticket.ticket(watched, units, IN_A, 2)
    with pytest.raises(NotFound):
        await ticket.kept(watched, IN_A, 2)
    assert seen["cell"]["people"]
    assert (await directory.directory(watched, units, IN_A))["units"]
    assert (await me.me(watched, units, IN_A, "值班员"))["boundary_version"] == 1
    assert await outbox.callbacks(watched, IN_A, "pending") == []
    mine = ",".join(sorted(access.readers(2, IN_A.memberships)))
    assert set(watched.entered) == {mine}
