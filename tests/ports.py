"""Ports for services under test: given to nobody else, whoever runs beside. Used by the fixtures that start one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

HOST = "127.0.0.1"


@contextmanager
def reserved() -> Iterator[int]:
    """A port to listen on, once or again and again; who calls it while nobody listens is refused.

    A socket that is bound and does not listen keeps it: the kernel hands the port out to nobody who asks for a free
    one, and still lets those listen on it who name it and, as servers do, set SO_REUSEADDR.
    """
    with socket.socket() as keeper:
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        keeper.bind((HOST, 0))
        yield keeper.getsockname()[1]
