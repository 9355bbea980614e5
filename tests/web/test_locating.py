"""Where a point is, how well tickets are located, and what a district sets: asked, changed, refused in words."""

from __future__ import annotations

import json
import time
from typing import Any

import psycopg
import pytest

from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from gis import crs
from tests.databases import Database
from tests.waiting import until
from tests.web import towns
from tests.web.conftest import Browser, SignIn

NEAR_EDGE = {"lon": 119.0995, "lat": 33.65}


async def test_a_click_is_answered_with_whoever_would_own_it(sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    found = (await desk.get("/api/locate/point", params=NEAR_EDGE)).json()
    assert (found["cell"], found["village_name"], found["town_name"]) == (
        {"code": towns.CELL_A, "name": "第一网格", "kind": "general"}, "营东社区", "王家营街道",
    )  # fmt: skip
    assert found["police_grid"] == {"code": "HY-WJY-01", "name": "王营01警格", "police_station": "王营派出所"}
    assert found["center"] == {"id": towns.CENTER_A, "name": "王家营街道社会治理指挥中心"}
    assert found["edge_m"] == pytest.approx(46.4, abs=0.2)
    beyond = found["neighbour"]
    assert (beyond["cell"], beyond["town_name"], beyond["center"]["id"]) == (
        towns.CELL_B,
        "渔沟镇",
        towns.CENTER_B,
    )
    assert beyond["metres"] == pytest.approx(found["edge_m"], abs=0.2)


async def test_a_click_far_from_any_border_and_one_outside(sign_in: SignIn) -> None:
    desk = await sign_in("admin")
    inside = (await desk.get("/api/locate/point", params={"lon": 119.05, "lat": 33.65})).json()
    assert (inside["neighbour"], inside["on_edge"], inside["reasons"]) == (None, False, [])
    outside = (await desk.get("/api/locate/point", params={"lon": 119.35, "lat": 33.65})).json()
    assert (outside["cell"], outside["center"]) == (None, None)
    assert any("区外" in reason for reason in outside["reasons"])


async def test_a_point_may_come_in_any_datum_and_in_either_order(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    for datum in ("gcj02", "bd09", "epsg:4549"):
        x, y = crs.from_wgs84(119.05, 33.65, crs.datum_named(datum))
        found = (await desk.get("/api/locate/point", params={"lon": x, "lat": y, "datum": datum})).json()
        assert (found["lon"], found["lat"]) == pytest.approx((119.05, 33.65), abs=1e-7)
        swapped = (await desk.get("/api/locate/point", params={"lon": y, "lat": x, "datum": datum})).json()
        assert (swapped["cell"], swapped["reasons"]) == (found["cell"], ["坐标的经度和纬度写反了，已对调"])


async def test_xian_80_is_refused_in_words(sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    point = await desk.get("/api/locate/point", params={"lon": 119.05, "lat": 33.65, "datum": "西安80"})
    alone = await desk.post("/api/locate", json={"lon": 119.05, "lat": 33.65, "datum": "EPSG:2364"})
    for answer in (point, alone):
        assert (answer.status_code, answer.json()["field"]) == (422, "datum")
        assert "CGCS2000" in answer.json()["detail"]
    beside = await desk.post(
        "/api/locate", json={"address": "富丽花园", "lon": 119.05, "lat": 33.65, "datum": "北京54"}
    )
    assert beside.json()["cell"] == towns.CELL_A
    assert "北京54" in beside.json()["reasons"][0]


async def test_a_click_is_quick(worlds: Worlds) -> None:
    """Of fifty, the median: under five milliseconds of the processor, without the network."""
    from dispatch.actions.owning import owner_of

    took = []
    for _ in range(50):
        began = time.thread_time()
        owner_of(worlds.current, NEAR_EDGE["lon"], NEAR_EDGE["lat"], "wgs84")
        took.append(time.thread_time() - began)
    assert sorted(took)[25] < 0.005


async def test_candidates_are_named(sign_in: SignIn) -> None:
    desk = await sign_in("towna")
    found = (await desk.post("/api/locate", json={"address": "富丽花园门口路灯不亮"})).json()
    assert (found["cell_name"], found["village_name"], found["center"]["id"]) == (
        "第一网格",
        "营东社区",
        towns.CENTER_A,
    )
    (candidate,) = found["candidates"]
    assert (candidate["name"], candidate["town_name"], candidate["cell_name"]) == (
        "富丽花园",
        "王家营街道",
        "第一网格",
    )
    assert (candidate["center"]["id"], found["names"]) == (towns.CENTER_A, ["富丽花园"])
    prose = {"address": "", "title": "路灯不亮", "content": "来电人反映富丽花园 3 号楼前路灯不亮"}
    assert (await desk.post("/api/locate", json=prose)).json()["names"] == ["富丽花园"]
    nothing = await desk.post("/api/locate", json={"address": "  ", "lon": 119.05})
    assert nothing.status_code == 422


def told(
    owner_url: str, count: int, *, p: float, right: float, raw: float | None = None, first: int = 1000
) -> None:
    """Tickets of a hotline, done: the geocoder said `p`; of `right` of them nobody moved the place."""
    moved = {"cell": towns.CELL_B, "village": towns.VILLAGE_B, "boundary_version": 1}
    located = {"cell": towns.CELL_A, "town": towns.TOWN_A, "setting": 0} | (
        {"raw": [raw, raw]} if raw else {}
    )
    said = {
        "level": "poi", "p_cell": p, "p_town": p, "cell": towns.CELL_A, "town": towns.TOWN_A, "boundary_version": 1,
        "located": located, "source": "huaian-12345",
    }  # fmt: skip
    journal = (
        "INSERT INTO journal (ticket, version, at, event, command, actor, state_to, changes) "
        "VALUES (%s, %s, now(), %s, 'x', 'x', 'closed', %s)"
    )
    with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
        numbers = range(first, first + count)
        base = {**towns.TICKET, **towns.IN_A, "state": "closed", "received_at": "2026-11-20T01:00:00Z"}
        cursor.executemany(
            "INSERT INTO ticket SELECT * FROM jsonb_populate_record(NULL::ticket, %s)",
            [(json.dumps({**base, "id": number, "number": f"N{number}"}),) for number in numbers],
        )
        cursor.executemany(journal, [(number, 1, "ticket.received", json.dumps(said)) for number in numbers])
        wrong = [number for number in numbers if (number - first) >= right * count]
        cursor.executemany(journal, [(number, 2, "ticket.relocated", json.dumps(moved)) for number in wrong])
        cursor.executemany(journal, [(number, 3, "ticket.answered", "{}") for number in numbers])


SPAN = {"since": "2026-11-01T00:00:00Z", "until": "2026-12-01T00:00:00Z"}


async def test_the_report_counts_what_was_placed_and_what_was_right(
    sign_in: SignIn, two_towns: Database
) -> None:
    told(two_towns.owner_url, 40, p=0.95, right=0.95)
    told(two_towns.owner_url, 10, p=0.7, right=0.5, first=2000)
    open_one = towns.add_ticket(two_towns.owner_url, 1, towns.IN_A, received_at="2026-11-20T01:00:00Z")
    assert open_one == 1
    desk = await sign_in("district")
    report = (await desk.get("/api/locating/report", params=SPAN)).json()
    assert (report["tickets"], report["confirmed"]) == (51, 50)
    rows = {row["threshold"]: row for row in report["rows"]}
    assert rows[0.9] == {
        "threshold": 0.9, "placed": 40, "coverage": 0.8, "cell_right": 38, "town_right": 38,
        "cell_precision": 0.95, "town_precision": 0.95,
    }  # fmt: skip
    assert (rows[0.5]["placed"], rows[0.5]["cell_right"]) == (50, 43)
    assert (rows[0.99]["placed"], rows[0.99]["cell_precision"]) == (0, None)
    assert report["levels"] == [
        {"level": "poi", "tickets": 50, "cell_right": 43, "town_right": 43, "mean_p": pytest.approx(0.9)}
    ]
    assert [(each["bin"], each["count"], each["right"]) for each in report["calibration"]] == [
        ([0.7, 0.8], 10, 5), ([0.95, 0.98], 40, 38),
    ]  # fmt: skip
    assert report["score"]["calibration_error"] == pytest.approx((10 * 0.2 + 40 * 0.0) / 50)
    assert report["in_force"]["thresholds"]["cell"] == 0.9


async def test_a_town_sees_its_own_figures_only(sign_in: SignIn, two_towns: Database) -> None:
    told(two_towns.owner_url, 5, p=0.95, right=1.0)
    own = (await (await sign_in("towna")).get("/api/locating/report", params=SPAN)).json()
    other = (await (await sign_in("townb")).get("/api/locating/report", params=SPAN)).json()
    assert (own["tickets"], other["tickets"]) == (5, 0)
    foreign = await (await sign_in("townb")).get(
        "/api/locating/report", params={**SPAN, "town": towns.TOWN_A}
    )
    assert foreign.status_code == 403
    everywhere = (await (await sign_in("admin")).get("/api/locating/report", params=SPAN)).json()
    assert everywhere["confirmed"] == 5


async def test_a_pick_under_another_boundary_version_is_not_compared(
    sign_in: SignIn, two_towns: Database
) -> None:
    told(two_towns.owner_url, 4, p=0.95, right=0.5)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "UPDATE journal SET changes = changes || '{\"boundary_version\": 2}' WHERE event = 'ticket.relocated'"
        )
    report = (await (await sign_in("district")).get("/api/locating/report", params=SPAN)).json()
    assert (report["tickets"], report["confirmed"], report["rows"][0]["cell_right"]) == (4, 2, 2)


async def test_a_new_setting_is_in_force_at_once_and_on_record(
    sign_in: SignIn, worlds: Worlds, two_towns: Database
) -> None:
    desk = await sign_in("district")
    before = (await desk.get("/api/locating/settings")).json()
    assert (before["version"], before["history"], before["thresholds"]["cell"]) == (0, [], 0.9)
    change = {
        "based_on": 0,
        "note": "试行一个月",
        "thresholds": {"cell": 0.95},
        "region": ["江苏省", "淮安市", "淮阴区"],
    }
    saved = await desk.post("/api/locating/settings", json=change)
    assert (saved.status_code, saved.json()) == (201, {"version": 1})
    assert worlds.current.locator.thresholds.cell == 0.95
    now = (await desk.get("/api/locating/settings")).json()
    assert (now["version"], now["note"], now["created_by"], now["region"][2]) == (
        1,
        "试行一个月",
        "区值班",
        "淮阴区",
    )
    assert [each["version"] for each in now["history"]] == [1]
    assert now["thresholds"] == {"cell": 0.95, "town": 0.99, "coordinate_radius_m": 20.0}
    with psycopg.connect(two_towns.owner_url) as connection:
        audited = connection.execute(
            "SELECT action, subject, reason FROM audit WHERE action LIKE 'loc%'"
        ).fetchall()
    assert audited == [("locating.set", "locating_setting:1", "试行一个月")]
    await worlds.refresh_names()
    assert worlds.current.locator.gazetteer.region == ("江苏省", "淮安市", "淮阴区")
    again = await desk.post("/api/locating/settings", json=change)
    assert (again.status_code, "第 1 版" in again.json()["detail"]) == (409, True)


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"thresholds": {"cell": 0.3}}, "thresholds.cell"),
    ({"thresholds": {"coordinate_radius_m": 0.2}}, "thresholds.coordinate_radius_m"),
    ({"weights": {"unheard": 1}}, "weights"),
    ({"weights": {"elsewhere": 2}}, "weights.elsewhere"),
    ({"calibration": {"cell": {"point": [[0.1, 0.9], [0.5, 0.4]]}}}, "calibration"),
    ({"region": ["苏"]}, "region"),
    ({"note": "  "}, "note"),
    ({"least_precision": 0.2}, "least_precision"),
]


async def test_what_cannot_be_set_is_refused(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    for given, field in REFUSED:
        answer = await desk.post("/api/locating/settings", json={"based_on": 0, "note": "改", **given})
        assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert (await desk.get("/api/locating/settings")).json()["version"] == 0


async def test_only_keepers_set_anything(sign_in: SignIn) -> None:
    for name, status in (("towna", 403), ("workera", 403), ("admin", 201)):
        browser = await sign_in(name)
        change = {"based_on": 0, "note": "改", "thresholds": {"cell": 0.96}}
        assert (await browser.post("/api/locating/settings", json=change)).status_code == status, name


async def test_a_change_that_costs_precision_is_told_before_it_is_saved(
    sign_in: SignIn, two_towns: Database
) -> None:
    now = "UPDATE ticket SET received_at = now() - interval '1 day'"
    told(two_towns.owner_url, 60, p=0.99, right=1.0)
    told(two_towns.owner_url, 40, p=0.8, right=0.6, first=2000)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(now)
    desk = await sign_in("district")
    lower = {"based_on": 0, "note": "放宽", "thresholds": {"cell": 0.75}}
    refused = await desk.post("/api/locating/settings", json=lower)
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:dispatch:problem:unconfirmed")
    assert "84.0%（84/100）" in refused.json()["warnings"][0]
    higher = await desk.post("/api/locating/settings", json={**lower, "thresholds": {"cell": 0.95}})
    assert higher.status_code == 201
    again = {**lower, "based_on": 1, "confirm": True}
    assert (await desk.post("/api/locating/settings", json=again)).json() == {"version": 2}


async def test_without_enough_confirmed_tickets_a_looser_threshold_is_told_too(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    looser = {"based_on": 0, "note": "放宽", "thresholds": {"cell": 0.8}}
    answer = await desk.post("/api/locating/settings", json=looser)
    assert "不足以判断" in answer.json()["warnings"][0]
    weights = {"based_on": 0, "note": "改权重", "weights": {"prose": -1.0}}
    assert "bench-geo" in (await desk.post("/api/locating/settings", json=weights)).json()["warnings"][0]


async def test_weights_are_set_and_the_programs_own_come_back(sign_in: SignIn, worlds: Worlds) -> None:
    desk = await sign_in("district")
    own = (await desk.get("/api/locating/settings")).json()["own_weights"]
    chosen = {**own, "prose": -1.0, "name": {**own["name"], "slip": 1.0}}
    change = {"based_on": 0, "note": "改权重", "weights": chosen, "confirm": True}
    assert (await desk.post("/api/locating/settings", json=change)).status_code == 201
    assert worlds.current.locator.weights.name["slip"] == 1.0
    back = {"based_on": 1, "note": "恢复", "weights": None, "confirm": True}
    assert (await desk.post("/api/locating/settings", json=back)).status_code == 201
    now = (await desk.get("/api/locating/settings")).json()
    assert (now["weights"], [each["weights"] for each in now["history"]]) == (own, [own, chosen])


async def ended(desk: Browser, work: dict[str, Any]) -> dict[str, Any]:
    """Work that has come to its end."""

    async def state() -> dict[str, Any]:
        told: dict[str, Any] = (await desk.get(f"/api/work/{work['id']}")).json()
        return told

    return await until(state, lambda told: told["state"] != "running")


async def test_a_refit_proposes_what_the_tickets_say_and_a_person_adopts_it(
    sign_in: SignIn, two_towns: Database, worlds: Worlds, store: Store
) -> None:
    told(two_towns.owner_url, 300, p=0.8, right=0.99)
    told(two_towns.owner_url, 100, p=0.95, right=0.99, first=2000)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET received_at = now() - interval '1 day'")
    desk = await sign_in("district")
    work = (await desk.post("/api/locating/refit")).json()["work"]
    work = await ended(desk, work)
    result = work["result"]
    assert (work["state"], result["samples"], result["better"]) == ("done", 400, True)
    assert result["after"]["cell"]["log_loss"] < result["before"]["cell"]["log_loss"]
    assert (result["before"]["at_threshold"]["placed"], result["after"]["at_threshold"]["placed"]) == (
        100,
        400,
    )
    assert "建议采用" in result["says"]
    adopt = {"based_on": result["based_on"], "note": "采用重新校准", "calibration": result["calibration"]}
    assert (await desk.post("/api/locating/settings", json=adopt)).json() == {"version": 1}
    assert worlds.current.locator.calibration.cell("poi", 0.8) > 0.95
    assert (await desk.get("/api/locating/settings")).json()["calibrated"]


async def test_a_refit_on_a_handful_of_tickets_says_no(sign_in: SignIn) -> None:
    desk = await sign_in("district")
    work = (await desk.post("/api/locating/refit")).json()["work"]
    work = await ended(desk, work)
    assert (work["state"], "至少要 50 张" in work["error"]) == ("failed", True)
