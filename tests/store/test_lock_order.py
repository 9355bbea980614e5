"""Whole batches at once over the same tickets in any order: one lock order, so nobody dies in a deadlock."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from random import Random
from typing import Any
from uuid import uuid4

import psycopg
import structlog

from dispatch.actions.intake import Delivery, Intake
from dispatch.actions.world import Worlds
from dispatch.domain.messages import parse
from dispatch.domain.profile import FIELDS, Profile
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

PLAIN = Profile({name: name for name in FIELDS}, {})
ORDERS = [f"LO{number}" for number in range(40)]


def delivery(messages: Sequence[dict[str, Any]]) -> Delivery:
    """A batch of messages."""
    items = [parse(message, PLAIN) for message in messages]
    return Delivery("huaian-12345", "wgs84", PLAIN, uuid4().hex, b"", items, single=False)


async def intake(service: Store) -> Intake:
    """Intake as the service makes it."""
    worlds = Worlds(service)
    await worlds.refresh()

    async def wake(_streams: Sequence[int]) -> None:
        return None

    return Intake(service, worlds, towns.sealer(), wake)


async def test_batches_that_overlap_in_any_order_never_deadlock(service: Store, two_towns: Database) -> None:
    door = await intake(service)
    known = [{"order_no": order, "content": "路灯不亮", "lon": 119.05, "lat": 33.65} for order in ORDERS]
    await door.submit(delivery(known))

    async def push(seed: int) -> list[str]:
        chance = Random(seed)
        urges = [{"kind": "urge", "order_no": order, "text": f"快,第 {seed} 次"} for order in ORDERS]
        fresh = [{"order_no": f"N{number}", "content": "新的"} for number in range(10)]
        mixed = chance.sample(urges + fresh, len(urges) + len(fresh))
        answer = await door.submit(delivery(mixed))
        return [each["status"] for each in json.loads(answer.body)["results"]]

    with structlog.testing.capture_logs() as logs:
        answers = await asyncio.gather(*(push(seed) for seed in range(12)))
    assert [each for each in logs if each["event"] == "intake.collided"] == []
    assert all(set(each) <= {"applied", "created", "known"} for each in answers)
    with psycopg.connect(two_towns.owner_url) as connection:
        urged = connection.execute("SELECT DISTINCT urged FROM ticket WHERE order_no LIKE 'LO%'").fetchall()
        made = connection.execute("SELECT count(*) FROM ticket WHERE order_no LIKE 'N%'").fetchone()
    assert (urged, made) == ([(12,)], (10,))


async def test_the_messages_of_one_order_keep_their_order(service: Store, two_towns: Database) -> None:
    door = await intake(service)
    told = [
        {"kind": "urge", "order_no": "Z1", "text": "一"},
        {"order_no": "Z1", "content": "路灯不亮"},
        {"order_no": "A1", "content": "路灯不亮"},
        {"kind": "supplement", "order_no": "Z1", "text": "二"},
        {"kind": "withdraw", "order_no": "A1", "text": "不要了"},
        {"kind": "urge", "order_no": "Z1", "text": "三"},
    ]
    answer = await door.submit(delivery(told))
    results = json.loads(answer.body)["results"]
    assert [(each["order_no"], each["status"]) for each in results] == [
        ("Z1", "applied"),
        ("Z1", "created"),
        ("A1", "created"),
        ("Z1", "applied"),
        ("A1", "applied"),
        ("Z1", "applied"),
    ]
    with psycopg.connect(two_towns.owner_url) as connection:
        said = connection.execute(
            "SELECT j.detail->>'text' FROM journal j JOIN ticket t ON t.id = j.ticket "
            "WHERE t.order_no = 'Z1' AND j.version > 1 ORDER BY j.version"
        ).fetchall()
    assert said == [("一",), ("二",), ("三",)]
