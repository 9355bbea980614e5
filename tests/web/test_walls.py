"""A screen on a wall over the edge: paired, shown counts and nothing personal, and shut when it is ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from dispatch.domain.allowances import PAIRING
from dispatch.web import assemble
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

Browsers = Callable[[], Browser]
TOLD = {
    "title": "张三家水管爆裂",
    "content": "张三称王家营北路8号漏水",
    "address": "王家营北路8号",
    "name": "张三丰",
}


async def pair(screen: Browser, desk: Browser, unit: int) -> dict[str, Any]:
    """Pair a screen: it asks, somebody types its code."""
    asked = await screen.post("/api/wall/pairing")
    assert asked.status_code == 201
    form = {"code": asked.json()["code"].lower(), "name": "指挥大厅", "unit": unit}
    made = await desk.post("/api/walls", json=form)
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


def overdue(database: Database, ticket: int, hours: int) -> None:
    """A ticket's clock ran out some hours ago."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(
            "UPDATE clock SET due_at = now() - %s * interval '1 hour' WHERE ticket = %s", (hours, ticket)
        )


@pytest.fixture
def tickets(two_towns: Database) -> None:
    """Four tickets: two in time in A, one overdue in B, one overdue and confidential."""
    url = two_towns.owner_url
    towns.add_ticket(url, 1, towns.IN_A, phone="13812345678", **TOLD)
    towns.add_ticket(url, 2, towns.IN_A, state="in_progress")
    towns.add_ticket(url, 3, towns.IN_B, category="0101", phone="13912345679", **TOLD)
    towns.add_ticket(url, 4, towns.IN_B, category="0101", confidential=True)
    towns.add_ticket(url, 5, towns.IN_A, state="closed")
    overdue(two_towns, 3, 30)
    overdue(two_towns, 4, 2)


async def test_a_screen_shows_its_unit_in_counts(tickets: None, browser: Browsers, sign_in: SignIn) -> None:
    district, town, desk = browser(), browser(), await sign_in("admin")
    await pair(district, desk, towns.DISTRICT)
    await pair(town, desk, towns.CENTER_A)
    whole = (await district.get("/api/wall")).json()
    assert [(each["name"], each["open"], each["overdue"]) for each in whole["places"]] == [
        *[("渔沟镇", 2, 2), ("王家营街道", 2, 0)],
        ("淮阴区社会治理指挥中心", 0, 0),
    ]
    assert whole["cells"] == {towns.CELL_A: [2, 0, 0], towns.CELL_B: [2, 0, 2]}
    assert [(each["place"], each["confidential"]) for each in whole["overdue"]] == [
        *[("渔沟镇", False), ("渔沟镇", True)]
    ]
    assert whole["overdue"][1]["category"] is None
    assert [each["code"] for each in whole["rates"]["listed"]] == ["responded", "solved", "satisfied"]
    part = (await town.get("/api/wall")).json()
    assert [(each["name"], each["open"]) for each in part["places"]] == [("营东社区", 2)]
    assert (part["cells"].keys(), part["overdue"]) == ({towns.CELL_A}, [])
    assert part["today"]["received"] <= whole["today"]["received"]


async def test_nothing_that_a_caller_said_or_is_called_is_on_the_wire(
    tickets: None, browser: Browsers, sign_in: SignIn
) -> None:
    screen = browser()
    await pair(screen, await sign_in("district"), towns.DISTRICT)
    version = (await screen.get("/api/wall")).json()["boundary_version"]
    for path in ("/api/wall", f"/api/wall/ground?boundary_version={version}"):
        answer = await screen.get(path)
        assert answer.status_code == 200
        told = json.dumps(answer.json(), ensure_ascii=False)
        for word in (*TOLD.values(), "张三", "北路", "8号", "1381234", "5678", "HY2026", "JY0000"):
            assert word not in told, (path, word)


async def test_the_map_of_a_town_ends_at_its_border(browser: Browsers, sign_in: SignIn) -> None:
    screen = browser()
    await pair(screen, await sign_in("admin"), towns.CENTER_B)
    ground = (await screen.get("/api/wall/ground?boundary_version=1")).json()
    assert [each["name"] for each in ground["towns"]] == ["渔沟镇"]
    assert towns.CELL_B in {each["code"] for each in ground["cells"]}
    assert towns.CELL_A not in {each["code"] for each in ground["cells"]}


async def test_a_screen_is_nobody_until_paired_and_nobody_again_when_ended(
    browser: Browsers, sign_in: SignIn
) -> None:
    screen, desk = browser(), await sign_in("district")
    before = await screen.get("/api/wall")
    assert (before.status_code, before.json()["type"].rpartition(":")[2]) == (401, "wall-unpaired")
    wall = await pair(screen, desk, towns.DISTRICT)
    assert (await screen.get("/api/wall")).status_code == 200
    for path in ("/api/me", "/api/walls", "/api/tickets/1", "/tiles/1/10/0/0.mvt"):
        assert (await screen.get(path)).status_code == 401
    assert [each["name"] for each in (await desk.get("/api/walls")).json()["walls"]] == ["指挥大厅"]
    assert (await desk.delete(f"/api/walls/{wall['id']}")).json()["ended_by"] == "区值班"
    after = await screen.get("/api/wall")
    assert (after.status_code, after.json()["type"].rpartition(":")[2]) == (403, "wall-ended")
    assert (await screen.get("/api/wall/ground?boundary_version=1")).status_code == 403


async def test_a_screen_that_hangs_elsewhere_is_called_so(
    browser: Browsers, sign_in: SignIn, two_towns: Database
) -> None:
    screen, desk = browser(), await sign_in("district")
    path = f"/api/walls/{(await pair(screen, desk, towns.DISTRICT))['id']}"
    renamed = await desk.patch(path, json={"name": "  五楼  会商室 "})
    assert (renamed.status_code, renamed.json()["name"], renamed.json()["shows"]) == (
        200,
        "五楼 会商室",
        "now",
    )
    assert (await screen.get("/api/wall")).status_code == 200
    for name in ("", "   ", "楼" * 41):
        refused = await desk.patch(path, json={"name": name})
        assert (refused.status_code, refused.json()["field"]) == (422, "name"), name
    said = (await desk.patch(path, json={"name": " "}, headers={"accept-language": "en"})).json()["detail"]
    assert "40" in said
    assert said.isascii()
    assert written(two_towns) == [{"name": "五楼 会商室", "before": {"name": "指挥大厅"}}]
    assert (await (await sign_in("towna")).patch(path, json={"name": "乙"})).status_code == 403
    await desk.delete(path)
    assert (await desk.patch(path, json={"name": "丙"})).status_code == 404


async def test_a_screen_in_a_bright_hall_is_light(browser: Browsers, sign_in: SignIn) -> None:
    screen, desk = browser(), await sign_in("district")
    wall = await pair(screen, desk, towns.DISTRICT)
    path = f"/api/walls/{wall['id']}"
    assert (wall["theme"], (await screen.get("/api/wall")).json()["theme"]) == ("dark", "dark")
    changed = (await desk.patch(path, json={"theme": "light"})).json()
    assert (changed["theme"], changed["name"], changed["shows"]) == ("light", wall["name"], "now")
    assert (await screen.get("/api/wall")).json()["theme"] == "light"
    assert (await desk.patch(path, json={"theme": "grey"})).status_code == 422
    code = (await browser().post("/api/wall/pairing")).json()["code"]
    form = {"code": code, "name": "一楼大厅", "unit": towns.DISTRICT, "theme": "light"}
    assert (await desk.post("/api/walls", json=form)).json()["theme"] == "light"


def written(database: Database) -> list[dict[str, Any]]:
    """What the audit tells of changed screens."""
    with psycopg.connect(database.owner_url) as connection:
        found = connection.execute("SELECT detail FROM audit WHERE action = 'wall.changed' ORDER BY id")
        return [detail for (detail,) in found]


async def test_the_secret_is_in_a_cookie_that_no_script_reads(browser: Browsers) -> None:
    answer = await browser().post("/api/wall/pairing")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    secret = cookie.partition("dispatch-wall=")[2].partition(";")[0]
    assert len(secret) > 40
    assert secret not in answer.text.lower()


@pytest.mark.parametrize("username", ["towna", "workera", "leadera"])
async def test_screens_are_nobody_elses_business(sign_in: SignIn, username: str) -> None:
    made = await sign_in(username)
    form = {"code": "ABCDEFGH", "name": "某", "unit": towns.CENTER_A}
    assert (await made.get("/api/walls")).status_code == 403
    assert (await made.post("/api/walls", json=form)).status_code == 403
    assert (await made.delete("/api/walls/1")).status_code == 403


@pytest.mark.parametrize("code", ["ABCDEFGH", "短", "13800000000"])
async def test_a_wrong_code_is_told_where(sign_in: SignIn, code: str) -> None:
    form = {"code": code, "name": "某", "unit": towns.DISTRICT}
    answer = await (await sign_in("admin")).post("/api/walls", json=form)
    assert (answer.status_code, answer.json()["field"]) == (422, "code")


async def test_codes_are_not_asked_for_without_end(edge_parts: assemble.Parts, browser: Browsers) -> None:
    class Full:
        async def take(self, name: str, per_minute: int) -> int | None:
            assert (name.partition(":")[0], per_minute) == (PAIRING.name, PAIRING.per_minute)
            return 30

    edge_parts.guard.counts = Full()
    answer = await browser().post("/api/wall/pairing")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
