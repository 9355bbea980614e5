"""投诉建议 over the edge: said past the center, read by the district's supervisors, answered by another person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from dispatch.store.grievances import KEPT
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

SUPERVISORS = (
    *((21, "supervisora", towns.DISTRICT), (22, "supervisorb", towns.DISTRICT)),
    (23, "townwatch", towns.CENTER_A),
)


@pytest.fixture(autouse=True)
def supervised(two_towns: Database) -> None:
    """Two supervisors of the district, and one of a town."""
    with psycopg.connect(two_towns.owner_url) as connection:
        for person, name, unit in SUPERVISORS:
            connection.execute(
                "INSERT INTO person (id, name, post, phone) VALUES (%s, %s, '督查员', '13900000021')",
                (person, name),
            )
            connection.execute(
                "INSERT INTO account (person, username, password_hash) VALUES (%s, %s, %s)",
                (person, name, towns.password_hash()),
            )
            connection.execute(
                "INSERT INTO membership VALUES (%s, 'supervisor', %s, '[2026-01-01,)')", (person, unit)
            )


async def say(browser: Browser, words: str, **more: Any) -> str:
    """Say something; its id."""
    identity = str(uuid4())
    answer = await browser.post("/api/grievances", json={"id": identity, "words": words, **more})
    assert answer.status_code == 204, answer.text
    return identity


async def waiting(browser: Browser) -> list[dict[str, Any]]:
    """What waits for an answer."""
    answer = await browser.get("/api/grievances/waiting")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


@pytest.mark.parametrize(
    ("before", "counted"),
    [
        (timedelta(hours=5), timedelta(hours=5)),
        (timedelta(days=400), KEPT),
        (timedelta(hours=-2), timedelta()),
    ],
)
async def test_it_was_said_when_the_phone_kept_it_within_reason(
    sign_in: SignIn, before: timedelta, counted: timedelta
) -> None:
    worker, supervisor = await sign_in("workera"), await sign_in("supervisora")
    now = datetime.now(UTC)
    await say(worker, "没有网络的地方写的", done_at=(now - before).isoformat())
    (listed,) = await waiting(supervisor)
    late = datetime.fromisoformat(listed["said_at"]) - (now - counted)
    assert timedelta(seconds=-1) < late < timedelta(seconds=30)


async def test_what_a_worker_says_is_answered_by_the_districts_supervisor_and_read_by_the_worker(
    sign_in: SignIn,
) -> None:
    worker, supervisor = await sign_in("workera"), await sign_in("supervisora")
    said = await say(worker, " 派单太急,打 13812345678 也没人接 ")
    (listed,) = await waiting(supervisor)
    assert (listed["id"], listed["words"]) == (said, "派单太急,打 138****5678 也没人接")
    assert (listed["person_name"], listed["unit_name"]) == ("甲网格", "营东社区工作站")
    path = f"/api/grievances/{said}/answer"
    assert (await supervisor.post(path, json={"answer": "已请镇里改时限。"})).status_code == 204
    assert await waiting(supervisor) == []
    for browser, path_of in ((worker, "own"), (supervisor, "answered")):
        (read,) = (await browser.get(f"/api/grievances/{path_of}")).json()
        assert (read["answer"], read["answered_by"]) == ("已请镇里改时限。", "supervisora")
    again = await supervisor.post(path, json={"answer": "另一个答复"})
    assert again.status_code == 409, again.text
    assert "已经有人答复" in again.json()["detail"]


async def test_who_did_not_want_to_be_named_is_not(sign_in: SignIn) -> None:
    said = await say(await sign_in("workera"), "考核不合理", named=False)
    supervisor = await sign_in("supervisora")
    (listed,) = await waiting(supervisor)
    assert (listed["person_name"], listed["unit_name"]) == (None, None)
    await supervisor.post(f"/api/grievances/{said}/answer", json={"answer": "收到"})
    (read,) = (await supervisor.get("/api/grievances/answered")).json()
    assert (read["person_name"], read["unit_name"]) == (None, None)


async def test_said_again_it_is_the_same_and_under_a_foreign_id_it_is_refused(sign_in: SignIn) -> None:
    worker = await sign_in("workera")
    said = await say(worker, "时限太短")
    same = {"id": said, "words": "时限太短"}
    assert (await worker.post("/api/grievances", json=same)).status_code == 204
    assert len((await worker.get("/api/grievances/own")).json()) == 1
    other = await worker.post("/api/grievances", json=same | {"words": "另一件"})
    assert other.status_code == 409
    foreign = await (await sign_in("stationa")).post("/api/grievances", json=same)
    assert foreign.status_code == 409


async def test_the_center_that_gives_out_the_work_hears_nothing_of_it(sign_in: SignIn) -> None:
    said = await say(await sign_in("workera"), "中心催得不合理")
    for name in ("towna", "district", "leadera", "stationa"):
        desk = await sign_in(name)
        assert (await desk.get("/api/grievances/waiting")).status_code == 403
        assert (await desk.get("/api/grievances/own")).json() == []
        answer = await desk.post(f"/api/grievances/{said}/answer", json={"answer": "不许说"})
        assert answer.status_code == 403
    watch = await sign_in("townwatch")
    assert await waiting(watch) == []
    answer = await watch.post(f"/api/grievances/{said}/answer", json={"answer": "不许说"})
    assert answer.status_code == 404
    assert (await (await sign_in("admin")).post("/api/grievances", json={})).status_code == 403


async def test_kept_on_a_phone_it_is_sent_for_whoever_wrote_it_alone(sign_in: SignIn) -> None:
    other = await sign_in("stationa")
    kept = {"id": str(uuid4()), "words": "时限太短", "person": 4}
    refused = await other.post("/api/grievances", json=kept)
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("another-person"), refused.text
    assert (await (await sign_in("workera")).post("/api/grievances", json=kept)).status_code == 204


async def test_nobody_answers_their_own(sign_in: SignIn) -> None:
    first, second = await sign_in("supervisora"), await sign_in("supervisorb")
    said = await say(first, "督查口径不一")
    own = await first.post(f"/api/grievances/{said}/answer", json={"answer": "我觉得对"})
    assert own.status_code == 409
    assert "另一名督查员" in own.json()["detail"]
    other = await second.post(f"/api/grievances/{said}/answer", json={"answer": "已统一"})
    assert other.status_code == 204


@pytest.mark.parametrize("words", ["", "   ", "a\u0000b", "长" * 2_001])
async def test_bad_words_are_refused_by_name(sign_in: SignIn, words: str) -> None:
    worker = await sign_in("workera")
    answer = await worker.post("/api/grievances", json={"id": str(uuid4()), "words": words})
    assert answer.status_code == 422, answer.text
    told = answer.json()
    assert {told.get("field"), *(each["field"] for each in told.get("errors", ()))} - {None} == {"words"}


async def test_each_act_is_on_record(sign_in: SignIn, two_towns: Database) -> None:
    said = await say(await sign_in("workera"), "程序不好用", named=False)
    supervisor = await sign_in("supervisora")
    await supervisor.post(f"/api/grievances/{said}/answer", json={"answer": "已转开发"})
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute(
            "SELECT person, action FROM audit WHERE subject = %s ORDER BY id", (f"grievance:{said}",)
        ).fetchall()
    assert rows == [(4, "grievance.said"), (21, "grievance.answered")]
