"""The shapes of one ticket as its panel shows it: caller, candidates, assignments, journey, evidence, reports."""

from typing import Literal

from dispatch.domain.ticket import State
from dispatch.web.directory_models import Cell
from dispatch.web.language import Details, Sentence
from dispatch.web.models import Allowed, Clock, Instant, Shape, TicketRow


class MaskedCaller(Shape):
    """诉求人（已脱敏）。"""

    masked_name: str | None
    masked_phone: str | None
    confidential: bool


class Candidate(Shape):
    """一个候选位置。"""

    place: int | str | None
    name: str
    lon: float
    lat: float
    cell: str | None
    p: float
    reasons: list[Sentence]


class Located(Shape):
    """位置从何而来。"""

    datum: str | None
    raw_lon: float | None
    raw_lat: float | None
    reasons: list[Sentence]
    candidates: list[Candidate]


class Assignment(Shape):
    """一次交办。"""

    id: int
    part: Literal["lead", "co"]
    unit: int
    unit_name: str
    person: int | None
    person_name: str | None
    opened_at: Instant
    closed_at: Instant | None
    ended: str | None
    note: str | None
    reply: str | None
    kind: Literal["assigned", "whistle", "dual", "referral"]
    report_in_by: Instant | None
    reported_in_at: Instant | None
    phone: str | None


class LeadProposal(Shape):
    """建议的主办，以及为什么是他。"""

    unit: int
    unit_name: str
    person: int | None
    person_name: str | None
    why: list[Sentence]


class JourneyStep(Shape):
    """流转记录中的一步。"""

    version: int
    at: Instant
    event: str
    command: str
    actor: Sentence
    actor_name: str | None
    unit_name: str | None
    state_to: State
    done_at: Instant | None
    detail: Details | None


class Evidence(Shape):
    """一张佐证照片，或一段语音（kind 为 voice，没有宽高，有秒数）。"""

    id: str
    url: str
    mime: str
    width: int
    height: int
    taken_at: Instant | None
    received_at: Instant
    person_name: str
    unit_name: str
    from_gallery: bool
    lon: float | None
    lat: float | None
    kind: Literal["before", "after", "document", "voice"] | None
    seconds: int | None


class PhotosAsked(Shape):
    """一条佐证规则：按这种方式办结要有什么照片。how_closed 为空：不论怎样办结。"""

    how_closed: list[str] | None
    kinds: list[Literal["before", "after", "document"]]
    least: int
    reason: str


class Delivery(Shape):
    """一次向热线的上报。"""

    status: str
    state: str
    attempts: int
    created_at: Instant
    sent_at: Instant | None
    error: Sentence | None


class TicketDetail(Shape):
    """工单面板。"""

    row: TicketRow
    content: str
    category_path: str | None
    category_given: str | None
    repeat_of: str | None
    """热线注明与哪张工单重复（工单编号）。"""
    caller: MaskedCaller | None
    located: Located
    cell: Cell | None
    unit_name: str | None
    first_unit_name: str | None
    assignments: list[Assignment]
    journey: list[JourneyStep]
    clocks: list[Clock]
    evidence: list[Evidence]
    answer: Details | None
    reply: str | None
    how_closed: str | None
    callback_result: Details | None
    returned: Details | None
    deliveries: list[Delivery]
    allowed: list[Allowed]
    once_signed: Allowed | None
    """签收之后就能做的交办：签收与交办可以一次提交。"""
    photos_asked: list[PhotosAsked]
    """答复时要有的照片；依次看，第一条相符的算数。没有网络时，手机据此要求先拍照。"""
    proposal: LeadProposal | None
