"""考核与统计: rates of a window by unit, the tickets behind each figure, exports, and the settings they follow."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Response
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions import scores as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain import windows
from dispatch.domain.access import KEEPERS, Role
from dispatch.domain.figures import table
from dispatch.domain.marks import EXPORTED, mark
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.units import Units
from dispatch.domain.windows import Cut, Window
from dispatch.errors import BadInput
from dispatch.ports.spreadsheet import MEDIA_TYPES, as_csv, as_xlsx
from dispatch.reads import rates as reads
from dispatch.reads import scores
from dispatch.saying import say
from dispatch.web.guard import DESK, Guard
from dispatch.web.language import LINKED, Remark, Sentence, table_in_words
from dispatch.web.models import Instant, Shape, TicketRow

READERS = DESK | {Role.SIGNING_LEADER, Role.DEPARTMENT_LIAISON}
MONTH = r"^\d{4}-\d{2}$"
_Word = Annotated[str, Field(min_length=1, max_length=20)]
_Share = Annotated[float, Field(ge=0, le=1)]


class RateFigure(Shape):
    """一个指标：分子、分母；分母为 0 时没有指标（said 为空）。"""

    code: str
    numerator: float
    denominator: int
    said: str | None


class UnitFigures(Shape):
    """一个单位的各项指标与综合得分。"""

    unit: int
    name: str
    rates: list[RateFigure]
    composite: str | None


class TotalFigures(Shape):
    """全部单位合在一起算（不是各单位的平均）。"""

    rates: list[RateFigure]
    composite: str | None


class FormulaText(Shape):
    """一个指标的口径。"""

    code: str
    name: Sentence
    numerator: Sentence
    denominator: Sentence
    average: bool


class Figures(Shape):
    """一个窗口内各单位的指标。"""

    since: Instant
    until: Instant
    formula: Sentence
    setting: int
    units: list[UnitFigures]
    total: TotalFigures


class Rates(Figures):
    """指标与口径。"""

    formulas: list[FormulaText]


class CountedTicket(Shape):
    """指标背后的一张工单，以及它在分子里算多少。"""

    row: TicketRow
    amount: int
    part: bool


class CountedTickets(Shape):
    """一页工单；next：下一页从哪里起。"""

    tickets: list[CountedTicket]
    next: int | None


class RateSettingForm(BaseModel):
    """指标的权重、用语与窗口；保存后是新的一版，立即生效，已锁定的考核周期不变。"""

    note: Annotated[str, Field(min_length=1, max_length=200)]
    responded: _Share
    solved: _Share
    satisfied: _Share
    partly: Annotated[float, Field(ge=0, le=1, description="基本满意按多少算")]
    satisfied_words: Annotated[list[_Word], Field(max_length=20)]
    partly_words: Annotated[list[_Word], Field(max_length=20)] = []
    day_starts: Annotated[int, Field(ge=0, le=1439, description="一天从几点起，按分钟")]
    month_starts: Annotated[int, Field(ge=1, le=28, description="一月从几号起")]
    board: Annotated[int, Field(ge=1, le=20, description="红榜、黑榜各列几个单位")] = 3


class RateSetting(Shape):
    """指标设置的一版。"""

    version: int
    active: bool
    note: Remark
    responded: float
    solved: float
    satisfied: float
    partly: float
    satisfied_words: list[str]
    partly_words: list[str]
    day_starts: int
    month_starts: int
    board: int
    created_at: Instant
    created_by: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which window somebody chose: a day, a month, or from when until when; by center or by unit, of which kinds."""

    on: Annotated[date | None, Query(description="某日窗口")] = None
    month: Annotated[
        str | None, Query(pattern=r"^(now|\d{4}-\d{2})$", description="某月窗口，如 2026-11;now 是现在这个月")
    ] = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    by: Literal["center", "unit"] = "center"
    kind: Annotated[list[str] | None, Query(max_length=20)] = None

    def window(self, cut: Cut) -> Window:
        """The window; without any choice the day under way."""
        if self.since is not None and self.until is not None:
            return windows.span(self.since, self.until)
        if self.month == "now":
            return windows.this_month(datetime.now(UTC), cut)
        if self.month is not None:
            return month_of(self.month, cut)
        return windows.day(self.on or windows.today(datetime.now(UTC), cut), cut)


def month_of(month: str, cut: Cut) -> Window:
    """The window of a month as a form writes it, ``2026-11``."""
    year, number = map(int, month.split("-"))
    if not 2000 <= year <= 2100:
        raise BadInput(say("年份应在 2000 到 2100 之间。"), field="month")
    return windows.month(year, number, cut)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figure somebody opened: of which rate and unit (none: of all that are theirs), and which part of it."""

    rate: Annotated[str, Query(max_length=30)]
    unit: Annotated[int | None, Query(ge=0, lt=2**31)] = None
    part: Literal["numerator", "rest", "all"] = "all"
    before: Annotated[int | None, Query(ge=0, lt=2**63)] = None

    def figure(self) -> reads.Figure:
        """The figure."""
        hits = {"numerator": True, "rest": False, "all": None}[self.part]
        return reads.Figure(self.unit, self.rate, hits, self.before)


def router(guard: Guard, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/rates", tags=["考核与统计"])
    _figures(routes, guard, units)
    _settings(routes, guard)
    return routes


def _figures(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    reader = guard.needs(READERS)

    @routes.get("", response_model=Rates)
    async def rates(
        chosen: Annotated[Chosen, Depends()], person: Annotated[SignedIn, Depends(reader)]
    ) -> Any:
        """一个窗口内各单位的指标：分子、分母、口径版本。"""
        return await _found(guard, units(), chosen, person)

    @routes.get("/tickets", response_model=CountedTickets)
    async def tickets(
        chosen: Annotated[Chosen, Depends()],
        figure: Annotated[Asked, Depends()],
        person: Annotated[SignedIn, Depends(reader)],
    ) -> Any:
        """一个数字背后的工单：分子、分母里其余的，或全部。"""
        window = chosen.window(await reads.cut(guard.database, person.actor))
        by_center = chosen.by == "center"
        return await reads.tickets(
            guard.database, units(), person.actor, window, figure.figure(), by_center=by_center
        )

    @routes.get("/export.{form}", response_class=Response, dependencies=[LINKED])
    async def export(
        form: Literal["csv", "xlsx"],
        chosen: Annotated[Chosen, Depends()],
        person: Annotated[SignedIn, Depends(reader)],
    ) -> Response:
        """导出这张表，末行写明谁在何时导出。"""
        told = await _found(guard, units(), chosen, person)
        taken = mark(person.actor.name, units().name(person.actor.home), datetime.now(UTC), EXPORTED)
        await guard.readings.note(person, "rates.exported", "rates")
        return sheet(told, form, say("考核与统计"), taken)


async def _found(guard: Guard, units: Units, chosen: Chosen, person: SignedIn) -> dict[str, Any]:
    window = chosen.window(await reads.cut(guard.database, person.actor))
    kinds = frozenset(chosen.kind or ())
    by_center = chosen.by == "center"
    return await reads.rates(guard.database, units, person.actor, window, by_center=by_center, kinds=kinds)


def _settings(routes: APIRouter, guard: Guard) -> None:
    keeper = guard.needs(KEEPERS)

    @routes.get("/settings", response_model=list[RateSetting])
    async def settings(person: Annotated[SignedIn, Depends(guard.needs(READERS | KEEPERS))]) -> Any:
        """指标设置的各版，新的在前。"""
        return await scores.settings(guard.database, person.actor)

    @routes.post("/settings", response_model=list[RateSetting], status_code=201)
    async def keep(form: RateSettingForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """保存新的一版指标设置。"""
        await acts.keep_setting(guard.database, person.actor, form.model_dump())
        return await scores.settings(guard.database, person.actor)


def sheet(told: dict[str, Any], form: Literal["csv", "xlsx"], title: str, taken: str) -> Response:
    """Figures as a file to take away: what it is, the table, its window and formulas, and who took it when."""
    rows = table_in_words([[title], *table(told), *_watermark(told, taken)])
    headers = {"Content-Disposition": f'attachment; filename="rates.{form}"', "Cache-Control": "no-store"}
    return Response(
        as_csv(rows) if form == "csv" else as_xlsx(rows, rows[0][0]),
        headers=headers,
        media_type=MEDIA_TYPES[form],
    )


def _watermark(told: dict[str, Any], taken: str) -> list[list[str]]:
    """Which window and formula the table follows, and who took it away when."""
    since, until = (
        datetime.fromisoformat(told[name]).astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        for name in ("since", "until")
    )
    return [
        [],
        [
            say(
                "从 {since} 起，到 {until} 前，口径第 {formula} 版，设置第 {setting} 版",
                since=since,
                until=until,
                formula=told["formula"],
                setting=told["setting"],
            )
        ],
        [taken],
    ]
