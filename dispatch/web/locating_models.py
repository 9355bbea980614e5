"""The shapes of locating, who owns a point, what an address may be, quality, settings, channels."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

Words = Annotated[str, Field(min_length=1, max_length=500)]


class Named(Shape):
    """一个单位。"""

    id: int
    name: str


class OwnedCell(Shape):
    """一个网格。"""

    code: str
    name: str
    kind: str | None


class OwningGrid(Shape):
    """一个警格。"""

    code: str
    name: str
    police_station: str | None


class Neighbour(Shape):
    """边界那一边的网格，和到那里的距离。"""

    cell: str
    name: str
    village_name: str | None
    town_name: str | None
    center: Named | None
    metres: float


class PointOwner(Shape):
    """一个点归谁。"""

    lon: float
    lat: float
    cell: OwnedCell | None
    village: str | None
    village_name: str | None
    town: str | None
    town_name: str | None
    police_grid: OwningGrid | None
    center: Named | None
    edge_m: float | None
    on_edge: bool
    neighbour: Neighbour | None
    reasons: list[Sentence]


class LocateForm(BaseModel):
    """查一个地址或坐标在哪里。"""

    address: Annotated[str | None, Field(max_length=1000)] = None
    title: Annotated[str | None, Field(max_length=500)] = None
    content: Annotated[str | None, Field(max_length=20_000)] = None
    lon: Annotated[float | None, Field(allow_inf_nan=False)] = None
    lat: Annotated[float | None, Field(allow_inf_nan=False)] = None
    datum: Annotated[str | None, Field(max_length=40)] = None
    village: Annotated[str | None, Field(max_length=60)] = None


class NamedCandidate(Shape):
    """一个候选位置，附名称。"""

    place: int
    name: str
    lon: float
    lat: float
    cell: str | None
    cell_name: str | None
    village: str | None
    village_name: str | None
    town: str | None
    town_name: str | None
    center: Named | None
    p: float
    reasons: list[Sentence]


class Match(Shape):
    """位置判断。"""

    id: str
    lon: float | None
    lat: float | None
    cell: str | None
    cell_name: str | None
    village: str | None
    village_name: str | None
    town: str | None
    town_name: str | None
    police_grid: OwningGrid | None
    center: Named | None
    level: str
    radius_m: float | None
    p_cell: float
    p_town: float
    auto: bool
    edge_m: float | None
    on_edge: bool
    near_edge: bool
    datum: str | None
    boundary_version: int
    candidates: list[NamedCandidate]
    reasons: list[Sentence]
    names: Annotated[list[str], Field(description="文中认出的地名，原样")]


class Thresholds(Shape):
    """自动定位的门槛。"""

    cell: float
    town: float
    coordinate_radius_m: float


class ThresholdsForm(BaseModel):
    """要改的门槛；没有给的不变。"""

    cell: float | None = None
    town: float | None = None
    coordinate_radius_m: float | None = None


class Rung(Shape):
    """一个门槛会自动定位多少，其中多少是对的。"""

    threshold: float
    placed: int
    coverage: float | None
    cell_right: int
    town_right: int
    cell_precision: float | None
    town_precision: float | None


class OfLevel(Shape):
    """一个定位级别的对错。"""

    level: str
    tickets: int
    cell_right: int
    town_right: int
    mean_p: float


class ReliabilityBin(Shape):
    """说的把握在这一段的工单，实际对了多少。"""

    bin: tuple[float, float]
    count: int
    mean_p: float
    right: int


class Score(Shape):
    """把握有多准：越小越好；没有工单时为空。"""

    answers: int
    brier: float | None
    log_loss: float | None
    calibration_error: float | None


class TownShare(Shape):
    """镇街说对的。"""

    right: int
    precision: float | None


class InForce(Shape):
    """现行设置。"""

    version: int
    thresholds: Thresholds
    least_precision: float


class Report(Shape):
    """定位质量：以已确认位置的工单为准。"""

    since: Instant
    until: Instant
    tickets: int
    confirmed: int
    rows: list[Rung]
    levels: list[OfLevel]
    calibration: list[ReliabilityBin]
    score: Score
    town: TownShare
    in_force: InForce


class SettingVersion(Shape):
    """一版定位设置。"""

    version: int
    thresholds: Thresholds
    least_precision: float
    region: list[str]
    weights: dict[str, Any]
    calibrated: bool
    note: Remark | None
    active: bool
    created_at: Instant | None
    created_by: str | None


class LocatingSettings(Shape):
    """现行定位设置与历史；第 0 版是程序自带的。"""

    version: int
    thresholds: Thresholds
    least_precision: float
    region: list[str]
    calibrated: bool
    weights: dict[str, Any]
    own_weights: dict[str, Any]
    calibration: dict[str, Any]
    note: Remark | None
    created_at: Instant | None
    created_by: str | None
    history: list[SettingVersion]


class SettingForm(BaseModel):
    """改定位设置：只写要改的；weights 或 calibration 写 null 即恢复程序自带的。"""

    based_on: int
    note: Words
    thresholds: ThresholdsForm | None = None
    weights: dict[str, Any] | None = None
    calibration: dict[str, Any] | None = None
    region: list[str] | None = None
    least_precision: Annotated[float | None, Field(ge=0.5, le=1)] = None
    confirm: bool = False


class SavedSetting(Shape):
    """保存好的版本。"""

    version: int


class ChannelVotes(Shape):
    """有地址可核对的工单，各有多少只与这个坐标系相符。"""

    wgs84: int
    gcj02: int
    bd09: int


class ChannelAlarm(Shape):
    """渠道的坐标不在它声明的坐标系里。"""

    id: int
    seen: Literal["wgs84", "gcj02", "bd09"]
    since: Instant
    raised_at: Instant
    votes: int
    share: float
    east_m: float
    north_m: float
    affected: int
    says: Sentence


class Channel(Shape):
    """一个坐标渠道；own：它是渠道自己声明的坐标系，不只是个别消息声明的。"""

    source: str
    name: Sentence
    declared: str
    own: bool
    tickets: int
    with_text: int
    votes: ChannelVotes
    east_m: float | None
    north_m: float | None
    alarm: ChannelAlarm | None


class Channels(Shape):
    """全部坐标渠道。"""

    channels: list[Channel]


class AcknowledgeForm(BaseModel):
    """已核对渠道告警。"""

    note: Words
    declared: Literal["wgs84", "gcj02", "bd09"] | None = None


class DeclareForm(BaseModel):
    """改正渠道声明的坐标系。"""

    datum: Annotated[str, Field(min_length=1, max_length=40)]
    note: Words


class DeclaredDatum(Shape):
    """渠道现在声明的坐标系。"""

    source: str
    datum: str
