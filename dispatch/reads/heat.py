"""The heat map: where tickets came from, step by step, and which they are. One ``Heat`` per process.

Everybody reads as their units, through row security: a town counts its own tickets, the district all. Picture and list
ask the same question with the same rights, so that a number and its tickets cannot differ. A picture is made once a
minute for all who read alike; which tickets it counts may change afterwards only by what is done to them (one that is
placed anew moves, one that is closed is not open).
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.access import Actor, readers, unit_token
from dispatch.domain.heat import WALL_DISTRICT_M, WALL_FLOOR, WALL_TOWN_M, Span, Wanted, steps_of
from dispatch.domain.units import Units
from dispatch.reads.reach import reach
from dispatch.reads.shelf import Shelf
from dispatch.store import directory
from dispatch.store import heat as store
from dispatch.store.database import Database, Tx
from dispatch.store.heat import Behind, Counted, Plane
from dispatch.store.wall import moment
from gis.hexagons import Lattice, lattice_about

KEPT_SECONDS = 60.0
PAGE = 50
_MIDDLE_OF_CHINA = (105.0, 35.0)
"""Where hexagons are counted from while no boundaries are in force, and hardly any ticket has a place."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody looks at: a while, hexagons of a width, which tickets."""

    span: Span
    width_m: int
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it travels, and a digest of its content."""

    body: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with who asks it: the tokens they read as, whether places are villages, the fewest that are told."""

    question: Question
    tokens: frozenset[str]
    by_village: bool
    floor: int = 1


class Heat:
    """Makes pictures, and lists what is behind their numbers."""

    def __init__(self, database: Database, units: Callable[[], Units], shelf: Shelf | None = None) -> None:
        self._database = database
        self._units = units
        self._shelf = shelf or Shelf()
        self._lattice: tuple[int | None, Lattice] | None = None

    async def picture(self, actor: Actor, question: Question) -> Picture:
        """What a person sees."""
        return await self._kept(_Asked(question, _tokens(actor), self._by_village(actor)))

    async def of_wall(self, unit: int) -> Picture:
        """What a screen of a unit shows: a week by days, coarser, and no number that a few callers make up."""
        is_district = unit == self._units().district
        question = Question(Span.WEEK, WALL_DISTRICT_M if is_district else WALL_TOWN_M, Wanted())
        asked = _Asked(question, frozenset({unit_token(unit)}), by_village=not is_district, floor=WALL_FLOOR)
        return await self._kept(asked)

    async def behind(self, actor: Actor, question: Question, which: Behind) -> dict[str, Any]:
        """The tickets behind a number of a picture, the newest first; ``next`` is where the next page begins."""
        async with self._database.reader(_tokens(actor)) as tx:
            at, version = await moment(tx)
            counted = await self._counted(tx, question, at, version, by_village=self._by_village(actor))
            found = await store.behind(tx, counted, which)
        page = found["tickets"][: which.most - 1]
        more = len(found["tickets"]) == which.most
        return found | {"tickets": page, "next": page[-1]["id"] if more else None}

    async def _kept(self, asked: _Asked) -> Picture:
        kept: Picture = await self._shelf.get(asked, KEPT_SECONDS, lambda: self._make(asked))
        return kept

    async def _make(self, asked: _Asked) -> Picture:
        async with self._database.reader(asked.tokens) as tx:
            at, version = await moment(tx)
            counted = await self._counted(tx, asked.question, at, version, by_village=asked.by_village)
            found = await store.picture(tx, counted, asked.floor)
        steps, plane = counted.steps, counted.plane
        told = {
            "since": steps.since.isoformat(),
            "until": steps.until.isoformat(),
            "seconds": steps.seconds,
            "width_m": plane.width_m,
            "floor": asked.floor,
            "lattice": {name: getattr(plane, name) for name in ("lon", "lat", "east_m", "north_m")},
            **found,
        }
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        return Picture(body, hashlib.sha256(body).hexdigest()[:20])

    async def _counted(
        self, tx: Tx, question: Question, at: datetime, version: int | None, *, by_village: bool
    ) -> Counted:
        lattice = await self._lattice_of(tx, version)
        plane = Plane(*lattice, question.width_m)
        return Counted(steps_of(question.span, at), plane, question.wanted, by_village)

    async def _lattice_of(self, tx: Tx, version: int | None) -> Lattice:
        """The lattice about the middle of the district, looked up once for each boundary version."""
        if self._lattice is None or self._lattice[0] != version:
            bounds = await directory.bounds(tx, version, None) if version is not None else None
            self._lattice = version, lattice_about(*(_middle(bounds) if bounds else _MIDDLE_OF_CHINA))
        return self._lattice[1]

    def _by_village(self, actor: Actor) -> bool:
        return not reach(actor.memberships, self._units()).everywhere


def page_before(
    hexagon: tuple[int, int] | None, place: str | None, step: int | None, before: int | None
) -> Behind:
    """Which number of a picture, and which page of its tickets: one more than a page tells whether there are more."""
    return Behind(hexagon, place, step, before, PAGE + 1)


def _tokens(actor: Actor) -> frozenset[str]:
    """What a person reads as for their units; what is theirs alone would make a picture of each person's own."""
    assert actor.person is not None
    held: Iterable[str] = readers(actor.person, actor.memberships)
    return frozenset(token for token in held if token.startswith("unit:"))


def _middle(bounds: list[float]) -> tuple[float, float]:
    west, south, east, north = bounds
    return (west + east) / 2, (south + north) / 2
