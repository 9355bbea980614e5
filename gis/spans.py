"""Which parts of a text name places: the automaton's hits, longest first, and the marks attached to them.

Second step of `geocode`. A name that says little by itself (民主, 团结) counts only where something beside it shows
that a place is meant; a place name followed by 路 or 街 is the name of a road.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from gis.address import Mark, marks
from gis.cues import Cue, cue
from gis.gazetteer import Gazetteer, Hit, Named
from gis.names import Kind

MOST: Final = 24  # mentions looked at in one text
_REACH: Final = 12  # characters between a name and a number that may still belong together
_ROAD_FOLLOWS: Final = re.compile(r"[东西南北中]{0,2}(?:路(?![灯面况基牌障])|街(?!道)|大道|大街|巷|桥)")
_ROAD_BEGINS: Final = frozenset("东西南北中路街大巷桥")
_PLACE_FOLLOWS: Final = re.compile(r"\d{1,3}组|[东西南北]?庄?\d{1,4}号")
_SAID_BEFORE: Final = "在于住到"
LITTLE: Final = frozenset({"bare", "natural", "loose"})
_ROADLIKE: Final = ("road", "intersection")


class Mention(NamedTuple):
    """One name in a text with what it may mean.

    start, end: place in the text. meanings: places with trust. marks: numbers that belong to it, in order.
    widen_m: metres by which a word like 旁边 widens it. in_address: the text is the address, not the prose. cue: what
    the words around say of it.
    """

    start: int
    end: int
    text: str
    meanings: tuple[Named, ...]
    marks: tuple[Mark, ...]
    widen_m: float
    in_address: bool
    cue: Cue


class Scan(NamedTuple):
    """One normalised text and its mentions, in order."""

    text: str
    mentions: tuple[Mention, ...]

    @property
    def meant(self) -> tuple[Mention, ...]:
        """The mentions without those that the text says are not meant."""
        if any(mention.cue == "denied" for mention in self.mentions):
            return tuple(mention for mention in self.mentions if mention.cue != "denied")
        return self.mentions


def scan(text: str, gazetteer: Gazetteer, in_address: bool) -> Scan:
    """Read a normalised text. in_address: short names may stand at its beginning without a town before them."""
    hits = gazetteer.hits(text)
    if not hits:
        return Scan(text, ())
    kept: list[tuple[Hit, tuple[Named, ...]]] = []
    before: Hit | None = None
    for hit in _longest(hits):
        meanings = _meant(hit, before, text, gazetteer, in_address)
        if meanings:
            kept.append((hit, meanings))
            before = hit
            if len(kept) == MOST:
                break
    ends = [hit.start for hit, _ in kept[1:]] + [len(text)]
    mentions = [
        mention(text, hit.start, hit.end, meanings, until, in_address)
        for (hit, meanings), until in zip(kept, ends, strict=False)
    ]
    return Scan(text, tuple(mentions))


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits that do not overlap, the longest (then the first) preferred, in the order of the text."""
    if len(hits) == 1:
        return hits
    taken: list[Hit] = []
    busy = 0
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one.start)):
        room = ((1 << (hit.end - hit.start)) - 1) << hit.start
        if not busy & room:
            busy |= room
            taken.append(hit)
    taken.sort()
    return taken


def _meant(
    hit: Hit, before: Hit | None, text: str, gazetteer: Gazetteer, in_address: bool
) -> tuple[Named, ...]:
    """The meanings that count here."""
    meanings = gazetteer.meanings(hit.name)
    if text[hit.end : hit.end + 1] in _ROAD_BEGINS and _ROAD_FOLLOWS.match(text, hit.end):
        meanings = tuple(one for one in meanings if _stays_beside_road(gazetteer.places[one.place].kind, one))
    little = hit.end - hit.start <= 2
    if not little and not any(one.trust in LITTLE for one in meanings):
        return meanings
    if _has_context(hit, before, text, in_address):
        return meanings
    if hit.start and text[hit.start - 1] in _SAID_BEFORE:
        towns = tuple(one for one in meanings if gazetteer.places[one.place].kind == "town")
        if towns:
            return towns
    return (
        () if little else tuple(one for one in meanings if one.trust not in LITTLE or _long_enough(hit, one))
    )


def _stays_beside_road(kind: Kind, meaning: Named) -> bool:
    """渔沟路 is no 渔沟; a road stays, and so does a town or village with its suffix."""
    return kind in _ROADLIKE or (kind in ("town", "village") and meaning.trust not in LITTLE)


def _long_enough(hit: Hit, meaning: Named) -> bool:
    """A loose or natural form of three characters speaks for itself; a bare one never does."""
    return meaning.trust != "bare" and hit.end - hit.start >= 3


def _has_context(hit: Hit, before: Hit | None, text: str, in_address: bool) -> bool:
    """Whether a short name stands where a place stands: behind another place, before a number, or first."""
    if before is not None and hit.start - before.end <= (1 if in_address else 0):
        return True
    if _PLACE_FOLLOWS.match(text, hit.end):
        return True
    return in_address and hit.start == 0


def is_firm(each: Mention) -> bool:
    """Whether a name says enough by itself: three characters or more, not only as a loose, natural or bare form."""
    return each.end - each.start >= 3 and any(one.trust not in LITTLE for one in each.meanings)


def mention(
    text: str, start: int, end: int, meanings: tuple[Named, ...], until: int, in_address: bool
) -> Mention:
    """A name with the marks between it and the next name, as long as each is near the former."""
    own: list[Mark] = []
    widen, reach = 0.0, end
    for mark in marks(text, end, until) if until > end else ():
        if mark.start - reach > _REACH:
            break
        if mark.kind == "near":
            widen = max(widen, float(mark.number))
        else:
            own.append(mark)
        reach = mark.end
    said = cue(text, start, max(end, own[-1].end if own else 0))
    return Mention(start, end, text[start:end], meanings, tuple(own), widen, in_address, said)
