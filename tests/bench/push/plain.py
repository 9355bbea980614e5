"""The plain send loop beside which the service's frames are measured: ASGI, the service's own server settings, no more.

Every entry is a message of its own to every socket: ``await send(…)`` in a loop. Each socket that connects is greeted
like a client of ours and counts as live at once. Control is a line of standard input: ``{"entries": [text, …]}`` sends
each text to every socket; the answer is ``{"sent", "cpu", "seconds"}``. Run by ``__main__``.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from typing import Any

import uvicorn

SENDS: list[Any] = []


async def app(scope: Any, receive: Any, send: Any) -> None:
    """One socket: greeted, then only sent to."""
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    await receive()
    await send({"type": "websocket.send", "text": '{"type":"welcome","streams":[],"rights":""}'})
    SENDS.append(send)
    while (await receive())["type"] != "websocket.disconnect":
        pass


async def pour(texts: list[str]) -> dict[str, float]:
    """Each text to every socket."""
    before, begun = _cpu(), time.monotonic()
    for text in texts:
        for send in SENDS:
            await send({"type": "websocket.send", "text": text})
        await asyncio.sleep(0)
    return {"sent": len(texts) * len(SENDS), "cpu": _cpu() - before, "seconds": time.monotonic() - begun}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Telling(uvicorn.Server):
    """Says an empty answer once it listens."""

    async def startup(self, sockets: list[Any] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        sys.stdout.write("{}\n")
        sys.stdout.flush()


async def main() -> None:
    """Serve, and pour when asked."""
    config = uvicorn.Config(
        app, port=int(sys.argv[1]), lifespan="off", loop="uvloop", http="httptools", access_log=False,
        log_level="warning", server_header=False, ws_max_size=64 * 1024, ws_max_queue=32, ws_per_message_deflate=False,
    )  # fmt: skip
    config.load()
    server = Telling(config)
    serving = asyncio.create_task(server.serve())
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        sys.stdout.write(json.dumps(await pour(json.loads(line)["entries"])) + "\n")
        sys.stdout.flush()
    server.should_exit = server.force_exit = True
    await serving


if __name__ == "__main__":
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
