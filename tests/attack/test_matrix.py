"""Role × unit × endpoint: every route asked, with town A's true numbers, by all who have no business with it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from typing import Any

import httpx
import psycopg
import pytest
import websockets
from fastapi.routing import APIRoute
from websockets.exceptions import ConnectionClosedError

from dispatch.domain.commands import Command
from tests.attack import matrix, people, secret
from tests.attack.bodies import Bodies
from tests.attack.inside import GUESSED, Ground, alike, marked
from tests.attack.people import BY_NAME, EVERYBODY, Someone
from tests.web import towns

pytestmark = pytest.mark.asyncio(loop_scope="module")
SHOWN = {
    "GET /evidence/{identity}": "town_operator_a",
    "GET /api/duty/handovers/{handover}/paper": "town_operator_a",
    "GET /api/reconciliations/{run}": "district_operator",
    "GET /api/reconciliations/{run}/file.{kind}": "district_operator",
    "GET /api/streams/{stream}/snapshot": "town_operator_a",
    "GET /api/work/{work}": "town_operator_a",
}
"""Records that hold the mark, and who may see them: the numbers that the others ask for are true."""
INSIDERS = ("district_operator", "supervisor", "town_operator_a", "duty_leader_a", "signing_leader_a")
"""Who may see the tickets of town A: its center's people and the district's."""
OUTSIDERS = tuple(each for each in EVERYBODY if each.name not in INSIDERS)
NEAREST = tuple(
    BY_NAME[name]
    for name in (
        "anonymous",
        "town_operator_b",
        "duty_leader_b",
        "grid_worker_a",
        "station_clerk_a",
        "police_officer_b",
        "agency_clerk_a",
        "department_liaison",
        "system_admin",
        "key_features",
    )
)
"""One of each kind, asked everything; the others are asked for tickets and records."""
WORK_FOR_A = ("a", "district")
"""Whose units join the stream of town A, to hear what is sent to them: that there is one they know."""
MUST_SHOW = (
    *("POST /api/search", "GET /api/callbacks", "GET /api/upward", "GET /api/cards"),
    *("GET /api/supervisions", "GET /api/joint/waiting", "GET /api/score-periods/{period}"),
)
"""What shows the mark to who may see it: else the others would be asked in vain."""


async def test_every_route_is_in_the_matrix(ground: Ground) -> None:
    """A route that was added says what it may give to whom."""
    found = set()
    for route in ground.app.router.routes:
        path = getattr(route, "path_format", "")
        methods = route.methods if isinstance(route, APIRoute) else {"WEBSOCKET"}
        found |= {f"{method} {path}" for method in methods if method != "HEAD"}
    lists = (
        matrix.BY_TICKET,
        matrix.BY_RECORD,
        matrix.OWN_SESSION,
        matrix.SOCKETS,
        matrix.NOTHING_OF_OTHERS,
    )
    rows = [row for each in lists for row in matrix.listed(each)]
    assert len(rows) == len(set(rows))
    assert sorted(found - set(rows)) == [], "say in tests/attack/matrix.py what these may give to whom"
    assert sorted(set(rows) - found) == [], "these are no routes any more"


async def test_a_foreign_ticket_is_answered_as_one_that_does_not_exist(ground: Ground) -> None:
    rows = [("ticket", str(secret.FIRST), row) for row in matrix.listed(matrix.BY_TICKET)]
    rows += [
        (name, ground.true[name], row)
        for row in matrix.listed(matrix.BY_RECORD)
        for name in ground.true
        if f"{{{name}}}" in row
    ]
    told_apart = []
    for someone in OUTSIDERS:
        async with ground.client(someone) as client:
            for name, true, row in rows:
                if name == "stream" and someone.where in WORK_FOR_A:
                    continue
                for command in _commands(row, someone):
                    one, other = await ground.both(client, row, name, true, command)
                    if not alike(one, other) or marked(one):
                        told_apart.append(_said(someone, row, command, one, other))
    assert not told_apart, "\n".join(map(str, told_apart))


def _commands(row: str, someone: Someone) -> Iterable[str]:
    """All commands as the nearest outsider, one as everybody."""
    if "{command}" not in row or someone.name != "town_operator_b":
        return ("note",)
    return [str(each) for each in Command]


def _said(
    someone: Someone, row: str, command: str, one: httpx.Response, other: httpx.Response
) -> tuple[str, str, str, str]:
    return (
        someone.name,
        f"{row} {command if '{command}' in row else ''}",
        f"{one.status_code} {one.text[:200]}",
        f"{other.status_code} {other.text[:200]}",
    )


GONE = (
    "UPDATE session SET ended_at = now() WHERE person = %s",
    "UPDATE session SET expires_at = now() WHERE person = %s",
    "UPDATE session SET locked_at = now() WHERE person = %s",
    "UPDATE account SET disabled = true WHERE person = %s",
    "UPDATE person SET active = false WHERE id = %s",
    "UPDATE membership SET valid = tstzrange('2026-01-01', now()) WHERE person = %s",
    "UPDATE membership SET unit = 3 WHERE person = %s",
)
"""How the leader of town A's center comes to be nobody there."""


@pytest.mark.parametrize("change", GONE)
async def test_who_was_one_of_them_is_not_any_more(ground: Ground, change: str) -> None:
    """From the next request on; whoever sees it before is asked first, so that there is something to lose."""
    someone = BY_NAME["duty_leader_a"]
    rows = [row for row in matrix.listed(matrix.BY_TICKET) if row.startswith("GET ")]
    with psycopg.connect(ground.owner_url) as connection:
        _restore(connection, someone)
    async with ground.client(someone) as client:
        assert (await client.get(f"/api/tickets/{secret.FIRST}")).status_code == 200
        with psycopg.connect(ground.owner_url) as connection:
            connection.execute(change.encode(), (someone.person,))
        for row in [*rows, "POST /api/search"]:
            one, other = await ground.both(client, row, "ticket", str(secret.FIRST), "note")
            assert alike(one, other), (row, one.text, other.text)
            assert not marked(one), row


def _restore(connection: psycopg.Connection[Any], someone: Someone) -> None:
    """As it was before."""
    connection.execute("UPDATE account SET disabled = false WHERE person = %s", (someone.person,))
    connection.execute("UPDATE person SET active = true WHERE id = %s", (someone.person,))
    valid = "UPDATE membership SET valid = '[2026-01-01,)', unit = %s WHERE person = %s"
    connection.execute(valid, (someone.unit, someone.person))
    with connection.cursor() as cursor:
        people.sign_in(cursor, someone)
    connection.execute(
        "UPDATE session SET expires_at = now() + interval '1 hour' WHERE person = %s", (someone.person,)
    )


async def test_who_may_see_a_ticket_is_answered_otherwise(ground: Ground) -> None:
    """The other half of the same question: what is compared above does tell who asks of what is there."""
    listed = set(matrix.listed(matrix.BY_TICKET)) - {"GET /api/tickets/{ticket}/papers/{paper}"}
    rows = sorted(row for row in listed if row.startswith("GET "))  # which papers there are, /papers says
    same = []
    async with ground.client(BY_NAME["town_operator_a"]) as client:
        for row in rows:
            one, other = await ground.both(client, row, "ticket", str(secret.FIRST), "note")
            assert one.status_code == 200, (row, one.text)
            if alike(one, other):
                same.append(row)
    assert same == []


@pytest.mark.parametrize("row", SHOWN)
async def test_who_may_see_a_record_sees_it(ground: Ground, row: str) -> None:
    name = next(each for each in ground.true if f"{{{each}}}" in row)
    async with ground.client(BY_NAME[SHOWN[row]]) as client:
        one, other = await ground.both(client, row, name, ground.true[name])
    assert one.status_code == 200, one.text
    assert marked(one)
    assert not marked(other)


async def test_an_upload_is_not_received_from_who_may_not(ground: Ground) -> None:
    """The rule of a route is met first: of a stranger's megabytes not the first is read."""
    received: list[str] = []

    async def megabytes(row: str) -> AsyncIterator[bytes]:
        received.append(row)
        yield b"--x--"

    uploads = [
        f"{method.upper()} {path}"
        for path, operations in ground.document["paths"].items()
        for method, each in operations.items()
        if "multipart/form-data" in each.get("requestBody", {}).get("content", {})
    ]
    assert len(uploads) >= 7
    form = {"content-type": "multipart/form-data; boundary=x"}
    for name in ("anonymous", "key_features", "district_operator"):
        async with ground.client(BY_NAME[name]) as client:
            for row in uploads:
                path = row.partition(" ")[2].replace("{ticket}", str(secret.FIRST)).replace("{version}", "1")
                address = path.replace("{level}", "cell")
                answer = await client.post(address, headers=form, content=megabytes(f"{name} {row}"))
                assert answer.status_code in (401, 400, 403, 404, 409, 422), (row, answer.text)
    assert [each for each in received if not each.startswith("district_operator")] == []
    assert "district_operator POST /api/tickets/{ticket}/evidence" in received


async def test_no_list_file_tile_or_search_holds_a_word_of_others(ground: Ground) -> None:
    found = []
    for someone in NEAREST:
        async with ground.client(someone) as client:
            for row in matrix.listed(matrix.NOTHING_OF_OTHERS):
                answer = await ground.ask(client, row, _guesses(row), _bodies(ground, row))
                if marked(answer) or answer.status_code >= 500:
                    found.append((someone.name, row, answer.status_code, marked(answer), answer.text[:300]))
    assert not found, "\n".join(map(str, found))


async def test_who_may_see_them_finds_them_in_lists(ground: Ground) -> None:
    async with ground.client(BY_NAME["town_operator_a"]) as client:
        shown = [
            row
            for row in matrix.listed(matrix.NOTHING_OF_OTHERS)
            if marked(await ground.ask(client, row, _guesses(row), _bodies(ground, row)))
        ]
    assert set(MUST_SHOW) <= set(shown), shown


def _guesses(row: str) -> dict[str, str]:
    return GUESSED if row.startswith("GET ") else {}


def _bodies(ground: Ground, row: str) -> Bodies:
    """Bodies that name town A's tickets; what is looked for is the mark, which no other body says."""
    named: dict[str, Any] = {"ticket": secret.FIRST, "tickets": [secret.FIRST], "parent": secret.FIRST}
    return Bodies(ground.document, named | ({"text": secret.MARK} if row == "POST /api/search" else {}))


@pytest.mark.parametrize(
    "looked_for", [secret.PHONE, secret.PHONE[-4:], f"{secret.ORDER}{secret.FIRST}", str(secret.FIRST)]
)
async def test_no_search_tells_who_is_no_desk_that_there_is_something(
    ground: Ground, looked_for: str
) -> None:
    """Desks are told how many are elsewhere, and nothing else of them; others are not told that much."""
    for someone in NEAREST:
        async with ground.client(someone) as client:
            answer = await client.post("/api/search", json={"text": looked_for})
            if answer.status_code == 200:
                desk = someone.name in ("town_operator_b", "duty_leader_b")
                assert answer.json()["tickets"] == [], someone
                assert desk or answer.json()["elsewhere"] == 0, someone


TRACES = """
SELECT t.id, md5((to_jsonb(t) - 'version')::text), count(j.actor_person), count(j) FROM ticket t
LEFT JOIN journal j ON j.ticket = t.id GROUP BY t.id
"""
"""Each ticket's row, what people did to it, and all that was done; the service's own jobs go on meanwhile."""


async def test_nothing_of_town_a_was_changed_by_being_asked(ground: Ground) -> None:
    """All that changes something was refused: whoever tried left no trace in the tickets."""
    before = traces(ground)
    for someone in NEAREST:
        async with ground.client(someone) as client:
            for command in Command:
                path = f"/api/tickets/{secret.FIRST}/commands/{command}"
                body = {"operation": secret.NOWHERE, "fields": {"text": "x", "reason": "x", "note": "x"}}
                answer = await client.post(path, json=body)
                assert 400 <= answer.status_code < 500, (someone, command, answer.text)
    after = traces(ground)
    assert before.keys() == after.keys()
    for ticket, (row, by_people, in_all) in after.items():
        assert by_people == before[ticket][1], ticket
        assert row == before[ticket][0] or in_all > before[ticket][2], ticket


def traces(ground: Ground) -> dict[int, tuple[str, int, int]]:
    """Ticket → its row, and how often people and anybody changed it."""
    with psycopg.connect(ground.owner_url) as connection:
        return {ticket: (row, people, all_) for ticket, row, people, all_ in connection.execute(TRACES)}


@pytest.mark.parametrize("name", ["town_operator_b", "grid_worker_a", "police_officer_b", "system_admin"])
async def test_no_socket_tells_of_others(ground: Ground, name: str) -> None:
    """Others' stream from its beginning, under any epoch and rights; presence at their tickets."""
    someone, inside = BY_NAME[name], BY_NAME["town_operator_a"]
    async with ground.client(inside) as client:
        shot = (await client.get(f"/api/streams/{towns.CENTER_A}/snapshot")).json()
    heard = [await _talk(ground, someone, shot["epoch"], rights) for rights in ("", shot["rights"])]
    text = json.dumps(heard, ensure_ascii=False)
    assert [mark for mark in secret.MARKS if mark in text] == []
    told = [each for said in heard for each in said]
    assert [each for each in told if each.get("entries") or each.get("kind") == "presence"] == []


async def _talk(ground: Ground, someone: Someone, epoch: str, rights: str) -> list[Any]:
    """Everything that a socket hears which asks for what is not its own, until it is closed for a wrong word."""
    async with ground.client(someone) as client:
        ticket = (await client.post("/api/socket-ticket")).json()["ticket"]
    heard = []
    address = ground.url.replace("http", "ws", 1) + "/api/stream"
    async with websockets.connect(address, proxy=None) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        welcome = json.loads(await socket.recv())
        heard.append({**welcome, "streams": []})
        for stream in (towns.DISTRICT, towns.CENTER_A, secret.ABSENT):
            position = {"epoch": epoch, "seq": 0, "rights": rights or welcome["rights"]}
            await socket.send(json.dumps({"type": "resume", "stream": stream, "position": position}))
        await socket.send(json.dumps({"type": "presence", "ticket": secret.FIRST}))
        await socket.send("{")
        with suppress(ConnectionClosedError):
            while True:
                heard.append(json.loads(await socket.recv()))
    return heard
