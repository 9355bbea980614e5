"""What the clients of a run make of what they hear: lag, and which orders a 2xx turned down."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from tests.chaos.clients.again import rest, while_not
from tests.chaos.clients.hotline import Delivery, turned_down
from tests.chaos.clients.ok import Lag, Oks


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The steady clock, in a test's hand."""
    at = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: at[0])
    return at


def row(order: str | None) -> dict[str, str | None]:
    """A ticket as far as lag is concerned."""
    return {"order_no": order}


def test_lag_is_from_the_first_ok_to_the_screen(now: list[float]) -> None:
    oks = Oks()
    lag = Lag(oks)
    lag.show([])
    for at, orders in ((101.0, ["a"]), (102.0, ["a", "b"])):
        now[0] = at
        oks.note(orders)
    now[0] = 102.5
    lag.show([row("a"), row("b"), row(None), row("shown before it was answered")])
    now[0] = 109.0
    lag.show([row("a")])
    assert lag.worst_ms == 1500


def test_what_was_answered_before_the_screen_was_there_is_not_late(now: list[float]) -> None:
    oks = Oks()
    oks.note(["a"])
    now[0] = 160.0
    lag = Lag(oks)
    lag.show([row("a")])
    assert lag.worst_ms is None


def test_orders_that_a_batch_turned_down_are_told_by_its_answer() -> None:
    batch = Delivery("msg", ({"n": 1}, {"n": 2}), ("A", "B"))
    said = {"results": [{"order_no": "A", "status": "created"}, {"order_no": "B", "status": "refused"}]}
    assert turned_down(batch, httpx.Response(200, json=said)) == ("B",)
    assert turned_down(batch, httpx.Response(503, json={})) == ()
    assert (
        turned_down(Delivery("msg", ({"n": 1},), ("A",)), httpx.Response(201, json={"status": "created"}))
        == ()
    )


async def test_work_ends_when_it_is_quiet_and_its_error_is_heard() -> None:
    quiet = asyncio.Event()

    async def fails() -> None:
        raise ValueError("heard")

    with pytest.raises(ValueError, match="heard"):
        await while_not(quiet, fails())
    assert await rest(quiet, 0.0)
    quiet.set()
    await while_not(quiet, asyncio.Event().wait())
    assert not await rest(quiet, 60.0)
