"""API keys: made, revoked, recognised. Called by ``web.keys``, ``web.guard`` and the command line.

A key is 32 random bytes; the database holds their digest, so that a copy of it opens nothing. Each request looks the
key up anew: revoked means revoked at the next request. What a key was refused for is audited, once a minute each.
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from dispatch.domain import keys as domain
from dispatch.domain.keys import Scope
from dispatch.errors import (
    BadInput,
    BadKey,
    DatabaseAway,
    DispatchError,
    Forbidden,
    KeyInAddress,
    NotFound,
    TooMany,
)
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import keys as store
from dispatch.store.database import Database, Tx

DAYS = 365
PER_MINUTE = 600
LONGEST_NAME = 80
_MINUTE_SECONDS = 60.0
_REMEMBERED_SECONDS = 900.0
"""How long a monitor's key is good while the database is away: that is when its figures are needed most."""
_UNKNOWN = 0
_Refusal = TypeVar("_Refusal", bound=DispatchError)


@dataclass(frozen=True, slots=True)
class Machine:
    """The program behind a request: which key it holds, and the town it is confined to, if any."""

    key: int
    name: str
    unit: int | None
    town: str | None


class Counts(Protocol):
    """Counts requests; ``ports.limits`` does."""

    async def take(self, name: str, per_minute: int) -> int | None:
        """None where one more may pass, else the seconds to wait."""


def digest_of(token: str) -> bytes:
    """What the database keeps of a key: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


async def create(
    database: Database,
    person: int | None,
    *,
    name: str,
    scope: Scope = Scope.FEATURES,
    days: int = DAYS,
    per_minute: int = PER_MINUTE,
    unit: int | None = None,
) -> tuple[str, dict[str, Any]]:
    """A new key: the token, which is shown this once, and the key as it is listed.

    ``person``: who makes it, None for the command line. ``unit``: whom it is for; one of a town reads that town only.

    Raises:
        BadInput: a value is out of its bounds, or the unit does not exist.
    """
    name = " ".join(name.split())
    _within_bounds(name, days, per_minute)
    token = domain.token_of(secrets.token_bytes(domain.RANDOM_BYTES))
    async with database.system() as tx:
        if unit is not None and not await store.unit_exists(tx, unit):
            raise BadInput(say("没有这个单位，请重新选择。"), field="unit")
        identity = await store.add(
            tx,
            digest_of(token),
            tail=token[-domain.TAIL :],
            name=name,
            scope=scope,
            unit=unit,
            per_minute=per_minute,
            days=days,
            person=person,
        )
        detail = {"name": name, "scope": scope, "days": days, "unit": unit}
        await _note(tx, person, "key.created", identity, detail=detail)
        (made,) = await store.listed(tx, identity)
    return token, made


def _within_bounds(name: str, days: int, per_minute: int) -> None:
    """Nothing, or the first value that is out of its bounds is refused."""
    named = say("名称要写 1 到 {most} 个字，说明给谁用。", most=LONGEST_NAME)
    _bounded("name", len(name), LONGEST_NAME, named)
    lasting = say("有效期是 1 到 {most} 天。", most=domain.MOST_DAYS)
    _bounded("days", days, domain.MOST_DAYS, lasting)
    often = say("每分钟次数是 1 到 {most}。", most=domain.MOST_PER_MINUTE)
    _bounded("per_minute", per_minute, domain.MOST_PER_MINUTE, often)


async def _note(tx: Tx, person: int | None, action: str, key: int, **more: Any) -> None:
    """The audit row of something that was done with a key."""
    await audit.write(tx, person=person, action=action, subject=f"api_key:{key or 'unknown'}", **more)


def _bounded(field: str, value: int, most: int, says: str) -> None:
    if not 1 <= value <= most:
        raise BadInput(says, field=field)


async def revoke(
    database: Database, person: int | None, key: int, reason: str | None = None
) -> dict[str, Any]:
    """Revoke a key for good, and answer it as it is listed; one that was revoked before stays as it was.

    Raises:
        NotFound: there is no such key.
    """
    async with database.system() as tx:
        if await store.revoke(tx, key, person):
            await _note(tx, person, "key.revoked", key, reason=reason or None)
        found = await store.listed(tx, key)
    if not found:
        raise NotFound
    return found[0]


async def listed(database: Database) -> list[dict[str, Any]]:
    """Every key, the newest first. In the system's scope: nobody's reads reach the table of keys."""
    async with database.system() as tx:
        return await store.listed(tx)


async def units(database: Database) -> list[dict[str, Any]]:
    """The units a key may be for."""
    async with database.system() as tx:
        return await store.units(tx)


class Keys:
    """Recognises keys; one per process."""

    def __init__(self, database: Database, counts: Counts, now: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._counts = counts
        self._now = now
        self._told: dict[tuple[int, str], float] = {}
        self._monitors: dict[bytes, tuple[Machine, float]] = {}

    async def recognise(self, token: str, scope: Scope) -> Machine:
        """The program that holds a key.

        Raises:
            BadKey: no such key, or it is revoked or expired.
            Forbidden: it is for something else.
            TooMany: it asks too often; ``retry_after`` seconds remain.
        """
        try:
            return await self._looked_up(token, scope)
        except DatabaseAway:
            machine, until = self._monitors.get(digest_of(token), (None, 0.0))
            if scope is not Scope.METRICS or machine is None or self._now() >= until:
                raise
            return machine

    async def _looked_up(self, token: str, scope: Scope) -> Machine:
        async with self._database.system() as tx:
            held = await store.held(tx, digest_of(token))
            if held is not None and held.stale and not held.revoked and not held.expired:
                await store.used(tx, held.id)
        self._monitors.pop(digest_of(token), None)
        if held is None:
            raise await self._refused(_UNKNOWN, "unknown", BadKey())
        if held.revoked:
            raise await self._refused(
                held.id, "revoked", BadKey(say("这把密钥已作废，请向系统管理员要一把新的。"))
            )
        if held.expired:
            raise await self._refused(
                held.id, "expired", BadKey(say("这把密钥已过期，请向系统管理员要一把新的。"))
            )
        if held.scope != scope:
            raise await self._refused(
                held.id, "scope", Forbidden(say("这把密钥不是用来读这里的，请核对用途。"))
            )
        wait = await self._counts.take(f"api_key:{held.id}", held.per_minute)
        if wait is not None:
            says = say(
                "这把密钥每分钟最多 {per_minute} 次，请 {wait} 秒后再试。",
                per_minute=held.per_minute,
                wait=wait,
            )
            raise await self._refused(held.id, "too_many", TooMany(says, retry_after=wait))
        machine = Machine(held.id, held.name, held.unit, held.town)
        if scope is Scope.METRICS:
            self._monitors[digest_of(token)] = machine, self._now() + _REMEMBERED_SECONDS
        return machine

    async def in_address(self, tokens: list[str]) -> KeyInAddress:
        """The refusal of a request whose address holds a key; names the keys of ours that are no secret any more."""
        async with self._database.system() as tx:
            found = [await store.held(tx, digest_of(token)) for token in tokens[:1]]
        key = next((held.id for held in found if held is not None), _UNKNOWN)
        return await self._refused(key, "in_address", KeyInAddress())

    async def _refused(self, key: int, why: str, error: _Refusal) -> _Refusal:
        """The error to raise, after the refusal was audited: one row a minute for each key and reason."""
        now = self._now()
        if now - self._told.get((key, why), float("-inf")) >= _MINUTE_SECONDS:
            self._told[key, why] = now
            subject = f"api_key:{key}" if key else "api_key:unknown"
            async with self._database.system() as tx:
                await audit.write(tx, person=None, action="key.refused", subject=subject, detail={"why": why})
        return error
