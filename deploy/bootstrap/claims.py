"""What only one demo can have: this checkout, and its two ports. Called by the commands and the demo's supervisor."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
from collections.abc import Iterator

from deploy.bootstrap.place import local
from deploy.bootstrap.speech import Stop

HOST = "127.0.0.1"
DEFAULT_PORT = 8420


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Refuse a second demo from the same checkout."""
    with (local() / "demo.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop(
                "The demo of this checkout is already running; use it, or stop it with Ctrl-C first.",
                "本目录的演示已在运行；请直接使用，或先用 Ctrl-C 停止。",
            ) from None
        yield


def wanted_port() -> int:
    """Return the port the person asked for; the hotline's receiver takes the next one."""
    said = os.environ.get("PORT") or str(DEFAULT_PORT)
    if said.isdigit() and 1 <= int(said) <= 65534:
        return int(said)
    raise Stop(
        f"PORT={said} is no port; choose a number from 1024 to 65534, as in `make demo PORT=9000`.",
        f"PORT={said} 不是可用端口；请用 1024 到 65534 之间的数字，如 make demo PORT=9000。",
    )


def claim(port: int) -> None:
    """Make sure that nobody listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Stop(
                f"Port {port} on {HOST} cannot be used ({error.strerror}); stop the program that has it, or choose "
                f"another with `make demo PORT={port + 10}`.",
                f"{HOST} 的 {port} 端口不可用（{error.strerror}）；请停止占用它的程序，"
                f"或换一个端口：make demo PORT={port + 10}。",
            ) from error


def ports() -> tuple[int, int]:
    """Return the service's and the hotline's port, both free."""
    port = wanted_port()
    claim(port)
    claim(port + 1)
    return port, port + 1
