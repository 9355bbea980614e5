"""Merging, unmerging, answering and what the hotline says, many at once: nobody dies in a deadlock, nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random
from uuid import uuid4

import psycopg
import structlog

from dispatch.actions.tickets import Tickets
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.commands import Command
from dispatch.errors import Collision, DispatchError
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.store.test_lock_order import delivery, intake
from tests.web import towns

DESK = Actor("甲值班", 2, frozenset({Membership(Role.TOWN_OPERATOR, towns.CENTER_A)}))
FAMILY = range(11, 19)
PARENTS = (14, 17)


async def tickets_of(service: Store) -> Tickets:
    """The desk's verbs."""
    worlds = Worlds(service)
    await worlds.refresh()

    async def wake(_streams: Sequence[int]) -> None:
        return None

    return Tickets(service, worlds, towns.sealer(), wake)


WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)

MISCOUNTED = (
    "SELECT p.id, p.callers, count(c.id) FROM ticket p "
    "LEFT JOIN ticket c ON c.merged_into = p.id AND c.state = 'merged' WHERE p.id BETWEEN 11 AND 18 "
    "GROUP BY p.id HAVING coalesce(p.callers, 1) <> 1 + count(c.id)"
)
CHAINED = (
    "SELECT c.id FROM ticket c JOIN ticket p ON p.id = c.merged_into "
    "WHERE c.state = 'merged' AND p.state = 'merged'"
)
URGED = "SELECT count(*) FROM journal WHERE command = 'urge' AND detail->>'child' IS NULL"


async def until_two_wait(owner_url: str) -> None:
    """Ask again and again, until two connections wait for a lock."""
    async with await psycopg.AsyncConnection.connect(owner_url, autocommit=True) as connection:
        while (await (await connection.execute(WAITING)).fetchone()) != (2,):
            pass


async def test_families_that_change_all_at_once_never_deadlock(service: Store, two_towns: Database) -> None:
    for number in FAMILY:
        towns.add_ticket(two_towns.owner_url, number, towns.IN_A)
    desk, door = await tickets_of(service), await intake(service)
    collisions = 0

    async def act(seed: int) -> None:
        nonlocal collisions
        chance = Random(seed)
        for _ in range(6):
            child, parent = chance.choice(FAMILY), chance.choice(PARENTS)
            merge = chance.random() < 0.6
            command = Command.MERGE if merge else Command.UNMERGE
            fields = {"parent": parent, "reason": "同一件事"} if merge else {"reason": "不是一件事"}
            try:
                await desk.perform(DESK, child, command, fields, uuid4())
            except Collision:
                collisions += 1
            except DispatchError:
                continue

    async def hear(seed: int) -> None:
        chance = Random(seed)
        orders = chance.sample([f"JY{number:06d}" for number in FAMILY], 5)
        await door.submit(
            delivery([{"kind": "urge", "order_no": each, "text": f"快{seed}"} for each in orders])
        )

    with structlog.testing.capture_logs() as logs:
        await asyncio.gather(*(act(seed) for seed in range(6)), *(hear(seed) for seed in range(12)))
    assert [each for each in logs if each["event"] == "intake.collided"] == []
    assert collisions == 0
    with psycopg.connect(two_towns.owner_url) as connection:
        assert connection.execute(MISCOUNTED).fetchall() == []
        assert connection.execute(CHAINED).fetchall() == []
        assert connection.execute(URGED).fetchone() == (60,)


async def test_another_one_merged_in_while_the_parent_was_waited_for_is_seen(
    service: Store, two_towns: Database
) -> None:
    for number in (11, 12):
        towns.add_ticket(two_towns.owner_url, number, towns.IN_A)
    desk = await tickets_of(service)
    given = {"parent": 12, "reason": "同一件事"}
    async with service.system() as tx:
        await tx.execute("SELECT FROM ticket WHERE id = 12 FOR UPDATE")
        merging = asyncio.create_task(desk.perform(DESK, 11, Command.MERGE, given, uuid4()))
        signing = asyncio.create_task(desk.perform(DESK, 12, Command.SIGN, {}, uuid4()))
        async with asyncio.timeout(60):
            await until_two_wait(two_towns.owner_url)
    await asyncio.gather(merging, signing)
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute(
            "SELECT state, coalesce(callers, 1) FROM ticket WHERE id IN (11, 12) ORDER BY id"
        )
        assert rows.fetchall() == [("merged", 1), ("signed", 2)]
