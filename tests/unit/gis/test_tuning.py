"""What a district sets: to JSON and back, refused in words where it cannot be, and followed by the geocoder."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import orjson
import pytest

from gis.calibrate import Calibration, Curve
from gis.errors import GisError, TuningError
from gis.geocode import Locator
from gis.match import Thresholds
from gis.score import Weights
from gis.tuning import BOUNDS, Tuning, tuning, weights
from tests.unit.gis import district

HALVED = Calibration(
    {"point": Curve((0.0, 1.0), (0.0, 0.5)), "coordinate": Curve((0.0, 1.0), (0.0, 0.5))},
    {"point": Curve((0.0, 1.0), (0.0, 0.6)), "coordinate": Curve((0.0, 1.0), (0.0, 0.6))},
)


def test_a_tuning_survives_json() -> None:
    chosen = Tuning(Thresholds(cell=0.93), Weights(), HALVED, district.REGION)
    assert tuning(orjson.loads(orjson.dumps(chosen.to_dict()))) == chosen
    assert tuning({}) == Tuning()


def test_every_threshold_has_its_bounds() -> None:
    assert {each.name for each in fields(Thresholds)} == set(BOUNDS)


def test_one_weight_given_leaves_the_others_as_they_are() -> None:
    scalar = next(each.name for each in fields(Weights) if isinstance(getattr(Weights(), each.name), float))
    chosen = weights({scalar: 1.25})
    assert getattr(chosen, scalar) == 1.25
    others = [each.name for each in fields(Weights) if each.name != scalar]
    assert [getattr(chosen, name) for name in others] == [getattr(Weights(), name) for name in others]


def test_weights_of_an_older_version_are_read_as_far_as_they_are_known() -> None:
    assert (
        weights({"a_weight_of_yesterday": 3.0, "name": {"full": 6.0, "rumour": 1.0}}, strict=False).name[
            "full"
        ]
        == 6.0
    )
    assert weights({"elsewhere": 1.5}, strict=False).elsewhere == 1.0
    with pytest.raises(TuningError, match="a_weight_of_yesterday"):
        weights({"a_weight_of_yesterday": 3.0})


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"thresholds": {"cell": 0.4}}, "thresholds.cell"),
        ({"thresholds": {"cell": 1.01}}, "thresholds.cell"),
        ({"thresholds": {"cell": "0.9"}}, "thresholds.cell"),
        ({"thresholds": {"cell": True}}, "thresholds.cell"),
        ({"thresholds": {"town": float("nan")}}, "thresholds.town"),
        ({"thresholds": {"coordinate_radius_m": 0}}, "thresholds.coordinate_radius_m"),
        ({"thresholds": {"roof": 0.9}}, "thresholds"),
        ({"thresholds": 0.9}, "thresholds"),
        ({"weights": {"name": 5}}, "weights.name"),
        ({"weights": {"name": {"full": 500}}}, "weights.name.full"),
        ({"weights": {"name": {"rumour": 1}}}, "weights.name"),
        ({"weights": {"town": "1"}}, "weights.town"),
        ({"weights": {"elsewhere": 1.5}}, "weights.elsewhere"),
        ({"weights": {"elsewhere": -0.1}}, "weights.elsewhere"),
        ({"region": "江苏省"}, "region"),
        ({"region": ["江"]}, "region"),
        ({"region": ["江苏省"] * 9}, "region"),
    ],
)
def test_what_cannot_be_is_refused_and_named(given: dict[str, Any], field: str) -> None:
    with pytest.raises(TuningError) as refused:
        tuning(given)
    assert refused.value.field == field


def test_a_broken_calibration_is_refused() -> None:
    with pytest.raises(GisError, match="校准"):
        tuning({"calibration": {"cell": {"point": [[0.1, 0.2], [0.5, 0.4]]}}})


@pytest.mark.parametrize(
    "query", [{"address": "徐溜镇淮海路8号"}, {"lon": 119.025, "lat": 33.605, "datum": "wgs84"}]
)
def test_the_geocoder_answers_what_its_probabilities_mean(where: Locator, query: dict[str, Any]) -> None:
    halved = Locator(where.gazetteer, where.cells, where.extent, where.thresholds, where.weights, HALVED)
    raw, told = district.ask(where, **query), district.ask(halved, **query)
    assert raw.auto
    assert raw.raw == (raw.p_cell, raw.p_town)
    assert (told.p_cell, told.p_town) == pytest.approx((raw.p_cell / 2, raw.p_town * 0.6))
    assert told.raw == raw.raw
    assert not told.auto
    assert "raw" not in told.to_dict()
