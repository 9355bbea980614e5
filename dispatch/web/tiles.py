"""Vector tiles: borders by boundary version, roads, places.

An address that names the gazetteer it knows leads to one content for good, so that browsers never ask for it again.
"""

import gzip
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Response

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS
from dispatch.reads.tiles import Tile, Tiles
from dispatch.web.guard import Guard

_MEDIA = "application/vnd.mapbox-vector-tile"
_FOR_GOOD = "private, max-age=31536000, immutable"
_ASK_AGAIN = "private, no-cache"
_NEVER = "no-store"


def router(guard: Guard, tiles: Tiles) -> APIRouter:
    """The route."""
    routes = APIRouter(tags=["地图"])
    signed_in = guard.needs(even_locked=True, counts=False)

    @routes.get("/tiles/{boundary_version}/{z}/{x}/{y}.mvt", response_class=Response)
    async def tile(
        boundary_version: int,
        z: int,
        x: int,
        y: int,
        person: Annotated[SignedIn, Depends(signed_in)],
        gazetteer: Annotated[int, Query(ge=0, lt=2**31, description="所知的地名库版本")] = 0,
        if_none_match: Annotated[str, Header()] = "",
        accept_encoding: Annotated[str, Header()] = "",
    ) -> Response:
        """一块矢量瓦片（MVT）：边界、道路、地名；草稿只给维护边界的人。"""
        keeps = any(each.role in KEEPERS for each in person.memberships)
        found = await tiles.tile(boundary_version, z, x, y, gazetteer=gazetteer, drafts=keeps)
        packed = "gzip" in accept_encoding
        etag = found.etag if packed else f'{found.etag[:-1]}-plain"'
        headers = {"ETag": etag, "Cache-Control": _kept(found, gazetteer), "Vary": "Accept-Encoding, Cookie"}
        if etag in [each.strip() for each in if_none_match.split(",")]:
            return Response(status_code=304, headers=headers)
        if not packed:
            return Response(gzip.decompress(found.packed), headers=headers, media_type=_MEDIA)
        return Response(found.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=_MEDIA)

    return routes


def _kept(tile: Tile, gazetteer: int) -> str:
    """How long a browser keeps a tile: a draft never, one whose address says all that it is of for good."""
    if tile.is_draft:
        return _NEVER
    return _FOR_GOOD if gazetteer == tile.gazetteer else _ASK_AGAIN
