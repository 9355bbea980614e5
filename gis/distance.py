"""How far from a place something is said to be: a quantity (300米, 三百来米, 半公里, 一里地, 1KM) and a direction.

Used by `address`. The distance widens the place it is said of; which way it goes is not followed, for callers mix up
east and west more often than they miss the place.
"""

from __future__ import annotations

import re
from typing import Final

_AMOUNT: Final = r"(?:\d{1,4}(?:\.\d)?|[零一二两三四五六七八九十百千几数半]{1,6})"
_UNIT: Final = "公里|千米|华里|里|KM|公尺|米|M(?![A-Z])"
_SIDE: Final = "[东南西北]{1,2}(?:侧|边|面|方向|方|头|部)?"
_ABOUT: Final = "(?:再|大?约|大概|差不多|走|不到|近|有|过|去|拐)*"
_ODD: Final = "[多来余几]{0,2}个?"


def _quantity(name: str) -> str:
    """The grammar of a quantity under a name of its own."""
    return rf"(?P<{name}_n>{_AMOUNT}){_ODD}(?P<{name}_u>{_UNIT})(?P<{name}_h>半)?"


DISTANCE: Final = (
    rf"(?P<metres>(?:[往向朝以]正?|正)?{_SIDE}{_ABOUT}{_quantity('m')})"
    rf"|(?P<away>(?:大?约|大概|差不多|不到|近|有|再走|走)*{_quantity('a')}(?:左右)?的?(?:处|开?外|远|地方|以外|之外|地|路(?![灯口面])))"
    rf"|(?P<way>[往向朝]正?{_SIDE}|以[东南西北]|再往[前里])"
    r"|(?P<side>[东南西北]{1,2}[侧边面](?!村|庄))"
)
"""A pattern with the groups metres and away (with a quantity), way (a direction alone) and side."""
TELLS_DISTANCE: Final = re.compile("[里米M尺往向朝以侧边面]")
"""A character without which no distance is told: the pattern is long, and most texts have none."""
_DIGIT: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "几": 5,
    "数": 5,
}
_SCALE: Final = {"十": 10, "百": 100, "千": 1000}
_METRES: Final = {"公里": 1000, "千米": 1000, "KM": 1000, "华里": 500, "里": 500, "公尺": 1, "米": 1, "M": 1}
_SLACK_M: Final = 30.0  # nobody paces it out
_FAR_M: Final = 150.0
_RING: Final = (
    1.6  # a radius holds 95 % of what lies around its middle; what is said to be far lies at its edge
)
_SIDE_M: Final = 60.0
_WAY_M: Final = 300.0  # on the way somewhere, and nobody says how far


def metres_of(found: re.Match[str]) -> float:
    """Metres by which the place is missed at most, for a match of DISTANCE."""
    group = found.lastgroup
    if group == "side":
        return _SIDE_M
    if group == "way":
        return _WAY_M
    sign = "m" if found["metres"] else "a"
    amount = _number(found[f"{sign}_n"]) + (0.5 if found[f"{sign}_h"] else 0.0)
    metres = amount * _METRES[found[f"{sign}_u"]]
    return metres * (_RING if metres >= _FAR_M else 1.0) + _SLACK_M


def _number(said: str) -> float:
    """An amount as a number: 300, 三百五, 几百 (500), 半 (0.5)."""
    if said[0].isdigit():
        return float(said)
    if said == "半":
        return 0.5
    total, digit = 0.0, 0
    for sign in said:
        if sign in _SCALE:
            total += (digit or 1) * _SCALE[sign]
            digit = 0
        else:
            digit = _DIGIT.get(sign, digit)
    return total + digit
