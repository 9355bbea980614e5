"""What each command does beyond the move itself. Pure: a case in, an effect out; ``decide`` applies it.

One function per command, found in ``EFFECTS``; a command that only moves has none.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dispatch.domain.access import holds
from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.domain.commands import Command
from dispatch.domain.placing import IDLE, place, relocate, rezone
from dispatch.domain.ticket import Assignment, Placement, State
from dispatch.errors import BadInput, Refused


def _ask_caller(case: Case) -> Effect:
    return Effect(values={"placement": Placement.NEEDS_CALLER}, detail={"reason": case.fields["reason"]})


def _declare_outside(case: Case) -> Effect:
    district = case.tables.units.district
    return Effect(
        values={"placement": Placement.OUTSIDE, "stream": district, "town": None},
        detail={"neighbour": case.fields["neighbour"]},
    )


def _hand_up(case: Case) -> Effect:
    values = {"stream": case.tables.units.district, "town": None}
    return Effect(values=values, detail={"reason": case.fields["reason"], "from": case.ticket.stream})


def _unit_field(case: Case, name: str) -> int:
    unit = case.fields[name]
    if unit not in case.tables.units.by_id:
        raise BadInput("没有这个单位,请从列表中选择。", field=name)
    return int(unit)


def _decide(case: Case) -> Effect:
    unit = _unit_field(case, "unit")
    center = case.tables.units.center(unit)
    town = case.ticket.town or case.tables.units.by_id[unit].town
    return Effect(
        values={"unit": unit, "stream": center, "town": town},
        columns={
            "routing_reason": f"区中心研判:{case.fields.get('reason') or '派 ' + case.tables.units.name(unit)}"
        },
        detail={"unit": unit, "reason": case.fields.get("reason")},
    )


def _sign(case: Case) -> Effect:
    return Effect(values={"signed_by": case.actor.person})


def _undo_sign(_: Case) -> Effect:
    return Effect(values={"signed_by": None})


def _take(case: Case) -> Effect:
    unit = case.ticket.unit
    if unit is None:
        raise Refused("工单还没有派到任何单位。")
    lead = {"lead_unit": unit, "lead_person": case.actor.person}
    return Effect(values=lead, open=(NewAssignment("lead", unit, case.actor.person, None),))


def _return(case: Case) -> Effect:
    fields = case.fields
    proposed = _unit_field(case, "proposed") if fields.get("proposed") is not None else None
    returned = {
        "unit": case.ticket.unit,
        "person": case.actor.person,
        "reason": fields["reason"],
        "basis": fields["basis"],
        "proposed": proposed,
    }
    return Effect(values={"returned": returned}, detail=returned)


def _grant(case: Case) -> Effect:
    unit = _unit_field(case, "unit")
    if unit == case.ticket.unit:
        raise BadInput("改派的单位就是退单的单位:如不同意退单,请用「不得再退」。", field="unit")
    units = case.tables.units
    return Effect(
        values={
            "first_unit": case.ticket.first_unit or case.ticket.unit,
            "unit": unit,
            "stream": units.center(unit),
            "town": units.by_id[unit].town or case.ticket.town,
            "returned": None,
            "hops": case.ticket.hops + 1,
            "signed_by": None,
        },
        columns={"routing_reason": f"区中心裁定:{case.fields.get('reason') or '改派 ' + units.name(unit)}"},
        detail={"unit": unit, "reason": case.fields.get("reason")},
    )


def _force(case: Case) -> Effect:
    values = {"no_return": True, "returned": None, "first_unit": None}
    return Effect(values=values, detail={"reason": case.fields["reason"]})


def _take_back(_: Case) -> Effect:
    return Effect(values={"returned": None})


def _assign(case: Case) -> Effect:
    lead = _handler(case, "lead", case.fields["lead"])
    co = tuple(_handler(case, "co", each) for each in case.fields.get("co") or ())
    _one_part_each((lead, *co))
    return Effect(
        values={"lead_unit": lead.unit, "lead_person": lead.person},
        open=(lead, *co),
        end="reassigned",
        inner_minutes=case.fields.get("inner_minutes"),
        detail={
            "lead": {"unit": lead.unit, "person": lead.person},
            "co": [{"unit": each.unit, "person": each.person} for each in co],
            "note": case.fields.get("note"),
        },
    )


def _handler(case: Case, part: str, given: Mapping[str, Any]) -> NewAssignment:
    """An assignment for a unit, or a person of it, that works for the ticket's center (or a department)."""
    units, unit, person = case.tables.units, given.get("unit"), given.get("person")
    if not isinstance(unit, int) or unit not in units.by_id:
        raise BadInput("请选择承办单位或人员。", field=part)
    reachable = units.center(unit) == case.ticket.stream or units.by_id[unit].kind == "department"
    if not reachable:
        raise BadInput(f"{units.name(unit)}不归本中心调度,请改选,或退单说明。", field=part)
    if person is not None and unit not in case.members.get(person, frozenset()):
        raise BadInput("这个人不在该单位任职,请重新选择。", field=part)
    return NewAssignment(part, unit, person, case.fields.get("note"))


def _one_part_each(parts: Iterable[NewAssignment | Assignment]) -> None:
    """Refuse that a person, or a unit where nobody is named, gets two parts in one ticket."""
    held = [("person", each.person) if each.person is not None else ("unit", each.unit) for each in parts]
    if len(held) != len(set(held)):
        raise BadInput("同一单位或人员在一张工单里只能有一份:主办或协办,请去掉重复的。", field="co")


def _release_all(case: Case) -> Effect:
    return Effect(values=IDLE, end=case.command.value, detail={"reason": case.fields["reason"]})


def _answer(case: Case) -> Effect:
    fields, ticket = case.fields, case.ticket
    at_desk = ticket.state is State.SIGNED
    answer = {
        "person": case.actor.person,
        "unit": ticket.unit if at_desk else ticket.lead_unit,
        "done": fields["done"],
        "found_true": fields.get("found_true"),
        "at_desk": at_desk,
    }
    lead = {"lead_unit": ticket.unit, "lead_person": case.actor.person} if at_desk else {}
    return Effect(
        values={"answer": answer, **lead},
        columns={"reply": fields.get("reply") or fields["done"], "how_closed": fields["how_closed"]},
        detail={
            "done": fields["done"],
            "how_closed": fields["how_closed"],
            "found_true": fields.get("found_true"),
        },
    )


def _send_back(case: Case) -> Effect:
    at_desk = bool(case.ticket.answer and case.ticket.answer.get("at_desk"))
    state = State.SIGNED if at_desk else State.IN_PROGRESS
    return Effect(state=state, values=IDLE if at_desk else {}, detail={"reason": case.fields["reason"]})


def _review(case: Case) -> Effect:
    asks = case.ticket.urgency == "critical" or bool(case.category and case.category.signoff_required)
    reply = case.fields.get("reply")
    return Effect(
        state=State.REVIEWED if asks else State.REPLIED,
        columns={"reply": reply} if reply else {},
        detail={"signoff": asks},
    )


def _reason(case: Case) -> Effect:
    return Effect(detail={"reason": case.fields["reason"]})


def _redo(case: Case) -> Effect:
    values = {**IDLE, "rework": case.ticket.rework + 1}
    state = None
    if case.ticket.unit is None:
        values |= {"unit": case.ticket.stream}
    return Effect(state=state, values=values, end="redo", detail={"reason": case.fields["reason"]})


def _close(case: Case) -> Effect:
    return Effect(end=case.command.value, detail={"reason": case.fields.get("reason")})


def _contact(case: Case) -> Effect:
    return Effect(detail={"result": case.fields["result"], "text": case.fields.get("text")})


def _words(case: Case) -> Effect:
    return Effect(detail={"text": case.fields.get("text")})


def _arrive(case: Case) -> Effect:
    return Effect(detail={name: case.fields.get(name) for name in ("lon", "lat", "reason")})


def _urge(case: Case) -> Effect:
    return Effect(values={"urged": case.ticket.urged + 1}, detail={"text": case.fields.get("text")})


def _supplement(case: Case) -> Effect:
    values = {"supplements": case.ticket.supplements + 1}
    return Effect(values=values, detail={"text": case.fields.get("text")})


def _call_back(case: Case) -> Effect:
    result = {name: case.fields.get(name) for name in ("contacted", "solved", "satisfied", "text")}
    return Effect(columns={"callback_result": result}, detail=result)


def _co_reply(case: Case) -> Effect:
    """The reply to the actor's own part; to the next one where they hold several and have replied to the first."""
    mine = [each for each in case.ticket.assignments if each.part == "co" and holds(case.actor, each)]
    part = min(mine, key=lambda each: (each.replied, each.id))
    return Effect(replied=(part.id, case.fields["text"]), detail={"text": case.fields["text"]})


def _hand_down(case: Case) -> Effect:
    """The unit's part goes on to one of its own people; state and clocks stay."""
    ticket, given = case.ticket, case.fields["colleague"]
    unit, person = ticket.lead_unit, given.get("person")
    if unit is None or given.get("unit") != unit or unit not in case.members.get(person, frozenset()):
        raise BadInput("只能转交给本单位的人员,请重新选择。", field="colleague")
    part = next(each for each in ticket.assignments if each.part == "lead")
    note = case.fields.get("note")
    return Effect(
        values={"lead_person": person},
        end_one=part.id,
        open=(NewAssignment("lead", unit, person, note),),
        detail={"lead": {"unit": unit, "person": person}, "note": note},
    )


def _add_cohandler(case: Case) -> Effect:
    added = tuple(_handler(case, "co", each) for each in case.fields["co"])
    _one_part_each((*case.ticket.assignments, *added))
    told = [{"unit": each.unit, "person": each.person} for each in added]
    return Effect(open=added, detail={"co": told, "note": case.fields.get("note")})


def _release(case: Case) -> Effect:
    wanted = case.fields["assignment"]
    if all(each.id != wanted or each.part != "co" for each in case.ticket.assignments):
        raise BadInput("没有这个协办单位,或已经解除。", field="assignment")
    return Effect(end_one=wanted, detail={"reason": case.fields["reason"]})


def _told(case: Case) -> Effect:
    return Effect(detail=dict(case.fields))


EFFECTS: Mapping[Command, Callable[[Case], Effect]] = {
    Command.PLACE: place,
    Command.RELOCATE: relocate,
    Command.REZONE: rezone,
    Command.ASK_CALLER: _ask_caller,
    Command.DECLARE_OUTSIDE: _declare_outside,
    Command.HAND_UP: _hand_up,
    Command.DECIDE: _decide,
    Command.SIGN: _sign,
    Command.UNDO_SIGN: _undo_sign,
    Command.TAKE: _take,
    Command.RETURN: _return,
    Command.GRANT: _grant,
    Command.FORCE: _force,
    Command.TAKE_BACK: _take_back,
    Command.ASSIGN: _assign,
    Command.REASSIGN: _assign,
    Command.DECLINE: _release_all,
    Command.RECALL: _release_all,
    Command.ANSWER: _answer,
    Command.SEND_BACK: _send_back,
    Command.REVIEW: _review,
    Command.REFUSE_SIGNOFF: _reason,
    Command.REDO: _redo,
    Command.REOPEN: _redo,
    Command.CONCLUDE: _close,
    Command.CANCEL: _close,
    Command.CONTACT: _contact,
    Command.NOTE: _words,
    Command.ARRIVE: _arrive,
    Command.URGE: _urge,
    Command.SUPPLEMENT: _supplement,
    Command.CALL_BACK: _call_back,
    Command.CO_REPLY: _co_reply,
    Command.HAND_DOWN: _hand_down,
    Command.ADD_COHANDLER: _add_cohandler,
    Command.RELEASE: _release,
    Command.ADD_EVIDENCE: _told,
    Command.WARN: _told,
}
