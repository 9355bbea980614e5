"""Who may ask: the rule each route states. Nothing is allowed unless stated; ``web.assemble`` refuses silent routes.

A route states its rule as a dependency: ``Depends(guard.needs(...))`` gives the signed-in person to the route,
``Depends(guard.needs_key(...))`` a program with a key or a person; ``Depends(Open("why"))`` lets everybody ask.
"""

import base64
from collections.abc import Iterable
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.requests import HTTPConnection
from starlette.routing import WebSocketRoute
from starlette.types import ASGIApp

from dispatch.actions.keys import Counts, Keys, Machine
from dispatch.actions.links import session_token
from dispatch.actions.readings import Readings
from dispatch.actions.sign_in import Crowd, SignedIn, recognise, recognise_together
from dispatch.domain.access import ADMINISTRATORS, Role
from dispatch.domain.keys import Scope, in_address, keys_in
from dispatch.errors import Forbidden, PasswordDue
from dispatch.saying import say
from dispatch.store.database import Database
from dispatch.web.allowances import spend
from dispatch.web.screens import NeedsWall

DESK = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER, Role.SUPERVISOR})
HANDLERS = frozenset(Role) - ADMINISTRATORS


class Open:
    """The rule of a route that asks for no session; ``why`` says the reason."""

    def __init__(self, why: str) -> None:
        self.why = why

    async def __call__(self) -> None:
        """Let everybody in."""


class SocketRoute(WebSocketRoute):
    """The route of a socket, with its rule; ``talk`` is the application that talks over it."""

    def __init__(self, path: str, talk: ASGIApp, rule: Open) -> None:
        super().__init__(path, talk)
        self.rule = rule


class Needs:
    """The rule of a route that wants a session, perhaps one of some roles; gives the person to the route."""

    def __init__(
        self,
        guard: "Guard",
        roles: frozenset[Role],
        *,
        even_locked: bool = False,
        counts: bool = True,
        bound: bool = False,
        even_due: bool = False,
        crowd: Crowd | None = None,
    ) -> None:
        self._guard = guard
        self._crowd = crowd
        self.roles = roles
        self.even_locked = even_locked
        self.counts = counts
        self.bound = bound
        self.even_due = even_due

    async def __call__(self, request: Request) -> SignedIn:
        """The signed-in person.

        Raises:
            NotSignedIn, ScreenLocked: no session, or its screen is locked and the route shows content.
            PasswordDue: the password was set by somebody else, and the route is not the one to change it.
            Forbidden: none of the person's roles is among the rule's, or a link's session asks beyond its ticket.
            TooMany: the person asked this more often than the route allows.
        """
        person = await self._person(self._token(request))
        request.state.person = person.person
        if person.must_change and not self.even_due:
            raise PasswordDue
        if person.ticket is not None and not self._reaches(request, person.ticket):
            raise Forbidden(say("这个链接只能办理这一张工单；要看其他内容请登录。"))
        if self.roles and not self.roles & {each.role for each in person.memberships}:
            raise Forbidden
        await spend(self._guard.counts, request, str(person.person))
        return person

    async def _person(self, token: str | None) -> SignedIn:
        if self._crowd is not None:
            return await recognise_together(self._crowd, token, even_locked=self.even_locked)
        return await recognise(self._guard.database, token, even_locked=self.even_locked, counts=self.counts)

    def _token(self, request: Request) -> str | None:
        """The token this rule goes by; where a link's session may come in, that of a browser without another too."""
        token = self._guard.token(request)
        return token or self._guard.link_token(request) if self.bound else token

    def _reaches(self, request: Request, ticket: int) -> bool:
        """Whether a link's session may ask this: a question about its ticket; a picture's route looks itself."""
        named = request.path_params.get("ticket")
        return self.bound and (named is None or str(named) == str(ticket))


class NeedsKey:
    """The rule of a route for programs: a key of a scope, or in a browser a session of one of some roles."""

    def __init__(self, keys: Keys, scope: Scope, session: Needs) -> None:
        self._keys = keys
        self._session = session
        self.scope = scope
        self.roles = session.roles

    async def __call__(self, request: Request) -> "Machine | SignedIn":
        """The program that holds the key, or the person of the session.

        Raises:
            KeyInAddress: the address holds a key, whatever else does.
            BadKey, Forbidden, TooMany: the key is none, for something else, or used too often.
            NotSignedIn, ScreenLocked: neither key nor session.
        """
        pairs = request.query_params.multi_items()
        if in_address(pairs):
            raise await self._keys.in_address(keys_in(pairs))
        token = key_of(request)
        if token is None:
            return await self._session(request)
        return await self._keys.recognise(token, self.scope)


def key_of(request: HTTPConnection) -> str | None:
    """The API key of a request: ``X-API-Key``, ``Authorization: Bearer``, or the password of ``Authorization: Basic``.

    Older programs, QGIS before 3.24 among them, can send nothing but a name and a password.
    """
    given = request.headers.get("x-api-key", "").strip()
    if given:
        return given
    scheme, _, token = request.headers.get("authorization", "").strip().partition(" ")
    match scheme.lower():
        case "bearer":
            return token.strip() or None
        case "basic":
            return _password(token.strip())
        case _:
            return None


def _password(credentials: str) -> str | None:
    """The password of basic credentials (RFC 7617); none where they cannot be read."""
    try:
        _, _, password = base64.b64decode(credentials, validate=True).decode().partition(":")
    except ValueError:
        return None
    return password or None


Rule: TypeAlias = Open | Needs | NeedsKey | NeedsWall


class Guard:
    """Makes rules over one database; knows the cookie, and notes what the people let in read."""

    def __init__(self, database: Database, public_url: str, counts: Counts | None = None) -> None:
        """``counts``: what counts requests that not everybody may ask without end."""
        self.database = database
        self.readings = Readings(database)
        self.counts = counts
        self.public_url = public_url.rstrip("/")
        self.secure = urlsplit(public_url).scheme == "https"
        self.cookie = "__Host-dispatch" if self.secure else "dispatch"
        self.link_cookie = f"{self.cookie}-link"
        self.wall_cookie = f"{self.cookie}-wall"

    def token(self, connection: HTTPConnection) -> str | None:
        """The session's token, from the cookie; the page of a one-use link says that it means that one's."""
        if connection.headers.get("x-dispatch-link"):
            return self.link_token(connection)
        return connection.cookies.get(self.cookie)

    def link_token(self, connection: HTTPConnection) -> str | None:
        """The token of the session of the link that is named: in a header by its page, by pictures in the address.

        The device's secret is a cookie of its own, so that a desk in the same browser keeps its session.
        """
        named = connection.headers.get("x-dispatch-link") or connection.query_params.get("link")
        return session_token(self.device(connection), named)

    def device(self, connection: HTTPConnection) -> str | None:
        """The secret of a device that opened links before."""
        return connection.cookies.get(self.link_cookie)

    def needs(
        self,
        roles: Iterable[Role] = (),
        *,
        even_locked: bool = False,
        counts: bool = True,
        bound: bool = False,
        even_due: bool = False,
        crowd: Crowd | None = None,
    ) -> Needs:
        """A rule: a session, of one of ``roles`` where some are named.

        ``even_locked``: also while the screen is locked. ``counts``: a person's doing, which puts off the idle lock;
        false for what pages ask by themselves. ``bound``: also a link's session, about its own ticket. ``even_due``:
        also before a one-time password was changed. ``crowd``: how sessions are looked up where thousands ask at once.
        """
        return Needs(
            self,
            frozenset(roles),
            even_locked=even_locked,
            counts=counts,
            bound=bound,
            even_due=even_due,
            crowd=crowd,
        )

    def needs_wall(self) -> NeedsWall:
        """A rule: a screen on a wall that somebody paired."""
        return NeedsWall(self.database, self.wall_cookie, self.counts)

    def needs_key(self, keys: Keys, scope: Scope, roles: Iterable[Role]) -> NeedsKey:
        """A rule: a key of a scope, or a session of one of some roles."""
        return NeedsKey(keys, scope, self.needs(roles, counts=False))


def rule_of(route: Any) -> Rule | None:
    """The rule a route states, or None."""
    if isinstance(route, SocketRoute):
        return route.rule
    if not isinstance(route, APIRoute):
        return None
    calls = [each.call for each in route.dependant.dependencies]
    return next((call for call in calls if isinstance(call, Rule)), None)
