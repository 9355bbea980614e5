"""PostgreSQL and Redis that a fault run may stop, kill and fill up: nobody else's, and started again when they end."""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from deploy.bootstrap import process, servers
from deploy.bootstrap.place import data_folder, local
from deploy.bootstrap.servers import Servers
from deploy.bootstrap.speech import Stop
from deploy.demo.accounts import LOGIN
from tests.ports import HOST, reserved

PAIRS = 6
"""So many runs may go on beside each other in one checkout."""
LOOK_SECONDS = 0.2
"""How soon a server that ended is seen and started again."""
AS_IN_OFFICE = {
    "max_connections": "400",
    "shared_buffers": "64MB",
    "max_wal_size": "512MB",
    "shared_preload_libraries": "postgis-3",
}
"""As safe as the real ones; only as many connections as the scenario of idle ones wants, and less memory."""


@dataclass(frozen=True)
class Pair(Servers):
    """The two servers of one run."""

    @property
    def settings(self) -> dict[str, str]:
        """What PostgreSQL is started with: nothing is given up for speed, and the service comes by TCP."""
        return super().settings | AS_IN_OFFICE | {"listen_addresses": HOST}

    @property
    def postgresql_address(self) -> tuple[str, int]:
        """Where PostgreSQL listens for the service."""
        return HOST, self.port

    @property
    def redis_socket(self) -> str:
        """Path of Redis's socket."""
        return str(self.sockets / "redis.sock")


@contextmanager
def pair() -> Iterator[Pair]:
    """Two servers that no other run has, running; their data stay for the next run, they do not."""
    for number in range(PAIRS):
        with (local() / f"chaos-{number}.run").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            with reserved() as port:
                found = Pair(f"chaos-{number}", port=port)
                _end_former(found)
                _let_in(found)
                servers.start(found)
                try:
                    yield found
                finally:
                    servers.stop(found)
            return
    raise RuntimeError(f"{PAIRS} fault runs go on in this checkout already; wait for one of them")


def _let_in(found: Pair) -> None:
    """The service's role comes by TCP, which may do no more than the service; everybody else by the socket."""
    servers.make_cluster(found)
    rules = data_folder(found.folder) / "pg_hba.conf"
    rules.write_text(f"local all,replication all trust\nhost all {LOGIN} {HOST}/32 trust\n", encoding="utf-8")


def _end_former(found: Pair) -> None:
    """What a killed run left: servers that run, however little they answer; a log on a small disk of its own.

    PostgreSQL that was told to stop while it recovers may wait for ever; a cluster on two disks is made anew.
    """
    data = data_folder(found.folder)
    if servers.postgresql_runs(found):
        words: process.Words = [
            servers.programs(found) / "pg_ctl",
            "-D",
            data,
            "-m",
            "immediate",
            "-w",
            "stop",
        ]
        process.answer(words, as_server=True)
    servers.stop(found)
    log = data_folder(found.folder) / "pg_wal"
    if log.is_symlink():
        disk = log.readlink().parent
        servers.forget(found)
        process.answer(["umount", disk])
        disk.rmdir()


@dataclass
class Server:
    """One of the two; ``wanted`` says whether it is started again when it is found not running."""

    pair: Pair
    wanted: bool = True
    starts: int = 0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def number_file(self) -> Path:
        """Where it keeps its process id while it runs."""
        raise NotImplementedError

    def runs(self) -> bool:
        """Whether its process is there: asked often, so nothing is started for it."""
        try:
            os.kill(int(self.number_file.read_text(encoding="ascii").split()[0]), 0)
        except (OSError, ValueError, IndexError):
            return False
        return True

    def begin(self) -> None:
        """Start it; returns when it answers."""
        raise NotImplementedError

    async def start(self) -> None:
        """Start it unless it runs, and see to it from now on."""
        self.wanted = True
        async with self._turn:
            if not await asyncio.to_thread(self.runs):
                await asyncio.to_thread(self.begin)
                self.starts += 1

    async def keep_up(self) -> None:
        """Start it again whenever it is found not running, as the system's own supervisor would."""
        while True:
            if self.wanted:
                with suppress(Stop, process.Failed):  # it cannot start yet; it is tried again
                    await self.start()
            await asyncio.sleep(LOOK_SECONDS)

    async def _down(self, end: Callable[[], object]) -> None:
        async with self._turn:
            self.wanted = False
            await asyncio.to_thread(end)


@dataclass
class Postgresql(Server):
    """The cluster's server."""

    @property
    def number_file(self) -> Path:
        """The postmaster's."""
        return data_folder(self.pair.folder) / "postmaster.pid"

    def begin(self) -> None:
        """Start it; recovery is over when this returns."""
        servers.start_postgresql(self.pair)

    @property
    def postmaster(self) -> int:
        """Process id of the postmaster."""
        return int(self.number_file.read_text(encoding="ascii").splitlines()[0])

    async def stop(self, mode: str = "fast") -> None:
        """Stop it and let it be; ``immediate`` is as a power cut: what was under way has to be recovered."""
        data = data_folder(self.pair.folder)
        words: process.Words = [servers.programs(self.pair) / "pg_ctl", "-D", data, "-m", mode, "-w", "stop"]

        def end() -> None:
            try:
                process.answer(words, as_server=True)
            except process.Failed:
                if self.runs():
                    raise  # else it had ended by itself

        await self._down(end)

    async def restart(self, mode: str = "immediate") -> None:
        """Stop it and start it."""
        await self.stop(mode)
        await self.start()

    def kill(self) -> None:
        """End the postmaster without a word; whoever keeps it up starts it again."""
        os.kill(self.postmaster, signal.SIGKILL)


@dataclass
class Redis(Server):
    """The other one."""

    @property
    def number_file(self) -> Path:
        """The one it was started with."""
        return self.pair.sockets / "redis.pid"

    def begin(self) -> None:
        """Start it, empty."""
        servers.start_redis(self.pair)

    def ask(self, *words: str) -> str:
        """What its own client says to a command."""
        return process.answer(["redis-cli", "-s", self.pair.redis_socket, *words])

    async def stop(self) -> None:
        """Stop it and let it be; it forgets everything."""

        def end() -> None:
            with suppress(process.Failed):  # it hangs up before it answers
                self.ask("shutdown", "nosave")

        await self._down(end)

    async def flush(self) -> None:
        """Let it forget everything."""
        await asyncio.to_thread(self.ask, "flushall")
