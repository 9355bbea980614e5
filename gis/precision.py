"""How right automatic placing is: precision and coverage at each threshold, from tickets whose truth is known.

Used by the service's report on confirmed tickets and by the benchmark on made ones; the figures are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from gis.calibrate import Calibration, Sample
from gis.match import LEVELS, Level

LADDER: Final = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99)
_NEVER_PLACED: Final = frozenset({"town", "none"})


class Rung(NamedTuple):
    """What a threshold on P(cell) would place by itself.

    placed: how many; coverage: their share of all. cell_right, town_right: how many of them lay where they were put;
    the precisions are their shares. A share of nothing is None.
    """

    threshold: float
    placed: int
    coverage: float | None
    cell_right: int
    town_right: int
    cell_precision: float | None
    town_precision: float | None


class OfLevel(NamedTuple):
    """The tickets of one level: how many, how many cells and towns were right, what P(cell) said on average."""

    level: Level
    tickets: int
    cell_right: int
    town_right: int
    mean_p: float


def calibrated(samples: Iterable[Sample], calibration: Calibration) -> list[Sample]:
    """The samples as a calibration would have told them."""
    told = []
    for one in samples:
        p_cell, p_town = calibration.both(one.level, one.p_cell, one.p_town)
        told.append(one._replace(p_cell=p_cell, p_town=p_town))
    return told


def rung(samples: Sequence[Sample], threshold: float) -> Rung:
    """What one threshold would place."""
    placed = [one for one in samples if one.p_cell >= threshold and one.level not in _NEVER_PLACED]
    cell_right = sum(one.right_cell for one in placed)
    town_right = sum(one.right_town for one in placed)
    count = len(placed)
    return Rung(
        threshold, count, share(count, len(samples)), cell_right, town_right, share(cell_right, count),
        share(town_right, count),
    )  # fmt: skip


def ladder(samples: Sequence[Sample], thresholds: Iterable[float] = LADDER) -> list[Rung]:
    """What each threshold would place, the lowest first."""
    return [rung(samples, threshold) for threshold in sorted(set(thresholds))]


def by_level(samples: Sequence[Sample]) -> list[OfLevel]:
    """The levels that occur, finest first."""
    told = []
    for level in LEVELS:
        own = [one for one in samples if one.level == level]
        if own:
            mean = sum(one.p_cell for one in own) / len(own)
            right = sum(one.right_cell for one in own), sum(one.right_town for one in own)
            told.append(OfLevel(level, len(own), *right, mean))
    return told


def share(part: int, whole: int) -> float | None:
    """A share; of nothing there is none."""
    return part / whole if whole else None
