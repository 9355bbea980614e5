"""Measures intake, acts, duties, boards, search, clocks, tiles at growing numbers of tickets; writes docs/growth.md.

``LIFE_SIZES`` names the sizes, 10⁵ and 10⁶ unless told otherwise; with 10⁷ it takes some 25 GB and half an hour. What
an act may cost more at the largest is judged beside 10⁵, or the smallest where that is left out.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import asyncpg
import psycopg
import uvloop

from dispatch.actions.tickets import Tickets
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.commands import Command
from dispatch.reads.search import search
from dispatch.reads.snapshots import Snapshots
from dispatch.reads.tiles import Tiles
from dispatch.store import closing, duty, joint, telling
from dispatch.store import tickets as store
from dispatch.store.database import Database
from tests.bench import ground
from tests.bench.life.filling import fill
from tests.bench.life.pushing import Pushing
from tests.bench.machine import machine
from tests.databases import ROOT
from tests.web import towns

SIZES: Final = tuple(int(float(each)) for each in os.environ.get("LIFE_SIZES", "1e5,1e6").split(","))
TIMES: Final = 300
PLAIN_TIMES: Final = 5 * TIMES
SLOW_TIMES: Final = 20
GROWTH: Final = 1.5
JUDGED: Final = 100_000
BATCH: Final = 100
TILES: Final = [(13_609 + across, 6_557 + down) for across in range(5) for down in range(4)]
"""Tiles of zoom 14 over the district."""
BARE: Final = Path(__file__).with_name("bare.sql").read_text(encoding="utf-8")
Act = Callable[[int], Awaitable[Any]]


class Desk:
    """The service's own parts on a filled database, and one operator of the town with the most tickets."""

    def __init__(self, database: Database, worlds: Worlds, intake: Pushing, owner_url: str) -> None:
        self.database, self.worlds, self.sealer = database, worlds, towns.sealer()
        self.tickets = Tickets(database, worlds, self.sealer, _nobody)
        self.intake = intake
        with psycopg.connect(owner_url) as connection:
            self.unit, self.person = _one(
                connection,
                "SELECT m.unit, m.person FROM membership m WHERE m.role = 'town_operator' AND m.unit = (SELECT stream "
                "FROM ticket WHERE state = 'signed' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) ORDER BY 2 LIMIT 1",
            )
            self.own = [
                row[0]
                for row in connection.execute(
                    "SELECT id FROM ticket WHERE stream = %s AND state = 'signed' ORDER BY id DESC LIMIT %s",
                    (self.unit, 4 * TIMES),
                )
            ]
        self.actor = Actor("值班员", self.person, frozenset({Membership(Role.TOWN_OPERATOR, self.unit)}))
        self.readers = frozenset({f"unit:{self.unit}", f"person:{self.person}"})

    async def note(self, at: int) -> None:
        """An event: lock, decide, save, append, commit."""
        await self.tickets.perform(
            self.actor, self.own[at], Command.NOTE, {"text": "已电话联系诉求人"}, uuid4()
        )

    async def take(self, at: int) -> None:
        """A move, with an assignment and clocks."""
        await self.tickets.perform(self.actor, self.own[at], Command.TAKE, {}, uuid4())

    async def board(self, _: int) -> None:
        """The open tickets of the town, as a desk fetches them."""
        await Snapshots(self.database, lambda: self.worlds.current.tables.units).of(self.unit, self.readers)

    async def words(self, at: int) -> None:
        """Words in open tickets."""
        await search(self.database, self.sealer, self.readers, f"已经{at % 30}天", counts_elsewhere=True)

    async def number(self, at: int) -> None:
        """A whole number."""
        await search(self.database, self.sealer, self.readers, f"B{self.own[at]:09d}", counts_elsewhere=True)

    async def lists(self, _: int) -> None:
        """The lists of a shift: overdue, due today, critical, waiting above, promises, call again, unread."""
        end = datetime.now(UTC) + timedelta(days=1)
        async with self.database.reader(self.readers) as tx:
            await duty.handover_items(tx, self.unit, end)

    async def waiting(self, _: int) -> None:
        """What others owe the town, whom it has to ring up, what it promised."""
        async with self.database.reader(self.readers) as tx:
            await joint.waiting(tx, self.unit)
            await telling.calls(tx, [self.unit])
            await closing.promises(tx)

    async def single(self, _: int) -> None:
        """One message, from its parsed body to its answer."""
        await self.intake.deliver(1)

    async def batch(self, _: int) -> None:
        """A hundred messages in one delivery."""
        await self.intake.deliver(BATCH)

    async def tile(self, at: int) -> None:
        """A tile of the map, drawn anew."""
        await Tiles(self.database).tile(1, 14, *TILES[at % len(TILES)])

    async def due(self, _: int) -> None:
        """What the warnings' job asks each second."""
        async with self.database.system() as tx:
            await store.due_clocks(tx, 100)


class Bare:
    """A note's writes as one statement that commits by itself: as few as there could be."""

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record], desk: Desk, row: str) -> None:
        self.connection, self._desk, self._row = connection, desk, row

    @classmethod
    async def begin(cls, service_url: str, desk: Desk) -> Bare:
        """As the application role, with the entry's row of one ticket."""
        as_service = {
            "role": "dispatch_app",
            "dispatch.scope": "system",
            "enable_seqscan": "off",
            "jit": "off",
        }
        connection = await asyncpg.connect(service_url, server_settings=as_service)
        row = await connection.fetchval("SELECT ticket_row(t) FROM ticket t WHERE id = $1", desk.own[0])
        return cls(connection, desk, row)

    async def note(self, at: int) -> None:
        """The writes of a note on a ticket."""
        desk = self._desk
        await self.connection.execute(BARE, desk.own[at], desk.person, desk.unit, uuid4(), self._row)


async def measured(act: Act, times: int, start: int = 0) -> float:
    """The median milliseconds of an act, after a tenth of it unmeasured."""
    spent = []
    for at in range(start, start + times):
        began = time.perf_counter()
        await act(at)
        spent.append((time.perf_counter() - began) * 1e3)
    return statistics.median(spent[times // 10 :])


async def paired(act: Act, plain: Act, start: int = 0) -> tuple[float, float]:
    """The median milliseconds of an act and of ``select 1``, by turns: both meet the same machine."""
    spent: list[float] = []
    beside: list[float] = []
    for at in range(start, start + TIMES):
        for each, times in ((plain, beside), (act, spent)):
            began = time.perf_counter()
            await each(at)
            times.append((time.perf_counter() - began) * 1e3)
    return statistics.median(spent[TIMES // 10 :]), statistics.median(beside[TIMES // 10 :])


async def size(made: ground.Ground, count: int) -> dict[str, float]:
    """Everything once at a number of tickets, ``select 1`` and a commit beside it."""
    fill(made.owner_url, count)
    database = await Database.open(made.service_url, size=4)
    worlds = Worlds(database)
    await worlds.refresh()
    desk = Desk(database, worlds, await Pushing.begin(database, worlds, made.owner_url), made.owner_url)
    plain = await asyncpg.connect(made.service_url)

    async def one(_: int) -> None:
        async with plain.transaction():
            await plain.fetchval("SELECT 1")

    bare = await Bare.begin(made.service_url, desk)
    await measured(one, PLAIN_TIMES)
    found = {}
    found["bare"], _ = await paired(bare.note, one)
    found["note"], _ = await paired(desk.note, one)
    found["take"], found[PLAIN] = await paired(desk.take, one, TIMES)
    for name, act, times in (
        ("single", desk.single, TIMES),
        ("batch", desk.batch, SLOW_TIMES),
        ("number", desk.number, TIMES),
        ("due", desk.due, TIMES),
        ("waiting", desk.waiting, TIMES),
        ("lists", desk.lists, SLOW_TIMES),
        ("board", desk.board, SLOW_TIMES),
        ("words", desk.words, SLOW_TIMES),
        ("tile", desk.tile, SLOW_TIMES),
    ):
        found[name] = await measured(act, times)
    await bare.connection.close()
    await plain.close()
    await database.close()
    return found


async def _nobody(_: Sequence[int]) -> None:
    return


def _one(connection: psycopg.Connection[Any], question: str) -> Any:
    row = connection.execute(question).fetchone()
    assert row is not None
    return row


PLAIN: Final = "one"
NAMES: Final = {
    "single": "intake of one message",
    "batch": "intake of a hundred in one delivery",
    "bare": "the writes of a note as one statement that commits",
    "note": "a note (lock, decide, save, append, commit)",
    "take": "a move with assignment and clocks",
    "board": "the board of a town",
    "words": "search by words in open tickets",
    "number": "search by a whole number",
    "due": "the due clocks of a round",
    "tile": "a tile of the map, drawn anew",
    "waiting": "what a town waits for, has promised and has to ring up",
    "lists": "the lists of a shift with 6,500 open tickets",
}


def report(results: dict[int, dict[str, float]], measured_on: dict[str, Any], seconds: float) -> str:
    """docs/growth.md."""
    sizes = list(results)
    least = results[JUDGED if JUDGED in sizes else sizes[0]]
    plain = [f"{results[each][PLAIN]:.2f}" for each in sizes]
    lines = [
        "# Growth",
        "",
        f"Made by `make bench-life`: one run of {seconds:.0f} s. Medians in milliseconds; in brackets,",
        "beside `select 1` and its commit over a plain connection, by turns with the acts; the last column is what the",
        "largest size costs beside 100,000 tickets, of which, as at every larger size, 50,000 are open.",
        "",
        "| Machine | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in measured_on.items()),
        "",
        f"| | {' | '.join(f'{each:,} tickets' for each in sizes)} | growth |",
        f"| --- | {' | '.join('---:' for _ in sizes)} | ---: |",
        f"| `select 1` + commit | {' | '.join(plain)} | |",
    ]
    for name, label in NAMES.items():
        told = [
            f"{results[each][name]:.2f} ({results[each][name] / results[each]['one']:.1f}×)" for each in sizes
        ]
        grown = results[sizes[-1]][name] / least[name]
        lines.append(f"| {label} | {' | '.join(told)} | {grown:.2f}× |")
    lines += ["", f"To reach: actions at most 8× at 100,000 tickets; nothing grows more than {GROWTH}×.", ""]
    lines.append(Path(__file__).with_name("acts.md").read_text(encoding="utf-8"))
    return "\n".join(lines)


def main() -> int:
    """Measure and write."""
    began = time.monotonic()
    with ground.ground(os.environ["DATABASE_URL"], ground.free_port()) as made:
        measured_on = machine(made.owner_url, os.environ["REDIS_URL"])
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            results = {count: runner.run(size(made, count)) for count in SIZES}
    text = report(results, measured_on, time.monotonic() - began)
    (ROOT / "docs" / "growth.md").write_text(text, encoding="utf-8")
    folder = ROOT / ".local" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "growth.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
