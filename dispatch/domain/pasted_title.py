"""The title of a ticket from pasted chat: the matter itself, without who says so and where they live. Pure."""

import re
from collections.abc import Iterator, Sequence

from dispatch.domain.pasted_turns import Turn

_SHORTEST = 4
_LONGEST_ADDRESS = 40
_SENTENCE = re.compile(r"[。!?\uff01\uff1f;\uff1b\n]")
_PART = re.compile(r"[,\uff0c、]")
_ASIDE = re.compile(r"\[[\u4e00-\u9fff]{1,5}\]|@\S{1,20}(?:\s|$)")
"""A face ([微笑]) or whom a message is for."""
_GREETING = re.compile(
    r"^(?:(?:你|您|大家)们?好|在吗|在不在|有人吗|喂|麻烦问一下|请问一下|领导们?好?|同志|各位|我想?要?反映(?:一下|个问题)?)[呀啊吗哈]?"
)
_ABOUT_SPEAKER = re.compile(
    r"^(?:我|本人)(?:叫|姓|是[\u4e00-\u9fff]{2,3}$|的?(?:手机|电话|微信|号码|地址|名字))"
    r"|^(?:家?住在?$|家庭?住址|(?:我的|联系|手机|请?打我)?(?:电话|手机|号码)号?码?(?:是|:|:)?$)"
    r"|^(?:谢谢|多谢|麻烦(?:你|您)?们?了|辛苦了|好的?$|收到|嗯|是的|对的?$|免贵)"
)
_ASKED = re.compile(
    r"有什么可以帮|请(?:您|你)?(?:说|讲|提供|留)|怎么称呼|稍等|(?:电话|地址|位置|姓名)(?:是)?(?:多少|什么|哪里)"
)
_AT_HOME = re.compile(
    r"^(?:(?:我们?|本人)?(?:家里?|家庭)(?:地址|住址)?(?:是|就?住在?|在)?|(?:我们?|本人)?就?住在?|(?:地址|位置|住址)[是在]?):?"
)
_NUMBER = r"[0-9A-Za-z一二三四五六七八九十甲乙丙东西南北]{1,5}(?:-[0-9]{1,4}){0,2}"
_STEP = re.compile(
    rf"{_NUMBER}(?:号楼|号院|号|栋|幢|座|单元|楼|层|室|户|组|队|弄)|(?<=[号栋幢座元])[0-9]{{2,4}}(?:-[0-9]{{1,4}})?"
    r"|[^\W0-9的了没不坏有在下上里前后是被把漏堵响吵掉破断停,。]{1,8}?"
    r"(?:大道|路|街道|街|巷|村|社区|小区|花园|家园|新村|新城|广场|华庭|名苑|苑|庄|镇|乡|区|市|省)"
)
"""One step of an address: 黄河路, 18号, 3单元."""
_SIDE = re.compile(
    r"(?:[东南西北正后前大侧]{0,2}(?:门口?|侧|边|面)|门口|路口|交叉口|对面|附近|旁边|楼下|院内|内)$"
)


def matter(turns: Sequence[Turn], name: str, longest: int) -> str:
    """The first sentence that tells something, at most so many characters, cut at a comma; empty where none does."""
    for sentence in _sentences(turns):
        parts = [told for part in _PART.split(sentence) if (told := _told(part, name))]
        title = _fitting(parts, longest)
        if len(title) >= _SHORTEST and not all(map(is_address, parts)):
            return title
    return ""


def is_address(text: str) -> bool:
    """Whether words say where, and nothing else."""
    words = text.strip()
    rest = _SIDE.sub("", _beyond_address(words))
    return rest == "" and len(words) <= _LONGEST_ADDRESS and _SIDE.sub("", words) != ""


def _sentences(turns: Sequence[Turn]) -> Iterator[str]:
    """Sentences of everybody but the staff."""
    for turn in turns:
        if not turn.is_staff:
            found = _SENTENCE.split(_ASIDE.sub("", turn.words))
            yield from (
                each
                for each in found
                if each.strip() and not _ASKED.search(each) and each[-1] not in ":\uff1a"
            )


def _told(part: str, name: str) -> str:
    """A part of a sentence without its greeting; empty where it only says who speaks, or where they live."""
    words = _GREETING.sub("", part.strip()).strip()
    if name:
        own = rf"(?:我叫|我是|本人|叫)?{re.escape(name)}"
        words = re.sub(rf"^{own}(?=反映|来电|说)|(?<!\S){own}(?!\S)", "", words).strip()
    home = _AT_HOME.match(words)
    if home is not None:
        beyond = _beyond_address(words[home.end() :])
        if len(beyond) < len(words) - home.end():
            words = beyond.lstrip("的")
    return "" if _ABOUT_SPEAKER.search(words) else words


def _beyond_address(words: str) -> str:
    """What follows the steps of an address at the beginning; all of it where none stands there."""
    at = 0
    while at < _LONGEST_ADDRESS and (step := _STEP.match(words, at)):
        at = step.end()
    return words[at:]


def _fitting(parts: Sequence[str], longest: int) -> str:
    title = ""
    for part in parts:
        longer = f"{title}，{part}" if title else part
        if title and len(longer) > longest:
            break
        title = longer
    return title[:longest]
