"""What somebody might say in the fields of a command, right or wrong. Used by lives."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from dispatch.domain.commands import Command
from dispatch.domain.forms import (
    ALARM_LINES,
    CONTACT_RESULTS,
    HOW_CLOSED,
    PRECEDENT_CHOICES,
    REQUEST_KINDS,
    RETURN_REASONS,
    SUPERVISION_LEVELS,
    Field,
)
from dispatch.domain.ticket import FLAG_NAMES, TYPE_NAMES
from tests.unit.domain import field as the

SAID: dict[Command, dict[str, Any]] = {
    Command.CHANGE_DUE: {"due": the.NOW + timedelta(days=9)},
    Command.CLOSE_AS: {"ground": "诉求人失联", "reply": "三次联系未果"},
    Command.HAND_BACK: {"reason": "上级同意"},
    Command.SUSPEND: {"until": the.NOW + timedelta(days=30)},
}
"""What the hotline says with a command that people have no form for."""
GIVEN: dict[str, list[Any]] = {
    "text": ["说明"],
    "long_text": ["理由"],
    "number": [1, 60, 600],
    "unit": [*the.UNITS.by_id, 999],
    "assignment": list(range(1, 12)),
    "point": [{"lon": 119.05, "lat": 33.65}],
    "reply": [None, "已更换灯泡,恢复照明"],
    "category": [*the.CATEGORIES, "9999"],
    "pick": ["no_basis", "weather", *map(str, range(2, 12))],
    "date": ["2026-12-01"],
    "ticket": [9],
    "moment": [the.NOW + timedelta(days=30)],
    "order_no": ["JY1", "JY2"],
    "handler": [
        *({"unit": unit, "person": None} for unit in the.UNITS.by_id),
        {"unit": the.STATION_A, "person": 4},
        {"unit": the.STATION_A, "person": 3},
    ],
    "colleague": [
        {"unit": unit, "person": person} for person, units in the.MEMBERS.items() for unit in units
    ],
    "handlers": [
        [],
        [{"unit": the.POLICE_A, "person": None}],
        [{"unit": the.DEPARTMENT, "person": None}, {"unit": the.POLICE_A, "person": None}],
    ],
}
CODES = {
    "officer": ["张执法"],
    "second_officer": ["李执法", "张执法"],
    "police_unit": [str(the.POLICE_A)],
    "decision_on": ["2026-11-20"],
    "type": [each.value for each in TYPE_NAMES],
    "flag": [each.value for each in FLAG_NAMES],
    "phone": [code for code, _ in ALARM_LINES],
    "listed": ["yes", "no"],
    "reason": [code for code, _ in RETURN_REASONS],
    "how_closed": [code for code, _ in HOW_CLOSED],
    "result": [code for code, _ in CONTACT_RESULTS],
    "found_true": ["yes", "no"],
    "contacted": ["yes", "no"],
    "solved": ["yes", "no"],
    "satisfied": ["satisfied", "dissatisfied"],
    "level": [code for code, _ in SUPERVISION_LEVELS],
    "precedent": [code for code, _ in PRECEDENT_CHOICES],
    "kind": [code for code, _ in REQUEST_KINDS],
}


def values_of(asked: Field) -> list[Any]:
    """What somebody might say in a field: where a button offers a choice of what there is, one of that."""
    if asked.kind == "pick" and asked.choices:
        return [code for code, _ in asked.choices]
    return CODES[asked.name] if asked.name in CODES else GIVEN[asked.kind]
