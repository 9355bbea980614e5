"""The notification gateway's receipts: signed by the gateway, taken as often as they come. Machines only."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from dispatch.actions import telling as acts
from dispatch.actions.database_time import DatabaseTime
from dispatch.domain.signing import verify
from dispatch.errors import BadSignature, Malformed, NotFound, StaleTimestamp, TooLarge
from dispatch.ports.gateway import Gateway
from dispatch.saying import say
from dispatch.store.database import Database
from dispatch.web.guard import Open
from dispatch.web.models import Shape

MOST = 500
_LIMIT_BYTES = 256 * 1024
_TOLERANCE_SECONDS = 300


class Receipt(BaseModel):
    """一条回执：delivered 送达、opened 已读或接听、failed 失败。"""

    id: UUID
    status: Literal["delivered", "opened", "failed"]
    at: AwareDatetime
    reason: Annotated[str | None, Field(max_length=200)] = None


class Receipts(BaseModel):
    """一批回执。"""

    receipts: Annotated[list[Receipt], Field(min_length=1, max_length=MOST)]


class ReceiptsAnswer(Shape):
    """收下几条，其中几条已知，几条不是本系统发出的。"""

    taken: int
    known: int
    unknown: int


def router(database: Database, gateway: Gateway, clock: DatabaseTime) -> APIRouter:
    """The route a gateway reports to."""
    routes = APIRouter(
        prefix="/gateway", tags=["gateway"], dependencies=[Depends(Open("signed by a machine"))]
    )

    @routes.post("/{name}/receipts")
    async def receipts(request: Request, name: str) -> ReceiptsAnswer:
        """接收通知网关的回执；同一条回执重复推送，只算一次。"""
        if name != gateway.name or gateway.key is None:
            raise NotFound(say("没有登记这个通知网关，请核对回执地址。"))
        body = await _body(request)
        _verify(request, gateway.key, body, clock.timestamp())
        try:
            read = Receipts.model_validate_json(body)
        except ValidationError as error:
            first = error.errors()[0]
            raise Malformed(
                say('报文应是 {"receipts": [ … ]}，每条有 id、status、at。'),
                field=".".join(str(part) for part in first["loc"]),
            ) from error
        given: list[tuple[UUID, str, datetime, str | None]] = [
            (each.id, each.status, each.at, each.reason) for each in read.receipts
        ]
        return ReceiptsAnswer.model_validate(await acts.receive(database, given))

    return routes


async def _body(request: Request) -> bytes:
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > _LIMIT_BYTES:
            raise TooLarge(say("一次最多 {most} 条回执，请分批推送。", most=MOST))
        chunks.append(chunk)
    return b"".join(chunks)


def _verify(request: Request, key: bytes, body: bytes, now: float) -> None:
    identity = request.headers.get("webhook-id", "")
    stamp = request.headers.get("webhook-timestamp", "")
    signature = request.headers.get("webhook-signature", "")
    if not (identity and signature) or not stamp.isascii() or not stamp.isdigit() or len(stamp) > 12:
        raise BadSignature(
            say("缺少 webhook-id、webhook-timestamp 或 webhook-signature。"), field="webhook-signature"
        )
    if not verify([key], identity, int(stamp), body, signature):
        raise BadSignature(field="webhook-signature")
    if abs(now - int(stamp)) > _TOLERANCE_SECONDS:
        raise StaleTimestamp(field="webhook-timestamp")
