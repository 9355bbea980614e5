"""What it means for a ticket that its place becomes known, was wrong, or lies in other boundaries now. Pure.

``effects`` lists these beside the other commands. The rule of new boundaries (网格换版), and why:

- A ticket lies where its point lies. Without a point it is where its words say, where they are sure of a town; else in
  the town that its former town has become, if that went into one as a whole; or that it came from, if that is back; or
  in its own, if most of that is left.
- What nobody has signed goes to its new center: nobody there has begun. Dispatched, it goes to the unit of the same
  kind in the new town, which is the one that rules would name and rulings meant, else to the center; the time to sign
  begins anew, because the new unit has not seen it before. It is no hop: nobody passed it on.
- Work in hand stays in the hands it is in: state, handlers and clocks go on, or a border drawn in an office would undo
  what somebody does in the street. Only who answers for it changes: the responsible center, and the unit where that was
  the former center itself. The former center's stream goes on telling those who work (``Ticket.former_centers``).
- A return that waits for its ruling stays with whoever returned it until the district rules: it is the district's word
  that counts. Neither taking back nor forcing makes sense any more, so ``guards`` shuts both.
- What the district answers for (undecided, sent to a department, kept) stays with the district.
"""

from collections.abc import Mapping
from typing import Any

from dispatch.domain.case import Case, Effect
from dispatch.domain.lifecycle import Party
from dispatch.domain.location import Location, areas, columns
from dispatch.domain.routing import Asked, by_hand, route
from dispatch.domain.ticket import Placement, State
from dispatch.errors import BadInput, Refused
from dispatch.saying import say

IDLE: Mapping[str, Any] = {"lead_unit": None, "lead_person": None}
"""Nobody handles it."""


def place(case: Case) -> Effect:
    """A person says where it is: it goes where the rules send it."""
    return _placed(case, _within_reach(case))


def _placed(case: Case, location: Location) -> Effect:
    ticket = case.ticket
    asked = Asked(ticket.type, ticket.urgency, case.category, ticket.source, ticket.channel, case.now)
    routed = route(asked, location, case.tables.rules, case.tables.units)
    return Effect(
        state=routed.state,
        values={
            **areas(location),
            "placement": Placement.PLACED if routed.placement is Placement.UNPLACED else routed.placement,
            "stream": routed.stream,
            "unit": routed.unit,
        },
        columns={
            **columns(location, placed=True),
            "rule_set": case.tables.rules.version,
            "routing_rule": routed.rule,
            "routing_reason": routed.reason,
        },
        detail={"cell": location.cell, "reasons": list(location.located.get("reasons", ()))},
    )


def _within_reach(case: Case) -> Location:
    """The point of the fields, resolved; a town may not place or move beyond its border."""
    if case.location is None or case.location.town is None:
        raise BadInput(say("这个点不在本区任何网格里，请在地图上重新选点。"), field="point")
    center = case.tables.units.center_of_town[case.location.town]
    if center != case.ticket.stream and Party.DISTRICT not in case.parties:
        raise Refused(
            say("选的位置不在本镇街：请用「不是本镇街」上交或退单（属地不符），由区中心处理。"), field="point"
        )
    return case.location


def relocate(case: Case) -> Effect:
    """A person says that it is elsewhere: within the town it stays as it is, elsewhere it starts anew."""
    location = _within_reach(case)
    units = case.tables.units
    center = units.center_of_town[location.town or ""]
    values = {**areas(location), "placement": Placement.PLACED}
    kept = columns(location, placed=True)
    detail = {"reason": case.fields["reason"], "cell": location.cell}
    if center == case.ticket.stream or _with_department(case):
        return Effect(values=values, columns=kept, detail=detail)
    moved = {"stream": center, "unit": center, "first_unit": None, "signed_by": None, **IDLE}
    return Effect(
        values={**values, **moved, "hops": case.ticket.hops + 1},
        columns={**kept, **by_hand(_relocated(case, center))},
        detail={**detail, "from": case.ticket.stream, "to": center},
        state=State.DISPATCHED,
        anew=True,
        end="relocated",
    )


def _relocated(case: Case, center: int) -> str:
    """Why a ticket is with another town's center now."""
    units = case.tables.units
    return say(
        "改位置：原在{unit}辖区，现归{now}（{reason}）",
        unit=units.name(case.ticket.stream),
        now=units.name(center),
        reason=case.fields["reason"],
    )


def _with_department(case: Case) -> bool:
    """Whether the ticket was sent to a department: what it has power over, it has in every town."""
    units, unit = case.tables.units, case.ticket.unit
    return unit is not None and unit != units.district and units.center(unit) == units.district


def rezone(case: Case) -> Effect:
    """The boundaries changed.

    Fields: ``version`` now in force; ``town``, where its former town leads a ticket without a point, if anywhere;
    ``settled``, whether a person has said something of the place. ``case.location``: where its point lies now, or what
    its words say now where it never was placed.

    Raises:
        Refused: nobody can be found who answers for it now; it stays as it is, and the sentence says why.
    """
    ticket, location = case.ticket, case.location
    if ticket.placement is Placement.PLACED:
        return _moved_with_its_point(case)
    if ticket.state is State.UNPLACED and location is not None:
        if location.auto and location.town is not None and not case.fields["settled"]:
            return _placed(case, location)
        return _waiting(case, location)
    return _moved(case, _town_now(case), {"boundary_version": case.fields["version"]}, {})


def _moved_with_its_point(case: Case) -> Effect:
    location = case.location
    if location is None or location.cell is None:
        raise Refused(say("它的坐标不在新版任何网格里；请在地图上重新定位"))
    edges = {"edge_m": location.edge_m, "near_edge": location.near_edge}
    return _moved(case, location.town, areas(location), edges)


def _waiting(case: Case, location: Location) -> Effect:
    """Unplaced, it goes on waiting to be placed: candidates are those of now, by whom it waits may change."""
    ticket, units = case.ticket, case.tables.units
    fresh = columns(location, placed=False)
    values: dict[str, Any] = {"boundary_version": case.fields["version"]}
    if ticket.stream == units.district:
        return Effect(values=values, columns=fresh, detail=_detail(case, values))
    town = _town_now(case, strict=False)
    center = units.center_of_town.get(town or "", units.district)
    values |= {"stream": center, "town": town if center != units.district else None}
    return Effect(values=values, columns=fresh, detail=_detail(case, values))


def _town_now(case: Case, *, strict: bool = True) -> str | None:
    """The town of a ticket without a point: what its words are sure of, else what its former town became."""
    location = case.location
    if location is not None and location.town_certain:
        return location.town
    became: str | None = case.fields["town"]
    if became is None and strict and case.ticket.town is not None:
        raise Refused(say("原镇街已拆分，工单没有坐标，分不清归哪个镇街；请定位，或由区中心改派"))
    return became


def _moved(case: Case, town: str | None, values: Mapping[str, Any], kept: Mapping[str, Any]) -> Effect:
    """The ticket in its town of now, by the rule above."""
    ticket, units = case.ticket, case.tables.units
    if town is None:
        return Effect(values=values, columns=kept, detail=_detail(case, values))
    values = {**values, "town": town}
    if ticket.stream == units.district:
        return Effect(values=values, columns=kept, detail=_detail(case, values))
    center = units.center_of_town.get(town)
    if center is None:
        raise Refused(say("新版的镇街 {town} 还没有社会治理指挥中心；请先登记中心", town=town))
    if center == ticket.stream:
        return Effect(values=values, columns=kept, detail=_detail(case, values))
    values |= {"stream": center, "signed_by": None}
    detail = _detail(case, values)
    if ticket.state is State.DISPATCHED:
        return _dispatched_anew(case, town, center, Effect(values=values, columns=kept, detail=detail))
    if ticket.unit == ticket.stream and ticket.state is not State.RETURNED:
        values |= {"unit": center}
    return Effect(values=values, columns=kept, detail=detail)


def _dispatched_anew(case: Case, town: str, center: int, effect: Effect) -> Effect:
    """To the unit of the same kind in the new town, else to its center."""
    units, ticket = case.tables.units, case.ticket
    former = units.by_id.get(ticket.unit or 0)
    unit = units.of_town.get((town, former.kind), center) if former else center
    first = None if ticket.first_unit == unit else ticket.first_unit
    reason = say("网格换版：原派{unit}，现归{now}", unit=units.name(ticket.unit), now=units.name(unit))
    return Effect(
        values={**effect.values, "unit": unit, "first_unit": first},
        columns={**effect.columns, **by_hand(reason)},
        detail={**effect.detail, "unit": unit},
        state=State.DISPATCHED,
        anew=True,
    )


def _detail(case: Case, values: Mapping[str, Any]) -> dict[str, Any]:
    """What the journal tells: the versions, the cell, and town and center where they change.

    By the town it was in before, a ticket without a point finds back when boundaries are rolled back.
    """
    ticket = case.ticket
    told: dict[str, Any] = {"former_version": ticket.boundary_version, "version": case.fields["version"]}
    told |= {"former_cell": ticket.cell, "cell": values.get("cell")}
    if values.get("town", ticket.town) != ticket.town:
        told |= {"former_town": ticket.town, "town": values["town"]}
    if values.get("stream", ticket.stream) != ticket.stream:
        told |= {"from": ticket.stream, "to": values["stream"]}
    return told
