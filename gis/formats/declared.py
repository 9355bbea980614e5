"""The coordinate system that a file declares, as a datum of `gis.crs`: an EPSG code or the text of a .prj."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from gis.crs import Datum

_XIAN_80: Final = "西安80"
_BEIJING_54: Final = "北京54"
_REFUSED_CODES: Final[tuple[tuple[range, str], ...]] = (
    (range(2327, 2391), _XIAN_80), (range(4610, 4611), _XIAN_80),
    (range(2401, 2443), _BEIJING_54), (range(4214, 4215), _BEIJING_54), (range(4555, 4556), _BEIJING_54),
    (range(4568, 4590), _BEIJING_54), (range(4652, 4657), _BEIJING_54), (range(4766, 4801), _BEIJING_54),
    (range(4812, 4813), _BEIJING_54), (range(4822, 4823), _BEIJING_54),
    (range(21413, 21424), _BEIJING_54), (range(21453, 21464), _BEIJING_54), (range(21473, 21484), _BEIJING_54),
)  # fmt: skip
_KNOWN_CODES: Final[dict[int, Datum]] = {
    4326: "wgs84", 4979: "wgs84", 4490: "cgcs2000", 4480: "cgcs2000",
    4549: "cgcs2000_gk_cm120", 4528: "cgcs2000_gk_zone40",
}  # fmt: skip
_REFUSED_NAMES: Final = (
    (re.compile(r"xi'?an[ _]?(19)?80|西安[ _]?(19)?80|1980[ _]?西安", re.IGNORECASE), _XIAN_80),
    (
        re.compile(r"beijing[ _]?(19)?54|new[ _]beijing|pulkovo[ _]?1942|kras+o[vw]sky", re.IGNORECASE),
        _BEIJING_54,
    ),
    (re.compile(r"北京[ _]?(19)?54|1954[ _]?北京"), _BEIJING_54),
)
_CGCS2000: Final = re.compile(
    r"cgcs[ _]?2000|china[ _](geodetic[ _]coordinate[ _]system[ _])?2000", re.IGNORECASE
)
_NO_NAME: Final = re.compile(r'^(LOCAL_CS|ENGCRS)\["Undefined', re.IGNORECASE)


class Declared(NamedTuple):
    """What a file declares. datum None: nothing that is known. refused: why it cannot be converted, in Chinese.

    firm: the refusal stands whatever a person says the datum is (Xi'an 80, Beijing 54).
    """

    datum: Datum | None
    called: str
    refused: str | None = None
    firm: bool = False


NOTHING: Final = Declared(None, "")


def declared(text: str | None) -> Declared:
    """What `EPSG:…` or a WKT means."""
    if not text or _NO_NAME.match(text):
        return NOTHING
    code = re.fullmatch(r"EPSG:(\d{1,9})", text.strip(), re.IGNORECASE)
    return _by_code(int(code[1])) if code else _by_wkt(text)


def _by_code(code: int) -> Declared:
    called = f"EPSG:{code}"
    if code in _KNOWN_CODES:
        return Declared(_KNOWN_CODES[code], called)
    for codes, name in _REFUSED_CODES:
        if code in codes:
            return _refused(name, f"{called}（{name}）")
    return _unsupported(f"{called}（CGCS2000 的其他分带）" if 4491 <= code <= 4554 else called)


def _refused(name: str, called: str) -> Declared:
    says = (
        f"坐标系是{name}（{called}），没有公开的转换参数，不能导入；请先由测绘部门转成 CGCS2000 再导入。"
        "若只是 .prj 写错了，请改正 .prj"
    )
    return Declared(None, called, says, firm=True)


def _unsupported(called: str) -> Declared:
    says = (
        f"不支持坐标系 {called}；请转成 CGCS2000 经纬度（EPSG:4490）或 120° 带的平面坐标（EPSG:4549、4528）后导入，"
        "若声明有误请另选坐标系"
    )
    return Declared(None, called, says)


def _by_wkt(text: str) -> Declared:
    called = _called(text)
    for pattern, name in _REFUSED_NAMES:
        if pattern.search(text):
            return _refused(name, called)
    plain = called.lower().replace("-", "").replace("_", "").replace(" ", "")
    if "gcj02" in plain or "火星" in plain:
        return Declared("gcj02", called)
    if "bd09" in plain or "百度" in plain:
        return Declared("bd09", called)
    projected = re.match(r"\s*PROJ(CS|CRS)", text, re.IGNORECASE) is not None
    if projected and _CGCS2000.search(text):
        return _zone(text, called)
    if not projected and _CGCS2000.search(text):
        return Declared("cgcs2000", called)
    if not projected and re.search(r"wgs[ _]?(19)?84", text, re.IGNORECASE):
        return Declared("wgs84", called)
    return _unsupported(called)


def _called(text: str) -> str:
    name = re.search(r'"([^"]*)"', text)
    return (name[1] if name else text)[:60]


def _zone(text: str, called: str) -> Declared:
    """A Gauss-Krüger zone on CGCS2000: only that of 120° is meant here, with or without its number."""
    meridian, easting = (
        _parameter(text, "central_meridian", "longitude of natural origin"),
        _parameter(text, "false_easting", "false easting"),
    )
    if meridian == 120 and easting == 500_000:
        return Declared("cgcs2000_gk_cm120", called)
    if meridian == 120 and easting == 40_500_000:
        return Declared("cgcs2000_gk_zone40", called)
    return _unsupported(f"{called}（中央经线 {meridian:g}°）" if meridian is not None else called)


def _parameter(text: str, *names: str) -> float | None:
    for name in names:
        found = re.search(rf'PARAMETER\["{name}",\s*(-?\d+(?:\.\d*)?)', text, re.IGNORECASE)
        if found:
            return float(found[1])
    return None
