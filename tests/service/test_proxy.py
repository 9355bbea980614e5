"""Behind the TLS proxy of deploy/proxy: webhook, desk, socket, phone page, photograph; what it refuses and logs."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
import uvicorn

from deploy.proxy.render import Proxy, render
from dispatch.app import create_app
from dispatch.client import StreamReader
from dispatch.settings import Settings, SettingsError, read
from dispatch.web.assemble import BODY_LIMITS
from dispatch.web.hotline import LIMIT_LIST
from tests.databases import SECRETS
from tests.ports import reserved
from tests.service import nginx
from tests.service.conftest import Hotline, order
from tests.serving import serving
from tests.waiting import patient
from tests.web import towns
from tests.web.test_evidence import photo


@pytest.fixture
def front(tmp_path: Path, port: int) -> Iterator[nginx.Front]:
    """The proxy, listening; nobody need listen behind it."""
    folder = tmp_path / "front"
    folder.mkdir()
    with ExitStack() as stack:
        ports = [stack.enter_context(reserved()) for _ in range(2)]
        yield stack.enter_context(nginx.running(nginx.Front(folder, *ports), [port]))


@asynccontextmanager
async def behind(front: nginx.Front, settings: Settings, port: int) -> AsyncIterator[httpx.AsyncClient]:
    """The service behind the proxy, and a browser of its pages."""
    told = replace(settings, public_url=front.url)
    (settings.frontend_dir / "assets").mkdir(parents=True)
    for page in ("index.html", "m.html"):
        (settings.frontend_dir / page).write_text(f"<title>{page}</title>", encoding="utf-8")
    app = create_app(told, towns.passwords)
    config = uvicorn.Config(app, port=port, log_level="warning", ws="websockets-sansio", proxy_headers=False)
    headers = {"X-Requested-With": "dispatch", "Origin": front.url, "Sec-Fetch-Site": "same-origin"}
    trust = ssl.create_default_context(cafile=str(front.certificate))
    async with (
        serving(config),
        httpx.AsyncClient(base_url=front.url, headers=headers, verify=trust, timeout=30) as client,
    ):
        yield client


async def signed_in(client: httpx.AsyncClient) -> httpx.Response:
    """Sign the desk of town A in."""
    answer = await client.post("/api/session", json={"username": "towna", "password": towns.PASSWORD})
    assert answer.status_code == 200, answer.text
    return answer


async def test_everything_people_and_machines_do_goes_through_it(
    front: nginx.Front, settings: Settings, port: int
) -> None:
    async with behind(front, settings, port) as client:
        cookie = (await signed_in(client)).headers["set-cookie"]
        assert "Secure" in cookie
        heard = asyncio.Event()
        reader = StreamReader(client, front.url, ssl.create_default_context(cafile=str(front.certificate)))
        following = asyncio.create_task(reader.follow(lambda message: _note(message, heard)))
        async with patient():
            await reader.connected.wait()
            answer = await Hotline(client).push(order("JY1"))
            assert answer.status_code == 201, answer.text
            await heard.wait()
        following.cancel()
        ticket = int(answer.json()["ticket"].rpartition("-")[2])
        files = {"file": ("photo.jpg", photo(), "image/jpeg")}
        data = {"operation": str(uuid.uuid4()), "from_gallery": "false"}
        await client.post(
            f"/api/tickets/{ticket}/commands/sign", json={"operation": str(uuid.uuid4()), "fields": {}}
        )
        sent = await client.post(f"/api/tickets/{ticket}/evidence", files=files, data=data)
        assert sent.status_code == 201, sent.text
        assert "m.html" in (await client.get("/m")).text
        assert (await client.get("/health")).headers["strict-transport-security"] == "max-age=31536000"


def _note(message: dict[str, Any], heard: asyncio.Event) -> None:
    if message.get("entries"):
        heard.set()


async def test_the_log_holds_no_query_no_token_and_no_whole_address(
    front: nginx.Front, settings: Settings, port: int
) -> None:
    async with behind(front, settings, port) as client:
        await client.get("/health?phone=13912345678")
        await client.get("/t/VerySecretToken")
    lines = front.access_log.splitlines()
    assert [line.split()[1:4] for line in lines] == [
        ["127.0.0.0", "GET", "/health"],
        ["127.0.0.0", "GET", "/t/-"],
    ]


async def test_what_it_refuses_never_reaches_the_service(front: nginx.Front) -> None:
    trust = ssl.create_default_context(cafile=str(front.certificate))
    async with httpx.AsyncClient(base_url=front.url, verify=trust, timeout=60) as client:
        assert (await client.get("/metrics")).status_code == 404
        assert (await client.get("/health/ready")).status_code == 404
        assert (await client.post("/api/session", content=b"x" * (256 * 1024 + 1))).status_code == 413
        assert (await client.get("/api/me")).status_code == 502
        plain = await client.get(f"http://localhost:{front.plain_port}/m?a=1")
        assert (plain.status_code, plain.headers["location"]) == (301, "https://localhost/m?a=1")
    old = ssl.create_default_context(cafile=str(front.certificate))
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    async with httpx.AsyncClient(verify=old, timeout=60) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(front.url)


def test_bodies_of_every_contract_pass_and_no_larger_ones() -> None:
    limits = nginx.limits(render(Proxy("a.example", "/c.pem", "/k.pem", [8101])))
    lists = max(size for path, size in BODY_LIMITS.items() if path != "/evidence")
    contracts = {
        "": 256 * 1024,
        "/hotline/": LIMIT_LIST,
        nginx.EVIDENCE: BODY_LIMITS["/evidence"],
        nginx.LISTS: lists,
    }
    assert limits.keys() == contracts.keys()
    for path, contract in contracts.items():
        assert contract <= limits[path] <= contract * 1.1, path


@pytest.mark.parametrize(("trusted", "counted"), [(("127.0.0.1",), b"198.51.100.7"), ((), b"127.0.0.1")])
async def test_an_address_is_believed_from_the_proxy_alone(
    front: nginx.Front, settings: Settings, port: int, trusted: tuple[str, ...], counted: bytes
) -> None:
    told = replace(settings, trusted_proxies=trusted)
    async with behind(front, told, port) as client:
        await follow(client, front.url, "203.0.113.9")
        with contextlib.closing(redis.Redis.from_url(settings.redis_url)) as counts:
            assert addresses(counts) == {b"127.0.0.1"}, "the proxy says whom it sees, not what it is told"
            await follow(client, f"http://127.0.0.1:{port}", "198.51.100.7")
            assert addresses(counts) == {b"127.0.0.1", counted}


async def follow(client: httpx.AsyncClient, url: str, says: str) -> None:
    """Try a link that nobody has, and claim to come from another address."""
    answer = await client.post(f"{url}/api/link", json={"token": "x" * 24}, headers={"X-Forwarded-For": says})
    assert answer.json()["type"].endswith("link-closed"), answer.text


def addresses(counts: redis.Redis) -> set[bytes]:
    """The addresses that links were tried from, as they are counted."""
    names: list[bytes] = counts.keys("dispatch:rate:link_from:*")
    return {name.rpartition(b":")[2] for name in names}


@pytest.mark.parametrize("said", ["0.0.0.0/0", "::/0", "proxy.example", "10.0.0.1/8"])
def test_trust_in_everybody_or_in_names_is_refused(said: str) -> None:
    with pytest.raises(SettingsError, match="DISPATCH_TRUSTED_PROXIES"):
        read({**SECRETS, "DATABASE_URL": "x", "REDIS_URL": "x", "DISPATCH_TRUSTED_PROXIES": said})
