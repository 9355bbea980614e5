"""What a ticket's records of its own come to by the decisions on it: sheets for companies, cases. Used by lives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dispatch.domain.case import Case, Record
from dispatch.domain.joint import EnforcementCase, OutsideBody, OutsideTransfer, Records

BODIES = {7: OutsideBody(7, "power", "供电公司", "0517-95598", None)}


def after(records: Records, record: Record, case: Case, number: int) -> Records:
    """The records once another row is written; a new one has this number."""
    told = dict(record.values)
    match record.name:
        case "transfer_out":
            made = OutsideTransfer(number, told["body"], told["matter"], told["due_at"], None)
            return replace(records, transfers=(*records.transfers, made))
        case "outside_answer":
            return replace(
                records, transfers=tuple(_answered(each, told["id"], case) for each in records.transfers)
            )
        case "case_referred":
            clue = EnforcementCase(number, "referred", told["unit"], told["clue"])
            return replace(records, cases=(*records.cases, clue))
        case "police_handover":
            return records
    change = _CASES[record.name]
    identity = told.pop("id")
    cases = (change(each, told) if each.id == identity else each for each in records.cases)
    return replace(records, cases=tuple(cases))


def _answered(sheet: OutsideTransfer, identity: int, case: Case) -> OutsideTransfer:
    return replace(sheet, answered_at=case.moment) if sheet.id == identity else sheet


def _filed(clue: EnforcementCase, told: dict[str, Any]) -> EnforcementCase:
    return replace(clue, state="filed", case_no=told["case_no"], officers=tuple(told["officers"]))


def _recorded(filed: EnforcementCase, told: dict[str, Any]) -> EnforcementCase:
    days = {name: date.fromisoformat(told[name]) for name in ("published_on", "decision_on") if name in told}
    return replace(filed, **{**told, **days})


_CASES: dict[str, Any] = {
    "case_filed": _filed,
    "case_refused": lambda clue, _: replace(clue, state="not_filed"),
    "case_recorded": _recorded,
    "case_closed": lambda filed, _: replace(filed, state="closed"),
}
