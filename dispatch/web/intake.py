"""接入: the sources that push to us, what they pushed lately, and how they are read: profiles, drafts, trials."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from dispatch.actions.profiles import Profiles
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.sources import Opening, Sources
from dispatch.domain.access import KEEPERS, Role
from dispatch.reads import intake as reads
from dispatch.web.guard import Guard
from dispatch.web.intake_shapes import (
    ChangedSource,
    IntakeDelivery,
    IntakeOverview,
    IntakeProfile,
    NewProfileDraftForm,
    NewProfileVersion,
    NewSourceForm,
    OpenedSource,
    ProfileDraftForm,
    ProfileName,
    ProfileRevisionForm,
    ProfileTrialForm,
    ProfileVersionId,
    SavedProfileDraft,
    SourceForm,
    SourceId,
    SourceNoteForm,
)
from dispatch.web.work import Started

_ADMINISTRATOR = frozenset({Role.SYSTEM_ADMIN})
_DRAFT = "/profiles/{profile}/drafts/{version}"


def router(guard: Guard, sources: Sources, profiles: Profiles) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/intake", tags=["接入"])
    _reading(routes, guard)
    _sources(routes, guard, sources)
    _drafts(routes, guard, profiles)
    _taking_effect(routes, guard, profiles)
    return routes


def _reading(routes: APIRouter, guard: Guard) -> None:
    looks = guard.needs(KEEPERS, counts=False)

    @routes.get("", response_model=IntakeOverview)
    async def overview(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """全部来源：推送地址、接入配置、近 24 小时收下和拒收多少。"""
        return await reads.overview(guard.database, guard.public_url)

    @routes.get("/sources/{source}/deliveries", response_model=list[IntakeDelivery])
    async def deliveries(
        source: SourceId,
        _person: Annotated[SignedIn, Depends(looks)],
        refused: Annotated[bool, Query(description="只看有拒收的")] = False,
    ) -> Any:
        """一个来源最近的推送和结果，新的在前；不含诉求内容和个人信息。"""
        return await reads.deliveries(guard.database, source, refused=refused)

    @routes.get("/profiles/{profile}", response_model=IntakeProfile)
    async def profile(profile: ProfileName, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """一个接入配置的各版：字段和代码对照、试读结果。"""
        return await reads.profile(guard.database, profile)


def _sources(routes: APIRouter, guard: Guard, sources: Sources) -> None:
    changes = guard.needs(_ADMINISTRATOR)

    @routes.post("/sources", response_model=OpenedSource, status_code=201)
    async def add(form: NewSourceForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """登记一个来源；密钥只在这次回答里出现。"""
        given = Opening(**form.model_dump(exclude={"note"}))
        made = await sources.open(person.actor, given, form.note)
        identity = form.id.strip()
        address = f"{guard.public_url}/hotline/v1/{identity}/messages"
        return {
            "id": identity,
            "address": address,
            "secret": made.secret,
            "callback_secret": made.callback_secret,
        }

    @routes.put("/sources/{source}", response_model=ChangedSource)
    async def change(
        source: SourceId, form: SourceForm, person: Annotated[SignedIn, Depends(changes)]
    ) -> Any:
        """修改来源的名称和回传地址。"""
        made = await sources.change(person.actor, source, form.name, form.callback_url, form.note)
        return {"callback_secret": made}

    @routes.post("/sources/{source}/retire", status_code=204)
    async def retire(
        source: SourceId, form: SourceNoteForm, person: Annotated[SignedIn, Depends(changes)]
    ) -> None:
        """停收一个来源：推送得到明确的拒绝；已收下的照常办理和回传。"""
        await sources.retire(person.actor, source, form.note)

    @routes.post("/sources/{source}/resume", status_code=204)
    async def resume(
        source: SourceId, form: SourceNoteForm, person: Annotated[SignedIn, Depends(changes)]
    ) -> None:
        """恢复接收。"""
        await sources.resume(person.actor, source, form.note)


def _drafts(routes: APIRouter, guard: Guard, profiles: Profiles) -> None:
    keepers = guard.needs(KEEPERS)

    @routes.post("/profiles/{profile}/drafts", response_model=NewProfileVersion, status_code=201)
    async def begin(
        profile: ProfileName, form: NewProfileDraftForm, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """另起一版草稿。"""
        return {"version": await profiles.begin(person.actor, profile, form.note, form.based_on)}

    @routes.put(_DRAFT, response_model=SavedProfileDraft)
    async def save(
        profile: ProfileName,
        version: ProfileVersionId,
        form: ProfileDraftForm,
        person: Annotated[SignedIn, Depends(keepers)],
    ) -> Any:
        """保存草稿；有错的不予保存，逐项说明。"""
        mapping = form.mapping.model_dump()
        return await profiles.save(person.actor, profile, version, form.revision, mapping, form.note)

    @routes.post(_DRAFT + "/discard", status_code=204)
    async def discard(
        profile: ProfileName,
        version: ProfileVersionId,
        form: ProfileRevisionForm,
        person: Annotated[SignedIn, Depends(keepers)],
    ) -> None:
        """放弃草稿。"""
        await profiles.discard(person.actor, profile, version, form.revision)

    @routes.post(_DRAFT + "/try", response_model=Started, status_code=202)
    async def try_out(
        profile: ProfileName,
        version: ProfileVersionId,
        form: ProfileTrialForm,
        person: Annotated[SignedIn, Depends(keepers)],
    ) -> Any:
        """试读：最近的推送按草稿会读成什么，与现行配置对照；结果留在草稿上。"""
        return {"work": await profiles.start_trying(person.actor, profile, version, form.messages)}


def _taking_effect(routes: APIRouter, guard: Guard, profiles: Profiles) -> None:
    keepers = guard.needs(KEEPERS)

    @routes.post(_DRAFT + "/activate", status_code=204)
    async def activate(
        profile: ProfileName,
        version: ProfileVersionId,
        form: ProfileRevisionForm,
        person: Annotated[SignedIn, Depends(keepers)],
    ) -> None:
        """启用草稿，五秒内各进程都按它读。没有试读过的不能启用。"""
        await profiles.activate(person.actor, profile, version, form.revision)

    @routes.post(
        "/profiles/{profile}/versions/{version}/bring-back",
        response_model=NewProfileVersion,
        status_code=201,
    )
    async def bring_back(
        profile: ProfileName,
        version: ProfileVersionId,
        form: SourceNoteForm,
        person: Annotated[SignedIn, Depends(keepers)],
    ) -> Any:
        """回到以前启用过的一版：立即启用，另编版本号。"""
        return {"version": await profiles.bring_back(person.actor, profile, version, form.note)}
