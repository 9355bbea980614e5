"""Whose tickets are: what earlier decisions say, the queue of arbitration, alarms, precedents, rules they speak for."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from dispatch.actions.precedents import Drawing, PrecedentForm, Precedents
from dispatch.actions.rules import Rules
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS, Role
from dispatch.reads import owning as reads
from dispatch.store.database import Database
from dispatch.store.precedents import Setting
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.models import TicketId
from dispatch.web.owning_shapes import (
    DraftedVersion,
    Features,
    NewPrecedent,
    OwningOffers,
    OwningSetting,
    OwningSettingForm,
    PingPong,
    Precedent,
    PrecedentChange,
    PrecedentInput,
    RuleProposal,
    RuleProposalForm,
    WaitingForRuling,
    WrittenReason,
)

READERS = DESK | KEEPERS
ARBITERS = frozenset({Role.DISTRICT_OPERATOR, Role.SUPERVISOR})
PrecedentId = Annotated[int, Path(ge=1, lt=2**63)]


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
        """一张工单归谁：适用的先例，和看得到的同类裁定。"""
        units = acts.worlds.current.tables.units
        return await reads.offers(guard.database, units, person.actor, ticket)

    @routes.get("/owning/queue", response_model=list[WaitingForRuling])
    async def queue(person: Annotated[SignedIn, Depends(arbiters)]) -> Any:
        """等区中心裁定的退单和待研判的工单，附先例与同类案例。"""
        return await reads.queue(guard.database, acts.worlds.current.tables.units, person.actor)

    @routes.get("/owning/alarms", response_model=list[PingPong])
    async def alarms(person: Annotated[SignedIn, Depends(guard.needs(DESK))]) -> Any:
        """来回转手、还没有人处理的工单。"""
        return await reads.alarms(guard.database, acts.worlds.current.tables.units, person.actor)

    @routes.post("/owning/alarms/{ticket}/settle", status_code=204)
    async def settle(
        ticket: TicketId, form: WrittenReason, person: Annotated[SignedIn, Depends(operators)]
    ) -> None:
        """推诿预警已处理：写明怎么处理的。"""
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
        """权属先例，最新的在前。"""
        return await reads.precedents(guard.database, person.actor, ended=ended, words=words or None)

    @routes.get("/precedents/map", response_model=Features)
    async def drawn(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """现行先例的位置与范围（GeoJSON,WGS 84）。"""
        return await reads.drawn(guard.database, person.actor)

    @routes.get("/precedents/proposals", response_model=list[RuleProposal])
    async def proposals(person: Annotated[SignedIn, Depends(guard.needs(ARBITERS))]) -> Any:
        """近一年的裁定建议的规则：同一事项在同一镇街总是判给同一单位。"""
        return await reads.proposals(guard.database, acts.worlds.current.tables, person.actor)


def _changing(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    keepers = guard.needs({Role.DISTRICT_OPERATOR})

    @routes.post("/precedents", response_model=NewPrecedent, status_code=201)
    async def add(form: PrecedentInput, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """登记一条先例。"""
        given = PrecedentForm(
            *(form.place, form.cell, _drawn(form), form.name, form.category, form.unit, form.reason)
        )
        return {"id": await acts.precedents.add(person.actor, given)}

    @routes.put("/precedents/{precedent}", response_model=NewPrecedent)
    async def change(
        precedent: PrecedentId, form: PrecedentChange, person: Annotated[SignedIn, Depends(keepers)]
    ) -> Any:
        """更正一条先例；旧的失效，新的接替。"""
        asked = PrecedentForm(None, None, _drawn(form), form.name, form.category, form.unit, form.reason)
        return {"id": await acts.precedents.change(person.actor, precedent, asked)}

    @routes.post("/precedents/{precedent}/end", status_code=204)
    async def end(
        precedent: PrecedentId, form: WrittenReason, person: Annotated[SignedIn, Depends(keepers)]
    ) -> None:
        """一条先例从此失效。"""
        await acts.precedents.end(person.actor, precedent, form.reason)

    @routes.post("/precedents/proposals/adopt", response_model=DraftedVersion, status_code=201)
    async def adopt(form: RuleProposalForm, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """采纳建议：另起一版派单规则草稿，试算后再启用。"""
        return {"version": await acts.rules.adopt(person.actor, form.path, form.unit, form.towns)}


def _drawn(form: PrecedentInput | PrecedentChange) -> Drawing | None:
    """What was drawn on the map, if anything."""
    return None if form.shape is None else Drawing(form.shape.model_dump(), form.width_m)


def _settings(routes: APIRouter, guard: Guard, acts: Acts) -> None:
    readers, keepers = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/owning/settings", response_model=list[OwningSetting])
    async def settings(person: Annotated[SignedIn, Depends(readers)]) -> Any:
        """权属设置的各版，最新的在前。"""
        return await reads.settings(guard.database, person.actor)

    @routes.post("/owning/settings", response_model=DraftedVersion, status_code=201)
    async def save(form: OwningSettingForm, person: Annotated[SignedIn, Depends(keepers)]) -> Any:
        """保存权属设置，立即生效。"""
        chosen = Setting(propose_after=form.propose_after, alarm_hops=form.alarm_hops, near_m=form.near_m)
        return {"version": await acts.precedents.save_setting(person.actor, chosen, form.note)}
