"""Redis: emptied, restarted, away, full. It holds hints only, so tickets go on and screens are late by a poll."""

from __future__ import annotations

import asyncio

import httpx

from dispatch.actions.links import A_LINK_PER_MINUTE
from tests.chaos.scenario import Run, scenario
from tests.chaos.scenarios.health import said
from tests.serving import PLAIN

AWAY_SECONDS = 30.0


@scenario
async def redis_flush(run: Run) -> None:
    """Redis is emptied ten times under load."""
    for _ in range(10):
        await run.until(ok=run.dice.randrange(1, 15))
        run.fault("FLUSHALL")
        await run.world.redis.flush()
    run.over()
    await run.underway()


@scenario
async def redis_restart(run: Run) -> None:
    """Redis is restarted three times and has forgotten everything; every process hears its hints again."""
    for _ in range(3):
        await run.until(ok=run.dice.randrange(1, 15))
        run.fault("Redis restarted")
        await run.world.redis.stop()
        await run.world.redis.start()
    run.over()
    await said(run, "redis", "ok")
    await run.underway()


@scenario
async def redis_stop(run: Run) -> None:
    """Redis is away for 30 seconds: work goes on all the while, and every process says that it is degraded."""
    await run.underway()
    run.fault(f"Redis away for {AWAY_SECONDS:.0f} s")
    await run.world.redis.stop()
    await asyncio.gather(asyncio.sleep(AWAY_SECONDS), run.underway(), said(run, "redis", "degraded"))
    await run.world.redis.start()
    run.over()
    await said(run, "redis", "ok")
    await run.underway()


@scenario
async def redis_oom(run: Run) -> None:
    """Redis has no memory left and takes no writes: work goes on, and who asks too often is still counted."""
    await run.underway()
    run.fault("maxmemory 1, noeviction")
    redis = run.world.redis
    await asyncio.to_thread(redis.ask, "config", "set", "maxmemory", "1")
    refused = await asyncio.to_thread(redis.ask, "set", "a", "b")
    run.expect("OOM" in refused, "Redis without memory", f"took a write: {refused}")
    await run.underway()
    for app in run.world.apps:
        answers = [await _opened_by_nobody(app.url, run.world.url) for _ in range(A_LINK_PER_MINUTE + 1)]
        run.expect(
            answers == [410] * A_LINK_PER_MINUTE + [429],
            f"process {app.number}, asked too often",
            f"says {answers}",
        )
    await asyncio.to_thread(redis.ask, "config", "set", "maxmemory", "0")
    run.over()
    await said(run, "redis", "ok")
    await run.underway()


async def _opened_by_nobody(url: str, origin: str) -> int:
    """The status of opening a link that nobody was sent, which is counted."""
    headers = {"X-Requested-With": "dispatch", "Origin": origin}
    async with httpx.AsyncClient(base_url=url, timeout=30, verify=PLAIN, trust_env=False) as client:
        answer = await client.post("/api/link", json={"token": "nobody-was-sent-this"}, headers=headers)
    return answer.status_code
