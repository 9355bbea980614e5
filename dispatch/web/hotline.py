"""The hotline's door: verify the raw body's signature, parse, hand to intake, answer what was committed.

Standard Webhooks 1.0; one message or ``{"messages": […]}`` up to 500. Machines only: no session, no cookie.
"""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from fastapi import APIRouter, Depends, Request, Response

from dispatch import tracing
from dispatch.actions.channels import Channel, Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.actions.intake import Answer, Delivery
from dispatch.actions.reconciling import MOST_ORDERS, Reconciling, Window
from dispatch.domain.allowances import DELIVERIES_PER_MINUTE, FORGERIES_PER_MINUTE
from dispatch.domain.messages import Fault, parse, refusal
from dispatch.domain.moments import moment_of
from dispatch.domain.signing import Way, signed_by
from dispatch.errors import (
    BadInput,
    BadSignature,
    Malformed,
    NotFound,
    SourceRetired,
    StaleTimestamp,
    TooLarge,
    TooMany,
)
from dispatch.saying import say
from dispatch.web.allowances import address_of
from dispatch.web.guard import Open

LIMIT_ONE = 256 * 1024
LIMIT_BATCH = 2 * 1024 * 1024
LIMIT_LIST = 8 * 1024 * 1024
"""A list of orders, see `actions.reconciling`."""
MOST = 500
TOLERANCE_SECONDS = 300
_LONGEST_ID = 200
_TOO_DEEP = Fault("", say("嵌套层数过多，无法保存，请减少层数"))


def router(
    channels: Channels,
    clock: DatabaseTime,
    submit: Callable[[Delivery], Awaitable[Answer]],
    take: Callable[[str, int], int | None] = lambda _name, _per_minute: None,
) -> APIRouter:
    """The route a hotline pushes its messages to; ``take`` counts deliveries, in this process alone."""
    routes = _routes()

    async def push(request: Request, source: str) -> Response:
        """接收热线推送：单条或一批（≤ 500 条），逐条给出结果。"""
        channel = _channel(channels, source)
        body = await _body(request)
        with tracing.step("verify", bytes=len(body)):
            try:
                identity = _verified(request, channels, channel, body, clock.timestamp())
            except (BadSignature, StaleTimestamp):
                _wait(take(f"forgery:{address_of(request)}", FORGERIES_PER_MINUTE))
                raise
            _wait(take(f"delivery:{source}", DELIVERIES_PER_MINUTE))
        _refuse_retired(channel)
        answer = await submit(_delivery(channel, identity, body))
        kind = "application/problem+json" if answer.status >= 400 else "application/json"
        return Response(answer.body, answer.status, media_type=kind)

    routes.add_api_route("/{source}/messages", push, methods=["POST"], response_class=Response)
    return routes


def _wait(seconds: int | None) -> None:
    if seconds is not None:
        raise TooMany(
            say("推送太频繁，请 {seconds} 秒后用原来的 webhook-id 再推送。", seconds=seconds),
            retry_after=seconds,
        )


def lists(channels: Channels, clock: DatabaseTime, reconciling: Reconciling) -> APIRouter:
    """The route a hotline pushes its daily list of orders to."""
    routes = _routes()

    async def reconcile(request: Request, source: str) -> Response:
        """接收热线的工单清单并对账（一单不漏）：since、until 与 orders（工单编号、工单状态、办结时限）。"""
        channel = _channel(channels, source)
        body = await _body(request, LIMIT_LIST)
        identity = _verified(request, channels, channel, body, clock.timestamp())
        _refuse_retired(channel)
        window, orders = _list(body)
        digest = hashlib.sha256(body).digest()
        made = await reconciling.pushed(channel, identity, digest, window, orders)
        return Response(orjson.dumps(made), 201, media_type="application/json")

    routes.add_api_route("/{source}/reconciliation", reconcile, methods=["POST"], response_class=Response)
    return routes


def _channel(channels: Channels, source: str) -> Channel:
    channel = channels.known(source)
    if channel is None:
        raise NotFound(say("没有登记这个热线来源，请核对推送地址。"))
    return channel


def _refuse_retired(channel: Channel) -> None:
    """Told to whoever signs as the source, to nobody else: 410, which ends a sender's attempts (Standard Webhooks)."""
    if not channel.active:
        raise SourceRetired


def _routes() -> APIRouter:
    return APIRouter(
        prefix="/hotline/v1", tags=["hotline"], dependencies=[Depends(Open("signed by a machine"))]
    )


async def _body(request: Request, limit: int = LIMIT_BATCH) -> bytes:
    """The raw body, never more than it may be."""
    chunks = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise TooLarge(say("一次最多 {limit} MiB，请分批推送。", limit=limit >> 20))
        chunks.append(chunk)
    return b"".join(chunks)


def _verified(request: Request, channels: Channels, channel: Channel, body: bytes, now: float) -> str:
    """The webhook-id of a call whose signature and timestamp hold; which secret signed it is noted."""
    identity = request.headers.get("webhook-id", "")
    stamp = request.headers.get("webhook-timestamp", "")
    signature = request.headers.get("webhook-signature", "")
    missing = next((name for name, value in (("webhook-id", identity), ("webhook-timestamp", stamp),
                                             ("webhook-signature", signature)) if not value), None)  # fmt: skip
    if missing:
        raise BadSignature(
            say("缺少请求头 {missing}：推送必须签名，见 README「热线如何接入」。", missing=missing),
            field=missing,
        )
    if len(identity) > _LONGEST_ID or not identity.isascii():
        raise BadSignature(say("webhook-id 应是不超过 200 个字符的 ASCII 文字。"), field="webhook-id")
    if not stamp.isascii() or not stamp.isdigit() or len(stamp) > 12:
        raise StaleTimestamp(say("webhook-timestamp 应是 1970 年以来的秒数。"), field="webhook-timestamp")
    signer = signed_by([*channel.keys.values()], identity, int(stamp), body, signature)
    if signer is None:
        raise BadSignature(field="webhook-signature")
    if abs(now - int(stamp)) > TOLERANCE_SECONDS:
        raise StaleTimestamp(field="webhook-timestamp")
    channels.use(Way.PUSH, channel.source, [[*channel.keys][signer]])
    return identity


def _delivery(channel: Channel, identity: str, body: bytes) -> Delivery:
    """The messages of a verified body, each read through the channel's profile."""
    try:
        parsed: Any = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Malformed(
            say("报文不是有效的 JSON（第 {pos} 个字符附近），请检查后重发。", pos=error.pos)
        ) from error
    if not isinstance(parsed, dict):
        raise Malformed(say('报文应是一条消息的 JSON 对象，或 {"messages": [ … ]}。'))
    single = "messages" not in parsed
    items = [parsed] if single else parsed["messages"]
    if not isinstance(items, list) or not items:
        raise BadInput(say("messages 应是至少一条消息的列表。"), field="messages")
    if len(items) > MOST:
        raise TooLarge(
            say("一批最多 {most} 条，这一批有 {count} 条，请分批推送。", most=MOST, count=len(items)),
            field="messages",
        )
    if single and len(body) > LIMIT_ONE:
        raise TooLarge(say("单条推送最多 256 KiB，请减少内容。"))
    digest, storable = _digest(parsed if not single else [parsed], body)
    return Delivery(
        source=channel.source,
        datum=channel.datum,
        profile=channel.profile,
        webhook_id=identity,
        digest=digest,
        items=[
            parse(item, channel.profile)
            if storable or not _too_deep(item)
            else refusal(item, channel.profile, _TOO_DEEP)
            for item in items
        ],
        single=single,
        doubted=channel.doubted,
        trace=tracing.here(),
    )


def _list(body: bytes) -> tuple[Window, list[Any]]:
    """The time and the orders of a list."""
    try:
        parsed: Any = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Malformed(
            say("报文不是有效的 JSON（第 {pos} 个字符附近），请检查后重发。", pos=error.pos)
        ) from error
    if not isinstance(parsed, dict) or not isinstance(parsed.get("orders"), list):
        raise BadInput(say("清单应是 {since, until, orders},orders 是工单的列表。"), field="orders")
    since, until = moment_of(parsed.get("since")), moment_of(parsed.get("until"))
    if since is None or until is None:
        missing = "since" if since is None else "until"
        raise BadInput(say("缺少清单的时间段，应如 2026-11-24 00:00:00。"), field=missing)
    if len(parsed["orders"]) > MOST_ORDERS:
        raise TooLarge(say("一份清单最多 {most} 单，请按时间段分开。", most=MOST_ORDERS))
    return Window(since, until), parsed["orders"]


def _digest(parsed: Any, body: bytes) -> tuple[bytes, bool]:
    """SHA-256 of what was said, whatever its spelling, and whether all of it can be stored.

    ``parsed`` is nested as deep as its items will be stored; what is deeper than JSON is written here (254 levels) is
    digested as it came.
    """
    try:
        return hashlib.sha256(orjson.dumps(parsed, option=orjson.OPT_SORT_KEYS)).digest(), True
    except orjson.JSONEncodeError:
        return hashlib.sha256(body).digest(), False


def _too_deep(item: Any) -> bool:
    try:
        orjson.dumps([item])
    except orjson.JSONEncodeError:
        return True
    return False
