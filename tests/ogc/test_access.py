"""Who reads areas: programs with keys, people of the desks; and what nobody reads there."""

from __future__ import annotations

import httpx
import psycopg
import pytest

from dispatch.actions import keys
from dispatch.actions.passwords import Passwords
from dispatch.actions.sign_in import sign_in
from dispatch.reads.features import COLLECTIONS
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.ogc.conftest import CELLS, codes, program
from tests.web import towns
from tests.web.towns import CELL_A, CELL_B, TOWN_A


async def test_keys_come_in_headers_and_in_no_address(
    ask: httpx.AsyncClient, store: Store, district: Database
) -> None:
    token = ask.headers["x-api-key"]
    async with program(store) as bare:
        assert (await bare.get("/ogc")).status_code == 401
        assert (await bare.get("/ogc", headers={"Authorization": f"Bearer {token}"})).status_code == 200
        wrong = await bare.get("/ogc", headers={"X-API-Key": token[:-1]})
        assert (wrong.status_code, wrong.json()["type"]) == (401, "urn:dispatch:problem:bad-key")
        for path in (f"/ogc?key={token}", f"{CELLS}?access_token=1", f"/ogc?f={token}"):
            for given in (bare, ask):
                refused = await given.get(path)
                assert (refused.status_code, refused.json()["type"]) == (
                    400,
                    "urn:dispatch:problem:key-in-address",
                )
                assert "请求头 X-API-Key" in refused.json()["detail"]
                assert token not in refused.text
    with psycopg.connect(district.owner_url) as connection:
        rows = connection.execute(
            "SELECT detail->>'why' FROM audit WHERE action = 'key.refused' AND subject = 'api_key:' || "
            "(SELECT max(id) FROM api_key)"
        ).fetchall()
    assert set(rows) == {("in_address",)}


async def test_a_key_of_a_town_reads_that_town(store: Store) -> None:
    token, _ = await keys.create(store, None, name="渔沟镇", unit=towns.STATION_B)
    async with program(store, token) as town:
        assert codes(await town.get(CELLS)) == [CELL_B]
        described = (await town.get("/ogc/collections")).json()["collections"]
        assert {each["itemCount"] for each in described} == {1}
        assert described[2]["extent"]["spatial"]["bbox"] == [[119.1, 33.6, 119.2, 33.7]]
        assert (await town.get(f"{CELLS}/{CELL_A}")).status_code == 404
        assert codes(await town.get(CELLS, params={"town": TOWN_A})) == []


@pytest.mark.parametrize(
    ("username", "status"),
    [("towna", 200), ("district", 200), ("admin", 200), ("workera", 403), ("leadera", 403)],
)
async def test_people_of_the_desks_read_in_their_browser(store: Store, username: str, status: int) -> None:
    passwords = Passwords()
    token, _ = await sign_in(store, passwords, username=username, password=towns.PASSWORD)
    passwords.close()
    async with program(store) as browser:
        browser.cookies.set("__Host-dispatch", token)
        assert (await browser.get(CELLS)).status_code == status


async def test_no_person_is_anywhere_in_it(ask: httpx.AsyncClient) -> None:
    said = "".join(
        [
            (await ask.get(f"/ogc/collections/{name}{part}")).text
            for name in COLLECTIONS
            for part in ("", "/items")
        ]
    )
    assert "王营派出所" in said
    for person in towns.PEOPLE:
        assert person[1] not in said
        assert person[3] not in said


async def test_other_origins_get_no_permission(ask: httpx.AsyncClient) -> None:
    answer = await ask.get(CELLS, headers={"Origin": "https://elsewhere.test"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert (await ask.options(CELLS)).status_code == 405
