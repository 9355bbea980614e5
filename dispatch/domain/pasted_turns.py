"""Pasted chat taken apart: who says what, and who of them is of the staff. Pure.

Chats come with a heading before each message (name and time, as WeChat and QQ copy several), with the name before the
words on the same line, or with nothing. Nicknames are known by what stands around them: a line of their own, a second
line, a chat of others, or a greeting behind them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

LABELS = {
    "name": ("诉求人", "联系人", "姓名", "来电人", "反映人", "称呼"),
    "phone": ("联系电话", "联系方式", "手机号码", "手机号", "手机", "电话"),
    "address": ("事发地址", "详细地址", "事发地点", "地址", "地点", "位置", "住址"),
    "content": ("诉求内容", "反映内容", "反映问题", "诉求", "内容", "问题", "事由"),
}
_OTHER_HEADS = (
    "时间|情况|说明|备注|补充|原因|要求|标题|来源|日期|编号|类别|类型"
    "|高度|宽度|面积|马路|方向|金额|单位|结果|建议"
)
_HEADS = frozenset((*_OTHER_HEADS.split("|"), *(label for labels in LABELS.values() for label in labels)))
"""What stands before a colon and is nobody."""
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石贾韦夏付邹熊孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵万钱严武戴莫孔向汤方金倪殷施柏庞洪季"
    "樊鲍俞翟葛颜芦骆阮章凌祝岳耿兰覃祁卜涂尤卞邢申焦安常乔齐康易温牛"
)
_SURNAME = f"(?:欧阳|司马|上官|诸葛|皇甫|尉迟|夏侯|[{_SURNAMES}])"
_KIN = "女士|先生|小姐|大姐|大哥|阿姨|大妈|大爷|大叔|师傅|老师|奶奶|爷爷|姐|哥|叔|婶|姨"
_NAME = re.compile(rf"{_SURNAME}[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,3}}(?:{_KIN})")
_PLACES_END = "上下里口路边门前后内外旁处"
_STAFF = re.compile(
    r"员$|^(?:客服|值班|接线|话务|网格员|物业|12345)|(?:客服|中心|热线|值班室|坐席|座席|居委会|村委会|物业|书记)$"
)
_STAFF_SAYS = re.compile(
    r"有什么可以帮|怎么称呼|您贵姓|请问(?:您|你)?的?(?:具体)?(?:电话|地址|位置|姓名|名字)|请(?:您|你)?提供"
    r"|已(?:经)?(?:为您|帮您)?(?:登记|记录|派单|受理|转)|(?:马上|立即|尽快|这就)(?:为您|给您|帮您)?(?:安排|派|转|联系)"
)
_BLANKS = re.compile(r"[ \t\u3000]+")
"""Narrowed to one before a line is taken for a heading: several patterns of blanks in a row would try every split."""
TIME = (
    r"(?:(?:\d{4}[-/年])?\d{1,2}[-/月]\d{1,2}日?)? ?(?:星期[一二三四五六日]|昨天|今天)? ?"
    r"(?:凌晨|早上|上午|中午|下午|晚上)? ?\d{1,2}:\d{2}(?::\d{2})?"
)
_WHO = r"[^\n:\uff1a,\uff0c。;\uff1b!\uff01?\uff1f「」]{1,20}"
_HEADING = re.compile(rf"^({_WHO}?)(?:\(\d+\))? {TIME} ?[:\uff1a]?$")
_TIME_FIRST = re.compile(rf"^{TIME} ({_WHO}?) ?[:\uff1a]?$")
_TIME_ALONE = re.compile(rf"^[-—–\s]*{TIME}[-—–\s]*$")
_ALONE = re.compile(rf"^({_WHO})[:\uff1a]$")
_INLINE = re.compile(rf"^({_WHO}?)( \d{{1,2}}:\d{{2}}(?::\d{{2}})?)? ?[:\uff1a](?!//) ?(\S.*)$")
_NOISE = re.compile(
    r"^\[(?:图片|视频|语音|表情|动画表情|文件|位置|链接|小程序|聊天记录)\][^\n]*$|^[-—– ]{5,}$"
    r"|^(?:以下为新消息|以上是打招呼的内容|.{0,22}撤回了一条消息|.{1,24}加入了群聊|.{0,22}拍了拍.{1,22})$"
)
_QUOTE = re.compile(r"^「.{1,200}」$")
_GREETS = re.compile(r"^(?:(?:你|您|大家)们?好|在吗|在不在|有人吗|喂|我家|我是|我叫|我们?想?反映)")
_INTRODUCES = re.compile("如下|以下|问题|情况|事项|[有是]")
"""In a line with a colon at its end that is no name."""


@dataclass(slots=True)
class Turn:
    """What one of them says in a row; speaker: empty where nobody is named."""

    speaker: str = ""
    lines: list[str] = field(default_factory=list)
    is_staff: bool = False

    @property
    def words(self) -> str:
        """All of it."""
        return "\n".join(self.lines)


def is_name(text: str) -> bool:
    """Whether it is what somebody is called, and no nickname."""
    return _NAME.fullmatch(text) is not None and text[-1] not in _PLACES_END


def heading(line: str) -> str | None:
    """Whom a line names that only says who speaks, and when; empty where it only says when; None of other lines."""
    plain = _BLANKS.sub(" ", line)
    if _TIME_ALONE.match(plain):
        return ""
    found = _HEADING.match(plain) or _TIME_FIRST.match(plain)
    return found[1].strip() if found else None


def is_noise(line: str) -> bool:
    """Whether a program wrote it: a picture's mark, somebody's joining."""
    return _NOISE.match(line) is not None


def turns(lines: Sequence[str]) -> list[Turn]:
    """The turns of a chat, each of them with words; lines have no blanks around them."""
    plain = [_BLANKS.sub(" ", line) for line in lines]
    speakers, found = _speakers(plain), [Turn()]
    for line in plain:
        who, words = _said(line, speakers)
        if who:
            found.append(Turn(who))
        if words and not is_noise(words) and not _QUOTE.match(words):
            found[-1].lines.append(words)
    staff = {each.speaker for each in found if each.speaker and _is_of_staff(each)}
    for turn in found:
        turn.is_staff = turn.speaker in staff
    return [turn for turn in found if turn.lines]


def _is_of_staff(turn: Turn) -> bool:
    return bool(_STAFF.search(turn.speaker) or _STAFF_SAYS.search(turn.words))


def _said(line: str, speakers: frozenset[str]) -> tuple[str, str]:
    """Who begins to speak in a line, and the words in it."""
    if (head := heading(line)) is not None:
        return head, ""
    alone = _ALONE.match(line)
    if alone and alone[1].strip() in speakers:
        return alone[1].strip(), ""
    inline = _INLINE.match(line)
    if inline and inline[1].strip() in speakers:
        return inline[1].strip(), inline[3]
    return "", line


def _speakers(lines: Sequence[str]) -> frozenset[str]:
    """Everybody who says something."""
    heads = {head for line in lines if (head := heading(line))}
    return frozenset(heads | _named_alone(lines) | _named_before_words(lines))


def _named_alone(lines: Sequence[str]) -> set[str]:
    """Who stands on a line of their own, before what they say."""
    names = [found[1].strip() for line in lines if (found := _ALONE.match(line))]
    names = [name for name in names if name not in _HEADS and not _INTRODUCES.search(name)]
    times = Counter(names)
    first = lines[0][:-1].strip() if lines else ""
    is_chat = any(times[name] > 1 or name == first or _is_person(name) for name in names)
    return set(names) if is_chat else set()


def _named_before_words(lines: Sequence[str]) -> set[str]:
    """Who stands before their words; in a chat everybody does."""
    found = [(each[1].strip(), each[2], each[3]) for line in lines if (each := _INLINE.match(line))]
    said = [each for each in found if each[0] and each[0] not in _HEADS]
    times = Counter(name for name, _, _ in said)
    is_chat = any(times[name] > 1 or _is_spoken(name, at, words) for name, at, words in said)
    return set(times) if is_chat else set()


def _is_person(name: str) -> bool:
    """Whether a name is somebody's, wherever it stands: 张大姐, 值班员."""
    return re.search(f"(?:{_KIN})$", name) is not None or _STAFF.search(name) is not None


def _is_spoken(name: str, at: str | None, words: str) -> bool:
    """Whether a name before a colon is whoever says the words behind it."""
    greets = _GREETS.match(words) is not None and name[-1] not in _PLACES_END
    return _is_person(name) or (at is not None and is_name(name)) or greets
