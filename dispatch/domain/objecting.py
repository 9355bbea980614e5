"""Who speaks for a unit about its figures and its cards: the unit itself, else its center. Pure."""

from dispatch.domain.access import Actor, Role
from dispatch.domain.units import Units

OBJECTORS = frozenset({Role.TOWN_OPERATOR, Role.DUTY_LEADER, Role.DEPARTMENT_LIAISON, Role.DISTRICT_OPERATOR})


def speaks_for(actor: Actor, units: Units, unit: int) -> bool:
    """Whether somebody may answer a card given to a unit."""
    return bool({unit, units.center(unit)} & actor.units(OBJECTORS))
