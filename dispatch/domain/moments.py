"""Instants as other systems and people write them, and the zone they mean. Pure; wherever a time is read or told."""

import re
from datetime import UTC, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
YEARS = range(1900, 2900)
"""Years of instants that are meant: others are slips or stand for never, and nothing could be reckoned from them."""
_LOOSE = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:\uff1a时点](?:(\d{1,2})(?:[:\uff1a分](\d{1,2})秒?|分)?)?)?"
)
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})")


def moment_of(value: object) -> datetime | None:
    """An instant as hotlines and their tables write it, in UTC; without a zone it is Shanghai's. None where it is none.

    ``2026-11-24 08:30:00``, ``2026/1/4 8:30``, ``2026年1月4日8时30分``, ``20261124083000``.
    """
    words = str(value).strip()
    try:
        at = _loose(words) or datetime.fromisoformat(words.replace("/", "-"))
        told = (at if at.tzinfo else at.replace(tzinfo=SHANGHAI)).astimezone(UTC)
        return told if told.year in YEARS else None
    except (ValueError, OverflowError):
        return None


def _loose(words: str) -> datetime | None:
    """A time written as people do, without a zone."""
    found = _LOOSE.fullmatch(words) or _RUN.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    return datetime(year, month, day, hour, minute, second, tzinfo=SHANGHAI)
