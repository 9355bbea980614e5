"""Units and the tables a decision reads them from. Built by ``store.world``; swapped whole when they change."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DISTRICT_CENTER = "district_center"
TOWN_CENTER = "town_center"
CENTERS = frozenset({DISTRICT_CENTER, TOWN_CENTER})


@dataclass(frozen=True, slots=True)
class Unit:
    """Anybody a ticket can be sent to. ``center`` is the unit id of its responsible center (its own, for a center)."""

    id: int
    kind: str
    name: str
    center: int
    town: str | None
    village: str | None
    police_grid: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Units:
    """All units, and the ways decisions look them up."""

    by_id: Mapping[int, Unit]
    district: int
    center_of_town: Mapping[str, int]
    station_of_village: Mapping[str, int]
    of_town: Mapping[tuple[str, str], int]
    """(town code, unit kind) → unit, for kinds of which a town has one (the lowest id where it has several)."""
    police_station_of_grid: Mapping[str, int]
    outpost_of_grid: Mapping[str, int] = field(default_factory=dict)
    """An outpost of each police grid that has one; the lowest id where it has several."""

    def center(self, unit: int) -> int:
        """The responsible center of a unit."""
        return self.by_id[unit].center

    def has_no_desk(self, unit: int | None) -> bool:
        """Whether nobody sits at a screen of this unit, so that it is told of what it is sent."""
        return unit is not None and self.by_id[unit].kind not in (*CENTERS, "service_center")

    def name(self, unit: int | None) -> str:
        """A unit's name; empty for none."""
        return self.by_id[unit].name if unit is not None and unit in self.by_id else ""
