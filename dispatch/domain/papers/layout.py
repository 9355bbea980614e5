"""How a paper is laid out: ruled rows of cells, each a label and words, or a space to write by hand. Pure.

What is not on record is left empty for the pen, never made up.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from dispatch.domain.moments import SHANGHAI
from dispatch.domain.papers.kinds import TITLES, PaperKind


class CellKind(StrEnum):
    """How a cell is drawn: on one line, with room for long words, empty for the pen, or to be signed."""

    LINE = "line"
    LONG = "long"
    BLANK = "blank"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Cell:
    """A label and what stands beside it."""

    label: str
    text: str
    kind: CellKind = CellKind.LINE


Rows: TypeAlias = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list on a paper: its heading, what its columns are, its lines."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A form ready to be laid out."""

    kind: PaperKind
    number: str
    unit: str
    made_at: datetime
    rows: Rows
    listings: tuple[Listing, ...] = ()
    notes: tuple[str, ...] = ()
    leads: bool = False
    """Whether it carries the code that leads to its ticket."""

    @property
    def title(self) -> str:
        """What it is called."""
        return TITLES[self.kind]


def said_at(at: datetime | None) -> str:
    """An instant as forms say it; nothing where there is none."""
    return "" if at is None else f"{at.astimezone(SHANGHAI):%Y年%m月%d日 %H:%M}"


def said_soon(at: datetime) -> str:
    """An instant near the paper's own, on one line of a list."""
    return f"{at.astimezone(SHANGHAI):%m月%d日 %H:%M}"


def spoken(span: timedelta) -> str:
    """A span in days, hours and minutes, the two greatest."""
    minutes = int(span.total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        return f" {days} 天 {hours} 小时" if hours else f" {days} 天"
    return f" {hours} 小时 {rest} 分" if hours else f" {rest} 分"


def row(*cells: Cell | tuple[str, str]) -> tuple[Cell, ...]:
    """A row of cells."""
    return tuple(each if isinstance(each, Cell) else Cell(*each) for each in cells)


def long(label: str, text: str | None) -> tuple[Cell, ...]:
    """A row for long words."""
    return (Cell(label, text or "", CellKind.LONG),)


def blank(label: str) -> tuple[Cell, ...]:
    """A row to write in by hand."""
    return (Cell(label, "", CellKind.BLANK),)


def sign(*labels: str) -> tuple[Cell, ...]:
    """A row of places to sign."""
    return tuple(Cell(label, "", CellKind.SIGN) for label in labels)


def opinion(label: str, text: str) -> tuple[Cell, ...]:
    """An opinion that is on record, else room to write and sign it."""
    return long(label, text) if text else sign(label)


def joined(*parts: str | None) -> str:
    """The parts there are, with a space between."""
    return " ".join(filter(None, parts))
