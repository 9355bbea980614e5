"""What a running service tells of itself: metrics, one trace from webhook to socket, and nothing that anybody wrote."""

from __future__ import annotations

import asyncio
import socket as sockets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import httpx
import pytest
import uvicorn
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from prometheus_client.parser import text_string_to_metric_families
from starlette.types import Receive, Scope, Send

from dispatch.actions import keys
from dispatch.client import StreamReader
from dispatch.domain.keys import Scope as Purpose
from dispatch.settings import Settings
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.ports import reserved
from tests.service.conftest import Following, Hotline, Service, SignIn, order, serving
from tests.serving import PLAIN
from tests.serving import serving as serving_on
from tests.web import towns


async def key_for(database: Database, purpose: Purpose) -> str:
    """A key as the command line makes it."""
    store = await Store.open(database.url, size=2)
    token, _ = await keys.create(store, None, name="监控", scope=purpose)
    await store.close()
    return token


async def scraped(service: Service, token: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every sample by name and labels."""
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        answer = await client.get("/metrics", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200, answer.text
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


async def test_a_ticket_shows_in_the_metrics(
    service: Service, hotline: Hotline, sign_in: SignIn, follow: Following, hotline_district: Database
) -> None:
    token = await key_for(hotline_district, Purpose.METRICS)
    desk = await follow(await sign_in("towna"))
    before = await scraped(service, token)
    await hotline.push(order("JY1"))
    await desk.until(lambda: 1 in desk.tickets(towns.CENTER_A))
    after = await scraped(service, token)

    def grew(name: str, **labels: str) -> float:
        at = name, tuple(sorted(labels.items()))
        return after[at] - before.get(at, 0.0)

    assert grew("dispatch_intake_deliveries_total", status="201") == 1
    assert grew("dispatch_intake_messages_total", outcome="created") == 1
    assert grew("dispatch_intake_seconds_count") == 1
    assert grew("dispatch_locate_seconds_count") >= 1
    assert grew("dispatch_relay_seconds_count") >= 1
    assert grew("dispatch_entries_sent_total") >= 1
    assert grew("dispatch_socket_seconds_count") >= 1
    assert after["dispatch_sockets", (("kind", "desk"),)] == 1
    assert after["dispatch_database_up", ()] == 1
    assert after["dispatch_pool_most", ()] == 8
    stream = (("stream", str(towns.CENTER_A)),)
    assert after["dispatch_relay_position", stream] == after["dispatch_stream_top", stream] >= 1


async def test_metrics_ask_for_a_key_of_their_own(service: Service, hotline_district: Database) -> None:
    foreign = await key_for(hotline_district, Purpose.FEATURES)
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        answers = [
            (await client.get("/metrics", headers=headers)).status_code
            for headers in ({}, {"X-API-Key": "dsk_" + "x" * 43}, {"X-API-Key": foreign})
        ]
        right = await client.get("/ogc/collections", headers={"X-API-Key": foreign})
    assert (answers, right.status_code) == ([401, 401, 403], 200)


@dataclass
class Collector:
    """Takes traces by OTLP over HTTP, as any collector does."""

    spans: list[Span] = field(default_factory=list)
    raw: bytes = b""
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One export."""
        assert scope["path"] == "/v1/traces"
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message.get("more_body", False)
        request = ExportTraceServiceRequest.FromString(body)
        async with self._changed:
            self.raw += body
            for resource in request.resource_spans:
                for scoped in resource.scope_spans:
                    self.spans.extend(scoped.spans)
            self._changed.notify_all()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body"})

    async def trace_with(self, *names: str) -> dict[bytes, Span]:
        """The spans of the trace that has spans of all these names, once they came, by their ids."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: self._whole(names) is not None)
        identity = self._whole(names)
        return {each.span_id: each for each in self.spans if each.trace_id == identity}

    def _whole(self, names: Sequence[str]) -> bytes | None:
        named: dict[bytes, set[str]] = {}
        for each in self.spans:
            named.setdefault(each.trace_id, set()).add(each.name)
        return next((identity for identity, held in named.items() if held >= set(names)), None)


@pytest.fixture
async def collector() -> AsyncIterator[tuple[Collector, str]]:
    """A collector and where it listens."""
    made = Collector()
    with sockets.create_server(("127.0.0.1", 0)) as opened:
        url = f"http://127.0.0.1:{opened.getsockname()[1]}"
        async with serving_on(uvicorn.Config(made, log_level="warning", lifespan="off"), [opened]):
            yield made, url


ROUTE = "POST /hotline/v1/{source}/messages"
SECRET: dict[str, Any] = {
    "content": "富丽花园门口路灯不亮,联系人欧阳秘密,电话13912340077",
    "caller_name": "欧阳秘密",
    "caller_phone": "13912340077",
}


async def test_one_trace_leads_from_the_webhook_to_the_socket(
    settings: Settings, collector: tuple[Collector, str]
) -> None:
    """Across two services: one takes the delivery, the other one's socket shows it; the database is all they share."""
    taken, url = collector
    with reserved() as beside:
        traced = replace(settings, traces_url=url, traces_share=1.0)
        other = replace(traced, public_url=f"http://127.0.0.1:{beside}")
        async with serving(traced), serving(other):
            await _pushed_and_seen(traced.public_url, other.public_url)
            spans = await taken.trace_with(ROUTE, "socket")
    socket = next(each for each in spans.values() if each.name == "socket")
    way = [socket]
    while way[-1].parent_span_id:
        way.append(spans[way[-1].parent_span_id])
    assert [each.name for each in way] == ["socket", "relay", "commit", ROUTE]
    root = way[-1]
    steps = {each.name: each for each in spans.values() if each.parent_span_id == root.span_id}
    assert steps.keys() == {"verify", "locate", "commit"}
    for earlier, later in pairwise([steps["verify"], steps["locate"], steps["commit"]]):
        assert earlier.end_time_unix_nano <= later.start_time_unix_nano
    assert steps["commit"].end_time_unix_nano <= socket.end_time_unix_nano
    for secret in ("欧阳秘密", "13912340077", "富丽花园", "JY1"):
        assert secret.encode() not in taken.raw


async def _pushed_and_seen(door: str, seat: str) -> None:
    """A delivery at one address, shown by the socket of a desk at another."""
    headers = {"X-Requested-With": "dispatch", "Origin": seat, "Sec-Fetch-Site": "same-origin"}
    async with (
        httpx.AsyncClient(base_url=seat, headers=headers, timeout=30, verify=PLAIN) as browser,
        httpx.AsyncClient(base_url=door, timeout=30, verify=PLAIN) as machine,
    ):
        signed = await browser.post("/api/session", json={"username": "towna", "password": towns.PASSWORD})
        assert signed.status_code == 200
        reader, shown = StreamReader(browser, seat), asyncio.Event()

        def heard(_message: dict[str, Any]) -> None:
            board = reader.boards.get(towns.CENTER_A)
            if board is not None and 1 in board.tickets:
                shown.set()

        following = asyncio.create_task(reader.follow(heard))
        async with asyncio.timeout(60):
            await reader.connected.wait()
            answer = await Hotline(machine).push(order("JY1", **SECRET))
            assert answer.status_code == 201, answer.text
            await shown.wait()
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
