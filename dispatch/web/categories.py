"""事项分类: the tree of categories, its file, and the names of hotlines that nobody knows yet."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response
from pydantic import Field

from dispatch.actions.categories import CategoryKeeping
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS
from dispatch.domain.category_register import Entry
from dispatch.domain.ticket import PlaceNeed
from dispatch.ports.uploads import drop
from dispatch.ports.xlsx import MEDIA_TYPE
from dispatch.saying import say
from dispatch.web.guard import Guard
from dispatch.web.keeping_shapes import ListTaken, Reason, WhyForm
from dispatch.web.language import LINKED, Sentence, in_words
from dispatch.web.models import Instant, Shape
from dispatch.web.uploads import multipart, uploaded

Code = Annotated[str, Path(pattern=r"^[0-9A-Za-z._-]{1,30}$", description="分类编码")]
UseKind = Literal["routing", "power", "police", "clock", "evidence", "signoff", "text", "precedent"]
Name = Annotated[str, Field(max_length=200)]
_OPTIONS = {
    "type": "string",
    "description": 'JSON:{"dry_run": true} 为试导入，什么也不写；{"whole": true} 为文件是全部分类，没写到的今天停用',
}


class CategoryEntry(Shape):
    """一个分类。valid_until 当日起不再用；tickets：近 90 天多少件；uses：各类规则有多少条写到它。"""

    code: str
    path: str
    place_need: PlaceNeed
    evidence_required: bool
    signoff_required: bool
    aliases: list[str]
    valid_from: date | None
    valid_until: date | None
    standing: Literal["in_use", "later", "over"]
    tickets: int
    uses: dict[UseKind, int]


class UnknownName(Shape):
    """热线写了、这里不认识的分类：近 90 天多少件，最近一件何时。"""

    name: str
    tickets: int
    last_at: Instant


class CategoryRegister(Shape):
    """全部分类（停用的也在），以及未识别的分类；withheld：有多少种写法含个人信息，不列出。"""

    today: date
    categories: list[CategoryEntry]
    unknown: list[UnknownName]
    withheld: int


class CategoryUse(Shape):
    """写到一个分类的规则；path 是规则写的路径，空为按分类自己的要求；times：同样的有几条。"""

    kind: UseKind
    says: Sentence
    path: str | None
    times: int


class CategoryUses(Shape):
    """写到一个分类的规则；left：没有它就不再对任何分类起作用的，各有几条。"""

    uses: list[CategoryUse]
    left: dict[UseKind, int]


class CategoryBody(Shape):
    """分类写的内容；aliases：热线的其他叫法；日期不填为一直有效。"""

    path: Annotated[str, Field(max_length=300)]
    place_need: PlaceNeed
    evidence_required: bool = False
    signoff_required: bool = False
    aliases: Annotated[list[Name], Field(max_length=100)] = Field(default_factory=list)
    valid_from: date | None = None
    valid_until: date | None = None


class NewCategoryForm(CategoryBody):
    """新分类；code 不填由系统编。"""

    code: Annotated[str | None, Field(max_length=60)] = None
    reason: Reason = ""


class CategoryForm(CategoryBody):
    """修改分类。"""

    reason: Reason


class CategoryMade(Shape):
    """新分类的编码。"""

    code: str


class AliasForm(Shape):
    """热线的一种叫法。"""

    name: Name


class EndCategoryForm(Shape):
    """停用分类：day 不填为今天；successor：热线再写它的路径和叫法，归到哪个分类。"""

    day: date | None = None
    successor: Annotated[str | None, Field(max_length=60)] = None
    reason: Reason


class CategoryMove(Shape):
    """导入带来的一处变化；row 空为文件里没有的。"""

    row: int | None
    what: Literal["added", "changed", "ended"]
    code: str
    path: str
    says: Sentence


class CategoryListTaken(ListTaken):
    """导入分类的结果；rest_kept：有问题行，文件里没写到的没有停用。"""

    ended: int
    changes: list[CategoryMove]
    rest_kept: bool


def router(guard: Guard, acts: CategoryKeeping) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/categories", tags=["事项分类"])
    _tree(routes, guard, acts)
    _ends(routes, guard, acts)
    _files(routes, guard, acts)
    return routes


def _tree(routes: APIRouter, guard: Guard, acts: CategoryKeeping) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.get("", response_model=CategoryRegister)
    async def listed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """全部分类，以及热线写了、这里不认识的分类。"""
        return await acts.listed()

    @routes.post("", response_model=CategoryMade, status_code=201)
    async def add(form: NewCategoryForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """新增一个分类。"""
        code = (form.code or "").strip() or None
        return {"code": await acts.add(person.actor, _entry(form), code, form.reason.strip() or None)}

    @routes.put("/{code}", status_code=204)
    async def change(code: Code, form: CategoryForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """修改一个分类，即时用于以后的工单；编码不能改。"""
        await acts.change(person.actor, code, _entry(form), form.reason)

    @routes.get("/{code}/uses", response_model=CategoryUses)
    async def uses(code: Code, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """哪些派单、时限、照片、签发规则，话术和先例写到它。"""
        return await acts.uses(code)

    @routes.post("/{code}/aliases", status_code=204)
    async def call(code: Code, form: AliasForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """热线的这种叫法归到这个分类；已收到的工单不变。"""
        await acts.call(person.actor, code, form.name)


def _ends(routes: APIRouter, guard: Guard, acts: CategoryKeeping) -> None:
    changes = guard.needs(KEEPERS)

    @routes.post("/{code}/end", status_code=204)
    async def end(code: Code, form: EndCategoryForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """停用一个分类；已经归到它的工单不变。"""
        await acts.end(person.actor, code, form.day, form.reason, form.successor or None)

    @routes.post("/{code}/stay", status_code=204)
    async def stay(code: Code, form: WhyForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """撤销停用。"""
        await acts.stay(person.actor, code, form.reason)


def _files(routes: APIRouter, guard: Guard, acts: CategoryKeeping) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.post("/import", response_model=CategoryListTaken, openapi_extra=multipart(options=_OPTIONS))
    async def take(request: Request, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """从文件导入分类；有问题的行不导入，其余的一次导入；同一份文件再导入没有变化。"""
        async with uploaded(request) as (path, options):
            try:
                return await acts.take(
                    person.actor,
                    path,
                    path.name,
                    dry_run=bool(options.get("dry_run")),
                    is_whole=bool(options.get("whole")),
                )
            finally:
                drop(path)

    @routes.get("/list.xlsx", response_class=Response, dependencies=[LINKED])
    async def sheet(_person: Annotated[SignedIn, Depends(looks)]) -> Response:
        """全部分类（Excel），也是导入的模板。"""
        name = "attachment; filename=categories.xlsx"
        return Response(
            await acts.sheet(in_words(say("事项分类表"))),
            media_type=MEDIA_TYPE,
            headers={"content-disposition": name},
        )


def _entry(form: CategoryBody) -> Entry:
    held = form.model_dump(include=set(CategoryBody.model_fields))
    return Entry(**held | {"place_need": str(form.place_need), "aliases": tuple(form.aliases)})
