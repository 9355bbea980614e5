"""The fold of frames: after any cut, repeat and loss the board is the truth or asks to resume."""

from __future__ import annotations

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dispatch.client.board import ENDED, Board, Taken
from dispatch.live.frames import Entry, folded, frame, visible

EPOCH = "e-1"
A, B = frozenset({"unit:2"}), frozenset({"unit:3"})


def entry(
    seq: int, ticket: int, version: int, *, before: str = "ab", after: str = "ab", state: str = "dispatched"
) -> Entry:
    """An entry of stream 5; who hears of it as letters."""
    named = {"a": "unit:2", "b": "unit:3"}
    row = json.dumps({"id": ticket, "version": version, "state": state})
    audiences = [frozenset(named[each] for each in said) for said in (before, after)]
    return Entry(5, seq, ticket, version, "ticket.noted", audiences[0], audiences[1], row)


PIECES = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 10)), max_size=15)
HISTORIES = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.sampled_from(["", "a", "b", "ab"]),
        st.sampled_from(["dispatched", "signed", "in_progress", "closed"]),
    ),
    max_size=40,
)


def history(steps: list[tuple[int, str, str]]) -> list[Entry]:
    """Entries in order; each ticket's audience before is the one after its step before."""
    audience: dict[int, str] = {}
    versions: dict[int, int] = {}
    made = []
    for seq, (ticket, after, state) in enumerate(steps, 1):
        versions[ticket] = versions.get(ticket, 0) + 1
        made.append(
            entry(seq, ticket, versions[ticket], before=audience.get(ticket, ""), after=after, state=state)
        )
        audience[ticket] = after
    return made


def truth(entries: list[Entry], readers: frozenset[str]) -> dict[int, Any]:
    """What a snapshot after these entries would show."""
    last = {each.ticket: each for each in entries}
    rows = {ticket: json.loads(each.row) for ticket, each in last.items() if readers & each.after}
    return {ticket: row for ticket, row in rows.items() if row["state"] not in ENDED}


def board(seq: int, rows: dict[int, Any]) -> Board:
    """A board of a snapshot."""
    return Board.of_snapshot(
        {"stream": 5, "epoch": EPOCH, "seq": seq, "rights": "r", "tickets": list(rows.values())}
    )


def cut(entries: list[Entry], first: int, last: int, readers: frozenset[str]) -> dict[str, Any]:
    """The frame of a range as one reader gets it."""
    within = [each for each in entries if first <= each.seq <= last]
    said = [text for each in folded(within) if (text := visible(each, readers)) is not None]
    read: dict[str, Any] = json.loads(frame(5, EPOCH, first, last, said))
    return read


@pytest.mark.parametrize(
    ("first", "last", "taken", "seq"),
    [
        (11, 11, Taken.APPLIED, 11),
        (11, 40, Taken.APPLIED, 40),
        (5, 12, Taken.APPLIED, 12),
        (1, 10, Taken.KNOWN, 10),
        (11, 10, Taken.KNOWN, 10),
        (9, 8, Taken.KNOWN, 10),
        (12, 12, Taken.GAP, 10),
        (13, 12, Taken.GAP, 10),
    ],
)
def test_a_frame_is_taken_when_it_reaches_the_next_number(
    first: int, last: int, taken: Taken, seq: int
) -> None:
    held = board(10, {})
    assert held.take({"epoch": EPOCH, "from": first, "to": last, "entries": []}) is taken
    assert held.position == {"epoch": EPOCH, "seq": seq, "rights": "r"}


def test_a_frame_of_another_life_is_foreign() -> None:
    held = board(10, {})
    assert held.take({"epoch": "other", "from": 11, "to": 11, "entries": []}) is Taken.FOREIGN
    assert held.seq == 10


@given(
    HISTORIES,
    st.integers(0, 40),
    PIECES,
    st.sampled_from([A, B]),
)
def test_any_cuts_repeats_and_losses_leave_the_truth_of_a_number(
    steps: list[tuple[int, str, str]], start: int, pieces: list[tuple[int, int]], readers: frozenset[str]
) -> None:
    entries = history(steps)
    seq = min(start, len(entries))
    held = board(seq, truth(entries[:seq], readers))
    for first, length in pieces:
        before = held.seq
        last = min(first + length, len(entries))
        taken = held.take(cut(entries, first, last, readers))
        assert (taken is Taken.APPLIED) == (held.seq > before)
        assert held.tickets == truth(entries[: held.seq], readers)
    held.take(cut(entries, held.seq + 1, len(entries), readers))
    assert held.tickets == truth(entries, readers)


@given(HISTORIES, st.integers(0, 40), st.sampled_from([A, B]))
def test_folding_entries_together_tells_the_same(
    steps: list[tuple[int, str, str]], start: int, readers: frozenset[str]
) -> None:
    entries = history(steps)
    seq = min(start, len(entries))
    one, each = (board(seq, truth(entries[:seq], readers)) for _ in range(2))
    one.take(cut(entries, seq + 1, len(entries), readers))
    for at in range(seq + 1, len(entries) + 1):
        each.take(cut(entries, at, at, readers))
    assert one.tickets == each.tickets


@given(HISTORIES)
def test_nothing_of_a_ticket_reaches_who_may_not_see_it(steps: list[tuple[int, str, str]]) -> None:
    for each in history(steps):
        said = visible(each, B)
        if not B & each.after:
            assert said is None or json.loads(said) == {
                "seq": each.seq,
                "ticket": each.ticket,
                "version": each.version,
                "event": "ticket.noted",
                "leave": True,
            }
        if not B & (each.after | each.before):
            assert said is None
