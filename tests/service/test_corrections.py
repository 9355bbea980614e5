"""What a person's placing teaches: told at once, proposed once, approved by another; the next ticket finds it."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.databases import Database
from tests.service.conftest import Desk, Hotline, Service, SignIn, order
from tests.waiting import patient
from tests.web import towns

IN_A = {"lon": 119.03, "lat": 33.63}
PHONE = "13912345678"


@pytest.fixture
def hotline_district(hotline_district: Database) -> Database:
    """The two towns with their villages in the gazetteer."""
    with psycopg.connect(hotline_district.owner_url) as connection:
        for village, town, name, lon in (
            (towns.VILLAGE_A, towns.TOWN_A, "营东社区", 119.05),
            (towns.VILLAGE_B, towns.TOWN_B, "渔沟村", 119.15),
        ):
            connection.execute(
                "INSERT INTO place (kind, name, lon, lat, radius_m, village, town, source) "
                "VALUES ('village', %s, %s, 33.65, 1200, %s, %s, 't')",
                (name, lon, village, town),
            )
        connection.execute("INSERT INTO gazetteer_version (id, checksum) VALUES (2, 't')")
        row = (12, "甲带班", "带班领导", "13900000012")
        connection.execute("INSERT INTO person (id, name, post, phone) VALUES (%s, %s, %s, %s)", row)
        account = (12, "dutya", towns.password_hash())
        connection.execute(
            "INSERT INTO account (person, username, password_hash) VALUES (%s, %s, %s)", account
        )
        duty = (12, "duty_leader", towns.CENTER_A)
        connection.execute("INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", duty)
    return hotline_district


async def place(desk: Desk, ticket: int, **point: float) -> dict[str, Any]:
    """Place a ticket by hand; the whole answer."""
    answer = await desk.act(ticket, "place", point=point or IN_A)
    assert answer.status_code == 200, answer.text
    given: dict[str, Any] = answer.json()
    return given


async def pushed(hotline: Hotline, service: Service, number: str, address: str, **more: Any) -> int:
    """Push a ticket; its id."""
    await hotline.push(order(number, address=address, content="路灯不亮,请派人修", **more))
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = %s", number)
    return int(ticket)


async def test_a_correction_becomes_a_name_that_places_the_next_ticket(
    hotline: Hotline, service: Service, sign_in: SignIn
) -> None:
    first = await pushed(hotline, service, "JY1", f"小李庄张三家门口，电话{PHONE}")
    assert service.rows("SELECT state FROM ticket") == [("unplaced",)]
    district = await sign_in("district")
    told = (await place(district, first))["proposed"]
    assert (told["name"], told["kind"], told["place_name"]) == ("小李庄", "natural", "营东社区")
    assert told["says"] == "已建议把“小李庄”记为 营东社区 的自然庄，待他人核准"
    ((name, state, ticket, by, reason),) = service.rows(
        "SELECT name, state, ticket, proposed_by, reason FROM alias"
    )
    assert (name, state, ticket, by) == ("小李庄", "proposed", first, 1)
    assert PHONE not in reason
    assert "张三" not in reason

    second = await pushed(hotline, service, "JY2", "小李庄北头")
    assert (await place(district, second))["proposed"] is None
    assert service.rows("SELECT count(*) FROM alias") == [(1,)]

    own = await district.client.post(f"/api/gazetteer/proposals/{told['id']}", json={"approve": True})
    assert own.status_code == 403
    leader = await sign_in("dutya")
    approved = await leader.client.post(f"/api/gazetteer/proposals/{told['id']}", json={"approve": True})
    assert approved.status_code == 200, approved.text
    level, number = None, 3
    async with patient():
        while level != "village":  # the name is in use as soon as the index is made anew
            ticket = await pushed(hotline, service, f"JY{number}", "小李庄北头")
            ((level,),) = service.rows("SELECT level FROM ticket WHERE id = %s", ticket)
            number += 1


async def test_a_refused_name_is_not_proposed_again(
    hotline: Hotline, service: Service, sign_in: SignIn
) -> None:
    district, leader = await sign_in("district"), await sign_in("dutya")
    first = await pushed(hotline, service, "JY1", "小李庄")
    told = (await place(district, first))["proposed"]
    refused = {"approve": False, "reason": "当地没有这个庄"}
    assert (
        await leader.client.post(f"/api/gazetteer/proposals/{told['id']}", json=refused)
    ).status_code == 200
    again = await pushed(hotline, service, "JY2", "小李庄")
    assert (await place(district, again))["proposed"] is None


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("我家门口", {}),
        ("小李庄", {"type": "report"}),
        ("富丽花园", {"lon": 119.155, "lat": 33.648}),
    ],
)
async def test_nothing_is_learnt_of_nothing_and_of_nobody_in_confidence(
    hotline: Hotline, service: Service, sign_in: SignIn, address: str, more: dict[str, Any]
) -> None:
    """Also where the words were understood and only the pushed coordinate was wrong."""
    ticket = await pushed(hotline, service, "JY1", address, **more)
    district = await sign_in("district")
    ((state,),) = service.rows("SELECT state FROM ticket")
    if state == "unplaced":
        told = await place(district, ticket, **IN_A)
    else:
        point = {"lon": 119.05, "lat": 33.65}
        told = (await district.act(ticket, "relocate", point=point, reason="坐标不对")).json()
    assert told["proposed"] is None
    assert service.rows("SELECT count(*) FROM alias") == [(0,)]
