"""KML as Google Earth, ArcGIS and Ovital write it, DXF as CAD programs do."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from gis.coverage import Draft, check
from gis.errors import BrokenFileError, TooLargeError
from gis.formats import Limits, inspect, read
from gis.formats.assembly import assembled
from tests.unit.gis.district import EXTENT
from tests.unit.gis.drafts import sound
from tests.unit.gis.files import Row, in_datum, rows, shifted

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"
 xmlns:atom="http://www.w3.org/2005/Atom">
<Document>
\t<name>淮阴网格.kml</name>
\t<StyleMap id="m"><Pair><key>normal</key><styleUrl>#s</styleUrl></Pair></StyleMap>
\t<Style id="s"><LineStyle><color>ff0000ff</color></LineStyle><PolyStyle><fill>0</fill></PolyStyle></Style>
"""


def ring(shape: BaseGeometry) -> str:
    """The coordinates of a ring as Google Earth breaks them into lines."""
    corners = " ".join(f"{x:.15g},{y:.15g},0" for x, y in shapely.get_coordinates(shape))
    return f"<LinearRing>\n<coordinates>\n\t{corners} \n</coordinates>\n</LinearRing>"


def polygon(shape: BaseGeometry) -> str:
    inner = "".join(f"<innerBoundaryIs>{ring(hole)}</innerBoundaryIs>" for hole in shape.interiors)
    outer = f"<outerBoundaryIs>{ring(shape.exterior)}</outerBoundaryIs>"
    return f"<Polygon><tessellate>1</tessellate>{outer}{inner}</Polygon>"


def placemark(name: str, shape: str, extra: str = "") -> str:
    return f"<Placemark><name>{name}</name><styleUrl>#m</styleUrl>{extra}{shape}</Placemark>\n"


def kml(path: Path, placemarks: Iterable[str], encoding: str = "utf-8") -> Path:
    whole = f"{_HEAD}<Folder><name>渔沟镇</name><open>1</open>{''.join(placemarks)}</Folder></Document></kml>"
    path.write_bytes(whole.encode(encoding))
    return path


def drawn(given: Iterable[Row]) -> list[str]:
    """Placemarks of Google Earth: the code is the name."""
    return [placemark(row["网格编码"], polygon(row["shape"])) for row in given]


def test_kml_of_google_earth(tmp_path: Path) -> None:
    path = kml(tmp_path / "a.kml", drawn(rows()))
    (layer,) = inspect(path).layers
    assert (layer.name, layer.features, layer.declared) == ("淮阴网格.kml", 48, "wgs84")
    assert any("GCJ-02" in remark for remark in layer.remarks)
    imported = read(path, mapping=layer.mapping._replace(code="名称", name=None), extent=EXTENT)
    assert [feature.code for feature in imported.features] == [row["网格编码"] for row in rows()]
    for feature, row in zip(imported.features, rows(), strict=True):
        assert feature.geometry.equals_exact(row["shape"], 1e-9)
        assert feature.geometry.has_z is False


def test_kml_that_is_gcj_02_all_the_same(tmp_path: Path) -> None:
    path = kml(tmp_path / "a.kml", drawn(in_datum(rows(), "gcj02")))
    villages = {village.code: village.geometry for village in sound().villages}
    mapping = inspect(path).layers[0].mapping._replace(code="名称", name=None)
    imported = read(path, mapping=mapping, extent=EXTENT, known=villages)
    assert any("整份文件按 GCJ-02" in remark for remark in imported.remarks)
    assert imported.problems == ()
    right = read(path, mapping=mapping, datum="gcj02", extent=EXTENT, known=villages)
    assert right.remarks == ()
    assert right.problems == ()


def test_kmz(tmp_path: Path) -> None:
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(kml(tmp_path / "doc.kml", drawn(rows()[:3])), "doc.kml")
        archive.writestr("files/icon.png", b"\x89PNG")
    report = inspect(path)
    assert (report.format, report.layers[0].features) == ("kml", 3)


def test_attributes_of_every_sort(tmp_path: Path) -> None:
    """Schema data (QGIS, ArcGIS Pro), plain data (Ovital), the table in a description (ArcMap)."""
    shapes = [polygon(row["shape"]) for row in rows()[:3]]
    data = '<SchemaData schemaUrl="#网格"><SimpleData name="网格编码">1</SimpleData></SchemaData>'
    table = "<![CDATA[<table><tr><td>网格编码</td><td>3</td></tr><tr><td>派出所</td><td>渔沟&amp;</td></tr></table>]]>"
    path = kml(
        tmp_path / "a.kml",
        [
            placemark("甲", shapes[0], f"<ExtendedData>{data}</ExtendedData>"),
            placemark(
                "乙", shapes[1], '<ExtendedData><Data name="网格编码"><value>2</value></Data></ExtendedData>'
            ),
            placemark("丙", shapes[2], f"<description>{table}</description>"),
        ],
    )
    imported = read(path)
    assert [feature.code for feature in imported.features] == ["1", "2", "3"]
    assert [feature.name for feature in imported.features] == ["甲", "乙", "丙"]
    assert imported.features[2].police_station == "渔沟&"
    assert "文件夹" in [column.name for column in inspect(path).layers[0].columns]


def test_multigeometry_and_holes(tmp_path: Path) -> None:
    outer = shapely.difference(
        shapely.box(119, 33.6, 119.01, 33.61), shapely.box(119.004, 33.604, 119.006, 33.606)
    )
    exclave = shapely.box(119.02, 33.6, 119.03, 33.61)
    point = "<Point><coordinates>119,33.6</coordinates></Point>"
    both = f"<MultiGeometry>{polygon(outer)}{polygon(exclave)}{point}</MultiGeometry>"
    path = kml(tmp_path / "a.kml", [placemark("320804110001001", both)])
    (feature,) = read(path, mapping=inspect(path).layers[0].mapping._replace(code="名称", name=None)).features
    assert feature.geometry.equals(shapely.MultiPolygon([outer, exclave]))


def test_a_bad_placemark_hides_no_good_one(tmp_path: Path) -> None:
    good = polygon(rows()[0]["shape"])
    spaced = good.replace(",", ", ", 3)
    bad = good.replace("119.01", "abc", 1)
    two = (
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>119,33 119,34</coordinates></LinearRing>"
        "</outerBoundaryIs></Polygon>"
    )
    line = "<LineString><coordinates>119,33 119,34</coordinates></LineString>"
    marks = [
        placemark(name, shape)
        for name, shape in zip("甲乙丙丁戊己", (good, spaced, bad, two, line, ""), strict=True)
    ]
    path = kml(tmp_path / "a.kml", marks)
    imported = read(path, mapping=inspect(path).layers[0].mapping._replace(code="名称", name=None))
    assert [feature.code for feature in imported.features] == ["甲", "乙"]
    assert [(problem.row, problem.left_out) for problem in imported.problems] == [
        (n, True) for n in (3, 4, 5, 6)
    ]
    assert "abc" in imported.problems[0].says
    assert "不是面" in imported.problems[2].says
    assert "没有图形" in imported.problems[3].says


def test_kml_in_gbk(tmp_path: Path) -> None:
    path = kml(tmp_path / "a.kml", drawn(rows()[:2]), "gbk")
    report = inspect(path)
    assert report.encoding == "GBK"
    assert report.layers[0].name == "淮阴网格.kml"


def test_kml_that_ends_too_early_or_hides_a_bomb(tmp_path: Path) -> None:
    path = kml(tmp_path / "a.kml", drawn(rows()))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(BrokenFileError, match=r"第 \d+ 行"):
        inspect(path)
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaa">]><kml><Document><name>&a;</name></Document></kml>'
    )
    with pytest.raises(BrokenFileError, match="DOCTYPE"):
        inspect(path)
    with pytest.raises(TooLargeError, match="顶点"):
        inspect(kml(path, drawn(rows())), Limits(vertices=100))
    with pytest.raises(TooLargeError, match="地标"):
        inspect(kml(path, drawn(rows())), Limits(features=10))


def dxf(path: Path, entities: Iterable[str], page: str | None = "ANSI_936", encoding: str = "gbk") -> Path:
    """A drawing in the lines that CAD programs write."""
    header = ["0", "SECTION", "2", "HEADER", "9", "$ACADVER", "1", "AC1015"]
    header += ["9", "$DWGCODEPAGE", "3", page] if page else []
    lines = [
        *header,
        "0",
        "ENDSEC",
        "0",
        "SECTION",
        "2",
        "ENTITIES",
        *entities,
        "0",
        "ENDSEC",
        "0",
        "EOF",
        "",
    ]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def polyline(shape: BaseGeometry, layer: str = "网格线", closed: bool = True) -> list[str]:
    corners = shapely.get_coordinates(shape)[:-1]
    found = [
        "0",
        "LWPOLYLINE",
        "8",
        layer,
        "100",
        "AcDbEntity",
        "100",
        "AcDbPolyline",
        "90",
        str(len(corners)),
    ]
    found += ["70", "1" if closed else "0"]
    return found + [part for x, y in corners for part in ("10", f"{x:.4f}", "20", f"{y:.4f}")]


def text(shape: BaseGeometry, words: str, layer: str = "注记", lift: float = 0.0) -> list[str]:
    spot = shapely.point_on_surface(shape)
    return [
        "0",
        "TEXT",
        "8",
        layer,
        "10",
        f"{spot.x:.4f}",
        "20",
        f"{spot.y + lift:.4f}",
        "40",
        "5",
        "1",
        words,
    ]


def drawing(given: Iterable[Row]) -> list[str]:
    return [
        part
        for row in given
        for part in (
            *polyline(row["shape"]),
            *text(row["shape"], row["网格编码"]),
            *text(row["shape"], row["网格名称"], lift=20),
        )
    ]


PAGES = [("ANSI_936", "gbk"), ("ANSI_936", "utf-8"), (None, "gbk"), ("ANSI_1252", "gbk")]


@pytest.mark.parametrize(("page", "encoding"), PAGES)
def test_dxf_in_metres(tmp_path: Path, page: str | None, encoding: str) -> None:
    path = dxf(tmp_path / "a.dxf", drawing(in_datum(rows(), "cgcs2000_gk_cm120")), page, encoding)
    report = inspect(path)
    (layer,) = report.layers
    assert (report.format, layer.name, layer.features) == ("dxf", "网格线", 48)
    assert (layer.declared, layer.datum, layer.mapping.code) == (None, "cgcs2000_gk_cm120", "编码文字")
    imported = read(path, extent=EXTENT)
    assert imported.problems == ()
    assert [feature.code for feature in imported.features] == [row["网格编码"] for row in rows()]
    assert [feature.name for feature in imported.features] == [row["网格名称"] for row in rows()]
    for feature, row in zip(imported.features, rows(), strict=True):
        assert shapely.hausdorff_distance(feature.geometry, row["shape"]) < 1e-8
        assert row["shape"].contains(feature.label)


def test_dxf_becomes_a_draft_without_faults(tmp_path: Path) -> None:
    draft = sound()
    path = dxf(tmp_path / "a.dxf", drawing(in_datum(rows(), "cgcs2000_gk_cm120")))
    parts = assembled(read(path, extent=EXTENT).features, "cell", draft.villages)
    assert parts.problems == ()
    found = check(Draft(draft.towns, draft.villages, parts.areas, draft.police_grids, draft.links))
    assert {fault.kind for fault in found} <= {"mismatch"}  # a drawing keeps tenths of a millimetre


def test_lines_that_enclose_nothing_are_told(tmp_path: Path) -> None:
    given = in_datum(rows()[:4], "cgcs2000_gk_cm120")
    entities = [
        *drawing(given[:1]),
        *polyline(given[1]["shape"], closed=False),
        *text(given[1]["shape"], "1"),
    ]
    imported = read(dxf(tmp_path / "a.dxf", entities))
    assert len(imported.features) == 1
    (problem,) = imported.problems
    assert problem.left_out
    assert "没有闭合" in problem.says
    assert "米" not in problem.says


def test_an_area_in_an_area_is_cut_out(tmp_path: Path) -> None:
    (row,) = in_datum(rows()[:1], "cgcs2000_gk_cm120")
    middle = row["shape"].centroid
    inner = shapely.box(middle.x + 50, middle.y + 50, middle.x + 150, middle.y + 150)
    entities = [*drawing([row]), *polyline(inner), *text(inner, "320804110001099"), *polyline(inner)]
    imported = read(dxf(tmp_path / "a.dxf", entities))
    areas = {feature.code: feature.geometry for feature in imported.features}
    assert set(areas) == {row["网格编码"], "320804110001099"}
    assert shapely.intersection(*areas.values()).area < 1e-15
    assert len(areas[row["网格编码"]].interiors) == 1
    assert any("不止一遍" in remark for remark in imported.remarks)
    assert any("挖去" in problem.says for problem in imported.problems)


def test_area_without_text_and_with_two_codes(tmp_path: Path) -> None:
    one, two, three = in_datum(rows()[:3], "cgcs2000_gk_cm120")
    entities = [
        *polyline(one["shape"]),
        *drawing([two]),
        *drawing([three]),
        *text(three["shape"], "320804110001777", lift=40),
    ]
    imported = read(dxf(tmp_path / "a.dxf", entities))
    assert [feature.code for feature in imported.features] == [two["网格编码"], three["网格编码"]]
    assert [(problem.field, problem.left_out) for problem in imported.problems] == [
        ("code", True),
        ("geometry", False),
    ]
    assert "320804110001777" in imported.problems[1].says


def test_old_polylines_arcs_and_layers(tmp_path: Path) -> None:
    shape = shifted(rows()[0]["shape"], "cgcs2000_gk_cm120")
    corners = shapely.get_coordinates(shape)[:-1]
    old = ["0", "POLYLINE", "8", "旧图", "66", "1", "70", "1"]
    old += [
        part for x, y in corners for part in ("0", "VERTEX", "8", "旧图", "10", f"{x:.3f}", "20", f"{y:.3f}")
    ]
    bulged = polyline(shifted(rows()[1]["shape"], "cgcs2000_gk_cm120"), "弧")
    bulged[14:14] = ["42", "0.3"]
    path = dxf(tmp_path / "a.dxf", [*old, "0", "SEQEND", *bulged, *text(shape, "A-01")])
    layers = {layer.name: layer for layer in inspect(path).layers}
    assert set(layers) == {"旧图", "弧"}
    assert layers["旧图"].geometry_types == {"Polygon": 1}
    assert read(path, "旧图").features[0].code == "A-01"
