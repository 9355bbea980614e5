"""What the played hotline owns: it grants, refuses, or never answers, each once; and it keeps a list of its orders."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from deploy.demo.district import rules
from deploy.demo.district.upward import GROUNDS
from deploy.demo.hotline.above import day_list
from deploy.demo.hotline.atlas import Atlas
from deploy.demo.hotline.director import Director
from deploy.demo.hotline.memory import Memory
from dispatch.domain.messages import Message, parse
from dispatch.domain.profile import profile
from dispatch.domain.reconciling import read
from dispatch.domain.upward import RequestKind
from tests.demo.conftest import SEED

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
PROFILE = profile(next(each.mapping for each in rules.profiles() if each.name == rules.PROFILE))


def asked(number: int, **more: Any) -> dict[str, Any]:
    """A request as it goes up."""
    named = {"order_no": f"HY{number}", "request": number, "request_kind": "extend", "version": 4}
    return {"type": "ticket.request", **named, "until": "2026-12-01T16:00:00+00:00", **more}


def said(play: Director, order_no: str) -> list[Message]:
    """What is said about an order within two minutes, as the service reads it."""
    found = []
    for second in range(0, 120, 5):
        for each in play.due(NOON + timedelta(seconds=second)):
            message = parse(each.fields, PROFILE)
            assert isinstance(message, Message), message
            assert (message.warnings, message.unknown) == ((), {})
            found.append(message)
    return [each for each in found if each.order_no == order_no]


def test_requests_are_granted_refused_or_never_answered(atlas: Atlas) -> None:
    kinds: Counter[str] = Counter()
    for number in range(120):
        play = Director(SEED, atlas, Memory.fresh(NOON))
        for _ in range(2):
            play.hear(asked(number), NOON)
        kept = Memory.of_dict(json.loads(json.dumps(play.memory.to_dict())))
        answers = said(Director(SEED, atlas, kept), f"HY{number}")
        assert len(answers) <= 1
        kinds[answers[0].kind if answers else "never"] += 1
        if answers and answers[0].kind == "request_granted":
            assert answers[0].request == str(number)
            assert answers[0].due_at == datetime(2026, 12, 1, 16, tzinfo=UTC)
            assert answers[0].said_at is not None
    assert set(kinds) == {"request_granted", "request_refused", "never"}
    assert kinds["request_granted"] > kinds["request_refused"] > 10


def test_what_was_taken_back_is_not_answered(atlas: Atlas) -> None:
    for number in range(10):
        play = Director(SEED, atlas, Memory.fresh(NOON))
        play.hear(asked(number), NOON)
        play.hear(asked(number, type="ticket.request_withdrawn"), NOON)
        assert said(play, f"HY{number}") == []
        assert play.next_due() is None


def test_the_list_holds_the_days_orders_one_that_was_lost_and_one_that_differs(atlas: Atlas) -> None:
    play = Director(SEED, atlas, Memory.fresh(NOON))
    opening = play.opening(NOON)
    listed = day_list(SEED, play.memory.orders.values(), NOON)
    assert listed == day_list(SEED, play.memory.orders.values(), NOON)
    orders, faults = read(listed["orders"], PROFILE)
    assert faults == []
    sent = {str(each.fields["工单编号"]): each.fields["办结时限"] for each in opening}
    assert {each.order_no for each in orders} - set(sent) == {orders[-1].order_no}
    differing = [each for each in listed["orders"][:-1] if each["办结时限"] != sent[str(each["工单编号"])]]
    assert len(differing) == 1


def test_every_kind_of_request_has_grounds_and_settling_fourteen() -> None:
    assert set(GROUNDS) == {kind.value for kind in RequestKind}
    assert len(GROUNDS["close_as"]) == 14
    for grounds in GROUNDS.values():
        assert len({code for code, _ in grounds}) == len(grounds)
