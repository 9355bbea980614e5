"""One process of the service as production runs it, and what the system's supervisor does: start it again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.chaos.proxy import Proxy
from tests.databases import ROOT
from tests.serving import PLAIN

RESTART_SECONDS = 0.3
ASK_SECONDS = 0.1


@dataclass
class App:
    """A process of the service that listens on its own port, behind the proxy."""

    number: int
    port: int
    environment: Mapping[str, str]
    log: Path
    database_link: Proxy
    """Between it and PostgreSQL."""
    redis_link: Proxy
    """Between it and Redis."""
    checkout: Path = ROOT
    """Whose code it runs from its next start on."""
    planted: tuple[Path, ...] = ()
    """Folders that Python looks into before the checkout: a bug that the run has to find."""
    surroundings: dict[str, str] = field(default_factory=dict)
    """Further variables from its next start on: a shifted clock, say."""
    starts: int = 0
    running: asyncio.subprocess.Process | None = None
    wanted: asyncio.Event = field(default_factory=asyncio.Event)
    spawned: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a process was started; whoever waits for the next one clears it."""

    @property
    def url(self) -> str:
        """Where this very process is found, past the proxy."""
        return f"http://127.0.0.1:{self.port}"

    async def keep_up(self) -> None:
        """Start it while it is wanted, whenever it has ended. When this is cancelled the process ends with it."""
        try:
            while True:
                await self.wanted.wait()
                self.running = await self._spawn()
                self.starts += 1
                self.spawned.set()
                await self.running.wait()
                await asyncio.sleep(RESTART_SECONDS)
        finally:
            await self._end()

    async def _spawn(self) -> asyncio.subprocess.Process:
        environment = dict(os.environ) | dict(self.environment) | self.surroundings
        environment["PYTHONPATH"] = os.pathsep.join(map(str, (*self.planted, self.checkout)))
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "dispatch", "serve", "--port", str(self.port)),
                cwd=self.checkout,
                env=environment,
                stdout=log,
                stderr=log,
            )

    async def _end(self) -> None:
        if self.running is not None and self.running.returncode is None:
            with suppress(ProcessLookupError):
                self.running.kill()
            await self.running.wait()

    def start(self) -> None:
        """Want it up."""
        self.wanted.set()

    async def up(self) -> None:
        """Wait until it answers that it is well, or well enough."""
        async with httpx.AsyncClient(timeout=30, verify=PLAIN, trust_env=False) as client:
            while True:
                with suppress(httpx.HTTPError):
                    if (await client.get(f"{self.url}/health")).status_code == 200:
                        return
                await asyncio.sleep(ASK_SECONDS)

    def kill(self) -> None:
        """End it as a power cut would; it is started again while it is wanted."""
        self._signal(signal.SIGKILL)

    def pause(self) -> None:
        """Let it stand still: its connections stay, nothing moves."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    async def stop(self) -> None:
        """End it politely and do not want it any more; returns when it has ended."""
        self.wanted.clear()
        self._signal(signal.SIGTERM)
        if self.running is not None:
            await self.running.wait()

    async def replace(self) -> None:
        """End it politely and wait for its successor to be well: what an update does."""
        self.spawned.clear()
        self._signal(signal.SIGTERM)
        await self.spawned.wait()
        await self.up()

    def _signal(self, number: signal.Signals) -> None:
        if self.running is not None:
            with suppress(ProcessLookupError):
                self.running.send_signal(number)
