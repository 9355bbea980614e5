"""Pasted chat (微信聊天记录) read into the fields of 手工建单: name, phone, address, words. Pure; a draft, no more.

What it cannot tell it leaves to the person: everything that was said stays in the words.
"""

import re
from dataclasses import dataclass

from dispatch.domain.pasted_title import matter, speaker_of

_SPACES = r"[ \t\u3000]*"
_LABELS = {
    "name": ("诉求人", "联系人", "姓名", "来电人", "反映人", "称呼"),
    "phone": ("联系电话", "联系方式", "手机号码", "手机号", "手机", "电话"),
    "address": ("事发地址", "详细地址", "事发地点", "地址", "地点", "位置", "住址"),
    "content": ("诉求内容", "反映内容", "反映问题", "诉求", "内容", "问题", "事由"),
}
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels}
_LABELLED = re.compile(
    rf"(?:^|(?<=[,,;;。\s]))({'|'.join(sorted(_FIELD_OF, key=len, reverse=True))}){_SPACES}[::]{_SPACES}"
)
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)")
_TIME = (
    r"(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?)?[ \t]*(?:星期[一二三四五六日]|昨天|今天)?[ \t]*"
    r"(?:凌晨|早上|上午|中午|下午|晚上)?[ \t]*\d{1,2}:\d{2}(?::\d{2})?"
)
_BLANKS = re.compile(r"[ \t]+")
"""Narrowed to one before a line is taken for a heading: several patterns of blanks in a row would try every split."""
_SAID_BY = re.compile(rf"^[^\n::]{{1,20}}[ \t]+{_TIME}[ \t]*[::]?[ \t]*$|^[-—–\s]*{_TIME}[-—–\s]*$")
_SPOKEN = re.compile(rf"^([^\n::\d]{{1,20}})[ \t]+{_TIME}[ \t]*[::]?[ \t]*$")
_NOISE = re.compile(
    r"^\[(?:图片|视频|语音|表情|动画表情|文件|位置)\][^\n]*$|^(?:以下为新消息|你撤回了一条消息|撤回了一条消息)$"
)
_NAME_BEFORE = re.compile(
    r"([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3}(?:女士|先生|阿姨|大爷|师傅))[,,、:: \t]*$"
)
_MY_NAME = re.compile(r"(?:我叫|我是|本人)([\u4e00-\u9fff]{2,3})(?=[,,。.;;、\s]|$)")
_EDGE = " \t\u3000,,;;。、\n"
_EMPTY = re.compile(r"[,,;;。、][ ]*+(?=[,,;;。、])")
"""A mark with nothing behind it but the next one."""
_TITLE = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found; an empty text where nothing was."""

    name: str
    phone: str
    address: str
    content: str
    title: str


def read(pasted: str) -> Draft:
    """The fields in a pasted text; words that belong to no other field are the content."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").strip()
    lines = [line.strip() for line in text.split("\n")]
    heads = {line: _BLANKS.sub(" ", line) for line in lines}
    speaker = next((found[1].strip() for head in heads.values() if (found := _SPOKEN.match(head))), "")
    spoken = "\n".join(
        line for line in lines if line and not _SAID_BY.match(heads[line]) and not _NOISE.match(line)
    )
    labelled, rest = _labelled(spoken)
    phone = _digits(labelled.get("phone", "")) or _digits(rest)
    name = labelled.get("name") or _name(rest) or (speaker if _is_name(speaker) else "") or speaker_of(rest)
    content = labelled.get("content") or _without(rest, phone, name)
    return Draft(name[:50], phone, labelled.get("address", ""), content, _titled(content, name))


def _titled(content: str, name: str) -> str:
    """What it is about, without who says so: titles stand in every list."""
    bare = _PHONE.sub(" ", content)
    if told := matter(bare, _TITLE):
        return told.replace(name, "").strip(_EDGE) if name else told
    line = bare.replace("\n", " ")
    if name:
        line = re.sub(rf"(?:我叫|我是|本人)?{re.escape(name)}", " ", line)
    return _EMPTY.sub("", line).strip(_EDGE)[:_TITLE]


def _labelled(text: str) -> tuple[dict[str, str], str]:
    """Parts that say what they are, and everything before the first of them."""
    found = list(_LABELLED.finditer(text))
    parts: dict[str, str] = {}
    for number, label in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        field, said = _FIELD_OF[label[1]], text[label.end() : end]
        if field != "content":
            said, *more = said.split("\n", 1)
            tail = more[0].strip(_EDGE) if more else ""
            if tail:
                parts["rest"] = "\n".join(filter(None, (parts.get("rest"), tail)))
        parts.setdefault(field, said.strip(_EDGE))
    before = text[: found[0].start()].strip(_EDGE) if found else text
    return parts, "\n".join(filter(None, (before, parts.pop("rest", ""))))


def _digits(text: str) -> str:
    found = _PHONE.search(text)
    return re.sub(r"[- ]", "", found[1]) if found else ""


def _name(text: str) -> str:
    """A name that stands right before the phone, or that the person gives."""
    said = _MY_NAME.search(text)
    if said:
        return said[1]
    phone = _PHONE.search(text)
    if phone is None:
        return ""
    line = text[: phone.start()].split("\n")[-1]
    before = _NAME_BEFORE.search(line)
    return before[1] if before and line.strip(_EDGE) == before[1] else ""


def _is_name(text: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text) is not None


def _without(text: str, phone: str, name: str) -> str:
    """The words without the line that only says who calls."""
    kept = []
    for line in text.split("\n"):
        bare = _PHONE.sub("", line).strip(_EDGE)
        if phone and _PHONE.search(line) and bare in ("", name):
            continue
        kept.append(line)
    return "\n".join(kept).strip(_EDGE)
