"""What callers write, brought into one form, and the numbers in it. Used by `gazetteer` for names and by `spans`.

Both sides go through `normalise`, so a name and a text that mean the same place read the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from gis.distance import DISTANCE, TELLS_DISTANCE, metres_of

LONGEST: Final = 4000  # characters looked at; what a caller says about the place comes early

MarkKind = Literal["group", "building", "house", "near"]

_BLANKS: Final = re.compile(r"[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufe0f]+")
_PERSONAL: Final = re.compile(
    r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)|\d{7,}[Xx]?"
)
_MANY_DIGITS: Final = re.compile(r"\d\d\d[- \d]\d")
_DIGITS: Final = "〇零一二三四五六七八九"
_VALUE: Final = {**{sign: value for value, sign in enumerate(_DIGITS[1:])}, "〇": 0, "两": 2}
_FORMAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟幺", "一二三四五六七八九十百千一")
_ONE: Final = "[一二两三四五六七八九]"
_WELL_FORMED: Final = re.compile(f"(?:({_ONE})千)?(?:零?({_ONE})百)?(?:零?({_ONE})?(十)|(廿))?零?({_ONE})?$")
_PLACES: Final = frozenset("十百千零〇廿")  # what a numeral that is read from its middle on may not follow
_UNIT: Final = "(?:村民)?小?组|生产队|小?队|社(?![区会保团长员])|号|栋|幢|座|单元|楼|室|层|弄|区"
_SIGNS: Final = "[〇零一二两三四五六七八九十百千廿壹贰叁肆伍陆柒捌玖拾佰仟幺]"
_NUMERAL: Final = re.compile(f"(?<!{_SIGNS})({_SIGNS}++)(?={_UNIT})")
_MIXED: Final = re.compile(rf"(?<![\d百千零十])(\d{{1,2}}|{_ONE})([百千])零?(\d{{0,3}})(?={_UNIT})")
_SCALE: Final = {"百": 100, "千": 1000}
_BRACKETED: Final = re.compile(rf"\(([一二三四五六七八九十\d]{{1,3}})\)(?={_UNIT})")
_GROUP: Final = re.compile(r"第?(\d{1,3})(?:村民小组|村民组|小组|生产队|小队|组|队|社(?![区会保团长员]))")
_BUILDING: Final = re.compile(
    r"(\d{1,4}|(?<![A-Z])[A-Z])(?:号楼(?![上下道梯顶])|号栋|#楼|栋楼|幢楼|幢|座|#|栋|楼(?=\d{1,2}单元)|(?<=\d)[-/](?=(?:\d{1,2}/)?\d{3,4}(?![\d号]))|(?<=\d)-(?=(?:\d{1,2}-)?\d{3,4}(?![\d号])))"
)
_BUILDING_SIGNS: Final = ("栋", "楼", "幢", "座", "#", "-", "/")
_PLAIN_NUMBER: Final = re.compile(r"(?:门牌号?码?[是为::]*|NO[.:]?)(\d{1,5})号?")
_TIME: Final = (
    "之?[前后]|以[前后]|[早晚夜]|凌晨|[上中下]午|当[天晚日]|那天|开始|起|打|来电|"
    "至今|到现在|的?(?:电话|工单|话单)"
)
_PAIR: Final = re.compile(r"(?<![\d.])(\d{2,3}\.\d{3,})[^\d.]{1,8}(\d{2,3}\.\d{3,})(?![\d.])")
_NUMBERS: Final = (
    r"(?P<group>\d{1,3})组"
    r"|(?P<building>\d{1,4}|[A-Z])栋"
    rf"|(?<![月\d百千万零〇十廿卅念])(?P<house>\d{{1,5}})[甲乙丙丁]?(?:[-之](?P<before>\d{{1,2}}))?号(?:[-之](?P<after>\d{{1,2}}))?"
    rf"(?!线|公路|井(?!盖)|闸|泵|台风|文件|{_TIME})"
)
_NEAR: Final = r"(?P<near>旁边|附近|周边|周围|一带|斜?对[面过门]|隔壁|边上|旁|门[口前]|[前后]面|楼下)"
_PLAIN_MARK: Final = re.compile(rf"{_NUMBERS}|{_NEAR}")
_MARK: Final = re.compile(rf"{_NUMBERS}|{DISTANCE}|{_NEAR}")
_NEAR_M: Final = {
    "附近": 120.0,
    "周边": 150.0,
    "周围": 150.0,
    "一带": 200.0,
    "门口": 30.0,
    "门前": 30.0,
    "楼下": 30.0,
}
_BESIDE_M: Final = 60.0


class Mark(NamedTuple):
    """A number or a relation in a normalised text, from `start` to `end`.

    group, building, house: number (letters of buildings count from 100,000) and, for houses, the part after a
    dash. near: `number` metres by which the place may be missed.
    """

    start: int
    end: int
    kind: MarkKind
    number: int
    part: int = 0


def normalise(text: str, region: Sequence[str] = ()) -> str:
    """One form of a text: NFKC, no blanks, capitals, no phone or identity numbers, Arabic numerals before units.

    第三村民小组 and 3队 become 3组; 号楼, 幢, 座 and # become 栋. `region` (province, city, district with their
    suffixes) is taken off the front. Only the first 4,000 characters are read.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST])
    if _MANY_DIGITS.search(plain):
        plain = _PERSONAL.sub(",", plain)
    plain = _BLANKS.sub("", plain).upper()
    if "(" in plain:
        plain = _BRACKETED.sub(r"\1", plain)
    if "組" in plain or "號" in plain or "#组" in plain:
        plain = plain.replace("組", "组").replace("號", "号").replace("#组", "组")
    if "百" in plain or "千" in plain:
        plain = _MIXED.sub(_mixed, plain)
    plain = _NUMERAL.sub(_arabic, plain)
    if "组" in plain or "队" in plain or "社" in plain:
        plain = _GROUP.sub(r"\1组", plain)
    if any(sign in plain for sign in _BUILDING_SIGNS):
        plain = _BUILDING.sub(r"\1栋", plain)
    if "门牌" in plain or "NO" in plain:
        plain = _PLAIN_NUMBER.sub(r"\1号", plain)
    return strip_region(plain, tuple(region)) if region else plain


def coordinate_in(text: str) -> tuple[str, str] | None:
    """Two decimal numbers written one after the other, as in 坐标119.021685,33.689066; None where there are none."""
    found = _PAIR.search(unicodedata.normalize("NFKC", text[:LONGEST])) if "." in text else None
    return None if found is None else (found.group(1), found.group(2))


def strip_region(text: str, region: tuple[str, ...]) -> str:
    """The text without province, city and district in front; 淮安市 goes, the road 淮安路 stays."""
    found = _region_pattern(region).match(text)
    return text[found.end() :] if found else text


@lru_cache(maxsize=16)
def _region_pattern(region: tuple[str, ...]) -> re.Pattern[str]:
    """Each level in full, or without its suffix when the next level follows at once; matches any text."""
    parts = []
    for level, name in enumerate(region):
        following = "".join(f"|{re.escape(later[:-1])}" for later in region[level + 1 :])[1:]
        short = f"|{re.escape(name[:-1])}(?={following})" if following else ""
        parts.append(f"(?:{re.escape(name)}{short})?")
    return re.compile(r"[,,。.;:、]*" + "".join(parts))


def _arabic(found: re.Match[str]) -> str:
    """Chinese numerals as Arabic ones; digit by digit where that is usual (一二八号, 二〇五栋).

    Of another run that is no number only its last number counts: 七一三组 is the village 七一 and 3组.
    """
    run = found.group(1).translate(_FORMAL)
    spoken = found.string[found.end()] in "号室" or "〇" in run or "零" in run
    if len(run) > 1 and spoken and not set(run) & set("十百千廿"):
        return "".join(str(_VALUE[sign]) for sign in run)
    for start in range(len(run)):
        value = _value(run[start:])
        if value:
            return found.group() if start and run[start - 1] in _PLACES else run[:start] + str(value)
    return run


def _mixed(found: re.Match[str]) -> str:
    """1百98 as 198; what is no number stays as it is."""
    first, sign, rest = found.groups()
    scale = _SCALE[sign]
    value = (int(first) if first.isdigit() else _VALUE[first]) * scale + int(rest or 0)
    return str(value) if int(rest or 0) < scale else found.group()


def _value(numeral: str) -> int:
    """The number a well-formed numeral below 10,000 means, 0 for anything else."""
    found = _WELL_FORMED.match(numeral)
    if found is None:
        return 0
    thousands, hundreds, tens, ten, twenty, ones = found.groups()
    value = (1000 * _VALUE[thousands] if thousands else 0) + (100 * _VALUE[hundreds] if hundreds else 0)
    value += 10 * (_VALUE[tens] if tens else 1) if ten else 20 if twenty else 0
    return value + (_VALUE[ones] if ones else 0)


def marks(text: str, start: int = 0, end: int = LONGEST) -> list[Mark]:
    """The marks of a normalised text between two positions, in order."""
    pattern = _MARK if TELLS_DISTANCE.search(text, start, end) else _PLAIN_MARK
    return [_mark(found) for found in pattern.finditer(text, start, end)]


def _mark(found: re.Match[str]) -> Mark:
    start, end = found.span()
    match found.lastgroup:
        case "near":
            return Mark(start, end, "near", int(_NEAR_M.get(found["near"], _BESIDE_M)))
        case "metres" | "away" | "way" | "side":
            return Mark(start, end, "near", round(metres_of(found)))
        case "group":
            return Mark(start, end, "group", int(found["group"]))
        case "building":
            return Mark(start, end, "building", building_number(found["building"]))
        case _:
            part = found["before"] or found["after"] or 0
            return Mark(start, end, "house", int(found["house"]), int(part))


def building_number(sign: str) -> int:
    """The number of a building said as digits or as one capital letter (A = 100,000)."""
    return int(sign) if sign.isdigit() else 100_000 + ord(sign) - ord("A")
