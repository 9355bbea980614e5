"""What desks are warned of through the edge: danger words and urgings; tried, changed, read with the next panel."""

from __future__ import annotations

from tests.databases import Database
from tests.web.conftest import Browser, SignIn
from tests.web.test_joint import joint, tickets

__all__ = ["tickets"]
SETTINGS = "/api/desk-settings"


async def change(browser: Browser, words: list[str], minutes: int = 120, **other: object) -> int:
    """The status that a change of version 1 is answered with."""
    form = {"based_on": 1, "danger_words": words, "chase_minutes": minutes, "note": "按演练改", **other}
    return (await browser.put(SETTINGS, json=form)).status_code


async def test_other_words_count_with_the_next_panel_and_are_kept_as_a_version(
    sign_in: SignIn, tickets: Database
) -> None:
    admin, desk = await sign_in("admin"), await sign_in("towna")
    row = (await desk.get("/api/tickets/101")).json()["row"]
    said = row["title"][:2]
    before = await joint(desk, 101)
    assert (before["danger_words"], before["chase_minutes"]) == ([], 120)
    assert await change(admin, [f"{said[0]} {said[1]}", "持刀", "持刀"], 30) == 200
    after = await joint(desk, 101)
    assert (after["danger_words"], after["chase_minutes"]) == ([said], 30)
    held = (await admin.get(SETTINGS)).json()
    assert (held["version"], held["danger_words"], held["note"]) == (2, [said, "持刀"], "按演练改")
    assert held["created_by"] is not None
    assert await change(admin, ["漏气"]) == 409
    assert await change(admin, ["持刀"], based_on=2, chase_minutes=30) == 200


async def test_what_cannot_be_is_refused_by_its_field(sign_in: SignIn, tickets: Database) -> None:
    admin = await sign_in("admin")
    assert await change(admin, ["火"]) == 422
    assert await change(admin, ["着火"], 4) == 422
    assert await change(admin, ["着火"], note=" ") == 422
    held = (await admin.get(SETTINGS)).json()
    same = {"based_on": 1, "danger_words": held["danger_words"], "chase_minutes": held["chase_minutes"]}
    assert (await admin.put(SETTINGS, json={**same, "note": "没改"})).status_code == 409
    assert (await admin.get(SETTINGS)).json()["version"] == 1
    desk = await sign_in("towna")
    assert (await desk.get(SETTINGS)).status_code == 403
    assert await change(desk, ["着火"]) == 403


async def test_words_are_tried_on_past_tickets_and_tickets_named_to_the_district_alone(
    sign_in: SignIn, tickets: Database
) -> None:
    district, admin = await sign_in("district"), await sign_in("admin")
    row = (await district.get("/api/tickets/101")).json()["row"]
    form = {"danger_words": [row["title"][:2], "从来不说的"], "most": 100}
    told = (await district.post(f"{SETTINGS}/trial", json=form)).json()
    assert told["flagged"] == told["more"] >= 1
    assert told["former"] == told["fewer"] == 0
    assert told["words"][1] == {"word": "从来不说的", "count": 0}
    assert 101 in [each["id"] for each in told["listed"]]
    apart = (await admin.post(f"{SETTINGS}/trial", json=form)).json()
    assert {**apart, "listed": []} == {**told, "listed": []}
    assert apart["listed"] == []
    assert (await admin.get(SETTINGS)).json()["version"] == 1
