"""Pasted chat (微信聊天记录) read into the fields of 手工建单: name, phone, address, words. Pure; a draft, no more.

What it cannot tell it leaves to the person: everything that was said stays in the words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dispatch.domain.pasted_title import is_address, matter
from dispatch.domain.pasted_turns import LABELS, Turn, heading, is_name, is_noise, turns

_SPACES = r"[ \t\u3000]*"
_FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels}
_LABELLED = re.compile(
    rf"(?:^|(?<=[,\uff0c;\uff1b。\s]))({'|'.join(sorted(_FIELD_OF, key=len, reverse=True))}){_SPACES}[:\uff1a]{_SPACES}"
)
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)")
_NAME_BEFORE = re.compile(
    r"([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3}(?:女士|先生|阿姨|大爷|师傅))[,\uff0c、:\uff1a \t]*$"
)
_NO_NAME = re.compile("[我你他吧吗呢的请]|联系|电话|号码|微信")
_MY_NAME = re.compile(r"(我叫|我是|本人)([\u4e00-\u9fff]{2,4})(?=[,\uff0c。.;\uff1b、\s]|$)")
_ASKS_NAME = re.compile("称呼|贵姓|姓名|名字")
_ASKS_PLACE = re.compile("地址|位置|地点|在哪|哪里|哪个(?:小区|位置|地方)|几号楼")
_ANSWERS = re.compile(r"^(?:就?在|是|地址(?:是|在|:)?|位置(?:是|在|:)?|我?叫|我是|免贵)")
_EDGE = " \t\u3000,\uff0c;\uff1b。、\n"
_EMPTY = re.compile(r"[,\uff0c;\uff1b。、][ ]*+(?=[,\uff0c;\uff1b。、])")
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
    lines = [line for each in text.split("\n") if (line := each.strip())]
    chat = turns(lines)
    spoken = "\n".join(line for line in lines if heading(line) is None and not is_noise(line))
    labelled, rest = _labelled(spoken)
    phone = _digits(labelled.get("phone", "")) or _told_phone(chat) or _digits(rest)
    name = labelled.get("name") or _caller(chat) or _name(rest)
    address = labelled.get("address") or _told_address(chat)
    content = labelled.get("content") or _without(rest, phone, name)
    told = turns(content.split("\n")) if labelled else chat
    return Draft(name[:50], phone, address, content, _titled(told, content, name))


def _titled(chat: Sequence[Turn], content: str, name: str) -> str:
    """What it is about, without who says so: titles stand in every list."""
    bare = [
        Turn(each.speaker, [_PHONE.sub(" ", line) for line in each.lines], each.is_staff) for each in chat
    ]
    if told := matter(bare, name, _TITLE):
        return told.strip(_EDGE)
    line = _PHONE.sub(" ", content).replace("\n", " ")
    if name:
        line = re.sub(
            rf"(?<![^\s,\uff0c。;\uff1b、])(?:我叫|我是|本人)?{re.escape(name)}(?![^\s,\uff0c。;\uff1b、:\uff1a])",
            " ",
            line,
        )
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


def _told_phone(chat: Sequence[Turn]) -> str:
    """The first number that somebody gives who is not of the staff."""
    return next((phone for turn in chat if not turn.is_staff and (phone := _digits(turn.words))), "")


def _told_address(chat: Sequence[Turn]) -> str:
    """What was answered when the staff asked where."""
    answers = (_ANSWERS.sub("", words) for words in _answers(chat, _ASKS_PLACE))
    return next((words for words in answers if is_address(words)), "")


def _answers(chat: Sequence[Turn], asked: re.Pattern[str]) -> list[str]:
    """The parts of what is said after the staff asked for something, until they speak again."""
    said, is_asked = list[str](), False
    for turn in chat:
        if turn.is_staff:
            is_asked = asked.search(turn.words) is not None
        elif is_asked:
            said.append(turn.words)
    return [
        part.strip() for words in said for part in re.split(r"[,\uff0c。;\uff1b\n]", words) if part.strip()
    ]


def _caller(chat: Sequence[Turn]) -> str:
    """Who tells it: who says their name, who gives a number, or the first who speaks; none of the staff."""
    ours = [turn for turn in chat if not turn.is_staff]
    given = [name for turn in ours if (name := _own_name(turn.words))]
    answered = [name for part in _answers(chat, _ASKS_NAME) if is_name(name := _ANSWERS.sub("", part))]
    with_phone = [name for turn in ours if _PHONE.search(turn.words) and (name := _name(turn.words))]
    speakers = [turn.speaker for turn in ours if is_name(turn.speaker)]
    calling = [turn.speaker for turn in ours if is_name(turn.speaker) and _PHONE.search(turn.words)]
    return next(iter([*given, *answered, *with_phone, *calling, *speakers]), "")


def _own_name(text: str) -> str:
    """A name that the person gives: 我叫 …; 我是 may be followed by anything."""
    found = (each for each in _MY_NAME.finditer(text) if each[1] == "我叫" or is_name(each[2]))
    return next((each[2] for each in found), "")


def _name(text: str) -> str:
    """A name that stands beside the phone: alone on its line, or set off from the words and clearly a name."""
    phone = _PHONE.search(text)
    if phone is None:
        return ""
    line = text[: phone.start()].split("\n")[-1]
    before = _NAME_BEFORE.search(line)
    if before and line.strip(_EDGE) == before[1] and not _NO_NAME.search(before[1]):
        return before[1]
    above = text[: phone.start()].strip(_EDGE).split("\n")[-1] if not line.strip(_EDGE) else ""
    beside = (_last_word(line), text[phone.end() :].split("\n")[0].strip(_EDGE), above)
    return next((each for each in beside if is_name(each)), "")


def _last_word(line: str) -> str:
    return re.split(r"[,\uff0c;\uff1b。、:\uff1a\s]", line.strip(_EDGE + ":\uff1a"))[-1]


def _without(text: str, phone: str, name: str) -> str:
    """The words without the line that only says who calls."""
    kept = []
    for line in text.split("\n"):
        bare = _PHONE.sub("", line).strip(_EDGE)
        if phone and _PHONE.search(line) and bare in ("", name):
            continue
        kept.append(line)
    return "\n".join(kept).strip(_EDGE)
