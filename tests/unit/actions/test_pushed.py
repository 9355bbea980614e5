"""What is kept of a delivery to be read again: what made no ticket, sealed, unless it is too much."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dispatch.actions.intake import Delivery
from dispatch.actions.pushed import LARGEST, opened, rows
from dispatch.domain.messages import Fault, Refusal
from dispatch.domain.profile import Profile
from dispatch.store.profiles import Sealed
from tests.web import towns

NOW = datetime(2026, 11, 26, tzinfo=UTC)


def delivered(*raws: object) -> Delivery:
    """A delivery whose messages were all refused."""
    items = [Refusal(raw, "", (Fault("", "不行"),)) for raw in raws]
    return Delivery("huaian-12345", "gcj02", Profile({}, {}), "w1", b"", items, single=False)


def test_what_became_a_ticket_is_kept_with_it_and_not_here() -> None:
    kept = rows(
        towns.sealer(), delivered({"编号": "1"}, {"编号": "2"}, "x"), ["created", "applied", "refused"], NOW
    )
    assert [row[:3] for row in kept] == [("huaian-12345", "w1", 1), ("huaian-12345", "w1", 2)]
    assert "编号".encode() not in kept[0][4]
    sealed = [
        Sealed(source, at, key, box, None, identity, place) for source, identity, place, key, box, at in kept
    ]
    assert [each.raw for each in opened(towns.sealer(), sealed)] == [{"编号": "2"}, "x"]


def test_what_is_too_large_or_nested_too_deep_is_left_out() -> None:
    deep: Any = "x"
    for _ in range(300):
        deep = [deep]
    assert rows(towns.sealer(), delivered({"a": "长" * LARGEST}, deep), ["refused", "refused"], NOW) == []


def test_a_ticket_made_before_messages_were_kept_is_passed_over() -> None:
    sealer = towns.sealer()
    box = sealer.seal({"name": "张三"}, b"caller:7")
    assert opened(sealer, [Sealed("huaian-12345", NOW, sealer.key_id, box, ticket=7)]) == []
