"""督办与黄红牌, 考核周期: supervisions, cards, score periods with objections."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions import scores as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain import windows
from dispatch.domain.access import Role
from dispatch.domain.marks import EXPORTED, mark
from dispatch.domain.ticket import State
from dispatch.domain.units import Units
from dispatch.domain.windows import Cut, Window
from dispatch.errors import BadInput
from dispatch.reads import rates
from dispatch.reads import scores as reads
from dispatch.saying import say
from dispatch.web.guard import HANDLERS, Guard
from dispatch.web.language import LINKED
from dispatch.web.models import Instant, Shape, TicketId
from dispatch.web.rates import (
    MONTH,
    READERS,
    Asked,
    CountedTickets,
    Figures,
    FormulaText,
    month_of,
    sheet,
)

_JUDGES = frozenset({Role.SUPERVISOR, Role.DISTRICT_OPERATOR})
_Reason = Annotated[str, Field(min_length=1, max_length=1_000)]
_Before = Annotated[int | None, Query(ge=0, lt=2**63)]
PeriodId = Annotated[int, Path(ge=0, lt=2**31, description="考核周期的编号")]
PeriodState = Literal["checking", "ruling", "locked", "published"]


class Supervision(Shape):
    """一次督办：级别、要求、反馈时限，怎样答复。"""

    id: int
    level: int
    requirement: str
    state: Literal["asked", "answered", "lifted"]
    due_at: Instant
    asked_at: Instant
    asked_by: str | None
    asked_of: str
    overdue: bool
    answer: str | None
    answered_at: Instant | None
    answered_by: str | None
    lifted: str | None
    lifted_at: Instant | None
    lifted_by: str | None


class SupervisedTicket(Supervision):
    """督办与它的工单。"""

    ticket: int
    number: str
    title: str
    ticket_state: State
    unit: str | None


class CardTicket(Shape):
    """因哪张工单发牌。"""

    id: int
    number: str


class Card(Shape):
    """一张黄牌或红牌。"""

    id: int
    unit: int
    unit_name: str
    color: Literal["yellow", "red"]
    reason: str
    tickets: list[CardTicket]
    given_at: Instant
    given_by: str
    revoked_at: Instant | None
    revoked_by: str | None
    revoked: str | None
    answer: str | None
    answered_at: Instant | None
    answered_by: str | None
    answerable: Annotated[bool, Field(description="是否由本人说明整改情况")]


class CardForm(BaseModel):
    """发牌。"""

    unit: Annotated[int, Field(ge=0, lt=2**31)]
    color: Literal["yellow", "red"]
    reason: _Reason
    tickets: Annotated[list[Annotated[int, Field(ge=0, lt=2**63)]], Field(max_length=50)] = []


class CardAnswerForm(BaseModel):
    """被发牌单位说明原因与整改情况。"""

    answer: _Reason


class ReasonForm(BaseModel):
    """理由。"""

    reason: _Reason


class Made(Shape):
    """新建的编号。"""

    id: int


class Period(Shape):
    """一个考核周期。"""

    id: int
    name: str
    since: Instant
    until: Instant
    state: PeriodState
    setting: int
    objections_until: Instant
    locked_at: Instant | None
    published_at: Instant | None


class Objection(Shape):
    """一件申诉：哪张工单不应算进哪项指标；裁定支持的，这张工单不计入该指标。"""

    id: int
    unit: int
    unit_name: str
    rate: str
    ticket: int
    number: str | None
    reason: str
    state: Literal["open", "upheld", "refused"]
    raised_at: Instant
    raised_by: str
    ruling: str | None
    ruled_at: Instant | None
    ruled_by: str | None


class PeriodFigures(Shape):
    """按中心、按单位的指标。"""

    center: Figures
    unit: Figures


class PeriodDetail(Period):
    """考核周期的指标（锁定前是现在的，锁定后不再变）、口径与申诉。"""

    opened_at: Instant
    opened_by: str
    locked_by: str | None
    published_by: str | None
    figures: PeriodFigures
    formulas: list[FormulaText]
    objections: list[Objection]
    board: int
    may_object: bool
    opens: Annotated[list[int], Field(description="本人可以打开工单的单位")]


class PeriodForm(BaseModel):
    """公示一个考核周期：某月（按口径设置的月窗口），或从何时到何时。"""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    month: Annotated[str | None, Field(pattern=MONTH, description="如 2026-11")] = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    objections_until: AwareDatetime

    def window(self, cut: Cut) -> Window:
        """The window of the period."""
        if self.month is not None:
            return month_of(self.month, cut)
        if self.since is None or self.until is None:
            raise BadInput(say("请选择考核月份，或写明起止时间。"), field="month")
        return windows.span(self.since, self.until)


class GoOnForm(BaseModel):
    """转到下一步。"""

    state: Literal["ruling", "locked", "published"]


class ObjectionForm(BaseModel):
    """申诉。"""

    rate: Annotated[str, Field(max_length=30)]
    ticket: Annotated[int, Field(ge=0, lt=2**63)]
    reason: _Reason


class RulingForm(BaseModel):
    """裁定。"""

    upheld: bool
    ruling: _Reason


def router(guard: Guard, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["督办与考核"])
    _supervising(routes, guard)
    _cards(routes, guard, units)
    _behind(routes, guard, units)
    _periods(routes, guard, units)
    _objections(routes, guard, units)
    return routes


def _periods(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    reader, judge = guard.needs(READERS), guard.needs(_JUDGES)

    @routes.get("/score-periods", response_model=list[Period])
    async def periods(person: Annotated[SignedIn, Depends(reader)]) -> Any:
        """各考核周期，新的在前。"""
        return await reads.periods(guard.database, person.actor)

    @routes.post("/score-periods", response_model=Made, status_code=201)
    async def open_period(form: PeriodForm, person: Annotated[SignedIn, Depends(judge)]) -> Any:
        """公示一个已结束的考核周期，开始核对与申诉。"""
        window = form.window(await rates.cut(guard.database, person.actor))
        new = acts.NewPeriod(form.name.strip(), window, form.objections_until)
        return {"id": await acts.open_period(guard.database, person.actor, new)}

    @routes.get("/score-periods/{period}", response_model=PeriodDetail)
    async def period(period: PeriodId, person: Annotated[SignedIn, Depends(reader)]) -> Any:
        """一个考核周期：指标、口径、申诉。"""
        return await reads.period(guard.database, units(), person.actor, period)

    @routes.post("/score-periods/{period}/state", response_model=PeriodDetail)
    async def go_on(period: PeriodId, form: GoOnForm, person: Annotated[SignedIn, Depends(judge)]) -> Any:
        """转到下一步：申诉裁定、锁定（指标从此不变）、通报。"""
        await acts.go_on(guard.database, person.actor, units(), period, form.state)
        return await reads.period(guard.database, units(), person.actor, period)


def _objections(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    reader, judge = guard.needs(READERS), guard.needs(_JUDGES)

    @routes.post("/score-periods/{period}/objections", response_model=Made, status_code=201)
    async def object_(
        period: PeriodId, form: ObjectionForm, person: Annotated[SignedIn, Depends(reader)]
    ) -> Any:
        """申诉：一张工单不应算进一项指标。"""
        made = await acts.raise_objection(
            guard.database,
            person.actor,
            units(),
            period,
            rate=form.rate,
            ticket=form.ticket,
            reason=form.reason,
        )
        return {"id": made}

    @routes.post("/objections/{objection}/ruling", status_code=204)
    async def rule(
        objection: Annotated[int, Path(ge=0, lt=2**63)],
        form: RulingForm,
        person: Annotated[SignedIn, Depends(judge)],
    ) -> None:
        """裁定一件申诉。"""
        await acts.rule_objection(
            guard.database, person.actor, objection, upheld=form.upheld, ruling=form.ruling
        )


def _behind(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    reader = guard.needs(READERS)

    @routes.get("/score-periods/{period}/tickets", response_model=CountedTickets)
    async def tickets(
        period: PeriodId,
        figure: Annotated[Asked, Depends()],
        person: Annotated[SignedIn, Depends(reader)],
        by: Literal["center", "unit"] = "center",
    ) -> Any:
        """考核周期中一个数字背后的工单；锁定后是锁定时的。"""
        asked = figure.figure()
        return await rates.of_period(
            guard.database, units(), person.actor, period, asked, by_center=by == "center"
        )

    @routes.get("/score-periods/{period}/export.{form}", response_class=Response, dependencies=[LINKED])
    async def export(
        period: PeriodId,
        form: Literal["csv", "xlsx"],
        person: Annotated[SignedIn, Depends(reader)],
        by: Literal["center", "unit"] = "center",
    ) -> Response:
        """导出一个考核周期的指标，写明窗口、口径与状态。"""
        told = await reads.period(guard.database, units(), person.actor, period)
        taken = mark(person.actor.name, units().name(person.actor.home), datetime.now(UTC), EXPORTED)
        await guard.readings.note(person, "rates.exported", f"score_period:{period}")
        title = say("{name}（{state}）", name=told["name"], state=acts.STATE_NAMES[told["state"]])
        return sheet(told["figures"][by], form, title, taken)


def _supervising(routes: APIRouter, guard: Guard) -> None:
    reader, handler = guard.needs(READERS), guard.needs(HANDLERS)

    @routes.get("/supervisions", response_model=list[SupervisedTicket])
    async def listed(
        person: Annotated[SignedIn, Depends(reader)], *, ended: bool = False, before: _Before = None
    ) -> Any:
        """督办件，新的在前；ended：已解除的。"""
        return await reads.supervisions(guard.database, person.actor, ended=ended, before=before)

    @routes.get("/tickets/{ticket}/supervisions", response_model=list[Supervision])
    async def of_ticket(ticket: TicketId, person: Annotated[SignedIn, Depends(handler)]) -> Any:
        """一张工单的督办。"""
        return await reads.of_ticket(guard.database, person.actor, ticket)


def _cards(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    reader, judge = guard.needs(READERS), guard.needs(_JUDGES)

    @routes.get("/cards", response_model=list[Card])
    async def listed(person: Annotated[SignedIn, Depends(reader)], before: _Before = None) -> Any:
        """本单位（区中心：各单位）的黄牌、红牌，新的在前。"""
        return await reads.cards(guard.database, units(), person.actor, before)

    @routes.post("/cards", response_model=Made, status_code=201)
    async def give(form: CardForm, person: Annotated[SignedIn, Depends(judge)]) -> Any:
        """发黄牌或红牌。"""
        made = await acts.give_card(
            guard.database, person.actor, form.unit, form.color, form.reason, form.tickets
        )
        return {"id": made}

    @routes.post("/cards/{card}/revoke", status_code=204)
    async def revoke(
        card: Annotated[int, Path(ge=0, lt=2**63)],
        form: ReasonForm,
        person: Annotated[SignedIn, Depends(judge)],
    ) -> None:
        """撤销一张牌，写明理由。"""
        await acts.revoke_card(guard.database, person.actor, card, form.reason)

    @routes.post("/cards/{card}/answer", status_code=204)
    async def answer(
        card: Annotated[int, Path(ge=0, lt=2**63)],
        form: CardAnswerForm,
        person: Annotated[SignedIn, Depends(reader)],
    ) -> None:
        """被发牌的单位说明原因与整改情况。"""
        await acts.answer_card(guard.database, person.actor, units(), card, form.answer)
