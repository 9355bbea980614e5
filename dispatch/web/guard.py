"""Who may ask: the rule each route states. Nothing is allowed unless stated; ``web.assemble`` refuses silent routes.

A route states its rule as a dependency: ``Depends(guard.needs(...))`` gives the signed-in person to the route,
``Depends(Open("why"))`` says that everybody may ask.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.routing import APIRoute, APIWebSocketRoute
from starlette.requests import HTTPConnection

from dispatch.actions.sign_in import SignedIn, recognise
from dispatch.domain.access import ADMINISTRATORS, Role
from dispatch.errors import Forbidden
from dispatch.store.database import Database

DESK = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER, Role.SUPERVISOR})
HANDLERS = frozenset(Role) - ADMINISTRATORS


class Open:
    """The rule of a route that asks for no session; ``why`` says the reason."""

    def __init__(self, why: str) -> None:
        self.why = why

    async def __call__(self) -> None:
        """Let everybody in."""


class Needs:
    """The rule of a route that wants a session, perhaps one of some roles; gives the person to the route."""

    def __init__(
        self, guard: "Guard", roles: frozenset[Role], *, even_locked: bool = False, counts: bool = True
    ) -> None:
        self._guard = guard
        self.roles = roles
        self.even_locked = even_locked
        self.counts = counts

    async def __call__(self, request: Request) -> SignedIn:
        """The signed-in person.

        Raises:
            NotSignedIn, ScreenLocked: no session, or its screen is locked and the route shows content.
            Forbidden: none of the person's roles is among the rule's.
        """
        person = await recognise(
            self._guard.database,
            self._guard.token(request),
            even_locked=self.even_locked,
            counts=self.counts,
        )
        if self.roles and not self.roles & {each.role for each in person.memberships}:
            raise Forbidden
        return person


class Guard:
    """Makes rules over one database; knows the cookie."""

    def __init__(self, database: Database, public_url: str) -> None:
        self.database = database
        self.secure = urlsplit(public_url).scheme == "https"
        self.cookie = "__Host-dispatch" if self.secure else "dispatch"

    def token(self, connection: HTTPConnection) -> str | None:
        """The session's token, from the cookie."""
        return connection.cookies.get(self.cookie)

    def needs(self, roles: Iterable[Role] = (), *, even_locked: bool = False, counts: bool = True) -> Needs:
        """A rule: a session, of one of ``roles`` where some are named.

        ``even_locked``: also while the screen is locked. ``counts``: a person's doing, which puts off the idle lock;
        false for what pages ask by themselves.
        """
        return Needs(self, frozenset(roles), even_locked=even_locked, counts=counts)


def rule_of(route: Any) -> Open | Needs | None:
    """The rule a route states, or None."""
    if not isinstance(route, APIRoute | APIWebSocketRoute):
        return None
    calls = [each.call for each in route.dependant.dependencies]
    return next((call for call in calls if isinstance(call, Open | Needs)), None)
