"""The documents of OGC API Features: landing page, conformance, collections, schemas, and the API in OpenAPI 3.0.

Written so that GDAL and QGIS understand them unchanged: QGIS reads the limits at ``components/parameters/limit`` and
what can be filtered by from parameters with ``style`` and ``explode``; both read paths below ``/collections``. Pure;
used by ``web.features``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias
from urllib.parse import urlencode

from dispatch import __version__
from dispatch.reads.features import COLLECTIONS, Collection
from dispatch.store.features import Summary, Version
from dispatch.web.features_query import CRS84, LIMIT, MOST, SYSTEMS

Json: TypeAlias = dict[str, Any]
JSON, GEOJSON, SCHEMA = "application/json", "application/geo+json", "application/schema+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_SPEC = "http://www.opengis.net/spec"
CONFORMS = [
    f"{_SPEC}/ogcapi-common-1/1.0/conf/core",
    f"{_SPEC}/ogcapi-common-2/1.0/conf/collections",
    f"{_SPEC}/ogcapi-features-1/1.0/conf/core",
    f"{_SPEC}/ogcapi-features-1/1.0/conf/oas30",
    f"{_SPEC}/ogcapi-features-1/1.0/conf/geojson",
    f"{_SPEC}/ogcapi-features-2/1.0/conf/crs",
    f"{_SPEC}/ogcapi-features-3/1.0/conf/queryables",
    f"{_SPEC}/ogcapi-features-3/1.0/conf/queryables-query-parameters",
    f"{_SPEC}/ogcapi-features-5/1.0/conf/schemas",
]
_REL = "http://www.opengis.net/def/rel/ogc/1.0"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "网格边界"
ABOUT = "已发布的镇街、村居、网格、警格边界。只读；不含任何个人信息。"
_PROPERTIES: Mapping[str, tuple[str, str]] = {
    "code": ("编码", "string"),
    "name": ("名称", "string"),
    "kind": ("类别：general 一般网格，dedicated 专属网格", "string"),
    "village": ("所属村居编码", "string"),
    "village_name": ("所属村居", "string"),
    "town": ("所属镇街编码", "string"),
    "town_name": ("所属镇街", "string"),
    "police_grid": ("所属警格编码", "string"),
    "police_grid_name": ("所属警格", "string"),
    "police_station": ("派出所", "string"),
    "boundary_version": ("边界版本号", "integer"),
}
_HAS: Mapping[str, tuple[str, ...]] = {
    "towns": ("code", "name", "boundary_version"),
    "villages": ("code", "name", "town", "town_name", "boundary_version"),
    "cells": (
        *("code", "name", "kind", "village", "village_name", "town", "town_name"),
        *("police_grid", "police_grid_name", "boundary_version"),
    ),
    "police-grids": ("code", "name", "town", "town_name", "police_station", "boundary_version"),
}


_PROBLEM = "application/problem+json"
_LISTED: Json = {"style": "form", "explode": False}
"""How QGIS tells a parameter that filters from all others."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the API lies (``root``), and the version that an address named, which its links go on naming."""

    root: str
    version: int | None = None

    def at(self, path: str, parameters: Mapping[str, str] = MappingProxyType({})) -> str:
        """The address of something below the root."""
        named = {} if self.version is None else {"version": str(self.version)}
        given = {**parameters, **named}
        return f"{self.root}{path}" + (f"?{urlencode(given)}" if given else "")

    def link(self, rel: str, path: str, media: str, title: str) -> Json:
        """A link to something below the root."""
        return {"rel": rel, "href": self.at(path), "type": media, "title": title}


def landing(place: Place) -> Json:
    """The landing page."""
    return {
        "title": TITLE,
        "description": ABOUT,
        "links": [
            place.link("self", "", JSON, "本页"),
            place.link("service-desc", "/api", OPENAPI, "接口说明（OpenAPI 3.0）"),
            place.link("conformance", "/conformance", JSON, "所遵循的标准"),
            place.link("data", "/collections", JSON, "全部图层"),
            place.link(f"{_REL}/data", "/collections", JSON, "全部图层"),
            place.link(f"{_REL}/conformance", "/conformance", JSON, "所遵循的标准"),
        ],
    }


def conformance() -> Json:
    """What is conformed to."""
    return {"conformsTo": CONFORMS}


def collections(place: Place, described: list[Json]) -> Json:
    """All collections."""
    links = [place.link("self", "/collections", JSON, "全部图层")]
    return {"links": links, "collections": described}


def collection(place: Place, of: Collection, version: Version | None, summary: Summary) -> Json:
    """A collection in a version: how many features, where, from when until when, in which systems."""
    path = f"/collections/{of.id}"
    extent: Json = {}
    if summary.bounds is not None:
        extent["spatial"] = {"bbox": [list(summary.bounds)], "crs": CRS84}
    if version is not None:
        until = version.valid_until.isoformat() if version.valid_until else None
        extent["temporal"] = {
            "interval": [[version.valid_from.isoformat(), until]],
            "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
        }
    return {
        "id": of.id,
        "title": of.title,
        "description": _description(of, version),
        "itemType": "feature",
        "itemCount": summary.count,
        "extent": extent,
        "crs": list(SYSTEMS),
        "storageCrs": CRS84,
        "links": [
            place.link("self", path, JSON, "本图层"),
            place.link("items", f"{path}/items", GEOJSON, f"全部{of.title}"),
            place.link(f"{_REL}/schema", f"{path}/schema", SCHEMA, "字段"),
            place.link(f"{_REL}/queryables", f"{path}/queryables", SCHEMA, "可筛选的字段"),
        ],
    }


def _description(of: Collection, version: Version | None) -> str:
    if version is None:
        return f"{of.description}还没有发布边界。"
    drawn = "示意边界，不代表实际。" if version.illustrative else ""
    return f"{of.description}第 {version.id} 版边界。{drawn}"


def schema(place: Place, of: Collection) -> Json:
    """The features' properties as JSON Schema (Part 5)."""
    properties: Json = {}
    for order, name in enumerate(_HAS[of.id], start=1):
        title, kind = _PROPERTIES[name]
        properties[name] = {"title": title, "type": kind, "x-ogc-propertySeq": order}
    properties["code"]["x-ogc-role"] = "id"
    properties["geometry"] = {"x-ogc-role": "primary-geometry", "format": "geometry-multipolygon"}
    return _schema(place, of, "schema", properties)


def queryables(place: Place, of: Collection) -> Json:
    """What features can be wanted by, as JSON Schema (Part 3)."""
    properties = {name: {"title": _PROPERTIES[name][0], "type": "string"} for name in of.wanted}
    return _schema(place, of, "queryables", properties)


def _schema(place: Place, of: Collection, name: str, properties: Json) -> Json:
    return {
        "$schema": _DRAFT,
        "$id": place.at(f"/collections/{of.id}/{name}"),
        "title": of.title,
        "description": of.description,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def api(root: str) -> Json:
    """The API in OpenAPI 3.0, which GDAL and QGIS read to learn limits and filters."""
    paths: Json = {
        "/": _operation("landing", "首页", ["version"]),
        "/conformance": _operation("conformance", "所遵循的标准", ["version"]),
        "/api": _operation("api", "本说明", ["version"], media=OPENAPI),
        "/collections": _operation("collections", "全部图层", ["version"]),
    }
    for each in COLLECTIONS.values():
        path, named = f"/collections/{each.id}", each.id.replace("-", "_")
        paths[path] = _operation(f"{named}", each.title, ["version"])
        for part, title in (("schema", "字段"), ("queryables", "可筛选的字段")):
            paths[f"{path}/{part}"] = _operation(
                f"{named}_{part}", f"{each.title}{title}", ["version"], SCHEMA
            )
        paths[f"{path}/items"] = _operation(f"{named}_items", each.description, _of_items(each), GEOJSON)
        one = ["id", "crs", "version", "datetime"]
        paths[f"{path}/items/{{id}}"] = _operation(f"{named}_item", f"一个{each.title}", one, GEOJSON)
    return {
        "openapi": "3.0.3",
        "info": {"title": TITLE, "description": ABOUT, "version": __version__},
        "servers": [{"url": root}],
        "security": [{"key": []}, {"bearer": []}],
        "paths": paths,
        "components": {
            "parameters": parameters(),
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
                "bearer": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def _of_items(of: Collection) -> list[str]:
    return [*("limit", "bbox", "bbox-crs", "crs", "datetime", "version", "after", "before"), *of.wanted]


def _operation(name: str, summary: str, named: list[str], media: str = JSON) -> Json:
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in named],
            "responses": {
                "200": {"description": summary, "content": {media: {"schema": {"type": "object"}}}},
                "304": {"description": "与 If-None-Match 或 If-Modified-Since 相比没有变化"},
                "4XX": {"description": "拒绝：原因与下一步怎么做", "content": {_PROBLEM: {}}},
            },
        }
    }


def parameters() -> Json:
    """Every parameter by its name."""
    uri = {"type": "string", "format": "uri", "enum": list(SYSTEMS), "default": CRS84}
    box = {
        "type": "array",
        "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
        "items": {"type": "number"},
    }
    text, whole = {"type": "string"}, {"type": "integer", "minimum": 1}
    limit = {**whole, "maximum": MOST, "default": LIMIT}
    found = {
        "limit": _query("limit", f"一页最多几个；超过 {MOST} 按 {MOST} 算", limit),
        "bbox": _query("bbox", "范围：按 bbox-crs 的坐标顺序，与之相交的才返回", box) | _LISTED,
        "bbox-crs": _query("bbox-crs", "bbox 的坐标系", uri),
        "crs": _query("crs", "返回的坐标系；EPSG 各系按其规定纬度（北）在前", uri),
        "datetime": _query("datetime", "时间或区间：按那时生效的版本（区间取最后一个）返回", text),
        "version": _query("version", "边界版本号；不给就是现行版本", whole),
        "after": _query("after", "下一页从这个编码之后开始，由 next 链接给出", text),
        "before": _query("before", "上一页到这个编码之前为止，由 prev 链接给出", text),
        "id": {"name": "id", "in": "path", "required": True, "description": "编码", "schema": text},
    }
    for name in sorted({name for each in COLLECTIONS.values() for name in each.wanted}):
        found[name] = _query(name, f"只要这个值：{_PROPERTIES[name][0]}", text) | _LISTED
    return found


def _query(name: str, description: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "description": description, "required": False, "schema": schema}
