"""Extracts of OpenStreetMap (PBF, XML) as the list that ``sheets`` reads: points of interest, roads, named buildings.

Read by GDAL in a process of its own, and only within a rectangle. A road of the map is many ways of one name; ways that
touch or nearly do are one road here, with its line.
"""

import csv
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dispatch.errors import BadInput, TooLarge
from dispatch.ports.sheets import LONGEST_CELL
from dispatch.ports.uploads import drop
from dispatch.saying import say

Bounds = tuple[float, float, float, float]
HEADING = ("编号", "类别", "名称", "经度", "纬度", "误差半径", "线", "俗称", "曾用名", "简称", "标准名称")
_MEMORY = 6 << 30
_SECONDS = 900
_HOME = Path(__file__).resolve().parents[2]
_HEAD = 4096
_TOGETHER_DEGREES = 0.003
"""How far apart ways of one name may be and still be one road: about 300 m."""
_METRE_DEGREES = 1e-5
_POI_KEYS = (
    *(
        "amenity",
        "shop",
        "office",
        "tourism",
        "leisure",
        "healthcare",
        "craft",
        "historic",
        "sport",
        "military",
    ),
    *("public_transport", "railway", "aeroway", "man_made", "bridge", "building"),
)
_HAMLETS = frozenset({"hamlet", "isolated_dwelling", "village"})
_ESTATES = frozenset({"neighbourhood", "residential", "apartments"})
_ROADS = frozenset(
    {
        *("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "service"),
        *("living_street", "pedestrian", "road", "track"),
    }
)


def is_extract(path: Path) -> bool:
    """Whether a file is such an extract, whatever it is called."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    return _is_packed(path) or (head.lstrip().startswith(b"<") and b"<osm" in head)


def _is_packed(path: Path) -> bool:
    with path.open("rb") as opened:
        return b"OSMHeader" in opened.read(64)


def as_text(path: Path, bounds: Bounds) -> Path:
    """What of an extract lies in a rectangle (west, south, east, north) as CSV in UTF-8: the caller's to drop.

    Raises:
        TooLarge: it takes too much to read.
        BadInput: it cannot be read.
    """
    with tempfile.NamedTemporaryFile(prefix="dispatch-", suffix=".csv", delete=False) as made:
        text = Path(made.name)
    command = [sys.executable, "-m", __name__, str(path.resolve()), str(text), *map(str, bounds)]
    try:
        ended = subprocess.run(
            command,
            timeout=_SECONDS,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={"LC_ALL": "C.UTF-8"},  # none of the service's secrets
        )
    except subprocess.TimeoutExpired as error:
        drop(text)
        raise TooLarge(say("这份 OSM 数据太大，一刻钟没有读完；请先裁出本区再上传。")) from error
    if ended.returncode != 0:
        drop(text)
        raise BadInput(say("OSM 数据读不出来（可能没有下载完整）；请重新下载后再上传。"), field="file")
    return text


def _tags(row: Mapping[str, Any]) -> dict[str, str]:
    """All tags of a feature: GDAL keeps the less usual ones in one text, "key"=>"value" after "key"=>"value".

    What has a column is GDAL's: a mapper's own tag named ``osm_id`` is no number of the map.
    """
    found = {key: str(value) for key, value in row.items() if value is not None and key != "other_tags"}
    rest = row.get("other_tags") or ""
    for pair in rest.strip('"').split('","'):
        key, sign, value = pair.partition('"=>"')
        if sign and key not in row:
            found[key] = value.replace('\\"', '"')
    return found


def _kind(tags: Mapping[str, str]) -> str | None:
    """What sort of place a feature is to us, if it is one."""
    if tags.get("place") in _HAMLETS:
        return "group"
    if (
        tags.get("place") in _ESTATES
        or tags.get("landuse") == "residential"
        or tags.get("building") in _ESTATES
    ):
        return "estate"
    return "poi" if any(key in tags for key in _POI_KEYS) else None


def _names(tags: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Nickname, old, short and official name, several parted as the map does."""
    known = tags.get("alt_name", ""), tags.get("old_name", ""), tags.get("short_name", "")
    return (*known, tags.get("official_name", ""))


def _features(path: Path, layer: str, bounds: Bounds) -> Iterator[tuple[dict[str, str], Any]]:
    """Tags and shapes of what has a name in a layer."""
    import pyogrio
    import shapely

    meta, _, shapes, columns = pyogrio.raw.read(path, layer=layer, bbox=bounds, where="name IS NOT NULL")
    fields = [str(field) for field in meta["fields"]]
    for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
        tags = _tags(dict(zip(fields, values, strict=True)))
        if tags["name"].strip():
            yield tags, shape


def _places(path: Path, bounds: Bounds) -> Iterator[Sequence[object]]:
    """Points of interest, hamlets, estates and named buildings, by a point on each."""
    for layer, sign in (("points", "n"), ("multipolygons", "a")):
        for tags, shape in _features(path, layer, bounds):
            kind = _kind(tags)
            if kind is None or shape is None or shape.is_empty:
                continue
            point = shape if sign == "n" else shape.point_on_surface()
            number = sign + (tags.get("osm_id") or f"w{tags.get('osm_way_id', '')}")
            yield number, kind, tags["name"], point.x, point.y, "", "", *_names(tags)


def _roads(path: Path, bounds: Bounds) -> Iterator[Sequence[object]]:
    """Roads: ways of one name that lie together."""
    ways: dict[str, list[tuple[dict[str, str], Any]]] = {}
    for tags, shape in _features(path, "lines", bounds):
        if tags.get("highway") in _ROADS:
            ways.setdefault(tags["name"], []).append((tags, shape))
    for name, same in sorted(ways.items()):
        for together in _together([shape for _, shape in same]):
            yield _road(name, [same[number] for number in together])


def _together(lines: list[Any]) -> list[list[int]]:
    """Numbers of lines, in groups that lie together."""
    import shapely

    group = list(range(len(lines)))

    def first(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    pairs = shapely.STRtree(lines).query(lines, predicate="dwithin", distance=_TOGETHER_DEGREES)
    for one, other in pairs.T.tolist():
        group[max(first(one), first(other))] = min(first(one), first(other))
    found: dict[int, list[int]] = {}
    for number in range(len(lines)):
        found.setdefault(first(number), []).append(number)
    return list(found.values())


def _road(name: str, ways: list[tuple[dict[str, str], Any]]) -> Sequence[object]:
    import shapely

    lines = [shape for _, shape in ways]
    longest = max(lines, key=lambda line: float(line.length))
    middle = longest.interpolate(0.5, normalized=True)
    whole = shapely.multilinestrings(lines)
    radius = max(120.0, min(20_000.0, whole.length * 100_000 / 2))
    number = min(int(tags["osm_id"]) for tags, _ in ways)
    names = [max(each) for each in zip(*(_names(tags) for tags, _ in ways), strict=True)]
    return f"r{number}", "road", name, middle.x, middle.y, round(radius), _written(whole), *names


def _written(line: Any) -> str:
    """A line as text that fits a cell: to a metre, coarser where it is very long."""
    import shapely

    tolerance = _METRE_DEGREES
    while True:
        text = str(shapely.to_wkt(line.simplify(tolerance), rounding_precision=6))
        if len(text) < LONGEST_CELL:
            return text
        tolerance *= 2


def _main(source: str, target: str, *bounds: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    west, south, east, north = map(float, bounds)
    box = west, south, east, north
    with (
        tempfile.TemporaryDirectory(prefix="dispatch-") as folder,
        Path(target).open("w", encoding="utf-8", newline="") as written,
    ):
        named = Path(folder) / ("extract.osm.pbf" if _is_packed(Path(source)) else "extract.osm")
        named.symlink_to(source)  # GDAL goes by the name
        lines = csv.writer(written)
        lines.writerow(HEADING)
        lines.writerows(_roads(named, box))
        lines.writerows(_places(named, box))
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:7]))
