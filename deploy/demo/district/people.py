"""The people: names and phones invented, posts, roles, the cells they look after, and the demo's sign-ins.

Phones are 199-0000-0000 to 199-0000-9999, one after another in an order of chance: a block set aside by this demo,
as China reserves none for fiction. Callers of the played hotline have 198-000x-xxxx.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from deploy.demo.district.model import Account, Cell, CellDuty, Membership, Person, PoliceGrid, Unit
from deploy.demo.district.names import person_name
from deploy.demo.district.units import DISTRICT

WORKERS_PER_CELL = 0.7
FULL_TIME_SHARE = 0.45
STAFF = (
    ("town_center", "town_operator", "值班员", 3),
    ("town_center", "duty_leader", "带班领导", 2),
    ("town_center", "signing_leader", "分管领导", 1),
    ("enforcement", "enforcement_officer", "综合执法队员", 5),
    ("service_center", "window_clerk", "全科窗口人员", 3),
    ("agency", "agency_clerk", "派驻机构工作人员", 1),
    ("department", "department_liaison", "部门联络员", 1),
    ("outpost", "police_officer", "辅警", 1),
    ("district_center", "district_operator", "区中心值班员", 5),
    ("district_center", "supervisor", "督查员", 2),
    ("district_center", "system_admin", "系统管理员", 1),
    ("district_center", "security_admin", "安全管理员", 1),
    ("district_center", "audit_admin", "审计管理员", 1),
)
SIGN_IN_TOWNS = {"320804002": "wjy", "320804110": "yg"}
"""The towns whose roles can all sign in, and the beginning of their usernames."""
TOWN_USERNAMES = {
    "town_operator": "zhiban",
    "duty_leader": "daiban",
    "signing_leader": "fenguan",
    "station_clerk": "gongzuozhan",
    "grid_worker": "wangge",
    "police_officer": "minjing",
    "enforcement_officer": "zhifa",
    "window_clerk": "chuangkou",
    "agency_clerk": "paizhu",
}
SIGN_INS = {"town_operator": 3, "district_operator": 3}
"""How many people of a role can sign in, where it is more than one: a shift is handed over from one to the next."""
DISTRICT_USERNAMES = {
    "district_operator": "qu-zhiban",
    "supervisor": "ducha",
    "department_liaison": "bumen",
    "system_admin": "xitong",
    "security_admin": "anquan",
    "audit_admin": "shenji",
}


@dataclass
class People:
    """Everybody, and what they may do and look after."""

    people: list[Person] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    duties: list[CellDuty] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)


@dataclass
class _Hiring:
    rng: Random
    phones: Iterator[int]
    made: People = field(default_factory=People)

    def hire(self, role: str, unit: int, post: str) -> int:
        """A new person with one role for one unit."""
        number = len(self.made.people) + 1
        phone = f"1990000{next(self.phones):04d}"
        self.made.people.append(Person(number, person_name(self.rng), phone, post))
        self.made.memberships.append(Membership(number, role, unit))
        return number


def people(units: Sequence[Unit], cells: Sequence[Cell], grids: Sequence[PoliceGrid], rng: Random) -> People:
    """Hire everybody."""
    numbers = list(range(10_000))
    rng.shuffle(numbers)
    hiring = _Hiring(rng, iter(numbers))
    for kind, role, post, count in STAFF:
        for unit in units:
            if unit.kind == kind:
                for _ in range(count):
                    hiring.hire(role, unit.id, post)
    _police(hiring, grids)
    _stations(hiring, units, cells)
    _accounts(hiring.made, units)
    return hiring.made


def _police(hiring: _Hiring, grids: Sequence[PoliceGrid]) -> None:
    """One community police officer for every police grid and its cells."""
    for grid in grids:
        officer = hiring.hire("police_officer", grid.police_station, "社区民警")
        hiring.made.duties += [CellDuty(cell, officer, "officer", True) for cell in grid.cells]


def _stations(hiring: _Hiring, units: Sequence[Unit], cells: Sequence[Cell]) -> None:
    """Every village: its head (村居书记), a clerk, and workers for one or two cells each."""
    by_village: dict[str, list[Cell]] = {}
    for cell in cells:
        by_village.setdefault(cell.village, []).append(cell)
    for unit in units:
        if unit.kind != "station" or unit.village is None:
            continue
        own = by_village[unit.village]
        head = hiring.hire("station_clerk", unit.id, "网格长（村居书记）")
        hiring.hire("station_clerk", unit.id, "工作站专员")
        hiring.made.duties += [CellDuty(cell.code, head, "head", True) for cell in own]
        _workers(hiring, unit, own)


def _workers(hiring: _Hiring, unit: Unit, own: Sequence[Cell]) -> None:
    count = max(1, round(len(own) * WORKERS_PER_CELL + hiring.rng.uniform(-0.3, 0.35)))
    hired = []
    for number in range(count):
        full_time = number == 0 or hiring.rng.random() < FULL_TIME_SHARE
        post = "专职网格员" if full_time else "兼职网格员"
        hired.append((hiring.hire("grid_worker", unit.id, post), full_time))
    for place, cell in enumerate(own):
        worker, full_time = hired[place % count]
        hiring.made.duties.append(CellDuty(cell.code, worker, "worker", full_time))
        if cell.kind == "dedicated" and count > 1:
            other, other_full_time = hired[(place + 1) % count]
            hiring.made.duties.append(CellDuty(cell.code, other, "worker", other_full_time))


def _accounts(made: People, units: Sequence[Unit]) -> None:
    """One sign-in per role, or a few: of the district, and of every role in two towns."""
    by_id = {unit.id: unit for unit in units}
    workers = {duty.person for duty in made.duties if duty.duty == "worker"}
    officers = {duty.person for duty in made.duties if duty.duty == "officer"}
    taken: Counter[str] = Counter()
    for membership in made.memberships:
        role, unit = membership.role, by_id[membership.unit]
        if role == "grid_worker" and membership.person not in workers:
            continue
        if role == "police_officer" and membership.person not in officers:
            continue
        prefix = SIGN_IN_TOWNS.get(unit.town or "")
        if unit.center == DISTRICT and role in DISTRICT_USERNAMES:
            username = DISTRICT_USERNAMES[role]
        elif prefix and role in TOWN_USERNAMES:
            username = f"{prefix}-{TOWN_USERNAMES[role]}"
        else:
            continue
        if taken[username] < SIGN_INS.get(role, 1):
            taken[username] += 1
            number = "" if taken[username] == 1 else str(taken[username])
            made.accounts.append(Account(membership.person, f"{username}{number}", role, unit.id))
    made.accounts.sort(key=lambda account: (account.unit != DISTRICT, account.username))
