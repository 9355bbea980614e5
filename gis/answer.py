"""The answer to a query: by its coordinate, by its text, or none. Used by `geocode` as its last step."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

from gis.calibrate import Calibration
from gis.candidates import Anchor
from gis.cells import CellIndex, Spot
from gis.coordinate import Coordinate, check
from gis.crs import Datum, Extent
from gis.explain import Contradiction, candidates, contradiction, doubts
from gis.gazetteer import Gazetteer
from gis.match import Match, Query, Thresholds
from gis.score import COARSE, Verdict

HYPOTHESES: Final[tuple[Datum, ...]] = ("wgs84", "gcj02", "bd09")
_UNDECLARED: Final[dict[Datum | None, float]] = {"wgs84": 0.6, "gcj02": 0.25, "bd09": 0.15}
_COORDINATE_TRUST: Final = 0.995
_CORRECTED: Final = 0.97
_OTHER_TOWN: Final = 0.8
_CONTRADICTED: Final = 0.5


class Ground(Protocol):
    """What answers are given by: a `geocode.Locator`."""

    gazetteer: Gazetteer
    cells: CellIndex
    extent: Extent
    thresholds: Thresholds
    calibration: Calibration


class _Reading(NamedTuple):
    """A coordinate as it is to be understood, how far it is trusted, and why."""

    coordinate: Coordinate
    trust: float
    reasons: list[str]


def at_coordinate(
    query: Query, coordinate: Coordinate, verdict: Verdict | None, anchors: list[Anchor], ground: Ground
) -> Match | None:
    """The answer at a usable coordinate; the text confirms it, corrects its datum or contradicts it.

    None where a sure text contradicts it under every datum: then the text answers, and a person decides.
    """
    told = ["按推送的坐标定位"] if query.datum else ["按推送的坐标定位，未声明坐标系，当作 WGS 84"]
    if coordinate.says:
        told.append(coordinate.says)
    reading = _read(query, coordinate, verdict, ground)
    if reading is None:
        return None
    lon, lat = reading.coordinate.lon, reading.coordinate.lat
    assert lon is not None
    assert lat is not None
    radius = ground.thresholds.coordinate_radius_m
    spot = ground.cells.find(lon, lat)
    reasons = [*told, *reading.reasons]
    if spot is None:
        reasons.append("坐标不在任何网格内，请确认是否区外诉求")
    cell = spot.cell if spot is not None else None
    raw_cell, raw_town = _chances(query, reading, spot, verdict, ground) if spot is not None else (0.0, 0.0)
    p_cell, p_town = ground.calibration.both("coordinate", raw_cell, raw_town)
    edge_m = spot.edge_m if spot is not None else None
    auto = p_cell >= ground.thresholds.cell
    reasons += doubts("coordinate", p_cell, p_town, edge_m, radius, ground.thresholds, auto)
    return Match(
        query.id, lon, lat, cell.code if cell else None, cell.village if cell else None,
        cell.town if cell else None, "coordinate", radius, p_cell, p_town, auto, edge_m,
        spot is not None and spot.on_edge, spot is not None and spot.near_edge(radius),
        reading.coordinate.datum, ground.cells.boundary_version, candidates(anchors, ground.cells, auto),
        tuple(reasons), (raw_cell, raw_town),
    )  # fmt: skip


def _read(query: Query, coordinate: Coordinate, verdict: Verdict | None, ground: Ground) -> _Reading | None:
    """The declared datum where nothing speaks against it; another one where only that agrees with a sure text."""
    against = _against(coordinate, verdict, ground)
    if verdict is None or against is None:
        return _Reading(coordinate, _COORDINATE_TRUST, [])
    if not says_where(verdict):
        return _Reading(coordinate, _OTHER_TOWN if against.other_town else _COORDINATE_TRUST, [against.says])
    for datum in HYPOTHESES:
        other = check(query.lon, query.lat, datum, ground.extent)
        if other.usable and datum != coordinate.datum and _against(other, verdict, ground) is None:
            says = f"{against.says}；按 {datum.upper()} 解释则与文字相符，已改用，请核对该渠道声明的坐标系"
            return _Reading(other, _CORRECTED, [says])
    if verdict.p_cell >= ground.thresholds.cell:
        return None
    return _Reading(coordinate, _CONTRADICTED, [f"{against.says}，请核实是哪一处"])


def _against(coordinate: Coordinate, verdict: Verdict | None, ground: Ground) -> Contradiction | None:
    if verdict is None or coordinate.lon is None or coordinate.lat is None:
        return None
    spot = ground.cells.find(coordinate.lon, coordinate.lat)
    radius = ground.thresholds.coordinate_radius_m
    return contradiction(coordinate.lon, coordinate.lat, spot, radius, verdict, ground.gazetteer)


def _is_inside(coordinate: Coordinate, ground: Ground) -> bool:
    """Whether a coordinate is usable and lies in a cell."""
    lon, lat = coordinate.lon, coordinate.lat
    return (
        coordinate.usable and lon is not None and lat is not None and ground.cells.find(lon, lat) is not None
    )


def says_where(verdict: Verdict) -> bool:
    """Whether a text names one fine place as the ticket's, so that a coordinate can be tested against it.

    In prose a place that stands there without number or verb (昨天在县医院看病) may be anything.
    """
    anchor, level = verdict.anchor, verdict.option.level
    named = anchor.in_address or anchor.cue == "meant" or level in ("house", "building", "interpolated")
    return named and not verdict.tie and not verdict.cautions and level not in COARSE and not anchor.aside


def _chances(
    query: Query, reading: _Reading, spot: Spot, verdict: Verdict | None, ground: Ground
) -> tuple[float, float]:
    """P(cell) and P(town); a coordinate without declared datum that no text confirms may be in any of the three."""
    radius, cell = ground.thresholds.coordinate_radius_m, spot.cell
    declared = query.datum or (verdict is not None and says_where(verdict))
    shares = {reading.coordinate.datum: 1.0} if declared else _UNDECLARED
    p_cell = p_town = 0.0
    for datum, share in shares.items():
        read = reading.coordinate if declared else check(query.lon, query.lat, datum, ground.extent)
        if read.lon is not None and read.lat is not None:
            spread = ground.cells.spread(ground.cells.find(read.lon, read.lat), read.lon, read.lat, radius)
            p_cell += share * spread.of_cell(cell.code)
            p_town += share * spread.of_town(cell.town)
    return reading.trust * p_cell, reading.trust * p_town


def by_text(
    query: Query,
    coordinate: Coordinate,
    verdict: Verdict,
    anchors: list[Anchor],
    other: Anchor | None,
    ground: Ground,
) -> Match:
    """The answer a text gives. other: another place that the text names as well."""
    option, spot = verdict.option, verdict.spot
    p_cell, p_town = ground.calibration.both(option.level, verdict.p_cell, verdict.p_town)
    doubted = _against(coordinate, verdict, ground) if _is_inside(coordinate, ground) else None
    auto = p_cell >= ground.thresholds.cell and not verdict.tie and option.level != "town" and doubted is None
    auto = auto and not verdict.cautions
    cell = spot.cell if spot is not None else None
    edge_m = spot.edge_m if spot is not None else None
    reasons = [] if coordinate.fault == "missing" else [_why_not(coordinate)]
    if doubted is not None:
        reasons = [f"{doubted.says}，请核实是哪一处"]
    reasons += [*option.told, *verdict.cautions]
    if other is not None:
        reasons.append(f"文中还提到另一处“{other.options[0].name}”")
    if verdict.tie:
        reasons.append(_tied(verdict, ground.gazetteer))
    reasons += doubts(option.level, p_cell, p_town, edge_m, option.radius_m, ground.thresholds, auto)
    return Match(
        query.id, option.lon, option.lat, cell.code if cell else None,
        cell.village if cell else option.village, cell.town if cell else option.town, option.level,
        option.radius_m, p_cell, p_town, auto, edge_m, spot is not None and spot.on_edge,
        spot is not None and spot.near_edge(option.radius_m), coordinate.datum, ground.cells.boundary_version,
        candidates(anchors, ground.cells, auto), tuple(reasons), (verdict.p_cell, verdict.p_town),
    )  # fmt: skip


def nothing(query: Query, coordinate: Coordinate, abroad: str | None, boundary_version: int) -> Match:
    """No place; a coordinate outside the district is shown all the same, as a point in no cell.

    abroad: another city or county that the text speaks of.
    """
    said = any((query.address, query.title, query.content, query.village))
    missing = "文字里没有认得的地名" if said else "没有地址文字"
    reasons = () if coordinate.fault == "missing" else (_why_not(coordinate),)
    if abroad is not None:
        reasons = (*reasons, f"文中说的是{abroad}，请确认是否区外诉求")
    return Match(
        query.id, coordinate.lon, coordinate.lat, None, None, None, "none", None, 0.0, 0.0, False, None, False,
        False, coordinate.datum, boundary_version, (), (*reasons, f"{missing}，请在地图上点选或联系诉求人"),
    )  # fmt: skip


def _why_not(coordinate: Coordinate) -> str:
    return coordinate.says if coordinate.fault else "坐标不在任何网格内，改按文字定位"


def _tied(verdict: Verdict, gazetteer: Gazetteer) -> str:
    homes = []
    for option in verdict.anchor.options[:4]:
        town = gazetteer.town(option.town)
        told = town is not None and option.level != "town"
        homes.append(f"{option.name}（{town.name}）" if told and town else option.name)
    return f"同名的有{'、'.join(homes)}，请问清是哪一处"
