"""How long a connection may take, and how much it may send, before it is heard. The server speaks these protocols.

uvicorn waits for a head or a body as long as it takes, keeps answers that nobody fetches, answers pings without end
and queues whatever frames one read brought. Each has a bound here, because phones reach the service without a proxy
in between too. When the process is full, who has not asked anything yet gives place to who comes.
"""

import asyncio
import resource
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.frames import Frame
from websockets.http11 import Request
from websockets.protocol import State

from dispatch.errors import DispatchError, HeadTooLarge, Malformed, TooSlow, status_of
from dispatch.web.problems import MEDIA_TYPE, body_of
from dispatch.web.unread import TURNS, Unread

READY = "dispatch.ready"
"""The extension of a socket's scope by which it takes messages that are framed already."""
HEAD_BYTES = 32 * 1024
LEAST_BYTES = 8 * 1024
"""What has to have come or gone between two looks, unless it is the end: 0.4 KiB a second, which any phone does."""
PINGS_A_MINUTE = 240
MOST_UNHEARD = 256
"""Messages of a socket that wait to be read, and parts of a message."""
MOST_AHEAD = 32
"""Requests that one connection sends before the first of them is answered."""
LINGER_BYTES = 64 * 1024 * 1024
"""What a client may go on sending after it was answered, so that it comes to read why it was refused."""
_SPARE_FILES = 128
"""Files of the process that are no connections: the pool, Redis, pictures."""
_MOST_FILES = 65_536


def room() -> int:
    """How many connections this process takes: the files that it may open, which are as many as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(wanted, soft) - _SPARE_FILES


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited."""

    head_seconds: float = 10.0
    """From connecting, or from the first bytes of a further request, to the end of its head."""
    look_seconds: float = 20.0
    """How often a body that is coming, or what is leaving, is looked at: it has to have gone on since."""


class Line:
    """All connections of one process: how many may be, how patient it is, and who has not said what they want."""

    def __init__(self, most: int, patience: Patience) -> None:
        self.most = most
        self.patience = patience
        self.unheard: dict[Patient, None] = {}

    def enter(self, connection: "Patient", others: int) -> None:
        """Somebody connects; where there is no room, who has waited longest without a word makes it."""
        if others >= self.most:
            next(iter(self.unheard), connection).transport.abort()
        self.unheard[connection] = None


class Leaving:
    """Watches what was written for a peer; one that fetches nothing of it any more is let go."""

    __slots__ = ("_left", "_loop", "_seconds", "_timer", "_transport")

    def __init__(
        self, loop: asyncio.AbstractEventLoop, transport: asyncio.Transport, patience: Patience
    ) -> None:
        self._loop = loop
        self._transport = transport
        self._seconds = patience.look_seconds
        self._left = 0
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """More was written than the peer fetches: look after a while."""
        if self._timer is None:
            self._left = self._transport.get_write_buffer_size()
            self._timer = self._loop.call_later(self._seconds, self._look)

    def end(self) -> None:
        """The connection is over."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._timer = None
        left = self._transport.get_write_buffer_size()
        if left > self._left - LEAST_BYTES and left > 0:
            self._transport.abort()
        elif left > 0:
            self.begin()


class Patient(HttpToolsProtocol):
    """HTTP with an end to patience."""

    line: Line

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._in_head = True
        self._in_body = False
        self._size = self._head = self._ignored = 0
        self._awaited: asyncio.Handle | None = None
        self._why: DispatchError = Malformed()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody connects, and has so long to say what they want."""
        made = cast(asyncio.Transport, transport)
        self._leaving = Leaving(self.loop, made, self.line.patience)
        super().connection_made(made)
        self.line.enter(self, len(self.connections) - 1)
        self._await(self.line.patience.head_seconds, self._no_head)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._settled()
        self._leaving.end()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes of a head, a body, or several requests at once."""
        if self._in_head:
            self._size += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._in_head and self._size > HEAD_BYTES:
            self._refuse(HeadTooLarge())
        elif self._in_body:
            self._came_on(len(data))
        elif self._in_head and self._size and self._awaited is None:
            self._await(self.line.patience.head_seconds, self._no_head)

    def _came_on(self, size: int) -> None:
        """A part of a body came, perhaps of one that was refused already."""
        self._size += size
        self._ignored += size if self.cycle.response_complete else 0
        if self._ignored > LINGER_BYTES:
            self.transport.abort()
        elif self._awaited is None:
            self._await(self.line.patience.look_seconds, self._look_at_body)

    def on_message_begin(self) -> None:
        """A request begins; whoever sends many without waiting for an answer is let go."""
        if len(self.pipeline) >= MOST_AHEAD:
            self.transport.abort()
            raise Malformed
        super().on_message_begin()
        self._in_head, self._head, self._size = True, 0, max(self._size, 1)

    def on_response_complete(self) -> None:
        """An answer is written; where the connection ends with it, it still has to be fetched."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._leaving.begin()

    def timeout_keep_alive_handler(self) -> None:
        """Nothing more was asked for."""
        super().timeout_keep_alive_handler()
        self._leaving.begin()

    def on_url(self, url: bytes) -> None:
        """A part of the address."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header."""
        self._count(len(name) + len(value) + 4)
        super().on_header(name, value)

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > HEAD_BYTES:
            self._why = HeadTooLarge()
            raise self._why

    def on_headers_complete(self) -> None:
        """A head is whole: it is heard, and its body has to come on."""
        self._settled()
        self._in_head, self._in_body, self._size, self._ignored = False, True, 0, 0
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """A request is whole."""
        self._settled()
        self._in_body, self._in_head, self._size = False, True, 0
        super().on_message_complete()

    def pause_writing(self) -> None:
        """The peer does not fetch its answer as fast as it was written."""
        self._leaving.begin()
        super().pause_writing()

    def resume_writing(self) -> None:
        """It has fetched most of it."""
        self._leaving.end()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words, for which there are our own
        """What is no HTTP, or too much of it."""
        self._refuse(self._why)

    def _await(self, seconds: float, then: Callable[[], None]) -> None:
        self._awaited = self.loop.call_later(seconds, self._due, then, TURNS)

    def _due(self, then: Callable[[], None], turns: int) -> None:
        """Time is over, unless something lies here that a busy loop has not read yet."""
        if turns:
            self._awaited = self.loop.call_soon(self._due, then, turns - 1)
        else:
            then()

    def _settled(self) -> None:
        self.line.unheard.pop(self, None)
        if self._awaited is not None:
            self._awaited.cancel()
            self._awaited = None

    def _no_head(self) -> None:
        self._awaited = None
        self._refuse(TooSlow()) if self._size else self.transport.abort()

    def _look_at_body(self) -> None:
        """A body goes on, waits for the application to take it, or has stopped."""
        self._awaited = None
        if self._size < LEAST_BYTES and not self.flow.read_paused:
            self._refuse(TooSlow())
            return
        self._size = 0
        self._await(self.line.patience.look_seconds, self._look_at_body)

    def _refuse(self, why: DispatchError) -> None:
        """Say why, where nothing was answered yet, and close."""
        if self.transport.is_closing():
            return
        if not (self._in_body and self.cycle.response_started):
            body = body_of(why)
            head = f"content-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
            self.transport.write(STATUS_LINE[status_of(why)] + head.encode() + body)
        self.transport.close()
        self._leaving.begin()


class PatientSocket(WebSocketsSansIOProtocol):
    """WebSocket with an end to patience."""

    line: Line

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.queue = Unread()
        self._pings = 0
        self._minute = self.loop.time()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A request for a socket."""
        self._leaving = Leaving(self.loop, cast(asyncio.Transport, transport), self.line.patience)
        super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """The peer is gone."""
        self._leaving.end()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The peer does not read as fast as it is written to."""
        self._leaving.begin()
        super().pause_writing()

    def resume_writing(self) -> None:
        """It has read most of it."""
        self._leaving.end()
        super().resume_writing()

    def handle_connect(self, event: Request) -> None:
        """The talk may hand on messages that are framed already; uvicorn would frame each anew for every socket."""
        super().handle_connect(event)
        if not self.close_sent:
            cast(dict[str, object], self.scope["extensions"])[READY] = self.send_ready

    def start_keepalive(self) -> None:
        """Hands are shaken: what was asked and answered in doing so is worth nothing any more, five KiB a socket."""
        super().start_keepalive()
        self.request.headers.clear()  # what reads the frames holds the request for as long as it reads
        del self.request, self.response
        cast(list[object], self.scope["headers"]).clear()

    async def send_ready(self, octets: bytes) -> None:
        """A whole message as it goes over the line, waited for like any other.

        Raises:
            ClientDisconnected: nobody is there any more, or one side has said good-bye.
        """
        await self.writable.wait()
        if self.disconnected or self.close_sent or self.conn.state is not State.OPEN:
            raise ClientDisconnected
        self.transport.write(octets)

    async def run_asgi(self) -> None:
        """The talk; what was said last still has to be read."""
        await super().run_asgi()
        self._leaving.begin()

    def handle_ping(self) -> None:
        """Answer it; who pings without end, and perhaps never reads an answer, is let go."""
        now = self.loop.time()
        if now - self._minute >= 60:
            self._minute, self._pings = now, 0
        self._pings += 1
        if self._pings > PINGS_A_MINUTE:
            self._give_up()
        else:
            super().handle_ping()

    def handle_cont(self, event: Frame) -> None:
        """A further part of a message; empty ones would count for nothing."""
        if len(self.frames) >= MOST_UNHEARD:
            self._give_up()
        else:
            super().handle_cont(event)

    def send_receive_event_to_app(self) -> None:
        """A message for the application, unless it has not read so many already."""
        if self.queue.qsize() >= MOST_UNHEARD:
            self._give_up()
        else:
            super().send_receive_event_to_app()

    def _give_up(self) -> None:
        """No talk any more: what came and what was to go is dropped."""
        if not self.transport.is_closing():
            self.transport.abort()


def protocols(
    patience: Patience = Patience(), most: int | None = None
) -> tuple[type[Patient], type[PatientSocket]]:
    """What the server of this process speaks, HTTP and WebSocket; ``most`` connections, else what the system allows."""
    here = Line(most or room(), patience)

    class Connection(Patient):
        line = here

    class Socket(PatientSocket):
        line = here

    return Connection, Socket
