"""Which papers there are, what they are called, who prints which, and when somebody can be chased by one. Pure."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from dispatch.domain.access import UNIT_HANDLERS, Role
from dispatch.domain.ticket import State
from dispatch.saying import say


class PaperKind(StrEnum):
    """The forms there are."""

    ASSIGNMENT = "assignment"
    SUPERVISION = "supervision"
    CHASE = "chase"
    RETURN = "return"
    EXTENSION = "extension"
    TRANSFER = "transfer"
    HANDOVER = "handover"


TITLES: Mapping[PaperKind, str] = {
    PaperKind.ASSIGNMENT: say("交办单"),
    PaperKind.SUPERVISION: say("督办单"),
    PaperKind.CHASE: say("催办通知书"),
    PaperKind.RETURN: say("退单审批表"),
    PaperKind.EXTENSION: say("延期审批表"),
    PaperKind.TRANSFER: say("对外转办单"),
    PaperKind.HANDOVER: say("交接班表"),
}
SIGNS: Mapping[PaperKind, str] = {
    PaperKind.ASSIGNMENT: "交",
    PaperKind.SUPERVISION: "督",
    PaperKind.CHASE: "催",
    PaperKind.RETURN: "退",
    PaperKind.EXTENSION: "延",
    PaperKind.TRANSFER: "转",
    PaperKind.HANDOVER: "班",
}
"""What stands between a ticket's number and which of its papers of this kind it is."""
CHASED = frozenset({State.DISPATCHED, State.SIGNED, State.ASSIGNED, State.IN_PROGRESS})
"""States in which somebody below the center can be chased."""
DESK_PRINTERS = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER, Role.SUPERVISOR})
"""Print every paper of what they see."""
PRINTERS = DESK_PRINTERS | UNIT_HANDLERS
"""Print something: who does a unit's work (a station's clerk for instance) what was given to it."""


def printed_by(roles: Iterable[Role]) -> frozenset[PaperKind]:
    """The papers that a person of these roles prints."""
    held = frozenset(roles)
    if held & DESK_PRINTERS:
        return frozenset(PaperKind)
    return frozenset({PaperKind.ASSIGNMENT}) if held & PRINTERS else frozenset()
