"""Vector tiles: borders by boundary version, roads, places."""

import gzip
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Response

from dispatch.actions.sign_in import SignedIn
from dispatch.reads.tiles import Tiles
from dispatch.web.guard import Guard

_MEDIA = "application/vnd.mapbox-vector-tile"
_CACHE = "private, max-age=3600"


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
        _person: Annotated[SignedIn, Depends(signed_in)],
        if_none_match: Annotated[str, Header()] = "",
        accept_encoding: Annotated[str, Header()] = "",
    ) -> Response:
        """一块矢量瓦片(MVT):边界、道路、地名。"""
        found = await tiles.tile(boundary_version, z, x, y)
        packed = "gzip" in accept_encoding
        etag = found.etag if packed else f'{found.etag[:-1]}-plain"'
        headers = {"ETag": etag, "Cache-Control": _CACHE, "Vary": "Accept-Encoding, Cookie"}
        if etag in [each.strip() for each in if_none_match.split(",")]:
            return Response(status_code=304, headers=headers)
        if not packed:
            return Response(gzip.decompress(found.packed), headers=headers, media_type=_MEDIA)
        return Response(found.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=_MEDIA)

    return routes
