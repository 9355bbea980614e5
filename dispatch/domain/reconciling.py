"""The daily comparison with the hotline's list (一单不漏). Pure; called by ``actions.reconciling``.

What they sent and we lack, what we hold and they do not know, statuses and due times that differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dispatch.domain.cells import fault_of_number, moment, plain
from dispatch.domain.exports import guess
from dispatch.domain.messages import Fault, fields_of, quoted
from dispatch.domain.moments import moment_of
from dispatch.domain.privacy import said_again, storable
from dispatch.domain.profile import Profile
from dispatch.saying import say

SAME_DUE = timedelta(minutes=1)
"""Due times within so much of one another are the same: lists are often written to the minute."""
LONGEST_ORDER_NO = 64
DIFFERENCES: Mapping[str, str] = {
    "missing": say("热线有、本系统没有"),
    "unknown": say("本系统有、热线没有"),
    "state": say("状态不一致"),
    "due": say("时限不一致"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An order of the hotline's list; what the list does not say is not compared."""

    order_no: str
    status: str | None
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Held:
    """An order of ours. ``told``: the status the hotline heard last, where a newer one is still on its way."""

    order_no: str
    ticket: int
    status: str
    due: datetime | None
    told: str | None = None
    expected: bool = True
    """Whether it belongs to the time the list is of; what is older is only compared where the list names it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of what differs."""

    kind: str
    order_no: str
    ticket: int | None = None
    their_status: str | None = None
    our_status: str | None = None
    their_due: datetime | None = None
    our_due: datetime | None = None


def read(items: Iterable[object], by: Profile) -> tuple[list[Listed], list[Fault]]:
    """The orders of a list through the hotline's profile, and what could not be read, by its place in the list."""
    found: dict[str, Listed] = {}
    faults: list[Fault] = []
    for place, item in enumerate(items):
        given = fields_of(item, by)
        number = str(given.get("order_no") or "").strip()
        if not number or len(number) > LONGEST_ORDER_NO or not storable(number):
            faults.append(
                Fault(f"orders[{place}]", say("没有工单号，或工单号超过 64 个字符、含有无法保存的字符"))
            )
            continue
        due, status = given.get("due_at"), str(given.get("status") or "").strip()
        at = moment_of(due)
        if due and at is None:
            faults.append(Fault(f"orders[{place}]", say("办结时限「{due}」不是时间", due=quoted(due))))
        found[number] = Listed(number, said_again(status) or None, at)
    return list(found.values()), faults


def list_columns(header: Sequence[str], by: Profile) -> dict[str, str]:
    """Column → field of ours, for a list that comes as a file; columns of other things are left out."""
    found = guess(header, by)
    fields = {"order_no": "order_no", "due_at": "due_at", "state": "status"}
    columns = {header[number]: fields[field] for field, number in found.items() if field in fields}
    told = {name: ours for name in header if (ours := by.names.get(name)) == "status"}
    return columns if not told else {**{c: f for c, f in columns.items() if f != "status"}, **told}


def read_line(
    cells: Sequence[str], header: Sequence[str], columns: Mapping[str, str]
) -> dict[str, str] | str:
    """A line of a file by the names of its columns; or what is wrong with it, in a sentence."""
    given = dict(zip(header, cells, strict=False))
    item: dict[str, str] = {}
    for column, field in columns.items():
        cell = given.get(column, "")
        item[column] = moment(cell) if field == "due_at" else plain(cell)
    number = next((item[column] for column, field in columns.items() if field == "order_no"), "")
    if not number:
        return say("没有工单号；如果这一格与上面的合并了，请取消合并、逐行填写")
    return fault_of_number(number) or item


def compare(theirs: Iterable[Listed], ours: Iterable[Held]) -> list[Difference]:
    """What differs, in the order in which it has to be looked after."""
    listed = {each.order_no: each for each in theirs}
    held = {each.order_no: each for each in ours}
    rows = [
        Difference("missing", each.order_no, their_status=each.status, their_due=each.due)
        for each in listed.values()
        if each.order_no not in held
    ]
    rows += [
        Difference("unknown", each.order_no, each.ticket, our_status=each.status, our_due=each.due)
        for each in held.values()
        if each.expected and each.order_no not in listed
    ]
    both = [(listed[number], each) for number, each in held.items() if number in listed]
    rows += [_row("state", *pair) for pair in both if not _same_status(*pair)]
    rows += [_row("due", *pair) for pair in both if not _same_due(*pair)]
    return rows


def _same_status(theirs: Listed, ours: Held) -> bool:
    return theirs.status is None or theirs.status in (ours.status, ours.told)


def _same_due(theirs: Listed, ours: Held) -> bool:
    if theirs.due is None:
        return True
    return ours.due is not None and abs(theirs.due - ours.due) <= SAME_DUE


def _row(kind: str, theirs: Listed, ours: Held) -> Difference:
    return Difference(kind, ours.order_no, ours.ticket, theirs.status, ours.status, theirs.due, ours.due)
