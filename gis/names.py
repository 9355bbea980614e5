"""The forms a name is said in: 张桥村委会 is 张桥村, 张桥 and, loosely, 张桥社区. Used by `gazetteer` only.

A form's trust says how it came about; `score` weighs it, `spans` asks for context where a form alone says little.
`alike` and `slip` are no forms: words that `guesses` takes for a name with a mistake in it.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal["town", "village", "group", "estate", "building", "poi", "road", "intersection", "house"]
AliasKind = Literal["official", "old", "short", "natural", "nickname", "homophone"]
Trust = Literal["full", "old", "short", "natural", "nickname", "loose", "bare", "alike", "slip"]

GUESSED: Final[frozenset[Trust]] = frozenset({"alike", "slip"})
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
    return [(name, trust)]


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
        return _unique([(name, trust), *own, (core + "村", "loose"), (core, "bare")])
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
