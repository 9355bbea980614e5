"""The reason a ticket carries says why it is with whom it is now, and names a rule only where one sent it."""

from __future__ import annotations

from typing import Any

import pytest

from dispatch.domain.access import HOTLINE, Actor
from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.ticket import Placement, State, Ticket
from tests.unit.domain import field
from tests.unit.domain.field import AT_DISTRICT, CENTER_A, CENTER_B, DISTRICT, IN_A, TOWN_A, TOWN_B

POINT = {"point": {"lon": 119.15, "lat": 33.65, "datum": "wgs84"}}
RETURNED = {"prior": State.DISPATCHED, "returned": {"unit": CENTER_A}}
WAITING = {"town": TOWN_A, "unit": None, "placement": Placement.UNPLACED}


def columns(ticket: Ticket, command: Command, actor: Actor, fields: Any, **more: Any) -> dict[str, Any]:
    """What a command changes of a ticket that a rule had sent."""
    return dict(decide(field.case(ticket, command, actor, fields, **more)).changes)


@pytest.mark.parametrize(
    ("ticket", "command", "actor", "fields", "where", "says"),
    [
        (
            *(field.ticket(), Command.RELOCATE, AT_DISTRICT, {**POINT, "reason": "地图点错"}, TOWN_B),
            "改位置：原在王家营街道社会治理指挥中心辖区，现归渔沟镇社会治理指挥中心（地图点错）",
        ),
        (
            *(
                field.ticket(State.RETURNED, **RETURNED),
                Command.FORCE,
                AT_DISTRICT,
                {"reason": "在你辖区"},
                None,
            ),
            "区中心裁定不得再退，仍由王家营街道社会治理指挥中心办理：在你辖区",
        ),
        (
            *(field.ticket(State.RETURNED, **RETURNED), Command.GRANT, AT_DISTRICT, {"unit": CENTER_B}, None),
            "区中心裁定：改派渔沟镇社会治理指挥中心",
        ),
        (
            *(field.ticket(State.UNPLACED, **WAITING), Command.HAND_UP, IN_A, {"reason": "不在本街道"}, None),
            "王家营街道社会治理指挥中心上交，由区中心定位：不在本街道",
        ),
        (
            *(field.ticket(State.UNPLACED, stream=DISTRICT, unit=None, town=None), Command.DECLARE_OUTSIDE),
            *(AT_DISTRICT, {"neighbour": "清江浦区"}, None),
            "地点在区外（清江浦区），由区中心研判",
        ),
        (
            *(field.ticket(State.HANDED_BACK, stream=DISTRICT, unit=None, town=None), Command.REDO, HOTLINE),
            *({"reason": "不同意退回"}, None),
            "上级要求重办，此前没有派出：由淮阴区社会治理指挥中心办理",
        ),
    ],
)
def test_whoever_sends_it_on_says_why_and_no_rule_is_named_any_more(
    ticket: Ticket, command: Command, actor: Actor, fields: Any, where: str | None, says: str
) -> None:
    changed = columns(ticket, command, actor, fields, location=field.at(where) if where else None)
    assert (changed["routing_reason"], changed["routing_rule"]) == (says, None)


@pytest.mark.parametrize(
    ("ticket", "command", "actor", "fields", "where"),
    [
        (field.ticket(), Command.RELOCATE, IN_A, {**POINT, "reason": "挪几米"}, TOWN_A),
        (field.ticket(State.REPLIED), Command.REDO, HOTLINE, {"reason": "不满意"}, None),
        (field.ticket(State.RETURNED, **RETURNED), Command.TAKE_BACK, IN_A, {}, None),
    ],
)
def test_what_stays_with_its_unit_keeps_the_reason_it_came_by(
    ticket: Ticket, command: Command, actor: Actor, fields: Any, where: str | None
) -> None:
    changed = columns(ticket, command, actor, fields, location=field.at(where) if where else None)
    assert not {"routing_reason", "routing_rule"} & set(changed)


def test_what_is_placed_names_the_rule_and_version_that_sent_it() -> None:
    ticket = field.ticket(State.UNPLACED, stream=DISTRICT, unit=None, town=None, placement=Placement.UNPLACED)
    changed = columns(ticket, Command.PLACE, AT_DISTRICT, POINT, location=field.at(TOWN_B))
    assert (changed["rule_set"], changed["routing_rule"]) == (7, 30)
    assert changed["routing_reason"] == "规则 30 第 7 版「规则30」：依据"
