"""The sheet of a hand-over (交接班表): the list the system made, the alarm, what was said, and both names. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from dispatch.domain.duty import MOST_LISTED
from dispatch.domain.papers.kinds import SIGNS, PaperKind
from dispatch.domain.papers.layout import Listing, Paper, long, row, said_at, said_soon, sign
from dispatch.domain.ticket import DESK_NAMES, State
from dispatch.domain.upward import KIND_NAMES

Facts: TypeAlias = Mapping[str, Any]
HANDOVER_PARTS: Mapping[str, str] = {
    "overdue": "逾期",
    "due_today": "今日到期",
    "critical": "特急",
    "above": "等上级答复",
    "promises": "答应诉求人的",
    "call_again": "要再打的电话",
    "unread": "没签收、没打开的",
}


def handover(facts: Facts) -> Paper:
    """The sheet of a hand-over: the list the system made, the alarm, what was said, and both names."""
    confirmed = f"{facts['to_name']} {said_at(facts['confirmed_at'])} 已确认" if facts["confirmed_at"] else ""
    return Paper(
        PaperKind.HANDOVER,
        f"{facts['unit']}-{SIGNS[PaperKind.HANDOVER]}{facts['id']}",
        facts["unit_name"],
        facts["at"],
        (
            row(("交班人", facts["from_name"]), ("接班人", facts["to_name"])),
            row(
                ("交班时间", said_at(facts["at"])),
                ("提示音自检", "正常" if facts["sound_heard"] else "没有听到"),
            ),
            long("交代事项", facts["notes"] or "无"),
            row(("接班确认", confirmed)),
            sign("交班人（签字）", "接班人（签字）"),
        ),
        _listings(facts["items"]),
    )


def _listings(items: Mapping[str, Sequence[Facts]]) -> tuple[Listing, ...]:
    return tuple(
        Listing(
            f"{name}（{_count(items[part])}）",
            ("序号", "工单编号", "事项", "说明"),
            tuple(
                (str(at), each["number"], each["title"], _item_note(part, each["note"]))
                for at, each in enumerate(items[part], 1)
            ),
        )
        for part, name in HANDOVER_PARTS.items()
        if items.get(part)
    )


def _count(listed: Sequence[Facts]) -> str:
    """How many there are; of a part that is full no more is known than that."""
    many = len(listed)
    return f"{many} 件" if many < MOST_LISTED else f"{many} 件以上，列出前 {many} 件"


def _item_note(part: str, note: str | None) -> str:
    """What the next shift has to know: a time, the kind of a request, the state of what nobody has taken up."""
    if note is None:
        return ""
    match part:
        case "overdue" | "due_today":
            return f"{said_soon(datetime.fromisoformat(note))} 到期"
        case "promises" | "call_again":
            return said_soon(datetime.fromisoformat(note))
        case "above":
            return KIND_NAMES.get(note, note)
        case _:
            return DESK_NAMES.get(State(note), note)
