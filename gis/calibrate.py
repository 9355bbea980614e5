"""From the geocoder's own probabilities to true ones: a monotone map per group of levels, fitted on confirmed tickets.

Used by `geocode` for every answer, by the service's refit and by the benchmark, which all fit with the same function.

A raw probability orders answers well and is seldom true: of the answers that say 0.9, perhaps 0.97 are right. `fit`
learns what it really means, by isotonic regression (pool adjacent violators), which assumes nothing but that more
is more. So that few tickets cannot bend it, tickets are counted in runs of at least 25, and 40 imagined tickets that
behave as the prior says are dealt out among the runs. The prior of a group is the map of all levels together, whose
own prior is "as it says". Where there are no tickets at all the prior stands.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from gis.errors import CalibrationError
from gis.match import Level

GROUPS: Final[Mapping[str, tuple[Level, ...]]] = {
    "coordinate": ("coordinate",),
    "point": ("house", "interpolated", "building", "poi", "intersection"),
    "stretch": ("road_village", "group"),
    "area": ("village", "town", "none"),
}
"""Levels that err alike and are fitted together."""
_GROUP_OF: Final = {level: group for group, levels in GROUPS.items() for level in levels}
_RUN: Final = 25  # tickets that are counted together at least
_MOST_RUNS: Final = 40
_IMAGINED: Final = 40.0  # tickets that the prior is worth
_GRID: Final = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.985, 0.995, 0.999)
_LEAST: Final = 1e-4  # nothing is impossible, nothing certain: a logarithm is taken of it
_DECIMALS: Final = 5


class Sample(NamedTuple):
    """What the geocoder said of one ticket before calibration, and what turned out true.

    p_cell, p_town: its raw probabilities. right_cell, right_town: whether the cell and the town it named were those.
    """

    level: Level
    p_cell: float
    p_town: float
    right_cell: bool
    right_town: bool


class Curve(NamedTuple):
    """A monotone map: straight between its knots, level beyond the outer ones. Without knots it changes nothing."""

    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()

    def at(self, p: float) -> float:
        """The probability that a raw one means."""
        xs, ys = self.xs, self.ys
        if not xs:
            return p
        above = bisect_right(xs, p)
        if above == 0:
            return ys[0]
        if above == len(xs):
            return ys[-1]
        left, right = xs[above - 1], xs[above]
        return ys[above - 1] + (ys[above] - ys[above - 1]) * (p - left) / (right - left)


_UNCHANGED: Final = Curve()


class Calibration:
    """One curve for the cell and one for the town per group of levels; a group without curves changes nothing."""

    def __init__(
        self, cells: Mapping[str, Curve] | None = None, towns: Mapping[str, Curve] | None = None
    ) -> None:
        """cells, towns: curves by the names of `GROUPS`."""
        self._cells = dict(cells or {})
        self._towns = dict(towns or {})

    def cell(self, level: Level, p: float) -> float:
        """P(cell) that a raw one means at a level."""
        return self._cells.get(_GROUP_OF[level], _UNCHANGED).at(p) if p > 0 else 0.0

    def town(self, level: Level, p: float) -> float:
        """P(town) that a raw one means at a level."""
        return self._towns.get(_GROUP_OF[level], _UNCHANGED).at(p) if p > 0 else 0.0

    def both(self, level: Level, p_cell: float, p_town: float) -> tuple[float, float]:
        """P(cell) and P(town); a town is never less certain than a cell inside it."""
        cell = self.cell(level, p_cell)
        return cell, max(cell, self.town(level, p_town))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Calibration) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash(str(self.to_dict()))

    def to_dict(self) -> dict[str, Any]:
        """Knots by group, ready for JSON."""
        return {
            name: {group: [list(curve.xs), list(curve.ys)] for group, curve in sorted(curves.items())}
            for name, curves in (("cell", self._cells), ("town", self._towns))
        }

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Calibration:
        """From what `to_dict` gave. Raises CalibrationError on anything that is no monotone map of probabilities."""
        if not isinstance(given, Mapping) or set(given) - {"cell", "town"}:
            raise CalibrationError("校准应是 {cell: {…}, town: {…}}；请用 refit 重新拟合")
        return cls(_curves(given.get("cell", {})), _curves(given.get("town", {})))


NO_CALIBRATION: Final = Calibration()


def _curves(given: Any) -> dict[str, Curve]:
    if not isinstance(given, Mapping) or set(given) - set(GROUPS):
        raise CalibrationError(f"校准的级别分组应在这些里：{'、'.join(GROUPS)}；请用 refit 重新拟合")
    return {group: _curve(group, knots) for group, knots in given.items()}


def _curve(group: str, knots: Any) -> Curve:
    try:
        xs, ys = (tuple(float(value) for value in axis) for axis in knots)
    except (TypeError, ValueError) as error:
        raise CalibrationError(f"校准“{group}”应是两列数字；请用 refit 重新拟合") from error
    rising = all(a < b for a, b in pairwise(xs)) and all(a <= b for a, b in pairwise(ys))
    if len(xs) != len(ys) or not rising or not all(0 <= value <= 1 for value in (*xs, *ys)):
        raise CalibrationError(f"校准“{group}”应是 0 到 1 之间、只升不降的折线；请用 refit 重新拟合")
    return Curve(xs, ys)


def fit(samples: Iterable[Sample | tuple[Level, float, float, bool, bool]]) -> Calibration:
    """The calibration that confirmed tickets speak for; the same samples in any order give the same one."""
    listed = [Sample(*one) for one in samples]
    cells, towns = {}, {}
    common_cell = _isotonic([(one.p_cell, one.right_cell) for one in listed], _UNCHANGED)
    common_town = _isotonic([(one.p_town, one.right_town) for one in listed], _UNCHANGED)
    for group in sorted({_GROUP_OF[one.level] for one in listed}):
        own = [one for one in listed if _GROUP_OF[one.level] == group]
        cells[group] = _isotonic([(one.p_cell, one.right_cell) for one in own], common_cell)
        towns[group] = _isotonic([(one.p_town, one.right_town) for one in own], common_town)
    return Calibration(cells, towns)


class _Run(NamedTuple):
    """Tickets counted together: their mean raw probability, how many were right, how many there are."""

    x: float
    right: float
    weight: float


def _isotonic(pairs: Sequence[tuple[float, bool]], prior: Curve) -> Curve:
    """Pool adjacent violators over runs of tickets and over the prior's imagined ones."""
    dealt = _dealt([(p, right) for p, right in pairs if p > 0])
    runs = [_run(own, prior, _IMAGINED / len(dealt)) for own in dealt]
    return _drawn(_pooled(sorted([*runs, *_between(runs, prior)])))


def _between(runs: Sequence[_Run], prior: Curve) -> list[_Run]:
    """The prior where it speaks alone: at each probability of the grid that has no run between its neighbours."""
    weight = _IMAGINED / len(_GRID)
    held = []
    for below, x, above in zip((0.0, *_GRID), _GRID, (*_GRID[1:], 1.0), strict=False):
        if not any(below <= run.x <= above for run in runs):
            held.append(_Run(x, weight * prior.at(x), weight))
    return held


def _dealt(pairs: Sequence[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """Tickets in runs of about equal size, the least probable first; those of one probability stay together."""
    size = max(_RUN, math.ceil(len(pairs) / _MOST_RUNS))
    runs: list[list[tuple[float, bool]]] = []
    for pair in sorted(pairs):
        if not runs or (len(runs[-1]) >= size and runs[-1][-1][0] != pair[0]):
            runs.append([])
        runs[-1].append(pair)
    return runs


def _run(told: Sequence[tuple[float, bool]], prior: Curve, imagined: float) -> _Run:
    x = sum(p for p, _ in told) / len(told)
    right = sum(is_right for _, is_right in told)
    return _Run(x, right + imagined * prior.at(x), len(told) + imagined)


def _pooled(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Neighbours put together until the share of right ones only rises."""
    blocks: list[tuple[float, float, list[_Run]]] = []
    for run in runs:
        right, weight, members = run.right, run.weight, [run]
        while blocks and blocks[-1][0] / blocks[-1][1] >= right / weight:
            former = blocks.pop()
            right, weight, members = former[0] + right, former[1] + weight, former[2] + members
        blocks.append((right, weight, members))
    return [members for _, _, members in blocks]


def _drawn(blocks: Sequence[Sequence[_Run]]) -> Curve:
    """Each block as a level stretch from its first run to its last; straight lines between."""
    knots: dict[float, float] = {}
    for members in blocks:
        share = sum(run.right for run in members) / sum(run.weight for run in members)
        y = round(min(max(share, _LEAST), 1 - _LEAST), _DECIMALS)
        for x in (members[0].x, members[-1].x):
            knots.setdefault(round(x, _DECIMALS), y)
    return Curve(tuple(knots), tuple(knots.values()))


class Score(NamedTuple):
    """How true probabilities are: mean squared error (Brier), logarithmic loss, expected calibration error.

    answers: how many they were measured on; every figure is None where that is 0. Smaller is better.
    """

    answers: int
    brier: float | None
    log_loss: float | None
    calibration_error: float | None


def score(told: Sequence[tuple[float, bool]]) -> Score:
    """Of (probability, was right) pairs."""
    count = len(told)
    if not count:
        return Score(0, None, None, None)
    brier = sum((p - right) ** 2 for p, right in told) / count
    loss = -sum(math.log(_sure(p if right else 1 - p)) for p, right in told) / count
    error = sum(abs(each.mean_p - each.right / each.answers) * each.answers for each in bins(told)) / count
    return Score(count, brier, loss, error)


def _sure(p: float) -> float:
    return min(max(p, _LEAST), 1 - _LEAST)


class Bin(NamedTuple):
    """Answers whose probability lies from `low` to `high`: how many, what they said on average, how many were right."""

    low: float
    high: float
    answers: int
    mean_p: float
    right: int


_EDGES: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1.0)


def bins(told: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The reliability diagram: answers by what they said; empty bins are left out."""
    found = []
    for low, high in pairwise(_EDGES):
        own = [(p, right) for p, right in told if low <= p < high or p == high == 1.0]
        if own:
            mean = sum(p for p, _ in own) / len(own)
            found.append(Bin(low, high, len(own), mean, sum(right for _, right in own)))
    return found


class Comparison(NamedTuple):
    """Cell and town, as it was and as a fit on the other half would have said it."""

    cell_before: Score
    cell_after: Score
    town_before: Score
    town_after: Score


def compare(samples: Sequence[Sample], former: Calibration = NO_CALIBRATION) -> Comparison:
    """What fitting anew would have gained: each half of the tickets is judged by a fit on the other half."""
    halves = samples[::2], samples[1::2]
    before: list[tuple[Sample, tuple[float, float]]] = []
    after: list[tuple[Sample, tuple[float, float]]] = []
    for kept, other in (halves, halves[::-1]):
        fitted = fit(other)
        before += [(one, former.both(one.level, one.p_cell, one.p_town)) for one in kept]
        after += [(one, fitted.both(one.level, one.p_cell, one.p_town)) for one in kept]
    return Comparison(
        score([(p[0], one.right_cell) for one, p in before]),
        score([(p[0], one.right_cell) for one, p in after]),
        score([(p[1], one.right_town) for one, p in before]),
        score([(p[1], one.right_town) for one, p in after]),
    )
