"""What the processes of the service say of themselves, asked past the proxy."""

from __future__ import annotations

import asyncio

import httpx

from tests.chaos.scenario import PATIENCE_SECONDS, Run
from tests.serving import PLAIN

LOOK_SECONDS = 0.2


async def said(run: Run, check: str, status: str) -> None:
    """Wait until every process says this of one thing, while it stays open for business itself."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        for app in run.world.apps:
            while True:
                health = await _health(app.url)
                if health.get(check) == status:
                    break
                await asyncio.sleep(LOOK_SECONDS)
            run.expect(health["status"] != "down", f"process {app.number}", f"is down: {health}")


async def _health(url: str) -> dict[str, str]:
    """Each check's status by name, and the whole; empty where nobody answers."""
    try:
        async with httpx.AsyncClient(base_url=url, timeout=30, verify=PLAIN, trust_env=False) as client:
            told = (await client.get("/health")).json()
    except httpx.HTTPError:
        return {}
    return {each["name"]: each["status"] for each in told["checks"]} | {"status": told["status"]}
