"""The geocoder: one question in, one explained answer out. Called by the service for every ticket, and by tools.

A declared coordinate comes first; else the text is read in steps: normalise → spans → chains and candidates →
score → ladder → explain. Pure and deterministic: the gazetteer and the cells are given, nothing is opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from gis.address import normalise
from gis.calibrate import NO_CALIBRATION, Calibration
from gis.candidates import NOTHING_SAID, Anchor, Context, Evidence, Option, anchors, context
from gis.cells import CellIndex
from gis.coordinate import Coordinate, check
from gis.crs import Extent
from gis.explain import candidates, contradiction, doubts
from gis.gazetteer import Gazetteer
from gis.guesses import guess, is_firm
from gis.match import Level, Match, Query, Thresholds
from gis.score import Verdict, Weights, elsewhere, judge, ladder, weigh
from gis.spans import Scan, scan

_COORDINATE_TRUST: Final = 0.995
_OTHER_TOWN: Final = 0.8
_COARSE: Final[frozenset[Level]] = frozenset({"village", "town", "road_village"})
_PROSE_ROOM: Final = 4000


class Reading(NamedTuple):
    """What the texts of a query come to: every anchor, best first, the verdict on the best one, and remarks."""

    anchors: list[Anchor]
    verdict: Verdict | None
    remarks: tuple[str, ...]


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
        coordinate = check(query.lon, query.lat, query.datum, self.extent)
        reading = self._read(query)
        if coordinate.usable and coordinate.lon is not None and coordinate.lat is not None:
            match = self._at(query, coordinate, coordinate.lon, coordinate.lat, reading)
            if match.cell is not None or reading.verdict is None:
                return match
        remarks = () if coordinate.fault == "missing" else (_why_not(coordinate),)
        if reading.verdict is not None:
            return self._answer(query, coordinate, reading.verdict, reading, remarks)
        return self._nothing(query, coordinate, remarks)

    def locate_many(self, queries: Iterable[Query]) -> list[Match]:
        """`locate` for each query, in order."""
        return [self.locate(query) for query in queries]

    def _read(self, query: Query) -> Reading:
        """The address first; the prose where the address is empty, names nothing or only something coarse."""
        around, found = self._stated(query.village)
        if query.address:
            around, more = self._read_text(query.address, around, in_address=True)
            found += more
        prose = [part for part in (query.title, query.content) if part]
        if prose and all(anchor.options[0].level in _COARSE for anchor in found):
            around, more = self._read_text("。".join(prose), around, in_address=False)
            found += more
        if not found:
            return Reading([], None, ())
        for anchor in found:
            weigh(anchor, around, self.weights, self.gazetteer)
        ordered = ladder(found)
        other = elsewhere(ordered[0], ordered) if len(ordered) > 1 else None
        factor = 1.0 if other is None else self.weights.elsewhere
        remarks = () if other is None else (f"文中还提到另一处“{other.options[0].name}”",)
        return Reading(ordered, judge(ordered[0], self.cells, factor), remarks)

    def _read_text(self, text: str, before: Context, in_address: bool) -> tuple[Context, list[Anchor]]:
        seen = scan(normalise(text[:_PROSE_ROOM], self.gazetteer.region), self.gazetteer, in_address)
        around, found = self._chains(seen, before)
        if not any(_is_fine(anchor) for anchor in found):
            guessed = guess(seen, self.gazetteer, in_address)
            if guessed is not seen:
                around, found = self._chains(guessed, before)
        return around, found

    def _chains(self, seen: Scan, before: Context) -> tuple[Context, list[Anchor]]:
        if not seen.mentions:
            return before, []
        own = context(seen, self.gazetteer)
        around = own if before is NOTHING_SAID else before.joined(own)
        return around, anchors(seen, around, self.gazetteer)

    def _stated(self, village: str | None) -> tuple[Context, list[Anchor]]:
        """The village that whoever took the call gave, as evidence and as an answer of its own."""
        if not village:
            return NOTHING_SAID, []
        known = self.gazetteer.village(village.strip())
        if known is not None:
            places = [known]
        else:
            named = self.gazetteer.named(normalise(village, self.gazetteer.region))
            places = [self.gazetteer.places[one.place] for one in named]
            places = [place for place in places if place.kind == "village"]
        if not places:
            return NOTHING_SAID, []
        codes = frozenset(place.village for place in places if place.village)
        options = [
            Option(
                "village", place.id, place.name, place.lon, place.lat, self.gazetteer.radius(place), place.village,
                place.town, "full", place.parent, [f"来电登记的村居是“{place.name}”"],
            )
            for place in places
        ]  # fmt: skip
        stated = Context(
            (), (Evidence(None, places[0].name, codes),), tuple((None, place.id) for place in places)
        )
        return stated, [Anchor((), options, in_address=True)]

    def _at(self, query: Query, coordinate: Coordinate, lon: float, lat: float, reading: Reading) -> Match:
        """The answer at a usable coordinate; the text only confirms or contradicts it."""
        radius = self.thresholds.coordinate_radius_m
        spot = self.cells.find(lon, lat)
        reasons = ["按推送的坐标定位"] if query.datum else ["按推送的坐标定位,未声明坐标系,当作 WGS 84"]
        if coordinate.says:
            reasons.append(coordinate.says)
        trust = _COORDINATE_TRUST
        if reading.verdict is not None:
            against = contradiction(lon, lat, spot, radius, reading.verdict, self.gazetteer)
            if against is not None:
                reasons.append(against.says)
                trust = _OTHER_TOWN if against.other_town else trust
        if spot is None:
            reasons.append("坐标不在任何网格内,请确认是否区外诉求")
        spread = self.cells.spread(spot, lon, lat, radius)
        cell = spot.cell if spot is not None else None
        raw_cell = trust * spread.of_cell(cell.code) if cell else 0.0
        raw_town = trust * spread.of_town(cell.town) if cell else 0.0
        p_cell, p_town = self.calibration.both("coordinate", raw_cell, raw_town)
        edge_m = spot.edge_m if spot is not None else None
        auto = p_cell >= self.thresholds.cell
        reasons += doubts("coordinate", p_cell, p_town, edge_m, radius, self.thresholds, auto)
        return Match(
            query.id, lon, lat, cell.code if cell else None, cell.village if cell else None,
            cell.town if cell else None, "coordinate", radius, p_cell, p_town, auto, edge_m,
            spot is not None and spot.on_edge, spot is not None and spot.near_edge(radius), coordinate.datum,
            self.cells.boundary_version, candidates(reading.anchors, self.cells, auto), tuple(reasons),
            (raw_cell, raw_town),
        )  # fmt: skip

    def _answer(
        self,
        query: Query,
        coordinate: Coordinate,
        verdict: Verdict,
        reading: Reading,
        remarks: tuple[str, ...],
    ) -> Match:
        """The answer a text gives."""
        option, spot = verdict.option, verdict.spot
        p_cell, p_town = self.calibration.both(option.level, verdict.p_cell, verdict.p_town)
        auto = p_cell >= self.thresholds.cell and not verdict.tie and option.level != "town"
        cell = spot.cell if spot is not None else None
        edge_m = spot.edge_m if spot is not None else None
        reasons = [*remarks, *option.reasons, *reading.remarks]
        if verdict.tie:
            reasons.append(_tied(verdict, self.gazetteer))
        reasons += doubts(option.level, p_cell, p_town, edge_m, option.radius_m, self.thresholds, auto)
        return Match(
            query.id, option.lon, option.lat, cell.code if cell else None,
            cell.village if cell else option.village, cell.town if cell else option.town, option.level,
            option.radius_m, p_cell, p_town, auto, edge_m, spot is not None and spot.on_edge,
            spot is not None and spot.near_edge(option.radius_m), coordinate.datum, self.cells.boundary_version,
            candidates(reading.anchors, self.cells, auto), tuple(reasons), (verdict.p_cell, verdict.p_town),
        )  # fmt: skip

    def _nothing(self, query: Query, coordinate: Coordinate, remarks: tuple[str, ...]) -> Match:
        """No place; a coordinate outside the district is shown all the same, as a point in no cell."""
        said = any((query.address, query.title, query.content, query.village))
        reason = (
            "文字里没有认得的地名,请在地图上点选或联系诉求人"
            if said
            else "没有地址文字,请在地图上点选或联系诉求人"
        )
        return Match(
            query.id, coordinate.lon, coordinate.lat, None, None, None, "none", None, 0.0, 0.0, False, None, False,
            False, coordinate.datum, self.cells.boundary_version, (), (*remarks, reason),
        )  # fmt: skip


def _is_fine(anchor: Anchor) -> bool:
    """Whether a chain names something finer than a village or a whole road, in words that say enough."""
    best = anchor.options[0]
    return best.level not in _COARSE and is_firm(anchor.mentions[0])


def _why_not(coordinate: Coordinate) -> str:
    return coordinate.says if coordinate.fault else "坐标不在任何网格内,改按文字定位"


def _tied(verdict: Verdict, gazetteer: Gazetteer) -> str:
    homes = []
    for option in verdict.anchor.options[:4]:
        town = gazetteer.town(option.town)
        homes.append(
            f"{option.name}({town.name})" if town is not None and option.level != "town" else option.name
        )
    return f"同名的有{'、'.join(homes)},请问清是哪一处"
