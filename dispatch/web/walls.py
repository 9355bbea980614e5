"""Screens on a wall: the questions they ask, and how they are paired and ended at a desk."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import Field

from dispatch.actions import walls as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.walls import Wall
from dispatch.domain.access import KEEPERS
from dispatch.reads.wall import Walls
from dispatch.web.allowances import address_of, spend
from dispatch.web.guard import Guard, Open
from dispatch.web.language import Sentence
from dispatch.web.models import Shape

_LASTS_SECONDS = 400 * 24 * 3600
"""As long as browsers keep a cookie (RFC 6265bis); each pairing begins anew. Who may look is asked of the database."""
WallId = Annotated[int, Path(ge=0, lt=2**31, description="大屏的编号")]
Count = Annotated[int, Field(ge=0)]
Shows = Annotated[
    Literal["now", "heat", "both"],
    Field(description="数字旁边放什么：now 在办件地图，heat 热力图，both 轮换"),
]
Theme = Annotated[Literal["dark", "light"], Field(description="dark 深色，light 浅色")]


class WallScreen(Shape):
    """一块大屏：挂在哪里，显示谁的数据。"""

    id: int
    name: str
    unit: int
    unit_name: str
    shows: Shows
    theme: Theme
    created_at: datetime
    created_by: str
    last_seen_at: datetime | None
    ended_at: datetime | None
    ended_by: str | None


class WallUnit(Shape):
    """可以挂大屏的一个中心。"""

    id: int
    name: str


class WallScreens(Shape):
    """全部大屏，在用的在前；以及大屏可以给哪些中心用。"""

    walls: list[WallScreen]
    units: list[WallUnit]


class WallForm(Shape):
    """配对一块大屏。"""

    code: Annotated[str, Field(min_length=1, max_length=20, description="大屏上显示的 8 位配对码")]
    name: Annotated[str, Field(min_length=1, max_length=acts.LONGEST_NAME, description="屏幕挂在哪里")]
    unit: Annotated[int, Field(ge=0, lt=2**31, description="显示哪个中心的数据")]
    shows: Shows = "now"
    theme: Theme = "dark"


class WallChange(Shape):
    """一块大屏改名、改放什么、改深浅色；没写的不变。"""

    name: Annotated[
        str | None, Field(min_length=1, max_length=acts.LONGEST_NAME, description="屏幕挂在哪里")
    ] = None
    shows: Shows | None = None
    theme: Theme | None = None


class WallPairing(Shape):
    """等待配对：把 code 告诉管理员。"""

    code: str
    expires_at: datetime


class WallPlace(Shape):
    """一个镇街（镇街的大屏：一个村）的在办件。"""

    name: str | None
    open: Count
    soon: Count
    overdue: Count


class WallOverdue(Shape):
    """一件逾期件：只说分类、地方和从何时起逾期；保密件不说分类。"""

    category: str | None
    confidential: bool
    place: str | None
    since: datetime


class WallDay(Shape):
    """今天每小时的来件，合计与办结。"""

    hours: list[Count]
    received: Count
    answered: Count


class WallRate(Shape):
    """一项指标：分子、分母，和上期的值。"""

    code: str
    name: Sentence
    numerator: float
    denominator: Count
    said: str | None
    before: str | None


class WallRates(Shape):
    """本期指标。"""

    since: datetime
    until: datetime
    listed: list[WallRate]


class WallPicture(Shape):
    """大屏上的全部数字；没有任何个人信息。cells：网格 → 在办、临期、逾期。"""

    at: datetime
    unit_name: str
    shows: Shows
    theme: Theme
    boundary_version: int
    places: list[WallPlace]
    cells: dict[str, tuple[Count, Count, Count]]
    overdue: list[WallOverdue]
    today: WallDay
    rates: WallRates


def router(guard: Guard, walls: Walls) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["大屏"])
    _kept(routes, guard)
    _pairing(routes, guard)
    _screen(routes, guard, walls)
    return routes


def _kept(routes: APIRouter, guard: Guard) -> None:
    """What administrators do about screens."""
    keeper_looks, keeper = guard.needs(KEEPERS, counts=False), guard.needs(KEEPERS)

    @routes.get("/walls", response_model=WallScreens)
    async def listed(_person: Annotated[SignedIn, Depends(keeper_looks)]) -> Any:
        """全部大屏：挂在哪里、显示谁的数据、最近何时在线。"""
        return await acts.listed(guard.database)

    @routes.post("/walls", response_model=WallScreen, status_code=201)
    async def pair(form: WallForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """输入大屏上的配对码，这块大屏即开始显示；配对码只能用一次。"""
        return await acts.pair(guard.database, person.person, **form.model_dump())

    @routes.patch("/walls/{wall}", response_model=WallScreen)
    async def change(wall: WallId, form: WallChange, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """改一块大屏的名称、数字旁边放什么、深色还是浅色；两秒内生效。"""
        return await acts.change(guard.database, person.person, wall, **form.model_dump())

    @routes.delete("/walls/{wall}", response_model=WallScreen)
    async def end(wall: WallId, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """停用一块大屏：它立即不再显示任何数据。"""
        return await acts.end(guard.database, person.person, wall)


def _pairing(routes: APIRouter, guard: Guard) -> None:
    """How a screen becomes one."""

    @routes.post("/wall/pairing", status_code=201, dependencies=[Depends(Open("a screen asks to be paired"))])
    async def ask(request: Request, response: Response) -> WallPairing:
        """大屏要一个配对码；10 分钟内有效。"""
        await spend(guard.counts, request, address_of(request))
        made = await acts.ask(guard.database)
        response.set_cookie(
            guard.wall_cookie,
            made.secret,
            max_age=_LASTS_SECONDS,
            path="/",
            secure=guard.secure,
            httponly=True,
            samesite="strict",
        )
        return WallPairing(code=made.code, expires_at=made.expires_at)


def _screen(routes: APIRouter, guard: Guard, walls: Walls) -> None:
    """What a screen asks for."""
    screen = guard.needs_wall()

    @routes.get("/wall", response_model=WallPicture)
    async def picture(wall: Annotated[Wall, Depends(screen)]) -> Any:
        """大屏现在显示的数字。"""
        return await walls.picture(wall.unit) | {"shows": wall.shows, "theme": wall.theme}

    @routes.get("/wall/ground", response_class=Response)
    async def ground(
        wall: Annotated[Wall, Depends(screen)],
        boundary_version: Annotated[int, Query(ge=0, lt=2**31, description="网格边界版本")],
    ) -> Response:
        """大屏地图的轮廓：镇街与网格（JSON）。"""
        return Response(await walls.ground(wall.unit, boundary_version), media_type="application/json")
