"""导入工单: a hotline's export as a file: looked at, tried, imported as long work."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field, ValidationError

from dispatch.actions.channels import Channel
from dispatch.actions.exports import Exports, Options
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.ports.uploads import drop
from dispatch.web.guard import Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Shape
from dispatch.web.problems import invalid_fields
from dispatch.web.uploads import multipart, uploaded
from dispatch.web.work import Started

FILE_BYTES = 100_000_000
_IMPORTERS = frozenset({Role.DISTRICT_OPERATOR})
_OPTIONS = {"type": "string", "description": "JSON:source、mapping、encoding、dry_run、name"}
Sources = Callable[[], list[Channel]]


class OrderImportOptions(BaseModel):
    """怎样读这个文件。source：是哪条热线导出的；mapping：字段 → 列名（空表示不用这一列）。"""

    source: Annotated[str, Field(min_length=1, max_length=64)]
    mapping: Annotated[dict[str, str], Field(max_length=40)] = {}
    encoding: Annotated[str | None, Field(max_length=20)] = None
    dry_run: bool = False
    name: Annotated[str, Field(max_length=200)] = ""


class OrderField(Shape):
    """可以对应的一个字段。"""

    field: str
    label: Sentence


class OrderInspection(Shape):
    """文件的样子：列、前几行，以及各字段大概是哪一列；missing 是还要指明的。"""

    encoding: str
    columns: list[str]
    samples: list[list[str]]
    mapping: dict[str, str]
    fields: list[OrderField]
    missing: list[str]


class OrderSource(Shape):
    """可以导入的一个来源。"""

    id: str
    name: str


def router(guard: Guard, exports: Exports, sources: Sources) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/orders", tags=["导入工单"])
    importer = guard.needs(_IMPORTERS)

    @routes.get("/sources", response_model=list[OrderSource])
    async def listed(_person: Annotated[SignedIn, Depends(importer)]) -> Any:
        """可以导入哪些来源的工单。"""
        return [{"id": each.source, "name": each.name} for each in sources()]

    @routes.post("/inspect", response_model=OrderInspection, openapi_extra=multipart(options=_OPTIONS))
    async def look(request: Request, _person: Annotated[SignedIn, Depends(importer)]) -> Any:
        """看一眼导出的工单表：有哪些列，各是什么；不导入。"""
        async with uploaded(request) as (path, given):
            try:
                return await exports.inspect(path, _options(given))
            finally:
                drop(path)

    @routes.post(
        "/import", response_model=Started, status_code=202, openapi_extra=multipart(options=_OPTIONS)
    )
    async def begin(request: Request, person: Annotated[SignedIn, Depends(importer)]) -> Any:
        """导入工单（后台进行）；dry_run 只试不写。已有的工单不变；有问题的行可从任务处下载。"""
        async with uploaded(request) as (path, given):
            try:
                options = _options(given)
            except BaseException:
                drop(path)
                raise
            name = given.get("name") if isinstance(given.get("name"), str) else ""
            return {"work": await exports.start(person.actor, path, name or "", options)}

    return routes


def _options(given: dict[str, Any]) -> Options:
    try:
        form = OrderImportOptions.model_validate(given)
    except ValidationError as error:
        raise invalid_fields(
            [{**each, "loc": ("options", *each["loc"])} for each in error.errors()]
        ) from error
    return Options(**form.model_dump(exclude={"name"}))
