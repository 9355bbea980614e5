"""Multipart uploads with a file and JSON options, read after the rule of the route was met and not before.

A declared ``File(...)`` would be received whole from anybody who has no session; here the guard comes first.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
from fastapi import Request
from starlette.datastructures import UploadFile

from dispatch.errors import BadInput
from dispatch.ports.uploads import kept

_OPTIONS_BYTES = 64 * 1024


@asynccontextmanager
async def uploaded(request: Request) -> AsyncIterator[tuple[Path, dict[str, Any]]]:
    """The file on disk, which is the caller's to drop, and the options.

    Raises:
        BadInput: no file, or options that are no JSON object; names the field.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise BadInput("请用 multipart/form-data 上传,文件放在 file 里。", field="file")
    async with request.form(max_files=1, max_fields=4, max_part_size=_OPTIONS_BYTES) as form:
        file, given = form.get("file"), form.get("options")
        options = _options(given if isinstance(given, str) else "")
        if not isinstance(file, UploadFile) or not file.filename:
            raise BadInput("请选择要上传的文件。", field="file")
        path = await kept(file)
    yield path, options


def _options(text: str) -> dict[str, Any]:
    if not text:
        return {}
    try:
        options = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadInput("options 不是有效的 JSON。", field="options") from error
    if not isinstance(options, dict):
        raise BadInput("options 应是一个 JSON 对象。", field="options")
    return options


def multipart(**fields: Mapping[str, Any]) -> dict[str, Any]:
    """What OpenAPI is told of such a body: the file, and further fields by name."""
    properties: dict[str, Any] = {"file": {"type": "string", "format": "binary"}, **fields}
    schema = {"type": "object", "required": ["file"], "properties": properties}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}
