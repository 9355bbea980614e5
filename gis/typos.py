"""Names with one character mistaken, missing, too many, or two exchanged. Used by `spans` where nothing exact is fine.

Every name of three or more characters is kept under its wildcards (渔*镇, *沟镇, 渔沟*) and, from four on, under what
is left when one character is missing: sorted 64-bit digests, looked up by bisection and verified letter by letter. A
mistaken character that sounds or looks like the right one is the likelier mistake. Every name is also kept by its
sound as a whole, for what an input method took for it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.phrases_dict import phrases_dict

from gis.numbers import mapped

SHORTEST: Final = 3
LONGEST: Final = 12
_SHORTEST_MISSING: Final = 4
_SHORTEST_CUT: Final = 5  # characters of a name whose last one may be missing: 金城养殖 for 金城养殖场
_ANY: Final = "*"
_HEARD: Final = "~"
_PHRASES: Final = (2, 3, 4)  # characters of the phrases that are looked for
_SIEVE_MASK: Final = 0xFFFFFF
_KIND_SIGNS: Final = frozenset("居路街巷道桥镇乡村区园府城厦站校院场店厂庙河堤闸")
_SIDE: Final = 12
_KERNEL: Final = (0.25, 0.5, 0.25)
_LOOK_ALIKE: Final = (
    0.75  # reached by two of five pairs that people confuse, and by one of three hundred at random
)
_OTHER_NAME: Final = frozenset("东西南北中上下新老大小前后左右内外一二三四五六七八九十")
"""Characters that tell neighbouring names apart: 淮海南路 is another road than 淮海北路."""
_MOST: Final = 60


class Slip(NamedTuple):
    """A name that a word may have been meant as. alike: the mistaken characters sound or look the same."""

    name: str
    alike: bool


class TypoIndex:
    """The names of a gazetteer by what a slip leaves of them. Immutable."""

    def __init__(self, names: Sequence[str]) -> None:
        """names: distinct, in order of their numbers."""
        self._names = names
        keys, numbers = array("q"), array("i")
        for number, name in enumerate(names):
            if SHORTEST <= len(name) <= LONGEST:
                own = [hash(each) for each in _left(name)]
                keys.extend(own)
                numbers.extend([number] * len(own))
        order = np.argsort(np.frombuffer(keys, np.int64), kind="stable") if keys else np.zeros(0, np.int64)
        self._keys = mapped(np.frombuffer(keys, np.int64)[order] if keys else np.zeros(0, np.int64))
        self._numbers = mapped(np.frombuffer(numbers, np.int32)[order] if keys else np.zeros(0, np.int32))
        self._seldom = _sieve(self._keys)

    @property
    def nbytes(self) -> int:
        """Bytes held by the arrays."""
        return self._keys.nbytes + self._numbers.nbytes + len(self._seldom)

    def similar(self, word: str) -> list[Slip]:
        """The names that are one slip away from a word of 2 to 13 characters; the word itself is not among them."""
        seldom, found = self._seldom, dict[int, bool]()
        there = [
            digest
            for digest in map(hash, _asked(word))
            if seldom[(digest & _SIEVE_MASK) >> 3] >> (digest & 7) & 1
        ]
        for digest in there:
            row = bisect_left(self._keys, digest)
            while row < len(self._keys) and self._keys[row] == digest and len(found) < _MOST:
                number = self._numbers[row]
                if number not in found and is_slip(word, self._names[number]):
                    found[number] = alike(word, self._names[number])
                row += 1
        return [Slip(self._names[number], alike) for number, alike in found.items()]


def _sieve(keys: memoryview[int]) -> bytes:
    """One bit for each value of the last 24 bits of the digests: most of what is asked for is seen not to be there."""
    there = np.zeros(_SIEVE_MASK + 1, np.bool_)
    there[np.asarray(keys) & _SIEVE_MASK] = True
    return np.packbits(there, bitorder="little").tobytes()


def _left(name: str) -> Iterator[str]:
    """What one slip leaves of a name."""
    for place in range(len(name)):
        yield name[:place] + _ANY + name[place + 1 :]
    if len(name) >= _SHORTEST_MISSING:
        for place in range(len(name) - (len(name) < _SHORTEST_CUT)):
            yield name[:place] + name[place + 1 :]
    for sound in _sounds_of(name):
        yield _HEARD + sound


def _asked(word: str) -> list[str]:
    """The keys under which names one slip away from the word are kept."""
    length = len(word)
    keys = [_HEARD + heard(word)]
    if length > LONGEST + 1:
        return keys
    if SHORTEST <= length <= LONGEST:
        keys += [word[:place] + _ANY + word[place + 1 :] for place in range(length)]
        keys.append(word[1] + _ANY + word[2:])
        keys += [
            word[0] + _ANY + word[2:place] + word[place + 1] + word[place] + word[place + 2 :]
            for place in range(2, length - 1)
        ]
        keys.append(word[0] + _ANY + word[1] + word[3:])
    if length >= _SHORTEST_MISSING - 1:
        keys.append(word)
    if length >= _SHORTEST_MISSING:
        keys.append(word[0] + _ANY + word[3:])
        keys += [word[0] + _ANY + word[2:place] + word[place + 1 :] for place in range(2, length - 1)]
    return keys


def is_slip(word: str, name: str) -> bool:
    """Whether two words sound the same, or one mistaken or missing character, one extra inside, or one exchange of
    neighbours lies between them."""
    if word == name:
        return False
    if heard(word) in _sounds_of(name):
        return True
    if len(word) == len(name):
        wrong = [place for place, (one, other) in enumerate(zip(word, name, strict=True)) if one != other]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            first, second = wrong
            return word[first] == name[second] and word[second] == name[first]
        return len(wrong) == 1 and not _other_kind(word, name)
    if len(word) == len(name) + 1:
        return any(word[:place] + word[place + 1 :] == name for place in range(1, len(word) - 1))
    if len(word) == len(name) - 1:
        cut = range(len(name) - (len(name) < _SHORTEST_CUT))
        return any(name[:place] + name[place + 1 :] == word for place in cut)
    return False


def _other_kind(word: str, name: str) -> bool:
    """Whether two words end in different kinds of place: 渔沟路 is no mistake for 渔沟镇."""
    return word[-1] != name[-1] and word[-1] in _KIND_SIGNS and name[-1] in _KIND_SIGNS


def alike(word: str, name: str) -> bool:
    """Whether two words sound the same, or the characters in which two of one length differ sound or look alike.

    Never where both are characters that tell names apart.
    """
    if len(word) != len(name):
        return heard(word) in _sounds_of(name)
    differ = [(one, other) for one, other in zip(word, name, strict=True) if one != other]
    if any(one in _OTHER_NAME and other in _OTHER_NAME for one, other in differ):
        return False
    return heard(word) in _sounds_of(name) or all(
        bool(sounds(one) & sounds(other)) or (len(name) > SHORTEST and looks(one, other) >= _LOOK_ALIKE)
        for one, other in differ
    )


@lru_cache(maxsize=20_000)
def sounds(sign: str) -> frozenset[str]:
    """Every reading of a character, as `heard` hears it."""
    readings = pinyin(sign, style=Style.NORMAL, heteronym=True)
    return frozenset(_merged(reading) for reading in readings[0]) if readings else frozenset()


def heard(word: str) -> str:
    """A word as it sounds: readings without tones in one run; Latin letters (DONG方) stand for themselves."""
    return _merged("".join(_reading(sign) for sign in word))


@lru_cache(maxsize=4_000)
def _sounds_of(name: str) -> frozenset[str]:
    """A name as it sounds, sign by sign and, where that differs, as a phrase (长江 is not read like 长 alone)."""
    plain = heard(name)
    for length, start in product(_PHRASES, range(len(name) - 1)):
        if _is_phrase(name[start : start + length]):
            return frozenset({plain, _merged("".join(lazy_pinyin(name)).lower())})
    return frozenset({plain})


@lru_cache(maxsize=50_000)
def _is_phrase(part: str) -> bool:
    """Whether some characters side by side are a known phrase that is read otherwise than its signs."""
    return part in phrases_dict and "".join(lazy_pinyin(part)) != "".join(
        lazy_pinyin(sign)[0] for sign in part
    )


@lru_cache(maxsize=20_000)
def _reading(sign: str) -> str:
    return lazy_pinyin(sign)[0].lower()


def _merged(reading: str) -> str:
    """Flat tongues, nasal endings, n and l fall together, as in the speech around Huai'an."""
    for written, said in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n")):
        reading = reading.replace(written, said)
    return reading


def looks(one: str, other: str) -> float:
    """How alike two characters look: correlation of their blurred pictures, 0 for one outside GB 2312."""
    numbers, pictures = _glyphs()
    first, second = numbers.get(one), numbers.get(other)
    return 0.0 if first is None or second is None else float(pictures[first] @ pictures[second])


@lru_cache(maxsize=1)
def _glyphs() -> tuple[dict[str, int], NDArray[np.float32]]:
    """Character → row, and blurred pictures of unit length without their mean (see scripts/glyphs.py)."""
    packed = np.load(Path(__file__).with_name("glyphs.npy"))
    grey = np.stack([packed >> 4, packed & 15], axis=-1).reshape(len(packed), _SIDE, _SIDE).astype(np.float32)
    padded = np.pad(grey, ((0, 0), (1, 1), (1, 1)))
    blurred = np.zeros_like(grey)
    for down, across in product(range(3), range(3)):
        share = _KERNEL[down] * _KERNEL[across]
        blurred += share * padded[:, down : down + _SIDE, across : across + _SIDE]
    flat = blurred.reshape(len(packed), -1)
    flat -= flat.mean(axis=1, keepdims=True)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    signs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    known = [text for text in (sign.decode("gb2312", "ignore") for sign in signs) if text]
    return {sign: number for number, sign in enumerate(known)}, flat
