"""What was done and what the citizen is told: answer, review, call-backs, the end, and beginning again. Pure; listed in
``effects``."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from dispatch.domain import closing, reply_checks
from dispatch.domain.case import Case, Effect
from dispatch.domain.closing import Matter
from dispatch.domain.placing import IDLE
from dispatch.domain.routing import by_hand
from dispatch.domain.spoken import is_spoken, written
from dispatch.domain.ticket import State
from dispatch.errors import BadInput
from dispatch.saying import say, together

FARTHEST_STEP = timedelta(days=366)
"""How far ahead the next step of a stage may lie."""


def answer(case: Case) -> Effect:
    """What was done, in the words of whoever did it; at the desk it also says who led."""
    fields, ticket = case.fields, case.ticket
    if is_spoken(fields["done"]) and case.closing.voices == 0:
        raise BadInput(
            say("写了「见语音」，但这张工单还没有语音；请先按住说，或写明办理情况。"), field="done"
        )
    at_desk = ticket.state is State.SIGNED
    doubts = _doubted(case)
    how = {
        "how_closed": fields["how_closed"],
        "found_true": fields.get("found_true"),
        **_how_closed(case),
        **({"evidence_doubts": doubts, "evidence_reason": fields.get("evidence_reason")} if doubts else {}),
    }
    answer = {
        "person": case.actor.person,
        "unit": ticket.unit if at_desk else ticket.lead_unit,
        "done": fields["done"],
        "at_desk": at_desk,
        **how,
    }
    lead = {"lead_unit": ticket.unit, "lead_person": case.actor.person} if at_desk else {}
    return Effect(
        values={"answer": answer, "next_step_at": fields.get("next_at"), **lead},
        columns={"reply": fields.get("reply") or written(fields["done"]), "how_closed": fields["how_closed"]},
        detail={"done": fields["done"], **how},
    )


def _how_closed(case: Case) -> Mapping[str, Any]:
    """What a way of closing says of itself: its ground, where else it goes, or when the next step comes."""
    fields = case.fields
    match fields["how_closed"]:
        case "ground":
            grounds = case.closing.rules.grounds
            if fields["ground"] not in grounds:
                raise BadInput(say("应予办结要从公布的依据中选择一条。"), field="ground")
            return {"ground": fields["ground"], "ground_name": grounds[fields["ground"]]}
        case "referred":
            return {"reference": fields["reference"]}
        case "stage":
            return {"next_at": _next_step(fields["next_at"], case.now).isoformat()}
        case _:
            return {}


def _next_step(at: datetime, now: datetime) -> datetime:
    if not now < at <= now + FARTHEST_STEP:
        raise BadInput(say("下一步时间应在今后一年之内。"), field="next_at")
    return at


def _doubted(case: Case) -> list[str]:
    """What the pictures' places and times leave in doubt; it asks for a reason and never shuts the way.

    Raises:
        BadInput: no reason was given; says what is in doubt.
    """
    category = case.category
    rule = closing.evidence_rule(
        case.closing.rules.evidence,
        category.path if category else "",
        bool(category and category.evidence_required),
        case.fields["how_closed"],
    )
    if rule is None:
        return []
    told = closing.doubts(rule, case.closing.pieces, case.now)
    if told and not case.fields.get("evidence_reason"):
        raise BadInput(
            say("{told}。请写明原因后再提交。", told=together(told, "；")), field="evidence_reason"
        )
    return told


def send_back(case: Case) -> Effect:
    """Back to whoever answered."""
    at_desk = bool(case.ticket.answer and case.ticket.answer.get("at_desk"))
    state = State.SIGNED if at_desk else State.IN_PROGRESS
    return Effect(state=state, values=IDLE if at_desk else {}, detail={"reason": case.fields["reason"]})


def review(case: Case) -> Effect:
    """On to the leader whom the first sign-off rule that fits names, else out; what must not go out is refused."""
    rule = closing.signoff_rule(case.closing.rules.signoff, _matter(case))
    reply = case.fields.get("reply") or case.closing.reply
    told = _checked(case, reply) if reply else []
    flags = _flags(case, reply) if reply else []
    answer = {
        **(case.ticket.answer or {}),
        "reviewed_by": case.actor.person,
        "signer": rule.signer if rule else None,
        "signed_why": rule.reason if rule else None,
        "released": case.fields.get("reason") if told else None,
        "flags": flags,
    }
    return Effect(
        state=State.REVIEWED if rule else State.REPLIED,
        values={"answer": answer},
        columns={"reply": reply} if case.fields.get("reply") else {},
        detail={
            "signoff": rule is not None,
            "signer": rule.signer if rule else None,
            "reason": case.fields.get("reason"),
            "sensitive": told or None,
            "flags": flags or None,
        },
    )


def _flags(case: Case, reply: str) -> list[str]:
    """What makes the reply poor, kept for whoever signs it."""
    look = case.closing
    return [each.detail for each in reply_checks.flags(reply, look.asked, look.earlier, look.rules.setting)]


def _matter(case: Case) -> Matter:
    """The ticket as sign-off rules look at it."""
    ticket, category = case.ticket, case.category
    return Matter(
        path=category.path if category else "",
        category_asks=bool(category and category.signoff_required),
        type=ticket.type,
        urgency=ticket.urgency,
        how_closed=(ticket.answer or {}).get("how_closed") or case.closing.how_closed,
        rework=ticket.rework,
        unhappy=closing.is_unhappy(ticket.answer),
        confidential=ticket.confidential,
    )


def _checked(case: Case, reply: str) -> list[str]:
    """The sensitive words that go out for a reason.

    Raises:
        BadInput: a gap or personal data stands in it (with a masked version), or a sensitive word without a reason.
    """
    name = case.closing.caller_name
    found = reply_checks.safety(reply, name, case.closing.rules.words)
    shut = [each.detail for each in found if each.blocks]
    if shut:
        raise BadInput(
            say("答复现在不能发出：{shut}。", shut=together(shut, "；")),
            field="reply",
            masked=reply_checks.masked(reply, name),
        )
    told = [each.detail for each in found if each.asks]
    if told and not case.fields.get("reason"):
        raise BadInput(say("{told}。请修改，或写明放行理由。", told=together(told, "；")), field="reason")
    return told


def redo(case: Case) -> Effect:
    """It begins again; whoever worked on it is let go."""
    values = {**IDLE, "rework": case.ticket.rework + 1, "next_step_at": None}
    sent: dict[str, Any] = {}
    if case.ticket.unit is None:
        values |= {"unit": case.ticket.stream}
        sent = by_hand(
            say("上级要求重办，此前没有派出：由{unit}办理", unit=case.tables.units.name(case.ticket.stream))
        )
    return Effect(values=values, columns=sent, end="redo", detail={"reason": case.fields["reason"]})


def close(case: Case) -> Effect:
    """The end, whatever it was."""
    return Effect(end=case.command.value, detail={"reason": case.fields.get("reason")})


def contact(case: Case) -> Effect:
    """An attempt to reach the caller."""
    again = case.fields.get("again_at")
    if again is not None and again <= case.moment:
        raise BadInput(say("约定联系时间应在今后。"), field="again_at")
    return Effect(
        detail={
            "result": case.fields["result"],
            "text": case.fields.get("text"),
            "again_at": again.isoformat() if again else None,
        }
    )


def pre_callback(case: Case) -> Effect:
    """What the town's own call-back (预回访) heard, before the reply goes up; a new answer begins without it."""
    heard = {name: value for name, value in case.fields.items() if value is not None}
    kept = {**heard, "person": case.actor.person, "at": case.now.isoformat()}
    answer = {**(case.ticket.answer or {}), "pre_callback": kept}
    warned = closing.is_unhappy(answer)
    return Effect(values={"answer": answer}, detail={**heard, "early_warning": warned or None})


def call_back(case: Case) -> Effect:
    """What the city's call-back heard."""
    result = {name: case.fields.get(name) for name in ("contacted", "solved", "satisfied", "text")}
    return Effect(columns={"callback_result": result}, detail=result)
