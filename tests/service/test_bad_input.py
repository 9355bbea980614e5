"""What a hotline may get wrong: each answered clearly, nothing accepted before is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.service.conftest import Hotline, Service, order
from tests.web import towns


def problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    """The RFC 9457 body of a refusal."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert said["detail"]
    return said


def kept(service: Service) -> int:
    """How many tickets there are."""
    return int(service.rows("SELECT count(*) FROM ticket")[0][0])


async def test_unsigned_and_wrongly_signed(hotline: Hotline, service: Service) -> None:
    assert problem(await hotline.post("{}", {}), 401)["field"] == "webhook-id"
    stamp = str(int(datetime.now(UTC).timestamp()))
    headers = {"webhook-id": "a", "webhook-timestamp": stamp, "webhook-signature": "v1,AAAA"}
    assert problem(await hotline.post("{}", headers), 401)["field"] == "webhook-signature"
    assert (
        problem(await hotline.post("{}", {**headers, "webhook-timestamp": "soon"}), 401)["field"]
        == "webhook-timestamp"
    )
    async with httpx.AsyncClient(base_url=service.url) as client:
        other = Hotline(client, "whsec_" + "QUJD" * 8)
        problem(await other.push(order("JY1")), 401)
    assert kept(service) == 0


async def test_an_old_timestamp(hotline: Hotline) -> None:
    late = datetime.now(UTC) - timedelta(minutes=6)
    assert problem(await hotline.push(order("JY1"), at=late), 401)["field"] == "webhook-timestamp"


async def test_an_unknown_hotline(service: Service) -> None:
    async with httpx.AsyncClient(base_url=service.url) as client:
        problem(await client.post("/hotline/v1/nobody/messages", content=b"{}"), 404)


@pytest.mark.parametrize("body", ["{", "[]", '"x"', '{"a": NaN}', '{"a": "\\ud800"}'])
async def test_broken_json(hotline: Hotline, body: str) -> None:
    problem(await hotline.push(body), 400)


async def test_bodies_over_the_limits(hotline: Hotline, service: Service) -> None:
    problem(await hotline.push(order("JY1", other="x" * 300_000)), 413)
    problem(await hotline.push({"messages": [order(f"JY{n}") for n in range(501)]}), 413)
    problem(await hotline.push({"messages": [order("JY1", other="x" * 2_200_000)]}), 413)
    problem(await hotline.push({"messages": []}), 422)
    assert kept(service) == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"order_no": None}, "order_no"),
        ({"content": ""}, "content"),
        ({"content": "字" * 20_001}, "content"),
        ({"content": "路灯\x00不亮"}, "content"),
        ({"order_no": "9" * 65}, "order_no"),
        ({"kind": "supervise"}, "kind"),
        ({"kind": "nonsense"}, "kind"),
        ({"title": {"a": 1}}, "title"),
    ],
)
async def test_what_refuses_a_message_names_the_field(
    hotline: Hotline, service: Service, change: dict[str, Any], field: str
) -> None:
    answer = problem(await hotline.push(order("JY1", **change)), 422)
    assert answer["errors"][0]["field"] == field
    assert kept(service) == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"lon": "东经", "lat": 33.6}, "lon"),
        ({"category": "没有的分类/没有"}, None),
        ({"urgency": "火烧眉毛"}, "urgency"),
        ({"called_at": "昨天"}, None),
        ({"type": "吐槽"}, "type"),
    ],
)
async def test_what_can_be_done_without_is_a_warning(
    hotline: Hotline, service: Service, change: dict[str, Any], field: str | None
) -> None:
    answer = await hotline.push(order("JY1", **change))
    assert answer.status_code == 201, answer.text
    if field:
        assert field in {each["field"] for each in answer.json()["warnings"]}
    assert kept(service) == 1


@pytest.mark.parametrize(
    ("lon", "lat", "level"),
    [(33.65, 119.05541, "coordinate"), (0, 0, "poi"), (116.4, 39.9, "poi"), (500, 500, "poi")],
)
async def test_coordinates_swapped_zero_or_elsewhere(
    hotline: Hotline, service: Service, lon: float, lat: float, level: str
) -> None:
    assert (await hotline.push(order("JY1", lon=lon, lat=lat))).status_code == 201
    (row,) = service.rows("SELECT state, stream, raw_lon FROM ticket")
    assert row == ("dispatched", towns.CENTER_A, lon)


async def test_unknown_fields_and_emoji_are_kept(hotline: Hotline, service: Service) -> None:
    await hotline.push(order("JY1", content="富丽花园路灯不亮😡🙏", 办件批次="第三批"))
    assert service.rows("SELECT content FROM ticket") == [("富丽花园路灯不亮😡🙏",)]
    ((sealed, ticket),) = service.rows("SELECT sealed, ticket FROM caller")
    opened = towns.sealer_of(service.owner_url).open(1, sealed, b"caller:%d" % ticket)
    assert opened["unknown"] == {"办件批次": "第三批"}


async def test_one_poisoned_ticket_in_five_hundred(hotline: Hotline, service: Service) -> None:
    batch = [order(f"JY{n}") for n in range(500)]
    batch[250]["content"] = "毒\x00"
    batch[251]["content"] = {"a": []}
    answer = await hotline.push({"messages": batch}, identity="msg_500")
    said = answer.json()
    assert (answer.status_code, said["accepted"], said["refused"]) == (200, 498, 2)
    assert [n for n, each in enumerate(said["results"]) if each["status"] == "refused"] == [250, 251]
    assert kept(service) == 498
    again = await hotline.push({"messages": batch}, identity="msg_500")
    assert again.json() == said


async def test_a_value_the_database_refuses_fails_alone(hotline: Hotline, service: Service) -> None:
    """An instant PostgreSQL cannot hold passes every check before it; its neighbours stand all the same."""
    batch = [order("JY1"), order("JY2", called_at="0001-01-01T00:00:00+23:59"), order("JY3")]
    answer = await hotline.push({"messages": batch})
    assert answer.status_code == 200, answer.text
    assert kept(service) >= 2
    assert json.dumps(answer.json()).count('"created"') == kept(service)
