"""Who looks after which cell, as a district keeps it: what a file of it says, beside who is there now.

Pure. A file speaks for the cells and duties it names: whoever is not in it for one of them is there no more. Where one
of its rows cannot be read, nobody is taken off in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dispatch.errors import BadInput
from dispatch.saying import say

DUTY_NAMES: Mapping[str, str] = {"worker": say("网格员"), "head": say("网格长"), "officer": say("社区民警")}
LABELS: Mapping[str, str] = {
    "cell": say("网格编码"),
    "cell_name": say("网格"),
    "duty": say("职责"),
    "name": say("姓名"),
    "phone": say("电话"),
    "full_time": say("专职或兼职"),
}
"""The columns of a file, in order; the cell's name is there for people alone."""


class Duty(NamedTuple):
    """One duty in one cell."""

    cell: str
    duty: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in office; ``towns``: codes of the towns whose units they work for."""

    id: int
    name: str
    phone: str
    towns: frozenset[str]


class Row(NamedTuple):
    """A row of a file: its number, its cells by field, and what kept it from being read."""

    number: int
    cells: Mapping[str, str]
    fault: str | None


class Fault(NamedTuple):
    """What is wrong with a row, in which field."""

    row: int
    field: str
    says: str


@dataclass(slots=True)
class Moves:
    """What a file comes to. Values: whether the person is there full time."""

    begin: dict[tuple[Duty, int], bool] = field(default_factory=dict)
    change: dict[tuple[Duty, int], bool] = field(default_factory=dict)
    end: list[tuple[Duty, int]] = field(default_factory=list)
    same: int = 0
    faults: list[Fault] = field(default_factory=list)


def moves(
    rows: Sequence[Row],
    towns: Mapping[str, str],
    people: Iterable[Somebody],
    now: Mapping[Duty, Mapping[int, bool]],
) -> Moves:
    """What has to happen so that it is as a file says; ``towns``: each cell's town; ``now``: who is there."""
    made = Moves()
    known = list(people)
    wanted: dict[Duty, dict[int, bool]] = {}
    doubted: set[Duty] = set()
    for row in rows:
        duty: Duty | None = None
        try:
            if row.fault:
                raise BadInput(row.fault)
            duty = _duty(row.cells, towns)
            if not row.cells["name"]:
                continue
            person = _person(row.cells, towns[duty.cell], known)
            if person in wanted.get(duty, {}):
                raise BadInput(say("这个人在这个网格的同一职责写了两遍，请删去一行"), field="name")
            wanted.setdefault(duty, {})[person] = _full_time(row.cells.get("full_time", ""))
        except BadInput as fault:
            made.faults.append(Fault(row.number, LABELS.get(fault.field or "", ""), fault.detail))
            if duty is not None:
                doubted.add(duty)
    for duty, persons in wanted.items():
        _compare(made, duty, persons, now.get(duty, {}), duty in doubted)
    return made


def _compare(
    made: Moves, duty: Duty, wanted: Mapping[int, bool], now: Mapping[int, bool], is_doubted: bool
) -> None:
    for person, full_time in wanted.items():
        if person not in now:
            made.begin[duty, person] = full_time
        elif now[person] != full_time:
            made.change[duty, person] = full_time
        else:
            made.same += 1
    if not is_doubted:
        made.end.extend((duty, person) for person in now if person not in wanted)


def _duty(cells: Mapping[str, str], towns: Mapping[str, str]) -> Duty:
    code, said = cells["cell"], cells["duty"]
    if code not in towns:
        raise BadInput(
            say("现行网格里没有「{code}」，请核对 15 位网格编码（设为文本格式）", code=code[:20]),
            field="cell",
        )
    found = next((duty for duty, name in DUTY_NAMES.items() if said in (duty, name)), None)
    if found is None:
        raise BadInput(
            say("不认识职责「{said}」，请写：{values}", said=said[:20], values=[*DUTY_NAMES.values()]),
            field="duty",
        )
    return Duty(code, found)


def _person(cells: Mapping[str, str], town: str, people: Sequence[Somebody]) -> int:
    """Whom a row names: by name and phone, or by a name that one person of the town has."""
    name, phone = "".join(cells["name"].split()), "".join(cells.get("phone", "").split())
    found = [each for each in people if each.name == name and phone in ("", each.phone)]
    near = [each for each in found if town in each.towns]
    chosen = near if len(near) == 1 else found
    if not chosen:
        said = f"{name[:20]}（{phone[:20]}）" if phone else name[:20]
        raise BadInput(
            say("没有叫「{said}」的在职人员，请先在「人员与岗位」登记，或核对姓名和电话", said=said),
            field="name",
        )
    if len(chosen) > 1:
        raise BadInput(
            say("有 {count} 个人叫「{name}」，请写上电话以便认出是谁", count=len(chosen), name=name[:20]),
            field="phone",
        )
    return chosen[0].id


def _full_time(said: str) -> bool:
    if said not in ("", "专职", "兼职"):
        raise BadInput(say("「{said}」请写 专职 或 兼职", said=said[:20]), field="full_time")
    return said != "兼职"
