"""Who helps: units called by a whistle (吹哨), and those that a dual dispatch (双交办) binds beside the lead. Pure.

Both open a co-handler's part that stays whoever leads: assigning, declining and recalling let go of the others only.
A unit called by a whistle reports in (报到) before it replies; the second unit of a dual dispatch has the same duty as
the lead, so that only the district lets it go. Listed in ``effects`` and ``guards``.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from dispatch.domain.access import holds
from dispatch.domain.assigning import handler, one_part_each
from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.domain.lifecycle import Party
from dispatch.domain.ticket import Assignment, State
from dispatch.saying import say

WORKED_ON = frozenset({State.SIGNED, State.ASSIGNED, State.IN_PROGRESS})


def whistle(case: Case) -> Effect:
    """Call units to the spot, and say by when."""
    minutes = case.fields.get("report_in_minutes") or case.tables.joint.setting.report_in_minutes
    by = case.moment + timedelta(minutes=minutes)
    called = tuple(replace(each, kind="whistle", report_in_by=by) for each in _called(case))
    return Effect(
        open=called,
        detail={"co": _told(called), "note": case.fields["note"], "report_in_by": by.isoformat()},
    )


def dual(case: Case) -> Effect:
    """Territory and industry both get it; the one that leads goes on leading."""
    bound = tuple(replace(each, kind="dual") for each in _called(case))
    return Effect(open=bound, detail={"co": _told(bound), "note": case.fields["note"]})


def report_in(case: Case) -> Effect:
    """A called unit is there; how late, if it is."""
    part = _awaited(case)[0]
    late = part.report_in_by is not None and case.moment > part.report_in_by
    minutes = (
        int((case.moment - part.report_in_by).total_seconds() // 60) if late and part.report_in_by else None
    )
    return Effect(
        reported_in=part.id,
        detail={"unit": part.unit, "text": case.fields.get("text"), "late_minutes": minutes},
    )


def _called(case: Case) -> tuple[NewAssignment, ...]:
    added = tuple(handler(case, "co", each) for each in case.fields["co"])
    one_part_each((*(each for each in case.ticket.assignments if each.kind != "referral"), *added))
    return added


def _told(parts: Sequence[NewAssignment]) -> list[dict[str, Any]]:
    return [{"unit": each.unit, "person": each.person} for each in parts]


def _awaited(case: Case) -> list[Assignment]:
    """The actor's parts that have not reported in yet, the first called first."""
    return [
        each
        for each in case.ticket.assignments
        if each.kind == "whistle" and each.reported_in_at is None and holds(case.actor, each)
    ]


def why_not_call(case: Case) -> str | None:
    """A whistle or a dual dispatch needs somebody who has signed for the ticket."""
    return None if case.ticket.state in WORKED_ON else say("签收之后、答复之前才能吹哨或双交办。")


def why_not_report_in(case: Case) -> str | None:
    """Only whoever was called reports in, once."""
    return None if _awaited(case) else say("没有需要报到的吹哨。")


def why_not_reply(case: Case) -> str | None:
    """Whoever was called reports in first, and replies once."""
    mine = [
        each
        for each in case.ticket.assignments
        if each.part == "co" and each.kind != "referral" and holds(case.actor, each)
    ]
    if not mine and Party.CO_HANDLER in case.parties and _only_referred(case):
        return say("线索移交不用协办回复：请办理立案或不予立案。")
    if mine and all(each.replied for each in mine):
        return say("协办意见已经提交；要补充请写备注。")
    if any(not each.replied and each.kind == "whistle" and each.reported_in_at is None for each in mine):
        return say("请先报到，再回复。")
    return None


def _only_referred(case: Case) -> bool:
    parts = [each for each in case.ticket.assignments if each.part == "co"]
    return bool(parts) and all(each.kind == "referral" for each in parts if holds(case.actor, each))


def why_not_release(case: Case) -> str | None:
    """Somebody has to be there to be let go; the second unit of a dual dispatch goes by the district alone."""
    parts = [each for each in case.ticket.assignments if each.part == "co" and each.kind != "referral"]
    if not parts:
        return say("现在没有协办单位，不用解除。")
    if all(each.kind == "dual" for each in parts) and Party.DISTRICT not in case.parties:
        return say("双交办的单位与主办同责，只能由区中心解除。")
    return None


def awaited_replies(ticket_parts: Sequence[Assignment]) -> list[Assignment]:
    """Co-handlers whose reply an answer waits for; a referred clue keeps nothing waiting."""
    return [
        each for each in ticket_parts if each.part == "co" and not each.replied and each.kind != "referral"
    ]
