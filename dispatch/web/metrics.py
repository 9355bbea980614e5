"""``/metrics``: what this process counts, for Prometheus. A key of purpose ``metrics``, or an administrator's session.

Each process is scraped by itself, at its own port and not through the proxy, which would answer with another one each
time; ``dispatch_instance_info`` says which process told it. With the database away the key of a monitor that was here
before is good for a quarter of an hour (``actions.keys``): the figures are needed then.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from dispatch import metrics
from dispatch.actions.keys import Keys
from dispatch.domain.access import Role
from dispatch.domain.keys import Scope
from dispatch.web.guard import Guard


class _All(Collector):
    """What was counted, and what was read just now."""

    def __init__(self, read: Iterable[Metric]) -> None:
        self._read = read

    def collect(self) -> Iterator[Metric]:
        """Each family."""
        yield from metrics.REGISTRY.collect()
        yield from self._read


def router(guard: Guard, keys: Keys, vitals: Callable[[], Awaitable[Iterable[Metric]]]) -> APIRouter:
    """The route."""
    routes = APIRouter(tags=["运行"])
    monitor = guard.needs_key(keys, Scope.METRICS, frozenset({Role.SYSTEM_ADMIN}))

    @routes.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
    async def tell(request: Request, _asker: Any = Depends(monitor)) -> Response:
        """本进程的运行指标（Prometheus 文本格式）。"""
        encode, kind = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(_All(await vitals())), headers={"Content-Type": kind})

    return routes
