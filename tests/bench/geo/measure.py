"""What came out: rates with their numerators and denominators, for all questions and by noise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from gis.match import Match
from tests.bench.geo.questions import Question

FINE: Final = frozenset({"house", "building", "poi", "estate", "intersection"})
THRESHOLDS: Final = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99)


class Rate(NamedTuple):
    """n of all; a rate of nothing is None."""

    n: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, or None where there is nothing to share."""
        return self.n / self.of if self.of else None

    def __str__(self) -> str:
        return "–" if self.value is None else f"{self.value:.2%} ({self.n}/{self.of})"


Pair = tuple[Question, Match]


def rate(pairs: Iterable[Pair], good: Callable[[Question, Match], bool]) -> Rate:
    """How many of the pairs are good."""
    told = [good(question, match) for question, match in pairs]
    return Rate(sum(told), len(told))


def right_cell(question: Question, match: Match) -> bool:
    """The cell is the true one."""
    return match.cell is not None and match.cell == question.cell


def right_town(question: Question, match: Match) -> bool:
    """The town is the true one; a road that runs through several has none to be right about."""
    return question.town is None or match.town == question.town


def hit(question: Question, match: Match) -> bool:
    """The first candidate is the place that was meant."""
    return bool(match.candidates) and match.candidates[0].place == question.place


def summary(pairs: Sequence[Pair]) -> dict[str, Rate]:
    """The figures the targets speak of."""
    there = [pair for pair in pairs if pair[0].kind != "nothing"]
    fine = [pair for pair in there if pair[0].kind in FINE]
    matched = [pair for pair in fine if pair[1].matched]
    auto = [pair for pair in fine if pair[1].auto]
    nothing = [pair for pair in pairs if pair[0].kind == "nothing"]
    typo = [pair for pair in fine if pair[0].noise.startswith("typo")]
    short = [pair for pair in there if pair[0].short]
    return {
        "match": rate(there, lambda _, match: match.matched),
        "town": rate(matched, right_town),
        "cell": rate(matched, right_cell),
        "hit_1": rate(there, hit),
        "auto_share": rate(fine, lambda _, match: match.auto),
        "auto_cell": rate(auto, right_cell),
        "auto_town": rate(auto, right_town),
        "typo": rate(typo, right_cell),
        "short_unique": rate([pair for pair in short if pair[0].unique], hit),
        "short_asked": rate([pair for pair in short if not pair[0].unique], lambda _, match: not match.auto),
        "nothing_auto": rate(nothing, lambda _, match: match.auto),
        "nothing_matched": rate(nothing, lambda _, match: match.matched),
        "all_auto_cell": rate([pair for pair in pairs if pair[1].auto], right_cell),
    }


def by(pairs: Sequence[Pair], key: Callable[[Question], str]) -> dict[str, dict[str, Rate]]:
    """The figures of each group."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[key(pair[0])].append(pair)
    return {name: summary(found) for name, found in sorted(groups.items())}


def at_thresholds(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Coverage and precision of automatic placing at each threshold of P(cell), of house, building, POI, crossing."""
    fine = [pair for pair in pairs if pair[0].kind in FINE]
    rows = []
    for threshold in THRESHOLDS:
        placed = [
            pair for pair in fine if pair[1].p_cell >= threshold and pair[1].level not in ("town", "none")
        ]
        rows.append(
            {
                "threshold": threshold,
                "coverage": Rate(len(placed), len(fine)),
                "cell": rate(placed, right_cell),
                "town": rate(placed, right_town),
            }
        )
    return rows
