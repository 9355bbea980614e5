"""Answering and closing over HTTP: drafts, checks, early warnings, promises, rules as data, look-back, the clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from dispatch.actions.look_back import LookBacks
from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.service.conftest import Hotline, Service, SignIn, order
from tests.web import towns

pytestmark = pytest.mark.usefixtures("further_people")
SUPERVISOR, SECOND = 12, 10


@pytest.fixture
def further_people(service: Service) -> None:
    """A supervisor of the district, and a duty leader of town A."""
    with psycopg.connect(service.owner_url) as connection:
        for person, name, username, role, unit in (
            (SUPERVISOR, "区督查", "supervisor", "supervisor", towns.DISTRICT),
            (SECOND, "甲带班", "seconda", "duty_leader", towns.CENTER_A),
        ):
            connection.execute(
                "INSERT INTO person (id, name, post, phone) VALUES (%s, %s, %s, '')", (person, name, name)
            )
            connection.execute(
                "INSERT INTO account (person, username, password_hash) VALUES (%s, %s, %s)",
                (person, username, towns.password_hash()),
            )
            connection.execute(
                "INSERT INTO membership (person, role, unit, valid) VALUES (%s, %s, %s, '[2026-01-01,)')",
                (person, role, unit),
            )


@pytest.fixture
async def look_backs(hotline_district: Database) -> AsyncIterator[LookBacks]:
    """The job that makes look-backs of stages; the service's own looks once a minute."""
    store = await Store.open(hotline_district.url, size=2)
    worlds = Worlds(store)
    await worlds.refresh()

    async def nobody(_streams: Sequence[int]) -> None:
        """Nobody is waiting to be woken."""

    yield LookBacks(store, worlds, towns.sealer(), nobody)
    await store.close()


async def answered(hotline: Hotline, sign_in: SignIn, **given: Any) -> int:
    """A ticket that town A's worker has answered; its number."""
    ticket = int((await hotline.push(order("JY1"))).json()["ticket"].rsplit("-")[-1])
    towna, worker = await sign_in("towna"), await sign_in("workera")
    await towna.do(ticket, "sign")
    await towna.do(ticket, "assign", lead={"unit": towns.STATION_A, "person": 4})
    await worker.do(ticket, "accept")
    await worker.do(ticket, "contact", result="reached")
    await worker.do(ticket, "arrive")
    fields = {"done": "已更换灯泡两只,恢复照明", "how_closed": "solved", "found_true": "yes", **given}
    await worker.do(ticket, "answer", **fields)
    return ticket


async def test_the_review_begins_with_a_draft_of_facts(hotline: Hotline, sign_in: SignIn) -> None:
    ticket = await answered(hotline, sign_in)
    seconda = await sign_in("seconda")
    seen = await seconda.see(ticket)
    review = next(each for each in seen["allowed"] if each["command"] == "review")
    drafted = next(each["value"] for each in review["fields"] if each["name"] == "reply")
    assert "营东社区工作站" in drafted
    assert "更换灯泡两只" in drafted
    assert "【缺" not in drafted
    assert (await seconda.client.get(f"/api/tickets/{ticket}/draft")).json() == {"draft": drafted}
    assert (await seconda.do(ticket, "review", reply=drafted))["state"] == "replied"


async def test_a_reply_with_a_gap_or_the_callers_name_does_not_go_out(
    hotline: Hotline, sign_in: SignIn
) -> None:
    ticket = await answered(hotline, sign_in)
    seconda = await sign_in("seconda")
    gap = await seconda.act(ticket, "review", reply="已于【缺：到场时间】到场，已修好路灯。")
    assert (gap.status_code, gap.json()["field"]) == (422, "reply")
    named = await seconda.act(ticket, "review", reply="已电话告知张三(13912345678)路灯修好了。")
    assert named.status_code == 422
    assert named.json()["masked"] == "已电话告知诉求人(139****5678)路灯修好了。"
    told = await seconda.client.post(
        f"/api/tickets/{ticket}/reply-check", json={"reply": "已告知张三,会尽快。"}
    )
    kinds = {each["kind"] for each in told.json()["findings"]}
    assert {"personal", "brief"} <= kinds
    assert told.json()["masked"] == "已告知诉求人,会尽快。"
    assert (await seconda.do(ticket, "review", reply=named.json()["masked"]))["state"] == "replied"


async def test_an_unhappy_pre_callback_is_a_warning_that_a_leader_signs(
    hotline: Hotline, sign_in: SignIn
) -> None:
    ticket = await answered(hotline, sign_in)
    seconda = await sign_in("seconda")
    await seconda.do(
        ticket, "pre_callback", contacted="yes", solved="no", satisfied="dissatisfied", text="晚上又灭了"
    )
    listed = (await seconda.client.get("/api/calls")).json()
    assert [each["ticket"] for each in listed["warnings"]] == [ticket]
    seen = (await seconda.client.get(f"/api/tickets/{ticket}/closing")).json()
    assert seen["early_warning"] is True
    assert seen["signoff"]["signer"] == "分管领导"
    other = await sign_in("townb")
    assert (await other.client.get("/api/calls")).json() == {"promises": [], "warnings": []}
    assert (await other.client.get(f"/api/tickets/{ticket}/closing")).status_code == 404
    assert (await seconda.do(ticket, "review"))["state"] == "reviewed"


async def test_a_promise_is_listed_until_the_caller_is_reached_or_was_called_when_it_was_due(
    hotline: Hotline, sign_in: SignIn, service: Service
) -> None:
    await hotline.push(order("JY1"))
    towna = await sign_in("towna")
    again = (datetime.now(UTC) + timedelta(hours=3)).isoformat()
    await towna.do(1, "contact", result="later", again_at=again, text="下班后再打")
    (promise,) = (await towna.client.get("/api/calls")).json()["promises"]
    assert (promise["ticket"], promise["words"], promise["unit"]) == (1, "下班后再打", towns.CENTER_A)
    assert (await towna.client.get("/api/tickets/1/closing")).json()["promise"]["words"] == "下班后再打"
    await towna.do(1, "contact", result="no_answer")
    (still,) = (await towna.client.get("/api/calls")).json()["promises"]
    assert still["words"] == "下班后再打"
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE promise SET due_at = now()")
    await towna.do(1, "contact", result="no_answer")
    assert (await towna.client.get("/api/calls")).json()["promises"] == []
    await towna.do(1, "contact", result="later", text="改天再说")
    await towna.do(1, "contact", result="no_answer")
    (whenever,) = (await towna.client.get("/api/calls")).json()["promises"]
    assert (whenever["words"], whenever["due_at"]) == ("改天再说", None)
    await towna.do(1, "contact", result="reached")
    assert (await towna.client.get("/api/calls")).json()["promises"] == []
    assert service.rows("SELECT count(*) FROM promise WHERE kept_at IS NOT NULL") == [(2,)]


async def test_the_rules_are_data_with_history(hotline: Hotline, sign_in: SignIn, service: Service) -> None:
    district = await sign_in("district")
    rule = {"category": "市政设施", "kinds": ["before", "after"], "least": 2, "reason": "要有前后对比"}
    made = await district.client.post("/api/closing/evidence", json=rule)
    assert made.status_code == 201, made.text
    changed = await district.client.post(
        "/api/closing/evidence", json={**rule, "reason": "对比照片", "former": made.json()["id"]}
    )
    listed = (await district.client.get("/api/closing/rules")).json()["evidence"]
    mine = [each for each in listed if each["category"] == "市政设施"]
    assert [(each["reason"], each["ended_at"] is None) for each in mine] == [
        ("对比照片", True),
        ("要有前后对比", False),
    ]
    assert mine[0]["former"] == made.json()["id"]
    stale = await district.client.post("/api/closing/evidence", json={**rule, "former": made.json()["id"]})
    assert stale.status_code == 409
    await hotline.push(order("JY1"))
    towna = await sign_in("towna")
    await towna.do(1, "sign")
    shut = await towna.act(1, "answer", done="已修好", how_closed="solved")
    assert shut.status_code == 409
    assert "处置前照片、处置后照片" in shut.json()["detail"]
    ended = await district.client.post(f"/api/closing/evidence/{changed.json()['id']}/end")
    assert ended.status_code == 204
    assert (await towna.do(1, "answer", done="已修好", how_closed="solved"))["state"] == "answered"
    acts = service.rows("SELECT action FROM audit WHERE action LIKE 'evidence_rule.%%' ORDER BY id")
    assert [act for (act,) in acts] == [
        "evidence_rule.added",
        "evidence_rule.replaced",
        "evidence_rule.ended",
    ]
    assert (await towna.client.post("/api/closing/evidence", json=rule)).status_code == 403


@pytest.mark.parametrize(
    ("path", "given", "field"),
    [
        ("evidence", {"category": "没有", "reason": "x"}, "category"),
        ("evidence", {"kinds": ["before", "after"], "least": 1, "reason": "x"}, "least"),
        ("signoff", {"signer": "signing_leader", "reason": "x", "how_closed": []}, "how_closed"),
        ("texts", {"title": "路灯", "words": "请打{值班电话}"}, "words"),
        ("texts", {"title": "路灯", "words": "请打13912345678"}, "words"),
        ("texts", {"title": "路灯", "words": "好", "unit": 999}, "unit"),
        ("words", {"word": " ", "reason": "x"}, "word"),
    ],
)
async def test_a_rule_that_cannot_be_is_refused_by_name(
    sign_in: SignIn, path: str, given: dict[str, Any], field: str
) -> None:
    district = await sign_in("district")
    refused = await district.client.post(f"/api/closing/{path}", json=given)
    assert (refused.status_code, refused.json().get("field")) == (422, field), refused.text


async def test_sensitive_words_ask_for_a_reason_and_standard_texts_are_offered(
    hotline: Hotline, sign_in: SignIn
) -> None:
    district = await sign_in("district")
    for path, rule in (
        ("words", {"word": "刁民", "instead": "群众", "reason": "不尊重诉求人"}),
        ("texts", {"title": "路灯维修", "category": "市政设施", "words": "“{标题}”已由{承办单位}修好。"}),
        ("texts", {"title": "乙镇专用", "unit": towns.CENTER_B, "words": "乙镇"}),
    ):
        assert (await district.client.post(f"/api/closing/{path}", json=rule)).status_code == 201
    twice = await district.client.post("/api/closing/words", json={"word": "刁民", "reason": "x"})
    assert twice.status_code == 409
    ticket = await answered(hotline, sign_in)
    seconda = await sign_in("seconda")
    (text,) = (await seconda.client.get(f"/api/tickets/{ticket}/closing")).json()["texts"]
    assert text["words"].endswith("已由营东社区工作站修好。")
    asked = await seconda.act(ticket, "review", reply="已劝离刁民,路灯已修好。")
    assert (asked.status_code, asked.json()["field"]) == (422, "reason")
    row = await seconda.do(ticket, "review", reply="已劝离刁民,路灯已修好。", reason="引用原话")
    assert row["state"] == "replied"


async def test_a_pasted_list_of_words_comes_in_whole_or_not_at_all(sign_in: SignIn, service: Service) -> None:
    district = await sign_in("district")
    form = {"text": "刁民,群众,不尊重诉求人\n\n绝对\t\t\n内部文件", "reason": "内部规定"}
    path = "/api/closing/words/list"
    assert (await district.client.post(path, json=form)).json() == {"added": 3, "known": 0}
    again = form | {"text": "绝对\n爱莫能助,,推诿"}
    assert (await district.client.post(path, json=again)).json() == {"added": 1, "known": 1}
    wrong = await district.client.post(path, json=form | {"text": "好词\n，建议"})
    assert (wrong.status_code, wrong.json()["field"]) == (422, "text")
    assert wrong.json()["detail"].startswith("第 2 行：")
    assert service.rows("SELECT word, instead, reason FROM sensitive_word ORDER BY id") == [
        ("刁民", "群众", "不尊重诉求人"),
        ("绝对", None, "内部规定"),
        ("内部文件", None, "内部规定"),
        ("爱莫能助", None, "推诿"),
    ]
    assert service.rows("SELECT count(*) FROM audit WHERE action = 'sensitive_word.pasted'") == [(2,)]
    assert (await (await sign_in("towna")).client.post(path, json=form)).status_code == 403


async def test_how_replies_are_looked_at_is_set_in_versions(sign_in: SignIn) -> None:
    district = await sign_in("district")
    (own,) = (await district.client.get("/api/closing/rules")).json()["settings"]
    given = {key: own[key] for key in own if key not in ("version", "created_at", "created_by")}
    change = {**given, "based_on": 0, "note": "放宽", "shortest": 8}
    assert (await district.client.put("/api/closing/replies", json=change)).json() == {"id": 1}
    assert (await district.client.put("/api/closing/replies", json=change)).status_code == 409
    newest = (await district.client.get("/api/closing/rules")).json()["settings"][0]
    assert (newest["version"], newest["shortest"], newest["created_by"]) == (1, 8, "区值班")


async def test_a_rework_proposes_who_handled_it_last(hotline: Hotline, sign_in: SignIn) -> None:
    ticket = await answered(hotline, sign_in)
    seconda = await sign_in("seconda")
    await seconda.do(ticket, "review", reply="路灯已更换灯泡,恢复照明。")
    await hotline.push({"kind": "rework", "order_no": "JY1", "text": "又不亮了"})
    towna = await sign_in("towna")
    assign = next(each for each in (await towna.see(ticket))["allowed"] if each["command"] == "assign")
    lead = next(each["value"] for each in assign["fields"] if each["name"] == "lead")
    assert lead == {"unit": towns.STATION_A, "person": 4}


async def test_a_stage_comes_back_and_a_failed_look_reopens(
    hotline: Hotline, sign_in: SignIn, service: Service, look_backs: LookBacks
) -> None:
    at = datetime.now(UTC) + timedelta(days=3)
    ticket = await answered(hotline, sign_in, how_closed="stage", next_at=at.isoformat())
    seconda, supervisor = await sign_in("seconda"), await sign_in("supervisor")
    await seconda.do(ticket, "review", reply="第一阶段已完成,路灯已登记,三天后更换。")
    (body,) = service.rows("SELECT body FROM callback WHERE status = '已办结'")[0]
    assert body["how_closed"] == "stage"
    assert datetime.fromisoformat(body["next_at"]) == at
    await look_backs.follow_stages()
    assert (await supervisor.client.get("/api/look-back/tasks")).json() == []
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE ticket SET next_step_at = now() - interval '1 minute'")
    await look_backs.follow_stages()
    await look_backs.follow_stages()
    (task,) = (await supervisor.client.get("/api/look-back/tasks")).json()
    assert (task["ticket"], task["kind"], task["how_closed"]) == (ticket, "stage", "stage")
    path = f"/api/look-back/tasks/{task['id']}/verdict"
    silent = await supervisor.client.post(path, json={"passed": False})
    assert (silent.status_code, silent.json()["field"]) == (422, "reason")
    assert (
        await supervisor.client.post(path, json={"passed": False, "reason": "没有更换"})
    ).status_code == 204
    again = await supervisor.client.post(path, json={"passed": True})
    assert again.status_code == 409
    seen = await supervisor.see(ticket)
    assert (seen["row"]["state"], seen["row"]["rework"], seen["row"]["next_step_at"]) == ("signed", 1, None)
    assert seen["journey"][-1]["detail"]["reason"] == "回头看：没有更换"


async def test_a_period_is_committed_to_before_it_begins(sign_in: SignIn) -> None:
    supervisor = await sign_in("supervisor")
    since = datetime.now(UTC) + timedelta(minutes=5)
    form = {
        "name": "十一月",
        "since": since.isoformat(),
        "until": (since + timedelta(days=30)).isoformat(),
        "share": 0.5,
    }
    late = await supervisor.client.post(
        "/api/look-back/periods", json={**form, "since": (since - timedelta(days=1)).isoformat()}
    )
    assert (late.status_code, late.json()["field"]) == (422, "since")
    number = (await supervisor.client.post("/api/look-back/periods", json=form)).json()["id"]
    assert (await supervisor.client.post("/api/look-back/periods", json=form)).status_code == 409
    (told,) = (await supervisor.client.get("/api/look-back/periods")).json()
    assert len(told["commitment"]) == 64
    assert told["seed"] is None
    early = await supervisor.client.post(f"/api/look-back/periods/{number}/draw")
    assert early.status_code == 409
    unproved = await supervisor.client.get(f"/api/look-back/periods/{number}/proof")
    assert (unproved.status_code, unproved.json()["detail"]) == (409, "这个周期还没有抽取，种子尚未公布。")
    assert "还没有结束" in early.json()["detail"]
