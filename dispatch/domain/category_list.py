"""What a file of categories comes to beside what there is: row by row new, changed, ended or wrong. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

from dispatch.domain.category_register import LABELS, Kept, Register, differences, read
from dispatch.errors import BadInput
from dispatch.saying import say

Json = dict[str, Any]


class Row(Protocol):
    """A row of a file: its number, its cells by field, and what kept it from being read."""

    @property
    def number(self) -> int:
        """Its number in the file."""

    @property
    def cells(self) -> Mapping[str, str]:
        """What its cells say, by field."""

    @property
    def fault(self) -> str | None:
        """Why it cannot be read."""


class Move(NamedTuple):
    """A category as it is to be, and as it was; ``row``: of the file, None for what is not in it."""

    row: int | None
    made: Kept
    former: Kept | None

    @property
    def what(self) -> str:
        """Added, changed or ended."""
        if self.former is None:
            return "added"
        is_ended = self.made.valid_until is not None and self.former.valid_until is None
        return "ended" if is_ended and len(differences(self.former, self.made)) == 1 else "changed"

    def told(self) -> Json:
        """For whoever looks before it is done."""
        says = "；".join(differences(self.former, self.made)) if self.former else ""
        return {
            "row": self.row,
            "what": self.what,
            "code": self.made.code,
            "path": self.made.path,
            "says": says,
        }


@dataclass(slots=True)
class Moves:
    """What a file comes to. ``rest_kept``: what is not in it was to end and stays, because rows are wrong."""

    listed: list[Move] = field(default_factory=list)
    faults: list[Json] = field(default_factory=list)
    same: int = 0
    rest_kept: bool = False

    def counts(self) -> Json:
        """How many of each."""
        whats = [each.what for each in self.listed]
        named = {what: whats.count(what) for what in ("added", "changed", "ended")}
        return {**named, "same": self.same, "bad": len(self.faults)}


def moves(rows: Iterable[Row], register: Register, *, is_whole: bool) -> Moves:
    """What has to happen so that it is as a file says; rows by which something ends come first, as paths come free.

    ``is_whole``: the file is the whole tree, so what is not in it ends today, unless a row is wrong.
    """
    made, seen = Moves(), dict[str, int]()
    for row in sorted(rows, key=lambda row: not row.cells.get("valid_until")):
        try:
            _take(row, register, made, seen)
        except BadInput as fault:
            label = LABELS.get(fault.field or "", "")
            made.faults.append({"row": row.number, "field": label, "says": fault.detail.rstrip("。")})
    made.faults.sort(key=lambda each: int(each["row"]))
    rest = [each for each in register.standing if each.code not in seen] if is_whole else []
    if made.faults:
        made.rest_kept = bool(rest)
    else:
        made.listed += [Move(None, ended(each, register), each) for each in rest]
    return made


def _take(row: Row, register: Register, made: Moves, seen: dict[str, int]) -> None:
    if row.fault:
        raise BadInput(row.fault)
    entry, code, is_new = read(row.cells, register)
    if code is not None and code in seen:
        raise BadInput(say("和第 {seen} 行是同一个分类，请删去一行", seen=seen[code]), field="path")
    former = None if code is None else register.get(code)
    kept = register.checked(entry, code, is_new=is_new)
    seen[kept.code] = row.number
    if kept == former:
        made.same += 1
    else:
        made.listed.append(Move(row.number, kept, former))


def ended(category: Kept, register: Register) -> Kept:
    """A category that is over today; one that was to begin later never does."""
    day = max(register.today, category.valid_from or register.today)
    return replace(category, valid_until=day)
