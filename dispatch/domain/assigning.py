"""Who works on a ticket: lead and co-handlers, their replies, and how they are let go. Pure; listed in ``effects``."""

from collections.abc import Iterable, Mapping
from typing import Any

from dispatch.domain.access import holds
from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.domain.lifecycle import Party
from dispatch.domain.placing import IDLE
from dispatch.domain.ticket import Assignment
from dispatch.errors import BadInput, Refused
from dispatch.saying import say


def assign(case: Case) -> Effect:
    """交办, 改派: a lead, and co-handlers; whoever held it before is let go."""
    lead = handler(case, "lead", case.fields["lead"])
    co = tuple(handler(case, "co", each) for each in case.fields.get("co") or ())
    staying = called(case)
    one_part_each((lead, *co, *(each for each in case.ticket.assignments if each.id in staying)))
    return Effect(
        values={"lead_unit": lead.unit, "lead_person": lead.person},
        open=(lead, *co),
        end="reassigned",
        keep=staying | referred(case),
        inner_minutes=_agreed(case),
        detail={
            "lead": {"unit": lead.unit, "person": lead.person},
            "co": [{"unit": each.unit, "person": each.person} for each in co],
            "note": case.fields.get("note"),
        },
    )


def _agreed(case: Case) -> int | None:
    """Within how many minutes it was agreed to be done: within the hotline's own limit, while that is ahead.

    Raises:
        BadInput: it would end after the hotline's limit.
    """
    minutes, outer = case.fields.get("inner_minutes"), case.ticket.outer_due
    if minutes is not None and outer is not None and case.moment < outer:
        left = int((outer - case.moment).total_seconds() // 60)
        if minutes > left:
            raise BadInput(
                say(
                    "内控时限不能晚于上级时限，现在离上级时限还有 {left} 分钟；请改短，或留空按规则计算。",
                    left=left,
                ),
                field="inner_minutes",
            )
    return minutes


def called(case: Case) -> frozenset[int]:
    """Parts of units that a whistle or a dual dispatch called: they stay, whoever leads."""
    return frozenset(each.id for each in case.ticket.assignments if each.kind in ("whistle", "dual"))


def referred(case: Case) -> frozenset[int]:
    """Parts of units that look into a clue."""
    return frozenset(each.id for each in case.ticket.assignments if each.kind == "referral")


def handler(case: Case, part: str, given: Mapping[str, Any]) -> NewAssignment:
    """An assignment for a unit, or a person of it, that works for the ticket's center (or a department)."""
    units, unit, person = case.tables.units, given.get("unit"), given.get("person")
    if not isinstance(unit, int) or unit not in units.by_id:
        raise BadInput(say("请选择承办单位或人员。"), field=part)
    reachable = units.center(unit) == case.ticket.stream or units.by_id[unit].kind == "department"
    if not reachable:
        raise BadInput(say("{name}不归本中心调度，请改选，或退单说明。", name=units.name(unit)), field=part)
    if person is not None and unit not in case.members.get(person, frozenset()):
        raise BadInput(say("这个人不在该单位任职，请重新选择。"), field=part)
    return NewAssignment(part, unit, person, case.fields.get("note"))


def one_part_each(parts: Iterable[NewAssignment | Assignment]) -> None:
    """Refuse that a person, or a unit where nobody is named, gets two parts in one ticket."""
    held = [("person", each.person) if each.person is not None else ("unit", each.unit) for each in parts]
    if len(held) != len(set(held)):
        raise BadInput(say("同一单位或人员在一张工单里只能有一份：主办或协办，请去掉重复的。"), field="co")


def release_all(case: Case) -> Effect:
    """Nobody works on it any longer but whom a whistle, a dual dispatch or a clue called."""
    keep = called(case) | referred(case)
    return Effect(values=IDLE, end=case.command.value, keep=keep, detail={"reason": case.fields["reason"]})


def co_reply(case: Case) -> Effect:
    """The reply to the actor's own part; to the next one where they hold several and have replied to the first."""
    mine = [
        each
        for each in case.ticket.assignments
        if each.part == "co" and each.kind != "referral" and holds(case.actor, each)
    ]
    part = min(mine, key=lambda each: (each.replied, each.id))
    return Effect(replied=(part.id, case.fields["text"]), detail={"text": case.fields["text"]})


def hand_down(case: Case) -> Effect:
    """The unit's part goes on to one of its own people; state and clocks stay."""
    ticket, given = case.ticket, case.fields["colleague"]
    unit, person = ticket.lead_unit, given.get("person")
    if unit is None or given.get("unit") != unit or unit not in case.members.get(person, frozenset()):
        raise BadInput(say("只能转交给本单位的人员，请重新选择。"), field="colleague")
    part = next(each for each in ticket.assignments if each.part == "lead")
    note = case.fields.get("note")
    return Effect(
        values={"lead_person": person},
        end_one=part.id,
        open=(NewAssignment("lead", unit, person, note),),
        detail={"lead": {"unit": unit, "person": person}, "note": note},
    )


def add_cohandler(case: Case) -> Effect:
    """Further units or people beside the lead."""
    added = tuple(handler(case, "co", each) for each in case.fields["co"])
    one_part_each((*case.ticket.assignments, *added))
    told = [{"unit": each.unit, "person": each.person} for each in added]
    return Effect(open=added, detail={"co": told, "note": case.fields.get("note")})


def release(case: Case) -> Effect:
    """One co-handler is let go."""
    wanted = case.fields["assignment"]
    part = next((each for each in case.ticket.assignments if each.id == wanted and each.part == "co"), None)
    if part is None or part.kind == "referral":
        raise BadInput(say("没有这个协办单位，或已经解除。"), field="assignment")
    if part.kind == "dual" and Party.DISTRICT not in case.parties:
        raise Refused(say("双交办的单位与主办同责，只能由区中心解除。"), field="assignment")
    return Effect(end_one=wanted, detail={"reason": case.fields["reason"]})
