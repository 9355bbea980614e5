"""Counts what a route allows somebody in a minute, where it allows not everything (``domain.allowances``)."""

from fastapi import Request

from dispatch.actions.keys import Counts
from dispatch.domain.allowances import ROUTES
from dispatch.errors import TooMany
from dispatch.saying import say


async def spend(counts: Counts | None, request: Request, who: str) -> None:
    """Count one request of somebody.

    Raises:
        TooMany: there were too many in this minute; ``retry_after`` seconds remain of it.
    """
    path = getattr(request.scope.get("route"), "path_format", "")
    allowance = ROUTES.get(f"{request.method} {path}")
    if counts is None or allowance is None:
        return
    wait = await counts.take(f"{allowance.name}:{who}", allowance.per_minute)
    if wait is not None:
        raise TooMany(
            say("{doing}太频繁，请 {wait} 秒后再试。", doing=allowance.doing, wait=wait), retry_after=wait
        )


def address_of(request: Request) -> str:
    """Where a request comes from, by the peer or a trusted proxy's word; of IPv6 the network of one household."""
    host = request.client.host if request.client else ""
    return ":".join(host.split(":")[:4]) if host.count(":") > 1 else host
