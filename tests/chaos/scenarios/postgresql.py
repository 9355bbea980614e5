"""PostgreSQL: cut off, killed, out of connections, held up, out of disk."""

from __future__ import annotations

import asyncio
import functools
import itertools
import pwd
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, LiteralString

import psycopg

from deploy.bootstrap.place import data_folder, is_root, server_user
from tests.chaos.scenario import PATIENCE_SECONDS, NotRun, Run, scenario
from tests.chaos.scenarios.pushing import Pushing

IDLE = 300
"""Connections that somebody opened and forgot."""
END_BACKENDS: LiteralString = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'dispatch' "
    "AND datname = current_database() AND random() < %s"
)
CANCEL: LiteralString = (
    "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE application_name = 'dispatch' "
    "AND datname = current_database() AND state = 'active'"
)
LOG_ROOM = "112m"
"""Room for the write-ahead log: less than what it is allowed to grow to."""


@scenario
async def postgres_restart(run: Run) -> None:
    """PostgreSQL is stopped at once, as by a power cut, three times; it recovers from its log."""
    for _ in range(3):
        await run.underway()
        run.fault("pg_ctl stop -m immediate")
        await run.world.postgresql.stop("immediate")
        await asyncio.sleep(run.dice.uniform(0.0, run.seconds))
        await run.world.postgresql.start()
    run.over()
    await run.underway()


@scenario
async def postmaster_killed(run: Run) -> None:
    """PostgreSQL's postmaster is killed without warning, twice; the system's supervisor starts it again."""
    for _ in range(2):
        await run.underway()
        before = run.world.postgresql.starts
        run.fault("kill -9 of the postmaster")
        run.world.postgresql.kill()
        await run.when(functools.partial(started_since, run, before))
    run.over()
    await run.underway()


def started_since(run: Run, before: int) -> bool:
    """Whether PostgreSQL was started again."""
    return run.world.postgresql.starts > before


@scenario
async def pg_backend_kill(run: Run) -> None:
    """Sessions of the service are ended by the database, some or all of them at a time, fifteen times."""
    for _ in range(15):
        await run.until(ok=run.dice.randrange(1, 20))
        share = run.dice.choice((0.2, 0.5, 1.0))
        ended = (await asyncio.to_thread(run.world.rows, END_BACKENDS, share))[0][0]
        run.fault(f"pg_terminate_backend of {ended}")
    run.over()
    await run.underway()


@scenario
async def cancellation(run: Run) -> None:
    """Statements are cancelled in the database and clients cut off in the middle, forty times; nothing stays held."""
    for _ in range(40):
        await run.until(ok=run.dice.randrange(1, 8))
        if run.dice.random() < 0.6:
            cancelled = (await asyncio.to_thread(run.world.rows, CANCEL))[0][0]
            run.fault(f"pg_cancel_backend of {cancelled}")
        else:
            run.fault(f"{await run.world.front.cut()} connections of clients cut")
    run.over()
    await run.underway()


@scenario
async def pool_exhaustion(run: Run) -> None:
    """300 idle connections, then every further one, take the database's places while the service has lost its own."""
    await run.underway()
    at = run.world.apps[0].url
    async with Pushing.of(run, "refused", at) as pushing, idle_connections(run, IDLE) as stack:
        run.fault(f"{IDLE} idle connections")
        await run.underway()
        more = await every_place(run, stack)
        run.fault(f"{more} more, until there was no place left, while the service's sessions are ended")
        await refused(run, pushing)
    run.over()
    await run.underway()


@asynccontextmanager
async def idle_connections(run: Run, count: int) -> AsyncIterator[AsyncExitStack]:
    """So many connections that do nothing; closed together with whatever is added to them."""
    async with AsyncExitStack() as stack:
        for _ in range(count):
            await stack.enter_async_context(await _ordinary(run))
        yield stack


async def every_place(run: Run, stack: AsyncExitStack) -> int:
    """Take every place, the service's own too as it loses them; how many that were."""
    taken = 0
    while True:
        try:
            await stack.enter_async_context(await _ordinary(run))
            taken += 1
        except psycopg.OperationalError:
            (ended,) = (await asyncio.to_thread(run.world.rows, END_BACKENDS, 1.0))[0]
            if not ended:
                return taken


async def _ordinary(run: Run) -> psycopg.AsyncConnection[Any]:
    """A connection that has no claim to the places kept for the owner."""
    return await psycopg.AsyncConnection.connect(
        run.world.pair.database_url("postgres", "dispatch_login"), autocommit=True
    )


async def refused(run: Run, pushing: Pushing) -> None:
    """Push to one process until it says that it cannot now: with 503, and when to come again."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        for number in itertools.count():
            answer = await pushing.push(f"msg_refused_{number}", pushing.messages(1))
            if answer is not None and answer.status_code == 503:
                run.expect("retry-after" in answer.headers, "an answer of 503", "has no Retry-After")
                return


@scenario
async def idle_in_transaction(run: Run) -> None:
    """Somebody locks tickets and the numbers of all streams in a transaction and goes away; intake waits for them."""
    await run.underway()
    async with run.session() as session:
        await session.execute("SELECT FROM ticket ORDER BY id LIMIT 50 FOR UPDATE")
        await session.execute("SELECT FROM stream FOR UPDATE")
        held = max(4 * run.seconds, 10.0)
        run.fault(f"locks held idle for {held:.0f} s")
        await asyncio.sleep(held)
    run.over()
    await run.underway()


@scenario
async def wal_full(run: Run) -> None:
    """The disk of the write-ahead log is full: PostgreSQL ends for good, and comes back once there is room."""
    if not is_root() or shutil.which("mount") is None:
        raise NotRun("a small disk needs the right to mount; run it as root")
    async with small_log_disk(run) as disk, Pushing.of(run, "refused", run.world.apps[0].url) as pushing:
        await run.up()
        await run.underway()
        run.fault(f"{LOG_ROOM} for the log, filled")
        await fill_log(run)
        await refused(run, pushing)
        await asyncio.sleep(run.seconds)
        _mount("-o", "remount,size=2g", str(disk))
        run.over()
        await run.up()
        await run.underway()


@asynccontextmanager
async def small_log_disk(run: Run) -> AsyncIterator[Path]:
    """The write-ahead log on a disk of its own with little room; back where it was afterwards."""
    data = data_folder(run.world.pair.folder)
    log, disk = data / "pg_wal", data.with_name(f"{data.name}-wal")
    disk.mkdir(exist_ok=True)
    user = pwd.getpwnam(server_user())
    await run.world.postgresql.stop("fast")
    _mount(
        "-t",
        "tmpfs",
        "-o",
        f"size={LOG_ROOM},uid={user.pw_uid},gid={user.pw_gid},mode=700",
        "tmpfs",
        str(disk),
    )
    try:
        await asyncio.to_thread(_move, log, disk / "pg_wal")
        log.symlink_to(disk / "pg_wal")
        await run.world.postgresql.start()
        yield disk
    finally:
        await run.world.postgresql.stop(
            "immediate"
        )  # it may be recovering, and would not hear of a gentler one
        if log.is_symlink():
            log.unlink()
            await asyncio.to_thread(_move, disk / "pg_wal", log)
        await asyncio.to_thread(_unmount, disk)
        disk.rmdir()
        await run.world.postgresql.start()


def _move(source: Path, target: Path) -> None:
    """Move the log with its owner, to another disk."""
    subprocess.run(["cp", "-a", source, target], check=True)
    shutil.rmtree(source)


def _mount(*words: str) -> None:
    try:
        subprocess.run(["mount", *words], check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        raise NotRun(f"a small disk could not be mounted: {error.stderr.decode().strip()}") from error


def _unmount(disk: Path) -> None:
    subprocess.run(["umount", disk], check=True)


async def fill_log(run: Run) -> None:
    """Write until PostgreSQL ends for want of room."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        try:
            async with run.session() as session:
                await session.execute("CREATE TABLE filler (block text)")
                while True:
                    await session.execute(
                        "INSERT INTO filler SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 200000) "
                        "GROUP BY 1 = 1"
                    )
        except psycopg.OperationalError:
            return
