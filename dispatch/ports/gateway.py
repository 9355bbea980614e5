"""The notification gateway: text messages, voice calls and 政务微信 leave through one interface.

``HttpGateway`` hands messages to an operator's gateway over HTTP, ``Outbox`` writes them into a local file, for the
demo and for installations without a gateway yet. Constructed by ``app``; called by ``jobs.telling``.
"""

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit
from uuid import UUID

import orjson

from dispatch.domain.signing import sign
from dispatch.ports.outbound import Outbound
from dispatch.saying import say

_TAIL_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class Message:
    """One message: to whom, which words; ``id`` is its idempotency key, the same however often it is sent."""

    id: UUID
    kind: str
    phone: str
    template: str
    params: Mapping[str, Any]
    words: str

    def to_dict(self) -> dict[str, Any]:
        """As it travels."""
        return {
            "id": str(self.id),
            "kind": self.kind,
            "to": self.phone,
            "template": self.template,
            "params": dict(self.params),
            "text": self.words,
        }


class Gateway(Protocol):
    """What messages leave through."""

    @property
    def name(self) -> str:
        """Its name, as receipts are addressed to it."""
        ...

    @property
    def key(self) -> bytes | None:
        """What its receipts are signed with, or None where it sends none."""
        ...

    async def send(self, message: Message) -> str | None:
        """Hand a message over; None when it was taken, else what went wrong in a sentence without its content."""
        ...


class HttpGateway:
    """An operator's gateway: signed JSON by POST, to an address on the allow-list and no other."""

    def __init__(
        self,
        outbound: Outbound,
        name: str,
        url: str,
        key: bytes,
        hosts: frozenset[str],
        timestamp: Callable[[], float],
    ) -> None:
        self._outbound = outbound
        self.name = name
        self._url = url
        self.key: bytes | None = key
        self._signing = key
        self._hosts = hosts
        self._timestamp = timestamp

    async def send(self, message: Message) -> str | None:
        """Post a message; the gateway answers 2xx once it has taken it, also where it knew its id."""
        if urlsplit(self._url).netloc not in self._hosts:
            return say("网关地址不在允许名单（DISPATCH_GATEWAY_HOSTS）里")
        body = orjson.dumps(message.to_dict())
        stamp = int(self._timestamp())
        headers = {
            "content-type": "application/json",
            "idempotency-key": str(message.id),
            "webhook-id": str(message.id),
            "webhook-timestamp": str(stamp),
            "webhook-signature": sign(self._signing, str(message.id), stamp, body),
        }
        return await self._outbound.post(self._url, body, headers)


class Outbox:
    """A local file of what would have been sent, one JSON line a message; only its owner may read it."""

    name = "outbox"
    key: bytes | None = None

    def __init__(self, path: Path, now: Callable[[], str]) -> None:
        self._path = path
        self._now = now

    async def send(self, message: Message) -> str | None:
        """Append a message."""
        line = orjson.dumps({**message.to_dict(), "at": self._now()}) + b"\n"
        try:
            await asyncio.to_thread(self._append, line)
        except OSError as error:
            return say(
                "发件箱写不进去：{which}",
                which=os.strerror(error.errno) if error.errno else type(error).__name__,
            )
        return None

    async def last(self, most: int) -> list[dict[str, Any]]:
        """The newest messages, newest first; a line that a crash cut off is left out."""
        lines = await asyncio.to_thread(self._tail)
        return [each for each in map(_read, reversed(lines)) if each is not None][:most]

    def _append(self, line: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

    def _tail(self) -> list[bytes]:
        try:
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _TAIL_BYTES))
                lines = file.read().splitlines()
        except FileNotFoundError:
            return []
        return lines if size <= _TAIL_BYTES else lines[1:]


def _read(line: bytes) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return found


class NoGateway:
    """Nothing is set up: every message fails at once and comes to the center's call list."""

    name = "none"
    key: bytes | None = None

    async def send(self, message: Message) -> str | None:
        """Refuse."""
        return say("还没有配置短信网关（DISPATCH_GATEWAY_URL），没有发出{kind}", kind=message.kind)
