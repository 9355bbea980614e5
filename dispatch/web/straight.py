"""Sockets go straight to their route. Put around the other layers by ``web.assemble``.

The layers that guard, time and pack requests have nothing to do for a socket, and their frames would lie under it for
as long as it is open.
"""

from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

from dispatch import tracing
from dispatch.web.guard import SocketRoute


class Straight:
    """The layer itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead a socket to its route; whatever else there is goes on through the layers."""
        talk = _talk(scope) if scope["type"] == "websocket" else None
        if talk is None:
            await self._app(scope, receive, send)
            return
        with tracing.named():
            await talk(scope, receive, send)


def _talk(scope: Scope) -> ASGIApp | None:
    """What talks over the socket that is asked for, if there is such a route."""
    for route in scope["app"].router.routes:
        if isinstance(route, SocketRoute) and route.matches(scope)[0] is Match.FULL:
            return route.app
    return None
