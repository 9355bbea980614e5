"""Files of boundaries as surveyors' programs write them, made by the tests themselves."""

from __future__ import annotations

import json
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyogrio import raw
from shapely.geometry.base import BaseGeometry

from gis.crs import Datum, from_wgs84_many
from tests.unit.gis.district import TOWNS, cell_rows

Row = dict[str, Any]
VILLAGE_NAMES = {code: name for _, *villages in TOWNS.values() for name, code in villages}
# CGCS2000_3_Degree_GK_CM_120E as ArcGIS writes it
PRJ_4549 = (
    'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",'
    'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],'
    'UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],'
    'PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],'
    'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)
PRJ_XIAN = PRJ_4549.replace("CGCS2000_3_Degree", "Xian_1980_3_Degree").replace(
    'GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]',
    'GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]',
)


def rows() -> list[Row]:
    """The cells of the small district as surveyors name their columns, each with its shape."""
    return [
        {
            "网格编码": code,
            "网格名称": f"第{int(code[12:])}网格",
            "所属村居": VILLAGE_NAMES[village],
            "所属镇街": TOWNS[town][0],
            "警格编号": grid,
            "shape": shapely.from_wkb(wkb),
        }
        for code, village, town, grid, wkb in cell_rows()
    ]


def shifted(shape: BaseGeometry, datum: Datum, swapped: bool = False) -> BaseGeometry:
    """A WGS 84 shape in another datum, its two values swapped if asked."""

    def shift(xy: np.ndarray) -> np.ndarray:
        x, y = from_wgs84_many(xy[:, 0], xy[:, 1], datum)
        return np.column_stack((y, x) if swapped else (x, y))

    return shapely.transform(shape, shift)


def in_datum(given: Sequence[Row], datum: Datum, swapped: bool = False) -> list[Row]:
    """Rows with their shapes in another datum."""
    return [{**row, "shape": shifted(row["shape"], datum, swapped)} for row in given]


def geojson(path: Path, given: Sequence[Row], crs: str | None = None, encoding: str = "utf-8") -> Path:
    """A feature collection; crs: an EPSG code in the member that RFC 7946 removed."""
    features = [
        {
            "type": "Feature",
            "properties": {name: value for name, value in row.items() if name != "shape"},
            "geometry": None if row["shape"] is None else json.loads(shapely.to_geojson(row["shape"])),
        }
        for row in given
    ]
    whole: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if crs is not None:
        whole["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    path.write_bytes(json.dumps(whole, ensure_ascii=False).encode(encoding))
    return path


def written(
    path: Path, given: Sequence[Row], driver: str, crs: str | None = "EPSG:4490", encoding: str | None = None,
    layer: str | None = None, append: bool = False,
) -> Path:  # fmt: skip
    """A file through GDAL; names that a .dbf cuts are cut."""
    names = [name for name in given[0] if name != "shape"]
    values = [np.array([row[name] for row in given], dtype=object) for name in names]
    shapes = np.array([shapely.to_wkb(row["shape"], flavor="iso") for row in given], dtype=object)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a name that is cut, a file without coordinate system: as it should be
        raw.write(
            path, shapes, values, np.array(names), geometry_type="Unknown" if driver == "GPKG" else "Polygon",
            crs=crs, driver=driver, encoding=encoding, layer=layer, append=append,
        )  # fmt: skip
    return path


def shapefile(
    folder: Path, given: Sequence[Row], encoding: str = "GBK", claim: str | None = None, prj: str | None = PRJ_4549
) -> Path:  # fmt: skip
    """A .shp and its parts in a folder, texts in an encoding, .cpg and .prj as claimed or left out."""
    path = written(folder / "网格.shp", given, "ESRI Shapefile", "EPSG:4490", encoding)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    path.with_suffix(".prj").unlink()
    if claim is not None:
        path.with_suffix(".cpg").write_text(claim)
    if prj is not None:
        path.with_suffix(".prj").write_text(prj)
    return path


def zipped(path: Path, files: Mapping[str, Path | bytes | str], utf8: bool = True) -> Path:
    """A zip of files under names; utf8 False writes the names in GBK and does not say so, as old tools do."""
    stand_ins = {name: name if utf8 else _stand_in(name, number) for number, name in enumerate(files)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(stand_ins[name], content.read_bytes() if isinstance(content, Path) else content)
    packed = path.read_bytes()
    for name, stand_in in stand_ins.items():
        packed = packed if utf8 else packed.replace(stand_in.encode(), name.encode("gbk"))
    path.write_bytes(packed)
    return path


def _stand_in(name: str, number: int) -> str:
    """An ASCII name as long as this one is in GBK: zipfile says UTF-8 of every other name."""
    return f"@{number:0{len(name.encode('gbk')) - 1}d}"
