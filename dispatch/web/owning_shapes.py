"""What goes over the wire about whose tickets are: precedents, like cases, what waits for a ruling, proposed rules."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field

from dispatch.domain.ticket import State, Type, Urgency
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Shape

Note = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class PrecedentOffer(Shape):
    """一条适用的先例，和它为什么适用。"""

    id: int
    name: str
    category: str
    unit: int
    unit_name: str
    reason: str
    why: Sentence
    says: Sentence


class LikeCase(Shape):
    """一次同类裁定。"""

    ticket: int
    number: str
    at: AwareDatetime
    command: Literal["decide", "grant", "force"]
    person: str | None
    from_name: str | None
    unit: int
    unit_name: str
    reason: Remark | None
    return_reason: str | None
    basis: str | None
    path: str | None
    place_name: str | None
    metres: int | None


class OwningOffers(Shape):
    """以往的裁定怎么说：适用的先例与同类案例。"""

    precedents: list[PrecedentOffer]
    like: list[LikeCase]
    place: str | None
    cell: str | None
    path: str | None


class ReturnPoint(Shape):
    """退单时给出的正确位置。"""

    lon: float
    lat: float
    datum: str


class WaitingForRuling(OwningOffers):
    """一张等区中心研判或裁定的工单。"""

    id: int
    number: str
    title: str
    address: str
    state: State
    state_since: AwareDatetime
    type: Type
    urgency: Urgency
    hops: int
    returns: int
    due_at: AwareDatetime | None
    unit_name: str | None
    return_reason: str | None
    basis: str | None
    proposed_name: str | None
    point: ReturnPoint | None
    precedent_says: Sentence | None


class PingPong(Shape):
    """一张来回转手的工单。"""

    ticket: int
    number: str
    title: str
    state: State
    path: str | None
    raised_at: AwareDatetime
    hops: int
    trail: list[str]
    why: Literal["hops", "came_back"]
    unit: str


class Precedent(Shape):
    """一条权属先例。"""

    id: int
    place: int | None
    cell: str | None
    name: str
    category: str
    unit: int
    unit_name: str
    reason: Remark
    ticket: int | None
    number: str | None
    decided_by: str | None
    valid_from: AwareDatetime
    valid_until: AwareDatetime | None
    end_reason: Remark | None
    ended_by: str | None
    used: int
    contradicted: int
    replaces: int | None


Position = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]
MOST_POINTS = 500


class DrawnArea(BaseModel):
    """画的一片范围：GeoJSON 面，WGS 84，一个闭合的环。"""

    type: Literal["Polygon"]
    coordinates: Annotated[
        list[Annotated[list[Position], Field(min_length=4, max_length=MOST_POINTS)]],
        Field(min_length=1, max_length=1),
    ]


class DrawnLine(BaseModel):
    """沿路、沿河画的一条线：GeoJSON 线，WGS 84；两侧多少米另给。"""

    type: Literal["LineString"]
    coordinates: Annotated[list[Position], Field(min_length=2, max_length=MOST_POINTS)]


Drawn = Annotated[DrawnArea | DrawnLine, Field(discriminator="type")]
Width = Annotated[int | None, Field(ge=5, le=500, description="线两侧各多少米")]


class PrecedentInput(BaseModel):
    """登记一条先例：地点、网格、画的范围三选一。"""

    place: int | None = None
    cell: Annotated[str | None, Field(max_length=15)] = None
    shape: Drawn | None = None
    width_m: Width = None
    name: Annotated[str | None, Field(max_length=120)] = None
    category: Words
    unit: int
    reason: Note


class PrecedentChange(BaseModel):
    """更正先例：改承办单位或事项，画的范围也可重画、改名；旧的失效，新的接替。"""

    shape: Drawn | None = None
    width_m: Width = None
    name: Annotated[str | None, Field(max_length=120)] = None
    category: Words
    unit: int
    reason: Note


class WrittenReason(BaseModel):
    """为什么。"""

    reason: Note


class NewPrecedent(Shape):
    """编号。"""

    id: int


class OwningSetting(Shape):
    """一版权属设置。"""

    version: int
    propose_after: int
    alarm_hops: int
    near_m: int
    note: Remark
    active: bool
    created_at: AwareDatetime
    created_by: str | None


class OwningSettingForm(BaseModel):
    """权属设置：几次裁定后建议规则、转手几次预警、多近算同一处。"""

    propose_after: Annotated[int, Field(ge=2, le=100)]
    alarm_hops: Annotated[int, Field(ge=1, le=20)]
    near_m: Annotated[int, Field(ge=10, le=5000)]
    note: Note


class RuleProposal(Shape):
    """先例建议的一条规则。"""

    path: str
    unit: int
    unit_name: str
    towns: list[str]
    times: int


class RuleProposalForm(BaseModel):
    """采纳建议：另起草稿，把这条规则放在最前。"""

    path: Words
    unit: int
    towns: Annotated[list[Words], Field(min_length=1, max_length=100)]


class DraftedVersion(Shape):
    """新起的草稿。"""

    version: int


class Features(BaseModel):
    """GeoJSON:现行先例的位置与范围。"""

    type: Literal["FeatureCollection"]
    features: list[dict[str, Any]]
