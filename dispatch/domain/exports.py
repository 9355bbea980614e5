"""An export of a hotline's orders (Excel, CSV): which column is what, and which rows have ended there. Pure.

Columns are known by the names of the hotline's own profile, else by what exports usually call them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dispatch.domain import cells as cells_of
from dispatch.domain.messages import Fault, Message, Refusal, parse
from dispatch.domain.moments import moment_of
from dispatch.domain.privacy import mask_name, scrub
from dispatch.domain.profile import Profile
from dispatch.saying import say

LABELS: Mapping[str, str] = {
    "order_no": say("工单编号"),
    "content": say("诉求内容"),
    "title": say("标题"),
    "type": say("诉求类型"),
    "channel": say("来源渠道"),
    "urgency": say("紧急程度"),
    "category": say("问题分类"),
    "address": say("事发地址"),
    "village": say("村（社区）"),
    "caller_name": say("诉求人"),
    "caller_phone": say("联系电话"),
    "caller_sex": say("性别"),
    "confidential": say("是否保密"),
    "called_at": say("来电时间"),
    "dispatched_at": say("派单时间"),
    "due_at": say("办结时限"),
    "lon": say("经度"),
    "lat": say("纬度"),
    "state": say("工单状态"),
    "ended_at": say("办结时间"),
    "reply": say("办理结果"),
}
"""Fields of ours that a column may hold, as the mapping page calls them."""
REQUIRED = ("order_no", "content")
LACKING = say("缺少这一项")
"""Of a row in a file, which is not pushed again."""
OURS = ("state", "ended_at", "reply")
"""Fields that a push does not have."""
_TIMES = frozenset({"called_at", "dispatched_at", "due_at"})
_NUMBERS = frozenset({"order_no", "caller_phone", "lon", "lat"})
_USUAL: Mapping[str, tuple[str, ...]] = {
    "order_no": ("12345工单编号", "工单号", "热线工单号", "受理编号", "编号", "诉求编号", "单号"),
    "content": ("内容", "工单内容", "诉求描述", "问题描述", "反映内容", "来电内容"),
    "title": ("工单标题", "诉求标题", "主题"),
    "type": ("工单类型", "类型", "诉求性质"),
    "channel": ("渠道", "诉求来源", "受理渠道", "来源"),
    "urgency": ("紧急等级", "优先级"),
    "category": ("诉求分类", "归口分类", "分类", "问题类别", "事项分类"),
    "address": ("诉求地址", "地址", "发生地址", "事发地点", "地点"),
    "village": ("村居", "社区", "所属社区", "村社区"),
    "caller_name": ("来电人", "姓名", "联系人", "诉求人姓名", "市民姓名"),
    "caller_phone": ("来电号码", "电话", "手机号", "手机", "联系方式", "诉求人电话"),
    "caller_sex": ("诉求人性别",),
    "confidential": ("保密", "保密标识"),
    "called_at": ("受理时间", "诉求时间", "登记时间", "创建时间"),
    "dispatched_at": ("转派时间", "交办时间", "下派时间"),
    "due_at": ("截止时间", "到期时间", "办理时限", "要求办结时间"),
    "lon": ("lng", "longitude", "x坐标"),
    "lat": ("latitude", "y坐标"),
    "state": ("状态", "办理状态", "当前状态", "处理状态"),
    "ended_at": ("结案时间", "完成时间", "归档时间", "办结日期"),
    "reply": ("处理结果", "回复内容", "答复内容", "办理情况", "答复"),
}
_ENDED = re.compile(
    r"已(?:办结|结案|归档|完成|关闭|回访|评价)|办结|结案|归档|^完成$|closed|done", re.IGNORECASE
)
_NOT = re.compile(r"未|待|逾期|超期|即将|不")


def guess(header: Sequence[str], by: Profile) -> dict[str, int]:
    """Field → number of the column that holds it; the profile's own names come first, the first of twins counts."""
    plain = [cells_of.name_of(name) for name in header]
    theirs = {cells_of.name_of(name): ours for name, ours in by.names.items()}
    found: dict[str, int] = {}
    for number, name in enumerate(plain):
        if name and theirs.get(name) in LABELS:
            found.setdefault(theirs[name], number)
    taken = set(found.values())
    for field, label in LABELS.items():
        names = [cells_of.name_of(each) for each in (label, field, *_USUAL[field])]
        column = next((plain.index(each) for each in names if each in plain), None)
        if field not in found and column is not None and column not in taken:
            found[field] = column
            taken.add(column)
    return found


def label_of(field: str, by: Profile | None = None) -> str:
    """What a field is called for people, named as ours or as the hotline names it; what we do not know as it is."""
    ours = by.names.get(field, field) if by else field
    return LABELS.get(ours, field)


def names_of(by: Profile) -> frozenset[str]:
    """Every name, in its plain form, by which a column of an export is known: a sheet with more of them is the one."""
    usual = (each for field, label in LABELS.items() for each in (label, *_USUAL[field]))
    return frozenset(cells_of.name_of(each) for each in (*by.names, *usual))


def missing(fields: Iterable[str]) -> list[str]:
    """The labels of fields that have to be there and are not."""
    known = set(fields)
    return [LABELS[each] for each in REQUIRED if each not in known]


def read_row(
    cells: Sequence[str], header: Sequence[str], columns: Mapping[str, int], by: Profile, now: datetime
) -> Message | Refusal:
    """One row as a message of the hotline; one that has ended there says when (``ended_at``)."""
    row = {
        name or f"第{number + 1}列": cell
        for number, (name, cell) in enumerate(zip(header, cells, strict=False))
    }
    ours = {
        header[number] or f"第{number + 1}列": field for field, number in columns.items() if field not in OURS
    }
    wrong = _spoilt(cells, columns)
    if wrong is not None:
        return Refusal(row, "", (wrong,))
    given = {name: _given(ours.get(name), cell) for name, cell in row.items()}
    read = parse({name: value for name, value in given.items() if value != ""}, Profile(ours, by.values))
    if isinstance(read, Refusal):
        return read
    if read.kind != "create":
        raise AssertionError("a row has no kind")
    said = {field: _cell(cells, columns, field) for field in OURS}
    ended = _ended_at(said, read, now)
    return read if ended is None else replace(read, ended_at=ended, text=said["reply"])


def _given(field: str | None, cell: str) -> str:
    """A cell as its field wants it."""
    if field in _TIMES:
        return cells_of.moment(cell)
    return cells_of.plain(cell) if field in _NUMBERS else cell


def _spoilt(cells: Sequence[str], columns: Mapping[str, int]) -> Fault | None:
    """What a spreadsheet did to a row that can no longer be read from it."""
    number = cells_of.plain(_cell(cells, columns, "order_no"))
    says = cells_of.fault_of_number(number)
    if says:
        return Fault("order_no", says)
    if not number and _cell(cells, columns, "content"):
        return Fault("order_no", say("缺少工单编号；如果这一格与上面的合并了，请取消合并、逐行填写"))
    if cells_of.has_error(_cell(cells, columns, "content")):
        return Fault("content", say("是公式错误，不是内容；请粘贴为数值后再上传"))
    return None


def faults(read: Message | Refusal) -> tuple[Fault, ...]:
    """What is wrong with a row: what refuses it, or what was passed over."""
    return read.faults if isinstance(read, Refusal) else read.warnings


def shown(cells: Sequence[str], name: int | None) -> list[str]:
    """A row for whoever says which column is what: numbers of people scrubbed, the caller's name (column) masked."""
    return [(mask_name(cell) or "") if number == name else scrub(cell) for number, cell in enumerate(cells)]


def news(read: Message, told: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """What the intake did not understand beyond what was found when the row was read: its category, its place."""
    known = {each.reason for each in read.warnings}
    return [each for each in told if each["reason"] not in known]


def has_ended(state: str) -> bool:
    """Whether a state in an export's own words means that the order has ended."""
    return bool(_ENDED.search(state)) and not _NOT.search(state)


def _ended_at(said: Mapping[str, str], read: Message, now: datetime) -> datetime | None:
    """When it ended: as the row says; one that only says that it did, when it was dispatched or called at last."""
    if said["state"] and not has_ended(said["state"]):
        return None
    at = moment_of(cells_of.moment(said["ended_at"]))
    if at is None and not said["state"]:
        return None
    return min(at or read.dispatched_at or read.called_at or now, now)


def _cell(cells: Sequence[str], columns: Mapping[str, int], field: str) -> str:
    number = columns.get(field)
    return cells[number].strip() if number is not None and number < len(cells) else ""
