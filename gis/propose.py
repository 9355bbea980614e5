"""What an operator's correction teaches: another name of a place, proposed from the words nobody had understood.

Used by the service after a person placed a ticket; a second person decides. It would rather propose nothing: a word
counts only when it has the form of a name (小李庄, 二毛家园), stands where a name stands, and belongs to something at
the picked point. Pure: the places around that point are handed in.

Words of an address are taken apart at whatever names, numbers, relations (旁边) and ordinary words they hold; what is
left and ends like a hamlet or an estate may be a name. Of prose only what stands behind 位于, 家住 and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final, NamedTuple

from gis.address import normalise
from gis.ellipsoid import metres_between
from gis.gazetteer import Gazetteer, Place
from gis.geocode import Locator
from gis.match import Query
from gis.names import STRONGEST, AliasKind
from gis.spans import Mention, Scan, scan
from gis.spelling import spelled

NEAR_M: Final = 150.0
"""How far from the picked point an estate or a point of interest may lie to be what was meant."""
_SETTLED_M: Final = 50.0
_OFFICIAL: Final = frozenset(STRONGEST[: STRONGEST.index("natural")])
_LONGEST: Final = 8
_MOST_SAID: Final = 5
_SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任"
    "姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞"
    "章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁"
    "隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁仲嵇"
)  # fmt: skip
_HAMLET: Final = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,3}}?庄"
    rf"|[大小前后东西南北中新老上下]?[{_SURNAMES}](?:[{_SURNAMES}]|家|老|大|小)?[圩墩湾洼荡寨宅郢岗堆渡营集村园])"
)
_ESTATE: Final = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:小区|花园|家园|佳园|嘉园|公寓|新村|花苑|雅苑|名苑|华府|华庭|名邸|公馆|名城)"
)
_INTEREST: Final = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:超市|医院|卫生院|卫生室|小学|中学|学校|幼儿园|菜场|市场|农贸市场|酒店|饭店|宾馆|商场|广场|大厦|公司|厂)"
)
_NO_NAMES: Final = re.compile(
    r"[本该我全村田山农饭钱茶布坐端前后东西南北中这那某各]庄|[公校田农果梅桂花]园|[全成包时连简单关强古]村|[时收全文成关单]集|经营|强渡|"
    r"(?:安置|[拆回动]迁|住宅|居民|商住|封闭|开放|老旧|[无有]物业|[这那各某])小区|(?:后|大|老|小|街心|中心)花园|"
    r"(?:青年|学生|单身|人才|农民|商务|住宅|老年)公寓|(?:社会主义|农民|移民|[拆动]迁|安置)新村"
)
_VAGUE: Final = re.compile(r"|某.*|(?:附近|大型|本地|当地|农贸|批发|综合|大|小|老|新|旧)")
_GENERAL: Final = re.compile(r"小区|社区|居委|村委|公司|学校|花园|公寓|超市|市场")
_BREAKS: Final = re.compile(
    r"我们|咱们|你们|他们|我家|他家|她家|家里|家住|住在|居住|位于|坐落|地址|地点|附近|旁边|对面|隔壁|门口|门前|门外|后面|前面|里面|"
    r"外面|上面|下面|[东西南北里外两]侧|[东西南北][边面头]|(?<=[村庄])[头口部内里上]|路[口边上]|河边|桥头|这边|那边|这个|那个|一个|几个|"
    r"有人|有个|反映|来电|市民|居民|村民|群众|业主|住户|希望|要求|请求|处理|解决|没有|一直|已经|经常|因为|由于|整个|所有|每个|"
    r"[的了着过们我你您他她它是被把给吗呢吧很都也就又还再请此该某各每等号栋组户楼室单元]|[^\u4e00-\u9fff]"
)
_SAID_TO_BE: Final = re.compile(r"(?:位于|坐落[于在]|家住在?|住在|地址[是为在]|地点[是为在]|发生在)")


class Said(NamedTuple):
    """A ticket's words, scrubbed of personal data."""

    address: str
    title: str
    content: str


class Proposal(NamedTuple):
    """Another name for a place; `why` says in Chinese what it rests on."""

    place: Place
    name: str
    kind: AliasKind
    why: str


class _Word(NamedTuple):
    """A word that has the form of a name, in a normalised text."""

    text: str
    form: str


def propose(said: Said, lon: float, lat: float, near: Sequence[Place], locator: Locator) -> Proposal | None:
    """The name that a pick at a WGS 84 point teaches, or None.

    near: estates and points of interest within NEAR_M of the point. Words that the geocoder understood as a place at
    the point teach nothing.
    """
    if _understood(said, lon, lat, locator):
        return None
    spot = locator.cells.find(lon, lat)
    village = None if spot is None else locator.gazetteer.village(spot.cell.village)
    for word in _words(said, locator.gazetteer):
        if word.form == "hamlet":
            found = None if village is None else _of_village(word.text, village, lon, lat, locator.gazetteer)
        else:
            found = _of_near(word, lon, lat, near, locator.gazetteer)
        if found is not None:
            return found
    return None


def _understood(said: Said, lon: float, lat: float, locator: Locator) -> bool:
    """Whether the words alone name something fine that lies at the point."""
    match = locator.locate(Query("", said.address, said.title, said.content))
    if match.lon is None or match.lat is None or match.level in ("village", "town", "road_village", "none"):
        return False
    return metres_between(lon, lat, match.lon, match.lat) <= (match.radius_m or 0.0) + _SETTLED_M


def _words(said: Said, gazetteer: Gazetteer) -> list[_Word]:
    """The words with the form of a name: those of the address, then what prose says to be the place."""
    texts = [(said.address, True)] if said.address.strip() else []
    for prose in (said.title, said.content):
        said_to_be = islice(_SAID_TO_BE.finditer(prose), _MOST_SAID)
        texts += [(prose[found.end() : found.end() + 20], False) for found in said_to_be]
    words: dict[str, _Word] = {}
    for text, is_address in texts:
        plain = normalise(text, gazetteer.region)
        for piece in _pieces(scan(plain, gazetteer, is_address), gazetteer):
            for word in _formed(piece):
                words.setdefault(word.text, word)
            if not is_address:
                break
    return list(words.values())


def _pieces(read: Scan, gazetteer: Gazetteer) -> Iterable[str]:
    """What is left between names that are sure, and ordinary words; a short name inside a longer one stays in it."""
    text = read.text
    signs = list(text)
    for mention in read.mentions:
        if (_is_sure(mention, gazetteer) and not _goes_on(text, mention.end)) or _is_area_before_name(
            mention, text, gazetteer
        ):
            signs[mention.start : mention.end] = ["|"] * (mention.end - mention.start)
    return [piece for piece in _BREAKS.split("".join(signs)) if len(piece) >= 2]


def _is_sure(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name says by itself what it is; a hamlet's may stand for another hamlet of the same name."""
    kinds = {gazetteer.places[one.place].kind for one in mention.meanings if one.trust in _OFFICIAL}
    return mention.end - mention.start > 2 and bool(kinds - {"group"})


def _is_area_before_name(mention: Mention, text: str, gazetteer: Gazetteer) -> bool:
    """渔沟 before 小李庄 is the town, though it says little by itself."""
    kinds = {gazetteer.places[one.place].kind for one in mention.meanings}
    following = text[mention.end :]
    return kinds <= {"town", "village"} and (_HAMLET.match(following) or _ESTATE.match(following)) is not None


def _goes_on(text: str, end: int) -> bool:
    """Whether a name goes on as the name of something else: 渔沟小区 is no 渔沟."""
    return (
        re.match(r"小区|花园|家园|公寓|新村|超市|医院|小学|中学|学校|幼儿园|菜场|市场", text[end:])
        is not None
    )


def _formed(piece: str) -> Iterable[_Word]:
    """The word of a piece that ends like a hamlet, an estate or a point of interest, and is no general word."""
    for form, pattern in (("hamlet", _HAMLET), ("estate", _ESTATE), ("interest", _INTEREST)):
        found = pattern.match(piece)
        if found is None:
            continue
        word = found[0]
        stem = _stem(word)
        if (
            len(word) > _LONGEST
            or _NO_NAMES.fullmatch(word)
            or _VAGUE.fullmatch(stem)
            or _GENERAL.search(stem)
        ):
            continue
        yield _Word(word, form)
        return


def _stem(word: str) -> str:
    """A name without the word for what it is."""
    return re.sub(
        r"(?:小区|花园|家园|佳园|嘉园|公寓|新村|花苑|雅苑|名苑|华府|华庭|名邸|公馆|名城|农贸市场|超市|医院|卫生院|卫生室|小学|中学|学校|"
        r"幼儿园|菜场|市场|酒店|饭店|宾馆|商场|广场|大厦|公司|厂|村民委员会|居民委员会|村委会|居委会|社区|村|庄)$",
        "", word,
    )  # fmt: skip


def _of_village(word: str, village: Place, lon: float, lat: float, gazetteer: Gazetteer) -> Proposal | None:
    """A hamlet of the village that holds the point, unless the word is a name there, or no hamlet elsewhere."""
    alike = spelled(word).pinyin == spelled(_own(village.name)).pinyin
    if alike and word != village.name:
        return Proposal(village, word, "homophone", f"“{word}”与“{village.name}”同音，人工定位在该村居")
    elsewhere = 0
    for meaning in gazetteer.named(word):
        place = gazetteer.places[meaning.place]
        if place.village == village.village or _is_there(place, lon, lat, gazetteer):
            return None
        if place.kind == "town" or (meaning.trust in _OFFICIAL and place.kind != "group"):
            return None
        elsewhere += 1
    told = f"诉求地址说“{word}”，地名库里没有，人工定位在“{village.name}”"
    if elsewhere:
        told = f"诉求地址说“{word}”，地名库里另有 {elsewhere} 处同名，人工定位在“{village.name}”"
    return Proposal(village, word, "natural", told)


def _own(name: str) -> str:
    return re.sub(r"(?:村民委员会|村委会)$", "村", name)


def _is_there(place: Place, lon: float, lat: float, gazetteer: Gazetteer) -> bool:
    return metres_between(lon, lat, place.lon, place.lat) <= gazetteer.radius(place) + _SETTLED_M


def _of_near(
    word: _Word, lon: float, lat: float, near: Sequence[Place], gazetteer: Gazetteer
) -> Proposal | None:
    """An estate or point of interest at the point that the word resembles, or the one estate the point lies in."""
    if any(one.trust in _OFFICIAL for one in gazetteer.named(word.text)):
        return None
    at_point = sorted(near, key=lambda place: metres_between(lon, lat, place.lon, place.lat))
    at_point = [place for place in at_point if metres_between(lon, lat, place.lon, place.lat) <= NEAR_M]
    for place in at_point:
        kind = _resembles(word.text, place.name)
        if kind is not None and _fits(word, place):
            return Proposal(place, word.text, kind, f"诉求地址说“{word.text}”，人工定位在“{place.name}”")
    inside = [
        place for place in at_point if place.kind == "estate" and _is_inside(place, lon, lat, gazetteer)
    ]
    if word.form == "estate" and len(inside) == 1 and inside[0].name != word.text:
        return Proposal(
            inside[0], word.text, "nickname", f"诉求地址说“{word.text}”，人工定位在“{inside[0].name}”范围内"
        )
    return None


def _fits(word: _Word, place: Place) -> bool:
    return place.kind == ("estate" if word.form == "estate" else "poi")


def _is_inside(place: Place, lon: float, lat: float, gazetteer: Gazetteer) -> bool:
    return metres_between(lon, lat, place.lon, place.lat) <= gazetteer.radius(place)


def _resembles(word: str, name: str) -> AliasKind | None:
    """How a word is a form of a name: the same sound, some of its characters in order, or a stretch in common."""
    if word == name:
        return None
    said, known = _stem(word), _stem(name)
    if spelled(word).pinyin == spelled(name).pinyin or spelled(said).pinyin == spelled(known).pinyin != "":
        return "homophone"
    if len(said) >= 2 and _in_order(said, name):
        return "short"
    common = max((len(part) for part in _stretches(said) if part in known), default=0)
    return "nickname" if common >= 2 else None


def _in_order(part: str, whole: str) -> bool:
    signs = iter(whole)
    return all(sign in signs for sign in part)


def _stretches(text: str) -> Iterable[str]:
    return (text[start:end] for start in range(len(text)) for end in range(start + 2, len(text) + 1))
