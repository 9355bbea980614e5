"""The geocoder: one question in, one explained answer out. Called by the service for every ticket, and by tools.

`PIPELINE` is the whole of it, step by step; each step is a function in this file over one `Work`, and leans on the
module that knows how: `coordinate`; `spans` and `guesses` (which words name places); `chains`, `crossings` and
`candidates` (what those may be); `score` (how likely each is); `answer` (in words). Pure and deterministic: the
gazetteer and the cells are given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from gis.address import coordinate_in, normalise
from gis.answer import at_coordinate, by_text, nothing
from gis.calibrate import NO_CALIBRATION, Calibration
from gis.candidates import NOTHING_SAID, Anchor, Context
from gis.caution import FACTOR, cautions
from gis.cells import CellIndex
from gis.chains import (
    coarse_anchors,
    context,
    fine_anchors,
    numbers_of_stated,
    stated_village,
    towns_said,
)
from gis.coordinate import Coordinate, check
from gis.crs import Extent
from gis.gazetteer import Gazetteer
from gis.guesses import guess
from gis.match import Match, Query, Thresholds
from gis.score import Verdict, Weights, elsewhere, is_sure, is_trusted, judge, ladder, weigh
from gis.spans import Scan, scan

_PROSE_ROOM: Final = 4000


class Heard(NamedTuple):
    """An answer beside its sources: the coordinate as it was checked, and the verdict on the words, if they say any."""

    match: Match
    coordinate: Coordinate
    verdict: Verdict | None


class Locator:
    """Answers queries over one gazetteer and one boundary version. Immutable; swap it as a whole."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        cells: CellIndex,
        extent: Extent,
        thresholds: Thresholds | None = None,
        weights: Weights | None = None,
        calibration: Calibration = NO_CALIBRATION,
    ) -> None:
        """extent: the district's rectangle in WGS 84; a coordinate outside of it is not used.

        calibration: what the geocoder's own probabilities mean; without one they are answered as they come.
        """
        self.gazetteer = gazetteer
        self.cells = cells
        self.extent = extent
        self.thresholds = thresholds or Thresholds()
        self.weights = weights or Weights()
        self.calibration = calibration

    def locate(self, query: Query) -> Match:
        """The best answer to one query. Never raises for what a query may contain; level none says nothing fits."""
        return self.hear(query).match

    def hear(self, query: Query) -> Heard:
        """`locate`, with what coordinate and words say each by itself, for whoever tests the one by the other."""
        work = Work(query)
        for step in PIPELINE:
            step(work, self)
        assert work.coordinate is not None
        return Heard(answer(work, self), work.coordinate, work.verdict)


@dataclass(slots=True)
class Work:
    """A query on its way: what each step has found so far.

    around: towns, villages and places that are named. anchors: chains of the text with what they may mean, best
    first from `choose` on. other: another place as good somewhere else. abroad: another city that it speaks of.
    verdict: on the best chain.
    """

    query: Query
    coordinate: Coordinate | None = None
    around: Context = NOTHING_SAID
    anchors: list[Anchor] = field(default_factory=list)
    other: Anchor | None = None
    abroad: str | None = None
    verdict: Verdict | None = None


def take_coordinate(work: Work, where: Locator) -> None:
    """The coordinate, checked and turned into WGS 84."""
    query = work.query
    work.coordinate = check(query.lon, query.lat, query.datum, where.extent)
    written = coordinate_in(query.address) if query.address and work.coordinate.fault == "missing" else None
    if written is not None:
        work.query = replace(query, lon=written[0], lat=written[1])
        work.coordinate = check(*written, query.datum, where.extent)


def take_village(work: Work, where: Locator) -> None:
    """The village that whoever took the call gave, as evidence and as an answer of its own."""
    if work.query.village:
        around, anchors = stated_village(work.query.village, where.gazetteer)
        _add(work, where, around, anchors)


def read_address(work: Work, where: Locator) -> None:
    """What the address names."""
    if work.query.address:
        _read(work, where, work.query.address, in_address=True)


def read_prose(work: Work, where: Locator) -> None:
    """What title and content name, where the address is empty, names nothing or only something coarse."""
    prose = [part for part in (work.query.title, work.query.content) if part]
    if not prose or any(is_sure(anchor) for anchor in work.anchors):
        return
    text = "。".join(prose)
    if any(len(anchor.options) > 1 for anchor in work.anchors):
        seen = scan(normalise(text[:_PROSE_ROOM], where.gazetteer.region), where.gazetteer, in_address=False)
        _weigh(work.anchors, work.around.joined(towns_said(seen, where.gazetteer)), where)
    if not any(is_trusted(anchor) for anchor in work.anchors):
        _read(work, where, text, in_address=False)


def choose(work: Work, where: Locator) -> None:
    """The best chain, by the ladder house > building > POI > intersection > … > town, and how sure it makes us."""
    if not work.anchors:
        return
    factor = 1.0
    if len(work.anchors) > 1:
        work.anchors = ladder(work.anchors)
        work.other = elsewhere(work.anchors[0], work.anchors)
        factor = 1.0 if work.other is None else where.weights.elsewhere
    work.verdict = judge(work.anchors[0], where.cells, factor)


def be_cautious(work: Work, _where: Locator) -> None:
    """What the text may mean that the gazetteer does not know; then a person decides."""
    verdict = work.verdict
    if verdict is not None and (said := cautions(verdict.anchor)):
        verdict.cautions = said
        verdict.p_cell *= FACTOR
        verdict.p_town *= FACTOR


Step = Callable[[Work, Locator], None]
PIPELINE: Final[tuple[Step, ...]] = (
    take_coordinate,
    take_village,
    read_address,
    read_prose,
    choose,
    be_cautious,
)


def answer(work: Work, where: Locator) -> Match:
    """A usable coordinate inside the cells answers; else the text; else nothing does."""
    query, coordinate = work.query, work.coordinate
    assert coordinate is not None
    if coordinate.usable:
        match = at_coordinate(query, coordinate, work.verdict, work.anchors, where)
        if match is not None and (match.cell is not None or work.verdict is None):
            return match
    if work.verdict is not None:
        return by_text(query, coordinate, work.verdict, work.anchors, work.other, where)
    return nothing(query, coordinate, work.abroad, where.cells.boundary_version)


def _read(work: Work, where: Locator, text: str, in_address: bool) -> None:
    """Normalise, find names, see what they may be; where nothing fine is sure, guess at slips, then look coarser.

    Prose beside a usable coordinate is not guessed at where it names nothing at all.
    """
    gazetteer = where.gazetteer
    plain = normalise(text[:_PROSE_ROOM], gazetteer.region)
    seen = scan(plain, gazetteer, in_address)
    if in_address and not seen.mentions and work.anchors:
        seen = numbers_of_stated(plain, work.anchors, gazetteer) or seen
    around = _surroundings(seen, work, gazetteer)
    anchors = fine_anchors(seen, around, gazetteer)
    _weigh(anchors, around, where)
    if not any(is_trusted(anchor) for anchor in anchors):
        guessed = seen if _vouches(seen, work, in_address) else guess(seen, gazetteer, in_address)
        if guessed is not seen:
            seen = guessed
            around = _surroundings(seen, work, gazetteer)
            anchors = fine_anchors(seen, around, gazetteer)
            _weigh(anchors, around, where)
        coarse = coarse_anchors(seen, around, gazetteer)
        _weigh(coarse, around, where)
        anchors += coarse
    work.around = around
    work.anchors += anchors
    work.abroad = work.abroad or seen.abroad


def _vouches(seen: Scan, work: Work, in_address: bool) -> bool:
    """Whether a text can only vouch for a coordinate, and names nothing that it could do so by."""
    return not in_address and not seen.mentions and work.coordinate is not None and work.coordinate.usable


def _surroundings(seen: Scan, work: Work, gazetteer: Gazetteer) -> Context:
    own = context(seen, gazetteer)
    return own if work.around is NOTHING_SAID else work.around.joined(own)


def _add(work: Work, where: Locator, around: Context, anchors: list[Anchor]) -> None:
    work.around = around
    _weigh(anchors, around, where)
    work.anchors += anchors


def _weigh(anchors: list[Anchor], around: Context, where: Locator) -> None:
    for anchor in anchors:
        weigh(anchor, around, where.weights, where.gazetteer)
