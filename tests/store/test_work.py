"""Long work is on record: how far it is, what it came to, one at a time on a subject, and cut off with its process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import Any

import psycopg
import pytest

from dispatch.actions import work as actions
from dispatch.actions.work import Progress, Works, as_csv
from dispatch.errors import BadInput, NotFound, Refused
from dispatch.store.database import Database as Store
from gis.errors import DatumError
from tests.databases import Database
from tests.waiting import SECONDS, patient


@pytest.fixture
async def works(service: Store) -> AsyncIterator[Works]:
    """The works of one process."""
    made = Works(service)
    yield made
    await made.close()


async def done(_: Progress) -> dict[str, Any]:
    """Work that is done at once."""
    return {"features": 3}


class Gate:
    """Work that goes on until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go = asyncio.Event(), asyncio.Event()

    async def __call__(self, progress: Progress) -> dict[str, Any]:
        progress(1, 4, "正在读文件")
        self.begun.set()
        await self.go.wait()
        return {}


async def test_what_work_came_to_is_kept_for_its_person(works: Works) -> None:
    started = await works.start("import", 1, done)
    assert (started["state"], started["kind"], started["finished_at"]) == ("running", "import", None)
    ended = await works.ended(started["id"])
    assert (ended["state"], ended["result"], ended["error"]) == ("done", {"features": 3}, None)
    assert await works.one(started["id"], 1) == ended
    for person, work in ((2, started["id"]), (1, 10_000)):
        with pytest.raises(NotFound):
            await works.one(work, person)


async def test_progress_is_seen_while_it_runs_also_from_a_thread(
    works: Works, service: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "_LOOK_SECONDS", 0.01)
    monkeypatch.setattr(actions, "_BEAT_SECONDS", 60)
    go = threading.Event()

    def slow(progress: Progress) -> None:
        progress(20, 100, "正在读第 20 行")
        progress(40, 100)
        go.wait(SECONDS)

    async def run(progress: Progress) -> dict[str, Any]:
        await asyncio.to_thread(slow, progress)
        return {}

    started = await works.start("import", 1, run)
    seen = started
    async with patient():
        while seen["done"] != 40:
            seen = await Works(service).one(started["id"])
    go.set()
    assert (seen["done"], seen["total"], seen["says"], seen["state"]) == (
        40,
        100,
        "正在读第 20 行",
        "running",
    )
    assert (await works.ended(started["id"]))["state"] == "done"


@pytest.mark.parametrize(
    ("surprise", "error", "result"),
    [
        (BadInput("文件里没有要素,请换一个", bytes=3), "文件里没有要素,请换一个", {"bytes": 3}),
        (DatumError("西安 80 不能换算"), "西安 80 不能换算", None),
        (ZeroDivisionError(), "系统出错，请稍后再试；仍不行请联系系统管理员。", None),
    ],
)
async def test_a_failure_says_why(works: Works, surprise: Exception, error: str, result: object) -> None:
    async def fail(_: Progress) -> dict[str, Any]:
        raise surprise

    ended = await works.ended((await works.start("import", 1, fail))["id"])
    assert (ended["state"], ended["error"], ended["result"]) == ("failed", error, result)


async def test_one_piece_of_work_on_a_subject_at_a_time(works: Works, service: Store) -> None:
    gate = Gate()
    first = await works.start("import", 1, gate, subject="boundary:2", says="导入网格")
    with pytest.raises(Refused, match="导入网格"):
        await Works(service).start("check", 2, done, subject="boundary:2")
    other = await works.start("check", 2, done, subject="boundary:3")
    gate.go.set()
    assert (await works.ended(first["id"]))["state"] == "done"
    assert (await works.ended(other["id"]))["state"] == "done"
    again = await works.start("check", 2, done, subject="boundary:2")
    assert (await works.ended(again["id"]))["state"] == "done"


async def test_work_of_a_dead_process_has_failed_and_blocks_nobody(
    works: Works, service: Store, two_towns: Database
) -> None:
    gate = Gate()
    dead = Works(service)
    started = await dead.start("import", 1, gate, subject="boundary:2")
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE work SET beat_at = now() - interval '31 seconds'")
    again = await works.start("import", 1, done, subject="boundary:2")
    lost = await works.one(started["id"])
    assert (lost["state"], lost["error"]) == ("failed", "中断了，请重新开始")
    assert (await works.ended(again["id"]))["state"] == "done"
    gate.go.set()  # a process that was only asleep
    assert await dead.ended(started["id"]) == lost


async def test_a_process_that_stops_says_what_it_left_undone(service: Store) -> None:
    works, gate = Works(service), Gate()
    started = await works.start("import", 1, gate)
    await gate.begun.wait()
    await works.close()
    ended = await works.one(started["id"])
    assert (ended["state"], ended["error"]) == ("failed", "服务停止了，没有做完，请重新开始")


async def test_problems_of_rows_are_shown_in_part_and_kept_whole(works: Works) -> None:
    rows = [{"row": n, "field": "编码", "says": "空的"} for n in range(1, 301)]

    async def run(_: Progress) -> dict[str, Any]:
        return {"features": 1, "rows": rows}

    ended = await works.ended((await works.start("import", 1, run))["id"])
    assert (len(ended["result"]["rows"]), ended["result"]["rows_total"]) == (actions.SHOWN_ROWS, 300)
    lines = (await works.problems(ended["id"], 1)).decode("utf-8-sig").splitlines()
    assert (lines[0], lines[300], len(lines)) == ("行号,字段,问题", "300,编码,空的", 301)
    with pytest.raises(NotFound):
        await works.problems(ended["id"], 2)


async def test_a_result_that_is_too_large_fails(works: Works) -> None:
    async def run(_: Progress) -> dict[str, Any]:
        return {"words": "字" * actions.LARGEST_RESULT}

    ended = await works.ended((await works.start("import", 1, run))["id"])
    assert (ended["state"], ended["result"]) == ("failed", None)


def test_no_cell_of_the_table_calculates() -> None:
    (_, line) = as_csv([{"row": None, "field": "=1+1", "says": '@x,"y"'}]).decode("utf-8-sig").splitlines()
    assert line == ',\'=1+1,"\'@x,""y"""'


async def test_a_process_that_was_given_up_ends_the_work_when_it_goes_on(
    works: Works, two_towns: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "_LOOK_SECONDS", 0.01)
    monkeypatch.setattr(actions, "_BEAT_SECONDS", 0)
    gate = Gate()
    started = await works.start("import", 1, gate, subject="gazetteer")
    await gate.begun.wait()
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "UPDATE work SET state = 'failed', error = '中断了，请重新开始', finished_at = now()"
        )
    async with patient():
        ended = await works.ended(started["id"])
    assert (ended["state"], ended["error"]) == ("failed", "中断了，请重新开始")
    assert not gate.go.is_set()
