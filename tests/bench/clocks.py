"""What a million running clocks cost the process that warns of them; writes docs/clocks.md. Run by `make bench-clocks`.

The clocks are spread as real ones are: due over five working days, four marks each. Two things are measured: a round in
which nothing is due, asked twice a second as the job does, and what one warning costs from the index to the commit.
Together with how many warnings a million clocks have in a second they give the share of a core.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Sequence
from typing import Any, Final

import psycopg

from dispatch.actions.recomputing import Recomputing
from dispatch.actions.warning import Warnings
from dispatch.actions.world import Worlds
from dispatch.store.database import Database
from tests.bench import ground
from tests.bench.life.filling import fill
from tests.bench.machine import machine
from tests.databases import ROOT

CLOCKS: Final = int(float(os.environ.get("CLOCKS", "1e6")))
OPEN: Final = 50_000
"""Open tickets that the filling makes, whatever the size."""
ROUNDS: Final = 240
WARNINGS: Final = 600
MARKS: Final = 4
LIFE_SECONDS: Final = 5 * 24 * 3600
ROUNDS_A_SECOND: Final = 2
TARGET: Final = 5.0

FILL: Final = """
INSERT INTO clock (ticket, kind, started_at, due_at, reason, next_at, marks, timetable)
SELECT t.id, k.kind, now() - n.n * interval '1 hour', now() + (1 + n.n) * interval '1 hour', '量测',
    now() + (random() * interval '110 hours') + interval '10 hours',
    ARRAY[now() + interval '1 hour', now() + interval '2 hours', NULL, now() + (1 + n.n) * interval '1 hour'], 1
FROM (SELECT id FROM ticket WHERE state <> 'closed' ORDER BY id LIMIT %(open)s) t
CROSS JOIN unnest(ARRAY['sign', 'contact', 'inner', 'review', 'redo']) k(kind)
CROSS JOIN generate_series(1, %(each)s) n(n)
ON CONFLICT DO NOTHING
"""


async def nobody(_: Sequence[int]) -> None:
    """Nobody listens."""


async def measured(made: ground.Ground) -> dict[str, Any]:
    """CPU seconds of this process: of idle rounds, and of warnings; and a look of the recomputing."""
    database = await Database.open(made.service_url, size=4)
    worlds = Worlds(database)
    await worlds.refresh()
    warnings = Warnings(database, worlds, nobody)
    found: dict[str, Any] = {}
    while await warnings.fire_due():
        pass
    began, wall = time.process_time(), time.perf_counter()
    for _ in range(ROUNDS):
        await warnings.fire_due()
    found["round_ms"] = (time.process_time() - began) / ROUNDS * 1e3
    found["round_wall_ms"] = (time.perf_counter() - wall) / ROUNDS * 1e3
    with psycopg.connect(made.owner_url) as connection:
        connection.execute(
            "UPDATE clock SET next_at = now(), marks = ARRAY[now(), marks[2], NULL, marks[4]] WHERE (ticket, kind, "
            "started_at) IN (SELECT DISTINCT ON (ticket) ticket, kind, started_at FROM clock WHERE stopped_at IS NULL "
            "AND kind = 'inner' ORDER BY ticket LIMIT %s)",
            (WARNINGS,),
        )
    began = time.process_time()
    while await warnings.fire_due():
        pass
    found["warning_ms"] = (time.process_time() - began) / WARNINGS * 1e3
    following = Recomputing(database, worlds, nobody)
    began = time.process_time()
    for _ in range(ROUNDS):
        await following.follow()
    found["look_ms"] = (time.process_time() - began) / ROUNDS * 1e3
    await database.close()
    return found


def report(found: dict[str, Any], clocks: int, measured_on: dict[str, Any]) -> str:
    """docs/clocks.md."""
    rate = clocks * MARKS / LIFE_SECONDS
    idle = found["round_ms"] * ROUNDS_A_SECOND + found["look_ms"]
    share = (idle + rate * found["warning_ms"]) / 10
    return "\n".join(
        [
            "# Clocks",
            "",
            "Made by `make bench-clocks`.",
            "",
            "| Machine | |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in measured_on.items()),
            "",
            "| | |",
            "| --- | ---: |",
            f"| running clocks | {clocks:,} |",
            f"| a round with nothing due, CPU of the process | {found['round_ms']:.2f} ms |",
            f"| the same, from asking to answer | {found['round_wall_ms']:.2f} ms |",
            f"| a look for clocks behind the timetable, CPU | {found['look_ms']:.2f} ms |",
            f"| one warning, index to commit, CPU | {found['warning_ms']:.2f} ms |",
            f"| warnings a second of that many clocks | {rate:.1f} |",
            f"| share of a core | {share:.2f} % |",
            "",
            f"To reach: less than {TARGET:.0f} % of a core at a million running clocks.",
            "",
            "The CPU time is that of the process that warns (`time.process_time`); PostgreSQL is not in it. Rounds and",
            "looks come as the jobs ask, twice and once a second. Warnings a second are the clocks times their four",
            "marks over five days, the life of the usual reply clock, all of them told: a ticket's row, journal and",
            "entry are written for each.",
            "",
        ]
    )


def main() -> int:
    """Fill, measure, write."""
    with ground.ground(os.environ["DATABASE_URL"], ground.free_port()) as made:
        fill(made.owner_url, OPEN * 2)
        with psycopg.connect(made.owner_url, autocommit=True) as connection:
            each = max(1, CLOCKS // (OPEN * 5))
            connection.execute(FILL.encode(), {"open": OPEN, "each": each})
            connection.execute("UPDATE clock SET timetable = 1 WHERE timetable = 0")
            connection.execute("VACUUM ANALYZE clock")
            row = connection.execute("SELECT count(*) FROM clock WHERE stopped_at IS NULL").fetchone()
        assert row is not None
        measured_on = machine(made.owner_url, os.environ["REDIS_URL"])
        found = asyncio.run(measured(made))
    text = report(found, row[0], measured_on)
    (ROOT / "docs" / "clocks.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
