"""The shapes of the routing rules: versions, rules, trials, powers, lists. Read by ``web.routing``."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.rules import MOST_TRIED_ON, TRIED_ON
from dispatch.domain.ticket import PlaceNeed, Type, Urgency
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

VersionId = Annotated[int, Path(ge=1, lt=2**31, description="规则版本号")]
EntryId = Annotated[int, Path(ge=1, lt=2**31)]
Note = Annotated[str, Field(min_length=1, max_length=300, description="改了什么、为什么")]
Words = Annotated[str, Field(max_length=200)]
Some = Annotated[list[Words], Field(max_length=200)]
TargetKind = Literal[
    "town",
    "station",
    "police_station",
    "outpost",
    "enforcement",
    "service_center",
    "agency",
    "unit",
    "bureau",
    "district",
]
ListName = Literal["to_police", "from_police"]


class RoutingRuleForm(BaseModel):
    """一条派单规则；没有给的条件不限。"""

    name: Words
    reason: Annotated[str, Field(max_length=500)]
    enabled: bool = True
    types: list[Type] | None = None
    urgencies: list[Urgency] | None = None
    categories: Annotated[Some | None, Field(description="事项分类路径，含其下各级")] = None
    place_needs: list[PlaceNeed] | None = None
    cell_kinds: list[Literal["general", "dedicated"]] | None = None
    towns: Some | None = None
    sources: Some | None = None
    channels: Some | None = None
    police_lists: list[ListName] | None = None
    power: Annotated[
        Literal["held", "not_held"] | None, Field(description="镇街当日有/没有该事项的处罚权")
    ] = None
    time_from: Annotated[str | None, Field(max_length=5, description="如 17:30；可跨零点")] = None
    time_until: Annotated[str | None, Field(max_length=5)] = None
    days: Annotated[Literal["working", "off"] | None, Field(description="工作日或休息日")] = None
    valid_from: date | None = None
    valid_until: Annotated[date | None, Field(description="失效日：当日起不再适用")] = None
    target_kind: TargetKind
    target_unit: int | None = None


class RoutingRuleShape(RoutingRuleForm):
    """一条规则和它的序号。"""

    ordinal: int


class RoutingRuleFault(Shape):
    """规则的问题：blocking 的不能保存。"""

    ordinal: int
    name: str
    field: str
    says: Sentence
    blocking: bool


class RuleVersion(Shape):
    """一版派单规则。"""

    version: int
    note: Remark
    state: Literal["draft", "scheduled", "active", "retired", "discarded"]
    revision: int
    based_on: int | None
    rules: int
    tried: bool
    tried_revision: int | None
    starts_at: AwareDatetime | None
    held_back: str | None
    created_at: AwareDatetime
    created_by: str | None
    activated_at: AwareDatetime | None
    activated_by: str | None
    retired_at: AwareDatetime | None


class TrialUnit(Shape):
    """一个去处。"""

    id: int | None
    name: Sentence


class TrialPair(Shape):
    """从哪里改到哪里，多少张。"""

    former: TrialUnit
    proposed: TrialUnit
    tickets: int


class TrialTicket(Shape):
    """一张会改派的工单。"""

    ticket: int
    number: str
    path: str
    former: TrialUnit
    proposed: TrialUnit
    former_reason: Sentence
    reason: Sentence


class Trial(Shape):
    """试算结果。"""

    asked: Annotated[int, Field(description="取了多少张最近的工单")]
    routed: Annotated[int, Field(description="其中已有位置、由规则派单的")]
    moved: Annotated[int, Field(description="其中会派往别处的")]
    pairs: list[TrialPair]
    rules: Annotated[dict[str, int], Field(description="草稿每条规则适用了多少张；0 为没有规则适用")]
    listed: list[TrialTicket]
    at: Instant
    against: Annotated[int, Field(description="与哪一版现行规则相比")]


class RuleVersionDetail(RuleVersion):
    """一版规则的全部内容。"""

    listed: list[RoutingRuleShape]
    faults: list[RoutingRuleFault]
    trial: Trial | None


class CategoryName(Shape):
    """一个事项分类。"""

    code: str
    path: str
    place_need: PlaceNeed


class SourceName(Shape):
    """一个推送来源。"""

    id: str
    name: str


class TownName(Shape):
    """一个镇街。"""

    code: str
    name: str


class UnitName(Shape):
    """一个单位。"""

    id: int
    name: str
    kind: str


class RulesOverview(Shape):
    """所有版本，和规则里可以用到的名称。"""

    units: list[UnitName]
    versions: list[RuleVersion]
    categories: list[CategoryName]
    sources: list[SourceName]
    channels: list[str]
    towns: list[TownName]


class NewDraftForm(BaseModel):
    """另起草稿。"""

    note: Note
    based_on: Annotated[int | None, Field(description="以哪一版为底；不填为现行版")] = None


class RoutingDraftForm(BaseModel):
    """保存草稿：全部规则，按顺序。"""

    revision: int
    note: Note
    rules: Annotated[list[RoutingRuleForm], Field(max_length=500)]


class SavedDraft(Shape):
    """保存后的草稿。"""

    version: int
    revision: int
    faults: list[RoutingRuleFault]


class RevisionForm(BaseModel):
    """针对草稿的哪一次修改。"""

    revision: int


class TrialForm(BaseModel):
    """试算最近多少张。"""

    tickets: Annotated[int, Field(ge=1, le=MOST_TRIED_ON)] = TRIED_ON


class ActivationForm(RevisionForm):
    """启用：现在，或到时。"""

    at: AwareDatetime | None = None


class BringBackForm(BaseModel):
    """回到以前的一版。"""

    note: Note


class NewRuleVersion(Shape):
    """新的一版。"""

    version: int


class Activated(Shape):
    """启用的结果。"""

    version: int
    state: Literal["active", "scheduled"]


class PowerShape(Shape):
    """一项下放镇街的处罚权。"""

    id: int
    power: str
    categories: list[str]
    town: str
    town_name: str
    bureau: int
    bureau_name: str
    valid_from: date
    valid_until: Annotated[date | None, Field(description="失效日：当日起镇街不再有此权")]
    note: str | None


class PowerInput(BaseModel):
    """登记或更正一项处罚权；收回即填失效日。"""

    power: Words
    categories: Some
    town: Words
    bureau: int
    valid_from: date
    valid_until: date | None = None
    note: Words | None = None
    reason: Note


class MatterShape(Shape):
    """清单上的一项。"""

    id: int
    list: ListName
    matter: str
    category: str | None
    valid_from: date
    valid_until: date | None
    note: str | None


class MatterInput(BaseModel):
    """登记或更正清单上的一项。"""

    list: ListName
    matter: Words
    category: Words | None = None
    valid_from: date
    valid_until: date | None = None
    note: Words | None = None
    reason: Note


class OwningEntry(Shape):
    """登记好的编号。"""

    id: int


class OwningChange(Shape):
    """一次改动。"""

    id: int
    at: AwareDatetime
    person: str | None
    subject: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: Remark | None
