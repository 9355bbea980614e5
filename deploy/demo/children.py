"""The programs the demo starts: each in a session of its own, ended in order, never left behind. Called by run."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.bootstrap.place import LOGS, ROOT
from deploy.bootstrap.speech import REFUSED, Stop

PATIENCE = 15.0  # seconds a program has to end by itself
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One program of the demo, by the name people know it by."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def last_line(self) -> str:
        """Return the last line it logged."""
        lines = [
            line
            for line in self.log.read_text(encoding="utf-8", errors="replace").splitlines()
            if line.strip()
        ]
        return lines[-1].strip()[:300] if lines else f"code {self.process.returncode}"


def die_with_parent() -> None:
    """Ask the kernel to end this program when the supervisor is gone."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(name: str, words: list[str], environment: Mapping[str, str]) -> Child:
    """Start a module of the project; what it says goes to .local/log/NAME.log."""
    log = LOGS / f"{name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
    return Child(name, process, log)


def stop(child: Child) -> None:
    """End a program and whatever it started: politely, then not."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.process.pid, signal.SIGTERM)
    try:
        child.process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()


def died(child: Child) -> Stop:
    """Say that a program ended by itself; in its own sentence where it had one."""
    last = child.last_line()
    if last.startswith(REFUSED):
        return Stop(last.removeprefix(REFUSED), last.removeprefix(REFUSED))  # in this locale already
    return Stop(
        f"The {child.name} ended by itself ({last}); read {child.log}, repair the cause and run again.",
        f"{child.name} 意外退出（{last}）；请查看 {child.log}，排除原因后重试。",
    )


def await_answer(child: Child, url: str, patience: float = 60.0) -> None:
    """Return when the service answers at its address; any answer will do."""
    until = time.monotonic() + patience
    while True:
        if child.process.poll() is not None:
            raise died(child)
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError:
            return
        except OSError:
            if time.monotonic() > until:
                raise Stop(
                    f"The service does not answer at {url} after {patience:.0f} s; read {child.log}.",
                    f"服务在 {patience:.0f} 秒内没有响应 {url}；请查看 {child.log}。",
                ) from None
            time.sleep(0.1)
        else:
            return
