"""OGC API Features: the published boundaries for other programs, below ``/ogc``.

Part 1 (core, GeoJSON, OpenAPI 3.0), Part 2 (coordinate systems), queryables of Part 3, schemas of Part 5. Programs come
with a key, people of the desks with their session. Answers carry a tag; who shows it again gets 304 without a question
to the tables of areas.
"""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated, Any
from urllib.parse import quote

import orjson
from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import StreamingResponse

from dispatch import __version__
from dispatch.actions.keys import Keys, Machine
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.keys import Scope
from dispatch.errors import NotFound
from dispatch.reads import features as reads
from dispatch.reads.features import COLLECTIONS, Collection, Features, Page
from dispatch.saying import say
from dispatch.store.features import Summary, System, Version
from dispatch.web import features_document as document
from dispatch.web import features_page as page
from dispatch.web import features_query as query
from dispatch.web.features_document import GEOJSON, JSON, OPENAPI, SCHEMA, Place
from dispatch.web.features_query import SYSTEMS, ItemsQuery, Moment
from dispatch.web.guard import DESK, Guard, NeedsKey

ROOT = "/ogc"
_READERS = DESK | {Role.SYSTEM_ADMIN}
_VARY = "Accept, Accept-Encoding, Authorization, Cookie, X-API-Key"
PAGE = "text/html; charset=utf-8"
Asker = Machine | SignedIn
Answer = Callable[..., Awaitable[Response]]


class Edge:
    """Answers about collections and their features."""

    def __init__(self, features: Features, root: str) -> None:
        self._features = features
        self.root = root

    def asked(self, request: Request) -> tuple[Place, Moment]:
        """Where links lead and which version is meant, for requests without parameters of their own."""
        moment = query.moment(request.query_params.multi_items())
        return Place(self.root, moment.version), moment

    async def described(self, of: Collection, place: Place, moment: Moment, by: Asker) -> dict[str, Any]:
        """One collection in the version that is meant."""
        version = await self._meant(moment)
        summary = await self._features.summary(of, version, _town(by)) if version else Summary(0, None)
        return document.collection(place, of, version, summary)

    async def items(self, request: Request, of: Collection, town: str | None) -> Response:
        """A page of features, streamed."""
        asked = query.items(request.query_params.multi_items(), of)
        version = await self._meant(asked.moment)
        headers = _marks(request, version, town) | {"Content-Crs": f"<{asked.crs}>"}
        if unchanged(request, headers):
            return Response(status_code=304, headers=headers)
        found = Page(0, (), None, None)
        if version is not None:
            found = await self._features.page(of, version, town, asked.wish)
        links = self._links(request, of, asked, found)
        headers |= {
            "OGC-NumberMatched": str(found.matched),
            "OGC-NumberReturned": str(len(found.codes)),
        }
        beside = [f'<{each["href"]}>; rel="{each["rel"]}"; type="{GEOJSON}"' for each in links[2:]]
        if beside:
            headers["Link"] = ", ".join(beside)
        if request.method == "HEAD" or version is None:
            return Response(_begun(found, links) + b"]}", headers=headers, media_type=GEOJSON)
        runs = self._features.texts(of, version, town, found, SYSTEMS[asked.crs])
        return StreamingResponse(_streamed(found, links, runs), headers=headers, media_type=GEOJSON)

    async def item(self, request: Request, of: Collection, code: str, town: str | None) -> Response:
        """One feature."""
        moment, crs = query.item(request.query_params.multi_items())
        version = await self._meant(moment)
        if version is None or "\0" in code:
            raise NotFound
        headers = _marks(request, version, town) | {"Content-Crs": f"<{crs}>"}
        system: System = SYSTEMS[crs]
        found = await self._features.one(of, version, town, code, system)
        if found is None:
            raise NotFound
        if unchanged(request, headers):
            return Response(status_code=304, headers=headers)
        place, path = Place(self.root, moment.version), f"/collections/{of.id}"
        links = [
            _self(self.root, request),
            place.link("collection", path, JSON, of.title),
        ]
        body = found.removesuffix("}").encode() + b',"links":' + orjson.dumps(links) + b"}"
        return Response(body, headers=headers, media_type=GEOJSON)

    async def _meant(self, moment: Moment) -> Version | None:
        """The version that is meant; None where none was in force at that time.

        Raises:
            NotFound: no version of that number was ever in force.
        """
        versions = await self._features.versions()
        if moment.version is not None:
            named = next((each for each in versions if each.id == moment.version), None)
            if named is None:
                raise NotFound(say("没有第 {version} 版已发布的边界，请核对版本号。", version=moment.version))
            return named
        if moment.span is not None:
            return reads.during(versions, *moment.span)
        return reads.in_force(versions)

    def _links(
        self, request: Request, of: Collection, asked: ItemsQuery, found: Page
    ) -> list[dict[str, Any]]:
        """Links of a page: itself, its neighbours, its collection."""
        place, path = Place(self.root, asked.moment.version), f"/collections/{of.id}"
        kept = {
            name: value
            for name, value in request.query_params.multi_items()
            if name not in ("after", "before", "version")
        }
        links = [_self(self.root, request), place.link("collection", path, JSON, of.title)]
        for rel, title, aside in (("next", "下一页", "after"), ("prev", "上一页", "before")):
            code = found.after if aside == "after" else found.before
            if code is not None:
                href = place.at(f"{path}/items", kept | {aside: code})
                links.append({"rel": rel, "href": href, "type": GEOJSON, "title": title})
        return links


def router(guard: Guard, keys: Keys, features: Features, public_url: str) -> APIRouter:
    """The routes. Links lead to the public address, wherever a request came in."""
    edge = Edge(features, f"{public_url}{ROOT}")
    asks = guard.needs_key(keys, Scope.FEATURES, _READERS)
    routes = APIRouter(prefix=ROOT, tags=["OGC API"])
    _service(routes, edge, asks)
    _collections(routes, edge, asks)
    _features(routes, edge, asks)
    return routes


def _answers(routes: APIRouter, path: str, media: str, *, shown: bool = True) -> Callable[[Answer], Answer]:
    """Take GET, and HEAD beside it, which the description does not repeat."""

    def both(answer: Answer) -> Answer:
        told: dict[int | str, dict[str, Any]] = {
            200: {"content": {media: {"schema": {"type": "object"}}}, "description": "成功"}
        }
        routes.get(path, response_class=Response, responses=told, include_in_schema=shown)(answer)
        routes.head(path, response_class=Response, include_in_schema=False)(answer)
        return answer

    return both


def _service(routes: APIRouter, edge: Edge, asks: NeedsKey) -> None:
    @_answers(routes, "/", JSON, shown=False)
    @_answers(routes, "", JSON)
    async def landing(request: Request, by: Annotated[Asker, Depends(asks)]) -> Response:
        """首页：网格边界服务的入口（OGC API Features）；浏览器打开时是一张网页。"""
        place, moment = edge.asked(request)
        if "f" not in request.query_params and page.is_wanted(request.headers.get("accept", "")):
            described = [await edge.described(each, place, moment, by) for each in COLLECTIONS.values()]
            return told(request, page.landing(place, described).encode(), PAGE)
        return told(request, document.landing(place), JSON)

    @_answers(routes, "/conformance", JSON)
    async def conformance(request: Request, _asker: Annotated[Asker, Depends(asks)]) -> Response:
        """所遵循的标准。"""
        edge.asked(request)
        return told(request, document.conformance(), JSON)

    @_answers(routes, "/api", OPENAPI)
    async def api(request: Request, _asker: Annotated[Asker, Depends(asks)]) -> Response:
        """接口说明（OpenAPI 3.0）。"""
        edge.asked(request)
        return told(request, document.api(edge.root), OPENAPI)


def _collections(routes: APIRouter, edge: Edge, asks: NeedsKey) -> None:
    @_answers(routes, "/collections", JSON)
    async def collections(request: Request, by: Annotated[Asker, Depends(asks)]) -> Response:
        """全部图层：镇街、村居、网格、警格。"""
        place, moment = edge.asked(request)
        described = [await edge.described(each, place, moment, by) for each in COLLECTIONS.values()]
        return told(request, document.collections(place, described), JSON)

    @_answers(routes, "/collections/{collection}", JSON)
    async def collection(request: Request, collection: str, by: Annotated[Asker, Depends(asks)]) -> Response:
        """一个图层：数量、范围、坐标系。"""
        place, moment = edge.asked(request)
        return told(request, await edge.described(_named(collection), place, moment, by), JSON)

    @_answers(routes, "/collections/{collection}/schema", SCHEMA)
    async def schema(request: Request, collection: str, _asker: Annotated[Asker, Depends(asks)]) -> Response:
        """一个图层的字段（JSON Schema）。"""
        place, _ = edge.asked(request)
        return told(request, document.schema(place, _named(collection)), SCHEMA)

    @_answers(routes, "/collections/{collection}/queryables", SCHEMA)
    async def queryables(
        request: Request, collection: str, _asker: Annotated[Asker, Depends(asks)]
    ) -> Response:
        """一个图层可筛选的字段（JSON Schema）。"""
        place, _ = edge.asked(request)
        return told(request, document.queryables(place, _named(collection)), SCHEMA)


def _features(routes: APIRouter, edge: Edge, asks: NeedsKey) -> None:
    @_answers(routes, "/collections/{collection}/items", GEOJSON)
    async def items(request: Request, collection: str, by: Annotated[Asker, Depends(asks)]) -> Response:
        """一个图层的要素（GeoJSON），分页；可按范围、时间、版本、字段筛选。"""
        return await edge.items(request, _named(collection), _town(by))

    @_answers(routes, "/collections/{collection}/items/{item}", GEOJSON)
    async def item(
        request: Request, collection: str, item: str, by: Annotated[Asker, Depends(asks)]
    ) -> Response:
        """一个要素（GeoJSON）。"""
        return await edge.item(request, _named(collection), item, _town(by))


def told(request: Request, body: Mapping[str, Any] | bytes, media: str) -> Response:
    """A short document, tagged by what it says."""
    text = body if isinstance(body, bytes) else orjson.dumps(body)
    headers = _cached(f'W/"{hashlib.sha256(text).hexdigest()[:24]}"')
    if unchanged(request, headers):
        return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type=media)


def unchanged(request: Request, headers: Mapping[str, str]) -> bool:
    """Whether the asker holds this answer already (RFC 9110, 13.2.2): by its tag, else by its time."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        held = [each.strip().removeprefix("W/") for each in tags.split(",")]
        return "*" in held or headers["ETag"].removeprefix("W/") in held
    since = request.headers.get("if-modified-since")
    if since is None or "Last-Modified" not in headers:
        return False
    try:
        return parsedate_to_datetime(headers["Last-Modified"]) <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False


def _marks(request: Request, version: Version | None, town: str | None) -> dict[str, str]:
    """Tag and time of features: by the version, its links to police grids, what was asked, and who may see how much."""
    stamp = None if version is None else (version.id, version.valid_until, version.links, version.relinked)
    asked = sorted(request.query_params.multi_items())
    said = repr((__version__, stamp, town, request.url.path, asked))
    headers = _cached(f'W/"{hashlib.sha256(said.encode()).hexdigest()[:24]}"')
    if version is None:
        return headers
    last = max(at for at in (version.valid_from, version.valid_until, version.relinked) if at is not None)
    changed: datetime = min(last, version.read_at).astimezone(UTC)
    return headers | {"Last-Modified": format_datetime(changed.replace(microsecond=0), usegmt=True)}


def _cached(tag: str) -> dict[str, str]:
    """Kept by whoever asked, and asked for anew each time."""
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": _VARY}


def _named(collection: str) -> Collection:
    if collection not in COLLECTIONS:
        raise NotFound(say("没有这个图层；这里有：{collections}。", collections=[*COLLECTIONS]))
    return COLLECTIONS[collection]


def _town(by: Asker) -> str | None:
    """The town that the asker is confined to."""
    return by.town if isinstance(by, Machine) else None


def _self(root: str, request: Request) -> dict[str, Any]:
    path = quote(request.url.path.removeprefix(ROOT))
    asked = f"?{request.url.query}" if request.url.query else ""
    return {"rel": "self", "href": f"{root}{path}{asked}", "type": GEOJSON, "title": "本页"}


def _begun(found: Page, links: list[dict[str, Any]]) -> bytes:
    """A collection's text up to its first feature."""
    head = {
        "type": "FeatureCollection",
        "numberMatched": found.matched,
        "numberReturned": len(found.codes),
        "links": links,
    }
    return orjson.dumps(head).removesuffix(b"}") + b',"features":['


async def _streamed(
    found: Page, links: list[dict[str, Any]], runs: AsyncIterator[list[str]]
) -> AsyncIterator[bytes]:
    """A collection's text in pieces."""
    yield _begun(found, links)
    between = ""
    async for run in runs:
        yield (between + ",\n".join(run)).encode()
        between = ",\n"
    yield b"]}"
