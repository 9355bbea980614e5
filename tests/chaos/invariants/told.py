"""What streams tell and screens show: numbers without gap or twin, views equal to the database, nothing foreign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dispatch.domain.ticket import ENDED
from tests.chaos.journal import Saw, Told, digest
from tests.chaos.observed import Observed, StreamEntry
from tests.chaos.verdict import Evidence, Finding

Board: TypeAlias = Mapping[int, tuple[int, str]]
"""Ticket → version and digest of its public row."""


def streams_gapless(evidence: Evidence) -> Iterator[Finding]:
    """Each stream's entries are numbered 1 to its top, each number once."""
    for stream, entries in evidence.found.told.items():
        top = evidence.found.tops.get(stream)
        numbers = [entry.seq for entry in entries]
        if top is None:
            yield f"stream {stream}", f"has {len(numbers)} entries and no counter"
        elif numbers != list(range(1, top + 1)):
            missing = sorted(set(range(1, top + 1)) - set(numbers))
            twins = sorted({each for each in numbers if numbers.count(each) > 1})
            beyond = [each for each in numbers if not 1 <= each <= top]
            yield f"stream {stream}", f"top {top}: missing {missing}, twice {twins}, beyond {beyond}"


def last_version_told(evidence: Evidence) -> Iterator[Finding]:
    """The last that a ticket's own center heard of it is the ticket as it is."""
    heard: dict[tuple[int, int], StreamEntry] = {}
    for stream, entries in evidence.found.told.items():
        heard |= {(stream, entry.ticket): entry for entry in entries}
    for ticket in evidence.found.tickets:
        entry = heard.get((ticket.row["stream"], ticket.id))
        if entry is None:
            yield f"ticket {ticket.id}", f"its stream {ticket.row['stream']} never told it"
        elif entry.version != ticket.row["version"] or entry.row != ticket.public:
            stands = f"version {ticket.row['version']} {dict(ticket.public)}"
            yield (
                f"ticket {ticket.id}",
                f"told last as version {entry.version} {dict(entry.row)}, it is {stands}",
            )


def board_at(found: Observed, stream: int, seq: int, readers: frozenset[str]) -> Board:
    """What the database says a reader sees of a stream at a number: the last entry of each open ticket."""
    last = {entry.ticket: entry for entry in found.told.get(stream, ()) if entry.seq <= seq}
    return {
        ticket: (entry.version, digest(entry.row))
        for ticket, entry in last.items()
        if entry.after & readers and entry.row["state"] not in ENDED
    }


def view_is_true(evidence: Evidence) -> Iterator[Finding]:
    """A client's board equals the database's at the position it names; each frame tells the entries it names.

    Positions of another epoch cannot be compared. What a reader may not see at all is left to ``nothing_foreign``.
    """
    audiences = Audiences(evidence.found)
    for saw in evidence.records(Saw):
        if saw.stream is None or saw.epoch != evidence.found.epoch:
            continue
        top = evidence.found.tops.get(saw.stream, 0)
        if saw.last is not None and saw.last > top:
            yield _named(saw), f"the stream ends at {top}"
        elif saw.is_board:
            yield from _differences(saw, evidence.found, audiences)
        elif saw.where == "frame":
            yield from _misquoted(saw, evidence.found)


def _differences(saw: Saw, found: Observed, audiences: Audiences) -> Iterator[Finding]:
    assert saw.stream is not None
    assert saw.last is not None
    true = board_at(found, saw.stream, saw.last, saw.readers)
    held = {each.ticket: (each.version, each.digest) for each in saw.tickets}
    foreign = {each.ticket for each in saw.tickets if audiences.why_foreign(each, saw.readers)}
    for ticket in sorted((true.keys() | held.keys()) - foreign):
        if true.get(ticket) != held.get(ticket):
            yield _named(saw), f"ticket {ticket}: shown {held.get(ticket)}, true is {true.get(ticket)}"


def _misquoted(saw: Saw, found: Observed) -> Iterator[Finding]:
    entries = {entry.seq: entry for entry in found.told.get(saw.stream or 0, ())}
    for told in saw.tickets:
        entry = entries.get(told.seq or 0)
        if entry is None or entry.ticket != told.ticket:
            there = None if entry is None else entry.ticket
            yield _named(saw), f"entry {told.seq} is of ticket {there}, told as of {told.ticket}"
        elif told.version is not None and (told.version, told.digest) != (entry.version, digest(entry.row)):
            yield (
                _named(saw),
                f"entry {told.seq} is version {entry.version} of {told.ticket}, told otherwise: {told}",
            )
        elif told.version is None and entry.after & saw.readers:
            yield _named(saw), f"entry {told.seq} made ticket {told.ticket} leave, which the reader may see"


class Audiences:
    """Who might see a ticket at each of its versions, by the journal."""

    def __init__(self, found: Observed) -> None:
        self._of: dict[int, list[tuple[int, frozenset[str]]]] = {}
        for ticket, steps in found.steps.items():
            said = [(step.version, step.changes["audience"]) for step in steps if "audience" in step.changes]
            self._of[ticket] = [(version, frozenset(audience)) for version, audience in said]

    def at(self, ticket: int, version: int) -> frozenset[str]:
        """The audience of a ticket at a version."""
        return next((each for since, each in reversed(self._of[ticket]) if since <= version), frozenset())

    def why_foreign(self, told: Told, readers: frozenset[str]) -> str | None:
        """Why a reader must not have been told this of a ticket, or None. A number alone is fine once it was seen."""
        if told.ticket not in self._of:
            return "is no ticket"
        if told.version is None:
            seen = any(each & readers for _, each in self._of[told.ticket])
            return None if seen else "was never the reader's to see"
        audience = self.at(told.ticket, told.version)
        return None if audience & readers else f"version {told.version} was for {sorted(audience)} only"


def nothing_foreign(evidence: Evidence) -> Iterator[Finding]:
    """No client's file names a ticket that it might not see, at the version it was shown."""
    audiences = Audiences(evidence.found)
    for saw in evidence.records(Saw):
        for told in saw.tickets:
            why = audiences.why_foreign(told, saw.readers)
            if why:
                yield _named(saw), f"ticket {told.ticket} {why}; the reader is {sorted(saw.readers)}"


def _named(saw: Saw) -> str:
    return f"{saw.client}'s {saw.where} of stream {saw.stream} at {saw.last}"
