"""Audit rows of who was turned away, counted so that nobody can fill the disk by being refused. Called by ``web``.

The first refusal of a source is written within a second, what follows once a minute with its number; so many rows a
minute at most, the rest as one. A source is a person, or the network an address belongs to.
"""

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from dispatch.errors import DispatchError
from dispatch.store import audit
from dispatch.store.database import Database

EVERY_SECONDS = 1.0
AGAIN_SECONDS = 60.0
MOST_A_MINUTE = 120
"""Rows a minute of a process: 25 MB a day where the whole world knocks."""
_MOST_SOURCES = 2_000
_MOST_ASKED = 5
_LONGEST = 120
_OTHERS = "others"
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Tally:
    """What one source was refused in one way since it was last told."""

    count: int = 0
    asked: dict[str, None] = field(default_factory=dict)
    told_at: float = float("-inf")


def source_of(address: str | None) -> str:
    """What counts as one source: an IPv4 address, the /64 of an IPv6 one."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network(f"{found}/64", strict=False))


class Refusals:
    """Counts them and writes the rows; one per process."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._tallies: dict[tuple[str, int | None, str], _Tally] = {}
        self._written: list[float] = []

    def note(self, code: str, address: str | None, asked: str, person: int | None = None) -> None:
        """Count one refusal: its code, where from, what was asked for, and by whom, where that is known."""
        key = (code, person, source_of(address))
        if key not in self._tallies and len(self._tallies) >= _MOST_SOURCES:
            key = (code, None, _OTHERS)
        tally = self._tallies.setdefault(key, _Tally())
        tally.count += 1
        if len(tally.asked) < _MOST_ASKED:
            tally.asked[asked[:_LONGEST]] = None

    async def flush(self, database: Database) -> bool:
        """Write what is due. What a commit could not take is due again."""
        due = self._due()
        if due:
            rows = [self._row(*each) for each in due]
            async with database.system() as tx:
                await audit.write_many(tx, rows)
            self._settle([key for key, _ in due])
        self._forget()
        return False

    async def flush_last(self, database: Database) -> None:
        """Write what is due when the service ends; a database that is away then loses the last second."""
        try:
            await self.flush(database)
        except DispatchError as error:
            log.warning("refusals.lost", why=error.code)

    def _due(self) -> list[tuple[tuple[str, int | None, str], _Tally]]:
        now = self._now()
        self._written = [at for at in self._written if now - at < AGAIN_SECONDS]
        left = MOST_A_MINUTE - len(self._written)
        due = [
            (key, tally)
            for key, tally in self._tallies.items()
            if tally.count and now - tally.told_at >= AGAIN_SECONDS
        ]
        for key, tally in due[max(0, left) :]:
            self._lump(key, tally)
        return due[: max(0, left)]

    def _lump(self, key: tuple[str, int | None, str], tally: _Tally) -> None:
        """Count what is beyond the measure among the others, which are told when there is room again."""
        others = self._tallies.setdefault((key[0], None, _OTHERS), _Tally())
        if others is not tally:
            others.count += tally.count
            del self._tallies[key]

    def _settle(self, keys: list[tuple[str, int | None, str]]) -> None:
        now = self._now()
        for key in keys:
            self._tallies[key] = _Tally(told_at=now)
            self._written.append(now)

    def _forget(self) -> None:
        now = self._now()
        quiet = [
            key
            for key, tally in self._tallies.items()
            if not tally.count and now - tally.told_at >= AGAIN_SECONDS
        ]
        for key in quiet:
            del self._tallies[key]

    @staticmethod
    def _row(key: tuple[str, int | None, str], tally: _Tally) -> dict[str, Any]:
        code, person, source = key
        return {
            "person": person,
            "unit": None,
            "action": f"refused.{code}",
            "subject": f"address:{source}",
            "detail": {"count": tally.count, "asked": list(tally.asked)},
        }
