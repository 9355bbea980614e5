"""When orders were answered with a 2xx, and how long after that a screen showed them: the lag people would feel."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Oks:
    """Shared by the clients of a run: order → when it was first answered ok, by the machine's steady clock."""

    at: dict[str, float] = field(default_factory=dict)

    def note(self, orders: Iterable[str]) -> None:
        """These were just answered ok."""
        now = time.monotonic()
        for order in orders:
            self.at.setdefault(order, now)


@dataclass(slots=True)
class Lag:
    """What one screen knows of it. What was answered before the screen was first there is not late on it."""

    oks: Oks
    worst_ms: float | None = None
    _since: float | None = None
    _shown: set[str] = field(default_factory=set)

    def show(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """These are on the screen now; what is shown before it is answered is not late."""
        now = time.monotonic()
        self._since = self._since or now
        for row in rows:
            order = row["order_no"]
            if order is not None and order not in self._shown:
                self._shown.add(order)
                answered = self.oks.at.get(order, now)
                if answered >= self._since:
                    self.worst_ms = max((now - answered) * 1000, self.worst_ms or 0.0)
