"""What a patrol report is from the beginning: its reporter hears of it, nobody is rung up, the center reviews it."""

from __future__ import annotations

from dispatch.domain.receive import Received, receive
from tests.unit.domain import field as the

REPORTER = (the.WORKER_A.person or 0, the.STATION_A)


def received(town: str, reporter: tuple[int, int] | None) -> Received:
    """A complaint in a town, from the hotline or on patrol."""
    told = the.message(category="0101")
    return receive(1, told, the.at(town), "patrol", None, the.TABLES, the.NOW, reporter=reporter)


def test_nobody_asked_so_nobody_is_to_be_rung_up() -> None:
    pushed = {clock.kind for clock in received(the.TOWN_A, None).clocks}
    assert "contact" in pushed
    assert {clock.kind for clock in received(the.TOWN_A, REPORTER).clocks} == pushed - {"contact"}


def test_the_reporter_hears_of_it_while_their_own_center_has_it() -> None:
    token = f"person:{the.WORKER_A.person}"
    assert token in received(the.TOWN_A, REPORTER).row["audience"]
    assert token not in received(the.TOWN_B, REPORTER).row["audience"]
    assert received(the.TOWN_B, REPORTER).row["reporter"] == the.WORKER_A.person
