"""What a draft of an intake profile would make of messages that were pushed, beside the profile in force. Pure.

Nothing personal comes out of it: names and numbers are masked, of words only their length is told, and so of whatever
the profile in force reads as something personal, however a draft misplaces it.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.messages import Fault, Message, Refusal, parse, quoted
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.privacy import mask_name, mask_phone, said_again, scrub
from dispatch.domain.profile import Profile
from dispatch.saying import say

MOST_LISTED = 50
MOST_REASONS = 40
_PLAIN = (
    *("kind", "order_no", "type", "channel", "urgency", "category", "title", "content", "address", "village"),
    *(
        "confidential",
        "called_at",
        "dispatched_at",
        "due_at",
        "lon",
        "lat",
        "datum",
        "text",
        "request",
        "level",
    ),
    *("said_at", "repeat_of"),
)
_WORDS = frozenset({"title", "content", "address", "text", "reason", "request"})
_POINT = frozenset({"lon", "lat"})
_PERSONAL = _WORDS | _POINT | {"order_no", "repeat_of", "caller_name", "caller_phone"}
_LONGEST = 20
"""Signs of a code: what is longer is somebody's words."""
_QUOTED = re.compile("「[^」]*」")
_LONG_QUOTED = re.compile(f"「[^」]{{{_LONGEST + 1},}}」")
UNKNOWN = "unknown"
"""Stands among the fields for names of theirs that nobody has said the meaning of."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """A message as it came: from whom, when, and the item itself."""

    source: str
    at: datetime
    raw: object


def reread(pushed: Sequence[Pushed], former: Profile, proposed: Profile) -> dict[str, Any]:
    """How many messages would be read the same, otherwise, refused or taken now; by field, by reason, and which."""
    verdicts: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    reasons: Counter[tuple[str, str, str]] = Counter()
    unknown: Counter[str] = Counter()
    listed: list[dict[str, Any]] = []
    for each in pushed:
        was, now = parse(each.raw, former), parse(each.raw, proposed)
        rows = _rows(each.raw, was, now, former, proposed)
        verdict = _verdict(was, now, rows)
        verdicts[verdict] += 1
        verdicts["still_refused"] += isinstance(was, Refusal) and isinstance(now, Refusal)
        fields.update(row["field"] for row in rows)
        reasons.update(_reasons(each.raw, now, proposed, former))
        unknown.update(_unread(each.raw, proposed))
        if verdict != "same" and len(listed) < MOST_LISTED:
            listed.append(_line(each, verdict, was, now, rows, (former, proposed)))
    return {
        "asked": len(pushed),
        **{name: verdicts[name] for name in ("same", "different", "refused", "accepted", "still_refused")},
        "fields": [{"field": field, "items": items} for field, items in fields.most_common()],
        "reasons": [
            {"level": level, "field": field, "says": says, "items": items}
            for (level, field, says), items in reasons.most_common(MOST_REASONS)
        ],
        "unknown": [{"name": name, "items": items} for name, items in unknown.most_common(MOST_REASONS)],
        "listed": listed,
    }


def _verdict(was: Message | Refusal, now: Message | Refusal, rows: Sequence[Mapping[str, Any]]) -> str:
    match was, now:
        case Message(), Refusal():
            return "refused"
        case Refusal(), Message():
            return "accepted"
        case Refusal(), Refusal():
            return "same" if was.faults == now.faults else "different"
        case _:
            return "different" if rows else "same"


def _told(read: Message | Refusal) -> dict[str, Any]:
    """What a message says, field by field; nothing of one that is refused."""
    if isinstance(read, Refusal):
        return {}
    plain = {name: getattr(read, name) for name in _PLAIN}
    caller = {f"caller_{name}": value for name, value in read.caller.items()}
    named = {**plain, **caller, **read.result, UNKNOWN: "、".join(sorted(_names(read)))}
    return {name: value for name, value in named.items() if value not in (None, "")}


def _unread(raw: object, by: Profile) -> list[str]:
    """Names of theirs that a profile does not know, also of a message it refuses."""
    return [quoted(name) for name in raw if name not in by.names] if isinstance(raw, Mapping) else []


def _names(read: Message | Refusal) -> list[str]:
    return [] if isinstance(read, Refusal) else [quoted(name) for name in read.unknown]


def _rows(
    raw: object, was: Message | Refusal, now: Message | Refusal, former: Profile, proposed: Profile
) -> list[dict[str, Any]]:
    """The fields that differ, each with the name it was read from and what was read; of a refusal there are none."""
    if isinstance(was, Refusal) or isinstance(now, Refusal):
        return []
    before, after = _told(was), _told(now)
    return [
        {
            "field": field,
            "former": _side(raw, field, before.get(field), former, former),
            "proposed": _side(raw, field, after.get(field), proposed, former),
        }
        for field in {**before, **after}
        if before.get(field) != after.get(field)
    ]


def _side(raw: object, field: str, value: Any, by: Profile, former: Profile) -> dict[str, Any]:
    name = by.called(field, raw)
    given = field != UNKNOWN and isinstance(raw, Mapping) and name in raw
    fit = value is None or not given or _is_fit(name, field, former)
    return {"name": quoted(name) if given else None, "shows": shown(field, value) if fit else _length(value)}


def _is_fit(name: str, field: str, former: Profile) -> bool:
    """Whether what stands under a name of theirs may be shown as a field: it is that one, or nothing personal."""
    known = former.names.get(name)
    return known == field or known not in _PERSONAL or {known, field} <= _POINT


def shown(field: str, value: Any) -> str | None:
    """A value fit to be looked at by whoever keeps the profile: codes and times whole, of a person next to nothing."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.2f}"
    if field in _MASKS:
        return _MASKS[field](str(value))
    if field in _WORDS or (field != UNKNOWN and len(str(value)) > _LONGEST):
        return _length(value)
    return said_again(scrub(str(value)))


def _length(value: Any) -> str:
    return say("{count} 字", count=len(str(value)))


def _tail(number: str) -> str:
    return f"…{quoted(number[-4:])}"


_MASKS: Mapping[str, Callable[[str], str | None]] = {
    "caller_name": mask_name,
    "caller_phone": mask_phone,
    "order_no": _tail,
}


def _reasons(raw: object, now: Message | Refusal, by: Profile, former: Profile) -> list[tuple[str, str, str]]:
    """Why the draft refuses a message, or doubts a field of it."""
    level, faults = ("refused", now.faults) if isinstance(now, Refusal) else ("doubted", now.warnings)
    return [(level, *_said(fault, raw, by, former)) for fault in faults]


def _said(fault: Fault, raw: object, by: Profile, former: Profile) -> tuple[str, str]:
    """The hotline's name of a field and what is wrong with it; what it quotes stays out unless it may be shown."""
    if not fault.field:
        return "", fault.reason
    name = by.called(fault.field, raw)
    kept = _LONG_QUOTED if _is_fit(name, fault.field, former) else _QUOTED
    return quoted(name), kept.sub("「…」", fault.reason)


def _line(
    each: Pushed,
    verdict: str,
    was: Message | Refusal,
    now: Message | Refusal,
    rows: list[dict[str, Any]],
    by: tuple[Profile, Profile],
) -> dict[str, Any]:
    fit = _is_fit(by[1].called("order_no", each.raw), "order_no", by[0])
    order = was.order_no or (now.order_no if fit else "")
    return {
        "at": each.at.isoformat(),
        "source": each.source,
        "order": _tail(order) if order else None,
        "verdict": verdict,
        "former_errors": _faults(each.raw, was, by[0], by[0]),
        "errors": _faults(each.raw, now, by[1], by[0]),
        "rows": rows,
    }


def _faults(raw: object, read: Message | Refusal, by: Profile, former: Profile) -> list[dict[str, str]]:
    faults = read.faults if isinstance(read, Refusal) else ()
    told = [_said(fault, raw, by, former) for fault in faults]
    return [{"field": name, "says": says} for name, says in told]
