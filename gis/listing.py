"""A list of places as people keep it in a table: each row checked. Pure, in blocks of rows.

A good row comes out with its point in WGS 84 and the village and town it lies in; a bad one with every problem, in
words that say what to do. Where a row belongs by name (its parent) is for the service to find out: it has the others.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, cast

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString

from gis.called import Called
from gis.cells import CellIndex
from gis.columns import LABELS
from gis.coordinate import check_many
from gis.crs import CHINA, Datum, Extent, to_wgs84_many
from gis.names import AliasKind, Kind
from gis.raster import NO_CELL
from gis.register import (
    KIND_NAMES,
    clean_name,
    fault_of_name,
    fault_of_radius,
    is_searched,
    kind_named,
)
from gis.spelling import spelled

REMARK: Final = "提醒："
"""Begins what is told of a row that is taken all the same."""
_ALIASES: Final[tuple[AliasKind, ...]] = ("nickname", "old", "short", "natural", "official")
_NEED_PARENT: Final[dict[Kind, str]] = {"house": "所属的道路、小区或村民小组", "building": "所属的小区"}
_BETWEEN: Final = re.compile("[、;|/,\uff1b\uff0c\uff0f]+")
_MOST_ALIASES: Final = 20
_LONGEST: Final = 200
_BEYOND: Final = 1e8  # no coordinate of a datum we read, in degrees or metres


class Village(NamedTuple):
    """A village as the district knows it: its name and the code of its town."""

    name: str
    town: str


class Whereabouts(NamedTuple):
    """What a row is held against: cells, the district's rectangle, villages by code, towns' names by code."""

    cells: CellIndex
    extent: Extent
    villages: Mapping[str, Village]
    towns: Mapping[str, str]


class Problem(NamedTuple):
    """What is wrong with a row: its number, the field in words, what and what to do. A remark leaves the row in."""

    row: int
    field: str
    says: str
    grave: bool = True


class Listed(NamedTuple):
    """One good row. parent: as it was said, a name or a number, or None; home: code of the village (or town) the
    place belongs to where no parent was said. lon, lat: WGS 84. radius_m: None where the row does not say. line: of
    a road, WKB of a MultiLineString in hexadecimal digits, WGS 84."""

    row: int
    external: str | None
    kind: Kind
    name: str
    parent: str | None
    home: str | None
    lon: float
    lat: float
    radius_m: float | None
    village: str | None
    town: str | None
    pinyin: str | None
    initials: str | None
    line: str | None
    aliases: tuple[tuple[str, AliasKind], ...]


class Checker:
    """Checks rows of one table. Holds nothing of a row once it is checked."""

    def __init__(
        self,
        columns: Mapping[str, int],
        width: int,
        datum: Datum,
        where: Whereabouts,
        kind: Kind | None,
        leave_outside: bool = False,
    ) -> None:
        """columns: as `mapped` gives them; width: columns of the heading; kind: of rows that name none.

        leave_outside: what lies outside every cell is no fault: the list is of more than the district. `outside`
        counts such rows.
        """
        self.outside = 0
        self._leave_outside = leave_outside
        self._columns = columns
        self._width = width
        self._datum = datum
        self._where = where
        self._kind = kind
        self._aliased: list[AliasKind] = [field for field in _ALIASES if field in columns]
        self._of_town = {
            town: frozenset(code for code, each in where.villages.items() if each.town == town)
            for town in where.towns
        }
        self._towns = Called((code, "town", name) for code, name in where.towns.items())
        self._villages = Called((code, "village", each.name) for code, each in where.villages.items())

    def check(self, rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[list[Listed], list[Problem]]:
        """The good rows of a block, and the problems of it."""
        problems: list[Problem] = []
        read = [_Row(number, self._cells(cells)) for number, cells in rows]
        for row, (_, cells) in zip(read, rows, strict=True):
            self._words(row, len(cells), problems)
        self._points(read, problems)
        if self._leave_outside:
            out = {row.number for row in read if row.cell == NO_CELL}
            self.outside += len(out)
            read = [row for row in read if row.number not in out]
            problems = [each for each in problems if each.row not in out]
        for row in read:
            if not row.bad:
                self._areas(row, problems)
        return [self._listed(row) for row in read if not row.bad], problems

    def _cells(self, cells: Sequence[str]) -> dict[str, str]:
        full = cells if len(cells) >= self._width else [*cells, *[""] * (self._width - len(cells))]
        return {field: full[number].strip() for field, number in self._columns.items()}

    def _words(self, row: _Row, width: int, problems: list[Problem]) -> None:
        """Everything of a row but its point: name, kind, radius, other names, lengths."""
        given = row.given
        if width > self._width:
            row.fault(
                problems,
                "name",
                f"这一行有 {width} 列，表头只有 {self._width} 列；多半是文字里有分隔符，请加引号",
            )
        if max(map(len, given.values())) > _LONGEST:
            for field, text in given.items():
                if len(text) > _LONGEST and field != "line":
                    row.fault(problems, field, f"超过 {_LONGEST} 个字，请缩短")
        row.name = clean_name(given["name"])
        wrong = fault_of_name(row.name)
        if wrong:
            row.fault(problems, "name", wrong)
        said = given.get("kind", "")
        row.kind = kind_named(said) if said else self._kind
        if row.kind is None:
            what = f"不认识类别“{said[:20]}”；可用：{_KINDS}" if said else f"没有写类别；可用：{_KINDS}"
            row.fault(problems, "kind", what)
        elif row.kind in _NEED_PARENT and not given.get("parent"):
            row.fault(problems, "parent", f"{KIND_NAMES[row.kind]}要写明{_NEED_PARENT[row.kind]}")
        self._radius(row, problems)
        row.aliases = self._aliases(row, problems)
        if given.get("line"):
            self._line(row, problems)

    def _radius(self, row: _Row, problems: list[Problem]) -> None:
        text = row.given.get("radius_m", "")
        if not text:
            return
        row.radius_m = _number(text)
        wrong = "不是数字，请改成米数" if row.radius_m is None else fault_of_radius(row.radius_m)
        if wrong:
            row.fault(problems, "radius_m", wrong)

    def _line(self, row: _Row, problems: list[Problem]) -> None:
        """The line of a road in WGS 84; a row without a point lies at its middle."""
        parts = _parts_of(row.given["line"])
        if not parts:
            row.fault(problems, "line", "不是 WKT 的 LINESTRING 或 MULTILINESTRING，请核对")
            return
        if not row.given.get("lon") and not row.given.get("lat"):
            middle = max(parts, key=lambda part: float(part.length)).interpolate(0.5, normalized=True)
            row.given |= {"lon": repr(middle.x), "lat": repr(middle.y)}
        if row.kind == "road":
            shifted = shapely.transform(
                shapely.multilinestrings(shapely.force_2d(parts)),
                lambda points: np.column_stack(to_wgs84_many(points[:, 0], points[:, 1], self._datum)),
            )
            if not _in_china(shapely.get_coordinates(shifted)):
                row.fault(problems, "line", "线上有的点不在中国境内，请核对坐标与坐标系")
                return
            row.line = str(shapely.to_wkb(shapely.set_srid(shifted, 4326), hex=True, include_srid=True))

    def _aliases(self, row: _Row, problems: list[Problem]) -> tuple[tuple[str, AliasKind], ...]:
        found: dict[str, AliasKind] = {}
        for field in self._aliased:
            said = row.given[field]
            for text in _BETWEEN.split(said) if said else ():
                name = clean_name(text)
                if not name or name == row.name:
                    continue
                wrong = fault_of_name(name)
                if wrong:
                    row.fault(problems, field, f"别名“{name[:20]}”：{wrong}")
                else:
                    found.setdefault(name, field)
        if len(found) > _MOST_ALIASES:
            row.fault(problems, "nickname", f"别名超过 {_MOST_ALIASES} 个，请只留常用的")
        return tuple(found.items())

    def _points(self, rows: list[_Row], problems: list[Problem]) -> None:
        """The points of rows, all at once."""
        if not rows:
            return
        lons, lats = [row.given.get("lon", "") for row in rows], [row.given.get("lat", "") for row in rows]
        checked = check_many(lons, lats, self._datum, self._where.extent)
        numbers = self._where.cells.find_many(
            np.nan_to_num(checked.lons), np.nan_to_num(checked.lats)
        ).tolist()
        usable, lons_out, lats_out = checked.usable.tolist(), checked.lons.tolist(), checked.lats.tolist()
        for at, row in enumerate(rows):
            row.lon, row.lat, row.cell = lons_out[at], lats_out[at], numbers[at]
            if checked.says[at]:
                row.fault(problems, "lon", checked.says[at], grave=not usable[at])
            if usable[at] and row.cell == NO_CELL:
                says = f"坐标（{row.lon:.5f}，{row.lat:.5f}）不在本区任何网格内，请核对坐标与坐标系"
                row.fault(problems, "lon", says)

    def _areas(self, row: _Row, problems: list[Problem]) -> None:
        """Village and town: as the row says, else where its point lies, unless its kind lies in several."""
        cell = self._where.cells.cells[row.cell]
        town = self._named(row, "town", self._towns, None, problems)
        village = self._named(row, "village", self._villages, town, problems)
        if village is not None:
            of_village = self._where.villages[village].town
            if town not in (None, of_village):
                row.fault(problems, "village", f"这个村居不在{self._where.towns.get(town or '', '')}，请核对")
            town = of_village
        if town is not None and town != cell.town and not row.bad:
            there = self._where.towns.get(cell.town, cell.town)
            row.fault(problems, "town", f"坐标落在{there}，与填写的不同，已按填写的记；请核对", grave=False)
        if row.kind in ("town", "village"):
            row.village, row.town = self._itself(row, village, town, problems)
        elif row.kind == "road":
            row.village, row.town = village, town
        else:
            row.village = village or (cell.village if town in (None, cell.town) else None)
            row.town = town or cell.town

    def _itself(
        self, row: _Row, village: str | None, town: str | None, problems: list[Problem]
    ) -> tuple[str | None, str | None]:
        """Which town or village a place of such a kind is: by its name, told apart by the columns."""
        if row.kind == "town":
            found = self._towns.find(row.name)
        elif village is not None:
            found = [village] if village in self._villages.find(row.name, frozenset({village})) else []
        else:
            found = self._within(self._villages, row.name, town) if town else self._villages.find(row.name)
        if len(found) != 1:
            kind = KIND_NAMES[cast(Kind, row.kind)]
            several = f"{kind}“{row.name}”有几个同名的，请写明镇街"
            none = f"{kind}“{row.name}”本区没有登记，请先在网格边界里登记"
            row.fault(problems, "name", several if found else none)
            return None, None
        if row.kind == "town":
            return None, found[0]
        return found[0], self._where.villages[found[0]].town

    def _named(
        self,
        row: _Row,
        field: str,
        known: Called,
        town: str | None,
        problems: list[Problem],
    ) -> str | None:
        """The code that a village or town is meant by, given as a code or a name; of a village in the stated town."""
        text = row.given.get(field, "")
        if not text:
            return None
        of_district = self._where.towns if field == "town" else self._where.villages
        if text in of_district:
            return text
        plain = unicodedata.normalize("NFKC", text)
        found = self._within(known, plain, town) if field == "village" and town else known.find(plain)
        if field == "village" and len(found) > 1:
            found = self._within(known, plain, self._where.cells.cells[row.cell].town)
        if len(found) == 1:
            return found[0]
        label, said = LABELS[field], text[:20]
        if found:
            says = f"{label}“{said}”有几个同名的，请写代码"
        elif town is not None and known.find(plain):
            says = f"{label}“{said}”不在{self._where.towns.get(town, '')}，请核对"
        else:
            says = f"{label}“{said}”本区没有，请核对"
        row.fault(problems, field, says)
        return None

    def _within(self, known: Called, text: str, town: str) -> list[str]:
        """The villages of a town that are called so."""
        return known.find(
            text, frozenset(code for code, each in self._where.villages.items() if each.town == town)
        )

    def _listed(self, row: _Row) -> Listed:
        kind = cast(Kind, row.kind)
        spelling = spelled(row.name) if is_searched(kind, row.name) else None
        return Listed(
            row=row.number,
            external=row.given.get("external") or None,
            kind=kind,
            name=row.name,
            parent=row.given.get("parent") or None,
            home=None if kind in ("town", "village") else row.village or row.town,
            lon=round(row.lon, 7),
            lat=round(row.lat, 7),
            radius_m=row.radius_m,
            village=row.village,
            town=row.town,
            pinyin=spelling.pinyin if spelling else None,
            initials=spelling.initials if spelling else None,
            line=row.line,
            aliases=row.aliases,
        )


class _Row:
    """A row while it is checked."""

    __slots__ = (
        *("number", "given", "bad", "name", "kind", "radius_m", "line", "aliases"),
        *("lon", "lat", "cell", "village", "town"),
    )

    def __init__(self, number: int, given: dict[str, str]) -> None:
        self.number = number
        self.given = given
        self.bad = False
        self.name = ""
        self.kind: Kind | None = None
        self.radius_m: float | None = None
        self.line: str | None = None
        self.aliases: tuple[tuple[str, AliasKind], ...] = ()
        self.lon = self.lat = math.nan
        self.cell = NO_CELL
        self.village: str | None = None
        self.town: str | None = None

    def fault(self, problems: list[Problem], field: str, says: str, *, grave: bool = True) -> None:
        """Note a problem of this row."""
        problems.append(Problem(self.number, LABELS[field], says if grave else f"提醒：{says}", grave))
        self.bad = self.bad or grave


_KINDS: Final = "、".join(KIND_NAMES.values())


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _parts_of(text: str) -> list[LineString]:
    """The parts of a line as it is written (WKT), none where it is no line, or none that numbers can say."""
    try:
        with np.errstate(all="ignore"):
            line = shapely.from_wkt(text)
    except (shapely.GEOSException, NotImplementedError):  # the latter for curves
        return []
    parts = [part for part in shapely.get_parts(line) if not part.is_empty]
    are_lines = all(part.geom_type == "LineString" for part in parts)
    return parts if are_lines and (np.abs(shapely.get_coordinates(parts)) < _BEYOND).all() else []


def _in_china(points: NDArray[np.float64]) -> bool:
    """Whether all points (WGS 84 lon, lat) lie in China."""
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return CHINA.holds(west, south) and CHINA.holds(east, north)
