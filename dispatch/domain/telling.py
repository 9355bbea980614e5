"""When whom is told, and how: quiet hours, the daily cap, what follows an unopened message, the critical escalation.

Pure: instants come in as UTC, quiet hours are the clock on the wall in China. Read by ``actions.telling`` and by the
jobs that send; the figures are a district's own (``Limits``).
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, time, timedelta, timezone
from enum import StrEnum
from string import Formatter
from typing import Any

from dispatch.domain.ticket import Urgency
from dispatch.errors import BadInput
from dispatch.saying import say

CHINA = timezone(timedelta(hours=8))


class Kind(StrEnum):
    """How a message travels: 短信, 语音电话, 政务微信."""

    SMS = "sms"
    VOICE = "voice"
    WECOM = "wecom"


class Template(StrEnum):
    """What a message is about; its words are a district's own."""

    ASSIGNED = "assigned"
    SENT_BACK = "sent_back"
    URGED = "urged"
    RESUMED = "resumed"
    UNOPENED = "unopened"
    BUNDLE = "bundle"
    CRITICAL = "critical"


PLACEHOLDERS: Mapping[Template, frozenset[str]] = {
    Template.ASSIGNED: frozenset({"number", "category", "urgency", "unit", "due", "link"}),
    Template.SENT_BACK: frozenset({"number", "category", "urgency", "unit", "due", "link"}),
    Template.URGED: frozenset({"number", "category", "urgency", "unit", "due", "link"}),
    Template.RESUMED: frozenset({"number", "category", "urgency", "unit", "due", "link"}),
    Template.UNOPENED: frozenset({"number", "category", "urgency", "unit", "due"}),
    Template.BUNDLE: frozenset({"count", "link"}),
    Template.CRITICAL: frozenset({"number", "category", "unit", "minutes", "link"}),
}
"""What the words of a message may name: nothing of the caller, whose data leave by no gateway."""


FIRST = frozenset({Template.ASSIGNED, Template.SENT_BACK, Template.URGED, Template.RESUMED})
"""Messages that say what is to be done: each is looked after until its receiver has opened it."""


class Step(StrEnum):
    """Who is told next that nobody signs a critical ticket: 值班员, 带班领导, 区中心."""

    OPERATOR = "operator"
    LEADER = "leader"
    DISTRICT = "district"


DAYS: Mapping[str, tuple[int, int, int]] = {
    "keep_days": (180, 3_650, 180),
    "grievance_days": (30, 3_650, 365),
    "one_time_days": (1, 90, 14),
}
"""Least, most, and what holds until it is set: how long messages are kept, which say who was told of what and when, a
log of six months at the least (GB/T 22239); how long 投诉建议 are after their answer; how long a one-time password
opens."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a district sets about telling people; minutes, but for the times of day, the cap and the days."""

    first_kind: Kind
    unopened_minutes: int
    call_minutes: int
    quiet_from: time
    quiet_until: time
    daily_cap: int
    bundle_minutes: int
    operator_minutes: int
    leader_minutes: int
    district_minutes: int
    keep_days: int
    grievance_days: int
    one_time_days: int

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> "Limits":
        """Limits from their stored or posted form.

        Raises:
            BadInput: a value is missing or makes no sense; names the field and says what is possible.
        """
        if given.get("first_kind") not in (Kind.SMS, Kind.WECOM):
            raise BadInput(say("首次通知只能用短信或政务微信。"), field="first_kind")
        minutes = {name: _whole(given, name) for name in _WHOLE}
        if not minutes["operator_minutes"] < minutes["leader_minutes"] < minutes["district_minutes"]:
            raise BadInput(say("特急升级要一级比一级晚：值班员、带班领导、区中心。"), field="leader_minutes")
        quiet_from, quiet_until = _clock(given, "quiet_from"), _clock(given, "quiet_until")
        days = {
            name: _whole({name: usual, **given}, name, least, most)
            for name, (least, most, usual) in DAYS.items()
        }
        return cls(
            Kind(given["first_kind"]),
            quiet_from=quiet_from,
            quiet_until=quiet_until,
            **days,
            **minutes,
        )

    def to_dict(self) -> dict[str, Any]:
        """As it is stored and shown."""
        told = asdict(self)
        return told | {
            name: value.strftime("%H:%M") for name, value in told.items() if isinstance(value, time)
        }

    @property
    def steps(self) -> tuple[tuple[Step, timedelta], ...]:
        """The steps of an escalation, each with how long nobody may have signed."""
        return (
            (Step.OPERATOR, timedelta(minutes=self.operator_minutes)),
            (Step.LEADER, timedelta(minutes=self.leader_minutes)),
            (Step.DISTRICT, timedelta(minutes=self.district_minutes)),
        )


_WHOLE = (*(each.name for each in fields(Limits) if each.name.endswith("_minutes")), "daily_cap")
_MOST = 24 * 60


def _whole(given: Mapping[str, Any], name: str, least: int = 1, most: int = _MOST) -> int:
    value = given.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadInput(say("请填 {least} 到 {most} 的整数。", least=least, most=most), field=name)
    return value


def _clock(given: Mapping[str, Any], name: str) -> time:
    try:
        return time.fromisoformat(str(given.get(name)))
    except ValueError as error:
        raise BadInput(say("请按 22:00 的样子填写时间。"), field=name) from error


def passes(urgency: Urgency) -> bool:
    """Whether a message goes out whatever the hour and however many there were: 紧急 and 特急."""
    return urgency is not Urgency.NORMAL


def quiet_end(limits: Limits, now: datetime) -> datetime | None:
    """When the quiet hours end in which ``now`` lies, or None outside of them."""
    here = now.astimezone(CHINA)
    start, end = limits.quiet_from, limits.quiet_until
    if start == end:
        return None
    at = here.time()
    within = start <= at < end if start < end else at >= start or at < end
    if not within:
        return None
    day = here.date() + timedelta(days=1 if at >= end else 0)
    return datetime.combine(day, end, CHINA).astimezone(now.tzinfo)


def day_start(now: datetime) -> datetime:
    """Midnight in China before ``now``: from when the day's messages count."""
    here = now.astimezone(CHINA)
    return here.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True)
class Sending:
    """What becomes of a message that is due: sent now, ``until`` later, or bundled with the rest of the day."""

    until: datetime | None = None
    bundled: bool = False


def sending(limits: Limits, urgency: Urgency, template: Template, sent_today: int, now: datetime) -> Sending:
    """Whether a due message goes out now. Quiet hours come first: what waits for the morning counts there."""
    if passes(urgency):
        return Sending()
    end = quiet_end(limits, now)
    if end is not None:
        return Sending(until=end)
    return Sending(bundled=template is not Template.BUNDLE and sent_today >= limits.daily_cap)


def due_steps(
    limits: Limits, started_at: datetime, taken: Collection[str], now: datetime
) -> tuple[Step, ...]:
    """The steps of an escalation that are due and were not taken, in order."""
    return tuple(step for step, after in limits.steps if started_at + after <= now and step not in taken)


def words_of(template: Template, words: str, params: Mapping[str, Any]) -> str:
    """The words of a message with what they name."""
    return words.format(**{name: params.get(name, "") for name in PLACEHOLDERS[template]})


def check_words(template: Template, words: str) -> None:
    """Refuse words that name what there is not, or that a message of their kind must have.

    Raises:
        BadInput: says which name, and which there are.
    """
    known = PLACEHOLDERS[template]
    try:
        named = [part[1:] for part in Formatter().parse(words) if part[1] is not None]
    except ValueError:
        named = [("", "", None)]
    if any(name not in known or form or turned for name, form, turned in named):
        listed = [f"{{{name}}}" for name in sorted(known)]
        raise BadInput(say("花括号里只能用：{listed}。", listed=listed), field="words")
    if "link" in known and "link" not in {name for name, _, _ in named}:
        raise BadInput(say("短信里要有链接 {link}，收件人才能点开办理。"), field="words")
