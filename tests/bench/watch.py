"""The watching side of the latency run, a process of its own: many sockets, each arrival with its moment.

Reads ``{"url": …, "users": [[username, password, sockets], …]}`` from standard input, says ``ready``, watches until
the next line, and prints ``[[order number, seconds of the machine's steady clock], …]``. Run by ``latency``.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect

Heard = list[tuple[float, str]]


async def sign_in(url: str, username: str, password: str) -> httpx.AsyncClient:
    """A browser's session."""
    headers = {"X-Requested-With": "dispatch", "Origin": url, "Sec-Fetch-Site": "same-origin"}
    client = httpx.AsyncClient(base_url=url, headers=headers, timeout=60, trust_env=False)
    answer = await client.post("/api/session", json={"username": username, "password": password})
    answer.raise_for_status()
    return client


async def open_sockets(url: str, user: tuple[str, str, int]) -> list[ClientConnection]:
    """The sockets of one person, each on every stream that person may join."""
    username, password, count = user
    client = await sign_in(url, username, password)
    positions: dict[int, dict[str, Any]] = {}
    opened = []
    for _ in range(count):
        ticket = (await client.post("/api/socket-ticket")).json()["ticket"]
        socket = await connect(
            url.replace("http", "ws") + "/api/stream", compression=None, proxy=None, max_size=None
        )
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        for stream in json.loads(await socket.recv())["streams"]:
            if stream not in positions:
                shot = (await client.get(f"/api/streams/{stream}/snapshot")).json()
                positions[stream] = {name: shot[name] for name in ("epoch", "seq", "rights")}
            await socket.send(json.dumps({"type": "resume", "stream": stream, "position": positions[stream]}))
        opened.append(socket)
    await client.aclose()
    return opened


async def listen(socket: ClientConnection, heard: Heard) -> None:
    """Note each message and its moment; reading what it says comes afterwards."""
    async for text in socket:
        heard.append((time.monotonic(), str(text)))


def arrivals(heard: Heard) -> list[tuple[str, float]]:
    """The new tickets among what was heard, each with its moment."""
    return [
        (entry["row"]["order_no"], at)
        for at, text in heard
        for entry in json.loads(text).get("entries", ())
        if "row" in entry
    ]


async def main() -> None:
    """Watch from one line of the input to the next."""
    loop = asyncio.get_running_loop()
    told = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
    sockets = [one for user in told["users"] for one in await open_sockets(told["url"], user)]
    heard: Heard = []
    tasks = [asyncio.create_task(listen(socket, heard)) for socket in sockets]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.readline)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    sys.stdout.write(json.dumps(arrivals(heard)) + "\n")


asyncio.run(main())
