"""Answers in words: the list of candidates and the reasons a person reads. Last step of `geocode`."""

from __future__ import annotations

from typing import Final, NamedTuple

from gis.candidates import Anchor, Option
from gis.cells import CellIndex, Spot
from gis.ellipsoid import metres_between
from gis.gazetteer import Gazetteer
from gis.match import Candidate, Level, Thresholds
from gis.score import SHOWN, Verdict, chances

_SMALL: Final = 0.01
_SURE: Final = 0.5


class Contradiction(NamedTuple):
    """Text and coordinate name different places. other_town: even different towns."""

    says: str
    other_town: bool


def candidates(anchors: list[Anchor], cells: CellIndex, auto: bool) -> tuple[Candidate, ...]:
    """At most five, the chosen anchor's options first; where a person must decide, other anchors' best as well."""
    if not anchors:
        return ()
    options = [option for option in anchors[0].options if option.chance >= _SMALL][:SHOWN]
    if not auto:
        options += [anchor.options[0] for anchor in anchors[1:] if anchor.options[0].chance >= _SMALL]
    listed: dict[int, Candidate] = {}
    for option in options:
        if option.place not in listed and len(listed) < SHOWN:
            listed[option.place] = _candidate(option, cells)
    return tuple(listed.values())


def _candidate(option: Option, cells: CellIndex) -> Candidate:
    spread = chances(option, cells)
    cell = option.spot.cell.code if option.spot is not None else None
    p = option.chance * (spread.of_cell(cell) if cell is not None else 1.0)
    return Candidate(option.place, option.name, option.lon, option.lat, cell, p, tuple(option.told))


def doubts(
    level: Level,
    p_cell: float,
    p_town: float,
    edge_m: float | None,
    radius_m: float,
    limits: Thresholds,
    auto: bool,
) -> list[str]:
    """Why an answer is not sure enough to be acted on by itself."""
    if auto:
        return []
    reasons = []
    if edge_m is not None and edge_m < radius_m and level not in ("village", "town"):
        reasons.append(f"距网格边界 {edge_m:.0f} 米，误差约 {radius_m:.0f} 米")
    if p_town >= limits.town:
        reasons.append("镇街可以确定，网格请镇街中心选定")
    elif p_cell > 0 or p_town > 0:
        reasons.append(f"把握不足（网格 {p_cell:.0%}，镇街 {p_town:.0%}），请人工确认")
    return reasons


def contradiction(
    lon: float, lat: float, spot: Spot | None, radius_m: float, verdict: Verdict, gazetteer: Gazetteer
) -> Contradiction | None:
    """Whether the text is sure of a place that a coordinate with this radius cannot be."""
    option = verdict.option
    if verdict.p_town < _SURE or verdict.tie:
        return None
    town = verdict.spot.cell.town if verdict.spot is not None else option.town
    other_town = spot is not None and town is not None and town != spot.cell.town
    if option.level == "town":
        if not other_town:
            return None
        home = gazetteer.town(town)
        return Contradiction(f"文字说的是“{home.name if home else option.name}”，与坐标所在镇街不同", True)
    apart = metres_between(lon, lat, option.lon, option.lat)
    if apart <= radius_m + option.radius_m or option.whole_road:
        return None
    distance = f"{apart / 1000:.1f} 公里" if apart >= 1000 else f"{apart:.0f} 米"
    return Contradiction(
        f"文字说的是“{option.name}”，距坐标 {distance}", other_town and verdict.anchor.in_address
    )
