"""What a hotline pushes, read through its profile: field names and code lists are data, unknown fields are kept.

A fault that would lose the citizen's words refuses the message and names the field; anything less (a coordinate
that is no number, a code nobody knows) is accepted with a warning. Faults name our fields: ``Profile.called`` says
what the hotline calls them.
"""

import hashlib
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dispatch.domain.moments import moment_of
from dispatch.domain.privacy import said_again, scrub, storable
from dispatch.domain.profile import Profile
from dispatch.domain.ticket import TYPE_NAMES, URGENCY_NAMES, Type, Urgency
from dispatch.saying import say

KINDS = (
    *("create", "supplement", "urge", "supervise", "withdraw", "due_changed"),
    *("request_granted", "request_refused", "callback_result", "rework", "concluded"),
)
LEVELS = range(1, 6)
"""Levels of supervision (督办)."""
LIMITS = {"order_no": 64, "title": 500, "content": 20_000, "address": 1_000, "text": 5_000, "reason": 5_000}
_ORDER = re.compile(r"[0-9A-Za-z_-]{1,64}")
_YES = frozenset({"1", "true", "yes", "是", "已联系", "已解决", "解决"})
_NO = frozenset({"0", "false", "no", "否", "未联系", "未解决", "没有解决"})
SATISFACTION = frozenset(
    {"satisfied", "mostly_satisfied", "dissatisfied"}
    | {"非常满意", "满意", "基本满意", "一般", "不满意", "非常不满意"}
)
LACKING = say("缺少这一项，请补上再推送")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of ours, and what to do."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item that cannot be taken, and why; its order number where that could be read."""

    raw: object
    """The item as it was pushed."""
    order_no: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the service understands it. Times are UTC; lon, lat as given, in ``datum`` or the channel's."""

    kind: str
    order_no: str
    type: Type
    channel: str
    urgency: Urgency
    category: str | None
    title: str
    content: str
    address: str
    village: str | None
    caller: Mapping[str, str]
    confidential: bool
    called_at: datetime | None
    dispatched_at: datetime | None
    due_at: datetime | None
    lon: float | None
    lat: float | None
    datum: str | None
    text: str
    result: Mapping[str, Any]
    unknown: Mapping[str, Any]
    digest: bytes
    raw: Mapping[str, Any]
    """The item as it was pushed; kept sealed."""
    warnings: tuple[Fault, ...] = ()
    ended_at: datetime | None = None
    """When it ended elsewhere, for a row of an export that is history; a push never says so."""
    request: str = ""
    """Which upward request it answers: our number, or what is asked for."""
    level: int | None = None
    """At which level it is supervised."""
    repeat_of: str | None = None
    """The order that a new one repeats, by the hotline's word (重复件)."""
    said_at: datetime | None = None
    """When the hotline said it, where it tells: of two words about the same, the newer one counts."""


def fields_of(item: object, by: Profile) -> Mapping[str, Any]:
    """Our fields in an item of the hotline's, its codes turned into ours; nothing where it is no object."""
    return _translate(item, by)[0] if isinstance(item, Mapping) else {}


@dataclass(slots=True)
class _Reader:
    """Collects faults and warnings while the fields are read."""

    given: dict[str, Any]
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def text(self, name: str, *, required: bool = False) -> str:
        value = self.given.get(name)
        if isinstance(value, bool | dict | list):
            self.faults.append(Fault(name, say("应是文字")))
            return ""
        words = "" if value is None else str(value).strip()
        if required and not words:
            self.faults.append(Fault(name, LACKING))
        if not storable(words):
            self.faults.append(Fault(name, say("含有无法保存的字符（NUL 或半个字符），请去掉")))
        longest = LIMITS.get(name, 200)
        if len(words) > longest:
            self.faults.append(
                Fault(
                    name, say("最多 {longest} 字，现有 {count} 字，请删减", longest=longest, count=len(words))
                )
            )
        return words

    def order(self, name: str) -> str | None:
        """Another order's number; what cannot be one is not kept, because it might be anything."""
        said = self.text(name)
        if said and not _ORDER.fullmatch(said):
            self.warnings.append(Fault(name, say("不像工单编号（字母、数字和横线，最多 64 个），没有记下")))
            return None
        return said or None

    def code(self, name: str, known: Mapping[Any, str], default: str) -> str:
        value = self.given.get(name)
        if value is None or value == "":
            return default
        if isinstance(value, str) and value in known:
            return value
        self.warnings.append(
            Fault(
                name,
                say("不认识「{value}」，按「{default}」办理", value=quoted(value), default=known[default]),
            )
        )
        return default

    def moment(self, name: str) -> datetime | None:
        value = self.given.get(name)
        if value is None or value == "":
            return None
        at = moment_of(value)
        if at is None:
            self.warnings.append(Fault(name, say("不是时间，应如 2026-11-24 08:30:00")))
        return at

    def number(self, name: str) -> float | None:
        value = self.given.get(name)
        if value is None or value == "":
            return None
        try:
            number = float("nan") if isinstance(value, bool) else float(value)
        except (TypeError, ValueError, OverflowError):
            number = float("nan")
        if not math.isfinite(number):
            self.warnings.append(Fault(name, say("坐标不是数字，按地址文字定位")))
            return None
        return number

    def flag(self, name: str) -> bool:
        value = self.given.get(name, False)
        if isinstance(value, bool):
            return value
        return str(value).strip().lower() in (*_YES, "保密")

    def yes_or_no(self, name: str) -> bool | None:
        value = self.given.get(name)
        word = "" if value is None else str(value).strip().lower()
        if not word:
            return None
        if word not in _YES and word not in _NO:
            self.warnings.append(
                Fault(name, say("看不出「{word}」是「是」还是「否」，没有记下", word=quoted(word)))
            )
            return None
        return word in _YES

    def level(self, name: str) -> int:
        said = self.text(name)
        if said in {str(each) for each in LEVELS}:
            return int(said)
        self.warnings.append(Fault(name, say("看不出「{said}」是哪一级督办，按一级记", said=quoted(said))))
        return LEVELS[0]

    def satisfaction(self, name: str) -> str | None:
        said = self.text(name)
        if said and said not in SATISFACTION:
            self.warnings.append(Fault(name, say("不认识「{said}」，按原话记下", said=quoted(said))))
        return said or None


def parse(item: object, by: Profile) -> Message | Refusal:
    """One pushed item → a message, or what refuses it."""
    if not isinstance(item, Mapping):
        return Refusal(item, "", (Fault("", say("每一条应是一个 JSON 对象")),))
    given, unknown = _translate(item, by)
    read = _Reader(given)
    kind = str(given.get("kind") or "create")
    if kind not in KINDS:
        return refusal(item, by, _unheard(kind, by))
    message = (
        _create(read, kind, unknown, item) if kind == "create" else _follow_up(read, kind, unknown, item)
    )
    return refusal(item, by, *read.faults) if read.faults else message


def refusal(item: object, by: Profile, *faults: Fault) -> Refusal:
    """The refusal of an item; it names the order wherever the number can be read and said again."""
    given = _translate(item, by)[0].get("order_no") if isinstance(item, Mapping) else None
    number = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    is_sound = storable(number) and len(number) <= LIMITS["order_no"]
    return Refusal(item, number if is_sound else "", faults)


def _unheard(kind: str, by: Profile) -> Fault:
    return Fault(
        "kind",
        say("不认识「{kind}」，可用：{listed}", kind=quoted(kind), listed=[*by.codes("kind", KINDS)]),
    )


def quoted(value: object) -> str:
    """The beginning of what was sent, fit to be said again: without personal data, and such that it can be stored."""
    return said_again(scrub(str(value))[:40])


def _translate(item: Mapping[Any, Any], by: Profile) -> tuple[dict[str, Any], dict[str, Any]]:
    given: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for name, value in item.items():
        ours = by.names.get(name)
        if ours is None:
            unknown[str(name)] = value
            continue
        codes = by.values.get(ours)
        given[ours] = codes.get(value, value) if codes and isinstance(value, str) else value
    return given, unknown


def digest(item: object) -> bytes:
    """SHA-256 over the parsed item in canonical form: equal content, equal digest."""
    return hashlib.sha256(
        json.dumps(item, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")
    ).digest()


def _create(read: _Reader, kind: str, unknown: Mapping[str, Any], item: Mapping[Any, Any]) -> Message:
    content = read.text("content", required=True)
    caller = {name: read.text(f"caller_{name}") for name in ("name", "phone", "sex")}
    type_ = Type(read.code("type", TYPE_NAMES, Type.HELP))
    return Message(
        kind=kind,
        order_no=read.text("order_no", required=True),
        type=type_,
        channel=read.text("channel") or "12345",
        urgency=Urgency(read.code("urgency", URGENCY_NAMES, Urgency.NORMAL)),
        category=read.text("category") or None,
        title=read.text("title") or scrub(content)[:30],
        content=content,
        address=read.text("address"),
        village=read.text("village") or None,
        caller={name: value for name, value in caller.items() if value},
        confidential=read.flag("confidential") or type_ is Type.REPORT,
        called_at=read.moment("called_at"),
        dispatched_at=read.moment("dispatched_at"),
        due_at=read.moment("due_at"),
        lon=read.number("lon"),
        lat=read.number("lat"),
        datum=read.text("datum") or None,
        repeat_of=read.order("repeat_of"),
        text="",
        result={},
        unknown=unknown,
        digest=digest(item),
        raw=item,
        warnings=tuple(read.warnings),
    )


def _follow_up(read: _Reader, kind: str, unknown: Mapping[str, Any], item: Mapping[Any, Any]) -> Message:
    order_no = read.text("order_no", required=True)
    text = read.text("text") or read.text("reason") or read.text("content")
    if kind == "supplement" and not text and not read.faults:
        read.faults.append(Fault("text", LACKING))
    due_at = read.moment("due_at")
    if kind == "due_changed" and due_at is None:
        read.faults.append(Fault("due_at", say("缺少新的办结时限，应如 2026-11-24 08:30:00")))
    return Message(
        kind=kind,
        order_no=order_no,
        type=Type.HELP,
        channel="12345",
        urgency=Urgency.NORMAL,
        category=None,
        title="",
        content="",
        address="",
        village=None,
        caller={},
        confidential=False,
        called_at=None,
        dispatched_at=None,
        due_at=due_at,
        lon=None,
        lat=None,
        datum=None,
        text=text,
        result=_result(read) if kind == "callback_result" else {},
        unknown=unknown,
        digest=digest(item),
        raw=item,
        request=read.text("request"),
        level=read.level("level") if kind == "supervise" else None,
        said_at=read.moment("said_at"),
        warnings=tuple(read.warnings),
    )


def _result(read: _Reader) -> dict[str, Any]:
    """What the city's call-back heard."""
    found: dict[str, Any] = {name: read.yes_or_no(name) for name in ("contacted", "solved")}
    return {**found, "satisfied": read.satisfaction("satisfied")}


def unhappy(result: Mapping[str, Any]) -> bool:
    """Whether a call-back asks for the work to be done again."""
    said = str(result.get("satisfied") or "")
    return result.get("solved") is False or "不满意" in said or "dissatisfied" in said
