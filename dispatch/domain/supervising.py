"""督办 of a ticket: asked at a level with a due instant, answered, lifted. Pure; listed in ``effects``.

The record itself (``supervision``) is kept by ``actions.supervising`` in the same transaction, from the event's detail.
"""

from datetime import timedelta

from dispatch.domain.case import Case, Effect


def supervise(case: Case) -> Effect:
    """Somebody above wants it done by an instant; the highest level stands on the ticket."""
    fields, ticket = case.fields, case.ticket
    level = int(fields["level"])
    due = case.now + timedelta(hours=float(fields["hours"]))
    return Effect(
        values={"supervised": max(ticket.supervised, level)},
        detail={
            "level": level,
            "requirement": fields["requirement"],
            "due_at": due.isoformat(),
            "asked_of": ticket.owed_by or ticket.unit or ticket.stream,
        },
    )


def answer_supervision(case: Case) -> Effect:
    """Whoever has it says how it stands; it stays supervised until it is lifted."""
    return Effect(detail={"text": case.fields["text"]})


def lift_supervision(case: Case) -> Effect:
    """What was asked for is done, or not wanted any more."""
    return Effect(values={"supervised": 0}, detail={"reason": case.fields["reason"]})
