"""What a heat map counts, as rows. Called by ``reads.heat``, in the scope of who looks."""

from dataclasses import dataclass
from typing import Any

from dispatch.domain.heat import Steps, Wanted
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("heat")


@dataclass(frozen=True, slots=True)
class Plane:
    """Hexagons of a width in metres: their origin in degrees, and how many metres a degree there is long."""

    lon: float
    lat: float
    east_m: float
    north_m: float
    width_m: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the while in steps, on which plane, of which tickets, by which places."""

    steps: Steps
    plane: Plane
    wanted: Wanted
    by_village: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """Which number: of a hexagon, of a place (``"none"``: of no place), in a step; None for all. ``before``: a page."""

    hexagon: tuple[int, int] | None
    place: str | None
    step: int | None
    before: int | None
    most: int


async def picture(tx: Tx, counted: Counted, floor: int) -> dict[str, Any]:
    """The counts; ``floor``: the fewest that are told of a hexagon in a step."""
    await tx.execute(SQL.once_each)
    found: dict[str, Any] = await tx.fetchval(SQL.picture, *_values(counted), floor)
    return found


async def behind(tx: Tx, counted: Counted, which: Behind) -> dict[str, Any]:
    """The tickets behind a number, and what all of them are."""
    east, north = which.hexagon or (None, None)
    await tx.execute(SQL.once_each)
    found: dict[str, Any] = await tx.fetchval(
        SQL.behind, *_values(counted), east, north, which.place, which.step, which.before, which.most
    )
    return found


def _values(counted: Counted) -> tuple[Any, ...]:
    steps, plane, wanted = counted.steps, counted.plane, counted.wanted
    return (
        *(steps.since, steps.until, steps.seconds, steps.count),
        *(plane.lon, plane.lat, plane.east_m, plane.north_m, float(plane.width_m)),
        *(wanted.branch, wanted.urgency, wanted.only_open, counted.by_village),
    )
