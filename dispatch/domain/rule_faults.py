"""Reads the rules of a draft, and says what is wrong with them: what may not be saved, what should be looked at. Pure.

A rule travels as a record whose names are those of ``Rule``; a list that is absent asks for nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dispatch.domain.power import LISTS, Span, below
from dispatch.domain.privacy import storable
from dispatch.domain.rule import ASKS_NOTHING, HELD, NOT_HELD, OFF, TARGETS, WORKING, Rule
from dispatch.domain.ticket import PlaceNeed, Type, Urgency
from dispatch.domain.units import Units
from dispatch.saying import say

STEP = 10
"""Ordinals are tens, in the order of the list."""
MOST_RULES = 500
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_ALWAYS = frozenset({"unit", "district"})
"""Targets that exist for every matter."""
_OF_TOWN = frozenset({"town", "enforcement", "service_center", "police_station", "agency"})
"""Targets that exist where the town is known and has such a unit."""
_LISTS = ("types", "urgencies", "place_needs", "cell_kinds", "towns", "sources", "channels", "police_lists")
_NAMES = {
    "types": say("诉求类型"),
    "urgencies": say("紧急程度"),
    "categories": say("事项分类"),
    "place_needs": say("定位要求"),
    "cell_kinds": say("网格类别"),
    "towns": say("镇街"),
    "sources": say("推送来源"),
    "channels": say("来电渠道"),
    "police_lists": say("警情清单"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about one rule of a draft; ``blocking`` keeps it from being saved."""

    ordinal: int
    name: str
    field: str
    says: str
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What rules may name, and the day they are looked at."""

    units: Units
    paths: frozenset[str]
    """Every category path."""
    sources: frozenset[str]
    today: date


def rules_of(given: Sequence[Mapping[str, Any]]) -> tuple[list[Rule], list[Fault]]:
    """The rules of a draft in order, ten apart, and what could not be read of them."""
    rules, faults = [], []
    for at, each in enumerate(given, start=1):
        rule, unread = _read(at * STEP, each)
        rules.append(rule)
        faults += unread
    return rules, faults


def record_of(rule: Rule) -> dict[str, Any]:
    """A rule as it travels and is kept."""

    def plain(values: Any) -> list[str] | None:
        return None if values is None else sorted(values)

    return {
        "ordinal": rule.ordinal,
        "name": rule.name,
        "reason": rule.reason,
        "enabled": rule.enabled,
        **{name: plain(getattr(rule, name)) for name in _LISTS},
        "categories": None if rule.categories is None else list(rule.categories),
        "power": rule.power,
        "time_from": rule.time_from,
        "time_until": rule.time_until,
        "days": rule.days,
        "valid_from": rule.valid.since.isoformat() if rule.valid.since else None,
        "valid_until": rule.valid.until.isoformat() if rule.valid.until else None,
        "target_kind": rule.target_kind,
        "target_unit": rule.target_unit,
    }


def _read(ordinal: int, given: Mapping[str, Any]) -> tuple[Rule, list[Fault]]:
    faults: list[Fault] = []
    name = str(given.get("name") or "").strip()

    def day(field: str) -> date | None:
        value = given.get(field)
        try:
            return date.fromisoformat(str(value)) if value else None
        except ValueError:
            faults.append(
                Fault(ordinal, name, field, say("日期「{value}」不对，请写成 2026-11-25 的样子", value=value))
            )
            return None

    lists = {key: frozenset(given[key]) if given.get(key) is not None else None for key in _LISTS}
    categories = given.get("categories")
    rule = Rule(
        ordinal=ordinal,
        name=name,
        reason=str(given.get("reason") or "").strip(),
        categories=None if categories is None else tuple(categories),
        target_kind=str(given.get("target_kind") or ""),
        target_unit=given.get("target_unit") if given.get("target_kind") == "unit" else None,
        power=given.get("power") or None,
        time_from=given.get("time_from") or None,
        time_until=given.get("time_until") or None,
        days=given.get("days") or None,
        valid=Span(day("valid_from"), day("valid_until")),
        enabled=given.get("enabled", True) is True,
        **lists,
    )
    return rule, faults


def faults_of(rules: Sequence[Rule], known: Known) -> list[Fault]:
    """Everything wrong with the rules of a draft, in their order."""
    found = [] if rules else [Fault(0, "", "rules", say("没有一条规则，所有工单都会到区中心研判"))]
    if len(rules) > MOST_RULES:
        found.append(
            Fault(
                0,
                "",
                "rules",
                say("最多 {most_rules} 条规则，现有 {count} 条", most_rules=MOST_RULES, count=len(rules)),
            )
        )
    for at, rule in enumerate(rules):
        for field, says in _broken(rule, known):
            found.append(Fault(rule.ordinal, rule.name, field, says))
        for field, says in _doubtful(rule, rules[:at], known):
            found.append(Fault(rule.ordinal, rule.name, field, says, blocking=False))
    return found


def _too_long(field: str, most: int) -> str:
    if field == "name":
        return say("名称要写 1 到 {most} 字", most=most)
    return say("依据要写 1 到 {most} 字", most=most)


def _broken(rule: Rule, known: Known) -> Iterator[tuple[str, str]]:
    for field, value, most in (("name", rule.name, 60), ("reason", rule.reason, 300)):
        if not value or len(value) > most or not storable(value):
            yield field, _too_long(field, most)
    yield from _empty(rule)
    yield from _unknown(rule, known)
    yield from _times(rule)
    yield from _aim(rule, known)


def _empty(rule: Rule) -> Iterator[tuple[str, str]]:
    for field in (*_LISTS, "categories"):
        values = getattr(rule, field)
        if values is not None and not values:
            yield (
                field,
                say(
                    "「{field}」选了限定却没有选任何一项，这样永远不会适用；不限定请清空", field=_NAMES[field]
                ),
            )


def _unknown(rule: Rule, known: Known) -> Iterator[tuple[str, str]]:
    allowed: Mapping[str, frozenset[str]] = {
        "types": frozenset(Type),
        "urgencies": frozenset(Urgency),
        "place_needs": frozenset(PlaceNeed),
        "cell_kinds": frozenset({"general", "dedicated"}),
        "towns": frozenset(known.units.center_of_town),
        "sources": known.sources,
        "police_lists": frozenset(LISTS),
    }
    for field, values in allowed.items():
        for value in sorted((getattr(rule, field) or frozenset()) - values):
            yield field, say("「{field}」里没有「{value}」", field=_NAMES[field], value=value)
    for path in rule.categories or ():
        if not any(below(each, path) for each in known.paths):
            yield "categories", say("没有事项分类「{path}」", path=path)
    if rule.power not in (None, HELD, NOT_HELD):
        yield "power", say("处罚权条件「{power}」不认识", power=rule.power)
    if rule.days not in (None, WORKING, OFF):
        yield "days", say("工作日条件「{days}」不认识", days=rule.days)


def _times(rule: Rule) -> Iterator[tuple[str, str]]:
    for field in ("time_from", "time_until"):
        value = getattr(rule, field)
        if value is not None and not _TIME.fullmatch(value):
            yield field, say("时间「{value}」不对，请写成 08:30 的样子", value=value)
    if rule.time_from is not None and rule.time_from == rule.time_until:
        yield "time_until", say("起止时间相同，这样永远不会适用")
    since, until = rule.valid.since, rule.valid.until
    if since is not None and until is not None and until <= since:
        yield "valid_until", say("有效期倒置：{since} 起，{until} 失效", since=since, until=until)


def _aim(rule: Rule, known: Known) -> Iterator[tuple[str, str]]:
    if rule.target_kind not in TARGETS:
        yield "target_kind", say("请选择派往哪里")
    elif rule.target_kind == "unit" and rule.target_unit is None:
        yield "target_unit", say("请选择单位")
    elif rule.target_kind == "unit" and rule.target_unit not in known.units.by_id:
        yield "target_unit", say("指定的单位不存在或已停用，请重新选择")


def _doubtful(rule: Rule, earlier: Sequence[Rule], known: Known) -> Iterator[tuple[str, str]]:
    if not rule.enabled:
        return
    if rule.valid.until is not None and rule.valid.until <= known.today:
        yield "valid_until", say("已过有效期，不会适用")
    if rule.target_kind == "bureau" and rule.power is None:
        yield "power", say("派往处罚权所属部门，却没有处罚权条件；没有对应处罚权的事项不会适用")
    swallowing = next((each for each in earlier if _swallows(each, rule, known.units)), None)
    if swallowing is not None:
        yield (
            "ordinal",
            say(
                "规则 {ordinal}「{name}」在前且包含了它的全部条件，这条永远轮不到",
                ordinal=swallowing.ordinal,
                name=swallowing.name,
            ),
        )


def _swallows(earlier: Rule, later: Rule, units: Units) -> bool:
    """Whether whatever fits the later rule is sent on by the earlier one already."""
    return (
        earlier.enabled
        and _reaches(earlier, later, units)
        and _spans(earlier.valid, later.valid)
        and earlier.power in (None, later.power)
        and earlier.days in (None, later.days)
        and _all_day(earlier, later)
        and _categories_within(earlier, later)
        and _types_within(earlier, later)
        and all(_within(earlier, later, field) for field in _LISTS if field != "types")
    )


def _reaches(earlier: Rule, later: Rule, units: Units) -> bool:
    """Whether the earlier rule's target exists wherever the later one's does."""
    kind = earlier.target_kind
    if kind in _ALWAYS or kind == later.target_kind:
        return True
    if kind not in _OF_TOWN or later.target_kind in (*_ALWAYS, "bureau"):
        return False
    return kind == "town" or all((town, kind) in units.of_town for town in units.center_of_town)


def _spans(earlier: Span, later: Span) -> bool:
    starts = earlier.since is None or (later.since is not None and earlier.since <= later.since)
    ends = earlier.until is None or (later.until is not None and later.until <= earlier.until)
    return starts and ends


def _all_day(earlier: Rule, later: Rule) -> bool:
    times = (earlier.time_from, earlier.time_until)
    return times in ((None, None), (later.time_from, later.time_until))


def _categories_within(earlier: Rule, later: Rule) -> bool:
    if earlier.categories is None:
        return True
    ancestors = earlier.categories
    return later.categories is not None and all(
        any(below(path, each) for each in ancestors) for path in later.categories
    )


def _types_within(earlier: Rule, later: Rule) -> bool:
    requests = frozenset(Type) - ASKS_NOTHING
    return (later.types or requests) <= (earlier.types or requests)


def _within(earlier: Rule, later: Rule, field: str) -> bool:
    wide, narrow = getattr(earlier, field), getattr(later, field)
    return wide is None or (narrow is not None and narrow <= wide)


def renumbered(rules: Sequence[Rule]) -> list[Rule]:
    """The same rules, ten apart."""
    return [replace(rule, ordinal=at * STEP) for at, rule in enumerate(rules, start=1)]


def told(faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Faults as they travel."""
    return [
        {name: getattr(each, name) for name in ("ordinal", "name", "field", "says", "blocking")}
        for each in faults
    ]
