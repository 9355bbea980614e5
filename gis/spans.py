"""Which parts of a text name places: the automaton's hits, those that cover most, and the numbers dealt to them.

Second step of `geocode`. A name that says little by itself (民主, 团结) counts only where something beside it shows
that a place is meant; a place name followed by 路 or 街 is the name of a road; what another city's name stands before
is not here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from gis.address import Mark, marks
from gis.beside import unread_before, unread_between, unread_branch
from gis.cues import Cue, cue
from gis.deal import Name, deal
from gis.gazetteer import Gazetteer, Hit, Named
from gis.names import GUESSED, LITTLE, Kind
from gis.regions import LED_ON, Elsewhere, before, elsewhere

MOST: Final = 24  # mentions looked at in one text
_ROAD_FOLLOWS: Final = re.compile(
    r"[东南西北中]{0,2}(?:路(?![灯面况基牌障对边口上])|街(?!道)|大道|大街|巷|桥)"
)
_ROAD_BEGINS: Final = frozenset("东西南北中路街大巷桥")
_PLACE_FOLLOWS: Final = re.compile(r"\d{1,3}组|[东南西北]?庄?\d{1,4}号|\d{1,4}栋")
_MAY_FOLLOW: Final = frozenset("的里内这那附旁对门边上下大小外和与及、有在路东西南北前后一几处口居")
_LIVE: Final = ("民", "住")  # 沈渡居 is a residents' committee, 沈渡居民 are its people
_SAID_BEFORE: Final = frozenset("在于住到")
_AREAS: Final = ("town", "village")
_ROADLIKE: Final = ("road", "intersection")
_NUMBER_SOON: Final = re.compile(r"[\u4e00-\u9fff]{1,5}\d{1,5}[号栋]")
"""A number behind a word that it was not dealt over: 翰林小区二村3栋, 沈渡一巷辅路6号."""
_CLAUSE: Final = re.compile(r"[。!?;,::]")


class Mention(NamedTuple):
    """One name in a text with what it may mean.

    start, end: place in the text. meanings: places with trust. marks: numbers that belong to it, in order.
    widen_m: metres by which a word like 旁边 widens it. in_address: the text is the address, not the prose. cue: what
    the words around say of it. unread: characters beside it that nothing explains, so that it may be part of another
    name. also: numbers said beside the first of their kind (13号和31号), any of which may be meant.
    """

    start: int
    end: int
    text: str
    meanings: tuple[Named, ...]
    marks: tuple[Mark, ...]
    widen_m: float
    in_address: bool
    cue: Cue
    unread: str = ""
    also: tuple[Mark, ...] = ()


class Scan(NamedTuple):
    """One normalised text and its mentions, in order. abroad: another city or county that it speaks of, or None."""

    text: str
    mentions: tuple[Mention, ...]
    abroad: str | None = None

    @property
    def meant(self) -> tuple[Mention, ...]:
        """The mentions without those that the text says are not meant."""
        if any(mention.cue == "denied" for mention in self.mentions):
            return tuple(mention for mention in self.mentions if mention.cue != "denied")
        return self.mentions


def scan(text: str, gazetteer: Gazetteer, in_address: bool) -> Scan:
    """Read a normalised text. in_address: short names may stand at its beginning without a town before them."""
    chosen = _chosen(gazetteer.hits(text), text, gazetteer)
    kept: list[Name] = []
    for number, hit in enumerate(chosen):
        following = chosen[number + 1].start if number + 1 < len(chosen) else -1
        meanings = _meant(hit, kept[-1].end if kept else None, following, text, gazetteer, in_address)
        if meanings:
            kept.append(Name(hit.start, hit.end, meanings))
            if len(kept) == MOST:
                break
    return assemble(text, kept, gazetteer, in_address)


def assemble(text: str, names: Sequence[Name], gazetteer: Gazetteer, in_address: bool) -> Scan:
    """Names with the numbers and the words around them."""
    dealt = deal(text, names, gazetteer, in_address)
    mentions: list[Mention] = []
    for number, (name, own) in enumerate(zip(names, dealt, strict=True)):
        covered = names[number - 1].end if number else 0
        until = name.end
        if own.numbers:
            until = max([name.end, *(mark.end for mark in (*own.numbers, *own.also))])
        said = cue(text, name.start, until) or _inherited(mentions, name.start, text)
        unread = _unread(text, name, covered, own.begin, names, gazetteer)
        mentions.append(
            Mention(
                name.start, name.end, text[name.start : name.end], name.meanings, tuple(own.numbers), own.widen_m,
                in_address, said, unread, tuple(own.also),
            )
        )  # fmt: skip
    return _of_here(text, mentions, gazetteer)


def _of_here(text: str, mentions: list[Mention], gazetteer: Gazetteer) -> Scan:
    """The mentions that another city or county does not stand before."""
    abroad = elsewhere(text, gazetteer.region) if "市" in text or "区" in text or "县" in text else []
    for each in mentions:
        led = each.unread or (each.start and text.endswith(LED_ON, 0, each.start))
        if led and (found := before(text, each.start, gazetteer.region)):
            abroad.append(found)
    if not abroad:
        return Scan(text, tuple(mentions))
    here = tuple(
        mention for mention in mentions if not _is_abroad(mention, mentions, abroad, text, gazetteer)
    )
    gone = len(here) < len(mentions) or not mentions
    return Scan(text, here, max(abroad).name if gone else None)


def _unread(
    text: str, name: Name, covered: int, number: int, names: Sequence[Name], gazetteer: Gazetteer
) -> str:
    """What stands unread beside a name: before it, between it and its number, behind a guess."""
    unread = unread_before(text, name.start, covered, gazetteer.region)
    if unread and not _ends_in_area(text, covered, name.start, gazetteer):
        return unread
    if name.meanings[0].trust in GUESSED and runs_on(text, name.end):
        return text[name.end]
    if name.end < number:
        return _unread_between(text, name.end, number, names)
    if name.end == len(text):
        return ""
    if not number and _NUMBER_SOON.match(text, name.end):
        ahead = next((mark.start for mark in marks(text, name.end) if mark.kind != "near"), name.end)
        if unread := _unread_between(text, name.end, ahead, names):
            return unread
    return unread_branch(text, name.end)


def _ends_in_area(text: str, covered: int, start: int, gazetteer: Gazetteer) -> bool:
    """Whether a town or village by its bare stem, which says too little to be a name here, stands before a name."""
    return any(
        gazetteer.places[one.place].kind in _AREAS
        for length in range(2, min(4, start - covered) + 1)
        for one in gazetteer.named(text[start - length : start])
    )


def _unread_between(text: str, end: int, number: int, names: Sequence[Name]) -> str:
    """What stands unread between a name and its number, as long as no other name does."""
    if any(end <= name.start < number for name in names):
        return ""
    return unread_between(text, end, number)


def is_firm(each: Mention) -> bool:
    """Whether a name says enough by itself: three characters or more, not only as a loose, natural or bare form."""
    return each.end - each.start >= 3 and any(one.trust not in LITTLE for one in each.meanings)


def _inherited(mentions: list[Mention], start: int, text: str) -> Cue:
    """What is said before a chain (家住渔沟镇小桥村) is said of all of it."""
    if not mentions:
        return ""
    before = mentions[-1]
    beside = before.end == start or (before.end == start - 1 and text[before.end] == "的")
    return before.cue if beside else ""


def _is_abroad(
    mention: Mention, mentions: list[Mention], abroad: list[Elsewhere], text: str, gazetteer: Gazetteer
) -> bool:
    """Whether another city stands before a name in the same clause, and no town of this district between."""
    towns = [each for each in mentions if _is_own_town(each, gazetteer)]
    for region in abroad:
        if region.zone and _is_own_zone(region, mentions, towns, text):
            continue
        is_before = region.end <= mention.start and not _CLAUSE.search(text, region.end, mention.start)
        if is_before and not any(region.end <= each.start <= mention.start for each in towns):
            return True
        if not region.zone and region.start <= mention.start < region.end:
            return True
    return False


def _is_own_zone(region: Elsewhere, mentions: list[Mention], towns: list[Mention], text: str) -> bool:
    """Whether a zone is part of a known name, or of a town of this district named before it in the clause."""
    if any(each.start < region.end and region.start < each.end for each in mentions):
        return True
    return any(
        each.end <= region.start and not _CLAUSE.search(text, each.end, region.start) for each in towns
    )


def _is_own_town(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(
        one.trust not in LITTLE and gazetteer.places[one.place].kind == "town" for one in mention.meanings
    )


def _chosen(hits: list[Hit], text: str, gazetteer: Gazetteer) -> list[Hit]:
    """Hits that do not overlap: the longest, and where they cross, those that together cover most."""
    if len(hits) < 2:
        return hits
    hits.sort(key=lambda one: (one.start, -one.end))
    widest: list[Hit] = []
    crossing = False
    for hit in hits:
        if not widest or hit.end > widest[-1].end:
            crossing = crossing or bool(widest and hit.start < widest[-1].end)
            widest.append(hit)
    return _covering(hits, text, gazetteer) if crossing else widest


def _covering(hits: list[Hit], text: str, gazetteer: Gazetteer) -> list[Hit]:
    """The hits of greatest total weight that do not overlap (weighted interval scheduling), fewer before more."""
    hits = sorted(hits, key=lambda one: one.end)
    best: list[tuple[float, tuple[Hit, ...]]] = [(0.0, ())]
    ends = [0]
    for hit in hits:
        before = next(place for place in range(len(ends) - 1, -1, -1) if ends[place] <= hit.start)
        weight, chain = best[before]
        taken = (weight + _weight(hit, text, gazetteer), (*chain, hit))
        best.append(max(best[-1], taken, key=lambda one: (round(one[0], 6), -len(one[1]))))
        ends.append(hit.end)
    return list(best[-1][1])


def _weight(hit: Hit, text: str, gazetteer: Gazetteer) -> float:
    """A character each; less for a form that says little, unless a number follows it."""
    length = hit.end - hit.start
    if any(one.trust not in LITTLE for one in gazetteer.meanings(hit.name)):
        return float(length)
    return length * (1.2 if _PLACE_FOLLOWS.match(text, hit.end) else 0.6)


def _meant(
    hit: Hit, before: int | None, following: int, text: str, gazetteer: Gazetteer, in_address: bool
) -> tuple[Named, ...]:
    """The meanings that count here. before: where the last name ends; following: where the next begins, -1 for none."""
    meanings = gazetteer.meanings(hit.name)
    if text[hit.end - 1] == "居" and text[hit.end : hit.end + 1] in _LIVE:
        return ()
    if gazetteer.is_plain(hit.name) and text[hit.end : hit.end + 1] not in _ROAD_BEGINS:
        return meanings
    if text[hit.end : hit.end + 1] in _ROAD_BEGINS and _ROAD_FOLLOWS.match(text, hit.end):
        meanings = tuple(one for one in meanings if _stays_beside_road(gazetteer.places[one.place].kind, one))
    if following != hit.end and runs_on(text, hit.end):
        meanings = tuple(
            one for one in meanings if one.trust != "bare" or gazetteer.places[one.place].kind in _AREAS
        )
    little = hit.end - hit.start <= 2
    if not little and not any(one.trust in LITTLE for one in meanings):
        return meanings
    if _has_context(hit, before, following, text, in_address):
        return meanings
    if hit.start and text[hit.start - 1] in _SAID_BEFORE:
        towns = tuple(one for one in meanings if gazetteer.places[one.place].kind == "town")
        if towns:
            return towns
    return (
        () if little else tuple(one for one in meanings if one.trust not in LITTLE or _long_enough(hit, one))
    )


def runs_on(text: str, end: int) -> bool:
    """Whether a character follows that is likely part of a longer name: 东方航空 is not the estate 东方."""
    sign = text[end : end + 1]
    return "\u4e00" <= sign <= "\u9fff" and sign not in _MAY_FOLLOW


def _stays_beside_road(kind: Kind, meaning: Named) -> bool:
    """渔沟路 is no 渔沟; a road stays, and so does what is named with its kind."""
    return kind in _ROADLIKE or (meaning.trust not in LITTLE and kind != "poi")


def _long_enough(hit: Hit, meaning: Named) -> bool:
    """A loose or natural form of three characters speaks for itself; a bare one never does."""
    return meaning.trust != "bare" and hit.end - hit.start >= 3


def _has_context(hit: Hit, before: int | None, following: int, text: str, in_address: bool) -> bool:
    """Whether a short name stands where a place stands: beside another place, before a number, or first."""
    if before is not None and hit.start - before <= (1 if in_address else 0):
        return True
    if following == hit.end or _PLACE_FOLLOWS.match(text, hit.end):
        return True
    return in_address and hit.start == 0
