"""Measures the desk in a real browser with 50,000 open tickets; writes docs/screens-measured.md.

``SCREENS_SECONDS`` says how long events are pushed, ``SCREENS_REPLAYED`` how many are replayed at the end.
Run by `make bench-screens`.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psycopg
from playwright.async_api import Browser

from deploy.bootstrap.place import BUILT
from tests.bench import ground, latency, wire
from tests.bench.life.filling import OPEN, fill
from tests.bench.machine import machine
from tests.bench.orders import ADDRESSES, Orders
from tests.bench.screens import report
from tests.bench.screens.screen import Screen, chromium, screen
from tests.bench.screens.way import parted, spread
from tests.chaos.proxy.handle import Proxy, proxying
from tests.databases import WEBHOOK_SECRET

HERE: Final = Path(__file__).parent
PATH: Final = "/hotline/v1/huaian-12345/messages"
CELLS: Final = 2_000
SECONDS: Final = int(os.environ.get("SCREENS_SECONDS", "30"))
REPLAYED: Final = int(os.environ.get("SCREENS_REPLAYED", "72000"))
AT_ONCE: Final = 360
RATE: Final = 20
"""Events a second: a new order, and the withdrawal of one that came before, in turns."""
LYING: Final = 6
"""So many orders lie on the list at a time, where the newest comes last: all of them in sight."""
TIMES: Final = 3
RESTING: Final = 8
CUTS: Final = 50
READINGS: Final = 5
"""Of what a page holds, before the long replay and after it; the middle one counts."""
EMPTY: Final = "null.html"
_TOWN: Final = (
    "SELECT t.stream, n.name FROM ticket t JOIN unit u ON u.id = t.stream JOIN town n ON n.code = u.town "
    "WHERE t.state = 'signed' AND t.stream IN (SELECT unit FROM membership JOIN account USING (person)) "
    "GROUP BY 1, 2 ORDER BY count(*) DESC, 1 LIMIT 1"
)
_DISTRICT: Final = "SELECT id FROM unit WHERE kind = 'district_center'"
_SESSION: Final = (
    "INSERT INTO session (digest, person, created_at, seen_at, expires_at) SELECT sha256(%s), person, now(), now(), "
    "now() + interval '1 hour' FROM membership JOIN account USING (person) WHERE role = %s AND unit = %s "
    "ORDER BY person LIMIT 1 RETURNING person"
)
_CELLS: Final = "SELECT count(*) FROM cell WHERE boundary_version = 1"
_IDS: Final = "SELECT order_no, id FROM ticket WHERE order_no = ANY (%s)"
_COUNT: Final = (
    "SELECT count(*) FROM ticket WHERE state = %s AND stream = %s AND 'unit:' || stream = ANY (audience)"
)
_REPLAY: Final = (HERE / "replay.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Scene:
    """Who sits where, before which page, and where the orders come from that appear there."""

    name: str
    role: str
    unit: int
    path: str
    orders: Orders


@dataclass
class Run:
    """One run: where, and what came out so far."""

    made: ground.Ground
    proxy: Proxy
    browser: Browser
    results: dict[str, Any] = field(default_factory=dict)

    def page(self, scene: Scene) -> AbstractAsyncContextManager[Screen]:
        """A page of the scene's person, who has just signed in."""
        token = secrets.token_hex()
        with psycopg.connect(self.made.owner_url) as connection:
            assert connection.execute(_SESSION, (token.encode(), scene.role, scene.unit)).fetchone()
        return screen(self.browser, f"http://127.0.0.1:{self.proxy.port}", token)

    async def push(self, messages: list[tuple[str, bytes]], rate: int = RATE) -> latency.Sent:
        """Messages at a rate; withdrawals are answered by 200, or by 202 where they overtake their order."""
        sent = await latency.push(self.proxy.port, messages, rate)
        refused = {status: count for status, count in sent.refused.items() if status not in (200, 202)}
        assert not refused, f"the service refused events: {refused}"
        return sent

    async def nothing(self, scene: Scene) -> float:
        """First paint of a page with one character, from the same server: the middle one."""
        found = []
        for _ in range(TIMES):
            async with self.page(scene) as opened:
                found.append(await opened.painted(f"/assets/{EMPTY}"))
        return sorted(found)[TIMES // 2]

    async def scene(self, scene: Scene) -> dict[str, Any]:
        """How its page comes, to whoever has never been here, and how it takes events."""
        first: list[dict[str, float]] = []
        for _ in range(TIMES - 1):
            async with self.page(scene) as opened:
                first.append(await opened.shown(scene.path))
        async with self.page(scene) as opened:
            first.append(await opened.shown(scene.path))
            events = await self.events(scene, opened)
        middle = {name: sorted(each[name] for each in first)[TIMES // 2] for name in first[0]}
        return {"first": middle, "events": events}

    async def events(self, scene: Scene, opened: Screen) -> dict[str, Any]:
        """When rows stand, and what an event costs the main thread beside what it does at rest."""
        await opened.busy(3)
        resting = await opened.busy(RESTING) / RESTING
        await opened.longest()
        await opened.hears()
        before, began = await opened.worked(), time.monotonic()
        messages = list(flow(scene.orders, SECONDS * RATE))
        sent = await self.push(messages)
        await asyncio.sleep(1)
        took = time.monotonic() - began
        worked = await opened.worked() - before
        return {
            **parted(self.answered(sent), await opened.heard(), await opened.rows()),
            "main_ms": (worked - resting * took) / len(messages),
            "resting": resting,
            "longest": await opened.longest(),
            "frames": await self.frames(scene, opened),
            "by_hand": await opened.by_hand(RESTING * RATE, RATE),
        }

    def answered(self, sent: latency.Sent) -> dict[str, float]:
        """When the sender of each new ticket had its answer, in milliseconds of the machine's clock."""
        offset = time.time() - time.monotonic()
        with psycopg.connect(self.made.owner_url) as connection:
            ids: dict[str, int] = dict(connection.execute(_IDS, (list(sent.answered),)).fetchall())
        return {str(ids[order]): (at + offset) * 1e3 for order, at in sent.answered.items() if order in ids}

    async def frames(self, scene: Scene, opened: Screen) -> dict[str, dict[str, float]]:
        """How the browser's frames follow each other, at rest and while something happens each second."""
        await opened.busy(RESTING)
        still = await opened.frames(RESTING)
        messages = list(flow(scene.orders, RESTING))
        moving = asyncio.create_task(opened.frames(len(messages)))
        await self.push(messages, 1)
        return {"still": spread(still), "moving": spread(await moving)}

    async def cut(self, scene: Scene) -> dict[str, Any]:
        """Every connection is cut again and again while tickets go on; in the end the page counts what there is."""
        async with self.page(scene) as opened:
            await opened.shown(scene.path)
            pushing = asyncio.create_task(self.pushing_past(scene.orders))
            took = []
            for _ in range(CUTS):
                lives, began = await opened.lives(), time.monotonic()
                await self.proxy.cut()
                await opened.lives_again(lives)
                took.append(time.monotonic() - began)
            pushing.cancel()
            await asyncio.gather(pushing, return_exceptions=True)
            shown, there = await self.agreed(opened, "dispatched", scene.unit)
        return {
            "cuts": CUTS,
            "p50": sorted(took)[CUTS // 2],
            "longest": max(took),
            "shown": shown,
            "there": there,
        }

    async def pushing_past(self, orders: Orders) -> None:
        """Tickets for as long as this lasts; a connection that is cut is the sender's matter, who tries again."""
        while True:
            await latency.push(self.proxy.port, list(flow(orders, RATE)), RATE)

    async def replay(self, scene: Scene) -> dict[str, Any]:
        """As many events as a long shift brings, through the page's own line: what it holds before and after."""
        async with self.page(scene) as opened:
            await opened.shown(scene.path)
            before, began = await self.held(scene, opened), time.monotonic()
            await self.change(scene.unit, REPLAYED // AT_ONCE)
            await self.agreed(opened, "in_progress", scene.unit)
            seconds = time.monotonic() - began
            after = await self.held(scene, opened)
        return {"events": REPLAYED, "seconds": seconds, "before": before, "after": after}

    async def held(self, scene: Scene, opened: Screen) -> list[float]:
        """What the page holds, MiB, read some times with events in between: one reading is off by a seventh."""
        readings = []
        for _ in range(READINGS):
            await self.change(scene.unit, 10)
            await self.agreed(opened, "in_progress", scene.unit)
            readings.append(await opened.heap_mib())
        return readings

    async def change(self, stream: int, times: int) -> None:
        """So many tickets at once change hands, again and again; nobody's triggers are asked."""
        async with await psycopg.AsyncConnection.connect(self.made.owner_url, autocommit=True) as connection:
            await connection.execute("SET session_replication_role = replica")
            for turn in range(times):
                words = {"stream": stream, "many": AT_ONCE, "after": turn % 10 * AT_ONCE}
                await connection.execute(_REPLAY, words)

    async def agreed(self, opened: Screen, state: str, stream: int) -> tuple[int, int]:
        """How many a list counts and how many there are, once they agree, or after a minute without."""
        until = time.monotonic() + 60
        while (shown := await opened.counted(state)) != (there := self.count(state, stream)):
            if time.monotonic() > until:
                break
            await asyncio.sleep(0.25)
        return shown, there

    def count(self, state: str, stream: int) -> int:
        """How many tickets of a stream that its center may see are in a state."""
        with psycopg.connect(self.made.owner_url) as connection:
            (number,) = connection.execute(_COUNT, (state, stream)).fetchone() or (0,)
        return int(number)


def arrived(orders: Orders) -> tuple[str, bytes]:
    """The signed message of a new order, by its number."""
    (body,) = orders.take(1)
    return body["工单编号"], signed(body)


def withdrawn(order: str) -> tuple[str, bytes]:
    """The signed message that an order was withdrawn."""
    body = {"推送类型": "撤单", "工单编号": order, "撤单原因": "问题已经解决"}
    return f"withdrawn {order}", signed(body)


def signed(body: dict[str, Any]) -> bytes:
    """A delivery of its own."""
    return wire.request(PATH, WEBHOOK_SECRET, f"msg_{uuid.uuid4().hex}", body)


def flow(orders: Orders, many: int) -> Iterator[tuple[str, bytes]]:
    """New orders and withdrawals of those that came some orders before, in turns; in the end none is left."""
    lying: list[str] = []
    for number in range(many):
        if number % 2 and len(lying) > LYING:
            yield withdrawn(lying.pop(0))
        else:
            order, request = arrived(orders)
            lying.append(order)
            yield order, request
    yield from map(withdrawn, lying)


def scenes(owner_url: str) -> list[Scene]:
    """An operator of the town with most open tickets, of those that sign in, and the district's, before two pages."""
    with psycopg.connect(owner_url) as connection:
        town, name = connection.execute(_TOWN).fetchone() or (0, "")
        (district,) = connection.execute(_DISTRICT).fetchone() or (0,)
        addresses = connection.execute(ADDRESSES).fetchall()
    own = Orders([each for each in addresses if each[0].startswith(name)])
    all_over = Orders(addresses, made=10**6)
    who = ("district_operator", district)
    return [
        Scene("a town's desk", "town_operator", town, "/?duty=dispatched", own),
        Scene("the district: its towns, the list of all", *who, "/?view=towns&list=open", all_over),
        Scene("the district: list and map", *who, "/?view=desk&duty=dispatched", all_over),
    ]


def populate(owner_url: str) -> None:
    """Two thousand cells, fifty thousand open tickets."""
    with psycopg.connect(owner_url) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute((HERE / "cells.sql").read_text(encoding="utf-8"), {"cells": CELLS})
    fill(owner_url, OPEN)


@contextmanager
def pages() -> Iterator[Path]:
    """The built frontend, and beside it a page with one character."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "dist"
        shutil.copytree(BUILT, copy)
        (copy / "assets" / EMPTY).write_text("<!doctype html><title>0</title><p>0</p>", encoding="utf-8")
        yield copy


@asynccontextmanager
async def running(made: ground.Ground, callback_port: int) -> AsyncIterator[Proxy]:
    """The service behind a relay that can be cut, which is the address people know."""
    port = ground.free_port()
    async with proxying() as proxies:
        proxy = await proxies.to(("127.0.0.1", port))
        with pages() as built:
            more = {
                "DISPATCH_FRONTEND_DIR": str(built),
                "DISPATCH_PUBLIC_URL": f"http://127.0.0.1:{proxy.port}",
            }
            with (
                ground.service(made, os.environ["REDIS_URL"], callback_port, port, more),
                ground.null(made, callback_port),
            ):
                yield proxy


async def measured(made: ground.Ground, callback_port: int, results: dict[str, Any]) -> None:
    """Everything in turn."""
    async with running(made, callback_port) as proxy, chromium() as browser:
        results["machine"]["browser"] = f"Chromium {browser.version}, WebGL in software (SwiftShader)"
        run = Run(made, proxy, browser, results)
        every = scenes(made.owner_url)
        town = every[0]
        await run.push([arrived(each.orders) for each in every])
        results["nothing"] = await run.nothing(town)
        for each in every:
            await part(results["scenes"], each.name, run.scene(each))
        await part(results, "replay", run.replay(town))
        await part(results, "cut", run.cut(town))


async def part(found: dict[str, Any], name: str, measuring: Awaitable[dict[str, Any]]) -> None:
    """One part of the run; what fails is said in the report, and the next is measured all the same."""
    try:
        found[name] = await measuring
    except Exception as error:  # noqa: BLE001 - it is told
        found[name] = {"failed": str(error).splitlines()[0]}
    _tell(f"{name}: {found[name]}")


def _tell(words: str) -> None:
    sys.stderr.write(f"  {words}\n")
    sys.stderr.flush()


def main() -> int:
    """Measure and write; 1 where a target was missed."""
    began = time.monotonic()
    callback_port = ground.free_port()
    results: dict[str, Any] = {
        "rate": RATE,
        "pushed": SECONDS,
        "replayed": REPLAYED,
        "at_once": AT_ONCE,
        "cuts": CUTS,
        "tickets": OPEN,
        "scenes": {},
        "loads": report.loads(),
    }
    with ground.ground(os.environ["DATABASE_URL"], callback_port) as made:
        results["machine"] = machine(made.owner_url, os.environ["REDIS_URL"])
        populate(made.owner_url)
        with psycopg.connect(made.owner_url) as connection:
            (results["cells"],) = connection.execute(_CELLS).fetchone() or (0,)
        asyncio.run(measured(made, callback_port, results))
    results["seconds"] = time.monotonic() - began
    return 0 if report.write(results) else 1


if __name__ == "__main__":
    sys.exit(main())
