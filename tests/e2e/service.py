"""The service as a process of its own, that can be killed without warning and started again on the same port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg

from deploy.bootstrap.place import BUILT, ROOT
from tests.databases import SECRETS
from tests.databases import Database as TestDatabase

PATIENCE_SECONDS = 120.0
"""A machine may be busy; a service that is well does not let anybody wait."""


@dataclass
class Service:
    """One service over one database."""

    district: TestDatabase
    redis_url: str
    callback_host: str
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

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
            "DISPATCH_PUBLIC_URL": self.url,
            "DISPATCH_EVIDENCE_DIR": str(self.folder / "evidence"),
            "DISPATCH_FRONTEND_DIR": str(BUILT),
            "DISPATCH_CALLBACK_HOSTS": self.callback_host,
        }
        words = [sys.executable, "-m", "dispatch", "serve", "--port", str(self.port)]
        with (self.folder / "service.log").open("ab") as log:
            self.process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self._await_answer(self.process)

    def _await_answer(self, process: subprocess.Popen[bytes]) -> None:
        """Ask until it answers; one that has ended is not waited for."""
        until = time.monotonic() + PATIENCE_SECONDS
        with httpx.Client(timeout=PATIENCE_SECONDS) as client:
            while process.poll() is None and time.monotonic() < until:
                with suppress(httpx.TransportError):
                    client.get(f"{self.url}/health")
                    return
                with suppress(subprocess.TimeoutExpired):
                    process.wait(0.02)
        code = process.poll()
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
        self.process.send_signal(number)
        self.process.wait(PATIENCE_SECONDS)
        self.process = None

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds, asked as its owner."""
        with psycopg.connect(self.district.owner_url) as connection:
            return connection.execute(question, values).fetchall()
