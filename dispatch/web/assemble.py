"""Puts the edge together. ``app`` calls ``frame`` at once and ``fill`` when the parts stand (pools, files, streams)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from fastapi import APIRouter, FastAPI

from dispatch import __version__
from dispatch.actions.categories import CategoryKeeping
from dispatch.actions.cell_people import CellPeople
from dispatch.actions.corrections import Corrections
from dispatch.actions.doors import Doors
from dispatch.actions.evidence import Evidence
from dispatch.actions.gazetteer import Gazetteer
from dispatch.actions.importing import Importing
from dispatch.actions.linking import Linking
from dispatch.actions.passwords import Passwords
from dispatch.actions.profiles import Profiles
from dispatch.actions.refusals import Refusals
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.sources import Sources
from dispatch.actions.tickets import Tickets
from dispatch.actions.units import UnitKeeping
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.base_map import BaseMap
from dispatch.domain.units import Units
from dispatch.ports.apart import Apart
from dispatch.ports.evidence import MAX_BYTES, EvidenceFiles
from dispatch.ports.sealing import Sealer
from dispatch.reads.boundaries import boundaries_finding
from dispatch.reads.channels import channels_finding
from dispatch.reads.health import Check, Finding, database_checks
from dispatch.reads.heat import Heat
from dispatch.reads.tiles import Tiles
from dispatch.reads.wall import Walls
from dispatch.store.boundaries import LEVELS
from dispatch.store.database import Database
from dispatch.web import (
    audit,
    boundaries,
    callbacks,
    caller,
    categories,
    cell_people,
    clocks,
    closing,
    closing_rules,
    day_report,
    desk_setting,
    directory,
    doors,
    duty,
    evidence,
    exports,
    features,
    gateway,
    gazetteer,
    grievances,
    health,
    heat,
    hotline,
    intake,
    joint,
    keys,
    links,
    locating,
    look_back,
    messages,
    metrics,
    onward,
    owning,
    papers,
    people,
    people_list,
    problems,
    rates,
    reconciling,
    routing,
    scores,
    search,
    session,
    static,
    stream,
    telling,
    tickets,
    tiles,
    units,
    upward,
    walls,
    webhook_secrets,
    work,
)
from dispatch.web.gazetteer_files import FILE_BYTES as FILE_BYTES_OF_LISTS
from dispatch.web.guard import Guard, rule_of
from dispatch.web.models import Problem
from dispatch.web.security import Edge, Packed, Shared
from dispatch.web.seeing import Seen
from dispatch.web.straight import Straight

_FORM_BYTES = 64 * 1024
BODY_LIMITS = {
    "/boundaries/inspect": boundaries.FILE_BYTES,
    **{f"/layers/{level}": boundaries.FILE_BYTES for level in LEVELS},
    "/orders/import": exports.FILE_BYTES,
    "/orders/inspect": exports.FILE_BYTES,
    "/gazetteer/import": FILE_BYTES_OF_LISTS,
    "/gazetteer/inspect": FILE_BYTES_OF_LISTS,
    "/evidence": MAX_BYTES + _FORM_BYTES,
    "/reconciliations": reconciling.FILE_BYTES,
    "/units/import": units.FILE_BYTES,
    "/cell-people/import": units.FILE_BYTES,
    "/people/import": units.FILE_BYTES,
    "/categories/import": units.FILE_BYTES,
}


@dataclass(frozen=True, slots=True)
class Parts:
    """What the routes work with; everything is made and ended by ``app``."""

    guard: Guard
    passwords: Passwords
    worlds: Worlds
    tickets: Tickets
    works: Works
    apart: Apart
    evidence: Evidence
    files: EvidenceFiles
    sealer: Sealer
    frontend_dir: Path
    demo: bool
    checks: Mapping[str, Check]
    """Findings for ``/health`` by name."""
    ready: Callable[[], Finding]
    """Whether this process may get requests."""
    ended: Callable[[SignedIn], Awaitable[None]]
    """Told when a session is over, so that its sockets close."""
    further: Sequence[APIRouter]
    """Routers of the streams, the hotline, and what other programs read."""
    base_map: BaseMap | None = None
    """Pictures from elsewhere under the borders, if they are set."""
    callback_hosts: frozenset[str] = frozenset()
    """Where reports to hotlines may go."""

    @property
    def database(self) -> Database:
        """The database behind the guard."""
        return self.guard.database

    def units(self) -> Units:
        """The units in force."""
        return self.worlds.current.tables.units


def frame(
    public_url: str,
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None = None,
    origins: frozenset[str] = frozenset(),
    base_map: BaseMap | None = None,
) -> FastAPI:
    """The empty application: protective layer, problems, no routes; documents its own API to nobody.

    ``origins``: those of other pages that may read areas. ``base_map``: whose pictures pages may ask for.
    """
    grounds = base_map.origins() if base_map else ()
    app = FastAPI(
        title="社会治理指挥平台",
        version=__version__,
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        # Its own tracing would note the whole address of a request, with what people look for: ours is web.seeing.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        redirect_slashes=False,  # such a redirect leads wherever the request's Host says, a key in its headers with it
        responses={"4XX": {"model": Problem, "description": "拒绝：原因与下一步怎么做"}},
    )
    problems.register(app)
    app.state.refusals = Refusals()
    app.add_middleware(Packed)
    if origins:
        app.add_middleware(Shared, origins=origins)
    app.add_middleware(Edge, public_url=public_url, body_limits=BODY_LIMITS, grounds=grounds)
    app.add_middleware(Seen)
    app.add_middleware(Straight)
    return app


def checks(worlds: Worlds, database: Database) -> dict[str, Check]:
    """What is checked of a database and of what was built from it."""
    return database_checks(database) | {
        "geocoder": health.geocoder_check(worlds, database),
        "channels": partial(channels_finding, database),
        "boundaries": partial(boundaries_finding, database),
    }


def routers(parts: Parts) -> list[APIRouter]:
    """Every router of the service. Routes are looked at in this order: the hotline's comes first."""
    corrections = Corrections(parts.database, parts.worlds)
    return [
        *parts.further,
        _session(parts),
        directory.router(parts.guard, parts.units),
        tickets.router(parts.guard, parts.tickets, parts.worlds, corrections),
        *_doors(parts),
        evidence.router(parts.guard, parts.evidence, parts.files),
        locating.router(parts.guard, parts.worlds, parts.works),
        clocks.router(parts.guard, parts.worlds),
        search.router(parts.guard, parts.sealer),
        *(joint.router(parts.guard, parts.worlds), desk_setting.router(parts.guard)),
        *_papers(parts),
        caller.router(parts.guard, parts.sealer, parts.units),
        *(closing.router(parts.guard, parts.units, parts.sealer), closing_rules.router(parts.guard)),
        tiles.router(parts.guard, Tiles(parts.database)),
        callbacks.router(parts.guard),
        upward.router(parts.guard),
        gazetteer.router(
            parts.guard,
            Gazetteer(parts.database, parts.worlds),
            Importing(parts.database, parts.worlds, parts.works),
            parts.worlds,
        ),
        *(keys.router(parts.guard), webhook_secrets.router(parts.guard, parts.sealer)),
        audit.router(parts.guard, parts.units),
        walls.router(parts.guard, Walls(parts.database, parts.units)),
        heat.router(parts.guard, Heat(parts.database, parts.units)),
        *_kept(parts),
        owning.router(parts.guard, owning.acts_on(parts.database, parts.worlds, parts.works)),
        routing.router(parts.guard, routing.acts_on(parts.database, parts.worlds, parts.works)),
        work.router(parts.guard, parts.works, parts.units),
        boundaries.router(
            parts.guard, boundaries.acts_on(parts.database, parts.worlds, parts.works, parts.apart)
        ),
        health.router(parts.checks, parts.ready),
        static.router(parts.guard, static.Pages(parts.frontend_dir)),
    ]


def _papers(parts: Parts) -> list[APIRouter]:
    """What is printed or written for others to read."""
    return [
        papers.router(parts.guard, parts.sealer, parts.units),
        day_report.router(parts.guard, parts.sealer, parts.units),
    ]


def _session(parts: Parts) -> APIRouter:
    """Signing in, and who is here."""
    guard, base_map = parts.guard, parts.base_map
    return session.router(
        guard, parts.passwords, parts.units, parts.ended, demo=parts.demo, base_map=base_map
    )


def _doors(parts: Parts) -> list[APIRouter]:
    """The doors beside the hotline's push, and what is counted of what came through all of them."""
    made = Doors(parts.tickets, parts.database, parts.sealer)
    return [
        doors.router(parts.guard, made, Linking(parts.tickets, parts.database)),
        rates.router(parts.guard, parts.units),
        scores.router(parts.guard, parts.units),
        grievances.router(parts.guard, parts.units),
    ]


def _kept(parts: Parts) -> list[APIRouter]:
    """What a district keeps by hand."""
    return [
        units.router(parts.guard, UnitKeeping(parts.database, parts.worlds)),
        cell_people.router(parts.guard, CellPeople(parts.database)),
        categories.router(parts.guard, CategoryKeeping(parts.database, parts.worlds)),
        intake.router(
            parts.guard,
            Sources(parts.database, parts.sealer, parts.callback_hosts),
            Profiles(parts.database, parts.sealer, parts.works),
        ),
    ]


def fill(app: FastAPI, parts: Parts) -> None:
    """Put every route in place as it was built; to include its router would build each anew at the first request.

    Raises:
        RuntimeError: a route states no rule; nothing is allowed unless stated.
    """
    for router in ruled(parts):
        app.router.routes.extend(router.routes)


def ruled(parts: Parts) -> list[APIRouter]:
    """Every router of the service, each of its routes with a rule.

    Raises:
        RuntimeError: a route states none.
    """
    made = routers(parts)
    for router in made:
        for route in router.routes:
            if rule_of(route) is None:
                raise RuntimeError(
                    f"{getattr(route, 'path', route)} states no rule: give it guard.needs(…) or Open(…)"
                )
    return made


def describe() -> dict[str, Any]:
    """The OpenAPI document of the whole edge, the stream's messages included; nothing is opened to write it."""
    absent = cast(Any, None)
    url = "http://127.0.0.1"
    guard = Guard(absent, url)
    parts = Parts(
        guard=guard,
        passwords=absent,
        worlds=absent,
        tickets=absent,
        works=absent,
        apart=absent,
        evidence=absent,
        files=absent,
        sealer=absent,
        frontend_dir=Path(),
        demo=False,
        checks={},
        ready=absent,
        ended=absent,
        further=[
            *(hotline.router(absent, absent, absent), hotline.lists(absent, absent, absent)),
            reconciling.router(guard, absent, absent),
            stream.router(guard, absent, absent, url, absent),
            *(features.router(guard, absent, absent, url), metrics.router(guard, absent, absent)),
            exports.router(guard, absent, absent),
            look_back.router(guard, absent),
            gateway.router(absent, absent, absent),
            links.router(guard, absent),
            telling.router(guard, absent, absent, demo=False),
            duty.router(guard, absent, absent),
            *(people.router(guard, absent), people_list.router(guard, absent, url)),
        ],
    )
    app = frame(url)
    for router in ruled(parts):
        app.include_router(router)  # which adds to each what all of them may answer
    document = app.openapi()
    document["components"]["schemas"] |= messages.schemas()
    return onward.linked(problems.documented(document))
