"""Which numbers belong to which names of a text: each goes to the nearest that can have it. Used by `spans`.

A second number of the same kind belongs to the same name: where the text corrects itself (13号写错了,应该是31号) the
last one counts, where it names both (13号和31号) either may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from gis.address import Mark, MarkKind, marks
from gis.gazetteer import Gazetteer, Named

OWNS: Final[dict[str, frozenset[str]]] = {
    "road": frozenset({"house", "building"}), "estate": frozenset({"building", "house"}),
    "poi": frozenset({"building", "house"}), "village": frozenset({"group", "house", "building"}),
    "group": frozenset({"house"}), "building": frozenset({"house"}),
}  # fmt: skip
"""Which numbers belong to which kind of place."""
_NO_NUMBER: Final[frozenset[str]] = frozenset()
_REACH: Final = 12  # characters between a name and a number that may still belong together
_BEHIND: Final = 6  # characters between a number and the name after it that it belongs to
_SENTENCE: Final = re.compile(r"[。!?;]")
_CLAUSE: Final = re.compile(r"[。!?;,::]")
_ROAD_BETWEEN: Final = re.compile(r"(?:[路街道巷桥村庄])(?:的|上)?$")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_FARTHEST_SECOND: Final = 16  # characters between a number and the one that corrects it
_CORRECTED: Final = re.compile(
    r"错|误|更正|改[为成是]|应[为该是当]|实[为际]|不对|正确|变更|现在?[住是]|搬[到至]|而是"
)
_JOINED: Final = re.compile(r"(?:[、,/和与及跟或到至~—-]|以及|还有|两处|之间)+")
_DENIED: Final = ("不是", "非")
_BARE: Final = re.compile(r"(\d{1,4})(?=$|[,。;!?、()]|门[口前]|[的旁附])")
_BARE_KINDS: Final[dict[str, MarkKind]] = {"road": "house", "estate": "building"}
"""What a number without a word behind it is, right after a name of this kind: 淮海北路309, 翰林公馆3."""


class Name(NamedTuple):
    """A name from `start` to `end` and what it may mean, before its numbers are dealt to it."""

    start: int
    end: int
    meanings: tuple[Named, ...]


@dataclass(slots=True)
class Dealt:
    """What belongs to one name. numbers: in order. widen_m: by a word like 旁边. also: seconds of a kind.

    begin: where the first number stood, also one that was corrected; end: where the last does.
    """

    numbers: list[Mark] = field(default_factory=list)
    widen_m: float = 0.0
    also: list[Mark] = field(default_factory=list)
    begin: int = 0
    end: int = 0


def deal(text: str, names: Sequence[Name], gazetteer: Gazetteer, in_address: bool) -> list[Dealt]:
    """Each number goes to the nearest name before it that can have it, in an address also to the one behind it."""
    dealt = [Dealt(end=name.end) for name in names]
    found = marks(text) if names else []
    found = _with_bare(text, names, found, gazetteer)
    if not found:
        return dealt
    owns = [_owned(name, gazetteer) for name in names]
    last: Dealt | None = None
    for mark in found:
        if any(name.start < mark.end and mark.start < name.end for name in names):
            continue
        if last is not None and mark.kind != "near" and _takes_second(text, names, last, mark):
            continue
        owner = _owner(text, names, owns, dealt, mark, in_address)
        if owner is not None:
            own = dealt[owner]
            own.end = mark.end
            if mark.kind == "near":
                own.widen_m = max(own.widen_m, float(mark.number))
            else:
                own.begin = own.begin or mark.start
                own.numbers.append(mark)
                last = own
    return dealt


def _with_bare(text: str, names: Sequence[Name], found: list[Mark], gazetteer: Gazetteer) -> list[Mark]:
    """The marks, and the numbers that stand without a word behind them right after a road or an estate."""
    bare = []
    for name in names:
        if text[name.end : name.end + 1].isdigit() and (said := _BARE.match(text, name.end)):
            kind = _BARE_KINDS.get(gazetteer.places[name.meanings[0].place].kind)
            if kind and not any(mark.start <= name.end < mark.end for mark in found):
                bare.append(Mark(said.start(), said.end(), kind, int(said[1])))
    return sorted([*found, *bare]) if bare else found


def _takes_second(text: str, names: Sequence[Name], own: Dealt, mark: Mark) -> bool:
    """Whether a number corrects or joins the last one of its kind, which then changes `own`."""
    last = own.numbers[-1]
    if mark.kind != last.kind or not 0 <= mark.start - last.end <= _FARTHEST_SECOND:
        return False
    if any(last.end <= name.start < mark.start for name in names):
        return False
    between = text[last.end : mark.start]
    if _SENTENCE.search(between):
        return False
    if between.endswith(_DENIED):
        return True
    if _CORRECTED.search(between) or text.endswith(_DENIED, 0, last.start):
        own.numbers[-1] = mark
    elif _JOINED.fullmatch(between):
        own.also.append(mark)
    else:
        return False
    own.end = mark.end
    return True


def _owned(name: Name, gazetteer: Gazetteer) -> frozenset[str]:
    """The kinds of number that a name can have."""
    owned = _NO_NUMBER
    for one in name.meanings:
        owned = owned | OWNS.get(gazetteer.places[one.place].kind, _NO_NUMBER)
    return owned


def _owner(
    text: str,
    names: Sequence[Name],
    owns: list[frozenset[str]],
    dealt: Sequence[Dealt],
    mark: Mark,
    in_address: bool,
) -> int | None:
    """The number in `names` of the name that a number belongs to, or None."""
    stop = _SENTENCE if in_address else _CLAUSE
    first_behind = 0
    while first_behind < len(names) and names[first_behind].end <= mark.start:
        first_behind += 1
    for number in range(first_behind - 1, -1, -1):
        last = dealt[number].end
        if last < mark.start and stop.search(text, last, mark.start):
            break
        if mark.kind == "near":
            return number if mark.start - last <= _REACH else None
        if mark.kind in owns[number] and all(own.kind != mark.kind for own in dealt[number].numbers):
            if last == mark.start:
                return number
            between = _between(text, last, mark.start, names[number + 1 : first_behind])
            if len(between) <= _REACH and not _ROAD_BETWEEN.search(between):
                return number
    if not in_address or mark.kind == "near":
        return None
    for number in range(first_behind, len(names)):
        name = names[number]
        if stop.search(text, mark.end, name.start) or name.start - mark.end > _BEHIND + _REACH:
            return None
        between = _between(text, mark.end, name.start, names[first_behind:number])
        if mark.kind in owns[number] and len(between) <= _BEHIND:
            return number
    return None


def _between(text: str, start: int, end: int, names: Sequence[Name]) -> str:
    """The Chinese characters between two positions that none of the names covers."""
    if names:
        left = (
            sign
            for place, sign in enumerate(text[start:end], start)
            if not any(name.start <= place < name.end for name in names)
        )
        return "".join(_CHINESE.findall("".join(left)))
    return "".join(_CHINESE.findall(text[start:end]))
