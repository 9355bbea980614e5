"""Checks rules of clocks and office hours before they are saved: a broken one is refused, with its place. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dispatch.domain.clocks.calendar import Season, check_seasons, read_hours
from dispatch.domain.clocks.limits import Limits
from dispatch.domain.clocks.rules import ClockRule
from dispatch.domain.clocks.texts import read as read_limit
from dispatch.domain.clocks.why import CLOCK_NAMES
from dispatch.domain.ticket import Type, Urgency
from dispatch.errors import BadInput
from dispatch.saying import say

MOST_RULES = 500
_LONGEST = 100
_BY_OUTER = frozenset({"inner", "reply", "redo"})
_NEVER_WITHOUT = ("sign", "reply")
"""Clocks that every ticket has to have: their rules end in one that asks for nothing."""
_CONDITIONS = ("types", "urgencies", "categories", "units", "unit_kinds", "valid_from", "valid_until")
_Wrong = Callable[[str, str], BadInput]
"""The refusal of a rule: its field, and what is said of it."""
_LIMIT = "limit_text"


@dataclass(frozen=True, slots=True)
class Known:
    """What rules may name: units, kinds of units, paths of categories."""

    units: frozenset[int]
    unit_kinds: frozenset[str]
    categories: frozenset[str]


def check_rules(rows: Sequence[Mapping[str, Any]], known: Known) -> tuple[ClockRule, ...]:
    """The rules of rows in their order.

    Raises:
        BadInput: the first that is broken, or can never be reached; the field names its place, counted from 0 as
            the checks of the form itself count, and what is broken in it.
    """
    if not 1 <= len(rows) <= MOST_RULES:
        raise BadInput(say("时限规则应有 1 到 {most} 条。", most=MOST_RULES), field="rules")
    rules = tuple(_rule(at, row, known) for at, row in enumerate(rows, 1))
    ended: set[str] = set()
    for rule in rules:
        name = CLOCK_NAMES[rule.clock]
        if rule.clock in ended:
            raise BadInput(
                say(
                    "第 {ordinal} 条（{reason}）永远轮不到：前面已有一条不带条件的「{name}」规则，请调整先后。",
                    ordinal=rule.ordinal,
                    reason=rule.reason,
                    name=name,
                ),
                field=f"rules.{rule.ordinal - 1}",
            )
        if rule.limits.main is not None and not any(getattr(rule, name) for name in _CONDITIONS):
            ended.add(rule.clock)
    for clock in _NEVER_WITHOUT:
        if clock not in ended:
            raise BadInput(
                say(
                    "「{clock}」的最后一条规则应不带任何条件，否则有的工单没有时限。",
                    clock=CLOCK_NAMES[clock],
                ),
                field="rules",
            )
    return rules


def _rule(at: int, row: Mapping[str, Any], known: Known) -> ClockRule:
    def wrong(field: str, says: str) -> BadInput:
        return BadInput(say("第 {at} 条：{says}", at=at, says=says), field=f"rules.{at - 1}.{field}")

    clock = row["clock"]
    if clock not in CLOCK_NAMES or clock == "halt":
        raise wrong("clock", say("没有「{clock}」这种时限。", clock=clock))
    reason = str(row["reason"] or "").strip()
    if not 1 <= len(reason) <= _LONGEST:
        raise wrong("reason", say("请写明规则的名称或依据，最多 {longest} 字。", longest=_LONGEST))
    limits = _limits(clock, row["limit_text"] or "", wrong)
    share = row["share"]
    if share is not None and (clock not in _BY_OUTER or not 0.05 <= share <= 1):
        raise wrong("share", say("占上级时限的比例只用于内部办理、办结、重办，在 5% 到 100% 之间。"))
    first, last = row["valid_from"], row["valid_until"]
    if first is not None and last is not None and last < first:
        raise wrong("valid_until", say("失效日期早于生效日期。"))
    _check_named(row, known, wrong)
    return ClockRule(
        ordinal=at,
        clock=clock,
        limits=limits,
        reason=reason,
        types=_any_of(row["types"]),
        urgencies=_any_of(row["urgencies"]),
        categories=tuple(row["categories"]) if row["categories"] else None,
        units=frozenset(row["units"]) if row["units"] else None,
        unit_kinds=_any_of(row["unit_kinds"]),
        valid_from=first,
        valid_until=last,
        counts_first_day=bool(row["counts_first_day"]),
        share=share,
    )


def _limits(clock: str, text: str, wrong: _Wrong) -> Limits:
    try:
        limits = read_limit(text)
    except BadInput as error:
        raise wrong(_LIMIT, error.detail) from None
    if limits.halt is not None and clock != "inner":
        raise wrong(_LIMIT, say("「制止」只能写在「内部办理」的时限里。"))
    if limits.main is None and clock != "inner":
        raise wrong(_LIMIT, say("没有写办结的时限。"))
    if limits.halt is not None and limits.main is not None and not limits.halt.may_precede(limits.main):
        raise wrong(_LIMIT, say("「制止」的时限应早于办结的时限。"))
    return limits


def _check_named(row: Mapping[str, Any], known: Known, wrong: _Wrong) -> None:
    """Refuse what nobody knows: such a condition would never be met."""
    allowed: tuple[tuple[str, str, frozenset[Any]], ...] = (
        ("types", say("诉求类型"), frozenset(Type)),
        ("urgencies", say("紧急程度"), frozenset(Urgency)),
        ("units", say("单位"), known.units),
        ("unit_kinds", say("单位类别"), known.unit_kinds),
    )
    for name, says, values in allowed:
        strange = [each for each in row[name] or () if each not in values]
        if strange:
            raise wrong(name, say("没有「{strange}」这个{says}。", strange=strange[0], says=says))
    for path in row["categories"] or ():
        if not any(each == path or each.startswith(f"{path}/") for each in known.categories):
            raise wrong("categories", say("没有「{path}」这个分类。", path=path))


def _any_of(values: Sequence[str] | None) -> frozenset[str] | None:
    return frozenset(values) if values else None


def check_hours(rows: Sequence[Mapping[str, Any]]) -> tuple[Season, ...]:
    """The office hours of rows.

    Raises:
        BadInput: a season cannot be read, or a day of the year has none, or two.
    """
    seasons = tuple(_season(row) for row in rows)
    check_seasons(seasons)
    return seasons


def _season(row: Mapping[str, Any]) -> Season:
    name = str(row["name"] or "").strip()
    if not 1 <= len(name) <= 20:
        raise BadInput(say("每季要有名称，如「夏令」，最多 20 字。"), field="seasons")
    return Season(name, _month_day(row["first_day"]), _month_day(row["last_day"]), read_hours(row["hours"]))


def _month_day(text: str) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"2024-{text}")
    except ValueError:
        raise BadInput(say("「{text}」不是月日，应写成 06-01。", text=text), field="seasons") from None
    return day.month, day.day
