"""A name that two people gave a place finds the next ticket, in the process that runs; another process's change too."""

from __future__ import annotations

from typing import Any

import psycopg

from tests.service.conftest import Desk, Hotline, Service, SignIn, order
from tests.waiting import until
from tests.web import towns

WORDS = "棉纺宿舍门口"
"""Nobody's name yet."""


async def in_use(desk: Desk, version: int) -> dict[str, Any]:
    """The state of the index once it is of a version, at least."""

    async def state() -> dict[str, Any]:
        told: dict[str, Any] = (await desk.client.get("/api/gazetteer/state")).json()
        return told

    return await until(state, lambda told: told["version"] >= version)


async def test_an_approved_name_places_the_next_ticket(
    hotline: Hotline, service: Service, sign_in: SignIn
) -> None:
    desk, other = await sign_in("district"), await sign_in("admin")
    words = {"address": WORDS, "content": "路灯不亮三天,请尽快维修。"}
    first = await hotline.push(order("JY1", **words))
    assert first.json()["state"] == "unplaced", first.text
    (ticket,) = service.rows("SELECT id FROM ticket")[0]
    placed = await desk.act(ticket, "place", point={"lon": 119.05, "lat": 33.65})
    assert placed.status_code == 200, placed.text
    form = {"name": "棉纺宿舍", "kind": "nickname", "reason": "诉求人这样说", "ticket": ticket}
    proposed = await desk.client.post("/api/gazetteer/1/aliases", json=form)
    assert proposed.status_code == 201, proposed.text
    proposal = next(each["id"] for each in proposed.json()["aliases"] if each["name"] == "棉纺宿舍")
    decision = f"/api/gazetteer/proposals/{proposal}"
    assert (await desk.client.post(decision, json={"approve": True})).status_code == 403
    assert (await hotline.push(order("JY2", **words))).json()["state"] == "unplaced"
    assert (await other.client.post(decision, json={"approve": True})).status_code == 200
    state = await in_use(desk, 2)
    assert (state["aliases"], state["latest"]) == (1, 2)
    assert state["longest_stall_ms"] >= 0
    second = await hotline.push(order("JY3", **words))
    assert second.json()["state"] == "dispatched", second.text
    ((cell, level),) = service.rows("SELECT cell, level FROM ticket WHERE order_no = 'JY3'")
    assert (cell, level) == (towns.CELL_A, "poi")


async def test_what_another_process_changed_is_followed(service: Service, sign_in: SignIn) -> None:
    desk = await sign_in("district")
    before = (await desk.client.get("/api/gazetteer/state")).json()
    with psycopg.connect(service.owner_url) as connection:
        connection.execute("UPDATE place SET name = '富丽家园', version = 2")
        connection.execute("INSERT INTO gazetteer_version (id, checksum) VALUES (7, 't')")
    after = await in_use(desk, 7)
    assert after["checksum"] != before["checksum"]
    found = (await desk.client.post("/api/locate", json={"address": "富丽家园"})).json()
    assert found["cell"] == towns.CELL_A
