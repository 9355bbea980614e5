"""Leaving a post: what an open ticket gave to a person by name goes on to a successor, or back to the unit. Pure."""

from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.domain.ticket import Assignment


def relieve(case: Case) -> Effect:
    """The part of ``person`` ends; ``successor``, who has a post in the unit, takes it over, or the unit as such does.

    A co-handler who had replied only ends: their reply stands, nobody owes it any more.
    """
    person, successor = case.fields.get("person"), case.fields.get("successor")
    part = next((each for each in case.ticket.assignments if each.person and each.person == person), None)
    if part is None:
        return _unassigned(case, person, successor)
    heir = _heir(case, part.unit, successor)
    detail = {"person": person, "unit": part.unit, "part": part.part, "successor": heir}
    opened = (NewAssignment(part.part, part.unit, heir, None),) if _goes_on(case, part, heir) else ()
    values = {"lead_person": heir} if part.part == "lead" else {}
    return Effect(values=values, end_one=part.id, open=opened, detail=detail)


def _unassigned(case: Case, person: int | None, successor: int | None) -> Effect:
    """Who answered at the desk leads without an assignment."""
    unit = case.ticket.lead_unit
    if person is None or unit is None or case.ticket.lead_person != person:
        return Effect()
    heir = _heir(case, unit, successor)
    detail = {"person": person, "unit": unit, "part": "lead", "successor": heir}
    return Effect(values={"lead_person": heir}, detail=detail)


def _heir(case: Case, unit: int, successor: int | None) -> int | None:
    """The successor, where they work for the unit and have no part in this ticket yet."""
    if successor is None or unit not in case.members.get(successor, frozenset()):
        return None
    return None if any(each.person == successor for each in case.ticket.assignments) else successor


def _goes_on(case: Case, part: Assignment, heir: int | None) -> bool:
    """Whether somebody takes the part over: the lead always; a co-handler's where it is owed and not held twice."""
    if part.part == "lead":
        return True
    held = heir is None and any(
        each.person is None and each.unit == part.unit for each in case.ticket.assignments
    )
    return not part.replied and not held
