"""What is found out about a place later leaves the coordinate as it was pushed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dispatch.domain.commands import Command
from dispatch.domain.decide import decide
from dispatch.domain.location import columns, pushed
from dispatch.domain.messages import Fault, Message, parse
from dispatch.domain.profile import Profile
from dispatch.domain.receive import receive
from dispatch.domain.ticket import Placement, State
from tests.unit.domain import field
from tests.unit.domain.field import TOWN_A, case

PLAIN = Profile({name: name for name in ("order_no", "content", "category")}, {})
PUSHED = {"raw_lon": 119.0554, "raw_lat": 33.6485, "datum": "gcj02"}


@pytest.mark.parametrize(
    ("command", "state", "more"),
    [(Command.PLACE, State.UNPLACED, {}), (Command.RELOCATE, State.DISPATCHED, {"reason": "不在这里"})],
)
def test_a_picked_point_does_not_overwrite_it(command: Command, state: State, more: dict[str, Any]) -> None:
    ticket = field.ticket(state=state)
    picked = field.at(TOWN_A, raw_lon=119.05, raw_lat=33.65, datum="wgs84")
    asked = replace(case(ticket, command, field.AT_DISTRICT, {"point": {}, **more}), location=picked)
    changes = decide(asked).changes
    assert changes["cell"] == field.CELL_A
    assert not set(PUSHED) & set(changes)


def test_it_is_kept_even_where_the_place_is_not_sure() -> None:
    found = field.at(TOWN_A, auto=False, **PUSHED)
    assert pushed(found) == PUSHED
    assert columns(found, placed=False)["lon"] is None


def test_what_is_wrong_with_it_is_told_to_whoever_pushed_it() -> None:
    warning = Fault("datum", "不支持坐标系“西安80”")
    message = parse({name: name for name in PLAIN.names}, PLAIN)
    assert isinstance(message, Message)
    located = field.at(TOWN_A, warnings=(warning,))
    received = receive(9, message, located, "s", "JY1", field.TABLES, field.NOW)
    assert received.row["placement"] is Placement.PLACED
    assert [each.field for each in received.warnings] == ["datum", "category"]
