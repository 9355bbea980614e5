"""What is measured: a database with the demo district, the service on it, a null handler. Called by ``__main__``."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg
from psycopg import sql

from deploy.demo.accounts import LOGIN, allow_login
from tests.databases import ROOT, SECRETS

STARTING_SECONDS = 180


@dataclass(frozen=True)
class Ground:
    """The measured database: as its owner and as the service signs in, a twin for raw inserts, and who may sign in."""

    owner_url: str
    service_url: str
    twin_url: str
    users: list[dict[str, str]]


@dataclass(frozen=True)
class Process:
    """A server that was started."""

    running: subprocess.Popen[bytes]
    port: int

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Keep it from using the machine while something else is measured."""
        self.running.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.running.send_signal(signal.SIGCONT)

    @property
    def memory_mib(self) -> float:
        """Its resident memory."""
        lines = Path(f"/proc/{self.running.pid}/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def ground(server_url: str, callback_port: int) -> Iterator[Ground]:
    """Two fresh databases with the demo district on a cluster, dropped afterwards."""
    name = f"bench_{uuid.uuid4().hex[:12]}"
    twin = f"{name}_twin"
    with psycopg.connect(server_url, autocommit=True) as keeper:
        try:
            keeper.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
            owner_url = address(server_url, name)
            run("migrations", "upgrade", owner_url=owner_url)
            allow_login(owner_url)
            users = json.loads(run("deploy.demo", "load", owner_url=owner_url, callback_port=callback_port))
            with psycopg.connect(owner_url, autocommit=True) as loaded:
                loaded.execute("VACUUM ANALYZE")
            copied = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            keeper.execute(copied.format(sql.Identifier(twin), sql.Identifier(name)))
            yield Ground(owner_url, address(server_url, name, LOGIN), address(server_url, twin), users)
        finally:
            for each in (name, twin):
                keeper.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(each))
                )


def address(url: str, database: str, role: str | None = None) -> str:
    """The address of another database of the same cluster, perhaps as another role."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    netloc = parts.netloc if role is None else f"{role}@{place}"
    return urlunsplit(parts._replace(netloc=netloc, path=f"/{database}"))


def run(module: str, *words: str, owner_url: str, callback_port: int = 9) -> str:
    """Run a command of the project on a database as its owner; what it printed."""
    callbacks = {"DEMO_CALLBACK_URL": f"http://127.0.0.1:{callback_port}/hotline/callbacks"}
    environment = os.environ | SECRETS | callbacks | {"DATABASE_URL": owner_url, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


@contextmanager
def service(
    made: Ground,
    redis_url: str,
    callback_port: int,
    port: int | None = None,
    more: Mapping[str, str] | None = None,
) -> Iterator[Process]:
    """The service as production runs it, perhaps at a port that is known before, and with further settings."""
    port = port or free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = SECRETS | {
            "DATABASE_URL": made.service_url,
            "REDIS_URL": redis_url,
            "DISPATCH_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "DISPATCH_EVIDENCE_DIR": f"{folder}/evidence",
            "DISPATCH_FRONTEND_DIR": f"{folder}/frontend",
            "DISPATCH_CALLBACK_HOSTS": f"127.0.0.1:{callback_port}",
            **(more or {}),
        }
        with started(
            [sys.executable, "-m", "dispatch", "serve", "--port", str(port)], environment, port
        ) as one:
            yield one


@contextmanager
def null(made: Ground, port: int) -> Iterator[Process]:
    """The same edge with nothing behind it."""
    command = [sys.executable, "-m", "tests.bench.null", str(port)]
    with started(command, SECRETS | {"DATABASE_URL": made.service_url}, port) as one:
        yield one


@contextmanager
def started(command: list[str], environment: dict[str, str], port: int) -> Iterator[Process]:
    """A server that answers /health, ended afterwards."""
    whole = os.environ | environment | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=whole) as running:
        try:
            _await(running, port)
            yield Process(running, port)
        finally:
            running.terminate()


def _await(running: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until and running.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("a server to be measured did not start; its words are above")
