"""The live edge: socket tickets, snapshots, and the socket itself, a thin shell around ``live.session`` and the hub."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import orjson
from fastapi import APIRouter, Depends, Response, WebSocket, WebSocketDisconnect
from pydantic import BaseModel
from starlette.types import Receive, Scope, Send

from dispatch import metrics
from dispatch.actions import sockets
from dispatch.actions.sign_in import SignedIn
from dispatch.domain import access
from dispatch.domain.units import Units
from dispatch.errors import SOCKET_CODES, DatabaseAway, Forbidden, NotFound
from dispatch.live.frames import Framed, Told, refetch
from dispatch.live.hub import Client, Hub, unheard
from dispatch.live.relay import BEACON_SECONDS
from dispatch.live.session import Close, Hello, Presence, Resume, Session, judge
from dispatch.reads.snapshots import Snapshots
from dispatch.store import streams as store
from dispatch.store.database import Database
from dispatch.web.connections import READY
from dispatch.web.guard import DESK, Guard, Open, SocketRoute
from dispatch.web.messages import Snapshot
from dispatch.web.problems import note_refusal
from dispatch.web.unread import looked

HELLO_SECONDS = 10.0
MOST_WINDOWS = 64
"""Sockets of one person to one process: windows, phones, and those whose end was not noticed yet."""
CLOSE_SECONDS = 5.0
"""How long a client that was not reading may take to hear why it is closed; then the connection is let go."""

_WHY = {code: name for name, code in SOCKET_CODES.items()}


class SocketTicket(BaseModel):
    """一次性连接凭证。"""

    ticket: str
    expires_in: int


def router(
    guard: Guard, hub: Hub, units: Callable[[], Units], public_url: str, now: Callable[[], str]
) -> APIRouter:
    """The routes of the streams; ``now`` says the database's time for the welcome."""
    routes = APIRouter(prefix="/api", tags=["stream"])
    snapshots = Snapshots(guard.database, units)
    asked = sockets.Sockets(guard.database)
    signed_in = guard.needs(even_locked=True, counts=False)
    coming_back = guard.needs(even_locked=True, counts=False, crowd=asked.of_session)

    @routes.post("/socket-ticket")
    async def socket_ticket(person: SignedIn = Depends(coming_back)) -> SocketTicket:
        """换取一次性连接凭证（30 秒内有效）。"""
        return SocketTicket(ticket=await asked.issue(person), expires_in=sockets.SECONDS)

    @routes.get("/streams/{stream}/snapshot", response_class=Response, responses={200: {"model": Snapshot}})
    async def snapshot(stream: int, person: SignedIn = Depends(signed_in)) -> Response:
        """一个中心的在办工单全貌与位置号。"""
        if stream not in access.streams(person.memberships, units()):
            raise NotFound
        made = await snapshots.of(stream, person.readers, hub.epoch)
        headers = {"Content-Encoding": "gzip", "Cache-Control": "no-store"}
        return Response(made.body(person.rights), media_type="application/json", headers=headers)

    talking = Talking(guard.database, asked, hub, units, now, _origins(public_url))
    routes.routes.append(SocketRoute("/api/stream", talking, Open("opened by a one-use ticket")))
    return routes


@dataclass(frozen=True, slots=True)
class Talking:
    """The application of the sockets: a talk over each."""

    database: Database
    sockets: sockets.Sockets
    hub: Hub
    units: Callable[[], Units]
    now: Callable[[], str]
    origin: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Talk over one socket until either side ends it."""
        talk = Talk(
            WebSocket(scope, receive, send), self.database, self.sockets, self.hub, self.units, self.now
        )
        await talk.run(self.origin)


def _kind(person: SignedIn) -> str:
    """What a socket belongs to, by what its person is: a desk that sees a center's work, or one who works outside."""
    return "desk" if {each.role for each in person.memberships} & DESK else "field"


def _origins(public_url: str) -> str:
    parts = urlsplit(public_url)
    return f"{parts.scheme}://{parts.netloc}"


class Talk:
    """One socket from accept to close."""

    __slots__ = (
        *("_socket", "_database", "_sockets", "_hub", "_units", "_now"),
        *("_session", "_client", "_joined"),
    )

    def __init__(
        self,
        socket: WebSocket,
        database: Database,
        asked: sockets.Sockets,
        hub: Hub,
        units: Callable[[], Units],
        now: Callable[[], str],
    ) -> None:
        self._socket = socket
        self._database = database
        self._sockets = asked
        self._hub = hub
        self._units = units
        self._now = now
        self._session = Session(time.monotonic())
        self._client: Client | None = None
        self._joined: set[int] = set()

    async def run(self, origin: str) -> None:
        """Talk until either side ends it."""
        given = self._socket.headers.get("origin")
        if (
            given is not None
            and given != origin
            and urlsplit(given).netloc != self._socket.headers.get("host")
        ):
            note_refusal(self._socket, Forbidden())
            await self._socket.close(SOCKET_CODES["not-signed-in"])
            return
        await self._socket.accept()
        try:
            await self._talk_while_there()
        except (WebSocketDisconnect, RuntimeError, OSError):
            return
        finally:
            if self._client is not None:
                self._hub.leave(self._client)
                metrics.SOCKETS_ENDED.labels(_WHY.get(self._client.closing or 0, "left")).inc()

    async def _talk_while_there(self) -> None:
        """Talk; a question that the database cannot answer now ends the talk with a code of its own."""
        try:
            await self._talk()
        except DatabaseAway:
            if self._client is not None:
                self._client.close(SOCKET_CODES["database-away"])
            await self._end(SOCKET_CODES["database-away"])

    async def _talk(self) -> None:
        try:
            text = await self._first()
        except TimeoutError:
            await self._socket.close(SOCKET_CODES["no-hello"])
            return
        person = await self._greet(text)
        if person is None:
            return
        client = Client(person.person, person.name, person.session, person.readers, _kind(person))
        self._client = client
        self._hub.enter(client)
        client.put(self._welcome(person))
        if self._hub.health:
            client.put(self._hub.health)
        await self._both_ways(client)
        self._hub.leave(client)
        if client.closing is not None:
            await self._end(client.closing)

    async def _both_ways(self, client: Client) -> None:
        """Read here and write beside it, until one of them ends or the client is to be closed; its error is raised.

        One task besides the socket's own: thousands of sockets wait here.
        """
        is_talking = True
        writing = asyncio.create_task(self._write(client))
        reading = asyncio.timeout(None)

        def over(_: object = None) -> None:
            if is_talking and not reading.expired():
                reading.reschedule(0)

        try:
            async with reading:
                client.over = over
                writing.add_done_callback(over)
                await self._read(client)
        except TimeoutError:
            if not reading.expired():
                raise
        finally:
            is_talking, client.over = False, unheard
            writing.cancel()
            await asyncio.wait([writing])
        if not writing.cancelled():
            writing.result()

    async def _end(self, code: int) -> None:
        """Say why it ends to a client that may not be reading."""
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._socket.close(code)

    async def _first(self) -> str:
        """The first message, in time; what came in time counts, however late a busy process reads it.

        Raises:
            TimeoutError: nothing was said.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(HELLO_SECONDS):
                return await self._heard()
        await looked()
        async with asyncio.timeout(0):
            return await self._heard()

    async def _heard(self) -> str:
        """The next message; one that is no text reads as an empty one, which nobody understands."""
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message["code"])
        return message.get("text") or ""

    async def _greet(self, text: str) -> SignedIn | None:
        request = self._session.receive(text, time.monotonic())
        if not isinstance(request, Hello):
            await self._socket.close(SOCKET_CODES["bad-message"])
            return None
        person = await self._sockets.use(request.ticket)
        if person is None:
            await self._socket.close(SOCKET_CODES["not-signed-in"])
        elif self._hub.windows(person.person) >= MOST_WINDOWS:
            await self._socket.close(SOCKET_CODES["too-many"])
            return None
        return person

    def _welcome(self, person: SignedIn) -> str:
        boundary, gazetteer = self._hub.maps or (None, None)
        told = {
            "type": "welcome",
            "person": {"id": person.person, "name": person.name},
            "rights": person.rights,
            "streams": access.streams(person.memberships, self._units()),
            "now": self._now(),
            "beacon_seconds": int(BEACON_SECONDS),
            "boundary_version": boundary,
            "gazetteer_version": gazetteer,
        }
        return orjson.dumps(told).decode()

    async def _write(self, client: Client) -> None:
        """What the mailbox holds, as it comes; frames that many hear go out as they were made once for all."""
        ready = self._socket.scope.get("extensions", {}).get(READY)
        while (text := await client.take()) is not None:
            if ready is not None and isinstance(text, Framed):
                await ready(text.octets)
            else:
                await self._socket.send_text(text)
            client.sent(text)
            if isinstance(text, Told):
                text.sent()

    async def _read(self, client: Client) -> None:
        while client.closing is None:
            request = self._session.receive(await self._heard(), time.monotonic())
            match request:
                case Close(code):
                    client.close(code)
                case Resume():
                    await self._resume(client, request)
                case Presence(ticket):
                    await self._look(client, ticket)

    async def _resume(self, client: Client, request: Resume) -> None:
        """Continue a stream, with the rights of now: from the ring, else from the entries, else fetch again."""
        person = await self._sockets.of_session(client.session)
        if person is None or person.readers != client.readers:
            client.close(SOCKET_CODES["rights-ended"])
            return
        if request.stream in self._joined:
            self._hub.part(client, request.stream)
            self._joined.discard(request.stream)
        epoch, tops = await self._sockets.position()
        reason = judge(
            request,
            streams=access.streams(person.memberships, self._units()),
            epoch=epoch,
            rights=person.rights,
            top=tops.get(request.stream, 0),
        )
        if reason is None and await self._continue(client, request.stream, request.seq):
            self._joined.add(request.stream)
            return
        client.put(refetch(request.stream, reason or "too_old"))

    async def _continue(self, client: Client, stream: int, seq: int) -> bool:
        """Go on after a number; what the hub does not hold any more, or not yet, it takes in for all who come back."""
        if self._hub.join(client, stream, seq):
            return True
        if not self._hub.may_recall(stream, seq):
            return False
        self._hub.recall(*await self._sockets.entries(stream, seq))
        return self._hub.join(client, stream, seq)

    async def _look(self, client: Client, ticket: int | None) -> None:
        """Presence on a ticket counts only where the person may see it."""
        if ticket is not None:
            async with self._database.reader(client.readers) as tx:
                if not await store.visible(tx, ticket):
                    return
        self._hub.look(client, ticket)
