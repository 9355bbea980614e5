"""What runs by itself does each thing once: one report in flight per ticket, each warning fired by one process."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import psycopg

from dispatch.actions.warning import Warnings
from dispatch.actions.world import Worlds
from dispatch.domain.clocks import Changes, Start
from dispatch.store import intake, reports, tickets
from dispatch.store.database import Database as Store
from dispatch.store.reports import Report, Settled
from dispatch.store.tickets import Following
from tests.databases import Database

Rows = list[tuple[object, ...]]


def rows(owner_url: str, question: str) -> Rows:
    """What the database holds, asked as its owner."""
    with psycopg.connect(owner_url) as connection:
        return connection.execute(question.encode()).fetchall()


def report(owner_url: str, ticket: int, version: int) -> None:
    """A report that is due."""
    with psycopg.connect(owner_url) as connection:
        connection.execute(
            "INSERT INTO callback (id, source, ticket, version, status, body, state, created_at, next_at) "
            "VALUES (gen_random_uuid(), 's', %s, %s, '已签收', jsonb_build_object('version', %s::int), 'pending', "
            "now(), now() - interval '1 second')",
            (ticket, version, version),
        )


async def claim(service: Store, most: int = 50) -> list[Report]:
    """What one process claims."""
    async with service.system() as tx:
        return await reports.claim(tx, most)


async def settle(service: Store, claimed: Report, state: str) -> None:
    """What became of it."""
    async with service.system() as tx:
        await reports.settle(tx, [Settled(claimed.id, claimed.attempts, state, timedelta(0), None)])


async def test_one_report_of_a_ticket_is_in_flight_and_the_next_follows_in_version_order(
    service: Store, two_towns: Database
) -> None:
    for version in (3, 1, 2):
        report(two_towns.owner_url, 1, version)
    report(two_towns.owner_url, 2, 1)
    sent = []
    for _ in range(3):
        claimed = await asyncio.gather(*(claim(service) for _ in range(5)))
        mine = [each for listed in claimed for each in listed if each.ticket == 1]
        assert len(mine) == 1
        assert await claim(service) == []
        await settle(service, mine[0], "sent")
        sent.append(mine[0].body["version"])
    assert sent == [1, 2, 3]


async def test_a_dead_report_lets_the_next_one_go(service: Store, two_towns: Database) -> None:
    for version in (1, 2):
        report(two_towns.owner_url, 1, version)
    await settle(service, (await claim(service))[0], "dead")
    assert [each.body["version"] for each in await claim(service)] == [2]


async def test_a_report_whose_process_died_is_due_again_with_the_same_id(
    service: Store, two_towns: Database
) -> None:
    report(two_towns.owner_url, 1, 1)
    (first,) = await claim(service)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE callback SET next_at = next_at - interval '61 seconds'")
    (again,) = await claim(service)
    assert (again.id, again.attempts) == (first.id, 2)
    await settle(service, first, "dead")
    held = "SELECT state, attempts FROM callback"
    assert rows(two_towns.owner_url, held) == [("pending", 2)], (
        "who was stopped in between says nothing about it"
    )
    await settle(service, again, "sent")
    await settle(service, first, "pending")
    assert rows(two_towns.owner_url, held) == [("sent", 2)]


async def test_each_warning_fires_once_whoever_looks(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "UPDATE clock SET next_at = now() - interval '1 second', "
            "started_at = now() - interval '9 days', due_at = now() + interval '1 day'"
        )
    worlds = Worlds(service)
    await worlds.refresh()
    woken: list[int] = []

    async def wake(streams: Sequence[int]) -> None:
        woken.extend(streams)

    warnings = [Warnings(service, worlds, wake) for _ in range(4)]
    await asyncio.gather(*(each.fire_due() for each in warnings))
    told = "SELECT ticket, detail->>'warned' FROM journal WHERE event = 'ticket.clock_warned' ORDER BY ticket"
    assert rows(two_towns.owner_url, told) == [(1, "soon"), (2, "soon")]
    assert sorted(woken) == [2, 3]
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE clock SET due_at = now(), next_at = now()")
    await asyncio.gather(*(each.fire_due() for each in warnings))
    await warnings[0].fire_due()
    assert rows(two_towns.owner_url, told) == [(1, "soon"), (1, "overdue"), (2, "soon"), (2, "overdue")]
    assert rows(two_towns.owner_url, "SELECT version FROM ticket ORDER BY id") == [(3,), (3,)]


async def test_an_ended_ticket_is_not_warned_of(service: Store, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE clock SET next_at = now(), stopped_at = now()")
    worlds = Worlds(service)
    await worlds.refresh()

    async def wake(_streams: Sequence[int]) -> None:
        raise AssertionError("nobody is told")

    assert await Warnings(service, worlds, wake).fire_due() is False


async def test_a_clock_that_starts_again_at_the_same_instant_warns_again(
    service: Store, two_towns: Database
) -> None:
    async with service.system() as tx:
        now = await intake.clock(tx)
        begun = Start("sign", now, now + timedelta(hours=1), now + timedelta(minutes=48), "签收")
        await tickets.follow(tx, 1, now, Following(Changes(now, start=(begun,))))
        await tickets.follow(tx, 1, now, Following(Changes(now, stop=frozenset({"sign"}))))
        await tickets.follow(tx, 1, now, Following(Changes(now, start=(begun,))))
        await tickets.follow(tx, 1, now, Following(Changes(now, stop=frozenset({"sign"}), start=(begun,))))
    held = "SELECT stopped_at, next_at IS NOT NULL, warned FROM clock WHERE ticket = 1 AND kind = 'sign'"
    assert rows(two_towns.owner_url, held) == [(None, True, None)]
