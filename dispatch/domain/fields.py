"""Reads the fields of a command as people or machines sent them: present, of their kind, within bounds, scrubbed."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dispatch.domain.commands import Command
from dispatch.domain.forms import FIELDS, Field
from dispatch.domain.moments import YEARS
from dispatch.domain.privacy import personal, scrub, storable
from dispatch.errors import BadInput
from dispatch.saying import say, together

LONGEST = {"text": 200, "long_text": 5_000}
_LARGEST = 2**31 - 1
"""The largest number a unit, a person or an assignment may have on the wire."""
_DEGREES = {"lon": ("经度", 180), "lat": ("纬度", 90)}
_NUMBER = re.compile(r"[0-9A-Za-z_-]{1,64}")
_DATUMS = frozenset({"wgs84", "cgcs2000", "gcj02", "bd09"})


def read(command: Command, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a command, checked and scrubbed.

    Raises:
        BadInput: a field is missing, of the wrong kind, or too long; names the field.
    """
    known = {each.name: each for each in FIELDS.get(command, ())}
    for name in given:
        if name not in known:
            raise BadInput(say("「{name}」不是这一步的内容，请去掉。", name=name), field=name)
    checked = {name: _value(each, given.get(name)) for name, each in known.items() if _is_asked(each, given)}
    return {name: value for name, value in checked.items() if value is not None}


def machine_fields(command: Command, given: Mapping[str, Any]) -> dict[str, Any]:
    """Fields that a program of ours composed: present where they have to be, their words scrubbed."""
    for each in FIELDS.get(command, ()):
        if each.required and _is_asked(each, given) and not given.get(each.name):
            raise BadInput(say("缺少「{label}」。", label=each.label), field=each.name)
    return {name: scrub(value) if isinstance(value, str) else value for name, value in given.items()}


def _is_asked(field: Field, given: Mapping[str, Any]) -> bool:
    """Whether a field is asked for beside what the others say."""
    return field.when is None or given.get(field.when[0]) in field.when[1]


def _value(field: Field, value: Any) -> Any:
    if value is None or value == "" or value == []:
        if field.required:
            raise BadInput(say("请填写「{label}」。", label=field.label), field=field.name)
        return None
    return (_leaving if field.leaves else _READERS[field.kind])(field, value)


def _text(field: Field, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadInput(say("「{label}」应是文字。", label=field.label), field=field.name)
    if not storable(value):
        raise BadInput(say("「{label}」含有无法保存的字符，请删去。", label=field.label), field=field.name)
    if len(value) > LONGEST[field.kind]:
        raise BadInput(
            say(
                "「{label}」最多 {longest} 字，现有 {count} 字。",
                label=field.label,
                longest=LONGEST[field.kind],
                count=len(value),
            ),
            field=field.name,
        )
    return scrub(value.strip())


def _reply(field: Field, value: Any) -> str:
    """A public reply as it was typed: what must not be in it is refused with its place, not masked in silence."""
    _text(replace(field, kind="long_text"), value)
    return str(value).strip()


def _leaving(field: Field, value: Any) -> str:
    """Words for somebody outside the house, as they were typed."""
    _text(field, value)
    said = str(value).strip()
    refuse_personal(said, field.name, field.label)
    return said


def refuse_personal(said: str, name: str, label: str, caller: str | None = None) -> None:
    """Refuse words that leave the house and hold personal data, or the caller's name where it is known.

    Raises:
        BadInput: says where it stands and what it is.
    """
    found = [
        say(
            "第 {start} 个字起是{what}「{words}」",
            start=each.start + 1,
            what=each.what,
            words=said[each.start : each.end],
        )
        for each in personal(said, caller)
    ]
    if found:
        raise BadInput(
            say(
                "「{label}」要发到系统外，不能含个人信息：{found}。请删去后再提交。",
                label=label,
                found=together(found, "；"),
            ),
            field=name,
        )


def _moment(field: Field, value: Any) -> datetime:
    """An instant: ISO 8601 with its zone."""
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadInput(say("「{label}」应是日期和时间。", label=field.label), field=field.name) from None
    if at.tzinfo is None:
        raise BadInput(say("「{label}」要带时区。", label=field.label), field=field.name)
    if at.year not in YEARS:
        raise BadInput(say("「{label}」的年份不对，请核对。", label=field.label), field=field.name)
    return at


def _pick(field: Field, value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST["text"] or not storable(value):
        raise BadInput(say("「{label}」请从列表中选择。", label=field.label), field=field.name)
    return value


def _order_no(field: Field, value: Any) -> str:
    """A number of the hotline's: not scrubbed, so nothing but letters, digits and strokes."""
    if not isinstance(value, str) or not _NUMBER.fullmatch(value.strip()):
        raise BadInput(
            say("「{label}」应是热线工单号：字母、数字和横线。", label=field.label), field=field.name
        )
    return value.strip()


def _choice(field: Field, value: Any) -> str:
    if not isinstance(value, str) or value not in {code for code, _ in field.choices}:
        offered = [label for _, label in field.choices]
        raise BadInput(
            say("「{label}」请从这些中选：{offered}。", label=field.label, offered=offered), field=field.name
        )
    return value


def _whole(field: Field, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
        raise BadInput(say("「{label}」应是编号，请从列表中选择。", label=field.label), field=field.name)
    return value


def _number(field: Field, value: Any) -> float | int:
    # Not isfinite(), which fails at a whole number that no float holds.
    if isinstance(value, bool) or not isinstance(value, int | float) or not -math.inf < value < math.inf:
        raise BadInput(say("「{label}」应是数字。", label=field.label), field=field.name)
    least, most = field.between or (-math.inf, math.inf)
    if not least <= value <= most:
        raise BadInput(
            say("「{label}」应在 {least} 到 {most} 之间。", label=field.label, least=least, most=most),
            field=field.name,
        )
    return value


def _handler(field: Field, value: Any) -> dict[str, int | None]:
    if not isinstance(value, Mapping):
        raise BadInput(say("请选择「{label}」的单位或人员。", label=field.label), field=field.name)
    person = value.get("person")
    return {
        "unit": _whole(field, value.get("unit")),
        "person": None if person is None else _whole(field, person),
    }


def _handlers(field: Field, value: Any) -> list[dict[str, int | None]]:
    if not isinstance(value, list) or len(value) > 20:
        raise BadInput(say("「{label}」最多 20 个。", label=field.label), field=field.name)
    return [_handler(field, each) for each in value]


def _point(field: Field, value: Any) -> dict[str, Any]:
    """lon, lat in degrees of a datum: WGS 84 where none is named."""
    if not isinstance(value, Mapping):
        raise BadInput(say("请在地图上选点，或选一个候选位置。"), field=field.name)
    datum = "wgs84" if value.get("datum") is None else value["datum"]
    if not isinstance(datum, str) or datum not in _DATUMS:
        raise BadInput(say("坐标系请用其中之一：{datums}。", datums=sorted(_DATUMS)), field=field.name)
    return {"lon": _degrees(field, value, "lon"), "lat": _degrees(field, value, "lat"), "datum": datum}


def _degrees(field: Field, point: Mapping[str, Any], name: str) -> float | int:
    label, most = _DEGREES[name]
    return _number(replace(field, label=label, between=(-most, most)), point.get(name))


def _date(field: Field, value: Any) -> str:
    """A day: ISO 8601, of the calendar."""
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise BadInput(
            say("「{label}」应是日期，如 2026-11-30。", label=field.label), field=field.name
        ) from None


def _ticket(field: Field, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
        raise BadInput(say("「{label}」请选择一张工单。", label=field.label), field=field.name)
    return value


_READERS = {
    "text": _text,
    "long_text": _text,
    "reply": _reply,
    "moment": _moment,
    "pick": _pick,
    "category": _pick,
    "order_no": _order_no,
    "date": _date,
    "ticket": _ticket,
    "choice": _choice,
    "unit": _whole,
    "assignment": _whole,
    "number": _number,
    "handler": _handler,
    "colleague": _handler,
    "handlers": _handlers,
    "point": _point,
}
