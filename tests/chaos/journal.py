"""What a client outside the system writes down: append-only JSON lines, on disk before the client goes on.

One file for each client. Each line is one record and says its kind; what a client was answered is judged by the status
alone: 2xx is ok, 4xx is fail, and anything else, or no answer at all, is info: nobody can say whether it happened.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias


class Outcome(StrEnum):
    """What a client knows of what it asked for; the later one of these is the better knowledge."""

    FAIL = "fail"
    INFO = "info"
    OK = "ok"


def outcome_of(status: int | None) -> Outcome:
    """What an HTTP status says of whether it was done; None is no answer."""
    if status is not None and 200 <= status < 300:
        return Outcome.OK
    return Outcome.FAIL if status is not None and 400 <= status < 500 else Outcome.INFO


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """One attempt at a delivery. ``orders`` are those it creates, ``refused`` those of them that a 2xx turned down."""

    client: str
    source: str
    delivery: str
    orders: tuple[str, ...]
    refused: tuple[str, ...] = ()
    status: int | None

    @property
    def outcome(self) -> Outcome:
        """What is known of the delivery."""
        return outcome_of(self.status)

    def outcome_for(self, order: str) -> Outcome:
        """What is known of one of its orders."""
        return Outcome.FAIL if self.outcome is Outcome.OK and order in self.refused else self.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """One attempt at a command on a ticket, under an operation id that stays the same however often it is sent."""

    client: str
    operation: str
    ticket: int
    command: str
    status: int | None

    @property
    def outcome(self) -> Outcome:
        """What is known of the act."""
        return outcome_of(self.status)


@dataclass(frozen=True, slots=True)
class Told:
    """One ticket in what a client was shown. Without version it left, or its number alone was shown."""

    ticket: int
    version: int | None = None
    digest: str | None = None
    """Of its whole public row, by ``digest``."""
    seq: int | None = None
    """The entry that told it, in a frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saw:
    """What a client was shown, and as whom it reads at that moment.

    ``where`` is ``snapshot`` or ``view`` (the whole board as it is held, true up to ``last``), ``frame`` (what came for
    the numbers ``first`` to ``last``), or any other place where tickets show: a search, an export, an error.
    """

    client: str
    where: str
    readers: frozenset[str]
    tickets: tuple[Told, ...]
    stream: int | None = None
    epoch: str | None = None
    first: int | None = None
    last: int | None = None

    @property
    def is_board(self) -> bool:
        """Whether it shows all that the reader may see of a stream."""
        return self.where in ("snapshot", "view")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A status report that reached the hotline's ear, in the order it came; ``id`` is its webhook-id."""

    client: str
    id: str
    order_no: str
    version: int
    status: str


Record: TypeAlias = Pushed | Acted | Saw | Heard


def digest(row: Mapping[str, Any]) -> str:
    """Short and the same for equal rows, in whatever order their keys come."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def shown(rows: Iterable[Mapping[str, Any]]) -> tuple[Told, ...]:
    """Public rows as a client writes them down."""
    return tuple(Told(row["id"], row["version"], digest(row)) for row in rows)


def said(frame: Mapping[str, Any]) -> tuple[Told, ...]:
    """The entries of a frame as a client writes them down."""
    return tuple(_said(entry) for entry in frame["entries"])


def _said(entry: Mapping[str, Any]) -> Told:
    row = entry.get("row")
    if row is None:
        return Told(entry["ticket"], seq=entry["seq"])
    return Told(entry["ticket"], row["version"], digest(row), entry["seq"])


@dataclass(slots=True)
class Journal:
    """A client's file. A line that a crash had cut off is dropped when it is opened again."""

    path: Path
    _file: Any = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists():
            whole, _ = _whole(self.path.read_bytes())
            os.truncate(self.path, len(whole))
        self._file = self.path.open("ab")
        _settle_folder(self.path.parent)

    def write(self, record: Record) -> None:
        """Append a record; it is on disk when this returns."""
        line = {"kind": type(record).__name__.lower(), **asdict(record)}
        self._file.write(json.dumps(line, ensure_ascii=False, default=sorted).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _whole(content: bytes) -> tuple[bytes, bytes]:
    """The lines that were written to their end, and what a crash left of another."""
    end = content.rfind(b"\n") + 1
    return content[:end], content[end:]


def _settle_folder(folder: Path) -> None:
    """The name of a new file is on disk only once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path) -> list[Record]:
    """The records of one client, in order; a last line without end is left out.

    Raises:
        ValueError: a line in the middle is no record; names the file and the line.
    """
    whole, _ = _whole(path.read_bytes())
    records = []
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            records.append(_record(json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            raise ValueError(f"{path} line {number} is no record: {error}") from error
    return records


def read_all(folder: Path) -> list[Record]:
    """The records of every client of a run, client by client."""
    return [record for path in sorted(folder.glob("*.jsonl")) for record in read(path)]


def _record(line: dict[str, Any]) -> Record:
    match line.pop("kind"):
        case "pushed":
            return Pushed(**{**line, "orders": tuple(line["orders"]), "refused": tuple(line["refused"])})
        case "acted":
            return Acted(**line)
        case "saw":
            tickets = tuple(Told(**each) for each in line["tickets"])
            return Saw(**{**line, "tickets": tickets, "readers": frozenset(line["readers"])})
        case "heard":
            return Heard(**line)
        case other:
            raise ValueError(f"unknown kind {other!r}")
