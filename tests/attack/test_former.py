"""A ticket that moved to the other town: its former center keeps what it did itself, and hears nothing later."""

from __future__ import annotations

import asyncio
import io
import json
import uuid
from dataclasses import dataclass
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio
import websockets
from PIL import Image

from tests.attack import matrix
from tests.attack.bodies import Bodies
from tests.attack.inside import GUESSED, Ground, alike
from tests.attack.people import BY_NAME
from tests.web import towns

pytestmark = pytest.mark.asyncio(loop_scope="module")
TICKET = 880
LATER = "雀舌黄杨"
"""A word that stands in nothing but what town B did."""
CALLER_PHONE = "13855550417"
FORMER = ("town_operator_a", "duty_leader_a", "signing_leader_a")
KEPT = "GET /api/tickets/{ticket}/kept"


@dataclass
class Moved:
    """What is known of the ticket: its version when it left, the pictures of both towns, its number."""

    left_at: int
    before: str
    after: str
    number: str


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def moved(ground: Ground) -> Moved:
    """Signed, noted and photographed in town A, sent to town B by the district, and worked on there."""
    number = f"HY20261124{TICKET:05d}"
    towns.add_ticket(ground.owner_url, TICKET, towns.IN_A, name="钱七", phone=CALLER_PHONE)
    async with ground.client(BY_NAME["town_operator_a"]) as client:
        await _do(client, "sign")
        await _do(client, "take")
        await _do(client, "note", text="本镇已到现场")
        before = await _photograph(client)
        assert (await client.get(before)).status_code == 200
    async with ground.client(BY_NAME["district_operator"]) as client:
        left = await _do(client, "relocate", point={"lon": 119.15, "lat": 33.65}, reason="在渔沟")
    async with ground.client(BY_NAME["town_operator_b"]) as client:
        await _do(client, "sign")
        await _do(client, "take")
        await _do(client, "note", text=f"{LATER}已修剪")
        after = await _photograph(client)
        panel = await client.get(f"/api/tickets/{TICKET}")
        assert LATER in panel.text  # there is something to be told
        assert (await client.get(before)).status_code == 200
    return Moved(int(left["version"]), before, after, number)


async def _do(client: httpx.AsyncClient, command: str, **fields: Any) -> dict[str, Any]:
    """Give a command that has to be taken; the row it leads to."""
    body = {"operation": str(uuid.uuid4()), "fields": fields}
    answer = await client.post(f"/api/tickets/{TICKET}/commands/{command}", json=body)
    assert answer.status_code == 200, answer.text
    row: dict[str, Any] = answer.json()["row"]
    return row


async def _photograph(client: httpx.AsyncClient) -> str:
    """Add a picture; where it lies."""
    made = io.BytesIO()
    Image.new("RGB", (16, 16), "grey").save(made, "JPEG")
    answer = await client.post(
        f"/api/tickets/{TICKET}/evidence",
        files={"file": ("a.jpg", made.getvalue(), "image/jpeg")},
        data={"operation": str(uuid.uuid4())},
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["url"])


@pytest.mark.parametrize("name", FORMER)
async def test_its_former_center_is_answered_as_if_there_were_none(
    ground: Ground, moved: Moved, name: str
) -> None:
    told_apart = []
    async with ground.client(BY_NAME[name]) as client:
        for row in matrix.listed(matrix.BY_TICKET):
            one, other = await ground.both(client, row, "ticket", str(TICKET))
            if row != KEPT and not alike(one, other):
                told_apart.append((row, one.status_code, one.text[:200], other.status_code, other.text[:200]))
            assert LATER not in one.text, row
        for picture in (moved.before, moved.after):
            absent = await client.get(f"/evidence/{uuid.uuid4()}")
            assert alike(await client.get(picture), absent), picture
    assert not told_apart, "\n".join(map(str, told_apart))


async def test_it_keeps_its_own_steps_and_no_later_one(ground: Ground, moved: Moved) -> None:
    async with ground.client(BY_NAME["town_operator_a"]) as client:
        answer = await client.get(f"/api/tickets/{TICKET}/kept")
    assert answer.status_code == 200
    steps = [each["version"] for each in answer.json()]
    assert len(steps) >= 3
    assert max(steps) < moved.left_at
    assert LATER not in answer.text
    assert CALLER_PHONE[-4:] not in answer.text


@pytest.mark.parametrize("name", FORMER)
async def test_no_list_search_or_export_tells_its_former_center_more(
    ground: Ground, moved: Moved, name: str
) -> None:
    told = []
    words = {"text": LATER, "ticket": TICKET, "tickets": [TICKET], "parent": TICKET}
    async with ground.client(BY_NAME[name]) as client:
        for row in matrix.listed(matrix.NOTHING_OF_OTHERS):
            if not row.startswith("GET "):
                continue
            answer = await ground.ask(client, row, GUESSED, Bodies(ground.document, words))
            told += [(row, word) for word in (LATER, moved.number) if word in answer.text]
        for looked_for in (CALLER_PHONE, CALLER_PHONE[-4:], moved.number, f"JY{TICKET:06d}", "路灯不亮"):
            answer = await client.post("/api/search", json={"text": looked_for})
            assert answer.status_code == 200, answer.text
            assert TICKET not in [each["id"] for each in answer.json()["tickets"]], looked_for
    assert told == []


async def test_its_socket_hears_that_it_left_and_nothing_later(ground: Ground, moved: Moved) -> None:
    """All of the stream anew, from a position that was true before the ticket came to it."""
    async with ground.client(BY_NAME["town_operator_a"]) as client:
        shot = (await client.get(f"/api/streams/{towns.CENTER_A}/snapshot")).json()
        ticket = (await client.post("/api/socket-ticket")).json()["ticket"]
    assert TICKET not in [each["id"] for each in shot["tickets"]]
    position = {"epoch": shot["epoch"], "seq": 0, "rights": shot["rights"]}
    heard: list[dict[str, Any]] = []
    async with websockets.connect(f"{ground.url.replace('http', 'ws', 1)}/api/stream", proxy=None) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        await socket.recv()
        await socket.send(json.dumps({"type": "resume", "stream": towns.CENTER_A, "position": position}))
        async with asyncio.timeout(60):
            while not any(each["type"] == "frame" and each["to"] >= shot["seq"] for each in heard):
                heard.append(json.loads(await socket.recv()))
    told = [each for said in heard for each in said.get("entries") or () if each.get("ticket") == TICKET]
    assert told, heard
    assert "leave" in json.dumps(told[-1])
    assert max(each["version"] for each in told) <= moved.left_at
    assert LATER not in json.dumps(heard, ensure_ascii=False)


async def test_what_is_looked_for_is_there(ground: Ground, moved: Moved) -> None:
    """Town B's own find it by the same words: else town A's would look in vain."""
    async with ground.client(BY_NAME["town_operator_b"]) as client:
        for looked_for in (CALLER_PHONE, moved.number, f"JY{TICKET:06d}"):
            answer = await client.post("/api/search", json={"text": looked_for})
            assert TICKET in [each["id"] for each in answer.json()["tickets"]], looked_for
    with psycopg.connect(ground.owner_url) as connection:
        found = connection.execute("SELECT stream FROM ticket WHERE id = %s", (TICKET,)).fetchone()
    assert found == (towns.CENTER_B,)
