"""Which role is for which kind of unit, and which roles never meet in one person. Pure.

A role gives its rights wherever it is held: a supervisor's post in a town would open the whole district. So a post is
given where the role belongs, by the page and by a file alike.
"""

from collections.abc import Iterable, Mapping

from dispatch.domain.access import ADMINISTRATORS, ROLE_NAMES, Role
from dispatch.domain.unit_register import KIND_NAMES
from dispatch.domain.units import DISTRICT_CENTER, TOWN_CENTER
from dispatch.errors import BadInput
from dispatch.saying import say

KINDS: Mapping[Role, tuple[str, ...]] = {
    **dict.fromkeys((*ADMINISTRATORS, Role.DISTRICT_OPERATOR, Role.SUPERVISOR), (DISTRICT_CENTER,)),
    **dict.fromkeys((Role.TOWN_OPERATOR, Role.DUTY_LEADER), (TOWN_CENTER,)),
    Role.SIGNING_LEADER: (DISTRICT_CENTER, TOWN_CENTER),
    **dict.fromkeys((Role.STATION_CLERK, Role.GRID_WORKER), ("station",)),
    Role.POLICE_OFFICER: ("police_station", "outpost"),
    Role.ENFORCEMENT_OFFICER: ("enforcement",),
    Role.WINDOW_CLERK: ("service_center",),
    Role.AGENCY_CLERK: ("agency",),
    Role.DEPARTMENT_LIAISON: ("department",),
}
"""The kinds of units that a role is for."""


def must_fit(role: Role, kind: str, held: Iterable[Role] = ()) -> None:
    """Refuse a post where the role does not belong, or beside one it may not meet; ``held``: what the person has.

    Raises:
        BadInput: names the field, and what fits instead.
    """
    if kind not in KINDS[role]:
        fitting = [KIND_NAMES[each] for each in KINDS[role]]
        said = say("{role}只能在{kinds}任职，请另选单位或角色。", role=ROLE_NAMES[role], kinds=fitting)
        raise BadInput(said, field="unit")
    other = next((each for each in held if each in ADMINISTRATORS and each is not role), None)
    if role in ADMINISTRATORS and other is not None:
        said = say(
            "系统、安全、审计三个管理员岗位不能由同一人担任：这个人已是{other}。", other=ROLE_NAMES[other]
        )
        raise BadInput(said, field="role")
