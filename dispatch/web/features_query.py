"""What a request of OGC API Features asks for, read from the parameters of its address. Pure; used by ``web.features``.

Parameters nobody knows, given twice or out of their bounds are refused with 400, as the standard says (Part 1, 7.6).
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from dispatch.errors import Malformed
from dispatch.reads.features import Collection, Wish
from dispatch.saying import say, together
from dispatch.store.features import Area, System

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
SYSTEMS: Mapping[str, System] = MappingProxyType(
    {
        CRS84: System(4326, 9, flipped=False),
        "http://www.opengis.net/def/crs/EPSG/0/4326": System(4326, 9, flipped=True),
        "http://www.opengis.net/def/crs/EPSG/0/4490": System(4326, 9, flipped=True),
        "http://www.opengis.net/def/crs/EPSG/0/4549": System(4549, 4, flipped=True),
        "http://www.opengis.net/def/crs/EPSG/0/4528": System(4528, 4, flipped=True),
    }
)
"""Systems by their addresses. CGCS2000 (EPSG:4490) is WGS 84 here; EPSG's all put latitude or northing first."""
LIMIT = 100
MOST = 10_000
_LARGEST_INTEGER = 2**31 - 1
_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*", re.ASCII)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T?")
_DAY_LONG = timedelta(days=1) - timedelta(microseconds=1)
_FORMATS = frozenset({"json", "geojson"})
Pairs = Sequence[tuple[str, str]]
Span = tuple[datetime | None, datetime | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """Which version is meant: by its number, by an instant or a span of time, or, where both are none, today's."""

    version: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ItemsQuery:
    """What is asked of a collection's items."""

    moment: Moment
    wish: Wish
    crs: str


def moment(pairs: Pairs, *, datetimes: bool = False) -> Moment:
    """Which version a request without further parameters means.

    Raises:
        Malformed: a parameter is unknown, given twice or cannot be read.
    """
    return _moment(_known(pairs, {"f", "version"} | ({"datetime"} if datetimes else set())))


def item(pairs: Pairs) -> tuple[Moment, str]:
    """Version and coordinate system of a request for one feature.

    Raises:
        Malformed: as above.
    """
    given = _known(pairs, {"f", "version", "datetime", "crs"})
    return _moment(given), _crs(given, "crs")


def items(pairs: Pairs, collection: Collection) -> ItemsQuery:
    """What is asked of a collection's items.

    Raises:
        Malformed: as above.
    """
    own = {"f", "version", "datetime", "crs", "limit", "bbox", "bbox-crs", "after", "before"}
    given = _known(pairs, own | set(collection.wanted))
    if "after" in given and "before" in given:
        raise Malformed(say("after 和 before 只能给一个，请去掉一个。"), field="before")
    wish = Wish(
        limit=_limit(given.get("limit")),
        wanted={name: given[name] for name in collection.wanted if name in given},
        area=_area(given),
        after=given.get("after"),
        before=given.get("before"),
    )
    return ItemsQuery(_moment(given), wish, _crs(given, "crs"))


def _known(pairs: Pairs, names: set[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in pairs:
        if name not in names:
            raise Malformed(
                say(
                    "没有参数 {name}，请去掉；这里可用：{names}。",
                    name=name[:40],
                    names=together(sorted(names), ", "),
                ),
                field=name[:40],
            )
        if name in given:
            raise Malformed(say("参数 {name} 给了两次，请只给一次。", name=name), field=name)
        if "\0" in value:
            raise Malformed(say("参数 {name} 里有不能用的字符，请去掉。", name=name), field=name)
        given[name] = value
    if given.get("f", "json") not in _FORMATS:
        raise Malformed(say("f 只能是 json 或 geojson。"), field="f")
    return given


def _moment(given: Mapping[str, str]) -> Moment:
    if "version" in given and "datetime" in given:
        raise Malformed(say("version 和 datetime 只能给一个，请去掉一个。"), field="datetime")
    if "version" in given:
        return Moment(version=_whole(given["version"], "version"))
    return Moment(span=span(given["datetime"])) if "datetime" in given else Moment()


def span(text: str) -> Span:
    """An instant, a day or an interval (RFC 3339; ``..`` or nothing is open) as its first and last instant.

    Raises:
        Malformed: it is none of them, or ends before it begins.
    """
    parts = text.split("/")
    if len(parts) == 1:
        return _instants(text)
    if len(parts) != 2 or all(part in ("", "..") for part in parts):
        raise _no_time()
    start, end = (None if part in ("", "..") else _instants(part) for part in parts)
    first, last = start[0] if start else None, end[1] if end else None
    if first is not None and last is not None and first > last:
        raise Malformed(say("datetime 的结束早于开始，请对调。"), field="datetime")
    return first, last


def _instants(text: str) -> tuple[datetime, datetime]:
    day = _DAY.fullmatch(text)
    try:
        at = datetime.fromisoformat(day.group(1) if day else text)
        (at.replace(tzinfo=UTC) if day else at).astimezone(UTC)  # what UTC cannot say cannot be asked for
    except (ValueError, OverflowError):
        raise _no_time() from None
    if day:
        start = at.replace(tzinfo=UTC)
        return start, start + _DAY_LONG
    if at.tzinfo is None:
        raise _no_time()
    return at, at


def _no_time() -> Malformed:
    says = say("datetime 应是带时区的时间或区间，例如 2026-11-24T08:00:00Z、2026-01-01T00:00:00Z/..。")
    return Malformed(says, field="datetime")


def _limit(text: str | None) -> int:
    if text is None:
        return LIMIT
    number = _whole(text, "limit")
    if number < 1:
        raise Malformed(say("limit 至少是 1。"), field="limit")
    return min(number, MOST)


def _whole(text: str, field: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Malformed(say("{field} 应是整数。", field=field), field=field)
    return min(int(text[:12]), _LARGEST_INTEGER)


def _crs(given: Mapping[str, str], field: str) -> str:
    uri = given.get(field, CRS84)
    if uri not in SYSTEMS:
        raise Malformed(
            say("{field} 不在可用之列，请用：{systems}。", field=field, systems=[*SYSTEMS]), field=field
        )
    return uri


def _area(given: Mapping[str, str]) -> Area | None:
    system = SYSTEMS[_crs(given, "bbox-crs")]
    if "bbox" not in given:
        return None
    numbers = _numbers(given["bbox"])
    left, bottom, right, top = numbers if len(numbers) == 4 else [numbers[at] for at in (0, 1, 3, 4)]
    if system.flipped:
        left, bottom, right, top = bottom, left, top, right
    if bottom > top or (left > right and system.srid != 4326):
        raise Malformed(say("bbox 的最小值大于最大值，请核对顺序。"), field="bbox")
    if left > right:  # over the antimeridian, as the standard lets boxes go
        west, east = _box(left, bottom, 180.0, top), _box(-180.0, bottom, right, top)
        return Area(f"GEOMETRYCOLLECTION({west},{east})", system.srid)
    return Area(_box(left, bottom, right, top), system.srid)


def _numbers(text: str) -> list[float]:
    parts = text.split(",")
    numbers = [float(part) for part in parts if _NUMBER.fullmatch(part)]
    if len(parts) not in (4, 6) or len(numbers) != len(parts) or not all(map(math.isfinite, numbers)):
        raise Malformed(say("bbox 应是 4 个（或带高程 6 个）用逗号分开的数字。"), field="bbox")
    return numbers


def _box(left: float, bottom: float, right: float, top: float) -> str:
    """A box as well-known text: a point or a line where it has no width or height."""
    if left == right and bottom == top:
        return f"POINT({left!r} {bottom!r})"
    if left == right or bottom == top:
        return f"LINESTRING({left!r} {bottom!r},{right!r} {top!r})"
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return f"POLYGON(({','.join(f'{x!r} {y!r}' for x, y in corners)}))"
