"""A small field for the tests of the core: two towns, their people, rules, tickets, cases. Pure values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dispatch.domain import access
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.case import Case, Tables
from dispatch.domain.clocks import Calendar, ClockRule, Season, Timetable
from dispatch.domain.clocks.texts import read as limits
from dispatch.domain.closing import Closing, ClosingRules, EvidenceRule, Piece, SignoffRule
from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import Party
from dispatch.domain.location import Location
from dispatch.domain.messages import Message
from dispatch.domain.routing import Asked, Category
from dispatch.domain.rule import Rule, RuleSet
from dispatch.domain.ticket import Assignment, Placement, PlaceNeed, State, Ticket, Type, Urgency
from dispatch.domain.units import Unit, Units
from dispatch.domain.upward import Ground, Request, RequestKind, RequestState

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
DISTRICT, CENTER_A, CENTER_B, STATION_A, POLICE_A, DEPARTMENT, STATION_B, WINDOW_A = range(1, 9)
TOWN_A, TOWN_B = "320804001", "320804102"
VILLAGE_A, VILLAGE_B = "320804001001", "320804102201"
CELL_A, CELL_B = "320804001001001", "320804102201001"
GRID_A = "HY-WJY-01"

_UNITS = (
    Unit(DISTRICT, "district_center", "淮阴区社会治理指挥中心", DISTRICT, None, None, None, None),
    Unit(CENTER_A, "town_center", "王家营街道社会治理指挥中心", CENTER_A, TOWN_A, None, None, None),
    Unit(CENTER_B, "town_center", "渔沟镇社会治理指挥中心", CENTER_B, TOWN_B, None, None, None),
    Unit(STATION_A, "station", "营东社区工作站", CENTER_A, TOWN_A, VILLAGE_A, None, None),
    Unit(POLICE_A, "police_station", "王营派出所", CENTER_A, TOWN_A, None, None, None),
    Unit(DEPARTMENT, "department", "区住建局", DISTRICT, None, None, None, None),
    Unit(STATION_B, "station", "渔沟村工作站", CENTER_B, TOWN_B, VILLAGE_B, None, None),
    Unit(WINDOW_A, "service_center", "王家营街道为民服务中心", CENTER_A, TOWN_A, None, None, None),
)
UNITS = Units(
    by_id={unit.id: unit for unit in _UNITS},
    district=DISTRICT,
    center_of_town={TOWN_A: CENTER_A, TOWN_B: CENTER_B},
    station_of_village={VILLAGE_A: STATION_A, VILLAGE_B: STATION_B},
    of_town={(unit.town, unit.kind): unit.id for unit in _UNITS if unit.town is not None},
    police_station_of_grid={GRID_A: POLICE_A},
)

CATEGORIES = {
    each.code: each
    for each in (
        Category("0101", "市政设施/路灯", PlaceNeed.CELL, evidence_required=False, signoff_required=False),
        Category("0201", "政务/医保", PlaceNeed.NONE, evidence_required=False, signoff_required=False),
        Category("0301", "安全/燃气", PlaceNeed.POINT, evidence_required=True, signoff_required=True),
        Category("0401", "房产物业/商品房", PlaceNeed.CELL, evidence_required=False, signoff_required=False),
    )
}


def rule(ordinal: int, target: str, **conditions: Any) -> Rule:
    """A routing rule; what is not stated is any."""
    stated = {
        "types": None,
        "categories": None,
        "place_needs": None,
        "cell_kinds": None,
        "target_unit": None,
        **conditions,
    }
    return Rule(ordinal=ordinal, name=f"规则{ordinal}", target_kind=target, reason="依据", **stated)


RULES = RuleSet(
    7,
    (
        rule(10, "service_center", types=frozenset({"inquiry"}), place_needs=frozenset({"none", "town"})),
        rule(20, "unit", categories=("房产物业",), target_unit=DEPARTMENT),
        rule(30, "town"),
        rule(40, "district"),
    ),
)
MINUTES = {
    "place": 30,
    "decide": 60,
    "ruling": 240,
    "sign": 60,
    "contact": 240,
    "inner": 4_320,
    "review": 240,
    "signoff": 240,
    "reply": 7_200,
    "redo": 4_320,
}
CLOCK_RULES = tuple(
    ClockRule(ordinal=10 * at, clock=kind, limits=limits(f"{minutes}分钟"), reason=f"{kind}时限")
    for at, (kind, minutes) in enumerate(MINUTES.items())
)
ALL_YEAR = Season("全年", (1, 1), (12, 31), ((540, 720), (840, 1080)))
TIMETABLE = Timetable(1, CLOCK_RULES, Calendar({}, frozenset({2026, 2027}), (ALL_YEAR,)), 1)
TABLES = Tables(UNITS, RULES, TIMETABLE, CATEGORIES)
GROUNDS = tuple(Ground(kind, "weather", f"{kind}依据") for kind in RequestKind)


def asked(type_: Type, category: Category | None, **more: Any) -> Asked:
    """What is known of a request before its place is."""
    values = {"urgency": "normal", "source": "huaian-12345", "channel": "12345", "at": NOW, **more}
    return Asked(type=type_, category=category, **values)


def person(number: int, *held: tuple[Role, int]) -> Actor:
    """Somebody with roles for units."""
    return Actor(f"人员{number}", number, frozenset(Membership(role, unit) for role, unit in held))


AT_DISTRICT = person(1, (Role.DISTRICT_OPERATOR, DISTRICT))
IN_A = person(2, (Role.TOWN_OPERATOR, CENTER_A))
IN_B = person(3, (Role.TOWN_OPERATOR, CENTER_B))
WORKER_A = person(4, (Role.GRID_WORKER, STATION_A))
ADMIN = person(5, (Role.SYSTEM_ADMIN, DISTRICT))
CLERK_A = person(6, (Role.STATION_CLERK, STATION_A))
LIAISON = person(7, (Role.DEPARTMENT_LIAISON, DEPARTMENT))
LEADER_A = person(8, (Role.SIGNING_LEADER, CENTER_A))
POLICE = person(9, (Role.POLICE_OFFICER, POLICE_A))
SUPERVISOR = person(10, (Role.SUPERVISOR, DISTRICT))
SECOND_A = person(11, (Role.DUTY_LEADER, CENTER_A))
LEADER_B = person(12, (Role.SIGNING_LEADER, CENTER_B))
PEOPLE = (
    *(AT_DISTRICT, IN_A, IN_B, WORKER_A, ADMIN, CLERK_A),
    *(LIAISON, LEADER_A, POLICE, SUPERVISOR, SECOND_A, LEADER_B),
)
MEMBERS = {each.person or 0: frozenset(held.unit for held in each.memberships) for each in PEOPLE}


def signoff(number: int, signer: str = "signing_leader", **conditions: Any) -> SignoffRule:
    """A sign-off rule; what is not stated is any."""
    stated = {
        **dict.fromkeys(("category", "types", "urgencies", "how_closed", "least_rework", "unhappy")),
        "confidential": None,
        "category_asks": False,
        **conditions,
    }
    return SignoffRule(id=number, signer=signer, reason=f"签发规则{number}", **stated)


CLOSING_RULES = ClosingRules(
    evidence=(
        EvidenceRule(
            9, None, True, None, frozenset(), least=1, within_m=None, within_hours=None, reason="分类规定"
        ),
    ),
    signoff=(
        signoff(10, urgencies=frozenset({"critical"})),
        signoff(20, category_asks=True),
        signoff(30, how_closed=frozenset({"solved"}), unhappy=True),
    ),
    grounds={"no_basis": "无法律政策依据"},
)
CLOSING = Closing(CLOSING_RULES)
PHOTOGRAPHED = replace(CLOSING, pieces=(Piece("after", NOW, NOW, 10, has_place=True, from_gallery=False),))
"""The same of a ticket with one picture."""

_NOWHERE = Location(
    lon=None,
    lat=None,
    raw_lon=None,
    raw_lat=None,
    datum=None,
    level="none",
    radius_m=None,
    p_cell=None,
    p_town=None,
    edge_m=None,
    near_edge=False,
    cell=None,
    cell_kind=None,
    village=None,
    town=None,
    police_grid=None,
    boundary_version=1,
    auto=False,
    town_certain=False,
    tile=None,
    located={},
)


def at(town: str | None, *, auto: bool = True, town_certain: bool = True, **more: Any) -> Location:
    """A location in a town (None: nowhere), sure enough to send by unless said otherwise."""
    if town is None:
        return _NOWHERE
    where = {
        TOWN_A: {"cell": CELL_A, "village": VILLAGE_A, "police_grid": GRID_A, "lon": 119.05, "lat": 33.65},
        TOWN_B: {"cell": CELL_B, "village": VILLAGE_B, "police_grid": None, "lon": 119.15, "lat": 33.65},
    }[town]
    return replace(
        _NOWHERE,
        **{
            **where,
            "town": town,
            "cell_kind": "general",
            "level": "poi",
            "auto": auto,
            "town_certain": town_certain,
            "tile": 1,
            "located": {"reasons": ["按地名"]},
            **more,
        },
    )


def ticket(state: State = State.DISPATCHED, **more: Any) -> Ticket:
    """A ticket of town A that its center handles; ``audience`` follows from the rest."""
    values: dict[str, Any] = {
        "id": 1,
        "number": "261124-000001",
        "version": 3,
        "state": state,
        "prior": None,
        "state_since": NOW - timedelta(seconds=5),
        "sent_at": NOW - timedelta(minutes=1),
        "source": "huaian-12345",
        "order_no": "JY1",
        "type": Type.COMPLAINT,
        "urgency": Urgency.NORMAL,
        "category": "0101",
        "confidential": False,
        "place_need": PlaceNeed.CELL,
        "placement": Placement.PLACED,
        "cell": CELL_A,
        "village": VILLAGE_A,
        "town": TOWN_A,
        "police_grid": GRID_A,
        "boundary_version": 1,
        "stream": CENTER_A,
        "owed_by": CENTER_A,
        "unit": CENTER_A,
        **dict.fromkeys(("first_unit", "lead_unit", "lead_person", "signed_by", "returned", "answer")),
        **dict.fromkeys(("hops", "urged", "supplements", "rework"), 0),
        "no_return": False,
        "audience": frozenset(),
    }
    made = Ticket(**{**values, **more})
    return replace(made, audience=access.audience(made, UNITS))


def lead(unit: int, person: int | None = None, number: int = 1) -> Assignment:
    """An open lead assignment."""
    return Assignment(number, "lead", unit, person, replied=False)


def co(unit: int, person: int | None = None, number: int = 2, *, replied: bool = False) -> Assignment:
    """An open co-handler's assignment."""
    return Assignment(number, "co", unit, person, replied)


def request(kind: str, state: RequestState = RequestState.DRAFTED, **more: Any) -> Request:
    """An upward request of a ticket."""
    values: dict[str, Any] = {
        "id": 1,
        "ground": "weather",
        "ground_name": "恶劣天气无法施工",
        "reason": "连日大雨",
        "drafted_by": 2,
        **more,
    }
    return Request(kind=RequestKind(kind), state=state, **values)


def case(
    ticket: Ticket,
    command: Command,
    actor: Actor,
    fields: Mapping[str, Any] | None = None,
    *,
    parties: Iterable[Party] | None = None,
    **more: Any,
) -> Case:
    """A case as actions build it; ``parties`` only where a test is not about who somebody is."""
    standing = access.parties(ticket, actor, UNITS) if parties is None else frozenset(parties)
    values = {"now": NOW, "tables": TABLES, "members": MEMBERS, "closing": CLOSING, **more}
    return Case(ticket=ticket, command=command, actor=actor, parties=standing, fields=fields or {}, **values)


def message(**more: Any) -> Message:
    """A new order as the service understands it."""
    values: dict[str, Any] = {
        "kind": "create",
        "order_no": "JY1",
        "type": Type.COMPLAINT,
        "channel": "12345",
        "urgency": Urgency.NORMAL,
        "category": "0101",
        "title": "路灯不亮",
        "content": "路灯不亮三天",
        "address": "富丽花园",
        "village": None,
        "caller": {},
        "confidential": False,
        "called_at": None,
        "dispatched_at": None,
        "due_at": None,
        "lon": None,
        "lat": None,
        "datum": None,
        "text": "",
        "result": {},
        "unknown": {},
        "digest": b"",
        "raw": {},
        "warnings": (),
    }
    return Message(**{**values, **more})
