"""Whose tickets are: what earlier decisions say, the queue of arbitration, alarms, precedents, rules they speak for."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.precedents import PrecedentForm, Precedents
from dispatch.actions.rules import Rules
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS, Role
from dispatch.domain.ticket import State, Type, Urgency
from dispatch.reads import owning as reads
from dispatch.store.database import Database
from dispatch.store.precedents import Setting
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.models import Shape, TicketId

READERS = DESK | KEEPERS
ARBITERS = frozenset({Role.DISTRICT_OPERATOR, Role.SUPERVISOR})
Note = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(min_length=1, max_length=200)]
PrecedentId = Annotated[int, Path(ge=1, lt=2**63)]


class PrecedentOffer(Shape):
    """一条适用的先例,和它为什么适用。"""

    id: int
    name: str
    category: str
    unit: int
    unit_name: str
    reason: str
    why: str
    says: str


class LikeCase(Shape):
    """一次同类裁定。"""

    ticket: int
    number: str
    at: AwareDatetime
    command: Literal["decide", "grant", "force"]
    person: str | None
    from_name: str | None
    unit: int
    unit_name: str
    reason: str | None
    return_reason: str | None
    basis: str | None
    path: str | None
    place_name: str | None
    metres: int | None


class OwningOffers(Shape):
    """以往的裁定怎么说:适用的先例与同类案例。"""

    precedents: list[PrecedentOffer]
    like: list[LikeCase]
    place: str | None
    cell: str | None
    path: str | None


class ReturnPoint(Shape):
    """退单时给出的正确位置。"""

    lon: float
    lat: float
    datum: str


class WaitingForRuling(OwningOffers):
    """一张等区中心研判或裁定的工单。"""

    id: int
    number: str
    title: str
    address: str
    state: State
    state_since: AwareDatetime
    type: Type
    urgency: Urgency
    hops: int
    returns: int
    due_at: AwareDatetime | None
    unit_name: str | None
    return_reason: str | None
    basis: str | None
    proposed_name: str | None
    point: ReturnPoint | None
    precedent_says: str | None


class PingPong(Shape):
    """一张来回转手的工单。"""

    ticket: int
    number: str
    title: str
    state: State
    path: str | None
    raised_at: AwareDatetime
    hops: int
    trail: list[str]
    why: Literal["hops", "came_back"]
    unit: str


class Precedent(Shape):
    """一条权属先例。"""

    id: int
    place: int | None
    cell: str | None
    name: str
    category: str
    unit: int
    unit_name: str
    reason: str
    ticket: int | None
    number: str | None
    decided_by: str | None
    valid_from: AwareDatetime
    valid_until: AwareDatetime | None
    end_reason: str | None
    ended_by: str | None
    used: int
    contradicted: int
    replaces: int | None


class PrecedentInput(BaseModel):
    """登记一条先例:地点、网格、画的范围三选一。"""

    place: int | None = None
    cell: Annotated[str | None, Field(max_length=15)] = None
    shape: Annotated[dict[str, Any] | None, Field(description="GeoJSON 面,WGS 84")] = None
    name: Annotated[str | None, Field(max_length=120)] = None
    category: Words
    unit: int
    reason: Note


class PrecedentChange(BaseModel):
    """更正先例:改承办单位或事项;旧的失效,新的接替。"""

    category: Words
    unit: int
    reason: Note


class WrittenReason(BaseModel):
    """为什么。"""

    reason: Note


class NewPrecedent(Shape):
    """编号。"""

    id: int


class OwningSetting(Shape):
    """一版权属设置。"""

    version: int
    propose_after: int
    alarm_hops: int
    near_m: int
    note: str
    active: bool
    created_at: AwareDatetime
    created_by: str | None


class OwningSettingForm(BaseModel):
    """权属设置:几次裁定后建议规则、转手几次预警、多近算同一处。"""

    propose_after: Annotated[int, Field(ge=2, le=100)]
    alarm_hops: Annotated[int, Field(ge=1, le=20)]
    near_m: Annotated[int, Field(ge=10, le=5000)]
    note: Note


class RuleProposal(Shape):
    """先例建议的一条规则。"""

    path: str
    unit: int
    unit_name: str
    towns: list[str]
    times: int


class RuleProposalForm(BaseModel):
    """采纳建议:另起草稿,把这条规则放在最前。"""

    path: Words
    unit: int
    towns: Annotated[list[Words], Field(min_length=1, max_length=100)]


class DraftedVersion(Shape):
    """新起的草稿。"""

    version: int


class Features(BaseModel):
    """GeoJSON:现行先例的位置与范围。"""

    type: Literal["FeatureCollection"]
    features: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Acts:
    """What the routes call."""

    precedents: Precedents
    rules: Rules
    worlds: Worlds


def acts_on(database: Database, worlds: Worlds, works: Works) -> Acts:
    """The verbs over one database."""
    return Acts(Precedents(database, worlds), Rules(database, worlds, works), worlds)


def router(guard: Guard, acts: Acts) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["权属"])
    _tickets(routes, guard, acts)
    _precedents(routes, guard, acts)
    _changing(routes, guard, acts)
    _settings(routes, guard, acts)
    return routes


def _tickets(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    handlers, arbiters = guard.needs(HANDLERS), guard.needs(ARBITERS)
    operators = guard.needs({Role.DISTRICT_OPERATOR})

    @routes.get("/tickets/{ticket}/precedents", response_model=OwningOffers)
    async def offers(ticket: TicketId, person: Annotated[SignedIn, Depends(handlers)]) -> Any:
        """一张工单归谁:适用的先例,和看得到的同类裁定。"""
        units = acts.worlds.current.tables.units
        return await reads.offers(guard.database, units, person.actor, ticket)

    @routes.get("/owning/queue", response_model=list[WaitingForRuling])
    async def queue(person: Annotated[SignedIn, Depends(arbiters)]) -> Any:
        """等区中心裁定的退单和待研判的工单,附先例与同类案例。"""
        return await reads.queue(guard.database, acts.worlds.current.tables.units, person.actor)

    @routes.get("/owning/alarms", response_model=list[PingPong])
    async def alarms(person: Annotated[SignedIn, Depends(guard.needs(DESK))]) -> Any:
        """来回转手、还没有人处理的工单。"""
        return await reads.alarms(guard.database, acts.worlds.current.tables.units, person.actor)

    @routes.post("/owning/alarms/{ticket}/settle", status_code=204)
    async def settle(
        ticket: TicketId, form: WrittenReason, person: Annotated[SignedIn, Depends(operators)]
    ) -> None:
        """推诿预警已处理:写明怎么处理的。"""
        await acts.precedents.settle(person.actor, ticket, form.reason)


def _precedents(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    readers = guard.needs(DESK)

    @routes.get("/precedents", response_model=list[Precedent])
    async def precedents(
        person: Annotated[SignedIn, Depends(readers)],
        ended: Annotated[bool, Query(description="含已失效的")] = False,
        words: Annotated[
            str | None, Query(max_length=60, description="地点、事项、单位、依据中的文字")
        ] = None,
    ) -> Any:
        """权属先例,最新的在前。"""
        return await reads.precedents(guard.database, person.actor, ended=ended, words=words or None)

    @routes.get("/precedents/map", response_model=Features)
    async def drawn(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """现行先例的位置与范围(GeoJSON,WGS 84)。"""
        return await reads.drawn(guard.database, person.actor)

    @routes.get("/precedents/proposals", response_model=list[RuleProposal])
    async def proposals(person: Annotated[SignedIn, Depends(guard.needs(ARBITERS))]) -> Any:
        """近一年的裁定建议的规则:同一事项在同一镇街总是判给同一单位。"""
        return await reads.proposals(guard.database, acts.worlds.current.tables, person.actor)


def _changing(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    keepers = guard.needs({Role.DISTRICT_OPERATOR})

    @routes.post("/precedents", response_model=NewPrecedent, status_code=201)
    async def add(form: PrecedentInput, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """登记一条先例。"""
        given = PrecedentForm(
            form.place, form.cell, form.shape, form.name, form.category, form.unit, form.reason
        )
        return {"id": await acts.precedents.add(person.actor, given)}

    @routes.put("/precedents/{precedent}", response_model=NewPrecedent)
    async def change(
        precedent: PrecedentId, form: PrecedentChange, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """更正一条先例;旧的失效,新的接替。"""
        made = await acts.precedents.change(person.actor, precedent, form.category, form.unit, form.reason)
        return {"id": made}

    @routes.post("/precedents/{precedent}/end", status_code=204)
    async def end(
        precedent: PrecedentId, form: WrittenReason, person: Annotated[SignedIn, Depends(keepers)]
    ) -> None:
        """一条先例从此失效。"""
        await acts.precedents.end(person.actor, precedent, form.reason)

    @routes.post("/precedents/proposals/adopt", response_model=DraftedVersion, status_code=201)
    async def adopt(form: RuleProposalForm, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """采纳建议:另起一版派单规则草稿,试算后再启用。"""
        return {"version": await acts.rules.adopt(person.actor, form.path, form.unit, form.towns)}


def _settings(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    readers, keepers = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/owning/settings", response_model=list[OwningSetting])
    async def settings(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """权属设置的各版,最新的在前。"""
        return await reads.settings(guard.database, person.actor)

    @routes.post("/owning/settings", response_model=DraftedVersion, status_code=201)
    async def save(form: OwningSettingForm, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """保存权属设置,立即生效。"""
        chosen = Setting(propose_after=form.propose_after, alarm_hops=form.alarm_hops, near_m=form.near_m)
        return {"version": await acts.precedents.save_setting(person.actor, chosen, form.note)}
