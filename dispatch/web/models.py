"""The shapes that travel: answers to the pages, as OpenAPI knows them. The frontend's types come from these."""

from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from dispatch.domain.access import Role
from dispatch.domain.ticket import Flag, Placement, PlaceNeed, State, Type, Urgency
from dispatch.web.language import Sentence

ClockKind = Literal[
    "place", "decide", "ruling", "sign", "contact", "inner", "halt", "review", "signoff", "reply", "redo"
]
Warned = Literal["soon", "overdue"]
TicketId = Annotated[int, Path(ge=0, lt=2**63, description="工单的内部编号")]
Instant = Annotated[str, Field(description="ISO 8601,UTC", json_schema_extra={"format": "date-time"})]


class Shape(BaseModel):
    """Common to all answers: unknown keys are a mistake of ours, never of the reader."""

    model_config = ConfigDict(extra="forbid")


class Problem(BaseModel):
    """一次拒绝（RFC 9457）：原因与下一步怎么做。"""

    type: str
    title: str
    status: int
    detail: Sentence
    field: str | None = None
    errors: list["FieldProblem"] | None = None
    allowed: list["Allowed"] | None = None
    state: str | None = None
    warnings: list[Sentence] | None = None


class FieldProblem(Shape):
    """表单中一项的问题。"""

    field: str
    detail: Sentence


class RunningClock(Shape):
    """一个正在计时的时限；supervision：督办的反馈时限。"""

    kind: ClockKind | Literal["supervision"]
    started_at: Instant
    due_at: Instant
    warned: Warned | None
    soon_at: Instant | None
    paused_at: Instant | None
    unannounced: bool


class Clock(RunningClock):
    """时限，包括已停的。"""

    stopped_at: Instant | None
    reason: Sentence


class TicketRow(Shape):
    """工单公开行：推送、快照与应答中相同，不含个人信息。"""

    id: int
    number: str
    order_no: str | None
    version: int
    state: State
    prior: State | None
    state_since: Instant
    type: Type
    channel: str
    urgency: Urgency
    category: str | None
    title: str
    address: str
    confidential: bool
    called_at: Instant | None
    received_at: Instant
    outer_due: Instant | None
    place_need: PlaceNeed
    placement: Placement
    lon: float | None
    lat: float | None
    level: str
    radius_m: float | None
    p_cell: float | None
    p_town: float | None
    edge_m: float | None
    near_edge: bool
    cell: str | None
    village: str | None
    town: str | None
    police_grid: str | None
    boundary_version: int
    routing_reason: Sentence | None
    stream: int
    owed_by: int | None
    unit: int | None
    lead_unit: int | None
    lead_person: int | None
    urged: int
    supplements: int
    rework: int
    hops: int
    no_return: bool
    callers: int
    merged_into: int | None
    suspended_until: Instant | None
    next_step_at: Instant | None
    exempt: bool
    flags: list[Flag]
    supervised: int
    clocks: list[RunningClock]


class Choice(Shape):
    """可选的一项。"""

    value: str
    label: Sentence


class FieldCondition(Shape):
    """另一项填了这些值之一时才要填。"""

    field: str
    values: list[str]


class FieldDescription(Shape):
    """一个操作要填的一项。"""

    name: str
    label: Sentence
    kind: str
    required: bool
    choices: list[Choice] | None = None
    when: FieldCondition | None = None
    value: Any = None


class Allowed(Shape):
    """现在可以做的一个操作。"""

    command: str
    label: Sentence
    primary: bool
    danger: bool
    fields: list[FieldDescription]
    why: Sentence | None = None


class Person(Shape):
    """人员。"""

    id: int
    name: str
    post: str


class Membership(Shape):
    """岗位：角色与单位；of 是被代岗的人（AB 岗）。"""

    role: Role
    unit: int
    unit_name: str
    of: int | None = None


class Stream(Shape):
    """一个指挥中心的推送流。"""

    id: int
    name: str


class Home(Shape):
    """打开页面时看哪里。bounds：西、南、东、北（度）。"""

    unit: int | None
    town: str | None
    bounds: tuple[float, float, float, float] | None


class Texts(Shape):
    """页面上因地而异的文字。"""

    district_name: str


class Ground(Shape):
    """底图：瓦片地址（下层在前）与来源。"""

    urls: list[str]
    attribution: str


class Me(Shape):
    """登录人。"""

    person: Person
    memberships: list[Membership]
    handles: Annotated[list[int], Field(description="本人可以签收、办理其工单的单位")]
    rights: str
    streams: list[Stream]
    home: Home
    boundary_version: int | None
    gazetteer_version: int
    demo: bool
    base_map: Ground | None
    locked: bool
    must_change: bool
    text: Texts
