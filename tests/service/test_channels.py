"""A channel that pushes another datum than it declares: heard from its tickets, told, settled, and believed again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

import httpx
import psycopg
import pytest

from dispatch.actions.channels import Channels
from dispatch.actions.locating import locate
from dispatch.actions.world import Worlds
from dispatch.domain.messages import Message, parse
from dispatch.domain.profile import Profile
from dispatch.jobs.channels import Watch
from dispatch.store.database import Database as Store
from gis import crs
from gis.crs import Datum
from tests.databases import Database
from tests.service.conftest import SOURCE, Hotline, Service, SignIn, order
from tests.waiting import until
from tests.web import towns

PLACES = [(f"栖霞花园{chr(0x7532 + number)}苑", 119.01 + 0.006 * (number % 10), 33.61 + 0.02 * (number // 10))
          for number in range(30)]  # fmt: skip
"""Thirty estates of town A, in squares of their own."""
PLAIN = Profile({name: name for name in ("order_no", "content", "address", "lon", "lat")}, {})


@pytest.fixture
def hotline_district(hotline_district: Database) -> Database:
    """The two towns with estates that callers name."""
    with psycopg.connect(hotline_district.owner_url) as connection, connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO place (kind, name, lon, lat, radius_m, village, town, source) "
            "VALUES ('estate', %s, %s, %s, 60, %s, %s, 't')",
            [(*place, towns.VILLAGE_A, towns.TOWN_A) for place in PLACES],
        )
        cursor.execute("INSERT INTO gazetteer_version (id, checksum) VALUES (2, 't')")
    return hotline_district


@pytest.fixture
async def watch(hotline_district: Database) -> AsyncIterator[Watch]:
    """The job, to be run by hand."""
    store = await Store.open(hotline_district.url, size=2)
    worlds = Worlds(store)
    await worlds.refresh()
    yield Watch(store, worlds)
    await store.close()


def orders(datum: Datum, places: Sequence[tuple[str, float, float]], first: int) -> list[dict[str, Any]]:
    """Orders that name an estate and carry its coordinate in a datum."""
    made = []
    for number, (name, lon, lat) in enumerate(places, start=first):
        x, y = crs.from_wgs84(lon, lat, datum)
        made.append(order(f"JY{number}", address=name, content="路灯不亮", lon=round(x, 6), lat=round(y, 6)))
    return made


async def health(service: Service) -> dict[str, str]:
    """The check of the channels."""
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        checks = (await client.get("/health")).json()["checks"]
    found: dict[str, str] = next(each for each in checks if each["name"] == "channels")
    return found


async def test_an_alarm_from_the_first_wrong_ticket_to_the_last(
    hotline: Hotline, service: Service, watch: Watch, sign_in: SignIn
) -> None:
    await hotline.push({"messages": orders("bd09", PLACES[:20], 1)})
    await watch.look()
    await watch.look()
    alarms = service.rows("SELECT source, declared, seen, votes, share, ended_at FROM channel_alarm")
    assert alarms == [(SOURCE, "gcj02", "bd09", 20, 1.0, None)]
    told = await health(service)
    assert (told["status"], "实为 BD-09" in told["detail"]) == ("degraded", True)
    desk = await sign_in("district")
    (channel,) = await channels(desk.client, SOURCE)
    assert (channel["declared"], channel["own"], channel["tickets"], channel["with_text"]) == (
        "gcj02",
        True,
        20,
        20,
    )
    assert channel["votes"] == {"wgs84": 0, "gcj02": 0, "bd09": 20}
    alarm = channel["alarm"]
    assert (alarm["east_m"], alarm["north_m"]) == pytest.approx((605, 658), abs=50)
    assert alarm["seen"] == "bd09"
    assert "GCJ-02" in alarm["says"]

    path = f"/api/locating/channels/{SOURCE}"
    assert (await (await sign_in("towna")).client.post(f"{path}/declare", json={})).status_code == 403
    refused = await desk.client.post(f"{path}/declare", json={"datum": "西安80", "note": "改"})
    assert (refused.status_code, refused.json()["field"]) == (422, "datum")
    declared = await desk.client.post(f"{path}/declare", json={"datum": "百度", "note": "与热线核对过"})
    assert declared.json() == {"source": SOURCE, "datum": "bd09"}
    await watch.look()
    assert service.rows("SELECT ended, note FROM channel_alarm") == [("declared", "与热线核对过")]
    audited = service.rows("SELECT subject, detail FROM audit WHERE action = 'channel.declared'")
    assert audited == [(f"channel:{SOURCE}", {"former": "gcj02", "datum": "bd09"})]
    await until(lambda: health(service), lambda told: told["status"] == "ok")  # answers are kept for a second


async def channels(client: httpx.AsyncClient, source: str) -> list[dict[str, Any]]:
    """What the desk sees of a source."""
    found = (await client.get("/api/locating/channels")).json()["channels"]
    return [each for each in found if each["source"] == source]


async def test_acknowledged_without_being_put_right_it_is_raised_again(
    hotline: Hotline, service: Service, watch: Watch, sign_in: SignIn
) -> None:
    await hotline.push({"messages": orders("wgs84", PLACES[:15], 1)})
    await watch.look()
    desk = await sign_in("district")
    noted = await desk.client.post(
        f"/api/locating/channels/{SOURCE}/acknowledge", json={"note": "已联系热线"}
    )
    assert noted.status_code == 204
    await watch.look()
    assert service.rows("SELECT ended FROM channel_alarm") == [("acknowledged",)]
    again = await desk.client.post(f"/api/locating/channels/{SOURCE}/acknowledge", json={"note": "再次"})
    assert again.status_code == 404
    await hotline.push({"messages": orders("wgs84", PLACES[15:], 101)})
    await watch.look()
    assert service.rows("SELECT seen, ended FROM channel_alarm ORDER BY id") == [
        ("wgs84", "acknowledged"), ("wgs84", None),
    ]  # fmt: skip
    await hotline.push({"messages": orders("gcj02", PLACES, 201)})
    await watch.look()
    assert service.rows("SELECT ended FROM channel_alarm ORDER BY id") == [("acknowledged",), ("behaved",)]


async def test_while_an_alarm_stands_a_coordinate_alone_places_nothing(
    hotline: Hotline, service: Service, watch: Watch
) -> None:
    """What words confirm is placed all the same; a town that no datum would change is told."""
    await hotline.push({"messages": orders("bd09", PLACES[:20], 1)})
    await watch.look()
    channels = Channels(watch.database, towns.sealer_of(service.owner_url))
    await channels.refresh()
    channel = channels.get(SOURCE)
    assert channel is not None
    assert channel.doubted == {"gcj02"}
    world = watch.worlds.current
    name, lon, lat = PLACES[25]
    x, y = crs.from_wgs84(lon, lat, "gcj02")
    edge = crs.from_wgs84(119.0995, 33.65, "gcj02")
    for point, address, placed, town in (
        ((x, y), "", False, True),
        ((x, y), name, True, True),
        (edge, "", False, False),
    ):
        message = parse(
            {"order_no": "N", "content": "路灯不亮", "address": address, "lon": point[0], "lat": point[1]},
            PLAIN,
        )
        assert isinstance(message, Message)
        assert locate(world, message, "gcj02").auto
        found = locate(world, message, "gcj02", doubted=channel.doubted)
        assert (found.auto, found.town_certain) == (placed, town)
        assert any("坐标系有告警" in reason for reason in found.located["reasons"]) is not placed


async def test_a_channel_that_speaks_its_datum_raises_nothing(
    hotline: Hotline, service: Service, watch: Watch
) -> None:
    answer = await hotline.push({"messages": orders("gcj02", PLACES, 1)})
    assert not any("warnings" in each for each in answer.json()["results"])
    await watch.look()
    assert service.rows("SELECT count(*) FROM channel_alarm") == [(0,)]
    votes = service.rows("SELECT changes->'located'->'vote'->>'declared' FROM journal WHERE version = 1")
    assert votes == [("gcj02",)] * 30


async def test_a_message_may_declare_its_own_datum(hotline: Hotline, service: Service, watch: Watch) -> None:
    """Ten by the channel, twenty that say 百度 and mean it: two channels, no alarm."""
    own = [{**each, "datum": "bd09"} for each in orders("bd09", PLACES[:20], 1)]
    await hotline.push({"messages": [*orders("gcj02", PLACES[20:], 101), *own]})
    await watch.look()
    assert service.rows("SELECT count(*) FROM channel_alarm") == [(0,)]
    assert service.rows("SELECT datum, count(*) FROM ticket GROUP BY 1 ORDER BY 1") == [
        ("bd09", 20),
        ("gcj02", 10),
    ]


async def test_phones_are_a_channel_too(
    hotline: Hotline, service: Service, watch: Watch, hotline_district: Database
) -> None:
    """Pictures with a position beside tickets that words have placed."""
    named = [order(f"JY{number}", address=name) for number, (name, _, _) in enumerate(PLACES[:20])]
    await hotline.push({"messages": named})
    with psycopg.connect(hotline_district.owner_url) as connection:
        for ticket, lon, lat in connection.execute("SELECT id, lon, lat FROM ticket").fetchall():
            x, y = crs.from_wgs84(lon, lat, "gcj02")
            connection.execute(
                "INSERT INTO evidence (id, ticket, person, unit, name, mime, sha256, size, width, height, "
                "from_gallery, lon, lat) VALUES (gen_random_uuid(), %s, 4, 4, 'n', 'image/jpeg', 's', 1, 1, 1, false, "
                "%s, %s)",
                (ticket, x, y),
            )
    await watch.look()
    assert service.rows("SELECT source, declared, seen, votes FROM channel_alarm") == [
        ("phones", "wgs84", "gcj02", 20)
    ]


async def test_what_is_wrong_with_a_pushed_coordinate_is_answered_and_kept(
    hotline: Hotline, service: Service
) -> None:
    name, lon, lat = PLACES[0]
    batch = [
        order("JY1", address=name, lon=lat, lat=lon),
        order("JY2", address=name, lon=lon, lat=lat, datum="西安80"),
        order("JY3", address=name, lon=0, lat=0),
        order("JY4", address=name, lon=500_000, lat=3_720_000),
        order("JY5", address=name, lon=3_720_000.5, lat=407_000.25, datum="EPSG:4549"),
    ]
    results = (await hotline.push({"messages": batch})).json()["results"]
    warned = [[(each["field"], each["reason"]) for each in result.get("warnings", [])] for result in results]
    assert warned[0] == [("lon", "坐标的经度和纬度写反了，已对调")]
    assert warned[1][0][0] == "datum"
    assert "西安80" in warned[1][0][1]
    assert "坐标为 0" in warned[2][0][1]
    assert "声明的坐标系不符" in warned[3][0][1]
    assert warned[4][0][0] == "lon"
    rows = service.rows("SELECT raw_lon, raw_lat, datum, level FROM ticket ORDER BY order_no")
    assert rows[0] == (lat, lon, "gcj02", "coordinate")
    assert rows[1] == (lon, lat, "西安80", "poi")
    assert rows[2] == (0, 0, "gcj02", "poi")
    assert rows[3] == (500_000, 3_720_000, "gcj02", "poi")
    assert rows[4][:3] == (3_720_000.5, 407_000.25, "cgcs2000_gk_cm120")
