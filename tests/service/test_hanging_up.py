"""Whoever hangs up before their turn to sign in costs no hash, over a real connection; who waits is let in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import AsyncExitStack

import uvicorn

from dispatch.actions.passwords import Passwords
from dispatch.app import create_app
from dispatch.settings import Settings
from tests.attack.raw import connected
from tests.hashing import PATIENCE_SECONDS, Held
from tests.serving import serving
from tests.web import towns

HASTY = 12


def signing_in(url: str, username: str) -> bytes:
    """The request of somebody who signs in."""
    form = json.dumps({"username": username, "password": towns.PASSWORD}).encode()
    head = (
        f"POST /api/session HTTP/1.1\r\nHost: {url.removeprefix('http://')}\r\nOrigin: {url}\r\n"
        "X-Requested-With: dispatch\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(form)}\r\n\r\n"
    )
    return head.encode() + form


async def reached(count: Callable[[], int], number: int) -> None:
    """Let others have their turn until so many are counted."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            if count() == number:
                return
            await asyncio.sleep(0)


async def test_who_hangs_up_costs_no_hash(settings: Settings) -> None:
    held = Held()
    passwords = Passwords(held)
    url = settings.public_url
    port = int(url.rsplit(":", 1)[1])
    app = create_app(settings, lambda: passwords)
    config = uvicorn.Config(app, port=port, log_level="warning", ws="websockets-sansio")
    async with serving(config) as server, connected(port) as one, connected(port) as other:
        connections = server.server_state.connections
        for username, patient in (("towna", one), ("townb", other)):
            await patient.send(signing_in(url, username))
        await reached(lambda: held.begun, 2)
        async with AsyncExitStack() as hasty:
            for number in range(HASTY):
                made = await hasty.enter_async_context(connected(port))
                await made.send(signing_in(url, f"guessed{number}"))
            await reached(lambda: passwords._waiting, 2 + HASTY)
        await reached(lambda: len(connections), 2)
        held.may.set()
        for patient in (one, other):
            assert (await patient.answer()).startswith(b"HTTP/1.1 200")
        await reached(lambda: passwords._waiting, 0)
    assert held.begun == 2
