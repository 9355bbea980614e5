"""巡查上报: what a grid worker saw, put right at once or handed to the center. Pure; listed in ``effects``."""

from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.errors import Refused
from dispatch.saying import say


def self_handle(case: Case) -> Effect:
    """即报即办: the reporter says what was done; they lead it, so that a refused answer comes back to them."""
    unit = case.actor.home
    if unit is None:
        raise Refused(say("您现在没有岗位，不能即报即办；请联系本单位管理员。"))
    person, done = case.actor.person, case.fields["done"]
    answer = {"person": person, "unit": unit, "done": done, "found_true": "yes", "at_desk": False}
    return Effect(
        values={"answer": answer, "lead_unit": unit, "lead_person": person},
        columns={"reply": done, "how_closed": "solved"},
        detail={"done": done, "how_closed": "solved"},
        open=(NewAssignment("lead", unit, person, None),),
    )
