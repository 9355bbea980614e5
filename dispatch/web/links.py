"""The page of a one-use link: opening it on this device, and what the page shows next. No password, no installation."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from dispatch.actions.links import HOURS, Links
from dispatch.actions.sign_in import SignedIn
from dispatch.errors import NotFound
from dispatch.reads.telling import center_of
from dispatch.saying import say
from dispatch.web.guard import HANDLERS, Guard, Open
from dispatch.web.models import Shape


class LinkForm(BaseModel):
    """短信链接里的口令。"""

    token: Annotated[str, Field(min_length=1, max_length=100)]


class LinkOpened(Shape):
    """链接打开的工单；link 是页面以后说明用的是哪个链接的名字（请求头 X-Dispatch-Link）。"""

    ticket: int
    link: str


class LinkStanding(Shape):
    """此设备上的链接：哪张工单、办理人、有疑问打哪个电话；now：服务器时间，离线办理按它记时。"""

    ticket: int
    person: int
    person_name: str
    center_name: str
    center_phone: str | None
    now: datetime


def router(guard: Guard, links: Links) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/link", tags=["短信链接"])
    holder = guard.needs(HANDLERS, bound=True)

    @routes.post("", dependencies=[Depends(Open("the token of a one-use link is the key"))])
    async def follow(form: LinkForm, request: Request, response: Response) -> LinkOpened:
        """打开短信里的链接：第一台打开的设备可以用，24 小时内有效。"""
        await links.admit(form.token, request.client.host if request.client else "")
        found = await links.follow(guard.database, form.token, guard.device(request))
        response.set_cookie(
            guard.link_cookie,
            found.device,
            max_age=HOURS * 3600,
            path="/",
            secure=guard.secure,
            httponly=True,
            samesite="strict",
        )
        return LinkOpened(ticket=found.ticket, link=found.name)

    @routes.get("")
    async def standing(person: Annotated[SignedIn, Depends(holder)]) -> LinkStanding:
        """此设备上的链接能办的工单。"""
        if person.ticket is None:
            raise NotFound(say("这台设备上没有打开过短信链接。"))
        try:
            center = await center_of(guard.database, person.actor, person.ticket)
        except NotFound as gone:
            raise await links.gone(guard.database, person.ticket) from gone
        return LinkStanding(
            ticket=person.ticket,
            person=person.person,
            person_name=person.name,
            center_name=center.name,
            center_phone=center.phone,
            now=center.now,
        )

    return routes
