"""Figures of a window: every rate of every unit with what stands above and below, and the whole of them. Pure.

The same shape is shown live, kept for good when a score period is locked, and printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from dispatch.domain.rates import (
    COMPOSITE,
    FORMULA,
    FORMULAS,
    Counted,
    Formula,
    Rate,
    Weights,
    composite,
    percent,
    rate,
    said,
    together,
)
from dispatch.domain.windows import Window
from dispatch.saying import say


@dataclass(frozen=True, slots=True)
class Setting:
    """What a district set: the weights, by their version."""

    version: int
    weights: Weights


def figures(
    counted: Iterable[tuple[int, Counted]], names: Mapping[int, str], setting: Setting, window: Window
) -> dict[str, Any]:
    """Figures of units (unit, what was counted) and of all together; units in order of their ids."""
    by_unit: dict[int, dict[str, Counted]] = {}
    for unit, each in counted:
        by_unit.setdefault(unit, {})[each.code] = each
    rows = [
        {"unit": unit, "name": names.get(unit, ""), **_told(by_unit[unit], setting.weights)}
        for unit in sorted(by_unit)
    ]
    whole = together(each for found in by_unit.values() for each in found.values())
    return {
        "since": window.since.isoformat(),
        "until": window.until.isoformat(),
        "formula": FORMULA,
        "setting": setting.version,
        "units": rows,
        "total": _told(whole, setting.weights),
    }


def formulas(weights: Weights) -> list[dict[str, Any]]:
    """The rates in order, each in words, the weighed one at the end."""
    listed = [
        {
            "code": each.code,
            "name": each.name,
            "numerator": _above(each, weights),
            "denominator": each.denominator,
            "average": each.average,
        }
        for each in FORMULAS
    ]
    shares = {code: f"{getattr(weights, code):f}" for code in ("responded", "solved", "satisfied")}
    weighed = {
        "code": COMPOSITE,
        "name": say("综合得分"),
        "numerator": say("响应率 × {responded}、解决率 × {solved}、满意率 × {satisfied}", **shares),
        "denominator": "",
        "average": False,
    }
    return [*listed, weighed]


def _above(formula: Formula, weights: Weights) -> str:
    """What stands above, with the factor that is in force."""
    if formula.code == "satisfied":
        return say("满意 + {factor} × 基本满意", factor=f"{weights.partly:f}")
    return formula.numerator


def _told(found: Mapping[str, Counted], weights: Weights) -> dict[str, Any]:
    rates = {each.code: rate(found.get(each.code, Counted(each.code, 0, 0)), weights) for each in FORMULAS}
    score = composite(rates, weights)
    return {
        "rates": [_rate(rates[each.code]) for each in FORMULAS],
        "composite": _score(score),
    }


def _rate(each: Rate) -> dict[str, Any]:
    return {
        "code": each.code,
        "numerator": float(each.numerator),
        "denominator": each.denominator,
        "said": said(each),
    }


def _score(value: Fraction | None) -> str | None:
    return percent(value)


def table(told: Mapping[str, Any]) -> list[list[str]]:
    """Figures as rows of a sheet: headings, units, all together; each rate with n and N."""
    heads = [name for each in FORMULAS for name in (each.name, say("分子"), say("分母"))]
    listed_units = [*told["units"], {"name": say("合计"), **told["total"]}]
    lines = [[each["name"], *_cells(each["rates"]), each["composite"] or "—"] for each in listed_units]
    return [[say("单位"), *heads, say("综合得分")], *lines]


def _cells(rates: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        text
        for each in rates
        for text in (each["said"] or "—", f"{each['numerator']:g}", str(each["denominator"]))
    ]
