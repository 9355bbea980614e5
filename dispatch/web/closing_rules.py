"""What a district sets about answering and closing: evidence, signatures, standard texts, sensitive words, checks."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, Field

from dispatch.actions import closing_rules as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS
from dispatch.domain.ticket import Type, Urgency
from dispatch.reads.closing_rules import rules as read_rules
from dispatch.store.closing import Kind
from dispatch.web.guard import Guard
from dispatch.web.language import Remark
from dispatch.web.models import Instant, Shape

HowClosed = Literal["solved", "partly", "explained", "ground", "referred", "stage"]
PieceKind = Literal["before", "after", "document"]
RuleId = Annotated[int, Path(ge=0, lt=2**31, description="编号")]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class KeptRule(Shape):
    """规则的一条：由谁何时设定、停用；former 是它替换的那条。"""

    id: int
    created_at: Instant
    created_by: str | None
    ended_at: Instant | None
    ended_by: str | None


class ClosingRuleForm(BaseModel):
    """新增一条；给出 former 则替换那一条，原来的停用并留在历史里。"""

    former: Annotated[int | None, Field(ge=0, lt=2**31)] = None


class EvidenceRuleForm(ClosingRuleForm):
    """佐证规则。"""

    ordinal: Annotated[int, Field(ge=0, le=9_999, description="次序：小的先看，第一条适用的作数")] = 100
    category: Annotated[str | None, Field(max_length=200, description="诉求分类及其下级；空为不限")] = None
    category_asks: Annotated[bool, Field(description="只用于分类本身规定要照片的诉求")] = False
    how_closed: Annotated[list[HowClosed] | None, Field(description="办结方式；空为不限")] = None
    kinds: list[PieceKind] = []
    least: Annotated[int, Field(ge=0, le=30, description="最少几张")] = 1
    within_m: Annotated[float | None, Field(gt=0, le=100_000, description="距诉求位置多少米以内")] = None
    within_hours: Annotated[float | None, Field(gt=0, le=8_760, description="多少小时以内拍摄")] = None
    reason: Words


class EvidenceRule(KeptRule, EvidenceRuleForm):
    """佐证规则，含历史。"""


class SignoffRuleForm(ClosingRuleForm):
    """签发规则。"""

    ordinal: Annotated[int, Field(ge=0, le=9_999)] = 100
    category: Annotated[str | None, Field(max_length=200)] = None
    category_asks: Annotated[bool, Field(description="只用于分类本身规定要签发的诉求")] = False
    types: list[Type] | None = None
    urgencies: list[Urgency] | None = None
    how_closed: list[HowClosed] | None = None
    least_rework: Annotated[int | None, Field(ge=1, le=20, description="重办几次起")] = None
    unhappy: Annotated[bool | None, Field(description="预回访不满意")] = None
    confidential: bool | None = None
    signer: Literal["signing_leader", "duty_leader"]
    reason: Words


class SignoffRule(KeptRule, SignoffRuleForm):
    """签发规则，含历史。"""


class StandardTextForm(ClosingRuleForm):
    """标准答复。"""

    ordinal: Annotated[int, Field(ge=0, le=9_999)] = 100
    category: Annotated[str | None, Field(max_length=200)] = None
    unit: Annotated[int | None, Field(ge=0, lt=2**31, description="只给哪个单位用；空为全区")] = None
    title: Annotated[str, Field(min_length=1, max_length=60)]
    words: Annotated[
        str, Field(min_length=1, max_length=2_000, description="可用填空，如 {标题}、{承办单位}")
    ]


class StandardText(KeptRule, StandardTextForm):
    """标准答复，含历史。"""

    unit_name: str | None


class SensitiveWordForm(ClosingRuleForm):
    """敏感词。"""

    word: Annotated[str, Field(min_length=1, max_length=30)]
    instead: Annotated[str | None, Field(max_length=30, description="建议改为")] = None
    reason: Words


class SensitiveWordList(BaseModel):
    """粘贴的敏感词表。"""

    text: Annotated[
        str, Field(max_length=400_000, description="一行一个：词、建议改为、理由，用逗号或制表符隔开")
    ]
    reason: Words


class SensitiveWordsTaken(Shape):
    """粘贴的结果。"""

    added: int
    known: int


class SensitiveWord(KeptRule, SensitiveWordForm):
    """敏感词，含历史。"""


class ReplySettingForm(BaseModel):
    """答复检查与自动结案的设置。"""

    based_on: Annotated[int, Field(ge=0, description="在哪一版上修改")]
    note: Annotated[str, Field(min_length=1, max_length=200)]
    shortest: Annotated[int, Field(ge=1, le=500, description="少于多少字算过简")]
    alike: Annotated[float, Field(ge=0.5, le=1, description="相同多少算照抄")]
    compared: Annotated[int, Field(ge=1, le=500, description="与本单位最近几件答复比较")]
    conclude_days: Annotated[int, Field(ge=1, le=365, description="办结后多少天没有回访即自动结案")]
    promising: Annotated[list[str], Field(max_length=100)]
    hollow: Annotated[list[str], Field(max_length=100)]
    doing: Annotated[list[str], Field(max_length=100)]


class ReplySettingVersion(Shape):
    """设置的一版。0 为程序自带。"""

    version: int
    note: Remark
    shortest: int
    alike: float
    compared: int
    conclude_days: int
    promising: list[str]
    hollow: list[str]
    doing: list[str]
    created_at: Instant | None
    created_by: str | None


class ClosingRules(Shape):
    """答复与办结规则，含历史：现行的在前。"""

    evidence: list[EvidenceRule]
    signoff: list[SignoffRule]
    texts: list[StandardText]
    words: list[SensitiveWord]
    settings: list[ReplySettingVersion]
    placeholders: list[str]


class Numbered(Shape):
    """新的一条的编号。"""

    id: int


def router(guard: Guard) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/closing", tags=["答复与办结"])
    _rules(routes, guard)
    _keeping(routes, guard)
    return routes


def _rules(routes: APIRouter, guard: Guard) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    keeper = guard.needs(KEEPERS)

    async def add(person: SignedIn, kind: Kind, given: ClosingRuleForm) -> dict[str, int]:
        values = given.model_dump(exclude={"former"})
        return {"id": await acts.add(guard.database, person.actor, kind, values, given.former)}

    @routes.get("/rules", response_model=ClosingRules)
    async def listed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """佐证、签发、标准答复、敏感词与答复检查设置，含历史。"""
        return await read_rules(guard.database)

    @routes.post("/evidence", response_model=Numbered, status_code=201)
    async def evidence(given: EvidenceRuleForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """新增或修改佐证规则。"""
        return await add(person, "evidence_rule", given)

    @routes.post("/signoff", response_model=Numbered, status_code=201)
    async def signoff(given: SignoffRuleForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """新增或修改签发规则。"""
        return await add(person, "signoff_rule", given)

    @routes.post("/texts", response_model=Numbered, status_code=201)
    async def text(given: StandardTextForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """新增或修改标准答复。"""
        return await add(person, "standard_text", given)

    @routes.post("/words", response_model=Numbered, status_code=201)
    async def word(given: SensitiveWordForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """新增或修改敏感词。"""
        return await add(person, "sensitive_word", given)


def _keeping(routes: APIRouter, guard: Guard) -> None:
    keeper = guard.needs(KEEPERS)

    @routes.post("/words/list", response_model=SensitiveWordsTaken, status_code=201)
    async def words(given: SensitiveWordList, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """一次粘贴许多敏感词；已有的不变，有一行不对就一个也不加。"""
        return await acts.add_words(guard.database, person.actor, given.text, given.reason)

    @routes.post("/{kind}/{number}/end", status_code=204, response_class=Response)
    async def end(
        kind: Literal["evidence", "signoff", "texts", "words"],
        number: RuleId,
        person: Annotated[SignedIn, Depends(keeper)],
    ) -> None:
        """停用一条，留在历史里。"""
        await acts.end(guard.database, person.actor, acts.KINDS[kind], number)

    @routes.put("/replies", response_model=Numbered)
    async def replies(given: ReplySettingForm, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """答复检查与自动结案的设置：保存为新的一版，立即生效。"""
        values = given.model_dump(exclude={"based_on"})
        return {"id": await acts.set_replies(guard.database, person.actor, given.based_on, values)}
