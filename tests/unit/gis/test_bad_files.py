"""Files that cannot be read, or not whole: each says what is wrong and what to do, and bad rows hide no good ones."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pyproj
import pytest
import shapely

from gis import errors
from gis.errors import (
    BrokenFileError,
    ColumnError,
    CoordinatesError,
    EmptyFileError,
    FileError,
    LayerError,
    NoPolygonsError,
    OutsideDistrictError,
    TooLargeError,
    UnknownFormatError,
)
from gis.formats import Limits, Mapping, inspect, read
from gis.formats.declared import declared
from tests.unit.gis.district import EXTENT
from tests.unit.gis.drafts import sound
from tests.unit.gis.files import PRJ_XIAN, Row, geojson, in_datum, rows, shapefile, shifted, written, zipped

VILLAGES = {village.code: village.geometry for village in sound().villages}


def with_row(number: int, **changes: Any) -> list[Row]:
    """The rows with one changed; numbers from 1."""
    given = rows()
    given[number - 1] = {**given[number - 1], **changes}
    return given


def test_every_error_says_what_to_do_next() -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, FileError)]
    assert len(kinds) == 11


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "空的"),
        (b"\x00" * 100, "空的"),
        (b"hello", "不认识"),
        (b"AC1027" + b"\x00" * 100, "DXF"),
        (b"AutoCAD Binary DXF\r\n", "ASCII"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (b"%PDF-1.7", "PDF"),
        ("网格编码,经度\n1,119".encode(), "不认识"),
        (b"<html><body>login</body></html>", "不认识"),
    ],
)
def test_what_is_no_file_of_boundaries(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "upload"
    path.write_bytes(content)
    with pytest.raises((UnknownFormatError, BrokenFileError), match=says):
        inspect(path)
    with pytest.raises(FileError, match=says):
        read(path)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.shp", tmp_path, Path("/vsicurl/http:/127.0.0.1/a.geojson")):
        with pytest.raises(BrokenFileError, match="找不到"):
            inspect(path)


@pytest.mark.parametrize("suffix", [".dbf", ".shx", ".prj", ".cpg"])
def test_one_part_of_a_shapefile(tmp_path: Path, suffix: str) -> None:
    path = shapefile(tmp_path, rows(), claim="GBK").with_suffix(suffix)
    with pytest.raises(UnknownFormatError, match="一部分"):
        inspect(path)
    with pytest.raises(BrokenFileError, match=r"缺 \.shp"):
        inspect(zipped(tmp_path / "a.zip", {path.name: path}))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.97])
def test_files_that_end_too_early(tmp_path: Path, share: float) -> None:
    """Cut anywhere: an error that says so, or the rows that are whole; never another exception, never silence."""
    whole = [
        geojson(tmp_path / "a.geojson", rows()),
        shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120")),
        written(tmp_path / "a.gpkg", rows(), "GPKG"),
        zipped(tmp_path / "a.zip", {"a.geojson": tmp_path / "a.geojson"}),
    ]
    outcomes = []
    for path in whole:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        outcomes.append(outcome(path))
    assert "whole" not in outcomes
    assert "broken" in outcomes


def outcome(path: Path, count: int = 48) -> str:
    """What comes of reading a file: whole, some of it, or broken with a word on what to do."""
    try:
        imported = read(path)
    except FileError as error:
        return "broken" if "请" in str(error) else "silent"
    return "some" if imported.problems or len(imported.features) < count else "whole"


def test_files_without_features(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError, match="没有任何要素"):
        inspect(geojson(tmp_path / "a.geojson", []))
    path = shapefile(tmp_path, rows())
    path.write_bytes(path.read_bytes()[:24] + (50).to_bytes(4, "big") + path.read_bytes()[28:100])
    path.with_suffix(".shx").write_bytes(path.read_bytes())
    path.with_suffix(".dbf").unlink()
    with pytest.raises(EmptyFileError):
        read(path)


def test_limits(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", rows())
    with pytest.raises(TooLargeError, match="MB"):
        inspect(path, Limits(file_bytes=1000))
    with pytest.raises(TooLargeError, match="要素"):
        inspect(path, Limits(features=10))
    with pytest.raises(TooLargeError, match="顶点"):
        read(path, limits=Limits(vertices=100))
    with pytest.raises(TooLargeError, match="列"):
        read(path, limits=Limits(columns=2))
    written(tmp_path / "a.gpkg", rows(), "GPKG", layer="一")
    written(tmp_path / "a.gpkg", rows(), "GPKG", layer="二", append=True)
    with pytest.raises(TooLargeError, match="图层"):
        inspect(tmp_path / "a.gpkg", Limits(layers=1))


def test_layers_and_columns_that_are_not_there(tmp_path: Path) -> None:
    path = written(tmp_path / "a.gpkg", rows(), "GPKG", layer="一")
    written(path, rows(), "GPKG", layer="二", append=True)
    with pytest.raises(LayerError, match="一、二"):
        read(path)
    with pytest.raises(LayerError, match="“三”"):
        read(path, "三")
    with pytest.raises(ColumnError, match=r"没有列“编码”.*网格编码"):
        read(path, "一", Mapping(code="编码"))
    with pytest.raises(ColumnError, match="用作名称"):
        read(path, "一", Mapping(code="网格编码", name="称"))
    nameless = [{"甲": "x", "shape": row["shape"]} for row in rows()]
    with pytest.raises(ColumnError, match="请指定"):
        read(geojson(tmp_path / "a.geojson", nameless))


def test_layer_without_areas(tmp_path: Path) -> None:
    points = [{**row, "shape": row["shape"].centroid} for row in rows()]
    with pytest.raises(NoPolygonsError, match="不是面"):
        read(geojson(tmp_path / "a.geojson", points))
    with pytest.raises(NoPolygonsError, match="没有图形"):
        read(geojson(tmp_path / "a.geojson", [{**row, "shape": None} for row in rows()]))


def test_systems_that_cannot_be_converted(tmp_path: Path) -> None:
    path = shapefile(tmp_path, in_datum(rows(), "cgcs2000_gk_cm120"), prj=PRJ_XIAN)
    assert "西安80" in (inspect(path).layers[0].refused or "")
    for datum in (None, "cgcs2000_gk_cm120"):
        with pytest.raises(CoordinatesError, match=r"西安80.*测绘部门"):
            read(path, datum=datum)
    path = geojson(tmp_path / "a.geojson", rows(), crs="32650")
    with pytest.raises(CoordinatesError, match="32650"):
        read(path)
    assert len(read(path, datum="wgs84").features) == 48  # a person knows better than the file


def test_every_xian_80_and_beijing_54_is_known() -> None:
    """Against PROJ's list of all coordinate systems."""
    listed = pyproj.database.query_crs_info(auth_name="EPSG", allow_deprecated=True)
    old = [each for each in listed if each.name.startswith(("Xian 1980", "Beijing 1954", "New Beijing"))]
    flat = [each for each in old if "CRS" in each.type.name and "VERTICAL" not in each.type.name]
    assert len(flat) > 150
    missed = [each.code for each in flat if not declared(f"EPSG:{each.code}").firm]
    assert missed == []
    for each in flat[::20]:
        assert declared(pyproj.CRS.from_epsg(int(each.code)).to_wkt("WKT1_GDAL")).firm


def test_values_that_no_system_explains(tmp_path: Path) -> None:
    odd = [{**row, "shape": shapely.box(1, 1, 2, 2)} for row in rows()]
    with pytest.raises(CoordinatesError, match="带号"):
        read(geojson(tmp_path / "a.geojson", odd))
    zone_39 = [
        {
            **row,
            "shape": shapely.transform(shifted(row["shape"], "cgcs2000_gk_zone40"), lambda xy: xy - [1e6, 0]),
        }
        for row in rows()
    ]
    with pytest.raises(CoordinatesError, match="带号"):
        read(geojson(tmp_path / "a.geojson", zone_39))


def test_all_outside_the_district(tmp_path: Path) -> None:
    far = [{**row, "shape": shapely.transform(row["shape"], lambda xy: xy - [2, 0])} for row in rows()]
    with pytest.raises(OutsideDistrictError, match="公里"):
        read(geojson(tmp_path / "a.geojson", far), extent=EXTENT)
    assert len(read(geojson(tmp_path / "a.geojson", far)).features) == 48


def test_some_outside_the_district_are_counted_and_listed(tmp_path: Path) -> None:
    far = shapely.transform(rows()[4]["shape"], lambda xy: xy - [2, 0])
    imported = read(geojson(tmp_path / "a.geojson", with_row(5, shape=far)), extent=EXTENT)
    assert len(imported.features) == 47
    (problem,) = imported.problems
    assert (problem.row, problem.field, problem.left_out) == (5, "geometry", True)
    assert "176 公里" in problem.says
    assert problem.geometry is not None


@pytest.mark.parametrize("datum", ["cgcs2000_gk_cm120", "cgcs2000_gk_zone40"])
def test_one_row_in_metres_among_degrees(tmp_path: Path, datum: Any) -> None:
    given = with_row(7, shape=shifted(rows()[6]["shape"], datum))
    imported = read(geojson(tmp_path / "a.geojson", given), extent=EXTENT)
    assert len(imported.features) == 48
    (problem,) = imported.problems
    assert (problem.row, problem.left_out) == (7, False)
    assert "平面坐标" in problem.says
    assert shapely.hausdorff_distance(imported.features[6].geometry, rows()[6]["shape"]) < 1e-8


def test_one_row_swapped_among_others(tmp_path: Path) -> None:
    given = with_row(7, shape=shifted(rows()[6]["shape"], "wgs84", swapped=True))
    imported = read(geojson(tmp_path / "a.geojson", given), extent=EXTENT)
    (problem,) = imported.problems
    assert "写反" in problem.says
    assert imported.features[6].geometry.equals(rows()[6]["shape"])


@pytest.mark.parametrize("datum", ["gcj02", "bd09"])
def test_one_row_of_another_datum_among_others(tmp_path: Path, datum: Any) -> None:
    """A cell at the eastern edge of its village: GCJ-02 puts half of it into the next one."""
    given = with_row(2, shape=shifted(rows()[1]["shape"], datum))
    imported = read(geojson(tmp_path / "a.geojson", given), extent=EXTENT, known=VILLAGES)
    (problem,) = imported.problems
    assert (problem.row, problem.left_out) == (2, False)
    assert {"gcj02": "GCJ-02", "bd09": "BD-09"}[datum] in problem.says
    other = [*in_datum(rows()[:1], "gcj02"), rows()[1], *in_datum(rows()[2:], "gcj02")]
    mixed = read(geojson(tmp_path / "b.geojson", other), datum="gcj02", extent=EXTENT, known=VILLAGES)
    assert [problem.row for problem in mixed.problems] == []  # the western one still fits half and half
    east = [*in_datum(rows()[:2], "gcj02"), rows()[2], *in_datum(rows()[3:], "gcj02")]
    mixed = read(geojson(tmp_path / "b.geojson", east), datum="gcj02", extent=EXTENT, known=VILLAGES)
    assert [problem.row for problem in mixed.problems] == [3]


def test_bad_rows_hide_no_good_ones(tmp_path: Path) -> None:
    given = rows()
    given[0]["网格编码"] = None
    given[1]["网格编码"] = "  "
    given[2]["网格编码"] = "3.20804E+14"
    given[3]["shape"] = None
    given[4]["shape"] = given[4]["shape"].centroid
    given[5]["shape"] = shapely.Polygon()
    given[6]["shape"] = shapely.GeometryCollection([given[6]["shape"], given[6]["shape"].centroid])
    given[8]["网格编码"] = given[9]["网格编码"]
    imported = read(geojson(tmp_path / "a.geojson", given), extent=EXTENT)
    assert [(each.row, each.field, each.left_out) for each in imported.problems] == [
        (1, "code", True),
        (2, "code", True),
        (3, "code", True),
        (4, "geometry", True),
        (5, "geometry", True),
        (6, "geometry", True),
        (7, "geometry", False),
        (9, "code", False),
        (10, "code", False),
    ]
    assert len(imported.features) == 42
    assert "科学计数法" in imported.problems[2].says
    assert "第 9、10 行重复" in imported.problems[7].says
    assert all("请" in problem.says for problem in imported.problems)


def test_rings_that_do_not_close_are_closed_and_told(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", rows()[:2])
    whole = json.loads(path.read_text())
    del whole["features"][0]["geometry"]["coordinates"][0][-1]
    path.write_text(json.dumps(whole))
    imported = read(path)
    assert imported.features[0].geometry.equals(rows()[0]["shape"])
    assert imported.problems[0].row == 1
    assert "没有闭合" in imported.problems[0].says


def test_column_of_codes_that_is_empty(tmp_path: Path) -> None:
    with pytest.raises(ColumnError, match="全是空的"):
        read(geojson(tmp_path / "a.geojson", [{**row, "网格编码": ""} for row in rows()]))


def test_geojson_that_is_no_geojson(tmp_path: Path) -> None:
    for content in (
        "{}",
        "[]",
        '{"type": "FeatureCollection"}',
        '{"type": "Topology"}',
        '{"a": [1, 2, {"b": 3}]}',
    ):
        (tmp_path / "a.json").write_text(content)
        with pytest.raises((BrokenFileError, EmptyFileError)):
            inspect(tmp_path / "a.json")


def mangled(content: bytes, chance: random.Random) -> bytes:
    """A file with some of its bytes changed, taken out, put in or written over, as on a bad stick."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 2, 5, 20))):
        place = chance.randrange(max(len(found), 1))
        act = chance.randrange(4)
        if act == 0:
            found[place : place + 1] = chance.randbytes(1)
        elif act == 1:
            del found[place : place + chance.randrange(1, 50)]
        elif act == 2:
            found[place:place] = chance.randbytes(chance.randrange(1, 9))
        else:
            found[place : place + 4] = chance.choice((b"\xff" * 4, b"\x00" * 4, b"9999"))
    return bytes(found)


def test_mangled_files_are_read_or_refused(tmp_path: Path) -> None:
    """Whatever the bytes: features, problems or a FileError with a word on what to do, and nothing else."""
    shapes = shapefile(tmp_path, in_datum(rows()[:6], "cgcs2000_gk_cm120"), claim="GBK")
    parts = {part: part.read_bytes() for part in tmp_path.glob("网格.*")}
    archive = zipped(tmp_path / "a.zip", {part.name: part for part in parts})
    alone = [
        geojson(tmp_path / "a.geojson", rows()[:6]),
        written(tmp_path / "a.gpkg", rows()[:6], "GPKG"),
        archive,
    ]
    whole = {path: path.read_bytes() for path in alone}
    outcomes = set()
    for seed in range(40):
        chance = random.Random(seed)
        for path, content in whole.items():
            path.write_bytes(mangled(content, chance))
            outcomes.add(outcome(path, 6))
        broken = chance.choice(list(parts))
        for part, content in parts.items():
            part.write_bytes(mangled(content, chance) if part == broken else content)
        outcomes.add(outcome(shapes, 6))
    assert outcomes == {"whole", "some", "broken"}
