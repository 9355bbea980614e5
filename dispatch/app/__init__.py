"""The composition root: nothing else constructs pools, clients, hubs. ``create_app`` is what the server runs."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from dispatch import tracing
from dispatch.actions import memory
from dispatch.actions.passwords import Passwords
from dispatch.actions.refusals import EVERY_SECONDS as REFUSALS_SECONDS
from dispatch.app.making import compose
from dispatch.app.running import loops
from dispatch.app.service import Service
from dispatch.jobs.loop import end, every
from dispatch.logs import configure
from dispatch.settings import Settings, read
from dispatch.starting import once_it_answers
from dispatch.watch import process_name
from dispatch.web import assemble
from dispatch.web.draining import Draining


def create_app(
    settings: Settings | None = None,
    passwords: Callable[[], Passwords] = Passwords,
    draining: Draining | None = None,
) -> FastAPI:
    """The service. Its parts are made when the server starts it, and ended in reverse when it stops.

    ``passwords`` makes what hashes them: who signs in a thousand times, as tests do, may choose a cheaper hash.
    ``draining`` is how the server says that it is about to stop.
    """
    chosen = settings or read(os.environ)
    configure()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if chosen.traces_url:
                stack.callback(tracing.begin(chosen.traces_url, chosen.traces_share, process_name()))

            async def make(opened: AsyncExitStack) -> Service:
                return await compose(chosen, passwords(), draining or Draining(), opened)

            service = await once_it_answers(make, stack)
            assemble.fill(app, service.parts())
            memory.spare_collector()
            stack.push_async_callback(service.leases.release)
            stack.push_async_callback(app.state.refusals.flush_last, service.database)
            telling_refusals = partial(app.state.refusals.flush, service.database)
            for job in [*loops(service), every(REFUSALS_SECONDS, "refusals", telling_refusals)]:
                stack.push_async_callback(end, asyncio.create_task(job))
            yield

    app = assemble.frame(chosen.public_url, lifespan, chosen.features_origins, chosen.base_map)
    if chosen.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(chosen.trusted_proxies))
    return app
