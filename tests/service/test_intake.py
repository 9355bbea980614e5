"""From a signed push to a dispatched ticket: identities, kinds, batches, and what is kept for whom."""

from __future__ import annotations

import asyncio

from tests.service.conftest import Hotline, Service, SignIn, order
from tests.web import towns


async def test_a_signed_push_is_a_dispatched_ticket_with_its_reasons(
    hotline: Hotline, service: Service
) -> None:
    answer = await hotline.push(order("JY1"))
    assert answer.status_code == 201, answer.text
    assert answer.json()["status"] == "created"
    (row,) = service.rows("SELECT state, stream, unit, cell, police_grid, routing_rule, rule_set FROM ticket")
    assert row == ("dispatched", towns.CENTER_A, towns.CENTER_A, towns.CELL_A, "HY-WJY-01", 1, 1)
    assert service.rows("SELECT kind FROM clock ORDER BY 1") == []
    assert service.rows("SELECT stream, seq, event FROM stream_entry") == [
        (towns.CENTER_A, 1, "ticket.received")
    ]
    assert service.rows("SELECT status FROM callback") == [("已派单",)]


async def test_the_caller_is_sealed_and_nowhere_in_the_clear(hotline: Hotline, service: Service) -> None:
    content = "我是张三,电话13912345678,身份证320804199001011234,富丽花园路灯不亮"
    await hotline.push(order("JY1", content=content, 特别字段="张三的备注 13912345678"))
    stored = service.rows(
        "SELECT to_jsonb(t)::text FROM ticket t UNION ALL SELECT to_jsonb(j)::text FROM journal j "
        "UNION ALL SELECT to_jsonb(e)::text FROM stream_entry e UNION ALL SELECT to_jsonb(d)::text FROM delivery d"
    )
    assert not [text for (text,) in stored if "13912345678" in text or "320804199001011234" in text]
    (masked,) = service.rows("SELECT masked_name, masked_phone FROM caller")
    assert masked == ("张*", "139****5678")


async def test_the_same_delivery_again_gets_the_same_answer(hotline: Hotline, service: Service) -> None:
    first = await hotline.push(order("JY1"), identity="msg_1")
    again = await hotline.push(order("JY1"), identity="msg_1")
    other = await hotline.push(order("JY2"), identity="msg_1")
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert other.status_code == 409
    assert service.rows("SELECT count(*) FROM ticket") == [(1,)]


async def test_a_hundred_at_once_with_one_id_make_one_ticket(hotline: Hotline, service: Service) -> None:
    answers = await asyncio.gather(*(hotline.push(order("JY1"), identity="msg_1") for _ in range(100)))
    assert {each.content for each in answers} == {answers[0].content}
    assert service.rows("SELECT count(*) FROM ticket") == [(1,)]


async def test_a_known_order_is_answered_or_recorded(hotline: Hotline, service: Service) -> None:
    await hotline.push(order("JY1"))
    same = await hotline.push(order("JY1"))
    changed = await hotline.push(order("JY1", content="富丽花园路灯还是不亮,又坏了两盏。"))
    assert (same.status_code, same.json()["status"]) == (200, "known")
    assert (changed.status_code, changed.json()["status"]) == (200, "recorded")
    assert service.rows("SELECT supplements, version FROM ticket") == [(1, 2)]


async def test_every_answer_says_the_state_in_the_same_words(hotline: Hotline) -> None:
    created = await hotline.push(order("JY1"))
    known = await hotline.push(order("JY1"))
    recorded = await hotline.push(order("JY1", content="富丽花园路灯又坏了两盏。"))
    applied = await hotline.push({"kind": "urge", "order_no": "JY1"})
    assert {each.json()["state"] for each in (created, known, recorded, applied)} == {"dispatched"}
    withdrawn = await hotline.push({"kind": "withdraw", "order_no": "JY1"})
    assert withdrawn.json()["state"] == "cancelled"


async def test_what_was_not_understood_of_a_follow_up_is_said(hotline: Hotline) -> None:
    """Also while it waits, and in the answer to an order that is known."""
    told = {"kind": "callback_result", "order_no": "JY1", "contacted": "也许", "satisfied": "一般般"}
    early = await hotline.push(told)
    await hotline.push(order("JY1", urgency="火烧眉毛"))
    known = await hotline.push(order("JY1", urgency="火烧眉毛"))
    later = await hotline.push({**told, "contacted": "说不清"})
    assert [each.json()["status"] for each in (early, known, later)] == ["waiting", "known", "applied"]
    warned = [[fault["field"] for fault in each.json()["warnings"]] for each in (early, known, later)]
    assert warned == [["contacted", "satisfied"], ["urgency"], ["contacted", "satisfied"]]


async def test_a_category_nobody_knows_is_warned_of_and_kept_as_it_was_said(
    hotline: Hotline, service: Service
) -> None:
    strange = await hotline.push(order("JY1", category="市容/路灯"))
    (warning,) = strange.json()["warnings"]
    assert warning == {"field": "category", "reason": "不认识分类「市容/路灯」，按未分类派单"}
    known = await hotline.push(order("JY2", category="市政设施 › 路灯"))
    assert "warnings" not in known.json()
    kept = service.rows("SELECT category, category_given FROM ticket ORDER BY id")
    assert kept == [(None, "市容/路灯"), ("0101", "市政设施 › 路灯")]


async def test_an_order_that_repeats_another_is_shown_beside_it(
    hotline: Hotline, service: Service, sign_in: SignIn
) -> None:
    await hotline.push(order("JY1", caller_phone="13912345600"))
    other = {"content": "楼道里堆着杂物", "title": "堆物", "category": None, "caller_phone": "13912345611"}
    strange = await hotline.push(order("JY2", repeat_of="见 13912345678 那张", **other))
    (warning,) = strange.json()["warnings"]
    assert warning["field"] == "repeat_of"
    assert "没有记下" in warning["reason"]
    assert "warnings" not in (await hotline.push(order("JY3", repeat_of="JY1", **other))).json()
    assert service.rows("SELECT order_no, repeat_of FROM ticket ORDER BY id") == [
        ("JY1", None),
        ("JY2", None),
        ("JY3", "JY1"),
    ]
    desk = await sign_in("towna")
    ids = dict(service.rows("SELECT order_no, id FROM ticket"))
    assert (await desk.see(ids["JY3"]))["repeat_of"] == "JY1"
    for one, another in (("JY3", "JY1"), ("JY1", "JY3")):
        found = (await desk.client.get(f"/api/tickets/{ids[one]}/similar")).json()["similar"]
        reasons = {each["id"]: each["reasons"] for each in found}
        assert reasons[ids[another]][0] == "热线注明重复"


async def test_a_message_before_its_create_waits_and_is_applied(hotline: Hotline, service: Service) -> None:
    early = await hotline.push({"kind": "urge", "order_no": "JY1", "text": "请快点"})
    assert (early.status_code, early.json()["status"]) == (202, "waiting")
    await hotline.push(order("JY1"))
    assert service.rows("SELECT urged FROM ticket") == [(1,)]
    assert service.rows("SELECT state FROM waiting_message") == [("applied",)]


async def test_supplement_urge_and_withdraw_reach_the_ticket(hotline: Hotline, service: Service) -> None:
    await hotline.push(order("JY1"))
    batch = [
        {"kind": "supplement", "order_no": "JY1", "text": "是 3 号楼门口那盏"},
        {"kind": "urge", "order_no": "JY1"},
        {"kind": "withdraw", "order_no": "JY1", "reason": "已经修好"},
    ]
    answer = await hotline.push({"messages": batch})
    assert [each["status"] for each in answer.json()["results"]] == ["applied"] * 3
    assert service.rows("SELECT state, supplements, urged, version FROM ticket") == [("cancelled", 1, 1, 4)]


async def test_a_create_and_its_follow_up_in_one_batch(hotline: Hotline, service: Service) -> None:
    batch = [order("JY1"), {"kind": "supplement", "order_no": "JY1", "text": "补充"}, order("JY2")]
    answer = await hotline.push({"messages": batch})
    assert [each["status"] for each in answer.json()["results"]] == ["created", "applied", "created"]
    top = service.rows("SELECT seq FROM stream WHERE id = %s", towns.CENTER_A)
    assert top == [(3,)]
    assert service.rows("SELECT count(*), max(seq) FROM stream_entry") == [(3, 3)]


async def test_a_ticket_that_cannot_be_placed_is_owed_by_the_district(
    hotline: Hotline, service: Service
) -> None:
    await hotline.push(order("JY1", content="有人扰民,请处理", address=""))
    (row,) = service.rows("SELECT state, stream, owed_by, placement FROM ticket")
    assert row == ("unplaced", towns.DISTRICT, towns.DISTRICT, "unplaced")


async def test_a_coordinate_in_the_channels_datum_places_it(hotline: Hotline, service: Service) -> None:
    await hotline.push(order("JY1", address="", content="这里路灯不亮", lon=119.15541, lat=33.64855))
    (row,) = service.rows("SELECT level, datum, town, raw_lon FROM ticket")
    assert row == ("coordinate", "gcj02", towns.TOWN_B, 119.15541)


async def test_journal_replays_to_the_row(hotline: Hotline, service: Service) -> None:
    await hotline.push(order("JY1"))
    await hotline.push({"kind": "urge", "order_no": "JY1", "text": "请快点"})
    (replayed, row) = service.rows(
        "SELECT (SELECT jsonb_object_agg(key, value) FROM (SELECT DISTINCT ON (key) key, value FROM journal, "
        "jsonb_each(changes) ORDER BY key, version DESC) last), to_jsonb(t) FROM ticket t"
    )[0]
    assert replayed == row
