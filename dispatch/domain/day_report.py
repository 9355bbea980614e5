"""The day's report (日报): what a center's leader asks of a day, as sections of words and tables. Pure.

Shares are those of ``rates`` and nobody else's; every figure stands beside its numerator and denominator; the report
names its window and the versions it was counted by. It holds numbers of tickets and what they are about, no caller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, TypeAlias

from dispatch.domain.clocks.why import CLOCK_NAMES
from dispatch.domain.marks import EXPORTED, mark
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.papers import spoken
from dispatch.domain.rates import percent
from dispatch.domain.ticket import DESK_NAMES, OPEN, State
from dispatch.domain.windows import Window

ALIKE = 3
"""So many of one kind at one place are told."""
MOST_LISTED = 200
_NOTHING = "无。"
Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read of a center's day; ``figures`` are those of ``domain.figures``."""

    center: str
    on: date
    window: Window
    now: datetime
    figures: Row
    formulas: Sequence[Row]
    in_hand: Mapping[str, int]
    overdue: Sequence[Row]
    overdue_total: int
    categories: Sequence[Row]
    alike: Sequence[Row]
    notable: Sequence[Row]

    @property
    def received(self) -> int:
        """What came in within the window, as the rates count it, exempt ones too."""
        counted: int = _of(self.figures["total"]["rates"], "overdue_raw")["denominator"]
        return counted


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and lines; ``widths`` says how the columns share the page."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    title: str
    words: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it; ``mark`` says who took it away, for which unit, when."""

    title: str
    window: str
    sections: tuple[Section, ...]
    author: str
    unit: str
    mark: str
    made_at: datetime


def report(facts: Facts, who: str, unit: str) -> Report:
    """The report of a day, taken by somebody for a unit."""
    sections = [
        _whole(facts),
        *([_centers(facts)] if len(facts.figures["units"]) > 1 else []),
        _hand(facts),
        _late(facts),
        _kinds(facts),
        _places(facts),
        _notable(facts),
        _basis(facts),
    ]
    numbered = tuple(
        Section(f"{_NUMERALS[at]}、{each.title}", each.words, each.table) for at, each in enumerate(sections)
    )
    title = f"{facts.center}工单日报（{facts.on.year}年{facts.on.month}月{facts.on.day}日）"
    said = mark(who, unit, facts.now, EXPORTED)
    return Report(title, f"统计窗口：{_window(facts)}", numbered, who, unit, said, facts.now)


_NUMERALS = "一二三四五六七八"


def short(at: datetime) -> str:
    """An instant as tables say it."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def _window(facts: Facts) -> str:
    return f"从 {short(facts.window.since)} 起，到 {short(facts.window.until)} 前"


def _of(rates: Sequence[Row], code: str) -> Row:
    return next(each for each in rates if each["code"] == code)


def _share(part: int, whole: int) -> str:
    """n/N and what share that is; no share of nothing."""
    said = percent(Fraction(part, whole)) if whole else None
    return f"{part}/{whole}" + (f"({said}%)" if said else "")


def _counted(rates: Sequence[Row], code: str) -> str:
    each = _of(rates, code)
    said = f"({each['said']})" if each["said"] else ""
    return f"{each['numerator']:g}/{each['denominator']}{said}"


def _whole(facts: Facts) -> Section:
    """The day in two sentences, then every rate."""
    rates = facts.figures["total"]["rates"]
    ended = facts.window.until <= facts.now
    words = (
        f"受理 {facts.received} 件；按时签收 {_counted(rates, 'sign_on_time')}；按时办结 "
        f"{_counted(rates, 'reply_on_time')}；结案 {_of(rates, 'first_right')['denominator']} 件；"
        f"退单 {_counted(rates, 'returned')}；重办 {_counted(rates, 'reworked')}。",
        f"12345 有效回访 {_of(rates, 'responded')['denominator']} 件：响应 {_counted(rates, 'responded')}，"
        f"解决 {_counted(rates, 'solved')}，满意 {_counted(rates, 'satisfied')}；综合得分 "
        f"{facts.figures['total']['composite'] or '无回访，不计'}。",
        *(() if ended else (f"窗口尚未结束，以上截至 {short(facts.now)}。",)),
    )
    said = {each["code"]: each for each in facts.formulas}
    lines = tuple(
        (
            said[each["code"]]["name"],
            each["said"] or "—",
            f"{each['numerator']:g}",
            str(each["denominator"]),
            f"{said[each['code']]['numerator']} ÷ {said[each['code']]['denominator']}",
        )
        for each in rates
    )
    heads = ("指标", "数值", "分子", "分母", "口径（分子 ÷ 分母）")
    return Section("总体情况", words, Table(heads, lines, (22, 11, 9, 9, 49)))


def _centers(facts: Facts) -> Section:
    """Each center beside the others."""
    codes = ("sign_on_time", "reply_on_time", "returned", "overdue", "solved", "satisfied")
    lines = tuple(
        (
            each["name"].removesuffix("社会治理指挥中心"),
            str(_of(each["rates"], "overdue_raw")["denominator"]),
            *(_counted(each["rates"], code) for code in codes),
            str(_of(each["rates"], "first_right")["denominator"]),
        )
        for each in facts.figures["units"]
    )
    heads = ("单位", "受理", "按时签收", "按时办结", "退单", "逾期", "回访解决", "回访满意", "结案")
    return Section(
        "各单位情况", ("各格为分子/分母（比率）。",), Table(heads, lines, (16, 7, 13, 13, 11, 11, 12, 12, 7))
    )


def _hand(facts: Facts) -> Section:
    """What is open now, by what is owed."""
    total = sum(facts.in_hand.values())
    lines = tuple(
        (DESK_NAMES[state], str(facts.in_hand[state]), _share(facts.in_hand[state], total))
        for state in State
        if state in OPEN and facts.in_hand.get(state)
    )
    words = (f"截至 {short(facts.now)} 在办 {total} 件。",)
    return Section(
        "在办工单", words, Table(("状态", "件数", "占在办"), lines, (40, 25, 35)) if lines else None
    )


def _late(facts: Facts) -> Section:
    """What is late now, and who holds it."""
    total = sum(facts.in_hand.values())
    lines = tuple(
        (
            each["number"],
            each["title"],
            _holder(each),
            CLOCK_NAMES.get(each["clock"], each["clock"]),
            short(each["due_at"]),
            spoken(facts.now - each["due_at"]).strip(),
        )
        for each in facts.overdue
    )
    words = [f"截至 {short(facts.now)}，在办中有时限已超的 {_share(facts.overdue_total, total)}。"]
    if facts.overdue_total > len(lines):
        words.append(f"下表列超时最久的 {len(lines)} 件。")
    heads = ("工单编号", "事项", "现在在谁手里", "时限", "到期", "已超")
    return Section("逾期清单", tuple(words), Table(heads, lines, (18, 27, 22, 8, 14, 11)) if lines else None)


def _holder(row: Row) -> str:
    return " ".join(filter(None, (row["holder"], row["person"])))


def _kinds(facts: Facts) -> Section:
    """What people called about most."""
    lines = tuple(
        (
            str(at),
            (each["category"] or "未分类").replace("/", " › "),
            str(each["times"]),
            str(facts.received),
            percent(Fraction(each["times"], facts.received)) or "—",
        )
        for at, each in enumerate(facts.categories, 1)
    )
    heads = ("序号", "诉求类别（前两级）", "件数", "受理", "占比 %")
    if not lines:
        return Section("诉求热点", (_NOTHING,))
    return Section("诉求热点", ("窗口内受理，含不计考核。",), Table(heads, lines, (10, 50, 13, 13, 14)))


def _places(facts: Facts) -> Section:
    """Where several people say the same."""
    words = f"窗口内同一网格、同一类别 {ALIKE} 件及以上。"
    lines = tuple(
        (each["place"], each["category"].replace("/", " › "), str(each["times"]), "、".join(each["numbers"]))
        for each in facts.alike
    )
    if not lines:
        return Section("同类集中", (f"{words}{_NOTHING}",))
    return Section(
        "同类集中", (words,), Table(("地点", "诉求类别", "件数", "工单编号"), lines, (27, 24, 8, 41))
    )


def _notable(facts: Facts) -> Section:
    """Open tickets a leader should know of, and why."""
    lines = tuple(
        (
            each["number"],
            each["title"],
            "、".join(_why(each)),
            _holder(each),
            DESK_NAMES[State(each["state"])],
        )
        for each in facts.notable
    )
    words = f"截至 {short(facts.now)} 在办的特急、督办、重办、多人反映和多次催办工单。"
    if not lines:
        return Section("重点关注", (f"{words}{_NOTHING}",))
    heads = ("工单编号", "事项", "为什么", "现在在谁手里", "状态")
    return Section("重点关注", (words,), Table(heads, lines, (18, 28, 18, 24, 12)))


def _why(row: Row) -> list[str]:
    """Why a ticket is told of."""
    reasons = (
        (row["urgency"] == "critical", "特急"),
        (row["supervised"] > 0, f"{row['supervised']} 级督办"),
        (row["rework"] > 0, f"重办 {row['rework']} 次"),
        (row["callers"] > 1, f"{row['callers']} 人反映"),
        (row["urged"] > 1, f"催办 {row['urged']} 次"),
    )
    return [words for holds, words in reasons if holds]


def _basis(facts: Facts) -> Section:
    """By what it was counted."""
    told = facts.figures
    return Section(
        "口径说明",
        (
            f"统计窗口：{_window(facts)}；指标口径第 {told['formula']} 版，设置第 {told['setting']} 版。",
            f"总体情况、诉求热点、同类集中按统计窗口；在办、逾期、重点关注为 {short(facts.now)} 的情况。",
            "分母为 0 的不计比率；本报告不含诉求人信息。",
        ),
    )
