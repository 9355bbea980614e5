"""The board: what a client holds of one stream, and the fold of frames into it. Pure; the browser does the same.

``snapshot before + entries == snapshot after`` is the oracle of the tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

ENDED = frozenset({"merged", "closed", "cancelled", "rejected", "handed_back"})
Row = Mapping[str, Any]


class Taken(StrEnum):
    """What became of a frame."""

    APPLIED = "applied"
    KNOWN = "known"
    GAP = "gap"
    FOREIGN = "foreign"


@dataclass(slots=True)
class Board:
    """The open tickets of one stream a reader sees, and the position up to which that is true."""

    stream: int
    epoch: str
    seq: int
    rights: str
    tickets: dict[int, Row] = field(default_factory=dict)

    @classmethod
    def of_snapshot(cls, snapshot: Mapping[str, Any]) -> "Board":
        """A board from the answer of ``GET /api/streams/{stream}/snapshot``."""
        rows = {row["id"]: row for row in snapshot["tickets"]}
        return cls(snapshot["stream"], snapshot["epoch"], snapshot["seq"], snapshot["rights"], rows)

    @property
    def position(self) -> dict[str, Any]:
        """What a client resumes from."""
        return {"epoch": self.epoch, "seq": self.seq, "rights": self.rights}

    def take(self, frame: Mapping[str, Any]) -> Taken:
        """Fold a frame in. Accepted when ``from ≤ seq + 1 ≤ to``; a gap means: resume from ``position``."""
        if frame["epoch"] != self.epoch:
            return Taken.FOREIGN
        if frame["from"] > self.seq + 1:
            return Taken.KNOWN if frame["to"] <= self.seq else Taken.GAP
        if frame["to"] <= self.seq:
            return Taken.KNOWN
        for entry in frame["entries"]:
            if entry["seq"] > self.seq:
                self._apply(entry)
        self.seq = frame["to"]
        return Taken.APPLIED

    def _apply(self, entry: Mapping[str, Any]) -> None:
        row = entry.get("row")
        if row is None or row["state"] in ENDED:
            self.tickets.pop(entry["ticket"], None)
            return
        held = self.tickets.get(entry["ticket"])
        if held is None or held["version"] <= row["version"]:
            self.tickets[entry["ticket"]] = row
