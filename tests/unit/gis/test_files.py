"""Every format read whole: what surveyors' programs write comes out as the cells that went in."""

from __future__ import annotations

import math
import re
import struct
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyogrio import raw

from gis.crs import DATUMS, Datum
from gis.formats import Imported, inspect, read
from tests.unit.gis.district import EXTENT, cell_rows
from tests.unit.gis.files import (
    PRJ_4549,
    Row,
    geojson,
    in_datum,
    rows,
    shapefile,
    written,
    zipped,
)

MILLIMETRE = 1e-8  # in degrees


def same(imported: Imported, given: list[Row]) -> None:
    """The features are the rows that were written, shapes to the millimetre."""
    assert [feature.code for feature in imported.features] == [row["网格编码"] for row in given]
    assert [feature.name for feature in imported.features] == [row["网格名称"] for row in given]
    assert [feature.village for feature in imported.features] == [row["所属村居"] for row in given]
    assert [feature.police_grid for feature in imported.features] == [row["警格编号"] for row in given]
    apart = shapely.hausdorff_distance(
        [feature.geometry for feature in imported.features], [row["shape"] for row in given]
    )
    assert apart.max() < MILLIMETRE
    assert imported.rows == len(given)


def test_geojson(tmp_path: Path) -> None:
    path = geojson(tmp_path / "upload", rows())
    report = inspect(path)
    (layer,) = report.layers
    assert (report.format, layer.features, layer.geometry_types) == ("geojson", 48, {"Polygon": 48})
    assert (layer.declared, layer.datum, layer.holds) == (None, "wgs84", "cell")
    assert layer.mapping.code == "网格编码"
    assert layer.mapping.police_grid == "警格编号"
    assert any("没有声明坐标系" in remark for remark in layer.remarks)
    same(read(path, extent=EXTENT), rows())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_geojson_that_is_no_plain_utf_8(tmp_path: Path, encoding: str) -> None:
    same(read(geojson(tmp_path / "a.json", rows(), encoding=encoding)), rows())


@pytest.mark.parametrize("datum", DATUMS)
@pytest.mark.parametrize("swapped", [False, True])
def test_every_datum_and_both_orders(tmp_path: Path, datum: Datum, swapped: bool) -> None:
    path = geojson(tmp_path / "a.geojson", in_datum(rows(), datum, swapped))
    imported = read(path, datum=datum, extent=EXTENT)
    same(imported, rows())
    assert imported.problems == ()
    assert any("对调" in remark for remark in imported.remarks) == swapped
    assert inspect(path).layers[0].swapped == swapped


def test_metres_are_told_by_magnitude(tmp_path: Path) -> None:
    for datum in ("cgcs2000_gk_cm120", "cgcs2000_gk_zone40"):
        imported = read(geojson(tmp_path / "a.geojson", in_datum(rows(), datum)), extent=EXTENT)
        same(imported, rows())
        assert imported.datum == datum


def test_metres_under_a_declaration_of_degrees(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", in_datum(rows(), "cgcs2000_gk_cm120"), crs="4490")
    report = inspect(path).layers[0]
    assert (report.declared, report.datum) == ("cgcs2000", "cgcs2000_gk_cm120")
    assert any("数值却是平面坐标" in remark for remark in report.remarks)
    same(read(path, extent=EXTENT), rows())
    assert any("已按数值换算" in remark for remark in read(path, datum="cgcs2000").remarks)


@pytest.mark.parametrize("encoding", ["GBK", "GB18030", "UTF-8"])
@pytest.mark.parametrize("claim", [None, "GBK", "UTF-8", "936", "rubbish"])
def test_shapefile_whatever_its_cpg_claims(tmp_path: Path, encoding: str, claim: str | None) -> None:
    path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"), encoding, claim)
    report = inspect(path)
    (layer,) = report.layers
    assert report.encoding == ("UTF-8" if encoding == "UTF-8" else "GBK")
    assert (layer.declared, layer.datum) == ("cgcs2000_gk_cm120", "cgcs2000_gk_cm120")
    same(read(path, extent=EXTENT), rows())
    wrong = claim is not None and claim != "rubbish" and (claim == "UTF-8") != (encoding == "UTF-8")
    assert any("实际是" in remark for remark in layer.remarks) == wrong


def test_names_that_a_dbf_cuts_are_known_all_the_same(tmp_path: Path) -> None:
    """Ten bytes: five characters in GBK; in UTF-8 three and a third of one."""
    long = [
        {
            "网格唯一编码": row["网格编码"],
            "所属村居代码": row["网格编码"][:12],
            "所属派出所名称": "渔沟派出所",
            "shape": row["shape"],
        }
        for row in rows()
    ]
    for encoding, cut in (("GBK", "网格唯一编"), ("UTF-8", "网格唯")):
        folder = tmp_path / encoding
        folder.mkdir()
        mapping = inspect(shapefile(folder, long, encoding)).layers[0].mapping
        assert mapping.code == cut
        assert mapping.village == ("所属村居代" if encoding == "GBK" else "所属村")


def test_zipped_shapefile_with_chinese_names(tmp_path: Path) -> None:
    path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"))
    parts = {f"成果/{part.name}": part for part in sorted(tmp_path.glob("网格.*"))}
    for utf8 in (True, False):
        imported = read(zipped(tmp_path / "a.zip", parts, utf8), extent=EXTENT)
        same(imported, rows())
        assert (imported.format, imported.layer) == ("shapefile", "网格")
    assert path.exists()


def test_system_named_in_chinese(tmp_path: Path) -> None:
    """Survey programs call it 2000国家大地坐标系, in GBK; what counts is what stands under the name."""
    for encoding in ("gbk", "utf-8"):
        path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"), prj=None)
        named = PRJ_4549.replace("CGCS2000_3_Degree_GK_CM_120E", "2000国家大地坐标系3度带")
        path.with_suffix(".prj").write_bytes(named.encode(encoding))
        before = path.with_suffix(".prj").read_bytes()
        assert inspect(path).layers[0].declared == "cgcs2000_gk_cm120"
        same(read(path, extent=EXTENT), rows())
        assert path.with_suffix(".prj").read_bytes() == before


def plain(row: Row) -> Row:
    """A row whose only Chinese would be its name, of which a stand-in is left."""
    return {"CODE": row["网格编码"], "NAME": "@" * 8, "shape": row["shape"]}


def test_geopackage_in_gbk(tmp_path: Path) -> None:
    """Some programs put the bytes of GBK where UTF-8 belongs."""
    path = written(tmp_path / "a.gpkg", [plain(row) for row in rows()], "GPKG", layer="a")
    path.write_bytes(path.read_bytes().replace(b"@" * 8, "第一网格".encode("gbk")))
    imported = read(path)
    assert {feature.name for feature in imported.features} == {"第一网格"}
    assert imported.remarks[0].startswith("文件声明文字是 UTF-8 编码，实际是 GBK")


def test_shapefile_without_its_index_or_table(tmp_path: Path) -> None:
    path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"), prj=None)
    path.with_suffix(".shx").unlink()
    same(read(path, extent=EXTENT), rows())
    assert not path.with_suffix(".shx").exists()
    assert any(".prj" in remark for remark in inspect(path).remarks)
    path.with_suffix(".dbf").unlink()
    assert any(".dbf" in remark for remark in inspect(path).remarks)


def test_parts_in_capitals(tmp_path: Path) -> None:
    path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"))
    for part in tmp_path.glob("网格.*"):
        part.rename(part.with_suffix(part.suffix.upper()))
    same(read(path.with_suffix(".SHP"), extent=EXTENT), rows())


def test_codes_kept_as_numbers(tmp_path: Path) -> None:
    given = [{**row, "网格编码": int(row["网格编码"])} for row in rows()]
    imported = read(geojson(tmp_path / "a.geojson", given))
    assert [feature.code for feature in imported.features] == [row[0] for row in cell_rows()]
    floats = [{**row, "网格编码": float(row["网格编码"])} for row in rows()]
    imported = read(geojson(tmp_path / "a.geojson", floats))
    assert [feature.code for feature in imported.features] == [row[0] for row in cell_rows()]


def test_geopackage_with_several_layers(tmp_path: Path) -> None:
    path = written(tmp_path / "a.gpkg", rows()[:8], "GPKG", "EPSG:4490", layer="渔沟")
    written(path, in_datum(rows()[8:], "cgcs2000_gk_zone40"), "GPKG", "EPSG:4528", layer="其他", append=True)
    before = path.read_bytes()
    layers = inspect(path).layers
    assert [(layer.name, layer.features, layer.declared) for layer in layers] == [
        ("渔沟", 8, "cgcs2000"),
        ("其他", 40, "cgcs2000_gk_zone40"),
    ]
    same(read(path, "渔沟"), rows()[:8])
    same(read(path, "其他"), rows()[8:])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_heights_and_measures_are_dropped(tmp_path: Path) -> None:
    high = [{**row, "shape": shapely.force_3d(row["shape"], 7.5)} for row in rows()]
    measured = [
        {
            **row,
            "shape": shapely.from_wkt(
                re.sub("(?<=[0-9])(?=[,)])", " 3", row["shape"].wkt).replace("N (", "N M (")
            ),
        }
        for row in rows()
    ]
    assert shapely.has_m(measured[0]["shape"])
    for path in (
        geojson(tmp_path / "a.geojson", high),
        written(tmp_path / "a.gpkg", measured, "GPKG", "EPSG:4326"),
    ):
        imported = read(path)
        assert not any(
            shapely.has_z(each.geometry) or shapely.has_m(each.geometry) for each in imported.features
        )
        same(imported, rows())


def test_curves_become_corners(tmp_path: Path) -> None:
    """A circle as GeoPackage keeps it (ISO WKB: a curve polygon of one circular string) is drawn with corners."""
    corners = [(119.0, 33.605), (119.005, 33.61), (119.01, 33.605), (119.005, 33.6), (119.0, 33.605)]
    string = struct.pack("<BII10d", 1, 8, 5, *(value for corner in corners for value in corner))
    circle = struct.pack("<BII", 1, 10, 1) + string
    raw.write(
        tmp_path / "a.gpkg", np.array([circle], dtype=object), [np.array(["1"], dtype=object)], np.array(["网格编码"]),
        geometry_type="Unknown", crs="EPSG:4326", driver="GPKG",
    )  # fmt: skip
    (feature,) = read(tmp_path / "a.gpkg").features
    assert feature.geometry.geom_type == "Polygon"
    assert feature.geometry.area == pytest.approx(math.pi * 0.005**2, rel=0.01)


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"), prj=PRJ_4549)
    read(path, progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1] == (96, 96)
