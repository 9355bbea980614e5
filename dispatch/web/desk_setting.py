"""指挥台提醒: danger words and repeated urgings; changed, and tried on past tickets."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field

from dispatch.actions import desk_setting as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS
from dispatch.reads.desk_setting import in_force
from dispatch.web.guard import Guard
from dispatch.web.language import Remark
from dispatch.web.models import Instant, Shape

MOST_TRIED = 5_000
Words = Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=1_000, description="危险词")]


class DeskSetting(Shape):
    """指挥台提醒的现行版本。"""

    version: int
    danger_words: list[str]
    chase_minutes: int
    note: Remark
    created_at: Instant
    created_by: str | None


class DeskSettingForm(Shape):
    """改指挥台提醒：成为新版本，立即生效。"""

    based_on: Annotated[int, Field(ge=0, lt=2**31, description="在哪一版上修改")]
    danger_words: Words
    chase_minutes: Annotated[int, Field(ge=0, lt=2**31, description="多少分钟内再催办要确认")]
    note: Annotated[str, Field(max_length=200, description="为什么改")]


class DangerTrialForm(Shape):
    """试算：最近多少件工单里，这些词会标出哪些。"""

    danger_words: Words
    most: Annotated[int, Field(ge=1, le=MOST_TRIED)] = 2_000


class SaidWord(Shape):
    """一个词在多少件工单里出现。"""

    word: str
    count: int


class FlaggedTicket(Shape):
    """会标出（或不再标出）的工单。"""

    id: int
    number: str
    title: str
    words: list[str]
    former: list[str]


class DangerTrial(Shape):
    """试算结果：asked 件里 flagged 件会标出，现行的标出 former 件；工单只列给区中心值班员。"""

    asked: int
    flagged: int
    former: int
    more: int
    fewer: int
    words: list[SaidWord]
    listed: list[FlaggedTicket]


def router(guard: Guard) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/desk-settings", tags=["指挥台提醒"])
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.get("", response_model=DeskSetting)
    async def setting(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """现行的危险词与重复催办提醒。"""
        return await in_force(guard.database)

    @routes.put("", response_model=DeskSetting)
    async def change(form: DeskSettingForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """改危险词与重复催办提醒，下一次打开工单即按新的。"""
        given = (form.based_on, form.danger_words, form.chase_minutes, form.note)
        await acts.change(guard.database, person.actor, *given)
        return await in_force(guard.database)

    @routes.post("/trial", response_model=DangerTrial)
    async def trial(form: DangerTrialForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """在最近的工单上试算危险词，不改变什么。"""
        return await acts.trial(guard.database, person.actor, form.danger_words, form.most)

    return routes
