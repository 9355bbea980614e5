"""Which of the district's rules name a category: by its path, by one above it, or by what it asks for itself. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dispatch.domain.clocks.why import CLOCK_NAMES
from dispatch.domain.power import below
from dispatch.saying import say

KINDS: Mapping[str, str] = {
    "routing": say("条派单规则"),
    "power": say("项处罚权"),
    "police": say("项清单事项"),
    "clock": say("条时限规则"),
    "evidence": say("条照片规则"),
    "signoff": say("条签发规则"),
    "text": say("条标准话术"),
    "precedent": say("条先例"),
}
"""Kinds of rules, and how they are counted."""
_ASKED = {"evidence": "evidence_required", "signoff": "signoff_required"}


@dataclass(frozen=True, slots=True)
class Naming:
    """A rule in force, or ``times`` alike, and the path it names; ``path`` None: any category that asks for it."""

    kind: str
    says: str
    path: str | None
    times: int = 1
    asks: bool = False
    """Fits only categories that themselves ask for a picture, or a signature."""


class Asking(Protocol):
    """A category as far as rules look at it."""

    @property
    def path(self) -> str:
        """Its path."""

    @property
    def evidence_required(self) -> bool:
        """Whether it asks for a picture."""

    @property
    def signoff_required(self) -> bool:
        """Whether it asks for a signature."""


class Uses:
    """The rules in force by the path they name."""

    def __init__(self, namings: Iterable[Naming] = ()) -> None:
        self._by_path: dict[str | None, list[Naming]] = defaultdict(list)
        for each in namings:
            self._by_path[each.path].append(each)

    def of(self, category: Asking) -> list[Naming]:
        """The rules that fit a category, kind by kind."""
        above = _upwards(category.path)
        found = [
            each for path in (*above, None) for each in self._by_path.get(path, ()) if _asked(each, category)
        ]
        order = list(KINDS)
        return sorted(found, key=lambda each: order.index(each.kind))

    def orphaned(self, path: str, others: Sequence[str]) -> dict[str, int]:
        """Counted by kind: what fits a path and none of the other ones."""
        counts: dict[str, int] = defaultdict(int)
        for named in _upwards(path):
            namings = self._by_path.get(named, ())
            if namings and not any(below(each, named) for each in others):
                for each in namings:
                    counts[each.kind] += each.times
        return {kind: counts[kind] for kind in KINDS if counts[kind]}


def _upwards(path: str) -> list[str]:
    """A path and those it lies below."""
    levels = path.split("/")
    return ["/".join(levels[:depth]) for depth in range(len(levels), 0, -1)]


def _asked(naming: Naming, category: Asking) -> bool:
    return not naming.asks or bool(getattr(category, _ASKED[naming.kind]))


def said(kind: str, words: str) -> str:
    """A rule in words; of a clock, whose name stands first, what people call it."""
    if kind != "clock":
        return words
    clock, _, rest = words.partition(" ")
    return f"{CLOCK_NAMES.get(clock, clock)} {rest}"
