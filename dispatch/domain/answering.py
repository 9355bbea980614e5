"""What was done and what the citizen is told: answer, review, call-backs, the end, and beginning again. Pure; listed in
``effects``."""

from dispatch.domain.case import Case, Effect
from dispatch.domain.placing import IDLE
from dispatch.domain.ticket import State


def answer(case: Case) -> Effect:
    """What was done, in the words of whoever did it; at the desk it also says who led."""
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


def send_back(case: Case) -> Effect:
    """Back to whoever answered."""
    at_desk = bool(case.ticket.answer and case.ticket.answer.get("at_desk"))
    state = State.SIGNED if at_desk else State.IN_PROGRESS
    return Effect(state=state, values=IDLE if at_desk else {}, detail={"reason": case.fields["reason"]})


def review(case: Case) -> Effect:
    """On to the leader where the sign-off rule asks, else out."""
    asks = case.ticket.urgency == "critical" or bool(case.category and case.category.signoff_required)
    reply = case.fields.get("reply")
    return Effect(
        state=State.REVIEWED if asks else State.REPLIED,
        columns={"reply": reply} if reply else {},
        detail={"signoff": asks},
    )


def redo(case: Case) -> Effect:
    """It begins again; whoever worked on it is let go."""
    values = {**IDLE, "rework": case.ticket.rework + 1}
    state = None
    if case.ticket.unit is None:
        values |= {"unit": case.ticket.stream}
    return Effect(state=state, values=values, end="redo", detail={"reason": case.fields["reason"]})


def close(case: Case) -> Effect:
    """The end, whatever it was."""
    return Effect(end=case.command.value, detail={"reason": case.fields.get("reason")})


def contact(case: Case) -> Effect:
    """An attempt to reach the caller."""
    return Effect(detail={"result": case.fields["result"], "text": case.fields.get("text")})


def call_back(case: Case) -> Effect:
    """What the city's call-back heard."""
    result = {name: case.fields.get(name) for name in ("contacted", "solved", "satisfied", "text")}
    return Effect(columns={"callback_result": result}, detail=result)
