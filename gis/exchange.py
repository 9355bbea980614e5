"""Gazetteer and cells as files for other programs: JSON lines and GeoJSON, WGS 84. Used by the command line.

A place's line: {type: "place", id, kind, name, parent, lon, lat, radius_m, village, town}; an alias': {type: "alias",
id, kind, name, parent, lon, lat, radius_m, village, town}, where `parent` is the id of the place it names and the
position is that place's. Cells are a FeatureCollection (RFC 7946) whose properties are the fields of `Cell` and
whatever else the writer knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from gis.cells import Cell, CellIndex
from gis.errors import CellsError, GazetteerError
from gis.gazetteer import Alias, Place

_DECIMALS: Final = 8  # of a degree: a millimetre
_NEEDED: Final = ("id", "kind", "name", "lon", "lat")


def place_line(place: Place) -> dict[str, Any]:
    """A place as one line's object."""
    return {"type": "place", **place._asdict()}


def alias_line(identity: int, alias: Alias, place: Place) -> dict[str, Any]:
    """Another name of a place as one line's object."""
    where = {name: getattr(place, name) for name in ("lon", "lat", "radius_m", "village", "town")}
    return {
        "type": "alias",
        "id": identity,
        "kind": alias.kind,
        "name": alias.name,
        "parent": place.id,
        **where,
    }


def read_gazetteer(lines: Iterable[tuple[int, bytes]]) -> tuple[list[Place], list[Alias]]:
    """Places and aliases from numbered lines.

    Raises GazetteerError naming the line that cannot be read; whether ids and kinds fit is `Gazetteer`'s to say.
    """
    places: list[Place] = []
    aliases: list[Alias] = []
    for number, line in lines:
        row = _object(number, line)
        if row.get("type") == "alias":
            if not isinstance(row.get("parent"), int) or not row.get("name"):
                raise GazetteerError(f"第 {number} 行的别名没有 parent（所属地名编号）或 name；请补上后重试")
            aliases.append(Alias(row["parent"], str(row["name"]), row.get("kind", "nickname")))
        else:
            places.append(_place(number, row))
    return places, aliases


def _object(number: int, line: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise GazetteerError(f"第 {number} 行不是 JSON（{error}）；请逐行一个对象") from error
    if not isinstance(row, dict):
        raise GazetteerError(f"第 {number} 行不是一个对象；请逐行一个对象")
    return row


def _place(number: int, row: Mapping[str, Any]) -> Place:
    for name in _NEEDED:
        if row.get(name) is None:
            raise GazetteerError(f"第 {number} 行缺少 {name}；请补上后重试")
    village, town = row.get("village"), row.get("town")
    return Place(
        int(row["id"]), row["kind"], str(row["name"]), row.get("parent"), float(row["lon"]), float(row["lat"]),
        row.get("radius_m"), village, town or (village[:9] if village else None),
    )  # fmt: skip


def feature(geometry: BaseGeometry, properties: Mapping[str, Any]) -> dict[str, Any]:
    """One feature with its coordinates to the millimetre."""
    return {"type": "Feature", "properties": dict(properties), "geometry": _geometry(geometry)}


def _geometry(geometry: BaseGeometry) -> dict[str, Any]:
    told: dict[str, Any] = orjson.loads(shapely.to_geojson(geometry))
    told["coordinates"] = _rounded(told["coordinates"])
    return told


def _rounded(value: Any) -> Any:
    return [_rounded(each) for each in value] if isinstance(value, list) else round(value, _DECIMALS)


def collection(features: Iterable[Mapping[str, Any]], **members: Any) -> Iterator[bytes]:
    """A FeatureCollection in pieces, one feature a line; `members` are foreign members (RFC 7946, 6.1)."""
    head = orjson.dumps({"type": "FeatureCollection", **members})[:-1]
    yield head + b',"features":[\n'
    for number, each in enumerate(features):
        yield (b",\n" if number else b"") + orjson.dumps(each)
    yield b"\n]}\n"


def read_cells(source: BinaryIO) -> CellIndex:
    """The index of exported cells. Raises CellsError when a property or geometry is missing."""
    try:
        whole = orjson.loads(source.read())
        features = whole["features"]
        version = int(whole.get("boundary_version", 0))
        cells = [_cell(each["properties"]) for each in features]
        geometries = shapely.from_geojson([orjson.dumps(each["geometry"]) for each in features])
    except (orjson.JSONDecodeError, shapely.GEOSException, KeyError, TypeError) as error:
        raise CellsError(f"网格文件读不出来（{error}）；请用 cells export 重新导出") from error
    return CellIndex(cells, geometries, version)


def _cell(properties: Mapping[str, Any]) -> Cell:
    return Cell(properties["code"], properties["village"], properties["town"], properties.get("police_grid"))
