"""The life of a ticket over HTTP: each step by the one who may, told upward, and refused in words to anybody else."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.service.conftest import ONE_AND_TWO, Hotline, Service, SignIn, order
from tests.web import towns

STATION = {"unit": towns.STATION_A, "person": None}
WORKER = {"unit": towns.STATION_A, "person": 4}
DONE = {"done": "已更换灯泡,恢复照明", "how_closed": "solved"}


@pytest.fixture
async def ticket(hotline: Hotline, service: Service) -> int:
    """A ticket dispatched to town A."""
    await hotline.push(order("JY1"))
    return int(service.rows("SELECT id FROM ticket")[0][0])


def statuses(service: Service) -> list[str]:
    """What goes up, in order."""
    return [
        status
        for (status,) in service.rows(
            "SELECT status FROM callback WHERE state <> 'withdrawn' ORDER BY version"
        )
    ]


@ONE_AND_TWO
async def test_from_sign_to_closed(ticket: int, sign_in: SignIn, hotline: Hotline, service: Service) -> None:
    center, worker = await sign_in("towna"), await sign_in("workera")
    assert (await center.do(ticket, "sign"))["state"] == "signed"
    assert (await center.do(ticket, "assign", lead=WORKER, note="请今天处理"))["state"] == "assigned"
    assert (await worker.do(ticket, "accept"))["state"] == "in_progress"
    await worker.do(ticket, "arrive")
    assert (await worker.do(ticket, "answer", **DONE))["state"] == "answered"
    assert (await center.do(ticket, "review"))["state"] == "replied"
    told = {
        "kind": "callback_result",
        "order_no": "JY1",
        "contacted": True,
        "solved": True,
        "satisfied": "满意",
    }
    assert (await hotline.push(told)).json()["status"] == "applied"
    assert (await hotline.push({"kind": "concluded", "order_no": "JY1"})).json()["status"] == "applied"
    assert service.rows("SELECT state FROM ticket") == [("closed",)]
    assert statuses(service) == ["已派单", "已签收", "办理中", "已办结", "已结案"]
    assert service.rows("SELECT count(*) FROM clock WHERE stopped_at IS NULL") == [(0,)]


async def test_the_buttons_are_the_servers(ticket: int, sign_in: SignIn) -> None:
    center = await sign_in("towna")
    offered = (await center.see(ticket))["allowed"]
    assert offered[0]["command"] == "sign"
    assert offered[0]["primary"] is True
    assert {each["command"] for each in offered} >= {"sign", "return", "relocate", "note", "contact"}


async def test_a_sign_can_be_undone_and_is_not_told(ticket: int, sign_in: SignIn, service: Service) -> None:
    center = await sign_in("towna")
    await center.do(ticket, "sign")
    assert (await center.do(ticket, "undo_sign"))["state"] == "dispatched"
    assert statuses(service) == ["已派单"]


async def test_return_grant_and_force(ticket: int, sign_in: SignIn) -> None:
    center, district = await sign_in("towna"), await sign_in("district")
    other = await sign_in("townb")
    back = await center.do(ticket, "return", reason="wrong_place", basis="在渔沟镇", proposed=towns.CENTER_B)
    assert (back["state"], back["owed_by"]) == ("returned", towns.DISTRICT)
    granted = await district.do(ticket, "grant", unit=towns.CENTER_B)
    assert (granted["state"], granted["stream"], granted["hops"]) == ("dispatched", towns.CENTER_B, 1)
    assert (await center.see(ticket))["row"]["stream"] == towns.CENTER_B
    await other.do(ticket, "sign")
    assert ticket not in await center.board(towns.CENTER_A)
    assert (await center.client.get(f"/api/tickets/{ticket}")).status_code == 404


async def test_forced_back_it_cannot_be_returned_again(ticket: int, sign_in: SignIn) -> None:
    center, district = await sign_in("towna"), await sign_in("district")
    await center.do(ticket, "return", reason="beyond_duty", basis="不清楚")
    forced = await district.do(ticket, "force", reason="属本镇街")
    assert (forced["state"], forced["no_return"]) == ("signed", True)
    refused = await center.act(ticket, "return", reason="beyond_duty", basis="还是不清楚")
    assert (refused.status_code, "不得再退" in refused.json()["detail"]) == (409, True)


async def test_a_return_taken_back_goes_where_it_was(ticket: int, sign_in: SignIn) -> None:
    center = await sign_in("towna")
    await center.do(ticket, "sign")
    await center.do(ticket, "return", reason="incomplete", basis="缺信息")
    assert (await center.do(ticket, "take_back"))["state"] == "signed"


async def test_decline_recall_and_reassign(ticket: int, sign_in: SignIn, service: Service) -> None:
    center, worker, station = await sign_in("towna"), await sign_in("workera"), await sign_in("stationa")
    await center.do(ticket, "sign")
    await center.do(ticket, "assign", lead=WORKER)
    assert (await worker.do(ticket, "decline", reason="不是我的网格"))["state"] == "signed"
    assert (await worker.client.get(f"/api/tickets/{ticket}")).status_code == 404
    await center.do(ticket, "assign", lead=STATION)
    assert (await station.do(ticket, "accept"))["state"] == "in_progress"
    assert (await center.do(ticket, "reassign", lead=WORKER))["lead_person"] == 4
    assert (await center.do(ticket, "recall", reason="重新安排"))["lead_unit"] is None
    assert service.rows("SELECT count(*) FROM assignment WHERE closed_at IS NULL") == [(0,)]


async def test_the_one_who_answered_does_not_review(ticket: int, sign_in: SignIn) -> None:
    center = await sign_in("towna")
    await center.do(ticket, "sign")
    assert (await center.do(ticket, "answer", **DONE))["state"] == "answered"
    refused = await center.act(ticket, "review")
    assert (refused.status_code, "另一人" in refused.json()["detail"]) == (409, True)
    assert (await center.do(ticket, "send_back", reason="再核实"))["state"] == "signed"


async def test_a_co_handler_has_to_reply_first(ticket: int, sign_in: SignIn) -> None:
    center, worker, department = await sign_in("towna"), await sign_in("workera"), await sign_in("department")
    await center.do(ticket, "sign")
    await center.do(ticket, "assign", lead=WORKER, co=[{"unit": towns.DEPARTMENT, "person": None}])
    await worker.do(ticket, "accept")
    refused = await worker.act(ticket, "answer", **DONE)
    assert (refused.status_code, "区住建局" in refused.json()["detail"]) == (409, True)
    await department.do(ticket, "co_reply", text="灯具已送达")
    assert (await worker.do(ticket, "answer", **DONE))["state"] == "answered"


async def test_unhappy_and_rework_go_back_to_signed(ticket: int, sign_in: SignIn, hotline: Hotline) -> None:
    center, worker = await sign_in("towna"), await sign_in("workera")
    await center.do(ticket, "sign")
    await center.do(ticket, "assign", lead=WORKER)
    await worker.do(ticket, "accept")
    await worker.do(ticket, "answer", **DONE)
    await center.do(ticket, "review")
    told: dict[str, Any] = {
        "kind": "callback_result",
        "order_no": "JY1",
        "solved": False,
        "satisfied": "不满意",
    }
    await hotline.push(told)
    row = (await center.see(ticket))["row"]
    assert (row["state"], row["rework"]) == ("signed", 1)


@ONE_AND_TWO
async def test_a_repeated_operation_is_applied_once(ticket: int, sign_in: SignIn, service: Service) -> None:
    center = await sign_in("towna")
    body = {"operation": "7a0c2f0e-52a6-4c57-9d35-0d2a0f4f7a10", "fields": {"text": "已电话联系"}}
    for _ in range(3):
        assert (
            await center.client.post(f"/api/tickets/{ticket}/commands/note", json=body)
        ).status_code == 200
    assert service.rows("SELECT count(*) FROM journal WHERE command = 'note'") == [(1,)]


async def test_nobody_else_may(ticket: int, sign_in: SignIn) -> None:
    other, admin, worker = await sign_in("townb"), await sign_in("admin"), await sign_in("workera")
    for desk in (other, worker):
        assert (await desk.act(ticket, "sign")).status_code == 404
    assert (await admin.act(ticket, "sign")).status_code == 403
    center = await sign_in("towna")
    assert (await center.act(ticket, "grant", unit=towns.CENTER_B)).status_code == 409
    assert (await center.act(ticket, "accept")).status_code == 409


async def test_a_town_moves_nothing_across_its_border(ticket: int, sign_in: SignIn) -> None:
    center, district = await sign_in("towna"), await sign_in("district")
    there = {"lon": 119.15, "lat": 33.65, "datum": "wgs84"}
    assert (await center.act(ticket, "relocate", point=there, reason="在那边")).status_code == 409
    moved = await district.do(ticket, "relocate", point=there, reason="在那边")
    assert (moved["state"], moved["stream"], moved["cell"]) == ("dispatched", towns.CENTER_B, towns.CELL_B)
    assert ticket not in await center.board(towns.CENTER_A)


async def test_an_unplaced_ticket_is_placed_by_hand(
    hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    await hotline.push(order("JY2", content="有人扰民", address=""))
    ticket = int(service.rows("SELECT id FROM ticket")[0][0])
    district = await sign_in("district")
    await district.do(ticket, "ask_caller", reason="请补充地址")
    placed = await district.do(ticket, "place", point={"lon": 119.05, "lat": 33.65, "datum": "wgs84"})
    assert (placed["state"], placed["stream"], placed["placement"]) == (
        "dispatched",
        towns.CENTER_A,
        "placed",
    )
    reasons = (await district.see(ticket))["located"]["reasons"]
    assert placed["p_cell"] is None
    assert "由人工选定位置" in reasons
    assert not [reason for reason in reasons if "推送的坐标" in reason]


async def test_a_station_hands_its_part_down_and_a_co_handler_joins(
    ticket: int, sign_in: SignIn, service: Service
) -> None:
    center, station, worker = await sign_in("towna"), await sign_in("stationa"), await sign_in("workera")
    await center.do(ticket, "sign")
    await center.do(ticket, "assign", lead={"unit": towns.STATION_A, "person": None})
    assert (await worker.client.get(f"/api/tickets/{ticket}")).status_code == 404
    handed = await station.do(ticket, "hand_down", colleague={"unit": towns.STATION_A, "person": 4})
    assert (handed["state"], handed["lead_person"]) == ("assigned", 4)
    await worker.do(ticket, "accept")
    await center.do(ticket, "add_cohandler", co=[{"unit": towns.POLICE_A, "person": None}])
    kept = service.rows("SELECT part, unit, person, ended FROM assignment ORDER BY id")
    assert kept == [
        ("lead", towns.STATION_A, None, "hand_down"),
        ("lead", towns.STATION_A, 4, None),
        ("co", towns.POLICE_A, None, None),
    ]


async def test_a_repeated_act_shows_nothing_that_came_later(ticket: int, sign_in: SignIn) -> None:
    """The act counts once; whoever has lost the ticket since is told so much and no more."""
    center, worker = await sign_in("towna"), await sign_in("workera")
    await center.do(ticket, "sign")
    await center.do(ticket, "assign", lead={"unit": towns.STATION_A, "person": 4})
    body = {"operation": str(uuid.uuid4()), "fields": {}}
    first = await worker.client.post(f"/api/tickets/{ticket}/commands/accept", json=body)
    assert first.json()["row"]["state"] == "in_progress"
    await center.do(ticket, "recall", reason="改派他人")
    again = await worker.client.post(f"/api/tickets/{ticket}/commands/accept", json=body)
    assert (again.status_code, again.json()) == (
        200,
        {"row": None, "version": None, "events": [], "proposed": None},
    )
