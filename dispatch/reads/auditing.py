"""Who did or read what: the auditor's questions. Asked by ``web.audit`` and ``audit search``.

In the system's scope, because the audit is in nobody's audience; the auditor's role alone comes here. No caller's data
is in it, and none is looked up.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.access import MACHINE_NAMES
from dispatch.domain.auditing import in_words, theme_of
from dispatch.store import audit
from dispatch.store.audit import Wanted
from dispatch.store.database import Database

MOST = 200
"""Rows of a page."""
_RUN = 5_000


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a time; perhaps a person by name or username, a ticket by its number, how an action begins."""

    since: datetime
    until: datetime
    person: str = ""
    ticket: str = ""
    action: str = ""


async def entries(
    database: Database, question: Question, before: int | None = None, most: int = MOST
) -> list[dict[str, Any]]:
    """A page of rows, the newest first, before an id; a person or ticket that nobody knows has none."""
    async with database.system() as tx:
        persons = await audit.persons(tx, question.person) if question.person else None
        subjects = await audit.of_ticket(tx, question.ticket) if question.ticket else None
        wanted = Wanted(question.since, question.until, persons, subjects, question.action or None)
        found = await audit.entries(tx, wanted, before, most)
    return [row | _told(row) for row in found]


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says in words; a machine is called as elsewhere."""
    detail, words = row["detail"], {"label": in_words(row["action"]), "theme": theme_of(row["action"])}
    machine = MACHINE_NAMES.get(str(detail.get("by"))) if detail else None
    return words | ({"detail": {**detail, "by": machine}} if machine else {})


async def chain(database: Database) -> dict[str, Any] | None:
    """The newest seal, and what waits; None before the first."""
    async with database.system() as tx:
        return await audit.chain(tx)


async def every(database: Database, question: Question, most: int) -> AsyncIterator[dict[str, Any]]:
    """All rows that are asked for, the newest first, at most so many, run by run."""
    before: int | None = None
    while most > 0:
        run = await entries(database, question, before, min(most, _RUN))
        for row in run:
            yield row
        if len(run) < min(most, _RUN):
            return
        most -= len(run)
        before = run[-1]["id"]
