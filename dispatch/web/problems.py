"""Every refusal as RFC 9457 ``application/problem+json``. Used by all of ``web``."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse

from dispatch.errors import (
    AccountLocked,
    AnotherPerson,
    BadInput,
    BadSignature,
    DatabaseAway,
    DispatchError,
    Forbidden,
    LinkClosed,
    Malformed,
    NotFound,
    NotSignedIn,
    PasswordDue,
    StaleTimestamp,
    TooLarge,
    TooMany,
    WallEnded,
    WrongPassword,
    status_of,
)
from dispatch.saying import Said, say
from dispatch.web.language import in_words

log = structlog.get_logger(__name__)
MEDIA_TYPE = "application/problem+json"
_RETRY_SECONDS = 5
_WORDS: Mapping[str, Said] = {
    "missing": say("缺少这一项，请填写。"),
    "string_type": say("应是文字。"),
    "string_pattern_mismatch": say("格式不对，请核对后再提交。"),
    "bool_parsing": say("应是 true 或 false。"),
    "bool_type": say("应是 true 或 false。"),
    "list_type": say("应是列表。"),
    "date_parsing": say("应是日期，例如 2026-11-24。"),
    "date_from_datetime_parsing": say("应是日期，例如 2026-11-24。"),
    "time_parsing": say("应是时刻，例如 08:30。"),
    "int_parsing": say("应是整数。"),
    "int_type": say("应是整数。"),
    "float_parsing": say("应是数字。"),
    "float_type": say("应是数字。"),
    "finite_number": say("应是有限的数字。"),
    "uuid_parsing": say("应是 UUID。"),
    "datetime_parsing": say("应是带时区的时间，例如 2026-11-24T08:00:00Z。"),
    "timezone_aware": say("时间要带时区，例如 2026-11-24T08:00:00Z。"),
    "json_invalid": say("不是有效的 JSON，请检查格式。"),
    "extra_forbidden": say("没有这一项，请去掉。"),
}
_BOUNDS: Mapping[str, Callable[[Mapping[str, Any]], Said]] = {
    "string_too_long": lambda given: (
        say("太长了，只能写 1 个字。")
        if given["max_length"] == 1
        else say("太长了，最多 {limit} 个字，请缩短。", limit=given["max_length"])
    ),
    "string_too_short": lambda given: (
        say("不能为空，请填写。")
        if given["min_length"] == 1
        else say("太短了，至少 {limit} 个字。", limit=given["min_length"])
    ),
    "too_long": lambda given: say("太多了，最多 {limit} 项。", limit=given["max_length"]),
    "too_short": lambda given: (
        say("不能为空，至少要有 1 项。")
        if given["min_length"] == 1
        else say("太少了，至少 {limit} 项。", limit=given["min_length"])
    ),
    "greater_than": lambda given: say("应大于 {limit}。", limit=_plain(given["gt"])),
    "greater_than_equal": lambda given: say("不能小于 {limit}。", limit=_plain(given["ge"])),
    "less_than": lambda given: say("应小于 {limit}。", limit=_plain(given["lt"])),
    "less_than_equal": lambda given: say("不能大于 {limit}。", limit=_plain(given["le"])),
    "literal_error": lambda given: say("不在可选范围内，可选：{choices}。", choices=_choices(given)),
    "enum": lambda given: say("不在可选范围内，可选：{choices}。", choices=_choices(given)),
}
"""What is said about a bound, from what pydantic tells of it (``ctx``)."""
_AUDITED = (
    *(Forbidden, BadSignature, StaleTimestamp, WrongPassword, AccountLocked, LinkClosed),
    *(AnotherPerson, TooMany, WallEnded),
)
_HTTP: Mapping[int, type[DispatchError]] = {400: Malformed, 404: NotFound, 413: TooLarge}


def problem(error: DispatchError) -> Response:
    """The answer to a refusal: status from the table, its words, and what the error carries more."""
    retry_after = error.more.get("retry_after", _RETRY_SECONDS if isinstance(error, DatabaseAway) else None)
    headers = {"Cache-Control": "no-store"}
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return Response(body_of(error), status_of(error), headers, MEDIA_TYPE)


def body_of(error: DispatchError) -> bytes:
    """A refusal in the words of RFC 9457, in the language of whoever asked."""
    body: dict[str, Any] = {
        "type": f"urn:dispatch:problem:{error.code}",
        "title": re.split("[,;:。.\uff0c\uff1b\uff1a]", in_words(say(type(error).__doc__ or "")), maxsplit=1)[
            0
        ],
        "status": status_of(error),
        "detail": error.detail,
    }
    if error.field:
        body["field"] = error.field
    return _packed(body | dict(error.more))


def _packed(body: Mapping[str, Any]) -> bytes:
    return orjson.dumps(in_words(body), default=str)


def register(app: FastAPI) -> None:
    """Render refusals, bad input, unknown addresses and surprises of an application as problems."""
    app.add_exception_handler(DispatchError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _surprise)


def documented(document: dict[str, Any]) -> dict[str, Any]:
    """An OpenAPI document that says of each operation what its refusals look like.

    They have a media type of their own; while the database is away there is 503, with the time to ask again.
    """
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    away = {
        "description": DatabaseAway.__doc__,
        "content": content,
        "headers": {"Retry-After": {"required": True, "schema": {"type": "integer"}}},
    }
    for operation in (each for path in document["paths"].values() for each in path.values()):
        refused = operation["responses"]["4XX"]
        operation["responses"] |= {"4XX": {**refused, "content": content}, "503": away}
    return document


async def _refused(request: Request, error: Exception) -> Response:
    """A refusal; somebody who opens a page without a session is led to the sign-in page, and back from there."""
    assert isinstance(error, DispatchError)
    if isinstance(error, NotSignedIn) and "text/html" in request.headers.get("accept", ""):
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/signin?next={quote(wanted)}", 303)
    if isinstance(error, PasswordDue) and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/signin?change=1", 303)
    if status_of(error) >= 500:
        log.warning("refused", code=error.code)
    note_refusal(request, error)
    return problem(error)


def note_refusal(request: HTTPConnection, error: DispatchError) -> None:
    """Count a refusal of a right, signature or password for the audit; not found is one where somebody known asked."""
    person: int | None = getattr(request.state, "person", None)
    if isinstance(error, _AUDITED) or (isinstance(error, NotFound) and person is not None):
        client = request.client.host if request.client else None
        method = request.scope.get("method", "WS")
        request.app.state.refusals.note(error.code, client, f"{method} {request.url.path}", person)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(each["loc"][0] == "path" for each in found):
        return problem(NotFound())
    return problem(invalid_fields(found))


def invalid_fields(found: Sequence[Mapping[str, Any]]) -> BadInput:
    """Pydantic's findings in the reader's language; what was typed is never repeated."""
    errors = [
        {"field": ".".join(str(part) for part in each["loc"][1:]), "detail": _in_words(each)}
        for each in found
    ]
    return BadInput(errors[0]["detail"], field=errors[0]["field"], errors=errors)


def _in_words(found: Mapping[str, Any]) -> str:
    bound = _BOUNDS.get(found["type"])
    if bound is not None:
        return bound(found["ctx"])
    return _WORDS.get(found["type"], say("填写得不对，请核对后再提交。"))


def _plain(bound: Any) -> Any:
    """A bound as people write it: without the point of a number that is whole."""
    return int(bound) if isinstance(bound, float) and bound.is_integer() else bound


def _choices(given: Mapping[str, Any]) -> list[str]:
    """What may be chosen, of pydantic's list in words: ``'a', 'b' or 'c'``."""
    return [each.strip("'") for each in re.split(", | or ", given["expected"])]


class BodyTooLarge(HTTPException):
    """A body that goes on beyond its limit; of a kind that frameworks let through while they read it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(413)


def beyond(limit: int) -> str:
    """What whoever sent more than so many bytes is told."""
    size = f"{limit // 2**20} MB" if limit >= 2**20 else f"{limit // 1024} KB"
    return say("内容太大，最多 {size}；请分开提交。", size=size)


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error, BodyTooLarge):
        return problem(TooLarge(beyond(error.limit)))
    known = _HTTP.get(error.status_code)
    if known is not None:
        return problem(known())
    body = {
        "type": "about:blank",
        "title": say("不接受这样的请求"),
        "status": error.status_code,
        "detail": say("这个地址不接受这样的请求，请核对方法和地址。"),
    }
    return Response(_packed(body), error.status_code, dict(error.headers or {}), MEDIA_TYPE)


async def _surprise(_request: Request, error: Exception) -> Response:
    log.error("surprise", kind=type(error).__name__)
    return problem(DispatchError())
