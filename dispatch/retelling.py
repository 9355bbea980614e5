"""What was said and kept as a Chinese text, told again in another language by the templates of its catalogue.

A sentence that comes out of a database, a file or ``gis`` is a ``str`` that no longer knows how it was made. Its
template is found by what stands between its fields; what stands in them is read in the same way, so that sentences
within sentences are told too. What is quoted (“…”, 「…」) and what is no sentence of ours stays: names, numbers,
citizens' words. Of several templates that fit, the one that accounts for most of the characters tells it; of those
alike in that, the one in whose fields the fewest clauses end, then the one that adds a clause to another sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from dispatch.saying import Catalogue, between

LONGEST = 4_000
"""Characters; nothing of ours is longer."""
MOST = 400
"""So many parts of a text are read, then it stays as it is: what is written to keep the reader busy is no sentence of
ours."""
WORD = 5
"""As short as this, it is a word: people write 已解决 too, so it is ours only where they do not write."""
_TELLING = 4
"""Chinese characters that a template has to say itself, where what stands in it is neither quoted nor of ours; a
beginning like 回头看:, or quotes, make two enough."""
_DEEPEST = 4
_HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTES = {"“": "”", "「": "」"}
_SEAMS = ("\n", "。", "；", ";", "：", ":", "，", ",", "、")
_ENDS = re.compile("[,;，；。]")
_LOOSE = frozenset("\n。;；")
"""Between whole sentences: one of them may be somebody else's."""
_HALF = str.maketrans("，；：（）！？", ",;:()!?")
"""Marks as they are compared: what was kept before Chinese stood with Chinese marks has half-width ones."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A place in a template: what stands there, and the words after it, with which the last one's text ends."""

    name: str
    quoted: bool
    after: str
    last: bool

    def end(self, text: str, begins: int) -> int:
        """Where it ends in a folded text; -1 where the words after it do not come."""
        if self.last:
            return len(text) - len(self.after) if text.endswith(self.after) else -1
        return text.find(self.after, begins + 1)


@dataclass(frozen=True, slots=True)
class _Template:
    """One sentence with fields: how it is known, its marks folded, and the pieces of its other words."""

    first: str
    """What it begins with; maybe nothing."""
    longest: str
    literal: int
    """Chinese characters of its own."""
    length: int
    """Characters of its own."""
    tells: bool
    """Whether it is known by its own words, whatever stands in it."""
    adds: bool
    """Whether it adds a clause to the sentence it begins with."""
    fields: tuple[_Field, ...]
    words: tuple[tuple[str, str | None], ...]

    def found(self, text: str, folded: str) -> list[str] | None:
        """What stands in its fields, each up to where the words after it come first; None where it is not this one.

        Nothing is tried twice, so this takes no longer than walking through the text.
        """
        if self.longest not in folded or not folded.startswith(self.first):
            return None
        at, parts, known = len(self.first), list[str](), dict[str, str]()
        for field in self.fields:
            end = field.end(folded, at)
            part = folded[at:end]
            if end <= at or known.setdefault(field.name, part) != part:
                return None
            parts.append(text[at:end])
            at = end + len(field.after)
        return parts if at == len(text) else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text told again: how many of its Chinese characters are accounted for, how many clauses end in fields."""

    covered: int
    words: str
    ended: int = 0
    adds: bool = False

    @property
    def worth(self) -> tuple[int, int, bool]:
        """The greater, the better it is read."""
        return self.covered, -self.ended, self.adds


class Retelling:
    """All sentences of a catalogue, ready to be recognised."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._plain = {_folded(said): words for said, words in catalogue.items() if not _has_fields(said)}
        made = [_template(said, words) for said, words in catalogue.items() if _has_fields(said)]
        self._templates = sorted(made, key=lambda each: (-each.literal, -each.length))
        self._cached = lru_cache(maxsize=4_096)(self._retell)

    def retell(self, text: str, ours: bool = True) -> str:
        """A kept sentence in the catalogue's language; whatever is no sentence of ours as it is.

        ours: nobody but the service writes there; else a mere word is taken for somebody's own.
        """
        if len(text) > LONGEST or not _HAN.search(text) or (not ours and len(text) <= WORD):
            return text
        return self._cached(text)

    def _retell(self, text: str) -> str:
        read = _Reader(self._plain, self._templates).read(text, 0)
        return read.words if read else text


class _Reader:
    """Reads one text, each part of it once."""

    def __init__(self, plain: Mapping[str, str], templates: Sequence[_Template]) -> None:
        self._plain = plain
        self._templates = templates
        self._known: dict[tuple[str, int], _Reading | None] = {}

    def read(self, text: str, depth: int) -> _Reading | None:
        """What it says in the other language; None where it is no sentence of ours, or too much of one."""
        if (words := self._plain.get(_folded(text))) is not None:
            return _Reading(_han(text), words)
        if (text, depth) in self._known:
            return self._known[text, depth]
        if depth > _DEEPEST or len(self._known) >= MOST:
            return None
        self._known[text, depth] = None
        read = self._known[text, depth] = self._best(text, depth) or self._pieces(text, depth)
        return read

    def _best(self, text: str, depth: int) -> _Reading | None:
        every, folded, found = _han(text), _folded(text), list[_Reading]()
        for template in self._templates:
            if (parts := template.found(text, folded)) is not None:
                read = self._fill(template, parts, depth)
                if read.covered == every or (read.covered and template.tells):
                    found.append(read)
        return max(found, key=lambda each: each.worth, default=None)

    def _fill(self, template: _Template, found: Sequence[str], depth: int) -> _Reading:
        covered, ended, parts = template.literal, 0, dict[str, str]()
        for field, part in zip(template.fields, found, strict=True):
            parts[field.name] = part
            if field.quoted:
                covered += _han(part)
                continue
            ended += len(_ENDS.findall(part))
            if read := self.read(part, depth + 1) if _HAN.search(part) else None:
                parts[field.name] = read.words
                covered, ended = covered + read.covered, ended + read.ended
        words = "".join(said + (parts[name] if name is not None else "") for said, name in template.words)
        return _Reading(covered, words, ended, template.adds)

    def _pieces(self, text: str, depth: int) -> _Reading | None:
        """Several sentences, or a list of words, that were written as one."""
        for seam in _SEAMS:
            pieces = text.split(seam)
            if len(pieces) == 1:
                continue
            read = [self.read(each, depth + 1) if _HAN.search(each) else None for each in pieces]
            told = [each for each in read if each]
            strange = any(not one and _HAN.search(each) for one, each in zip(read, pieces, strict=True))
            if told and (seam in _LOOSE or not strange):
                words = [one.words if one else each for one, each in zip(read, pieces, strict=True)]
                joined = between(seam).join(words)
                return _Reading(sum(each.covered for each in told), joined.rstrip(" ") or joined)
        return None


def _folded(text: str) -> str:
    """A text with one kind of marks, each where it stood."""
    return text.translate(_HALF)


def _han(text: str) -> int:
    return len(_HAN.findall(text))


def _has_fields(template: str) -> bool:
    """Whether something is filled in; ``{"receipts": …}`` in the middle of a sentence are words of it."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    return bool(names) and all(not name or name.isidentifier() for name in names)


def _numbered(template: str) -> Iterator[tuple[str, str | None]]:
    """What a template says and the fields between, those without a name by their place."""
    place = 0
    for said, name, _, _ in Formatter().parse(template):
        if name == "":
            name, place = str(place), place + 1
        yield said, name


def _template(said: str, words: str) -> _Template:
    pieces = list(_numbered(said))
    literals = [literal for literal, _ in pieces]
    folded = [_folded(each) for each in literals]
    own, fields = sum(map(_han, literals)), tuple(_fields(pieces))
    begins = literals[0].endswith("：") or any(each.quoted for each in fields)
    return _Template(
        first=folded[0],
        longest=max(folded, key=len),
        literal=own,
        length=sum(map(len, literals)),
        adds=own > 0 and not literals[0] and bool(_ENDS.match("".join(literals[1:2]))),
        tells=own >= _TELLING or (own > 1 and begins),
        fields=fields,
        words=tuple(_numbered(words)),
    )


def _fields(pieces: Sequence[tuple[str, str | None]]) -> Iterator[_Field]:
    """The fields of a template, each with the words up to the next one."""
    names = [(number, name) for number, (_, name) in enumerate(pieces) if name is not None]
    for number, name in names:
        after = _folded("".join(literal for literal, _ in pieces[number + 1 : number + 2]))
        quote = _QUOTES.get(pieces[number][0][-1:])
        yield _Field(name, quote is not None and quote == after[:1], after, number == names[-1][0])
