"""What a hotline may get wrong: each answered clearly, nothing accepted before is lost."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.service.conftest import Hotline, Service, order
from tests.serving import PLAIN
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
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
        other = Hotline(client, "whsec_" + "QUJD" * 8)
        problem(await other.push(order("JY1")), 401)
    assert kept(service) == 0


async def test_an_old_timestamp(hotline: Hotline) -> None:
    late = datetime.now(UTC) - timedelta(minutes=6)
    assert problem(await hotline.push(order("JY1"), at=late), 401)["field"] == "webhook-timestamp"


async def test_an_unknown_hotline(service: Service) -> None:
    async with httpx.AsyncClient(base_url=service.url, timeout=60, verify=PLAIN) as client:
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
        ({"kind": "due_changed"}, "due_at"),
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


async def test_a_refusal_is_a_problem_with_a_status_and_one_full_stop(hotline: Hotline) -> None:
    said = problem(await hotline.push({"工单编号": "JY1", "诉求内容": "", "推送类型": "新工单"}), 422)
    assert (said["status"], said["type"]) == (422, "urn:dispatch:problem:bad-input")
    assert said["detail"] == "诉求内容：缺少这一项，请补上再推送。改正后请用新的 webhook-id 再推送。"
    assert said["errors"] == [{"field": "诉求内容", "reason": "缺少这一项，请补上再推送"}]
    assert said["order_no"] == "JY1"


async def test_a_refused_item_of_a_batch_names_its_order(hotline: Hotline) -> None:
    batch = [{"12345工单编号": "JY1", "诉求内容": ""}, {"order_no": {}}, {"order_no": "JY2", "kind": "问候"}]
    said = (await hotline.push({"messages": batch})).json()
    assert [each.get("order_no") for each in said["results"]] == ["JY1", None, "JY2"]
    assert [each["errors"][0]["field"] for each in said["results"]] == ["诉求内容", "content", "kind"]
    assert "可用：新工单、" in said["results"][2]["errors"][0]["reason"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"lon": "东经", "lat": 33.6}, "lon"),
        ({"category": "没有的分类/没有"}, "category"),
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
    [(33.64855, 119.05541, "coordinate"), (0, 0, "poi"), (116.4, 39.9, "poi"), (500, 500, "poi")],
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


@pytest.mark.parametrize(
    "item", [None, 7, "x", [], True, {}, {"order_no": {}}, {"kind": []}, {"kind": {"a": 1}}]
)
async def test_items_that_are_no_messages_fail_alone(hotline: Hotline, service: Service, item: Any) -> None:
    said = (await hotline.push({"messages": [order("JY1"), item, order("JY2")]})).json()
    assert [each["status"] for each in said["results"]] == ["created", "refused", "created"]
    assert said["results"][1]["errors"][0]["reason"]
    assert kept(service) == 2


@pytest.mark.parametrize(
    "body",
    [
        '{"messages": {}}',
        '{"messages": "x"}',
        '{"messages": null}',
        "[" * 2000,
        '{"order_no": "JY1", "content": "路灯", "x": ' + "[" * 600 + "]" * 600 + "}",
        '{"order_no": "JY1", "content": "路灯", "x": ' + '{"a":' * 900 + "1" + "}" * 900 + "}",
        "\ufeff{}",
        "",
    ],
)
async def test_shapes_that_are_no_delivery(hotline: Hotline, service: Service, body: str) -> None:
    """Refused with a reason, never a surprise; and the next delivery is taken."""
    answer = await hotline.push(body)
    assert answer.status_code in (400, 422), answer.text
    assert answer.json()["detail"]
    assert (await hotline.push(order("JY2"))).status_code == 201


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("caller_name", "张\x00三", 422),
        ("address", "富丽\x00花园", 422),
        ("title", "\x00", 422),
        ("category", "\x00", 422),
        ("urgency", "\x00", 201),
        ("type", "\x00", 201),
        ("办件批次", "\x00", 201),
        ("办件\x00批次", "第三批", 201),
        ("caller_name", "𠮷😀" * 30, 201),
        ("order_no", "工单😀1", 201),
        ("address", "‮富丽花园\u200b", 201),
        ("content", "字" * 20_000, 201),
        ("caller_phone", "1" * 200, 201),
        ("confidential", [1], 201),
        ("called_at", "9999-12-31T23:59:59-12:00", 201),
        ("lon", True, 201),
        ("lon", [119.05], 201),
        ("lon", "Infinity", 201),
        ("lon", 10**30, 201),
        ("lat", "nan", 201),
        ("datum", "火星", 201),
        ("village", "没有这个村", 201),
    ],
)
async def test_odd_values_are_answered_in_words(
    hotline: Hotline, service: Service, field: str, value: Any, status: int
) -> None:
    """Taken or refused by field; a neighbour in the same batch is taken whatever happens."""
    odd = order("JY1", lon=119.0554, lat=33.6485) | {field: value}
    answer = await hotline.push(odd)
    assert answer.status_code == status, answer.text
    if status == 422:
        assert answer.json()["errors"][0]["field"] == field
    said = (await hotline.push({"messages": [odd | {"order_no": "JY3"}, order("JY2")]})).json()
    assert said["results"][1]["status"] == "created"
    assert kept(service) == (3 if status == 201 else 1)


@pytest.mark.parametrize("depth", [200, 251, 252, 253, 254, 255, 600, 1000])
async def test_deep_nesting_fails_alone(hotline: Hotline, service: Service, depth: int) -> None:
    """Kept as it came, or refused in words; the neighbours and the next delivery are taken."""
    deep = json.dumps(order("JY1"))[:-1] + f', "x": {"[" * depth}{"]" * depth}}}'
    answer = await hotline.push(f'{{"messages": [{json.dumps(order("JY2"))}, {deep}]}}')
    assert answer.status_code == 200, answer.text
    assert answer.json()["results"][0]["status"] == "created"
    alone, beside = await asyncio.gather(hotline.push(deep, identity="msg_deep"), hotline.push(order("JY3")))
    assert alone.status_code in (200, 422), alone.text
    assert beside.status_code == 201
    assert (await hotline.push(deep, identity="msg_deep")).content == alone.content


async def test_swapped_coordinates_are_put_right_and_flagged(hotline: Hotline, service: Service) -> None:
    await hotline.push(order("JY1", lon=33.64855, lat=119.05541))
    (row,) = service.rows("SELECT raw_lon, raw_lat, round(lon), round(lat), located->'reasons' FROM ticket")
    assert row[:4] == (33.64855, 119.05541, 119, 34)
    assert "坐标的经度和纬度写反了，已对调" in row[4]


async def test_a_signature_is_good_for_its_body_and_moment_only(hotline: Hotline, service: Service) -> None:
    text = json.dumps(order("JY1"))
    headers = hotline.headers(text, "msg_1")
    for change in (
        {"webhook-id": "msg_2"},
        {"webhook-timestamp": str(int(headers["webhook-timestamp"]) + 1)},
        {"webhook-signature": headers["webhook-signature"].replace("v1,", "v1a,")},
        {"webhook-signature": headers["webhook-signature"][:-2]},
    ):
        problem(await hotline.post(text, headers | change), 401)
    problem(await hotline.post(text + " ", headers), 401)
    soon = datetime.now(UTC) + timedelta(minutes=6)
    problem(await hotline.push(order("JY1"), at=soon), 401)
    assert kept(service) == 0
    assert (await hotline.post(text, headers)).status_code == 201


async def test_errors_say_nothing_about_others(hotline: Hotline, service: Service) -> None:
    """A refusal repeats no personal data of what was pushed."""
    answer = await hotline.push(order("JY1", content="\x00", caller_phone="13912345678"))
    assert "13912345678" not in answer.text
    assert "张三" not in answer.text
