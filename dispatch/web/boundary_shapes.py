"""The shapes of boundary versions on the wire."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

LevelName = Literal["town", "village", "cell", "police_grid"]
Severity = Literal["blocking", "warning"]


class Counts(Shape):
    """各层图形数。"""

    town: int
    village: int
    cell: int
    police_grid: int


class Checked(Shape):
    """最近一次检查：在哪次修订，查出多少。"""

    revision: int
    at: Instant
    blocking: int
    warning: int


class Rezoning(Shape):
    """未结工单换版的进度。"""

    total: int
    done: int
    moved: int
    other_center: int
    failed: int
    started_at: Instant
    finished_at: Instant | None
    overtaken_by: int | None
    """The version that came in force before all had moved; the others moved to it."""


class SharedGround(Shape):
    """两块共有的地面：share 占旧块多少，back_share 占新块多少；null 为不属于任何块。"""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    from_: str | None = Field(alias="from")
    from_name: str | None
    to: str | None
    to_name: str | None
    area_m2: float
    share: float
    back_share: float


class Crosswalk(Shape):
    """两个版本之间的对照。"""

    rows: list[SharedGround]


class CountedArea(Shape):
    """一块的工单数：exact 精确归属，apportioned 按面积分摊；code 为 null 的是归不到任何块的。"""

    code: str | None
    name: str
    tickets: float
    exact: int
    apportioned: float


class Counted(Shape):
    """按某一版边界的统计，合计等于这段时间收到的工单数。"""

    version: int
    level: LevelName
    since: Instant
    until: Instant
    rows: list[CountedArea]
    total: float


class LeftTicket(Shape):
    """没能移到新版的一张工单；settled 为已另行处理。"""

    ticket: int
    number: str
    center: str
    why: Sentence
    at: Instant
    settled: bool


class Left(Shape):
    """没能移到新版的未结工单。"""

    tickets: list[LeftTicket]


class Version(Shape):
    """一个边界版本。"""

    id: int
    state: Literal["draft", "scheduled", "published", "retired"]
    note: Remark
    illustrative: bool
    based_on: int | None
    revision: int
    created_at: Instant
    created_by: str | None
    publish_at: Instant | None
    published_at: Instant | None
    published_by: str | None
    """Who published it, or set the time at which it will be."""
    retired_at: Instant | None
    held_back: str | None
    """Why a scheduled version became a draft again."""
    counts: Counts
    checked: Checked | None
    rezoning: Rezoning | None


class VersionList(Shape):
    """所有版本，以及现行的是哪个。"""

    versions: list[Version]
    published: int | None


class Column(Shape):
    """文件里的一列。"""

    name: str
    type: Literal["text", "integer", "number", "date", "other"]
    samples: list[str]
    filled: int


class InspectedLayer(Shape):
    """文件里的一个图层，以及怎么读的猜测。"""

    name: str
    features: int
    geometry: dict[str, int]
    datum: str | None
    declared_as: str
    datum_guess: str | None
    refused: Sentence | None
    swapped: bool
    bounds: tuple[float, float, float, float] | None
    holds: LevelName
    columns: list[Column]
    mapping: dict[str, str | None]
    mappings: dict[LevelName, dict[str, str | None]]
    """The guess for each level that the layer may be read as; `mapping` is that of `holds`."""
    remarks: list[Sentence]
    outlines: dict[str, dict[str, Any]]
    """The ground it covers as GeoJSON in WGS 84, as each datum it may be in would have it."""


class Inspection(Shape):
    """文件里有什么。"""

    format: str
    format_name: str
    size: int
    encoding: str
    layers: list[InspectedLayer]
    problems: list[Sentence]


class Fault(Shape):
    """检查发现的一处问题。"""

    id: int
    kind: str
    severity: Severity
    layer: LevelName
    codes: list[str]
    area_m2: float
    width_m: float
    says: Sentence
    repair: str | None
    geometry: dict[str, Any]


class Faults(Shape):
    """最近一次检查发现的问题，以及在哪次修订。"""

    revision: int | None
    faults: list[Fault]


class Repair(Shape):
    """一项可选的安全修正。"""

    id: str
    kind: str
    layer: LevelName
    codes: list[str]
    says: Sentence
    moved_m2: float
    most_m2: float
    before: dict[str, Any]
    after: dict[str, Any]


class Repairs(Shape):
    """可选的安全修正，以及在哪次修订。"""

    revision: int | None
    repairs: list[Repair]


class ByCenter(Shape):
    """从一个中心归到另一个中心的未结工单数。"""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    from_: int = Field(alias="from")
    from_name: str
    to: int
    to_name: str
    count: int


class NamedTicket(Shape):
    """一张工单和它的问题。"""

    number: str
    why: Sentence


class MovedTickets(Shape):
    """未结工单会怎样。"""

    open: int
    moved: int
    other_center: int
    by_center: list[ByCenter]
    orphaned: list[NamedTicket]
    orphaned_total: int
    unclear: list[NamedTicket]
    unclear_total: int


class ByPoliceGrid(Shape):
    """一个警格的网格数变化。"""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    police_grid: str
    from_: int = Field(alias="from")
    to: int
    gained: int
    lost: int


class ChangedCells(Shape):
    """网格的变化。"""

    added: int
    removed: int
    changed: int
    codes: list[str]
    by_police_grid: list[ByPoliceGrid]


class PersonLeft(Shape):
    """没有网格可管的人。"""

    person: int
    name: str
    cell: str
    why: Sentence


class Says(Shape):
    """一句话。"""

    says: Sentence


class NamedArea(Shape):
    """一个镇街。"""

    code: str
    name: str


class ChangedTowns(Shape):
    """新增与取消的镇街。"""

    added: list[NamedArea]
    removed: list[NamedArea]


class Preview(Shape):
    """发布会影响什么；blocking 是不能发布的原因。"""

    revision: int
    against: int | None
    at: Instant
    blocking: list[Sentence]
    tickets: MovedTickets
    cells: ChangedCells
    people: list[PersonLeft]
    units: list[Says]
    police_grids_without_cells: list[str]
    towns: ChangedTowns
