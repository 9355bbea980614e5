"""The whole service on a real port over two towns, and a hotline that signs with the published client."""

from __future__ import annotations

import asyncio
import base64
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import uvicorn
from standardwebhooks.webhooks import Webhook
from websockets.asyncio.client import ClientConnection

from dispatch.app import create_app
from dispatch.client import StreamReader
from dispatch.ports.sealing import seal_with, secret_label
from dispatch.settings import Settings
from dispatch.web.messages import ServerMessage
from tests.chaos.proxy import proxying
from tests.databases import INDEX_KEY, MASTER_KEY, WEBHOOK_SECRET
from tests.databases import Database as TestDatabase
from tests.ports import HOST, reserved
from tests.serving import PLAIN
from tests.serving import serving as serving_on
from tests.waiting import patient, until
from tests.web import towns

SOURCE = "huaian-12345"
FIELDS = {
    "kind": ["kind", "推送类型"],
    "order_no": ["order_no", "工单编号", "12345工单编号"],
    "repeat_of": ["repeat_of", "重复工单编号"],
    "type": ["type", "诉求类型"],
    "title": ["title"],
    "content": ["content", "诉求内容"],
    "address": ["address", "诉求地址"],
    "caller_name": ["caller_name", "诉求人"],
    "caller_phone": ["caller_phone", "联系电话"],
    "category": ["category"],
    "urgency": ["urgency"],
    "lon": ["lon"],
    "lat": ["lat"],
    "datum": ["datum"],
    "text": ["text", "补充内容"],
    "reason": ["reason"],
    "contacted": ["contacted"],
    "solved": ["solved"],
    "satisfied": ["satisfied"],
}
MAPPING = {"fields": FIELDS, "values": {"type": {"投诉": "complaint"}, "kind": {"新工单": "create"}}}


@dataclass
class Service:
    """A running service: where it listens, and what a test may look at behind it."""

    url: str
    owner_url: str

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds, asked as its owner."""
        with psycopg.connect(self.owner_url) as connection:
            return connection.execute(question, values).fetchall()

    async def until(self, question: str, *values: object, told: list[tuple[Any, ...]] | None = None) -> None:
        """Wait until the database has an answer, or the one that is told; the service goes on meanwhile."""
        ask = partial(asyncio.to_thread, self.rows, question, *values)
        await until(ask, bool if told is None else told.__eq__)


class Hotline:
    """A hotline that pushes signed deliveries."""

    def __init__(self, client: httpx.AsyncClient, secret: str = WEBHOOK_SECRET, source: str = SOURCE) -> None:
        self._client = client
        self._path = f"/hotline/v1/{source}/messages"
        self._webhook = Webhook(secret)

    async def push(
        self, body: Any, identity: str | None = None, at: datetime | None = None
    ) -> httpx.Response:
        """Sign and push a message, a batch, or raw text."""
        text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        return await self.post(text, self.headers(text, identity or f"msg_{uuid.uuid4().hex}", at))

    def headers(self, text: str, identity: str, at: datetime | None = None) -> dict[str, str]:
        """What signs a text."""
        at = at or datetime.now(UTC)
        return {
            "webhook-id": identity,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": self._webhook.sign(identity, at, text),
            "content-type": "application/json",
        }

    async def post(self, text: str, headers: dict[str, str]) -> httpx.Response:
        """Push raw text with any headers."""
        return await self._client.post(self._path, content=text.encode(), headers=headers)


def order(number: str, **more: Any) -> dict[str, Any]:
    """A new order about a lamp in front of the estate of town A."""
    return {
        "order_no": number,
        "type": "complaint",
        "content": "富丽花园门口路灯不亮三天,请尽快维修。",
        "address": "富丽花园",
        "category": "市政设施/路灯",
        "caller_name": "张三",
        "caller_phone": "13912345678",
        **more,
    }


@pytest.fixture
def hotline_district(founded: TestDatabase) -> TestDatabase:
    """Two towns and a hotline that may push."""
    master = base64.b64decode(MASTER_KEY)
    sealed = seal_with(master, WEBHOOK_SECRET.encode(), secret_label(SOURCE))
    with psycopg.connect(founded.owner_url) as connection:
        connection.execute("UPDATE intake_profile SET mapping = %s", (json.dumps(MAPPING),))
        connection.execute("UPDATE source SET secrets = %s, callback_secret = %s", ([sealed], sealed))
    return founded


@pytest.fixture
def hotline_port() -> Iterator[int]:
    """Where the hotline may listen for status reports."""
    with reserved() as port:
        yield port


@pytest.fixture
def settings(
    hotline_district: TestDatabase,
    redis_url: str,
    tmp_path: Path,
    port: int,
    hotline_port: int,
    remembered_fields: None,
) -> Settings:
    """The settings of the service under test."""
    return Settings(
        database_url=hotline_district.url,
        redis_url=redis_url,
        public_url=f"http://127.0.0.1:{port}",
        master_key=base64.b64decode(MASTER_KEY),
        index_key=base64.b64decode(INDEX_KEY),
        evidence_dir=tmp_path / "evidence",
        frontend_dir=tmp_path / "frontend",
        demo=True,
        callback_hosts=frozenset({f"127.0.0.1:{hotline_port}"}),
        pool_size=8,
    )


ONE_AND_TWO = pytest.mark.parametrize("processes", [1, 2], ids=["one process", "two processes"])
"""For what has to be the same whichever process of several a request comes to."""


@pytest.fixture
def processes() -> int:
    """How many of them serve."""
    return 1


@asynccontextmanager
async def serving(settings: Settings, port: int | None = None) -> AsyncIterator[uvicorn.Server]:
    """The service of some settings, running in this process."""
    port = port or int(settings.public_url.rsplit(":", 1)[1])
    app = create_app(settings, towns.passwords)
    config = uvicorn.Config(app, port=port, log_level="warning", ws="websockets-sansio")
    async with serving_on(config) as server:
        yield server


@pytest.fixture
async def service(
    settings: Settings, hotline_district: TestDatabase, processes: int
) -> AsyncIterator[Service]:
    """The running service; of several that share the database the proxy before them takes one in turn."""
    if processes == 1:
        async with serving(settings):
            yield Service(settings.public_url, hotline_district.owner_url)
        return
    async with proxying() as proxies, AsyncExitStack() as stack:
        ports = [stack.enter_context(reserved()) for _ in range(processes)]
        front = await proxies.to(*((HOST, port) for port in ports))
        url = f"http://{HOST}:{front.port}"
        for port in ports:
            await stack.enter_async_context(serving(replace(settings, public_url=url), port))
        yield Service(url, hotline_district.owner_url)


@pytest.fixture
async def hotline(service: Service) -> AsyncIterator[Hotline]:
    """A hotline that knows the secret."""
    async with httpx.AsyncClient(base_url=service.url, timeout=30, verify=PLAIN) as client:
        yield Hotline(client)


class Desk:
    """A signed-in browser."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def see(self, ticket: int) -> dict[str, Any]:
        """The whole ticket as the screen gets it."""
        answer = await self.client.get(f"/api/tickets/{ticket}")
        assert answer.status_code == 200, answer.text
        seen: dict[str, Any] = answer.json()
        return seen

    async def act(self, ticket: int, command: str, **fields: Any) -> httpx.Response:
        """Give a command."""
        body = {"operation": str(uuid.uuid4()), "fields": fields}
        return await self.client.post(f"/api/tickets/{ticket}/commands/{command}", json=body)

    async def do(self, ticket: int, command: str, **fields: Any) -> dict[str, Any]:
        """Give a command that has to be taken; the row it leads to."""
        answer = await self.act(ticket, command, **fields)
        assert answer.status_code == 200, answer.text
        row: dict[str, Any] = answer.json()["row"]
        return row

    async def board(self, stream: int) -> dict[int, dict[str, Any]]:
        """The stream's snapshot by ticket."""
        answer = await self.client.get(f"/api/streams/{stream}/snapshot")
        assert answer.status_code == 200, answer.text
        return {row["id"]: row for row in answer.json()["tickets"]}


SignIn = Callable[[str], Awaitable[Desk]]


@pytest.fixture
async def sign_in(service: Service) -> AsyncIterator[SignIn]:
    """Opens desks of the two towns' people."""
    async with AsyncExitStack() as stack:

        async def signed_in(username: str) -> Desk:
            headers = {"X-Requested-With": "dispatch", "Origin": service.url, "Sec-Fetch-Site": "same-origin"}
            client = await stack.enter_async_context(
                httpx.AsyncClient(base_url=service.url, headers=headers, timeout=30, verify=PLAIN)
            )
            answer = await client.post(
                "/api/session", json={"username": username, "password": towns.PASSWORD}
            )
            assert answer.status_code == 200, answer.text
            return Desk(client)

        yield signed_in


async def said(socket: ClientConnection) -> dict[str, Any]:
    """The next message about tickets; how the service is may be told at any time."""
    while True:
        message: dict[str, Any] = json.loads(await socket.recv())
        if message["type"] != "health":
            return message


class Watched:
    """A reader that follows, and lets a test wait for what it holds."""

    def __init__(self, reader: StreamReader) -> None:
        self.reader = reader
        self.heard: list[dict[str, Any]] = []
        self._changed = asyncio.Event()

    def hear(self, message: dict[str, Any]) -> None:
        """Keep a message, which has to be of the shapes the pages know, and wake who waits."""
        ServerMessage.validate_python(message)
        self.heard.append(message)
        self._changed.set()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until the boards are as described."""
        async with patient():
            while not true():
                self._changed.clear()
                await self._changed.wait()

    def tickets(self, stream: int) -> dict[int, Any]:
        """The tickets of a stream's board."""
        board = self.reader.boards.get(stream)
        return dict(board.tickets) if board else {}


Following = Callable[[Desk], Awaitable[Watched]]


@pytest.fixture
async def follow(service: Service) -> AsyncIterator[Following]:
    """Starts readers; all end with the test."""
    tasks: list[asyncio.Task[None]] = []

    async def started(desk: Desk) -> Watched:
        watched = Watched(StreamReader(desk.client, service.url))
        tasks.append(asyncio.create_task(watched.reader.follow(watched.hear)))
        async with patient():
            await watched.reader.connected.wait()
        return watched

    yield started
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
