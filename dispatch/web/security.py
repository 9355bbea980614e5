"""What every HTTP exchange goes through: our own origin, a size limit, protective headers, no surprise unanswered.

One pure ASGI layer, put around the application by ``web.assemble``; it notes in which language to answer. Machines (the
hotline) sign their requests, have limits of their own and are answered in Chinese: their paths pass by with nothing but
the catch for surprises.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dispatch.errors import DispatchError, Forbidden, TooLarge
from dispatch.errors import Packed as PackedBody
from dispatch.logs import where
from dispatch.saying import say
from dispatch.web.language import Exchange, answering
from dispatch.web.problems import BodyTooLarge, beyond, note_refusal, problem

log = structlog.get_logger(__name__)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BODY_LIMIT = 256 * 1024
_WORTH_PACKING = 4096
_AREAS = "/ogc/"
_TOLD = ["ETag", "Link", "Content-Crs", "OGC-NumberMatched", "OGC-NumberReturned", "Retry-After"]
"""Headers that pages of other origins may read."""
_PACKED = ("/api/", _AREAS)
MACHINE_PATHS = ("/hotline/", "/gateway/")
_FOREIGN = say("请求不是从本系统的页面发出的，已拒绝；请刷新页面后再试。")


def protective_headers(public_url: str, grounds: Sequence[str] = ()) -> Mapping[str, str]:
    """Headers of every answer to a browser. Nothing inline runs; sockets go to our own address only.

    ``grounds``: origins of the base map's pictures, if one is set.
    """
    secure = urlsplit(public_url).scheme == "https"
    socket = f"{'wss' if secure else 'ws'}://{urlsplit(public_url).netloc}"
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": " ".join(["'self' data: blob:", *grounds]),
        "font-src": "'self'",
        "media-src": "'self' blob:",
        "connect-src": " ".join([f"'self' {socket}", *grounds]),
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "geolocation=(self), camera=(self), microphone=(self)",
    }
    return headers | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})


class Edge:
    """The layer itself."""

    def __init__(
        self, app: ASGIApp, public_url: str, body_limits: Mapping[str, int], grounds: Sequence[str] = ()
    ) -> None:
        """``body_limits``: the end of a path → bytes, where the common limit of 256 KiB does not do.

        ``grounds``: origins of the base map's pictures.
        """
        self._app = app
        self._headers = protective_headers(public_url, grounds)
        self._origin = _origin(public_url)
        self._body_limits = body_limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one exchange."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(MACHINE_PATHS):
            await self._exchange(scope, receive, _Answer(send, {}))
            return
        with answering(Headers(scope=scope).get("accept-language", "")) as exchange:
            await self._exchange(scope, receive, _Answer(send, self._headers, exchange))

    async def _exchange(self, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        try:
            if Headers(scope=scope).get("content-encoding", "identity") != "identity":
                raise PackedBody  # nothing is unpacked, so that nothing can grow
            if answer.headers:
                self._refuse_foreign(scope)
                receive = self._limited(scope, receive)
            await self._app(scope, receive, answer.send)
        except DispatchError as error:
            note_refusal(HTTPConnection(scope), error)
            await problem(error)(scope, receive, answer.send)
        except ClientDisconnect:
            return  # nobody is there to be answered
        except Exception as error:  # noqa: BLE001 - the last place that can still answer
            _tell(error)
            if not answer.started:
                await problem(DispatchError())(scope, receive, answer.send)

    def _refuse_foreign(self, scope: Scope) -> None:
        """A change must come from our own page: the header no form can set, and the browser's word for the origin."""
        if scope["method"] in _SAFE:
            return
        headers = Headers(scope=scope)
        if headers.get("x-requested-with") != "dispatch" or not self._is_ours(headers):
            raise Forbidden(_FOREIGN)

    def _is_ours(self, headers: Headers) -> bool:
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is not None:
            return origin == self._origin or urlsplit(origin).netloc == headers.get("host")
        return site == "same-origin"

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        limit = next(
            (size for end, size in self._body_limits.items() if scope["path"].endswith(end)), _BODY_LIMIT
        )
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdigit() and int(announced) > limit:
            raise TooLarge(beyond(limit))
        left = limit

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise BodyTooLarge(limit)
            return message

        return counted


class Packed:
    """Gzips answers of the API and areas; tiles, pages and snapshots come packed, the hotline takes them plain."""

    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._packed = GZipMiddleware(app, minimum_size=_WORTH_PACKING, compresslevel=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one exchange on, the answer packed or not."""
        packs = scope["type"] == "http" and scope["path"].startswith(_PACKED)
        await (self._packed if packs else self._plain)(scope, receive, send)


class Shared:
    """Lets pages of some other origins read areas, with a key and without cookies; every other path stays our own."""

    def __init__(self, app: ASGIApp, origins: frozenset[str]) -> None:
        self._own = app
        self._shared = CORSMiddleware(
            app,
            allow_origins=sorted(origins),
            allow_methods=["GET", "HEAD"],
            allow_headers=["X-API-Key", "Authorization"],
            expose_headers=_TOLD,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one exchange on, with permission to other origins or without."""
        shares = scope["type"] == "http" and f"{scope['path']}/".startswith(_AREAS)
        await (self._shared if shares else self._own)(scope, receive, send)


class _Answer:
    """The way out: adds the headers, and remembers whether an answer has begun."""

    def __init__(self, send: Send, headers: Mapping[str, str], exchange: Exchange | None = None) -> None:
        self._send = send
        self.headers = headers
        self._exchange = exchange
        self.started = False

    async def send(self, message: MutableMapping[str, Any]) -> None:
        """Pass one message on."""
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in self.headers.items():
                headers.setdefault(name, value)
            if self.headers:
                headers.setdefault("Cache-Control", "no-store")
            if self._exchange and self._exchange.spoke:
                headers["Content-Language"] = self._exchange.language
                headers.add_vary_header("Accept-Language")
        await self._send(message)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _tell(error: Exception) -> None:
    log.error("surprise", kind=type(error).__name__, frames=where(error))
