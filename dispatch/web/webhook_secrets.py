"""Secrets of hotlines, of what they push and of what is reported to them. For the system's administrators."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from pydantic import Field

from dispatch.actions import webhook_secrets as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.webhook_secrets import HOURS, MOST_HOURS, Vault
from dispatch.domain.access import Role
from dispatch.domain.signing import Way
from dispatch.reads.keeping import changes as read_changes
from dispatch.web.guard import Guard
from dispatch.web.keeping_shapes import KeptChange
from dispatch.web.models import Shape

_ADMINISTRATOR = frozenset({Role.SYSTEM_ADMIN})
Source = Annotated[str, Path(max_length=64, description="热线来源")]
Fingerprint = Annotated[str, Path(pattern="^[0-9a-f]{8}$", description="密钥的指纹")]


class WebhookSecret(Shape):
    """一把有效的密钥：只显示指纹（密钥文字的 SHA-256 前八位）；last_used_at 到分钟。"""

    fingerprint: str
    added_at: datetime | None
    added_by: str | None
    ends_at: datetime | None
    ended_by: str | None
    last_used_at: datetime | None


class SecretSource(Shape):
    """一个热线来源和它有效的密钥：推送用的，和回传办理状态用的（reports：登记了回传地址）。"""

    source: str
    name: str
    active: bool
    secrets: list[WebhookSecret]
    reports: bool
    report_secrets: list[WebhookSecret]


class NewSecret(Shape):
    """新密钥：只显示这一次，请立即交给热线。"""

    secret: str
    source: SecretSource


class SecretForm(Shape):
    """增加一把推送密钥。"""

    secret: Annotated[str | None, Field(max_length=200, description="热线给的密钥；不填则由系统生成")] = None


class EndSecretForm(Shape):
    """停用一把推送密钥。"""

    hours: Annotated[int, Field(ge=0, le=MOST_HOURS, description="新旧并行多少小时；0 为立即停用")] = HOURS


def router(guard: Guard, vault: Vault) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/sources", tags=["密钥"])
    looks = guard.needs(_ADMINISTRATOR, counts=False)
    changes = guard.needs(_ADMINISTRATOR)

    @routes.get("", response_model=list[SecretSource])
    async def listed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """各热线来源的推送密钥：指纹、何时增加、何时停用。"""
        return await acts.listed(guard.database, vault)

    @routes.get("/changes", response_model=list[KeptChange])
    async def changed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """密钥的变更记录，新的在前：谁增加、谁停用了哪一把。"""
        return await read_changes(guard.database, "secret")

    @routes.post("/{source}/secrets", response_model=NewSecret, status_code=201)
    async def add(source: Source, form: SecretForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """增加一把推送密钥，与原来的同时有效；密钥只在这次回答里出现。"""
        secret, found = await acts.add(guard.database, vault, person.person, source, form.secret)
        return {"secret": secret, "source": found}

    @routes.post("/{source}/secrets/{fingerprint}/end", response_model=SecretSource)
    async def end(
        source: Source,
        fingerprint: Fingerprint,
        form: EndSecretForm,
        person: Annotated[SignedIn, Depends(changes)],
    ) -> Any:
        """停用一把推送密钥；并行时间内新旧都有效。"""
        return await acts.end(guard.database, vault, person.person, source, fingerprint, form.hours)

    _reports(routes, guard, vault)
    return routes


def _reports(routes: APIRouter, guard: Guard, vault: Vault) -> None:
    changes = guard.needs(_ADMINISTRATOR)

    @routes.post("/{source}/report-secrets", response_model=NewSecret, status_code=201)
    async def add(source: Source, form: SecretForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """增加一把回传密钥：此后的回传用新旧两把同时签名；密钥只在这次回答里出现。"""
        by = person.person
        secret, found = await acts.add(guard.database, vault, by, source, form.secret, way=Way.REPORT)
        return {"secret": secret, "source": found}

    @routes.post("/{source}/report-secrets/{fingerprint}/end", response_model=SecretSource)
    async def end(
        source: Source,
        fingerprint: Fingerprint,
        form: EndSecretForm,
        person: Annotated[SignedIn, Depends(changes)],
    ) -> Any:
        """停用一把回传密钥；并行时间内仍用两把签名。"""
        by, hours = person.person, form.hours
        return await acts.end(guard.database, vault, by, source, fingerprint, hours, way=Way.REPORT)
