"""The service as a process of its own, that can be killed without warning and started again on the same port.

Its processes are forked from one that has imported everything: a second of every start.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import httpx
import psycopg

from deploy.bootstrap.place import BUILT, ROOT
from dispatch.__main__ import main
from tests.databases import SECRETS
from tests.databases import Database as TestDatabase

PATIENCE_SECONDS = 180.0
"""How long these tests wait for anything at all: a machine may be busy, and a test that passes does not wait."""
AGAIN_SECONDS = 0.1
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(
    ["dispatch.cli", "dispatch.app", "uvicorn.protocols.http.httptools_impl", "uvloop"]
)


def be_the_service(environment: Mapping[str, str], port: int, log: Path) -> None:
    """What the process does: speak into a log, and be what the command line starts in this environment."""
    with log.open("ab") as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
        os.dup2(file.fileno(), sys.stderr.fileno())
    os.environ.clear()
    os.environ.update(environment)
    sys.exit(main(["serve", "--port", str(port)]))


@dataclass
class Service:
    """One service over one database."""

    district: TestDatabase
    redis_url: str
    callback_host: str
    folder: Path
    port: int
    process: ForkServerProcess | None = None
    public_url: str | None = None
    """Where people reach it, if that is a proxy before it."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Further settings."""
    being: Callable[[Mapping[str, str], int, Path], None] = be_the_service
    """What its process does."""

    @property
    def url(self) -> str:
        """Where browsers and the hotline find it."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and return when it answers; one that does not is ended."""
        environment = os.environ | {
            **SECRETS,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": self.district.url,
            "REDIS_URL": self.redis_url,
            "DISPATCH_PUBLIC_URL": self.public_url or self.url,
            "DISPATCH_EVIDENCE_DIR": str(self.folder / "evidence"),
            "DISPATCH_FRONTEND_DIR": str(BUILT),
            "DISPATCH_CALLBACK_HOSTS": self.callback_host,
            "DISPATCH_GATEWAY_URL": (self.folder / "outbox.jsonl").as_uri(),
            "DISPATCH_LEAVE_SECONDS": "0",  # nothing stands before it that has to hear of its end
            **self.more,
        }
        log = self.folder / "service.log"
        self.process = FORKING.Process(target=self.being, args=(environment, self.port, log))
        self.process.start()
        self._await_answer(self.process)

    def _await_answer(self, process: ForkServerProcess) -> None:
        """Ask until it answers; one that has ended is not waited for."""
        until = time.monotonic() + PATIENCE_SECONDS
        with httpx.Client(timeout=PATIENCE_SECONDS) as client:
            while process.exitcode is None and time.monotonic() < until:
                with suppress(httpx.TransportError):
                    client.get(f"{self.url}/health")
                    return
                process.join(0.02)
        code = process.exitcode
        self.kill()
        log = (self.folder / "service.log").read_text(encoding="utf-8")
        raise AssertionError(f"the service does not answer (code {code}):\n{log}")

    def kill(self) -> None:
        """End it as a power cut would: no chance to tidy up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it politely."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        if self.process.exitcode is None and self.process.pid is not None:
            os.kill(self.process.pid, number)
        self.process.join(PATIENCE_SECONDS)
        assert self.process.exitcode is not None, "the service does not end"
        self.process = None

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds, asked as its owner."""
        with psycopg.connect(self.district.owner_url) as connection:
            return connection.execute(question, values).fetchall()

    def await_rows(
        self, question: str, *values: object, meanwhile: str | None = None
    ) -> list[tuple[Any, ...]]:
        """What the database holds, once it holds any; perhaps with something done to it before each look."""
        until, asked_again = time.monotonic() + PATIENCE_SECONDS, threading.Event()
        while not (found := self.rows(question, *values)):
            assert time.monotonic() < until, question
            if meanwhile is not None:
                self.change(meanwhile)
            asked_again.wait(AGAIN_SECONDS)
        return found

    def change(self, words: str, *values: object) -> None:
        """Change what the database holds, as its owner."""
        with psycopg.connect(self.district.owner_url) as connection:
            connection.execute(words.encode(), values or None)
