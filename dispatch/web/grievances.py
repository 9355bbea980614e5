"""投诉建议: said on the phone page by whoever does the work, answered by the district's supervisors."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions import grievances as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.units import Units
from dispatch.reads import grievances as reads
from dispatch.store.grievances import Saying
from dispatch.web.guard import HANDLERS, Guard
from dispatch.web.models import Instant, Shape

_Words = Annotated[str, Field(min_length=1, max_length=acts.LONGEST)]


class GrievanceForm(BaseModel):
    """一件投诉建议。id 由手机生成，重发时不变。"""

    id: UUID
    words: _Words
    named: Annotated[bool, Field(description="是否具名；不具名的，督查员看不到姓名和单位")] = True
    done_at: Annotated[AwareDatetime | None, Field(description="写的时间：没有网络时先存在手机里")] = None
    person: Annotated[int | None, Field(description="谁写的：手机上存着的，由本人登录后才发")] = None


class GrievanceAnswer(BaseModel):
    """督查员的答复。"""

    answer: _Words


class Grievance(Shape):
    """一件投诉建议和它的答复。不具名的，没有 person_name 和 unit_name。"""

    id: UUID
    named: bool
    words: str
    said_at: Instant
    person_name: str | None
    unit_name: str | None
    answer: str | None
    answered_at: Instant | None
    answered_by: str | None


def router(guard: Guard, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/grievances", tags=["投诉建议"])
    _lodging(routes, guard)
    _answering(routes, guard, units)
    return routes


def _lodging(routes: APIRouter, guard: Guard) -> None:
    works = guard.needs(HANDLERS, bound=True)
    looks = guard.needs(HANDLERS, counts=False)

    @routes.post("", status_code=204)
    async def say(form: GrievanceForm, person: Annotated[SignedIn, Depends(works)]) -> None:
        """写给区督查员：派单、时限、考核不合理，或程序不好用。同一个 id 重发不会变成两件。"""
        person.must_be(form.person)
        saying = Saying(form.id, form.words, form.named, form.done_at)
        await acts.lodge(guard.database, person.actor, saying)

    @routes.get("/own", response_model=list[Grievance])
    async def own(person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """本人写过的投诉建议，有没有答复。"""
        return await reads.own(guard.database, person.actor)


def _answering(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    supervises = guard.needs({Role.SUPERVISOR})
    looks = guard.needs({Role.SUPERVISOR}, counts=False)

    @routes.get("/waiting", response_model=list[Grievance])
    async def waiting(person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """还没有答复的，最早的在前。"""
        return await reads.waiting(guard.database, person.actor)

    @routes.get("/answered", response_model=list[Grievance])
    async def answered(
        person: Annotated[SignedIn, Depends(looks)],
        before: Annotated[AwareDatetime | None, Query(description="在这之前答复的")] = None,
    ) -> Any:
        """答复过的，最近的在前。"""
        return await reads.answered(guard.database, person.actor, before)

    @routes.post("/{grievance}/answer", status_code=204)
    async def answer(
        grievance: UUID, form: GrievanceAnswer, person: Annotated[SignedIn, Depends(supervises)]
    ) -> None:
        """答复一件；只答复一次，写的人在手机上看得到。"""
        await acts.answer(guard.database, person.actor, units(), grievance, form.answer)
