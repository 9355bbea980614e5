"""Written journeys through the real actions: every reader's board is the truth after each step.

``RECORD_JOURNEYS=1 python -m pytest tests/journeys`` writes ``recorded/``, which the frontend folds by itself.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import psycopg
import pytest

from dispatch.domain.commands import Command
from dispatch.domain.events import EVENTS as EVENT_NAMES
from tests.journeys.walking import Json, Walk

FOLDER = Path(__file__).parent
WRITTEN = sorted((FOLDER / "written").glob("*.json"))


def steps_of(path: Path) -> list[Json]:
    """The steps of a written journey."""
    steps: list[Json] = json.loads(path.read_text(encoding="utf-8"))["steps"]
    return steps


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
async def test_a_journey(walk: Walk, path: Path) -> None:
    for step in steps_of(path):
        await walk.step(step)
        await walk.compare()
    replay(walk.owner_url)
    held = json.dumps(await walk.recorded(), ensure_ascii=False, indent=1) + "\n"
    kept = FOLDER / "recorded" / path.name
    if os.environ.get("RECORD_JOURNEYS"):
        kept.write_text(held, encoding="utf-8")
    told = "the recorded journey is out of date: RECORD_JOURNEYS=1 python -m pytest tests/journeys"
    assert kept.read_text(encoding="utf-8") == held, told


def replay(owner_url: str) -> None:
    """Every journal, replayed, is its row; its versions have no gap; an ended ticket has nothing open."""
    with psycopg.connect(owner_url) as connection:
        for (ticket,) in connection.execute("SELECT id FROM ticket ORDER BY id").fetchall():
            replay_one(connection, ticket)


def replay_one(connection: psycopg.Connection[Any], ticket: int) -> None:
    """One ticket's journal against its row."""
    rows = connection.execute(
        "SELECT version, changes FROM journal WHERE ticket = %s ORDER BY version", (ticket,)
    ).fetchall()
    assert [version for version, _ in rows] == list(range(1, len(rows) + 1))
    replayed: Json = {}
    for _, changes in rows:
        replayed |= changes
    same = connection.execute(
        "SELECT to_jsonb(t) = to_jsonb(jsonb_populate_record(NULL::ticket, %s)), state FROM ticket t WHERE id = %s",
        (json.dumps(replayed), ticket),
    ).fetchone()
    assert same is not None
    assert same[0]
    (left,) = connection.execute(
        "SELECT (SELECT count(*) FROM clock WHERE stopped_at IS NULL AND ticket = %(id)s) "
        "+ (SELECT count(*) FROM assignment WHERE closed_at IS NULL AND ticket = %(id)s)",
        {"id": ticket},
    ).fetchone() or (0,)
    assert left == 0 or same[1] not in ("closed", "cancelled")


def test_the_journeys_take_every_step_that_is_offered() -> None:
    taken = {step.get("command") for path in WRITTEN for step in steps_of(path) if "refused" not in step}
    offered_elsewhere = {
        "hand_up",
        "conclude",
        "cancel",
        "redo",
        "link",
        "attach",
    }  # heard from the hotline, or tried over HTTP or on the store
    happened = {event for path in WRITTEN for step in steps_of(path) for event in step.get("events", ())}
    taken |= {command.value for command, event in EVENT_NAMES.items() if event in happened}
    moves = set(Command) - {Command.RECEIVE, *map(Command, NOT_MOVES)}
    assert {command.value for command in moves} - taken <= offered_elsewhere


NOT_MOVES = (
    *("arrive", "contact", "note", "urge", "supplement", "call_back", "co_reply", "release"),
    *("add_evidence", "warn", "recompute", "pre_callback"),
)
