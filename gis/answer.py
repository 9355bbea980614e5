"""The answer to a query: by its coordinate, by its text, or none. Used by `geocode` as its last step."""

from __future__ import annotations

from typing import Final, Protocol

from gis.calibrate import Calibration
from gis.candidates import Anchor
from gis.cells import CellIndex
from gis.coordinate import Coordinate
from gis.explain import candidates, contradiction, doubts
from gis.gazetteer import Gazetteer
from gis.match import Match, Query, Thresholds
from gis.score import Verdict

_COORDINATE_TRUST: Final = 0.995
_OTHER_TOWN: Final = 0.8


class Ground(Protocol):
    """What answers are given by: a `geocode.Locator`."""

    gazetteer: Gazetteer
    cells: CellIndex
    thresholds: Thresholds
    calibration: Calibration


def at_coordinate(
    query: Query, coordinate: Coordinate, verdict: Verdict | None, anchors: list[Anchor], ground: Ground
) -> Match:
    """The answer at a usable coordinate; the text only confirms or contradicts it."""
    lon, lat = coordinate.lon, coordinate.lat
    assert lon is not None
    assert lat is not None
    radius = ground.thresholds.coordinate_radius_m
    spot = ground.cells.find(lon, lat)
    reasons = ["按推送的坐标定位"] if query.datum else ["按推送的坐标定位,未声明坐标系,当作 WGS 84"]
    if coordinate.says:
        reasons.append(coordinate.says)
    trust = _COORDINATE_TRUST
    if verdict is not None:
        against = contradiction(lon, lat, spot, radius, verdict, ground.gazetteer)
        if against is not None:
            reasons.append(against.says)
            trust = _OTHER_TOWN if against.other_town else trust
    if spot is None:
        reasons.append("坐标不在任何网格内,请确认是否区外诉求")
    spread = ground.cells.spread(spot, lon, lat, radius)
    cell = spot.cell if spot is not None else None
    raw_cell = trust * spread.of_cell(cell.code) if cell else 0.0
    raw_town = trust * spread.of_town(cell.town) if cell else 0.0
    p_cell, p_town = ground.calibration.both("coordinate", raw_cell, raw_town)
    edge_m = spot.edge_m if spot is not None else None
    auto = p_cell >= ground.thresholds.cell
    reasons += doubts("coordinate", p_cell, p_town, edge_m, radius, ground.thresholds, auto)
    return Match(
        query.id, lon, lat, cell.code if cell else None, cell.village if cell else None,
        cell.town if cell else None, "coordinate", radius, p_cell, p_town, auto, edge_m,
        spot is not None and spot.on_edge, spot is not None and spot.near_edge(radius), coordinate.datum,
        ground.cells.boundary_version, candidates(anchors, ground.cells, auto), tuple(reasons),
        (raw_cell, raw_town),
    )  # fmt: skip


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
    auto = p_cell >= ground.thresholds.cell and not verdict.tie and option.level != "town"
    cell = spot.cell if spot is not None else None
    edge_m = spot.edge_m if spot is not None else None
    reasons = [] if coordinate.fault == "missing" else [_why_not(coordinate)]
    reasons += option.told
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


def nothing(query: Query, coordinate: Coordinate, boundary_version: int) -> Match:
    """No place; a coordinate outside the district is shown all the same, as a point in no cell."""
    said = any((query.address, query.title, query.content, query.village))
    missing = "文字里没有认得的地名" if said else "没有地址文字"
    reasons = () if coordinate.fault == "missing" else (_why_not(coordinate),)
    return Match(
        query.id, coordinate.lon, coordinate.lat, None, None, None, "none", None, 0.0, 0.0, False, None, False,
        False, coordinate.datum, boundary_version, (), (*reasons, f"{missing},请在地图上点选或联系诉求人"),
    )  # fmt: skip


def _why_not(coordinate: Coordinate) -> str:
    return coordinate.says if coordinate.fault else "坐标不在任何网格内,改按文字定位"


def _tied(verdict: Verdict, gazetteer: Gazetteer) -> str:
    homes = []
    for option in verdict.anchor.options[:4]:
        town = gazetteer.town(option.town)
        told = town is not None and option.level != "town"
        homes.append(f"{option.name}({town.name})" if told and town else option.name)
    return f"同名的有{'、'.join(homes)},请问清是哪一处"
