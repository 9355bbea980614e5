"""How a name is typed in Latin letters: pinyin in full and by first letters, for people who search. Pure.

Each character has one reading, the one it has in names of places; no dictionary of phrases is asked, so a million
names take seconds.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from pypinyin import Style, pinyin

_IN_NAMES: Final = {
    "长": "chang", "重": "chong", "乐": "le", "都": "du", "行": "hang", "朝": "chao", "中": "zhong", "会": "hui",
    "地": "di", "车": "che", "大": "da", "曲": "qu", "厦": "sha", "圩": "wei", "堡": "bao", "埠": "bu", "薛": "xue",
    "单": "shan", "解": "xie", "查": "zha", "区": "qu", "石": "shi", "场": "chang", "卜": "bu", "盛": "sheng",
}  # fmt: skip


class Spelling(NamedTuple):
    """A name in small Latin letters and digits: in full (xiaoqiaocun) and by first letters (xqc)."""

    pinyin: str
    initials: str


def spelled(name: str) -> Spelling:
    """The spelling of a name; signs that are neither characters, letters nor digits are left out."""
    parts = [_reading(sign) for sign in unicodedata.normalize("NFKC", name)]
    return Spelling("".join(parts), "".join(part[:1] for part in parts))


@lru_cache(maxsize=16_384)
def _reading(sign: str) -> str:
    """One character's syllable, a letter or digit as it is, nothing for other signs."""
    if sign.isascii():
        return sign.lower() if sign.isalnum() else ""
    known = _IN_NAMES.get(sign)
    if known is not None:
        return known
    found = pinyin(sign, style=Style.NORMAL, errors="ignore")
    return found[0][0] if found else ""
