"""How one end of a connection dies: heard by the other side, or without a word."""

from __future__ import annotations

import asyncio
import socket
import struct
from contextlib import suppress

_AT_ONCE = struct.pack("ii", 1, 0)
IP_MINTTL = 21
"""Linux drops packets that have come further than this allows before TCP sees them; Python has no name for it."""
_OUT_OF_REACH = 255
"""Packets of this machine set out with 64."""


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection by RST: what waits to be sent is dropped, the other side hears of an error, not of an end."""
    _by_tcp(writer, socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    writer.transport.abort()


def deafen(writer: asyncio.StreamWriter) -> None:
    """Let the kernel drop unseen what comes in here: nothing is acknowledged any more, as by a machine that is gone.

    The other side has to find that out by itself: by keepalives, or by what it sends again and again. At a unix socket
    there is no such thing, and nobody would.
    """
    _by_tcp(writer, socket.IPPROTO_IP, IP_MINTTL, _OUT_OF_REACH)


def _by_tcp(writer: asyncio.StreamWriter, level: int, option: int, value: int | bytes) -> None:
    """Set an option of a connection, unless it is by a unix socket or has ended."""
    raw = writer.get_extra_info("socket")
    if raw is not None and raw.family == socket.AF_INET:
        with suppress(OSError):
            raw.setsockopt(level, option, value)
