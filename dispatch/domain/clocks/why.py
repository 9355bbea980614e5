"""Why a clock falls due at this instant: sentences for the people who are held to it. Pure; asked by ``reads``."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from dispatch.domain.clocks.calendar import WEEKDAYS
from dispatch.domain.clocks.texts import in_words
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.ticket import Clock
from dispatch.saying import Kept, say, together

CLOCK_NAMES: Mapping[str, str] = {
    "place": say("定位"),
    "decide": say("研判"),
    "ruling": say("裁定"),
    "sign": say("签收"),
    "contact": say("首次联系"),
    "inner": say("内部办理"),
    "halt": say("制止"),
    "review": say("审核"),
    "signoff": say("签发"),
    "reply": say("办结"),
    "redo": say("重办"),
    "return": say("退单窗口"),
}
_BEGINS: Mapping[str, str] = {
    "place": say("进入待定位"),
    "decide": say("进入待研判"),
    "ruling": say("退单"),
    "sign": say("派到单位"),
    "contact": say("派到单位"),
    "inner": say("交办"),
    "halt": say("交办"),
    "review": say("提交答复"),
    "signoff": say("审核通过"),
    "reply": say("热线派单；没有派单时间的，为收到工单"),
    "redo": say("重办"),
}
_HOLIDAYS = (
    *(say("元旦"), say("春节"), say("清明节"), say("劳动节"), say("端午节"), say("中秋节"), say("国庆节")),
    say("周末"),
)
_DAYS_OFF: Mapping[str, str] = {str(each): each for each in (*WEEKDAYS, *_HOLIDAYS)}
"""What days off are called, where a notice has given them no name of its own."""


def sentences(clock: Clock, reason: str, *, by_hotline: bool | None = None) -> list[str]:
    """Start, rule and version, days that do not count, office hours, pauses, the hotline's instant, the result.

    ``by_hotline``: whether the reply clock began when the hotline dispatched the ticket; None where there is no ticket.
    """
    basis, reason = clock.basis, Kept(reason)
    begins = say("{at}起算（{begins}）。", at=_at(clock.started_at), begins=_begins(clock.kind, by_hotline))
    if not basis:
        return [begins, say("依据：{reason}。", reason=reason), _ends(clock)]
    said = [begins, _rule(clock, reason)]
    said += _calendar(basis)
    said += [say("{since}至{until}挂账，这段时间不计。", since=_at(a), until=_at(b)) for a, b in clock.pauses]
    if clock.paused_at is not None:
        said.append(say("{at}起挂账，暂停计时；恢复办理后顺延。", at=_at(clock.paused_at)))
    return [*said, *_cut_short(clock), _ends(clock)]


def _begins(kind: str, by_hotline: bool | None) -> str:
    if kind != "reply" or by_hotline is None:
        return _BEGINS[kind]
    return say("热线派单") if by_hotline else say("收到工单")


def _rule(clock: Clock, reason: str) -> str:
    basis = clock.basis
    cited = (
        say("时限规则第 {version} 版第 {rule} 条", version=basis["version"], rule=basis["rule"])
        if "rule" in basis
        else ""
    )
    if "agreed" in basis:
        return say("交办时约定 {agreed} 分钟，昼夜连续计算。", agreed=basis["agreed"])
    if "share" in basis:
        outer = _at(datetime.fromisoformat(basis["outer"]))
        if basis["share"] == 1.0:
            return say("按上级时限 {outer} 计。", outer=outer)
        how = say("只计办公时间") if "hours" in basis else say("昼夜连续计算")
        return say(
            "按{cited}「{reason}」：到上级时限 {outer} 为止的 {share:.0%}（{how}）。",
            cited=cited,
            reason=reason,
            outer=outer,
            share=basis["share"],
            how=how,
        )
    return say(
        "按{cited}「{reason}」：{limit}，{counting}。",
        cited=cited,
        reason=reason,
        limit=in_words(basis["limit"]),
        counting=_counting(basis),
    )


def _counting(basis: Mapping[str, Any]) -> str:
    """How the limit of a basis counts."""
    text = basis["limit"]
    if text.endswith("工作日") and "紧急" not in text:
        return say("{first_day}，到最后一个工作日下班时为止", first_day=_first_day(basis))
    if text.endswith("工作时") and "紧急" not in text:
        return say("只计办公时间")
    if text.endswith(("天", "紧急工作日")):
        return say("{first_day}，节假日照计，到最后一天 24:00 为止", first_day=_first_day(basis))
    return say("昼夜连续计算，节假日照计")


def _first_day(basis: Mapping[str, Any]) -> str:
    return say("收到当日计入") if basis.get("first_day") else say("收到当日不计")


def _calendar(basis: Mapping[str, Any]) -> list[str]:
    said: list[str] = []
    if "skipped" in basis:
        said.append(say("不计：{days}。", days=[_run(*each) for each in basis["skipped"]]))
    if "hours" in basis:
        hours = together((f"{name} {hours}" for name, hours in basis["hours"]), "；")
        said.append(say("办公时间：{hours}。", hours=hours))
    if "unannounced" in basis:
        years = [say("{year} 年", year=year) for year in basis["unannounced"]]
        said.append(say("{years}的放假安排尚未公布，暂按平常周末计算；公布后会重算。", years=years))
    return said


def _cut_short(clock: Clock) -> list[str]:
    """That a limit of our own would end after the hotline's, and ends with it."""
    basis = clock.basis
    if "share" in basis or "outer" not in basis:
        return []
    outer = datetime.fromisoformat(basis["outer"])
    return [say("不晚于上级时限，按 {outer} 计。", outer=_at(outer))] if clock.due_at == outer else []


def _run(first: str, last: str, name: str) -> str:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    called = [_DAYS_OFF.get(each, each) for each in name.split("、")]
    if begin == end:
        return say("{month}月{day}日（{name}）", month=begin.month, day=begin.day, name=called)
    to = (
        say("{day}日", day=end.day)
        if end.month == begin.month
        else say("{month}月{day}日", month=end.month, day=end.day)
    )
    return say("{month}月{day}日至{to}（{name}）", month=begin.month, day=begin.day, to=to, name=called)


def _ends(clock: Clock) -> str:
    return say("因此 {at} 到期。", at=_at(clock.due_at))


def _at(at: datetime) -> str:
    """An instant in Shanghai; midnight is the end of the day before."""
    local = at.astimezone(SHANGHAI)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        day = date.fromordinal(local.toordinal() - 1)
        return f"{day:%Y-%m-%d} 24:00"
    return f"{local:%Y-%m-%d %H:%M}"
