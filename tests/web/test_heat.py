"""The heat map over the edge: who may look, whose tickets count, one picture for a minute, and what a wall is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn
from tests.web.test_walls import Browsers, pair

WORDS = {"title": "张三家水管爆裂", "name": "张三丰", "phone": "13812345678"}


@pytest.fixture
def tickets(two_towns: Database) -> None:
    """Four of now in town A, at one spot; one in town B."""
    at = (datetime.now(UTC) - timedelta(seconds=5)).isoformat()
    for number in range(1, 5):
        towns.add_ticket(two_towns.owner_url, number, towns.IN_A, received_at=at, **WORDS)
    towns.add_ticket(two_towns.owner_url, 5, towns.IN_B, received_at=at, **WORDS)


async def test_the_district_counts_all_and_lists_what_is_behind_a_number(
    tickets: None, sign_in: SignIn
) -> None:
    desk = await sign_in("district")
    found = (await desk.get("/api/heat")).json()
    assert (found["total"], len(found["steps"]), sum(found["steps"])) == (5, 24, 5)
    assert [(each["name"], each["whole"]) for each in found["places"]] == [("王家营街道", 4), ("渔沟镇", 1)]
    busiest = found["hexagons"][0]
    query = f"east={busiest['east']}&north={busiest['north']}&step={busiest['at'][0]}"
    behind = (await desk.get(f"/api/heat/tickets?{query}")).json()
    assert (behind["total"], behind["open"], len(behind["tickets"])) == (4, 4, 4)
    assert behind["branches"] == [{"name": "市政设施", "tickets": 4}]
    assert (await desk.get("/api/heat/tickets?place=320804102&before=5")).json()["tickets"] == []


async def test_a_town_counts_its_own(tickets: None, sign_in: SignIn) -> None:
    desk = await sign_in("townb")
    answer = await desk.get("/api/heat?span=clock&width=500")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["total"], [each["name"] for each in found["places"]]) == (1, ["渔沟村"])
    assert {each["id"] for each in (await desk.get("/api/heat/tickets")).json()["tickets"]} == {5}


@pytest.mark.parametrize("username", ["workera", "admin", "department"])
async def test_a_heat_map_is_nobody_elses_business(sign_in: SignIn, username: str) -> None:
    made = await sign_in(username)
    for path in ("/api/heat", "/api/heat/tickets", "/api/wall/heat"):
        assert (await made.get(path)).status_code in (401, 403), path


async def test_a_picture_that_is_known_is_not_sent_again(tickets: None, sign_in: SignIn) -> None:
    desk = await sign_in("district")
    first = await desk.get("/api/heat?span=week")
    known = {"If-None-Match": first.headers["etag"]}
    again = await desk.get("/api/heat?span=week", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert (await desk.get("/api/heat?span=month", headers=known)).status_code == 200
    assert (await desk.get("/api/heat?branch=%00&urgency=urgent")).status_code in (200, 422)
    for width in ("333", "wide"):
        assert (await desk.get(f"/api/heat?width={width}")).status_code == 422


async def test_a_wall_is_told_coarse_counts_and_no_few(
    tickets: None, browser: Browsers, sign_in: SignIn
) -> None:
    screen = browser()
    wall = await pair(screen, await sign_in("admin"), towns.DISTRICT)
    answer = await screen.get("/api/wall/heat")
    told = answer.json()
    assert (told["width_m"], told["floor"], told["places"], told["total"]) == (2000, 3, [], 5)
    assert [(each["tickets"], each["whole"]) for each in told["hexagons"]] == [([4], 4)]
    words = json.dumps(told, ensure_ascii=False)
    assert not [word for word in (*WORDS.values(), "富丽", "JY0000", "HY2026") if word in words]
    assert wall["shows"] == "now"
    assert (await screen.get("/api/heat")).status_code == 401


async def test_what_a_wall_shows_is_changed_at_a_desk(browser: Browsers, sign_in: SignIn) -> None:
    screen, desk = browser(), await sign_in("district")
    wall = await pair(screen, desk, towns.DISTRICT)
    path = f"/api/walls/{wall['id']}"
    assert (await screen.get("/api/wall")).json()["shows"] == "now"
    assert (await desk.patch(path, json={"shows": "both"})).json()["shows"] == "both"
    assert (await screen.get("/api/wall")).json()["shows"] == "both"
    assert (await desk.patch(path, json={"shows": "film"})).status_code == 422
    await desk.delete(path)
    assert (await desk.patch(path, json={"shows": "heat"})).status_code == 404
    assert (await (await sign_in("towna")).patch(path, json={"shows": "heat"})).status_code == 403
