"""The proxy misbehaves as told, and not otherwise: everything arrives whole and in order through a healthy link."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest

from tests.chaos.proxy import Toxics, proxying
from tests.chaos.proxy.backends import MISSES, Address, Backend, Backends
from tests.chaos.proxy.link import HOST, Link
from tests.ports import reserved
from tests.waiting import SECONDS, patient

LIMIT = 2**21
UNHEARD_MS = 50
"""After so long without a word that it was heard a kernel gives up; what it reaches is heard in no time."""


@dataclass
class Server:
    """Answers each line with its own name and the line; knows what became of its connections."""

    name: bytes = b""
    ready: bytes = b"200"
    met: list[asyncio.StreamWriter] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    ends: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A new connection."""
        self.met.append(writer)
        self.tasks.append(asyncio.create_task(self._answer(reader, writer)))

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                writer.write(
                    b"HTTP/1.1 " + self.ready + b"\r\n\r\n" if line.startswith(b"GET ") else self.name + line
                )
                await writer.drain()
            self.ends.put_nowait("end")
        except ConnectionResetError:
            self.ends.put_nowait("reset")
        except TimeoutError:
            self.ends.put_nowait("silence")
        finally:
            writer.close()


@asynccontextmanager
async def served(server: Server, address: Address) -> AsyncIterator[Server]:
    """The server, listening."""
    if isinstance(address, str):
        listening = await asyncio.start_unix_server(server.meet, address, limit=LIMIT)
    else:
        listening = await asyncio.start_server(server.meet, *address, limit=LIMIT)
    try:
        yield server
    finally:
        listening.close()
        for writer in server.met:
            writer.transport.abort()
        await asyncio.gather(*server.tasks)


@asynccontextmanager
async def linked(*targets: Address, ready: str | None = None) -> AsyncIterator[Link]:
    """A link in this process."""
    link = Link(Backends([Backend(each) for each in targets], ready, SECONDS), Random(1))
    await link.open()
    try:
        async with patient():
            yield link
    finally:
        await link.close()


@dataclass
class Caller:
    """A connection through a link."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def say(self, line: bytes) -> bytes:
        """The answer to a line."""
        self.writer.write(line + b"\n")
        return (await self.reader.readline()).rstrip()


Dying: TypeAlias = Callable[[Link], Awaitable[None]]
Call: TypeAlias = Callable[[tuple[str, int]], Awaitable[Caller]]


@pytest.fixture
async def call() -> AsyncIterator[Call]:
    """Connects; every connection ends with the test."""
    opened: list[Caller] = []

    async def called(address: tuple[str, int]) -> Caller:
        caller = Caller(*await asyncio.open_connection(*address, limit=LIMIT))
        opened.append(caller)
        return caller

    yield called
    for caller in opened:
        caller.writer.transport.abort()
        with suppress(OSError):
            await caller.writer.wait_closed()


@pytest.fixture
def unix(tmp_path: Path) -> str:
    """Where a server on a unix socket listens."""
    return str(tmp_path / "server")


async def test_a_healthy_link_passes_everything_on_and_both_ends_end(call: Call, unix: str) -> None:
    async with served(Server(), unix) as server, linked(unix) as link:
        caller = await call(link.address)
        text = Random(1).randbytes(1_000_000).replace(b"\n", b"")
        assert await caller.say(text) == text
        caller.writer.write_eof()
        assert await server.ends.get() == "end"
        assert await caller.reader.read() == b""


@pytest.mark.parametrize(
    "toxics",
    [
        Toxics(latency_ms=1, jitter_ms=3),
        Toxics(slice_bytes=3),
        Toxics(bytes_per_second=2_000_000),
        Toxics(latency_ms=1, jitter_ms=2, slice_bytes=1_000, bytes_per_second=50_000_000),
    ],
    ids=str,
)
async def test_late_slow_and_sliced_bytes_are_the_same_bytes(call: Call, unix: str, toxics: Toxics) -> None:
    async with served(Server(), unix), linked(unix) as link:
        await link.poison(toxics)
        caller = await call(link.address)
        lines = [str(number).encode() * 9 for number in range(300)]
        caller.writer.write(b"\n".join(lines) + b"\n")
        assert [(await caller.reader.readline()).rstrip() for _ in lines] == lines


async def test_latency_is_waited_for_on_the_way_it_is_on(call: Call, unix: str) -> None:
    async with served(Server(), unix), linked(unix) as link:
        await link.poison(Toxics(latency_ms=40, down=False))
        caller, loop = await call(link.address), asyncio.get_running_loop()
        began = loop.time()
        assert await caller.say(b"a") == b"a"
        assert loop.time() - began >= 0.04


async def test_a_narrow_line_takes_its_time(call: Call, unix: str) -> None:
    async with served(Server(), unix), linked(unix) as link:
        await link.poison(Toxics(bytes_per_second=100_000, up=False))
        caller, loop = await call(link.address), asyncio.get_running_loop()
        began = loop.time()
        await caller.say(b"a" * 5_000)
        await caller.say(b"b")
        assert loop.time() - began >= 0.05


async def test_what_stalls_arrives_when_the_link_heals(call: Call, unix: str) -> None:
    async with served(Server(), unix), linked(unix) as link:
        caller = await call(link.address)
        assert await caller.say(b"before") == b"before"
        await link.poison(Toxics(stall=True))
        answer = asyncio.create_task(caller.say(b"kept"))
        other = await call(link.address)
        waiting = asyncio.create_task(other.say(b"new"))
        await asyncio.wait({answer, waiting}, timeout=0.05)
        assert not answer.done()
        assert not waiting.done()
        await link.poison(Toxics())
        assert (await answer, await waiting) == (b"kept", b"new")


async def test_what_was_in_a_black_hole_stays_dead_and_what_comes_later_lives(call: Call, unix: str) -> None:
    async with served(Server(), unix) as server, linked(unix) as link:
        caller = await call(link.address)
        await caller.say(b"before")
        await link.poison(Toxics(black_hole=True))
        swallowed = asyncio.create_task(caller.say(b"gone"))
        await asyncio.wait({swallowed}, timeout=0.02)
        await link.poison(Toxics())
        later = await call(link.address)
        assert await later.say(b"after") == b"after"
        assert not swallowed.done()
        caller.writer.close()
        later.writer.write_eof()
        assert await server.ends.get() == "end"
        assert server.ends.empty(), "the server never hears that the swallowed one ended"
        swallowed.cancel()


async def test_a_cut_is_a_reset_for_both_sides(call: Call, unix: str) -> None:
    with reserved() as port:
        async with served(Server(), (HOST, port)) as server, linked((HOST, port)) as link:
            caller = await call(link.address)
            await caller.say(b"a")
            assert link.cut() == 1
            with pytest.raises(ConnectionResetError):
                await caller.reader.read()
            assert await server.ends.get() == "reset"


@pytest.mark.parametrize("client", [True, False], ids=["client dies", "server dies"])
async def test_one_side_dies_and_the_other_hears_nothing(call: Call, client: bool) -> None:
    with reserved() as port:
        async with served(Server(), (HOST, port)) as server, linked((HOST, port)) as link:
            caller = await call(link.address)
            await caller.say(b"a")
            assert link.strand(client=client) == 1
            assert link.strand(client=client) == 0
            if client:
                with pytest.raises(ConnectionResetError):
                    await caller.reader.read()
                with suppress(OSError):
                    server.met[0].write(b"are you there?\n")
                assert server.ends.empty()
            else:
                assert await server.ends.get() == "reset"
                unanswered = asyncio.create_task(caller.say(b"are you there?"))
                await asyncio.wait({unanswered}, timeout=0.02)
                assert not unanswered.done()
                unanswered.cancel()


async def _its_client_dies(link: Link) -> None:
    link.strand(client=True)


async def _a_black_hole(link: Link) -> None:
    await link.poison(Toxics(black_hole=True))
    await link.poison(Toxics())


@pytest.mark.parametrize("dies", [_its_client_dies, _a_black_hole], ids=["client dies", "black hole"])
async def test_of_what_died_without_a_word_the_other_sides_kernel_finds_out(call: Call, dies: Dying) -> None:
    with reserved() as port:
        async with served(Server(), (HOST, port)) as server, linked((HOST, port)) as link:
            await (await call(link.address)).say(b"a")
            await dies(link)
            alive = await call(link.address)
            await alive.say(b"a")
            for writer in server.met:
                kernel = writer.get_extra_info("socket")
                kernel.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNHEARD_MS)
                writer.write(b"are you there?\n")
            assert await server.ends.get() == "silence"
            assert await alive.reader.readline() == b"are you there?\n"
            assert await alive.say(b"b") == b"b"
            assert server.ends.empty()


async def test_refused_at_the_port_while_what_is_open_goes_on(call: Call, unix: str) -> None:
    async with served(Server(), unix), linked(unix) as link:
        caller = await call(link.address)
        await caller.say(b"a")
        await link.poison(Toxics(refuse=True))
        with pytest.raises(ConnectionRefusedError):
            await call(link.address)
        assert await caller.say(b"b") == b"b"
        await link.poison(Toxics())
        assert await (await call(link.address)).say(b"c") == b"c"


async def test_the_connection_dies_where_no_server_can_be_reached(call: Call, unix: str) -> None:
    async with linked(unix) as link:
        caller = await call(link.address)
        with pytest.raises(ConnectionResetError):
            await caller.reader.read()


async def test_servers_take_turns_and_the_dead_are_left_out(call: Call, tmp_path: Path) -> None:
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    async with served(Server(b"two:"), two), linked(one, two) as link:
        async with served(Server(b"one:"), one):
            assert {await (await call(link.address)).say(b"") for _ in range(4)} == {b"one:", b"two:"}
        assert {await (await call(link.address)).say(b"") for _ in range(4)} == {b"two:"}
        assert link.state["well"] == [two]


async def test_who_is_not_ready_gets_nothing_new(call: Call, tmp_path: Path) -> None:
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    leaving = Server(b"one:")
    async with served(leaving, one), served(Server(b"two:"), two), linked(one, two, ready="/health") as link:
        kept = [await call(link.address) for _ in range(2)]
        leaving.ready = b"503"
        while link.state["well"] != [two]:
            await leaving.ends.get()
        assert {await (await call(link.address)).say(b"") for _ in range(4)} == {b"two:"}
        assert {await caller.say(b"") for caller in kept} == {b"one:", b"two:"}
        leaving.ready = b"200"
        while len(link.state["well"]) < MISSES:
            await leaving.ends.get()


async def test_the_process_does_as_the_scenario_says(call: Call, unix: str) -> None:
    async with patient(), served(Server(), unix), proxying() as proxies:
        proxy, other = await proxies.to(unix), await proxies.to(unix)
        caller = await call(proxy.address)
        assert await caller.say(b"a") == b"a"
        assert (await proxy.state(), (await other.state())["open"]) == ({"open": 1, "well": [unix]}, 0)
        assert (await other.cut(), await proxy.cut()) == (0, 1)
        with pytest.raises(ConnectionResetError):
            await caller.reader.read()
        await proxy.poison(refuse=True)
        with pytest.raises(ConnectionRefusedError):
            await call(proxy.address)
        await proxy.heal()
        assert await (await call(proxy.address)).say(b"b") == b"b"
        assert await proxy.strand(client=False) == 1


def test_a_toxic_that_there_is_not_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        Toxics.of({"lag": 3})
