"""The stream's messages as shapes: documented, and the source of the frontend's types. Nothing is parsed by them here:
``live.frames`` writes frames as text, ``live.session`` reads what clients send; a test holds both to these shapes.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.json_schema import models_json_schema

from dispatch.web.models import Shape, TicketRow


def _without_default(schema: dict[str, Any]) -> None:
    """A key that may be left out has no default: readers would take it as always there."""
    del schema["default"]


_ABSENT: Any = Field(default=None, json_schema_extra=_without_default)


class Position(Shape):
    """客户端在一个流里的位置。"""

    epoch: str
    seq: int
    rights: str


class Snapshot(Position):
    """一个中心的在办工单全貌与位置号。"""

    stream: int
    tickets: list[TicketRow]


class Entry(Shape):
    """一条：``row`` 是工单现在的公开行，``leave`` 表示离开了读者的视野；两者恰有其一。"""

    seq: int
    ticket: int
    version: int
    event: str
    row: TicketRow | None = _ABSENT
    leave: Literal[True] | None = _ABSENT


class Frame(Shape):
    """一个流里从 ``from`` 到 ``to`` 的全部变化；看不到的部分由范围覆盖。"""

    model_config = ConfigDict(extra="forbid", serialize_by_alias=True)

    type: Literal["frame"]
    stream: int
    epoch: str
    first: int = Field(alias="from")
    to: int
    entries: list[Entry]


class PresentPerson(Shape):
    """在线的人。"""

    id: int
    name: str


class Welcome(Shape):
    """连接成功：可以听哪些流，现在几点，地图用哪一版边界和地名。"""

    type: Literal["welcome"]
    person: PresentPerson
    rights: str
    streams: list[int]
    now: str
    beacon_seconds: int
    boundary_version: int | None
    gazetteer_version: int | None


class Refetch(Shape):
    """位置不能继续，请重新取全貌。"""

    type: Literal["refetch"]
    stream: int
    reason: Literal["rights", "epoch", "ahead", "too_old"]


class Ephemeral(Shape):
    """谁正在看一张工单；没有编号，不属于状态。"""

    type: Literal["ephemeral"]
    kind: Literal["presence"]
    ticket: int
    people: list[PresentPerson]


class Versions(Shape):
    """边界或地名换了版：开着的页面据此换图。"""

    type: Literal["versions"]
    boundary_version: int
    gazetteer_version: int


class HealthFinding(Shape):
    """一项不正常：哪一项，降级还是停止，该怎么办。"""

    name: str
    status: Literal["degraded", "down"]
    detail: str
    told: Annotated[dict[str, str], Field(description="同一句话的其他语言，如 en")]


class HealthMessage(Shape):
    """系统状态变了：正常时没有 findings。"""

    type: Literal["health"]
    status: Literal["ok", "degraded", "down"]
    findings: list[HealthFinding]


class Hello(Shape):
    """第一条消息：一次性连接凭证。"""

    type: Literal["hello"]
    ticket: str


class Resume(Shape):
    """从一个位置继续一个流。"""

    type: Literal["resume"]
    stream: int
    position: Position


class LookAt(Shape):
    """正在看哪张工单。"""

    type: Literal["presence"]
    ticket: int | None


ServerMessage: TypeAdapter[Welcome | Frame | Refetch | Ephemeral | Versions | HealthMessage] = TypeAdapter(
    Welcome | Frame | Refetch | Ephemeral | Versions | HealthMessage
)
ClientMessage: TypeAdapter[Hello | Resume | LookAt] = TypeAdapter(Hello | Resume | LookAt)
_SHAPES = (Snapshot, Welcome, Frame, Refetch, Ephemeral, Versions, HealthMessage, Hello, Resume, LookAt)


def schemas() -> dict[str, Any]:
    """The shapes as OpenAPI components, by name."""
    _, found = models_json_schema(
        [(shape, "serialization") for shape in _SHAPES], ref_template="#/components/schemas/{model}"
    )
    definitions: dict[str, Any] = found["$defs"]
    return definitions
