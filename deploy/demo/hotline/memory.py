"""What the played hotline remembers from one run to the next: the orders it sent and what became of them. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

MOST = 400
"""Orders remembered; what was forgotten is only never urged, supplemented or withdrawn any more."""
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
        """Remember an order, and forget the oldest of those that have ended, or simply the oldest."""
        self.orders[order.order_no] = order
        while len(self.orders) > MOST:
            ended = (key for key, each in self.orders.items() if not each.open and each.tell_at is None)
            del self.orders[next(ended, next(iter(self.orders)))]
