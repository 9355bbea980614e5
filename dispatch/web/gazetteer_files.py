"""Lists of places as files: looking at one, and importing it as long work. Joined to the gazetteer's routes."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field, ValidationError

from dispatch.actions.importing import Importing
from dispatch.actions.lists import Options
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS
from dispatch.ports.uploads import drop
from dispatch.web.guard import Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Shape
from dispatch.web.problems import invalid_fields
from dispatch.web.uploads import multipart, uploaded
from dispatch.web.work import Started
from gis.names import Kind

FILE_BYTES = 300_000_000
"""The largest list: over a million rows."""
_OPTIONS = {
    "type": "string",
    "description": "JSON:source、datum、mapping、encoding、kind、mode、dry_run、name",
}


class ImportOptions(BaseModel):
    """怎样读这个文件。mapping：字段 → 列名（与常见列名不同时）；kind：没有类别列时各行的类别。"""

    source: Annotated[str, Field(min_length=1, max_length=60)]
    datum: Annotated[str, Field(max_length=40)] = "wgs84"
    mapping: Annotated[dict[str, str], Field(max_length=30)] = {}
    encoding: Annotated[str | None, Field(max_length=20)] = None
    kind: Kind | None = None
    mode: Literal["all", "good"] = "good"
    dry_run: bool = False
    name: Annotated[str, Field(max_length=200)] = ""


class ListField(Shape):
    """可以对应的一个字段。"""

    field: str
    label: Sentence


class ListInspection(Shape):
    """文件的样子：编码、列、前几行，以及各字段大概是哪一列；missing 是还要指明的。"""

    encoding: str
    separator: str
    size: int
    columns: list[str]
    samples: list[list[str]]
    mapping: dict[str, str]
    fields: list[ListField]
    missing: list[str]


def join(routes: APIRouter, guard: Guard, importing: Importing) -> None:
    """Add the routes."""
    keeper = guard.needs(KEEPERS)

    @routes.post("/inspect", response_model=ListInspection, openapi_extra=multipart())
    async def look(request: Request, _person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """看一眼地名表：有哪些列，各是什么；不导入。"""
        async with uploaded(request) as (path, options):
            try:
                encoding = options.get("encoding")
                return await importing.inspect(path, encoding if isinstance(encoding, str) else None)
            finally:
                drop(path)

    @routes.post(
        "/import", response_model=Started, status_code=202, openapi_extra=multipart(options=_OPTIONS)
    )
    async def begin(request: Request, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """导入地名表（后台进行）；dry_run 只试不写。有问题的行可从任务处下载。"""
        async with uploaded(request) as (path, given):
            try:
                form = ImportOptions.model_validate(given)
            except ValidationError as error:
                drop(path)
                raise invalid_fields(
                    [{**each, "loc": ("options", *each["loc"])} for each in error.errors()]
                ) from error
            options = Options(**form.model_dump(exclude={"name"}))
            return {"work": await importing.start(person.actor, path, form.name, options)}
