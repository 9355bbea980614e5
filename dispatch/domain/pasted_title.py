"""The title of a ticket from pasted chat: the matter itself, without who says so. Pure."""

import re

_SHORTEST = 4
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石贾韦夏付邹熊孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵万钱严武戴莫孔向汤"
)
_KIN = "女士|先生|小姐|大姐|大哥|阿姨|大妈|大爷|大叔|师傅|老师|奶奶|爷爷|姐|哥|叔|婶|姨"
_AT = r" \d{1,2}:\d{2}(?::\d{2})?"
_SPEAKER = re.compile(
    rf"^(?:([\u4e00-\u9fff]{{1,3}}(?:{_KIN})|(?:值班|接线|工作|话务)员|客服)(?:{_AT})?"
    rf"|([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}){_AT}) ?[::]"
)
"""Who says a line: 张大姐: …; a bare name only with its time, since 高度: and 马路: begin like names."""
_STAFF = re.compile(r"员$|^客服$")
_SENTENCE = re.compile(r"[。!?!?;;\n]")
_PART = re.compile(r"[,,、]")
_GREETING = re.compile(r"^(?:(?:你|您|大家)好|在吗|在不在|喂|麻烦问一下|请问一下|领导好?|同志)[呀啊吗哈]?")
_ABOUT_SPEAKER = re.compile(
    r"^(?:我|本人)(?:叫|姓|是[\u4e00-\u9fff]{2,3}$|家?住|家(?:在|地址)|的?(?:手机|电话|微信|号码|地址|名字))"
    r"|^(?:家?住在?|家庭?住址|(?:我的|联系|手机|请?打我)?(?:电话|手机|号码)号?码?(?:是|:|:)?$)"
    r"|^(?:谢谢|多谢|麻烦(?:你|您)?们?了|辛苦了|好的|收到|嗯)"
)
_ASKED = re.compile(
    r"有什么可以帮|请(?:您|你)?(?:说|讲|提供|留)|怎么称呼|稍等|(?:电话|地址|位置|姓名)(?:是)?(?:多少|什么|哪里)"
)


def without_speaker(line: str) -> tuple[str, str]:
    """Who says this line, if it says so, and what is said."""
    found = _SPEAKER.match(line)
    return (found[1] or found[2], line[found.end() :].strip()) if found else ("", line)


def speaker_of(text: str) -> str:
    """The first who speaks and is not of the staff."""
    names = (without_speaker(line)[0] for line in text.split("\n"))
    return next((name for name in names if name and not _STAFF.search(name)), "")


def matter(text: str, longest: int) -> str:
    """The first sentence that tells something, at most so many characters, cut at a comma; empty where none does."""
    for sentence in _sentences(text):
        parts = [part for part in map(_told, _PART.split(sentence)) if part]
        title = _fitting(parts, longest)
        if len(title) >= _SHORTEST:
            return title
    return ""


def _sentences(text: str) -> list[str]:
    """Sentences of everybody but the staff."""
    said: list[str] = []
    is_staff = False
    for line in text.split("\n"):
        name, words = without_speaker(line.strip())
        if name:
            is_staff = _STAFF.search(name) is not None
        if not is_staff:
            said += [each for each in _SENTENCE.split(words) if each and not _ASKED.search(each)]
    return said


def _told(part: str) -> str:
    """A part of a sentence without its greeting; empty where it only says who speaks."""
    words = _GREETING.sub("", part.strip()).strip()
    return "" if _ABOUT_SPEAKER.search(words) else words


def _fitting(parts: list[str], longest: int) -> str:
    title = ""
    for part in parts:
        longer = f"{title},{part}" if title else part
        if title and len(longer) > longest:
            break
        title = longer
    return title[:longest]
