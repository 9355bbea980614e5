"""Decisions on whose a ticket is, on a real database: rulings, precedents, what they say next time, alarms, figures."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from dispatch.actions.precedents import Drawing, PrecedentForm, Precedents
from dispatch.actions.rules import Rules
from dispatch.actions.tickets import Tickets
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.commands import Command
from dispatch.errors import BadInput, NotFound
from dispatch.reads import owning as reads
from dispatch.store import owning as questions
from dispatch.store import precedents as rows
from dispatch.store.database import Database as Store
from dispatch.store.precedents import Setting
from dispatch.web.tickets import offered
from tests.databases import Database
from tests.web import towns

DISTRICT = Actor("区值班", 1, frozenset({Membership(Role.DISTRICT_OPERATOR, towns.DISTRICT)}))
IN_A = Actor("甲值班", 2, frozenset({Membership(Role.TOWN_OPERATOR, towns.CENTER_A)}))
IN_B = Actor("乙值班", 3, frozenset({Membership(Role.TOWN_OPERATOR, towns.CENTER_B)}))
CANDIDATE = {"candidates": [{"place": 1, "lon": 119.05, "lat": 33.65}]}
LAMP = "市政设施/路灯"


@dataclass
class Desk:
    """The parts that ownership goes through, and the tickets of town A at the estate: 1, 11, 12, …"""

    store: Store
    worlds: Worlds
    tickets: Tickets
    precedents: Precedents
    rules: Rules
    owner_url: str

    async def act(self, actor: Actor, ticket: int, command: Command, **fields: Any) -> None:
        """One command."""
        await self.tickets.perform(actor, ticket, command, fields, uuid4())

    def ticket(self, number: int, **values: Any) -> int:
        """Another ticket at the estate."""
        tile = {"tile": 13612 << 14 | 6400}
        return towns.add_ticket(
            self.owner_url, number, towns.IN_A, located=CANDIDATE, **{**tile, "sent_at": _now(), **values}
        )

    async def passed_to(self, ticket: int, unit: int, **fields: Any) -> None:
        """Returned by town A, granted to somebody."""
        await self.act(IN_A, ticket, Command.RETURN, reason="unclear_power", basis="不归我们")
        await self.act(DISTRICT, ticket, Command.GRANT, unit=unit, **fields)

    async def offers(self, ticket: int, actor: Actor = DISTRICT) -> dict[str, Any]:
        """What earlier decisions say of a ticket."""
        return await reads.offers(self.store, self.worlds.current.tables.units, actor, ticket)

    async def forms(self, ticket: int) -> dict[str, dict[str, Any]]:
        """Command → field → what the district's form begins with."""
        now = (await self.tickets.offered(DISTRICT, ticket)).now
        allowed = [offered(each) for each in now]
        units = self.worlds.current.tables.units
        await reads.presets(self.store, units, DISTRICT, ticket, allowed)
        return {
            each["command"]: {field["name"]: field.get("value") for field in each["fields"]}
            for each in allowed
        }

    async def queue_of(self, actor: Actor) -> list[dict[str, Any]]:
        """What waits for the district's word."""
        return await reads.queue(self.store, self.worlds.current.tables.units, actor)

    async def listed(self, *, ended: bool = True) -> list[dict[str, Any]]:
        """Precedents, the newest first."""
        return await reads.precedents(self.store, DISTRICT, ended=ended, words=None)

    def kept(self, question: str) -> list[tuple[Any, ...]]:
        """What the database holds, asked as its owner."""
        with psycopg.connect(self.owner_url) as connection:
            return connection.execute(question.encode()).fetchall()


def _now() -> str:
    return datetime.now(UTC).isoformat()


def area(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    """A drawn box, as GeoJSON."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def drawn(shape: dict[str, Any], *, width_m: int | None = None, name: str = "河岸") -> PrecedentForm:
    """A precedent for lamps on what was drawn."""
    return PrecedentForm(None, None, Drawing(shape, width_m), name, LAMP, towns.DEPARTMENT, "河岸归水利")


async def _nobody(_streams: Sequence[int]) -> None:
    """Nobody listens."""


@pytest.fixture
async def desk(service: Store, two_towns: Database) -> AsyncIterator[Desk]:
    """Two towns; ticket 1 lies at the estate of town A, found by its name."""
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "UPDATE ticket SET located = jsonb_build_object('candidates', jsonb_build_array(jsonb_build_object("
            "'place', (SELECT id FROM place WHERE name = '富丽花园')))), sent_at = now(), tile = %s WHERE id = 1",
            (13612 << 14 | 6400,),
        )
        place = connection.execute("SELECT id FROM place WHERE name = '富丽花园'").fetchone()
    assert place is not None
    CANDIDATE["candidates"][0]["place"] = place[0]
    worlds, works = Worlds(service), Works(service)
    await worlds.refresh()
    tickets = Tickets(service, worlds, towns.sealer(), _nobody)
    rules = Rules(service, worlds, works)
    yield Desk(service, worlds, tickets, Precedents(service, worlds), rules, two_towns.owner_url)
    await works.close()


async def test_a_decision_becomes_a_precedent_that_prefills_the_next_one(desk: Desk) -> None:
    await desk.passed_to(1, towns.DEPARTMENT, reason="路灯由住建局维护")
    (made,) = await desk.listed()
    assert (made["name"], made["category"], made["unit_name"]) == ("富丽花园", LAMP, "区住建局")
    assert (made["decided_by"], made["reason"], made["ticket"]) == ("区值班", "路灯由住建局维护", 1)
    desk.ticket(11)
    await desk.act(IN_A, 11, Command.RETURN, reason="beyond_duty", basis="不归我们")
    form = (await desk.forms(11))["grant"]
    assert (form["unit"], form["precedent"]) == (towns.DEPARTMENT, "place")
    assert "已有先例（同一地点「富丽花园」）" in form["reason"]
    await desk.act(DISTRICT, 11, Command.GRANT, **{name: value for name, value in form.items() if value})
    (same,) = await desk.listed()
    assert (same["id"], same["used"], same["contradicted"]) == (made["id"], 1, 0)


async def test_a_return_that_contradicts_a_precedent_is_answered_by_it(desk: Desk) -> None:
    await desk.passed_to(1, towns.DEPARTMENT)
    desk.ticket(11, unit=towns.DEPARTMENT, stream=1, owed_by=6, audience=["unit:1", "unit:6"])
    liaison = Actor("联络员", 7, frozenset({Membership(Role.DEPARTMENT_LIAISON, towns.DEPARTMENT)}))
    await desk.act(liaison, 11, Command.RETURN, reason="beyond_duty", basis="不归我们")
    ((returned,),) = desk.kept("SELECT returned FROM ticket WHERE id = 11")
    assert returned["precedent_says"].startswith("已有先例")
    (waiting,) = [each for each in await desk.queue_of(DISTRICT) if each["id"] == 11]
    assert waiting["precedent_says"] == returned["precedent_says"]
    assert [each["ticket"] for each in waiting["like"]] == [1]
    form = (await desk.forms(11))["force"]
    assert form == {"reason": returned["precedent_says"], "precedent": "place"}


async def test_what_was_returned_waits_before_what_nobody_has_sent_yet(desk: Desk) -> None:
    desk.ticket(11, state="undecided", unit=None, stream=1, owed_by=1, state_since="2026-01-01T00:00:00Z")
    await desk.act(IN_A, 1, Command.RETURN, reason="unclear_power", basis="不归我们")
    assert [each["id"] for each in await desk.queue_of(DISTRICT)] == [1, 11]


async def test_a_new_decision_takes_the_place_of_the_one_it_contradicts(desk: Desk) -> None:
    await desk.passed_to(1, towns.DEPARTMENT)
    desk.ticket(11)
    await desk.act(IN_A, 11, Command.RETURN, reason="unclear_power", basis="不归我们")
    await desk.act(DISTRICT, 11, Command.GRANT, unit=towns.CENTER_B, reason="改归渔沟")
    new, old = await desk.listed()
    assert (new["unit"], new["replaces"], new["valid_until"]) == (towns.CENTER_B, old["id"], None)
    assert (old["contradicted"], old["end_reason"], old["ended_by"]) == (1, "被新的裁定取代", "区值班")
    assert [each["id"] for each in (await desk.offers(11))["precedents"]] == [new["id"]]
    assert desk.kept("SELECT precedent, against FROM ruling WHERE ticket = 11") == [(new["id"], old["id"])]


async def test_a_decision_about_a_house_is_kept_for_its_estate(desk: Desk) -> None:
    with psycopg.connect(desk.owner_url) as connection:
        (house,) = connection.execute(
            "INSERT INTO place (kind, name, parent, lon, lat, radius_m, village, town, source) "
            "SELECT 'building', '1号楼', id, lon, lat, 20, village, town, 't' FROM place WHERE name = '富丽花园' "
            "RETURNING id"
        ).fetchone() or (0,)
        connection.execute(
            "UPDATE ticket SET located = jsonb_set(located, '{candidates,0,place}', to_jsonb(%s::bigint)) WHERE id = 1",
            (house,),
        )
    await desk.passed_to(1, towns.DEPARTMENT)
    assert [each["name"] for each in await desk.listed()] == ["富丽花园"]


async def test_a_decision_may_be_left_out_or_kept_by_its_cell(desk: Desk) -> None:
    await desk.passed_to(1, towns.DEPARTMENT, precedent="no")
    assert await desk.listed() == []
    desk.ticket(11)
    await desk.passed_to(11, towns.DEPARTMENT, precedent="cell")
    (made,) = await desk.listed()
    assert (made["cell"], made["place"], made["name"]) == (towns.CELL_A, None, "营东社区第一网格")
    (feature,) = (await reads.drawn(desk.store, DISTRICT))["features"]
    assert feature["geometry"]["type"] in ("Polygon", "MultiPolygon")


async def test_like_cases_are_those_the_reader_may_see(desk: Desk) -> None:
    await desk.passed_to(1, towns.CENTER_B)
    desk.ticket(11)
    (like,) = (await desk.offers(11))["like"]
    assert (like["ticket"], like["unit"], like["person"], like["metres"]) == (1, towns.CENTER_B, "区值班", 0)
    await desk.act(IN_B, 1, Command.SIGN)
    mine = await desk.offers(11, IN_A)
    assert mine["like"] == []
    assert [each["unit"] for each in mine["precedents"]] == [towns.CENTER_B]
    assert [each["number"] for each in await reads.precedents(desk.store, IN_A, ended=False, words=None)] == [
        None
    ]
    with pytest.raises(NotFound):
        await desk.offers(1, IN_A)


async def test_a_ticket_that_comes_back_is_an_alarm_until_somebody_sees_to_it(desk: Desk) -> None:
    await desk.passed_to(1, towns.CENTER_B)
    assert await reads.alarms(desk.store, desk.worlds.current.tables.units, DISTRICT) == []
    await desk.act(IN_B, 1, Command.RETURN, reason="unclear_power", basis="不归我们")
    await desk.act(DISTRICT, 1, Command.GRANT, unit=towns.CENTER_A)
    (alarm,) = await reads.alarms(desk.store, desk.worlds.current.tables.units, DISTRICT)
    assert (alarm["why"], alarm["hops"]) == ("came_back", 2)
    assert alarm["trail"] == [
        "王家营街道社会治理指挥中心",
        "渔沟镇社会治理指挥中心",
        "王家营街道社会治理指挥中心",
    ]
    assert desk.kept("SELECT event FROM journal WHERE ticket = 1 ORDER BY version DESC LIMIT 1") == [
        ("ticket.ping_ponged",)
    ]
    await desk.precedents.settle(DISTRICT, 1, "已电话协调")
    assert await reads.alarms(desk.store, desk.worlds.current.tables.units, DISTRICT) == []
    with pytest.raises(NotFound):
        await desk.precedents.settle(DISTRICT, 1, "再来")


async def test_decisions_for_one_owner_speak_for_a_rule_until_it_is_so(desk: Desk) -> None:
    for number in (11, 12, 13):
        desk.ticket(number)
        await desk.passed_to(number, towns.DEPARTMENT)
        tables = desk.worlds.current.tables
        found = await reads.proposals(desk.store, tables, DISTRICT)
        assert len(found) == (number == 13)
    (proposal,) = found
    assert (proposal["path"], proposal["unit_name"], proposal["times"]) == (LAMP, "区住建局", 3)
    version = await desk.rules.adopt(DISTRICT, LAMP, towns.DEPARTMENT, proposal["towns"])
    await desk.rules.try_out(version, 100, lambda *_: None)
    assert await desk.rules.activate(DISTRICT, version, 1, None) == "active"
    assert await reads.proposals(desk.store, desk.worlds.current.tables, DISTRICT) == []


async def test_a_precedent_is_changed_by_its_successor_and_ended_with_a_reason(desk: Desk) -> None:
    form = PrecedentForm(None, towns.CELL_A, None, None, "市政设施", towns.DEPARTMENT, "按职责")
    made = await desk.precedents.add(DISTRICT, form)
    changed = PrecedentForm(None, None, None, None, LAMP, towns.CENTER_A, "更正")
    next_ = await desk.precedents.change(DISTRICT, made, changed)
    with pytest.raises(NotFound):
        await desk.precedents.end(DISTRICT, made, "再来")
    await desk.precedents.end(DISTRICT, next_, "路灯改造完成")
    new, old = await desk.listed()
    assert (new["replaces"], new["category"], new["end_reason"]) == (old["id"], LAMP, "路灯改造完成")
    assert await desk.listed(ended=False) == []
    with pytest.raises(BadInput, match="选一个地点"):
        await desk.precedents.add(DISTRICT, PrecedentForm(None, None, None, None, LAMP, 6, "无处"))
    with pytest.raises(BadInput, match="没有事项分类"):
        await desk.precedents.add(DISTRICT, PrecedentForm(None, towns.CELL_A, None, None, "飞碟", 6, "不识"))


async def test_a_drawn_area_speaks_of_what_lies_in_it_and_near_it(desk: Desk) -> None:
    await desk.precedents.add(DISTRICT, drawn(area(119.04, 33.64, 119.045, 33.66), name="西河岸"))
    assert (await desk.offers(1))["precedents"] == []
    chosen = Setting(propose_after=3, alarm_hops=2, near_m=500)
    await desk.precedents.save_setting(DISTRICT, chosen, "放宽")
    (fit,) = (await desk.offers(1))["precedents"]
    assert fit["why"].startswith("距「西河岸」46")
    with pytest.raises(BadInput, match="多少米"):
        await desk.precedents.save_setting(DISTRICT, Setting(near_m=1), "太近")


async def test_a_drawn_line_is_the_ground_along_it(desk: Desk) -> None:
    """Ticket 1 is at 119.05, 33.65; the line passes 93 m west of it."""
    line = {"type": "LineString", "coordinates": [[119.049, 33.64], [119.049, 33.66]]}
    chosen = Setting(propose_after=3, alarm_hops=2, near_m=10)
    await desk.precedents.save_setting(DISTRICT, chosen, "画到哪算到哪")
    made = await desk.precedents.add(DISTRICT, drawn(line, width_m=50))
    assert (await desk.offers(1))["precedents"] == []
    wider = drawn(line, width_m=100, name="古黄河西岸")
    await desk.precedents.change(DISTRICT, made, wider)
    (fit,) = (await desk.offers(1))["precedents"]
    assert (fit["why"], fit["unit"]) == ("在「古黄河西岸」内", towns.DEPARTMENT)
    new, old = await desk.listed()
    assert (new["replaces"], old["name"], old["end_reason"]) == (made, "河岸", "更正：河岸归水利")
    (feature,) = (await reads.drawn(desk.store, DISTRICT))["features"]
    assert (feature["id"], feature["geometry"]["type"]) == (new["id"], "Polygon")


CROSSED = [[119.04, 33.64], [119.05, 33.65], [119.05, 33.64], [119.04, 33.65], [119.04, 33.64]]
LINE = {"type": "LineString", "coordinates": [[119.049, 33.64], [119.049, 33.66]]}


@pytest.mark.parametrize(
    ("shape", "width_m", "says", "field"),
    [
        ({"type": "Polygon", "coordinates": [CROSSED]}, None, "自己相交", "shape"),
        (area(119.04, 33.64, 119.04001, 33.64001), None, "太小", "shape"),
        (area(118.5, 33.2, 119.5, 34.0), None, "太大", "shape"),
        (area(110.0, 20.0, 110.01, 20.01), None, "不在本区", "shape"),
        (LINE, None, "两侧各多少米", "width_m"),
    ],
)
async def test_what_cannot_be_a_ground_is_refused_and_says_what_to_do(
    desk: Desk, shape: dict[str, Any], width_m: int | None, says: str, field: str
) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        await desk.precedents.add(DISTRICT, drawn(shape, width_m=width_m))
    assert refused.value.field == field
    assert await desk.listed() == []


async def test_only_what_was_drawn_is_drawn_anew(desk: Desk) -> None:
    by_cell = PrecedentForm(None, towns.CELL_A, None, None, LAMP, towns.DEPARTMENT, "按职责")
    made = await desk.precedents.add(DISTRICT, by_cell)
    with pytest.raises(BadInput, match="不能重画"):
        await desk.precedents.change(DISTRICT, made, drawn(LINE, width_m=20))
    with pytest.raises(BadInput, match="要有名称"):
        await desk.precedents.add(DISTRICT, drawn(LINE, width_m=20, name=" "))


PLANS: dict[str, tuple[str, list[Any]]] = {
    "precedents around": (rows.SQL.around, [1, "320804001001001", 119.0, 33.0, 300]),
    "like cases": (questions.SQL.like, [1, "320804001001001", [1, 2], 119.0, 33.0, 1, LAMP]),
    "alarms": (questions.SQL.alarms, []),
    "waiting": (questions.SQL.waiting, [200]),
    "ground": (rows.SQL.ground, [1]),
    "trail": (rows.SQL.trail, [1]),
}


@pytest.mark.parametrize("name", PLANS)
async def test_no_table_is_read_whole(service: Store, name: str) -> None:
    statement, values = PLANS[name]
    async with service.reader(frozenset({"unit:1"})) as tx:
        plan = "\n".join(row[0] for row in await tx.fetch(f"EXPLAIN {statement}", *values))
    for bad in ("Seq Scan", "Hash Join", "Merge Join"):
        assert bad not in plan, plan
