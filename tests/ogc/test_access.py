"""Who reads areas: programs with keys, people of the desks; and what nobody reads there."""

from __future__ import annotations

import httpx
import psycopg
import pytest

from dispatch import settings
from dispatch.actions import keys
from dispatch.actions.passwords import Passwords
from dispatch.actions.sign_in import sign_in
from dispatch.reads.features import COLLECTIONS
from dispatch.settings import SettingsError
from dispatch.store.database import Database as Store
from tests.databases import MASTER_KEY as KEY
from tests.databases import Database
from tests.ogc.conftest import CELLS, URL, codes, program
from tests.web import towns
from tests.web.towns import CELL_A, CELL_B, TOWN_A


async def test_keys_come_in_headers_and_in_no_address(
    ask: httpx.AsyncClient, store: Store, district: Database
) -> None:
    token = ask.headers["x-api-key"]
    async with program(store) as bare:
        assert (await bare.get("/ogc")).status_code == 401
        for authorization in (
            f"Bearer {token}",
            f"bearer  {token}",
            httpx.BasicAuth("qgis", token)._auth_header,
        ):
            assert (await bare.get("/ogc", headers={"Authorization": authorization})).status_code == 200
        for authorization in ("Bearer", "Basic", "Basic /", "Basic cWdpcw==", "Digest x", "Basic /w=="):
            assert (await bare.get("/ogc", headers={"Authorization": authorization})).status_code == 401
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


async def test_no_address_leads_a_key_to_another_host(ask: httpx.AsyncClient) -> None:
    astray = {"Host": "elsewhere.test"}
    assert (await ask.get("/ogc/", headers=astray)).json()["links"][0]["href"] == f"{URL}/ogc"
    for path in ("/ogc/collections/", f"{CELLS}/", "/ogc//collections"):
        assert (await ask.get(path, headers=astray)).status_code == 404


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


MAPS, ELSEWHERE = "https://maps.test", "https://elsewhere.test"
ASKING = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-api-key"}


def permissions(answer: httpx.Response) -> dict[str, str]:
    """What an answer permits to other origins."""
    return {name: value for name, value in answer.headers.items() if name.startswith("access-control")}


async def test_other_origins_get_no_permission(ask: httpx.AsyncClient) -> None:
    assert permissions(await ask.get(CELLS, headers={"Origin": ELSEWHERE})) == {}
    asking = await ask.options(CELLS, headers={"Origin": ELSEWHERE, **ASKING})
    assert (asking.status_code, permissions(asking)) == (405, {})


async def test_origins_that_are_named_read_areas_and_nothing_else(
    store: Store, ask: httpx.AsyncClient
) -> None:
    async with program(store, ask.headers["x-api-key"], frozenset({MAPS})) as page:
        read = await page.get(CELLS, headers={"Origin": MAPS})
        assert (read.status_code, read.headers["access-control-allow-origin"]) == (200, MAPS)
        assert "access-control-allow-credentials" not in read.headers
        refused = await page.get(f"{CELLS}?limit=0", headers={"Origin": MAPS})
        assert refused.headers["access-control-allow-origin"] == MAPS
        asking = await page.options(CELLS, headers={"Origin": MAPS, **ASKING})
        assert (asking.status_code, asking.headers["access-control-allow-origin"]) == (200, MAPS)
        assert "access-control-allow-origin" not in permissions(
            await page.get(CELLS, headers={"Origin": ELSEWHERE})
        )
        assert permissions(await page.get("/api/keys", headers={"Origin": MAPS})) == {}


def test_an_origin_is_no_address() -> None:
    given = {"DATABASE_URL": "x", "REDIS_URL": "x", "DISPATCH_MASTER_KEY": KEY, "DISPATCH_INDEX_KEY": KEY}
    named = settings.read(given | {"DISPATCH_FEATURES_ORIGINS": f"{MAPS} http://localhost:5173"})
    assert named.features_origins == {MAPS, "http://localhost:5173"}
    assert settings.read(given).features_origins == frozenset()
    for wrong in (f"{MAPS}/", "maps.test", "*"):
        with pytest.raises(SettingsError, match="an origin is like"):
            settings.read(given | {"DISPATCH_FEATURES_ORIGINS": wrong})
