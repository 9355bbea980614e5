"""Follows the boards of a signed-in person: snapshot, resume, fold; comes back by itself after every cut."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from dispatch.client.board import Board, Taken

FINAL = frozenset({4401, 4403})
"""Close codes after which signing in again is the only way."""
_OVER = frozenset({401, 403})
"""The same as answers over HTTP."""
_FIRST_PAUSE_SECONDS = 0.2
_LONGEST_PAUSE_SECONDS = 10.0


class StreamReader:
    """The boards of the streams a session may join.

    ``client`` is an httpx client that has signed in (it holds the cookie). ``boards`` is true after each message that
    ``follow`` tells of. A reader that misses numbers resumes; one that cannot resume fetches a snapshot. The boards of
    streams that the session may no longer join are dropped.
    """

    def __init__(self, client: httpx.AsyncClient, url: str, tls: ssl.SSLContext | None = None) -> None:
        """``tls``: what certificates are checked against, where the service's is of an authority of one's own."""
        self._client = client
        self._tls = tls
        parts = urlsplit(url)
        self._socket_url = f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}/api/stream"
        self.boards: dict[int, Board] = {}
        self.connected = asyncio.Event()

    async def follow(self, heard: Callable[[dict[str, Any]], None] = lambda _: None) -> None:
        """Keep the boards current until cancelled; ``heard`` gets every message after it was applied.

        Raises:
            ConnectionClosed, httpx.HTTPStatusError: the session is over.
        """
        pause = _FIRST_PAUSE_SECONDS
        while True:
            try:
                async for message in self._talk():
                    pause = _FIRST_PAUSE_SECONDS
                    heard(message)
            except ConnectionClosed as closed:
                if closed.rcvd is not None and closed.rcvd.code in FINAL:
                    raise
            except httpx.HTTPStatusError as refused:
                if refused.response.status_code in _OVER:
                    raise
            except (OSError, InvalidHandshake, httpx.HTTPError):
                pass  # the service is away: it is asked again after the pause
            self.connected.clear()
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)

    async def _talk(self) -> AsyncIterator[dict[str, Any]]:
        ticket = await self._ticket()
        async with connect(self._socket_url, ssl=self._tls, compression=None, proxy=None) as socket:
            await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
            async for text in socket:
                message = json.loads(text)
                await self._take(socket, message)
                yield message

    async def _ticket(self) -> str:
        answer = await self._client.post("/api/socket-ticket")
        answer.raise_for_status()
        ticket: str = answer.json()["ticket"]
        return ticket

    async def _take(self, socket: ClientConnection, message: dict[str, Any]) -> None:
        match message["type"]:
            case "welcome":
                for stream in self.boards.keys() - set(message["streams"]):
                    del self.boards[stream]
                for stream in message["streams"]:
                    await self._resume(socket, stream)
                self.connected.set()
            case "refetch":
                self.boards.pop(message["stream"], None)
                await self._resume(socket, message["stream"])
            case "frame":
                board = self.boards[message["stream"]]
                if board.take(message) in (Taken.GAP, Taken.FOREIGN):
                    await self._resume(socket, message["stream"])

    async def _resume(self, socket: ClientConnection, stream: int) -> None:
        if stream not in self.boards:
            answer = await self._client.get(f"/api/streams/{stream}/snapshot")
            answer.raise_for_status()
            self.boards[stream] = Board.of_snapshot(answer.json())
        position = self.boards[stream].position
        await socket.send(json.dumps({"type": "resume", "stream": stream, "position": position}))
