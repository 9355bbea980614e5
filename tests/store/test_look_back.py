"""Look-back samples and the clock that closes replied tickets: drawn from the journal, verified, tampered with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from dispatch.actions.concluding import Concluding
from dispatch.actions.look_back import LookBacks, _label, verify
from dispatch.actions.world import Worlds
from dispatch.cli import run
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.sampling import Plan, commitment
from dispatch.errors import Refused
from dispatch.store import look_back as store
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

SUPERVISOR = Actor("区督查", 1, frozenset({Membership(Role.SUPERVISOR, towns.DISTRICT)}))
SINCE = datetime.now(UTC) - timedelta(days=31)
PLAN = Plan("上月", SINCE, SINCE + timedelta(days=30), "town", 0.5, 1)
SEED = "5e" * 32


@pytest.fixture
async def opened(founded: Database) -> AsyncIterator[Store]:
    """The service's pool over the two towns."""
    made = await Store.open(founded.url, size=4)
    yield made
    await made.close()


async def nobody(_streams: Sequence[int]) -> None:
    """Nobody is waiting to be woken."""


@pytest.fixture
async def look_backs(opened: Store) -> LookBacks:
    """The verbs, over the towns' world."""
    worlds = Worlds(opened)
    await worlds.refresh()
    return LookBacks(opened, worlds, towns.sealer(), nobody)


async def published(opened: Store, plan: Plan = PLAN) -> int:
    """A period that was committed to before it began."""
    sealer, told = towns.sealer(), commitment(plan, SEED)
    async with opened.system() as tx:
        sealed = sealer.seal({"seed": SEED}, _label(told))
        return await store.add_period(tx, plan, told, sealer.key_id, sealed, 1)


def replied(owner_url: str, first: int, count: int, place: dict[str, object], at: datetime) -> None:
    """Tickets of a town that were replied at a time."""
    for ticket in range(first, first + count):
        towns.add_ticket(owner_url, ticket, place, state="replied", state_since=at.isoformat(), version=2)
    with psycopg.connect(owner_url) as connection:
        connection.execute(
            "INSERT INTO journal (ticket, version, at, event, command, actor, state_from, state_to, changes) "
            "SELECT t, 2, %s, 'ticket.reviewed', 'review', '甲带班', 'answered', 'replied', '{}' "
            "FROM generate_series(%s::bigint, %s) t",
            (at, first, first + count - 1),
        )


async def test_anybody_draws_the_same_sample_again(
    founded: Database, opened: Store, look_backs: LookBacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = PLAN.since + timedelta(days=3)
    replied(founded.owner_url, 1, 10, towns.IN_A, inside)
    replied(founded.owner_url, 11, 3, towns.IN_B, inside)
    replied(founded.owner_url, 20, 5, towns.IN_A, PLAN.until + timedelta(minutes=1))
    number = await published(opened)
    assert await look_backs.draw(SUPERVISOR, number) == {"population": 13, "drawn": 7}
    with pytest.raises(Refused, match="已经抽取"):
        await look_backs.draw(SUPERVISOR, number)
    verdict = await verify(opened, number)
    assert (verdict.population, verdict.drawn, verdict.faults) == (13, 7, ())
    monkeypatch.setenv("DATABASE_URL", founded.url)
    assert await asyncio.to_thread(run, ["lookback", "verify", str(number)]) == 0


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE look_back_period SET seed = repeat('0', 64)", "种子"),
        ("UPDATE look_back_period SET share = 0.6", "承诺"),
        ("DELETE FROM look_back_population WHERE ticket = 1", "总体"),
        ("UPDATE look_back SET ticket = 99 WHERE id = (SELECT min(id) FROM look_back)", "重新抽取"),
    ],
)
async def test_whatever_was_tampered_with_is_found(
    founded: Database, opened: Store, look_backs: LookBacks, tampering: str, fault: str
) -> None:
    replied(founded.owner_url, 1, 10, towns.IN_A, PLAN.since + timedelta(days=3))
    replied(founded.owner_url, 99, 1, towns.IN_A, PLAN.until + timedelta(days=1))
    number = await published(opened)
    await look_backs.draw(SUPERVISOR, number)
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute(tampering.encode())
    assert any(fault in each for each in (await verify(opened, number)).faults)


async def test_a_seed_is_not_told_before_its_time(opened: Store, look_backs: LookBacks) -> None:
    number = await published(opened, replace(PLAN, until=datetime.now(UTC) + timedelta(days=1)))
    with pytest.raises(Refused, match="还没有结束"):
        await look_backs.draw(SUPERVISOR, number)
    with pytest.raises(Refused, match="尚未公布"):
        await verify(opened, number)


async def test_a_replied_ticket_is_closed_by_its_clock(
    founded: Database, opened: Store, look_backs: LookBacks
) -> None:
    now = datetime.now(UTC)
    replied(founded.owner_url, 1, 1, towns.IN_A, now - timedelta(days=16))
    replied(founded.owner_url, 2, 1, towns.IN_A, now - timedelta(days=14))
    replied(founded.owner_url, 3, 1, towns.IN_A, now - timedelta(days=16))
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute("UPDATE ticket SET next_step_at = now() + interval '1 day' WHERE id = 3")
    job = Concluding(opened, look_backs.worlds, nobody)
    assert await job.conclude_due() is False
    assert await job.conclude_due() is False
    with psycopg.connect(founded.owner_url) as connection:
        states = connection.execute("SELECT state FROM ticket ORDER BY id").fetchall()
        told = connection.execute(
            "SELECT ticket, actor FROM journal WHERE event = 'ticket.concluded'"
        ).fetchall()
    assert [state for (state,) in states] == ["closed", "replied", "replied"]
    assert told == [(1, "系统")]
