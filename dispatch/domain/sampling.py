"""Look-back (回头看) is drawn so that anybody can draw it again: from a seed that was committed to beforehand. Pure.

Before the period begins the SHA-256 of the method with its seed is published. After its end the seed is told, the
tickets of each stratum are ordered by SHA-256 of seed and number, and the first so many are looked at.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

METHODS = {"town": "按镇街分层", "town_category": "按镇街和诉求大类分层"}


@dataclass(frozen=True, slots=True)
class Plan:
    """A period's method. ``share`` of each stratum, 0 to 1, but at least ``least`` of it."""

    name: str
    since: datetime
    until: datetime
    method: str
    share: float
    least: int


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One ticket of the population, with its stratum."""

    stratum: str
    number: str
    ticket: int


def committed(plan: Plan, seed: str) -> str:
    """The text whose digest is the commitment: everything that decides the sample, a line each."""
    return "\n".join(
        (
            plan.name,
            plan.since.astimezone(UTC).isoformat(),
            plan.until.astimezone(UTC).isoformat(),
            plan.method,
            repr(plan.share),
            str(plan.least),
            seed,
        )
    )


def commitment(plan: Plan, seed: str) -> str:
    """What is published before the period begins."""
    return hashlib.sha256(committed(plan, seed).encode()).hexdigest()


def stratum_of(method: str, town: str | None, path: str | None) -> str:
    """The stratum a ticket is drawn in."""
    where = town or "区级"
    return where if method == "town" else f"{where}/{(path or '未分类').split('/')[0]}"


def sample(plan: Plan, seed: str, population: Iterable[Member]) -> list[Member]:
    """The tickets to look at, by stratum and in their order."""
    strata: dict[str, list[Member]] = defaultdict(list)
    for member in population:
        strata[member.stratum].append(member)
    return [each for name in sorted(strata) for each in _drawn(plan, seed, strata[name])]


def _drawn(plan: Plan, seed: str, members: Sequence[Member]) -> list[Member]:
    most = min(len(members), max(plan.least, math.ceil(plan.share * len(members))))
    return sorted(members, key=lambda each: (_place(seed, each.number), each.number))[:most]


def _place(seed: str, number: str) -> str:
    return hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()
