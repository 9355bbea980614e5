"""Looks at a reply before a citizen reads it: gaps, personal data, sensitive words, and what makes a reply poor.

Pure. Gaps and personal data shut the way out; a sensitive word asks for a reason; the rest are flags that whoever
reviews or signs is shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dispatch.domain.closing import Earlier, ReplySetting, SensitiveWord
from dispatch.domain.privacy import personal
from dispatch.domain.sensitive import Place, find
from dispatch.saying import say

GAP = re.compile(r"【缺[:\uff1a][^【】]*】")
_WORD = re.compile(r"[\w\u4e00-\u9fff]")
_FEWEST_ASKED = 8
"""Pairs of characters an inquiry must hold before a reply can be said to miss it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a reply; ``start`` and ``end`` where it stands, both 0 where it is about the whole."""

    kind: str
    detail: str
    blocks: bool = False
    asks: bool = False
    start: int = 0
    end: int = 0
    instead: str | None = None


def gap(what: str) -> str:
    """The mark of something that nobody knows yet."""
    return f"【缺：{what}】"


def safety(reply: str, caller_name: str | None, words: Sequence[SensitiveWord]) -> list[Finding]:
    """What may keep a reply from going out: gaps, personal data, sensitive words, in the order they stand."""
    found = [
        Finding("gap", say("还没有填：{gap}", gap=each[0]), blocks=True, start=each.start(), end=each.end())
        for each in GAP.finditer(reply)
    ]
    found += [
        Finding(
            "personal",
            say(
                "第 {start} 个字起是{what}「{words}」",
                start=each.start + 1,
                what=each.what,
                words=reply[each.start : each.end],
            ),
            blocks=True,
            start=each.start,
            end=each.end,
            instead=each.masked,
        )
        for each in personal(reply, caller_name)
    ]
    found += _sensitive(reply, words)
    return sorted(found, key=lambda each: each.start)


def _sensitive(reply: str, words: Sequence[SensitiveWord]) -> list[Finding]:
    known = {each.word: each for each in words}
    return [_told(reply, place, known[place.word]) for place in find(reply, [each.word for each in words])]


def _told(reply: str, place: Place, word: SensitiveWord) -> Finding:
    """A sensitive word with its place, as it is written there."""
    written = reply[place.start : place.end]
    as_written = "" if written == word.word else say("（写作「{written}」）", written=written)
    rather = say("，建议改为「{instead}」", instead=word.instead) if word.instead else ""
    told = say(
        "第 {start} 个字起是敏感词「{word}」{as_written}：{reason}{rather}",
        start=place.start + 1,
        word=word.word,
        as_written=as_written,
        reason=word.reason,
        rather=rather,
    )
    return Finding("sensitive", told, asks=True, start=place.start, end=place.end, instead=word.instead)


def masked(reply: str, caller_name: str | None) -> str:
    """The reply with its personal data masked, everything else as it stands."""
    for each in reversed(personal(reply, caller_name)):
        reply = reply[: each.start] + each.masked + reply[each.end :]
    return reply


def flags(reply: str, asked: str, earlier: Sequence[Earlier], setting: ReplySetting) -> list[Finding]:
    """What makes a reply poor: over-brief, copied, promising only, beside the question. Each only warns."""
    found = [
        _brief(reply, setting.shortest),
        _copied(reply, earlier, setting.alike),
        _promising(reply, setting),
        _beside(reply, asked),
    ]
    return [each for each in found if each is not None]


def _brief(reply: str, shortest: int) -> Finding | None:
    length = len(_WORD.findall(reply))
    if length >= shortest:
        return None
    return Finding(
        "brief",
        say(
            "答复只有 {length} 个字，少于 {shortest} 个字，请写明怎么办的、结果如何。",
            length=length,
            shortest=shortest,
        ),
    )


def _copied(reply: str, earlier: Sequence[Earlier], alike: float) -> Finding | None:
    likest = max(earlier, key=lambda each: likeness(reply, each.reply), default=None)
    if likest is None:
        return None
    share = likeness(reply, likest.reply)
    if share < alike:
        return None
    return Finding(
        "copied",
        say(
            "与工单 {number} 的答复有 {share:.0%} 相同，请按本件实际情况答复。",
            number=likest.number,
            share=share,
        ),
    )


def _promising(reply: str, setting: ReplySetting) -> Finding | None:
    said = next((word for word in setting.promising if word in reply), None)
    if said is None:
        return None
    plain = reply
    for hollow in setting.hollow:
        plain = plain.replace(hollow, "")
    if any(word in plain for word in setting.doing):
        return None
    return Finding("promise", say("只有承诺（「{said}」），没有写已经办了什么。", said=said))


def _beside(reply: str, asked: str) -> Finding | None:
    wanted, given = _pieces(asked, 2), _pieces(reply, 2)
    if len(wanted) < _FEWEST_ASKED or not given or wanted & given:
        return None
    return Finding("beside", say("答复没有提到诉求里的任何事情，请核对是否答非所问。"))


def likeness(one: str, other: str) -> float:
    """The share of common runs of three characters of two texts, 0 to 1 (as pg_trgm counts, over characters)."""
    a, b = _pieces(one, 3), _pieces(other, 3)
    return len(a & b) / len(a | b) if a and b else 0.0


def _pieces(words: str, size: int) -> frozenset[str]:
    plain = "".join(_WORD.findall(words))
    return frozenset(plain[at : at + size] for at in range(len(plain) - size + 1))
