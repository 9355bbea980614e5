"""Whose a ticket is: the district's decisions, returns and their rulings. Pure; listed in ``effects``."""

from typing import Any

from dispatch.domain.case import Case, Effect
from dispatch.domain.location import areas, columns
from dispatch.domain.routing import by_hand
from dispatch.domain.ticket import Placement
from dispatch.errors import BadInput
from dispatch.saying import say


def _unit_field(case: Case, name: str) -> int:
    unit = case.fields[name]
    if unit not in case.tables.units.by_id:
        raise BadInput(say("没有这个单位，请从列表中选择。"), field=name)
    return int(unit)


def decide_owner(case: Case) -> Effect:
    """The district says whose it is."""
    units, unit = case.tables.units, _unit_field(case, "unit")
    center = units.center(unit)
    town = case.ticket.town or units.by_id[unit].town
    return Effect(
        values={"unit": unit, "stream": center, "town": town},
        columns=by_hand(say("区中心研判：{why}", why=_why(case, say("派{unit}", unit=units.name(unit))))),
        detail={"unit": unit, "reason": case.fields.get("reason")},
    )


def _why(case: Case, else_: str) -> str:
    return case.fields.get("reason") or else_


def return_(case: Case) -> Effect:
    """Not ours, says its unit, and why."""
    fields = case.fields
    proposed = _unit_field(case, "proposed") if fields.get("proposed") is not None else _of_point(case)
    returned: dict[str, Any] = {
        "unit": case.ticket.unit,
        "person": case.actor.person,
        "reason": fields["reason"],
        "basis": fields["basis"],
        "proposed": proposed,
        **({"point": fields["point"]} if fields.get("point") else {}),
        **_answered_by_precedent(case),
    }
    return Effect(values={"returned": returned, "returns": case.ticket.returns + 1}, detail=returned)


def _of_point(case: Case) -> int | None:
    """The center of the town that the point lies in: whom a return with a new point means."""
    if case.fields.get("point") is None:
        return None
    location, units = case.location, case.tables.units
    center = units.center_of_town.get(location.town or "") if location is not None else None
    if center is not None and center == case.ticket.stream:
        raise BadInput(say("这个点仍在本镇街，不是属地不符；请用「改位置」。"), field="point")
    return center


def _answered_by_precedent(case: Case) -> dict[str, Any]:
    """What an earlier decision answers a return that contradicts it."""
    known = case.precedent
    if known is None or known["unit"] != case.ticket.unit:
        return {}
    return {"precedent": known["id"], "precedent_says": known["says"]}


def grant(case: Case) -> Effect:
    """The district agrees, and sends it to another unit; the first one leads until that has signed."""
    unit = _unit_field(case, "unit")
    if unit == case.ticket.unit:
        raise BadInput(say("改派的单位就是退单的单位：如不同意退单，请用「不得再退」。"), field="unit")
    units = case.tables.units
    moved, kept = _moved(case, unit)
    return Effect(
        values={
            "first_unit": case.ticket.first_unit or case.ticket.unit,
            "unit": unit,
            "stream": units.center(unit),
            "town": units.by_id[unit].town or case.ticket.town,
            **moved,
            "returned": None,
            "hops": case.ticket.hops + 1,
            "signed_by": None,
        },
        columns={
            **kept,
            **by_hand(say("区中心裁定：{why}", why=_why(case, say("改派{unit}", unit=units.name(unit))))),
        },
        detail={"unit": unit, "reason": case.fields.get("reason"), "cell": moved.get("cell")},
    )


def _moved(case: Case, unit: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The place a ruling gives the ticket, and its columns; nothing where it says nothing of the place."""
    if case.fields.get("point") is None:
        return {}, {}
    location = case.location
    if location is None or location.town is None:
        raise BadInput(say("这个点不在本区任何网格里，请在地图上重新选点，或不填新位置。"), field="point")
    town = case.tables.units.by_id[unit].town
    if town is not None and town != location.town:
        raise BadInput(say("新位置不在改派单位的镇街里：请核对位置，或改选单位。"), field="point")
    return {**areas(location), "placement": Placement.PLACED}, columns(location, placed=True)


def force(case: Case) -> Effect:
    """The district does not agree: no second return."""
    values = {"no_return": True, "returned": None, "first_unit": None}
    stays = by_hand(
        say(
            "区中心裁定不得再退，仍由{unit}办理：{reason}",
            unit=case.tables.units.name(case.ticket.unit),
            reason=case.fields["reason"],
        )
    )
    return Effect(values=values, columns=stays, detail={"reason": case.fields["reason"]})


def take_back(_: Case) -> Effect:
    """The unit keeps it after all."""
    return Effect(values={"returned": None})


def hand_up(case: Case) -> Effect:
    """A town says that it is not theirs."""
    units, reason = case.tables.units, case.fields["reason"]
    return Effect(
        values={"stream": units.district, "town": None},
        columns=by_hand(
            say("{unit}上交，由区中心定位：{reason}", unit=units.name(case.ticket.stream), reason=reason)
        ),
        detail={"reason": reason, "from": case.ticket.stream},
    )


def declare_outside(case: Case) -> Effect:
    """It lies in no town of the district."""
    district = case.tables.units.district
    return Effect(
        values={"placement": Placement.OUTSIDE, "stream": district, "town": None},
        columns=by_hand(say("地点在区外（{neighbour}），由区中心研判", neighbour=case.fields["neighbour"])),
        detail={"neighbour": case.fields["neighbour"]},
    )
