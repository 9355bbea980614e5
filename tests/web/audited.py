"""What each route owes the audit. A route that changes something owes a row unless it is excused here with the reason;
one that shows personal data owes one always. Used by ``test_audited`` and by every test that goes through the edge."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, TypeAlias

import psycopg
from fastapi import FastAPI
from starlette.routing import Match

Route: TypeAlias = tuple[str, str]
READS: Mapping[Route, str] = {
    ("GET", "/api/tickets/{ticket}"): "ticket.viewed",
    ("GET", "/api/tickets/{ticket}/similar"): "ticket.compared",
    ("GET", "/api/tickets/{ticket}/alike"): "ticket.compared",
    ("GET", "/evidence/{identity}"): "evidence.viewed",
    ("POST", "/api/tickets/{ticket}/caller"): "caller.revealed",
    ("GET", "/api/tickets/{ticket}/papers/{paper}"): "paper.printed",
    ("GET", "/api/duty/handovers/{handover}/paper"): "paper.printed",
    ("GET", "/api/day-report.{form}"): "day_report.exported",
    ("GET", "/api/work/{work}/rows.csv"): "work.rows_exported",
    ("GET", "/api/people"): "people.viewed",
    ("GET", "/api/people/changes"): "people.viewed",
    ("GET", "/api/people/list.xlsx"): "people.viewed",
    ("GET", "/api/people/slips"): "people.viewed",
    ("GET", "/api/cell-people"): "cell_people.viewed",
    ("GET", "/api/cell-people/list.xlsx"): "cell_people.viewed",
    ("GET", "/api/audit"): "audit.viewed",
    ("GET", "/api/audit/export.{form}"): "audit.exported",
    ("GET", "/api/reconciliations/{run}"): "reconciliation.viewed",
    ("GET", "/api/reconciliations/{run}/file.{kind}"): "reconciliation.exported",
    ("GET", "/api/rates/export.{form}"): "rates.exported",
    ("GET", "/api/score-periods/{period}/export.{form}"): "rates.exported",
}
"""Routes that show or hand out what is personal, and the action their row names."""
EXCUSED: Mapping[Route, str] = {
    ("POST", "/api/session/lock"): "hides the screen; its unlocking is a row",
    ("POST", "/api/co-handled"): "a question; rows hold no personal data",
    ("POST", "/api/pasted"): "reads what was pasted, keeps nothing",
    ("POST", "/api/search"): "by number, place and words a question; by a caller it is a row (test_search)",
    ("POST", "/api/locate"): "a question about a place",
    ("POST", "/api/locating/refit"): "proposes, saves nothing",
    ("POST", "/api/timetable/try"): "a question",
    ("POST", "/api/desk-settings/trial"): "a question",
    ("POST", "/api/timetable/notice"): "reads what was pasted, keeps nothing",
    (
        "POST",
        "/api/tickets/{ticket}/reply-check",
    ): "a question about a draft; the name is compared, shown to nobody",
    ("POST", "/api/rules/drafts/{version}/try"): "long work; the trial is kept with the draft",
    (
        "POST",
        "/api/intake/profiles/{profile}/drafts/{version}/try",
    ): "long work; the trial is kept with the draft, masked",
    ("POST", "/api/gazetteer/inspect"): "looks at a file, keeps nothing",
    ("POST", "/api/gazetteer/import"): "long work: its row comes when it is done",
    ("POST", "/api/orders/inspect"): "looks at a file, keeps nothing",
    ("POST", "/api/orders/import"): "long work: its row comes when it is done",
    ("POST", "/api/boundaries/inspect"): "looks at a file, keeps nothing",
    ("POST", "/api/boundaries/{version}/check"): "long work: what it finds hangs on the draft",
    ("POST", "/api/boundaries/{version}/preview"): "long work: looks ahead, changes nothing",
    ("POST", "/api/boundaries/{version}/layers/{level}"): "long work: its row comes when it is done",
    ("POST", "/api/boundaries/{version}/repairs"): "long work: its row comes when it is done",
    ("POST", "/api/boundaries/{version}/publish"): "long work: its row comes when it is done",
    ("POST", "/api/units/import"): "tried, it keeps nothing; taken, each unit is a row",
    ("POST", "/api/categories/import"): "tried, it keeps nothing; taken, it is a row",
    ("POST", "/api/people/import"): "tried, it keeps nothing; taken, each person is a row",
    ("POST", "/api/cell-people/import"): "tried, it keeps nothing; taken, it is a row",
    ("POST", "/api/wall/pairing"): "a code nobody has typed yet; pairing by it is a row",
    ("POST", "/api/socket-ticket"): "a second door for a session that is known; the session is a row",
    ("POST", "/hotline/v1/{source}/messages"): "what it brings is an audit row for each step of a ticket",
    ("POST", "/gateway/{name}/receipts"): "whether a message arrived; kept with the message",
}
"""Routes by which something is sent that is no change of what the audit is about."""
PLAIN: Mapping[Route, str] = {
    ("GET", "/tiles/{boundary_version}/{z}/{x}/{y}.mvt"): "borders, roads, names of places",
    ("GET", "/api/boundaries/{version}/areas.geojson"): "borders",
    ("GET", "/metrics"): "figures",
    ("GET", "/api/wall/ground"): "borders",
    ("GET", "/api/units/list.xlsx"): "units, no persons",
    ("GET", "/api/categories/list.xlsx"): "categories",
}
"""Routes that answer something else than a model, and why it is not personal."""
PERSONAL = frozenset({"masked_name", "masked_phone"})
"""Fields of answers that are about whoever called."""
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def owes(route: Route) -> bool:
    """Whether a route that went well must have left a row."""
    return route in READS or (route[0] in CHANGING and route not in EXCUSED)


class Watched:
    """A layer around the edge under test: whatever went well has left the rows it owes."""

    def __init__(self, app: Any, edge: FastAPI, owner_url: str, missing: list[str]) -> None:
        self._app = app
        self._edge = edge
        self._owner_url = owner_url
        self._missing = missing

    async def __call__(
        self,
        scope: MutableMapping[str, Any],
        receive: Callable[[], Awaitable[Any]],
        send: Callable[[Any], Awaitable[None]],
    ) -> None:
        """Pass a request on; count the rows before it and after."""
        route = self._route(scope) if scope["type"] == "http" else None
        if route is None or not owes(route):
            await self._app(scope, receive, send)
            return
        before = self._rows(route)
        status = 0

        async def told(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        await self._app(scope, receive, told)
        if 200 <= status < 300 and self._rows(route) <= before and not _again(route, before):
            self._missing.append(f"{route[0]} {route[1]} went well ({status}) and left no audit row")

    def _route(self, scope: MutableMapping[str, Any]) -> Route | None:
        for route in self._edge.router.routes:
            if route.matches(scope)[0] is Match.FULL:
                return scope["method"], getattr(route, "path", "")
        return None

    def _rows(self, route: Route) -> int:
        """Audit rows so far: of the action that is owed, where one is named."""
        with psycopg.connect(self._owner_url) as connection:
            row = connection.execute(
                "SELECT count(*) FROM audit WHERE %(action)s::text IS NULL OR action = %(action)s",
                {"action": READS.get(route)},
            ).fetchone()
        return int(row[0]) if row else 0


_REPEATABLE = frozenset(
    {
        *("/api/tickets/{ticket}/commands/{command}", "/api/tickets", "/api/reports"),
        *("/api/link", "/api/gazetteer/{place}"),
        *("/api/tickets/{ticket}/evidence", "/api/tickets/{ticket}/link", "/api/keys/{key}/revoke"),
        "/api/grievances",
    }
)
"""What may be sent again without being done again: it carries an operation id, or is so already."""


def _again(route: Route, before: int) -> bool:
    """Whether it may have been asked for twice: a reading within the minute is one row, so is an act sent again."""
    return before > 0 and (route in READS or route[1] in _REPEATABLE)
