"""Multipart uploads: a file, and JSON options or fields beside it, read after the rule of the route was met.

A declared ``File(...)`` would be received whole from anybody who has no session; here the guard comes first.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import orjson
from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile

from dispatch.errors import BadInput
from dispatch.ports.uploads import kept
from dispatch.saying import say
from dispatch.web.problems import invalid_fields

_OPTIONS_BYTES = 64 * 1024
_FIELDS = 20
_NO_FORM = say("请用 multipart/form-data 上传，文件放在 file 里。")
_NO_FILE = say("请选择要上传的文件。")
Said = TypeVar("Said", bound=BaseModel)


@asynccontextmanager
async def uploaded(request: Request) -> AsyncIterator[tuple[Path, dict[str, Any]]]:
    """The file on disk, which is the caller's to drop, and the options.

    Raises:
        BadInput: no file, or options that are no JSON object; names the field.
    """
    _must_be_form(request)
    async with request.form(max_files=1, max_fields=4, max_part_size=_OPTIONS_BYTES) as form:
        file, given = form.get("file"), form.get("options")
        options = _options(given if isinstance(given, str) else "")
        if not isinstance(file, UploadFile) or not file.filename:
            raise BadInput(_NO_FILE, field="file")
        path = await kept(file)
    yield path, options


async def read_with(request: Request, shape: type[Said], most: int) -> tuple[bytes, Said]:
    """A small file, whole, and what the form's fields say of it; a field left empty says nothing.

    Of a file beyond ``most`` bytes one byte more is read, so that whoever takes it sees that it is too large.

    Raises:
        BadInput: no file, or fields that are not of this shape; names them.
    """
    _must_be_form(request)
    async with request.form(max_files=1, max_fields=_FIELDS, max_part_size=_OPTIONS_BYTES) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise BadInput(_NO_FILE, field="file")
        try:
            said = shape.model_validate({name: value for name, value in form.items() if value != ""})
        except ValidationError as error:
            raise invalid_fields(
                [{**each, "loc": ("body", *each["loc"])} for each in error.errors()]
            ) from error
        return await file.read(most + 1), said


def _must_be_form(request: Request) -> None:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise BadInput(_NO_FORM, field="file")


def _options(text: str) -> dict[str, Any]:
    if not text:
        return {}
    try:
        options = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadInput(say("options 不是有效的 JSON。"), field="options") from error
    if not isinstance(options, dict):
        raise BadInput(say("options 应是一个 JSON 对象。"), field="options")
    return options


def multipart(**fields: Mapping[str, Any]) -> dict[str, Any]:
    """What OpenAPI is told of such a body: the file, and further fields by name."""
    properties: dict[str, Any] = {"file": {"type": "string", "format": "binary"}, **fields}
    schema = {"type": "object", "required": ["file"], "properties": properties}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


def form_of(shape: type[BaseModel], file: str) -> dict[str, Any]:
    """What OpenAPI is told of a file and the fields of this shape beside it; ``file`` says what the file may be."""
    schema = shape.model_json_schema()
    schema["properties"] = {
        "file": {"type": "string", "format": "binary", "description": file},
        **schema["properties"],
    }
    schema["required"] = ["file", *schema.get("required", ())]
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}
