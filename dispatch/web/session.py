"""Signing in and out, the screen lock, and who am I. The cookie is set and cleared here alone."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from dispatch.actions import sign_in as acts
from dispatch.actions.passwords import Passwords
from dispatch.actions.sign_in import SESSION_SECONDS, SignedIn
from dispatch.domain.base_map import BaseMap
from dispatch.domain.units import Units
from dispatch.errors import NotSignedIn
from dispatch.reads.me import me as read_me
from dispatch.web.allowances import address_of, spend
from dispatch.web.guard import Guard, Needs, Open
from dispatch.web.models import Me

Password = Annotated[str, Field(min_length=1, max_length=200)]


class SignInForm(BaseModel):
    """登录。"""

    username: Annotated[str, Field(min_length=1, max_length=64)]
    password: Password


class PasswordForm(BaseModel):
    """改密码。"""

    former: Password
    password: Password


class UnlockForm(BaseModel):
    """解锁。"""

    password: Password


def router(
    guard: Guard,
    passwords: Passwords,
    units: Callable[[], Units],
    ended: Callable[[SignedIn], Awaitable[None]],
    *,
    demo: bool,
    base_map: BaseMap | None = None,
) -> APIRouter:
    """The routes. ``ended`` is told when a session is over, so that its sockets close."""
    routes = APIRouter(prefix="/api", tags=["登录"])
    present = guard.needs(even_locked=True, counts=False, even_due=True)

    async def known(person: SignedIn) -> Me:
        found = await read_me(guard.database, units(), person.actor, person.post)
        told = {"demo": demo, "locked": person.locked, "must_change": person.must_change}
        return Me.model_validate(found | told | {"base_map": base_map and asdict(base_map)})

    _coming(routes, guard, passwords, known, ended)
    _leaving(routes, guard, present, ended)
    _locking(routes, guard, passwords, present)

    @routes.get("/me")
    async def me(person: Annotated[SignedIn, Depends(present)]) -> Me:
        """登录人、岗位与所看的区域。"""
        return await known(person)

    return routes


def _coming(
    routes: APIRouter,
    guard: Guard,
    passwords: Passwords,
    known: Callable[[SignedIn], Awaitable[Me]],
    ended: Callable[[SignedIn], Awaitable[None]],
) -> None:
    database = guard.database

    async def leave(token: str | None) -> None:
        """End the session this browser had before, so that no socket of the former person stays open."""
        try:
            former = await acts.recognise(database, token, even_locked=True, counts=False)
        except NotSignedIn:
            return
        await acts.sign_out(database, former)
        await ended(former)

    @routes.post("/session", dependencies=[Depends(Open("signing in comes before a session"))])
    async def sign_in(form: SignInForm, request: Request, response: Response) -> Me:
        """登录。此浏览器里原来的登录随之结束。"""
        await spend(guard.counts, request, address_of(request))
        token, person = await acts.sign_in(
            database,
            passwords,
            username=form.username,
            password=form.password,
            gone=request.is_disconnected,
        )
        await leave(guard.token(request))
        response.set_cookie(
            guard.cookie,
            token,
            max_age=SESSION_SECONDS,
            path="/",
            secure=guard.secure,
            httponly=True,
            samesite="strict",
        )
        return await known(person)


def _leaving(
    routes: APIRouter, guard: Guard, present: Needs, ended: Callable[[SignedIn], Awaitable[None]]
) -> None:
    @routes.delete("/session", status_code=204)
    async def sign_out(person: Annotated[SignedIn, Depends(present)], response: Response) -> None:
        """退出。"""
        await acts.sign_out(guard.database, person)
        await ended(person)
        response.delete_cookie(guard.cookie, path="/", secure=guard.secure, httponly=True, samesite="strict")


def _locking(routes: APIRouter, guard: Guard, passwords: Passwords, present: Needs) -> None:
    database = guard.database
    chooses = guard.needs(even_due=True)

    @routes.post("/session/lock", status_code=204)
    async def lock(person: Annotated[SignedIn, Depends(present)]) -> None:
        """锁定屏幕。"""
        await acts.lock(database, person)

    @routes.post("/session/unlock", status_code=204)
    async def unlock(
        form: UnlockForm, request: Request, person: Annotated[SignedIn, Depends(present)]
    ) -> None:
        """输入密码，继续工作。"""
        await acts.unlock(database, passwords, person, form.password, request.is_disconnected)

    @routes.put("/session/password", status_code=204)
    async def change_password(
        form: PasswordForm, request: Request, person: Annotated[SignedIn, Depends(chooses)]
    ) -> None:
        """改成自己的密码；本人在别处的登录随之结束。"""
        gone = request.is_disconnected
        await acts.change_password(database, passwords, person, form.former, form.password, gone)
