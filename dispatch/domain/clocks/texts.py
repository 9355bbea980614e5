"""Limit texts as they stand in standards: ``2紧急工作时制止,4小时`` → limits, and back. Pure.

The units are those of 数字化城市管理 standards and hotline rules: 紧急 means that nights and holidays count, 制止
that the harm has to be halted by then, which is a limit of its own and comes before the other.
"""

import re
import unicodedata

from dispatch.domain.clocks.limits import Limit, Limits, LimitUnit
from dispatch.errors import BadInput
from dispatch.saying import say

_UNITS: dict[str, tuple[LimitUnit, bool]] = {
    "分钟": (LimitUnit.MINUTES, False),
    "小时": (LimitUnit.HOURS, False),
    "紧急工作小时": (LimitUnit.WORKING_HOURS, True),
    "紧急工作时": (LimitUnit.WORKING_HOURS, True),
    "工作小时": (LimitUnit.WORKING_HOURS, False),
    "工作时": (LimitUnit.WORKING_HOURS, False),
    "紧急工作日": (LimitUnit.WORKING_DAYS, True),
    "工作日": (LimitUnit.WORKING_DAYS, False),
    "工作天": (LimitUnit.WORKING_DAYS, False),
    "自然日": (LimitUnit.NATURAL_DAYS, False),
    "日历日": (LimitUnit.NATURAL_DAYS, False),
    "天": (LimitUnit.NATURAL_DAYS, False),
    "日": (LimitUnit.NATURAL_DAYS, False),
    "分": (LimitUnit.MINUTES, False),
    "时": (LimitUnit.HOURS, False),
}
_WRITTEN: dict[tuple[LimitUnit, bool], str] = {
    (LimitUnit.MINUTES, False): "分钟",
    (LimitUnit.HOURS, False): "小时",
    (LimitUnit.WORKING_HOURS, False): "工作时",
    (LimitUnit.WORKING_HOURS, True): "紧急工作时",
    (LimitUnit.WORKING_DAYS, False): "工作日",
    (LimitUnit.WORKING_DAYS, True): "紧急工作日",
    (LimitUnit.NATURAL_DAYS, False): "天",
}
_MOST: dict[LimitUnit, int] = {
    LimitUnit.MINUTES: 60 * 24 * 366,
    LimitUnit.HOURS: 24 * 366,
    LimitUnit.WORKING_HOURS: 24 * 366,
    LimitUnit.WORKING_DAYS: 250,
    LimitUnit.NATURAL_DAYS: 366,
}
"""A limit beyond a year is a slip of the keyboard."""
_HALF = {"半": 0.5}
_DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_PART = re.compile(
    r"(?P<amount>\d{1,9}(?:\.\d{1,9})?|[零一二两三四五六七八九十]{1,3}|半)个?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?:内|以内)?(?P<halt>制止)?(?:内|以内)?"
)
_COMMAS = str.maketrans("、;", ",,")
EXAMPLES = "「4小时」「3天」「5个工作日」「30分钟」「2紧急工作时」「2紧急工作时制止，4小时」"


def read(text: str, field: str = "limit") -> Limits:
    """The limits a text states.

    Raises:
        BadInput: it cannot be read, or states what cannot be; says what, and how it may be written.
    """
    said = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(_COMMAS))
    if not said:
        raise BadInput(say("请写时限，如{examples}。", examples=EXAMPLES), field=field)
    main: Limit | None = None
    halt: Limit | None = None
    for part in said.split(","):
        limit, halts = _part(part, field)
        if halts and halt is None:
            halt = limit
        elif not halts and main is None:
            main = limit
        else:
            raise BadInput(
                say(
                    "「{said}」写了两个{what}时限，只能写一个。",
                    said=said[:30],
                    what=say("制止") if halts else say("办结"),
                ),
                field=field,
            )
    return Limits(main, halt)


def _part(part: str, field: str) -> tuple[Limit, bool]:
    found = _PART.fullmatch(part)
    if found is None:
        raise BadInput(
            say("看不懂时限「{part}」，请写成{examples}。", part=part[:30], examples=EXAMPLES), field=field
        )
    unit, urgent = _UNITS[found["unit"]]
    amount, unit = _whole(_number(found["amount"], part, field), unit, urgent, part, field)
    if not 1 <= amount <= _MOST[unit]:
        raise BadInput(say("时限「{part}」应在 1 到 {most} 之间。", part=part, most=_MOST[unit]), field=field)
    return Limit(amount, unit, urgent), found["halt"] is not None


def _number(written: str, part: str, field: str) -> float:
    if written in _HALF:
        return _HALF[written]
    if written[0].isdigit():
        return float(written)
    tens, ten, ones = written.partition("十")
    if (ten and len(tens) > 1) or len(ones) > 1 or ones == "十" or (not ten and len(tens) != 1):
        raise BadInput(say("看不懂「{part}」里的数字，请用阿拉伯数字。", part=part), field=field)
    if not ten:
        return float(_DIGITS[tens])
    return float((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))


def _whole(amount: float, unit: LimitUnit, urgent: bool, part: str, field: str) -> tuple[int, LimitUnit]:
    """Parts of an hour become minutes; nothing else may be a part."""
    if amount == int(amount):
        return int(amount), unit
    minutes = amount * 60
    if unit is not LimitUnit.HOURS or urgent or minutes != int(minutes):
        raise BadInput(say("「{part}」不能是小数，请换成更小的单位。", part=part), field=field)
    return int(minutes), LimitUnit.MINUTES


def write(limits: Limits) -> str:
    """The text of limits, the earlier one first; ``read`` takes it back."""
    halt = "" if limits.halt is None else f"{written(limits.halt)}制止"
    main = "" if limits.main is None else written(limits.main)
    return "，".join(part for part in (halt, main) if part)


def written(limit: Limit) -> str:
    """One limit as a standard writes it."""
    return f"{limit.amount}{_WRITTEN[limit.unit, limit.urgent]}"


def in_words(text: str) -> str:
    """A limit that ``written`` wrote, so that it can be told in other languages; any other text as it is."""
    found = re.fullmatch(r"(\d+)(\D+)", text)
    amount, unit = found.groups() if found else (text, "")
    match unit:
        case "分钟":
            return say("{amount}分钟", amount=amount)
        case "小时":
            return say("{amount}小时", amount=amount)
        case "工作时":
            return say("{amount}工作时", amount=amount)
        case "紧急工作时":
            return say("{amount}紧急工作时", amount=amount)
        case "工作日":
            return say("{amount}工作日", amount=amount)
        case "紧急工作日":
            return say("{amount}紧急工作日", amount=amount)
        case "天":
            return say("{amount}天", amount=amount)
    return text
