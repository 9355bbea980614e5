"""Words that hold personal data, and words that can be stored: masking for screens, scrubbing of free text.

Every phone, ID and plate, each time.
"""

import re
from dataclasses import dataclass

from dispatch.saying import say

_GAP = "[-\t \u00a0\u2000-\u200b\u2010-\u2015\u202f\u205f\u2212\u3000\ufeff]{0,3}"
"""What people write between groups of digits: a few blanks and dashes of any kind, on one line."""
_START = r"(?<!\d)(?!(?:(?<=[\d)\uff09-]\*{4})|(?<=\d\*{8}))\d{4}(?!\d))"
"""Where a number may start: not within another, nor at the four digits that masking has left of one."""
_END = r"(?!\d|-\*{4}\d{4})"
"""Where a number may end: not within another, nor at the area that masking has left of one."""
_ID = re.compile(
    rf"(?<!\d)(\d{{6}}){_GAP}(?:19|20)\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{3}}[\dXx]{_END}"
    rf"|(?<!\d)(\d{{6}})(?:19|20)\d{{2}}[\dXx]{{8}}{_END}"
)
_GROUPED = (r"G\d{4}G\d{4}", r"\dG\d{3}G\d{4}", r"G\d{3}G\d{5}", r"\d{2}G\d{6}", r"(?:G\d{2}){4}")
"""The digits of a mobile number after its first three, as they are grouped."""
_MOBILE = re.compile(
    rf"{_START}(?:\+?(?:00)?86{_GAP})?(1[3-9]\d(?:{'|'.join(_GROUPED).replace('G', _GAP)})){_END}"
)
_LANDLINE = re.compile(
    rf"{_START}(0\d{{2,3}}|[(\uff08]0\d{{2,3}}[)\uff09]){_GAP}\d{{3,4}}{_GAP}(\d{{4}}){_END}"
)
_PLATE = re.compile(
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z])"
    rf"[·•]?{_GAP}(?:[A-HJ-NP-Z0-9]{{6}}(?![A-Z0-9])|[A-HJ-NP-Z0-9]{{4,5}}[学警港澳挂]|[A-HJ-NP-Z0-9]{{5}})",
    re.IGNORECASE,
)
_TELLTALE = re.compile(
    r"\d{3}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]", re.IGNORECASE
)
"""Without three digits in a row or the start of a plate, nothing of what ``scrub`` masks can be in a text."""
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_CARD = re.compile(r"(?<!\d)\d{4}(?:[- ]?\d{4}){3}(?:[- ]?\d{3})?(?!\d)")
_NO_NAME = re.compile(
    r"(?:热心)?(?:市民|群众|居民|村民|业主|网友|网民|来电人|诉求人|投诉人|举报人|反映人|当事人|匿名|保密|无名?|不详|未知)"
    r"|.{1,2}(?:先生|女士|小姐|老师|师傅|同志|大爷|大妈|阿姨|某某?)"
)
"""What a seat writes for somebody who gave no name, or as they are addressed: it names nobody."""
_FULL_WIDTH = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F) if chr(wide - 0xFEE0).isalnum()}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def scrub(text: str) -> str:
    """``text`` with every phone number, ID number and number plate masked; idempotent. Full-width signs count too."""
    narrow = text.translate(_FULL_WIDTH)
    if not _TELLTALE.search(narrow):
        return text
    numberless = _without_numbers(narrow)
    masked = _PLATE.sub(r"\1·*****", numberless)
    if masked != numberless:
        masked = _without_numbers(masked)  # one that stood right behind a plate
    return text if masked == narrow else masked


def _without_numbers(text: str) -> str:
    text = _LANDLINE.sub(_landline, text)
    text = _ID.sub(lambda found: f"{found[1] or found[2]}********" + found[0][-4:], text)
    return _MOBILE.sub(_mobile, text)


def _mobile(found: re.Match[str]) -> str:
    digits = [each for each in found[1] if each.isdigit()]
    return f"{''.join(digits[:3])}****{''.join(digits[-4:])}"


def _landline(found: re.Match[str]) -> str:
    area = found[1]
    return f"{area}{'-' if area.isdigit() else ''}****{found[2]}"


def storable(text: str) -> bool:
    """Whether PostgreSQL can keep a text: no NUL, no half of a surrogate pair."""
    return not _UNSTORABLE.search(text)


def said_again(text: str) -> str:
    """A text with a mark where something stands that PostgreSQL cannot keep."""
    return _UNSTORABLE.sub("\ufffd", text)


def mask_phone(phone: str | None) -> str | None:
    """138****5678; other numbers keep their last two digits."""
    if not phone:
        return None
    if len(phone) == 11:
        return f"{phone[:3]}****{phone[-4:]}"
    return "*" * max(len(phone) - 2, 1) + phone[-2:]


def mask_name(name: str | None) -> str | None:
    """The surname and a star: 张*."""
    return f"{name[0]}*" if name else None


@dataclass(frozen=True, slots=True)
class Personal:
    """A place in a text that names somebody: what it is, and what may stand there instead."""

    start: int
    end: int
    what: str
    masked: str


def personal(text: str, name: str | None = None) -> list[Personal]:
    """Every place of personal data in a text, in order: what ``scrub`` masks, mail, cards, a caller's name."""
    narrow = text.translate(_FULL_WIDTH)
    found: list[Personal] = []
    for what, pattern in _PATTERNS:
        for each in pattern.finditer(narrow):
            free = all(each.end() <= other.start or each.start() >= other.end for other in found)
            if free and (pattern is not _CARD or _checks(each[0])):
                found.append(Personal(each.start(), each.end(), what, _masked(each[0])))
    if name and len(name) > 1 and not _NO_NAME.fullmatch(name):
        pieces = r"[\s·•]*".join(re.escape(each) for each in name if not each.isspace())
        found += [
            Personal(each.start(), each.end(), say("诉求人姓名"), "诉求人")
            for each in re.finditer(pieces, narrow)
        ]
    return sorted(found, key=lambda each: each.start)


_PATTERNS = (
    (say("身份证号"), _ID),
    (say("手机号码"), _MOBILE),
    (say("固定电话"), _LANDLINE),
    (say("车牌号"), _PLATE),
    (say("银行卡号"), _CARD),
    (say("邮箱"), _EMAIL),
)


def _checks(number: str) -> bool:
    """Whether the digits add up as those of a card do (Luhn, ISO/IEC 7812)."""
    digits = [int(each) for each in number if each.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _masked(said: str) -> str:
    """What may stand instead: as ``scrub`` masks, else nothing but stars."""
    scrubbed = scrub(said)
    return scrubbed if scrubbed != said else "****"
