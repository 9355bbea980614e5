"""How far a person's directory goes: their centers and towns, or the whole district. Used by the reads here."""

from collections.abc import Iterable
from dataclasses import dataclass

from dispatch.domain.access import ADMINISTRATORS, Membership
from dispatch.domain.units import DISTRICT_CENTER, Unit, Units


@dataclass(frozen=True, slots=True)
class Reach:
    """The centers and towns a person works for; ``everywhere`` for people of the district's center."""

    everywhere: bool
    centers: frozenset[int]
    towns: frozenset[str]
    home: Unit | None

    def covers(self, town: str | None) -> bool:
        """Whether the person works for a town (or for all of them)."""
        return self.everywhere or town in self.towns


def reach(memberships: Iterable[Membership], units: Units) -> Reach:
    """The reach of a person's memberships; administrators of the system reach no town."""
    held = [units.by_id[each.unit] for each in sorted(memberships) if each.unit in units.by_id]
    working = {each.unit for each in memberships if each.role not in ADMINISTRATORS}
    working_units = [unit for unit in held if unit.id in working]
    centers = frozenset(unit.center for unit in working_units)
    towns = frozenset(
        town for center in centers if (town := units.by_id[center].town) is not None
    ) | frozenset(unit.town for unit in working_units if unit.town is not None)
    everywhere = any(unit.kind == DISTRICT_CENTER for unit in working_units)
    home = next((unit for unit in working_units if unit.id == unit.center), None)
    return Reach(everywhere, centers, towns, home or next(iter(working_units or held), None))
