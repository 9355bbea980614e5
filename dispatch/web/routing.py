"""The routing rules: versions, drafts, trials, what comes in force; powers of towns, lists shared with the police."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.powers import MatterForm, PowerForm, Powers
from dispatch.actions.rules import MOST_TRIED_ON, TRIED_ON, Rules
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS
from dispatch.domain.ticket import PlaceNeed, Type, Urgency
from dispatch.reads import rules as reads
from dispatch.store.database import Database
from dispatch.web.guard import DESK, Guard
from dispatch.web.models import Instant, Shape
from dispatch.web.work import Started

READERS = DESK | KEEPERS
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
    """一条派单规则;没有给的条件不限。"""

    name: Words
    reason: Annotated[str, Field(max_length=500)]
    enabled: bool = True
    types: list[Type] | None = None
    urgencies: list[Urgency] | None = None
    categories: Annotated[Some | None, Field(description="事项分类路径,含其下各级")] = None
    place_needs: list[PlaceNeed] | None = None
    cell_kinds: list[Literal["general", "dedicated"]] | None = None
    towns: Some | None = None
    sources: Some | None = None
    channels: Some | None = None
    police_lists: list[ListName] | None = None
    power: Annotated[
        Literal["held", "not_held"] | None, Field(description="镇街当日有/没有该事项的处罚权")
    ] = None
    time_from: Annotated[str | None, Field(max_length=5, description="如 17:30;可跨零点")] = None
    time_until: Annotated[str | None, Field(max_length=5)] = None
    days: Annotated[Literal["working", "off"] | None, Field(description="工作日或休息日")] = None
    valid_from: date | None = None
    valid_until: Annotated[date | None, Field(description="失效日:当日起不再适用")] = None
    target_kind: TargetKind
    target_unit: int | None = None


class RoutingRuleShape(RoutingRuleForm):
    """一条规则和它的序号。"""

    ordinal: int


class RoutingRuleFault(Shape):
    """规则的问题:blocking 的不能保存。"""

    ordinal: int
    name: str
    field: str
    says: str
    blocking: bool


class RuleVersion(Shape):
    """一版派单规则。"""

    version: int
    note: str
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
    name: str


class TrialPair(Shape):
    """从哪里改到哪里,多少张。"""

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
    former_reason: str
    reason: str


class Trial(Shape):
    """试算结果。"""

    asked: Annotated[int, Field(description="取了多少张最近的工单")]
    routed: Annotated[int, Field(description="其中已有位置、由规则派单的")]
    moved: Annotated[int, Field(description="其中会派往别处的")]
    pairs: list[TrialPair]
    rules: Annotated[dict[str, int], Field(description="草稿每条规则适用了多少张;0 为没有规则适用")]
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
    """所有版本,和规则里可以用到的名称。"""

    units: list[UnitName]
    versions: list[RuleVersion]
    categories: list[CategoryName]
    sources: list[SourceName]
    channels: list[str]
    towns: list[TownName]


class NewDraftForm(BaseModel):
    """另起草稿。"""

    note: Note
    based_on: Annotated[int | None, Field(description="以哪一版为底;不填为现行版")] = None


class RoutingDraftForm(BaseModel):
    """保存草稿:全部规则,按顺序。"""

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
    """启用:现在,或到时。"""

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
    valid_until: Annotated[date | None, Field(description="失效日:当日起镇街不再有此权")]
    note: str | None


class PowerInput(BaseModel):
    """登记或更正一项处罚权;收回即填失效日。"""

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
    reason: str | None


@dataclass(frozen=True, slots=True)
class Acts:
    """What the routes call."""

    rules: Rules
    powers: Powers
    worlds: Worlds


def acts_on(database: Database, worlds: Worlds, works: Works) -> Acts:
    """The verbs over one database."""
    return Acts(Rules(database, worlds, works), Powers(database, worlds), worlds)


def router(guard: Guard, acts: Acts) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/rules", tags=["派单规则"])
    _reading(routes, guard, acts)
    _drafting(routes, guard, acts)
    _taking_effect(routes, guard, acts)
    _tables(routes, guard, acts)
    return routes


def _reading(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    readers = guard.needs(READERS)

    @routes.get("", response_model=RulesOverview)
    async def overview(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """派单规则的各版,和规则里可以用到的名称。"""
        return await reads.overview(guard.database, acts.worlds.current.tables.units, person.actor)

    @routes.get("/versions/{version}", response_model=RuleVersionDetail)
    async def version(version: VersionId, person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """一版规则:每条规则、问题、试算结果。"""
        units = acts.worlds.current.tables.units
        return await reads.version(guard.database, units, person.actor, version)

    @routes.get("/changes/{subjects}", response_model=list[OwningChange])
    async def changes(
        subjects: Literal["rule_set", "power", "police_list", "owning_setting", "precedent"],
        person: Annotated[SignedIn, Depends(readers)],
    ) -> Any:
        """改动记录:谁在什么时候改了什么、为什么。"""
        return await reads.changes(guard.database, person.actor, subjects)


def _drafting(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    keepers = guard.needs(KEEPERS)

    @routes.post("/drafts", response_model=NewRuleVersion, status_code=201)
    async def begin(form: NewDraftForm, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """另起一版草稿。"""
        return {"version": await acts.rules.begin(person.actor, form.note, form.based_on)}

    @routes.put("/drafts/{version}", response_model=SavedDraft)
    async def save(
        version: VersionId, form: RoutingDraftForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """保存草稿的全部规则;有错的规则不予保存,逐条说明。"""
        given = [each.model_dump(mode="json") for each in form.rules]
        return await acts.rules.save(person.actor, version, form.revision, given, form.note)

    @routes.post("/drafts/{version}/discard", status_code=204)
    async def discard(
        version: VersionId, form: RevisionForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> None:
        """放弃草稿。"""
        await acts.rules.discard(person.actor, version, form.revision)

    @routes.post("/drafts/{version}/try", response_model=Started, status_code=202)
    async def try_out(
        version: VersionId, form: TrialForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """试算:最近的工单按草稿会派往哪里,与现行规则对照;结果留在草稿上。"""
        return {"work": await acts.rules.start_trying(person.actor, version, form.tickets)}


def _taking_effect(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    keepers = guard.needs(KEEPERS)

    @routes.post("/drafts/{version}/activate", response_model=Activated)
    async def activate(
        version: VersionId, form: ActivationForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """启用草稿:现在,或到定好的时间。没有试算过的不能启用。"""
        state = await acts.rules.activate(person.actor, version, form.revision, form.at)
        return {"version": version, "state": state}

    @routes.post("/drafts/{version}/unschedule", status_code=204)
    async def unschedule(
        version: VersionId, form: RevisionForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> None:
        """取消定时启用。"""
        await acts.rules.unschedule(person.actor, version, form.revision)

    @routes.post("/versions/{version}/bring-back", response_model=NewRuleVersion, status_code=201)
    async def bring_back(
        version: VersionId, form: BringBackForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """回到以前启用过的一版:立即启用,另编版本号。"""
        return {"version": await acts.rules.bring_back(person.actor, version, form.note)}


def _tables(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    readers, keepers = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/powers", response_model=list[PowerShape])
    async def powers(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """下放镇街的处罚权,含已收回和将生效的。"""
        return await reads.powers(guard.database, person.actor)

    @routes.post("/powers", response_model=OwningEntry, status_code=201)
    async def add_power(form: PowerInput, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """登记一项处罚权。"""
        return {"id": await acts.powers.keep_power(person.actor, _power(form), form.reason)}

    @routes.put("/powers/{power}", response_model=OwningEntry)
    async def change_power(
        power: EntryId, form: PowerInput, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """更正或收回一项处罚权。"""
        return {"id": await acts.powers.keep_power(person.actor, _power(form), form.reason, power)}

    @routes.get("/police-lists", response_model=list[MatterShape])
    async def matters(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """与公安对接的两张清单。"""
        return await reads.matters(guard.database, person.actor)

    @routes.post("/police-lists", response_model=OwningEntry, status_code=201)
    async def add_matter(form: MatterInput, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """在清单上登记一项。"""
        return {"id": await acts.powers.keep_matter(person.actor, _matter(form), form.reason)}

    @routes.put("/police-lists/{matter}", response_model=OwningEntry)
    async def change_matter(
        matter: EntryId, form: MatterInput, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """更正清单上的一项,或从清单上取下(填失效日)。"""
        return {"id": await acts.powers.keep_matter(person.actor, _matter(form), form.reason, matter)}


def _power(form: PowerInput) -> PowerForm:
    return PowerForm(
        form.power,
        tuple(form.categories),
        form.town,
        form.bureau,
        form.valid_from,
        form.valid_until,
        form.note,
    )


def _matter(form: MatterInput) -> MatterForm:
    return MatterForm(
        form.list, form.matter, form.category or None, form.valid_from, form.valid_until, form.note
    )
