"""Pushes messages to the service as a hotline does: Standard Webhooks 1.0, one id for one delivery however often."""

import json
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx

from dispatch.domain.signing import key_of, sign


class Sender:
    """Signs and posts deliveries of one hotline.

    ``secret`` is the ``whsec_…`` text; ``now`` gives seconds since 1970, for clocks that are measured elsewhere.
    """

    def __init__(
        self, client: httpx.AsyncClient, url: str, secret: str, now: Callable[[], float] = time.time
    ) -> None:
        self._client = client
        self._url = url
        self._key = key_of(secret)
        self._now = now

    async def push(
        self, body: Mapping[str, Any] | Sequence[Mapping[str, Any]], identity: str | None = None
    ) -> httpx.Response:
        """Push one message, or a batch of up to 500.

        An answer that never came is safe to ask for again with the same ``identity`` for 30 days.

        Raises:
            httpx.HTTPError: the service was not reached; push again with the same identity.
        """
        message = body if isinstance(body, Mapping) else {"messages": list(body)}
        raw = json.dumps(message, ensure_ascii=False).encode()
        identity = identity or f"msg_{uuid.uuid4().hex}"
        return await self._client.post(self._url, content=raw, headers=self.headers(identity, raw))

    def headers(self, identity: str, raw: bytes) -> dict[str, str]:
        """The three signature headers for a raw body, and its type."""
        stamp = int(self._now())
        return {
            "content-type": "application/json",
            "webhook-id": identity,
            "webhook-timestamp": str(stamp),
            "webhook-signature": sign(self._key, identity, stamp, raw),
        }
