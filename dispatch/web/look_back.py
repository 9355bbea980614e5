"""回头看: periods with their commitments, the tickets to be looked at again, and what was found."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.look_back import LookBacks, verify
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.sampling import Plan
from dispatch.domain.ticket import State
from dispatch.reads import look_back as reads
from dispatch.web.guard import Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Instant, Shape

LOOKERS = frozenset({Role.SUPERVISOR, Role.DISTRICT_OPERATOR})
Number = Annotated[int, Path(ge=0, lt=2**31, description="编号")]
Method = Literal["town", "town_category"]


class LookBackCounts(Shape):
    """总体与抽取件数。"""

    population: int
    drawn: int


class LookBackPeriod(Shape):
    """一个回头看周期。commitment：事先公布的承诺（SHA-256）；seed：抽取后公布的种子。"""

    id: int
    name: str
    since: Instant
    until: Instant
    method: Method
    share: float
    least: int
    commitment: str
    seed: str | None
    created_at: Instant
    created_by: str | None
    drawn_at: Instant | None
    is_over: bool
    counts: LookBackCounts | None
    open: int
    passed: int
    failed: int


class LookBackPeriodForm(BaseModel):
    """新周期：必须在开始之前公布。"""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    since: AwareDatetime
    until: AwareDatetime
    method: Method = "town"
    share: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 0.05
    least: Annotated[int, Field(ge=0, le=100, description="每层至少几件")] = 1


class LookBackProof(Shape):
    """重新抽取的核对结果；没有不符时 faults 为空。"""

    population: int
    drawn: int
    faults: list[Sentence]


class LookBackTask(Shape):
    """要回头看的一张工单。"""

    id: int
    ticket: int
    number: str
    title: str
    state: State
    town: str | None
    unit_name: str | None
    kind: Literal["sampled", "stage"]
    period: int | None
    stratum: str | None
    due_at: Instant
    result: Literal["passed", "failed"] | None
    reason: str | None
    done_at: Instant | None
    done_by: str | None
    how_closed: str | None
    reply: str | None


class LookBackVerdict(BaseModel):
    """回头看的结论；不通过的工单随即重启。"""

    passed: bool
    reason: Annotated[str, Field(max_length=500)] = ""


class LookBackPeriodNumber(Shape):
    """新周期的编号。"""

    id: int


def router(guard: Guard, acts: LookBacks) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/look-back", tags=["回头看"])
    _periods(routes, guard, acts)
    _tasks(routes, guard, acts)
    return routes


def _periods(routes: APIRouter, guard: Guard, acts: LookBacks) -> None:
    looks = guard.needs(LOOKERS, counts=False)
    looker = guard.needs(LOOKERS)

    @routes.get("/periods", response_model=list[LookBackPeriod])
    async def periods(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """全部周期：方法、承诺、种子、结果。"""
        return await reads.periods(guard.database)

    @routes.post("/periods", response_model=LookBackPeriodNumber, status_code=201)
    async def plan(form: LookBackPeriodForm, person: Annotated[SignedIn, Depends(looker)]) -> Any:
        """公布一个周期的抽样承诺；种子封存，抽取后公布。"""
        return {"id": await acts.plan(person.actor, Plan(**form.model_dump()))}

    @routes.post("/periods/{number}/draw", response_model=LookBackCounts)
    async def draw(number: Number, person: Annotated[SignedIn, Depends(looker)]) -> Any:
        """周期结束后抽取，并公布种子：任何人都可以重新抽取核对。"""
        return await acts.draw(person.actor, number)

    @routes.get("/periods/{number}/proof", response_model=LookBackProof)
    async def proof(number: Number, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """按公布的种子重新抽取一遍，与承诺、流转记录和登记的样本核对。"""
        return await verify(guard.database, number)


def _tasks(routes: APIRouter, guard: Guard, acts: LookBacks) -> None:
    looks = guard.needs(LOOKERS, counts=False)
    supervisor = guard.needs({Role.SUPERVISOR})

    @routes.get("/tasks", response_model=list[LookBackTask])
    async def tasks(
        person: Annotated[SignedIn, Depends(looks)],
        done: Annotated[bool, Query(description="已办的")] = False,
        period: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
    ) -> Any:
        """要回头看的工单：抽取的，和阶段性办结到了下一步时间的。"""
        return await reads.tasks(guard.database, person.actor, is_open=not done, period=period)

    @routes.post("/tasks/{number}/verdict", status_code=204, response_class=Response)
    async def judge(
        number: Annotated[int, Path(ge=0, lt=2**63)],
        form: LookBackVerdict,
        person: Annotated[SignedIn, Depends(supervisor)],
    ) -> None:
        """通过，或不通过并重启工单。"""
        await acts.judge(person.actor, number, form.passed, form.reason)
