"""The service: killed without warning, again and again, and at named points of its work.

The points are hit without a debugger: a lock that an outside session holds stops the service's transaction where it
wants to be stopped, a slow or stalled line keeps an answer on its way, and the kill comes once that can be seen.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import uuid
from typing import LiteralString

import psycopg
from psycopg import sql

from tests.chaos.scenario import LOOK_SECONDS, Run, scenario
from tests.chaos.scenarios.pushing import Pushing
from tests.databases import ROOT

BLOCKED: LiteralString = (
    "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'dispatch' "
    "AND %s = ANY (pg_blocking_pids(pid))"
)
"""Whether a session of the service waits for what another session holds."""
ON_ITS_WAY_MS = 700
"""How long an answer of the database is under way while it is looked for: longer than it takes to see what it says."""
MIGRATIONS_CUT = 4


@scenario
async def repeated_kills(run: Run) -> None:
    """A process of the service is killed without warning, any of them, ten times, some while they start."""
    for _ in range(10):
        await run.until(ok=run.dice.randrange(1, 30))
        app = run.dice.choice(run.world.apps)
        run.fault(f"kill -9 of process {app.number}")
        app.kill()
    run.over()
    await run.up()
    await run.underway()


@scenario
async def crash_recovery(run: Run) -> None:
    """Every process is killed: before a commit, after it, in a batch, after a report was sent and not yet settled."""
    for point in (before_commit, after_commit, in_a_batch, after_a_report):
        await run.underway()
        await point(run)
        await run.up()
    run.over()
    await run.underway()


async def before_commit(run: Run) -> None:
    """Everything is written but the numbers of the streams, which come last; then it dies."""
    async with run.session() as session:
        await session.execute("SELECT FROM stream FOR UPDATE")
        await run.seen(BLOCKED, session.info.backend_pid)
        kill_all(run, "before a commit")


async def after_commit(run: Run) -> None:
    """It is committed, the answer is on its way back to the service; then it dies."""
    async with run.session() as session:
        await session.execute("SELECT FROM stream FOR UPDATE")
        await run.seen(BLOCKED, session.info.backend_pid)
        before = deliveries(run)
        for app in run.world.apps:
            await app.database_link.poison(latency_ms=ON_ITS_WAY_MS, up=False)
    await run.when(lambda: deliveries(run) > before)
    kill_all(run, "after a commit, before its answer")
    for app in run.world.apps:
        await app.database_link.heal()


async def in_a_batch(run: Run) -> None:
    """A batch has claimed some of its orders, one is in another's hands; then it dies. It is whole after the retry."""
    async with Pushing.of(run, "batch-cut") as pushing:
        batch = pushing.messages(40)
        taken = batch[run.dice.randrange(10, 30)]["工单编号"]
        async with run.session() as session:
            await session.execute(
                "INSERT INTO hotline_order (source, order_no, ticket, digest) VALUES (%s, %s, 0, '')",
                (run.world.source, taken),
            )
            first = asyncio.create_task(pushing.push("msg_cut", batch))
            await run.seen(BLOCKED, session.info.backend_pid)
            kill_all(run, "in a batch")
        await first
        await run.up()
        answer = await pushing.until_ok("msg_cut", batch)
        results = [each["status"] for each in answer.json()["results"]]
        run.expect(results == ["created"] * 40, "the batch that was cut", f"its retry says {results}")


async def after_a_report(run: Run) -> None:
    """The hotline heard a report, its answer does not arrive; then the service dies, and has to say it again."""
    before = run.world.ear.heard
    await run.world.ear_link.poison(stall=True, up=False)
    await run.when(lambda: run.world.ear.heard > before)
    kill_all(run, "after a report was heard, before it was settled")
    await run.world.ear_link.heal()


def kill_all(run: Run, where: str) -> None:
    """Kill every process of the service; they are started again."""
    run.fault(f"kill -9 {where}")
    for app in run.world.apps:
        app.kill()


def deliveries(run: Run) -> int:
    """How many deliveries are committed."""
    return int(run.world.rows("SELECT count(*) FROM delivery")[0][0])


@scenario
async def crash_in_migration(run: Run) -> None:
    """The migration of a new database is killed several times on its way, then runs to its end beside the load."""
    name = f"run_{uuid.uuid4().hex[:12]}"
    url = run.world.pair.database_url(name)
    with psycopg.connect(run.world.pair.database_url("postgres"), autocommit=True) as keeper:
        keeper.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        try:
            for _ in range(MIGRATIONS_CUT):
                run.fault(await cut_migration(run, url))
            run.over()
            code, said = await migrations(url, "upgrade")
            run.expect(code == 0, "the migration after the cuts", said[-300:])
            _, schema = await migrations(url, "schema")
            whole = (ROOT / "migrations" / "schema.sql").read_text(encoding="utf-8")
            run.expect(schema == whole, "the schema after the cuts", "is not migrations/schema.sql")
        finally:
            keeper.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    await run.underway()


async def cut_migration(run: Run, url: str) -> str:
    """Start it, kill it some way on; where it stood then."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "migrations", "upgrade"), cwd=ROOT, env=surroundings(url)
    )
    busy = "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = %s AND xact_start IS NOT NULL"
    while process.returncode is None:
        if (await asyncio.to_thread(run.world.rows, busy, url.rpartition("/")[2].partition("?")[0]))[0][0]:
            break
        await asyncio.sleep(LOOK_SECONDS)
    await asyncio.sleep(run.dice.uniform(0.0, 1.5))
    if process.returncode is None:
        process.kill()
    await process.wait()
    with psycopg.connect(url) as connection:
        kept = connection.execute("SELECT to_regclass('alembic_version') IS NOT NULL").fetchone()
        stood = (
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if kept == (True,)
            else None
        )
    return f"kill -9 of the migration at {stood[0] if stood else 'its beginning'}"


async def migrations(url: str, word: str) -> tuple[int, str]:
    """Run a command of the migrations; its code and what it printed."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "migrations", word],
        cwd=ROOT,
        env=surroundings(url),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + (done.stderr if done.returncode else "")


def surroundings(url: str) -> dict[str, str]:
    """The variables of a migration's process."""
    return os.environ | {"DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
