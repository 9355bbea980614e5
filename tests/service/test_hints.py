"""Hints over a real Redis: the others hear, the one who speaks does not; without Redis nobody fails."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random

import uvloop

from deploy.bootstrap.servers import TEST
from dispatch.ports.hints import Hints
from dispatch.ports.limits import Limits
from tests import databases
from tests.chaos.proxy import Toxics
from tests.chaos.proxy.backends import Backend, Backends
from tests.chaos.proxy.link import HOST, Link
from tests.waiting import patient


async def test_the_others_hear_and_the_speaker_does_not(redis_url: str) -> None:
    speaker, other = Hints(redis_url), Hints(redis_url)
    heard: asyncio.Queue[tuple[str, Sequence[int]]] = asyncio.Queue()
    listening = [
        asyncio.create_task(speaker.listen(lambda streams: heard.put_nowait(("speaker", streams)))),
        asyncio.create_task(other.listen(lambda streams: heard.put_nowait(("other", streams)))),
    ]
    async with patient():
        while heard.empty():  # a hint before the other has subscribed is heard by nobody
            await speaker.publish([2, 3])
            await asyncio.sleep(0)
        await speaker.publish([7])
        told = [await heard.get()]
        while told[-1] != ("other", [7]):
            told.append(await heard.get())
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    await speaker.close()
    await other.close()
    assert {who for who, _ in told} == {"other"}


async def test_an_installation_with_another_number_is_not_heard(redis_url: str) -> None:
    with databases.connect() as keeper:
        stranger = Hints(TEST.redis_url(databases.leased_number(keeper)))
        speaker, other = Hints(redis_url), Hints(redis_url)
        heard: asyncio.Queue[Sequence[int]] = asyncio.Queue()
        listening = asyncio.create_task(other.listen(heard.put_nowait))
        async with patient():
            while heard.empty():
                await speaker.publish([2])
                await asyncio.sleep(0)
            await stranger.publish([5])
            await speaker.publish([7])
            told = [await heard.get()]
            while told[-1] != [7]:
                told.append(await heard.get())
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        for each in (stranger, speaker, other):
            await each.close()
    assert [5] not in told


async def test_without_redis_speaking_is_no_failure() -> None:
    nowhere = Hints("redis://127.0.0.1:1/0")
    await nowhere.publish([1])
    assert not nowhere.up
    await nowhere.close()


async def test_a_silent_redis_is_waited_for_once_and_then_told_everything(
    redis_number: int, redis_url: str
) -> None:
    line = Link(Backends([Backend(str(TEST.sockets / "redis.sock"))]), Random(1))
    await line.open()
    speaker, other = Hints(f"redis://{HOST}:{line.address[1]}/{redis_number}"), Hints(redis_url)
    heard: asyncio.Queue[Sequence[int]] = asyncio.Queue()
    listening = asyncio.create_task(other.listen(heard.put_nowait))
    async with patient():
        while heard.empty():
            await speaker.publish([0])
            await asyncio.sleep(0)
        await line.poison(Toxics(stall=True))
        telling = [asyncio.create_task(speaker.publish([number])) for number in range(1, 100)]
        await asyncio.wait(telling, return_when=asyncio.FIRST_COMPLETED)
        await line.poison(Toxics())
        await asyncio.gather(*telling)
        told = set(await heard.get())
        while told < set(range(100)):
            told |= set(await heard.get())
    assert line.state["open"] == 1
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    for each in (speaker, other):
        await each.close()
    await line.close()


def test_a_connection_closed_under_a_writer_is_a_redis_that_is_away(redis_url: str) -> None:
    """The loop that the service runs on says RuntimeError then, which nobody who waits for a hint may hear."""

    async def whole() -> tuple[bool, bool, int | None]:
        hints, limits = Hints(redis_url), Limits(redis_url)
        await hints.publish([1])
        await limits.take("somebody", 5)
        for client in (hints._redis, limits._redis):
            (connection,) = client.connection_pool._available_connections
            connection._writer.transport.abort()
        await hints.publish([1])
        without = hints.up
        refused = await limits.take("somebody", 5)
        await hints.publish([1])
        again = hints.up
        await hints.close()
        await limits.close()
        return without, again, refused

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        assert runner.run(whole()) == (False, True, None)
