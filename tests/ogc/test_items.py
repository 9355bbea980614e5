"""Features: the table's rows, pages, filters, boxes, coordinate systems, older versions."""

from __future__ import annotations

import httpx
import psycopg
import pytest

from dispatch.web.features_query import CRS84, SYSTEMS
from gis.crs import from_wgs84
from tests.databases import Database
from tests.ogc import areas
from tests.ogc.areas import SECOND
from tests.ogc.conftest import CELLS, EPSG, URL, codes, link
from tests.web import towns
from tests.web.towns import CELL_A, CELL_B, TOWN_B


async def test_features_are_the_table_row_by_row(ask: httpx.AsyncClient, district: Database) -> None:
    body = (await ask.get(CELLS)).json()
    with psycopg.connect(district.owner_url) as connection:
        rows = connection.execute(
            "SELECT code, name, kind, village, town, ST_AsGeoJSON(geom, 9)::json FROM cell "
            "WHERE boundary_version = 3 ORDER BY code"
        ).fetchall()
    found = [
        (
            each["id"],
            *(each["properties"][name] for name in ("name", "kind", "village", "town")),
            each["geometry"],
        )
        for each in body["features"]
    ]
    assert found == rows
    assert (body["numberMatched"], body["numberReturned"]) == (3, 3)
    first = body["features"][0]["properties"]
    assert (first["village_name"], first["town_name"]) == ("营东社区", "王家营街道")
    assert (first["police_grid"], first["police_grid_name"], first["boundary_version"]) == (
        *("HY-WJY-01", "王营01警格"),
        3,
    )


async def test_pages_follow_each_other_both_ways(ask: httpx.AsyncClient) -> None:
    answer = await ask.get(CELLS, params={"limit": 1, "crs": CRS84})
    assert link(answer.json(), "prev") is None
    there = [codes(answer)]
    while (onward := link(answer.json(), "next")) is not None:
        assert answer.headers["link"].startswith(f'<{onward}>; rel="next"; type="application/geo+json"')
        answer = await ask.get(onward)
        there.append(codes(answer))
        assert answer.json()["numberMatched"] == 3
    assert there == [[CELL_A], [SECOND], [CELL_B]]
    back = [codes(answer)]
    while (backward := link(answer.json(), "prev")) is not None:
        answer = await ask.get(backward)
        back.append(codes(answer))
    assert back == there[::-1]
    assert codes(await ask.get(CELLS, params={"before": CELL_B, "limit": 2})) == [CELL_A, SECOND]
    assert codes(await ask.get(CELLS, params={"limit": 99_999_999_999})) == [CELL_A, SECOND, CELL_B]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"town": TOWN_B}, [CELL_B]),
        ({"village": towns.VILLAGE_A, "kind": "general"}, [SECOND]),
        ({"name": "河西网格"}, [CELL_A]),
        ({"police_grid": "HY-YG-01"}, [CELL_B]),
        ({"kind": "x' OR '1'='1"}, []),
    ],
)
async def test_values_filter(ask: httpx.AsyncClient, wanted: dict[str, str], found: list[str]) -> None:
    answer = await ask.get(CELLS, params={**wanted, "limit": 1})
    assert codes(answer) == found[:1]
    assert answer.json()["numberMatched"] == len(found)
    assert all(each in answer.json()["links"][0]["href"] for each in wanted)


IN_SECOND = (119.06, 33.62, 119.07, 33.63)


@pytest.mark.parametrize(
    ("epsg", "box"),
    [
        (None, IN_SECOND),
        ("4326", (33.62, 119.06, 33.63, 119.07)),
        ("4490", (33.62, 119.06, 33.63, 119.07)),
        *(
            (epsg, (*from_wgs84(119.06, 33.62, datum)[::-1], *from_wgs84(119.07, 33.63, datum)[::-1]))
            for epsg, datum in (("4549", "cgcs2000_gk_cm120"), ("4528", "cgcs2000_gk_zone40"))
        ),
    ],
)
async def test_a_box_is_read_in_the_order_of_its_system(
    ask: httpx.AsyncClient, epsg: str | None, box: tuple[float, ...]
) -> None:
    system = {} if epsg is None else {"bbox-crs": EPSG.format(epsg)}
    answer = await ask.get(CELLS, params={"bbox": ",".join(map(str, box)), **system})
    assert codes(answer) == [CELL_A, SECOND]
    swapped = ",".join(str(box[at]) for at in (1, 0, 3, 2))
    assert codes(await ask.get(CELLS, params={"bbox": swapped, **system})) == []


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ("119.15,33.65,119.15,33.65", [CELL_B]),
        ("119.1,33.65,119.1,33.66", [CELL_A, SECOND, CELL_B]),
        ("119.01,33.61,-5,119.02,33.62,5000", [CELL_A]),
        ("100,-90,-100,90", [CELL_A, SECOND, CELL_B]),
        ("170,-90,-170,90", []),
        ("-1e300,-1e300,1e300,1e300", [CELL_A, SECOND, CELL_B]),
    ],
)
async def test_boxes_of_every_kind(ask: httpx.AsyncClient, box: str, found: list[str]) -> None:
    assert codes(await ask.get(CELLS, params={"bbox": box})) == found


@pytest.mark.parametrize("uri", SYSTEMS)
async def test_coordinates_come_in_the_system_that_was_asked_for(ask: httpx.AsyncClient, uri: str) -> None:
    answer = await ask.get(f"{CELLS}/{CELL_B}", params={"crs": uri})
    assert answer.headers["content-crs"] == f"<{uri}>"
    corner = answer.json()["geometry"]["coordinates"][0][0][0]
    expected: tuple[float, ...] = (119.1, 33.6)
    if uri.endswith(("4549", "4528")):
        datum = "cgcs2000_gk_cm120" if uri.endswith("4549") else "cgcs2000_gk_zone40"
        expected = from_wgs84(119.1, 33.6, datum)
    assert corner == pytest.approx(expected[:: 1 if uri == CRS84 else -1], abs=1e-4)
    assert answer.json()["links"][1]["href"] == f"{URL}/ogc/collections/cells"


BAD = [
    ("limit", {"limit": "0"}),
    ("limit", {"limit": "-1"}),
    ("limit", {"limit": "ten"}),
    ("bbox", {"bbox": "1,2,3"}),
    ("bbox", {"bbox": "1,2,nan,4"}),
    ("bbox", {"bbox": "119,34,120,33"}),
    ("bbox", {"bbox": "3720000,410000,3721000,405000", "bbox-crs": EPSG.format(4549)}),
    ("bbox-crs", {"bbox-crs": EPSG.format(2437)}),
    ("crs", {"crs": "EPSG:4549"}),
    ("datetime", {"datetime": "yesterday"}),
    ("datetime", {"datetime": "2026-01-01T00:00:00"}),
    ("datetime", {"datetime": "2026-02-01T00:00:00Z/2026-01-01T00:00:00Z"}),
    ("datetime", {"datetime": "../.."}),
    ("datetime", {"datetime": "2026-02-01", "version": "1"}),
    ("version", {"version": "one"}),
    ("before", {"after": "1", "before": "2"}),
    ("f", {"f": "html"}),
    ("phone", {"phone": "1"}),
    ("name", {"name": "a\0b"}),
]


@pytest.mark.parametrize(("field", "params"), BAD)
async def test_what_cannot_be_read_is_refused_by_name(
    ask: httpx.AsyncClient, field: str, params: dict[str, str]
) -> None:
    answer = await ask.get(CELLS, params=params)
    problem = answer.json()
    assert (answer.status_code, problem["field"]) == (400, field)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_parameter_given_twice_is_refused(ask: httpx.AsyncClient) -> None:
    assert (await ask.get(f"{CELLS}?town=1&town=2")).json()["field"] == "town"


async def test_older_versions_are_asked_for_by_number_or_time(ask: httpx.AsyncClient) -> None:
    before = await ask.get(CELLS, params={"version": 1})
    assert codes(before) == [CELL_A, CELL_B]
    assert [each["properties"]["name"] for each in before.json()["features"]] == ["第一网格"] * 2
    assert before.json()["features"][1]["properties"]["police_grid"] is None
    assert all("version=1" in each["href"] for each in before.json()["links"])
    described = (await ask.get("/ogc/collections/cells", params={"version": 1})).json()
    assert described["itemCount"] == 2
    assert described["extent"]["temporal"]["interval"] == [
        ["2026-01-01T00:00:00+00:00", "2026-06-01T00:00:00+00:00"]
    ]
    found = {
        moment: len(codes(await ask.get(CELLS, params={"datetime": moment})))
        for moment in (
            *("2025-12-31", "2026-01-01", "2026-05-31T23:59:59Z", areas.CHANGE, "../2026-03-01T00:00:00Z"),
            *("2026-03-01T00:00:00+08:00/..", "2026-02-01T"),
        )
    }
    assert list(found.values()) == [0, 2, 2, 3, 2, 3, 2]


async def test_drafts_and_what_is_not_there_are_not_found(ask: httpx.AsyncClient) -> None:
    for path in (
        *(f"{CELLS}?version=2", f"{CELLS}?version=99", f"{CELLS}?version=99999999999999"),
        *("/ogc/collections/people", "/ogc/collections/people/items", f"{CELLS}/nowhere"),
        *(f"{CELLS}/{SECOND}?version=1", f"{CELLS}/a%00b", "/ogc/collections/towns?version=2"),
    ):
        answer = await ask.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json"), path
