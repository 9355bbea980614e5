"""Boundaries as strangers may send them, through GDAL: a file is read, with what is wrong told, or refused in words."""

from __future__ import annotations

import functools
import json
import math
import re
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from gis.errors import FileError
from gis.formats import inspect, read
from tests.unit.gis.district import EXTENT
from tests.unit.gis.files import geojson, rows, shapefile, written
from tests.unit.gis.test_drawings import drawing, dxf
from tests.unit.parsers.test_given_files import CHANGES, changed

CHINESE = re.compile("[\u4e00-\u9fff]")
KML = (
    "<kml><Document><Placemark><name>第1网格</name><ExtendedData><Data name='网格编码'><value>320804</value></Data>"
    "</ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>119,33.6 119.1,33.6 119.1,33.7 119,33.6"
    "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>"
)
PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
EXAMPLES = settings().max_examples // 12
"""Each of these opens a file with GDAL three times: fewer than usual, or than the profile asks for."""


@functools.cache
def sound(kind: str) -> dict[str, bytes]:
    """A small sound file of a format, its parts by suffix."""
    few = rows()[:3]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        match kind:
            case "geojson":
                path = geojson(folder / "a.geojson", few, crs="4490")
            case "shapefile":
                path = shapefile(folder, few, claim="GBK")
                return {each: path.with_suffix(each).read_bytes() for each in PARTS}
            case "geopackage":
                path = written(folder / "a.gpkg", few, "GPKG")
            case "kml":
                return {".kml": KML.encode()}
            case _:
                path = dxf(folder / "a.dxf", drawing(few))
        return {path.suffix: path.read_bytes()}


def told(path: Path) -> None:
    """Look at a file, read it as it says and as another datum; a refusal is in words and names no folder of ours."""
    asks = (
        partial(inspect, path),
        partial(read, path, extent=EXTENT),
        partial(read, path, datum="gcj02"),
    )
    for ask in asks:
        found = outcome(ask)
        if isinstance(found, FileError):
            assert CHINESE.search(str(found)), found
            assert str(path.parent) not in str(found)
        for each in getattr(found, "features", ()):
            assert all(math.isfinite(edge) for edge in each.geometry.bounds)
            assert each.geometry.geom_type in ("Polygon", "MultiPolygon")


def outcome(ask: Callable[[], object]) -> object:
    """What a question is answered, a refusal of a file included; anything else that is raised is a failure."""
    try:
        return ask()
    except FileError as error:
        return error


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("surveys")


@pytest.mark.parametrize("kind", ["geojson", "geopackage", "kml", "dxf"])
def test_a_damaged_survey_is_read_or_refused_in_words(folder: Path, kind: str) -> None:
    (suffix, content), *_ = sound(kind).items()
    path = folder / f"damaged{suffix}"

    @given(CHANGES, st.integers(0, 400))
    @settings(max_examples=EXAMPLES)
    def damaged(changes: list[tuple[int, bytes, int]], moved: int) -> None:
        shift = moved * len(content) // 400  # anywhere in the file, not only at its head
        path.write_bytes(changed(content, [(at + shift, put, taken) for at, put, taken in changes]))
        told(path)

    damaged()


@given(st.sampled_from(PARTS), CHANGES, st.sets(st.sampled_from(PARTS[1:])))
@settings(max_examples=EXAMPLES)
def test_a_shapefile_with_a_damaged_part_or_without_some(
    folder: Path, hurt: str, changes: list[tuple[int, bytes, int]], without: set[str]
) -> None:
    path = folder / "网格.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for suffix, content in sound("shapefile").items():
            if suffix not in without:
                packed.writestr(f"网格{suffix}", changed(content, changes) if suffix == hurt else content)
    told(path)


@pytest.mark.parametrize("kind", ["geojson", "shapefile", "geopackage", "kml", "dxf"])
def test_what_is_damaged_above_is_read_while_it_is_whole(folder: Path, kind: str) -> None:
    for suffix, content in sound(kind).items():
        (folder / f"whole{suffix}").write_bytes(content)
    assert inspect(folder / f"whole{next(iter(sound(kind)))}").layers[0].features >= 1


NUMBER = st.sampled_from([0, 119.0, 33.6, 119.1, 33.7, -1e308, 1e308, 2**70, 1e-320, -0.0])
POINT = st.lists(NUMBER, max_size=4) | st.sampled_from([None, "119", [None, 1], [[119, 33]], {}])
RING = st.lists(POINT, max_size=6)
COORDINATES = st.recursive(RING | NUMBER | st.none(), lambda inner: st.lists(inner, max_size=3), max_leaves=6)
GEOMETRY = st.none() | st.fixed_dictionaries(
    {"type": st.sampled_from(["Polygon", "MultiPolygon", "Point", "LineString", "Curve", None, 7])},
    optional={"coordinates": COORDINATES, "geometries": st.just([{"type": "Polygon"}])},
)
VALUE = st.sampled_from([None, True, "320804", 320804, 1e300, "\x00", "甲" * 300, [], {"a": [1]}, "\ud800"])
FEATURE = st.fixed_dictionaries(
    {"type": st.sampled_from(["Feature", "feature", None])},
    optional={
        "geometry": GEOMETRY,
        "properties": st.none()
        | st.dictionaries(st.sampled_from(["网格编码", "", "a\x00b", "id"]), VALUE, max_size=3),
        "id": VALUE,
    },
)
CRS = st.sampled_from(
    [None, 7, {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}]
    + [
        {"type": "name", "properties": {"name": each}}
        for each in ("", "EPSG:-1", "urn:ogc:def:crs:EPSG::99999")
    ]
)


@given(st.lists(FEATURE, max_size=4), st.dictionaries(st.just("crs"), CRS, max_size=1))
@example([{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[119, 33.6]] * 4]}}], {})
@settings(max_examples=EXAMPLES)
def test_any_collection_of_features_is_read_or_refused(
    folder: Path, features: list[Any], crs: dict[str, Any]
) -> None:
    path = folder / "any.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **crs}), encoding="ascii")
    told(path)
