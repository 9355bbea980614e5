"""The shapes of how hotlines are connected: sources, deliveries, profiles, versions, trials. Read by ``web.intake``."""

from typing import Annotated, Literal

from fastapi import Path
from pydantic import AwareDatetime, Field

from dispatch.actions.profiles import MOST_TRIED_ON, TRIED_ON
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

SourceId = Annotated[str, Path(max_length=64, description="来源的编号")]
ProfileName = Annotated[str, Path(max_length=64, description="接入配置的名称")]
ProfileVersionId = Annotated[int, Path(ge=1, lt=2**31, description="接入配置的版本号")]
Note = Annotated[str, Field(min_length=1, max_length=300, description="改了什么、为什么")]
Words = Annotated[str, Field(max_length=200)]
Datum = Literal["wgs84", "cgcs2000", "gcj02", "bd09", "cgcs2000_gk_cm120", "cgcs2000_gk_zone40"]
Verdict = Literal["same", "different", "refused", "accepted"]


class IntakeSource(Shape):
    """一个推送来源：地址、接入配置、最近一天推送了多少。"""

    id: str
    name: str
    datum: str
    platform: Literal["hotline", "police"] | None
    active: bool
    profile: str
    profile_version: int
    address: Annotated[str, Field(description="推送地址")]
    callback_url: Annotated[str | None, Field(description="办理状态回传到哪里")]
    signs_reports: Annotated[bool, Field(description="有回传签名的密钥")]
    secrets: Annotated[int, Field(description="登记的推送密钥数")]
    last_at: Instant | None
    deliveries: Annotated[int, Field(description="近 24 小时的推送次数")]
    accepted: Annotated[int, Field(description="近 24 小时收下的消息")]
    refused: Annotated[int, Field(description="近 24 小时拒收的消息")]
    waiting: Annotated[int, Field(description="先于工单到达、保留中的消息")]
    dead: Annotated[int, Field(description="没有等到工单的消息")]


class NamedProfile(Shape):
    """一个接入配置和用它的来源。"""

    name: str
    version: int
    sources: list[str]


class IntakeOverview(Shape):
    """全部来源、接入配置，和配置里可以对照的字段。"""

    sources: list[IntakeSource]
    profiles: list[NamedProfile]
    fields: list[str]


class NewSourceForm(Shape):
    """登记一个来源；接入配置照着 like 复制一份。"""

    id: Annotated[str, Field(max_length=64)]
    name: Words
    datum: Datum
    platform: Literal["hotline", "police"] = "hotline"
    callback_url: Annotated[str | None, Field(max_length=300)] = None
    like: Annotated[str, Field(max_length=64, description="照着哪个接入配置")]
    note: Note


class OpenedSource(Shape):
    """新来源：密钥只显示这一次。"""

    id: str
    address: str
    secret: str
    callback_secret: str | None


class SourceForm(Shape):
    """来源的名称和回传地址。"""

    name: Words
    callback_url: Annotated[str | None, Field(max_length=300)] = None
    note: Note


class ChangedSource(Shape):
    """头一次登记回传地址时生成的回传密钥，只显示这一次。"""

    callback_secret: str | None


class SourceNoteForm(Shape):
    """为什么停收或恢复。"""

    note: Note


class FieldReason(Shape):
    """热线的一个字段，和它的问题。"""

    field: str
    reason: Sentence


class DeliveredMessage(Shape):
    """一条消息的结果；工单编号只留后四位。"""

    outcome: str
    order: str | None
    ticket: str | None
    note: Sentence | None
    warnings: list[FieldReason]
    errors: list[FieldReason]


class IntakeDelivery(Shape):
    """一次推送：收下几条、拒收几条，各条的结果（拒收的在前，最多二十条）。"""

    id: str
    at: AwareDatetime
    accepted: int
    refused: int
    results: list[DeliveredMessage]


Names = Annotated[list[Words], Field(max_length=50)]
Codes = Annotated[dict[str, bool | Words], Field(max_length=500)]


class Mapping(Shape):
    """字段对照：本系统的字段 → 热线的字段名；本系统的字段 → 热线代码 → 本系统的代码。"""

    fields: Annotated[dict[str, Names], Field(max_length=60)]
    values: Annotated[dict[str, Codes], Field(max_length=60)]


class ProfileFault(Shape):
    """接入配置里要留意的一项。"""

    field: str
    says: Sentence


class ReadSide(Shape):
    """一种读法：从热线的哪个字段读到，读成什么（个人信息打码）。"""

    name: str | None
    shows: Sentence | None


class ReadRow(Shape):
    """一个读法不同的字段。"""

    field: str
    former: ReadSide
    proposed: ReadSide


class ReadItem(Shape):
    """一条读法不同的消息。"""

    at: AwareDatetime
    source: str
    order: str | None
    verdict: Verdict
    former_errors: list[ProfileFault]
    errors: list[ProfileFault]
    rows: list[ReadRow]


class FieldCount(Shape):
    """一个字段在多少条消息里读法不同。"""

    field: str
    items: int


class ReasonCount(Shape):
    """一种问题在多少条消息里出现。"""

    level: Literal["refused", "doubted"]
    field: str
    says: Sentence
    items: int


class NameCount(Shape):
    """一个没有对照的热线字段在多少条消息里出现。"""

    name: str
    items: int


class ProfileTrial(Shape):
    """试读结果：草稿与现行配置读同样的消息。"""

    asked: int
    same: int
    different: int
    refused: Annotated[int, Field(description="现在收下、草稿会拒收")]
    accepted: Annotated[int, Field(description="现在拒收、草稿会收下")]
    still_refused: Annotated[int, Field(description="两种读法都拒收")]
    fields: list[FieldCount]
    reasons: list[ReasonCount]
    unknown: list[NameCount]
    listed: list[ReadItem]
    at: AwareDatetime
    against: Annotated[int, Field(description="与哪一版现行配置相比")]
    is_current: Annotated[bool, Field(description="试读之后没有再改")]


class ProfileVersion(Shape):
    """一版接入配置。"""

    version: int
    note: Remark
    state: Literal["draft", "active", "retired"]
    revision: int
    based_on: int | None
    mapping: Mapping
    faults: list[ProfileFault]
    tried: ProfileTrial | None
    tried_revision: int | None
    created_at: AwareDatetime | None
    created_by: str | None
    activated_at: AwareDatetime | None
    activated_by: str | None
    retired_at: AwareDatetime | None


class IntakeProfile(Shape):
    """一个接入配置的各版，新的在前。"""

    name: str
    sources: list[str]
    versions: list[ProfileVersion]


class NewProfileDraftForm(Shape):
    """另起草稿；based_on 不填为现行版。"""

    note: Note
    based_on: Annotated[int | None, Field(ge=1, lt=2**31)] = None


class NewProfileVersion(Shape):
    """新一版的版本号。"""

    version: int


class ProfileDraftForm(Shape):
    """草稿的全部对照。"""

    revision: Annotated[int, Field(ge=1, lt=2**31)]
    note: Note
    mapping: Mapping


class SavedProfileDraft(Shape):
    """已保存的草稿和要留意的地方。"""

    version: int
    revision: int
    faults: list[ProfileFault]


class ProfileRevisionForm(Shape):
    """在哪一次修改上。"""

    revision: Annotated[int, Field(ge=1, lt=2**31)]


class ProfileTrialForm(Shape):
    """试读最近多少条消息。"""

    messages: Annotated[int, Field(ge=1, le=MOST_TRIED_ON)] = TRIED_ON
