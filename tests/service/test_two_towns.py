"""What town B learns of town A's ticket: nothing, wherever it asks."""

from __future__ import annotations

import io
import json
import uuid

import httpx
import pytest
from PIL import Image

from tests.service.conftest import Desk, Following, Hotline, Service, SignIn, order
from tests.web import towns

WORDS = ("富丽花园", "路灯", "JY1", "张*", "139****5678", towns.CELL_A)


def picture() -> bytes:
    """A small photograph."""
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "grey").save(made, "JPEG")
    return made.getvalue()


def silent(answer: httpx.Response) -> bool:
    """Whether an answer holds no word of town A's ticket."""
    return not any(word in answer.text for word in WORDS)


@pytest.fixture
async def evidence(hotline: Hotline, sign_in: SignIn, service: Service) -> str:
    """Town A's ticket 1, taken up, with a picture; the picture's id."""
    await hotline.push(order("JY1"))
    center = await sign_in("towna")
    await center.do(1, "sign")
    await center.do(1, "take")
    answer = await center.client.post(
        "/api/tickets/1/evidence",
        files={"file": ("a.jpg", picture(), "image/jpeg")},
        data={"operation": str(uuid.uuid4())},
    )
    assert answer.status_code in (200, 201), answer.text
    return str(service.rows("SELECT id FROM evidence")[0][0])


async def test_the_other_town_gets_what_nobody_gets(evidence: str, sign_in: SignIn) -> None:
    """Each question about ticket 1 is answered as one about a ticket that does not exist."""
    other = await sign_in("townb")
    nothing = str(uuid.uuid4())
    for path, absent in [
        ("/api/tickets/1", "/api/tickets/77"),
        (f"/evidence/{evidence}", f"/evidence/{nothing}"),
        (f"/api/streams/{towns.CENTER_A}/snapshot", "/api/streams/77/snapshot"),
    ]:
        theirs, nobodys = await other.client.get(path), await other.client.get(absent)
        assert theirs.status_code == nobodys.status_code, path
        assert theirs.status_code >= 400, path
        assert theirs.text.replace("/1", "/77") == nobodys.text.replace("/1", "/77"), path
    for command in ("sign", "note", "relocate", "accept", "grant"):
        theirs, nobodys = await other.act(1, command), await other.act(77, command)
        assert (theirs.status_code, theirs.text) == (nobodys.status_code, nobodys.text), command


async def test_lists_and_search_of_the_other_town_are_silent(evidence: str, sign_in: SignIn) -> None:
    other = await sign_in("townb")
    for path in (f"/api/streams/{towns.CENTER_B}/snapshot", "/api/callbacks", "/api/me"):
        answer = await other.client.get(path)
        assert answer.status_code == 200
        assert silent(answer), path
    for words in ("富丽花园", "路灯", "JY1", "13912345678", "5678", "张三"):
        answer = await other.client.post("/api/search", json={"text": words})
        assert answer.status_code == 200, answer.text
        assert silent(answer), words


async def test_the_map_holds_no_ticket(evidence: str, sign_in: SignIn) -> None:
    """Borders are everybody's; tickets come from the streams, so a tile is the same before and after."""
    mine, other = await sign_in("towna"), await sign_in("townb")
    path = "/tiles/1/14/13609/6577.mvt"
    assert (await mine.client.get(path)).content == (await other.client.get(path)).content
    assert b"JY1" not in (await other.client.get(path)).content


async def test_the_other_towns_socket_hears_nothing(
    hotline: Hotline, sign_in: SignIn, follow: Following
) -> None:
    """Until its own ticket comes: what is heard then covers the numbers before it without a word of them."""
    mine, other = await follow(await sign_in("towna")), await follow(await sign_in("townb"))
    await hotline.push(order("JY1"))
    center = await sign_in("towna")
    for command in ("sign", "take"):
        await center.do(1, command)
    await mine.until(lambda: mine.tickets(towns.CENTER_A).get(1, {}).get("state") == "in_progress")
    theirs = order("JY2", address="", content="路口积水", lon=119.15541, lat=33.64855)
    await hotline.push({**theirs, "title": "积水"})
    await other.until(lambda: len(other.tickets(towns.CENTER_B)) == 1)
    heard = json.dumps(other.heard, ensure_ascii=False)
    assert "JY2" in heard
    assert not [word for word in WORDS if word in heard]


async def test_a_ticket_that_left_is_gone(evidence: str, sign_in: SignIn) -> None:
    """After it moved to town B, town A keeps its own steps and loses the ticket."""
    mine: Desk = await sign_in("towna")
    district = await sign_in("district")
    await district.do(1, "relocate", point={"lon": 119.15, "lat": 33.65}, reason="在渔沟")
    other = await sign_in("townb")
    await other.do(1, "sign")
    assert (await mine.client.get("/api/tickets/1")).status_code == 404
    assert (await other.client.get("/api/tickets/1")).status_code == 200
    assert 1 not in await mine.board(towns.CENTER_A)
