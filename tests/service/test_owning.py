"""Rules, powers, precedents and rulings over HTTP: from a draft to the next ticket, from a return to its ruling."""

from __future__ import annotations

from typing import Any

from tests.service.conftest import Hotline, Service, SignIn, order
from tests.waiting import until
from tests.web import towns

LAMP = "市政设施/路灯"
TO_DEPARTMENT = {
    "name": "路灯到住建",
    "reason": "路灯由区住建局维护",
    "categories": [LAMP],
    "target_kind": "unit",
    "target_unit": towns.DEPARTMENT,
}
TO_TOWN = {"name": "属地", "reason": "属地办理", "target_kind": "town"}


async def ended(desk: Any, work: int) -> dict[str, Any]:
    """Work that has come to its end."""

    async def state() -> dict[str, Any]:
        answer = await desk.client.get(f"/api/work/{work}")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    return await until(state, lambda told: told["state"] != "running")


async def asked(desk: Any, method: str, path: str, body: Any = None, status: int = 200) -> Any:
    """An answer of the service, as it is promised."""
    answer = await desk.client.request(method, path, json=body)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


async def test_a_rule_goes_from_draft_to_the_next_ticket(
    service: Service, hotline: Hotline, sign_in: SignIn
) -> None:
    await hotline.push(order("JY-1"))
    keeper, town = await sign_in("district"), await sign_in("towna")
    overview = await asked(keeper, "GET", "/api/rules")
    assert [(each["version"], each["state"]) for each in overview["versions"]] == [(1, "active")]
    assert towns.TOWN_A in {each["code"] for each in overview["towns"]}
    assert (await town.client.post("/api/rules/drafts", json={"note": "我也要改"})).status_code == 403
    draft = await asked(keeper, "POST", "/api/rules/drafts", {"note": "路灯归住建"}, 201)
    path = f"/api/rules/drafts/{draft['version']}"
    form = {"revision": 1, "note": "路灯归住建", "rules": [TO_DEPARTMENT, TO_TOWN]}
    broken = {**form, "rules": [{**TO_DEPARTMENT, "target_unit": 999}]}
    refused = await asked(keeper, "PUT", path, broken, 422)
    assert refused["errors"] == [
        {"field": "10.target_unit", "detail": "指定的单位不存在或已停用，请重新选择"}
    ]
    saved = await asked(keeper, "PUT", path, form)
    started = await asked(keeper, "POST", f"{path}/try", {"tickets": 10}, 202)
    assert (await ended(keeper, started["work"]["id"]))["result"]["moved"] == 1
    seen = await asked(keeper, "GET", f"/api/rules/versions/{draft['version']}")
    assert [each["name"] for each in seen["listed"]] == ["路灯到住建", "属地"]
    assert seen["trial"]["pairs"][0]["proposed"]["name"] == "区住建局"
    revision = {"revision": saved["revision"]}
    assert (await asked(keeper, "POST", f"{path}/activate", revision))["state"] == "active"
    await hotline.push(order("JY-2"))
    assert service.rows("SELECT unit, rule_set FROM ticket ORDER BY id") == [(2, 1), (6, draft["version"])]
    back = await asked(keeper, "POST", "/api/rules/versions/1/bring-back", {"note": "先不改"}, 201)
    assert back["version"] == draft["version"] + 1
    changes = await asked(keeper, "GET", "/api/rules/changes/rule_set")
    assert [each["what"] for each in changes] == [
        "activated",
        "brought_back",
        "activated",
        "saved",
        "drafted",
    ]


async def test_powers_and_lists_are_kept_by_date(service: Service, sign_in: SignIn) -> None:
    keeper, town = await sign_in("admin"), await sign_in("towna")
    power = {
        "power": "对损坏路灯的处罚",
        "categories": [LAMP],
        "town": towns.TOWN_A,
        "bureau": towns.DEPARTMENT,
    }
    power |= {"valid_from": "2026-01-01", "reason": "下放"}
    made = await asked(keeper, "POST", "/api/rules/powers", power, 201)
    reversed_ = {**power, "valid_until": "2025-01-01"}
    assert "倒置" in (await asked(keeper, "PUT", f"/api/rules/powers/{made['id']}", reversed_, 422))["detail"]
    await asked(keeper, "PUT", f"/api/rules/powers/{made['id']}", {**power, "valid_until": "2026-06-01"})
    (kept,) = await asked(town, "GET", "/api/rules/powers")
    assert (kept["valid_until"], kept["bureau_name"]) == ("2026-06-01", "区住建局")
    matter = {"list": "from_police", "matter": "路灯损坏", "category": LAMP, "valid_from": "2026-01-01"}
    matter["reason"] = "公布"
    await asked(keeper, "POST", "/api/rules/police-lists", matter, 201)
    (listed,) = await asked(town, "GET", "/api/rules/police-lists")
    assert (listed["list"], listed["category"]) == ("from_police", LAMP)
    (change, *_) = await asked(keeper, "GET", "/api/rules/changes/police_list")
    assert (change["person"], change["reason"], change["after"]["matter"]) == ("管系统", "公布", "路灯损坏")
    assert service.rows("SELECT count(*) FROM audit WHERE action LIKE 'power.%%'") == [(2,)]


async def test_a_return_with_a_point_is_queued_ruled_on_and_remembered(
    service: Service, hotline: Hotline, sign_in: SignIn
) -> None:
    await hotline.push(order("JY-1"))
    district, town, other = await sign_in("district"), await sign_in("towna"), await sign_in("townb")
    (ticket,) = service.rows("SELECT id FROM ticket")[0]
    point = {"lon": 119.15, "lat": 33.65}
    await town.do(ticket, "return", reason="wrong_place", basis="在渔沟镇一侧", point=point)
    (waiting,) = await asked(district, "GET", "/api/owning/queue")
    assert (waiting["proposed_name"], waiting["basis"]) == ("渔沟镇社会治理指挥中心", "在渔沟镇一侧")
    assert (await town.client.get("/api/owning/queue")).status_code == 403
    (grant,) = [each for each in (await district.see(ticket))["allowed"] if each["command"] == "grant"]
    preset = {field["name"]: field["value"] for field in grant["fields"]}
    assert (preset["unit"], preset["point"]["lon"], preset["precedent"]) == (towns.CENTER_B, 119.15, "place")
    await district.do(ticket, "grant", unit=preset["unit"], point=preset["point"], reason="位置在渔沟镇")
    assert service.rows("SELECT cell, town FROM ticket") == [(towns.CELL_B, towns.TOWN_B)]
    (kept,) = await asked(other, "GET", "/api/precedents?words=渔沟")
    assert (kept["unit"], kept["number"] is not None) == (towns.CENTER_B, True)
    assert len((await asked(town, "GET", "/api/precedents/map"))["features"]) == 1
    await other.do(ticket, "return", reason="unclear_power", basis="路灯由王家营报装")
    await district.do(ticket, "grant", unit=towns.CENTER_A, reason="以报装单位为准", precedent="no")
    (alarm,) = await asked(town, "GET", "/api/owning/alarms")
    assert (alarm["why"], len(alarm["trail"])) == ("came_back", 3)
    await asked(district, "POST", f"/api/owning/alarms/{ticket}/settle", {"reason": "已明确"}, 204)
    setting = {"propose_after": 2, "alarm_hops": 3, "near_m": 200, "note": "收紧"}
    await asked(district, "POST", "/api/owning/settings", setting, 201)
    assert [each["near_m"] for each in await asked(town, "GET", "/api/owning/settings")] == [200]
    assert await asked(district, "GET", "/api/precedents/proposals") == []
    assert (await asked(town, "GET", f"/api/tickets/{ticket}/precedents"))["path"] == LAMP


async def test_a_ground_is_drawn_as_an_area_or_along_a_line(service: Service, sign_in: SignIn) -> None:
    district, admin = await sign_in("district"), await sign_in("admin")
    line = {"type": "LineString", "coordinates": [[119.049, 33.64], [119.049, 33.66]]}
    form = {"name": "西岸", "category": LAMP, "unit": towns.DEPARTMENT, "reason": "河岸归水利", "shape": line}
    assert (await admin.client.post("/api/precedents", json={**form, "width_m": 40})).status_code == 403
    refused = await asked(district, "POST", "/api/precedents", form, 422)
    assert "两侧各多少米" in refused["detail"]
    for shape in (
        {"type": "Point", "coordinates": [119.0, 33.6]},
        {**line, "coordinates": [[119.0, 91.0]] * 2},
    ):
        await asked(district, "POST", "/api/precedents", {**form, "shape": shape, "width_m": 40}, 422)
    made = await asked(district, "POST", "/api/precedents", {**form, "width_m": 40}, 201)
    change = {"category": LAMP, "unit": towns.CENTER_A, "reason": "改归街道", "name": "古黄河西岸"}
    await asked(district, "PUT", f"/api/precedents/{made['id']}", change)
    (feature,) = (await asked(district, "GET", "/api/precedents/map"))["features"]
    assert (feature["properties"]["name"], feature["geometry"]["type"]) == ("古黄河西岸", "Polygon")
