"""Between the government's platform and the police: matters cross over (移交公安, 公安移交镇街), and when they may not.

The rule (两张清单之外,谁先接到谁办):

1. A matter on one of the two published lists crosses over and is not declined.
2. A matter that is on neither crosses over with a reason, and may be declined once: then both have said that it is not
   theirs, and whoever's platform heard it first handles it. The 12345 line, a visit, a patrol: the government's; 110:
   the police's.
3. What was settled so crosses over no more. A return to the district (退单) stays possible.

``Ticket.police`` keeps who gave it over, to whom, by which item of a list or with which reason, and how it was settled.
Pure; listed in ``effects`` and ``guards``.
"""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from dispatch.domain.case import Case, Effect
from dispatch.domain.commands import Command
from dispatch.domain.power import FROM_POLICE, TO_POLICE, Listed
from dispatch.domain.routing import by_hand
from dispatch.domain.units import Unit
from dispatch.errors import BadInput
from dispatch.saying import say

_LOCAL = ZoneInfo("Asia/Shanghai")
POLICE_KINDS = frozenset({"police_station", "outpost"})


def is_police(case: Case, unit: int | None) -> bool:
    """Whether a unit is one of the police."""
    found = case.tables.units.by_id.get(unit or 0)
    return found is not None and found.kind in POLICE_KINDS


def police_units(case: Case) -> list[Unit]:
    """The police of the ticket's center, the station of its police grid first, then stations before outposts."""
    units = case.tables.units
    own = units.police_station_of_grid.get(case.ticket.police_grid or "")
    found = [
        unit
        for unit in units.by_id.values()
        if unit.kind in POLICE_KINDS and unit.center == case.ticket.stream
    ]
    return sorted(found, key=lambda unit: (unit.id != own, unit.kind != "police_station", unit.id))


def police_heard_first(case: Case) -> bool:
    """Whether it came by the police's platform."""
    return case.ticket.source in case.tables.joint.police_sources


def matters_for(case: Case) -> list[Listed]:
    """The matters in force today by which the case's command lets a ticket cross over."""
    wanted = TO_POLICE if case.command is Command.HAND_TO_POLICE else FROM_POLICE
    today = case.now.astimezone(_LOCAL).date()
    listed = case.tables.rules.grounds.police_lists
    return [each for each in listed if each.list == wanted and each.valid.holds(today)]


def police_choices(case: Case) -> list[tuple[str, str]]:
    """To which unit of the police a ticket may go."""
    return [(str(unit.id), unit.name) for unit in police_units(case)]


def matter_choices(case: Case) -> list[tuple[str, str]]:
    """The items of the list, in their words."""
    return [(str(each.id), each.matter) for each in matters_for(case)]


def hand_to_police(case: Case) -> Effect:
    """To a unit of the police."""
    unit = case.picked("police_unit")
    if unit not in {each.id for each in police_units(case)}:
        raise BadInput(say("请选择本镇街的派出所或平安前哨。"), field="police_unit")
    return _handed(case, unit)


def hand_from_police(case: Case) -> Effect:
    """To the ticket's center."""
    return _handed(case, case.ticket.stream)


def _handed(case: Case, unit: int) -> Effect:
    """The first unit leads until the other has signed, as with every passing on."""
    ticket = case.ticket
    item = _item(case)
    kept = {
        "from": ticket.unit,
        "to": unit,
        "matter": item,
        "reason": case.fields["reason"],
        "settled": None,
    }
    return Effect(
        values={
            "police": kept,
            "first_unit": ticket.first_unit or ticket.unit,
            "unit": unit,
            "hops": ticket.hops + 1,
            "signed_by": None,
        },
        columns=by_hand(f"{_SAID[case.command]}：{item or case.fields['reason']}"),
        detail={"unit": unit, "matter": item, "reason": case.fields["reason"]},
    )


_SAID = {Command.HAND_TO_POLICE: "移交公安", Command.HAND_FROM_POLICE: "公安移交镇街"}


def _item(case: Case) -> str | None:
    """The item of the published list by which it crosses over, in its words."""
    if "list_item" not in case.fields:
        return None
    wanted = case.picked("list_item")
    item = next((each for each in matters_for(case) if each.id == wanted), None)
    if item is None:
        raise BadInput(say("移交清单里没有这一项，或已经失效，请重新选择。"), field="list_item")
    return item.matter


def decline_handover(case: Case) -> Effect:
    """Neither claims it: back to the giver, whose platform heard it first; settled for good."""
    handed: Mapping[str, Any] = case.ticket.police or {}
    giver = handed["from"]
    settled = {"declined_by": case.ticket.unit, "reason": case.fields["reason"], "rule": "heard_first"}
    return Effect(
        values={"police": {**handed, "settled": settled}, "unit": giver, "first_unit": None},
        columns=by_hand(say("不在移交清单、双方都认为不归己管：由先接到诉求的平台办理")),
        detail={"unit": giver, "reason": case.fields["reason"], "rule": "heard_first"},
    )


def why_not_hand_to_police(case: Case) -> str | None:
    """Not where the police have it, nor where it was settled whose it is."""
    if is_police(case, case.ticket.unit):
        return say("工单已经在公安单位。")
    return _settled(case)


def why_not_hand_from_police(case: Case) -> str | None:
    """Only a unit of the police gives over to the center."""
    if not is_police(case, case.ticket.unit):
        return say("只有公安单位可以移交镇街。")
    return _settled(case)


def _settled(case: Case) -> str | None:
    police = case.ticket.police
    if not police or not police.get("settled"):
        return None
    return say("这件事双方都推过一次，已按「先接到的平台办理」定下，不再移交；确有争议请退单，由区中心裁定。")


def why_not_decline(case: Case) -> str | None:
    """Only what was given over, by no list, and by a platform that did hear it first, is declined."""
    police = case.ticket.police
    if not police or police.get("settled") or police.get("to") != case.ticket.unit:
        return say("没有移交给本单位的事项。")
    if police.get("matter"):
        return say("「{matter}」在移交清单内，应当接收。", matter=police["matter"])
    receiver_heard = police_heard_first(case) == is_police(case, case.ticket.unit)
    if receiver_heard:
        return say("不在移交清单、对方也认为不归己管：由先接到诉求的平台办理，就是本单位，请办理。")
    return None
