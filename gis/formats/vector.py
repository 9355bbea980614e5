"""GeoJSON, Shapefile and GeoPackage through GDAL (pyogrio.raw); a .dbf byte by byte, its encoding is uncertain."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyogrio
from numpy.typing import NDArray
from pyogrio import raw
from pyogrio.errors import DataLayerError, DataSourceError

from gis.errors import BrokenFileError, TooLargeError
from gis.formats.report import Format, Limits
from gis.formats.table import Outline, Table, shapes_of, text_of, type_of
from gis.formats.texts import FALLBACK, Encoding, decoded, encoding_of, raw_bytes

Read = Callable[[int, int], None]
_CHUNK: Final = 5_000
_CORNER_BYTES: Final = 16
_EDGES: Final = 1 << 16  # how much of each end of a GeoJSON is searched for its "crs"
_RANDOM_ACCESS: Final = ("shapefile", "geopackage")


def outlines(path: Path, kind: Format) -> list[Outline]:
    """The layers of a file that have geometry."""
    with gdal():
        names = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
        return [_outline(path, kind, name) for name in names]


def _outline(path: Path, kind: Format, name: str) -> Outline:
    info = pyogrio.read_info(path, layer=name, encoding=_encoding(kind), force_feature_count=True)
    crs = info["crs"] if kind != "geojson" or _declares(path) else None
    return Outline(path.stem if kind == "shapefile" else name, int(info["features"]), crs)


def table(path: Path, kind: Format, outline: Outline, limits: Limits, read: Read) -> tuple[Table, Encoding]:
    """One layer, read whole. read: told (rows read, rows in all). Raises BrokenFileError, TooLargeError."""
    with gdal() as complaints:
        chunks = list(_chunks(path, kind, outline, limits, read))
    meta = chunks[0][0]
    wkb: NDArray[np.object_] = np.concatenate([chunk[2] for chunk in chunks])
    shapes, broken, mended = shapes_of(wkb)
    values = [np.concatenate([chunk[3][at] for chunk in chunks]) for at in range(len(meta["fields"]))]
    names, columns, encoding = _texts(path, kind, [str(name) for name in meta["fields"]], values)
    first = 1 if kind != "geopackage" else 0
    rows = np.concatenate([chunk[1] for chunk in chunks]).astype(np.int64) + first
    types = dict(zip(names, (type_of(str(dtype)) for dtype in meta["dtypes"]), strict=True))
    found = Table(outline.name, outline.crs, rows, dict(zip(names, columns, strict=True)), types, shapes)
    found.broken, found.mended = broken, mended
    found.remarks += [encoding.remark] if encoding.remark else []
    found.remarks += sorted({complaint for complaint in map(_in_words, complaints) if complaint})
    return found, encoding


Chunk = tuple[dict[str, Any], NDArray[np.int64], NDArray[np.object_], list[NDArray[Any]]]


def _chunks(path: Path, kind: Format, outline: Outline, limits: Limits, read: Read) -> Iterator[Chunk]:
    layer = None if kind == "shapefile" else outline.name
    total, vertices, start = outline.features, 0, 0
    step = _CHUNK if kind in _RANDOM_ACCESS else max(total, 1)
    while start == 0 or start < total:
        meta, fids, wkb, values = raw.read(
            path, layer=layer, encoding=_encoding(kind), force_2d=True, return_fids=True,
            skip_features=start, max_features=step, datetime_as_string=True,
        )  # fmt: skip
        if len(meta["fields"]) > limits.columns:
            raise TooLargeError(
                f"图层有 {len(meta['fields'])} 列，超过 {limits.columns} 列的上限；请只留要用的列"
            )
        vertices += sum(len(each) for each in wkb if each is not None) // _CORNER_BYTES
        if vertices > limits.vertices:
            raise TooLargeError(
                f"图形的顶点超过 {limits.vertices} 个的上限；请抽稀（1 米以内不影响）或分批导入"
            )
        yield meta, fids, wkb, values
        start += step
        read(min(start, total), total)


def _encoding(kind: Format) -> str | None:
    """Latin-1 keeps every byte as it is: a .cpg may lie, and some programs write GBK into a GeoPackage."""
    return FALLBACK if kind in _RANDOM_ACCESS else None


def _texts(
    path: Path, kind: Format, names: list[str], values: list[NDArray[Any]]
) -> tuple[list[str], list[list[str | None]], Encoding]:
    if kind not in _RANDOM_ACCESS:
        return (
            names,
            [[text_of(value) for value in column.tolist()] for column in values],
            Encoding("utf-8", "UTF-8"),
        )
    texts = [column.tolist() for column in values]
    samples = raw_bytes(names) + [each for column in texts for each in raw_bytes(column)]
    encoding = encoding_of(samples, _claimed(path) if kind == "shapefile" else "UTF-8")

    def read(value: object) -> str | None:
        return text_of(decoded(value.encode(FALLBACK), encoding.codec) if isinstance(value, str) else value)

    columns = [[read(value) for value in column] for column in texts]
    return _distinct([read(name) or "" for name in names]), columns, encoding


def _distinct(names: list[str]) -> list[str]:
    """Names that stay apart after cut characters are left out."""
    found: list[str] = []
    for name in names:
        number, apart = 1, name
        while apart in found:
            number, apart = number + 1, f"{name}_{number}"
        found.append(apart)
    return found


def _claimed(path: Path) -> str | None:
    """What the .cpg beside a .shp says; many tools write none."""
    beside = [path.with_suffix(suffix) for suffix in (".cpg", ".CPG")]
    claim = next((file for file in beside if file.is_file()), None)
    return claim.read_text(encoding="ascii", errors="replace").strip()[:40] if claim else None


def _declares(path: Path) -> bool:
    """Whether a GeoJSON names a coordinate system; GDAL answers WGS 84 when it does not."""
    with path.open("rb") as file:
        ends = file.read(_EDGES)
        file.seek(max(0, path.stat().st_size - _EDGES))
        ends += file.read(_EDGES)
    return b'"crs"' in ends


@contextmanager
def gdal() -> Iterator[list[str]]:
    """GDAL's complaints as a list, its failures as BrokenFileError.

    pyogrio 0.13 leaves an UnboundLocalError where the text of a coordinate system is no UTF-8.
    """
    pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": True})  # an index that is missing is made anew
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", RuntimeWarning)
        complaints: list[str] = []
        try:
            yield complaints
        except (DataSourceError, DataLayerError, UnicodeError, UnboundLocalError) as error:
            raise BrokenFileError(
                f"文件读不下去，可能已损坏或不完整（{_first(error)}）；请重新导出后上传"
            ) from error
        finally:
            complaints += [str(warning.message) for warning in caught]


def _first(error: Exception) -> str:
    return re.sub(r"'?/\S*/", "", str(error)).split(";")[-1].strip()[:120]


def _in_words(complaint: str) -> str | None:
    """GDAL's complaints that a person can do something about."""
    if "closed ring" in complaint:
        return "有的边线没有闭合，已按首尾相连补上"
    if "winding order" in complaint or "right-hand rule" in complaint:
        return "有的边线方向与规范相反，已转正"
    return None
