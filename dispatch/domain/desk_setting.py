"""What desks are warned of: words that sound like danger now, and urgings that follow one another too soon. Pure.

It decides nothing: 110 stands out in a ticket's panel, and an urging wants to be meant.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dispatch.domain.privacy import storable
from dispatch.domain.sensitive import find
from dispatch.errors import BadInput
from dispatch.saying import say

CHASE_MINUTES = (5, 1_440)
MOST_WORDS = 500
LONGEST_WORD = 20
MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class DeskSetting:
    """One version of the setting."""

    version: int
    danger_words: tuple[str, ...]
    chase_minutes: int


class Said(NamedTuple):
    """A past ticket: its number and what it says."""

    id: int
    number: str
    title: str
    content: str


def checked_words(given: Iterable[str]) -> tuple[str, ...]:
    """Words as they are kept: trimmed, each once, in the order given.

    Raises:
        BadInput: one is too long or too short, or they are too many.
    """
    words = tuple(dict.fromkeys(said for each in given if (said := "".join(each.split()))))
    for word in words:
        if not 2 <= len(word) <= LONGEST_WORD or not storable(word):
            raise BadInput(
                say(
                    "「{word}」：危险词每个 2 到 {most} 个字。",
                    word=word[:20],
                    most=LONGEST_WORD,
                ),
                field="danger_words",
            )
    if len(words) > MOST_WORDS:
        raise BadInput(
            say("危险词最多 {most} 个，现在有 {count} 个。", most=MOST_WORDS, count=len(words)),
            field="danger_words",
        )
    return words


def checked_minutes(minutes: int) -> int:
    """The time within which one more urging wants to be meant.

    Raises:
        BadInput: it is out of bounds.
    """
    least, most = CHASE_MINUTES
    if not least <= minutes <= most:
        raise BadInput(
            say("「重复催办提醒」应在 {least} 到 {most} 分钟之间。", least=least, most=most),
            field="chase_minutes",
        )
    return minutes


def dangers(title: str, content: str, words: Sequence[str]) -> list[str]:
    """The danger words a ticket says, each once, as they come, however they are written."""
    return list(dict.fromkeys(each.word for each in find(f"{title}\n{content}", words)))


def tried(past: Iterable[Said], now: Sequence[str], proposed: Sequence[str]) -> dict[str, Any]:
    """Which past tickets other words would make stand out, and which would no longer; how often each word was said."""
    counts: Counter[str] = Counter()
    flags = {"asked": 0, "flagged": 0, "former": 0, "more": 0, "fewer": 0}
    listed: list[dict[str, Any]] = []
    for each in past:
        was, found = dangers(each.title, each.content, now), dangers(each.title, each.content, proposed)
        counts.update(found)
        flags["asked"] += 1
        flags["flagged"] += bool(found)
        flags["former"] += bool(was)
        flags["more"] += bool(found) and not was
        flags["fewer"] += bool(was) and not found
        if (found or was) and len(listed) < MOST_LISTED:
            line = {"id": each.id, "number": each.number, "title": each.title}
            listed.append({**line, "words": found, "former": was})
    return {
        **flags,
        "words": [{"word": word, "count": counts[word]} for word in proposed],
        "listed": sorted(listed, key=lambda line: bool(line["words"]) == bool(line["former"])),
    }
