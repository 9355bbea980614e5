"""The running service forgets by itself; who comes back from before what it still holds fetches the board again."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
from websockets.asyncio.client import connect

from tests.databases import Database
from tests.service.conftest import Service, SignIn, said
from tests.waiting import patient
from tests.web import towns

HELD = """
INSERT INTO stream_entry SELECT {s}, seq, 1, 1, 'e', '{{}}', '{{}}', '{{}}', now() - make_interval(days => days)
FROM unnest(ARRAY[1, 2, 3, 4, 5], ARRAY[9, 8, 8, 2, 1]) AS e(seq, days);
UPDATE stream SET seq = 5 WHERE id = {s};
"""


@pytest.fixture
def hotline_district(hotline_district: Database) -> Database:
    """A stream with three entries of last week and two of this one, before the service starts."""
    with psycopg.connect(hotline_district.owner_url) as connection:
        connection.execute(HELD.format(s=towns.CENTER_A).encode())
    return hotline_district


async def forgotten(service: Service) -> None:
    """Ask until the service has forgotten what is old."""
    await service.until("SELECT min(seq), max(seq) FROM stream_entry", told=[(4, 5)])


@pytest.mark.parametrize(("seq", "answered"), [(1, "refetch"), (2, "refetch"), (3, "frame")])
async def test_a_position_is_continued_as_far_back_as_entries_are_held(
    sign_in: SignIn, service: Service, seq: int, answered: str
) -> None:
    desk = await sign_in("towna")
    await forgotten(service)
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    shot: dict[str, Any] = (await desk.client.get(f"/api/streams/{towns.CENTER_A}/snapshot")).json()
    held = {"epoch": shot["epoch"], "rights": shot["rights"], "seq": seq}
    async with connect(
        service.url.replace("http", "ws") + "/api/stream", proxy=None, open_timeout=60
    ) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        await said(socket)
        await socket.send(json.dumps({"type": "resume", "stream": towns.CENTER_A, "position": held}))
        async with patient():
            answer = await said(socket)
    assert answer["type"] == answered
    assert answer.get("reason", "") == ("too_old" if answered == "refetch" else "")
