"""The hub: rings, groups, straddling frames, bounded mailboxes, beacons, presence; and simulated clients."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from dispatch.client.board import Board, Taken
from dispatch.errors import SOCKET_CODES
from dispatch.live.frames import Entry, Told
from dispatch.live.hub import MAILBOX_BYTES, Client, Hub
from dispatch.live.ring import RECALLED, RING
from tests.unit.live.test_board import EPOCH, A, B, board, entry, history, truth

END = '{"type":"end"}'
Message = dict[str, Any]


@pytest.fixture
def hub() -> Hub:
    """A hub that stands at number 10 of stream 5."""
    made = Hub()
    made.start(EPOCH, {5: 10})
    return made


async def mail(client: Client) -> list[Message]:
    """What is in a mailbox now, taken out."""
    client.put(END)
    texts = []
    while (text := await client.take()) is not None:
        client.sent(text)
        if text == END:
            break
        texts.append(text)
    return [json.loads(text) for text in texts]


def joined(hub: Hub, readers: frozenset[str] = A, seq: int = 10, person: int = 1) -> Client:
    """A client that hears of stream 5 after a number."""
    client = Client(person, f"人员{person}", b"session%d" % person, readers)
    hub.enter(client)
    assert hub.join(client, 5, seq)
    return client


def ranges(messages: list[Message]) -> list[tuple[int, int]]:
    """The ranges of the frames among messages."""
    return [(each["from"], each["to"]) for each in messages if each["type"] == "frame"]


async def test_entries_of_one_round_come_as_one_frame_with_the_last_of_each_ticket(hub: Hub) -> None:
    client = joined(hub)
    hub.publish([entry(11, 1, 1), entry(12, 2, 1), entry(13, 1, 2)])
    (frame,) = await mail(client)
    assert (frame["from"], frame["to"]) == (11, 13)
    assert [(each["seq"], each["ticket"], each["version"]) for each in frame["entries"]] == [
        (12, 2, 1),
        (13, 1, 2),
    ]


async def test_each_group_hears_what_is_its_own(hub: Hub) -> None:
    one, other = joined(hub, A), joined(hub, B, person=2)
    hub.publish([entry(11, 1, 1, before="", after="a"), entry(12, 1, 2, before="a", after="b")])
    (to_one,) = await mail(one)
    (to_other,) = await mail(other)
    assert to_one["entries"] == [
        {"seq": 12, "ticket": 1, "version": 2, "event": "ticket.noted", "leave": True}
    ]
    assert to_other["entries"][0]["row"]["version"] == 2


async def test_unseen_runs_are_covered_by_the_next_frame_or_the_beacon(hub: Hub) -> None:
    client = joined(hub, B)
    hub.publish([entry(11, 1, 1, before="", after="a")])
    assert await mail(client) == []
    hub.publish([entry(12, 2, 1, before="", after="b")])
    hub.publish([entry(13, 1, 2, before="a", after="a")])
    hub.beacon()
    assert ranges(await mail(client)) == [(11, 12), (13, 13)]
    hub.beacon()
    assert ranges(await mail(client)) == [(14, 13)]


async def test_who_joins_later_gets_a_frame_that_straddles_and_takes_it(hub: Hub) -> None:
    early = joined(hub, B)
    hub.publish([entry(11, 1, 1, before="", after="a")])
    late = joined(hub, B, seq=11, person=2)
    hub.publish([entry(12, 2, 1, before="", after="b")])
    (frame,) = await mail(late)
    assert (frame["from"], frame["to"]) == (11, 12)
    assert board(11, {}).take(frame) is Taken.APPLIED
    assert ranges(await mail(early)) == [(11, 12)]


async def test_a_position_within_the_ring_is_continued_and_an_older_one_is_not(hub: Hub) -> None:
    hub.publish([entry(seq, 1, seq) for seq in range(11, 11 + RING + 5)])
    assert ranges(await mail(joined(hub, seq=15))) == [(16, 10 + RING + 5)]
    client = Client(2, "乙", b"", A)
    assert not hub.join(client, 5, 14)
    assert not hub.join(client, 77, 0)
    assert await mail(client) == []


async def test_what_came_before_this_process_is_read_once_for_all_who_come_back(hub: Hub) -> None:
    assert [hub.may_recall(5, seq) for seq in (9, 10, 11, 10 - RECALLED, 9 - RECALLED)] == [
        *(True, False, False, True, False)
    ]
    assert not hub.may_recall(77, 9)
    hub.recall(EPOCH, 5, [entry(seq, seq, 1) for seq in range(6, 13)])
    (frame,) = await mail(joined(hub, seq=7))
    assert (frame["from"], frame["to"], len(frame["entries"])) == (8, 10, 3)
    assert not hub.join(Client(2, "乙", b"", A), 5, 4)


async def test_neither_another_moment_nor_a_gap_is_recalled(hub: Hub) -> None:
    hub.recall("an earlier moment", 5, [entry(10, 1, 1)])
    hub.recall(EPOCH, 5, [entry(8, 1, 1)])
    hub.recall(EPOCH, 77, [entry(10, 1, 1)])
    client = Client(2, "乙", b"", A)
    assert not hub.join(client, 5, 7)
    assert not hub.join(client, 5, 9)


async def test_a_full_ring_loses_nothing_new_to_what_is_old(hub: Hub) -> None:
    hub.publish([entry(seq, 1, seq) for seq in range(11, 10 + RING)])
    hub.recall(EPOCH, 5, [entry(9, 2, 1), entry(10, 2, 2)])
    assert ranges(await mail(joined(hub, seq=9))) == [(10, 9 + RING)]
    assert not hub.join(Client(2, "乙", b"", A), 5, 8)


async def test_who_comes_back_to_the_same_place_and_hears_the_same_shares_a_frame(hub: Hub) -> None:
    hub.publish([entry(11, 1, 1, before="", after="a"), entry(12, 2, 1, before="", after="a")])
    first, second, other = [
        await joined(hub, readers, person=at).take() for at, readers in enumerate((A, A | {"person:1"}, B), 1)
    ]
    assert first is second
    assert first is not other
    late = await joined(hub, seq=11, person=4).take()
    assert isinstance(late, str)
    assert json.loads(late)["from"] == 12


async def test_a_snapshot_newer_than_the_relay_joins_and_skips_what_it_knows(hub: Hub) -> None:
    client, held = joined(hub, seq=12), board(12, {})
    hub.publish([entry(11, 1, 1), entry(12, 1, 2)])
    hub.publish([entry(13, 1, 3)])
    taken = [held.take(frame) for frame in await mail(client)]
    assert taken == [Taken.KNOWN, Taken.APPLIED]
    assert held.tickets[1]["version"] == 3


async def test_a_full_mailbox_closes_with_its_own_code_and_spares_the_others(hub: Hub) -> None:
    slow, quick = joined(hub), joined(hub, person=2)
    large = entry(11, 1, 1)._replace(row=json.dumps({"id": 1, "version": 1, "title": "x" * 60_000}))
    for seq in range(11, 20):
        hub.publish([large._replace(seq=seq, version=seq)])
        await mail(quick)
    assert slow.closing == SOCKET_CODES["mailbox-full"]
    assert await slow.take() is None
    assert quick.closing is None


async def test_the_bound_is_in_bytes_whatever_the_script(hub: Hub) -> None:
    client = joined(hub)
    text = "灯" * (MAILBOX_BYTES // 6)
    client.put(text)
    client.put(text)
    assert client.closing is None
    client.put(text)
    assert client.closing == SOCKET_CODES["mailbox-full"]


async def test_one_frame_over_the_bound_still_goes_to_an_empty_mailbox(hub: Hub) -> None:
    client = joined(hub)
    client.put("x" * (MAILBOX_BYTES + 1))
    assert client.closing is None
    client.sent(str(await client.take()))
    client.put("x" * MAILBOX_BYTES)
    assert client.closing is None


async def test_another_epoch_tells_everybody_to_fetch_again(hub: Hub) -> None:
    client = joined(hub)
    hub.start("e-2", {5: 3})
    assert await mail(client) == [{"type": "refetch", "stream": 5, "reason": "epoch"}]
    hub.publish([entry(4, 1, 1)])
    assert await mail(client) == []
    assert hub.cursors == {5: 3 + 1}


async def test_a_center_that_is_added_while_the_service_runs_has_a_stream(hub: Hub) -> None:
    hub.start(EPOCH, {5: 10, 6: 4})
    assert hub.cursors == {5: 10, 6: 4}
    client = Client(1, "甲", b"", A)
    assert hub.join(client, 6, 4)
    hub.publish([entry(5, 1, 1)._replace(stream=6)])
    assert ranges(await mail(client)) == [(5, 5)]


async def test_a_stream_that_an_earlier_moment_does_not_know_is_left_without_trouble(hub: Hub) -> None:
    client = joined(hub)
    hub.start("an earlier moment", {6: 4})
    hub.part(client, 5)
    hub.leave(client)
    assert (hub.clients, hub.cursors) == (0, {6: 4})


async def test_who_left_hears_nothing_and_who_signed_out_is_closed(hub: Hub) -> None:
    gone, out, other = joined(hub), joined(hub, person=2), joined(hub, person=3)
    hub.leave(gone)
    hub.end(session=b"session2")
    hub.publish([entry(11, 1, 1)])
    assert await mail(gone) == []
    assert out.closing == SOCKET_CODES["rights-ended"]
    assert ranges(await mail(other)) == [(11, 11)]
    hub.end(person=3)
    assert other.closing == SOCKET_CODES["rights-ended"]


async def test_a_session_ends_for_itself_alone(hub: Hub) -> None:
    first, second = joined(hub), Client(1, "甲", b"another", A)
    hub.enter(second)
    hub.end(session=b"another")
    assert (first.closing, second.closing) == (None, SOCKET_CODES["rights-ended"])


async def test_of_a_session_whose_rights_changed_only_windows_of_before_end(hub: Hub) -> None:
    before, after = Client(1, "甲", b"same", A), Client(1, "甲", b"same", B)
    hub.enter(before)
    hub.enter(after)
    assert hub.readers == {b"same": {A, B}}
    hub.end(session=b"same", but=B)
    assert (before.closing, after.closing) == (SOCKET_CODES["rights-ended"], None)


async def test_who_looks_at_the_same_ticket_is_told_without_a_number(hub: Hub) -> None:
    one, other = joined(hub), joined(hub, person=2)
    hub.look(one, 7)
    hub.look(other, 7)
    told = (await mail(one))[-1]
    assert (told["type"], told["kind"], [each["id"] for each in told["people"]]) == (
        "ephemeral",
        "presence",
        [1, 2],
    )
    hub.leave(other)
    assert [each["id"] for each in (await mail(one))[-1]["people"]] == [1]


class Reader:
    """A simulated client: it loses its socket and its mail, takes snapshots, resumes."""

    def __init__(self, readers: frozenset[str]) -> None:
        self.readers = readers
        self.client: Client | None = None
        self.board: Board | None = None

    def connect(self, hub: Hub, entries: list[Entry]) -> None:
        """Go on after the board's position, else after a snapshot of now."""
        if self.client is not None:
            hub.leave(self.client)
        self.client = Client(1, "某人", b"", self.readers)
        hub.enter(self.client)
        if (
            self.board is None
            or self.board.epoch != hub.epoch
            or not hub.join(self.client, 5, self.board.seq)
        ):
            self.board = board(len(entries), truth(entries, self.readers))
            self.board.epoch = hub.epoch
            assert hub.join(self.client, 5, self.board.seq)

    async def read(self, hub: Hub, entries: list[Entry], chance: Random, losing: float) -> None:
        """Take what is in the mailbox; a frame may be lost, or come twice."""
        if self.client is None or self.board is None:
            return
        for message in await mail(self.client):
            if message["type"] == "frame" and chance.random() < losing:
                continue
            for _ in range(chance.choice([1, 1, 2])):
                if message["type"] == "refetch" or self.board.take(message) in (Taken.GAP, Taken.FOREIGN):
                    self.connect(hub, entries)
                    return
            self.judge(entries)

    def judge(self, entries: list[Entry]) -> None:
        """What it holds is the truth of the number it stands at."""
        assert self.board is not None
        assert self.board.tickets == truth(entries[: self.board.seq], self.readers)


@pytest.mark.parametrize("seed", range(30))
async def test_random_clients_hold_the_truth_of_their_number_and_end_with_the_whole(seed: int) -> None:
    chance = Random(seed)
    hub, readers = Hub(), [Reader(chance.choice([A, B])) for _ in range(6)]
    steps = [
        (chance.randint(1, 8), chance.choice(["", "a", "b", "ab"]), chance.choice(["signed", "closed"]))
        for _ in range(200)
    ]
    planned, written, relayed = history(steps), 0, 0
    hub.start(EPOCH, {5: 0})
    while written < len(planned):
        written = min(len(planned), written + chance.randint(0, 9))
        if chance.random() < 0.7:
            hub.publish(planned[relayed:written])
            relayed = written
        if chance.random() < 0.1:
            hub.beacon()
        if chance.random() < 0.03:
            hub.start(f"e-{written}", {5: written})
            relayed = written
        for reader in readers:
            if reader.client is None or chance.random() < 0.05:
                reader.connect(hub, planned[:written])
            await reader.read(hub, planned[:written], chance, losing=0.1)
    hub.publish(planned[relayed:])
    hub.beacon()
    for reader in readers:
        for _ in range(3):
            await reader.read(hub, planned, chance, losing=0.0)
        assert reader.board is not None
        assert reader.board.seq == len(planned)
        reader.judge(planned)


async def test_groups_that_hear_the_same_from_the_same_number_share_one_frame(hub: Hub) -> None:
    both = A | B
    clients = [joined(hub, readers, person=at) for at, readers in enumerate((A, A | {"person:1"}, both), 1)]
    hub.publish([entry(11, 1, 1, before="", after="a"), entry(12, 2, 1, before="", after="a")])
    first, second, third = [await client.take() for client in clients]
    assert first is second is third
    hub.publish([entry(13, 1, 2, before="a", after="b")])
    left, also, kept = [await client.take() for client in clients]
    assert left is also
    assert isinstance(left, str)
    assert isinstance(kept, str)
    assert "leave" in left
    assert "row" in kept


async def test_only_those_whom_an_entry_concerns_are_asked(hub: Hub) -> None:
    here = [joined(hub, frozenset({f"person:{at}"}), person=at) for at in range(50)]
    only = Entry(5, 11, 1, 1, "ticket.noted", frozenset({"person:7"}), frozenset({"person:9"}), "{}")
    state = hub._streams[5]
    assert [readers for readers, _ in state.concerned([only])] == [
        frozenset({"person:7"}),
        frozenset({"person:9"}),
    ]
    for client in here:
        hub.leave(client)
    assert state.groups == {}
    assert state.reading == {}


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 70_000])
def test_a_ready_message_is_what_any_websocket_reads(size: int) -> None:
    text = "网" * (size // 3) + "x" * (size % 3)
    parser = ClientProtocol(parse_uri("ws://127.0.0.1/"), state=State.OPEN, max_size=None)
    parser.receive_data(Told(text).octets)
    (read,) = parser.events_received()
    assert isinstance(read, Frame)
    assert (read.opcode, read.fin, bytes(read.data).decode()) == (Opcode.TEXT, True, text)
