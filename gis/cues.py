"""What the words around a name say of it: that it is not meant, or only helps to find what is. Used by `spans`.

Callers name other places as well: where they work, what stands opposite, what it is not. General Chinese, no names.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Cue = Literal["", "denied", "aside"]

_LOOKED_AT: Final = 8  # characters before and behind a name
_DENIED: Final = re.compile(r"(?:不是|并非|不在|不属于|而非|非)(?:在|那个|这个|指)?$")
_BESIDE: Final = re.compile(r"(?:靠近|临近|邻近|紧邻|紧挨着?|挨着|毗邻|靠着?|距离?|离)$")
_ELSEWHERE: Final = re.compile(
    r"(?:里面?|那边|这边)?(?:上班|工作|打工|务工|上学|读书|就读|下班|开会|过来|出发|回来|买的|租住过|"
    r"[东南西北]?方向(?!\d)|相邻|旁边?的|附近的|边上的|隔壁的|斜?对面的|门口的|后面的|前面的)"
)
_MEANT: Final = re.compile(
    r"(?:反映的?是?|投诉的?是?|举报的?是?|位于|地址[::在是]*|地点[::在是]*|问题在|发生在|,是|而是)$"
)


def cue(text: str, start: int, end: int) -> Cue:
    """What is said of the name from `start` to `end` in a normalised text."""
    before = text[max(0, start - _LOOKED_AT) : start]
    if before and _DENIED.search(before):
        return "denied"
    if before and _MEANT.search(before):
        return ""
    if _ELSEWHERE.match(text, end) or (before and _BESIDE.search(before)):
        return "aside"
    return ""
