"""One layer of a file as features in WGS 84, row by row: what is wrong with one row never hides another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping as Known
from pathlib import Path
from typing import Final, Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Layer
from gis.coverage.fault import Progress
from gis.coverage.plane import areal
from gis.crs import Datum, Extent
from gis.ellipsoid import metres_between
from gis.errors import ColumnError, CoordinatesError, NoPolygonsError, OutsideDistrictError
from gis.formats.columns import checked, guessed, holds
from gis.formats.declared import declared
from gis.formats.inspection import described_columns
from gis.formats.placed import DATUM_NAMES, Placed, fit, guessed_datum, outside, placed, seen, shifted
from gis.formats.report import FIELDS, USUAL_LIMITS, Feature, Field, Imported, Limits, Mapping, RowProblem
from gis.formats.source import opened, silent
from gis.formats.table import Table

_STEP: Final = 500  # rows between two words on progress
_SCIENTIFIC: Final = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_KINDS: Final = {
    "Point": "点", "MultiPoint": "点", "LineString": "线", "MultiLineString": "线", "LinearRing": "线",
    "GeometryCollection": "没有面的图形集合",
}  # fmt: skip


def read(
    path: Path,
    layer: str | None = None,
    mapping: Mapping | None = None,
    datum: Datum | None = None,
    extent: Extent | None = None,
    known: Known[str, BaseGeometry] | None = None,
    limits: Limits = USUAL_LIMITS,
    progress: Progress | None = None,
    level: Layer | None = None,
) -> Imported:
    """One layer of a file.

    layer, mapping, datum: what a person chose; None takes the guess that `inspect` shows. extent: the district's
    rectangle, WGS 84; rows outside it are left out. known: published areas in WGS 84 by code (villages for cells,
    towns for villages): rows that fit theirs only under another datum are told. progress: (steps done, steps in all).
    level: which layer of a draft it is to become, where that is known, to guess columns by.
    Raises FileError where nothing can be read: see `gis.errors`.
    """
    tell = progress or silent
    with opened(path, limits) as source:
        table, _ = source.table(layer, lambda done, total: tell(done, 2 * total))
        kind, remarks = source.kind, list(source.remarks)
    columns = described_columns(table)
    chosen = checked(mapping or guessed(columns, level or holds(columns)), list(table.columns))
    shapes = _polygons(table)
    said = _datum(table, datum)
    ground = placed(shapes, said)
    doubts, doubt = _doubts(table, chosen, shapes, ground, known or {})
    rows = _Rows(table, chosen, ground, doubts, extent)
    for done in range(len(table.rows)):
        rows.take(done)
        if done % _STEP == _STEP - 1 or done == len(table.rows) - 1:
            tell(len(table.rows) + done + 1, 2 * len(table.rows))
    rows.refuse_if_nothing()
    rows.tell_doubles()
    remarks += [*table.remarks, *ground.remarks, *doubt]
    features, problems = tuple(rows.features), tuple(sorted(rows.problems, key=lambda each: each.row))
    return Imported(kind, table.name, len(table.rows), said, chosen, features, problems, tuple(remarks))


def _datum(table: Table, chosen: Datum | None) -> Datum:
    """What the coordinates are read as. Raises CoordinatesError for a system that cannot be converted."""
    says = declared(table.crs)
    if says.refused and (says.firm or chosen is None):
        raise CoordinatesError(says.refused)
    datum = chosen or guessed_datum(seen(table.shapes), says.datum)
    if datum is None:
        raise CoordinatesError(
            "坐标的数值不像中国的经纬度，也不像 120° 带的平面坐标；请核对坐标系和带号，或请测绘部门转成 CGCS2000"
        )
    return datum


def _polygons(table: Table) -> NDArray[np.object_]:
    """The areal shapes; what is none of them is noted as broken. Raises NoPolygonsError where none is left."""
    found = np.full(len(table.rows), None, dtype=object)
    for place, shape in enumerate(table.shapes):
        if place in table.broken:
            continue
        if shape is None:
            table.broken[place] = "这一行没有图形；请补画或从文件里去掉这一行"
            continue
        areas = shape if shape.geom_type in ("Polygon", "MultiPolygon") else areal(shape)
        if not areas.is_empty:
            found[place] = areas
            if areas is not shape:
                table.mended[place] = "图形里夹着点或线，只取了其中的面；请核对"
        elif shape.geom_type in ("Polygon", "MultiPolygon"):
            table.broken[place] = "这一行的图形是空的；请补画或从文件里去掉这一行"
        else:
            table.broken[place] = (
                f"这一行是{_KINDS.get(shape.geom_type, '别的图形')}，不是面；请改画成闭合的面"
            )
    if len(table.broken) == len(found):
        most = Counter(table.broken.values()).most_common(1)[0][0]
        raise NoPolygonsError(f"图层“{table.name}”里没有面：{most}")
    return found


def _doubts(
    table: Table,
    mapping: Mapping,
    shapes: NDArray[np.object_],
    ground: Placed,
    known: Known[str, BaseGeometry],
) -> tuple[dict[int, str], list[str]]:
    """Rows that fit their parent only under another datum, by place; a remark where that is most of the file."""
    found = fit(shapes, ground, _parents(table, mapping, shapes, known))
    if found is None:
        return {}, []
    whole, remarks = found.better(), []
    if whole is not None:
        then, now = float(found.under(whole).mean()), float(found.under(None).mean())
        remarks.append(
            f"整份文件按 {DATUM_NAMES[whole]} 有 {then:.1%} 的面积在所属范围内，按所选坐标系只有 {now:.1%}；"
            "多半应改选它，请核对"
        )
    others = "其余各行的坐标系" if whole is None else DATUM_NAMES[whole]
    return {
        place: f"这一行按 {DATUM_NAMES[rival]} 有 {then:.0%} 在所属范围内，按{others}只有 {now:.0%}；请核对它的坐标系"
        for place, (rival, then, now) in found.odd(whole).items()
    }, remarks


def _parents(
    table: Table, mapping: Mapping, shapes: NDArray[np.object_], known: Known[str, BaseGeometry]
) -> dict[int, BaseGeometry]:
    """The known area each row should lie in: by the code of its village or town, else by how its own code begins."""
    lengths = sorted({len(code) for code in known}, reverse=True)
    uppers = [table.columns[name] for name in (mapping.village, mapping.town) if name is not None]
    codes = table.columns[mapping.code or ""]
    found: dict[int, BaseGeometry] = {}
    for place, code in enumerate(codes):
        named = [column[place] or "" for column in uppers] + [(code or "")[:length] for length in lengths]
        parent = next((each for each in named if each in known and each != code), None)
        if parent is not None and shapes[place] is not None:
            found[place] = known[parent]
    return found


class _Rows:
    """Rows become features or problems, one by one."""

    def __init__(
        self, table: Table, mapping: Mapping, ground: Placed, doubts: dict[int, str], extent: Extent | None
    ) -> None:
        self.features: list[Feature] = []
        self.problems: list[RowProblem] = []
        self._table, self._mapping, self._ground, self._doubts = table, mapping, ground, doubts
        none = np.zeros(len(table.rows), dtype=bool)
        self._outside = none if extent is None else outside(ground.shapes, extent)
        self._extent = extent

    def take(self, place: int) -> None:
        """One row."""
        code = self._value("code", place) or ""
        shape = self._ground.shapes[place]
        refusal = self._refusal(place, code)
        if refusal is not None:
            field, says = refusal
            self._problem(place, field, code, says, left_out=True, shape=shape)
            return
        notes = (self._table.mended.get(place), self._ground.notes.get(place), self._doubts.get(place))
        for note in filter(None, notes):
            self._problem(place, "geometry", code, note, left_out=False, shape=shape)
        values = {field: self._value(field, place) for field in FIELDS if field not in ("code", "name")}
        row = int(self._table.rows[place])
        name = self._value("name", place) or ""
        self.features.append(Feature(row, code, name, geometry=shape, label=self._label(place), **values))

    def _refusal(self, place: int, code: str) -> tuple[Field | Literal["geometry"], str] | None:
        """Why a row is left out."""
        if place in self._table.broken:
            return "geometry", self._table.broken[place]
        if place in self._ground.refused:
            return "geometry", self._ground.refused[place]
        if self._ground.shapes[place] is None:
            return "geometry", "图形里有不是数字的坐标；请在原图上重画这一块"
        if self._outside[place]:
            return (
                "geometry",
                f"图形在本区范围之外约 {self._away(place):.0f} 公里；请核对坐标系，或去掉区外的行",
            )
        if not code:
            return "code", "编码是空的；请补上编码后重新导入"
        if _SCIENTIFIC.fullmatch(code):
            return "code", f"编码 {code} 成了科学计数法，位数已丢失；请把这一列存成文本后重新导出"
        return None

    def refuse_if_nothing(self) -> None:
        """Raise the error that fits when not a single row can be used."""
        if self.features:
            return
        if all(each is None for each in self._ground.datums):
            raise CoordinatesError(f"没有一行的坐标可用；{self._most()}")
        if self._outside.any() and not any(each.field == "code" for each in self.problems):
            raise OutsideDistrictError(f"全部 {len(self._table.rows)} 行都用不上；{self._most()}")
        if all(value is None for value in self._table.columns[self._mapping.code or ""]):
            raise ColumnError(f"列“{self._mapping.code}”全是空的，读不到编码；请另选编码列")

    def tell_doubles(self) -> None:
        """Rows whose code another row has too: parts of one area, or a slip."""
        rows: dict[str, list[Feature]] = {}
        for feature in self.features:
            rows.setdefault(feature.code, []).append(feature)
        for code, twins in rows.items():
            if len(twins) > 1:
                numbers = "、".join(str(twin.row) for twin in twins[:10])
                says = f"编码 {code} 在第 {numbers} 行重复；若是同一块的几个部分可以合并，否则请改正编码"
                self.problems += [
                    RowProblem(twin.row, "code", code, says, False, twin.geometry) for twin in twins
                ]

    def _most(self) -> str:
        """What is said most often."""
        return Counter(problem.says for problem in self.problems).most_common(1)[0][0]

    def _problem(
        self, place: int, field: Field | Literal["geometry"], code: str, says: str, *, left_out: bool,
        shape: BaseGeometry | None,
    ) -> None:  # fmt: skip
        self.problems.append(RowProblem(int(self._table.rows[place]), field, code, says, left_out, shape))

    def _value(self, field: Field, place: int) -> str | None:
        column = self._mapping.column(field)
        return None if column is None else self._table.columns[column][place]

    def _label(self, place: int) -> BaseGeometry | None:
        """Where the file's own text stands, shifted like the shape it labels."""
        labels, datum = self._table.labels, self._ground.datums[place]
        if labels is None or labels[place] is None or datum is None:
            return None
        label: BaseGeometry = shifted(labels[[place]], datum, self._ground.swapped)[0]
        return label

    def _away(self, place: int) -> float:
        """Kilometres from a shape to the district's rectangle."""
        assert self._extent is not None  # nothing lies outside of no rectangle
        here = self._ground.shapes[place].centroid
        near = shapely.box(*self._extent).exterior
        there = near.interpolate(near.project(here))
        return metres_between(here.x, here.y, there.x, there.y) / 1000
