"""A caller's number on request: who may, and the audit row."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

WHY = {"reason": "联系诉求人"}


@pytest.fixture
def ticket(two_towns: Database) -> int:
    return towns.add_ticket(two_towns.owner_url, 301, towns.IN_A, name="张三丰", phone="13812345678")


def audited(database: Database) -> list[tuple[object, ...]]:
    with psycopg.connect(database.owner_url) as connection:
        rows = connection.execute(
            "SELECT action, person, unit, subject, reason FROM audit WHERE action LIKE 'caller.%'"
        )
        return rows.fetchall()


async def test_the_center_sees_the_number_and_leaves_a_row(
    sign_in: SignIn, ticket: int, two_towns: Database
) -> None:
    answer = await (await sign_in("towna")).post(f"/api/tickets/{ticket}/caller", json=WHY)
    assert answer.json() == {"name": "张三丰", "phone": "13812345678"}
    assert answer.headers["cache-control"] == "no-store"
    assert audited(two_towns) == [("caller.revealed", 2, towns.CENTER_A, "ticket:301", "联系诉求人")]


async def test_a_reason_is_asked_for(sign_in: SignIn, ticket: int, two_towns: Database) -> None:
    answer = await (await sign_in("towna")).post(f"/api/tickets/{ticket}/caller", json={"reason": ""})
    assert (answer.status_code, answer.json()["field"]) == (422, "reason")
    assert audited(two_towns) == []


async def test_who_sees_a_ticket_need_not_see_its_caller(
    sign_in: SignIn, ticket: int, two_towns: Database
) -> None:
    made = await sign_in("leadera")
    assert (await made.get(f"/api/tickets/{ticket}")).status_code == 200
    assert (await made.post(f"/api/tickets/{ticket}/caller", json=WHY)).status_code == 403
    assert audited(two_towns) == [("caller.refused", 8, towns.CENTER_A, "ticket:301", "联系诉求人")]


async def test_a_confidential_caller_is_shown_to_nobody(sign_in: SignIn, two_towns: Database) -> None:
    secret = towns.add_ticket(
        two_towns.owner_url, 302, towns.IN_A, name="张三丰", phone="13812345678", confidential=True
    )
    for username in ("towna", "district"):
        answer = await (await sign_in(username)).post(f"/api/tickets/{secret}/caller", json=WHY)
        assert answer.status_code == 403
        assert "138" not in answer.text


async def test_of_a_confidential_caller_not_even_a_mask_is_told(
    sign_in: SignIn, ticket: int, two_towns: Database
) -> None:
    secret = towns.add_ticket(
        two_towns.owner_url, 302, towns.IN_A, name="张三丰", phone="13812345678", confidential=True
    )
    for username in ("towna", "district"):
        made = await sign_in(username)
        told = (await made.get(f"/api/tickets/{secret}")).json()["caller"]
        assert told == {"masked_name": None, "masked_phone": None, "confidential": True}
        told = (await made.get(f"/api/tickets/{ticket}")).json()["caller"]
        assert (told["masked_phone"], told["confidential"]) == ("138****5678", False)


async def test_the_first_unit_may_call_until_another_has_signed(
    sign_in: SignIn, ticket: int, two_towns: Database
) -> None:
    town, district, other = await sign_in("towna"), await sign_in("district"), await sign_in("townb")
    back = {"reason": "wrong_place", "basis": "在渔沟镇"}

    async def do(made: Browser, command: str, **fields: object) -> None:
        body = {"operation": str(uuid.uuid4()), "fields": fields}
        answer = await made.post(f"/api/tickets/{ticket}/commands/{command}", json=body)
        assert answer.status_code == 200, answer.text

    await do(town, "return", **back)
    await do(district, "grant", unit=towns.CENTER_B)
    assert (await town.post(f"/api/tickets/{ticket}/caller", json=WHY)).status_code == 200
    await do(town, "contact", result="reached")
    assert audited(two_towns) == [("caller.revealed", 2, towns.CENTER_A, "ticket:301", "联系诉求人")]
    await do(other, "sign")
    assert (await town.post(f"/api/tickets/{ticket}/caller", json=WHY)).status_code == 404


async def test_a_ticket_without_a_caller_says_so(sign_in: SignIn, two_towns: Database) -> None:
    silent = towns.add_ticket(two_towns.owner_url, 303, towns.IN_A)
    answer = await (await sign_in("towna")).post(f"/api/tickets/{silent}/caller", json=WHY)
    assert answer.status_code == 404
