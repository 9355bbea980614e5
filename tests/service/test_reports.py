"""Status reports back to the hotline: signed, in order, at least once with one id, dead letters on screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from dispatch.store import reports
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.service.conftest import ONE_AND_TWO, Hotline, Service, SignIn, order
from tests.service.receiver import Receiver, listening

DUE = "UPDATE callback SET next_at = now() WHERE state = 'pending'"


@pytest.fixture
def callback_url(hotline_district: Database, hotline_port: int) -> str:
    """The address that is registered."""
    url = f"http://127.0.0.1:{hotline_port}/callbacks"
    change(hotline_district.owner_url, "UPDATE source SET callback_url = %s", url)
    return url


@pytest.fixture
async def receiver(callback_url: str, hotline_port: int) -> AsyncIterator[Receiver]:
    """A receiver that listens."""
    made = Receiver()
    async with listening(made, hotline_port):
        yield made


def change(owner_url: str, statement: str, *values: object) -> None:
    """Change the database as its owner: time that passes, an address that is registered."""
    with psycopg.connect(owner_url) as connection:
        connection.execute(statement, values)


async def settled(service: Service, state: str, attempts: int, error: str | None = None) -> None:
    """Wait until a report stands so; looked at from a thread, so that the service goes on meanwhile."""
    question = "SELECT 1 FROM callback WHERE (state, attempts) = (%s, %s) AND coalesce(error, '') LIKE %s"
    await service.until(question, state, attempts, error or "")


async def test_statuses_go_up_signed_and_in_order(
    receiver: Receiver, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    await hotline.push(order("JY1"))
    center = await sign_in("towna")
    await center.do(1, "sign")
    await center.do(1, "take")
    await asyncio.to_thread(change, service.owner_url, DUE)
    await receiver.until(lambda heard: len(heard) == 3)
    assert receiver.statuses("JY1") == ["已派单", "已签收", "办理中"]
    assert [each.body["version"] for each in receiver.heard] == [1, 2, 3]
    assert receiver.heard[0].body["type"] == "ticket.status"


async def test_a_status_that_was_refused_goes_again_with_its_id(
    receiver: Receiver, hotline: Hotline, service: Service
) -> None:
    receiver.answers = [500, 503]
    await hotline.push(order("JY1"))
    for tried, said in ((1, "对方答复 500"), (2, "对方答复 503")):
        await settled(service, "pending", tried, said)
        await asyncio.to_thread(change, service.owner_url, DUE)
    await settled(service, "sent", 3)
    assert len({each.id for each in receiver.heard}) == 1
    assert [each.body for each in receiver.heard] == [receiver.heard[0].body] * 3


@ONE_AND_TWO
async def test_one_is_under_way_for_a_ticket(
    receiver: Receiver, hotline: Hotline, sign_in: SignIn, service: Service, hotline_district: Database
) -> None:
    """While the first is not answered, another process finds nothing of the ticket to send."""
    receiver.open.clear()
    await hotline.push(order("JY1"))
    await receiver.until(lambda heard: len(heard) == 1)
    await (await sign_in("towna")).do(1, "sign")
    await asyncio.to_thread(
        change, service.owner_url, "UPDATE callback SET next_at = now() WHERE version > 1"
    )
    other = await Store.open(hotline_district.url, size=2)
    async with other.system() as tx:
        assert await reports.claim(tx, 10) == []
    await other.close()
    receiver.open.set()
    await receiver.until(lambda heard: len(heard) == 2)
    assert receiver.statuses("JY1") == ["已派单", "已签收"]


async def test_a_receiver_that_is_away_gets_it_when_it_is_back(
    callback_url: str, hotline_port: int, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    """Away for three days: the report is dead, seen on screen, and replayed with its id."""
    await hotline.push(order("JY1"))
    await settled(service, "pending", 1, "没有送达%")
    await asyncio.to_thread(change, service.owner_url, "UPDATE callback SET attempts = 11, next_at = now()")
    await settled(service, "dead", 12, "没有送达%")
    center = await sign_in("towna")
    (dead,) = (await center.client.get("/api/callbacks?state=dead")).json()
    assert (dead["order_no"], dead["status"]) == ("JY1", "已派单")
    assert "没有送达" in dead["last_error"]
    assert (await (await sign_in("townb")).client.get("/api/callbacks?state=dead")).json() == []
    receiver = Receiver()
    async with listening(receiver, hotline_port):
        assert (await center.client.post(f"/api/callbacks/{dead['id']}/replay")).status_code == 204
        await receiver.until(lambda heard: [each.id for each in heard] == [dead["id"]])
        await settled(service, "sent", 1)


async def test_a_source_without_an_address_is_owed_nothing(
    hotline_district: Database, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    change(hotline_district.owner_url, "UPDATE source SET callback_url = NULL")
    await hotline.push(order("JY1"))
    center = await sign_in("towna")
    await center.do(1, "sign")
    assert (await center.client.get("/api/callbacks?state=dead")).json() == []
    assert service.rows("SELECT count(*) FROM callback") == [(0,)]
    assert "request_up" not in {each["command"] for each in (await center.see(1))["allowed"]}


@pytest.fixture
def unlisted(
    callback_url: str, receiver: Receiver, hotline_district: Database, hotline_port: int
) -> Receiver:
    """A receiver that listens, registered under another name of the same machine."""
    url = f"http://localhost:{hotline_port}/callbacks"
    change(hotline_district.owner_url, "UPDATE source SET callback_url = %s", url)
    return receiver


async def test_an_address_that_is_not_allowed_hears_nothing(
    unlisted: Receiver, hotline: Hotline, service: Service
) -> None:
    await hotline.push(order("JY1"))
    await settled(service, "pending", 1, "%允许名单%")
    assert unlisted.heard == []


async def test_a_sign_that_was_undone_is_never_told(
    receiver: Receiver, hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    await hotline.push(order("JY1"))
    center = await sign_in("towna")
    await center.do(1, "sign")
    await center.do(1, "undo_sign")
    await center.do(1, "sign")
    await asyncio.to_thread(change, service.owner_url, DUE)
    await receiver.until(lambda heard: len(heard) == 2)
    assert [(each.body["status"], each.body["version"]) for each in receiver.heard] == [
        ("已派单", 1),
        ("已签收", 4),
    ]
