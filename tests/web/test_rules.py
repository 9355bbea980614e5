"""Nothing is allowed unless stated: every route and the rule it states."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from dispatch.domain.access import ADMINISTRATORS, Role
from dispatch.domain.keys import Scope
from dispatch.web import assemble, features, gateway, hotline, look_back, metrics, reconciling, stream
from dispatch.web.guard import DESK, Needs, NeedsKey, Open, SocketRoute, rule_of
from dispatch.web.screens import NeedsWall
from tests.web.conftest import PUBLIC_URL
from tests.web.rules_written import (
    ANY_SESSION,
    BOUND,
    EVEN_DUE,
    EVEN_LOCKED,
    KEYED,
    NOT_OF_TICKETS,
    OPEN,
    ROLES,
    SAMPLE,
    SCREENS,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def whole(edge_parts: assemble.Parts) -> assemble.Parts:
    """The parts with the routers of streams and hotline; none of these tests gets as far as asking them."""
    absent = cast(Any, None)
    routers = (
        stream.router(edge_parts.guard, absent, absent, PUBLIC_URL, absent),
        hotline.router(absent, absent, absent),
        hotline.lists(absent, absent, absent),
        reconciling.router(edge_parts.guard, absent, absent),
        features.router(edge_parts.guard, absent, absent, PUBLIC_URL),
        metrics.router(edge_parts.guard, absent, absent),
        look_back.router(edge_parts.guard, absent),
        gateway.router(absent, absent, absent),
        *edge_parts.further,
    )
    return replace(edge_parts, further=routers)


def routes(parts: assemble.Parts) -> dict[str, APIRoute | SocketRoute]:
    """Every route by method and path."""
    found = [route for router in assemble.routers(parts) for route in router.routes]
    assert all(isinstance(route, APIRoute | SocketRoute) for route in found)
    named: dict[str, APIRoute | SocketRoute] = {}
    for route in found:
        if isinstance(route, APIRoute):
            named[f"{min(route.methods or ())} {route.path}"] = route
        elif isinstance(route, SocketRoute):
            named[f"SOCKET {route.path}"] = route
    return named


def test_every_route_states_the_rule_written_here(whole: assemble.Parts) -> None:
    rules = {name: rule_of(route) for name, route in routes(whole).items()}
    assert {name for name, rule in rules.items() if isinstance(rule, Open)} == OPEN
    needs = {name: rule for name, rule in rules.items() if isinstance(rule, Needs)}
    assert {name for name, rule in needs.items() if rule.even_locked} == EVEN_LOCKED
    assert {name for name, rule in needs.items() if rule.bound} == BOUND
    assert {name for name, rule in needs.items() if rule.even_due} == EVEN_DUE
    assert {name: rule.roles for name, rule in needs.items() if rule.roles} == ROLES
    assert {name for name, rule in rules.items() if isinstance(rule, NeedsWall)} == SCREENS
    keyed = {name: rule for name, rule in rules.items() if isinstance(rule, NeedsKey)}
    assert keyed.keys() == KEYED
    assert {(rule.scope, rule.roles) for rule in keyed.values()} == {
        (Scope.FEATURES, DESK | {Role.SYSTEM_ADMIN}),
        (Scope.METRICS, frozenset({Role.SYSTEM_ADMIN})),
    }
    assert rules.keys() == OPEN | SCREENS | EVEN_LOCKED | ANY_SESSION | KEYED | ROLES.keys()


def test_no_rule_but_the_open_ones_lets_an_administrator_of_the_system_at_tickets() -> None:
    of_tickets = {name: roles for name, roles in ROLES.items() if not re.search(NOT_OF_TICKETS, name)}
    assert len(of_tickets) > 10
    assert not any(roles & ADMINISTRATORS for roles in of_tickets.values())


def test_a_route_without_a_rule_is_refused(edge_parts: assemble.Parts) -> None:
    silent = APIRouter()

    @silent.get("/silent")
    async def say() -> str:
        return "hello"

    parts = replace(edge_parts, further=(silent,))
    with pytest.raises(RuntimeError, match="/silent states no rule"):
        assemble.fill(assemble.frame(PUBLIC_URL), parts)


async def test_without_a_session_nothing_else_answers(whole: assemble.Parts) -> None:
    app = assemble.frame(PUBLIC_URL)
    assemble.fill(app, whole)
    headers = {"X-Requested-With": "dispatch", "Origin": PUBLIC_URL}
    made = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=PUBLIC_URL, headers=headers)
    for name in EVEN_LOCKED | ANY_SESSION | KEYED | ROLES.keys():
        method, path = name.split(" ")
        answer = await made.request(method, re.sub(r"\{[a-z_]+\}", SAMPLE, path))
        assert answer.status_code == 401, name
