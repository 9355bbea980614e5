"""接入 over the edge: sources opened, changed, retired; their deliveries told without anything personal; drafts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import httpx
import psycopg
import pytest
from fastapi import FastAPI

from dispatch.actions.channels import Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.actions.intake import Answer, Delivery
from dispatch.actions.reconciling import Reconciling
from dispatch.domain.signing import key_of, sign, verify
from dispatch.store.database import Database as Store
from dispatch.web import assemble, hotline
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import PUBLIC_URL, Browser, SignIn

SOURCE, HOST = "huaian-12345", "hotline.example.gov.cn"
MAPPING = {
    "fields": {"order_no": ["工单编号"], "content": ["诉求内容"], "address": ["诉求地址"]},
    "values": {},
}
NEW = {
    "id": "city-grid",
    "name": "市网格平台",
    "datum": "cgcs2000",
    "like": "t",
    "note": "与市平台对接",
}


@pytest.fixture
def edge_parts(edge_parts: assemble.Parts, two_towns: Database) -> assemble.Parts:
    """The parts, with a host that reports may go to, and a profile that can be read by."""
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE intake_profile SET mapping = %s", (json.dumps(MAPPING),))
    return replace(edge_parts, callback_hosts=frozenset({HOST}))


def audited(database: Database) -> list[tuple[str, str]]:
    """What the audit says of sources and profiles."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(
            "SELECT action, subject FROM audit WHERE action LIKE 'source.%' OR action LIKE 'profile.%' ORDER BY id"
        ).fetchall()


async def listed(browser: Browser) -> dict[str, Any]:
    """The sources of the page by id."""
    answer = await browser.get("/api/intake")
    assert answer.status_code == 200, answer.text
    return {each["id"]: each for each in answer.json()["sources"]}


async def test_a_source_is_opened_with_its_secrets_shown_once(
    sign_in: SignIn, app: FastAPI, two_towns: Database, store: Store
) -> None:
    admin = await sign_in("admin")
    made = await admin.post("/api/intake/sources", json=NEW | {"callback_url": f"https://{HOST}/callbacks"})
    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store"), made.text
    told = made.json()
    assert told["address"] == f"{PUBLIC_URL}/hotline/v1/city-grid/messages"
    channels = Channels(store, towns.sealer())
    await channels.refresh()
    channel = channels.get("city-grid")
    assert channel is not None
    assert verify([*channel.keys.values()], "m", 1, b"{}", sign(key_of(told["secret"]), "m", 1, b"{}"))
    assert [*channel.callback_keys.values()] == [key_of(told["callback_secret"])]
    assert (channel.datum, channel.profile.names) == (
        "cgcs2000",
        {"工单编号": "order_no", "诉求内容": "content", "诉求地址": "address"},
    )
    shown = await listed(admin)
    assert list(shown) == ["city-grid", SOURCE]
    assert not any(told[name] in json.dumps(shown) for name in ("secret", "callback_secret"))
    assert audited(two_towns) == [("source.added", "source:city-grid")]
    changes = (await admin.get("/api/kept-changes", params={"about": "source:city-grid"})).json()
    assert changes[0]["after"]["datum"] == "cgcs2000"


WRONG = [
    ({"id": "Städte"}, "id"),
    ({"id": "desk"}, "id"),
    ({"id": SOURCE}, "id"),
    ({"id": "t"}, "id"),
    ({"name": "  "}, "name"),
    ({"like": "nobody"}, "like"),
    ({"callback_url": "https://elsewhere.invalid/"}, "callback_url"),
    ({"callback_url": f"https://user@{HOST}/"}, "callback_url"),
    ({"callback_url": "file:///etc/passwd"}, "callback_url"),
]


async def test_a_source_that_cannot_be_is_refused_with_its_field(
    sign_in: SignIn, two_towns: Database
) -> None:
    admin = await sign_in("admin")
    for wrong, field in WRONG:
        refused = await admin.post("/api/intake/sources", json=NEW | wrong)
        assert (refused.status_code, refused.json()["field"]) == (422, field), refused.text
    assert list(await listed(admin)) == [SOURCE]


async def test_a_source_is_put_right_retired_and_taken_up_again(
    sign_in: SignIn, app: FastAPI, two_towns: Database
) -> None:
    admin, path = await sign_in("admin"), f"/api/intake/sources/{SOURCE}"
    form = {"name": "市 12345 热线", "callback_url": f"https://{HOST}/in", "note": "热线换了地址"}
    changed = await admin.put(path, json=form)
    assert changed.json()["callback_secret"].startswith("whsec_"), changed.text
    again = await admin.put(path, json=form | {"callback_url": f"https://{HOST}/other"})
    assert again.json() == {"callback_secret": None}
    assert (await admin.put(path, json=form | {"callback_url": f"https://{HOST}/other"})).status_code == 409
    assert (await admin.post(f"{path}/retire", json={"note": "热线并入省平台"})).status_code == 204
    assert (await listed(admin))[SOURCE]["active"] is False
    assert (await admin.post(f"{path}/retire", json={"note": "再来"})).status_code == 409
    assert (await admin.post(f"{path}/resume", json={"note": "又用了"})).status_code == 204
    assert (await admin.post("/api/intake/sources/nobody/retire", json={"note": "x"})).status_code == 404
    assert [action for action, _ in audited(two_towns)] == [
        *("source.changed", "source.changed", "source.retired", "source.resumed")
    ]


async def _nothing(_delivery: Delivery) -> Answer:
    raise AssertionError("nothing of a retired source is taken")


async def test_whoever_signs_for_a_retired_source_is_told_so_and_hears_of_its_orders_still(
    sign_in: SignIn, store: Store, two_towns: Database
) -> None:
    admin = await sign_in("admin")
    made = (await admin.post("/api/intake/sources", json=NEW | {"callback_url": f"https://{HOST}/in"})).json()
    await admin.post("/api/intake/sources/city-grid/retire", json={"note": "并入省平台"})
    channels, clock = Channels(store, towns.sealer()), DatabaseTime(store)
    await channels.refresh()
    await clock.sample()
    edge = assemble.frame(PUBLIC_URL)
    edge.include_router(hotline.router(channels, clock, _nothing))
    edge.include_router(hotline.lists(channels, clock, Reconciling(store, channels)))
    body, stamp = b'{"order_no": "1"}', int(clock.timestamp())
    signed = {"webhook-id": "m1", "webhook-timestamp": str(stamp), "content-type": "application/json"}
    signed["webhook-signature"] = sign(key_of(made["secret"]), "m1", stamp, body)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(edge), base_url=PUBLIC_URL) as pushing:
        for what in ("messages", "reconciliation"):
            path = f"/hotline/v1/city-grid/{what}"
            told = await pushing.post(path, content=body, headers=signed)
            assert (told.status_code, told.json()["type"]) == (410, "urn:dispatch:problem:source-retired")
            assert "已停止接收" in told.json()["detail"]
            unsigned = await pushing.post(path, content=body, headers=signed | {"webhook-id": "m2"})
            assert unsigned.status_code == 401
    assert [each.source for each in channels.all()] == [SOURCE]
    known = channels.known("city-grid")
    assert known is not None
    assert [*known.callback_keys.values()] == [key_of(made["callback_secret"])]


REFUSED = {"errors": [{"field": "诉求内容", "reason": "缺少这一项"}]}
ANSWERS: list[tuple[int, dict[str, Any]]] = [
    (
        200,
        {
            "accepted": 1,
            "refused": 1,
            "results": [
                {"status": "created", "order_no": "JY000001", "ticket": "HY1", "note": "属地"},
                {"status": "refused", "order_no": "JY000002", **REFUSED},
            ],
        },
    ),
    (422, {"status": 422, "order_no": "JY000003", **REFUSED}),
    (201, {"status": "created", "order_no": "JY000004", "ticket": "HY2"}),
]


async def test_deliveries_are_told_without_whole_numbers(sign_in: SignIn, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        for at, (status, answer) in enumerate(ANSWERS, 1):
            connection.execute(
                "INSERT INTO delivery VALUES (%s, %s, '', %s, %s, now() + make_interval(secs => %s))",
                (SOURCE, f"msg_0000000{at}", status, json.dumps(answer, separators=(",", ":")), at),
            )
    district = await sign_in("district")
    path = f"/api/intake/sources/{SOURCE}/deliveries"
    found = (await district.get(path)).json()
    assert [(each["id"], each["accepted"], each["refused"]) for each in found] == [
        ("…00000003", 1, 0),
        ("…00000002", 0, 1),
        ("…00000001", 1, 1),
    ]
    assert found[2]["results"][0] == {
        "outcome": "refused",
        "order": "…0002",
        "ticket": None,
        "note": None,
        "warnings": [],
        "errors": [{"field": "诉求内容", "reason": "缺少这一项"}],
    }
    refused = (await district.get(path, params={"refused": True})).json()
    assert [each["id"] for each in refused] == ["…00000002", "…00000001"]
    source = (await listed(district))[SOURCE]
    assert [source[name] for name in ("deliveries", "accepted", "refused", "dead")] == [3, 2, 2, 0]
    assert source["last_at"] is not None


async def test_a_draft_is_saved_tried_and_put_in_force_by_the_page(
    sign_in: SignIn, app: FastAPI, two_towns: Database, edge_parts: assemble.Parts
) -> None:
    district, path = await sign_in("district"), "/api/intake/profiles/t"
    made = await district.post(f"{path}/drafts", json={"note": "热线多了一个字段"})
    assert (made.status_code, made.json()) == (201, {"version": 2}), made.text
    wide = {
        "fields": MAPPING["fields"] | {"caller_name": ["姓名"]},
        "values": {"type": {"投诉": "complaint"}},
    }
    form = {"revision": 1, "note": "加诉求人", "mapping": wide}
    saved = await district.put(f"{path}/drafts/2", json=form)
    assert saved.json()["revision"] == 2, saved.text
    assert {each["field"] for each in saved.json()["faults"]} == {
        "values.type",
        "fields.kind",
        "fields.caller_phone",
    }
    broken = form | {"revision": 2, "mapping": {"fields": {"content": ["内容"]}, "values": {}}}
    refused = await district.put(f"{path}/drafts/2", json=broken)
    assert (refused.status_code, refused.json()["field"]) == (422, "fields.order_no")
    early = await district.post(f"{path}/drafts/2/activate", json={"revision": 2})
    assert early.status_code == 409
    started = (await district.post(f"{path}/drafts/2/try", json={"messages": 10})).json()["work"]
    assert (await edge_parts.works.ended(started["id"]))["state"] == "done"
    assert (await district.post(f"{path}/drafts/2/activate", json={"revision": 2})).status_code == 204
    shown = (await district.get(path)).json()
    assert [(each["version"], each["state"]) for each in shown["versions"]] == [(2, "active"), (1, "retired")]
    assert shown["versions"][0]["mapping"]["fields"]["caller_name"] == ["姓名"]
    back = await district.post(f"{path}/versions/1/bring-back", json={"note": "热线没有换"})
    assert back.json() == {"version": 3}
    other = (await district.post(f"{path}/drafts", json={"note": "再试"})).json()["version"]
    assert (await district.post(f"{path}/drafts/{other}/discard", json={"revision": 1})).status_code == 204
    assert (await district.get("/api/intake/profiles/nobody")).status_code == 404


async def test_who_keeps_the_district_may_not_open_or_retire_sources(sign_in: SignIn) -> None:
    district = await sign_in("district")
    assert (await district.post("/api/intake/sources", json=NEW)).status_code == 403
    assert (
        await district.post(f"/api/intake/sources/{SOURCE}/retire", json={"note": "x"})
    ).status_code == 403
    town = await sign_in("towna")
    assert (await town.get("/api/intake")).status_code == 403
