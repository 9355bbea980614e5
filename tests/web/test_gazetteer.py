"""Places and their names through the edge: looked up, kept, proposed by one person and approved by another."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from dispatch.actions import gazetteer
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

MARKET = {"kind": "poi", "name": "城北菜场", "lon": 119.02, "lat": 33.62}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"name": "  "}, "name"),
    ({"name": "菜\u0000场"}, "name"),
    ({"name": "……"}, "name"),
    ({"name": "长" * 61}, "name"),
    ({"lon": 121.5, "lat": 31.2}, "lon"),
    ({"lon": 119.205, "lat": 33.65}, "lon"),
    ({"lon": 0, "lat": 0}, "lon"),
    ({"datum": "北京54"}, "datum"),
    ({"radius_m": 50_000}, "radius_m"),
    ({"kind": "village"}, "village"),
    ({"kind": "road", "town": "320804999"}, "town"),
    ({"kind": "road", "village": towns.VILLAGE_B, "town": towns.TOWN_A}, "village"),
    ({"kind": "village", "village": towns.VILLAGE_A, "parent": 1}, "parent"),
    ({"kind": "house", "name": "3号", "parent": 999}, "parent"),
    ({"kind": "castle"}, "kind"),
]
"""A field that is wrong, and the name of the one that is told."""
LEADERS = [(11, "甲带班", "leadera2", towns.CENTER_A), (12, "乙带班", "leaderb2", towns.CENTER_B)]


@pytest.fixture
def two_towns(two_towns: Database) -> Database:
    """The two towns with a duty leader each."""
    with psycopg.connect(two_towns.owner_url) as connection:
        for person, name, username, unit in LEADERS:
            row = (person, name, "带班领导", "13900000000")
            connection.execute("INSERT INTO person (id, name, post, phone) VALUES (%s, %s, %s, %s)", row)
            account = (person, username, towns.password_hash())
            connection.execute(
                "INSERT INTO account (person, username, password_hash) VALUES (%s, %s, %s)", account
            )
            duty = (person, "duty_leader", unit)
            connection.execute("INSERT INTO membership VALUES (%s, %s, %s, '[2026-01-01,)')", duty)
    return two_towns


def rows(database: Database, question: str, *values: Any) -> list[tuple[Any, ...]]:
    """What the database holds."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question, values).fetchall()


async def add(desk: Browser, **more: Any) -> dict[str, Any]:
    """A new place that has to be taken."""
    answer = await desk.post("/api/gazetteer", json=MARKET | more)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def names(desk: Browser, text: str, **more: Any) -> list[str]:
    """The names that are found."""
    answer = await desk.get("/api/gazetteer", params={"q": text, **more})
    assert answer.status_code == 200, answer.text
    return [each["name"] for each in answer.json()["places"]]


async def propose(desk: Browser, place: int, name: str = "老汽车站", **more: Any) -> int:
    """A proposed name; its id."""
    form = {"name": name, "kind": "nickname", "reason": "居民都这么叫", **more}
    answer = await desk.post(f"/api/gazetteer/{place}/aliases", json=form)
    assert answer.status_code == 201, answer.text
    return next(each["id"] for each in answer.json()["aliases"] if each["name"] == name)


async def decide(desk: Browser, proposal: int, approve: bool = True, reason: str | None = None) -> Any:
    """What the answer to a decision is."""
    return await desk.post(
        f"/api/gazetteer/proposals/{proposal}", json={"approve": approve, "reason": reason}
    )


async def test_a_new_place_lies_where_its_point_does(two_towns: Database, sign_in: SignIn) -> None:
    desk = await sign_in("district")
    made = await add(desk)
    assert (made["town"], made["village"]) == (towns.TOWN_A, towns.VILLAGE_A)
    assert (made["town_name"], made["radius_m"], made["version"]) == ("王家营街道", 60.0, 1)
    assert [(each["action"], each["person"]) for each in made["history"]] == [("place.added", "区值班")]
    shifted = await add(desk, name="城北桥", lon=119.025, lat=33.62, datum="gcj02")
    assert abs(shifted["lon"] - 119.0197) < 2e-3
    assert rows(two_towns, "SELECT max(id), count(DISTINCT checksum) FROM gazetteer_version") == [(3, 3)]


async def test_what_is_wrong_with_a_place_is_named(two_towns: Database, sign_in: SignIn) -> None:
    desk = await sign_in("district")
    for wrong, field in WRONG:
        answer = await desk.post("/api/gazetteer", json=MARKET | wrong)
        assert (answer.status_code, answer.json()["field"]) == (422, field), wrong
    assert rows(two_towns, "SELECT count(*), (SELECT max(id) FROM gazetteer_version) FROM place") == [(1, 1)]


async def test_a_place_is_not_listed_twice(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    await add(desk)
    twin = await desk.post("/api/gazetteer", json=MARKET)
    assert (twin.status_code, twin.json()["field"]) == (409, "name")


async def test_an_edit_keeps_what_is_not_given_and_yields_to_a_newer_one(sign_in: SignIn) -> None:
    desk = await sign_in("admin")
    made = await add(desk)
    path = f"/api/gazetteer/{made['id']}"
    edited = await desk.patch(path, json={"version": 1, "lon": 119.15, "lat": 33.65, "radius_m": 80})
    assert edited.status_code == 200, edited.text
    assert (edited.json()["name"], edited.json()["town"]) == ("城北菜场", towns.TOWN_B)
    assert edited.json()["history"][0]["detail"]["town"] == [towns.TOWN_A, towns.TOWN_B]
    late = await desk.patch(path, json={"version": 1, "name": "城南菜场"})
    assert (late.status_code, late.json()["type"]) == (409, "urn:dispatch:problem:conflict")
    half = await desk.patch(path, json={"version": 2, "lon": 119.02})
    assert (half.status_code, half.json()["field"]) == (422, "lat")
    same = await desk.patch(path, json={"version": 2, "name": "城北菜场"})
    assert same.json()["version"] == 2


async def test_who_finds_the_gazetteer_busy_is_told(
    two_towns: Database, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer, "_PATIENCE", "50ms")
    desk = await sign_in("district")
    with psycopg.connect(two_towns.owner_url) as importing:
        importing.execute("SELECT pg_advisory_lock(hashtext('gazetteer'))")
        busy = await desk.post("/api/gazetteer", json=MARKET)
    assert (busy.status_code, "正在导入或改动" in busy.json()["detail"]) == (409, True)
    await add(desk)


async def test_a_place_with_parts_ends_only_with_them(two_towns: Database, sign_in: SignIn) -> None:
    desk = await sign_in("district")
    part = await add(desk, kind="building", name="2栋", parent=1, lon=119.05, lat=33.65)
    alone = await desk.post("/api/gazetteer/1/retire", json={"reason": "拆迁"})
    assert (alone.status_code, alone.json()["parts"]) == (409, 1)
    both = await desk.post("/api/gazetteer/1/retire", json={"reason": "拆迁", "with_parts": True})
    assert both.json() == {"ended": 2}
    assert await names(desk, "富丽花园") == []
    kept = (await desk.get("/api/gazetteer/1")).json()
    assert kept["valid_until"] is not None
    assert kept["history"][0]["reason"] == "拆迁"
    gone = await desk.patch(f"/api/gazetteer/{part['id']}", json={"version": 2, "name": "3栋"})
    assert gone.status_code == 404


async def test_places_are_found_by_name_beginning_pinyin_and_likeness(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    for name, lon in (("小桥新村", 119.02), ("小桥超市", 119.15), ("淮阴实验小学", 119.03)):
        await add(desk, name=name, lon=lon)
    assert await names(desk, "小桥新村") == ["小桥新村"]
    assert set(await names(desk, "小桥")) == {"小桥新村", "小桥超市"}
    assert await names(desk, "xqcs") == ["小桥超市"]
    assert await names(desk, "XiaoQiaoXin") == ["小桥新村"]
    assert await names(desk, "实验小学") == ["淮阴实验小学"]
    assert await names(desk, "淮阴实念小学") == ["淮阴实验小学"]
    assert await names(desk, "小桥", town=towns.TOWN_B) == ["小桥超市"]
    assert await names(desk, "渔沟 小桥") == ["小桥超市"]
    assert await names(desk, "小桥", kind="estate") == []
    assert await names(desk, "100%_\\桥") == []
    assert await names(desk, "", kind="poi") == ["小桥新村", "小桥超市", "淮阴实验小学"]


async def test_pages_follow_one_another_without_gap(two_towns: Database, sign_in: SignIn) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO place (kind, name, lon, lat, radius_m, town, source, pinyin, initials) "
            "SELECT CASE WHEN n %% 2 = 0 THEN 'poi' ELSE 'road' END, '幸福' || n, 119.02, 33.62, 60, %s, 't', "
            "'xingfu', 'xf' FROM generate_series(1, 120) n",
            (towns.TOWN_A,),
        )
    desk = await sign_in("towna")
    for text in ("", "幸福"):
        seen: list[int] = []
        cursor: str | None = ""
        while cursor is not None:
            answer = (await desk.get("/api/gazetteer", params={"q": text, "cursor": cursor})).json()
            seen += [each["id"] for each in answer["places"]]
            cursor = answer["next"]
        assert len(seen) == len(set(seen)) >= 120
    wrong = await desk.get("/api/gazetteer", params={"q": "幸福", "cursor": "r-x-1"})
    assert wrong.status_code == 422


async def test_a_name_counts_once_a_second_person_has_approved_it(
    two_towns: Database, sign_in: SignIn
) -> None:
    desk, other = await sign_in("district"), await sign_in("leadera2")
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_A)
    proposal = await propose(desk, 1, ticket=1)
    listed = (await other.get("/api/gazetteer/proposals")).json()["proposals"]
    assert [(each["name"], each["proposed_by"], each["mine"]) for each in listed] == [
        ("老汽车站", "区值班", False)
    ]
    assert listed[0]["ticket_number"] == "HY2026112400001"
    own = await decide(desk, proposal)
    assert own.status_code == 403
    assert "另一位同事" in own.json()["detail"]
    assert rows(two_towns, "SELECT max(id) FROM gazetteer_version") == [(1,)]
    approved = await decide(other, proposal)
    assert approved.status_code == 200, approved.text
    assert [each["action"] for each in approved.json()["history"]] == ["name.approved", "name.proposed"]
    assert rows(two_towns, "SELECT max(id) FROM gazetteer_version") == [(2,)]
    again = await decide(other, proposal)
    assert (again.status_code, "甲带班已核准" in again.json()["detail"]) == (409, True)
    assert await names(desk, "老汽车站") == await names(desk, "lqcz") == ["富丽花园"]
    twice = await desk.post(
        "/api/gazetteer/1/aliases", json={"name": "老汽车站", "kind": "old", "reason": "x"}
    )
    assert twice.status_code == 409


async def test_a_refusal_has_a_reason_and_ones_own_proposal_can_be_taken_back(sign_in: SignIn) -> None:
    desk, leader = await sign_in("towna"), await sign_in("leadera2")
    proposal = await propose(desk, 1)
    bare = await decide(leader, proposal, approve=False)
    assert (bare.status_code, bare.json()["field"]) == (422, "reason")
    refused = await decide(leader, proposal, approve=False, reason="那里是另一个小区")
    assert refused.json()["aliases"] == []
    own = await propose(desk, 1)
    assert (await decide(desk, own, approve=False)).status_code == 200
    done = (await desk.get("/api/gazetteer/proposals", params={"state": "refused"})).json()["proposals"]
    assert [(each["decided_by"], each["decision"]) for each in done] == [
        ("甲值班", None),
        ("甲带班", "那里是另一个小区"),
    ]


async def test_who_may_decide_where(sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    proposal = await propose(desk, 1)
    neighbour = await decide(await sign_in("leaderb2"), proposal)
    assert (neighbour.status_code, "本镇街" in neighbour.json()["detail"]) == (403, True)
    operator = await decide(await sign_in("townb"), proposal)
    assert operator.status_code == 403
    assert (await decide(await sign_in("admin"), proposal)).status_code == 200
    name = (await desk.get("/api/gazetteer/1")).json()["aliases"][0]["id"]
    path = f"/api/gazetteer/aliases/{name}/retire"
    assert (await desk.post(path, json={"reason": "没人这么叫了"})).status_code == 403
    leader = await sign_in("leadera2")
    assert (await leader.post(path, json={"reason": "没人这么叫了"})).json()["aliases"] == []
    assert (await leader.post(path, json={"reason": "没人这么叫了"})).status_code == 409


async def test_a_confidential_ticket_is_nobodys_reason(two_towns: Database, sign_in: SignIn) -> None:
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_A, confidential=True)
    towns.add_ticket(two_towns.owner_url, 2, towns.IN_B)
    desk = await sign_in("towna")
    for ticket in (1, 2, 3):
        form = {"name": "老站", "kind": "nickname", "reason": "x", "ticket": ticket}
        assert (await desk.post("/api/gazetteer/1/aliases", json=form)).status_code == 404


async def test_the_number_of_a_ticket_is_shown_to_those_who_see_it(
    two_towns: Database, sign_in: SignIn
) -> None:
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_A)
    await propose(await sign_in("towna"), 1, ticket=1)
    listed = (await (await sign_in("townb")).get("/api/gazetteer/proposals")).json()["proposals"]
    assert [each["ticket_number"] for each in listed] == [None]


async def test_what_an_approval_would_also_mean_is_said(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    await add(desk, name="小桥", lon=119.15, lat=33.65)
    await propose(desk, 1, name="小桥")
    (listed,) = (await desk.get("/api/gazetteer/proposals")).json()["proposals"]
    assert listed["says"].startswith("另有 1 处同名")


async def test_the_state_says_which_version_is_in_use(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    before = (await desk.get("/api/gazetteer/state")).json()
    assert (before["version"], before["latest"], before["places"]) == (1, 1, 1)
    assert before["memory_bytes"] > 0
    assert len(before["checksum"]) == 64
    await add(desk)
    after = (await desk.get("/api/gazetteer/state")).json()
    assert (after["version"], after["latest"]) == (1, 2)


async def test_keepers_keep_and_desks_read(sign_in: SignIn) -> None:
    town = await sign_in("towna")
    assert (await town.post("/api/gazetteer", json=MARKET)).status_code == 403
    assert (await town.patch("/api/gazetteer/1", json={"version": 1})).status_code == 403
    assert (await town.post("/api/gazetteer/1/retire", json={"reason": "x"})).status_code == 403
    assert await names(town, "富丽") == ["富丽花园"]
    worker = await sign_in("workera")
    assert (await worker.get("/api/gazetteer")).status_code == 403
