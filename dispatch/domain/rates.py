"""Rates (指标): each with numerator, denominator and the version of its formula. Pure; numbers are data's, not ours.

A base of 0 gives no rate, which is not 0 %. Rates are printed with two decimals, half away from zero, as bulletins do;
what is compared or weighed is the exact quotient.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from dispatch.saying import say

FORMULA = "2"
"""The version of the formulas below; raised with every change of what counts. 2: overdue by the hotline's own limit."""


@dataclass(frozen=True, slots=True)
class Formula:
    """What a rate is called, and in words what stands above and below."""

    code: str
    name: str
    numerator: str
    denominator: str
    average: bool = False
    """A mean per ticket, not a share."""


FORMULAS: tuple[Formula, ...] = (
    Formula("responded", say("响应率"), say("12345 回访确认已联系"), say("窗口内有效回访")),
    Formula("solved", say("解决率"), say("12345 回访确认已解决"), say("窗口内有效回访")),
    Formula("satisfied", say("满意率"), say("满意 + 系数 × 基本满意"), say("窗口内有效回访")),
    Formula("sign_on_time", say("按时签收率"), say("在签收时限内签收"), say("窗口内签收")),
    Formula("reply_on_time", say("按时办结率"), say("在上级时限内答复"), say("窗口内首次答复")),
    Formula("first_right", say("首派准确率"), say("由首派单位办到结案"), say("窗口内结案")),
    Formula("hops", say("平均流转次数"), say("转派次数合计"), say("窗口内受理"), average=True),
    Formula("returned", say("退单率"), say("被退过单"), say("窗口内受理")),
    Formula("reworked", say("重办率"), say("被要求重办"), say("窗口内首次答复")),
    Formula(
        "overdue", say("逾期率（剔除不计考核）"), say("超过上级时限未答复"), say("窗口内受理，不含不计考核")
    ),
    Formula("overdue_raw", say("逾期率（原始）"), say("超过上级时限未答复"), say("窗口内受理，含不计考核")),
    Formula("patrol", say("巡查占比"), say("巡查上报"), say("窗口内受理")),
)
BY_CODE: Mapping[str, Formula] = {each.code: each for each in FORMULAS}
COMPOSITE = "composite"
"""综合得分, weighed from the three rates of the call-back."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a district sets: shares of the composite, and how much 基本满意 counts."""

    responded: Decimal
    solved: Decimal
    satisfied: Decimal
    partly: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """Tickets of one unit in one rate: how many, how much counts in full, how much only partly."""

    code: str
    base: int
    full: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate; ``value`` is its exact quotient, None where the base is 0."""

    code: str
    numerator: Decimal
    denominator: int

    @property
    def value(self) -> Fraction | None:
        """The exact quotient."""
        return Fraction(self.numerator) / self.denominator if self.denominator else None


def rate(counted: Counted, weights: Weights) -> Rate:
    """The rate of what was counted."""
    return Rate(counted.code, counted.full + weights.partly * counted.part, counted.base)


def composite(found: Mapping[str, Rate], weights: Weights) -> Fraction | None:
    """The weighed sum of the three rates; none where one of them has no base."""
    total = Fraction(0)
    for code in ("responded", "solved", "satisfied"):
        value = found[code].value if code in found else None
        if value is None:
            return None
        total += Fraction(getattr(weights, code)) * value
    return total


def together(counted: Iterable[Counted]) -> dict[str, Counted]:
    """The counts of several units as one: rates of a whole are never means of its parts' rates."""
    total: dict[str, Counted] = {}
    for each in counted:
        was = total.get(each.code, Counted(each.code, 0, 0))
        total[each.code] = Counted(
            each.code, was.base + each.base, was.full + each.full, was.part + each.part
        )
    return total


def percent(value: Fraction | None, places: int = 2) -> str | None:
    """A quotient as a percentage in words: 96.16; None where there is none."""
    return None if value is None else rounded(value * 100, places)


def rounded(value: Fraction, places: int = 2) -> str:
    """A quotient in decimals, half away from zero."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def said(each: Rate) -> str | None:
    """A rate as people read it: a percentage, or a mean per ticket."""
    if each.value is None:
        return None
    return rounded(each.value) if BY_CODE[each.code].average else f"{percent(each.value)}%"
