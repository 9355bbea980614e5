"""KML as Google Earth, ArcGIS and Ovital write it: every placemark a row, folders and attributes as columns.

Read here and not through GDAL, whose drivers garble Chinese attribute names and split a file by its folders. KML is
WGS 84 by its standard (OGC 12-007r2); what Chinese map programs write in it may all the same be GCJ-02.
"""

from __future__ import annotations

import html
import math
import re
from pathlib import Path
from typing import Final
from xml.parsers import expat

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gis.errors import BrokenFileError, TooLargeError
from gis.formats.report import ColumnType, Limits
from gis.formats.table import Outline, Table, text_of
from gis.formats.texts import Encoding, whole_text

NAME, FOLDER, DESCRIPTION = "名称", "文件夹", "说明"
_CRS: Final = "EPSG:4326"
_GEOMETRIES: Final = ("Polygon", "LineString", "Point", "LinearRing", "Model", "Track", "MultiTrack")
_CELL: Final = re.compile(r"<t[dh][^<>]*>((?:(?!<t[dh]).)*?)</t[dh]>", re.IGNORECASE | re.DOTALL)
_LINE: Final = re.compile(r"<tr[^<>]*>((?:(?!<tr|<table).)*?)</tr>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[^<>]+>")
_COMMA: Final = re.compile(r"\s*,\s*")


def layer(path: Path, limits: Limits) -> tuple[Outline, Table, Encoding]:
    """The one layer of a KML. Raises BrokenFileError for broken XML, TooLargeError beyond the limits."""
    text, encoding = whole_text(path.read_bytes())
    reader = _Reader(limits)
    reader.feed(text)
    table = reader.table()
    return Outline(table.name, len(table.rows), _CRS), table, encoding


class _Placemark:
    """One placemark while it is read."""

    def __init__(self, folder: str) -> None:
        self.values: dict[str, str] = {FOLDER: folder} if folder else {}
        self.polygons: list[shapely.Polygon] = []
        self.others: list[str] = []
        self.broken: str | None = None

    def shape(self) -> BaseGeometry | None:
        """Its polygons, else an empty geometry of the type it has instead, None where it has none."""
        if self.polygons:
            return self.polygons[0] if len(self.polygons) == 1 else shapely.MultiPolygon(self.polygons)
        if not self.others:
            return None
        return shapely.Point() if self.others[0] == "Point" else shapely.LineString()


class _Reader:
    """Follows the elements of a KML. A document type is refused: it is how XML bombs are made, and KML has none."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._path: list[str] = []
        self._folders: list[str] = []
        self._texts: list[str] = []
        self._attribute = ""
        self._rings: list[list[tuple[float, float]]] = []
        self._placemark: _Placemark | None = None
        self._placemarks: list[_Placemark] = []
        self._document = ""
        self._vertices = 0

    def feed(self, text: str) -> None:
        """Read a whole file."""
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), True)
        except expat.ExpatError as error:
            raise BrokenFileError(
                f"KML 在第 {error.lineno} 行读不下去，文件可能不完整；请重新导出后上传"
            ) from error

    def table(self) -> Table:
        """What was read."""
        found = self._placemarks
        names = [NAME, *dict.fromkeys(name for each in found for name in each.values if name != NAME)]
        if len(names) > self._limits.columns:
            raise TooLargeError(
                f"KML 有 {len(names)} 种属性，超过 {self._limits.columns} 种的上限；请只留要用的"
            )
        columns = {name: [text_of(each.values.get(name)) for each in found] for name in names}
        kept = {name: values for name, values in columns.items() if any(values)}
        shapes = np.empty(len(found), dtype=object)
        shapes[:] = [each.shape() for each in found]
        rows = np.arange(1, len(found) + 1)
        broken = {place: each.broken for place, each in enumerate(found) if each.broken}
        types: dict[str, ColumnType] = dict.fromkeys(kept, "text")
        return Table(self._document or "KML", _CRS, rows, kept, types, shapes, broken)

    def _doctype(self, *_: object) -> None:
        raise BrokenFileError("KML 里带有文档类型声明（DOCTYPE），不予读取；请用地图软件重新导出")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._path.append(name)
        self._texts.clear()
        if name == "Folder":
            self._folders.append("")
        elif name == "Placemark":
            self._placemark = _Placemark("/".join(each for each in self._folders if each))
        elif name in ("Data", "SimpleData"):
            self._attribute = attributes.get("name", "")
        elif name == "Polygon":
            self._rings = []
        if name in _GEOMETRIES and name != "LinearRing" and self._placemark is not None:
            self._placemark.others.append(name)

    def _text(self, text: str) -> None:
        self._texts.append(text)

    def _end(self, _: str) -> None:
        name = self._path.pop()
        text = "".join(self._texts)
        self._texts.clear()
        above = self._path[-1] if self._path else ""
        if name == "name" and above == "Folder":
            self._folders[-1] = text.strip()
        elif name == "name" and above == "Document":
            self._document = self._document or text.strip()
        elif name == "Folder":
            self._folders.pop()
        elif self._placemark is not None:
            self._inside(self._placemark, name, above, text)

    def _inside(self, placemark: _Placemark, name: str, above: str, text: str) -> None:
        if name == "name" and above == "Placemark":
            placemark.values[NAME] = text
        elif name == "description" and above == "Placemark":
            placemark.values.update(_described(text))
        elif name == "SimpleData" or (name == "value" and above == "Data"):
            placemark.values[self._attribute or name] = text
        elif name == "coordinates" and above == "LinearRing" and "Polygon" in self._path:
            self._rings.append(self._ring(placemark, text))
        elif name == "Polygon":
            self._close(placemark)
        elif name == "Placemark":
            self._placemarks.append(placemark)
            self._placemark = None
            if len(self._placemarks) > self._limits.features:
                raise TooLargeError(f"KML 里的地标超过 {self._limits.features} 个的上限；请分批导入")

    def _ring(self, placemark: _Placemark, text: str) -> list[tuple[float, float]]:
        corners = []
        for token in _COMMA.sub(",", text).split():
            try:
                lon, lat = map(float, token.split(",")[:2])
                if not (math.isfinite(lon) and math.isfinite(lat)):
                    raise ValueError(token)
                corners.append((lon, lat))
            except ValueError:
                placemark.broken = f"坐标“{token[:30]}”不是经度，纬度；请在地图软件里重画这一块"
        self._vertices += len(corners)
        if self._vertices > self._limits.vertices:
            raise TooLargeError(f"图形的顶点超过 {self._limits.vertices} 个的上限；请抽稀或分批导入")
        return corners

    def _close(self, placemark: _Placemark) -> None:
        if not self._rings or any(len(ring) < 3 for ring in self._rings):
            placemark.broken = placemark.broken or "多边形的顶点不到三个；请在地图软件里重画这一块"
        else:
            placemark.polygons.append(shapely.Polygon(self._rings[0], self._rings[1:]))


def _described(text: str) -> dict[str, str]:
    """The attributes of a description: the two-column table that ArcGIS writes, else the text itself."""
    found: dict[str, str] = {}
    for line in _LINE.findall(text):
        cells = [html.unescape(_TAG.sub("", cell)).strip() for cell in _CELL.findall(line)]
        if len(cells) == 2 and cells[0]:
            found[cells[0]] = cells[1]
    plain = html.unescape(_TAG.sub(" ", text)).strip()
    return found or ({DESCRIPTION: plain} if plain else {})
