"""The built pages: desk, phone, administration, papers, sign-in, and their assets.

Pages are shells; what they show comes from the API.
"""

import asyncio
import gzip
import hashlib
import mimetypes
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Response

from dispatch.errors import NotFound
from dispatch.saying import say
from dispatch.web.guard import Guard, Open

_PAGE_CACHE = "no-cache"
_ASSET_CACHE = "public, max-age=31536000, immutable"
_PACKED_TYPES = (
    "text/",
    "application/json",
    "application/javascript",
    "image/svg+xml",
    "application/manifest+json",
)
_Tag = Annotated[str, Header()]
_Page = Callable[[str, str, str], Awaitable[Response]]
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True, slots=True)
class _File:
    changed: int
    plain: bytes
    packed: bytes | None
    etag: str
    media_type: str


class Pages:
    """Files of one folder, read and gzipped once and again when they change on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._kept: dict[Path, _File] = {}

    async def file(self, name: str) -> _File:
        """A page by its name.

        Raises:
            NotFound: no such page, or the frontend was not built.
        """
        return await asyncio.to_thread(self._read, self._folder / name)

    async def below(self, folder_name: str, name: str) -> _File:
        """A file of a folder beside the pages: ``assets``, ``phone``.

        Raises:
            NotFound: no such file, or a path that leads out of the folder.
        """
        folder = self._folder / folder_name
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            raise NotFound
        return await asyncio.to_thread(self._read, path)

    def _read(self, path: Path) -> _File:
        try:
            changed = path.stat().st_mtime_ns
            kept = self._kept.get(path)
            if kept is None or kept.changed != changed:
                kept = self._kept[path] = _packed(path, changed)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
            raise NotFound(say("没有这个页面文件；如果是新安装，请先构建前端。")) from error
        return kept


def _packed(path: Path, changed: int) -> _File:
    plain = path.read_bytes()
    media_type = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    packed = gzip.compress(plain, 6, mtime=0) if media_type.startswith(_PACKED_TYPES) else None
    return _File(changed, plain, packed, f'"{hashlib.sha256(plain).hexdigest()[:20]}"', media_type)


def _answer(found: _File, cache: str, if_none_match: str, accept_encoding: str) -> Response:
    packed = found.packed if "gzip" in accept_encoding else None
    etag = found.etag if packed is None else f'{found.etag[:-1]}-gzip"'
    headers = {"ETag": etag, "Cache-Control": cache, "Vary": "Accept-Encoding"}
    if etag in if_none_match:
        return Response(status_code=304, headers=headers)
    if packed is not None:
        headers["Content-Encoding"] = "gzip"
    return Response(packed or found.plain, headers=headers, media_type=found.media_type)


def router(guard: Guard, pages: Pages) -> APIRouter:
    """The routes. Without a session a page leads to the sign-in page (see ``problems``)."""
    routes = APIRouter(include_in_schema=False)

    async def page(name: str, if_none_match: str, accept_encoding: str) -> Response:
        return _answer(await pages.file(name), _PAGE_CACHE, if_none_match, accept_encoding)

    _signed_in(routes, guard, page)
    _open(routes, page)
    _beside(routes, pages)
    return routes


def _signed_in(routes: APIRouter, guard: Guard, page: _Page) -> None:
    signed_in = Depends(guard.needs(even_locked=True, counts=False))

    @routes.get("/", dependencies=[signed_in])
    async def desk(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        return await page("index.html", if_none_match, accept_encoding)

    @routes.get("/m", dependencies=[signed_in])
    async def phone(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        return await page("m.html", if_none_match, accept_encoding)

    @routes.get("/admin", dependencies=[signed_in])
    async def administration(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        return await page("admin.html", if_none_match, accept_encoding)

    @routes.get("/print", dependencies=[signed_in])
    async def paper(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        return await page("print.html", if_none_match, accept_encoding)


def _open(routes: APIRouter, page: _Page) -> None:
    @routes.get("/signin", dependencies=[Depends(Open("where a session begins"))])
    async def signin(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        return await page("signin.html", if_none_match, accept_encoding)

    opened = Depends(Open("the page a one-use link opens in; the API asks for the link"))

    @routes.get("/t", dependencies=[opened])
    @routes.get("/t/{token}", dependencies=[opened])
    async def linked(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        """The same page for every token; the token is posted by the page, so that no preview of it opens the link."""
        return await page("t.html", if_none_match, accept_encoding)

    @routes.get("/wall", dependencies=[Depends(Open("a screen on a wall, which is paired on this page"))])
    async def wall(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        return await page("wall.html", if_none_match, accept_encoding)

    @routes.get("/phone-worker.js", dependencies=[Depends(Open("starts the phone page offline; no content"))])
    async def worker(if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        """At the root, because a worker governs only what lies below its own address."""
        return await page("phone-worker.js", if_none_match, accept_encoding)


def _beside(routes: APIRouter, pages: Pages) -> None:
    @routes.get("/assets/{name:path}", dependencies=[Depends(Open("scripts and styles; no content"))])
    async def asset(name: str, if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        found = await pages.below("assets", name)
        return _answer(found, _ASSET_CACHE, if_none_match, accept_encoding)

    @routes.get("/phone/{name}", dependencies=[Depends(Open("what a home screen shows of the phone page"))])
    async def installed(name: str, if_none_match: _Tag = "", accept_encoding: _Tag = "") -> Response:
        """The phone page's manifest and icons, which browsers fetch without a session."""
        found = await pages.below("phone", name)
        return _answer(found, _PAGE_CACHE, if_none_match, accept_encoding)
