"""Tickets that may speak of one event, with the reasons why: shown to a person, who decides. Pure.

A likeness is a share of 0 to 1: the reasons are taken as independent, so that two weak ones make a fair one. Nothing is
merged by it.

Words are alike by the pairs of characters they share: Chinese callers say one thing in other sentences, so that longer
pieces are seldom the same. A pair that a third of the compared tickets have (市民反映, 尽快处理) tells nothing.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dispatch.domain.joint import JointSetting
from dispatch.saying import say, together

_SAID = 0.8
_CALLER = 0.55
_PLACE = 0.5
_SAME_KIND, _NEAR_KIND = 0.25, 0.1
_WORDS = 0.7
_SOON = 0.15
"""What each reason is worth at most."""
LEAST = 0.35
"""From here a ticket is shown."""
MOST = 12


@dataclass(frozen=True, slots=True)
class Traits:
    """What another ticket has in common with one. ``words`` is the share of their pairs in common, 0 to 1."""

    said: bool
    """The hotline says that one repeats the other, or both a third."""
    same_caller: bool
    metres: float | None
    same_category: bool
    near_category: bool
    """Of the same first level."""
    hours: float
    words: float
    phrases: tuple[str, ...] = ()
    """What both say, the longest first."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tickets are, and why, in words."""

    share: float
    reasons: tuple[str, ...]


def likeness(traits: Traits, setting: JointSetting) -> Likeness:
    """How alike, the weightiest reason first."""
    worth = {
        say("热线注明重复"): _SAID if traits.said else 0.0,
        say("同一来电人"): _CALLER if traits.same_caller else 0.0,
        _distance_words(traits.metres): _nearness(traits.metres, setting.near_m) * _PLACE,
        _wording_words(traits): _alike(traits.words, setting.least_likeness) * _WORDS,
        say("同类诉求"): _SAME_KIND if traits.same_category else 0.0,
        say("同一大类"): _NEAR_KIND if traits.near_category and not traits.same_category else 0.0,
    }
    counted = {words: value for words, value in worth.items() if value > 0}
    if counted and traits.hours <= setting.within_days * 24:
        counted[_time_words(traits.hours)] = _SOON * (1 - traits.hours / (setting.within_days * 24 + 1))
    return Likeness(_together(counted), tuple(sorted(counted, key=lambda each: -counted[each])))


@dataclass(frozen=True, slots=True)
class Wording:
    """How alike the words of two tickets are, 0 to 1, and what both say."""

    share: float
    phrases: tuple[str, ...]


_RUN = re.compile(r"[^\W_]+")
_FEWEST = 9
"""So many tickets have to be compared before a pair can be called common."""
_COMMON = 1 / 3
_PHRASE = 3
"""A phrase has so many characters at least."""
_PHRASES = 2


def wordings(mine: str, others: Sequence[str]) -> list[Wording]:
    """How alike the words of one ticket and each of the others are."""
    own, theirs = _pairs(mine), [_pairs(each) for each in others]
    held = Counter(pair for each in theirs for pair in each)
    most = len(theirs) * _COMMON if len(theirs) >= _FEWEST else len(theirs)
    dull = {pair for pair, count in held.items() if count > most}
    own -= dull
    return [_wording(mine, own, each - dull) for each in theirs]


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in _RUN.findall(text) for at in range(len(run) - 1)}


def _wording(mine: str, own: set[str], other: set[str]) -> Wording:
    both = own & other
    if not both:
        return Wording(0.0, ())
    phrases = [phrase for run in _RUN.findall(mine) for phrase in _phrases(run, both)]
    longest: list[str] = []
    for each in sorted(dict.fromkeys(phrases), key=len, reverse=True):
        if not any(each in longer for longer in longest):
            longest.append(each)
    return Wording(2 * len(both) / (len(own) + len(other)), tuple(longest[:_PHRASES]))


def _phrases(run: str, both: set[str]) -> list[str]:
    """The pieces of a run of characters whose every pair the other ticket has too."""
    found, begun = [], 0
    for at in range(len(run)):
        if run[at : at + 2] not in both:
            found.append(run[begun : at + 1])
            begun = at + 1
    return [each for each in found if len(each) >= _PHRASE]


def _together(worth: Mapping[str, float]) -> float:
    unlike = 1.0
    for value in worth.values():
        unlike *= 1 - value
    return round(1 - unlike, 3)


def _nearness(metres: float | None, near_m: int) -> float:
    """1 at the same spot, 0 from ``near_m`` metres on."""
    return 0.0 if metres is None else max(0.0, 1 - metres / near_m)


def _alike(words: float, least: float) -> float:
    """0 below the least likeness, then in proportion."""
    return 0.0 if words < least else (words - least / 2) / (1 - least / 2)


def _wording_words(traits: Traits) -> str:
    said = [say("「{phrase}」", phrase=each) for each in traits.phrases]
    alike = say("内容相近 {share}%", share=round(traits.words * 100))
    return together([alike, say("都说到{said}", said=said)], "：") if said else alike


def _distance_words(metres: float | None) -> str:
    return (
        ""
        if metres is None
        else say("同一地点")
        if metres < 15
        else say("相距 {metres} 米", metres=round(metres))
    )


def _time_words(hours: float) -> str:
    if hours < 1:
        return say("前后不到 1 小时")
    return (
        say("前后 {hours} 小时", hours=round(hours))
        if hours < 48
        else say("前后 {days} 天", days=round(hours / 24))
    )
