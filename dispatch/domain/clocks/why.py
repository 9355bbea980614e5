"""Why a clock falls due at this instant: sentences for the people who are held to it. Pure; asked by ``reads``."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from dispatch.domain.moments import SHANGHAI
from dispatch.domain.ticket import Clock

CLOCK_NAMES: Mapping[str, str] = {
    "place": "定位",
    "decide": "研判",
    "ruling": "裁定",
    "sign": "签收",
    "contact": "首次联系",
    "inner": "内部办理",
    "halt": "制止",
    "review": "审核",
    "signoff": "签发",
    "reply": "办结",
    "redo": "重办",
    "return": "退单窗口",
}
_BEGINS: Mapping[str, str] = {
    "place": "进入待定位",
    "decide": "进入待研判",
    "ruling": "退单",
    "sign": "派到单位",
    "contact": "派到单位",
    "inner": "交办",
    "halt": "交办",
    "review": "提交答复",
    "signoff": "审核通过",
    "reply": "热线派单;没有派单时间的,为收到工单",
    "redo": "重办",
}


def sentences(clock: Clock, reason: str, *, by_hotline: bool | None = None) -> list[str]:
    """Start, rule and version, days that do not count, office hours, pauses, the hotline's instant, the result.

    ``by_hotline``: whether the reply clock began when the hotline dispatched the ticket; None where there is no ticket.
    """
    basis = clock.basis
    begins = f"{_at(clock.started_at)}起算({_begins(clock.kind, by_hotline)})。"
    if not basis:
        return [begins, f"依据:{reason}。", _ends(clock)]
    said = [begins, _rule(clock, reason)]
    said += _calendar(basis)
    said += [f"{_at(a)}至{_at(b)}挂账,这段时间不计。" for a, b in clock.pauses]
    if clock.paused_at is not None:
        said.append(f"{_at(clock.paused_at)}起挂账,暂停计时;恢复办理后顺延。")
    return [*said, _ends(clock)]


def _begins(kind: str, by_hotline: bool | None) -> str:
    if kind != "reply" or by_hotline is None:
        return _BEGINS[kind]
    return "热线派单" if by_hotline else "收到工单"


def _rule(clock: Clock, reason: str) -> str:
    basis = clock.basis
    cited = f"时限规则第 {basis['version']} 版第 {basis['rule']} 条" if "rule" in basis else ""
    if "agreed" in basis:
        return f"交办时约定 {basis['agreed']} 分钟,昼夜连续计算。"
    if "outer" in basis:
        outer = _at(datetime.fromisoformat(basis["outer"]))
        if basis["share"] == 1.0:
            return f"按上级时限 {outer} 计。"
        how = "只计办公时间" if "hours" in basis else "昼夜连续计算"
        return f"按{cited}「{reason}」:到上级时限 {outer} 为止的 {basis['share']:.0%}({how})。"
    return f"按{cited}「{reason}」:{basis['limit']},{_counting(basis)}。"


def _counting(basis: Mapping[str, Any]) -> str:
    """How the limit of a basis counts."""
    text = basis["limit"]
    if text.endswith("工作日") and "紧急" not in text:
        return f"{_first_day(basis)},到最后一个工作日下班时为止"
    if text.endswith("工作时") and "紧急" not in text:
        return "只计办公时间"
    if text.endswith(("天", "紧急工作日")):
        return f"{_first_day(basis)},节假日照计,到最后一天 24:00 为止"
    return "昼夜连续计算,节假日照计"


def _first_day(basis: Mapping[str, Any]) -> str:
    return "收到当日计入" if basis.get("first_day") else "收到当日不计"


def _calendar(basis: Mapping[str, Any]) -> list[str]:
    said = []
    if "skipped" in basis:
        said.append("不计:" + "、".join(_run(*each) for each in basis["skipped"]) + "。")
    if "hours" in basis:
        said.append("办公时间:" + ";".join(f"{name} {hours}" for name, hours in basis["hours"]) + "。")
    if "unannounced" in basis:
        years = "、".join(f"{year} 年" for year in basis["unannounced"])
        said.append(f"{years}的放假安排尚未公布,暂按平常周末计算;公布后会重算。")
    return said


def _run(first: str, last: str, name: str) -> str:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if begin == end:
        return f"{begin.month}月{begin.day}日({name})"
    to = f"{end.day}日" if end.month == begin.month else f"{end.month}月{end.day}日"
    return f"{begin.month}月{begin.day}日至{to}({name})"


def _ends(clock: Clock) -> str:
    return f"因此 {_at(clock.due_at)} 到期。"


def _at(at: datetime) -> str:
    """An instant in Shanghai; midnight is the end of the day before."""
    local = at.astimezone(SHANGHAI)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        day = date.fromordinal(local.toordinal() - 1)
        return f"{day:%Y-%m-%d} 24:00"
    return f"{local:%Y-%m-%d %H:%M}"
