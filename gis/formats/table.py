"""One layer of a file as it was read: texts and shapes in the file's own coordinates, row by row."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from gis.formats.report import ColumnType

_NOTHING: Final = frozenset({"", "null", "<null>", "none", "nan", "nat", "n/a", "无", "空"})

_WHOLE: Final = 2.0**53  # beyond it a float no longer holds every whole number


class Outline(NamedTuple):
    """A layer before it is read. crs: what the file declares, an EPSG code or a WKT, or None."""

    name: str
    features: int
    crs: str | None


@dataclass
class Table:
    """One layer. rows: counted from 1 as in the file; columns: texts, None where empty; shapes: None where none is.

    broken: what was wrong with a shape, by place; mended: what was put right in it. labels: Points, where the file
    has them. crs: as in `Outline`. remarks: about the layer as a whole.
    """

    name: str
    crs: str | None
    rows: NDArray[np.int64]
    columns: dict[str, list[str | None]]
    types: dict[str, ColumnType]
    shapes: NDArray[np.object_]
    broken: dict[int, str] = field(default_factory=dict)
    mended: dict[int, str] = field(default_factory=dict)
    labels: NDArray[np.object_] | None = None
    remarks: list[str] = field(default_factory=list)


def text_of(value: object) -> str | None:
    """A value as people write it: whole numbers without a point, no blanks around, full-width digits narrowed."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        value = int(value)
    if isinstance(value, date):
        return value.isoformat()
    text = unicodedata.normalize("NFKC", str(value)).replace("\x00", "").replace("\ufeff", "").strip()
    return None if text.lower() in _NOTHING else text


def type_of(dtype: str) -> ColumnType:
    """How a numpy type is called."""
    if dtype == "object":
        return "text"
    if dtype.startswith(("int", "uint")):
        return "integer"
    if dtype.startswith("float"):
        return "number"
    return "date" if dtype.startswith("datetime") else "other"


def shapes_of(wkb: NDArray[np.object_]) -> tuple[NDArray[np.object_], dict[int, str], dict[int, str]]:
    """Shapes from WKB, two-dimensional; what could not be read and what was put right, by place."""
    with np.errstate(invalid="ignore"):  # a corner that is no number is told below
        shapes = np.asarray(shapely.force_2d(shapely.from_wkb(wkb, on_invalid="ignore")), dtype=object)
    broken: dict[int, str] = {}
    mended: dict[int, str] = {}
    given = np.array([each is not None for each in wkb], dtype=bool)
    for place in np.flatnonzero(given & shapely.is_missing(shapes)).tolist():
        with np.errstate(invalid="ignore"):
            shape = shapely.from_wkb(wkb[place], on_invalid="fix")
        if shape is None:
            broken[place] = "图形的坐标不完整，读不出来；请在原图上重画这一块"
        else:
            shapes[place] = shapely.force_2d(shape)
            mended[place] = "有一圈边线没有闭合，已按首尾相连补上；请核对"
    xy, owners = shapely.get_coordinates(shapes, return_index=True)
    for place in np.unique(owners[~np.isfinite(xy).all(axis=1)]).tolist():
        broken[place], shapes[place] = "图形里有不是数字的坐标；请在原图上重画这一块", None
    return shapes, broken, mended
