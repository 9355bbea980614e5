"""What the texts of a query come to: the pipeline from words to a verdict. Called by `geocode` only.

normalise → spans → chains and candidates → score → ladder. The towns of a text become answers of their own only
where nothing finer is sure, which keeps the usual ticket short.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from gis.address import LONGEST, normalise
from gis.candidates import NOTHING_SAID, Anchor, Context, Evidence, Option, anchors, context, town_anchors
from gis.cells import CellIndex
from gis.gazetteer import Gazetteer
from gis.match import Level, Query
from gis.score import Verdict, Weights, elsewhere, is_trusted, judge, ladder, weigh
from gis.spans import Scan, scan

_COARSE: Final[frozenset[Level]] = frozenset({"village", "town", "road_village"})


class Reading(NamedTuple):
    """Every anchor of the texts, best first, the verdict on the best one, and remarks (Chinese)."""

    anchors: list[Anchor]
    verdict: Verdict | None
    remarks: tuple[str, ...]


NOTHING_READ: Final = Reading([], None, ())


class Words(NamedTuple):
    """The texts of a query as scanned: what they say about town and village, their chains but for bare towns."""

    around: Context
    scans: tuple[Scan, ...]
    anchors: list[Anchor]


def read(query: Query, gazetteer: Gazetteer, cells: CellIndex, weights: Weights, sure: float) -> Reading:
    """The texts of a query. sure: P(cell) from which on coarser answers are not looked at."""
    words = _words(query, gazetteer)
    ordered = _weighed(words.anchors, words.around, weights, gazetteer)
    coarse = not ordered or not is_trusted(ordered[0])
    if coarse:
        ordered = ladder(ordered + _towns(words, weights, gazetteer))
    if not ordered:
        return NOTHING_READ
    other = elsewhere(ordered[0], ordered)
    remarks = () if other is None else (f"文中还提到另一处“{other.options[0].name}”",)
    verdict = judge(ordered[0], cells, 1.0 if other is None else weights.elsewhere)
    if verdict.p_cell < sure and not coarse:
        ordered += _towns(words, weights, gazetteer)
    return Reading(ordered, verdict, remarks)


def _words(query: Query, gazetteer: Gazetteer) -> Words:
    """The address first; the prose where the address is empty, names nothing or only something coarse."""
    words = _stated(query.village, gazetteer) if query.village else Words(NOTHING_SAID, (), [])
    if query.address:
        words = _with_text(words, query.address, gazetteer, in_address=True)
    prose = [part for part in (query.title, query.content) if part]
    if prose and all(anchor.options[0].level in _COARSE for anchor in words.anchors):
        words = _with_text(words, "。".join(prose), gazetteer, in_address=False)
    return words


def _with_text(words: Words, text: str, gazetteer: Gazetteer, in_address: bool) -> Words:
    seen = scan(normalise(text[:LONGEST], gazetteer.region), gazetteer, in_address)
    if not seen.mentions:
        return words
    own = context(seen, gazetteer)
    around = own if words.around is NOTHING_SAID else words.around.joined(own)
    return Words(around, (*words.scans, seen), words.anchors + anchors(seen, around, gazetteer))


def _stated(village: str, gazetteer: Gazetteer) -> Words:
    """The village that whoever took the call gave, as evidence and as an answer of its own."""
    known = gazetteer.village(village.strip())
    if known is not None:
        places = [known]
    else:
        named = gazetteer.named(normalise(village, gazetteer.region))
        places = [gazetteer.places[one.place] for one in named]
        places = [place for place in places if place.kind == "village"]
    if not places:
        return Words(NOTHING_SAID, (), [])
    options = [
        Option(
            "village", place.id, place.name, place.lon, place.lat, gazetteer.radius(place), place.village,
            place.town, "full", place.parent, [f"来电登记的村居是“{place.name}”"],
        )
        for place in places
    ]  # fmt: skip
    evidence = Evidence(None, places[0].name, frozenset(place.village for place in places if place.village))
    around = Context((), (evidence,), tuple((None, place.id) for place in places))
    return Words(around, (), [Anchor((), options, in_address=True)])


def _towns(words: Words, weights: Weights, gazetteer: Gazetteer) -> list[Anchor]:
    found = [anchor for seen in words.scans for anchor in town_anchors(seen, gazetteer)]
    return _weighed(found, words.around, weights, gazetteer)


def _weighed(found: list[Anchor], around: Context, weights: Weights, gazetteer: Gazetteer) -> list[Anchor]:
    for anchor in found:
        weigh(anchor, around, weights, gazetteer)
    return ladder(found)
