"""Sockets that behave badly or lose their rights: closed with their own codes, the service none the worse."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from deploy.bootstrap.servers import TEST
from dispatch.web.stream import MOST_WINDOWS
from tests.service.conftest import Desk, Hotline, Service, SignIn, order, said
from tests.waiting import patient
from tests.web import towns


@asynccontextmanager
async def opened(service: Service, **more: Any) -> AsyncIterator[ClientConnection]:
    """A socket nobody has said hello on."""
    url = service.url.replace("http", "ws") + "/api/stream"
    async with connect(url, proxy=None, compression=None, open_timeout=60, **more) as made:
        yield made


async def greet(desk: Desk, made: ClientConnection) -> dict[str, Any]:
    """Say hello with a fresh ticket; the welcome."""
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    await made.send(json.dumps({"type": "hello", "ticket": ticket}))
    welcome: dict[str, Any] = await said(made)
    return welcome


async def resume(desk: Desk, made: ClientConnection, stream: int) -> None:
    """Follow a stream from its snapshot on."""
    shot = (await desk.client.get(f"/api/streams/{stream}/snapshot")).json()
    position = {name: shot[name] for name in ("epoch", "seq", "rights")}
    await made.send(json.dumps({"type": "resume", "stream": stream, "position": position}))


async def drained(made: ClientConnection) -> list[str | bytes]:
    """Everything that still comes until it is closed."""
    heard: list[str | bytes] = []
    async with patient():
        with suppress(ConnectionClosed):
            heard.extend([text async for text in made])
    return heard


async def code_of(made: ClientConnection) -> int | None:
    """Read until it is closed; with which code."""
    await drained(made)
    return made.close_code


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        "null",
        '{"type":"resume"}',
        '{"type":"hello"}',
        '{"type":"hello","ticket":7}',
        b"\x00\xff",
    ],
)
async def test_who_does_not_say_hello_is_closed(service: Service, said: str | bytes) -> None:
    async with opened(service) as made:
        await made.send(said)
        assert await code_of(made) == 4400


async def test_a_ticket_that_is_no_good(service: Service) -> None:
    async with opened(service) as made:
        await made.send(json.dumps({"type": "hello", "ticket": "guessed"}))
        assert await code_of(made) == 4401


async def test_a_ticket_that_is_too_old(service: Service, sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE socket_ticket SET expires_at = now()")
    async with opened(service) as made:
        await made.send(json.dumps({"type": "hello", "ticket": ticket}))
        assert await code_of(made) == 4401


async def test_a_foreign_page_opens_no_socket(service: Service, sign_in: SignIn) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with opened(service, origin="https://elsewhere.example"):
            pass
    assert refused.value.response.status_code == 403
    desk = await sign_in("towna")
    async with opened(service, origin=service.url) as made:
        assert (await greet(desk, made))["type"] == "welcome"


@pytest.mark.parametrize("said", ["{", '{"type":"hello","ticket":"x"}', '{"type":"shout"}', b"\x00"])
async def test_what_nobody_understands_ends_a_talk(
    service: Service, sign_in: SignIn, said: str | bytes
) -> None:
    desk = await sign_in("towna")
    async with opened(service) as made:
        await greet(desk, made)
        await made.send(said)
        assert await code_of(made) == 4400


async def test_who_asks_without_end_is_closed(service: Service, sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    async with opened(service) as made:
        await greet(desk, made)
        for _ in range(250):
            await made.send('{"type":"presence","ticket":null}')
        assert await code_of(made) == 4429


async def test_a_person_has_so_many_sockets_and_others_are_not_kept_from_theirs(
    service: Service, sign_in: SignIn
) -> None:
    desk, other = await sign_in("towna"), await sign_in("townb")
    async with AsyncExitStack() as stack:
        for _ in range(MOST_WINDOWS):
            made = await stack.enter_async_context(opened(service))
            assert (await greet(desk, made))["type"] == "welcome"
        ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
        async with opened(service) as beyond:
            await beyond.send(json.dumps({"type": "hello", "ticket": ticket}))
            assert await code_of(beyond) == 4429
        async with opened(service) as beside:
            assert (await greet(other, beside))["type"] == "welcome"


async def test_a_stream_of_another_town_is_not_followed(
    service: Service, sign_in: SignIn, hotline: Hotline
) -> None:
    other, desk = await sign_in("townb"), await sign_in("towna")
    shot = (await desk.client.get(f"/api/streams/{towns.CENTER_A}/snapshot")).json()
    async with opened(service) as made:
        welcome = await greet(other, made)
        position = {"epoch": shot["epoch"], "seq": shot["seq"], "rights": welcome["rights"]}
        await made.send(json.dumps({"type": "resume", "stream": towns.CENTER_A, "position": position}))
        assert await said(made) == {
            "type": "refetch",
            "stream": towns.CENTER_A,
            "reason": "rights",
        }
        await hotline.push(order("JY1"))
        await made.send('{"type":"presence","ticket":1}')
        await made.send("{")
        assert await code_of(made) == 4400
    assert (await other.client.get(f"/api/streams/{towns.CENTER_A}/snapshot")).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE membership SET unit = 3 WHERE person = 2",
        "UPDATE membership SET valid = tstzrange('2026-01-01', now()) WHERE person = 2",
        "UPDATE account SET disabled = true WHERE person = 2",
        "UPDATE person SET active = false WHERE id = 2",
        "UPDATE session SET expires_at = now() WHERE person = 2",
    ],
)
async def test_changed_rights_close_an_open_socket(service: Service, sign_in: SignIn, change: str) -> None:
    """Moved, no longer in post, disabled, gone, session over: changed elsewhere, while nobody says a word."""
    desk, other = await sign_in("towna"), await sign_in("townb")
    async with opened(service) as made, opened(service) as beside:
        await greet(desk, made)
        await greet(other, beside)
        with psycopg.connect(service.owner_url) as connection:
            connection.execute(change)
        assert await code_of(made) == 4403
        await resume(other, beside, towns.CENTER_B)
        await beside.ping()


def narrow(service: Service) -> socket.socket:
    """A connection whose receiver takes little at a time."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    parts = urlsplit(service.url)
    made.connect((parts.hostname, parts.port))
    made.setblocking(False)
    return made


async def test_who_never_reads_is_closed_and_what_was_unread_is_dropped(
    service: Service, sign_in: SignIn, hotline: Hotline
) -> None:
    """Past 256 KiB of unread mail the client is closed with its own code; others hear everything meanwhile."""
    desk = await sign_in("towna")
    async with opened(service, sock=narrow(service), max_queue=1) as made, opened(service) as beside:
        for each in (made, beside):
            await greet(desk, each)
            await resume(desk, each, towns.CENTER_A)
        told = 0
        for batch in range(20):
            bodies = [order(f"JY{batch}-{n}", title="灯" * 500, address="富丽花园" * 200) for n in range(40)]
            assert (await hotline.push({"messages": bodies})).status_code == 200
            heard = 0
            while heard < len(bodies):
                message = await said(beside)
                told += len(json.dumps(message, ensure_ascii=False))
                heard += len(message["entries"])
        unread = await drained(made)
    assert made.close_code == 4409
    assert sum(len(text) for text in unread) < told - 100_000  # the mailbox, in characters of three bytes


@contextmanager
def shut(service: Service) -> Iterator[None]:
    """The database lets nobody in, and has thrown out whoever was."""
    name = urlsplit(service.owner_url).path.strip("/")
    with psycopg.connect(TEST.database_url("postgres"), autocommit=True) as keeper:
        keeper.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        keeper.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        try:
            yield
        finally:
            keeper.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


async def test_what_the_database_cannot_answer_now_ends_with_a_code_of_its_own(
    service: Service, sign_in: SignIn
) -> None:
    desk = await sign_in("towna")
    async with opened(service) as greeted, opened(service) as late:
        welcome = await greet(desk, greeted)
        ticket = (await desk.client.post("/api/socket-ticket")).json()["ticket"]
        with shut(service):
            position = {"epoch": "e", "seq": 0, "rights": welcome["rights"]}
            await greeted.send(json.dumps({"type": "resume", "stream": towns.CENTER_A, "position": position}))
            await late.send(json.dumps({"type": "hello", "ticket": ticket}))
            assert (await code_of(greeted), await code_of(late)) == (1013, 1013)


async def test_a_stream_that_the_database_does_not_hold_is_not_found(
    service: Service, sign_in: SignIn
) -> None:
    desk = await sign_in("towna")
    service.rows("DELETE FROM stream WHERE id = %s RETURNING id", towns.CENTER_A)
    answer = await desk.client.get(f"/api/streams/{towns.CENTER_A}/snapshot")
    assert answer.status_code == 404
