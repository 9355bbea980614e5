"""What a file of boundaries turns out to hold, and what reading it gives: plain values, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from shapely.geometry.base import BaseGeometry

from gis.coverage.draft import Layer
from gis.crs import Datum

Format = Literal["geojson", "shapefile", "geopackage", "kml", "dxf"]
FORMAT_NAMES: Final[dict[Format, str]] = {
    "geojson": "GeoJSON",
    "shapefile": "Shapefile",
    "geopackage": "GeoPackage",
    "kml": "KML/KMZ",
    "dxf": "DXF",
}
Field = Literal["code", "name", "village", "town", "kind", "police_grid", "police_station"]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)
FIELD_NAMES: Final[dict[Field, str]] = {
    "code": "编码",
    "name": "名称",
    "village": "所属村居",
    "town": "所属镇街",
    "kind": "类型",
    "police_grid": "警格",
    "police_station": "派出所",
}
ColumnType = Literal["text", "integer", "number", "date", "other"]


class Limits(NamedTuple):
    """What is still read. A file beyond a limit is refused before it is unpacked or read, where that can be told."""

    file_bytes: int = 200_000_000
    unpacked_bytes: int = 1_000_000_000
    ratio: float = 200.0  # unpacked ÷ packed; drawings reach 20, tables of blanks 100, bombs 1,000
    entries: int = 500  # files in an archive
    layers: int = 100
    columns: int = 500
    features: int = 200_000
    vertices: int = 20_000_000


USUAL_LIMITS: Final = Limits()


class Mapping(NamedTuple):
    """Which column holds what; None: no column does. Names are as in `Column.name`."""

    code: str | None = None
    name: str | None = None
    village: str | None = None
    town: str | None = None
    kind: str | None = None
    police_grid: str | None = None
    police_station: str | None = None

    def column(self, field: Field) -> str | None:
        """The column of a field."""
        column: str | None = getattr(self, field)
        return column


class Column(NamedTuple):
    """One column. samples: up to five different values; filled: rows that have a value."""

    name: str
    type: ColumnType
    samples: tuple[str, ...]
    filled: int


@dataclass(frozen=True, slots=True)
class LayerReport:
    """One layer of a file.

    geometry_types: how many features of each. declared: the datum that the file names, None when it names none or
    one that is not known; declared_as: the name it gives. refused: why the layer cannot be read, in Chinese.
    datum: the guess to start from, by what is declared and by magnitude. swapped: latitude stands first.
    bounds: west, south, east, north as in the file. holds: which layer of a draft it seems to be.
    mappings: which columns seem to hold what, were it this layer or that. remarks: Chinese, for the person who
    imports. sketches: the ground it covers in WGS 84 degrees, drawn coarsely as each datum it may be in would have it.
    """

    name: str
    features: int
    geometry_types: dict[str, int]
    declared: Datum | None
    declared_as: str
    refused: str | None
    datum: Datum | None
    swapped: bool
    bounds: tuple[float, float, float, float] | None
    columns: tuple[Column, ...]
    holds: Layer
    mappings: dict[Layer, Mapping]
    remarks: tuple[str, ...]
    sketches: dict[Datum, BaseGeometry]

    @property
    def mapping(self) -> Mapping:
        """Which columns seem to hold what, in the layer that it seems to be."""
        return self.mappings[self.holds]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a file holds. encoding: of its texts, as found out."""

    format: Format
    size_bytes: int
    encoding: str
    layers: tuple[LayerReport, ...]
    remarks: tuple[str, ...]


class Feature(NamedTuple):
    """One area read. row: counted from 1 as in the file. geometry: (Multi)Polygon, WGS 84, valid or not.

    village, town, police_grid, police_station: as written, a code or a name. label: where the file put its text.
    """

    row: int
    code: str
    name: str
    village: str | None
    town: str | None
    kind: str | None
    police_grid: str | None
    police_station: str | None
    geometry: BaseGeometry
    label: BaseGeometry | None = None


class RowProblem(NamedTuple):
    """What is wrong with one row. left_out: it is not among the features; else it is, and this is worth a look.

    field: a mapped field, or `geometry`. says: Chinese, what is wrong and what to do. geometry: where, WGS 84.
    """

    row: int
    field: Field | Literal["geometry"]
    code: str
    says: str
    left_out: bool
    geometry: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What reading one layer gives. rows: how many the layer has; problems: in order of rows.

    datum: what the coordinates were read as. Every row is a feature or has a problem with left_out.
    """

    format: Format
    layer: str
    rows: int
    datum: Datum
    mapping: Mapping
    features: tuple[Feature, ...]
    problems: tuple[RowProblem, ...]
    remarks: tuple[str, ...]
