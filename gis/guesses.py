"""Names with a mistake in them: what a stretch of text that names nothing fine may have been meant as.

Used by `geocode` between `spans` and `candidates` where nothing exact is fine. A guess runs between borders: the
text's ends, names, numbers, punctuation, joining words. In an address one border is enough for four characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from gis.address import marks
from gis.gazetteer import Gazetteer, Named
from gis.spans import Mention, Name, Scan, assemble
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
    starts, ends = _borders(text, named)
    for found in _RUN.finditer(text):
        own = [each for each in named if _meet(each.start, each.end, found.start(), found.end())]
        covered = {place for each in own for place in range(each.start, each.end)}
        if all(place in covered for place in range(found.start(), found.end())):
            continue
        letters = sum(len(each) for each in _LETTERS.findall(found.group()))
        for start in range(found.start(), found.end() - SHORTEST + 1):
            for end in range(start + SHORTEST, min(found.end(), start + LONGEST + 1 + letters) + 1):
                if _LETTERS.match(text, end - 1) and _LETTERS.match(text, end):
                    continue
                borders = (start in starts) + (end in ends)
                enough = borders == 2 or (borders == 1 and in_address and end - start > SHORTEST)
                if enough and _may_be(start, end, own, covered):
                    names = [each.text for each in own]
                    meanings = gazetteer.meant_by(text[start:end], names)
                    if meanings:
                        yield _Guess(borders, start, end, meanings)


def _may_be(start: int, end: int, named: list[Mention], covered: set[int]) -> bool:
    """A guess has words of its own, and holds exact names whole or not at all."""
    if all(place in covered for place in range(start, end)):
        return False
    return all(
        not _meet(start, end, each.start, each.end) or (start <= each.start and each.end <= end)
        for each in named
    )


def _borders(text: str, named: tuple[Mention, ...]) -> tuple[set[int], set[int]]:
    """Where a name may begin, and where it may end."""
    joins = [found.span() for found in (*_JOIN.finditer(text), *_VERB.finditer(text))]
    stops = [found.span() for found in _STOP.finditer(text)]
    numbers = [(mark.start, mark.end) for mark in marks(text)]
    tails = [found.span() for found in _TAIL.finditer(text)]
    starts = {0} | {each.start for each in named} | {each.end for each in named}
    ends = {len(text)} | {each.start for each in named}
    starts |= {end for _, end in (*joins, *stops, *numbers)}
    ends |= {start for start, _ in (*joins, *stops, *numbers, *tails)}
    return starts, ends
