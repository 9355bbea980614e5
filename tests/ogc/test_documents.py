"""What the API says of itself: links that lead somewhere, collections, parameters, what QGIS looks for."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from dispatch.actions import keys
from dispatch.reads.features import COLLECTIONS
from dispatch.store.database import Database as Store
from dispatch.web.features_query import CRS84
from tests.databases import Database
from tests.ogc.conftest import CELLS, URL, codes, program
from tests.web.towns import CELL_A


async def test_every_link_leads_to_what_it_promises(ask: httpx.AsyncClient) -> None:
    waiting, seen = [("application/json", f"{URL}/ogc")], set()
    while waiting:
        media, address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = await ask.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].replace(" ", "") == media.replace(" ", ""), address
        body = answer.json()
        nested = [body, *body.get("collections", ()), *body.get("features", ())]
        waiting += [(each["type"], each["href"]) for part in nested for each in part.get("links", ())]
    assert {f"{URL}/ogc/collections/{name}/items" for name in COLLECTIONS} < seen
    assert f"{URL}/ogc/api" in seen


async def test_what_qgis_looks_for_is_there(ask: httpx.AsyncClient) -> None:
    landing = (await ask.get("/ogc")).json()
    by_rel = {each["rel"]: each for each in landing["links"]}
    assert by_rel["service-desc"]["type"] == "application/vnd.oai.openapi+json;version=3.0"
    assert by_rel["data"]["type"] == "application/json"
    conforms = (await ask.get(by_rel["conformance"]["href"])).json()["conformsTo"]
    assert "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs" in conforms
    api = (await ask.get(by_rel["service-desc"]["href"])).json()
    limit = api["components"]["parameters"]["limit"]["schema"]
    assert (limit["default"], limit["maximum"]) == (100, 10_000)
    schema = (await ask.get("/ogc/collections/cells/schema")).json()["properties"]
    assert schema["geometry"] == {"x-ogc-role": "primary-geometry", "format": "geometry-multipolygon"}
    feature = (await ask.get(CELLS)).json()["features"][0]
    assert list(feature["properties"]) == [name for name in schema if name != "geometry"]


async def test_the_description_names_every_parameter_that_is_taken(ask: httpx.AsyncClient) -> None:
    api = (await ask.get("/ogc/api")).json()
    known = api["components"]["parameters"]
    values = {"limit": "1", "bbox": "119,33,120,34", "bbox-crs": CRS84, "crs": CRS84, "version": "3"}
    for name in COLLECTIONS:
        operation = api["paths"][f"/collections/{name}/items"]["get"]
        named = [known[each["$ref"].rsplit("/", 1)[1]]["name"] for each in operation["parameters"]]
        for parameter in named:
            value = values.get(parameter, "2026-07-01T00:00:00Z" if parameter == "datetime" else "x")
            answer = await ask.get(f"/ogc/collections/{name}/items", params={parameter: value})
            assert answer.status_code == 200, (name, parameter, answer.text)
        refused = await ask.get(f"/ogc/collections/{name}/items", params={"unheard": "1"})
        told = refused.json()["detail"].split("：")[1].rstrip("。").split(", ")
        assert set(told) - {"f"} == set(named)


async def test_collections_say_how_much_and_where(ask: httpx.AsyncClient) -> None:
    described = (await ask.get("/ogc/collections")).json()["collections"]
    assert {each["id"]: each["itemCount"] for each in described} == {
        "towns": 2,
        "villages": 2,
        "cells": 3,
        "police-grids": 2,
    }
    for each in described:
        assert each["extent"]["spatial"] == {"bbox": [[119.0, 33.6, 119.2, 33.7]], "crs": CRS84}
        assert each["crs"][0] == each["storageCrs"] == CRS84


async def test_links_lead_to_the_public_address(store: Store, ask: httpx.AsyncClient) -> None:
    answer = await ask.get(CELLS, params={"limit": 1}, headers={"Host": "evil.test"})
    assert {urlsplit(each["href"]).netloc for each in answer.json()["links"]} == {"desk.test"}


async def test_before_the_first_publication_there_is_nothing(database: Database) -> None:
    store = await Store.open(database.url, size=1)
    token, _ = await keys.create(store, None, name="测试")
    async with program(store, token) as early:
        assert codes(await early.get(CELLS)) == []
        described = (await early.get("/ogc/collections/cells")).json()
        assert (described["itemCount"], described["extent"]) == (0, {})
        assert (await early.get(f"{CELLS}/{CELL_A}")).status_code == 404
    await store.close()


async def test_a_browser_gets_a_page_and_programs_do_not(ask: httpx.AsyncClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    page = await ask.get("/ogc?version=1", headers=browser)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for said in ("<th>网格</th><td>2</td>", f"<code>{URL}/ogc</code>", "/collections/cells/items?version=1"):
        assert said in page.text
    assert (await ask.get("/ogc?f=json", headers=browser)).headers["content-type"] == "application/json"
    for accept in ("*/*", "application/json", "application/json, text/html"):
        answer = await ask.get("/ogc", headers={"Accept": accept})
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["etag"] != page.headers["etag"]
