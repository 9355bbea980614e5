"""The gazetteer's pages: looking up, keeping places, proposing names and deciding on them, and how the index stands."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from dispatch.actions.gazetteer import Draft
from dispatch.actions.gazetteer import Gazetteer as Acts
from dispatch.actions.importing import Importing
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.world import Names, Worlds
from dispatch.domain.access import KEEPERS, NAME_DECIDERS, NAME_PROPOSERS, Role
from dispatch.reads import gazetteer as reads
from dispatch.web import gazetteer_files
from dispatch.web.guard import DESK, Guard
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape
from gis.names import AliasKind, Kind

Id = Annotated[int, Path(ge=1, lt=2**63)]
Degrees = Annotated[float, Field(ge=-1e8, le=1e8, allow_inf_nan=False)]
Radius = Annotated[float, Field(gt=0, le=20_000, allow_inf_nan=False)]
Code = Annotated[str, Field(pattern=r"^[0-9]{9,15}$")]
PlaceId = Annotated[int, Field(ge=1, lt=2**63)]
Why = Annotated[str, Field(min_length=1, max_length=200)]
NameText = Annotated[str, Field(min_length=1, max_length=60)]
AliasState = Literal["proposed", "approved", "refused", "retired"]


class OtherName(Shape):
    """地名的另一个叫法。"""

    id: int
    name: str
    kind: AliasKind
    state: AliasState
    reason: Remark | None
    proposed_by: str | None
    proposed_at: Instant


class Place(Shape):
    """一处地名。"""

    id: int
    kind: Kind
    name: str
    parent: int | None
    parent_name: str | None
    lon: float
    lat: float
    radius_m: float
    village: str | None
    village_name: str | None
    town: str | None
    town_name: str | None
    source: str
    external: str | None
    version: int
    valid_from: Instant
    valid_until: Instant | None
    aliases: list[OtherName]


class Places(Shape):
    """一页地名；next 是下一页的位置。"""

    places: list[Place]
    next: str | None


class Deed(Shape):
    """对一处地名做过的事。"""

    at: Instant
    person: str | None
    action: str
    reason: Remark | None
    detail: dict[str, Any] | None


class PlaceWithHistory(Place):
    """一处地名和它的变更记录。"""

    history: list[Deed]


class Proposal(Shape):
    """一条别名建议。says：核准后还会影响什么；mine：本人提出的，只能撤回。"""

    id: int
    name: str
    kind: AliasKind
    state: AliasState
    reason: Remark | None
    place: Place
    ticket: int | None
    ticket_number: str | None
    proposed_by: str | None
    proposed_at: Instant
    decided_by: str | None
    decided_at: Instant | None
    decision: str | None
    says: Sentence
    mine: bool


class Proposals(Shape):
    """一页别名建议；next 是下一页的位置。"""

    proposals: list[Proposal]
    next: int | None


class NewPlace(BaseModel):
    """新地名。坐标所在的村居、镇街由网格得出；道路、路口、村居、镇街可自行填写。"""

    kind: Kind
    name: NameText
    lon: Degrees
    lat: Degrees
    datum: Annotated[str, Field(max_length=40)] = "wgs84"
    parent: PlaceId | None = None
    radius_m: Radius | None = None
    village: Code | None = None
    town: Code | None = None


class ChangedPlace(BaseModel):
    """要改的项；没有给出的不变。"""

    version: Annotated[int, Field(ge=1, lt=2**31, description="改之前看到的 version")]
    name: NameText | None = None
    lon: Degrees | None = None
    lat: Degrees | None = None
    datum: Annotated[str, Field(max_length=40)] = "wgs84"
    parent: PlaceId | None = None
    radius_m: Radius | None = None
    village: Code | None = None
    town: Code | None = None


class Retiring(BaseModel):
    """停用一处地名。"""

    reason: Why
    with_parts: Annotated[bool, Field(description="连同下级地名一并停用")] = False


class Retired(Shape):
    """停用了几处。"""

    ended: int


class NewName(BaseModel):
    """提出一个别名。"""

    name: NameText
    kind: AliasKind
    reason: Why
    ticket: Annotated[int | None, Field(ge=0, lt=2**63, description="从哪张工单得知")] = None


class Decision(BaseModel):
    """核准或不采纳；不采纳要写原因。"""

    approve: bool
    reason: Annotated[str | None, Field(max_length=200)] = None


class NameRetiring(BaseModel):
    """停用一个别名。"""

    reason: Why


class IndexState(Shape):
    """地名索引的状态。version 在用的版本；latest 库里最新的版本，两者不同时正在更换。"""

    version: int
    latest: int
    checksum: str
    places: int
    names: int
    aliases: int
    built_at: Instant
    build_seconds: float
    memory_bytes: int
    longest_stall_ms: float


def router(guard: Guard, acts: Acts, importing: Importing, worlds: Worlds) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/gazetteer", tags=["地名库"])
    gazetteer_files.join(routes, guard, importing)
    _looking(routes, guard, worlds)
    _keeping(routes, guard, acts)
    _naming(routes, guard, acts)
    return routes


def _looking(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    reader = guard.needs(DESK | {Role.SYSTEM_ADMIN})

    @routes.get("", response_model=Places)
    async def look(
        person: Annotated[SignedIn, Depends(reader)],
        q: Annotated[str, Query(max_length=200, description="名称、别名、拼音或首字母；可先写镇街")] = "",
        kind: Kind | None = None,
        town: Annotated[str | None, Query(max_length=20)] = None,
        cursor: Annotated[str, Query(max_length=60)] = "",
    ) -> Any:
        """查地名；不写文字时按类别列出全部。"""
        return await reads.places(guard.database, person.readers, q, kind, town, cursor)

    @routes.get("/state")
    async def state(person: Annotated[SignedIn, Depends(reader)]) -> IndexState:
        """地名索引在用哪一版、多大、怎样建成。"""
        return _state(worlds.current.names, await reads.latest(guard.database, person.readers))

    @routes.get("/proposals", response_model=Proposals)
    async def proposals(
        person: Annotated[SignedIn, Depends(reader)],
        state: AliasState = "proposed",
        after: Annotated[int | None, Query(ge=0, lt=2**62)] = None,
    ) -> Any:
        """等待核准（或已处理）的别名。"""
        return await reads.proposals(guard.database, person.readers, person.person, state, after)

    @routes.get("/{place}", response_model=PlaceWithHistory)
    async def one(place: Id, person: Annotated[SignedIn, Depends(reader)]) -> Any:
        """一处地名和它的变更记录。"""
        return await reads.place(guard.database, person.readers, place)


def _state(names: Names, latest: int) -> IndexState:
    return IndexState(
        version=names.version,
        latest=latest,
        checksum=names.gazetteer.checksum,
        places=len(names.gazetteer),
        names=names.gazetteer.names,
        aliases=names.aliases,
        built_at=names.built.at.isoformat(),
        build_seconds=names.built.seconds,
        memory_bytes=names.built.memory_bytes,
        longest_stall_ms=names.built.longest_stall_ms,
    )


def _keeping(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    keeper = guard.needs(KEEPERS)

    @routes.post("", response_model=PlaceWithHistory, status_code=201)
    async def add(form: NewPlace, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """登记一处地名。"""
        draft = Draft(**form.model_dump(exclude={"kind"}))
        return await reads.place(
            guard.database, person.readers, await acts.add(person.actor, form.kind, draft)
        )

    @routes.patch("/{place}", response_model=PlaceWithHistory)
    async def edit(place: Id, form: ChangedPlace, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """修改一处地名。"""
        changes = form.model_dump(exclude={"version"}, exclude_unset=True)
        await acts.edit(person.actor, place, form.version, changes)
        return await reads.place(guard.database, person.readers, place)

    @routes.post("/{place}/retire")
    async def retire(place: Id, form: Retiring, person: Annotated[SignedIn, Depends(keeper)]) -> Retired:
        """停用一处地名；记录保留。"""
        ended = await acts.retire(person.actor, place, form.reason, with_parts=form.with_parts)
        return Retired(ended=ended)


def _naming(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    proposer = guard.needs(NAME_PROPOSERS)
    decider = guard.needs(NAME_DECIDERS)
    either = guard.needs(NAME_PROPOSERS | NAME_DECIDERS)

    @routes.post("/{place}/aliases", response_model=PlaceWithHistory, status_code=201)
    async def propose(place: Id, form: NewName, person: Annotated[SignedIn, Depends(proposer)]) -> Any:
        """提出一个别名，由另一位同事核准后生效。"""
        await acts.propose(person.actor, place, form.name, form.kind, form.reason, form.ticket)
        return await reads.place(guard.database, person.readers, place)

    @routes.post("/proposals/{proposal}", response_model=PlaceWithHistory)
    async def decide(proposal: Id, form: Decision, person: Annotated[SignedIn, Depends(either)]) -> Any:
        """核准或不采纳一个别名；提出人只能撤回自己的。"""
        place = await acts.decide(person.actor, proposal, approve=form.approve, reason=form.reason)
        return await reads.place(guard.database, person.readers, place)

    @routes.post("/aliases/{name}/retire", response_model=PlaceWithHistory)
    async def retire_name(name: Id, form: NameRetiring, person: Annotated[SignedIn, Depends(decider)]) -> Any:
        """停用一个别名；记录保留。"""
        place = await acts.retire_name(person.actor, name, form.reason)
        return await reads.place(guard.database, person.readers, place)
