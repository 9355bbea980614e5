"""人员名册: people and posts from a file and as a file, and slips for a first sign-in; for administrators."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import Field

from dispatch.actions.people_list import MOST_SLIPS, PeopleList
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.ports.qr import modules
from dispatch.ports.uploads import drop
from dispatch.ports.xlsx import MEDIA_TYPE
from dispatch.saying import say
from dispatch.web.guard import Guard
from dispatch.web.keeping_shapes import ListTaken, Number
from dispatch.web.language import LINKED, in_words
from dispatch.web.models import Shape
from dispatch.web.uploads import multipart, uploaded

_ADMINISTRATOR = frozenset({Role.SYSTEM_ADMIN})
_OPTIONS = {
    "type": "string",
    "description": 'JSON:{"dry_run": true} 为试导入，不写入；{"accounts": true} 给没有账号的人开账号，用户名为手机号',
}


class PeopleTaken(ListTaken):
    """导入人员的结果；ended：离岗几个岗位，accounts：开几个账号。"""

    ended: int
    accounts: int


class SlipPerson(Shape):
    """有账号、还没有自己的密码的人。"""

    id: int
    name: str
    post: str
    username: str
    unit: int
    unit_name: str
    role: Role


class SlipsForm(Shape):
    """给哪些人制作登录条。"""

    persons: Annotated[list[Number], Field(min_length=1, max_length=MOST_SLIPS)]


class Slip(SlipPerson):
    """登录条：一次性密码只出现这一次，只能用来设自己的密码。"""

    password: str
    last_day: Annotated[date, Field(description="到哪天为止可以用，含当天")]
    address: Annotated[str, Field(description="第一次登录打开的网址")]
    code: Annotated[list[str], Field(description="这个网址的二维码：每行一串，1 是黑格")]


def router(guard: Guard, acts: PeopleList, public_url: str) -> APIRouter:
    """The routes; slips lead to ``public_url``."""
    routes = APIRouter(prefix="/api/people", tags=["人员与岗位"])
    _files(routes, guard, acts)
    _slips(routes, guard, acts, public_url)
    return routes


def _files(routes: APIRouter, guard: Guard, acts: PeopleList) -> None:
    looks = guard.needs(_ADMINISTRATOR, counts=False)
    changes = guard.needs(_ADMINISTRATOR)

    @routes.post("/import", response_model=PeopleTaken, openapi_extra=multipart(options=_OPTIONS))
    async def take(request: Request, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """从文件导入人员和岗位：一行一个岗位；没写到的人不变，同一份文件再导入没有变化。"""
        async with uploaded(request) as (path, options):
            dry_run, accounts = bool(options.get("dry_run")), bool(options.get("accounts"))
            try:
                return await acts.take(person.actor, path, path.name, dry_run=dry_run, accounts=accounts)
            finally:
                drop(path)

    @routes.get("/list.xlsx", response_class=Response, dependencies=[LINKED])
    async def sheet(person: Annotated[SignedIn, Depends(looks)]) -> Response:
        """人员名册（Excel），也是导入的模板。"""
        content = await acts.sheet(in_words(say("人员名册")))
        await guard.readings.note(person, "people.viewed", "people")
        name = "attachment; filename=people.xlsx"
        return Response(content, media_type=MEDIA_TYPE, headers={"content-disposition": name})


def _door(public_url: str, role: str) -> dict[str, Any]:
    """Where somebody signs in first, as an address and as a code: a grid worker at the phone's page."""
    address = f"{public_url}/m" if role == Role.GRID_WORKER else f"{public_url}/"
    return {"address": address, "code": modules(address)}


def _slips(routes: APIRouter, guard: Guard, acts: PeopleList, public_url: str) -> None:
    looks = guard.needs(_ADMINISTRATOR, counts=False)
    changes = guard.needs(_ADMINISTRATOR)

    @routes.get("/slips", response_model=list[SlipPerson])
    async def waiting(
        person: Annotated[SignedIn, Depends(looks)],
        unit: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
    ) -> Any:
        """谁还没有自己的密码，可以制作登录条。"""
        found = await acts.waiting(unit)
        await guard.readings.note(person, "people.viewed", "people" if unit is None else f"unit:{unit}")
        return found

    @routes.post("/slips", response_model=list[Slip])
    async def slips(form: SlipsForm, request: Request, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """制作登录条：每人一个一次性密码，以前的登录条随之作废。"""
        made = await acts.slips(person.actor, form.persons, request.is_disconnected)
        return [each | _door(public_url, each["role"]) for each in made]
