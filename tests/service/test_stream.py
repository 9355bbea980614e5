"""The live board over a real socket: what is pushed appears, what moves leaves, a cut line comes back whole."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from dispatch.web.messages import Snapshot
from tests.service.conftest import ONE_AND_TWO, Following, Hotline, Service, SignIn, order, said
from tests.web import towns


@ONE_AND_TWO
async def test_a_pushed_ticket_appears_in_its_town_and_nowhere_else(
    hotline: Hotline, sign_in: SignIn, follow: Following
) -> None:
    town, other = await follow(await sign_in("towna")), await follow(await sign_in("townb"))
    district = await follow(await sign_in("district"))
    await hotline.push(order("JY1"))
    await town.until(lambda: len(town.tickets(towns.CENTER_A)) == 1)
    await district.until(lambda: len(district.tickets(towns.CENTER_A)) == 1)
    assert "富丽花园" not in json.dumps(other.heard, ensure_ascii=False)
    assert list(other.reader.boards) == [towns.CENTER_B]


@ONE_AND_TWO
async def test_a_worker_sees_it_while_it_is_theirs(
    hotline: Hotline, sign_in: SignIn, follow: Following
) -> None:
    center = await sign_in("towna")
    worker = await follow(await sign_in("workera"))
    await hotline.push(order("JY1"))
    await center.do(1, "sign")
    await center.do(1, "assign", lead={"unit": towns.STATION_A, "person": 4})
    await worker.until(lambda: 1 in worker.tickets(towns.CENTER_A))
    assert worker.tickets(towns.CENTER_A)[1]["state"] == "assigned"
    await center.do(1, "recall", reason="改派他人")
    await worker.until(lambda: 1 not in worker.tickets(towns.CENTER_A))


@ONE_AND_TWO
async def test_a_moved_ticket_leaves_one_board_for_the_other(
    hotline: Hotline, sign_in: SignIn, follow: Following
) -> None:
    town, other = await follow(await sign_in("towna")), await follow(await sign_in("townb"))
    district = await sign_in("district")
    await hotline.push(order("JY1"))
    await town.until(lambda: 1 in town.tickets(towns.CENTER_A))
    await district.do(1, "relocate", point={"lon": 119.15, "lat": 33.65}, reason="在渔沟")
    await other.until(lambda: 1 in other.tickets(towns.CENTER_B))
    await town.until(lambda: 1 not in town.tickets(towns.CENTER_A))


@ONE_AND_TWO
async def test_boards_equal_the_database_after_a_storm(
    hotline: Hotline, sign_in: SignIn, follow: Following, service: Service
) -> None:
    """Joining in the middle of writes: snapshot and entries together are the snapshot afterwards."""
    desk = await sign_in("towna")
    pushing = [asyncio.create_task(hotline.push(order(f"JY{n}"))) for n in range(120)]
    readers = [await follow(desk) for _ in range(4)]
    await asyncio.gather(*pushing)
    for ticket in range(1, 20):
        await desk.do(ticket, "sign")
    top = service.rows("SELECT seq FROM stream WHERE id = %s", towns.CENTER_A)[0][0]
    rows = service.rows("SELECT id, state, version FROM ticket WHERE stream = %s ORDER BY id", towns.CENTER_A)
    for watched in readers:
        await watched.until(lambda each=watched: each.reader.boards[towns.CENTER_A].seq >= top)  # type: ignore[misc]
        held = watched.tickets(towns.CENTER_A)
        assert [(row["id"], row["state"], row["version"]) for _, row in sorted(held.items())] == rows


@ONE_AND_TWO
async def test_signing_out_ends_the_socket(sign_in: SignIn, follow: Following, service: Service) -> None:
    desk = await sign_in("towna")
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    async with connect(
        service.url.replace("http", "ws") + "/api/stream", proxy=None, open_timeout=60
    ) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        assert (await said(socket))["type"] == "welcome"
        await desk.client.delete("/api/session")
        with pytest.raises(ConnectionClosed) as closed:
            await said(socket)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4403


async def test_a_ticket_opens_one_socket_only(sign_in: SignIn, service: Service) -> None:
    desk = await sign_in("towna")
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    codes = []
    for _ in range(2):
        async with connect(
            service.url.replace("http", "ws") + "/api/stream", proxy=None, open_timeout=60
        ) as socket:
            await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
            try:
                codes.append((await said(socket))["type"])
            except ConnectionClosed as closed:
                codes.append(closed.rcvd.code if closed.rcvd else None)
    assert codes == ["welcome", 4401]


@pytest.mark.parametrize("position", [{"epoch": "x"}, {"seq": 10_000}, {"rights": "x"}])
async def test_a_position_that_cannot_be_continued_is_told_so(
    sign_in: SignIn, service: Service, position: dict[str, Any]
) -> None:
    desk = await sign_in("towna")
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    shot = (await desk.client.get(f"/api/streams/{towns.CENTER_A}/snapshot")).json()
    Snapshot.model_validate(shot)
    held = {name: shot[name] for name in ("epoch", "seq", "rights")} | position
    async with connect(
        service.url.replace("http", "ws") + "/api/stream", proxy=None, open_timeout=60
    ) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        await said(socket)
        await socket.send(json.dumps({"type": "resume", "stream": towns.CENTER_A, "position": held}))
        answer = await said(socket)
    assert (answer["type"], answer["stream"]) == ("refetch", towns.CENTER_A)
