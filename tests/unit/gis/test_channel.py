"""The channel alarm: within 200 tickets where the datum is another one, practically never where it is right."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from numpy.typing import NDArray

from gis import crs
from gis.channel import ENOUGH, HYPOTHESES, MOST_OF_A_TICKET, WINDOW, Vote, examine, log_likelihood, vote
from gis.crs import Datum
from gis.ellipsoid import VECTOR, metres_per_degree
from tests.unit.gis.district import EXTENT

Floats = NDArray[np.float64]
K_LON, K_LAT = metres_per_degree(33.6)
RADII = np.array([15.0, 20.0, 25.0, 60.0, 150.0])
"""Of a house, an interpolated number, a building, a point of interest, an estate."""
PAIRS = list(permutations(HYPOTHESES, 2))
HERE = (119.0, 33.6)


def contradictions(count: int, random: np.random.Generator) -> tuple[Floats, Floats]:
    """Metres by which words and coordinate differ besides their errors: in one of four tickets, in several ways.

    A pin dragged across the street, the caller at home a few kilometres away, anywhere in the district.
    """
    kind = random.choice(4, count, p=[0.75, 0.1, 0.1, 0.05])
    spread = np.select([kind == 1, kind == 2, kind == 3], [250.0, 1500.0, 12_000.0], 0.0)
    return random.normal(0, 1, count) * spread, random.normal(0, 1, count) * spread


def channel(
    count: int, actual: Datum, declared: Datum, seed: int, places: int = 4000, misplaced: float = 0.03
) -> list[Vote]:
    """Votes of a channel: places as popular as places are (Zipf), some of them wrong in the gazetteer."""
    random = np.random.default_rng(seed)
    lons, lats = random.uniform(118.7, 119.2, places), random.uniform(33.4, 33.8, places)
    radii = random.choice(RADII, places)
    wrong = random.random(places) < misplaced
    shift = random.normal(0, 400, (2, places)) * wrong
    popular = np.minimum(random.zipf(1.3, count), places) - 1
    east, north = contradictions(count, random)
    sigma = radii[popular] / 2.448
    true_lons = lons[popular] + (east + random.normal(0, 1, count) * sigma + shift[0][popular]) / K_LON
    true_lats = lats[popular] + (north + random.normal(0, 1, count) * sigma + shift[1][popular]) / K_LAT
    true_lons += random.normal(0, 20, count) / K_LON
    true_lats += random.normal(0, 20, count) / K_LAT
    xs, ys = crs.from_wgs84_many(true_lons, true_lats, actual)
    return votes_of(xs, ys, declared, lons[popular], lats[popular], radii[popular])


def votes_of(
    xs: Floats, ys: Floats, declared: Datum, lons: Floats, lats: Floats, radii: Floats
) -> list[Vote]:
    """What `vote` says of each, computed as arrays."""
    logs, aways = [], {}
    for hypothesis in HYPOTHESES:
        there = crs.from_wgs84_many(lons, lats, hypothesis)
        east, north = (xs - there[0]) * K_LON, (ys - there[1]) * K_LAT
        logs.append(log_likelihood(VECTOR, east, north, radii))
        aways[hypothesis] = east, north
    squares = [f"{math.floor(x * 200)}/{math.floor(y * 200)}" for x, y in zip(lons, lats, strict=True)]
    told = zip(*logs, strict=True)
    east, north = aways[declared]
    return [
        Vote(declared, tuple(map(float, each)), float(e), float(n), square)
        for each, e, n, square in zip(told, east, north, squares, strict=True)
    ]


@pytest.mark.parametrize(("actual", "declared"), PAIRS)
def test_a_wrong_datum_is_seen_within_200_tickets_of_which_few_name_a_place(
    actual: Datum, declared: Datum
) -> None:
    for seed in range(40):
        found = examine(channel(WINDOW // 4, actual, declared, seed))
        assert found.seen == actual, seed
        assert found.since is not None
        assert found.since < 10
        assert found.share is not None
        assert found.share > 0.6


@pytest.mark.parametrize("declared", HYPOTHESES)
def test_a_right_channel_raises_no_alarm_in_a_hundred_thousand_tickets(declared: Datum) -> None:
    """In no window of them: a sum that begins later, or that hears a square only twice, is never higher."""
    votes = channel(100_000, declared, declared, 7)
    logs = np.array([each.logs for each in votes])
    own = logs[:, HYPOTHESES.index(declared)]
    for other in set(HYPOTHESES) - {declared}:
        gains = (logs[:, HYPOTHESES.index(other)] - own).clip(-MOST_OF_A_TICKET, MOST_OF_A_TICKET)
        sums = np.concatenate([[0.0], np.cumsum(gains)])
        assert (sums - np.minimum.accumulate(sums)).max() < ENOUGH / 2
    assert examine(votes[:5_000]).seen is None


def test_one_place_that_everybody_calls_about_and_that_stands_wrong_is_no_alarm() -> None:
    """An estate whose point in the gazetteer is off by just the vector of GCJ-02."""
    lons, lats = np.full(150, HERE[0]), np.full(150, HERE[1])
    xs, ys = crs.from_wgs84_many(lons, lats, "gcj02")
    fair = channel(50, "wgs84", "wgs84", 3)
    assert examine(votes_of(xs, ys, "wgs84", lons, lats, np.full(150, 150.0)) + fair).seen is None
    assert examine(fair + votes_of(xs, ys, "wgs84", lons, lats, np.full(150, 150.0))).seen is None


def test_a_channel_that_was_put_right_is_believed_again() -> None:
    wrong, right = channel(60, "bd09", "gcj02", 1), channel(60, "gcj02", "gcj02", 2)
    assert examine(wrong).seen == "bd09"
    assert examine(wrong + right[:5]).seen == "bd09"
    assert examine(wrong + right).seen is None
    changed = examine(right + wrong)
    assert changed.seen == "bd09"
    assert changed.since is not None
    assert 60 <= changed.since < 70


def test_from_one_wrong_datum_to_another() -> None:
    votes = channel(60, "gcj02", "wgs84", 1) + channel(60, "bd09", "wgs84", 2)
    assert examine(votes[:60]).seen == "gcj02"
    assert examine(votes).seen == "bd09"


def test_the_vector_is_the_known_offset() -> None:
    found = examine(channel(120, "gcj02", "wgs84", 5))
    assert (found.east_m, found.north_m) == pytest.approx((501, -161), abs=40)
    found = examine(channel(120, "bd09", "wgs84", 5))
    assert (found.east_m, found.north_m) == pytest.approx((1106, 497), abs=40)
    assert examine([]) == (None, None, dict.fromkeys(HYPOTHESES, 0), None, None, None)


@pytest.mark.parametrize("actual", HYPOTHESES)
@pytest.mark.parametrize("declared", [*HYPOTHESES, "cgcs2000", None])
def test_a_vote_tells_the_datum_of_a_coordinate_on_its_place(actual: Datum, declared: str | None) -> None:
    x, y = crs.from_wgs84(*HERE, actual)
    cast = vote(x, y, declared, EXTENT, HERE, 20.0)
    assert cast is not None
    assert cast.clear == actual
    assert cast.declared == (declared if declared in HYPOTHESES else "wgs84")
    assert Vote.from_dict(cast.to_dict()) == cast
    if cast.declared == actual:
        assert (cast.east_m, cast.north_m) == pytest.approx((0, 0), abs=0.1)


def test_a_swapped_coordinate_and_one_as_text_vote_too() -> None:
    x, y = crs.from_wgs84(*HERE, "gcj02")
    assert vote(y, x, "gcj02", EXTENT, HERE, 20.0) == vote(f" {x} ", str(y), "gcj02", EXTENT, HERE, 20.0)


@pytest.mark.parametrize(
    ("lon", "lat", "datum"),
    [(0, 0, "wgs84"), (None, None, "gcj02"), ("x", 33.6, "wgs84"), (119.0, 33.6, "西安80"),
     (407_000.0, 3_719_000.0, "epsg4549"), (2.35, 48.85, "wgs84")],
)  # fmt: skip
def test_what_is_no_coordinate_in_degrees_does_not_vote(lon: object, lat: object, datum: str) -> None:
    assert vote(lon, lat, datum, EXTENT, HERE, 20.0) is None


def test_a_coordinate_that_means_another_place_speaks_for_none() -> None:
    cast = vote(119.05, 33.65, "wgs84", EXTENT, HERE, 20.0)
    assert cast is not None
    assert cast.clear is None
    assert abs(cast.gain("gcj02", "wgs84")) < 0.5
