"""The shapes of handling together, as OpenAPI knows them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from dispatch.domain.ticket import State
from dispatch.web.directory_models import Town
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

BodyKind = Literal["water", "power", "gas", "heat", "telecom", "property", "transport", "other"]
AlarmLine = Literal["110", "police_station", "119", "120", "122"]
CaseState = Literal["referred", "filed", "not_filed", "closed"]


class Transfer(Shape):
    """一张对外转办单。"""

    id: int
    body: str
    phone: str | None
    matter: str
    due_at: Instant
    made_at: Instant
    made_by: str | None
    answer: str | None
    answered_at: Instant | None


class PoliceHandover(Shape):
    """一次警情移交：谁、什么时候、什么警情、移交给谁、拨打了什么电话、结果。"""

    id: int
    ticket: int | None
    at: Instant
    person: str | None
    unit: str | None
    what: str
    whom: str
    phone: AlarmLine
    result: str


class EnforcementCase(Shape):
    """一条执法线索，以及它成为的案件。"""

    id: int
    state: CaseState
    unit: str
    clue: str
    referred_at: Instant
    case_no: str | None
    officers: list[str]
    reason: str | None
    decided_at: Instant | None
    full_record: str | None
    decision: str | None
    listed: bool | None
    legal_review: str | None
    published_on: date | None
    decision_on: date | None
    closed_at: Instant | None


class Relative(Shape):
    """主单，或并入的工单。has_order：有热线工单号的，答复随状态上报热线；没有的，要由中心告知诉求人。"""

    id: int
    number: str
    title: str
    state: State
    received_at: Instant
    urged: int
    has_order: bool


class TicketJoint(Shape):
    """一张工单的联办情况：对外转办单、警情移交、执法案件、主单与并入的工单、与公安的移交。

    danger_words：诉求里说到的危险词；chase_minutes：多少分钟内再催办要确认。
    """

    transfers: list[Transfer]
    handovers: list[PoliceHandover]
    cases: list[EnforcementCase]
    parent: Relative | None
    children: list[Relative]
    police: dict[str, Any] | None
    danger_words: list[str]
    chase_minutes: int


class SimilarTicket(Shape):
    """可能是同一件事的工单，以及为什么。share:0 到 1;excerpt：诉求的开头。"""

    id: int
    number: str
    title: str
    excerpt: str
    address: str
    state: State
    received_at: datetime
    callers: int
    share: float
    reasons: list[Sentence]


class Similar(Shape):
    """相似诉求：只列本中心的；其他中心只给数量，不给编号。"""

    similar: list[SimilarTicket]
    elsewhere: int


class CalledUnit(Shape):
    """被吹哨或双交办、还没有回复的单位。"""

    ticket: int
    number: str
    title: str
    assignment: int
    kind: Literal["whistle", "dual"]
    unit: str
    person: str | None
    opened_at: Instant
    report_in_by: Instant | None
    reported_in_at: Instant | None
    note: str | None


class OpenTransfer(Shape):
    """还没有答复的对外转办单。"""

    id: int
    ticket: int
    number: str
    title: str
    body: str
    phone: str | None
    matter: str
    due_at: Instant
    made_at: Instant


class OpenCase(Shape):
    """在办的执法线索或案件。"""

    id: int
    ticket: int
    number: str
    title: str
    state: CaseState
    unit: str
    clue: str
    case_no: str | None
    referred_at: Instant
    next_step_at: Instant | None


class JointWaiting(Shape):
    """别人欠着的：吹哨与双交办、对外转办单、执法案件。"""

    called: list[CalledUnit]
    transfers: list[OpenTransfer]
    cases: list[OpenCase]


class OwedPart(Shape):
    """本人（或本单位）在一张工单里协办的部分：吹哨要先报到，线索移交要办立案或不予立案，其余要回复。"""

    ticket: int
    kind: Literal["assigned", "whistle", "dual", "referral"]
    note: str | None
    report_in_by: datetime | None
    reported_in_at: datetime | None


class DangerForm(BaseModel):
    """登记警情移交：现在就有危险的，先拨 110，再登记。"""

    what: Annotated[str, Field(max_length=2_000)]
    whom: Annotated[str, Field(max_length=200)]
    phone: AlarmLine = "110"
    result: Annotated[str, Field(max_length=2_000)]


class LoggedDanger(Shape):
    """登记后的编号。"""

    id: int


class OutsideBody(Shape):
    """一个外单位。town：只服务一个镇街的，写镇街；服务全区的为空。"""

    id: int
    kind: BodyKind
    name: str
    phone: str | None
    town: str | None
    note: str | None
    active: bool


class JointSetting(Shape):
    """联办设置的一个版本。"""

    version: int
    report_in_minutes: int
    outside_days: int
    near_m: int
    within_days: int
    least_likeness: float
    note: str
    active: bool
    created_at: Instant
    created_by: str | None


class JointChange(Shape):
    """一次变更。"""

    id: int
    at: Instant
    person: str | None
    subject: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: Remark | None


class JointSettings(Shape):
    """联办设置的全部版本、外单位、变更记录，以及可选的镇街。"""

    settings: list[JointSetting]
    bodies: list[OutsideBody]
    changes: list[JointChange]
    towns: list[Town]


class JointSettingForm(BaseModel):
    """改联办设置：成为新的版本，立即生效。"""

    report_in_minutes: Annotated[int, Field(description="吹哨的应到时间（分钟）")]
    outside_days: Annotated[int, Field(description="外单位答复期限（天）")]
    near_m: Annotated[int, Field(description="相似诉求：多近算相近（米）")]
    within_days: Annotated[int, Field(description="相似诉求：前后多少天")]
    least_likeness: Annotated[
        float, Field(description="相似诉求：内容至少多相近（0 到 1）", allow_inf_nan=False)
    ]
    note: Annotated[str, Field(max_length=200, description="为什么改")]


class OutsideBodyForm(BaseModel):
    """登记外单位。"""

    kind: BodyKind
    name: Annotated[str, Field(max_length=100)]
    phone: Annotated[str | None, Field(max_length=40)] = None
    town: str | None = None
    note: Annotated[str | None, Field(max_length=200)] = None


class OutsideBodyChange(OutsideBodyForm):
    """修改或停用外单位。"""

    active: bool
    reason: Annotated[str, Field(max_length=200, description="为什么改")]
