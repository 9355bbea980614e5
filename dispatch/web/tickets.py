"""A ticket's panel, and the commands on it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.corrections import Corrections
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.tickets import Done, Tickets
from dispatch.actions.world import Worlds
from dispatch.domain.closing import PIECE_KINDS, EvidenceRule
from dispatch.domain.commands import Command
from dispatch.domain.decide import Allowed as Offer
from dispatch.domain.decide import forms
from dispatch.domain.ticket import State
from dispatch.errors import NotFound, Refused
from dispatch.reads.closing import prefilled
from dispatch.reads.joint import preset
from dispatch.reads.owning import presets
from dispatch.reads.proposing import proposed
from dispatch.reads.ticket import co_handled as read_co_handled
from dispatch.reads.ticket import kept as read_kept
from dispatch.reads.ticket import ticket as read_ticket
from dispatch.saying import say
from dispatch.web.guard import HANDLERS, Guard
from dispatch.web.joint_models import OwedPart
from dispatch.web.language import Sentence
from dispatch.web.models import Allowed, Shape, TicketId, TicketRow
from dispatch.web.ticket_models import JourneyStep, TicketDetail

_BY_MACHINES = frozenset(
    {
        *(Command.RECEIVE, Command.WARN, Command.SUPPLEMENT, Command.CALL_BACK, Command.ADD_EVIDENCE),
        *(Command.RELIEVE, Command.ESCALATE, Command.PING_PONG),
        *(Command.LINK, Command.ATTACH),
    }
)
"""What a machine does, or what has a route of its own."""


class CommandForm(BaseModel):
    """一次操作。"""

    operation: Annotated[UUID, Field(description="操作编号：重发用同一个，只办一次")]
    fields: dict[str, Any] = {}
    done_at: Annotated[AwareDatetime | None, Field(description="离线办理时的实际时间")] = None
    state_seen: Annotated[State | None, Field(description="离线办理时看到的状态")] = None
    person: Annotated[int | None, Field(description="办理人：离线存下的操作只能由本人登录后发送")] = None


class ProposedName(Shape):
    """人工定位之后向地名库建议的别名，待他人核准。"""

    id: int
    name: str
    kind: str
    place: int
    place_name: str
    says: Sentence


class CommandAnswer(Shape):
    """操作之后的工单；重发的操作如今已看不到工单时，没有 row。proposed：因此建议的别名。"""

    row: TicketRow | None
    version: int | None
    events: list[str]
    proposed: ProposedName | None = None


class Listed(BaseModel):
    """列表里的工单。"""

    tickets: Annotated[list[Annotated[int, Field(ge=0, lt=2**63)]], Field(max_length=500)]


def router(guard: Guard, acts: Tickets, worlds: Worlds, corrections: Corrections) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["工单"])
    _reading(routes, guard, acts, worlds)
    _performing(routes, guard, acts, corrections)
    return routes


def _reading(routes: APIRouter, guard: Guard, acts: Tickets, worlds: Worlds) -> None:
    signed_in = guard.needs(HANDLERS)
    holder = guard.needs(HANDLERS, bound=True)

    @routes.get("/tickets/{ticket}", response_model=TicketDetail)
    async def panel(ticket: TicketId, person: Annotated[SignedIn, Depends(holder)]) -> Any:
        """一张工单的全部内容，以及现在可以做什么。"""
        units = worlds.current.tables.units
        found = await read_ticket(guard.database, units, person.actor, ticket)
        await guard.readings.note(person, "ticket.viewed", f"ticket:{ticket}")
        open_now = await acts.offered(person.actor, ticket)
        offers = [offered(each) for each in open_now.now]
        ahead = offered(open_now.once_signed) if open_now.once_signed else None
        await prefilled(guard.database, units, person.actor, ticket, offers)
        await presets(guard.database, units, person.actor, ticket, offers)
        preset(worlds.current.tables.joint.setting, offers)
        lead = await proposed(guard.database, person.actor, ticket, [*offers, *([ahead] if ahead else [])])
        asked = [_photos(rule) for rule in open_now.photos_asked]
        return found | {"allowed": offers, "once_signed": ahead, "photos_asked": asked, "proposal": lead}

    @routes.post("/co-handled", response_model=list[OwedPart])
    async def co_handled(listed: Listed, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """列表里由本人（或本单位）协办的工单：要报到、要回复，还是线索待办。"""
        return await read_co_handled(guard.database, person.actor, listed.tickets)

    @routes.get("/tickets/{ticket}/kept", response_model=list[JourneyStep])
    async def kept(ticket: TicketId, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """已转出的工单：本单位自己办过的步骤。"""
        return await read_kept(guard.database, person.actor, ticket)


def _performing(routes: APIRouter, guard: Guard, acts: Tickets, corrections: Corrections) -> None:
    holder = guard.needs(HANDLERS, bound=True)

    @routes.get("/commands", response_model=list[Allowed])
    async def commands(_person: Annotated[SignedIn, Depends(holder)]) -> Any:
        """每种操作的名称与要填的内容；手机离线时据此填写，能不能办仍以提交时为准。"""
        return [offered(each) for each in forms()]

    @routes.post("/tickets/{ticket}/commands/{command}", response_model=CommandAnswer)
    async def perform(
        ticket: TicketId, command: str, form: CommandForm, person: Annotated[SignedIn, Depends(holder)]
    ) -> Any:
        """办理：签收、交办、答复等。可办的操作见工单的 allowed。"""
        done = await _perform(acts, person, ticket, command, form)
        version = done.row["version"] if done.row else None
        return {
            "row": done.row,
            "version": version,
            "events": [done.event] if done.event else [],
            "proposed": await corrections.consider(person.actor, ticket, done.event, done.row),
        }


async def _perform(acts: Tickets, person: SignedIn, ticket: int, name: str, form: CommandForm) -> Done:
    """One command; a refusal carries what may be done instead, ready for the buttons."""
    person.must_be(form.person)
    try:
        command = Command(name)
    except ValueError as error:
        raise NotFound(say("没有这个操作，请刷新页面。")) from error
    if command in _BY_MACHINES:
        raise NotFound(say("没有这个操作，请刷新页面。"))
    try:
        return await acts.perform(
            person.actor, ticket, command, form.fields, form.operation, done_at=form.done_at
        )
    except Refused as refused:
        offers = (await acts.offered(person.actor, ticket)).now
        more = {**refused.more, "allowed": [offered(each) for each in offers], "state_seen": form.state_seen}
        raise Refused(refused.detail, field=refused.field, **more) from refused


def _photos(rule: EvidenceRule) -> dict[str, Any]:
    """What one rule asks for, as the phone reads it."""
    return {
        "how_closed": None if rule.how_closed is None else sorted(rule.how_closed),
        "kinds": [kind for kind in PIECE_KINDS if kind in rule.kinds],
        "least": rule.least,
        "reason": rule.reason,
    }


def offered(offer: Offer) -> dict[str, Any]:
    """A possible command as its button knows it."""
    return {
        "command": offer.command.value,
        "label": offer.label,
        "primary": offer.primary,
        "danger": offer.danger,
        "fields": [
            {
                "name": each.name,
                "label": each.label,
                "kind": each.kind,
                "required": each.required,
                "choices": [{"value": value, "label": label} for value, label in each.choices] or None,
                "when": {"field": each.when[0], "values": list(each.when[1])} if each.when else None,
                "value": each.value.isoformat() if isinstance(each.value, datetime) else each.value,
            }
            for each in offer.fields
        ],
        "why": offer.why,
    }
