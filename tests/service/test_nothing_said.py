"""Nothing that people wrote is in a log line or a metric: the service as a process, filled with marked words."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest
import structlog

from dispatch.domain.keys import Scope
from dispatch.logs import Sparing, configure
from tests.databases import Database
from tests.e2e.service import Service as Process
from tests.service.conftest import Hotline, order
from tests.service.test_seeing import key_for
from tests.serving import PLAIN
from tests.web import towns

NAME, PHONE, PLACE, WORDS = "欧阳密名", "13912340077", "密语巷七号", "密语内容"
MARKS = (NAME, PHONE, "0077", PLACE, "密语", "%E5%AF%86", "\\u5bc6", "JYMARK")
FIGURES = re.compile(r'"(?:timestamp|trace|ms)": (?:"[^"]*"|[\d.]+)')
"""Parts of a line that may hold any digits by chance."""
MARKED = {
    "title": f"{WORDS}标题",
    "content": f"富丽花园 {PLACE} {WORDS} 联系 {PHONE}",
    "address": f"富丽花园 {PLACE}",
    "caller_name": NAME,
    "caller_phone": PHONE,
}


@pytest.fixture
async def process(
    hotline_district: Database, redis_url: str, tmp_path: Path, port: int
) -> AsyncIterator[Process]:
    """The service as `serve` runs it, its output in a file."""
    made = Process(hotline_district, redis_url, "127.0.0.1:9", tmp_path, port)
    await asyncio.to_thread(made.start)
    yield made
    made.kill()


async def _talk(process: Process) -> list[int]:
    """Everything that can go well or wrong with marked words in it; the statuses."""
    headers = {"X-Requested-With": "dispatch", "Origin": process.url, "Sec-Fetch-Site": "same-origin"}
    async with httpx.AsyncClient(base_url=process.url, headers=headers, timeout=60, verify=PLAIN) as client:
        hotline = Hotline(client)
        answers = [
            await hotline.push(order("JYMARK1", **MARKED)),
            await hotline.push(order("JYMARK2", **(MARKED | {"content": None, "type": WORDS}))),
            await hotline.push(f'{{"content": "{WORDS}'),
            await hotline.post(json.dumps(MARKED, ensure_ascii=False), {"webhook-id": NAME.encode().hex()}),
            await client.post("/api/session", json={"username": NAME, "password": PHONE}),
            await client.post("/api/session", json={"username": "towna", "password": towns.PASSWORD}),
            await client.post("/api/search", json={"text": NAME}),
            await client.post("/api/search", json={"text": [PHONE]}),
            await client.get(f"/api/tickets/1?q={PLACE}"),
            await client.get(f"/{PLACE}/{PHONE}?name={NAME}"),
            await client.post(
                "/api/tickets/1/commands/sign", json={"operation": WORDS, "fields": {"note": PHONE}}
            ),
            await client.post("/api/tickets", json={**MARKED, "type": WORDS}),
            await client.request("ODD", f"/api/{PHONE}"),
        ]
    reader, writer = await asyncio.open_connection("127.0.0.1", process.port)
    writer.write(f"GET /{PHONE} nonsense {NAME}\r\n\r\n".encode())
    await writer.drain()
    await reader.read()
    writer.close()
    return [each.status_code for each in answers]


async def _refuse_in_the_database(process: Process) -> None:
    """A row that the database refuses repeats itself in DETAIL; then a table is not there."""
    connection = await asyncpg.connect(process.district.owner_url)
    await connection.execute("ALTER TABLE caller ADD CONSTRAINT odd CHECK (masked_name IS NULL) NOT VALID")
    async with httpx.AsyncClient(base_url=process.url, timeout=60, verify=PLAIN) as client:
        answer = await Hotline(client).push(order("JYMARK3", **MARKED))
    assert answer.status_code in (422, 500, 503), answer.text
    await connection.execute(
        "ALTER TABLE caller DROP CONSTRAINT odd; ALTER TABLE journal RENAME TO journal_away"
    )
    async with httpx.AsyncClient(base_url=process.url, timeout=60, verify=PLAIN) as client:
        answer = await Hotline(client).push(order("JYMARK4", **MARKED))
    assert answer.status_code == 500, answer.text
    await connection.execute("ALTER TABLE journal_away RENAME TO journal")
    await connection.close()


async def test_nothing_that_was_written_is_logged_or_counted(
    process: Process, hotline_district: Database
) -> None:
    statuses = await _talk(process)
    assert {201, 200, 401, 404, 422} <= set(statuses)
    await _refuse_in_the_database(process)
    token = await key_for(hotline_district, Scope.METRICS)
    async with httpx.AsyncClient(base_url=process.url, timeout=60, verify=PLAIN) as client:
        metrics = (await client.get("/metrics", headers={"X-API-Key": token})).text
    words = "\n".join(line.rpartition(" ")[0] for line in metrics.splitlines())
    await asyncio.to_thread(process.stop)
    log = (process.folder / "service.log").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]
    events = {line["event"] for line in lines}
    assert {"request.refused", "request.failed", "surprise"} <= events, events
    assert all(line["trace"] for line in lines if line["event"].startswith("request."))
    assert 'dispatch_database_errors_total{kind="UndefinedTableError"}' in metrics
    said = FIGURES.sub("", log)
    for mark in MARKS:
        assert mark not in said, mark
        assert mark not in words, mark


def test_lines_of_libraries_are_cut_to_their_own_words(capsys: pytest.CaptureFixture[str]) -> None:
    configure()
    try:
        raise asyncpg.UniqueViolationError(f"DETAIL: Key (name)=({NAME}) already exists.")
    except asyncpg.UniqueViolationError as error:
        logging.getLogger("uvicorn.error").error("Exception in ASGI application\n", exc_info=error)
        logging.getLogger("asyncio").error(f"Task exception was never retrieved\nfuture: <Task {NAME}>")
        logging.getLogger("some.driver").warning("could not keep %s", PHONE)
        logging.getLogger("some.driver").warning(f"row {PHONE} of {NAME} is bad")
        logging.getLogger("uvicorn.error").error(error)
    logging.getLogger("uvicorn.error").error(
        f'Traceback (most recent call last):\n  File "/a/dispatch/x.py", line 3, in y\nValueError: {NAME}'
    )
    out = capsys.readouterr().out
    assert not any(mark in out for mark in (NAME, PHONE))
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line.get("says") for line in lines] == [
        *("Exception in ASGI application", "Task exception was never retrieved", "could not keep %s"),
        *("row", None, None),
    ]
    assert [line.get("kind") for line in lines] == [
        *("UniqueViolationError", None, None, None, "UniqueViolationError", "ValueError"),
    ]


def test_a_flood_of_one_event_is_told_and_not_written_down() -> None:
    sparing = Sparing(most=2, seconds=0.0)  # every line begins a while of its own
    assert sparing(None, "info", {"event": "a"}) == {"event": "a"}
    sparing = Sparing(most=2, seconds=3600.0)
    passed = 0
    for _ in range(5):
        try:
            sparing(None, "info", {"event": "a"})
            passed += 1
        except structlog.DropEvent:
            continue
    assert passed == 2
    assert sparing(None, "info", {"event": "b"}) == {"event": "b"}
