"""What can be wrong with a draft: the kinds of fault, how grave each is, and the tolerances they are judged by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple, get_args

from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Layer

FaultKind = Literal[
    "duplicate",
    "orphan",
    "code",
    "no_area",
    "self_intersection",
    "self_touch",
    "sliver",
    "overlap",
    "outside",
    "gap",
    "hole",
    "mismatch",
    "label",
    "no_police_grid",
    "other_town",
    "elsewhere",
    "across_towns",
    "no_cells",
    "stray_link",
]
FAULT_KINDS: Final[tuple[FaultKind, ...]] = get_args(FaultKind)
Severity = Literal["blocking", "warning"]
RepairKind = Literal["normalise", "make_valid", "merge_parts", "dissolve_sliver", "clip", "snap"]
REPAIR_KINDS: Final[tuple[RepairKind, ...]] = get_args(RepairKind)
Progress = Callable[[int, int], None]  # steps done, steps in all

FAULT_NAMES: Final[dict[FaultKind, str]] = {
    "duplicate": "编码重复",
    "orphan": "上级不存在",
    "code": "编码与所属村居不符",
    "no_area": "没有面状图形",
    "self_intersection": "边线自相交",
    "self_touch": "边线自接触",
    "sliver": "狭长碎片",
    "overlap": "重叠",
    "outside": "超出上级范围",
    "gap": "缝隙",
    "hole": "空洞",
    "mismatch": "公共边顶点不一致",
    "label": "标注点不在图形内",
    "no_police_grid": "没有警格",
    "other_town": "警格属于另一镇街",
    "elsewhere": "大部分在另一警格",
    "across_towns": "警格跨镇街",
    "no_cells": "警格没有网格",
    "stray_link": "对应关系里的网格不存在",
}


class Tolerances(NamedTuple):
    """What is too little to be a fault, and how far a safe repair may go."""

    snap_m: float = 0.05  # lines nearer than this are one line drawn with other vertices; 1 to 5 cm
    area_m2: float = 0.01  # a smaller difference is rounding of the overlay
    sliver_m: float = 1.0  # mean width below which nobody can own a piece in earnest
    dissolve_m2: float = 100.0  # the largest sliver that may be given to a neighbour unseen
    seam_m: float = 10.0  # an open crack between towns up to this width is a gap, a wider one an inlet
    clip_m: float = 1.0  # how far a cell may stand over its village and still be clipped
    elsewhere: float = 0.5  # share of a cell in another police grid from which the link is doubted
    across: float = 0.01  # share of a police grid in another town from which it is told
    most: int = 10_000  # faults of one kind and layer that are told


USUAL: Final = Tolerances()


class Fault(NamedTuple):
    """One fault.

    codes: the areas concerned, in order of their codes (parent first for a gap or hole). geometry: where to look,
    WGS 84 degrees. area_m2, width_m: of the faulty piece, 0 where it has none; width is the mean one,
    2 × area / perimeter. says: Chinese, for the person who mends it. repair: the safe repair that would mend it,
    if `gis.repair.offers` finds it within its tolerance. share: of a cell (`elsewhere`) or police grid
    (`across_towns`) on the other side, 0 to 1.
    """

    kind: FaultKind
    severity: Severity
    layer: Layer
    codes: tuple[str, ...]
    geometry: BaseGeometry
    area_m2: float
    width_m: float
    says: str
    repair: RepairKind | None = None
    share: float | None = None
