"""Make, when it started us. Told alone to stop (not by a Ctrl-C, which reaches everybody), it only waits for us.

Make gives a signal's default action back before it waits; so whether it still catches SIGINT says whether it was
told. Called by the commands and by the demo's supervisor.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

PROCESSES = Path("/proc")
BIT = 1 << (signal.SIGINT - 1)


def catches_interrupts(pid: int) -> bool:
    """Say whether a process is there and has a handler for SIGINT."""
    with contextlib.suppress(OSError, ValueError):
        for line in (PROCESSES / str(pid) / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith("SigCgt:"):
                return bool(int(line.split()[1], 16) & BIT)
    return False


def make() -> int | None:
    """Return the process of the make that waits for us; None where something else started us."""
    parent = os.getppid()
    with contextlib.suppress(OSError):
        name = (PROCESSES / str(parent) / "comm").read_text(encoding="utf-8").strip()
        return parent if name in ("make", "gmake") and catches_interrupts(parent) else None
    return None


def descendants(pid: int) -> Iterator[int]:
    """Yield what a process started, and what that started."""
    with contextlib.suppress(OSError):
        text = (PROCESSES / str(pid) / "task" / str(pid) / "children").read_text(encoding="ascii")
        for child in map(int, text.split()):
            yield child
            yield from descendants(child)


def interrupt() -> None:
    """Do what a Ctrl-C does: interrupt ourselves and what we started in this session."""
    own = os.getsid(0)
    for pid in [*descendants(os.getpid()), os.getpid()]:
        with contextlib.suppress(ProcessLookupError):
            if os.getsid(pid) == own:
                os.kill(pid, signal.SIGINT)


def end_with_make() -> None:
    """From now on end when make is told to, or is gone."""
    waiting = make()
    if waiting is None:
        return

    def look() -> None:
        while os.getppid() == waiting and catches_interrupts(waiting):
            pause.wait(0.25)
        interrupt()

    pause = threading.Event()
    threading.Thread(target=look, name="make", daemon=True).start()
