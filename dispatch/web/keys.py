"""API keys of programs: made, listed, revoked by the administrators of the system. A key is shown once, when made."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import Field

from dispatch.actions import keys as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.keys import MOST_DAYS, MOST_PER_MINUTE, Scope
from dispatch.web.guard import Guard
from dispatch.web.models import Shape

_ADMINISTRATOR = frozenset({Role.SYSTEM_ADMIN})
KeyId = Annotated[int, Path(ge=0, lt=2**31, description="密钥的编号")]


class ApiKey(Shape):
    """一把密钥：只显示末四位。"""

    id: int
    name: str
    scope: Scope
    unit: int | None
    unit_name: str | None
    tail: str
    per_minute: int
    state: Literal["valid", "expired", "revoked"]
    created_at: datetime
    created_by: str | None
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None
    revoked_by: str | None


class ApiKeyUnit(Shape):
    """可以给密钥的一个单位。"""

    id: int
    name: str


class ApiKeys(Shape):
    """全部密钥，新的在前；以及密钥可以给哪些单位用。"""

    keys: list[ApiKey]
    units: list[ApiKeyUnit]


class NewApiKey(Shape):
    """新密钥：只显示这一次，请立即交给使用方。"""

    token: str
    key: ApiKey


class ApiKeyForm(Shape):
    """生成密钥。"""

    name: Annotated[str, Field(min_length=1, max_length=acts.LONGEST_NAME, description="给谁、做什么用")]
    scope: Scope = Scope.FEATURES
    days: Annotated[int, Field(ge=1, le=MOST_DAYS, description="有效天数")] = acts.DAYS
    per_minute: Annotated[int, Field(ge=1, le=MOST_PER_MINUTE, description="每分钟最多请求次数")] = (
        acts.PER_MINUTE
    )
    unit: Annotated[int | None, Field(description="给哪个单位用；镇街单位的密钥只能读本镇街")] = None


class RevokeForm(Shape):
    """作废密钥。"""

    reason: Annotated[str, Field(max_length=200)] = ""


def router(guard: Guard) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/keys", tags=["密钥"])
    looks = guard.needs(_ADMINISTRATOR, counts=False)
    changes = guard.needs(_ADMINISTRATOR)

    @routes.get("", response_model=ApiKeys)
    async def listed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """全部密钥：用途、有效期、最近使用、是否作废。"""
        return {"keys": await acts.listed(guard.database), "units": await acts.units(guard.database)}

    @routes.post("", response_model=NewApiKey, status_code=201)
    async def create(form: ApiKeyForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """生成一把密钥；密钥只在这次回答里出现。"""
        token, key = await acts.create(guard.database, person.person, **form.model_dump())
        return {"token": token, "key": key}

    @routes.post("/{key}/revoke", response_model=ApiKey)
    async def revoke(key: KeyId, form: RevokeForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """作废一把密钥，下一次请求起失效；不能恢复。"""
        return await acts.revoke(guard.database, person.person, key, form.reason)

    return routes
