"""Papers (文书): what stands on each printed form, from facts on record. Pure; ``reads.papers`` gathers the facts.

A paper is laid out as ruled rows of cells, whoever draws it: label and words, or a space to write by hand. What is not
on record is left empty for the pen, never made up. Of the caller only the 交办单 says anything, and that masked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from dispatch.domain.forms import RETURN_REASONS, SUPERVISION_LEVELS
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.ticket import DESK_NAMES, TYPE_NAMES, URGENCY_NAMES, State, Type, Urgency
from dispatch.domain.upward import KIND_NAMES

Facts: TypeAlias = Mapping[str, Any]


class PaperKind(StrEnum):
    """The forms there are."""

    ASSIGNMENT = "assignment"
    SUPERVISION = "supervision"
    CHASE = "chase"
    RETURN = "return"
    EXTENSION = "extension"
    TRANSFER = "transfer"
    HANDOVER = "handover"


TITLES: Mapping[PaperKind, str] = {
    PaperKind.ASSIGNMENT: "交办单",
    PaperKind.SUPERVISION: "督办单",
    PaperKind.CHASE: "催办通知书",
    PaperKind.RETURN: "退单审批表",
    PaperKind.EXTENSION: "延期审批表",
    PaperKind.TRANSFER: "对外转办单",
    PaperKind.HANDOVER: "交接班表",
}
_SIGNS: Mapping[PaperKind, str] = {
    PaperKind.ASSIGNMENT: "交",
    PaperKind.SUPERVISION: "督",
    PaperKind.CHASE: "催",
    PaperKind.RETURN: "退",
    PaperKind.EXTENSION: "延",
    PaperKind.TRANSFER: "转",
    PaperKind.HANDOVER: "班",
}
"""What stands between a ticket's number and which of its papers of this kind it is."""
CHASED = frozenset({State.DISPATCHED, State.SIGNED, State.ASSIGNED, State.IN_PROGRESS})
"""States in which somebody below the center can be chased."""
_REPLACES_NOTHING = "本单不替代系统中的办理与反馈。"
_NO_CALLER = "本单不含诉求人信息;如需与诉求人联系,请通过转办单位。答复请在期限前反馈给转办单位,由其登记。"
HANDOVER_PARTS: Mapping[str, str] = {
    "overdue": "逾期",
    "due_today": "今日到期",
    "critical": "特急",
    "above": "等上级答复",
    "promises": "答应诉求人的",
    "call_again": "要再打的电话",
    "unread": "没签收、没打开的",
}


class CellKind(StrEnum):
    """How a cell is drawn: on one line, with room for long words, empty for the pen, or to be signed."""

    LINE = "line"
    LONG = "long"
    BLANK = "blank"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Cell:
    """A label and what stands beside it."""

    label: str
    text: str
    kind: CellKind = CellKind.LINE


Rows: TypeAlias = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list on a paper: its heading, what its columns are, its lines."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A form ready to be laid out."""

    kind: PaperKind
    number: str
    unit: str
    made_at: datetime
    rows: Rows
    listings: tuple[Listing, ...] = ()
    notes: tuple[str, ...] = ()
    leads: bool = False
    """Whether it carries the code that leads to its ticket."""

    @property
    def title(self) -> str:
        """What it is called."""
        return TITLES[self.kind]


def said_at(at: datetime | None) -> str:
    """An instant as forms say it; nothing where there is none."""
    return "" if at is None else f"{at.astimezone(SHANGHAI):%Y年%m月%d日 %H:%M}"


def paper(kind: PaperKind, facts: Facts, record: Facts) -> Paper:
    """The form of a kind: ``facts`` of its ticket, ``record`` what it is about."""
    made = _BUILDERS[kind](facts, record)
    ordinal = record.get("ordinal")
    return Paper(
        kind,
        f"{facts['number']}-{_SIGNS[kind]}{ordinal or ''}",
        facts["center"],
        record.get("at") or facts["now"],
        made,
        notes=_notes(kind),
        leads=kind in (PaperKind.ASSIGNMENT, PaperKind.SUPERVISION, PaperKind.CHASE),
    )


def _notes(kind: PaperKind) -> tuple[str, ...]:
    match kind:
        case PaperKind.TRANSFER:
            return (_NO_CALLER,)
        case PaperKind.ASSIGNMENT | PaperKind.SUPERVISION | PaperKind.CHASE:
            return (_REPLACES_NOTHING,)
        case _:
            return ()


def _row(*cells: Cell | tuple[str, str]) -> tuple[Cell, ...]:
    return tuple(each if isinstance(each, Cell) else Cell(*each) for each in cells)


def _long(label: str, text: str | None) -> tuple[Cell, ...]:
    return (Cell(label, text or "", CellKind.LONG),)


def _blank(label: str) -> tuple[Cell, ...]:
    return (Cell(label, "", CellKind.BLANK),)


def _sign(*labels: str) -> tuple[Cell, ...]:
    return tuple(Cell(label, "", CellKind.SIGN) for label in labels)


def _opinion(label: str, text: str) -> tuple[Cell, ...]:
    """An opinion that is on record, else room to write and sign it."""
    return _long(label, text) if text else _sign(label)


def _joined(*parts: str | None) -> str:
    return " ".join(filter(None, parts))


def _handler(record: Facts) -> str:
    return _joined(record["unit"], record["person"], record["phone"])


def _holder(facts: Facts) -> str:
    return _joined(facts["holder"], facts["holder_person"])


def _numbers(facts: Facts) -> tuple[Cell, ...]:
    return _row(("工单编号", facts["number"]), ("热线工单号", facts["order_no"] or ""))


def _matter(facts: Facts) -> Rows:
    """What it is about, and where."""
    place = _joined(facts["address"], f"({facts['area']})" if facts["area"] else "")
    return (
        _row(("事项", facts["title"])),
        _long("诉求内容", facts["content"]),
        _row(("地点", place)),
    )


def _kinds(facts: Facts) -> Rows:
    return (
        _row(
            ("诉求类型", TYPE_NAMES[Type(facts["type"])]),
            ("紧急程度", URGENCY_NAMES[Urgency(facts["urgency"])]),
        ),
        _row(("诉求类别", (facts["category"] or "").replace("/", " › "))),
    )


def _caller(facts: Facts) -> str:
    """The caller as a handler may take them along on paper: masked; of a confidential one nothing."""
    if facts["confidential"]:
        return "保密:不得打听,须联系时由热线坐席转接"
    if not facts["has_caller"]:
        return "未留联系方式"
    masked = _joined(facts["masked_name"], facts["masked_phone"])
    return f"{masked}(完整号码扫码登录后按需显示,留有记录)"


def _assignment(facts: Facts, record: Facts) -> Rows:
    others = ";".join(_handler(each) for each in record["others"])
    return (
        _numbers(facts),
        *_kinds(facts),
        _row(("受理时间", said_at(facts["received_at"])), ("办结时限", said_at(facts["reply_due"]))),
        _row(("诉求人", _caller(facts))),
        *_matter(facts),
        _row(("主办", _handler(record))),
        _row(("协办", others)),
        _row(("内控时限", said_at(facts["inner_due"])), ("交办人", _joined(record["by"]))),
        _long("交办意见", record["note"]),
        _blank("办理情况"),
        _sign("签收(签字)", "审核(签字)"),
    )


def _supervision(facts: Facts, record: Facts) -> Rows:
    level = dict(SUPERVISION_LEVELS).get(str(record["level"]), str(record["level"]))
    answered = _joined(record["answer"], record["answered_by"], said_at(record["answered_at"]))
    return (
        _numbers(facts),
        _row(("督办级别", level), ("反馈期限", said_at(record["due_at"]))),
        _row(("被督办单位", record["asked_of"])),
        *_matter(facts),
        _row(("现由谁办理", _holder(facts)), ("办理状态", DESK_NAMES[State(facts["state"])])),
        _row(("受理时间", said_at(facts["received_at"])), ("办结时限", said_at(facts["reply_due"]))),
        _long("督办要求", record["requirement"]),
        _row(("督办人", record["asked_by"] or ""), ("督办时间", said_at(record["at"]))),
        _long("反馈情况", answered) if answered else _blank("反馈情况"),
        _sign("承办单位负责人(签字)", "督办单位(盖章)"),
    )


def _chase(facts: Facts, _record: Facts) -> Rows:
    return (
        _numbers(facts),
        _row(("送达单位", _holder(facts))),
        *_kinds(facts),
        *_matter(facts),
        _row(("受理时间", said_at(facts["received_at"])), ("办结时限", said_at(facts["reply_due"]))),
        _row(("办理状态", DESK_NAMES[State(facts["state"])]), ("已被催", f"{facts['urged']} 次")),
        _long("催办事项", _chasing(facts)),
        _blank("进展与下一步"),
        _sign("签收(签字)", "催办单位(盖章)"),
    )


def _chasing(facts: Facts) -> str:
    """What is asked for: how it stands with the limit, and what to do now."""
    due = facts["reply_due"]
    asked = "请抓紧办理并反馈进展;确有困难的,请立即说明原因。"
    if due is None:
        return f"该工单尚未办结。{asked}"
    left = due - facts["now"]
    stands = f"距办结时限还有{spoken(left)}" if left > timedelta(0) else f"已超过办结时限{spoken(-left)}"
    return f"该工单尚未办结,{stands}。{asked}"


def spoken(span: timedelta) -> str:
    """A span in days, hours and minutes, the two greatest."""
    minutes = int(span.total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        return f" {days} 天 {hours} 小时" if hours else f" {days} 天"
    return f" {hours} 小时 {rest} 分" if hours else f" {rest} 分"


def _return(facts: Facts, record: Facts) -> Rows:
    reason = dict(RETURN_REASONS).get(record["reason_code"] or "", "")
    ruled = _ruling(record)
    return (
        _numbers(facts),
        _row(("退单单位", record["unit"] or ""), ("退单人", record["person"] or "")),
        _row(("退单时间", said_at(record["at"])), ("累计退单", f"{facts['returns']} 次")),
        *_kinds(facts),
        *_matter(facts),
        _row(("退单理由", reason), ("建议承办单位", record["proposed"] or "")),
        _long("依据与说明", record["basis"]),
        _sign("退单单位负责人意见"),
        _opinion("区中心裁定", ruled),
    )


def _ruling(record: Facts) -> str:
    match record["ruled"]:
        case "grant":
            said = f"同意退单,改由{record['ruled_to']}承办。"
        case "force":
            said = "不同意退单,不得再退。"
        case _:
            return ""
    return _joined(said, record["ruled_reason"], record["ruled_by"], said_at(record["ruled_at"]))


def _extension(facts: Facts, record: Facts) -> Rows:
    signed = _joined("同意上报。", record["signed_by"], said_at(record["signed_at"]))
    answers = {"granted": "同意延期。", "refused": "不同意延期。"}
    said = answers.get(record["state"], "")
    answer = _joined(said, record["answer"], said_at(record["answered_at"])) if said else ""
    return (
        _numbers(facts),
        _row(("申请单位", facts["center"]), ("申请人", record["by"] or "")),
        _row(("申请时间", said_at(record["at"])), ("受理时间", said_at(facts["received_at"]))),
        *_matter(facts),
        _row(("现办结时限", said_at(facts["reply_due"])), ("申请延至", said_at(record["until"]))),
        _row(("延期依据", record["ground_name"])),
        _long("延期理由", record["reason"]),
        _opinion("中心负责人意见", signed if record["signed_at"] else ""),
        _opinion("上级意见", answer),
    )


def _transfer(facts: Facts, record: Facts) -> Rows:
    answered = _joined(record["answer"], said_at(record["answered_at"]))
    return (
        _row(("转给", _joined(record["body"], record["body_phone"]))),
        _row(("转办单位", _joined(record["unit"], record["unit_phone"])), ("经办人", record["by"] or "")),
        _row(("事项", facts["title"])),
        _row(("类别", (facts["category"] or "").replace("/", " › "))),
        _row(("地点", record["place"] or facts["area"])),
        _long("请协助", record["matter"]),
        _row(("转办时间", said_at(record["at"])), ("答复期限", said_at(record["due_at"]))),
        _long("答复", answered) if answered else _blank("答复"),
        _sign("接收单位(签收)", "转办单位(盖章)"),
    )


_BUILDERS: Mapping[PaperKind, Callable[[Facts, Facts], Rows]] = {
    PaperKind.ASSIGNMENT: _assignment,
    PaperKind.SUPERVISION: _supervision,
    PaperKind.CHASE: _chase,
    PaperKind.RETURN: _return,
    PaperKind.EXTENSION: _extension,
    PaperKind.TRANSFER: _transfer,
}
"""The forms of a ticket; a hand-over is of a unit."""


def handover(facts: Facts) -> Paper:
    """The sheet of a hand-over: the list the system made, the alarm, what was said, and both names."""
    confirmed = f"{facts['to_name']} {said_at(facts['confirmed_at'])} 已确认" if facts["confirmed_at"] else ""
    return Paper(
        PaperKind.HANDOVER,
        f"{facts['unit']}-{_SIGNS[PaperKind.HANDOVER]}{facts['id']}",
        facts["unit_name"],
        facts["at"],
        (
            _row(("交班人", facts["from_name"]), ("接班人", facts["to_name"])),
            _row(
                ("交班时间", said_at(facts["at"])),
                ("提示音自检", "正常" if facts["sound_heard"] else "没有听到"),
            ),
            _long("交代事项", facts["notes"] or "无"),
            _row(("接班确认", confirmed)),
            _sign("交班人(签字)", "接班人(签字)"),
        ),
        _listings(facts["items"]),
    )


def _listings(items: Mapping[str, Sequence[Facts]]) -> tuple[Listing, ...]:
    return tuple(
        Listing(
            f"{name}({len(items[part])} 件)",
            ("序号", "工单编号", "事项", "说明"),
            tuple(
                (str(at), each["number"], each["title"], _item_note(part, each["note"]))
                for at, each in enumerate(items[part], 1)
            ),
        )
        for part, name in HANDOVER_PARTS.items()
        if items.get(part)
    )


def _item_note(part: str, note: str | None) -> str:
    """What the next shift has to know: a time, the kind of a request, the state of what nobody has taken up."""
    if note is None:
        return ""
    match part:
        case "overdue" | "due_today":
            return f"{said_at(datetime.fromisoformat(note))} 到期"
        case "promises" | "call_again":
            return said_at(datetime.fromisoformat(note))
        case "above":
            return KIND_NAMES.get(note, note)
        case _:
            return DESK_NAMES.get(State(note), note)
