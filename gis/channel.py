"""Whether a channel's coordinates are in the datum it declares: votes of tickets whose words name a place as well.

Used by the service: a vote is taken as a ticket is located, a job examines the last votes of each channel.

A ticket that names a house says where it is twice. The house, moved into each of the three datums, lies on the pushed
coordinate in one of them only: at (119.0, 33.6) GCJ-02 is 501 m east and 161 m south of WGS 84, BD-09 1,106 m east and
497 m north. How well each datum explains the distance is a likelihood under a known error model: the words are off by
their radius, the coordinate by some 20 m, and of one ticket in five the words and the coordinate simply mean different
places (the caller's home, a pin dragged carelessly), which no datum explains better than another.

`examine` then follows the channel vote by vote with a cumulative sum (Page 1954): what speaks for another datum adds,
what speaks against it subtracts, never below zero. One ticket adds at most e^3 to one, and a square of half a kilometre
at most twice, so that neither a strange ticket nor one place that stands wrong in the gazetteer raises an alarm; it
takes at least eight tickets from four squares that agree on the same datum. The way back is the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final, NamedTuple

from gis.coordinate import Coordinate, check
from gis.crs import Datum, Extent, from_wgs84, is_metric
from gis.ellipsoid import SCALAR, Functions, metres_per_degree
from gis.match import Level

HYPOTHESES: Final[tuple[Datum, ...]] = ("wgs84", "gcj02", "bd09")
WINDOW: Final = 200
"""Votes that are looked back on."""
FINE: Final[frozenset[Level]] = frozenset({"house", "interpolated", "building", "poi", "intersection"})
"""Levels of words that name a place closely enough to vote."""
_SIGMAS_OF_95: Final = math.sqrt(-2 * math.log(0.05))
_NOISE_M: Final = 20.0  # standard error of a pushed coordinate
_APART: Final = 0.2  # share of tickets whose words and coordinate mean different places
_APART_M: Final = 1500.0  # how far apart those usually lie
MOST_OF_A_TICKET: Final = 3.0
_MOST_OF_A_SQUARE: Final = 2
ENOUGH: Final = 24.0  # logarithm of the odds at which the channel is believed to have changed
_PER_DEGREE: Final = 200.0  # squares in a degree: some half a kilometre each
_CLEARLY: Final = 3.0


class Vote(NamedTuple):
    """What one ticket says. declared: its datum as one of HYPOTHESES.

    logs: logarithm of the likelihood of each hypothesis, in their order. east_m, north_m: the coordinate, read as
    declared, seen from the place that the words name. square: where that place lies.
    """

    declared: Datum
    logs: tuple[float, ...]
    east_m: float
    north_m: float
    square: str

    def to_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {**self._asdict(), "logs": list(self.logs)}

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Vote:
        """From what `to_dict` gave."""
        return cls(
            given["declared"], tuple(given["logs"]), given["east_m"], given["north_m"], given["square"]
        )

    def gain(self, datum: Datum, over: Datum) -> float:
        """How much more likely a datum is than another one, as a logarithm, within what one ticket may say."""
        more = self.logs[HYPOTHESES.index(datum)] - self.logs[HYPOTHESES.index(over)]
        return min(max(more, -MOST_OF_A_TICKET), MOST_OF_A_TICKET)

    @property
    def clear(self) -> Datum | None:
        """The hypothesis that explains the ticket clearly better than both others, or None."""
        _, second, best = sorted(self.logs)
        return HYPOTHESES[self.logs.index(best)] if best - second >= _CLEARLY else None


def hypothesis_of(datum: str) -> str:
    """The hypothesis that a datum's name stands for: CGCS2000 is WGS 84 here; others stand for themselves."""
    return "wgs84" if datum == "cgcs2000" else datum


def vote(
    raw_lon: object,
    raw_lat: object,
    datum: str | None,
    extent: Extent,
    place: tuple[float, float],
    radius_m: float,
) -> Vote | None:
    """The vote of a coordinate as it was pushed in the datum it declares, beside the place that the words name.

    place: WGS 84 lon, lat with its 95 % radius. None where the coordinate cannot be read, or comes in metres (which
    no other datum could be taken for).
    """
    return vote_of(check(raw_lon, raw_lat, datum, extent), raw_lon, raw_lat, place, radius_m)


def vote_of(
    read: Coordinate, raw_lon: object, raw_lat: object, place: tuple[float, float], radius_m: float
) -> Vote | None:
    """`vote` for a coordinate that is checked already."""
    if read.datum is None or read.lon is None or is_metric(read.datum):
        return None
    x, y = float(str(raw_lon)), float(str(raw_lat))
    if read.swapped:
        x, y = y, x
    declared: Datum = "wgs84" if read.datum == "cgcs2000" else read.datum
    k_lon, k_lat = metres_per_degree(place[1])
    aways = []
    for hypothesis in HYPOTHESES:
        there = from_wgs84(*place, hypothesis)
        aways.append(((x - there[0]) * k_lon, (y - there[1]) * k_lat))
    logs = tuple(round(float(log_likelihood(SCALAR, *away, radius_m)), 3) for away in aways)
    east_m, north_m = aways[HYPOTHESES.index(declared)]
    square = f"{math.floor(place[0] * _PER_DEGREE)}/{math.floor(place[1] * _PER_DEGREE)}"
    return Vote(declared, logs, round(east_m, 1), round(north_m, 1), square)


def log_likelihood(m: Functions, east_m: Any, north_m: Any, radius_m: Any) -> Any:
    """Logarithm of the density per square metre of missing a place by so much, numbers or arrays.

    A normal error of the words' radius (95 %) and the coordinate's noise together, and for the share of tickets that
    mean two places a broad density whose tails are heavy (Student's t with two degrees of freedom).
    """
    squared = east_m * east_m + north_m * north_m
    variance = (radius_m / _SIGMAS_OF_95) ** 2 + _NOISE_M**2
    near = (1 - _APART) * m.exp(-squared / (2 * variance)) / (2 * math.pi * variance)
    broad = _APART_M**2
    far = _APART / (2 * math.pi * broad) * (1 + squared / (2 * broad)) ** -2
    return m.log(near + far)


@dataclass(slots=True)
class _Run:
    """One cumulative sum: its height, the vote it has risen from, and how often each square has spoken since."""

    height: float = 0.0
    since: int = 0
    heard: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, gain: float, square: str) -> None:
        if self.height == 0.0:
            self.since, self.heard = number, {}
        if gain > 0:
            times = self.heard.get(square, 0) + 1
            self.heard[square] = times
            if times > _MOST_OF_A_SQUARE:
                return
        self.height = max(0.0, self.height + gain)


class Finding(NamedTuple):
    """What a channel's votes come to.

    seen: the datum the coordinates are in, None as long as they are in the declared one. since: number of the first
    vote of that run. counts: by hypothesis, the votes that are clear. share: of those, how many speak for `seen` since
    then, or for the declared datum. east_m, north_m: median of the votes' vectors over the same votes.
    """

    seen: Datum | None
    since: int | None
    counts: Mapping[Datum, int]
    share: float | None
    east_m: float | None
    north_m: float | None


def examine(votes: Sequence[Vote]) -> Finding:
    """Follow a channel's votes, oldest first; all declare the same datum."""
    counts = dict.fromkeys(HYPOTHESES, 0)
    for each in votes:
        if each.clear is not None:
            counts[each.clear] += 1
    if not votes:
        return Finding(None, None, counts, None, None, None)
    declared = votes[0].declared
    believed, since = _followed(votes, declared)
    own = votes[since:]
    clear = [each.clear for each in own if each.clear is not None]
    share = clear.count(believed) / len(clear) if clear else None
    east_m, north_m = median(each.east_m for each in own), median(each.north_m for each in own)
    changed = believed != declared
    return Finding(believed if changed else None, since if changed else None, counts, share, east_m, north_m)


def _followed(votes: Sequence[Vote], declared: Datum) -> tuple[Datum, int]:
    """The datum believed in after the last vote, and the vote from which on."""
    believed, since = declared, 0
    runs = {other: _Run() for other in HYPOTHESES if other != believed}
    for number, each in enumerate(votes):
        for other, run in runs.items():
            run.add(number, each.gain(other, believed), each.square)
        best = max(runs, key=lambda other: runs[other].height)
        if runs[best].height >= ENOUGH:
            believed, since = best, runs[best].since
            runs = {other: _Run() for other in HYPOTHESES if other != believed}
    return believed, since
