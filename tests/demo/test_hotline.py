"""The played hotline: what it says, what it remembers, how it answers what it hears, and who may tell it."""

from __future__ import annotations

import json
import re
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from standardwebhooks.webhooks import Webhook

from deploy.bootstrap.speech import Stop
from deploy.demo.district import rules
from deploy.demo.district.categories import categories
from deploy.demo.hotline.atlas import Atlas
from deploy.demo.hotline.cards import drawn
from deploy.demo.hotline.director import LIVELY, OPENING, Director, Said
from deploy.demo.hotline.memory import LIST_WINDOW, MOST, Memory, Remembered
from deploy.demo.hotline.orders import TYPES, Order, order
from deploy.demo.hotline.receiver import LARGEST, Ledger, Receiver
from deploy.demo.hotline.sayings import OTHER, filled, fitting, sayings
from deploy.demo.hotline.spots import STYLES, spot
from dispatch.domain.messages import Message, parse
from dispatch.domain.profile import profile
from dispatch.domain.signing import key_of
from gis import Locator
from gis.match import Query
from tests.databases import WEBHOOK_SECRET
from tests.demo.conftest import SEED

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
PROFILE = profile(next(each.mapping for each in rules.profiles() if each.name == rules.PROFILE))


@pytest.fixture(scope="module")
def said(atlas: Atlas) -> list[Order]:
    """The first orders of the demo."""
    return [order(SEED, number, atlas) for number in range(400)]


def understood(message: Said) -> Message:
    """A message as the service reads it through the demo's profile, without a fault, a warning or a rest."""
    read = parse(message.fields, PROFILE)
    assert isinstance(read, Message), read
    assert (read.warnings, read.unknown) == ((), {})
    return read


def director(atlas: Atlas, memory: Memory | None = None) -> Director:
    return Director(SEED, atlas, memory or Memory.fresh(NOON))


def test_every_template_names_a_known_category_and_type() -> None:
    known = {each.path for each in categories()}
    assert {each.category for each in sayings() if not each.category.startswith(OTHER)} == known
    assert {type_ for each in sayings() for type_ in each.types} == set(rules.VALUES["type"])
    assert {each.urgency for each in sayings()} == set(rules.VALUES["urgency"])


@pytest.mark.parametrize("setting", ["楼", "村", "街"])
def test_every_type_of_call_has_something_to_say_anywhere(setting: str) -> None:
    assert not [type_ for type_ in set(TYPES) if not fitting(type_, setting)]


def test_no_blank_stays_empty(atlas: Atlas, said: list[Order]) -> None:
    values = [str(value) for each in said for value in (each.title, *each.fields.values())]
    assert not [value for value in values if re.search(r"[{}]|None", value)]
    assert not [each for each in sayings() if re.search(r"[{}]", filled(each, "某处", Random(1)))]


def test_the_service_understands_every_order(said: list[Order]) -> None:
    for each in said:
        read = understood(Said(each.pushed(f"HY{each.number}", NOON), ""))
        assert (read.kind, read.order_no) == ("create", f"HY{each.number}")
        assert read.dispatched_at == NOON
        assert read.called_at is not None
        assert read.called_at < NOON < (read.due_at or NOON)
        assert read.caller["phone"].startswith("198000")
        assert len(read.caller["phone"]) == 11
        assert read.confidential or each.type != "举报"


def test_orders_follow_from_seed_and_number_alone(atlas: Atlas, said: list[Order]) -> None:
    assert [order(SEED, number, atlas) for number in (399, 7, 60)] == [said[399], said[7], said[60]]
    assert [order(SEED + 1, number, atlas).content for number in range(20)] != [
        each.content for each in said[:20]
    ]


def test_some_call_about_what_another_has_called_about(said: list[Order]) -> None:
    repeated = [each for each in said if each.event != each.number]
    assert 20 < len(repeated) < 80
    for each in repeated:
        first = said[each.event]
        assert (first.event, first.type, first.spot) == (each.event, each.type, each.spot)
        assert first.fields["联系电话"] != each.fields["联系电话"]


def test_the_opening_shows_every_town_every_type_and_every_urgency(atlas: Atlas, locator: Locator) -> None:
    play = director(atlas)
    opening = play.opening(NOON)
    read = [understood(each) for each in opening]
    named = {locator.locate(query(each)).town for each in read}
    assert len(opening) == OPENING == len({each.order_no for each in read})
    assert named >= {town.town for town in atlas.towns}
    assert {each.fields["诉求类型"] for each in opening} == set(TYPES)
    assert {each.fields["紧急程度"] for each in opening} == set(rules.VALUES["urgency"])
    assert any(each.confidential for each in read)
    assert any(each.lon is not None for each in read)
    assert any(not each.address for each in read)


def test_the_opening_lies_in_the_last_hours_and_nothing_is_late(atlas: Atlas) -> None:
    sent = [understood(each) for each in director(atlas).opening(NOON)]
    times = [each.dispatched_at or NOON for each in sent]
    assert times == sorted(times)
    assert NOON - timedelta(hours=8) < times[0] < NOON - timedelta(hours=3)
    assert all((each.due_at or NOON) > NOON for each in sent)


def query(read: Message) -> Query:
    """What the service would ask its geocoder."""
    given = {"address": read.address, "title": read.title, "content": read.content, "village": read.village}
    return Query(id=read.order_no, lon=read.lon, lat=read.lat, datum=read.datum or "gcj02", **given)


def test_who_names_a_place_is_found_in_the_right_town(said: list[Order], locator: Locator) -> None:
    naming = [each for each in said if each.spot is not None and each.spot.names_place]
    found = Counter(
        locator.locate(query(understood(Said(each.pushed("1", NOON), "")))).town
        == (each.spot.town if each.spot else "")
        for each in naming
    )
    assert len(naming) > 200
    assert found[True] / len(naming) >= 0.9


def test_pins_lie_where_the_place_is(said: list[Order], locator: Locator) -> None:
    pinned = [each for each in said if each.spot is not None and each.spot.pin is not None]
    assert {each.spot.datum for each in pinned if each.spot} >= {"", "国测局坐标", "百度坐标"}
    for each in pinned:
        match = locator.locate(query(understood(Said(each.pushed("1", NOON), ""))))
        assert each.spot is not None
        assert (match.level, match.town) == ("coordinate", each.spot.town)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_every_way_of_saying_a_place_works_in_every_town(style: Any, atlas: Atlas) -> None:
    for town in atlas.towns:
        found = spot(style, atlas, str(town.town), Random(3))
        assert found.town == town.town
        assert found.said
        assert found.exact.startswith(town.name)


def test_a_seat_finds_the_first_order_of_a_matter_now_and_then(atlas: Atlas) -> None:
    playing = director(atlas)
    pushed = [each.fields for each in playing.opening(NOON)]
    pushed += [playing.next(NOON + timedelta(seconds=each)).fields for each in range(300)]
    numbers = {each.order_no: each.number for each in playing.memory.orders.values()}
    repeats = [
        (numbers[each["工单编号"]], numbers[each["重复工单编号"]])
        for each in pushed
        if "重复工单编号" in each
    ]
    assert repeats
    for number, first in repeats:
        assert number is not None
        assert order(SEED, number, atlas).event == first


def test_a_deck_gives_every_card_before_it_gives_one_again() -> None:
    cards = list(range(10))
    first, second = ([drawn(1, "x", cards, deck * 10 + place) for place in range(10)] for deck in (0, 1))
    assert sorted(first) == sorted(second) == cards
    assert first != second


def test_what_was_said_goes_on_after_a_restart(atlas: Atlas) -> None:
    whole, halves = director(atlas), director(atlas)
    whole.opening(NOON)
    halves.opening(NOON)
    expected = [whole.next(NOON).fields for _ in range(80)]
    first = [halves.next(NOON).fields for _ in range(40)]
    kept = json.loads(json.dumps(halves.memory.to_dict()))
    second = [message.fields for go_on in [director(atlas, Memory.of_dict(kept))] for message in more(go_on)]
    assert first + second == expected


def more(play: Director) -> list[Said]:
    return [play.next(NOON) for _ in range(40)]


def test_no_number_is_given_twice_not_even_by_a_new_memory(atlas: Atlas) -> None:
    numbers = []
    for born in (NOON, NOON + timedelta(seconds=1)):
        play = director(atlas, Memory.fresh(born))
        sent = [*play.opening(NOON), *(play.next(NOON) for _ in range(100))]
        numbers += [each.fields["工单编号"] for each in sent if each.fields["推送类型"] == "新工单"]
    assert len(numbers) == len(set(numbers)) > 250


def test_the_stream_is_lively_first_and_quiet_later(atlas: Atlas) -> None:
    play = director(atlas)
    gaps: dict[timedelta, list[float]] = {timedelta(0): [], LIVELY: []}
    for played, heard in gaps.items():
        for play.memory.step in range(300):
            heard.append(play.gap(played))
    a_minute = [60 * len(heard) / sum(heard) for heard in gaps.values()]
    assert 10 <= a_minute[0] <= 15
    assert 2 <= a_minute[1] <= 5


def test_supplements_urgings_and_withdrawals_are_about_its_own_open_orders(atlas: Atlas) -> None:
    play = director(atlas)
    play.opening(NOON)
    ended = dict.fromkeys(list(play.memory.orders)[:30], "已结案")
    for order_no, status in ended.items():
        play.hear({"order_no": order_no, "status": status, "version": 9}, NOON)
    kinds: Counter[object] = Counter()
    for _ in range(500):
        sent = play.next(NOON)
        understood(sent)
        kinds[sent.fields["推送类型"]] += 1
        assert sent.fields["推送类型"] == "新工单" or sent.fields["工单编号"] not in ended
    assert set(kinds) == {"新工单", "补充", "催办", "督办", "时限变更", "撤单"}
    assert kinds["新工单"] > 400
    assert max(each.urged for each in play.memory.orders.values()) <= 2


def test_who_was_vague_says_later_where_it_is(atlas: Atlas, said: list[Order]) -> None:
    vague = next(each for each in said if each.spot is not None and not each.spot.names_place)
    play = director(atlas)
    play.memory.next_number = 400
    play.memory.add(Remembered("HY1", vague.number, vague.title, NOON.timestamp()))
    supplements = [
        sent.fields["补充内容"]
        for sent in (play.next(NOON) for _ in range(200))
        if sent.fields["工单编号"] == "HY1" and "补充内容" in sent.fields
    ]
    assert vague.spot is not None
    assert supplements == [f"市民补充位置：{vague.spot.exact}。"]


def after_reply(play: Director, order_no: str, version: int) -> list[Said]:
    """Everything the hotline says in the two minutes after an order was replied to."""
    play.hear({"order_no": order_no, "status": "已办结", "version": version}, NOON)
    return [message for second in range(120) for message in play.due(NOON + timedelta(seconds=second))]


def test_a_reply_is_called_back_and_mostly_closed(atlas: Atlas) -> None:
    play = director(atlas)
    heard: Counter[str] = Counter()
    for number in range(300):
        sent = [understood(each) for each in after_reply(play, f"HY{number}", 5)]
        heard["+".join(each.kind for each in sent)] += 1
        if sent[0].kind == "callback_result":
            assert sent[0].result["contacted"] is True
            assert sent[0].result["solved"] is (len(sent) == 2)
    assert set(heard) == {"callback_result+concluded", "callback_result", "rework"}
    assert heard["callback_result+concluded"] > 200


def test_the_second_reply_satisfies(atlas: Atlas) -> None:
    play = director(atlas)
    unhappy = next(number for number in range(300) if len(after_reply(play, f"HY{number}", 5)) == 1)
    again = after_reply(play, f"HY{unhappy}", 9)
    assert [each.fields["推送类型"] for each in again] == ["回访结果", "结案"]


def test_a_report_that_was_overtaken_changes_nothing(atlas: Atlas) -> None:
    play = director(atlas)
    play.hear({"order_no": "HY1", "status": "已办结", "version": 7}, NOON)
    play.hear({"order_no": "HY1", "status": "办理中", "version": 6}, NOON)
    assert play.memory.orders["HY1"].status == "已办结"
    play.hear({"order_no": "HY1", "status": "已签收", "version": 8}, NOON)
    assert play.due(NOON + timedelta(hours=1)) == []
    assert play.next_due() is None


def test_a_memory_forgets_what_has_ended_first() -> None:
    memory = Memory.fresh(NOON)
    for number in range(MOST + 1):
        memory.add(Remembered(f"HY{number}", number, "", 0.0, status="已结案" if number == 77 else ""))
    memory.add(Remembered("HY-new", None, "", (LIST_WINDOW + timedelta(hours=1)).total_seconds()))
    assert len(memory.orders) == MOST + 1
    assert "HY77" not in memory.orders
    assert "HY0" in memory.orders


def test_what_the_day_list_covers_is_never_forgotten() -> None:
    memory = Memory.fresh(NOON)
    for number in range(2 * MOST):
        memory.add(Remembered(f"HY{number}", number, "", float(number), status="已结案"))
    assert len(memory.orders) == 2 * MOST


def test_a_town_without_a_place_is_named() -> None:
    empty = Atlas([(1, "town", "渔沟镇", None, 119.0, 33.7, None, "320804110")], [])
    with pytest.raises(ValueError, match="320804110"):
        spot(STYLES[0], empty, "320804110", Random(1))


@dataclass
class Ear:
    """A receiver on a free port, its file, and what it handed on."""

    url: str
    path: Path
    heard: list[dict[str, Any]]

    def post(self, body: str, headers: dict[str, str] | None = None) -> int:
        """Tell it something and return the status."""
        return httpx.post(self.url, content=body.encode(), headers=headers or {}, trust_env=False).status_code


@pytest.fixture
def ear(tmp_path: Path, port: int) -> Iterator[Ear]:
    path = tmp_path / "received.jsonl"
    heard: list[dict[str, Any]] = []
    url = f"http://127.0.0.1:{port}/callbacks"
    with Receiver(url, key_of(WEBHOOK_SECRET), Ledger(path), heard.append):
        yield Ear(url, path, heard)


def signed(body: str, identity: str = "msg_1", at: datetime | None = None) -> dict[str, str]:
    """Headers as the published client of Standard Webhooks makes them."""
    at = at or datetime.now(UTC)
    signature = Webhook(WEBHOOK_SECRET).sign(identity, at, body)
    return {
        "webhook-id": identity,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signature,
    }


EVENT = json.dumps({"type": "ticket.status", "order_no": "HY1", "status": "已签收", "version": 2})


def test_a_signed_event_is_kept_once_and_handed_on(ear: Ear) -> None:
    assert [ear.post(EVENT, signed(EVENT)) for _ in range(2)] == [204, 204]
    assert [each["status"] for each in ear.heard] == ["已签收"]
    assert [json.loads(line)["id"] for line in ear.path.read_text().splitlines()] == ["msg_1"]
    assert stat.S_IMODE(ear.path.stat().st_mode) == 0o600
    assert Ledger(ear.path).keep("msg_1", {}) is False


def test_an_event_that_nobody_signed_is_refused(ear: Ear) -> None:
    stale = signed(EVENT, at=datetime.now(UTC) - timedelta(minutes=6))
    other = signed(EVENT) | {"webhook-signature": "v1,AAAA"}
    assert [ear.post(EVENT), ear.post(EVENT, stale), ear.post(EVENT, other)] == [401, 401, 401]
    assert ear.post(EVENT + " ", signed(EVENT)) == 401
    assert ear.heard == []


def test_what_is_no_event_is_refused_in_kind(ear: Ear) -> None:
    assert ear.post("[1]", signed("[1]")) == 400
    assert ear.post("{", signed("{")) == 400
    assert ear.post("x" * (LARGEST + 1)) == 413
    elsewhere = Ear(ear.url + "/other", ear.path, ear.heard)
    assert elsewhere.post(EVENT, signed(EVENT)) == 404
    assert ear.heard == []


def test_a_taken_callback_port_is_one_sentence(ear: Ear, tmp_path: Path) -> None:
    with pytest.raises(Stop) as refused:
        Receiver(ear.url, key_of(WEBHOOK_SECRET), Ledger(tmp_path / "other.jsonl"), ear.heard.append)
    assert ear.url in refused.value.chinese
