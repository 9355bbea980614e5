"""Boundary versions over HTTP: from an uploaded file to a version in force; bad files leave everything as it was."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import httpx
import psycopg
import pytest

from dispatch.actions.pulse import Pulse
from dispatch.actions.work import Works
from dispatch.web import boundaries
from tests.boundaries import ORDER, border_at, checksum, feature, strip
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

Json = dict[str, Any]


@pytest.fixture
async def keeper_browser(sign_in: SignIn) -> Browser:
    """A browser of somebody who keeps the boundaries."""
    return await sign_in("district")


def collection(features: list[Json]) -> bytes:
    """A GeoJSON file."""
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


async def upload(
    browser: Browser, path: str, content: bytes, name: str = "网格.geojson", **options: Any
) -> httpx.Response:
    """Post a file."""
    data = {"options": json.dumps(options)} if options else {}
    return await browser.post(f"/api/boundaries{path}", files={"file": (name, content)}, data=data)


async def ended(works: Works, answer: httpx.Response) -> Json:
    """The record of the work that was begun, once it has ended."""
    assert answer.status_code == 202, answer.text
    return await works.ended(answer.json()["work"]["id"])


async def drafted(browser: Browser, based_on: int | None = 1) -> int:
    """A new draft."""
    answer = await browser.post("/api/boundaries", json={"note": "调整边界", "based_on": based_on})
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


async def test_from_a_file_to_a_version_in_force(
    keeper_browser: Browser, works: Works, two_towns: Database
) -> None:
    browser = keeper_browser
    towns.add_ticket(two_towns.owner_url, 1, {**towns.IN_B, "lon": 119.11})
    version = await drafted(browser)
    at = f"/{version}"
    for level in ORDER:
        content = collection(border_at(119.12)[level])
        told = await ended(works, await upload(browser, f"{at}/layers/{level}", content, mode="replace"))
        assert (told["state"], told["result"]["features"]) == ("done", 2), told
    checked = await ended(works, await browser.post(f"/api/boundaries{at}/check"))
    assert checked["result"]["blocking"] == 0
    begun = await browser.get(f"/api/boundaries{at}/preview")
    await ended(works, begun)
    preview = (await browser.get(f"/api/boundaries{at}/preview")).json()
    assert (preview["tickets"]["other_center"], preview["blocking"]) == (1, [])
    order = {"revision": preview["revision"], "confirm": True}
    published = await ended(works, await browser.post(f"/api/boundaries{at}/publish", json=order))
    assert published["result"]["state"] == "published"
    listed = (await browser.get("/api/boundaries")).json()
    assert (listed["published"], listed["versions"][0]["state"]) == (version, "published")
    assert listed["versions"][0]["published_by"] == listed["versions"][0]["created_by"] is not None
    assert (await browser.get("/api/me")).json()["boundary_version"] == version
    drawn = (await browser.get(f"/api/boundaries{at}/areas.geojson?level=cell")).json()
    assert [each["properties"]["police_grid"] for each in drawn["features"]] == ["HY-WJY-01", "HY-YG-01"]


async def test_a_file_is_looked_at_before_it_is_read(keeper_browser: Browser) -> None:
    cells = [{**each, "properties": {"网格编码": each["properties"]["编码"], "警格": "甲"}} for each in CELLS]
    answer = await upload(keeper_browser, "/inspect", collection(cells))
    told = answer.json()
    (layer,) = told["layers"]
    assert (told["format"], layer["holds"], layer["datum_guess"], layer["swapped"]) == (
        *("geojson", "cell", "wgs84", False),
    )
    assert (layer["mapping"]["code"], layer["mapping"]["police_grid"]) == ("网格编码", "警格")
    assert layer["mappings"]["cell"] == layer["mapping"]
    beats = layer["mappings"]["police_grid"]
    assert (beats["code"], beats["name"], beats["police_grid"]) == (None, "警格", None)
    assert layer["columns"][0]["samples"] == [towns.CELL_A, towns.CELL_B]


def bomb() -> bytes:
    """A small archive that would unpack to a hundred megabytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("cells.geojson", b" " * 100_000_000)
    return packed.getvalue()


def shifted(features: list[Json], lon: float, lat: float) -> list[Json]:
    """The same areas elsewhere."""
    return [
        {
            **each,
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [[x + lon, y + lat] for x, y in ring] for ring in each["geometry"]["coordinates"]
                ],
            },
        }
        for each in features
    ]


CELLS = border_at(119.1)["cell"]
XIAN_80 = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2384"}}}
BAD: dict[str, tuple[str, bytes, str]] = {
    "nothing in it": ("a.geojson", collection([]), "没有"),
    "no file of areas": ("a.pdf", b"%PDF-1.7", ""),
    "cut off": ("a.geojson", collection(CELLS)[:200], ""),
    "no polygons": (
        "a.geojson",
        collection([{**CELLS[0], "geometry": {"type": "Point", "coordinates": [119.0, 33.6]}}]),
        "面",
    ),
    "wrong system": (
        "a.geojson",
        json.dumps({**json.loads(collection(CELLS)), **XIAN_80}).encode(),
        "西安80",
    ),
    "no district of ours": ("a.geojson", collection(shifted(CELLS, -3.0, 4.0)), "范围之外"),
    "zip bomb": ("a.zip", bomb(), ""),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_file_changes_nothing_and_says_what_to_do(
    keeper_browser: Browser, works: Works, two_towns: Database, name: str
) -> None:
    before = checksum(two_towns.owner_url, 1)
    version = await drafted(keeper_browser)
    draft_before = checksum(two_towns.owner_url, version)
    filename, content, says = BAD[name]
    told = await ended(works, await upload(keeper_browser, f"/{version}/layers/cell", content, filename))
    assert told["state"] == "failed"
    assert says in told["error"]
    assert "请" in told["error"]
    assert checksum(two_towns.owner_url, 1) == before
    assert checksum(two_towns.owner_url, version) == draft_before
    assert (await keeper_browser.get(f"/api/boundaries/{version}")).json()["revision"] == 1


async def test_rows_that_were_not_understood_are_a_table(keeper_browser: Browser, works: Works) -> None:
    version = await drafted(keeper_browser)
    far = feature(f"{towns.VILLAGE_B}002", (121.0, 31.0, 121.1, 31.1), 名称="外地")
    answer = await upload(keeper_browser, f"/{version}/layers/cell", collection([*CELLS, far]))
    told = await ended(works, answer)
    assert (told["result"]["left_out"], told["result"]["features"]) == (1, 2)
    table = await keeper_browser.get(f"/api/work/{told['id']}/rows.csv")
    assert "范围之外" in table.content.decode("utf-8-sig")


async def test_a_file_of_mixed_datums_says_so(keeper_browser: Browser, works: Works) -> None:
    version = await drafted(keeper_browser)
    eastern = feature(f"{towns.VILLAGE_B}002", strip(119.19, 119.2), 名称="第二网格")
    moved = shifted([eastern], 0.0056, -0.0014)
    answer = await upload(
        keeper_browser, f"/{version}/layers/cell", collection([CELLS[0], *moved]), mode="merge"
    )
    told = await ended(works, answer)
    assert told["state"] == "done"
    assert any("GCJ-02" in remark for remark in told["result"]["remarks"]), told["result"]


async def test_a_version_that_would_orphan_tickets_is_refused(
    keeper_browser: Browser, works: Works, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 1, towns.IN_B)
    before = checksum(two_towns.owner_url, 1)
    version = await drafted(keeper_browser)
    layers = border_at(119.1)
    for level in ORDER:
        await ended(
            works, await upload(keeper_browser, f"/{version}/layers/{level}", collection(layers[level][:1]))
        )
    await ended(works, await keeper_browser.post(f"/api/boundaries/{version}/check"))
    revision = (await keeper_browser.get(f"/api/boundaries/{version}")).json()["revision"]
    order = {"revision": revision, "confirm": True}
    told = await ended(works, await keeper_browser.post(f"/api/boundaries/{version}/publish", json=order))
    assert told["state"] == "failed"
    assert "1 张未结工单在新版里没有着落" in told["error"]
    assert checksum(two_towns.owner_url, 1) == before


async def test_the_largest_upload_is_named(keeper_browser: Browser) -> None:
    version = await drafted(keeper_browser)
    headers = {
        "content-length": str(boundaries.FILE_BYTES + 1),
        "content-type": "multipart/form-data; boundary=x",
    }
    answer = await keeper_browser.post(
        f"/api/boundaries/{version}/layers/cell", headers=headers, content=b"--x--"
    )
    assert (answer.status_code, answer.json()["detail"]) == (413, "内容太大，最多 200 MB；请分开提交。")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"data": {"options": "{"}, "files": {"file": ("a", b"x")}}, "options"),
        ({"data": {"options": "[]"}, "files": {"file": ("a", b"x")}}, "options"),
        ({"data": {"options": '{"datum": "mars"}'}, "files": {"file": ("a", b"x")}}, "options.datum"),
        ({"data": {"options": '{"mode": "mix"}'}, "files": {"file": ("a", b"x")}}, "options.mode"),
        ({"data": {"options": '{"mapping": {"x": "y"}}'}, "files": {"file": ("a", b"x")}}, "options.mapping"),
        ({"data": {"options": '{"speed": 1}'}, "files": {"file": ("a", b"x")}}, "options.speed"),
        ({"files": {"other": ("a", b"x")}}, "file"),
        ({"json": {}}, "file"),
    ],
)
async def test_what_cannot_be_followed_names_its_field(
    keeper_browser: Browser, given: Json, field: str
) -> None:
    version = await drafted(keeper_browser)
    answer = await keeper_browser.post(f"/api/boundaries/{version}/layers/cell", **given)
    assert (answer.status_code, answer.json()["field"]) == (422, field)


async def test_nothing_of_an_upload_stays_on_disk(
    keeper_browser: Browser,
    works: Works,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path_factory.mktemp("spool")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    version = await drafted(keeper_browser)
    content = collection(CELLS)
    await upload(keeper_browser, "/inspect", content)
    await upload(keeper_browser, "/inspect", b"rubbish")
    await ended(works, await upload(keeper_browser, f"/{version}/layers/cell", content))
    await upload(keeper_browser, f"/{version}/layers/cell", content, mode="mix")
    assert (await upload(keeper_browser, "/999/layers/cell", content)).status_code == 404
    assert list(folder.iterdir()) == []


async def test_layers_keep_the_name_of_their_file(keeper_browser: Browser, works: Works) -> None:
    """A layer that inspecting named is found again when it is brought in."""
    looked = (await upload(keeper_browser, "/inspect", collection(CELLS), "2026 网格.geojson")).json()
    (layer,) = looked["layers"]
    version = await drafted(keeper_browser)
    path = f"/{version}/layers/cell"
    told = await ended(
        works, await upload(keeper_browser, path, collection(CELLS), "2026 网格.geojson", layer=layer["name"])
    )
    assert (told["state"], layer["name"]) == ("done", "2026_网格")


async def test_who_may_what(sign_in: SignIn) -> None:
    keeper, town, worker = await sign_in("admin"), await sign_in("towna"), await sign_in("workera")
    assert (await keeper.post("/api/boundaries", json={"note": "系统管理员"})).status_code == 201
    assert (await town.get("/api/boundaries")).status_code == 200
    assert (await town.get("/api/boundaries/1/faults")).json() == {"revision": None, "faults": []}
    for answer in (
        await town.post("/api/boundaries", json={"note": "不许"}),
        await town.get("/api/boundaries/1/preview"),
        await upload(town, "/1/layers/cell", b"x" * 10),
        await worker.get("/api/boundaries"),
    ):
        assert answer.status_code == 403


async def test_what_was_left_behind_is_seen_by_its_own(sign_in: SignIn, two_towns: Database) -> None:
    for ticket, place in ((1, towns.IN_A), (2, towns.IN_B)):
        towns.add_ticket(two_towns.owner_url, ticket, place)
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("INSERT INTO rezoning (boundary_version, total, started_at) VALUES (1, 2, now())")
        connection.execute("INSERT INTO rezoning_left SELECT 1, id, '坐标不在新版任何网格里' FROM ticket")
    seen = {}
    for name in ("towna", "townb", "district", "admin"):
        answer = await (await sign_in(name)).get("/api/boundaries/1/left")
        seen[name] = [each["number"][-1] for each in answer.json()["tickets"]]
    assert seen == {"towna": ["1"], "townb": ["2"], "district": ["1", "2"], "admin": []}


async def test_what_is_not_there_is_not_found(keeper_browser: Browser) -> None:
    for path in ("", "/faults", "/repairs", "/preview", "/areas.geojson?level=cell"):
        assert (await keeper_browser.get(f"/api/boundaries/77{path}")).status_code == 404
    assert (await keeper_browser.get("/api/boundaries/1/areas.geojson?level=moon")).status_code == 422
    answer = await keeper_browser.post("/api/boundaries/1/publish", json={"revision": 1})
    assert answer.status_code == 422


async def test_reading_a_file_keeps_nobody_waiting(keeper_browser: Browser, works: Works) -> None:
    """The event loop goes on while five hundred cells are read and checked; at rest it pauses for 13 ms."""
    version = await drafted(keeper_browser)
    width = 0.1 / 500
    cells = [
        feature(
            f"{towns.VILLAGE_A}{n:03d}", strip(119.0 + n * width, 119.0 + (n + 1) * width), 名称=f"第{n}网格"
        )
        for n in range(500)
    ]
    async with Pulse() as pulse:
        told = await ended(works, await upload(keeper_browser, f"/{version}/layers/cell", collection(cells)))
        await ended(works, await keeper_browser.post(f"/api/boundaries/{version}/check"))
    assert told["result"]["features"] == 500
    assert pulse.longest_ms < 200


async def test_versions_are_compared_and_counted_by(
    keeper_browser: Browser, works: Works, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 1, {**towns.IN_B, "lon": 119.11})
    version = await drafted(keeper_browser)
    for level in ORDER:
        content = collection(border_at(119.12)[level])
        await ended(works, await upload(keeper_browser, f"/{version}/layers/{level}", content))
    at = f"/api/boundaries/1/crosswalk?to={version}&level=town"
    rows = (await keeper_browser.get(at)).json()["rows"]
    assert [(row["from"], row["to"], round(row["share"], 3)) for row in rows] == [
        (towns.TOWN_A, towns.TOWN_A, 1.0),
        (towns.TOWN_B, towns.TOWN_A, 0.2),
        (towns.TOWN_B, towns.TOWN_B, 0.8),
    ]
    called = {(row["from_name"], row["to_name"]) for row in rows}
    assert len(called) == 3
    assert None not in {name for pair in called for name in pair}
    cells = (await keeper_browser.get(at.replace("town", "cell"))).json()["rows"]
    assert all(" " in row["from_name"] for row in cells)  # after its village
    period = "since=2026-11-01T00:00:00Z&until=2026-12-01T00:00:00Z"
    told = (await keeper_browser.get(f"/api/boundaries/statistics?in=1&{period}")).json()
    assert (told["total"], [row["tickets"] for row in told["rows"]]) == (1.0, [0.0, 1.0])
    draft = await keeper_browser.get(f"/api/boundaries/statistics?in={version}&{period}")
    assert draft.status_code == 404
