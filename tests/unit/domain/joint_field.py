"""The field of ``field`` for handling together: tickets, tables, records that shut none of its steps. Pure values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dispatch.domain.commands import Command
from dispatch.domain.joint import (
    EnforcementCase,
    JointTables,
    OutsideBody,
    OutsideTransfer,
    Records,
)
from dispatch.domain.ticket import Assignment, State, Ticket
from tests.unit.domain import field

WATER = OutsideBody(1, "water", "淮阴自来水公司", "96889", None)
TABLES = replace(
    field.TABLES, joint=JointTables(bodies={1: WATER}, police_sources=frozenset({"huaiyin-110"}))
)
PARENT = 9
WORDS: dict[str, Any] = {
    "body": "1",
    "transfer": "1",
    "matter": "请抢修爆管",
    "what": "有人持刀",
    "whom": "王营派出所 李警官",
    "phone": "110",
    "clue": "占道经营屡劝不改",
    "case_unit": str(field.DEPARTMENT),
    "case": "1",
    "case_no": "淮阴综执〔2026〕12号",
    "officer": "赵一",
    "second_officer": "钱二",
    "next_on": "2026-12-01",
    "full_record": "执法记录仪 A12",
    "decision_on": "2026-11-20",
    "published_on": "2026-12-01",
    "police_unit": str(field.POLICE_A),
    "parent": PARENT,
    "reply": "已立案调查,有进展即告知您",
}
FOLLOWED: dict[str, Any] = {
    "answer": {"person": 4, "done": "已修好"},
    "lead_unit": field.STATION_A,
    "lead_person": 4,
    "reply": "已修好",
    "how_closed": "solved",
    "number": "261124-000009",
}
TOLD = {"child": 1, "number": "261124-000001", "callers": 1}


def sheet(*, answered: bool = False) -> OutsideTransfer:
    """A sheet for the water company."""
    due = field.NOW + timedelta(days=3)
    return OutsideTransfer(1, 1, "请抢修爆管", due, field.NOW if answered else None)


def clue(state: str = "referred", **more: Any) -> EnforcementCase:
    """A clue, or the case it became."""
    return EnforcementCase(1, state, field.POLICE_A, "占道经营", **more)


def whole(**more: Any) -> EnforcementCase:
    """A case that lacks nothing."""
    stands: dict[str, Any] = {
        "case_no": "12号",
        "officers": ("赵一", "钱二"),
        "full_record": "记录仪 A12",
        "decision": "罚款二百元",
        "listed": False,
        "decision_on": date(2026, 11, 20),
        "published_on": date(2026, 12, 1),
    }
    return clue("filed", **{**stands, **more})


def whistled(**more: Any) -> Assignment:
    """The police, called by a whistle."""
    by = field.NOW + timedelta(minutes=30)
    return replace(field.co(field.POLICE_A), kind="whistle", report_in_by=by, **more)


def dressed(ticket: Ticket, command: Command) -> Ticket:
    """The ticket so that nothing but its state shuts the command."""
    match command:
        case Command.HAND_FROM_POLICE:
            return replace(ticket, unit=field.POLICE_A)
        case Command.DECLINE_HANDOVER:
            handed = {"from": field.CENTER_A, "to": field.POLICE_A, "matter": None, "settled": None}
            return replace(ticket, unit=field.POLICE_A, police=handed)
        case Command.REPORT_IN:
            return replace(ticket, assignments=(field.lead(field.STATION_A), whistled()))
        case Command.UNMERGE | Command.FOLLOW:
            return replace(ticket, merged_into=PARENT, rested={"assignments": []})
        case _:
            return ticket


def more(command: Command) -> dict[str, Any]:
    """What else the case of a command looks at."""
    cases = {
        Command.FILE_CASE: clue(),
        Command.REFUSE_CASE: clue(),
        Command.RECORD_CASE: clue("filed"),
        Command.CLOSE_CASE: whole(),
    }
    records = Records((sheet(),), (cases[command],) if command in cases else ())
    other = field.ticket(State.SIGNED, id=PARENT) if command is Command.MERGE else None
    return {"records": records, "other": other}


def given(command: Command) -> dict[str, Any]:
    """What only a program of ours says with a command."""
    if command is Command.FOLLOW:
        return FOLLOWED
    return TOLD if command in (Command.JOIN, Command.PART) else {}
