"""An intake profile as a district edits it: what our fields are called there, what is wrong with a mapping. Pure.

Called by ``actions.profiles`` and the command line. ``profile.profile`` makes of it what pushes are read through.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dispatch.domain.messages import KINDS, LEVELS, SATISFACTION
from dispatch.domain.privacy import storable
from dispatch.domain.profile import FIELDS
from dispatch.domain.ticket import Type, Urgency
from dispatch.saying import say

LABELS: Mapping[str, str] = {
    "kind": say("推送类型"),
    "order_no": say("工单编号"),
    "repeat_of": say("重复的原工单编号"),
    "type": say("诉求类型"),
    "channel": say("来电渠道"),
    "urgency": say("紧急程度"),
    "category": say("事项分类"),
    "title": say("标题"),
    "content": say("诉求内容"),
    "address": say("诉求地址"),
    "village": say("所属村居"),
    "caller_name": say("诉求人"),
    "caller_phone": say("联系电话"),
    "caller_sex": say("性别"),
    "confidential": say("是否保密"),
    "called_at": say("来电时间"),
    "dispatched_at": say("派单时间"),
    "due_at": say("办结时限"),
    "lon": say("经度"),
    "lat": say("纬度"),
    "datum": say("坐标系"),
    "text": say("后续消息的内容"),
    "reason": say("后续消息的原因"),
    "contacted": say("是否联系"),
    "solved": say("是否解决"),
    "satisfied": say("满意度"),
    "request": say("申请编号或事项"),
    "level": say("督办级别"),
    "said_at": say("消息发出时间"),
    "status": say("清单里的工单状态"),
}
"""What our fields are called in this house."""
REQUIRED = ("order_no", "content")
"""Without a name for these, each new order would be refused."""
_FLAGS = frozenset({"confidential", "contacted", "solved"})
_CLOSED: Mapping[str, frozenset[str]] = {
    "kind": frozenset(KINDS),
    "type": frozenset(Type),
    "urgency": frozenset(Urgency),
    "level": frozenset(str(each) for each in LEVELS),
    "satisfied": SATISFACTION,
}
_FREE = frozenset({"caller_sex", "channel", "category", "village", "status", "request", "datum"})
CODED = frozenset(_CLOSED) | _FLAGS | _FREE
"""Fields in which a hotline may write codes of its own."""
MOST_NAMES, MOST_CODES, LONGEST = 20, 300, 100


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about one field of a profile; ``blocking`` keeps it from being saved."""

    field: str
    """``fields.content`` or ``values.type``."""
    says: str
    blocking: bool = True


def record_of(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping as it is kept: in the order of our fields, blanks at the ends gone, empty ones left out.

    What is no mapping at all stays as it was given, for ``faults_of`` to name.
    """
    names = {ours: _names(theirs) for ours, theirs in _part(mapping, "fields").items()}
    codes = {ours: _codes(theirs) for ours, theirs in _part(mapping, "values").items()}
    return {"fields": _ordered(names), "values": _ordered(codes)}


def _part(mapping: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = mapping.get(name)
    return part if isinstance(part, Mapping) else {}


def _names(theirs: Any) -> Any:
    if isinstance(theirs, str):
        theirs = [theirs]
    if not isinstance(theirs, Sequence):
        return theirs
    plain = [each.strip() if isinstance(each, str) else each for each in theirs]
    return [each for each in dict.fromkeys(map(_hashable, plain)) if each != ""]


def _hashable(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _codes(theirs: Any) -> Any:
    if not isinstance(theirs, Mapping):
        return theirs
    return {str(code).strip(): ours for code, ours in theirs.items() if ours != ""}


def _ordered(part: Mapping[str, Any]) -> dict[str, Any]:
    known = [each for each in FIELDS if each in part]
    return {
        each: part[each] for each in [*known, *(each for each in part if each not in FIELDS)] if part[each]
    }


def faults_of(mapping: Mapping[str, Any], is_datum: Callable[[str], bool]) -> list[Fault]:
    """Everything wrong with a mapping as ``record_of`` keeps it, and what should be looked at."""
    names, codes = mapping["fields"], mapping["values"]
    found = [fault for ours, theirs in names.items() for fault in _of_names(ours, theirs)]
    found += _twice(names)
    found += [
        Fault(f"fields.{each}", say("没有写「{each}」在热线那边叫什么，新工单都会被拒收", each=LABELS[each]))
        for each in REQUIRED
        if each not in names
    ]
    for ours, theirs in codes.items():
        found += _of_codes(ours, theirs, is_datum)
        if ours in CODED and ours not in names:
            says = say("有「{ours}」的代码对照，但没有写它在热线那边叫什么，对照用不上", ours=LABELS[ours])
            found.append(Fault(f"values.{ours}", says, blocking=False))
    return found + list(_doubts(names))


def _of_names(ours: str, theirs: Any) -> Iterator[Fault]:
    field = f"fields.{ours}"
    if ours not in LABELS:
        yield Fault(field, say("没有「{ours}」这个字段", ours=ours[:40]))
        return
    if not isinstance(theirs, list) or not all(isinstance(each, str) for each in theirs):
        yield Fault(field, say("「{ours}」应是热线那边的一个或几个字段名", ours=LABELS[ours]))
        return
    if len(theirs) > MOST_NAMES:
        yield Fault(
            field, say("「{ours}」最多 {most_names} 个字段名", ours=LABELS[ours], most_names=MOST_NAMES)
        )
    for each in theirs:
        if len(each) > LONGEST or not storable(each):
            yield Fault(
                field,
                say(
                    "「{ours}」的字段名最多 {longest} 字，不能有控制字符", ours=LABELS[ours], longest=LONGEST
                ),
            )


def _twice(names: Mapping[str, Any]) -> Iterator[Fault]:
    """A name of theirs that would stand for two fields of ours."""
    known: dict[str, str] = {}
    for ours, theirs in names.items():
        for each in theirs if isinstance(theirs, list) and ours in LABELS else ():
            first = known.setdefault(str(each), ours)
            if first != ours:
                says = say(
                    "「{each}」已经是「{first}」，不能又是「{ours}」",
                    each=str(each)[:40],
                    first=LABELS[first],
                    ours=LABELS[ours],
                )
                yield Fault(f"fields.{ours}", says)


def _of_codes(ours: str, theirs: Any, is_datum: Callable[[str], bool]) -> Iterator[Fault]:
    field = f"values.{ours}"
    if ours not in CODED:
        yield Fault(field, say("「{field}」没有代码可以对照", field=LABELS.get(ours, ours[:40])))
        return
    if not isinstance(theirs, Mapping):
        yield Fault(field, say("「{ours}」应是热线代码与本系统代码的对照", ours=LABELS[ours]))
        return
    if len(theirs) > MOST_CODES:
        yield Fault(
            field, say("「{ours}」最多 {most_codes} 个代码", ours=LABELS[ours], most_codes=MOST_CODES)
        )
    for code, meant in theirs.items():
        wrong = _wrong(ours, code, meant, is_datum)
        if wrong:
            yield Fault(field, wrong)


def _wrong(ours: str, code: str, meant: Any, is_datum: Callable[[str], bool]) -> str | None:
    label = LABELS[ours]
    if not code or len(code) > LONGEST or not storable(code):
        return say("「{label}」的热线代码要写 1 到 {longest} 字", label=label, longest=LONGEST)
    if ours in _FLAGS:
        return (
            None
            if isinstance(meant, bool)
            else say("「{label}」的「{code}」只能对照为是或否", label=label, code=code)
        )
    if not isinstance(meant, str) or len(meant) > LONGEST or not storable(meant):
        return say(
            "「{label}」的「{code}」要对照为 1 到 {longest} 字", label=label, code=code, longest=LONGEST
        )
    if ours in _CLOSED and meant not in _CLOSED[ours]:
        return say(
            "「{label}」的「{code}」对照为「{meant}」，本系统没有；可用：{listed}",
            label=label,
            code=code,
            meant=meant[:40],
            listed=sorted(_CLOSED[ours]),
        )
    if ours == "datum" and not is_datum(meant):
        return say("坐标系「{code}」对照为「{meant}」，本系统不认识", code=code, meant=meant[:40])
    return None


def _doubts(names: Mapping[str, Any]) -> Iterator[Fault]:
    """What may be meant, and seldom is."""
    if "kind" not in names:
        yield Fault(
            "fields.kind", say("没有「推送类型」：每条推送都按新工单收，催办、撤单等认不出来"), blocking=False
        )
    if "caller_phone" not in names:
        yield Fault(
            "fields.caller_phone", say("没有「联系电话」：不能回拨，也不能按号码查单"), blocking=False
        )
    if "address" not in names and not {"lon", "lat"} <= set(names):
        yield Fault("fields.address", say("没有「诉求地址」也没有坐标：工单只能靠内容定位"), blocking=False)
    if ("lon" in names) != ("lat" in names):
        yield Fault("fields.lon", say("经度和纬度要成对，单独一个用不上"), blocking=False)


def changed(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What differs between two mappings, field by field, as lines for the record: before and after."""
    was, now = _lines(before), _lines(after)
    differing = [each for each in {**was, **now} if was.get(each) != now.get(each)]
    return ({each: was.get(each, []) for each in differing}, {each: now.get(each, []) for each in differing})


def _lines(mapping: Mapping[str, Any]) -> dict[str, list[str]]:
    """``fields.content`` → 诉求内容, 来电内容; ``values.type`` → 投诉=complaint, … in their order."""
    names = {f"fields.{ours}": list(theirs) for ours, theirs in _part(mapping, "fields").items()}
    codes = {
        f"values.{ours}": sorted(f"{code}={_meant(meant)}" for code, meant in theirs.items())
        for ours, theirs in _part(mapping, "values").items()
    }
    return names | codes


def _meant(meant: Any) -> str:
    return {True: "true", False: "false"}[meant] if isinstance(meant, bool) else str(meant)
