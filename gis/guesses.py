"""Names with a mistake in them: what a stretch of text that names nothing fine may have been meant as.

Used by `geocode` between `spans` and `candidates` where nothing exact is fine. A guess runs between borders: the
text's ends, names, numbers, punctuation, joining words. In an address one border is enough for four characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from gis.address import marks
from gis.deal import Name
from gis.gazetteer import Gazetteer, Named
from gis.spans import Mention, Scan, assemble, runs_on
from gis.typos import LONGEST, SHORTEST

_RUN: Final = re.compile(r"[\u4e00-\u9fff]+(?:[A-Z]{2,12}[\u4e00-\u9fff]*)*|[A-Z]{2,12}[\u4e00-\u9fff]+")
_LETTERS: Final = re.compile(r"[A-Z]+")
_VERB: Final = re.compile(r"反映的?是?|投诉的?是?|举报的?是?|[家现居]住[在于]?|位于|发现|路过")
_JOIN: Final = re.compile(r"[与和跟、在到于位的是]")
_STOP: Final = re.compile(r"[^\u4e00-\u9fffA-Z0-9]+")
_TAIL: Final = re.compile(r"交.[口叉]|路口")


class _Guess(NamedTuple):
    borders: int
    start: int
    end: int
    meanings: tuple[Named, ...]


class _Borders(NamedTuple):
    """Where a name may begin and end; firm ones are enough by themselves."""

    starts: set[int]
    ends: set[int]
    firm_starts: set[int]
    firm_ends: set[int]


def guess(scan: Scan, gazetteer: Gazetteer, in_address: bool) -> Scan:
    """The same text with guessed names in place of what they overlap; the very scan where nothing is guessed."""
    text = scan.text
    guesses = _best(sorted(_guesses(text, scan.mentions, gazetteer, in_address), key=_preferred))
    if not guesses:
        return scan
    spared = [
        Name(each.start, each.end, each.meanings)
        for each in scan.mentions
        if not any(_meet(each.start, each.end, one.start, one.end) for one in guesses)
    ]
    made = [Name(one.start, one.end, one.meanings) for one in guesses]
    return assemble(text, sorted([*spared, *made]), gazetteer, in_address)


def _meet(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def _preferred(one: _Guess) -> tuple[int, int, int]:
    return -one.borders, one.start - one.end, one.start


def _best(guesses: list[_Guess]) -> list[_Guess]:
    """Guesses that do not overlap, in the order of preference."""
    taken: list[_Guess] = []
    for one in guesses:
        if not any(_meet(one.start, one.end, other.start, other.end) for other in taken):
            taken.append(one)
    return taken


def _guesses(
    text: str, named: tuple[Mention, ...], gazetteer: Gazetteer, in_address: bool
) -> Iterator[_Guess]:
    borders: _Borders | None = None
    for found in _RUN.finditer(text):
        own = [each for each in named if _meet(each.start, each.end, found.start(), found.end())]
        if sum(each.end - each.start for each in own) >= found.end() - found.start():
            continue
        borders = borders or _borders(text, named)
        names = [each.text for each in own]
        for start, end, count in _windows(text, found.start(), found.end(), borders, in_address):
            if _may_be(start, end, own):
                meanings = gazetteer.meant_by(text[start:end], names)
                if meanings and not (_all_unlike(meanings) and _is_no_name(text, start, end, own)):
                    yield _Guess(count, start, end, meanings)


def _windows(
    text: str, first: int, last: int, borders: _Borders, in_address: bool
) -> Iterator[tuple[int, int, int]]:
    """Stretches of a run with both ends at borders, in an address also with one firm border; and how many."""
    letters = sum(len(each) for each in _LETTERS.findall(text, first, last))
    for start in range(first, last - SHORTEST + 1):
        begins, firm = start in borders.starts, in_address and start in borders.firm_starts
        for end in range(start + SHORTEST, min(last, start + LONGEST + 1 + letters) + 1):
            both = begins and end in borders.ends
            one = firm or (in_address and end in borders.firm_ends)
            if not both and not (one and end - start > SHORTEST):
                continue
            if letters and _LETTERS.match(text, end - 1) and _LETTERS.match(text, end):
                continue
            yield start, end, 2 if both else 1


def _may_be(start: int, end: int, named: list[Mention]) -> bool:
    """A guess has words of its own, and holds exact names whole or not at all."""
    covered = 0
    for each in named:
        if each.start < end and start < each.end:
            if each.start < start or end < each.end:
                return False
            covered += each.end - each.start
    return covered < end - start


def _all_unlike(meanings: tuple[Named, ...]) -> bool:
    """Whether a guess is like none of its names in sound or shape."""
    return all(one.trust == "slip" for one in meanings)


def _is_no_name(text: str, start: int, end: int, named: list[Mention]) -> bool:
    """Whether a stretch is an exact name with one character more beside it, or ends inside a longer word."""
    if any(start <= each.start and each.end <= end < each.end + start - each.start + 2 for each in named):
        return True
    return runs_on(text, end) and not any(each.start == end for each in named)


def _borders(text: str, named: tuple[Mention, ...]) -> _Borders:
    """Where a name may begin, and where it may end."""
    spans = [found.span() for found in (*_JOIN.finditer(text), *_VERB.finditer(text), *_STOP.finditer(text))]
    numbers = [mark for mark in marks(text) if mark.kind != "near"]
    firm_starts = {0, *(each.end for each in named)}
    firm_ends = {*(mark.start for mark in numbers), *(found.start() for found in _TAIL.finditer(text))}
    starts = firm_starts | {each.start for each in named} | {end for _, end in spans}
    starts |= {mark.end for mark in numbers}
    ends = firm_ends | {len(text)} | {each.start for each in named} | {start for start, _ in spans}
    return _Borders(starts, ends, firm_starts, firm_ends)
