"""Limits: an amount and a unit, as rules and standards state them. ``texts`` reads them, ``walk`` follows them."""

from dataclasses import dataclass
from enum import StrEnum


class LimitUnit(StrEnum):
    """What a limit counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    NATURAL_DAYS = "natural_days"


_TIMED = frozenset({LimitUnit.MINUTES, LimitUnit.HOURS, LimitUnit.WORKING_HOURS})
_OFFICE = frozenset({LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS})


@dataclass(frozen=True, slots=True)
class Limit:
    """So many of a unit. ``urgent`` (紧急): nights and holidays count, whatever the unit says."""

    amount: int
    unit: LimitUnit
    urgent: bool = False

    @property
    def counts_office(self) -> bool:
        """Whether only office hours of working days count."""
        return self.unit in _OFFICE and not self.urgent

    def may_precede(self, other: "Limit") -> bool:
        """Whether it may end before another that begins with it; told only where both count alike."""
        ours, theirs = self._minutes, other._minutes
        if ours is not None and theirs is not None:
            return ours < theirs
        return (self.unit, self.urgent) != (other.unit, other.urgent) or self.amount < other.amount

    @property
    def _minutes(self) -> int | None:
        """How long it is by the clock on the wall, where that does not depend on when it begins."""
        if self.counts_office or self.unit not in _TIMED:
            return None
        return self.amount * (1 if self.unit is LimitUnit.MINUTES else 60)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one text says: when it has to be done, and before that, when the harm has to be halted (制止)."""

    main: Limit | None
    halt: Limit | None = None
