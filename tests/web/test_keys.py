"""Keys over the edge: made and revoked by administrators of the system, shown once, never listed."""

from __future__ import annotations

import pytest

from tests.web.conftest import SignIn


async def test_an_administrator_makes_sees_and_revokes_a_key(sign_in: SignIn) -> None:
    made = await sign_in("admin")
    answer = await made.post("/api/keys", json={"name": "区自然资源局 QGIS", "days": 30})
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store")
    token, key = answer.json()["token"], answer.json()["key"]
    assert (key["scope"], key["state"], key["per_minute"]) == ("features", "valid", 600)
    listed = await made.get("/api/keys")
    assert listed.json()["keys"] == [key]
    assert next(unit["name"] for unit in listed.json()["units"]).endswith("社会治理指挥中心")
    assert token not in listed.text
    revoked = await made.post(f"/api/keys/{key['id']}/revoke", json={"reason": "换新"})
    assert (revoked.json()["state"], revoked.json()["revoked_by"]) == ("revoked", "管系统")
    assert (await made.post("/api/keys/99/revoke", json={})).status_code == 404


@pytest.mark.parametrize("username", ["district", "towna", "workera"])
async def test_keys_are_nobody_elses_business(sign_in: SignIn, username: str) -> None:
    made = await sign_in(username)
    assert (await made.get("/api/keys")).status_code == 403
    assert (await made.post("/api/keys", json={"name": "某"})).status_code == 403


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({}, "name"),
        ({"name": "  "}, "name"),
        ({"name": "某", "days": 9999}, "days"),
        ({"name": "某", "scope": "tickets"}, "scope"),
        ({"name": "某", "unit": 99}, "unit"),
        ({"name": "某", "digest": "00"}, "digest"),
    ],
)
async def test_a_form_that_is_wrong_is_told_where(
    sign_in: SignIn, form: dict[str, object], field: str
) -> None:
    answer = await (await sign_in("admin")).post("/api/keys", json=form)
    assert (answer.status_code, answer.json()["field"]) == (422, field)
