"""Bugs of what streams tell and screens show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import BY_STEP
from dispatch.domain.ticket import State
from tests.chaos.faults.fault import Fault
from tests.chaos.history import CENTERS, EPOCH, History, public, token
from tests.chaos.journal import Saw, Told, shown


def a_number_is_never_used(made: History) -> None:
    """Numbers were given outside the transaction: one was never used, and nobody can tell it from one that is late."""
    made.tops[made.random.choice(CENTERS)] += 1


def a_number_is_missing(made: History) -> None:
    """An entry was given a number and rolled back."""
    made.receive("JY-numbered")
    lost = made.entries.pop()
    made.entries.append(replace(lost, seq=lost.seq + 1))
    made.tops[lost.stream] += 1


def a_number_is_given_twice(made: History) -> None:
    """Two transactions read the counter at the same moment."""
    made.receive("JY-twin")
    made.entries.append(made.entries[-1])


def an_entry_beyond_the_top(made: History) -> None:
    """The counter was restored, its entries were not."""
    made.receive("JY-beyond")
    made.tops[made.entries[-1].stream] -= 1


def a_stream_without_its_counter(made: History) -> None:
    """A center was founded without its counter: its entries have numbers that nobody gave."""
    made.receive("JY-founded")
    made.entries.append(replace(made.entries[-1], stream=9, seq=1))


def a_commit_tells_nobody(made: History) -> None:
    """A commit that told nobody: the board goes on showing the former version."""
    ticket = made.receive("JY-untold")
    entries, tops = list(made.entries), dict(made.tops)
    made.urge(ticket)
    made.entries, made.tops = entries, tops


def a_ticket_is_told_to_nobody(made: History) -> None:
    """A new ticket that no center ever heard of."""
    made.receive("JY-silent")
    lost = made.entries.pop()
    made.tops[lost.stream] -= 1


def an_entry_tells_half(made: History) -> None:
    """The row was read before the update that it tells of."""
    ticket = made.receive("JY-half")
    made.entries[-1] = replace(made.entries[-1], row={**made.entries[-1].row, "urged": 9})
    assert made.entries[-1].ticket == ticket


def an_entry_is_missed(made: History) -> None:
    """A client missed an entry and did not notice: its board is the one of before, or half of it."""
    ticket = made.receive("JY-missed")
    stream = made.rows[ticket]["stream"]
    reader = next(each for each in made.clients if each.stream == each.unit == stream)
    made.look(reader)
    at = len(made.written) - 1
    view = made.written[at]
    assert isinstance(view, Saw)
    made.written[at] = replace(view, tickets=tuple(each for each in view.tickets if each.ticket != ticket))


def a_frame_of_before_the_commit(made: History) -> None:
    """A client heard of what was then rolled back: its position is ahead of the stream."""
    stream = CENTERS[0]
    ahead = made.tops[stream] + 1
    made.written.append(_saw("frame", stream, ahead))


def a_frame_misquotes(made: History) -> None:
    """A frame gives an entry the number of another, or leaves a ticket out that the reader may see."""
    ticket = made.receive("JY-quoted")
    entry = made.entries[-1]
    wrong = made.random.choice(
        (
            Told(ticket, seq=entry.seq),
            Told(ticket, 1, "0" * 16, entry.seq),
            Told(ticket, 1, None, entry.seq - 1),
        )
    )
    made.written.append(_saw("frame", entry.stream, entry.seq, wrong))


def a_ticket_stays_after_it_left(made: History) -> None:
    """A board goes on showing a ticket that went to another center: seen rightly then, wrongly now."""
    ticket = made.receive("JY-stayed")
    row = dict(made.rows[ticket])
    made.step(ticket, BY_STEP[State.DISPATCHED, Command.RELOCATE])
    stream = row["stream"]
    reader = next(each for each in made.clients if each.stream == each.unit == stream)
    made.look(reader)
    view = made.written[-1]
    assert isinstance(view, Saw)
    made.written[-1] = replace(view, tickets=(*view.tickets, *shown([public(row)])))


def a_search_crosses_the_border(made: History) -> None:
    """A search answered a town with another town's ticket."""
    ticket = made.receive("JY-foreign")
    other = CENTERS[1 - CENTERS.index(made.rows[ticket]["stream"])]
    seen = made.random.choice((Told(ticket), Told(ticket, 1)))
    readers = frozenset({token(other)})
    made.written.append(Saw(client=f"desk-{other}", where="search", readers=readers, tickets=(seen,)))


def a_former_center_goes_on_reading(made: History) -> None:
    """A town that handed a ticket on was shown what the next one did."""
    ticket = made.receive("JY-handed-on")
    former = made.rows[ticket]["stream"]
    made.step(ticket, BY_STEP[State.DISPATCHED, Command.RELOCATE])
    readers = frozenset({token(former)})
    seen = (Told(ticket, made.rows[ticket]["version"]),)
    made.written.append(Saw(client=f"desk-{former}", where="export", readers=readers, tickets=seen))


def a_ticket_that_never_was(made: History) -> None:
    """Shown before the commit, and rolled back."""
    readers = frozenset({token(CENTERS[0])})
    made.written.append(Saw(client="desk", where="search", readers=readers, tickets=(Told(987_654, 1),)))


def _saw(where: str, stream: int, last: int, *tickets: Told) -> Saw:
    """What the desk of a center wrote down of its own stream."""
    return Saw(
        client=f"desk-{stream}",
        where=where,
        readers=frozenset({token(stream)}),
        tickets=tickets,
        stream=stream,
        epoch=EPOCH,
        first=last,
        last=last,
    )


FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "streams_gapless": (
        a_number_is_never_used,
        a_number_is_missing,
        a_number_is_given_twice,
        an_entry_beyond_the_top,
        a_stream_without_its_counter,
    ),
    "last_version_told": (
        a_commit_tells_nobody,
        a_ticket_is_told_to_nobody,
        an_entry_tells_half,
    ),
    "view_is_true": (
        an_entry_is_missed,
        a_frame_of_before_the_commit,
        a_frame_misquotes,
        a_ticket_stays_after_it_left,
    ),
    "nothing_foreign": (
        a_search_crosses_the_border,
        a_former_center_goes_on_reading,
        a_ticket_that_never_was,
    ),
}
