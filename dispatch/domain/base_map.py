"""The optional ground under the borders: pictures of a map service elsewhere, as addresses with their places left open.

Pictures cannot be shifted as points are: a base map in GCJ-02 or BD-09 lies hundreds of metres beside the borders, so
only one in WGS 84 or CGCS2000 (Tianditu) is taken. Read by ``settings``; ``web.security`` lets pages ask for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

TRUE_DATUMS = frozenset({"wgs84", "cgcs2000"})
_SHIFTED = frozenset({"gcj02", "bd09"})
_PLACES = ("{z}", "{x}", "{y}")
URL, ATTRIBUTION, DATUM = "DISPATCH_BASE_MAP_URL", "DISPATCH_BASE_MAP_ATTRIBUTION", "DISPATCH_BASE_MAP_DATUM"


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Addresses of pictures, the lowest first, and whose map it is."""

    urls: tuple[str, ...]
    attribution: str

    def origins(self) -> tuple[str, ...]:
        """Where the pictures come from: the only foreign places a page may ask."""
        parts = [urlsplit(url) for url in self.urls]
        return tuple(dict.fromkeys(f"{each.scheme}://{each.netloc}" for each in parts))


def read(environ: Mapping[str, str]) -> BaseMap | None:
    """The base map that is set, or None.

    Raises:
        ValueError: it cannot be used; the message says what to do.
    """
    urls = tuple(environ.get(URL, "").split())
    if not urls:
        return None
    for url in urls:
        _check(url)
    datum = environ.get(DATUM, "").strip().lower().replace("-", "")
    if datum in _SHIFTED:
        raise ValueError(
            f"{DATUM} is {datum}: pictures in it lie hundreds of metres beside the borders and cannot be shifted; "
            "use a map in WGS 84 or CGCS2000, Tianditu for instance"
        )
    if datum not in TRUE_DATUMS:
        raise ValueError(f"{DATUM} is {datum!r}: say in which datum the pictures are, wgs84 or cgcs2000")
    attribution = environ.get(ATTRIBUTION, "").strip()
    if not attribution:
        raise ValueError(
            f"{ATTRIBUTION} is not set: maps have to name their source, like 天地图 GS(2024)0650号"
        )
    return BaseMap(urls, attribution)


def _check(url: str) -> None:
    parts = urlsplit(url)
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or any(each in parts.netloc for each in "{};,'")
    ):
        raise ValueError(
            f"{URL} holds {url!r}: each address is like https://t0.tianditu.gov.cn/…, its host in full"
        )
    if not all(place in url for place in _PLACES):
        raise ValueError(
            f"{URL} holds {url!r}: each address names {{z}}, {{x}} and {{y}} (TILEMATRIX, TILECOL, TILEROW)"
        )
