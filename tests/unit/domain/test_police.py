"""Between the platform of the government and that of the police: lists, reasons, and who heard it first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dispatch.domain.case import Tables
from dispatch.domain.commands import Command
from dispatch.domain.decide import allowed, decide
from dispatch.domain.power import Grounds, Listed, Span
from dispatch.domain.ticket import State, Ticket
from dispatch.errors import BadInput, Refused
from tests.unit.domain import field, joint_field

LISTS = (
    Listed(1, "to_police", "赌博、打架斗殴", None, Span(date(2026, 1, 1))),
    Listed(2, "from_police", "噪声扰民(装修)", None, Span(date(2026, 1, 1))),
    Listed(3, "to_police", "早已取消的事项", None, Span(date(2025, 1, 1), date(2026, 1, 1))),
)
TABLES: Tables = replace(
    joint_field.TABLES, rules=replace(joint_field.TABLES.rules, grounds=Grounds(police_lists=LISTS))
)
TO_POLICE = {"police_unit": str(field.POLICE_A), "reason": "涉嫌寻衅滋事"}
BY_110 = "huaiyin-110"


def after(ticket: Ticket, command: Command, actor: Any, given: dict[str, Any]) -> Ticket:
    """The ticket after a step."""
    return decide(field.case(ticket, command, actor, given, tables=TABLES)).after


def test_a_matter_goes_to_the_police_and_the_first_unit_leads_until_they_sign() -> None:
    ticket = after(field.ticket(State.SIGNED), Command.HAND_TO_POLICE, field.IN_A, TO_POLICE)
    assert (ticket.state, ticket.unit, ticket.first_unit, ticket.hops) == (
        State.DISPATCHED,
        field.POLICE_A,
        field.CENTER_A,
        1,
    )
    assert {f"unit:{field.POLICE_A}", f"unit:{field.CENTER_A}"} <= ticket.audience
    assert after(ticket, Command.SIGN, field.POLICE, {}).state is State.SIGNED


def test_what_is_on_the_list_is_not_declined() -> None:
    given = {**TO_POLICE, "list_item": "1"}
    ticket = after(field.ticket(State.SIGNED), Command.HAND_TO_POLICE, field.IN_A, given)
    with pytest.raises(Refused, match="赌博、打架斗殴」在移交清单内，应当接收"):
        after(ticket, Command.DECLINE_HANDOVER, field.POLICE, {"reason": "不归我管"})


@pytest.mark.parametrize("item", ["2", "3", "99"])
def test_only_a_matter_in_force_on_the_right_list_counts(item: str) -> None:
    with pytest.raises(BadInput) as refused:
        after(
            field.ticket(State.SIGNED), Command.HAND_TO_POLICE, field.IN_A, {**TO_POLICE, "list_item": item}
        )
    assert refused.value.field == "list_item"


def test_where_both_decline_the_platform_that_heard_it_first_handles_it() -> None:
    handed = after(field.ticket(State.SIGNED), Command.HAND_TO_POLICE, field.IN_A, TO_POLICE)
    back = after(handed, Command.DECLINE_HANDOVER, field.POLICE, {"reason": "属城管职责"})
    assert (back.state, back.unit, back.first_unit) == (State.SIGNED, field.CENTER_A, None)
    with pytest.raises(Refused, match="先接到的平台办理"):
        after(back, Command.HAND_TO_POLICE, field.IN_A, TO_POLICE)


def test_what_came_by_110_stays_with_the_police_where_both_decline() -> None:
    heard = field.ticket(State.SIGNED, source=BY_110, order_no=None, unit=field.POLICE_A)
    handed = after(heard, Command.HAND_FROM_POLICE, field.POLICE, {"reason": "装修噪声"})
    assert handed.unit == field.CENTER_A
    back = after(handed, Command.DECLINE_HANDOVER, field.IN_A, {"reason": "夜间扰民归公安"})
    assert (back.state, back.unit) == (State.SIGNED, field.POLICE_A)
    again = replace(heard, unit=field.CENTER_A)
    to_them = after(again, Command.HAND_TO_POLICE, field.IN_A, TO_POLICE)
    with pytest.raises(Refused, match="就是本单位"):
        after(to_them, Command.DECLINE_HANDOVER, field.POLICE, {"reason": "不归我管"})


def test_what_the_hotline_heard_is_the_centers_where_the_police_give_it_over() -> None:
    handed = after(
        field.ticket(State.SIGNED, unit=field.POLICE_A),
        Command.HAND_FROM_POLICE,
        field.POLICE,
        {"reason": "不属警情"},
    )
    with pytest.raises(Refused, match="先接到诉求的平台办理"):
        after(handed, Command.DECLINE_HANDOVER, field.IN_A, {"reason": "不归我管"})


def test_the_form_names_the_units_of_the_police_and_the_matters_in_force() -> None:
    offers = allowed(field.case(field.ticket(State.SIGNED), Command.NOTE, field.IN_A, tables=TABLES))
    asked = {
        each.name: each.choices
        for offer in offers
        if offer.command is Command.HAND_TO_POLICE
        for each in offer.fields
    }
    assert asked["police_unit"] == ((str(field.POLICE_A), "王营派出所"),)
    assert asked["list_item"] == (("1", "赌博、打架斗殴"),)
    with pytest.raises(BadInput, match="本镇街"):
        after(
            field.ticket(State.SIGNED), Command.HAND_TO_POLICE, field.IN_A, {**TO_POLICE, "police_unit": "6"}
        )
