"""What the checker comes to: figures, and each violation with the invariant, its subject and the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from tests.chaos.journal import Record
from tests.chaos.observed import Observed

CellOf: TypeAlias = Callable[[float, float, int], str | None]
"""The cell at lon, lat (degrees, SRID 4326) in a boundary version, by a geometry of one's own."""

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What clients wrote down, what the database holds, and where a point lies."""

    written: Sequence[Record]
    found: Observed
    cell_of: CellOf

    def records(self, kind: type[Kind]) -> list[Kind]:
        """The records of a kind, in the order they were written."""
        return [each for each in self.written if isinstance(each, kind)]


Finding: TypeAlias = tuple[str, str]
"""What is wrong: its subject, and the evidence in a sentence."""
Invariant: TypeAlias = Callable[[Evidence], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Violation:
    """An invariant that does not hold of a subject."""

    invariant: str
    subject: str
    evidence: str

    def __str__(self) -> str:
        return f"{self.invariant}: {self.subject}: {self.evidence}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Attempts as they were made; ok, info and fail of the orders and acts that were asked for, each counted once.

    ``lost`` are those that were ok and are not there, ``twice`` those that are there more than once.
    """

    attempts: int
    ok: int
    info: int
    fail: int
    lost: int
    twice: int
    violations: tuple[Violation, ...]

    @property
    def holds(self) -> bool:
        """Whether every invariant holds."""
        return not self.violations
