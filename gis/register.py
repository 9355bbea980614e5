"""What an entry of the gazetteer has to be like: kinds in words, usual radii, what lies in what, clean names. Pure.

Used by the service where people edit places, and by `listing` where files of them are read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, get_args

from gis.names import AliasKind, Kind

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
KIND_NAMES: Final[dict[Kind, str]] = {
    "town": "镇街", "village": "村居", "group": "村民小组", "estate": "小区", "building": "楼栋", "poi": "地点",
    "road": "道路", "intersection": "路口", "house": "门牌",
}  # fmt: skip
ALIAS_KIND_NAMES: Final[dict[AliasKind, str]] = {
    "official": "标准名称", "old": "曾用名", "short": "简称", "natural": "自然庄", "nickname": "俗称",
    "homophone": "同音写法",
}  # fmt: skip
USUAL_RADIUS_M: Final[dict[Kind, float]] = {
    "town": 4000.0, "village": 1200.0, "group": 300.0, "estate": 150.0, "building": 25.0, "poi": 60.0,
    "road": 800.0, "intersection": 40.0, "house": 20.0,
}  # fmt: skip
PARENTS: Final[dict[Kind, tuple[Kind, ...]]] = {
    "town": (),
    "village": ("town",),
    "group": ("village",),
    "estate": ("village", "town"),
    "building": ("estate", "poi", "group", "village"),
    "poi": ("village", "town", "estate", "road", "poi"),
    "road": ("town", "village"),
    "intersection": ("town", "village", "road"),
    "house": ("road", "estate", "group", "village", "poi", "building"),
}
"""What each kind may belong to."""
LONGEST_NAME: Final = 60
LARGEST_RADIUS_M: Final = 20_000.0

_SYNONYMS: Final[dict[str, Kind]] = {
    "乡镇": "town", "镇": "town", "街道": "town", "街道办": "town", "乡": "town", "镇街": "town",
    "村": "village", "社区": "village", "村居": "village", "行政村": "village", "居委会": "village",
    "村委会": "village", "村社区": "village", "村（社区）": "village",
    "组": "group", "小组": "group", "村民小组": "group", "村民组": "group", "自然村": "group", "自然庄": "group",
    "庄": "group", "居民点": "group",
    "小区": "estate", "住宅小区": "estate", "住宅区": "estate", "楼盘": "estate", "居民小区": "estate",
    "楼栋": "building", "楼": "building", "幢": "building", "栋": "building", "楼幢": "building", "建筑物": "building",
    "地点": "poi", "兴趣点": "poi", "单位": "poi", "机构": "poi", "企业": "poi", "学校": "poi", "医院": "poi",
    "商铺": "poi", "标志物": "poi", "地标": "poi", "公共设施": "poi",
    "道路": "road", "路": "road", "街": "road", "街巷": "road", "巷": "road", "路名": "road", "公路": "road",
    "路口": "intersection", "交叉口": "intersection", "交叉路口": "intersection", "道路交叉口": "intersection",
    "门牌": "house", "门牌号": "house", "门址": "house", "门楼牌": "house", "户": "house",
    "villagers' group": "group", "place": "poi", "crossing": "intersection", "house number": "house",
}  # fmt: skip
_CONTROL: Final = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANKS: Final = re.compile(r"\s+")


def kind_named(text: str) -> Kind | None:
    """The kind meant by a word in Chinese or English, or None."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    return next((kind for kind in KINDS if kind == plain), None) or _SYNONYMS.get(plain)


def clean_name(text: str) -> str:
    """A name as it is kept: composed, without blanks around it, and a single one where some are inside."""
    plain = text.strip()
    if plain.isalnum() and unicodedata.is_normalized("NFC", plain):
        return plain
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def fault_of_name(name: str) -> str | None:
    """What is wrong with a clean name and what to do, or None."""
    if not name:
        return "名称是空的，请填写"
    if _CONTROL.search(name):
        return "名称里有看不见的控制字符，请删去后重填"
    if len(name) > LONGEST_NAME:
        return f"名称超过 {LONGEST_NAME} 个字，请缩短"
    if not any(sign.isalnum() for sign in name):
        return "名称里没有文字，请填写"
    return None


def fault_of_radius(radius_m: float) -> str | None:
    """What is wrong with an error radius in metres and what to do, or None."""
    if 0 < radius_m <= LARGEST_RADIUS_M:
        return None
    return f"误差半径应大于 0、不超过 {LARGEST_RADIUS_M:.0f} 米，请核对"


def is_searched(kind: Kind, name: str) -> bool:
    """Whether people look for the name: house numbers are found by the geocoder, through their road."""
    return kind != "house" and not (kind in ("building", "group") and name[:1].isdigit())
