"""The null handler: the service's own edge, signature check and parse, and an answer at once. No database behind it.

Also receives the status reports of the measured service, as a hotline does. Run by ``ground``.
"""

from __future__ import annotations

import asyncio
import base64
import os
import sys
from collections.abc import Awaitable, Callable

import uvicorn
from fastapi import APIRouter, FastAPI, Response

from dispatch.actions.channels import Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.actions.intake import Answer, Delivery
from dispatch.actions.memory import spare_collector
from dispatch.ports.sealing import Sealer
from dispatch.store import world
from dispatch.store.database import Database
from dispatch.web import assemble, hotline


def beside() -> APIRouter:
    """What else it answers: its health, and reports."""
    routes = APIRouter()

    @routes.get("/health")
    async def health() -> Response:
        return Response()

    @routes.post("/hotline/callbacks")
    async def callbacks() -> Response:
        return Response()

    return routes


def answering() -> Callable[[Delivery], Awaitable[Answer]]:
    """Answers every delivery at once."""
    said = Answer(201, '{"status":"created","order_no":"","ticket":"","state":"dispatched"}')

    async def submit(_: Delivery) -> Answer:
        return said

    return submit


async def channels_of(database_url: str) -> tuple[Channels, DatabaseTime]:
    """The hotlines and the clock, read once; the connection is closed again."""
    database = await Database.open(database_url, size=2)
    master, index = (
        base64.b64decode(os.environ[name]) for name in ("DISPATCH_MASTER_KEY", "DISPATCH_INDEX_KEY")
    )
    async with database.system() as tx:
        sealer = Sealer(master, index, await world.data_keys(tx))
    channels, clock = Channels(database, sealer), DatabaseTime(database)
    await channels.refresh()
    await clock.sample()
    await database.close()
    return channels, clock


def create_app() -> FastAPI:
    """The null handler, for the same server class as the service's."""
    channels, clock = asyncio.run(channels_of(os.environ["DATABASE_URL"]))
    app = assemble.frame("http://127.0.0.1")
    app.include_router(beside())
    app.include_router(hotline.router(channels, clock, answering()))
    spare_collector()
    return app


if __name__ == "__main__":
    uvicorn.run(
        create_app(),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
    )
