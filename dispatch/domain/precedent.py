"""Precedents: whose a place's matters are, by an earlier decision of the district. Pure: which fit a ticket, how well.

A precedent speaks of a place of the gazetteer (road, river bank, estate), of a cell, or of a drawn area, and of a
category with what lies below it. The nearer its place and the closer its category, the more it says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dispatch.domain.power import below
from dispatch.saying import say

SAME_PLACE, NEAR, SAME_CELL = 0, 1, 2
"""How a precedent's place is the ticket's; the lower, the better."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision is about: the ticket's place as far as it is known, and its category path."""

    path: str | None
    place: int | None
    place_name: str | None
    cell: str | None
    cell_name: str | None
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class Precedent:
    """One precedent in force; ``metres`` from the ticket to its place, 0 within it, None where that is not known."""

    id: int
    place: int | None
    cell: str | None
    name: str
    category: str
    unit: int
    reason: str
    valid_from: datetime
    metres: float | None


@dataclass(frozen=True, slots=True)
class Fit:
    """A precedent that speaks of a ticket, and how its place is the ticket's."""

    precedent: Precedent
    how: int

    @property
    def why(self) -> str:
        """How it is like the ticket, in words."""
        precedent = self.precedent
        if self.how == SAME_PLACE:
            return say("同一地点「{name}」", name=precedent.name)
        if self.how == SAME_CELL:
            return say("同一网格「{name}」", name=precedent.name)
        return (
            say("距「{name}」{metres} 米", name=precedent.name, metres=round(precedent.metres or 0))
            if precedent.metres
            else say("在「{name}」内", name=precedent.name)
        )


def fits(ground: Ground, precedents: Sequence[Precedent], near_m: float) -> list[Fit]:
    """The precedents that speak of such a ground, the one that says most first."""
    found = [
        Fit(each, how)
        for each in precedents
        if ground.path is not None and below(ground.path, each.category)
        for how in [_how(ground, each, near_m)]
        if how is not None
    ]
    return sorted(
        found,
        key=lambda fit: (
            *(fit.how, -fit.precedent.category.count("/"), fit.precedent.metres or 0.0),
            -fit.precedent.valid_from.timestamp(),
        ),
    )


def _how(ground: Ground, precedent: Precedent, near_m: float) -> int | None:
    if precedent.place is not None and precedent.place == ground.place:
        return SAME_PLACE
    if precedent.cell is not None:
        return SAME_CELL if precedent.cell == ground.cell else None
    return NEAR if precedent.metres is not None and precedent.metres <= near_m else None


def says(fit: Fit, unit_name: str) -> str:
    """A precedent in one sentence: where, what, whose, and why."""
    precedent = fit.precedent
    return say(
        "已有先例（{why}）：{category}由{unit}办理。依据：{reason}",
        why=fit.why,
        category=precedent.category,
        unit=unit_name,
        reason=precedent.reason,
    )


PLACE, CELL, NO = "place", "cell", "no"


def kept_as(choice: str | None, ground: Ground) -> str:
    """What a decision is kept as: what was chosen, else the narrowest that is known; no where nothing is."""
    if ground.path is None or choice == NO:
        return NO
    if choice in (None, PLACE) and ground.place is not None:
        return PLACE
    return CELL if ground.cell is not None else NO


def came_back(trail: Sequence[int]) -> bool:
    """Whether the last unit of a trail had the ticket before, and another between (甲 → 乙 → 甲)."""
    return len(trail) > 2 and trail[-1] in trail[:-1]


def alarm(trail: Sequence[int], hops: int, limit: int) -> str | None:
    """Why a ticket's way from unit to unit needs attention: ``came_back``, ``hops``, or not at all."""
    if came_back(trail):
        return "came_back"
    return "hops" if hops >= limit else None
