"""待电话通知 on the desk, what was sent about a ticket, and 通知设置: limits, words, the local outbox of the demo."""

from collections.abc import Callable
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import Field

from dispatch.actions import telling as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS, Role
from dispatch.domain.privacy import mask_phone
from dispatch.domain.telling import PLACEHOLDERS, Template
from dispatch.domain.units import Units
from dispatch.errors import NotFound
from dispatch.ports.gateway import Gateway, Outbox
from dispatch.reads import telling as reads
from dispatch.saying import say
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape, TicketId

_CALLERS = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER})
_SHOWN = 200
Kind = Literal["sms", "voice", "wecom"]
CallResult = Literal["reached", "no_answer", "passed_on"]


class Call(Shape):
    """一条待电话通知：发出的消息没有人打开。"""

    id: UUID
    ticket: int
    number: str
    title: str
    urgency: str
    person: int
    person_name: str
    phone: str
    post: str
    unit: int
    unit_name: str
    listed_at: Instant
    sent_at: Instant | None
    error: Sentence | None


class AlarmState(Shape):
    """指挥台该响的：特急未签收几件、最近一次该响的时间、现在是否免打扰时段。只有数，锁屏也能看。"""

    unsigned: int
    latest: Instant | None
    quiet: bool


class CalledForm(Shape):
    """电话打过了：接通、没有人接、已请人转告。"""

    result: CallResult


class Notice(Shape):
    """关于一张工单发出的一条消息。"""

    id: UUID
    person_name: str
    unit_name: str
    kind: Kind
    template: Template
    state: Literal["pending", "sent", "delivered", "opened", "failed", "bundled", "withdrawn"]
    attempts: int
    created_at: Instant
    sent_at: Instant | None
    delivered_at: Instant | None
    opened_at: Instant | None
    error: Sentence | None
    listed_at: Instant | None
    called_at: Instant | None
    call_result: CallResult | None


class TellingLimits(Shape):
    """通知的限值：分钟数、免打扰时段、每人每日上限。"""

    first_kind: Literal["sms", "wecom"]
    unopened_minutes: int
    call_minutes: int
    quiet_from: str
    quiet_until: str
    daily_cap: int
    bundle_minutes: int
    operator_minutes: int
    leader_minutes: int
    district_minutes: int
    keep_days: Annotated[int, Field(description="消息留多少天，不少于 180 天")] = 180
    grievance_days: Annotated[int, Field(description="投诉建议答复后留多少天")] = 365
    one_time_days: Annotated[int, Field(description="登录条和一次性密码几天内有效")] = 14


class TellingLimitsForm(TellingLimits):
    """新的限值与说明。"""

    note: Annotated[str, Field(min_length=1, max_length=200)]


class TellingVersion(Shape):
    """限值的一版。"""

    version: int
    limits: TellingLimits
    note: Remark
    created_at: Instant
    created_by: str | None


class MessageTemplate(Shape):
    """一种消息的文字；names 是花括号里可以用的。"""

    code: Template
    version: int
    gateway_template: str
    words: str
    names: list[str]
    created_at: Instant
    created_by: str | None


class MessageTemplateForm(Shape):
    """改一种消息的文字。"""

    gateway_template: Annotated[str, Field(min_length=1, max_length=60)]
    words: Annotated[str, Field(min_length=1, max_length=500)]


class Telling(Shape):
    """通知设置。gateway：通知经什么发出；outbox 是本机发件箱（演示）。"""

    gateway: str
    version: int
    limits: TellingLimits
    history: list[TellingVersion]
    templates: list[MessageTemplate]


class Sent(Shape):
    """发件箱里的一条：本来会发出去的内容。号码不全显示；链接只在演示里能点，别处谁也不能用别人的链接。"""

    id: UUID
    kind: Kind
    to: str
    template: str
    params: dict[str, str]
    text: str
    at: Instant


def router(guard: Guard, gateway: Gateway, units: Callable[[], Units], *, demo: bool) -> APIRouter:
    """The routes. ``demo``: the local outbox shows its links, which open tickets in their receivers' names."""
    routes = APIRouter(prefix="/api", tags=["通知"])
    _desk_routes(routes, guard, units)
    _setting_routes(routes, guard, gateway, demo=demo)
    return routes


def _desk_routes(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    looks = guard.needs(DESK, counts=False)
    rings = guard.needs(DESK, even_locked=True, counts=False)
    calls_up = guard.needs(_CALLERS)
    signed_in = guard.needs(HANDLERS, counts=False)

    @routes.get("/alarm", response_model=AlarmState)
    async def alarm(person: Annotated[SignedIn, Depends(rings)]) -> Any:
        """特急未签收的件数；锁屏时照样提醒。"""
        return await reads.alarm(guard.database, units(), person.actor)

    @routes.get("/call-list", response_model=list[Call])
    async def calls(person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """待电话通知：消息和语音都没有回应的承办人员。"""
        return await reads.calls(guard.database, units(), person.actor)

    @routes.post("/call-list/{message}", status_code=204)
    async def called(message: UUID, form: CalledForm, person: Annotated[SignedIn, Depends(calls_up)]) -> None:
        """记下电话打过了；没有人接的，过一会儿再提醒。"""
        await acts.called(guard.database, person.actor, message, form.result)

    @routes.get("/tickets/{ticket}/notices", response_model=list[Notice])
    async def notices(ticket: TicketId, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """这张工单通知过谁，送到了没有。"""
        return await reads.of_ticket(guard.database, person.actor, ticket)


def _setting_routes(routes: APIRouter, guard: Guard, gateway: Gateway, *, demo: bool) -> None:
    keeps = guard.needs(KEEPERS)
    keeper_looks = guard.needs(KEEPERS, counts=False)

    @routes.get("/telling", response_model=Telling)
    async def setting(_person: Annotated[SignedIn, Depends(keeper_looks)]) -> Any:
        """通知设置：限值与历史、各种消息的文字。"""
        return await _setting(guard, gateway)

    @routes.put("/telling/limits", response_model=Telling)
    async def set_limits(form: TellingLimitsForm, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """改限值，成为新的一版，立即生效。"""
        given = form.model_dump(exclude={"note"})
        await acts.set_limits(guard.database, person.actor, given, form.note)
        return await _setting(guard, gateway)

    @routes.put("/telling/templates/{code}", response_model=Telling)
    async def set_template(
        code: Template, form: MessageTemplateForm, person: Annotated[SignedIn, Depends(keeps)]
    ) -> Any:
        """改一种消息的文字，成为新的一版，立即生效。"""
        await acts.set_template(guard.database, person.actor, code, form.gateway_template, form.words)
        return await _setting(guard, gateway)

    @routes.get("/outbox", response_model=list[Sent])
    async def outbox(_person: Annotated[SignedIn, Depends(keeper_looks)]) -> Any:
        """消息发件箱：没有接短信网关时，本来会发出去的消息。"""
        if not isinstance(gateway, Outbox):
            raise NotFound(say("通知经短信网关发出，没有本机发件箱。"))
        return [_shown(each, demo=demo) for each in await gateway.last(_SHOWN)]


def _shown(sent: dict[str, Any], *, demo: bool) -> dict[str, Any]:
    """A message as the page shows it."""
    shown = sent | {"to": mask_phone(sent["to"])}
    link = sent["params"].get("link", "")
    if demo or not link:
        return shown
    hidden = f"{link.rsplit('/', 1)[0]}/…"
    params = sent["params"] | {"link": hidden}
    return shown | {"params": params, "text": sent["text"].replace(link, hidden)}


async def _setting(guard: Guard, gateway: Gateway) -> dict[str, Any]:
    found = await reads.setting(guard.database)
    templates = [each | {"names": sorted(PLACEHOLDERS[each["code"]])} for each in found["templates"]]
    return {**found, "templates": templates, "gateway": gateway.name}
