"""What a district sets about locating, as one value: thresholds, weights, calibration and region, to JSON and back.

The service keeps it as data with versions, the benchmark fits it, `Locator` and `Gazetteer` take its parts. Weights
are read by the fields their class has, whatever those are: what is not given keeps its default.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from gis.calibrate import NO_CALIBRATION, Calibration
from gis.errors import TuningError
from gis.match import Thresholds
from gis.score import Weights

BOUNDS: Final[Mapping[str, tuple[float, float, str]]] = {
    "cell": (0.5, 1.0, "自动派单的网格把握"),
    "town": (0.5, 1.0, "镇街可以确定的把握"),
    "coordinate_radius_m": (1.0, 500.0, "坐标的误差半径（米）"),
}
"""The least and the greatest each threshold may be, and what it is called."""
_WEIGHS: Final = (-50.0, 50.0)  # e^50 to one: beyond any odds a text can give
_FACTORS: Final = {"elsewhere": (0.0, 1.0)}
"""Weights that a probability is taken times: it stays one."""
_MOST_REGION: Final = 6
_LONGEST_NAME: Final = 20


@dataclass(frozen=True, slots=True)
class Tuning:
    """Everything about locating that is data. region: province, city, district, stripped from addresses."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    weights: Weights = field(default_factory=Weights)
    calibration: Calibration = NO_CALIBRATION
    region: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The four parts, ready for JSON."""
        return {
            "thresholds": asdict(self.thresholds),
            "weights": asdict(self.weights),
            "calibration": self.calibration.to_dict(),
            "region": list(self.region),
        }


def thresholds(given: Mapping[str, Any]) -> Thresholds:
    """Thresholds from JSON; raises TuningError, naming the field, on anything out of bounds or unknown."""
    _refuse_unknown(given, BOUNDS, "thresholds")
    chosen = {}
    for name, (least, most, label) in BOUNDS.items():
        if name in given:
            at = f"thresholds.{name}"
            value = _number(given[name], at, label)
            if not least <= value <= most:
                raise TuningError(f"{label}应在 {least:g} 到 {most:g} 之间，给的是 {value:g}", at)
            chosen[name] = value
    return Thresholds(**chosen)


def weights(given: Mapping[str, Any], *, strict: bool = True) -> Weights:
    """Weights from JSON over the defaults.

    strict: an unknown name is refused (TuningError), and what is out of bounds; else it is left out, or as much as may
    be, as when an older version is read again.
    """
    usual = Weights()
    known = {each.name for each in fields(Weights)}
    if strict:
        _refuse_unknown(given, known, "weights")
    chosen = {
        name: _weight(name, getattr(usual, name), given[name], strict) for name in sorted(known & set(given))
    }
    return Weights(**chosen)


def _weight(name: str, usual: Any, given: Any, strict: bool) -> Any:
    """One weight, or a table of them with the names of the usual one."""
    if not isinstance(usual, Mapping):
        label, at = f"权重 {name} ", f"weights.{name}"
        value = _number(given, at, label)
        least, most = _FACTORS.get(name, _WEIGHS)
        if strict and not least <= value <= most:
            raise TuningError(f"{label}应在 {least:g} 到 {most:g} 之间，给的是 {value:g}", at)
        return min(max(value, least), most)
    if not isinstance(given, Mapping):
        raise TuningError(f"权重 {name} 应是一个对象，名称为：{'、'.join(usual)}", f"weights.{name}")
    if strict:
        _refuse_unknown(given, usual, f"weights.{name}")
    return {
        key: _weight(f"{name}.{key}", default, given.get(key, default), strict)
        for key, default in usual.items()
    }


def region(given: Any) -> tuple[str, ...]:
    """Province, city, district from JSON; raises TuningError on what is no short list of names."""
    named = isinstance(given, list | tuple) and len(given) <= _MOST_REGION
    if not named or not all(
        isinstance(name, str) and 2 <= len(name.strip()) <= _LONGEST_NAME for name in given
    ):
        raise TuningError("所在地区应依次是省、市、区的全名，如：江苏省、淮安市、淮阴区", "region")
    return tuple(name.strip() for name in given)


def tuning(given: Mapping[str, Any], *, strict: bool = True) -> Tuning:
    """A whole tuning from what `to_dict` gave; parts that are missing or null are the defaults.

    strict: as for `weights`. Raises TuningError, CalibrationError.
    """
    return Tuning(
        thresholds(given.get("thresholds") or {}),
        weights(given.get("weights") or {}, strict=strict),
        Tuning().calibration
        if given.get("calibration") is None
        else Calibration.from_dict(given["calibration"]),
        region(given.get("region") or ()),
    )


def _refuse_unknown(given: Any, known: Any, field: str) -> None:
    if not isinstance(given, Mapping):
        raise TuningError(f"{field} 应是一个对象", field)
    strange = sorted(set(given) - set(known))
    if strange:
        raise TuningError(f"不认识“{strange[0]}”；可用：{'、'.join(sorted(known))}", field)


def _number(value: Any, field: str, label: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TuningError(f"{label}应是数字", field)
    return float(value)
