"""The routing rules: versions, drafts, trials, what comes in force; powers of towns, lists shared with the police."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends

from dispatch.actions.powers import MatterForm, PowerForm, Powers
from dispatch.actions.rules import Rules
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS
from dispatch.reads import rules as reads
from dispatch.store.database import Database
from dispatch.web.guard import DESK, Guard
from dispatch.web.routing_shapes import (
    Activated,
    ActivationForm,
    BringBackForm,
    EntryId,
    MatterInput,
    MatterShape,
    NewDraftForm,
    NewRuleVersion,
    OwningChange,
    OwningEntry,
    PowerInput,
    PowerShape,
    RevisionForm,
    RoutingDraftForm,
    RulesOverview,
    RuleVersionDetail,
    SavedDraft,
    TrialForm,
    VersionId,
)
from dispatch.web.work import Started

READERS = DESK | KEEPERS


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
        """派单规则的各版，和规则里可以用到的名称。"""
        return await reads.overview(guard.database, acts.worlds.current.tables.units, person.actor)

    @routes.get("/versions/{version}", response_model=RuleVersionDetail)
    async def version(version: VersionId, person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """一版规则：每条规则、问题、试算结果。"""
        units = acts.worlds.current.tables.units
        return await reads.version(guard.database, units, person.actor, version)

    @routes.get("/changes/{subjects}", response_model=list[OwningChange])
    async def changes(
        subjects: Literal["rule_set", "power", "police_list", "owning_setting", "precedent"],
        person: Annotated[SignedIn, Depends(readers)],
    ) -> Any:
        """改动记录：谁在什么时候改了什么、为什么。"""
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
        """保存草稿的全部规则；有错的规则不予保存，逐条说明。"""
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
        """试算：最近的工单按草稿会派往哪里，与现行规则对照；结果留在草稿上。"""
        return {"work": await acts.rules.start_trying(person.actor, version, form.tickets)}


def _taking_effect(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    keepers = guard.needs(KEEPERS)

    @routes.post("/drafts/{version}/activate", response_model=Activated)
    async def activate(
        version: VersionId, form: ActivationForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """启用草稿：现在，或到定好的时间。没有试算过的不能启用。"""
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
        """回到以前启用过的一版：立即启用，另编版本号。"""
        return {"version": await acts.rules.bring_back(person.actor, version, form.note)}


def _tables(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    readers, keepers = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/powers", response_model=list[PowerShape])
    async def powers(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """下放镇街的处罚权，含已收回和将生效的。"""
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
        """更正清单上的一项，或从清单上取下（填失效日）。"""
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
