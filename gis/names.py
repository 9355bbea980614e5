"""The forms a name is said in: 张桥村委会 is 张桥村, 张桥 and, loosely, 张桥社区. Used by `gazetteer` only.

A form's trust says how it came about; `score` weighs it, `spans` asks for context where a form alone says little.
`alike` and `slip` are no forms: words that `guesses` takes for a name with a mistake in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, get_args

Kind = Literal["town", "village", "group", "estate", "building", "poi", "road", "intersection", "house"]
AliasKind = Literal["official", "old", "short", "natural", "nickname", "homophone"]
Trust = Literal["full", "old", "short", "natural", "nickname", "loose", "bare", "alike", "slip"]

GUESSED: Final[frozenset[Trust]] = frozenset({"alike", "slip"})
LITTLE: Final[frozenset[Trust]] = frozenset({"bare", "natural", "loose"})
"""Forms that say little by themselves."""
STRONGEST: Final[tuple[Trust, ...]] = get_args(Trust)
TRUST_OF_ALIAS: Final[dict[str, Trust]] = {
    "official": "full",
    "old": "old",
    "short": "short",
    "natural": "natural",
    "nickname": "nickname",
    "homophone": "loose",
}
_RESIDENTS: Final = ("社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区")
_VILLAGERS: Final = ("村村民委员会", "村民委员会", "村委会", "村")
_ROADLIKE: Final = ("路", "街", "大道", "巷")


_SAID_ALSO: Final[tuple[tuple[str, ...], ...]] = (
    ("人民政府", "镇政府", "政府"), ("街道办事处", "办事处", "街道办"), ("管理委员会", "管委会"),
    ("人民医院", "医院"), ("卫生室", "诊所", "医务室", "卫生所"), ("卫生院", "医院", "中心卫生院"),
    ("党群服务中心", "村部", "大队部", "服务中心", "党群中心", "便民服务中心", "便民中心", "村委会"),
    ("便民服务中心", "便民中心", "为民服务中心", "服务中心", "办事大厅"),
    ("为民服务中心", "便民服务中心", "服务中心", "办事大厅"),
    ("公交站", "公交站台", "公交车站", "站台", "公交站点"), ("汽车站", "客运站", "车站"),
    ("农贸市场", "菜市场", "菜场", "集贸市场", "农贸", "集市"), ("集贸市场", "集市", "农贸市场", "菜场"),
    ("菜市场", "菜场", "农贸市场"),
    ("中心小学", "小学", "中心校", "中心小学校"), ("初级中学", "中学", "初中"), ("中心幼儿园", "幼儿园"),
    ("派出所", "警务室", "公安派出所"), ("邮政所", "邮局"), ("邮政支局", "邮局"), ("邮政营业所", "邮局"),
    ("污水处理厂", "污水厂"),
    ("人民广场", "广场", "文化广场"), ("文化广场", "广场"),
    ("敬老院", "养老院"), ("超市", "商店"), ("人民法院", "法院"),
    ("人民检察院", "检察院"), ("排灌站", "泵站", "抽水站", "电灌站"), ("公共厕所", "厕所", "公厕"),
    ("农商行", "农村商业银行", "农商银行", "信用社"), ("加油站", "中石化加油站", "中石油加油站"),
)  # fmt: skip
"""Endings of points of interest and what people say instead."""


def forms(kind: Kind, name: str, trust: Trust) -> list[tuple[str, Trust]]:
    """The normalised name itself and what it is also called, each with its trust; shortest forms last."""
    if kind == "village":
        return _village_forms(name, trust)
    if kind == "town":
        return _town_forms(name, trust)
    if kind == "estate":
        return _estate_forms(name, trust)
    if kind == "building":
        return [(name, "bare")]
    if kind == "poi":
        return [(name, trust), *((form, "loose") for form in _said_also(name))]
    return [(name, trust)]


def _said_also(name: str) -> list[str]:
    """A point of interest with the other endings of its kind, when at least two characters say which it is."""
    return [
        name[: -len(endings[0])] + other
        for endings in _SAID_ALSO
        if name.endswith(endings[0]) and len(name) >= len(endings[0]) + 2
        for other in endings[1:]
    ]


def town_stem(name: str) -> str:
    """A town's name without its kind: 渔沟镇 → 渔沟."""
    return _cut(name, ("街道办事处", "街道", "镇", "乡")) or name


def wider(name: str, towns: Iterable[str]) -> list[tuple[str, Trust]]:
    """A point of interest named after its town (渔沟中心小学), with the town in full and without it."""
    for town in towns:
        stem = town_stem(town)
        if name.startswith(stem) and not name.startswith(town) and len(name) >= len(stem) + 2:
            rest = name[len(stem) :]
            told: list[tuple[str, Trust]] = [(town + rest, "loose")]
            return [*told, (rest, "bare")] if len(rest) >= 3 and rest[0] not in "村社镇乡街" else told
    return []


def _cut(name: str, suffixes: tuple[str, ...]) -> str | None:
    """The name without the first of the suffixes it ends with, when two characters or more remain."""
    for suffix in suffixes:
        if name.endswith(suffix):
            return name[: -len(suffix)] if len(name) >= len(suffix) + 2 else None
    return None


def _village_forms(name: str, trust: Trust) -> list[tuple[str, Trust]]:
    core = _cut(name, _RESIDENTS)
    if core is not None:
        own = [(core + suffix, trust) for suffix in _RESIDENTS]
        return _unique([(name, trust), *own, (core + "村", "loose"), (core + "居", "loose"), (core, "bare")])
    core = _cut(name, _VILLAGERS)
    if core is not None:
        own = [(core + suffix, trust) for suffix in _VILLAGERS]
        return _unique(
            [(name, trust), *own, (core + "社区", "loose"), (core + "居委会", "loose"), (core, "bare")]
        )
    core = _cut(name, ("生活区",))
    return [(name, trust)] if core is None else [(name, trust), (core, "bare")]


def _town_forms(name: str, trust: Trust) -> list[tuple[str, Trust]]:
    core = _cut(name, ("街道办事处", "街道", "镇", "乡"))
    if core is None:
        return [(name, trust)]
    said: list[tuple[str, Trust]] = [(name, trust)]
    if name.endswith("街道"):
        said += [(name + "办事处", trust), (name + "办", trust)]
    if not core.endswith(_ROADLIKE):
        said.append((core, "bare"))
    return said


def _estate_forms(name: str, trust: Trust) -> list[tuple[str, Trust]]:
    core = _cut(name, ("小区",))
    if core is None:
        return [(name, trust), (name + "小区", trust)]
    return [(name, trust), (core, "short" if len(core) > 2 else "bare")]


def _unique(said: list[tuple[str, Trust]]) -> list[tuple[str, Trust]]:
    """Each form once, with the trust it came with first."""
    return list({form: (form, trust) for form, trust in reversed(said)}.values())[::-1]
