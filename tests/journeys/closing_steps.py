"""Steps of journeys about answering and closing: a rule is set, a photo is taken, nobody calls back in time."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg
from PIL import Image

from dispatch.actions import closing_rules
from dispatch.actions.concluding import Concluding
from dispatch.actions.evidence import Evidence, Taken
from dispatch.actions.look_back import LookBacks
from dispatch.ports.evidence import EvidenceFiles
from tests.web import towns

if TYPE_CHECKING:
    from tests.journeys.walking import Walk

AT_ONCE = """
INSERT INTO reply_setting (version, note, shortest, alike, compared, conclude_days, promising, hollow, doing)
VALUES (1, 'at once', 10, 0.8, 50, 0, '{}', '{}', '{}')
"""


async def taken(walk: Walk, step: dict[str, Any]) -> bool:
    """Take a step of these kinds; false where it is of another."""
    if "rule" in step:
        kind, values = step["rule"]
        await closing_rules.add(walk.store, walk.people["district"], kind, values)
    elif "photo" in step:
        await photographed(walk, step["by"], step["photo"])
    elif "nobody_calls_back" in step:
        with psycopg.connect(walk.owner_url) as connection:
            connection.execute(AT_ONCE)
        await Concluding(walk.store, walk.worlds, nobody).conclude_due()
    elif "looked_back" in step:
        await looked_back(walk, step["looked_back"])
    else:
        return False
    return True


def said(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a command, {"in_days": 3} written out as an instant."""
    now = datetime.now(UTC)
    return {
        name: (now + timedelta(days=value["in_days"])).isoformat()
        if isinstance(value, dict) and "in_days" in value
        else value
        for name, value in fields.items()
    }


async def nobody(_streams: Sequence[int]) -> None:
    """Nobody is waiting to be woken."""


async def photographed(walk: Walk, by: str, taken_as: dict[str, Any]) -> None:
    """Somebody sends a photo of the ticket."""
    out = io.BytesIO()
    Image.new("RGB", (32, 24), (200, 40, 40)).save(out, "JPEG")
    said = Taken(False, None, taken_as.get("lon"), taken_as.get("lat"), taken_as.get("kind"))
    with tempfile.TemporaryDirectory() as folder:
        acts = Evidence(walk.store, EvidenceFiles(Path(folder)), lambda: walk.worlds.current.tables, nobody)
        await acts.add(walk.people[by], 1, out.getvalue(), said, uuid4())


async def looked_back(walk: Walk, verdict: dict[str, Any]) -> None:
    """The next date of a stage has come, and a supervisor looks."""
    with psycopg.connect(walk.owner_url) as connection:
        made = connection.execute(
            "INSERT INTO look_back (ticket, kind, due_at) SELECT id, 'stage', next_step_at FROM ticket RETURNING id"
        ).fetchone()
    assert made is not None
    acts = LookBacks(walk.store, walk.worlds, towns.sealer(), nobody)
    await acts.judge(walk.people["supervisor"], made[0], verdict["passed"], verdict.get("reason", ""))
