"""One order of the played hotline, made from seed and number alone: who calls, about what, where. Pure.

The fields carry the names of the demo's intake profile (deploy.demo.district.rules).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random

from deploy.demo.district.names import GIVEN_WOMEN, person_name
from deploy.demo.hotline.atlas import Atlas
from deploy.demo.hotline.cards import chance, drawn
from deploy.demo.hotline.sayings import OTHER, PLAIN_TYPES, Saying, dressed, filled, fitting
from deploy.demo.hotline.spots import STYLES, Spot, residence, spot

SHANGHAI = timezone(timedelta(hours=8))
TYPES = (
    ("求助",) * 11
    + ("投诉",) * 12
    + ("咨询",) * 8
    + ("举报",) * 3
    + ("建议",) * 2
    + ("表扬", "撤单", "骚扰", "无效")
)
CHANNELS = ("12345来电",) * 7 + ("微信小程序", "政务APP", "网站留言")
OFTEN = {"320804002": 8, "320804110": 6, "320804001": 3, "320804400": 2, "320804117": 2}
"""Towns heard more often than once a deck: the two whose people can sign in first, then the populous ones."""
REPEATED = 0.12
"""Share of calls about what somebody else has already called about."""
HOURS = {"特急": 2, "紧急": 24}
INQUIRY_HOURS, USUAL_HOURS = 72, 120
Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class Order:
    """An order before it has a number of the hotline's: what is pushed, and what it is really about."""

    number: int
    event: int
    """The number of the first call about the same matter; its own where nobody called before."""
    type: str
    urgency: str
    title: str
    content: str
    spot: Spot | None
    fields: Fields

    @property
    def limit(self) -> timedelta:
        """How long the hotline gives for it."""
        usual = INQUIRY_HOURS if self.type == "咨询" else USUAL_HOURS
        return timedelta(hours=HOURS.get(self.urgency, usual))

    def pushed(self, order_no: str, dispatched_at: datetime) -> Fields:
        """The message as it is pushed."""
        called_at = dispatched_at - timedelta(seconds=chance(self.number, "talk").randint(150, 1500))
        return {
            "推送类型": "新工单",
            "工单编号": order_no,
            **self.fields,
            "来电时间": clock_time(called_at),
            "派单时间": clock_time(dispatched_at),
            "办结时限": clock_time(dispatched_at + self.limit),
        }


def clock_time(at: datetime) -> str:
    """An instant as the hotline writes it: Shanghai, to the second."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")


def town_cards(atlas: Atlas) -> list[str]:
    """The codes of the towns, some more than once."""
    return [str(town.town) for town in atlas.towns for _ in range(OFTEN.get(str(town.town), 1))]


def event_of(seed: int, number: int) -> int:
    """The number of the call that was first about the matter of this one."""
    rng = chance(seed, "again", number)
    if number >= 6 and rng.random() < REPEATED:
        return event_of(seed, number - rng.randint(1, 6))
    return number


def order(seed: int, number: int, atlas: Atlas) -> Order:
    """The order with a number."""
    event = event_of(seed, number)
    town = drawn(seed, "towns", town_cards(atlas), event)
    type_ = drawn(seed, "types", TYPES, event)
    matter = chance(seed, "matter", event)
    where = spot(drawn(seed, "styles", STYLES, event), atlas, town, matter)
    saying = matter.choice(fitting(type_, where.setting))
    words = filled(saying, where.said, matter)
    call = chance(seed, "call", number)
    content = dressed(type_, words, call)
    if event != number and type_ not in PLAIN_TYPES:
        content = content.replace("反映：", "再次反映：", 1)
    placed = where if saying.placed else None
    title = f"{where.said}{saying.title}" if placed and call.random() < 0.6 else saying.title
    fields = _fields(saying, type_, title, content, placed, call)
    home = residence(atlas, town, call) if not saying.placed and type_ not in PLAIN_TYPES else ""
    if home:
        fields["诉求地址"] = home
    return Order(number, event, type_, saying.urgency, title, content, placed, fields)


def _fields(saying: Saying, type_: str, title: str, content: str, where: Spot | None, rng: Random) -> Fields:
    fields: Fields = {
        "诉求类型": type_,
        "来电渠道": rng.choice(CHANNELS),
        "紧急程度": saying.urgency,
        "标题": title,
        "诉求内容": content,
    }
    if not saying.category.startswith(OTHER):
        fields["事项分类"] = saying.category
    if where is not None:
        fields |= _where(where)
    fields |= _caller(rng)
    confidential = type_ == "举报" or "保密" in content or rng.random() < 0.03
    return fields | {"是否保密": "是" if confidential else "否"}


def _where(where: Spot) -> Fields:
    given: Fields = {"诉求地址": where.address, "所属村居": where.village, "坐标系": where.datum}
    if where.pin is not None:
        given["经度"], given["纬度"] = where.pin
    return {name: value for name, value in given.items() if value != ""}


def _caller(rng: Random) -> Fields:
    """An invented name and a phone of the block that the demo set aside for callers."""
    name = person_name(rng)
    sex = "女" if name[1:] in GIVEN_WOMEN else "男"
    return {"诉求人": name, "联系电话": f"198000{rng.randint(0, 99_999):05d}", "性别": sex}
