"""A thousand schedules of the live edge; and each promise, broken by a planted bug, is missed by the simulation."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any
from unittest.mock import patch

import pytest

from dispatch.actions.sign_in import of_sessions
from dispatch.client.stream import StreamReader
from dispatch.errors import DatabaseAway
from dispatch.jobs.rights import Rights
from dispatch.live import hub as hubs
from dispatch.live.frames import Entry
from dispatch.live.hub import Client, Hub
from dispatch.live.relay import Relay
from dispatch.reads.snapshots import Snapshot, Snapshots
from dispatch.web import stream as edge
from tests.simulation.boards import District, told, world
from tests.simulation.loop import Broken, play

SCHEDULES = 1_000
HAPPENED = {
    *(
        "row",
        "leave",
        "refetch",
        "restored",
        "talk cancelled",
        "closed 1013",
        "relay late",
        "signed in again",
    ),
    *("rights without store", "closed 4403", "closed 4409", "recalled"),
}


def planted(**classes: Any) -> type[District]:
    """A district with one part of another class."""
    return type("Planted", (District,), classes)


class Hurried(Relay):
    """Goes on with the numbers it had when the database comes back, whatever came back."""

    async def run(self) -> None:
        """The epoch is looked at by the clock alone."""
        while True:
            due = self._next_epoch
            try:
                await self.step()
            except DatabaseAway:
                self._next_epoch = due or self._next_epoch
            await self._rest()


class Fragile(Relay):
    """Ends with the first trouble."""

    async def run(self) -> None:
        """No error is expected."""
        while True:
            await self.step()
            await self._rest()


class Hinted(Relay):
    """Trusts that hints come."""

    async def _rest(self) -> None:
        await self._woken.wait()


class Unlit(Relay):
    """Sends no beacon, so that what a reader may not see is never covered."""

    async def step(self) -> bool:
        """The next beacon is far away."""
        self._next_beacon = float("inf")
        return await super().step()


class Blind(Rights):
    """Looks at one window of each session only."""

    async def end_changed(self) -> bool:
        """The window that comes last stands for all."""
        held = {client.session: client.readers for client in self._hub._clients}
        now = await of_sessions(self._database, list(held)) if held else {}
        for session, readers in held.items():
            person = now.get(session)
            if person is None or person.readers != readers:
                self._hub.end(session=session)
        return False


class Stale(Snapshots):
    """Shares a snapshot of a second ago, also when the database was restored since."""

    async def of(self, stream: int, readers: frozenset[str], _: str | None = None) -> Snapshot:
        """The epoch does not matter."""
        return await super().of(stream, readers)


class Short(Hub):
    """Loses the last of what was missed."""

    def join(self, client: Client, stream: int, seq: int) -> bool:
        """Continues one number too late."""
        last = self.cursors.get(stream, 0)
        return super().join(client, stream, seq + 1 if seq < last else seq)


class Skipping(Hub):
    """Says to cover what it did not send."""

    def publish(self, entries: Iterable[Entry]) -> None:
        """Drops the first of several."""
        listed = list(entries)
        super().publish(listed[1:] if len(listed) > 2 else listed)


class Twin(Hub):
    """Numbers a frame from where a reader already is, with what it already has."""

    def _tell(self, stream: int, state: Any, readers: Any, group: Any, entries: Sequence[Entry]) -> int:
        return super()._tell(stream, state, readers, group, [*list(state.ring)[:1], *entries])


class Open(Hub):
    """Tells everybody what the first group may hear."""

    def _tell(self, stream: int, state: Any, readers: Any, group: Any, entries: Sequence[Entry]) -> int:
        return super()._tell(stream, state, next(iter(state.groups)), group, entries)


class Hoarding(Hub):
    """Keeps clients that are gone."""

    def part(self, client: Client, stream: int) -> None:
        """Once in a group, always in it."""


class Loose(Hub):
    """Forgets to tell of a new epoch."""

    def start(self, epoch: str, tops: dict[int, int]) -> None:
        """Goes on as if the numbers were the same."""
        self.epoch = self.epoch or epoch
        super().start(self.epoch, tops)


def test_boards_are_true_in_every_schedule() -> None:
    told.clear()
    play(range(SCHEDULES), world())
    assert set(told) >= HAPPENED, "what never happens proves nothing"


@pytest.mark.parametrize(
    ("made", "missed"),
    [
        (planted(relay_class=Hurried), "nobody wrote|not what was true|not so|round in circles"),
        (planted(relay_class=Fragile), "seed"),
        (planted(relay_class=Hinted), "late|round in circles"),
        (planted(relay_class=Unlit), "late|round in circles"),
        (planted(rights_class=Blind), "late"),
        (planted(snapshots_class=Stale), "round in circles|an honest reader"),
        (planted(hub_class=Short), "late|an honest reader|not what was true"),
        (planted(hub_class=Skipping), "not what was true|not so"),
        (planted(hub_class=Twin), "does not cover"),
        (planted(hub_class=Open), "not theirs"),
        (planted(hub_class=Hoarding), "remembers clients"),
        (planted(hub_class=Loose), "seed"),
    ],
)
def test_a_planted_bug_is_found(made: type[District], missed: str) -> None:
    with pytest.raises(Broken, match=missed):
        play(range(SCHEDULES), world(made))


def test_a_mailbox_without_bound_is_found() -> None:
    def put(self: Client, text: str) -> None:
        self._mail.append(text)
        hubs._done(self._filled)

    with patch.object(hubs.Client, "put", put), pytest.raises(Broken, match="a mailbox of"):
        play(range(300), world())


def test_a_position_of_other_rights_that_is_continued_is_found() -> None:
    with patch.object(edge, "judge", lambda *_, **__: None), pytest.raises(Broken):
        play(range(300), world())


def test_a_talk_that_leaves_its_tasks_behind_is_found() -> None:
    async def careless(self: edge.Talk, client: Client) -> None:
        self.writing = asyncio.create_task(self._write(client))
        await self._read(client)

    with patch.object(edge.Talk, "_both_ways", careless), pytest.raises(Broken):
        play(range(300), world())


def test_boards_of_streams_that_are_not_ones_own_any_more_are_found() -> None:
    async def take(self: StreamReader, socket: Any, message: dict[str, Any]) -> None:
        if message["type"] == "welcome":
            for stream in message["streams"]:
                await self._resume(socket, stream)
            self.connected.set()
        else:
            await kept(self, socket, message)

    kept = StreamReader._take
    with patch.object(StreamReader, "_take", take), pytest.raises(Broken, match="has boards"):
        play(range(300), world())


def test_a_seed_plays_the_same_schedule_again() -> None:
    def heard() -> list[str]:
        texts: list[str] = []

        class Overheard(District):
            """Writes down what leaves for readers."""

            def _see(self, talk: Any, text: str) -> None:
                texts.append(text)
                super()._see(talk, text)

        play(range(20), world(Overheard))
        return texts

    first = heard()
    play(range(100, 103), world())  # what was played before changes nothing
    assert first == heard() != []
