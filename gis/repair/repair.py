"""What a safe repair is: the areas it changes, before and after, and the ground that moves from whom to whom."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Layer
from gis.coverage.fault import RepairKind
from gis.coverage.plane import Geometries

TRACE_M2: Final = 1e-4  # a square centimetre: less is no ground that moves

REPAIR_NAMES: Final[dict[RepairKind, str]] = {
    "normalise": "去掉重复顶点",
    "make_valid": "理顺自接触的边线",
    "merge_parts": "合并同一编码的几个部分",
    "dissolve_sliver": "狭长碎片并入邻块",
    "clip": "裁到上级边界",
    "snap": "对齐公共边",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One area before and after, WGS 84 degrees. after None: the row goes, its ground is in another of its code."""

    code: str
    before: BaseGeometry
    after: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class Move:
    """Ground that changes hands. source None: nobody had it; target None: nobody has it now."""

    source: str | None
    target: str | None
    area_m2: float


@dataclass(frozen=True)
class Repair:
    """One offer. Nothing else changes when it is applied, and exactly this does.

    mends: places in the list of faults it was offered for. shift_m: how far a border moves at most.
    limit: the tolerance it keeps to, in words.
    """

    kind: RepairKind
    layer: Layer
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
    mends: tuple[int, ...]
    shift_m: float
    limit: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The areas it changes, in order."""
        return tuple(sorted({change.code for change in self.changes}))

    @property
    def total_m2(self) -> float:
        """All ground that changes hands."""
        return sum(move.area_m2 for move in self.moves)

    @property
    def largest_m2(self) -> float:
        """The most ground that one area gains and loses together."""
        sums: dict[str, float] = {}
        for move in self.moves:
            for code in (move.source, move.target):
                if code is not None:
                    sums[code] = sums.get(code, 0.0) + move.area_m2
        return max(sums.values(), default=0.0)

    @cached_property
    def id(self) -> str:
        """Tells it from others, and changes with what it would change."""
        digest = hashlib.sha256()
        for change in self.changes:
            after = b"" if change.after is None else shapely.to_wkb(change.after)
            digest.update(b"\x1f".join((change.code.encode(), shapely.to_wkb(change.before), after)))
        return f"{self.kind}-{digest.hexdigest()[:12]}"

    @property
    def says(self) -> str:
        """Chinese, for the person who decides."""
        codes = self.codes
        whose = "、".join(codes[:3])
        if len(codes) > 3:
            whose = f"{whose} 等 {len(codes)} 个"
        ground = "面积不变"
        if self.moves:
            ground = (
                f"共移动 {self.total_m2:.2f} 平方米，单个最多 {self.largest_m2:.2f} 平方米，"
                f"边线最多移动 {self.shift_m:.2f} 米"
            )
        return f"{REPAIR_NAMES[self.kind]}：{whose}；{ground}（{self.limit}）"


def moves_of(codes: Sequence[str], before: Geometries, after: Geometries) -> tuple[Move, ...]:
    """The ground that moves between areas, largest first; shapes in metres, in the order of codes."""
    gained = shapely.difference(after, before)
    lost = shapely.difference(before, after)
    found = list(_exchanged(gained, lost))
    taken = np.zeros(len(codes))
    given = np.zeros(len(codes))
    for target, source, area in found:
        taken[target] += area
        given[source] += area
    moves = [Move(codes[source], codes[target], area) for target, source, area in found]
    for place, code in enumerate(codes):
        fresh = float(gained[place].area - taken[place])
        gone = float(lost[place].area - given[place])
        moves += [Move(None, code, fresh)] if fresh > TRACE_M2 else []
        moves += [Move(code, None, gone)] if gone > TRACE_M2 else []
    return tuple(sorted(moves, key=lambda move: (-move.area_m2, move.source or "", move.target or "")))


def _exchanged(gained: Geometries, lost: Geometries) -> Iterator[tuple[int, int, float]]:
    target, source = shapely.STRtree(lost).query(gained, predicate="intersects")
    areas = shapely.area(shapely.intersection(gained[target], lost[source]))
    for one, other, area in zip(target.tolist(), source.tolist(), areas.tolist(), strict=True):
        if area > TRACE_M2:
            yield one, other, area
