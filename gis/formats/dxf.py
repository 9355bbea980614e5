"""DXF drawings: closed polylines are areas, the texts inside them their codes and names.

The only format whose lines become polygons. A polyline inside another is cut out of it, as drawings do not subtract.
Read through GDAL (pyogrio.raw), which explodes blocks and turns arcs into corners; texts byte by byte, because the
code page that a drawing names is often not the one it was written in.
"""

from __future__ import annotations

import re
from itertools import compress
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from pyogrio import raw
from shapely.geometry.base import BaseGeometry

from gis.coverage.plane import array_of
from gis.errors import TooLargeError
from gis.formats.report import Limits
from gis.formats.table import Table, shapes_of, text_of
from gis.formats.texts import FALLBACK, Encoding, decoded, encoding_of, raw_bytes
from gis.formats.vector import gdal

CODE_TEXT, NAME_TEXT, OTHER_TEXT = "编码文字", "名称文字", "其他文字"
_CLOSED: Final = (
    0.02  # a polyline whose ends are nearer than this, in units of the drawing, was meant to be closed
)
_CODE: Final = re.compile(r"[A-Za-z\d_.\-]*\d[A-Za-z\d_.\-]*")
_PAGE: Final = re.compile(rb"(\$DWGCODEPAGE\s*?\r?\n\s*3\s*?\r?\n)([^\r\n]*)")
_PLAIN_PAGE: Final = rb"\g<1>ANSI_1252"  # GDAL then hands on every byte as it is
_AREAL, _LINEAR = ("Polygon", "MultiPolygon"), ("LineString", "LinearRing", "MultiLineString")


class _Drawing(NamedTuple):
    """Entities of a drawing: the CAD layer, shape and text of each."""

    layers: list[str]
    shapes: NDArray[np.object_]
    texts: list[str | None]


class _Letters(NamedTuple):
    """Texts of a drawing and where they stand."""

    points: NDArray[np.object_]
    texts: list[str]


def tables(path: Path, folder: Path, limits: Limits) -> tuple[list[Table], Encoding]:
    """One table for each CAD layer that has lines or areas; texts count on whatever layer they stand."""
    drawing, encoding = _drawing(path, folder, limits)
    written = [place for place, text in enumerate(drawing.texts) if text]
    letters = _Letters(drawing.shapes[written], [drawing.texts[place] or "" for place in written])
    by_layer: dict[str, list[int]] = {}
    for place, (layer, shape) in enumerate(zip(drawing.layers, drawing.shapes, strict=True)):
        if shape is not None and shape.geom_type in (*_AREAL, *_LINEAR):
            by_layer.setdefault(layer, []).append(place)
    found = [_table(layer, places, drawing, letters) for layer, places in by_layer.items()]
    for each in found:
        each.remarks += [encoding.remark] if encoding.remark else []
    return found, encoding


def _drawing(path: Path, folder: Path, limits: Limits) -> tuple[_Drawing, Encoding]:
    content = path.read_bytes()
    plain = folder / "drawing.dxf"
    plain.write_bytes(_PAGE.sub(_PLAIN_PAGE, content, count=1))
    with gdal():
        meta, _, wkb, values = raw.read(plain, force_2d=True)
    if len(wkb) > limits.features:
        raise TooLargeError(
            f"图纸里有 {len(wkb)} 个图元，超过 {limits.features} 个的上限；请只留网格线和编码文字"
        )
    shapes, _, _ = shapes_of(wkb)
    if int(shapely.get_num_coordinates(shapes).sum()) > limits.vertices:
        raise TooLargeError(f"图形的顶点超过 {limits.vertices} 个的上限；请抽稀或分批导入")
    names = [str(name) for name in meta["fields"]]
    layers, texts = (values[names.index(name)].tolist() for name in ("Layer", "Text"))
    page = _PAGE.search(content)
    encoding = encoding_of(raw_bytes(layers + texts), page[2].decode("ascii", "replace") if page else None)
    return _Drawing([_text(each, encoding) or "0" for each in layers], shapes,
                    [_text(each, encoding) for each in texts]), encoding  # fmt: skip


def _text(value: object, encoding: Encoding) -> str | None:
    return text_of(decoded(value.encode(FALLBACK), encoding.codec)) if isinstance(value, str) else None


def _table(layer: str, places: list[int], drawing: _Drawing, letters: _Letters) -> Table:
    areas = [_area(drawing.shapes[place]) for place in places]
    fresh = _fresh(array_of(shape for shape, _ in areas))
    kept = list(compress(areas, fresh))
    shapes, mended = _cut_out(array_of(shape for shape, _ in kept))
    columns, labels, doubts = _lettered(shapes, letters)
    found = Table(
        layer, None, np.array(list(compress(places, fresh)), dtype=np.int64) + 1, columns,
        dict.fromkeys(columns, "text"), shapes, labels=labels,
    )  # fmt: skip
    found.broken = {place: why for place, (_, why) in enumerate(kept) if why}
    for place, doubt in doubts.items():
        mended[place] = f"{mended[place]}；{doubt}" if place in mended else doubt
    found.mended = mended
    found.remarks += (
        [f"有 {len(areas) - len(kept)} 条多段线画了不止一遍，只取一遍"] if len(areas) > len(kept) else []
    )
    return found


def _area(shape: BaseGeometry) -> tuple[BaseGeometry, str | None]:
    """The area that lines enclose, or the lines and why they enclose none."""
    if shape.geom_type in _AREAL:
        return shape, None
    polygons = []
    for line in shapely.get_parts(shape):
        ends = shapely.get_coordinates(line)[[0, -1]]
        apart = float(np.hypot(*(ends[1] - ends[0])))
        if apart > _CLOSED:
            return shape, f"多段线没有闭合，首尾相距 {apart:.2f}；请在 CAD 里闭合（PEDIT → C）后重新导出"
        if shapely.get_num_coordinates(line) < 4:
            return shape, "多段线的顶点不到三个，围不成面；请在 CAD 里删去或重画"
        polygons.append(shapely.Polygon(shapely.get_coordinates(line)))
    return (polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)), None


def _fresh(shapes: NDArray[np.object_]) -> list[bool]:
    """Which shapes are drawn for the first time."""
    seen: set[bytes] = set()
    fresh = []
    for drawn in shapely.to_wkb(shapely.normalize(shapes)).tolist():
        fresh.append(drawn not in seen)
        seen.add(drawn)
    return fresh


def _cut_out(shapes: NDArray[np.object_]) -> tuple[NDArray[np.object_], dict[int, str]]:
    """Each area without the areas that lie in it; notes by place."""
    whole = np.flatnonzero(shapely.is_valid(shapes) & (shapely.area(shapes) > 0))
    outer, inner = shapely.STRtree(shapes[whole]).query(shapes[whole], predicate="contains")
    within: dict[int, list[int]] = {}
    for one, other in zip(whole[outer].tolist(), whole[inner].tolist(), strict=True):
        if one != other:
            within.setdefault(one, []).append(other)
    cut = shapes.copy()
    for place, others in within.items():
        cut[place] = shapely.difference(shapes[place], shapely.union_all(shapes[others]))
    return cut, {
        place: f"里面套着另外 {len(others)} 块，已从这一块里挖去" for place, others in within.items()
    }


Columns = dict[str, list[str | None]]


def _lettered(
    shapes: NDArray[np.object_], letters: _Letters
) -> tuple[Columns, NDArray[np.object_], dict[int, str]]:
    """The texts inside each area, sorted into code, name and others; the point of the code; doubts by place."""
    inside: dict[int, list[int]] = {}
    if len(letters.points) and len(shapes):
        text, area = shapely.STRtree(shapes).query(letters.points, predicate="within")
        for one, other in sorted(zip(area.tolist(), text.tolist(), strict=True)):
            inside.setdefault(one, []).append(other)
    columns: Columns = {CODE_TEXT: [], NAME_TEXT: [], OTHER_TEXT: []}
    labels = np.full(len(shapes), None, dtype=object)
    doubts: dict[int, str] = {}
    for place in range(len(shapes)):
        lines = [(line.strip(), number) for number in inside.get(place, ())
                 for line in letters.texts[number].splitlines() if line.strip()]  # fmt: skip
        codes = sorted((each for each in lines if _CODE.fullmatch(each[0])), key=lambda each: -len(each[0]))
        names = [line for line, _ in lines if not _CODE.fullmatch(line)]
        columns[CODE_TEXT].append(codes[0][0] if codes else None)
        columns[NAME_TEXT].append(names[0] if names else None)
        columns[OTHER_TEXT].append(" ".join([line for line, _ in codes[1:]] + names[1:]) or None)
        if codes:
            labels[place] = letters.points[codes[0][1]]
        if len(codes) > 1 and len(codes[1][0]) == len(codes[0][0]):
            doubts[place] = f"里面有不止一个编码文字（{codes[0][0]}、{codes[1][0]}），取了前一个；请核对"
    return columns, labels, doubts
