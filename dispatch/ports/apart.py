"""Work of the library in a process of its own: strangers' files, thousands of polygons. Constructed by ``app``.

Readers of geodata are C libraries that keep the interpreter to themselves while they read, and may crash on a hostile
file. Here they keep nobody waiting and take nobody along. One process, started when it is first needed, ended when
nothing was asked of it for a while; it holds none of the service's secrets and gets so much memory and time.
"""

import asyncio
import multiprocessing
import os
import resource
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from dispatch.errors import DispatchError, TooLarge
from dispatch.saying import say

_Answer = TypeVar("_Answer")
_SPAWN = multiprocessing.get_context("spawn")
_MEMORY = 6 << 30
_SECONDS = 900.0
_IDLE_SECONDS = 60.0
_TELL_SECONDS = 0.1


class Told(Protocol):
    """Takes how far work is."""

    def __call__(self, done: int, total: int, says: str = "") -> None:
        """``done`` of ``total`` steps."""


class Apart:
    """Calls functions in the other process, one after another."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._resting: asyncio.TimerHandle | None = None

    async def do(self, function: Callable[..., _Answer], *arguments: Any, progress: Told) -> _Answer:
        """Call a module's function there, with ``progress`` as its last argument; its answer, or what it raised.

        Raises:
            TooLarge: it took more memory or time than it gets, or the process crashed.
        """
        loop = asyncio.get_running_loop()
        if self._resting is not None:
            self._resting.cancel()
        late = loop.call_later(_SECONDS, self.close)
        try:
            return await asyncio.to_thread(self._ask, function, arguments, progress)
        except asyncio.CancelledError:
            self.close()
            raise
        finally:
            late.cancel()
            self._resting = loop.call_later(_IDLE_SECONDS, self._rest)

    def close(self) -> None:
        """End the process, whatever it is at; the next call starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _rest(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self.close()
            finally:
                self._turn.release()

    def _ask(self, function: Callable[..., _Answer], arguments: tuple[Any, ...], progress: Told) -> _Answer:
        with self._turn:
            line = self._started()
            try:
                line.send((function, arguments))
                while True:
                    kind, told = line.recv()
                    if kind == "progress":
                        progress(*told)
                    elif kind == "failed":
                        raise told
                    else:
                        answer: _Answer = told
                        return answer
            except (EOFError, OSError) as error:
                self.close()
                raise TooLarge(
                    say("处理时内存或时间用完了，或文件有问题使它中断；请拆小或另存后再试。")
                ) from error

    def _started(self) -> Connection:
        """The line to a process that lives."""
        if self._process is None or self._line is None or not self._process.is_alive():
            if self._line is not None:
                self._line.close()
            self._line, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=serve, args=(theirs,), daemon=True, name="dispatch-apart")
            self._process.start()
            theirs.close()
        return self._line


def serve(line: Connection) -> None:
    """The other process: one function after another until the line ends."""
    os.environ.clear()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            function, arguments = line.recv()
        except EOFError:
            return
        line.send(_called(function, arguments, _Teller(line)))


def _called(function: Callable[..., Any], arguments: tuple[Any, ...], tell: "_Teller") -> tuple[str, Any]:
    try:
        return "done", function(*arguments, tell)
    except MemoryError:
        return "failed", TooLarge(say("处理时内存用完了；请拆小后再试。"))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked for
        return "failed", error if _travels(error) else DispatchError()


def _travels(error: Exception) -> bool:
    """Whether an error can be sent: those of our own trees can."""
    return type(error).__module__.startswith(("dispatch.", "gis.", "builtins"))


class _Teller:
    """Progress over the line, not more often than anybody looks."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._at, self._says = 0.0, ""

    def __call__(self, done: int, total: int, says: str = "") -> None:
        """Tell how far it is."""
        now = time.monotonic()
        if says != self._says or now - self._at > _TELL_SECONDS:
            self._at, self._says = now, says
            self._line.send(("progress", (done, total, says)))
