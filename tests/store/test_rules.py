"""Versions of the routing rules on a real database: drafted, tried, in force, brought back; powers beside them."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest

from dispatch.actions.intake import Delivery, Intake
from dispatch.actions.powers import PowerForm, Powers
from dispatch.actions.rules import Rules
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.messages import parse
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.profile import FIELDS, Profile
from dispatch.errors import BadInput, Conflict, Refused
from dispatch.reads import rules as reads
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

KEEPER = Actor("区值班", 1, frozenset({Membership(Role.DISTRICT_OPERATOR, towns.DISTRICT)}))
ADMIN = Actor("管系统", 5, frozenset({Membership(Role.SYSTEM_ADMIN, towns.DISTRICT)}))
PLAIN = Profile({name: name for name in FIELDS}, {})
TO_TOWN = {"name": "属地", "reason": "按所在镇街派单", "target_kind": "town"}
TO_DEPARTMENT = {
    "name": "路灯到住建",
    "reason": "路灯由区住建局维护",
    "categories": ["市政设施/路灯"],
    "target_kind": "unit",
    "target_unit": towns.DEPARTMENT,
}


@dataclass
class Field:
    """The parts that a rule goes through."""

    store: Store
    worlds: Worlds
    rules: Rules
    powers: Powers
    intake: Intake
    works: Works
    owner_url: str

    async def drafted(self, *rules: dict[str, Any]) -> tuple[int, int]:
        """A draft of some rules; its number and revision."""
        version = await self.rules.begin(KEEPER, "试一版", None)
        saved = await self.rules.save(KEEPER, version, 1, rules, "试一版")
        return version, saved["revision"]

    async def tried(self, version: int) -> dict[str, Any]:
        """What trying a draft came to."""
        started = await self.rules.start_trying(KEEPER, version)
        ended = await self.works.ended(started["id"])
        assert ended["state"] == "done", ended
        return ended["result"] or {}

    async def in_force(self, *rules: dict[str, Any]) -> int:
        """Rules that were drafted, tried and activated; their version."""
        version, revision = await self.drafted(*rules)
        await self.tried(version)
        assert await self.rules.activate(KEEPER, version, revision, None) == "active"
        return version

    async def push(self, number: str) -> None:
        """An order about a lamp of town A."""
        message = {"order_no": number, "type": "report", "content": "路灯不亮", "address": "富丽花园"}
        message["category"] = "市政设施/路灯"
        digest = hashlib.sha256(json.dumps(message).encode()).digest()
        items = [parse(message, PLAIN)]
        answer = await self.intake.submit(
            Delivery("huaian-12345", "wgs84", PLAIN, number, digest, items, single=True)
        )
        assert answer.status < 300, answer

    def routed(self) -> list[tuple[int, int | None, int | None]]:
        """(rule set, rule, unit first sent to) of every pushed ticket."""
        with psycopg.connect(self.owner_url) as connection:
            return connection.execute(
                "SELECT rule_set, routing_rule, first_sent FROM ticket WHERE id > 2 ORDER BY id"
            ).fetchall()


async def _nobody(_streams: Sequence[int]) -> None:
    """Nobody listens."""


@pytest.fixture
async def field(service: Store, two_towns: Database) -> AsyncIterator[Field]:
    """Two towns with a ticket each, and rules that send everything to its town."""
    worlds, works = Worlds(service), Works(service)
    await worlds.refresh()
    intake = Intake(service, worlds, towns.sealer(), _nobody)
    rules, powers = Rules(service, worlds, works), Powers(service, worlds)
    yield Field(service, worlds, rules, powers, intake, works, two_towns.owner_url)
    await intake.drain()
    await works.close()


async def test_a_draft_is_tried_and_comes_in_force_whole(field: Field) -> None:
    version, revision = await field.drafted(TO_DEPARTMENT, TO_TOWN)
    with pytest.raises(Refused, match="还没有试算"):
        await field.rules.activate(KEEPER, version, revision, None)
    assert await field.tried(version) == {"version": version, "asked": 2, "routed": 2, "moved": 2}
    await field.push("JY-before")
    assert await field.rules.activate(KEEPER, version, revision, None) == "active"
    await field.push("JY-after")
    assert field.routed() == [(1, 1, towns.CENTER_A), (version, 10, towns.DEPARTMENT)]
    units = field.worlds.current.tables.units
    seen = await reads.version(field.store, units, KEEPER, version)
    assert seen["state"] == "active"
    assert [each["name"] for each in seen["listed"]] == ["路灯到住建", "属地"]
    pairs = {
        (each["former"]["id"], each["proposed"]["id"]): each["tickets"] for each in seen["trial"]["pairs"]
    }
    assert pairs == {(towns.CENTER_A, 6): 1, (towns.CENTER_B, 6): 1}
    assert {each["number"] for each in seen["trial"]["listed"]} == {"HY2026112400001", "HY2026112400002"}
    assert (await reads.version(field.store, units, ADMIN, version))["trial"]["listed"] == []
    told = [each["what"] for each in await reads.changes(field.store, KEEPER, "rule_set")]
    assert told == ["activated", "saved", "drafted"]


async def test_a_draft_that_changed_has_to_be_tried_again(field: Field) -> None:
    version, revision = await field.drafted(TO_DEPARTMENT, TO_TOWN)
    await field.tried(version)
    saved = await field.rules.save(KEEPER, version, revision, [TO_TOWN], "少一条")
    with pytest.raises(Refused, match="试算后又有改动"):
        await field.rules.activate(KEEPER, version, saved["revision"], None)
    with pytest.raises(Conflict, match="有人改过"):
        await field.rules.save(KEEPER, version, revision, [TO_TOWN], "旧的")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"target_unit": 999}, "不存在或已停用"),
        ({"target_unit": None}, "请选择单位"),
        ({"categories": ["飞碟"]}, "没有事项分类「飞碟」"),
        ({"categories": []}, "永远不会适用"),
        ({"valid_from": "2026-02-01", "valid_until": "2026-01-01"}, "有效期倒置"),
        ({"time_from": "25:00"}, "时间「25:00」不对"),
        ({"name": " "}, "名称"),
        ({"towns": ["320804999"]}, "没有「320804999」"),
    ],
)
async def test_a_broken_rule_is_refused_at_save(field: Field, change: dict[str, Any], says: str) -> None:
    version = await field.rules.begin(KEEPER, "坏的", None)
    with pytest.raises(BadInput, match=says) as refused:
        await field.rules.save(KEEPER, version, 1, [{**TO_DEPARTMENT, **change}, TO_TOWN], "坏的")
    (first, *_) = refused.value.more["errors"]
    assert first["field"].startswith("10.")


async def test_what_became_of_a_unit_since_keeps_a_draft_from_coming_in_force(field: Field) -> None:
    version, revision = await field.drafted(TO_DEPARTMENT, TO_TOWN)
    await field.tried(version)
    with psycopg.connect(field.owner_url) as connection:
        connection.execute("UPDATE unit SET active = false WHERE id = %s", (towns.DEPARTMENT,))
    await field.worlds.refresh()
    with pytest.raises(BadInput, match="不存在或已停用"):
        await field.rules.activate(KEEPER, version, revision, None)


async def test_a_former_version_is_brought_back_under_a_new_number(field: Field) -> None:
    version = await field.in_force(TO_DEPARTMENT, TO_TOWN)
    back = await field.rules.bring_back(KEEPER, 1, "路灯仍归镇街")
    assert back == version + 1
    await field.push("JY-back")
    assert field.routed() == [(back, 10, towns.CENTER_A)]
    with pytest.raises(Refused, match="曾经启用过"):
        await field.rules.bring_back(KEEPER, back, "再来")


async def test_what_is_scheduled_comes_in_force_when_it_is_due_and_once(field: Field) -> None:
    version, revision = await field.drafted(TO_DEPARTMENT, TO_TOWN)
    await field.tried(version)
    later = datetime.now(UTC) + timedelta(days=1)
    assert await field.rules.activate(KEEPER, version, revision, later) == "scheduled"
    await field.rules.activate_due()
    assert field.worlds.current.tables.rules.version == 1
    with psycopg.connect(field.owner_url) as connection:
        connection.execute("UPDATE rule_set SET starts_at = now() WHERE version = %s", (version,))
    await asyncio.gather(field.rules.activate_due(), field.rules.activate_due())
    assert field.worlds.current.tables.rules.version == version
    with psycopg.connect(field.owner_url) as connection:
        held = connection.execute("SELECT held_back FROM rule_set WHERE version = %s", (version,)).fetchone()
    assert held == (None,), "the second was not refused: it found nothing to do"
    states = [
        (each["version"], each["state"])
        for each in (await reads.overview(field.store, field.worlds.current.tables.units, KEEPER))["versions"]
    ]
    assert states == [(version, "active"), (1, "retired")]


async def test_each_ticket_is_routed_by_exactly_one_version_while_they_change(field: Field) -> None:
    targets = {1: towns.CENTER_A}
    pushing = [asyncio.create_task(field.push(f"JY-{number}")) for number in range(60)]
    for at in range(3):
        rules = (TO_DEPARTMENT, TO_TOWN) if at % 2 == 0 else (TO_TOWN,)
        version = await field.in_force(*rules)
        targets[version] = towns.DEPARTMENT if at % 2 == 0 else towns.CENTER_A
        pushing += [asyncio.create_task(field.push(f"JY-{version}-{number}")) for number in range(20)]
    await asyncio.gather(*pushing)
    found = field.routed()
    assert len(found) == 120
    assert [(version, unit) for version, _, unit in found if targets[version] != unit] == []
    assert len({version for version, _, _ in found}) > 1


async def test_a_power_taken_back_sends_reports_to_its_bureau_from_that_day(field: Field) -> None:
    with psycopg.connect(field.owner_url) as connection:
        connection.execute(
            "INSERT INTO unit (id, kind, name, center, town) VALUES (8, 'enforcement', '王家营街道综合执法局', 2, %s)",
            (towns.TOWN_A,),
        )
    await field.worlds.refresh()
    held = {"name": "有权", "reason": "当日有处罚权", "power": "held", "target_kind": "enforcement"}
    without = {"name": "无权", "reason": "当日无处罚权", "power": "not_held", "target_kind": "bureau"}
    await field.in_force(held, without, TO_TOWN)
    form = PowerForm(
        "对损坏路灯的处罚", ("市政设施/路灯",), towns.TOWN_A, towns.DEPARTMENT, date(2025, 1, 1), None, None
    )
    await field.push("JY-nobody")
    power = await field.powers.keep_power(KEEPER, form, "下放")
    await field.push("JY-held")
    today = datetime.now(SHANGHAI).date()
    back = PowerForm(form.power, form.categories, form.town, form.bureau, form.valid_from, today, "收回")
    await field.powers.keep_power(KEEPER, back, "评估后收回", power)
    await field.push("JY-taken-back")
    assert [unit for _, _, unit in field.routed()] == [towns.CENTER_A, 8, towns.DEPARTMENT]
    reasons = [each["reason"] for each in await reads.changes(field.store, KEEPER, "power")]
    assert reasons == ["评估后收回", "下放"]
    (seen,) = await reads.powers(field.store, KEEPER)
    assert (seen["valid_until"], seen["town_name"]) == (today, "王家营街道")
