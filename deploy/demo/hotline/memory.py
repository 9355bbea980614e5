"""What the played hotline remembers from one run to the next: the orders it sent and what became of them. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

LIST_WINDOW = timedelta(hours=24)
"""What its list covers; an order that it forgot within would look as if it had never been sent."""
MOST = 400
"""Older orders remembered; what was forgotten is only never urged, supplemented or withdrawn any more."""
ENDED = frozenset({"已结案", "已撤单", "不予受理", "已退回热线", "已并单"})


@dataclass
class Remembered:
    """One order. ``tell_at`` is when the call-back is due (seconds since 1970), ``conclude_at`` when the closing is."""

    order_no: str
    number: int | None
    title: str
    dispatched_at: float
    status: str = ""
    version: int = 0
    urged: int = 0
    supplemented: bool = False
    tell_at: float | None = None
    conclude_at: float | None = None
    told: int = 0
    due: str = ""
    """When it wants the reply, as it last told."""
    asked: list[dict[str, Any]] = field(default_factory=list)
    """Upward requests about it: number, kind, until, whether it grants, and when it answers (None: never, or done)."""

    @property
    def open(self) -> bool:
        """Whether somebody still works on it."""
        return self.status not in ENDED and self.status != "已办结"


@dataclass
class Memory:
    """Everything remembered; ``born`` is the second of the day at which it began and stands in every order number."""

    born: int
    next_number: int = 0
    step: int = 0
    orders: dict[str, Remembered] = field(default_factory=dict)

    @classmethod
    def fresh(cls, now: datetime) -> Memory:
        """An empty memory."""
        return cls(now.hour * 3600 + now.minute * 60 + now.second)

    @classmethod
    def of_dict(cls, kept: dict[str, Any]) -> Memory:
        """A memory from its stored form."""
        orders = {each["order_no"]: Remembered(**each) for each in kept["orders"]}
        return cls(kept["born"], kept["next_number"], kept["step"], orders)

    def to_dict(self) -> dict[str, Any]:
        """The stored form."""
        return {
            "born": self.born,
            "next_number": self.next_number,
            "step": self.step,
            "orders": [asdict(each) for each in self.orders.values()],
        }

    def order_no(self, number: int, dispatched_at: datetime) -> str:
        """The hotline's number of an order: date, birth of this memory, running number. Never given twice."""
        return f"{dispatched_at:%Y%m%d}{self.born:05d}{number:06d}"

    def add(self, order: Remembered) -> None:
        """Remember an order; of too many that are a day older, forget those that have ended, or simply the oldest."""
        self.orders[order.order_no] = order
        since = order.dispatched_at - LIST_WINDOW.total_seconds()
        older = [each for each in self.orders.values() if each.dispatched_at < since]
        ended_first = sorted(older, key=lambda each: each.open or each.tell_at is not None)
        for each in ended_first[: max(0, len(older) - MOST)]:
            del self.orders[each.order_no]
