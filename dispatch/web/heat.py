"""热力图: where tickets came from and when, the tickets behind each number, and what a wall shows of it."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Query, Response
from pydantic import BeforeValidator, Field

from dispatch.actions.sign_in import SignedIn
from dispatch.actions.walls import Wall
from dispatch.domain.access import Role
from dispatch.domain.heat import Span, Wanted
from dispatch.domain.ticket import Urgency
from dispatch.reads.heat import Heat, Picture, Question, page_before
from dispatch.web.guard import DESK, Guard
from dispatch.web.models import Instant, Shape, TicketRow

READERS = DESK | {Role.SIGNING_LEADER}
_ASK_AGAIN = "private, no-cache"
_Count = Annotated[int, Field(ge=0)]


class HeatLattice(Shape):
    """六边形从哪里数起（度），以及那里一度有多少米。"""

    lon: float
    lat: float
    east_m: float
    north_m: float


class HeatHexagon(Shape):
    """一个六边形：从原点向东几个半宽、向北几行；整段合计，以及有件的各时段与件数。"""

    east: int
    north: int
    whole: _Count
    at: list[_Count]
    tickets: list[_Count]


class HeatPlace(Shape):
    """一个镇街（镇街的人看：一个村）；code 为空是未定位到镇街的。"""

    code: str | None
    name: str | None
    whole: _Count
    at: list[_Count]
    tickets: list[_Count]


class HeatPicture(Shape):
    """一段时间内收到的工单，按六边形、按地方、按时段计数。

    steps：各时段合计；coarse：位置不够细、nowhere：没有位置，都不在六边形里；floor：少于此数的不单独说。
    """

    since: Instant
    until: Instant
    seconds: int
    width_m: int
    floor: int
    lattice: HeatLattice
    total: _Count
    coarse: _Count
    nowhere: _Count
    steps: list[_Count]
    hexagons: list[HeatHexagon]
    places: list[HeatPlace]


class HeatBranch(Shape):
    """一个大类有几件；空名是没有分类的。"""

    name: str | None
    tickets: _Count


class HeatTickets(Shape):
    """一个数字背后的工单一页，和全部的件数、在办数、分类。"""

    total: _Count
    open: _Count
    branches: list[HeatBranch]
    tickets: list[TicketRow]
    next: int | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose to look at."""

    span: Annotated[Span, Query(description="day:24 小时；week:7 天；month:30 天；clock:30 天按钟点")] = (
        Span.DAY
    )
    width: Annotated[
        Literal[250, 500, 1000, 2000, 4000], BeforeValidator(int), Query(description="六边形的宽（米）")
    ] = 1000
    branch: Annotated[str | None, Query(max_length=100, description="分类的第一级")] = None
    urgency: Urgency | None = None
    only_open: Annotated[bool, Query(description="只看在办的")] = False

    def question(self) -> Question:
        """The question."""
        return Question(self.span, self.width, Wanted(self.branch, self.urgency, self.only_open))


@dataclass(frozen=True, slots=True)
class Number:
    """Which number of the picture."""

    east: Annotated[int | None, Query(ge=-(2**30), lt=2**30, description="与 north 一起：哪个六边形")] = None
    north: Annotated[int | None, Query(ge=-(2**30), lt=2**30)] = None
    place: Annotated[str | None, Query(max_length=12, description="镇街或村的代码；none：没有定到的")] = None
    step: Annotated[int | None, Query(ge=0, lt=100, description="哪个时段；不给是整段")] = None
    before: Annotated[int | None, Query(ge=0, lt=2**63)] = None

    def hexagon(self) -> tuple[int, int] | None:
        """The hexagon, if one was named."""
        return None if self.east is None or self.north is None else (self.east, self.north)


def router(guard: Guard, heat: Heat) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["热力图"])
    reader, looks, screen = guard.needs(READERS), guard.needs(READERS, counts=False), guard.needs_wall()

    @routes.get("/heat", response_model=HeatPicture)
    async def picture(
        chosen: Annotated[Chosen, Depends()],
        person: Annotated[SignedIn, Depends(looks)],
        if_none_match: Annotated[str, Header()] = "",
    ) -> Response:
        """工单从哪里来、什么时候来：按六边形与时段计数，一分钟更新一次。"""
        return _answer(await heat.picture(person.actor, chosen.question()), if_none_match)

    @routes.get("/heat/tickets", response_model=HeatTickets)
    async def behind(
        chosen: Annotated[Chosen, Depends()],
        number: Annotated[Number, Depends()],
        person: Annotated[SignedIn, Depends(reader)],
    ) -> Any:
        """一个六边形、一个地方或一个时段背后的工单。"""
        which = page_before(number.hexagon(), number.place, number.step, number.before)
        return await heat.behind(person.actor, chosen.question(), which)

    @routes.get("/wall/heat", response_model=HeatPicture)
    async def of_wall(
        wall: Annotated[Wall, Depends(screen)], if_none_match: Annotated[str, Header()] = ""
    ) -> Response:
        """大屏的热力图：近 7 天按天，只有较大的六边形，少于 3 件的不显示。"""
        return _answer(await heat.of_wall(wall.unit), if_none_match)

    return routes


def _answer(picture: Picture, known: str) -> Response:
    """The picture, unless the asker has it. The tag is a weak one: packed or not, it is the same picture."""
    tag = f'W/"{picture.digest}"'
    headers = {"ETag": tag, "Cache-Control": _ASK_AGAIN, "Vary": "Cookie"}
    if tag in [each.strip() for each in known.split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(picture.body, headers=headers, media_type="application/json")
