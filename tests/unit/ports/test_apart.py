"""Work in a process of its own: its answer, its errors, how far it is; and its end takes nobody along."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator

import pytest

from dispatch.errors import Refused, TooLarge
from dispatch.ports.apart import Apart, Told
from gis.errors import FileError


def product(one: int, other: int, progress: Told) -> int:
    """A function of a module."""
    progress(1, 2, "正在算")
    progress(2, 2, "快好了")
    return one * other


def environment(_: Told) -> tuple[int, dict[str, str]]:
    """Which process it is, and what it knows."""
    return os.getpid(), dict(os.environ)


def crash(_: Told) -> None:
    """What a reader does with a hostile file."""
    os.kill(os.getpid(), signal.SIGSEGV)


def devour(_: Told) -> None:
    """Take more memory than there is for it."""
    bytearray(100 << 30)


def fail(kind: str, _: Told) -> None:
    """Raise an error of each tree."""
    raise {"refused": Refused("不行", field="x"), "file": FileError("读不出来")}[kind]


def never_end(progress: Told) -> None:
    """Go on until it is killed."""
    progress(1, 2, "begun")
    signal.pause()


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """One for these tests; whoever ends its process leaves the next one to start another."""
    made = Apart()
    yield made
    made.close()


def unheard(done: int, total: int, says: str = "") -> None:
    """Nobody looks."""


async def test_it_answers_and_tells_how_far_it_is(apart: Apart) -> None:
    heard: list[tuple[int, int, str]] = []
    answer = await apart.do(
        product, 6, 7, progress=lambda done, total, says="": heard.append((done, total, says))
    )
    assert answer == 42
    assert heard == [(1, 2, "正在算"), (2, 2, "快好了")]


async def test_it_is_another_process_without_secrets_and_is_used_again(
    apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPATCH_MASTER_KEY", "secret")
    apart.close()
    first, known = await apart.do(environment, progress=unheard)
    assert first != os.getpid()
    assert known == {}
    assert (await apart.do(environment, progress=unheard))[0] == first


async def test_errors_arrive_as_they_were_raised(apart: Apart) -> None:
    with pytest.raises(Refused, match="不行") as refused:
        await apart.do(fail, "refused", progress=unheard)
    assert refused.value.field == "x"
    with pytest.raises(FileError, match="读不出来"):
        await apart.do(fail, "file", progress=unheard)


@pytest.mark.parametrize("end", [crash, devour])
async def test_its_end_is_told_and_the_next_call_starts_another(
    apart: Apart, end: Callable[[Told], None]
) -> None:
    with pytest.raises(TooLarge, match="内存"):
        await apart.do(end, progress=unheard)
    assert await apart.do(product, 2, 3, progress=unheard) == 6


async def test_whoever_stops_waiting_ends_it(apart: Apart) -> None:
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hear(done: int, total: int, says: str = "") -> None:
        loop.call_soon_threadsafe(begun.set)

    waiting = asyncio.create_task(apart.do(never_end, progress=hear))
    await begun.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await apart.do(product, 2, 3, progress=unheard) == 6


async def test_calls_wait_for_one_another(apart: Apart) -> None:
    answers = await asyncio.gather(*(apart.do(product, n, 2, progress=unheard) for n in range(5)))
    assert answers == [0, 2, 4, 6, 8]
