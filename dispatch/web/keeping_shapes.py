"""The shapes of what a district keeps by hand: units, who looks after which cell; files of them; history."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field

from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

UnitKind = Literal[
    "district_center",
    "town_center",
    "station",
    "police_station",
    "outpost",
    "enforcement",
    "service_center",
    "agency",
    "department",
]
Reason = Annotated[str, Field(max_length=200, description="原因")]
Number = Annotated[int, Field(ge=0, lt=2**31)]
Code = Annotated[str, Field(max_length=40)]


class KeptChange(Shape):
    """一次变更：谁、什么时候、从什么改成什么、为什么。label：改的那一条叫什么。"""

    id: int
    at: Instant
    person: str | None
    subject: str
    label: str | None
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: Remark | None


class ListedRow(Shape):
    """清单里没有导入的一行。"""

    row: int
    field: str
    says: Sentence


class ListTaken(Shape):
    """导入一份清单的结果；dry_run 时什么也没有写。"""

    dry_run: bool
    rows_read: int
    added: int
    changed: int
    same: int
    bad: int
    rows: list[ListedRow]


class NamedArea(Shape):
    """一个镇街。"""

    code: str
    name: str


class AreaInTown(NamedArea):
    """一个村居或警格。"""

    town: str


class Liaison(Shape):
    """部门联络员。"""

    name: str
    phone: str


class UnitEntry(Shape):
    """一个单位。people、tickets：多少人任职，手里多少件在办。"""

    id: int
    kind: UnitKind
    name: str
    parent: int | None
    center: int
    town: str | None
    village: str | None
    police_grid: str | None
    station: int | None
    phone: str | None
    active: bool
    ends_at: Instant | None
    people: int
    tickets: int
    liaisons: list[Liaison]


class UnitRegister(Shape):
    """全部单位（停用的在后），以及单位可以属于的镇街、村居、警格。"""

    units: list[UnitEntry]
    towns: list[NamedArea]
    villages: list[AreaInTown]
    police_grids: list[AreaInTown]


class UnitForm(Shape):
    """单位：写类别、名称和在哪里；归哪个中心由系统得出。"""

    kind: UnitKind
    name: Annotated[str, Field(max_length=200)]
    parent: Number | None = None
    town: Code | None = None
    village: Code | None = None
    police_grid: Code | None = None
    station: Number | None = None
    phone: Annotated[str | None, Field(max_length=100)] = None
    reason: Reason = ""


class UnitMade(Shape):
    """新单位的编号。"""

    id: int


class UnitHolds(Shape):
    """单位还有什么，停用前怎么办。"""

    what: str
    count: int
    says: Sentence
    way: Sentence


class EndUnitForm(Shape):
    """停用单位：at 不填为立即。"""

    at: AwareDatetime | None = None
    reason: Reason


class WhyForm(Shape):
    """只写原因。"""

    reason: Reason
