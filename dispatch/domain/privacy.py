"""Words that hold personal data, and words that can be stored: masking for screens, scrubbing of free text.

Every phone, ID and plate, each time.
"""

import re

_ID = re.compile(r"(?<!\d)(\d{6})(?:19|20)\d{9}[\dXx](?!\d)|(?<!\d)(\d{6})(?:19|20)\d{2}[\dXx]{8}(?!\d)")
_MOBILE = re.compile(
    r"(?<!\d)(?:\+?(?:00)?86[- ]?)?(1[3-9]\d(?:[- ]?\d{4}[- ]?|\d[- ]?\d{3}[- ]?)\d{4})(?!\d)"
)
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3})[- ]?(\d{3,4})(\d{4})(?!\d)")
_PLATE = re.compile(
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z])"
    r"[·• ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警港澳挂]",
    re.IGNORECASE,
)
_FULL_WIDTH = {0xFF10 + at: str(at) for at in range(10)}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def scrub(text: str) -> str:
    """``text`` with every phone number, ID number and number plate masked; idempotent. Full-width digits count too."""
    narrow = text.translate(_FULL_WIDTH)
    masked = _ID.sub(lambda found: f"{found[1] or found[2]}********" + found[0][-4:], narrow)
    masked = _MOBILE.sub(lambda found: f"{found[1][:3]}****{found[1][-4:]}", masked)
    masked = _LANDLINE.sub(r"\1-****\3", masked)
    masked = _PLATE.sub(r"\1·*****", masked)
    return text if masked == narrow else masked


def storable(text: str) -> bool:
    """Whether PostgreSQL can keep a text: no NUL, no half of a surrogate pair."""
    return not _UNSTORABLE.search(text)


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
