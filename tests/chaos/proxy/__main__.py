"""The proxy's process: ``python -m tests.chaos.proxy SEED``.

Told what to do by JSON lines on its input, and answers each with one. It ends when its input does, so that it never
outlives the scenario.
"""

from __future__ import annotations

import asyncio
import json
import sys
from random import Random
from typing import Any

from tests.chaos.proxy.backends import Backend, Backends
from tests.chaos.proxy.link import Link
from tests.chaos.proxy.toxics import Toxics


class Board:
    """The links by number."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._links: list[Link] = []

    async def do(self, order: dict[str, Any]) -> Any:
        """One order, and its answer."""
        if order["do"] == "open":
            return await self._open(order)
        link = self._links[order["link"]]
        match order["do"]:
            case "poison":
                return await link.poison(Toxics.of(order["toxics"]))
            case "cut":
                return link.cut()
            case "strand":
                return link.strand(client=order["client"])
            case "state":
                return link.state
        raise ValueError(order)

    async def _open(self, order: dict[str, Any]) -> dict[str, int]:
        targets = [each if isinstance(each, str) else (each[0], each[1]) for each in order["targets"]]
        link = Link(Backends([Backend(each) for each in targets], order["ready"]), self._random)
        await link.open()
        self._links.append(link)
        return {"link": len(self._links) - 1, "port": link.address[1]}

    async def close(self) -> None:
        """End every link."""
        for link in self._links:
            await link.close()


async def serve(seed: int) -> None:
    """Take orders until there are no more."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    board = Board(Random(seed))
    while line := await reader.readline():
        answer = await board.do(json.loads(line))
        print(json.dumps(answer), flush=True)
    await board.close()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
