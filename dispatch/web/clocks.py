"""Clocks and what decides about them: why one falls due, rules, office hours, the working calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions import timetable as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS, Role
from dispatch.domain.clocks import Facts
from dispatch.domain.clocks.calendar import DayKind
from dispatch.domain.clocks.checking import Known, check_rules
from dispatch.domain.clocks.notice import NamedDay, read_notice, read_table
from dispatch.reads import timetable as reads
from dispatch.reads.timetable import Attempt
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import ClockKind, Instant, Shape, TicketId, Warned

READERS = DESK | {Role.SYSTEM_ADMIN}
Mark = Literal["half", "soon", "two_hours", "overdue"]
RuledClock = Literal[
    "place", "decide", "ruling", "sign", "contact", "inner", "review", "signoff", "reply", "redo", "return"
]
Words = Annotated[str, Field(min_length=1, max_length=500)]
Name = Annotated[str, Field(max_length=100)]
Year = Annotated[int, Path(ge=2000, le=2100, description="年份")]
Names = Annotated[list[Name], Field(max_length=200)]


class ClockWarning(Shape):
    """一次提醒：时间过半、八成、只剩两小时、逾期。"""

    mark: Mark
    at: Instant
    fired: bool


class ExplainedClock(Shape):
    """一个时限，以及为什么是这个时刻。"""

    kind: ClockKind
    started_at: Instant
    due_at: Instant
    stopped_at: Instant | None
    paused_at: Instant | None
    unannounced: bool
    warned: Warned | None
    reason: Sentence
    warnings: list[ClockWarning]
    why: list[Sentence]


class ClockRuleForm(BaseModel):
    """一条时限规则；条件不写即不限。按先后取第一条符合的。"""

    clock: RuledClock
    limit_text: Name
    reason: Name
    types: Names | None = None
    urgencies: Names | None = None
    categories: Names | None = None
    units: Annotated[list[int], Field(max_length=500)] | None = None
    unit_kinds: Names | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    counts_first_day: bool = False
    share: Annotated[float | None, Field(allow_inf_nan=False)] = None


class ClockRuleInForce(ClockRuleForm):
    """一条现行时限规则。"""

    ordinal: int


class SeasonForm(BaseModel):
    """一季的办公时间：首日、末日（月-日）与各段时间。"""

    name: Name
    first_day: Annotated[str, Field(max_length=5)]
    last_day: Annotated[str, Field(max_length=5)]
    hours: Name


class SeasonInForce(SeasonForm):
    """一季现行办公时间；minutes 为每天合计。"""

    minutes: int


class AnnouncedYear(Shape):
    """有放假通知的年份。"""

    year: int
    source: str
    announced_at: Instant


class TimetableVersion(Shape):
    """时限设置的一版，以及在办时限重算到哪里。"""

    version: int
    part: Literal["rules", "hours", "calendar"]
    note: Remark
    created_at: Instant
    created_by: str | None
    finished_at: Instant | None
    looked: int
    moved: int


class TimetableShape(Shape):
    """现行时限规则、办公时间、有通知的年份与历史。"""

    version: int
    rules: list[ClockRuleInForce]
    seasons: list[SeasonInForce]
    years: list[AnnouncedYear]
    history: list[TimetableVersion]


class CalendarDay(Shape):
    """通知写明的一天；usual 为改回平常。"""

    day: date
    kind: Literal["off", "work", "usual"]
    name: str
    source: str
    changed_at: Instant


class CalendarYear(Shape):
    """一年的工作日历：没有写明的日子按平常周末。"""

    year: int
    announced: bool
    source: Remark | None
    days: list[CalendarDay]


class ClockRulesForm(BaseModel):
    """保存一版时限规则。"""

    based_on: int
    note: Words
    rules: Annotated[list[ClockRuleForm], Field(max_length=500)]


class HoursForm(BaseModel):
    """保存一版办公时间。"""

    based_on: int
    note: Words
    seasons: Annotated[list[SeasonForm], Field(max_length=12)]


class DayForm(BaseModel):
    """改一天。"""

    kind: Literal["off", "work", "usual"]
    name: Annotated[str, Field(max_length=20)] = ""
    note: Words


class NoticeForm(BaseModel):
    """放假通知的文字，或每行一天的表格（日期，放假或上班，名称）。"""

    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    year: Annotated[int | None, Field(ge=2000, le=2100)] = None
    table: bool = False


class NoticeDay(BaseModel):
    """通知里的一天。"""

    day: date
    kind: Literal["off", "work"]
    name: Annotated[str, Field(min_length=1, max_length=20)]


class ReadNotice(Shape):
    """读到的日子，供核对。"""

    year: int
    days: list[NoticeDay]


class SaveNotice(BaseModel):
    """核对无误的通知。"""

    days: Annotated[list[NoticeDay], Field(min_length=1, max_length=400)]
    source: Words


class TryClockForm(BaseModel):
    """试算：这样一张工单的这个时限何时到期；带 rules 即按还没有保存的规则。"""

    clock: RuledClock
    type: Name
    urgency: Name
    category: Annotated[str | None, Field(max_length=200)] = None
    unit: int | None = None
    since: AwareDatetime
    outer_due: AwareDatetime | None = None
    rules: Annotated[list[ClockRuleForm], Field(max_length=500)] | None = None


class TriedMark(Shape):
    """一次提醒的时刻。"""

    mark: Mark
    at: Instant


class TriedClock(Shape):
    """试算出的时限。"""

    due_at: Instant
    rule: int | None
    reason: Sentence
    unannounced: bool
    marks: list[TriedMark]
    why: list[Sentence]


class TriedClocks(Shape):
    """试算结果；没有规则管它时为空，另有制止时限的写在 halt。"""

    clock: TriedClock | None
    halt: TriedClock | None


class SavedTimetable(Shape):
    """保存好的版本。"""

    version: int


def router(guard: Guard, worlds: Worlds) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["时限"])
    _explained(routes, guard)
    _timetable(routes, guard, worlds)
    _trying(routes, guard, worlds)
    _calendar(routes, guard, worlds)
    return routes


def _explained(routes: APIRouter, guard: Guard) -> None:
    holder = guard.needs(HANDLERS)

    @routes.get("/tickets/{ticket}/clocks", response_model=list[ExplainedClock])
    async def clocks(ticket: TicketId, person: Annotated[SignedIn, Depends(holder)]) -> Any:
        """一张工单的全部时限，包括已停的，各附为什么是这个时刻。"""
        return _wired(await reads.clocks_of(guard.database, person.actor, ticket))


def _timetable(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    looks, keeps = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/timetable", response_model=TimetableShape)
    async def timetable(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """现行时限规则、办公时间、有放假通知的年份，以及各版的重算进度。"""
        return _wired(await reads.overview(guard.database))

    @routes.post("/timetable/rules", response_model=SavedTimetable, status_code=201)
    async def save_rules(form: ClockRulesForm, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """保存一版时限规则，随即生效；写错的、永远轮不到的不予保存。在办时限随后重算。"""
        rows = [rule.model_dump() for rule in form.rules]
        known = _known(worlds)
        version = await acts.save_rules(guard.database, person.actor, form.based_on, rows, known, form.note)
        await worlds.refresh_timetable()
        return {"version": version}

    @routes.post("/timetable/hours", response_model=SavedTimetable, status_code=201)
    async def save_hours(form: HoursForm, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """保存一版办公时间，随即生效；全年每天须恰有一套。在办时限随后重算。"""
        rows = [season.model_dump() for season in form.seasons]
        version = await acts.save_hours(guard.database, person.actor, form.based_on, rows, form.note)
        await worlds.refresh_timetable()
        return {"version": version}


def _trying(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    looks = guard.needs(READERS)

    @routes.post("/timetable/try", response_model=TriedClocks)
    async def attempt(form: TryClockForm, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """试算一个时限何时到期、为什么；可以按还没有保存的规则试。"""
        tables = worlds.current.tables
        timetable = tables.timetable
        if form.rules is not None:
            rules = check_rules([rule.model_dump() for rule in form.rules], _known(worlds))
            timetable = replace(timetable, rules=rules)
        unit = tables.units.by_id.get(form.unit or 0)
        facts = Facts(
            form.type,
            form.urgency,
            form.category or None,
            unit.id if unit else None,
            unit.kind if unit else None,
        )
        return _wired(reads.attempt(timetable, Attempt(form.clock, facts, form.since, form.outer_due)))


def _calendar(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    looks, keeps = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/timetable/years/{year}", response_model=CalendarYear)
    async def year(year: Year, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """一年的工作日历，以及放假安排是否已公布。"""
        return _wired(await reads.year(guard.database, year))

    @routes.put("/timetable/days/{day}", response_model=SavedTimetable)
    async def day(day: date, form: DayForm, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """把一天改为放假、上班或平常，随即生效；在办时限随后重算。"""
        version = await acts.save_day(guard.database, person.actor, day, form.kind, form.name, form.note)
        await worlds.refresh_timetable()
        return {"version": version}

    @routes.post("/timetable/notice", response_model=ReadNotice)
    async def read(form: NoticeForm, _person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """读放假通知或表格，只给出读到的日子供核对，不保存。"""
        days = read_table(form.text) if form.table else read_notice(form.text, form.year)
        found = form.year or max(each.day.year for each in days)
        return {
            "year": found,
            "days": [{"day": each.day, "kind": each.kind.value, "name": each.name} for each in days],
        }

    @routes.post("/timetable/years/{year}/notice", response_model=SavedTimetable, status_code=201)
    async def announce(year: Year, form: SaveNotice, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """保存一年的放假安排，随即生效；原先该年写明的日子以此为准。在办时限随后重算。"""
        days = [NamedDay(each.day, DayKind(each.kind), each.name) for each in form.days]
        version = await acts.save_notice(guard.database, person.actor, year, days, form.source)
        await worlds.refresh_timetable()
        return {"version": version}


def _known(worlds: Worlds) -> Known:
    """What rules may name now."""
    tables = worlds.current.tables
    return Known(
        frozenset(tables.units.by_id),
        frozenset(unit.kind for unit in tables.units.by_id.values()),
        frozenset(each.path for each in tables.categories.values()),
    )


def _wired(value: Any) -> Any:
    """Instants as the wire says them, all the way down."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _wired(each) for name, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_wired(each) for each in value]
    return value
