"""人员与岗位: persons, accounts, posts. For the administrators of the system alone."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from pydantic import AwareDatetime, Field

from dispatch.actions.people import People, Post
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import ROLE_NAMES, Role
from dispatch.domain.posts import KINDS
from dispatch.reads.keeping import changes as read_changes
from dispatch.web.guard import Guard
from dispatch.web.keeping_shapes import KeptChange
from dispatch.web.language import Sentence
from dispatch.web.models import Instant, Shape

_ADMINISTRATOR = frozenset({Role.SYSTEM_ADMIN})
PersonId = Annotated[int, Path(ge=0, lt=2**31, description="人员编号")]
Name = Annotated[str, Field(min_length=1, max_length=30)]
Phone = Annotated[str, Field(max_length=20, pattern=r"^[0-9+\- ]*$")]
PostName = Annotated[str, Field(max_length=40)]
Username = Annotated[str, Field(min_length=3, max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class PersonPost(Shape):
    """一个岗位：从什么时候到什么时候。"""

    role: Role
    unit: int
    unit_name: str
    since: Instant | None
    until: Instant | None


class PersonEntry(Shape):
    """一个人：账号、岗位、名下在办几件。"""

    id: int
    name: str
    phone: str
    post: str
    active: bool
    username: str | None
    disabled: bool
    must_change: bool
    posts: list[PersonPost]
    open: int


class PostUnit(Shape):
    """岗位可以属于的单位。"""

    id: int
    name: str
    kind: str


class RoleName(Shape):
    """一种岗位角色；kinds：可以在哪些类别的单位。"""

    role: Role
    name: Sentence
    kinds: list[str]


class Posts(Shape):
    """岗位的选项。"""

    units: list[PostUnit]
    roles: list[RoleName]


class PostForm(Shape):
    """岗位：角色与单位。"""

    role: Role
    unit: int
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None


class NewPerson(Shape):
    """新的人员与第一个岗位；填了用户名就开账号。"""

    name: Name
    phone: Phone = ""
    post: PostName = ""
    username: Username | None = None
    role: Role
    unit: int


class PersonForm(Shape):
    """改姓名、电话、职务。"""

    name: Name
    phone: Phone = ""
    post: PostName = ""


class PersonMade(Shape):
    """新的人员；一次性密码只显示这一次。"""

    person: PersonEntry
    password: str | None


class ResetPasswordForm(Shape):
    """重设密码；还没有账号的，填用户名。"""

    username: Username | None = None


class OneTimePassword(Shape):
    """一次性密码：只显示这一次，首次登录要改。"""

    password: str


class DisableForm(Shape):
    """停用或恢复账号。"""

    disabled: bool


class OpenWork(Shape):
    """名下的一张在办工单。"""

    id: int
    number: str
    state: str
    part: str


class Colleague(Shape):
    """可以接手的同事。"""

    id: int
    name: str
    post: str


class Leaves(Shape):
    """离岗之前看一眼：名下在办的工单，谁可以接手。"""

    tickets: list[OpenWork]
    colleagues: list[Colleague]


class EndForm(Shape):
    """结束岗位。successor：谁接手；不填则退回单位。"""

    role: Role
    unit: int
    at: AwareDatetime | None = None
    successor: int | None = None
    reason: Annotated[str, Field(max_length=200)] = ""


def router(guard: Guard, acts: People) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/people", tags=["人员与岗位"])
    _persons(routes, guard, acts)
    _accounts(routes, guard, acts)
    _posts(routes, guard, acts)
    _history(routes, guard)
    return routes


def _persons(routes: APIRouter, guard: Guard, acts: People) -> None:
    looks = guard.needs(_ADMINISTRATOR, counts=False)
    changes = guard.needs(_ADMINISTRATOR)

    @routes.get("", response_model=list[PersonEntry])
    async def listed(
        person: Annotated[SignedIn, Depends(looks)],
        q: Annotated[str, Query(max_length=40)] = "",
        unit: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
    ) -> Any:
        """按姓名、电话、职务、用户名查，或一个单位的人；最多 100 人，新的在前。"""
        found = await acts.listed(q, unit)
        await guard.readings.note(person, "people.viewed", "people" if unit is None else f"unit:{unit}")
        return found

    @routes.post("", response_model=PersonMade, status_code=201)
    async def add(form: NewPerson, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """新增人员与第一个岗位；开账号的，给出一次性密码。"""
        made, password = await acts.add(
            person.person,
            name=form.name,
            phone=form.phone,
            post=form.post,
            username=form.username,
            first=Post(form.role, form.unit),
        )
        return {"person": made, "password": password}

    @routes.put("/{number}", response_model=PersonEntry)
    async def change(
        number: PersonId, form: PersonForm, person: Annotated[SignedIn, Depends(changes)]
    ) -> Any:
        """改姓名、电话、职务。"""
        return await acts.change(person.person, number, form.name, form.phone, form.post)


def _accounts(routes: APIRouter, guard: Guard, acts: People) -> None:
    changes = guard.needs(_ADMINISTRATOR)

    @routes.post("/{number}/password")
    async def new_password(
        number: PersonId, form: ResetPasswordForm, person: Annotated[SignedIn, Depends(changes)]
    ) -> OneTimePassword:
        """重设密码或开账号，给出一次性密码；原来的登录随之结束。"""
        return OneTimePassword(password=await acts.new_password(person.person, number, form.username))

    @routes.post("/{number}/disabled", status_code=204)
    async def disable(
        number: PersonId, form: DisableForm, person: Annotated[SignedIn, Depends(changes)]
    ) -> None:
        """停用或恢复账号；停用后两秒内失去已打开的页面。"""
        await acts.disable(person.person, number, form.disabled)


def _history(routes: APIRouter, guard: Guard) -> None:
    looks = guard.needs(_ADMINISTRATOR, counts=False)

    @routes.get("/changes", response_model=list[KeptChange])
    async def changes(
        by: Annotated[SignedIn, Depends(looks)],
        person: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
    ) -> Any:
        """人员、岗位、账号的变更记录，新的在前；全部的，或一个人的。"""
        about = "person" if person is None else f"person:{person}"
        await guard.readings.note(by, "people.viewed", "people" if person is None else about)
        return await read_changes(guard.database, about)


def _posts(routes: APIRouter, guard: Guard, acts: People) -> None:
    looks = guard.needs(_ADMINISTRATOR, counts=False)
    changes = guard.needs(_ADMINISTRATOR)

    @routes.get("/posts", response_model=Posts)
    async def posts(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """岗位的选项：单位与角色。"""
        roles = [{"role": role, "name": name, "kinds": KINDS[role]} for role, name in ROLE_NAMES.items()]
        return {"units": await acts.units(), "roles": roles}

    @routes.post("/{number}/posts", response_model=PersonEntry, status_code=201)
    async def give(number: PersonId, form: PostForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """增加岗位，可以有期限。"""
        return await acts.give(person.person, number, Post(form.role, form.unit), form.since, form.until)

    @routes.get("/{number}/leaving", response_model=Leaves)
    async def leaving(
        number: PersonId,
        unit: Annotated[int, Query(ge=0, lt=2**31)],
        _person: Annotated[SignedIn, Depends(looks)],
    ) -> Any:
        """离岗预览：名下在办的工单，谁可以接手。"""
        return await acts.leaves(number, unit)

    @routes.post("/{number}/leave", response_model=PersonEntry)
    async def end(number: PersonId, form: EndForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """结束岗位；名下在办的工单交给接手人，没有接手人的退回单位。"""
        at: datetime | None = form.at
        return await acts.end(
            person.person,
            number,
            Post(form.role, form.unit),
            at=at,
            successor=form.successor,
            reason=form.reason,
        )
