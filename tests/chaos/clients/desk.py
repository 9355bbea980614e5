"""A desk that watches: the boards of its streams over a socket; frames, and now and then a whole view, written down."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed

from dispatch.client import StreamReader
from dispatch.client.board import Board
from tests.chaos.clients.again import pauses, while_not
from tests.chaos.clients.ok import Lag, Oks
from tests.chaos.clients.person import Person
from tests.chaos.journal import Saw, Told, said, shown
from tests.chaos.world.world import World

VIEWS = 0.05
"""Share of frames after which the whole board is written down."""


class Desk:
    """One person at one desk; somebody who has signed in already may be handed in."""

    def __init__(
        self, world: World, username: str, oks: Oks, name: str = "", person: Person | None = None
    ) -> None:
        self.name = name or f"desk-{username}"
        self.world = world
        self.person = person or Person(world, username)
        self.lag = Lag(oks)
        self.boards: dict[int, Board] = {}
        self.dice = world.random(self.name)
        self.journal = world.journal(self.name)
        self._changed = asyncio.Event()
        self._reader: StreamReader | None = None

    @property
    def connected(self) -> bool:
        """Whether it hears of what happens now."""
        return self._reader is not None and self._reader.connected.is_set()

    @property
    def worst_lag_ms(self) -> float | None:
        """The longest from an ok to the moment it was on this screen."""
        return self.lag.worst_ms

    async def run(self) -> None:
        """Watch until it is quiet."""
        async with self.person.online() as client:
            await while_not(self.world.quiet, self.watch(client))

    async def settle(self) -> None:
        """Watch until every board is as far as the database, and write it down."""
        async with self.person.online() as client:
            watching = asyncio.create_task(self.watch(client))
            try:
                await self.catch_up(client)
            finally:
                watching.cancel()
                await asyncio.gather(watching, return_exceptions=True)

    async def watch(self, client: httpx.AsyncClient) -> None:
        """Follow; a session that has ended is signed in anew, with what was on the boards."""
        client.event_hooks = {"response": [self._note_snapshot]}
        while True:
            self._reader = reader = StreamReader(client, self.person.url)
            reader.boards = self.boards  # the very same: it is filled there and looked at here
            try:
                await reader.follow(self._hear)
            except (httpx.HTTPStatusError, ConnectionClosed):
                await self.person.sign_in(client)

    async def catch_up(self, client: httpx.AsyncClient) -> None:
        """Wait until each board has come as far as the snapshot of now, or further, and write them down."""
        tops: dict[int, int] = {}
        async for _ in pauses(self.dice):
            with suppress(httpx.HTTPError, OSError):
                tops = {stream: await self._top(client, stream) for stream in tuple(self.boards)}
            if tops:
                break
        while any(stream not in self.boards or self.boards[stream].seq < top for stream, top in tops.items()):
            self._changed.clear()
            await self._changed.wait()
        self.write_views()

    def write_views(self) -> None:
        """Every board as it is held now."""
        for board in self.boards.values():
            self._write_view(board)

    async def _top(self, client: httpx.AsyncClient, stream: int) -> int:
        answer = await client.get(f"/api/streams/{stream}/snapshot")
        answer.raise_for_status()
        seq: int = answer.json()["seq"]
        return seq

    async def _note_snapshot(self, answer: httpx.Response) -> None:
        if not answer.request.url.path.endswith("/snapshot") or answer.status_code != 200:
            return
        await answer.aread()
        told = answer.json()
        self.lag.show(told["tickets"])
        self._write("snapshot", told["stream"], told["epoch"], 0, told["seq"], shown(told["tickets"]))

    def _hear(self, message: Mapping[str, Any]) -> None:
        self._changed.set()
        if message["type"] != "frame":
            return
        self.lag.show(entry["row"] for entry in message["entries"] if "row" in entry)
        self._write(
            "frame", message["stream"], message["epoch"], message["from"], message["to"], said(message)
        )
        if message["stream"] in self.boards and self.dice.random() < VIEWS:
            self._write_view(self.boards[message["stream"]])

    def _write_view(self, board: Board) -> None:
        self._write("view", board.stream, board.epoch, 0, board.seq, shown(board.tickets.values()))

    def _write(
        self, where: str, stream: int, epoch: str, first: int, last: int, tickets: tuple[Told, ...]
    ) -> None:
        self.journal.write(
            Saw(
                client=self.name,
                where=where,
                readers=self.person.rights.readers,
                tickets=tickets,
                stream=stream,
                epoch=epoch,
                first=first,
                last=last,
            )
        )
