"""The relay: after trouble with the database it asks first which epoch came back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

import pytest

from dispatch.errors import DatabaseAway
from dispatch.live import relay as relays
from dispatch.live.frames import Entry
from dispatch.live.hub import Client, Hub
from dispatch.live.relay import Relay, Source
from tests.unit.live.test_board import A, entry


async def test_numbers_of_an_earlier_moment_are_not_told_as_if_they_went_on() -> None:
    moments = [("before", {5: 10}), ("after", {5: 12})]
    answers: list[Sequence[Entry] | None] = [(), None, [entry(13, 1, 1)]]
    done = asyncio.Event()

    async def position() -> tuple[str, dict[int, int]]:
        return moments.pop(0)

    async def entries(_: dict[int, int]) -> Sequence[Entry]:
        if not answers:
            done.set()
            return ()
        answer = answers.pop(0)
        if answer is None:
            raise DatabaseAway
        return answer

    hub = Hub()
    relay = Relay(Source(position, entries), hub)
    await relay.step()
    client = Client(1, "甲", b"", A)
    hub.enter(client)
    assert hub.join(client, 5, 10)
    running = asyncio.create_task(relay.run())
    await done.wait()
    running.cancel()
    assert '"type":"refetch"' in (await client.take() or "")
    assert (hub.epoch, hub.cursors) == ("after", {5: 13})


async def test_who_reads_is_not_shut_out_because_this_process_was_late() -> None:
    """Megabytes that wait to be relayed do not fill the mailbox of somebody who takes what there is."""
    large = entry(11, 1, 1)._replace(row=json.dumps({"id": 1, "version": 1, "title": "灯" * 5_000}))
    waiting = [large._replace(seq=11 + number, ticket=number) for number in range(200)]

    async def position() -> tuple[str, dict[int, int]]:
        return "now", {5: 10}

    async def entries(_: dict[int, int]) -> Sequence[Entry]:
        return waiting

    async def read() -> None:
        while (text := await client.take()) is not None:
            client.sent(text)
            heard.extend(each["seq"] for each in json.loads(text)["entries"])

    heard: list[int] = []
    client, hub = Client(1, "甲", b"", A), Hub()
    hub.start("now", {5: 10})
    hub.enter(client)
    assert hub.join(client, 5, 10)
    reading = asyncio.create_task(read())
    await Relay(Source(position, entries), hub).step()
    assert client.closing is None
    client.close(1012)
    await reading
    assert heard == [each.seq for each in waiting]


def test_portions_are_all_of_it_in_order() -> None:
    small = [entry(seq, seq, 1) for seq in range(20)]
    large = [each._replace(row="x" * relays.PORTION_BYTES) for each in small[:2]]
    for listed in ([], small, large, [*small, *large, *small]):
        assert [each for portion in relays.portions(listed) for each in portion] == listed
        assert all(relays.portions(listed))
    assert len(list(relays.portions(small))) == 1
    assert len(list(relays.portions([*small, *large, *small]))) == 4


async def test_nothing_unforeseen_ends_the_relay_and_no_silence_holds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(relays, "READ_SECONDS", 0.01)
    troubles: list[str] = ["odd", "silent"]
    told = asyncio.Event()

    async def position() -> tuple[str, dict[int, int]]:
        return "now", {5: 10}

    async def entries(_: dict[int, int]) -> Sequence[Entry]:
        if not troubles:
            told.set()
            return ()
        if troubles.pop(0) == "silent":
            await asyncio.Event().wait()
        raise ValueError("an entry that nobody thought of")

    running = asyncio.create_task(Relay(Source(position, entries), Hub()).run())
    async with asyncio.timeout(20):
        await told.wait()
    assert not running.done()
    running.cancel()
