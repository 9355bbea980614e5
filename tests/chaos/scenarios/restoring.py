"""The database is lost and goes back to a moment, by the commands that an operator has."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import psycopg

from deploy.bootstrap import servers
from deploy.bootstrap.place import data_folder, owned_folder
from dispatch.client import Sender
from dispatch.ports.backup import base as bases
from dispatch.ports.backup import restoring, segments
from dispatch.ports.backup.store import Store
from dispatch.store.sql import load
from tests.chaos.scenario import Run, scenario
from tests.chaos.scenarios.pushing import Message, Pushing
from tests.databases import SECRETS
from tests.serving import PLAIN

LOST = 5
"""Orders that come between the moment and the loss."""
SLOT = "restoring"
REPLICATION = "local replication all trust"
MOMENT = "SELECT clock_timestamp()::text, (SELECT id::text FROM epoch ORDER BY since DESC LIMIT 1)"
HELD = "SELECT count(*) FROM hotline_order WHERE order_no = ANY (%s)"


@dataclass(frozen=True)
class Losing:
    """A run whose database will be lost, and where what remains of it lies."""

    run: Run
    folder: Path
    data: Path

    @property
    def store(self) -> Store:
        """The backups."""
        return Store(self.folder / "store")

    @property
    def evidence(self) -> Path:
        """The pictures."""
        return self.run.world.folder / "evidence"

    @property
    def programs(self) -> Path:
        """PostgreSQL's programs."""
        return servers.programs(self.run.world.pair)

    def back_up(self) -> None:
        """Make a base."""
        url = self.run.world.database.owner_url
        bases.make(bases.Making(self.store, url, self.evidence, self.programs, self._server, _nobody))

    def _server(self) -> bases.Server:
        question = load("restoring").server
        with psycopg.connect(self.run.world.database.owner_url) as connection:
            row = connection.execute(question.encode()).fetchone()
        assert row is not None
        return bases.Server(*row)

    def lose(self) -> None:
        """Nothing is left but the store, with the segments that were received."""
        for path in sorted((self.folder / "received").iterdir()):
            if not path.suffix:
                segments.keep(self.store, path, path.name, self.evidence)
        self.data.rename(self.folder / "lost")
        self.evidence.rename(self.folder / "lost-evidence")

    def restore(self, moment: str) -> None:
        """Put a backup where the database was."""
        until = datetime.fromisoformat(moment)
        places = restoring.Places(self.folder / "data", self.folder / "evidence", self.programs)
        base = restoring.choose(self.store, until, None)
        restoring.restore(self.store, base, places, until, "latest", (lambda _: None, _nobody))
        (self.folder / "data").rename(self.data)
        shutil.copytree(self.folder / "evidence", self.evidence)

    def finish(self, moment: str) -> subprocess.CompletedProcess[str]:
        """``restore-done``, as an operator gives it."""
        words = [sys.executable, "-m", "dispatch", "restore-done", "--until", moment]
        surroundings = os.environ | SECRETS | {"DATABASE_URL": self.run.world.database.url}
        surroundings["DISPATCH_EVIDENCE_DIR"] = str(self.evidence)
        return subprocess.run(words, env=surroundings, capture_output=True, text=True, check=False)


def _nobody(_done: int, _whole: int) -> None:
    """Nobody looks at a bar."""


@contextmanager
def losing(run: Run) -> Iterator[Losing]:
    """A folder beside the data, of PostgreSQL's user, who may read what root puts there."""
    data = data_folder(run.world.pair.folder)
    folder = data.with_name(f"{data.name}-restoring")
    shutil.rmtree(folder, ignore_errors=True)
    owned_folder(folder)
    folder.chmod(0o2770)
    (folder / "received").mkdir()
    run.world.folder.joinpath("evidence").mkdir(exist_ok=True)
    try:
        yield Losing(run, folder, data)
    finally:
        shutil.rmtree(folder)


@asynccontextmanager
async def receiving(made: Losing) -> AsyncIterator[None]:
    """PostgreSQL's WAL comes out of it as it is written, until it is gone."""
    rules = made.data / "pg_hba.conf"
    if REPLICATION not in rules.read_text(encoding="utf-8"):
        with rules.open("a", encoding="utf-8") as file:
            file.write(f"{REPLICATION}\n")
    made.run.world.rows("SELECT pg_reload_conf()")
    words = [
        str(made.programs / "pg_receivewal"),
        "--dbname",
        made.run.world.database.owner_url,
        "--slot",
        SLOT,
    ]
    making = await asyncio.create_subprocess_exec(*words, "--create-slot", "--if-not-exists")
    await making.wait()  # from now on PostgreSQL keeps what was not received
    words += ["--no-loop", "-D", str(made.folder / "received")]
    program = await asyncio.create_subprocess_exec(*words, stderr=asyncio.subprocess.DEVNULL)
    try:
        yield
    finally:
        if program.returncode is None:
            program.terminate()
        await program.wait()


@scenario
async def restore_point_in_time(run: Run) -> None:
    """The database goes back to a moment: what was ok before it is there, the hotline's list names the rest."""
    world = run.world
    with losing(run) as made:
        async with receiving(made):
            await asyncio.to_thread(made.back_up)
            await run.underway()
            run.fault("everybody is cut off; this is the moment that will be restored")
            await _cut_off(run)
            ((moment, epoch),) = world.rows(MOMENT)
            lost = await _pushed_past_everybody(run)
            run.fault(f"{len(lost)} orders later the database is lost")
            await _stop(run)
            ((last,),) = world.rows("SELECT pg_walfile_name(pg_switch_wal())")
            await run.when((made.folder / "received" / last).exists)
        await world.postgresql.stop("immediate")
        await asyncio.to_thread(made.lose)
        await asyncio.to_thread(made.restore, moment)
        await world.postgresql.start()
        await run.seen("SELECT NOT pg_is_in_recovery()")
        done = await asyncio.to_thread(made.finish, moment)
        run.expect(done.returncode == 0, "restore-done", done.stdout + done.stderr)
        numbers = [each["工单编号"] for each in lost.values()]
        run.expect(world.rows(HELD, numbers) == [(0,)], "orders after the moment", "are there")
        run.expect(world.rows(MOMENT)[0][1] != epoch, "the epoch", "is the former one")
    await _start(run)
    await world.front.heal()
    await world.ear_link.heal()
    run.over()
    await _compare(run, moment, lost)


async def _stop(run: Run) -> None:
    for app in run.world.apps:
        await app.stop()


async def _start(run: Run) -> None:
    for app in run.world.apps:
        app.start()
    await run.up()


async def _cut_off(run: Run) -> None:
    """Nobody reaches the service, and what was under way is over."""
    await run.world.front.poison(refuse=True)
    await run.world.front.cut()
    await run.world.ear_link.poison(refuse=True)
    await _stop(run)


async def _pushed_past_everybody(run: Run) -> dict[str, Message]:
    """Orders that a process takes and that no client of the run hears of, by the ids of their deliveries."""
    await _start(run)
    url = f"{run.world.apps[0].url}/hotline/v1/{run.world.source}/messages"
    async with Pushing.of(run, "lost") as pushing, httpx.AsyncClient(timeout=30, verify=PLAIN) as client:
        sender = Sender(client, url, run.world.secret)
        lost = {f"msg_lost_{number}": each for number, each in enumerate(pushing.messages(LOST))}
        for identity, message in lost.items():
            answer = await sender.push(message, identity)
            run.expect(answer.is_success, identity, answer.text)
    return lost


async def _compare(run: Run, moment: str, lost: dict[str, Message]) -> None:
    """The hotline sends its list of that time, is told what is missing, and pushes it again under the same ids."""
    world = run.world
    ((now,),) = world.rows("SELECT clock_timestamp()::text")
    orders = [{"工单编号": each["工单编号"], "工单状态": "派单"} for each in lost.values()]
    window = {
        "since": datetime.fromisoformat(moment).isoformat(),
        "until": datetime.fromisoformat(now).isoformat(),
    }
    raw = json.dumps(window | {"orders": orders}, ensure_ascii=False).encode()
    url = f"{world.url}/hotline/v1/{world.source}/reconciliation"
    async with httpx.AsyncClient(timeout=30, verify=PLAIN) as client:
        headers = Sender(client, url, world.secret).headers("msg_list", raw)
        answer = await client.post(url, content=raw, headers=headers)
    run.expect(answer.status_code == 201 and answer.json()["missing"] == LOST, "the list", answer.text)
    async with Pushing.of(run, "again") as pushing:
        for identity, message in lost.items():
            await pushing.until_ok(identity, [message])
