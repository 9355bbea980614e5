"""Floods against the service as it is started: intake goes on beside them, and memory stays where it was."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from tests.attack import people
from tests.attack.raw import UPGRADE, Raw, connected, frame
from tests.e2e.service import Service
from tests.service.conftest import Hotline, order
from tests.service.test_bad_input import problem
from tests.serving import PLAIN

HALF_HEAD = b"POST /api/search HTTP/1.1\r\nHost: x\r\nX-Slow: a"
HALF_BODY = b"POST /hotline/v1/huaian-12345/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n{"
OPEN = UPGRADE.replace(b"/stream", b"/api/stream")
GROWTH_BYTES = 160 * 1024 * 1024
"""What the process may grow while it is flooded: less than one of these floods weighs where nothing bounds it."""


def resident(service: Service) -> int:
    """Bytes of memory that the service holds."""
    assert service.process is not None
    status = Path(f"/proc/{service.process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) * 1024


async def pushed(service: Service, name: str, times: int = 10) -> None:
    """A hotline pushes, and each of its orders is taken."""
    async with httpx.AsyncClient(base_url=service.url, timeout=120, verify=PLAIN) as client:
        hotline = Hotline(client)
        for number in range(times):
            answer = await hotline.push(order(f"{name}{number}"))
            assert answer.status_code == 201, answer.text


async def silent(stack: AsyncExitStack, port: int, said: bytes) -> Raw:
    """A connection that says something, and then nothing."""
    raw = await stack.enter_async_context(connected(port))
    await raw.send(said)
    return raw


async def test_intake_goes_on_beside_slow_clients(attacked: Service) -> None:
    before = resident(attacked)
    async with AsyncExitStack() as stack:
        for _ in range(60):
            for said in (b"", HALF_HEAD, HALF_BODY, OPEN):
                await silent(stack, attacked.port, said)
        await pushed(attacked, "SLOW")
        assert resident(attacked) - before < GROWTH_BYTES


PINGS = frame(9, b"x" * 125) * 4_000
EMPTY_PARTS = frame(1, b"x", final=False) + frame(0, final=False) * 40_000
MESSAGES = frame(1, b"{}") * 40_000
GIANT = frame(1, b"x" * 65_000, final=False) + frame(0, b"x" * 65_000) * 20
AHEAD = b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n" * 20_000


@pytest.mark.parametrize(
    ("opening", "flood"),
    [(OPEN, PINGS), (OPEN, EMPTY_PARTS), (OPEN, MESSAGES), (OPEN, GIANT), (b"", AHEAD)],
    ids=["pings", "empty parts", "messages", "giant message", "requests ahead"],
)
async def test_intake_goes_on_beside_a_flood(attacked: Service, opening: bytes, flood: bytes) -> None:
    """Twenty clients at once who never read an answer; the service ends each of them."""
    before = resident(attacked)
    async with AsyncExitStack() as stack:
        raws = [await stack.enter_async_context(connected(attacked.port)) for _ in range(20)]
        sending: list[Awaitable[None]] = [raw.send(opening, flood) for raw in raws]
        await asyncio.gather(pushed(attacked, f"F{len(flood)}-", 5), *sending)
        await asyncio.gather(*(raw.rest() for raw in raws))
    assert resident(attacked) - before < GROWTH_BYTES


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("/api/search", b'{"text":' + b"[" * 100_000, {}, 400),
        ("/api/search", b'{"text": ' + b"9" * 100_000 + b"}", {}, None),
        ("/api/search", json.dumps({f"a{n}": n for n in range(15_000)}).encode(), {}, 422),
        ("/api/search", b'{"text": "\\ud800"}', {}, None),
        ("/api/search", b'{"text": "a\\u0000b"}', {}, None),
        ("/api/locate", b'{"text": "' + ("东西南北" * 15_000).encode() + b'"}', {}, 422),
        ("/hotline/v1/huaian-12345/messages", b"[" * 2_000_000, {}, 401),
        ("/hotline/v1/huaian-12345/messages", b"x" * 3_000_000, {}, 413),
        ("/api/search", b"\x1f\x8b\x08\x00", {"Content-Encoding": "gzip"}, 415),
    ],
)
async def test_a_bomb_is_refused_in_words(
    attacked: Service, path: str, body: bytes, headers: dict[str, str], status: int | None
) -> None:
    """JSON nested, numbers, fields and words without end, half characters, what is packed: never a 5xx."""
    people.come_back(attacked.district.owner_url, people.BY_NAME["district_operator"])
    own = people.headers(people.BY_NAME["district_operator"], attacked.url)
    async with httpx.AsyncClient(base_url=attacked.url, timeout=120, verify=PLAIN) as client:
        sent = {**own, "Content-Type": "application/json", **headers}
        answer = await client.post(path, content=body, headers=sent)
    if status is not None:
        problem(answer, status)
    assert answer.status_code < 500, answer.text


async def test_a_form_of_a_thousand_parts_is_refused(attacked: Service) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'
    own = people.headers(people.BY_NAME["district_operator"], attacked.url)
    headers = {**own, "Content-Type": "multipart/form-data; boundary=b"}
    async with httpx.AsyncClient(base_url=attacked.url, timeout=120, verify=PLAIN) as client:
        for path in ("/api/tickets/1/evidence", "/api/boundaries/inspect"):
            answer = await client.post(path, content=part * 4_000 + b"--b--\r\n", headers=headers)
            assert 400 <= answer.status_code < 500, (path, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"
