"""Sheets for companies outside, and what went to the police at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dispatch.domain.commands import Command
from dispatch.domain.decide import Decision, allowed, decide
from dispatch.domain.joint import JointTables, OutsideBody, Records
from dispatch.domain.ticket import State
from dispatch.errors import BadInput, Refused
from tests.unit.domain import field, joint_field

BODIES = (
    joint_field.WATER,
    OutsideBody(2, "property", "富丽花园物业", None, field.TOWN_A),
    OutsideBody(3, "property", "渔沟物业", None, field.TOWN_B),
)
TABLES = replace(field.TABLES, joint=JointTables(bodies={each.id: each for each in BODIES}))
SIGNED = field.ticket(State.SIGNED)


def done(command: Command, given: dict[str, Any], **more: Any) -> Decision:
    """A decision of the center."""
    return decide(field.case(SIGNED, command, field.IN_A, given, **{"tables": TABLES, **more}))


def test_a_sheet_has_a_day_by_the_districts_setting_unless_it_says_otherwise() -> None:
    usual = done(Command.TRANSFER_OUT, {"body": "1", "matter": "请抢修"})
    soon = done(Command.TRANSFER_OUT, {"body": "1", "matter": "请抢修", "days": 1})
    due = [each.effect.records[0].values["due_at"] - field.NOW for each in (usual, soon)]
    assert due == [timedelta(days=3), timedelta(days=1)]
    assert usual.after.state is State.SIGNED
    with pytest.raises(BadInput, match="没有这个外单位"):
        done(Command.TRANSFER_OUT, {"body": "9", "matter": "请抢修"})


def test_companies_of_another_town_are_not_offered() -> None:
    offers = allowed(field.case(SIGNED, Command.NOTE, field.IN_A, tables=TABLES))
    asked = next(each for each in offers if each.command is Command.TRANSFER_OUT)
    assert [words for _, words in asked.fields[0].choices] == ["物业 · 富丽花园物业", "供水 · 淮阴自来水公司"]


def test_an_answer_is_taken_down_once_and_says_whether_it_was_late() -> None:
    told = {"transfer": "1", "text": "已修复供水"}
    records = Records((joint_field.sheet(),))
    early = done(Command.RECORD_OUTSIDE, told, records=records)
    late = done(Command.RECORD_OUTSIDE, told, records=records, now=field.NOW + timedelta(days=4))
    assert ("late" in early.detail, late.detail["late"]) == (False, True)
    with pytest.raises(Refused, match="没有等待答复"):
        done(Command.RECORD_OUTSIDE, told, records=Records((joint_field.sheet(answered=True),)))


def test_what_is_dangerous_is_logged_and_moves_nothing() -> None:
    given = {"what": "有人持刀", "whom": "王营派出所", "phone": "110", "result": "已出警"}
    decided = done(Command.REPORT_DANGER, given)
    assert decided.after.state is State.SIGNED
    (record,) = decided.effect.records
    assert record.name == "police_handover"
    assert record.values == {**given, "center": field.CENTER_A, "person": 2, "unit": field.CENTER_A}
