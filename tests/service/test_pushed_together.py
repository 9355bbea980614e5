"""Tickets that were pushed together share one audit row; whoever asks about any of them is shown it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dispatch.reads.auditing import Question, entries
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.service.conftest import Hotline, order


async def test_the_row_of_a_batch_is_found_by_each_of_its_tickets(
    hotline: Hotline, hotline_district: Database
) -> None:
    for names in (("A1", "A2", "A3"), ("B1", "B2")):
        answer = await hotline.push({"messages": [order(name) for name in names]})
        assert answer.status_code == 200, answer.text
    await hotline.push(order("C1"))
    now = datetime.now(UTC)
    store = await Store.open(hotline_district.url, size=1)

    async def received(name: str, **more: str) -> list[tuple[str, int]]:
        asked = Question(now - timedelta(days=1), now + timedelta(days=1), ticket=name, **more)
        found = [each for each in await entries(store, asked) if each["action"] == "ticket.received"]
        return [(each["subject"].split(":")[0], len(each["detail"].get("tickets", ()))) for each in found]

    assert [await received(name) for name in ("A1", "A3", "B2", "C1")] == [
        [("tickets", 3)],
        [("tickets", 3)],
        [("tickets", 2)],
        [("ticket", 0)],
    ]
    assert await received("A2", action="ticket.") == [("tickets", 3)]
    assert await received("A2", action="caller.") == []
    later = Question(now + timedelta(hours=1), now + timedelta(days=1), ticket="A1")
    assert await entries(store, later) == []
    await store.close()
