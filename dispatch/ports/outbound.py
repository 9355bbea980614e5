"""Outbound HTTP: posts of ours to machines we know. Follows no redirect, trusts no proxy from the environment."""

import asyncio
from collections.abc import Mapping

import httpx

from dispatch.saying import say

PATIENCE_SECONDS = 10.0
"""How long one post may take in all, connecting and reading included."""


class Outbound:
    """One client for the whole process."""

    def __init__(self) -> None:
        self._client = httpx.AsyncClient(timeout=PATIENCE_SECONDS, follow_redirects=False, trust_env=False)

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> str | None:
        """Post a body; None when it was answered 2xx, else what went wrong in a sentence without its content."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                answer = await self._client.post(url, content=body, headers=dict(headers))
        except (httpx.HTTPError, TimeoutError) as error:
            return say("没有送达：{kind}", kind=type(error).__name__)
        return None if answer.is_success else say("对方答复 {status_code}", status_code=answer.status_code)

    async def close(self) -> None:
        """End its connections."""
        await self._client.aclose()
